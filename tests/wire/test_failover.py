"""Failover pools on the wire: fault servers, and the emulator's backends behind them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from shells import KEY, Shell

from polyvox import AsyncFailoverPool, FailoverPool, Member, TextDelta
from polyvox.emulator import Emulator
from polyvox.errors import (
    AllMembersFailed,
    DeadlineExceeded,
    StreamInterrupted,
    StreamTruncated,
    UnsupportedError,
)
from polyvox.testing import FaultServer
from polyvox.testing.faults import Reset, Script, Step, event, event_stream

MODELS = {"amigochat": "gpt-4o-mini"}
CREDENTIALS = {
    "openai": {"api_key": KEY},
    "dial": {"api_key": "dial-key"},
    "ollama": {},
    "aleph_alpha": {"token": KEY},
    "alteryse": {"instance_id": "i", "api_key": KEY},
    "amigochat": {},
}
BEFORE = [
    "reset_at_once",
    "reset_before_answer",
    "end_before_answer",
    "html",
    "server_error",
    "broken_json",
]
ROLE = event({"choices": [{"index": 0, "delta": {"role": "assistant"}, "finish_reason": None}]})


class Place(NamedTuple):
    """Two columns of a table."""

    city: str
    country: str


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    """All backends, on one port."""
    with Emulator() as running:
        yield running


def member(shell: Shell, backend: str, url: str, **facts: Any) -> Any:
    """A member of the pool; with the retries that clients have by themselves."""
    client = shell.client(backend, base_url=url, retry=2, **CREDENTIALS[backend])
    return Member(client, owned=False, **facts)


def pool(shell: Shell, *members: Any, **options: Any) -> Any:
    """A pool of the right kind, which asks in the order given."""
    kind: Any = AsyncFailoverPool if shell.is_async else FailoverPool
    return kind(members, **{"strategy": "priority", **options})


def behind(shell: Shell, server: FaultServer, emulator: Emulator, backend: str, **how: Any) -> Any:
    """A pool of a broken OpenAI and a sound *backend*."""
    broken = member(shell, "openai", server.url, name="broken")
    models = {"smart": MODELS.get(backend, "echo")}
    sound = member(shell, backend, emulator.url_of(backend), name="sound", models=models)
    return pool(shell, broken, sound, **how)


@pytest.mark.parametrize("backend", CREDENTIALS)
@pytest.mark.parametrize("fault", BEFORE)
def test_a_broken_server_is_followed_by_the_next(
    fault: str, backend: str, shell: Shell, emulator: Emulator
) -> None:
    """Whatever happens before the first byte, another backend answers; each is asked once."""
    with FaultServer.of(fault) as server:
        made = behind(shell, server, emulator, backend, cooldown=0)
        reply = shell.call(made.chat, "Hello there", model="smart")
        stream = made.stream("Hello there", model="smart")
        pieces = [one.text for one in shell.items(stream) if isinstance(one, TextDelta)]
        # Resets come before anything is read; answers leave the connection open.
        asked = max(len(server.requests), server.connections.count)

    assert ("Hello there", "sound") == (reply.text.strip(), reply.served_by)
    assert ("Hello there", "sound") == ("".join(pieces).strip(), stream.final.served_by)
    assert 2 == asked


@pytest.mark.parametrize("backend", CREDENTIALS)
def test_many_inputs(backend: str, shell: Shell, emulator: Emulator, tmp_path: Path) -> None:
    """`map` over any backend keeps the order, tells its progress, and goes on where it was."""
    inputs = [f"input {number}" for number in range(12)]
    seen: list[Any] = []
    with FaultServer.of("server_error") as server:
        made = behind(shell, server, emulator, backend)
        how = {"model": "smart", "concurrency": 3, "resume": tmp_path / "run.jsonl"}
        first = shell.items(made.map(inputs[:8], **how))
        emulator.forget_requests()
        again = shell.items(made.map(inputs, progress=seen.append, **how))

    assert inputs[:8] == [one.get().text.strip() for one in first]
    assert inputs == [one.get().text.strip() for one in again]
    assert [True] * 8 + [False] * 4 == [one.resumed for one in again]
    assert 4 == len(emulator.requests)
    assert (12, 0, 12) == (seen[-1].done, seen[-1].failed, seen[-1].total)


SILENT_BEGINNINGS: dict[str, Script | Step] = {
    "only a role, then a reset": [*event_stream(ROLE, ended=False), Reset()],
    "only a role, then the end": [*event_stream(ROLE)],
    "no event at all": [*event_stream()],
}


@pytest.mark.parametrize("beginning", SILENT_BEGINNINGS)
def test_a_stream_without_an_event_is_followed_by_the_next(
    beginning: str, shell: Shell, emulator: Emulator
) -> None:
    """Bytes that are no event of the facade were delivered to nobody."""
    with FaultServer(SILENT_BEGINNINGS[beginning]) as server:
        made = behind(shell, server, emulator, "ollama")
        stream = made.stream("Hi", model="smart")
        shell.items(stream)

    assert ("Hi", "sound") == (stream.final.text, stream.served_by)


@pytest.mark.parametrize(
    ("fault", "error"),
    [("stream_reset", StreamInterrupted), ("stream_truncated", StreamTruncated)],
)
def test_after_the_first_event_the_partial_is_given(
    fault: str, error: type[Exception], shell: Shell, emulator: Emulator
) -> None:
    """A stream that breaks after its first event is an error with what had arrived."""
    with FaultServer.of(fault) as server:
        made = behind(shell, server, emulator, "ollama")
        emulator.forget_requests()

        with pytest.raises(error) as caught:
            shell.items(made.stream("Hi", model="smart"))

    broken: Any = caught.value
    assert ("he", "broken", "broken") == (
        broken.partial.text,
        broken.partial.served_by,
        broken.served_by,
    )
    assert [] == emulator.requests
    assert made.stats()["broken"].cooling_until is not None


def test_a_silent_server_has_its_own_limit(shell: Shell, emulator: Emulator) -> None:
    """A member's `timeout` bounds its try, so that a silent one does not use up the call."""
    with FaultServer.of("silence") as server:
        silent = member(shell, "openai", server.url, name="a", options={"timeout": 0.1})
        sound = member(shell, "ollama", emulator.url_of("ollama"), name="b", model="echo")
        reply = shell.call(pool(shell, silent, sound).chat, "Hi", model="m", timeout=30)

    assert "b" == reply.served_by


def test_the_deadline_holds_over_all_members(shell: Shell) -> None:
    """Two silent servers do not take twice the time."""
    with FaultServer.of("silence") as one, FaultServer.of("silence") as two:
        members = [member(shell, "openai", server.url) for server in (one, two)]
        made = pool(shell, *members)

        with pytest.raises(DeadlineExceeded, match=r"total time of 0\.2 s"):
            shell.call(made.chat, "Hi", model="m", timeout=0.2)
        requests = (len(one.requests), len(two.requests))

    assert (1, 0) == requests


def test_only_the_last_member_retries(shell: Shell) -> None:
    """Retries do not multiply: with two members of two attempts each, three requests are sent."""
    with FaultServer.of("reset_before_answer") as one, FaultServer.of("server_error") as two:
        made = pool(shell, member(shell, "openai", one.url), member(shell, "dial", two.url))

        with pytest.raises(AllMembersFailed) as caught:
            shell.call(made.chat, "Hi", model="m")
        requests = (len(one.requests), len(two.requests))

    assert (1, 2) == requests
    assert ["openai", "dial"] == [*caught.value.failures]
    assert KEY not in str(caught.value)


def look(city: str) -> str:
    """Look up the weather of a city."""
    return f"Sunny in {city}"


def test_tools_and_values_over_a_pool(shell: Shell, emulator: Emulator) -> None:
    """`run`, `extract` and their streams are verbs of a pool as well; each request fails over."""
    with FaultServer.of("server_error") as server:
        broken = member(shell, "openai", server.url)
        sound = member(
            shell, "dial", emulator.url_of("dial"), models={"smart": "gpt-4o", "t": "tools"}
        )
        made = pool(shell, broken, sound, cooldown=0)
        run = shell.call(made.run, "Paris", [look], model="t")
        streamed = made.stream_run("Paris", [look], model="t")
        shell.items(streamed)
        place = shell.call(made.extract, "Where?", Place, model="smart")
        extracted = made.stream_extract("Where?", Place, model="smart")
        shell.items(extracted)

    assert "Sunny in" in run.text
    assert "dial" == run.reply.served_by
    assert run.text == streamed.final.text
    assert isinstance(place, Place)
    assert isinstance(extracted.final, Place)


@pytest.mark.parametrize("backend", ["alteryse", "amigochat"])
def test_tools_need_all_members(backend: str, shell: Shell, emulator: Emulator) -> None:
    """A member that takes no tools is an error by name, before anybody is asked."""
    able = member(shell, "dial", emulator.dial_url)
    made = pool(shell, able, member(shell, backend, emulator.url_of(backend)))
    emulator.forget_requests()

    for use in (
        lambda: shell.call(made.run, "Paris", [look], model="gpt-4o"),
        lambda: shell.items(made.stream_run("Paris", [look], model="gpt-4o")),
    ):
        with pytest.raises(UnsupportedError, match=f"'{backend}' of the pool takes no tools"):
            use()
    assert [] == emulator.requests


def test_how_a_pool_takes_schemas(shell: Shell) -> None:
    """As its members do; in the form that all of them know; in words if one knows none."""

    def support(*backends: str) -> Any:
        """Of a pool of *backends*."""
        clients = [
            shell.client(one, base_url="http://127.0.0.1:9", **CREDENTIALS[one]) for one in backends
        ]
        return pool(shell, *clients).schema_support

    assert ("format", False, True) == support("ollama", "ollama")
    assert ("response_format", True, False) == support("openai", "dial")
    assert ("response_format", True, True) == support("openai", "ollama")
    assert support("openai", "alteryse") is None


def test_a_tool_does_not_tell_the_keys_of_the_members(shell: Shell, emulator: Emulator) -> None:
    """What a tool's error says is masked for every member's credential."""

    def leak(city: str) -> str:
        """Fail with a secret in the message."""
        msg = f"no {city} for dial-key"
        raise ValueError(msg)

    made = pool(shell, member(shell, "dial", emulator.dial_url))
    run = shell.call(made.run, "Paris", [leak], model="tools")

    assert "no Paris for" in str(run.messages)
    assert "dial-key" not in str(run.messages)


def test_closing_closes_the_clients(shell: Shell, emulator: Emulator) -> None:
    """After a pool was closed its own clients are closed too."""
    clients = [
        shell.client("ollama", base_url=emulator.url_of("ollama")),
        shell.client("openai", base_url=emulator.url_of("openai"), api_key=KEY),
    ]
    made = pool(shell, *clients)

    assert "Hi" == shell.call(made.chat, "Hi", model="echo").text
    shell.shut(made)
    shell.shut(made)
    assert tuple(clients) == made.clients


def test_with_blocks(shell: Shell, emulator: Emulator) -> None:
    """A pool is a context manager of its shell's kind."""
    made = pool(shell, shell.client("ollama", base_url=emulator.url_of("ollama")))

    async def inside() -> str:
        """Ask in an async block."""
        async with made as entered:
            return str((await entered.chat("Hi", model="echo")).text)

    if shell.is_async:
        text = shell.done(inside())
    else:
        with made as entered:
            text = entered.chat("Hi", model="echo").text

    assert "Hi" == text


@pytest.mark.blocking
def test_interrupting_is_no_failure(emulator: Emulator) -> None:
    """A stream that another thread interrupts blames nobody, and nobody else is asked."""
    shell = Shell("sync")
    with shell, FaultServer.of("stream_silence") as server:
        made = behind(shell, server, emulator, "ollama")
        emulator.forget_requests()
        stream = made.stream("Hi", model="smart")
        shell.one(stream)
        stream.interrupt()

        with pytest.raises(StreamInterrupted):
            shell.one(stream)

    assert [0, 0] == [one.failures for one in made.stats().values()]
    assert [] == emulator.requests
