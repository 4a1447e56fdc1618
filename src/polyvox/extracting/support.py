"""
How a backend takes a JSON Schema for its answers: one value per backend, which clients carry.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from polyvox_core.model import JsonObject

__all__ = ["FORMAT", "RESPONSE_FORMAT", "SchemaSupport"]


class SchemaSupport(NamedTuple):
    """
    What `chat` takes a schema as.

    Attributes:
        option: Name of the keyword argument.
        enveloped: Whether the schema goes into the envelope that OpenAI has for it, and may be
            `strict`; otherwise it is the value itself.
        told: Whether the model is told the schema in words as well, because the server only
            holds its answer to the form.
    """

    option: str
    enveloped: bool = True
    told: bool = False

    def value(self, name: str, schema: JsonObject) -> Any:
        """The option's value for a *schema* of this *name*."""
        if not self.enveloped:
            return schema
        from polyvox.schemas.strict import strict_schema  # noqa: PLC0415 - light for clients

        strict = strict_schema(schema)
        wanted: JsonObject = {"name": name, "schema": strict or schema, "strict": bool(strict)}
        return {"type": "json_schema", "json_schema": wanted}


# Source: OpenAI structured outputs; AI DIAL and Aleph Alpha take the same.
RESPONSE_FORMAT = SchemaSupport("response_format")

# Source: ollama docs/api.md, structured outputs: the grammar alone; say it in the prompt as well.
FORMAT = SchemaSupport("format", enveloped=False, told=True)
