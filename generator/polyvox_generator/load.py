"""
Read one OpenAPI document, YAML or JSON, with the line and column of every node.

Values follow the YAML 1.2 core schema: `no`, `on` and dates stay strings, and mapping keys are
always strings (`200:` is "200"). What is ambiguous in JSON is refused: duplicate keys, tags,
merge keys, numbers that are not finite.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import yaml

from polyvox_generator.errors import SpecError
from polyvox_generator.pointers import is_map, join, parent
from polyvox_generator.scalars import CORE_TAGS, CoreLoader, scalar

__all__ = ["Document", "load"]

_NODES_MAX = 2_000_000
_SURROGATES = re.compile(r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|.)")


@dataclass(frozen=True, slots=True)
class Document:
    """
    A parsed document that knows where everything stands.

    Args:
        path: The file, as the caller named it.
        tree: The document as JSON values.
        lines: JSON pointer -> (line, column), both from 1; of a mapping member its key's place.
        texts: JSON pointer of each literal block (`|`) -> line of its first text line.
    """

    path: Path
    tree: dict[str, Any]
    lines: Mapping[str, tuple[int, int]]
    texts: Mapping[str, int]

    def locate(self, pointer: str) -> tuple[int, int]:
        """Line and column of *pointer*, or of its nearest ancestor that is written down."""
        while pointer and pointer not in self.lines:
            pointer = parent(pointer)
        return self.lines.get(pointer, (1, 1))


def load(path: Path | str) -> Document:
    """
    Document in the file *path*.

    Raises:
        SpecError: The file cannot be read, is not UTF-8 or YAML, is empty, is not a mapping, or
            repeats a key.
    """
    path = Path(path)
    text = _read(path)
    builder = _Builder(str(path))
    try:
        root = yaml.compose(text, Loader=CoreLoader)
        if root is None:
            msg = "The file is empty. Write an OpenAPI document in it, or remove it."
            raise SpecError(msg, file=str(path))
        tree: object = builder.build(root, "")
    except yaml.YAMLError as error:
        raise _syntax_error(error, path, text) from error
    except RecursionError as error:
        msg = "The document is nested too deeply, or an alias contains itself. Flatten it."
        raise SpecError(msg, file=str(path)) from error
    if not is_map(tree):
        msg = "The document is not a mapping. An OpenAPI document starts with `openapi: 3.2.0`."
        raise SpecError(msg, file=str(path), line=1, column=1)
    return Document(path, tree, builder.lines, builder.texts)


def _read(path: Path) -> str:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        msg = f"The file cannot be read: {error.strerror}. Name an existing, readable file."
        raise SpecError(msg, file=str(path)) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        msg = f"Byte {error.start} is not UTF-8. Save the file as UTF-8."
        raise SpecError(msg, file=str(path), line=line) from error
    if path.suffix == ".json":
        # JSON writes characters beyond U+FFFF as two escapes, which YAML refuses.
        text = _SURROGATES.sub(_one_escape, text)
    return text


def _one_escape(match: re.Match[str]) -> str:
    if match[1] is None:
        return match[0]
    code = 0x10000 + ((int(match[1], 16) - 0xD800) << 10) + (int(match[2], 16) - 0xDC00)
    return f"\\U{code:08X}"


def _syntax_error(error: yaml.YAMLError, path: Path, text: str) -> SpecError:
    line = column = None
    problem = "unknown problem"
    if isinstance(error, yaml.MarkedYAMLError):
        problem = error.problem or problem
        if error.problem_mark is not None:
            line, column = error.problem_mark.line + 1, error.problem_mark.column + 1
    elif isinstance(error, yaml.reader.ReaderError):
        problem = error.reason
        line = text.count("\n", 0, error.position) + 1
    msg = f"The file is not valid YAML: {problem}. Correct the syntax at this place."
    return SpecError(msg, file=str(path), line=line, column=column)


class _Builder:
    """Turns composed nodes into JSON values and notes every place."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: dict[str, tuple[int, int]] = {}
        self.texts: dict[str, int] = {}

    def build(self, node: yaml.Node, pointer: str) -> Any:
        self.lines.setdefault(pointer, _place(node))
        if len(self.lines) > _NODES_MAX:
            self._refuse(node, "Aliases blow the document up. Write less of them")
        if isinstance(node, yaml.MappingNode):
            self._check_tag(node, "map")
            return self._mapping(node, pointer)
        if isinstance(node, yaml.SequenceNode):
            self._check_tag(node, "seq")
            items: list[yaml.Node] = node.value
            return [self.build(item, join(pointer, index)) for index, item in enumerate(items)]
        if isinstance(node, yaml.ScalarNode) and node.style == "|":
            self.texts[pointer] = node.start_mark.line + 2
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, pointer: str) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key, value in node.value:
            name = self._key(key)
            inner = join(pointer, name)
            if name in result:
                first = self.lines[inner][0]
                what = f"The key {name!r} stands twice in one mapping, first in line {first}"
                self._refuse(key, f"{what}. Remove or rename one of the two")
            self.lines[inner] = _place(key)
            result[name] = self.build(value, inner)
        return result

    def _key(self, key: yaml.Node) -> str:
        if not isinstance(key, yaml.ScalarNode):
            self._refuse(key, "A mapping key is not a scalar, as JSON wants it. Write a string")
        name: str = key.value
        if name == "<<" and not key.style:
            self._refuse(key, "YAML 1.2 has no merge keys. Use a $ref, or write the keys out")
        return name

    def _scalar(self, node: yaml.Node) -> Any:
        if node.tag not in CORE_TAGS:
            self._refuse(node, f"The tag {node.tag!r} has no JSON value. Remove it")
        try:
            return scalar(node.tag, node.value)
        except ValueError:
            self._refuse(node, f"{node.value!r} is not a JSON value. Write it as JSON would")

    def _check_tag(self, node: yaml.Node, kind: str) -> None:
        if node.tag != f"tag:yaml.org,2002:{kind}":
            self._refuse(node, f"The tag {node.tag!r} has no JSON value. Remove it")

    def _refuse(self, node: yaml.Node, message: str) -> NoReturn:
        line, column = _place(node)
        msg = f"{message}."
        raise SpecError(msg, file=self.file, line=line, column=column)


def _place(node: yaml.Node) -> tuple[int, int]:
    return (node.start_mark.line + 1, node.start_mark.column + 1)
