"""What goes wrong becomes a failed result, never an exception or a success (5.1.1, 5.1.2)."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from lwe_shells import LweShell, bodies

from polyvox.compat.lwe import Result
from polyvox.emulator import Emulator
from polyvox.errors import (
    AuthenticationError,
    BadRequest,
    ConfigError,
    ConnectionFailed,
    NotFound,
    RateLimited,
    ServerError,
    StreamInterrupted,
    StreamTruncated,
    TimeoutExpired,
)
from polyvox.testing.faults import (
    FaultServer,
    Reset,
    Silence,
    answer,
    chat_events,
    error_answer,
    event_stream,
)

HE = chat_events("he", finish=None, done=False)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, BadRequest),
        (401, AuthenticationError),
        (404, NotFound),
        (429, RateLimited),
        (500, ServerError),
    ],
)
def test_error_statuses(lwe: LweShell, status: int, kind: type) -> None:
    """Each error status is a failure with the typed error beside it."""
    with FaultServer(error_answer(status, "It is not to be.")) as server:
        backend = lwe.backend(server)
        whole = lwe.ask(backend, "Hi")
        streamed = lwe.ask_stream(backend, "Hi")

    for result in (whole, streamed):
        success, response, message = result
        assert (False, None) == (success, response)
        assert "It is not to be." in message
        assert kind is type(result.error)
        assert not result.partial


def test_nobody_there(lwe: LweShell) -> None:
    """A server that is not there is a failure."""
    with FaultServer(answer()) as server:
        url = server.url
    result = lwe.ask(lwe.backend(url), "Hi")

    assert (False, None) == result[:2]
    assert isinstance(result.error, ConnectionFailed)


def test_retries_are_those_of_the_settings(lwe: LweShell) -> None:
    """LWE's `max_retries` counts further tries."""
    with FaultServer(error_answer(500, "no"), error_answer(500, "no")) as server:
        backend = lwe.backend(server)
        backend.config.set("providers.chat_openai.max_retries", 1)
        backend.config.set("providers.chat_openai.retry", None)
        result = lwe.ask(backend, "Hi")

    assert isinstance(result.error, ServerError)
    assert 2 == len(server.requests)


@pytest.mark.parametrize("ending", [(), (Reset(),)])
def test_cut_streams(lwe: LweShell, ending: tuple[Any, ...]) -> None:
    """A stream that ends early fails, whatever had arrived (5.1.2)."""
    with FaultServer((*event_stream(*HE, ended=not ending), *ending)) as server:
        pieces: list[str] = []
        backend = lwe.backend(server)
        result = lwe.ask_stream(backend, "Hi", {"stream_callback": pieces.append})

    success, response, message = result
    assert (False, "he", True) == (success, response, result.partial)
    assert ["he"] == pieces
    assert message.endswith("The answer is incomplete; `response` holds what arrived.")
    assert isinstance(result.error, StreamInterrupted if ending else StreamTruncated)


def test_cut_streams_raise_in_iterators(lwe: LweShell) -> None:
    """An iterator over a stream that ends early raises, and has the failed result."""
    with FaultServer(event_stream(*HE)) as server:
        pieces = lwe.backend(server).stream("Hi")
        with pytest.raises(StreamTruncated):
            lwe.items(pieces)

    assert (False, "he") == pieces.result[:2]


def test_limits(lwe: LweShell) -> None:
    """The override `timeout` bounds a call."""
    with FaultServer((Silence(),)) as server:
        result = lwe.ask(lwe.backend(server), "Hi", {"timeout": 0.05})

    assert isinstance(result.error, TimeoutExpired)


@pytest.mark.parametrize("how", ["argument", "override", "setting"])
def test_raising(lwe: LweShell, openai: Emulator, how: str) -> None:
    """Who wants exceptions gets them: by call, by override, or by the configuration."""
    settings = {"errors__raise": True} if how == "setting" else {}
    overrides = {"model": "none", **({"raise_errors": True} if how == "override" else {})}
    keywords = {"raise_errors": True} if how == "argument" else {}
    backend = lwe.backend(openai, **settings)

    with pytest.raises(NotFound):
        lwe.ask(backend, "Hi", overrides, **keywords)
    assert not lwe.ask(backend, "Hi", overrides, raise_errors=False).success


def test_raising_for_templates(lwe: LweShell) -> None:
    """A template that cannot be used is raised like any other failure, for who wants that."""
    backend = lwe.backend(errors__raise=True)
    softly = {"request_overrides": {"raise_errors": False}}

    with pytest.raises(ConfigError, match="Template 'none' not found"):
        lwe.call(backend.run_template, "none")
    assert (False, "none") == lwe.call(backend.run_template, "none", None, softly)[:2]


def test_missing_keys_matter_to_who_needs_them(lwe: LweShell) -> None:
    """A backend is made without a key; only the provider that needs it fails (5.1.16)."""
    backend = lwe.backend()
    failed = lwe.ask(backend, "Hi")
    backend.set_provider("fake_llm")

    assert (False, None) == failed[:2]
    assert "key" in failed.message
    assert (True, "test response") == lwe.ask(backend, "Hi")[:2]


def test_providers_that_do_not_exist(lwe: LweShell) -> None:
    """A preset's unknown provider is a failure with its nearest neighbour."""
    overrides = {"preset": "gpt-4o-mini", "preset_overrides": {"metadata": {"provider": "olama"}}}
    result = lwe.ask(lwe.backend(), "Hi", overrides)

    assert "Did you mean 'ollama'?" in result.message


@pytest.fixture
def stalling() -> Iterator[FaultServer]:
    """A server that says two letters and then nothing."""
    with FaultServer((*event_stream(*HE, ended=False), Silence())) as server:
        yield server


def test_stopping_in_a_callback(lwe: LweShell, stalling: FaultServer) -> None:
    """`terminate_stream` ends the answer at the piece that was heard."""
    backend = lwe.backend(stalling)
    callback = {"stream_callback": lambda _: backend.terminate_stream(None, None)}
    result = lwe.ask_stream(backend, "Hi", callback)

    assert (True, "he", "Generation stopped") == result
    assert result.partial


def test_stopping_a_waiting_stream(lwe: LweShell, stalling: FaultServer) -> None:
    """`terminate_stream` in another thread ends a stream that waits, at once."""
    backend = lwe.backend(stalling)
    waiting = {"stream_callback": lambda _: threading.Timer(0.05, backend.terminate_stream).start()}
    began = time.monotonic()
    result = lwe.ask_stream(backend, "Hi", waiting)

    assert (True, "he", "Generation stopped") == result
    assert time.monotonic() - began < 5


def test_stopping_by_a_signal(lwe: LweShell, stalling: FaultServer) -> None:
    """`terminate_stream` is a signal's handler."""
    backend = lwe.backend(stalling)
    before = signal.signal(signal.SIGALRM, backend.terminate_stream)
    start = {"stream_callback": lambda _: signal.setitimer(signal.ITIMER_REAL, 0.05)}
    try:
        result = lwe.ask_stream(backend, "Hi", start)
    finally:
        signal.signal(signal.SIGALRM, before)

    assert (True, "he", "Generation stopped") == result


def test_stopping_nothing(lwe: LweShell, openai: Emulator) -> None:
    """Without a stream there is nothing to stop, before or after a request."""
    backend = lwe.backend(openai)
    backend.terminate_stream()
    result = lwe.ask_stream(backend, "a b")
    backend.terminate_stream()

    assert "a b" == result.response


def test_overrides_are_checked(lwe: LweShell, openai: Emulator) -> None:
    """An unknown override is refused with its neighbour, and a wrong type with an example."""
    backend = lwe.backend(openai)
    wrong: dict[str, Any] = {
        "sytem_message": "Did you mean 'system_message'",
        "zzz": "There are: preset, ",
        "preset": "takes a value like 'a text'",
        "preset_overrides": "{'metadata': {...}}",
        "max_submission_tokens": "4000",
        "stream_callback": "Pass a function",
    }

    for key, advice in wrong.items():
        with pytest.raises(ConfigError, match=advice):
            lwe.ask(backend, "Hi", {key: 1.5})
    for inner in ({"metadat": {}}, {"metadata": 1}):
        with pytest.raises(ConfigError, match=r"There are: metadata and|Pass a dict"):
            lwe.ask(backend, "Hi", {"preset_overrides": inner})
    with pytest.raises(ConfigError, match="Pass a dict"):
        lwe.ask(backend, "Hi", ["stream"])
    assert [] == bodies(openai)


def test_what_is_none_counts_as_left_out(lwe: LweShell, openai: Emulator) -> None:
    """Overrides that are None change nothing."""
    result: Result = lwe.ask(lwe.backend(openai), "Hi", {"preset": None, "temperature": None})

    assert result.success
    assert "temperature" not in bodies(openai)[0]
