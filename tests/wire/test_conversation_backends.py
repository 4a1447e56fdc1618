"""Conversations with the emulator's backends, and with a pool of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from shells import KEY, Shell

from polyvox import (
    AsyncConversation,
    AsyncFailoverPool,
    Conversation,
    FailoverPool,
    Member,
    UnsupportedError,
)
from polyvox.emulator import Emulator
from polyvox.testing import FaultServer

CLIENTS: dict[str, dict[str, Any]] = {
    "dial": {"api_key": "dial-key"},
    "aleph_alpha": {"token": KEY},
    "alteryse": {"instance_id": "instance", "api_key": "key"},
    "amigochat": {},
    "ollama": {},
    "openai": {"api_key": KEY},
}
# Of those without tools; the others have "echo" and "tools".
MODELS = {"amigochat": "gpt-4o-mini", "alteryse": None}


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    """All backends, on one port."""
    with Emulator() as running:
        yield running


def talk(shell: Shell, client: Any, **options: Any) -> Any:
    """A conversation of the right kind."""
    kind: Any = AsyncConversation if shell.is_async else Conversation
    return kind(client, **options)


def look(city: str) -> str:
    """Look up the weather of a city."""
    return f"Sunny in {city}"


@pytest.mark.parametrize("backend", CLIENTS)
def test_every_backend(backend: str, shell: Shell, emulator: Emulator, tmp_path: Path) -> None:
    """Said, streamed, tried again, kept and gone on with: the same on each backend."""
    client = shell.client(backend, base_url=emulator.url_of(backend), **CLIENTS[backend])
    made = talk(shell, client, model=MODELS.get(backend, "echo"), system="Be brief.")
    emulator.forget_requests()

    said = shell.call(made.say, "one")
    stream = made.stream("two")
    shell.items(stream)
    again = shell.call(made.retry)
    shell.call(made.save, tmp_path / "talk.json")
    other = shell.call(type(made).load, tmp_path / "talk.json", client)
    shell.call(other.say, "three")

    assert ["one", "two", "two"] == [one.text.strip() for one in (said, stream.final, again)]
    roles = ["system", "user", "assistant", "user", "assistant", "user", "assistant"]
    assert roles == [message.role for message in other.messages]
    assert b"one" in emulator.requests[-1].body
    assert b"Be brief." in emulator.requests[-1].body


@pytest.mark.parametrize("backend", [one for one in CLIENTS if one not in MODELS])
def test_tools_are_part_of_a_turn(backend: str, shell: Shell, emulator: Emulator) -> None:
    """A run's calls and results join the history with its answer, and are sent next time."""
    client = shell.client(backend, base_url=emulator.url_of(backend), **CLIENTS[backend])
    made = talk(shell, client, model="tools")
    shell.call(made.say, "Hello")

    run = shell.call(made.run, "Paris", [look])
    after = shell.call(made.say, "Thanks")

    roles = ["user", "assistant", "tool", "assistant"]
    assert roles == [message.role for message in made.turns[1]]
    assert "Sunny in Paris" == run.text == made.turns[1][-1].content
    assert after.text
    assert 3 == len(made)
    assert 7 == len(json.loads(emulator.requests[-1].body)["messages"])


@pytest.mark.parametrize("backend", MODELS)
def test_tools_need_a_backend_with_tools(backend: str, shell: Shell, emulator: Emulator) -> None:
    """A backend without `run` says so by name."""
    client = shell.client(backend, base_url=emulator.url_of(backend), **CLIENTS[backend])
    made = talk(shell, client, model=MODELS[backend])

    with pytest.raises(UnsupportedError, match="has no 'run'"):
        shell.done(made.run("a", [look]))


def test_a_pool_answers(shell: Shell, emulator: Emulator) -> None:
    """A conversation goes on when its server fails: another backend is told all that was said."""
    kind: Any = AsyncFailoverPool if shell.is_async else FailoverPool
    sound = shell.client("ollama", base_url=emulator.url_of("ollama"))
    with FaultServer.of("server_error") as server:
        broken = shell.client("openai", base_url=server.url, api_key=KEY)
        pool = kind([broken, Member(sound, model="echo", name="sound")], strategy="priority")
        made = talk(shell, pool, model="smart", system="S")
        first = shell.call(made.say, "one")
        stream = made.stream("two")
        shell.items(stream)

    assert ("sound", "sound") == (first.served_by, stream.final.served_by)
    assert ["S", "one", "one", "two", "two"] == [message.content for message in made.messages]
