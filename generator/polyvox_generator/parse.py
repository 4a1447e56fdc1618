"""
The one room that knows openapi-python-client: a lowered document becomes an `Api`.

Its parser decides what exists, what is required and how things are called in Python; the order of
fields, and the names of unions, which it forgets, come from the document. Whatever it warns of is
an error here. Its version is pinned, because none of this is its public interface.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import ModelProperty
from openapi_python_client.strings import ClassName, PythonIdentifier

from polyvox_generator.errors import PolyvoxGeneratorError
from polyvox_generator.lower.tree import Schema, Tree, components, operations, reference_name
from polyvox_generator.shapes import (
    Alias,
    Api,
    Argument,
    Array,
    Body,
    Call,
    Component,
    Dispatch,
    Either,
    Enum,
    Field,
    Map,
    Named,
    Plain,
    Record,
    Shape,
)

__all__ = ["CannotParse", "parse"]

_NEEDED_NAMES = {"list", "dict", "str", "int", "float", "bool", "bytes", "classmethod", "self"}
_FIELD_NAMES = {"to_dict", "from_dict", "_names"}
_ARGUMENT_NAMES = {"self", "body", "options"}
_PRIMITIVES = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "null": "None",
}


class CannotParse(PolyvoxGeneratorError):
    """openapi-python-client refused a part of the document, or lost it."""


def parse(lowered: Tree, name: str) -> Api:
    """
    The API that *lowered* describes.

    Args:
        lowered: What `lower` returned.
        name: Name of the backend, in snake_case.

    Raises:
        CannotParse: A warning or an error of openapi-python-client; the message names the place.
    """
    data = GeneratorData.from_dict(lowered, config=_config())
    if isinstance(data, GeneratorError):
        raise _refusal(data)
    _refuse_losses(data)
    return _Parser(lowered, data).api(name)


def _config() -> Config:
    file = ConfigFile(literal_enums=True, post_hooks=[])
    return Config.from_sources(file, MetaType.NONE, Path("lowered.json"), "utf-8", False, None)


def _refusal(error: GeneratorError) -> CannotParse:
    detail = " ".join(str(error.detail or "no reason given").split())
    header = " ".join(error.header.split())
    msg = f"{header}: {detail}. Mend the specification, or add a lowering pass that avoids it."
    return CannotParse(msg)


def _refuse_losses(data: GeneratorData) -> None:
    for error in data.errors:
        raise _refusal(error)
    for collection in data.endpoint_collections_by_tag.values():
        for error in collection.parse_errors:
            raise _refusal(error)


def _identifier(wire: str) -> str:
    """Python name of *wire*; builtins keep their names where generated code does not need them."""
    name = PythonIdentifier(wire, prefix="field_")
    plain = name.removesuffix("_")
    if (
        plain != name
        and plain.isidentifier()
        and plain not in _NEEDED_NAMES
        and _may_be_name(plain)
    ):
        return plain
    return str(name)


def _may_be_name(word: str) -> bool:
    try:
        compile(f"{word} = 1", "name", "exec")
    except SyntaxError:
        return False
    return True


def _one_line(text: Any) -> str:
    return " ".join(str(text or "").split())


class _Parser:
    """Joins the lowered document with the parser's view of it."""

    def __init__(self, lowered: Tree, data: GeneratorData) -> None:
        self.tree = lowered
        self.schemas = components(lowered)
        self.models = {str(model.class_info.name): model for model in data.models}
        self.endpoints = {
            (endpoint.path.get_untrusted_value(), endpoint.method): endpoint
            for collection in data.endpoint_collections_by_tag.values()
            for endpoint in collection.endpoints
        }
        self.names = {name: str(ClassName(name, prefix="Schema")) for name in self.schemas}
        if len(set(self.names.values())) < len(self.names):
            msg = "Two schemas have one class name. Rename one of the two in the specification."
            raise CannotParse(msg)

    def api(self, name: str) -> Api:
        found = {self.names[key]: self._component(key) for key in self.schemas}
        calls = tuple(self._call(*entry) for entry in operations(self.tree))
        described = {tag["name"]: _one_line(tag.get("description")) for tag in self.tree["tags"]}
        used = dict.fromkeys(call.tag for call in calls)
        order = [tag for tag in described if tag in used] + [
            tag for tag in used if tag not in described
        ]
        tags = {tag: described.get(tag, "") for tag in order}
        return Api(
            name, tags, calls, {key: part for key, part in found.items() if part is not None}
        )

    def _component(self, key: str) -> Component | None:
        schema, name = self.schemas[key], self.names[key]
        description = str(schema.get("description", ""))
        if "properties" in schema:
            return Record(name, self._fields(schema, name), description)
        if "enum" in schema:
            return Enum(name, tuple(schema["enum"]), description)
        if "x-hoisted" in schema and schema.get("type") == "object":
            return None
        return Alias(name, self._shape(schema), description, self._dispatch(schema))

    def _fields(self, schema: Schema, name: str) -> tuple[Field, ...]:
        model = self.models.get(name)
        if model is None:
            msg = f"The schema {name!r} got lost between document and parser. Rename it."
            raise CannotParse(msg)
        known = _properties(model)
        fields: list[Field] = []
        taken = set(_FIELD_NAMES)
        for wire, part in schema["properties"].items():
            required = known[wire].required
            python = _identifier(wire)
            while python in taken:
                python += "_"
            taken.add(python)
            constant = repr(part["const"]) if "const" in part else None
            shape = self._shape(part)
            if isinstance(shape, Plain) and "x-binary" not in part:
                shape = Plain(known[wire].get_type_string(no_optional=True).as_unembedded_code())
            description = self._description(part)
            fields.append(Field(wire, python, shape, required, constant, description))
        return tuple(fields)

    def _description(self, part: Schema) -> str:
        """Words for a property: its own, or those of what it refers to."""
        for schema in (part, *part.get("anyOf", [])):
            key = reference_name(schema)
            target = {} if key is None else self.schemas[key]
            words = schema.get("description") or target.get("description")
            if words:
                return str(words)
        return ""

    def _shape(self, schema: Schema) -> Shape:
        key = reference_name(schema)
        if key is not None:
            target = self.schemas[key]
            if (
                "x-hoisted" in target
                and target.get("type") == "object"
                and "properties" not in target
            ):
                return self._shape(target)
            return Named(self.names[key])
        if "anyOf" in schema:
            return _either([self._shape(member) for member in schema["anyOf"]])
        kind = schema.get("type")
        if kind == "array":
            return Array(self._shape(schema.get("items", {})))
        if kind == "object":
            inner: Schema | bool | None = schema.get("additionalProperties")
            return Map(self._shape(inner) if isinstance(inner, dict) else Plain("Any"))
        return _plain(schema)

    def _dispatch(self, schema: Schema) -> Dispatch | None:
        facts = schema.get("x-dispatch")
        if facts is None:
            return None
        table = {value: self.names[name] for value, name in facts["table"].items()}
        keys = tuple((self.names[name], tuple(needed)) for name, needed in facts["keys"])
        default = facts["default"]
        return Dispatch(facts["property"], table, keys, default and self.names[default])

    def _call(self, path: str, method: str, operation: dict[str, Any]) -> Call:
        endpoint = self.endpoints.get((path, method))
        if endpoint is None or not endpoint.responses.patterns:
            msg = f"{method.upper()} {path} got lost between document and parser. Report the spec."
            raise CannotParse(msg)
        answer = operation["responses"]["200"]
        contents: list[dict[str, Any]] = list(answer.get("content", {}).values())
        schema: Schema = contents[0]["schema"] if contents else {}
        kind = operation["x-answer"]
        if "x-stream" in operation:
            kind = "json"
        return Call(
            id=operation["operationId"],
            method=method.upper(),
            path=path.partition("#")[0],
            tag=operation["tags"][0],
            summary=_one_line(operation.get("summary")),
            description=str(operation.get("description", "")),
            arguments=self._arguments(endpoint, operation),
            body=self._body(endpoint, operation),
            answer=kind,
            result=self._shape(schema),
            result_description=_one_line(answer.get("description")),
            may_be_empty=bool(operation.get("x-may-be-empty")),
            secured=operation["x-secured"],
            stream=operation.get("x-stream"),
        )

    def _arguments(self, endpoint: Endpoint, operation: dict[str, Any]) -> tuple[Argument, ...]:
        known = {
            (str(place), prop.name.get_untrusted_value()): prop
            for place, prop in endpoint.iter_all_parameters()
        }
        result: list[Argument] = []
        taken = set(_ARGUMENT_NAMES)
        for part in operation["parameters"]:
            prop = known[part["in"], part["name"]]
            name = _identifier(part["name"])
            while name in taken:
                name += "_"
            taken.add(name)
            result.append(
                Argument(
                    wire=part["name"],
                    place=part["in"],
                    name=name,
                    shape=self._shape(part["schema"]),
                    required=bool(prop.required),
                    segments=bool(part.get("x-segments")),
                    may_be_empty=bool(part.get("x-may-be-empty")),
                    joined=bool(part.get("x-joined")),
                    description=str(part.get("description", "")),
                )
            )
        return tuple(result)

    def _body(self, endpoint: Endpoint, operation: dict[str, Any]) -> Body | None:
        if "requestBody" not in operation:
            return None
        body = operation["requestBody"]
        media = next(iter(body["content"].values()))
        if len(endpoint.bodies) != 1:
            msg = f"The body of {operation['operationId']} got lost in the parser. Report the spec."
            raise CannotParse(msg)
        kind = operation["x-body"]
        required = bool(body.get("required"))
        return Body(kind, self._shape(media["schema"]), required, str(body.get("description", "")))


def _plain(schema: Schema) -> Plain:
    if "const" in schema:
        return Plain(f"Literal[{schema['const']!r}]")
    if "x-binary" in schema:
        return Plain("FileContent")
    return Plain(_PRIMITIVES.get(schema.get("type", ""), "Any"))


def _properties(model: ModelProperty) -> dict[str, Any]:
    found = [*(model.required_properties or []), *(model.optional_properties or [])]
    return {prop.name.get_untrusted_value(): prop for prop in found}


def _either(members: list[Shape]) -> Shape:
    flat: list[Shape] = []
    for member in members:
        for one in member.members if isinstance(member, Either) else (member,):
            if one not in flat:
                flat.append(one)
    if Plain("Any") in flat:
        return Plain("Any")
    return flat[0] if len(flat) == 1 else Either(tuple(flat))
