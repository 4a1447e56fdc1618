"""
Vectors and models of Ollama on the wire: literal requests, canned answers, both shells.
"""

from __future__ import annotations

from typing import Any

import pytest
from recorder import Recorder, answer, json_answer
from shells import Shell

from polyvox import StreamTruncated
from polyvox_core.errors import DecodeError, ServerError


def lines(content: bytes) -> bytes:
    """An answer that streams *content*."""
    return answer(content, "application/x-ndjson")


def ollama(shell: Shell, recorder: Recorder) -> Any:
    """A client for the recorder."""
    return shell.client("ollama", base_url=recorder.url)


def test_embed(shell: Shell, recorder: Recorder) -> None:
    """Texts become vectors; fewer vectors than texts are an error."""
    recorder.always(json_answer('{"model":"m","embeddings":[[0.5],[1]],"prompt_eval_count":2}'))
    client = ollama(shell, recorder)

    embeddings = shell.call(
        client.embed, ["a", "b"], model="m", dimensions=1, options={"num_ctx": 8}
    )

    assert (
        b'{"model":"m","input":["a","b"],"dimensions":1,"options":{"num_ctx":8}}'
    ) == recorder.body()
    assert ([[0.5], [1]], 2) == (embeddings.vectors, embeddings.usage.prompt_tokens)
    with pytest.raises(DecodeError, match="2 vectors for 1 texts"):
        shell.call(client.embed, "a", model="m")


def test_models(shell: Shell, recorder: Recorder) -> None:
    """Models are listed and described, whatever an older server leaves out."""
    listed = '{"models":[{"name":"a","details":{"families":null}},{"name":"b"}]}'
    recorder.reply(
        json_answer(listed), json_answer('{"models":[]}'), json_answer('{"license":"M"}')
    )
    client = ollama(shell, recorder)

    found = shell.call(client.models.list)
    running = shell.call(client.models.running)
    one = shell.call(client.models.get, "a", verbose=True)

    assert ["GET /api/tags", "GET /api/ps", "POST /api/show"] == recorder.heads()
    assert b'{"model":"a","verbose":true}' == recorder.body()
    assert (["a", "b"], None, [], "M") == (
        [model.name for model in found],
        found[0].details.families,
        running,
        one.license,
    )


def test_models_come_and_go(shell: Shell, recorder: Recorder) -> None:
    """Fetching tells its progress; copying and deleting have no answer."""
    recorder.reply(
        lines(b'{"status":"pulling","total":9}\n{"status":"success"}\n'),
        lines(b'{"status":"success"}\n'),
        lines(b'{"status":"success"}\n'),
        answer(),
        answer(),
    )
    models = ollama(shell, recorder).models

    progress = shell.items(models.pull("a", insecure=True))
    shell.items(models.push("me/a"))
    shell.items(models.create("b", source="a", system="Be brief."))
    shell.call(models.copy, "a", "c")
    shell.call(models.delete, "c")

    assert ["pulling", "success"] == [one.status for one in progress]
    assert [
        b'{"model":"a","insecure":true,"stream":true}',
        b'{"model":"me/a","stream":true}',
        b'{"model":"b","from":"a","system":"Be brief.","stream":true}',
        b'{"source":"a","destination":"c"}',
        b'{"model":"c"}',
    ] == [recorder.body(position) for position in range(5)]
    assert "DELETE /api/delete" == recorder.heads()[-1]


def test_a_download_that_fails_on_its_way(shell: Shell, recorder: Recorder) -> None:
    """A failure after the first status is an error, and so is an end without success."""
    recorder.reply(
        lines(b'{"status":"pulling manifest"}\n{"error":"file does not exist"}\n'),
        lines(b'{"status":"pulling manifest"}\n'),
    )
    models = ollama(shell, recorder).models

    with pytest.raises(ServerError, match="file does not exist"):
        shell.items(models.pull("a"))
    with pytest.raises(StreamTruncated):
        shell.items(models.pull("a"))
