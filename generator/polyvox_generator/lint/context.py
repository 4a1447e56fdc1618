"""
What every rule gets: the document, its nodes by kind, references, schema validation.

Rules never walk the tree themselves and never fail on a malformed one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from polyvox_generator.findings import Finding, Level
from polyvox_generator.lint.schemas import Problem, SchemaValidator
from polyvox_generator.lint.values import as_map
from polyvox_generator.lint.walk import METHODS, Node, walk
from polyvox_generator.load import Document
from polyvox_generator.pointers import is_map, join, lookup, reference_pointer

__all__ = ["Context", "Operation"]

# More hops than any honest chain of references has.
_HOPS_MAX = 50


@dataclass(frozen=True, slots=True)
class Operation:
    """
    One operation below `paths`.

    Args:
        method: HTTP method in lower case.
        template: Path with its parameters in braces.
        pointer: Where the operation stands.
        value: The operation object.
        item_pointer: Where its path item stands.
        item: The path item, its reference followed.
    """

    method: str
    template: str
    pointer: str
    value: dict[str, Any]
    item_pointer: str
    item: dict[str, Any]


class Context:
    """
    One document under lint.

    Args:
        document: The document.
        house: Whether the house rules apply.
    """

    def __init__(self, document: Document, *, house: bool) -> None:
        self.document = document
        self.tree = document.tree
        self.house = house
        self.nodes = tuple(walk(document.tree))

    @cached_property
    def version(self) -> str:
        """OpenAPI version without its patch number, such as `3.2`; empty when unreadable."""
        text = str(self.tree.get("openapi", ""))
        return ".".join(text.split(".")[:2])

    @cached_property
    def kinds(self) -> dict[str, str]:
        """Pointer of every node -> its kind."""
        return {node.pointer: node.kind for node in self.nodes}

    @cached_property
    def operations(self) -> tuple[Operation, ...]:
        """Every operation below `paths`, in document order."""
        return tuple(self._operations())

    @cached_property
    def _validator(self) -> SchemaValidator:
        return SchemaValidator(self.tree, self.version)

    def of(self, *kinds: str) -> Iterator[Node]:
        """Nodes of the given *kinds*, in document order."""
        return (node for node in self.nodes if node.kind in kinds)

    def finding(self, rule: str, pointer: str, message: str, level: Level = "error") -> Finding:
        """Finding of *rule* at *pointer*, with its line and column."""
        line, column = self.document.locate(pointer)
        file = str(self.document.path)
        return Finding(file, line, column, rule, pointer, message, level)

    def text_finding(self, rule: str, pointer: str, line: int, message: str) -> Finding:
        """Finding in line *line*, from 0, of the text at *pointer*, if it is a literal block."""
        first = self.document.texts.get(pointer)
        if first is None:
            return self.finding(rule, pointer, message)
        return Finding(str(self.document.path), first + line, 1, rule, pointer, message)

    def line(self, pointer: str) -> int:
        """Line of *pointer*, for messages that name a second place."""
        return self.document.locate(pointer)[0]

    def target(self, reference: object) -> tuple[str, Any] | None:
        """Pointer and value that the `$ref` *reference* names, or None."""
        pointer = reference_pointer(reference) if isinstance(reference, str) else None
        if pointer is None:
            return None
        try:
            return pointer, lookup(self.tree, pointer)
        except KeyError:
            return None

    def follow(self, pointer: str, value: object) -> tuple[str, dict[str, Any]]:
        """Pointer and object that *value* stands for once its references are followed."""
        for _ in range(_HOPS_MAX):
            current = as_map(value)
            found = self.target(current.get("$ref"))
            if found is None:
                return pointer, current
            pointer, value = found
        return pointer, {}

    def problems(self, schema_pointer: str, value: object) -> list[Problem]:
        """What makes *value* invalid under the schema at *schema_pointer*."""
        return self._validator.problems(schema_pointer, value)

    def _operations(self) -> Iterator[Operation]:
        for template, raw in as_map(self.tree.get("paths")).items():
            if not template.startswith("/"):
                continue
            place, item = self.follow(join("/paths", template), raw)
            for name, value in item.items():
                if name in METHODS and is_map(value):
                    inner = join(place, name)
                    yield Operation(name, template, inner, value, place, item)
            for name, value in as_map(item.get("additionalOperations")).items():
                inner = join(place, "additionalOperations", name)
                yield Operation(name.lower(), template, inner, as_map(value), place, item)
