"""Emulators and clients for the drop-in surfaces; seed blocks run only where the seeds are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from seed_blocks import SEEDS
from shells import Shell

import polyvox.compat.aidial_client as aidial
from polyvox.emulator import Emulator


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect the blocks of seed documents that are not at hand."""
    if SEEDS.is_dir():
        return
    dropped = [item for item in items if item.get_closest_marker("seeds")]
    if dropped:
        config.hook.pytest_deselected(items=dropped)
        items[:] = [item for item in items if item not in dropped]


@pytest.fixture(scope="session")
def running() -> Iterator[Emulator]:
    """One emulator for all tests of this folder."""
    with Emulator(backends=("dial",)) as emulator:
        yield emulator


@pytest.fixture
def emulator(running: Emulator) -> Emulator:
    """The emulator, without requests of other tests."""
    running.forget_requests()
    return running


class CompatShell(Shell):
    """A shell whose clients are those of the drop-in surface."""

    def client(self, emulator: Emulator, **arguments: Any) -> Any:
        """A `Dial` or `AsyncDial` of the surface over *emulator*, closed at the end."""
        defaults = {"base_url": emulator.dial_url, "api_key": "dial-key", "max_retries": 0}
        kind = aidial.AsyncDial if self.is_async else aidial.Dial
        client = kind(**{**defaults, **arguments})
        self._clients.append(client)
        return client

    def home(self, client: Any) -> Any:
        """Where the files of *client* are."""
        return self.call(client.my_files_home)

    def whole(self, response: Any) -> bytes:
        """All bytes of a download."""
        return bytes(self.call(response.aget_content if self.is_async else response.get_content))

    def saved(self, response: Any, path: Any) -> None:
        """Write a download to *path*."""
        self.call(response.awrite_to if self.is_async else response.write_to, path)

    def within(self, opening: Any, use: Any) -> Any:
        """What *use* makes of the response of *opening*, inside its with block."""
        if self.is_async:
            return self.done(_awithin(self, opening, use))
        with opening as response:
            return use(response)


async def _awithin(shell: CompatShell, opening: Any, use: Any) -> Any:
    async with opening as response:
        return await use(response)


@pytest.fixture(params=("sync", "async"))
def shell(request: pytest.FixtureRequest) -> Iterator[CompatShell]:
    """Both shells, one after the other."""
    with CompatShell(request.param) as made:
        yield made


@pytest.fixture
def client(shell: CompatShell, emulator: Emulator) -> Any:
    """A client of the shell under test, over the emulator."""
    return shell.client(emulator)
