"""`validate`: lint documents and print the findings; the exit status tells whether all is well."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from polyvox_generator.errors import SpecError
from polyvox_generator.findings import Finding, count
from polyvox_generator.lint import is_house, lint
from polyvox_generator.lint.context import Context
from polyvox_generator.lint.media import is_stream, name_of
from polyvox_generator.lint.values import as_map
from polyvox_generator.load import Document, load

__all__ = ["check_document", "configure", "documents", "run"]

_SUFFIXES = frozenset({".yaml", ".yml", ".json"})


def check_document(path: Path | str, *, house: bool | None = None) -> list[Finding]:
    """
    Findings of the document at *path*, sorted by line.

    Args:
        path: An OpenAPI document, YAML or JSON.
        house: Whether the house rules apply; by default for files below a folder `specs`.

    Raises:
        SpecError: The file cannot be read as a document at all.
    """
    return lint(load(path), house=house)


def documents(paths: list[Path]) -> list[Path]:
    """
    The files that *paths* name: files as they are, folders by their YAML and JSON files.

    Raises:
        SpecError: A folder holds no document.
    """
    found: list[Path] = []
    for path in paths:
        if not path.is_dir():
            found.append(path)
            continue
        inside = sorted(file for file in path.rglob("*") if file.suffix in _SUFFIXES)
        if not inside:
            msg = "The folder holds no .yaml, .yml or .json file. Name one that does."
            raise SpecError(msg, file=str(path))
        found.extend(inside)
    return list(dict.fromkeys(found))


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `validate` to *parser*."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="file or folder")
    parser.add_argument(
        "--house",
        action=argparse.BooleanOptionalAction,
        help="apply the house rules too (default: to files below a folder `specs`)",
    )


def run(arguments: argparse.Namespace) -> int:
    """
    Lint every document, print findings and one summary line each.

    Returns:
        0 when nothing is wrong, 1 for findings, 2 when a file could not be read.
    """
    status = 0
    for path in documents(arguments.paths):
        try:
            status = max(status, _report(load(path), arguments.house))
        except SpecError as error:
            print(error, file=sys.stderr)
            status = 2
    return status


def _report(document: Document, house: bool | None) -> int:
    found = lint(document, house=house)
    for finding in found:
        print(finding)
    errors = sum(finding.level == "error" for finding in found)
    warnings = len(found) - errors
    counts = [count(errors, "error")] if errors else ["ok"]
    counts += [count(warnings, "warning")] if warnings else []
    surprise = _is_surprise(document, house, found)
    hint = " (house rules apply; --no-house turns them off)" if surprise else ""
    print(f"{document.path}: {_sizes(document)}: {', '.join(counts)}{hint}")
    return 1 if errors else 0


def _sizes(document: Document) -> str:
    context = Context(document, house=False)
    streams = [
        node
        for node in context.of("media_type")
        if node.owner == "response" and is_stream(name_of(node.pointer))
    ]
    schemas = as_map(as_map(document.tree.get("components")).get("schemas"))
    sizes = (
        (len(context.operations), "operation"),
        (len(streams), "stream"),
        (len(schemas), "schema"),
    )
    return ", ".join(count(number, word) for number, word in sizes)


def _is_surprise(document: Document, house: bool | None, found: list[Finding]) -> bool:
    """Whether house rules found something that nobody asked for but the folder's name."""
    if house is not None or not is_house(document):
        return False
    return len(found) > len(lint(document, house=False))
