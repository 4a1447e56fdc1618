"""`check`: generate again into a temporary folder and compare, both ways."""

from __future__ import annotations

import argparse
import difflib
import shlex
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from polyvox_generator.build import build_all, specifications
from polyvox_generator.lock import tree_files

__all__ = ["configure", "differences", "run"]

_OUT = Path("generated/polyvox_api")
_EXCERPT = 20


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `check` to *parser*."""
    parser.add_argument("specs", nargs="?", type=Path, default=Path("specs"), metavar="SPECS")
    parser.add_argument("--out", type=Path, default=_OUT, help=f"what to check (default: {_OUT})")


def run(arguments: argparse.Namespace) -> int:
    """
    Compare the generated packages with what the specifications give now.

    Returns:
        0 when they are identical, 1 when a file is missing, extra or changed.
    """
    with tempfile.TemporaryDirectory(prefix="polyvox-check-") as temporary:
        fresh = Path(temporary)
        built = build_all(specifications(arguments.specs), fresh)
        found = list(differences(fresh, arguments.out))
    for _, text in found:
        print(text)
    different = {name for name, _ in found}
    for one in built:
        print(f"{one}: {'different' if one.name in different else 'identical'}")
        print(f"{one.name}: {one.generated} of {one.operations} operations generated")
    if found:
        print(
            f"The generated code does not match. Run `{_remedy(arguments.specs, arguments.out)}`."
        )
    return 1 if found else 0


def _remedy(specs: Path, out: Path) -> str:
    """The command that writes what was expected, with the arguments of this one."""
    command = ["python", "-m", "polyvox_generator", "generate", str(specs)]
    return shlex.join(command if out == _OUT else [*command, "--out", str(out)])


def differences(fresh: Path, out: Path) -> Iterator[tuple[str, str]]:
    """
    What sets *out* apart from *fresh*, file by file.

    Yields:
        First part of the file's path, and what to print about it.
    """
    wanted = {file.relative_to(fresh).as_posix(): file for file in tree_files(fresh)}
    there = {file.relative_to(out).as_posix(): file for file in tree_files(out)}
    for name in sorted(wanted.keys() | there.keys()):
        part = name.partition("/")[0]
        if name not in there:
            yield part, f"missing: {name}"
        elif name not in wanted:
            yield part, f"extra: {name}"
        elif (change := _change(there[name], wanted[name])) is not None:
            yield part, f"changed: {name}\n{change}".rstrip()


def _change(found: Path, wanted: Path) -> str | None:
    """Excerpt of the difference between two files; None when there is none."""
    texts = [file.read_bytes() for file in (found, wanted)]
    if texts[0] == texts[1]:
        return None
    before, after = (text.decode("utf-8", "replace").splitlines() for text in texts)
    diff = difflib.unified_diff(before, after, "generated", "expected", lineterm="", n=1)
    lines = list(islice(diff, _EXCERPT + 1))
    more = ["..."] if len(lines) > _EXCERPT else []
    return "\n".join(f"    {line}" for line in [*lines[:_EXCERPT], *more])
