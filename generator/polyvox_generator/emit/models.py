"""What the template of a `models` module needs to know."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from polyvox_generator.emit.expressions import Expressions, snake
from polyvox_generator.emit.homes import dependencies, in_order_of_need
from polyvox_generator.emit.prose import docstring, record_docstring
from polyvox_generator.shapes import (
    Alias,
    Api,
    Array,
    Either,
    Enum,
    Field,
    Map,
    Named,
    Record,
    Shape,
)

__all__ = ["ModelViews"]


@dataclass(frozen=True, slots=True)
class RecordView:
    """One attrs class with its two functions."""

    name: str
    snake: str
    docstring: str
    fields: list[str]
    keys: str
    arguments: list[str]
    uses_get: bool
    extra: str
    members: list[str]


class ModelViews:
    """Views of the components of one API."""

    def __init__(self, api: Api, places: dict[str, str]) -> None:
        self.api = api
        self.places = places
        self.code = Expressions(api)

    def module(self, names: list[str], module: str) -> dict[str, Any]:
        """Variables of the template for the module that holds *names*."""
        parts = [self.api.components[name] for name in names]
        aliases = [part.name for part in parts if isinstance(part, Alias)]
        ordered = [self.api.components[name] for name in in_order_of_need(self.api, aliases)]
        return {
            "names": sorted(names),
            "imports": self._imports(names, module),
            "enums": [self._enum(part) for part in parts if isinstance(part, Enum)],
            "records": [self._record(part) for part in parts if isinstance(part, Record)],
            "aliases": [self._alias(part) for part in ordered if isinstance(part, Alias)],
        }

    def _imports(self, names: list[str], module: str) -> list[tuple[str, list[str]]]:
        """Modules with the names that are taken from them; ruff drops what is not used."""
        found: dict[str, set[str]] = {}
        for name in names:
            for needed in dependencies(self.api.components[name]):
                home = self.places[needed]
                if home != module:
                    found.setdefault(home, set()).update(self.all_names(needed))
        return [(home, sorted(taken)) for home, taken in sorted(found.items())]

    def all_names(self, name: str) -> list[str]:
        """The component *name* and its functions."""
        if not self.code.is_converted(Named(name)):
            return [name]
        return [name, f"decode_{snake(name)}", f"encode_{snake(name)}"]

    def _enum(self, enum: Enum) -> dict[str, str]:
        values = ", ".join(_literal(value) for value in enum.values)
        base = "str" if isinstance(enum.values[0], str) else "int"
        text = docstring(enum.description, 0, f"Known values of `{enum.name}`.")
        return {"name": enum.name, "type": f"Literal[{values}] | {base}", "docstring": text}

    def _record(self, record: Record) -> RecordView:
        required = [field for field in record.fields if field.required and not field.constant]
        constant = [field for field in record.fields if field.required and field.constant]
        optional = [field for field in record.fields if not field.required]
        ordered = required + constant + optional
        taken = {field.name for field in record.fields}
        extra = "extra"
        while extra in taken:
            extra += "_"
        known = ", ".join(json.dumps(field.wire, ensure_ascii=False) for field in record.fields)
        return RecordView(
            name=record.name,
            snake=snake(record.name),
            docstring=record_docstring(record),
            fields=[self._field(field) for field in ordered],
            keys=f"frozenset({{{known}}})" if known else "frozenset()",
            arguments=[self.code.decode(field.shape, _source(field)) for field in ordered],
            uses_get=bool(optional),
            extra=extra,
            members=[self._member(field) for field in record.fields],
        )

    def _field(self, field: Field) -> str:
        kind = self.code.annotation(field.shape)
        if not field.required:
            kind = kind if kind == "Any" else f"{kind} | Unset"
            return f"{field.name}: {kind} = UNSET"
        default = f" = {field.constant}" if field.constant else ""
        return f"{field.name}: {kind}{default}"

    def _member(self, field: Field) -> str:
        """Statement that adds *field* to the encoded object."""
        key = json.dumps(field.wire, ensure_ascii=False)
        converted = self.code.is_converted(field.shape)
        code = self.code.encode(field.shape, "item")
        if field.required:
            take = f"item = value.{field.name}\n    " if converted else ""
            return f"{take}result[{key}] = {code if converted else f'value.{field.name}'}"
        return f"if (item := value.{field.name}) is not UNSET:\n        result[{key}] = {code}"

    def _alias(self, alias: Alias) -> dict[str, Any]:
        kind = self.code.annotation(alias.shape)
        dispatch = alias.dispatch
        if (
            dispatch is not None
            and dispatch.default is None
            and "JsonObject" not in kind.split(" | ")
        ):
            kind += " | JsonObject"
        return {
            "name": alias.name,
            "snake": snake(alias.name),
            "type": kind,
            "docstring": docstring(alias.description, 0, f"The type `{alias.name}`."),
            "converted": self.code.is_converted(Named(alias.name)),
            "dispatch": dispatch,
            "words": dispatch is not None and all(isinstance(key, str) for key in dispatch.table),
            "decode": self._alias_code(alias, "source"),
            "encode": self._alias_code(alias, "value"),
        }

    def _alias_code(self, alias: Alias, name: str) -> str:
        """Expression for what the dispatch leaves over: lists, maps, or everything."""
        make = self.code.decode if name == "source" else self.code.encode
        if alias.dispatch is None:
            return make(alias.shape, name)
        rest = [
            leaf
            for leaf in dict.fromkeys(self._leaves(alias.shape))
            if isinstance(leaf, Array | Map) and self.code.is_converted(leaf)
        ]
        return make(Either(tuple(rest)), name) if rest else name

    def _leaves(self, shape: Shape) -> Iterator[Shape]:
        """Members of a union, those of the unions and aliases inside included."""
        component = self.api.components[shape.name] if isinstance(shape, Named) else None
        if isinstance(shape, Either):
            for member in shape.members:
                yield from self._leaves(member)
        elif isinstance(component, Alias):
            yield from self._leaves(component.shape)
        else:
            yield shape


def _literal(value: str | int) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)


def _source(field: Field) -> str:
    key = json.dumps(field.wire, ensure_ascii=False)
    return f"source[{key}]" if field.required else f"get({key}, UNSET)"
