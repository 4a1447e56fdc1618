"""Downloads: bytes as they arrive, whole, or saved; facts from the headers."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from shells import Shell
from world import GET, Pause, Reply, World

from polyvox_core.calling import Call
from polyvox_core.downloading import Chunks
from polyvox_core.downloads import AsyncDownload, Download
from polyvox_core.errors import ConnectionFailed, DecodeError, NotFound, ReadTimeout
from polyvox_core.flow import Flow
from polyvox_core.operation import Operation
from polyvox_core.run_async import AsyncRunner
from polyvox_core.run_sync import Runner

FILE: Operation[bytes] = evolve(GET, answer="bytes")


def chunks(world: World, **changes: Any) -> Chunks:
    """An unopened download in *world*."""
    return Chunks(Call(world.settings(**changes), FILE, {"name": "a"}))


def everything(world: World, source: Chunks) -> list[bytes]:
    """All pieces."""
    world.run(source.open())
    pieces: list[bytes] = []
    while pulled := world.run(source.pull()):
        pieces += pulled
    return pieces


def test_pieces_arrive_as_they_are() -> None:
    """Bytes are neither joined nor decoded."""
    world = World(Reply(200, b"ab", b"c", content_type="text/html"))
    source = chunks(world)

    assert {} == source.headers
    assert [] == world.run(source.pull())
    assert [b"ab", b"c"] == everything(world, source)
    assert "text/html" == source.headers["content-type"]


def test_packed_pieces_are_unpacked() -> None:
    """A compressed download is unpacked within bounds."""
    packed = gzip.compress(b"x" * 3_000_000)
    world = World(Reply(200, packed[:7], packed[7:], content_encoding="gzip"))

    pieces = everything(world, chunks(world))

    assert b"x" * 3_000_000 == b"".join(pieces)
    assert max(map(len, pieces)) <= 1024 * 1024


def test_a_packed_download_that_is_cut() -> None:
    """What stops before its end is an error."""
    world = World(Reply(200, gzip.compress(b"x" * 99)[:-5], content_encoding="gzip"))

    with pytest.raises(DecodeError, match="ended early") as caught:
        everything(world, chunks(world))
    assert "toy" == caught.value.backend


def test_a_break_in_the_middle() -> None:
    """A download is not retried once its head was there; afterwards it is over."""
    world = World(Reply(200, b"ab", ReadTimeout("slow"), b"c"))
    source = chunks(world)
    world.run(source.open())

    assert [b"ab"] == world.run(source.pull())
    with pytest.raises(ReadTimeout) as caught:
        world.run(source.pull())
    assert ("toy", []) == (caught.value.backend, world.run(source.pull()))
    assert 1 == len(world.requests)


def test_the_head_is_retried() -> None:
    """Until the head is there, a download is a call like any other."""
    world = World(ConnectionFailed("broken"), Reply(503), Reply(200, b"ab"))

    assert [b"ab"] == everything(world, chunks(world))
    assert NotFound is type(_failure(World(Reply(404))))


def _failure(world: World) -> Exception:
    with pytest.raises(NotFound) as caught:
        everything(world, chunks(world))
    return caught.value


def test_a_call_that_is_made_when_opened() -> None:
    """The call may come from a flow, which runs when the download is opened."""
    world = World(Reply(200, b"ab"))
    made = []

    def make() -> Flow[Call[Any]]:
        """Make the call."""
        made.append(True)
        return Call(world.settings(), FILE, {"name": "late"})
        yield

    source = Chunks(make)
    assert [] == made
    assert [b"ab"] == everything(world, source)
    assert "/base/things/late" == world.requests[0].target


def test_closing() -> None:
    """A closed download gives nothing more; an unopened one is closed by nothing."""
    world = World(Reply(200, b"ab", b"c"))
    source = chunks(world)
    world.run(source.close())
    world.run(source.open())
    world.run(source.close())

    assert [] == world.run(source.pull())
    assert 1 == world.opened[0].closed


class _Wire:
    """A transport over a world."""

    def __init__(self, world: World) -> None:
        self._world = world

    def open(self, request: Any) -> Any:
        return self._world._open(request)

    def read(self, incoming: Any) -> bytes:
        return self._world._read(incoming)

    def close_incoming(self, incoming: Any) -> None:
        incoming.closed += 1


class _AsyncWire(_Wire):
    """Same, for asyncio."""

    async def open(self, request: Any) -> Any:
        return _Wire.open(self, request)

    async def read(self, incoming: Any) -> bytes:
        return _Wire.read(self, incoming)

    async def close_incoming(self, incoming: Any) -> None:
        _Wire.close_incoming(self, incoming)


def download_of(shell: Shell, world: World) -> Any:
    """A download in *world*, of one of the shells."""
    source = chunks(world)
    wire: Any = (_AsyncWire if shell.is_async else _Wire)(world)
    if shell.is_async:
        return AsyncDownload(AsyncRunner(wire), source)
    return Download(Runner(wire), source)


def test_read(shell: Shell) -> None:
    """The whole content at once."""
    world = World(Reply(200, b"ab", Pause(1, b"c")))

    assert b"abc" == shell.call(download_of(shell, world).read)
    assert world.opened[0].closed


@pytest.mark.parametrize(
    ("headers", "facts"),
    [
        (
            {"content_type": "a/b", "etag": 'W/"x"', "content_length": "2"},
            ("a/b", "x", 2),
        ),
        ({"etag": "plain"}, (None, "plain", None)),
        ({"content_length": "many"}, (None, None, None)),
    ],
)
def test_facts(shell: Shell, headers: dict[str, str], facts: tuple[Any, ...]) -> None:
    """Type, ETag and size, where the server told them."""
    download = download_of(shell, World(Reply(200, b"ab", **headers)))
    shell.items(download)

    assert facts == (download.content_type, download.etag, download.size_bytes)


def test_save(shell: Shell, tmp_path: Path) -> None:
    """The content under its name, and the connection freed."""
    world = World(Reply(200, b"ab", b"c", content_length="3"))

    path = shell.call(download_of(shell, world).save, tmp_path / "x")

    assert (tmp_path / "x", b"abc") == (path, path.read_bytes())
    assert world.opened[0].closed
