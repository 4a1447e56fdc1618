"""From one specification to one package in a folder of its own: all stages in a row."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from polyvox_generator.bundle import bundle
from polyvox_generator.emit import ROOT_DOCSTRING, CannotEmit, emit
from polyvox_generator.errors import PolyvoxGeneratorError, SpecError
from polyvox_generator.findings import count
from polyvox_generator.format import format_tree
from polyvox_generator.lint import lint
from polyvox_generator.load import Document, load
from polyvox_generator.lock import generator_hash, lock_text, sha256, tree_hash
from polyvox_generator.lower import CannotLower, lower
from polyvox_generator.lower.tree import operations
from polyvox_generator.parse import CannotParse, parse
from polyvox_generator.shapes import Api

__all__ = ["Built", "build", "build_all", "specifications"]

_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Built:
    """
    What was made of one specification.

    Attributes:
        name: Backend, which is the name of the package.
        operations: Operations of the specification.
        generated: How many of them the package holds.
        streams: Streams of the package.
        models: Classes, unions and enums of the package.
        hashes: Entry of the lock file.
    """

    name: str
    operations: int
    generated: int
    streams: int
    models: int
    hashes: dict[str, str]

    def __str__(self) -> str:
        """Give the one line that commands print."""
        counts = (
            count(self.operations, "operation"),
            count(self.streams, "stream"),
            count(self.models, "model"),
        )
        return f"{self.name}: {', '.join(counts)}"


def specifications(path: Path) -> list[Path]:
    """
    Specifications in the folder *path*, or the file itself.

    Raises:
        SpecError: There is none.
    """
    found = sorted(path.glob("*.yaml")) if path.is_dir() else [path]
    if not found or not found[0].is_file():
        msg = "No specification is here. Name a folder with .yaml files, or one such file."
        raise SpecError(msg, file=str(path))
    return found


def build_all(specs: list[Path], folder: Path) -> list[Built]:
    """
    Generate a package for each of *specs* into the empty *folder*, with what lies beside them.

    Raises:
        PolyvoxGeneratorError: A specification is at fault; the message says where.
    """
    built = [build(spec, folder / spec.stem) for spec in specs]
    (folder / "__init__.py").write_text(ROOT_DOCSTRING, "utf-8", newline="\n")
    (folder / "py.typed").write_text("", "utf-8")
    lock = lock_text({one.name: one.hashes for one in built})
    (folder / "lock.json").write_text(lock, "utf-8", newline="\n")
    return built


def build(spec: Path, folder: Path) -> Built:
    """
    Generate the package of *spec* into *folder*, which must not exist.

    Raises:
        SpecError: The document is faulty, or something in it has no counterpart in code.
        CannotFormat: ruff is missing.
    """
    name = spec.stem
    if not _NAME.fullmatch(name):
        msg = f"The file name {name!r} is no name for a package. Rename it in snake_case."
        raise SpecError(msg, file=str(spec))
    document = load(spec)
    _refuse_faults(document)
    lowered, api = _understand(document, name)
    title = str(document.tree.get("info", {}).get("title", name))
    files = {**_emitted(document, api, title), "spec.json": bundle(document)}
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
    format_tree(folder)
    _refuse_losses(document, folder)
    hashes = {
        "spec": sha256(spec.read_bytes().replace(b"\r\n", b"\n")),
        "lowered": sha256(json.dumps(lowered, ensure_ascii=False).encode()),
        "generator": generator_hash(),
        "output": tree_hash(folder),
    }
    wanted = sum(1 for _ in operations(document.tree))
    streams = sum(call.stream is not None for call in api.calls)
    return Built(name, wanted, wanted, streams, len(api.components), hashes)


def _refuse_faults(document: Document) -> None:
    faults = [fault for fault in lint(document, house=False) if fault.level == "error"]
    if faults:
        first = faults[0]
        more = f" ({len(faults) - 1} more; run `validate`)" if len(faults) > 1 else ""
        msg = f"{first.rule}: {first.message}{more}"
        raise SpecError(
            msg,
            file=first.file,
            line=first.line,
            column=first.column,
        )


def _understand(document: Document, name: str) -> tuple[dict[str, object], Api]:
    try:
        lowered = lower(document.tree)
        return lowered, parse(lowered, name)
    except CannotLower as error:
        line, column = document.locate(error.pointer) if error.pointer else (None, None)
        raise SpecError(error.message, file=str(document.path), line=line, column=column) from error
    except CannotParse as error:
        raise SpecError(str(error), file=str(document.path)) from error


def _emitted(document: Document, api: Api, title: str) -> dict[str, str]:
    try:
        return emit(api, title)
    except CannotEmit as error:
        raise SpecError(str(error), file=str(document.path)) from error


def _refuse_losses(document: Document, folder: Path) -> None:
    """Compare the specification with the written code: nothing may get lost in between."""
    text = "".join(file.read_text("utf-8") for file in sorted(folder.glob("operations/*.py")))
    written = set(re.findall(r'^    id="(\w+)",$', text, re.MULTILINE))
    wanted = [operation["operationId"] for _, _, operation in operations(document.tree)]
    lost = [name for name in wanted if name not in written]
    if lost:
        msg = f"Operations got lost on the way to code: {', '.join(lost)}. Report the document."
        raise PolyvoxGeneratorError(msg)
