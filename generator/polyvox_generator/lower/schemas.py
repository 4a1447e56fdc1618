"""Schemas in few shapes: no annotations, one type each, null as a union member, no allOf."""

from __future__ import annotations

import copy
from typing import Any, cast

from polyvox_generator.lower.tree import (
    CannotLower,
    Schema,
    Tree,
    lowering,
    operations,
    reference_name,
    resolve,
    rewrite_all,
)

__all__ = ["drop_annotations", "flatten_all_of", "mark_binary", "split_types"]

_KEPT = {
    "$ref", "type", "properties", "required", "items", "additionalProperties", "enum", "const",
    "anyOf", "oneOf", "allOf", "discriminator", "description", "nullable",
}  # fmt: skip
_OF_TYPE = {
    "object": ("properties", "required", "additionalProperties"),
    "array": ("items",),
    "string": ("x-binary",),
}
_PYTHON = {"string": str, "integer": int, "number": float, "boolean": bool}
_ENUMS = (str, int)


@lowering
def mark_binary(tree: Tree) -> None:
    """Mark the parts of multipart bodies that hold files; elsewhere text is text."""
    for _, _, operation in operations(tree):
        if operation.get("x-body") != "multipart":
            continue
        media = operation["requestBody"]["content"]["multipart/form-data"]
        properties = resolve(tree, media["schema"]).get("properties", {})
        for name, part in properties.items():
            properties[name] = _binary(tree, part)


def _binary(tree: Tree, part: Schema) -> Schema:
    """The multipart *part*, marked when it is a file or a list of files."""
    schema = resolve(tree, part)
    if schema.get("type") == "array":
        return {**schema, "items": _binary(tree, schema.get("items", {}))}
    if schema.get("format") != "binary" and "contentMediaType" not in schema:
        return part
    note = {"description": schema["description"]} if "description" in schema else {}
    return {"type": "string", "x-binary": True, **note}


@lowering
def drop_annotations(tree: Tree) -> None:
    """Drop titles, defaults, examples, limits and every other word that shapes no type."""

    def visit(schema: Schema) -> Schema:
        if schema.get("additionalProperties") is False:
            del schema["additionalProperties"]
        return {key: schema[key] for key in schema if key in _KEPT or key.startswith("x-")}

    rewrite_all(tree, visit)


@lowering
def flatten_all_of(tree: Tree) -> None:
    """Merge `allOf`, and what stands beside a union of objects, into single schemas."""

    def visit(schema: Schema) -> Schema:
        return _flat(tree, schema)

    rewrite_all(tree, visit)


def _flat(tree: Tree, schema: Schema, seen: tuple[str, ...] = ()) -> Schema:
    parts = schema.get("allOf")
    if parts is None:
        return _spread(tree, schema, seen)
    rest = {key: value for key, value in schema.items() if key != "allOf"}
    if len(parts) == 1 and "$ref" in parts[0] and not rest.keys() & (_KEPT - {"description"}):
        return {**parts[0], **rest}
    result: Schema = {}
    for part in [*parts, rest]:
        _merge(result, _open(tree, part, seen))
    result.pop("description", None)
    if "description" in rest:
        result["description"] = rest["description"]
    return _spread(tree, result, seen)


def _open(tree: Tree, part: Schema, seen: tuple[str, ...]) -> Schema:
    """A copy of *part* without references and allOf at its top."""
    name = reference_name(part)
    if name is None:
        return _flat(tree, copy.deepcopy(part), seen)
    if name in seen:
        msg = f"The schema {name!r} contains itself through allOf. Break the circle."
        raise CannotLower(msg, f"/components/schemas/{name}")
    return _flat(tree, copy.deepcopy(resolve(tree, part)), (*seen, name))


def _merge(result: Schema, part: Schema) -> None:
    for key, value in part.items():
        if key == "properties":
            result.setdefault("properties", {}).update(value)
        elif key == "required":
            known = result.setdefault("required", [])
            known.extend(name for name in value if name not in known)
        elif key == "enum" and "enum" in result:
            result["enum"] = [item for item in result["enum"] if item in value]
        elif key in ("type", "anyOf", "oneOf") and result.get(key, value) != value:
            msg = (
                f"Parts of an allOf disagree on {key!r}: {result[key]!r} and {value!r}. Align them."
            )
            raise CannotLower(msg)
        else:
            result[key] = value


def _spread(tree: Tree, schema: Schema, seen: tuple[str, ...]) -> Schema:
    """Give properties beside a union to its members; drop members that only say `required`."""
    key = "anyOf" if "anyOf" in schema else "oneOf"
    if "properties" not in schema or key not in schema:
        return schema
    union = schema.pop(key)
    if all(member.keys() <= {"required", "not", "description"} for member in union):
        return schema
    schema.pop("discriminator", None)
    note = {"description": schema.pop("description")} if "description" in schema else {}
    members: list[Schema] = []
    for member in union:
        merged = copy.deepcopy(schema)
        _merge(merged, _open(tree, member, seen))
        members.append(merged)
    return {"anyOf": members, **note}


@lowering
def split_types(tree: Tree) -> None:
    """Write several types, null among them, as a union; give enums and constants one type."""
    rewrite_all(tree, _split)


def _split(schema: Schema) -> Schema:
    schema = _typed_values(schema)
    given: Any = schema.get("type")
    if schema.pop("nullable", False) and isinstance(given, str):
        given = [given, "null"]
    if not isinstance(given, list):
        return schema
    types = cast("list[str]", given)
    if len(types) == 1:
        schema["type"] = types[0]
        return schema
    note = {key: schema[key] for key in schema if key == "description" or key[:2] == "x-"}
    if "anyOf" in schema or "oneOf" in schema:
        del schema["type"]
        return schema
    members = [_of_type(schema, name) for name in types]
    note.pop("x-binary", None)
    return {"anyOf": members, **note}


def _of_type(schema: Schema, name: str) -> Schema:
    member: Schema = {"type": name}
    member.update({key: schema[key] for key in _OF_TYPE.get(name, ()) if key in schema})
    python = _PYTHON.get(name)
    values = [item for item in schema.get("enum", []) if python and type(item) is python]
    if values:
        member["enum"] = values
    if python and type(schema.get("const")) is python:
        member["const"] = schema["const"]
    return member


def _typed_values(schema: Schema) -> Schema:
    """Type and values of an enum or a constant agree; what Python cannot name is dropped."""
    if "const" in schema:
        constant: object = schema["const"]
        kind = type(constant)
        schema.pop("enum", None)
        if kind not in (str, int, bool):
            del schema["const"]
        elif "type" not in schema:
            schema["type"] = next(name for name, python in _PYTHON.items() if python is kind)
    if "enum" not in schema:
        return schema
    values: list[Any] = schema["enum"]
    kinds: set[type[Any]] = {type(value) for value in values}
    if not kinds <= {*_ENUMS, type(None)}:
        del schema["enum"]
        return schema
    names = [name for name, python in _PYTHON.items() if python in kinds]
    names += ["null"] if None in values else []
    schema["type"] = names[0] if len(names) == 1 else names
    return schema
