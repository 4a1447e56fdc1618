"""
The linter: rules over one document, findings as values with file and line.

Structural rules hold for every document; house rules only for ours (`specs/`). A rule is a function
from a `Context` to findings; the two tables below are the whole list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from polyvox_generator.findings import Finding
from polyvox_generator.lint import (
    conventions,
    examples,
    names,
    needs,
    operations,
    paths,
    references,
    streams,
    structure,
    unions,
)
from polyvox_generator.lint.context import Context
from polyvox_generator.lint.walk import BROKEN
from polyvox_generator.load import Document

__all__ = ["Rule", "is_house", "lint"]

Rule = Callable[[Context], Iterator[Finding]]

_STRUCTURE: tuple[Rule, ...] = (structure.shape, structure.schemas, references.references)
_ALWAYS: tuple[Rule, ...] = (
    references.security,
    operations.unique_ids,
    needs.names,
    needs.answers,
    needs.bodies,
    paths.parameters,
    paths.templates,
    unions.unions,
    streams.items,
    streams.ends,
)
_VALUES: tuple[Rule, ...] = (examples.examples, examples.schema_values, streams.literals)
_HOUSE: tuple[Rule, ...] = (
    structure.house_version,
    operations.identity,
    operations.documentation,
    operations.example_presence,
    names.components,
    names.tags,
    conventions.parameters,
    conventions.extensions,
    conventions.required,
)


def lint(document: Document, *, house: bool | None = None) -> list[Finding]:
    """
    Findings of *document*, sorted by line.

    Args:
        document: The document.
        house: Whether the house rules apply; by default for files below a folder `specs`.

    Returns:
        All findings; examples are looked at only when the schemas themselves are sound.
    """
    context = Context(document, house=is_house(document) if house is None else house)
    unreadable = list(structure.version(context))
    if unreadable:
        return unreadable
    found = _run(_STRUCTURE, context)
    broken = any(finding.rule in structure.UNSOUND for finding in found)
    sound = not broken and not any(context.of(BROKEN))
    found += _run(_ALWAYS, context)
    if sound:
        found += _run(_VALUES, context)
    if context.house:
        found += _run(_HOUSE, context)
    return sorted(dict.fromkeys(found), key=lambda finding: finding.place)


def is_house(document: Document) -> bool:
    """Tell whether *document* is one of ours: below a folder named `specs`."""
    return "specs" in document.path.resolve().parent.parts


def _run(rules: tuple[Rule, ...], context: Context) -> list[Finding]:
    return [finding for rule in rules for finding in rule(context)]
