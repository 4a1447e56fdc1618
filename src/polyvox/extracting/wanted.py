"""
What to extract: a type with its schema, how often to ask again, and by which way to ask.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Generic, TypeVar, overload

from polyvox.schemas import read_as, schema_of_node
from polyvox.schemas.annotations import name_of, node_of
from polyvox.schemas.faults import too_deep
from polyvox.schemas.strict import resolved, without_nulls
from polyvox_core.errors import ConfigError
from polyvox_core.model import JsonObject
from polyvox_core.shapes import as_object, is_object

__all__ = ["Schema", "wanted_of"]

T = TypeVar("T")

MOST_REPAIRS = 10
_WRAP = "value"


class Schema(Generic[T]):
    """
    A type to extract, with what one extraction does about answers that do not fit.

    Args:
        annotation: The class, or any other type: `list[Person]`, an Enum, a union. For type
            checkers a union needs `wanted: Schema[Cat | Dog] = Schema(Cat | Dog)`.
        repairs: How often an answer that does not fit is sent back with its faults.
        native: True demands that the server holds the answer to the schema, False tells the model
            in words alone. None lets the server do it where the backend can, and falls back to
            words when it refuses the schema.
        name: What the schema is called on the wire; the class's name by default.

    Raises:
        ConfigError: JSON cannot say the type, or *repairs* is no number from 0 to 10.

    Attributes:
        schema: The JSON Schema; its root is an object, with the member `value` around types that
            are none.
    """

    @overload
    def __init__(
        self,
        annotation: type[T],
        *,
        repairs: int = 1,
        native: bool | None = None,
        name: str | None = None,
    ) -> None: ...

    @overload
    def __init__(
        self,
        annotation: Any,
        *,
        repairs: int = 1,
        native: bool | None = None,
        name: str | None = None,
    ) -> None: ...

    def __init__(
        self,
        annotation: Any,
        *,
        repairs: int = 1,
        native: bool | None = None,
        name: str | None = None,
    ) -> None:
        if isinstance(repairs, bool) or not 0 <= repairs <= MOST_REPAIRS:
            msg = f"repairs={repairs!r} is no number of repairs."
            raise ConfigError(msg, hint=f"Use 0 to {MOST_REPAIRS}; 1 is the default.")
        self.annotation = annotation
        self.repairs = repairs
        self.native = native
        self.label = name_of(annotation)
        self.name = re.sub(r"\W+", "_", name or self.label, flags=re.ASCII).strip("_")[:64]
        self._node = node_of(annotation)
        root = schema_of_node(self._node)
        self.is_wrapped = resolved(root, root).get("type") != "object"
        self.schema: JsonObject = _wrapped(root) if self.is_wrapped else _unfolded(root)

    def value_of(self, json_value: Any) -> T:
        """
        The value for a model's answer; a null stands for a member that may be missing.

        Raises:
            InvalidValue: It does not fit.
        """
        if self.is_wrapped and not (is_object(json_value) and _WRAP in json_value):
            # Some models leave the wrapping out.
            json_value = {_WRAP: json_value}
        try:
            lifted = without_nulls(json_value, self.schema)
        except RecursionError:
            raise too_deep(self.label) from None
        value, at = (lifted[_WRAP], (None, _WRAP)) if self.is_wrapped else (lifted, None)
        found: T = read_as(self._node, value, self.label, at=at)
        return found

    def known_of(self, json_value: Any) -> Any:
        """What of a part of an answer is the value itself."""
        if self.is_wrapped and is_object(json_value):
            return json_value.get(_WRAP)
        return json_value

    @property
    def value_rules(self) -> JsonObject:
        """The rules of the value itself, for looking up members."""
        return as_object(self.schema["properties"][_WRAP]) if self.is_wrapped else self.schema

    def __repr__(self) -> str:
        """Name the type."""
        return f"Schema({self.label}, repairs={self.repairs}, native={self.native})"


def _wrapped(root: JsonObject) -> JsonObject:
    rules = {key: value for key, value in root.items() if key != "$defs"}
    wrapped: JsonObject = {
        "type": "object",
        "properties": {_WRAP: rules},
        "required": [_WRAP],
        "additionalProperties": False,
    }
    return {**wrapped, "$defs": root["$defs"]} if "$defs" in root else wrapped


def _unfolded(root: JsonObject) -> JsonObject:
    """The schema with its object at the root, where a reference to it was."""
    if root.get("type") == "object":
        return root
    found = resolved(root, root)
    return {**found, "$defs": root["$defs"]}


@lru_cache(maxsize=128)
def _schema_of_class(cls: type[Any]) -> Schema[Any]:
    return Schema(cls)


def wanted_of(wanted: Any) -> Schema[Any]:
    """*wanted* as a `Schema`."""
    if isinstance(wanted, Schema):
        return wanted  # pyright: ignore[reportUnknownVariableType]
    # Unions that differ in their order are equal, so only classes are remembered.
    return _schema_of_class(wanted) if isinstance(wanted, type) else Schema(wanted)
