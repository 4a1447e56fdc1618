"""
An OpenAPI 3.2 document as the emulator sees it: operations with parameters, body and answers.

References are made absolute once, so that any schema taken from here can be validated by
itself; examples are left alone, because they may hold references of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from polyvox.emulator.jsonvalues import (
    Json,
    JsonObject,
    is_array,
    is_object,
    items_of,
    object_of,
    objects_of,
    text_of,
)

__all__ = ["BASE", "Body", "Document", "Operation", "Parameter"]

BASE = "urn:polyvox:document"
METHODS = ("get", "put", "post", "delete", "patch", "head", "options")
LITERAL = frozenset({"example", "examples", "default", "const", "enum"})
NAMED = frozenset({"properties", "patternProperties", "$defs"})


@dataclass(frozen=True)
class Parameter:
    """
    One parameter: its wire name, where it travels, and what it must look like.

    Attributes:
        segments: A path parameter that spans several segments.
        may_be_empty: A path parameter that may be the empty text.
        joined: A list that travels as one comma-separated value.
        example: The document's example value; None without one.
    """

    name: str
    place: str
    required: bool
    schema: JsonObject
    segments: bool = False
    may_be_empty: bool = False
    joined: bool = False
    example: Json = None


@dataclass(frozen=True)
class Body:
    """What an operation accepts as a body: a media type object per media type."""

    required: bool
    content: Mapping[str, JsonObject]


@dataclass(frozen=True)
class Operation:
    """One operation of the document, references of parameters and answers resolved."""

    id: str
    method: str
    template: str
    parameters: tuple[Parameter, ...]
    body: Body | None
    responses: Mapping[str, JsonObject]
    security: tuple[tuple[str, ...], ...]
    raw: JsonObject

    @property
    def secured(self) -> bool:
        """Whether a caller without credentials is turned away."""
        return bool(self.security) and () not in self.security


class Document:
    """
    One backend's OpenAPI document.

    Args:
        raw: The decoded document; it is not changed.
    """

    def __init__(self, raw: JsonObject) -> None:
        """Read *raw* once; the operations are ready afterwards."""
        self.tree: JsonObject = object_of(_absolute(raw, names=False))
        self.operations: tuple[Operation, ...] = tuple(self._operations())

    def resolve(self, node: object) -> JsonObject:
        """*node*, or what its `$ref` points at; keys beside the reference win."""
        found = object_of(node)
        while isinstance(found.get("$ref"), str):
            beside = {key: value for key, value in found.items() if key != "$ref"}
            found = {**object_of(self.at(found["$ref"])), **beside}
        return found

    def at(self, reference: str) -> Json:
        """
        What *reference* points at in this document.

        Raises:
            LookupError: nothing is there.
        """
        value: Json = self.tree
        for step in reference.removeprefix(BASE).removeprefix("#/").split("/"):
            name = step.replace("~1", "/").replace("~0", "~")
            if name not in object_of(value):
                msg = f"The document has nothing at {reference!r}. Mend the reference in the spec."
                raise LookupError(msg)
            value = object_of(value)[name]
        return value

    @property
    def security_schemes(self) -> Mapping[str, JsonObject]:
        """The document's security schemes by name."""
        schemes = object_of(object_of(self.tree.get("components")).get("securitySchemes"))
        return {name: self.resolve(scheme) for name, scheme in schemes.items()}

    def _operations(self) -> Iterator[Operation]:
        for template, node in object_of(self.tree.get("paths")).items():
            item = self.resolve(node)
            for method in METHODS:
                if method in item:
                    yield self._operation(template, method, item, object_of(item[method]))

    def _operation(
        self, template: str, method: str, item: JsonObject, raw: JsonObject
    ) -> Operation:
        responses = object_of(raw.get("responses"))
        needs = raw.get("security", self.tree.get("security"))
        return Operation(
            id=text_of(raw.get("operationId"), f"{method} {template}"),
            method=method.upper(),
            template=template,
            parameters=self._parameters(item, raw),
            body=self._body(raw),
            responses={status: self.resolve(node) for status, node in responses.items()},
            security=tuple(tuple(choice) for choice in objects_of(needs)),
            raw=raw,
        )

    def _parameters(self, item: JsonObject, raw: JsonObject) -> tuple[Parameter, ...]:
        found: dict[tuple[str, str], Parameter] = {}
        for node in [*items_of(item.get("parameters")), *items_of(raw.get("parameters"))]:
            parameter = self.resolve(node)
            name, place = text_of(parameter.get("name")), text_of(parameter.get("in"))
            found[name, place] = Parameter(
                name=name,
                place=place,
                required=parameter.get("required") is True,
                schema=object_of(parameter.get("schema")),
                segments=parameter.get("x-segments") is True,
                may_be_empty=parameter.get("x-may-be-empty") is True,
                joined=parameter.get("explode") is False,
                example=parameter.get("example"),
            )
        return tuple(found.values())

    def _body(self, raw: JsonObject) -> Body | None:
        if "requestBody" not in raw:
            return None
        body = self.resolve(raw["requestBody"])
        content = object_of(body.get("content"))
        return Body(
            required=body.get("required") is True,
            content={name.lower(): self.resolve(media) for name, media in content.items()},
        )


def _absolute(node: object, *, names: bool) -> Json:
    """A copy of *node* with local references made absolute; *names* if its keys are names."""
    if is_array(node):
        return [_absolute(item, names=False) for item in items_of(node)]
    if not is_object(node):
        return node
    copied: JsonObject = {}
    for key, value in object_of(node).items():
        if names:
            copied[key] = _absolute(value, names=False)
        elif key == "$ref" and isinstance(value, str) and value.startswith("#/"):
            copied[key] = BASE + value
        elif key in LITERAL:
            copied[key] = value
        else:
            copied[key] = _absolute(value, names=key in NAMED)
    return copied
