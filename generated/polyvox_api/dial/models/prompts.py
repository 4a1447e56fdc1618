"""Models of AI DIAL: prompts. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

__all__ = [
    "PromptResource",
]


@define(eq=False, repr=False, weakref_slot=False)
class PromptResource(Model):
    """
    A stored prompt. Core 0.18 wants all four fields; unknown ones are kept as they are.

    Attributes:
        id: Id the client chose.
        folder_id: Folder the client shows it in.
        name: Name for people.
        content: The prompt.
    """

    id: str | Unset = UNSET
    folder_id: str | Unset = UNSET
    name: str | Unset = UNSET
    content: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_prompt_resource(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> PromptResource:
        """The value of a decoded JSON object."""
        return decode_prompt_resource(source)


_PROMPT_RESOURCE: Final = frozenset({"id", "folderId", "name", "content"})


def decode_prompt_resource(source: Any) -> PromptResource:
    """`PromptResource` of decoded JSON."""
    get = source.get
    return PromptResource(
        get("id", UNSET),
        get("folderId", UNSET),
        get("name", UNSET),
        get("content", UNSET),
        None if source.keys() <= _PROMPT_RESOURCE else extra_of(source, _PROMPT_RESOURCE),
    )


def encode_prompt_resource(value: Any) -> JsonObject:
    """JSON of a `PromptResource`."""
    result: JsonObject = {}
    if (item := value.id) is not UNSET:
        result["id"] = item
    if (item := value.folder_id) is not UNSET:
        result["folderId"] = item
    if (item := value.name) is not UNSET:
        result["name"] = item
    if (item := value.content) is not UNSET:
        result["content"] = item
    if value.extra:
        result.update(value.extra)
    return result
