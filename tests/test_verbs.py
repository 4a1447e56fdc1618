"""
Every verb on every backend, by both shells, against the emulator; and the table that says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from helper_cases import HELPERS
from scripts import loaded
from shells import Shell
from verb_cases import CLIENTS, USES, Setup, Use

from polyvox import UnsupportedError
from polyvox.backends.base import VERBS
from polyvox.backends.namespaces import MEMBERS
from polyvox.backends.registry import BACKENDS
from polyvox.emulator import Emulator

ROOT = Path(__file__).parents[1]
TOOL = loaded("verbs")
OFFERED = {backend: TOOL.flat(backend) for backend in BACKENDS}
# Several names may share one use; it runs once.
RUNS = [
    pytest.param(backend, use, id=f"{backend}-{use.__name__}")
    for backend, names in OFFERED.items()
    for use in dict.fromkeys(USES[name] for name in names if name in USES)
]
HELPS = [
    pytest.param(backend, use, id=f"{backend}-{use.__name__}")
    for backend in CLIENTS
    for use, verb in HELPERS.items()
    if verb in TOOL.offered(backend)
]
EVERY = [*dict.fromkeys(name for names in OFFERED.values() for name in names)]
# A lacking namespace is one entry, however many names others have in it.
LACKED = [
    pytest.param(backend, lacked, id=f"{backend}-{lacked}")
    for backend, names in OFFERED.items()
    for lacked in dict.fromkeys(
        name if verb in TOOL.offered(backend) else verb
        for name in EVERY
        for verb in (name.partition(".")[0],)
        if name not in names
    )
]


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    """All backends, on one port."""
    with Emulator() as running:
        yield running


def connected(shell: Shell, emulator: Emulator, backend: str, setup: Setup) -> Any:
    """The client of *backend* for the emulator."""
    return shell.client(backend, base_url=emulator.url_of(backend), **setup.arguments)


@pytest.mark.parametrize(("backend", "use"), RUNS)
def test_verb(backend: str, use: Any, shell: Shell, emulator: Emulator, tmp_path: Path) -> None:
    """What a backend offers works."""
    setup = CLIENTS.get(backend, Setup())

    use(Use(shell, connected(shell, emulator, backend, setup), setup, tmp_path, emulator))


@pytest.mark.parametrize(("backend", "use"), HELPS)
def test_helper(backend: str, use: Any, shell: Shell, emulator: Emulator, tmp_path: Path) -> None:
    """What goes with every verb works on every backend."""
    test_verb(backend, use, shell, emulator, tmp_path)


@pytest.mark.parametrize(("backend", "lacked"), LACKED)
def test_lacking_verb(backend: str, lacked: str, shell: Shell, emulator: Emulator) -> None:
    """What a backend lacks is refused at once, naming all that it offers in that place."""
    client = connected(shell, emulator, backend, CLIENTS.get(backend, Setup()))
    verb, _, member = lacked.partition(".")

    with pytest.raises(UnsupportedError, match=f"has no '{lacked}'") as caught:
        getattr(getattr(client, verb), member)

    here = [name for name in EVERY if name.startswith(f"{verb}.") and name in OFFERED[backend]]
    offered = here or [name for name in VERBS if name in TOOL.offered(backend)]
    assert f"It offers: {', '.join(offered)}." == caught.value.hint
    unknown = "nothing"
    with pytest.raises(AttributeError, match=f"has no attribute {unknown!r}"):
        getattr(getattr(client, verb) if member else client, unknown)


def test_all_names_are_known() -> None:
    """What any backend has, the others know to refuse by name."""
    members = {name.partition(".")[0] for name in EVERY if "." in name}

    assert set(VERBS) == {name.partition(".")[0] for name in EVERY}
    assert {verb for verb, names in MEMBERS.items() if names} <= members
    for verb, names in MEMBERS.items():
        assert [*names] == [one.partition(".")[2] for one in EVERY if one.startswith(f"{verb}.")]


@pytest.mark.parametrize("backend", BACKENDS)
def test_api(backend: str, shell: Shell, emulator: Emulator) -> None:
    """The whole generated client is at hand, of the right kind."""
    client = connected(shell, emulator, backend, CLIENTS.get(backend, Setup()))
    found = type(client.api)

    assert f"polyvox_api.{backend}.client" == found.__module__
    assert shell.is_async == found.__name__.startswith("Async")


def test_every_offered_name_is_used() -> None:
    """No verb or namespace is left out, and no entry is left over."""
    assert set(CLIENTS) <= set(BACKENDS)
    assert set(USES) == {name for names in OFFERED.values() for name in names}


@pytest.mark.parametrize("backend", BACKENDS)
def test_every_backend_chats_and_streams(backend: str) -> None:
    """The two verbs that every backend must have."""
    assert {"chat", "stream"} <= set(OFFERED[backend])


def test_the_page_is_in_step() -> None:
    """`docs/backends.md` is what `make generate` would write."""
    assert TOOL.page() == (ROOT / "docs" / "backends.md").read_text("utf-8")
