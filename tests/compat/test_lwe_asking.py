"""Asking by LWE's rules: what is sent, what comes back, whole and streamed."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
from lwe_shells import LweShell, bodies

from polyvox.compat.lwe import Result
from polyvox.emulator import Emulator
from polyvox.errors import ConfigError, StreamClosed
from polyvox.types import Message

NOT_SAVED = "No current user, conversation not saved"
SYSTEM = {"role": "system", "content": "You are a helpful assistant."}


def test_three_values(lwe: LweShell, openai: Emulator) -> None:
    """The result unpacks to three, and knows more."""
    success, response, message = result = lwe.ask(lwe.backend(openai), "Say hello!")

    assert (True, "Say hello!", NOT_SAVED) == (success, response, message)
    assert (True, "Say hello!", NOT_SAVED) == result
    assert ("stop", False, (), None, None) == (
        result.finish_reason,
        result.partial,
        result.tool_calls,
        result.error,
        result.conversation_id,
    )
    assert result.usage.total_tokens == result.reply.usage.total_tokens


def test_a_result_without_a_reply() -> None:
    """A result that no model gave has no facts about one."""
    result = Result(False, None, "no")

    assert (None, None, ()) == (result.usage, result.finish_reason, result.tool_calls)


@pytest.mark.parametrize(
    "again", [copy.copy, copy.deepcopy, lambda x: pickle.loads(pickle.dumps(x))]
)
def test_results_can_be_copied(again: Any) -> None:
    """Copies and pickles keep what the tuple does not show."""
    result = Result(False, "He", "broke", error=ConfigError("broke"), partial=True)
    other = again(result)

    assert result == other
    assert (True, "broke") == (other.partial, other.error.message)


def test_what_is_sent(lwe: LweShell, openai: Emulator) -> None:
    """A text is sent after the system message, in a request that does not stream."""
    lwe.ask(lwe.backend(openai), "Hi")

    assert [{"messages": [SYSTEM, {"role": "user", "content": "Hi"}], "model": "echo"}] == bodies(
        openai
    )


@pytest.mark.parametrize(
    "given",
    [
        [{"role": "user", "content": "Hi"}],
        ({"role": "user", "content": "Hi"},),
        {"role": "user", "content": "Hi"},
        Message("user", "Hi"),
        [Message("user", "Hi")],
    ],
)
def test_messages_are_sent_as_they_are(lwe: LweShell, openai: Emulator, given: Any) -> None:
    """Nothing is put before messages that the caller wrote."""
    result = lwe.ask(lwe.backend(openai), given)

    assert "Hi" == result.response
    assert [{"role": "user", "content": "Hi"}] == bodies(openai)[0]["messages"]


@pytest.mark.parametrize("given", [None, 3, [3], [{"content": "Hi"}], b"Hi"])
def test_other_inputs_are_refused(lwe: LweShell, openai: Emulator, given: Any) -> None:
    """What is neither text nor message is a mistake of the caller, and raised."""
    backend = lwe.backend(openai)

    with pytest.raises(ConfigError, match=r"Pass a text|Use \{'role'"):
        lwe.ask(backend, given)
    assert [] == bodies(openai)


FORM = {"type": "json_schema", "json_schema": {"name": "n", "schema": {"type": "object"}}}
FUNCTION = {"type": "function", "function": {"name": "f", "parameters": {"type": "object"}}}


@pytest.mark.parametrize(
    ("key", "value", "sent"),
    [
        ("model", "tools", {"model": "tools"}),
        ("temperature", 0, {"temperature": 0}),
        ("max_tokens", 9, {"max_tokens": 9}),
        ("response_format", {"type": "text"}, {"response_format": {"type": "text"}}),
        ("tools", [FUNCTION], {"tools": [FUNCTION]}),
        ("tools", [], {}),
        ("tool_choice", "none", {"tool_choice": "none"}),
        ("timeout", 3, {}),
        ("max_submission_tokens", 900, {}),
    ],
)
def test_direct_keys(lwe: LweShell, openai: Emulator, key: str, value: Any, sent: Any) -> None:
    """A direct key takes the place of the preset's value as a whole, for one request."""
    preset = {
        "model_name": "echo",
        "temperature": 0.5,
        "max_tokens": 5,
        "response_format": FORM,
        "tools": [{**FUNCTION, "function": {**FUNCTION["function"], "name": "g"}}],
        "tool_choice": "auto",
    }
    backend = lwe.backend(openai)
    backend.set_provider("chat_openai", preset, reset=True)
    plain, changed, again = (lwe.ask(backend, "Hi", over) for over in (None, {key: value}, {}))
    before, body, after = bodies(openai)
    expected = {**before, **sent}
    if (key, value) == ("tools", []):
        expected = {name: one for name, one in before.items() if not name.startswith("tool")}

    assert all(result.success for result in (plain, changed, again)), changed.message
    assert (before, expected) == (after, body)


def test_streaming(lwe: LweShell, openai: Emulator) -> None:
    """The callback gets each piece, and the tuple the whole text."""
    pieces: list[str] = []
    overrides = {"stream_callback": pieces.append}
    result = lwe.ask_stream(lwe.backend(openai), "Say three words", overrides)

    assert (True, "Say three words", NOT_SAVED) == result
    assert ["Say", " three", " words"] == pieces
    assert bodies(openai)[0]["stream"]


def test_streaming_by_override(lwe: LweShell, openai: Emulator) -> None:
    """The override `stream` makes `ask` stream."""
    pieces: list[str] = []
    lwe.ask(lwe.backend(openai), "a b", {"stream": True, "stream_callback": pieces.append})

    assert ["a", " b"] == pieces


def test_the_callers_dict_stays(lwe: LweShell, openai: Emulator) -> None:
    """`ask_stream` leaves no mark in the caller's dict: the next `ask` does not stream (5.1.10)."""
    overrides: dict[str, Any] = {"preset_overrides": {}, "temperature": 0.5}
    before = copy.deepcopy(overrides)
    backend = lwe.backend(openai)
    lwe.ask_stream(backend, "Hi", overrides)
    lwe.ask(backend, "Hi", overrides)

    assert before == overrides
    assert [True, None] == [body.get("stream") for body in bodies(openai)]


def test_async_callbacks(lwe: LweShell, openai: Emulator) -> None:
    """A coroutine function is awaited under asyncio, and refused elsewhere."""
    pieces: list[str] = []

    async def callback(text: str) -> None:
        """Keep the text."""
        pieces.append(text)

    result = lwe.ask_stream(lwe.backend(openai), "a b", {"stream_callback": callback})

    assert (["a", " b"] if lwe.is_async else []) == pieces
    assert lwe.is_async == result.success
    assert lwe.is_async or "coroutine" in result.message


def test_what_a_callback_raises_arrives(lwe: LweShell, openai: Emulator) -> None:
    """An error of the caller's own function reaches the caller, and the stream is closed."""

    def callback(text: str) -> None:
        msg = f"no {text}"
        raise ValueError(msg)

    backend = lwe.backend(openai)

    with pytest.raises(ValueError, match="no a"):
        lwe.ask_stream(backend, "a b", {"stream_callback": callback})
    assert lwe.ask(backend, "still fine").success


def test_printing(lwe: LweShell, openai: Emulator, capsys: pytest.CaptureFixture[str]) -> None:
    """Text is printed where `print_stream` asks for it, and nothing else ever is."""
    pieces: list[str] = []
    backend = lwe.backend(openai)
    lwe.ask_stream(backend, "a b", {"print_stream": True, "stream_callback": pieces.append})
    lwe.ask_stream(backend, "c d", {"print_stream": True})
    lwe.ask(backend, "Hi")

    assert "a bc d" == capsys.readouterr().out
    assert ["a", " b"] == pieces


def test_return_only(lwe: LweShell, openai: Emulator, capsys: pytest.CaptureFixture[str]) -> None:
    """`set_return_only` silences what would be printed (5.1.11)."""
    backend = lwe.backend(openai)
    backend.set_return_only(True)
    result = lwe.ask_stream(backend, "a b", {"print_stream": True})

    assert ("", "") == tuple(capsys.readouterr())
    assert "a b" == result.response


def test_iterating(lwe: LweShell, openai: Emulator) -> None:
    """`stream` gives the text piece by piece, then the result."""
    pieces = lwe.backend(openai).stream("Say three words")

    assert ["Say", " three", " words"] == lwe.items(pieces)
    assert (True, "Say three words", NOT_SAVED) == pieces.result
    assert {} == pieces.headers


def test_iterating_with_a_callback(lwe: LweShell, openai: Emulator) -> None:
    """The callback of the overrides hears the pieces, too."""
    heard: list[str] = []
    pieces = lwe.backend(openai).stream("a b", {"stream_callback": heard.append})

    assert heard == lwe.items(pieces)
    assert ["a", " b"] == heard


def test_leaving_early(lwe: LweShell, openai: Emulator) -> None:
    """An iterator that is left stops the model; its result is partial."""
    backend = lwe.backend(openai)
    pieces = backend.stream("a b c")
    with pytest.raises(StreamClosed, match="no result yet"):
        _ = pieces.result

    assert ["a"] == lwe.items(pieces, 1)
    assert (True, "a", "Generation stopped") == pieces.result
    assert pieces.result.partial
    assert lwe.ask(backend, "still fine").success


def test_leaving_before_the_first_piece(lwe: LweShell, openai: Emulator) -> None:
    """A stream that is closed unread sends nothing."""
    pieces = lwe.backend(openai).stream("a b c")
    lwe.shut(pieces)

    assert [] == bodies(openai)
    with pytest.raises(StreamClosed, match="no result yet"):
        _ = pieces.result


def test_empty_texts(lwe: LweShell, openai: Emulator) -> None:
    """An empty text is sent as it is; no messages at all are a failure."""
    backend = lwe.backend(openai)
    lwe.ask(backend, "")
    nothing = lwe.ask(backend, [])

    assert {"role": "user", "content": ""} == bodies(openai)[0]["messages"][1]
    assert (False, None) == nothing[:2]
    assert "no message" in nothing.message


def test_the_last_answer(lwe: LweShell, openai: Emulator) -> None:
    """`message_clipboard` holds the last answer."""
    backend = lwe.backend(openai)
    before = backend.message_clipboard
    lwe.ask(backend, "Hi")

    assert (None, "Hi") == (before, backend.message_clipboard)
