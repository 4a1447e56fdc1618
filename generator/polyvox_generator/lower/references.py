"""Inlining: parameters, bodies and answers stand where they are used; only schemas keep names."""

from __future__ import annotations

import copy
from typing import Any, cast

from polyvox_generator.lower.tree import (
    METHODS,
    CannotLower,
    Tree,
    components,
    lowering,
    operations,
)

__all__ = ["inline_components", "join_path_parameters", "one_version"]

_OPERATION_KEYS = {
    "operationId", "tags", "summary", "description", "parameters", "requestBody", "responses",
}  # fmt: skip


@lowering
def inline_components(tree: Tree) -> None:
    """Replace references to parameters, bodies, answers and media types by what they name."""
    for path, item in tree.get("paths", {}).items():
        if "$ref" in item:
            item.update(_target(tree, item.pop("$ref")))
        for member in item:
            if member in ("query", "additionalOperations"):
                msg = f"The path {path} has {member!r}, which no client can send yet. Remove it."
                raise CannotLower(msg, _pointer(path))
        item["parameters"] = [_inline(tree, part) for part in item.get("parameters", [])]
    for _, _, operation in operations(tree):
        parameters = operation.get("parameters", [])
        operation["parameters"] = [_inline(tree, part) for part in parameters]
        if "requestBody" in operation:
            operation["requestBody"] = _inline(tree, operation["requestBody"])
        answers = operation.get("responses", {})
        operation["responses"] = {code: _inline(tree, answer) for code, answer in answers.items()}
    tree["components"] = {"schemas": components(tree)}


@lowering
def join_path_parameters(tree: Tree) -> None:
    """Give each operation the parameters of its path, before its own."""
    for item in tree.get("paths", {}).values():
        shared = item.pop("parameters", [])
        for method in METHODS:
            if method in item:
                own = item[method]["parameters"]
                names = {(part["name"], part["in"]) for part in own}
                inherited = [part for part in shared if (part["name"], part["in"]) not in names]
                item[method]["parameters"] = copy.deepcopy(inherited) + own


@lowering
def one_version(tree: Tree) -> None:
    """Reduce the document to OpenAPI 3.1 with paths, schemas and `x-` facts only."""
    secured = bool(tree.get("security"))
    info = tree.get("info", {})
    kept = {
        "openapi": "3.1.0",
        "info": {"title": info.get("title", ""), "version": info.get("version", "")},
        "tags": tree.get("tags", []),
        "paths": tree.get("paths", {}),
        "components": {"schemas": components(tree)},
    }
    tree.clear()
    tree.update(kept)
    for item in tree["paths"].values():
        for key in [key for key in item if key not in METHODS]:
            del item[key]
    for _, _, operation in operations(tree):
        operation["x-secured"] = bool(operation["security"]) if "security" in operation else secured
        for key in [key for key in operation if key not in _OPERATION_KEYS and key[:2] != "x-"]:
            del operation[key]


def _inline(tree: Tree, part: dict[str, Any]) -> dict[str, Any]:
    seen: set[str] = set()
    while "$ref" in part:
        if part["$ref"] in seen:
            msg = f"The reference {part['$ref']!r} refers to itself. Name a real component."
            raise CannotLower(msg)
        seen.add(part["$ref"])
        rest = {key: value for key, value in part.items() if key != "$ref"}
        part = {**copy.deepcopy(_target(tree, part["$ref"])), **rest}
    for name, media in part.get("content", {}).items():
        part["content"][name] = _inline(tree, media) if "$ref" in media else media
    return part


def _target(tree: Tree, target: str) -> dict[str, Any]:
    found: Any = tree
    for escaped in target.removeprefix("#/").split("/"):
        step = escaped.replace("~1", "/").replace("~0", "~")
        if not isinstance(found, dict) or step not in found or not target.startswith("#/"):
            msg = f"The reference {target!r} leads nowhere. Name a component of this document."
            raise CannotLower(msg)
        found = cast("dict[str, Any]", found)[step]
    return cast("dict[str, Any]", found)


def _pointer(path: str) -> str:
    return "/paths/" + path.replace("~", "~0").replace("/", "~1")
