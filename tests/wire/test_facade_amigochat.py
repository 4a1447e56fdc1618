"""
The facade of AmigoChat on the wire: literal requests, the four shapes of an answer, both shells.
"""

from __future__ import annotations

import gzip
import uuid
from typing import Any

import pytest
from recorder import Recorder, answer, json_answer
from shells import Shell

import polyvox
from polyvox import Done, Message, TextDelta, Usage, UsageEvent
from polyvox.backends.amigochat.types import Device
from polyvox_core.errors import (
    AuthenticationError,
    BadRequest,
    ConfigError,
    DecodeError,
    PermissionDenied,
    PolyvoxError,
    RateLimited,
    ServerError,
    StatusError,
    StreamTruncated,
    UnexpectedContentType,
)

CREATED = "201 Created"
DEVICE = Device("0d9ee1c5-3f0e-4c55-8a1f-6f3f6f4f4d2b")
JSON, SSE = "application/json", "text/event-stream"
COMPLETION = (
    '{"id":"c-1","object":"chat.completion","created":5,"model":"gpt-4o-mini","choices":[{"index":0,'
    '"message":{"role":"assistant","content":"Котик 🐈"},"finish_reason":"stop"}],'
    '"usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":3}}'
)
EVENTS = (
    'data: {"id":"c-1","choices":[{"index":0,"delta":{"role":"assistant","content":""},'
    '"finish_reason":null}]}\n\n: ping\n\n'
    'data: {"choices":[{"index":0,"delta":{"content":"Котик"},"finish_reason":null}]}\n\n'
    'data: {"choices":[]}\n\n'
    'data: {"choices":[{"index":0,"delta":{"content":" 🐈"},"finish_reason":null}]}\n\n'
    'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\n'
    "data: [DONE]\n\n"
)
# Content type and body of one and the same answer.
SHAPES = [
    pytest.param(JSON, '{"message":"Котик 🐈"}', id="text"),
    pytest.param(JSON, f'{{"message":{COMPLETION}}}', id="wrapped"),
    pytest.param(JSON, COMPLETION, id="plain"),
    pytest.param(SSE, EVENTS, id="events"),
    pytest.param(SSE, EVENTS.replace("data: ", "data:"), id="events-without-a-blank"),
    pytest.param(SSE, EVENTS.replace("\n", "\r\n"), id="events-with-crlf"),
    pytest.param(SSE, EVENTS.replace("data: [DONE]\n\n", ""), id="events-without-done"),
    pytest.param(JSON, EVENTS, id="events-called-json"),
    pytest.param("text/plain", EVENTS, id="events-called-text"),
    pytest.param(
        SSE,
        'data: {"choices":[{"text":"Котик"}]}\n\n'
        'data: {"choices":[{"text":" 🐈","finish_reason":"stop"}]}\n\n',
        id="events-with-text",
    ),
    pytest.param(
        SSE,
        'data: {"choices":[{"message":{"content":"Котик 🐈"},"finish_reason":"stop"}]}\n\n',
        id="events-with-a-message",
    ),
]
FAULTS = [
    pytest.param(JSON, "", DecodeError, "an empty body", id="no-body"),
    pytest.param(JSON, "{}", DecodeError, "an empty body", id="nothing-in-it"),
    pytest.param(JSON, '{"message":""}', DecodeError, "the text is empty", id="no-text"),
    pytest.param(JSON, '{"message":null}', DecodeError, "missing member", id="null"),
    pytest.param(JSON, '{"choices":[]}', DecodeError, "missing member", id="no-choice"),
    pytest.param(JSON, '{"choices":[{}]}', DecodeError, "the text is empty", id="hollow-choice"),
    pytest.param(JSON, '{"message":"Hel', DecodeError, "broken JSON", id="cut"),
    pytest.param("text/html", "<html>", UnexpectedContentType, "text/html", id="html"),
    pytest.param("text/plain", "Amigo", UnexpectedContentType, "text/plain", id="text"),
    pytest.param(SSE, "data: [DONE]\n\n", StreamTruncated, "end marker", id="no-event"),
    pytest.param(SSE, EVENTS[:150], StreamTruncated, "end marker", id="unended"),
    pytest.param(
        SSE,
        EVENTS.partition('data: {"choices":[]}')[0] + 'data: {"error":{"message":"it broke"}}\n\n',
        ServerError,
        "it broke",
        id="late-error",
    ),
    pytest.param(
        JSON, '{"message":"Forbidden","statusCode":403}', PermissionDenied, "Forbidden", id="nest"
    ),
]


def amigo(shell: Shell, recorder: Recorder, **arguments: Any) -> Any:
    """A client with a known device."""
    return shell.client("amigochat", **{"base_url": recorder.url, "device": DEVICE, **arguments})


def typed(content_type: str, body: str, **more: Any) -> bytes:
    """An answer with the status of a creation."""
    return answer(body.encode(), content_type, **{"status": CREATED, **more})


def test_chat_is_literally_this(shell: Shell, recorder: Recorder) -> None:
    """An anonymous chat sends the device's headers and the model's persona, and no credential."""
    recorder.reply(json_answer(COMPLETION, status=CREATED, headers=("X-Request-Id: r-1",)))

    reply = shell.call(amigo(shell, recorder).chat, "Кто это?")

    body = (
        '{"messages":[{"role":"user","content":"Кто это?"}],"model":"gpt-4o-mini",'
        '"personaId":"amigo","stream":false}'
    ).encode()
    head = (
        f"POST /v1/chat/completions HTTP/1.1\r\nHost: {recorder.host}\r\n"
        "Accept: application/json\r\nAccept-Encoding: gzip, deflate\r\n"
        f"User-Agent: {recorder.header('User-Agent')}\r\n"
        "x-device-language: en-US\r\nx-device-platform: web\r\n"
        "x-device-uuid: 0d9ee1c5-3f0e-4c55-8a1f-6f3f6f4f4d2b\r\nx-device-version: 1.0.45\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    ).encode()
    assert head + body == recorder.requests[0]
    assert ("Котик 🐈", "stop", Usage(1, 2, 3), "c-1", "r-1") == (
        reply.text,
        reply.finish_reason,
        reply.usage,
        reply.id,
        reply.request_id,
    )
    assert "chat.completion" == reply.raw.to_dict()["object"]


def test_all_options_are_literally_this(shell: Shell, recorder: Recorder) -> None:
    """Options travel under the service's names and in its order; a token is a bearer token."""
    recorder.reply(json_answer('{"message":"Да"}'))
    client = amigo(shell, recorder, api_key="t-1", headers={"Origin": "https://amigochat.io"})
    image = {"type": "image_url", "image_url": {"url": "data:image/png;base64,YWJj"}}

    shell.call(
        client.chat,
        [Message("user", [{"type": "text", "text": "Что?"}, image])],
        system="Кратко.",
        model="claude-3.5-haiku",
        top_p=0.95,
        temperature=0.5,
        max_tokens=4000,
        presence_penalty=0,
        frequency_penalty=0,
        chat_id="7b6c",
    )

    assert (
        '{"chatId":"7b6c","messages":[{"role":"system","content":"Кратко."},{"role":"user",'
        '"content":[{"type":"text","text":"Что?"},{"type":"image_url","image_url":'
        '{"url":"data:image/png;base64,YWJj"}}]}],"model":"claude-3-5-haiku-latest",'
        '"personaId":"3-5-haiku","frequency_penalty":0,"presence_penalty":0,"max_tokens":4000,'
        '"temperature":0.5,"top_p":0.95,"stream":false}'
    ).encode() == recorder.body()
    assert ("Bearer t-1", "https://amigochat.io") == (
        recorder.header("Authorization"),
        recorder.header("Origin"),
    )


def test_stream_is_literally_this(shell: Shell, recorder: Recorder) -> None:
    """A stream asks for events; the text arrives piece by piece, then the whole reply."""
    recorder.reply(typed(SSE, EVENTS))

    *deltas, done = shell.items(amigo(shell, recorder).stream("Кто?", model="gpt-4o"))

    assert [TextDelta("Котик"), TextDelta(" 🐈")] == deltas
    assert isinstance(done, Done)
    assert ("Котик 🐈", "stop") == (done.reply.text, done.reply.finish_reason)
    assert SSE == recorder.header("Accept")
    assert (
        '{"messages":[{"role":"user","content":"Кто?"}],"model":"gpt-4o",'
        '"personaId":"summarizer","stream":true}'
    ).encode() == recorder.body()


@pytest.mark.parametrize(("content_type", "body"), SHAPES)
@pytest.mark.parametrize("status", ["200 OK", CREATED])
def test_any_shape(
    shell: Shell, recorder: Recorder, status: str, content_type: str, body: str
) -> None:
    """The shape of an answer does not depend on what was asked for, nor does its reading."""
    recorder.always(typed(content_type, body, status=status))
    client = amigo(shell, recorder)

    whole = shell.call(client.chat, "Кто?")
    streamed = shell.call(client.stream("Кто?").read)

    assert "Котик 🐈" == whole.text == streamed.text
    assert "Котик 🐈" == whole.message.content == streamed.message.content
    assert whole.raw == streamed.raw


def test_a_whole_answer_to_a_stream(shell: Shell, recorder: Recorder) -> None:
    """It is one piece of text, its usage, and the end."""
    recorder.reply(json_answer(f'{{"message":{COMPLETION}}}', status=CREATED))

    events = shell.items(amigo(shell, recorder).stream("Кто?"))

    assert [TextDelta("Котик 🐈"), UsageEvent(Usage(1, 2, 3))] == events[:2]
    assert [Done] == [type(event) for event in events[2:]]


def test_compressed_shapes(shell: Shell, recorder: Recorder) -> None:
    """Compression does not get in the way of looking at the first bytes."""
    recorder.always(
        answer(
            gzip.compress(EVENTS.encode()),
            JSON,
            status=CREATED,
            headers=("Content-Encoding: gzip",),
        )
    )
    client = amigo(shell, recorder)

    assert "Котик 🐈" == shell.call(client.chat, "Кто?").text
    assert "Котик 🐈" == shell.call(client.stream("Кто?").read).text


@pytest.mark.parametrize("body", [EVENTS, f'{{"message":{COMPLETION}}}'], ids=["events", "json"])
def test_every_cut(shell: Shell, recorder: Recorder, body: str) -> None:
    """The chunks of the transport do not show, wherever they cut, letters included."""
    client = amigo(shell, recorder)
    content, texts = body.encode(), set[str]()
    head = f"HTTP/1.1 201 Created\r\nContent-Type: {SSE if body is EVENTS else JSON}\r\n"
    for cut in range(1, len(content), 7 if shell.is_async else 3):
        chunks = (content[:cut], content[cut:], b"")
        framed = b"".join(b"%x\r\n%b\r\n" % (len(chunk), chunk) for chunk in chunks)
        recorder.reply(f"{head}Transfer-Encoding: chunked\r\n\r\n".encode() + framed)
        texts.add(shell.call(client.stream("Кто?").read).text)

    assert {"Котик 🐈"} == texts


@pytest.mark.parametrize(("content_type", "body", "error", "words"), FAULTS)
def test_no_answer_is_no_success(
    shell: Shell,
    recorder: Recorder,
    content_type: str,
    body: str,
    error: type[PolyvoxError],
    words: str,
) -> None:
    """What holds no text, or not the whole of it, is an error, in a stream as well."""
    recorder.always(typed(content_type, body))
    client = amigo(shell, recorder)

    with pytest.raises(error, match=words):
        shell.call(client.chat, "Кто?")
    with pytest.raises(error, match=words):
        shell.items(client.stream("Кто?"))


def test_nothing_is_sent_again_after_the_first_word(shell: Shell, recorder: Recorder) -> None:
    """A stream that ends early keeps its text, and is not begun anew."""
    recorder.always(typed(SSE, EVENTS.partition("data: [DONE]")[0].rpartition("data:")[0]))

    with pytest.raises(StreamTruncated) as caught:
        shell.items(amigo(shell, recorder, retry=3).stream("Кто?"))
    assert "Котик 🐈" == caught.value.partial.text
    assert 1 == len(recorder.requests)


@pytest.mark.parametrize(
    ("status", "content_type", "body", "error", "code", "words"),
    [
        ("400 No", JSON, '{"message":["a","b"],"statusCode":400}', BadRequest, None, "a; b"),
        ("401 No", JSON, '{"message":"Unauthorized"}', AuthenticationError, None, "API key"),
        ("403 No", JSON, '{"message":"Forbidden"}', PermissionDenied, None, "Forbidden"),
        (
            "403 No",
            "text/html",
            "<title>Cloudflare</title>",
            PermissionDenied,
            "cloudflare",
            "HTML",
        ),
        ("402 No", "text/plain", "Your balance is not enough", StatusError, "balance", "12:00 UTC"),
        ("500 No", "text/plain", "Error handling AIML chat", ServerError, "upstream", "provider"),
        ("201 OK", JSON, '{"error":"balance is not enough"}', StatusError, "balance", "12:00"),
        ("429 No", JSON, '{"message":"Slow"}', RateLimited, None, "Slow"),
        ("502 No", "text/html", "<h1>Bad Gateway</h1>", ServerError, None, "502"),
    ],
)
def test_failures_have_names(
    shell: Shell,
    recorder: Recorder,
    status: str,
    content_type: str,
    body: str,
    error: type[StatusError],
    code: str | None,
    words: str,
) -> None:
    """The service's own texts are recognised under any status, and the hint says what to do."""
    recorder.always(typed(content_type, body, status=status))
    client = amigo(shell, recorder)

    for failing in (client.chat, lambda text: client.stream(text).read()):
        with pytest.raises(error, match=words) as caught:
            shell.call(failing, "Кто?")
        assert code == caught.value.code
        assert "amigochat" == caught.value.backend


def test_the_words_of_a_quota_in_an_answer(shell: Shell, recorder: Recorder) -> None:
    """A model that talks about balances has failed at nothing."""
    recorder.reply(json_answer('{"message":"Your balance is not enough"}'))

    assert "balance" in shell.call(amigo(shell, recorder).chat, "Кто?").text


def test_refusals_are_final(shell: Shell, recorder: Recorder) -> None:
    """A 403 is not asked again; a 429 is, by the same device."""
    recorder.reply(
        json_answer('{"message":"Forbidden"}', status="403 No"),
        json_answer('{"message":"Slow"}', status="429 No", headers=("Retry-After: 0",)),
        json_answer('{"message":"Да"}'),
    )
    client = amigo(shell, recorder, retry=polyvox.Retry(attempts=3, random=lambda: 0.0))

    with pytest.raises(PermissionDenied):
        shell.call(client.chat, "Кто?")
    assert "Да" == shell.call(client.chat, "Кто?").text
    assert [DEVICE.uuid] * 3 == [recorder.header("x-device-uuid", at) for at in range(3)]


def test_one_client_is_one_device(shell: Shell, recorder: Recorder) -> None:
    """A device is made up once per client, and survives `with_`; another client has another."""
    recorder.always(json_answer('{"message":"Да"}'))
    one, other = (shell.client("amigochat", base_url=recorder.url) for _ in range(2))

    for client in (one, one.with_(timeout=5), other):
        shell.call(client.chat, "Кто?")

    first, same, second = [recorder.header("x-device-uuid", at) or "" for at in range(3)]
    assert first == same != second
    assert 4 == uuid.UUID(first).version


@pytest.mark.parametrize(
    ("name", "model", "persona"),
    [
        ("gpt-4o", "gpt-4o", "summarizer"),
        ("o1-preview", "o1-preview-", "openai-o-one"),
        ("gemini-pro", "gemini-1.5-pro", "gemini-1-5-pro"),
        ("claude-3.5-sonnet", "claude-3-5-sonnet-20241022", "clude-claude-3-5-sonnet-20241022"),
        ("gpt-4.1-2025-04-14", "gpt-4.1-2025-04-14", None),
    ],
)
def test_names_of_models(
    shell: Shell, recorder: Recorder, name: str, model: str, persona: str | None
) -> None:
    """An exact id beats an alias; what nobody knows is sent as it is, without a persona."""
    recorder.reply(json_answer('{"message":"Да"}'))

    shell.call(amigo(shell, recorder).chat, "Кто?", model=name)

    member = f'"personaId":"{persona}",' if persona else ""
    assert recorder.body().endswith(f'"model":"{model}",{member}"stream":false}}'.encode())


def test_models_are_listed_without_asking(shell: Shell, recorder: Recorder) -> None:
    """The table has 29 chat and 8 image models, found by id and alias."""
    client = amigo(shell, recorder)

    chats, images = (shell.call(client.models.list, kind=kind) for kind in ("chat", "image"))

    assert (29, 8, 37) == (len(chats), len(images), len(shell.call(client.models.list)))
    assert "dalle-three" == shell.call(client.models.get, "dalle-3").persona_id
    with pytest.raises(ConfigError, match="'gpt-4o-mini'"):
        shell.call(client.models.get, "gpt-4o-mimi")
    assert [] == recorder.requests


def test_bad_input_is_refused_before_sending(shell: Shell, recorder: Recorder) -> None:
    """Models of the wrong kind, unknown ones where strict, and unknown options stay here."""
    client = amigo(shell, recorder, strict_models=True)

    with pytest.raises(ConfigError, match=r"images\.generate"):
        shell.call(client.chat, "Кто?", model="flux-realism")
    with pytest.raises(ConfigError, match=r"client\.chat"):
        shell.call(client.images.generate, "Кот", model="gpt-4o")
    with pytest.raises(ConfigError, match="no known model"):
        shell.call(client.chat, "Кто?", model="gpt-9")
    with pytest.raises(ConfigError, match="names no model"):
        shell.call(client.chat, "Кто?", model="")
    with pytest.raises(ConfigError, match="'max_tokens'"):
        shell.call(client.chat, "Кто?", max_token=1)
    assert [] == recorder.requests
