"""
The scripted deployment plays errors, truncation, breaks and statuses.
"""

from __future__ import annotations

import httpx
import pytest
from fixture_types import Chat
from streams import payloads, text_of


def configured(*script: object) -> dict[str, object]:
    """The request field that carries a script."""
    return {"custom_fields": {"configuration": {"script": list(script)}}}


def test_texts_are_played(chat: Chat) -> None:
    """Texts are pieces of the content, whole and streamed."""
    script = configured("Go ", {"content": "on"}, {"delta": {"content": "!"}})
    whole = chat("scripted", **script).json()["choices"][0]["message"]["content"]

    assert "Go on!" == whole == text_of(chat("scripted", stream=True, **script).text)


def test_error_in_the_stream(chat: Chat) -> None:
    """An error is an event of its own, and the terminator follows."""
    error = {"message": "It broke.", "type": "runtime_error", "code": "500"}
    response = chat("scripted", stream=True, **configured("Go ", {"error": error}, "on"))

    assert {"error": error} == payloads(response.text)[-1]
    assert response.text.endswith("data: [DONE]\n\n")
    assert "Go " == text_of(response.text)


@pytest.mark.parametrize(
    ("code", "status"), [("429", 429), (503, 503), ("broken", 500), (None, 500)]
)
def test_error_without_a_stream(chat: Chat, code: object, status: int) -> None:
    """Without a stream the error is an error answer, its code the status where it is one."""
    response = chat("scripted", **configured("Go ", {"error": {"message": "No.", "code": code}}))

    assert (status, "No.") == (response.status_code, response.json()["error"]["message"])


def test_nameless_error(chat: Chat) -> None:
    """An empty error still is an error object."""
    response = chat("scripted", stream=True, **configured({"error": {}}))

    assert "500" == payloads(response.text)[-1]["error"]["code"]


def test_truncation(chat: Chat) -> None:
    """The stream ends without a finish reason and without a terminator."""
    response = chat("scripted", stream=True, **configured("Go ", {"truncate": True}, "on"))

    assert "Go " == text_of(response.text)
    assert "[DONE]" not in response.text


@pytest.mark.parametrize("stream", [True, False])
def test_abort(chat: Chat, stream: bool) -> None:
    """The connection breaks in the middle of the answer."""
    with pytest.raises(httpx.RemoteProtocolError):
        chat("scripted", stream=stream, **configured("Go ", {"abort": True}))


def test_raw_text_and_comments(chat: Chat) -> None:
    """Comments and raw text appear as they are."""
    script = configured({"comment": "wait"}, {"raw": "data: not json\r\n\r\n"})
    response = chat("scripted", stream=True, **script)

    assert "\n\n: wait\n\ndata: not json\r\n\r\n" in response.text


def test_whole_chunk(chat: Chat) -> None:
    """A chunk is sent as it is, and counts for the message too."""
    chunk = {"choices": [{"index": 0, "delta": {"content": "Hi"}}], "odd": 1}
    script = configured({"chunk": chunk})

    assert chunk in payloads(chat("scripted", stream=True, **script).text)
    assert "Hi" == chat("scripted", **script).json()["choices"][0]["message"]["content"]


def test_finish_reason(chat: Chat) -> None:
    """The script sets the finish reason, also to nothing."""
    answers = [chat("scripted", **configured({"finish_reason": end})) for end in ("length", None)]

    assert ["length", None] == [item.json()["choices"][0]["finish_reason"] for item in answers]


def test_status_with_json(chat: Chat) -> None:
    """A status answers at once, with headers and body."""
    item = {"status": 429, "headers": {"Retry-After": "1"}, "body": {"error": {"message": "Slow."}}}
    response = chat("scripted", **configured(item))

    assert (429, "1") == (response.status_code, response.headers["retry-after"])
    assert {"error": {"message": "Slow."}} == response.json()


def test_status_with_text(chat: Chat) -> None:
    """A text body keeps the content type that the script gives it."""
    item = {"status": 200, "headers": {"content-type": "text/html"}, "body": "<html>"}
    response = chat("scripted", **configured(item))

    assert ("text/html; charset=utf-8", "<html>") == (
        response.headers["content-type"],
        response.text,
    )


def test_status_a_few_times(chat: Chat) -> None:
    """With `times` the status comes that often, then the rest of the script."""
    script = configured({"status": 503, "times": 2}, "Back")
    statuses = [chat("scripted", "a few times", **script).status_code for _ in range(3)]

    assert [503, 503, 200] == statuses


def test_unknown_item_is_refused(chat: Chat) -> None:
    """A script with an unknown item is refused by name."""
    response = chat("scripted", **configured({"sleep": 1}))

    assert 400 == response.status_code
    assert "['sleep']" in response.json()["error"]["message"]
