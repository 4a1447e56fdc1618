"""
Streamed extractions on the wire: broken streams, early ends, and what is on the line.
"""

from __future__ import annotations

import gc
import json
import warnings
from typing import Any

import pytest
from recorder import Recorder, answer, json_answer
from schema_types import Home
from shells import KEY, Shell

from polyvox import ExtractError, NotFound, Schema, StreamTruncated
from polyvox_core.errors import BadRequest, StreamClosed


def openai(shell: Shell, recorder: Recorder) -> Any:
    """A client for the recorder."""
    return shell.client("openai", base_url=f"{recorder.url}/v1", api_key=KEY)


def events(*texts: str, end: bool = True) -> bytes:
    """A streamed answer of these pieces."""
    choices: list[dict[str, Any]] = [{"index": 0, "delta": {"content": text}} for text in texts]
    if end:
        choices.append({"index": 0, "delta": {}, "finish_reason": "stop"})
    lines = [f"data: {json.dumps({'choices': [choice]})}\n\n" for choice in choices]
    ending = "data: [DONE]\n\n" if end else ""
    return answer("".join([*lines, ending]).encode(), "text/event-stream")


def test_pieces(shell: Shell, recorder: Recorder) -> None:
    """One item for each piece that brings news; the same object, with more of it known."""
    recorder.reply(events("", '{"ci', 'ty": "Ro', "me", '", "zip": null}', " "))
    stream = openai(shell, recorder).stream_extract("Where?", Home, model="m")
    pieces = shell.items(stream)

    assert 4 == len(pieces)
    assert [stream.partial] * 4 == pieces
    assert {"city": "Rome", "zip": None} == stream.partial.known
    assert Home("Rome") == stream.final
    assert "stop" == stream.reply.finish_reason


def test_broken_stream(shell: Shell, recorder: Recorder) -> None:
    """A stream that ends too early is an error with what was known, and the reply so far."""
    recorder.reply(events('{"city": "Rom', end=False))
    stream = openai(shell, recorder).stream_extract("Where?", Home, model="m")

    with pytest.raises(StreamTruncated) as caught:
        shell.items(stream)

    assert {"city": "Rom"} == caught.value.partial
    assert '{"city": "Rom' == caught.value.reply.text  # type: ignore[attr-defined]  # added
    assert "Rom" == stream.partial.city


def test_echoed_credentials(shell: Shell, recorder: Recorder) -> None:
    """A credential that the model echoes is in no error."""
    recorder.reply(events(json.dumps({"city": KEY})[:-1], end=False))
    stream = openai(shell, recorder).stream_extract("Where?", Home, model="m")

    with pytest.raises(StreamTruncated) as caught:
        shell.items(stream)

    assert {"city": "***"} == caught.value.partial


def test_refused_streams(shell: Shell, recorder: Recorder) -> None:
    """An error status that does not speak of the schema is raised as it is."""
    recorder.always(json_answer('{"error": {"message": "No such model"}}', status="404 Not Found"))
    client = openai(shell, recorder)

    with pytest.raises(NotFound):
        shell.items(client.stream_extract("Where?", Home, model="m"))
    with pytest.raises(NotFound):
        shell.call(client.extract, "Where?", Home, model="m")

    assert 2 == len(recorder.requests)


def test_server_refuses_twice(shell: Shell, recorder: Recorder) -> None:
    """A refusal of the request told in words is raised as it is."""
    body = '{"error": {"message": "Unknown parameter", "param": "response_format"}}'
    recorder.always(json_answer(body, status="400 Bad Request"))
    client = openai(shell, recorder)

    with pytest.raises(BadRequest):
        shell.call(client.extract, "Where?", Home, model="m")
    assert [True, False] == [b"response_format" in one for one in recorder.requests]


def test_other_errors(shell: Shell, recorder: Recorder) -> None:
    """An error that has no reply so far is raised as it is."""
    recorder.reply(events('{"city": "Rome"'))
    client = openai(shell, recorder)
    stream = client.stream_extract("Where?", Home, model="m")
    shell.items(stream, 1)
    stream._extraction._stream._closed = True
    stream._closed = False

    with pytest.raises(StreamClosed, match="The stream is closed") as caught:
        shell.one(stream)
    assert caught.value.partial is None


def test_end_that_was_not_reached(shell: Shell, recorder: Recorder) -> None:
    """Before the end there is no value, and an error that says so."""
    recorder.reply(events('{"city": ', '"Rome"}'))
    stream = openai(shell, recorder).stream_extract("Where?", Home, model="m")
    before = dict(stream.headers)
    shell.items(stream, 1)

    assert {} == before
    with pytest.raises(StreamClosed, match="no value yet"):
        _ = stream.final
    with pytest.raises(StreamClosed) as caught:
        _ = stream.reply
    assert {} == caught.value.partial


def test_close_before_the_start(shell: Shell, recorder: Recorder) -> None:
    """A stream that is closed before it began sends nothing."""
    stream = openai(shell, recorder).stream_extract("Where?", Home, model="m")
    shell.shut(stream)

    assert [] == recorder.requests


def test_leaving_early(shell: Shell, recorder: Recorder) -> None:
    """Leaving the block closes the answer, and nothing is left open."""
    recorder.reply(events(*['{"city": "', *["Rome"] * 50]))
    client = openai(shell, recorder)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        stream = client.stream_extract("Where?", Home, model="m")
        shell.items(stream, 1)
        del stream
        gc.collect()
    recorder.reply(events('{"city": "Oslo"}'))

    assert Home("Oslo") == shell.call(client.stream_extract("Where?", Home, model="m").read)


def test_repairs_count_over_streams(shell: Shell, recorder: Recorder) -> None:
    """Each answer of a stream that does not fit costs a repair."""
    recorder.always(events('{"city": 1}'))
    wanted = Schema(Home, repairs=2)
    stream = openai(shell, recorder).stream_extract("Where?", wanted, model="m")

    with pytest.raises(ExtractError, match="does not fit Home") as caught:
        shell.items(stream)

    assert 3 == len(recorder.requests)
    assert {"city": 1} == caught.value.partial
