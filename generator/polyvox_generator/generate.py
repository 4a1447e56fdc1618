"""`generate`: write the packages of all specifications, all of them or none."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

from polyvox_generator.build import Built, build_all, specifications
from polyvox_generator.errors import PolyvoxGeneratorError
from polyvox_generator.lock import lock_text, read_lock

__all__ = ["CannotWrite", "configure", "generate", "run"]

_OUT = Path("generated/polyvox_api")


class CannotWrite(PolyvoxGeneratorError):
    """The generated packages could not be put in their place."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `generate` to *parser*."""
    parser.add_argument("specs", nargs="?", type=Path, default=Path("specs"), metavar="SPECS")
    parser.add_argument("--out", type=Path, default=_OUT, help=f"where to write (default: {_OUT})")


def run(arguments: argparse.Namespace) -> int:
    """Generate, print one line for each package, and return 0."""
    for built in generate(arguments.specs, arguments.out):
        print(f"{built}: written")
        print(f"{built.name}: {built.generated} of {built.operations} operations generated")
    return 0


def generate(specs: Path, out: Path) -> list[Built]:
    """
    Write the packages of *specs* into *out*.

    Everything is made in a temporary folder near *out* first; what is there is replaced only when
    all went well. Packages whose specification is gone are removed, unless *specs* is one file.

    Args:
        specs: Folder of specifications, or one of them.
        out: Folder of the packages.

    Raises:
        CannotWrite: The packages cannot be moved to *out*, which stays as it was.
        PolyvoxGeneratorError: A specification is at fault; *out* stays as it was.
    """
    with _workshop(out) as temporary:
        new, old = Path(temporary, "new"), Path(temporary, "old")
        new.mkdir()
        old.mkdir()
        built = build_all(specifications(specs), new)
        known = read_lock(out / "lock.json")
        names = {one.name for one in built}
        if not specs.is_dir():
            kept = {name: entry for name, entry in known.items() if (out / name).is_dir()}
            entries = {**kept, **{one.name: one.hashes for one in built}}
            (new / "lock.json").write_text(lock_text(entries), "utf-8", newline="\n")
        gone = sorted(set(known) - names) if specs.is_dir() else []
        try:
            out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _cannot_write(out, error) from error
        _swap(new, old, out, gone)
    return built


def _workshop(out: Path) -> tempfile.TemporaryDirectory[str]:
    """A temporary folder on the file system of *out*, whose own folders need not be there yet."""
    near = next(folder for folder in out.absolute().parents if folder.is_dir())
    try:
        return tempfile.TemporaryDirectory(prefix=".polyvox-", dir=near)
    except OSError as error:
        raise _cannot_write(out, error) from error


def _swap(new: Path, old: Path, out: Path, gone: list[str]) -> None:
    """Move *new* to *out* and what it replaces to *old*; on failure, back again."""
    arrived: list[str] = []
    try:
        for name in [*sorted(entry.name for entry in new.iterdir()), *gone]:
            if (out / name).exists():
                (out / name).rename(old / name)
            if (new / name).exists():
                (new / name).rename(out / name)
                arrived.append(name)
    except OSError as error:
        for name in arrived:
            _remove(out / name)
        for entry in list(old.iterdir()):
            entry.rename(out / entry.name)
        raise _cannot_write(out, error) from error


def _cannot_write(out: Path, error: OSError) -> CannotWrite:
    msg = f"{out} could not be replaced: {error}. It is as it was; make it a writable folder."
    return CannotWrite(msg)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
