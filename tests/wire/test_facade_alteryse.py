"""
The facade of Alteryse on the wire: literal requests, canned answers, both shells.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from recorder import Recorder, answer, json_answer
from shells import Shell

import polyvox
from polyvox import Done, Message, TextDelta, Usage
from polyvox_core.errors import (
    ConfigError,
    DecodeError,
    PolyvoxError,
    RedirectRefused,
    ServerError,
    StreamTruncated,
    UnexpectedContentType,
    UnsupportedError,
)

NDJSON = "application/x-ndjson"
PIECES = b'{"content":"Bon"}\n{"content":"jour \xe2\x80\x93 ok"}\n{"content":"","done":true}\n'
# Content type and body of the same answer, in every framing that may come.
FRAMINGS = [
    pytest.param("application/json", b'{"content":"Bonjour"}', id="document"),
    pytest.param("application/json", b'{\n  "content": "Bonjour"\n}\n', id="spread-document"),
    pytest.param(NDJSON, b'{"content":"Bon"}\n{"content":"jour"}\n', id="lines-without-a-mark"),
    pytest.param(NDJSON, b'{"content":"Bonjour","done":true}\n', id="one-line"),
    pytest.param("text/plain", b'{"content":"Bon"}{"content":"jour"}', id="in-a-row"),
    pytest.param(
        NDJSON,
        b'{"message":{"role":"assistant","content":"Bon"},"done":false}\n'
        b'{"message":{"content":"jour"},"done":true,"done_reason":"stop"}',
        id="ollama-chat",
    ),
    pytest.param(
        "application/json",
        b'{"response":"Bon","done":false}\n{"response":"jour","done":true}\n',
        id="ollama-prompt",
    ),
    pytest.param(
        "text/event-stream",
        b'data: {"content":"Bon"}\n\ndata:{"content":"jour"}\n\ndata: [DONE]\n\n',
        id="events",
    ),
    pytest.param("application/octet-stream", b'data: {"content":"Bonjour"}\n\n', id="untyped"),
]
FAULTS = [
    pytest.param("application/json", b"", DecodeError, "an empty body", id="no-body"),
    pytest.param("application/json", b"{}", DecodeError, "an empty body", id="nothing-in-it"),
    pytest.param(
        "application/json", b'{"id":1}', DecodeError, "missing member 'content'", id="no-content"
    ),
    pytest.param("application/json", b'{"content":""}', DecodeError, "is empty", id="no-text"),
    pytest.param("application/json", b'{"content":"Hel', DecodeError, "broken JSON", id="cut"),
    pytest.param("application/json", b'{"content":null}', DecodeError, "missing member", id="null"),
    pytest.param("application/json", b"[1]", DecodeError, "unexpected", id="array"),
    pytest.param("text/html", b"<html>", UnexpectedContentType, "text/html", id="html"),
    pytest.param("text/plain", b"Bad luck", UnexpectedContentType, "text/plain", id="text"),
    pytest.param("application/json", b'{"error":"it broke"}', ServerError, "it broke", id="error"),
    pytest.param(NDJSON, b'{"content":"A","done":false}\n', StreamTruncated, "end", id="unended"),
    pytest.param(
        NDJSON, b'{"content":"A"}\n{"error":"it broke"}\n', ServerError, "it broke", id="late-error"
    ),
]


def instance(shell: Shell, recorder: Recorder, **arguments: Any) -> Any:
    """A client of the instance `inst-1`."""
    arguments = {"base_url": recorder.url, "instance_id": "inst-1", "api_key": "k-1", **arguments}
    return shell.client("alteryse", **arguments)


def test_chat_is_literally_this(shell: Shell, recorder: Recorder) -> None:
    """A chat goes to the instance's address with a slash, its key, and the mode first."""
    recorder.reply(json_answer('{"content":"Bonjour","id":7}', headers=("X-Request-Id: r-1",)))
    client = instance(shell, recorder)

    reply = shell.call(client.chat, "Say hello 你好", system="In French.", temperature=0.7)

    body = (
        '{"mode":"chat","stream":false,"messages":[{"role":"system","content":"In French."},'
        '{"role":"user","content":"Say hello 你好"}],"options":{"temperature":0.7}}'
    ).encode()
    head = (
        f"POST /inst-1/ HTTP/1.1\r\nHost: {recorder.host}\r\nAccept: application/json\r\n"
        "Accept-Encoding: gzip, deflate\r\n"
        f"User-Agent: {recorder.header('User-Agent')}\r\n"
        f"x-api-key: k-1\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    ).encode()
    assert head + body == recorder.requests[0]
    assert ("Bonjour", "r-1", Message("assistant", "Bonjour")) == (
        reply.text,
        reply.request_id,
        reply.message,
    )
    assert ("Bonjour", 7) == (reply.raw.content, reply.wire["id"])


def test_prompt_is_literally_this(shell: Shell, recorder: Recorder) -> None:
    """A prompt has the other mode, pictures in base64 as they are, and the options last."""
    recorder.reply(json_answer('{"content":"A chart"}'))
    client = instance(shell, recorder)

    reply = shell.call(
        client.complete,
        "What is this?",
        images=[b"\x89PNG", "data:image/png;base64,iVBORw0KGgo=", "iVBORw0KGgo="],
        num_ctx=4096,
        max_tokens=64,
        stop="END",
        options={"min_p": 0.1, "seed": None},
    )

    assert (
        b'{"mode":"generate","stream":false,"prompt":"What is this?","images":["iVBORw==",'
        b'"iVBORw0KGgo=","iVBORw0KGgo="],'
    ) == recorder.body().partition(b'"options"')[0]
    assert (
        b'{"min_p":0.1,"num_ctx":4096,"stop":["END"],"num_predict":64}}'
        == (recorder.body().partition(b'"options":')[2])
    )
    assert "A chart" == reply.text


def test_stream_is_literally_this(shell: Shell, recorder: Recorder) -> None:
    """A stream asks for lines and gives text, then the whole reply."""
    recorder.reply(answer(PIECES, NDJSON))
    client = instance(shell, recorder)

    *deltas, done = shell.items(client.stream("Hi"))

    assert [TextDelta("Bon"), TextDelta("jour \u2013 ok")] == deltas
    assert isinstance(done, Done)
    assert "Bonjour \u2013 ok" == done.reply.text
    assert NDJSON == recorder.header("Accept")
    assert b'{"mode":"chat","stream":true,"messages":[{"role":"user","content":"Hi"}]}' == (
        recorder.body()
    )


@pytest.mark.parametrize(("content_type", "body"), FRAMINGS)
def test_any_framing(shell: Shell, recorder: Recorder, content_type: str, body: bytes) -> None:
    """Whole answers and streams are read alike, whatever the instance makes of `stream`."""
    recorder.always(answer(body, content_type))
    client = instance(shell, recorder)

    texts = [
        shell.call(client.chat, "Hi").text,
        shell.call(client.complete, "Hi").text,
        shell.call(client.stream("Hi").read).text,
        shell.call(client.stream_complete("Hi").read).text,
    ]

    assert ["Bonjour"] * 4 == texts
    assert b'"mode":"generate","stream":true' in recorder.body()


@pytest.mark.parametrize(("content_type", "body", "error", "words"), FAULTS)
def test_no_answer_is_no_success(
    shell: Shell,
    recorder: Recorder,
    content_type: str,
    body: bytes,
    error: type[PolyvoxError],
    words: str,
) -> None:
    """What holds no text, or not the whole of it, is an error, in a stream as well."""
    recorder.always(answer(body, content_type))
    client = instance(shell, recorder)

    with pytest.raises(error, match=words):
        shell.call(client.chat, "Hi")
    with pytest.raises(error, match=words):
        shell.items(client.stream("Hi"))


def test_every_cut_of_a_stream(shell: Shell, recorder: Recorder) -> None:
    """The chunks of the transport do not show, wherever they are cut."""
    client = instance(shell, recorder)
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {NDJSON}\r\nTransfer-Encoding: chunked\r\n\r\n"
    texts: list[str] = []
    for cut in range(1, len(PIECES)):
        chunks = (PIECES[:cut], PIECES[cut:], b"")
        framed = b"".join(b"%x\r\n%b\r\n" % (len(chunk), chunk) for chunk in chunks)
        recorder.reply(head.encode() + framed)
        texts.append(shell.call(client.stream("Hi").read).text)

    assert {"Bonjour \u2013 ok"} == set(texts)


def test_a_broken_stream_keeps_its_text(shell: Shell, recorder: Recorder) -> None:
    """A connection that breaks after the first words is told, with the words; nothing is resent."""
    # Without a length, the end of the connection is the end of the answer.
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {NDJSON}\r\n\r\n".encode()
    recorder.reply(head + b'{"content":"Bon","done":false}\n')
    client = instance(shell, recorder, retry=3)

    with pytest.raises(StreamTruncated) as caught:
        shell.items(client.stream("Hi"))
    assert "Bon" == caught.value.partial.text
    assert 1 == len(recorder.requests)


def test_unavailable_is_tried_again(shell: Shell, recorder: Recorder) -> None:
    """A 503 passes; the last one is an error with the server's code."""
    busy = json_answer('{"code":"STARTING"}', status="503 Busy", headers=("Retry-After: 0",))
    recorder.reply(busy, json_answer('{"content":"Bonjour"}'), busy, busy)
    client = instance(shell, recorder, retry=polyvox.Retry(attempts=2, random=lambda: 0.0))

    assert "Bonjour" == shell.call(client.chat, "Hi").text
    with pytest.raises(ServerError, match="STARTING") as caught:
        shell.call(client.chat, "Hi")
    assert (503, "STARTING", 2) == (
        caught.value.status,
        caught.value.code,
        caught.value.attempts,
    )


@pytest.mark.parametrize("body", ["", "<html>Oops</html>", "down"])
def test_unavailable_without_a_code(shell: Shell, recorder: Recorder, body: str) -> None:
    """A 503 of a proxy, which is no JSON, is the same error without a code."""
    recorder.reply(answer(body.encode(), "text/html", status="503 Busy"))

    with pytest.raises(ServerError) as caught:
        shell.call(instance(shell, recorder).chat, "Hi")
    assert (503, None) == (caught.value.status, caught.value.code)


def test_slashless_addresses(shell: Shell, recorder: Recorder) -> None:
    """A redirect is not followed; its error says how to leave the slash out."""
    recorder.reply(
        answer(status="308 Permanent", headers=("Location: /inst-1",)),
        json_answer('{"content":"Bonjour"}'),
    )

    with pytest.raises(RedirectRefused, match="trailing_slash=False"):
        shell.call(instance(shell, recorder).chat, "Hi")
    client = instance(shell, recorder, trailing_slash=False)
    assert "Bonjour" == shell.call(client.chat, "Hi").text
    assert ["POST /inst-1/", "POST /inst-1"] == recorder.heads()


def test_messages_with_pictures(shell: Shell, recorder: Recorder, tmp_path: Path) -> None:
    """Pictures of messages come as bytes, paths, files, values or parts; texts are no paths."""
    path = tmp_path / "a.png"
    path.write_bytes(b"abc")
    recorder.always(json_answer('{"content":"Bonjour"}'))
    parts = [
        {"type": "text", "text": "Look"},
        {"type": "image_url", "image_url": {"url": "data:image/png;base64,YWJj"}},
    ]

    shell.call(
        instance(shell, recorder).chat,
        [
            {"role": "user", "content": "One", "images": path},
            {"role": "user", "content": "Two", "images": [io.BytesIO(b"abc"), b"abc"]},
            {"role": "user", "content": "Three", "images": [polyvox.Image(b64="YWJj")]},
            Message("user", parts),
            {"role": "assistant", "content": "I see."},
        ],
    )

    assert (
        b'{"mode":"chat","stream":false,"messages":[{"role":"user","content":"One","images":["YWJj"]},'
        b'{"role":"user","content":"Two","images":["YWJj","YWJj"]},'
        b'{"role":"user","content":"Three","images":["YWJj"]},'
        b'{"role":"user","content":"Look","images":["YWJj"]},'
        b'{"role":"assistant","content":"I see."}]}'
    ) == recorder.body()


def test_bad_input_is_refused_before_sending(shell: Shell, recorder: Recorder) -> None:
    """Web addresses, unknown parts and options, and ids with slashes never reach the wire."""
    client = instance(shell, recorder)
    audio = [{"role": "user", "content": [{"type": "input_audio"}]}]

    with pytest.raises(ConfigError, match="web address"):
        shell.call(client.complete, "Hi", images="https://example.com/a.png")
    with pytest.raises(ConfigError, match="input_audio"):
        shell.call(client.chat, audio)
    with pytest.raises(ConfigError, match="'temperature'"):
        shell.call(client.chat, "Hi", temperatur=1)
    for arguments in ({"instance_id": "a/b"}, {"instance_id": ".."}, {"api_key": None}):
        with pytest.raises(ConfigError):
            instance(shell, recorder, **arguments)
    assert [] == recorder.requests


def test_what_an_instance_lacks(shell: Shell, recorder: Recorder) -> None:
    """Other verbs say what there is."""
    with pytest.raises(UnsupportedError, match=r"It offers: chat, stream, .*complete"):
        _ = instance(shell, recorder).embed


def test_facts_of_ollama_are_kept(shell: Shell, recorder: Recorder) -> None:
    """What an Ollama server behind an instance adds is read: reason, thoughts and counts."""
    recorder.reply(
        json_answer(
            '{"model":"m","message":{"content":"A","thinking":"hm"},"done":true,'
            '"done_reason":"length","prompt_eval_count":2,"eval_count":3}'
        ),
        json_answer('{"content":"","done_reason":"stop","eval_count":0}'),
    )
    client = instance(shell, recorder)

    reply = shell.call(client.chat, "Hi", model="ignored")
    empty = shell.call(client.chat, "Hi")

    assert ("A", "hm", "length", "m", Usage(2, 3, 5)) == (
        reply.text,
        reply.reasoning,
        reply.finish_reason,
        reply.model,
        reply.usage,
    )
    assert ("", "stop", Usage(completion_tokens=0)) == (
        empty.text,
        empty.finish_reason,
        empty.usage,
    )
    assert b"ignored" not in b"".join(recorder.requests)


def test_the_generated_client_and_other_settings(shell: Shell, recorder: Recorder) -> None:
    """`api` reaches the operation itself; `with_` keeps the instance."""
    recorder.always(json_answer('{"content":"Bonjour"}'))
    client = instance(shell, recorder).with_(extra_headers={"X-A": "1"})

    made = shell.call(
        client.api.instances.run_instance,
        "inst-1",
        body={"mode": "generate", "prompt": "Hi"},
    )
    shell.call(client.chat, "Hi")

    assert "Bonjour" == made.content
    assert "1" == recorder.header("X-A")
    assert ["POST /inst-1/"] * 2 == recorder.heads()
    assert "k-1" not in repr(client)
