"""
Unions in one spelling, and how a decoder tells their members apart.

`tell_apart` writes `x-dispatch` on every named union: a property and a table of its values, lists
of required keys, or a default; the emitter turns it into one dictionary look-up.
"""

from __future__ import annotations

from typing import Any

from polyvox_generator.lower.tree import (
    CannotLower,
    Schema,
    Tree,
    components,
    lowering,
    reference_name,
    resolve,
    rewrite_all,
)

__all__ = ["constant_discriminators", "one_union", "tell_apart"]

_PRIMITIVES = ("string", "integer", "number", "boolean")


@lowering
def one_union(tree: Tree) -> None:
    """Spell oneOf as anyOf; join nested unions and constants; drop repeated members."""
    rewrite_all(tree, _one)


def _one(schema: Schema) -> Schema:
    if "anyOf" not in schema and "oneOf" not in schema:
        return schema
    members: list[Schema] = []
    for member in [*schema.pop("anyOf", []), *schema.pop("oneOf", [])]:
        nested = "anyOf" in member and "discriminator" not in member
        for one in member["anyOf"] if nested else [member]:
            if one not in members:
                members.append(one)
    rest = {key: value for key, value in schema.items() if key in ("discriminator", "description")}
    rest.update({key: value for key, value in schema.items() if key.startswith("x-")})
    if any(not set(member) - {"description"} for member in members):
        return {key: value for key, value in rest.items() if key != "discriminator"}
    members = _joined_lists(_joined_constants(members))
    if len(members) == 1:
        rest.pop("discriminator", None)
        return {**members[0], **rest}
    return {**rest, "anyOf": members}


def _joined_constants(members: list[Schema]) -> list[Schema]:
    """Constants of one type become one enum, at the place of the first."""
    result: list[Schema] = []
    enums: dict[str, Schema] = {}
    for member in members:
        kind = member.get("type", "")
        if kind not in ("string", "integer") or not member.keys() & {"const", "enum"}:
            result.append(member)
            continue
        values = [member["const"]] if "const" in member else member["enum"]
        if kind not in enums:
            enums[kind] = member
            result.append(member)
            continue
        first = enums[kind]
        known = first.setdefault("enum", [first.pop("const")] if "const" in first else [])
        known.extend(value for value in values if value not in known)
    return result


def _joined_lists(members: list[Schema]) -> list[Schema]:
    """Lists of different objects become one list of either."""
    lists = [member for member in members if member.get("type") == "array"]
    items = [member.get("items", {}) for member in lists]
    if len(lists) < 2 or all(item.get("type") in _PRIMITIVES for item in items):
        return members
    joined = {"type": "array", "items": _one({"anyOf": items})}
    first = members.index(lists[0])
    return [
        joined if index == first else member
        for index, member in enumerate(members)
        if index == first or member not in lists
    ]


@lowering
def constant_discriminators(tree: Tree) -> None:
    """Turn each discriminator into a table, and its values into constants of the members."""
    rewrite_all(tree, lambda schema: _tabulate(tree, schema))


def _tabulate(tree: Tree, schema: Schema) -> Schema:
    discriminator = schema.pop("discriminator", None)
    if discriminator is None or "anyOf" not in schema:
        return schema
    key = discriminator["propertyName"]
    table = {value: _named(tree, to) for value, to in discriminator.get("mapping", {}).items()}
    for member in schema["anyOf"]:
        name = reference_name(member)
        if name is not None and name not in table.values():
            part = resolve(tree, member).get("properties", {}).get(key, {})
            table.update(dict.fromkeys(_values(tree, part) or [name], name))
    default = discriminator.get("defaultMapping")
    default = _named(tree, default) if default else None
    for value, name in table.items():
        part = (
            components(tree)[name].setdefault("properties", {}).setdefault(key, {"type": "string"})
        )
        lone = list(table.values()).count(name) == 1 and name != default
        if lone and part.get("type") == "string" and not part.keys() & {"const", "enum"}:
            part["const"] = value
    schema["x-dispatch"] = {"property": key, "table": table, "keys": [], "default": default}
    return schema


def _named(tree: Tree, target: str) -> str:
    name = target.rpartition("/")[2]
    if name not in components(tree):
        msg = f"A discriminator maps to {target!r}, which does not exist. Name a component schema."
        raise CannotLower(msg)
    return name


def _values(tree: Tree, schema: Schema) -> list[Any]:
    """The values that *schema* allows, when they are listed."""
    schema = resolve(tree, schema)
    return [schema["const"]] if "const" in schema else list(schema.get("enum", []))


@lowering
def tell_apart(tree: Tree) -> None:
    """Say on each named union how its objects are told apart."""
    for name, schema in components(tree).items():
        if "anyOf" not in schema or "x-dispatch" in schema:
            continue
        objects = list(dict.fromkeys(_objects(tree, schema, (name,))))
        if objects:
            schema["x-dispatch"] = _dispatch(tree, name, objects)


def _objects(tree: Tree, schema: Schema, seen: tuple[str, ...]) -> list[str]:
    """Components with properties among the members of a union, nested unions included."""
    found: list[str] = []
    for member in schema["anyOf"]:
        name = reference_name(member)
        if name is None or name in seen:
            continue
        target = components(tree)[name]
        if "anyOf" in target:
            found += _objects(tree, target, (*seen, name))
        elif "properties" in target:
            found.append(name)
    return found


def _dispatch(tree: Tree, union: str, objects: list[str]) -> Schema:
    key, table = _by_constant(tree, objects)
    rest = [name for name in objects if name not in table.values()]
    keys, default = _by_keys(tree, union, rest)
    return {"property": key, "table": table, "keys": keys, "default": default}


def _by_constant(tree: Tree, objects: list[str]) -> tuple[str | None, dict[Any, str]]:
    """The property whose constants name the most members, and those constants."""
    best: tuple[str | None, dict[Any, str]] = (None, {})
    properties = dict.fromkeys(
        key for name in objects for key in components(tree)[name]["properties"]
    )
    for key in properties:
        table: dict[Any, str] = {}
        clash = False
        for name in objects:
            member = components(tree)[name]
            part = member["properties"].get(key)
            if part is None or key not in member.get("required", []):
                continue
            part = resolve(tree, part)
            values = _values(tree, part) if "const" in part or len(objects) > 1 else []
            clash = clash or any(value in table for value in values)
            table.update(dict.fromkeys(values, name))
        if not clash and len(set(table.values())) > len(set(best[1].values())):
            best = (key, table)
    return best


def _by_keys(
    tree: Tree, union: str, names: list[str]
) -> tuple[list[tuple[str, list[str]]], str | None]:
    """Members in an order in which the required keys of one never fit a later one."""
    order: list[tuple[str, list[str]]] = []
    left = list(names)
    while left:
        for name in left:
            required = set(components(tree)[name].get("required", []))
            others = [
                components(tree)[other]["properties"].keys() for other in left if other != name
            ]
            if required and all(required - other for other in others):
                order.append((name, sorted(required)))
                left.remove(name)
                break
        else:
            if len(left) == 1:
                return order, left[0]
            msg = (
                f"Nothing tells {', '.join(left)} apart in the union {union!r}. Give them a "
                "discriminator, constants, or required keys that the others lack."
            )
            raise CannotLower(msg, f"/components/schemas/{union}")
    return order, None
