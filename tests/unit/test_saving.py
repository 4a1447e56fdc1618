"""Saving: a file that appears whole, or not at all."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any

import pytest
from world import World

from polyvox_core.errors import ConfigError, ConnectionFailed, IntegrityError
from polyvox_core.flow import Flow, Work
from polyvox_core.progress import Progress
from polyvox_core.saving import save, save_bytes, total_bytes

HELLO = hashlib.md5(b"hello").hexdigest()


class Pieces:
    """A source of bytes; an error among them is raised."""

    def __init__(self, *pieces: bytes | Exception, **headers: str) -> None:
        self._pieces = list(pieces)
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}

    def open(self) -> Flow[None]:
        """Nothing to do."""
        return
        yield

    def pull(self) -> Flow[list[bytes]]:
        """The next piece."""
        piece = self._pieces.pop(0) if self._pieces else b""
        if isinstance(piece, Exception):
            raise piece
        return [piece] if piece else []
        yield

    def close(self) -> Flow[None]:
        """Nothing to do."""
        return
        yield


def saving(source: Pieces, target: Path, **options: Any) -> Flow[Path]:
    """The flow that saves *source*."""
    given = {"overwrite": False, "progress": None, "checksum": None, **options}
    return save(source, target, **given)


def saved(source: Pieces, target: Path, **options: Any) -> Path:
    """The path of the saved *source*."""
    path = World().run(saving(source, target, **options))
    assert isinstance(path, Path)
    return path


def test_the_file_appears_at_the_end(tmp_path: Path) -> None:
    """Until all bytes are there, only a hidden file grows beside it."""
    flow = saving(Pieces(b"x" * 600_000, b"y"), tmp_path / "a.txt")
    steps: list[list[str]] = []

    def watched() -> Flow[Path]:
        """The flow, with a look into the folder before each step."""
        result: Any = None
        while True:
            try:
                step = flow.send(result)
            except StopIteration as stop:
                return Path(stop.value)
            assert isinstance(step, Work)
            steps.append(sorted(one.name for one in tmp_path.iterdir()))
            result = yield step

    assert tmp_path / "a.txt" == World().run(watched())
    assert all("a.txt" not in names for names in steps)
    assert any(name.startswith(".a.txt.") and name.endswith(".part") for name in steps[-1])
    assert ["a.txt"] == os.listdir(tmp_path)  # noqa: PTH208
    assert 600_001 == (tmp_path / "a.txt").stat().st_size


def test_an_empty_file(tmp_path: Path) -> None:
    """Nothing is a content too."""
    assert b"" == saved(Pieces(), tmp_path / "a").read_bytes()


def test_length_and_checksum_are_checked(tmp_path: Path) -> None:
    """What the server announced must hold."""
    path = saved(Pieces(b"hel", b"lo", content_length="5"), tmp_path / "a", checksum=HELLO.upper())

    assert b"hello" == path.read_bytes()


@pytest.mark.parametrize(
    ("source", "options", "text"),
    [
        (Pieces(b"hell", content_length="5"), {}, "4 bytes instead of 5"),
        (Pieces(b"hello!", content_length="5"), {}, "6 bytes instead of 5"),
        (Pieces(b"hullo"), {"checksum": HELLO}, "MD5 differs"),
    ],
)
def test_faulty_content_leaves_nothing(
    tmp_path: Path, source: Pieces, options: dict[str, Any], text: str
) -> None:
    """A content that differs from what was announced is not kept."""
    with pytest.raises(IntegrityError, match=text):
        saved(source, tmp_path / "a", **options)

    assert [] == list(tmp_path.iterdir())


def test_a_compressed_length_says_nothing() -> None:
    """The announced length of packed content is not the content's."""
    assert 5 == total_bytes({"content-length": "5"})
    assert total_bytes({"content-length": "5", "content-encoding": "gzip"}) is None
    assert 5 == total_bytes({"content-length": "5", "content-encoding": "identity"})
    assert total_bytes({}) is None


def test_a_break_leaves_nothing(tmp_path: Path) -> None:
    """An error in the middle removes what was written."""
    with pytest.raises(ConnectionFailed):
        saved(Pieces(b"x" * 600_000, ConnectionFailed("broken")), tmp_path / "a")

    assert [] == list(tmp_path.iterdir())


def test_a_cancelled_download_leaves_nothing(tmp_path: Path) -> None:
    """A flow that is stopped in the middle removes what was written."""
    flow = saving(Pieces(b"x" * 600_000, b"y"), tmp_path / "a")
    step: Any = next(flow)
    flow.send(step.function())
    assert 1 == len(list(tmp_path.iterdir()))

    flow.close()

    assert [] == list(tmp_path.iterdir())


def test_existing_files_stay(tmp_path: Path) -> None:
    """Nothing is replaced unless asked for, and the old content lasts until the new is whole."""
    target = tmp_path / "a"
    target.write_bytes(b"old")

    with pytest.raises(ConfigError, match="exists already"):
        saved(Pieces(b"new"), target)
    with pytest.raises(ConnectionFailed):
        saved(Pieces(b"ne", ConnectionFailed("broken")), target, overwrite=True)
    assert b"old" == target.read_bytes()

    saved(Pieces(b"new"), target, overwrite=True)
    assert b"new" == target.read_bytes()
    assert [target] == list(tmp_path.iterdir())


def test_a_file_that_appears_meanwhile_stays(tmp_path: Path) -> None:
    """A file that somebody else wrote during the download is not replaced."""
    target = tmp_path / "a"
    flow = saving(Pieces(b"new"), target)
    world = World()
    step: Any = next(flow)
    target.write_bytes(b"theirs")

    with pytest.raises(ConfigError, match="exists already"):
        world.run(_resumed(flow, step))

    assert b"theirs" == target.read_bytes()
    assert [target] == list(tmp_path.iterdir())


def _resumed(flow: Flow[Path], step: Any) -> Flow[Path]:
    """The rest of *flow*, from *step* on."""
    try:
        while True:
            step = flow.send((yield step))
    except StopIteration as stop:
        return Path(stop.value)


@pytest.mark.parametrize("overwrite", [True, False])
def test_folders_are_no_files(tmp_path: Path, overwrite: bool) -> None:
    """A folder is not replaced by a file."""
    with pytest.raises(ConfigError, match="is a folder"):
        saved(Pieces(b"x"), tmp_path, overwrite=overwrite)


def test_missing_folders(tmp_path: Path) -> None:
    """A folder that is not there is not made."""
    with pytest.raises(ConfigError, match="cannot be written to"):
        saved(Pieces(b"x"), tmp_path / "none" / "a")


def test_progress(tmp_path: Path) -> None:
    """Each piece is reported, with the total where it is known."""
    seen: list[Progress] = []
    saved(Pieces(b"hel", b"lo", content_length="5"), tmp_path / "a", progress=seen.append)
    saved(Pieces(b"x"), tmp_path / "b", progress=seen.append)

    assert [Progress(3, 5), Progress(5, 5), Progress(1, None)] == seen


def test_a_callback_that_fails_leaves_nothing(tmp_path: Path) -> None:
    """What a callback raises reaches the caller, and nothing is left."""

    def report(progress: Progress) -> None:
        """Fail."""
        raise RuntimeError("enough")

    with pytest.raises(RuntimeError, match="enough"):
        saved(Pieces(b"x"), tmp_path / "a", progress=report)

    assert [] == list(tmp_path.iterdir())


def test_long_names(tmp_path: Path) -> None:
    """The hidden file's name fits where the final one fits."""
    target = tmp_path / ("n" * 255)

    assert b"x" == saved(Pieces(b"x"), target).read_bytes()


def test_bytes_at_once(tmp_path: Path) -> None:
    """What is in memory is written the same way: whole, or not at all."""
    target = tmp_path / "a"

    assert target == save_bytes(b"hello", target, overwrite=False)
    assert b"hello" == target.read_bytes()
    with pytest.raises(ConfigError, match="exists already"):
        save_bytes(b"other", target, overwrite=False)
    with pytest.raises(TypeError):
        save_bytes("text", target, overwrite=True)  # type: ignore[arg-type]
    assert [b"hello"] == [one.read_bytes() for one in tmp_path.iterdir()]
