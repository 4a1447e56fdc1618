"""
`JSONSchema`, and what else may say which form an answer has.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

__all__ = ["JSONSchema", "ResponseFormat", "response_format_json"]


@dataclass(frozen=True)
class JSONSchema:
    """
    A JSON schema that the answer must fit.

    Attributes:
        schema: The schema.
        name: Its name.
        description: What it stands for.
        strict: Whether it is followed strictly.
    """

    schema: Mapping[str, Any]
    name: str
    description: str | None = None
    strict: bool | None = False

    def to_json(self) -> dict[str, Any]:
        """The value as JSON; the description and `strict` are always there."""
        inner = {
            "schema": dict(self.schema),
            "name": self.name,
            "description": self.description,
            "strict": self.strict,
        }
        return {"type": "json_schema", "json_schema": inner}

    @classmethod
    def from_pydantic(cls, model_class: Any) -> JSONSchema:
        """The strict schema of a pydantic model; its docstring is the description."""
        return cls(
            schema=model_class.model_json_schema(),
            name=model_class.__name__,
            description=model_class.__doc__,
            strict=True,
        )


ResponseFormat: TypeAlias = JSONSchema | type[Any] | Mapping[str, Any]


def response_format_json(wanted: ResponseFormat) -> Any:
    """The *wanted* form as JSON: a `JSONSchema`, a pydantic class, or a dict as it is."""
    if isinstance(wanted, Mapping):
        return wanted
    if isinstance(wanted, type):
        return JSONSchema.from_pydantic(wanted).to_json()
    return wanted.to_json()
