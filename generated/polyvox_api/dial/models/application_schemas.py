"""Models of AI DIAL: application_schemas. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

__all__ = [
    "ApplicationTypeSchema",
    "JsonSchemaDocument",
    "ListApplicationSchemasResult",
]


@define(eq=False, repr=False, weakref_slot=False)
class ApplicationTypeSchema(Model):
    """
    Head of an application type schema.

    Attributes:
        id: Id of the schema, a URL.
        dialapplication_type_display_name: Name for people.
        dialapplication_type_editor_url: Page that edits such applications.
        dialapplication_type_viewer_url: Page that shows such applications.
        dialapplication_type_icon_url: Icon.
    """

    id: str | Unset = UNSET
    dialapplication_type_display_name: str | Unset = UNSET
    dialapplication_type_editor_url: str | Unset = UNSET
    dialapplication_type_viewer_url: str | Unset = UNSET
    dialapplication_type_icon_url: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_application_type_schema(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ApplicationTypeSchema:
        """The value of a decoded JSON object."""
        return decode_application_type_schema(source)


_APPLICATION_TYPE_SCHEMA: Final = frozenset(
    {
        "$id",
        "dial:applicationTypeDisplayName",
        "dial:applicationTypeEditorUrl",
        "dial:applicationTypeViewerUrl",
        "dial:applicationTypeIconUrl",
    }
)


def decode_application_type_schema(source: Any) -> ApplicationTypeSchema:
    """`ApplicationTypeSchema` of decoded JSON."""
    get = source.get
    return ApplicationTypeSchema(
        get("$id", UNSET),
        get("dial:applicationTypeDisplayName", UNSET),
        get("dial:applicationTypeEditorUrl", UNSET),
        get("dial:applicationTypeViewerUrl", UNSET),
        get("dial:applicationTypeIconUrl", UNSET),
        None
        if source.keys() <= _APPLICATION_TYPE_SCHEMA
        else extra_of(source, _APPLICATION_TYPE_SCHEMA),
    )


def encode_application_type_schema(value: Any) -> JsonObject:
    """JSON of a `ApplicationTypeSchema`."""
    result: JsonObject = {}
    if (item := value.id) is not UNSET:
        result["$id"] = item
    if (item := value.dialapplication_type_display_name) is not UNSET:
        result["dial:applicationTypeDisplayName"] = item
    if (item := value.dialapplication_type_editor_url) is not UNSET:
        result["dial:applicationTypeEditorUrl"] = item
    if (item := value.dialapplication_type_viewer_url) is not UNSET:
        result["dial:applicationTypeViewerUrl"] = item
    if (item := value.dialapplication_type_icon_url) is not UNSET:
        result["dial:applicationTypeIconUrl"] = item
    if value.extra:
        result.update(value.extra)
    return result


JsonSchemaDocument: TypeAlias = JsonObject
"""A JSON Schema, as it is."""


ListApplicationSchemasResult: TypeAlias = list[ApplicationTypeSchema]
"""The type `ListApplicationSchemasResult`."""


def decode_list_application_schemas_result(source: Any) -> ListApplicationSchemasResult:
    """`ListApplicationSchemasResult` of decoded JSON."""
    result: ListApplicationSchemasResult = (
        [
            decode_application_type_schema(item) if item.__class__ is dict else item
            for item in source
        ]
        if source.__class__ is list
        else source
    )
    return result


def encode_list_application_schemas_result(value: Any) -> Any:
    """JSON of a `ListApplicationSchemasResult`."""
    return (
        [
            encode_application_type_schema(item)
            if isinstance(item, ApplicationTypeSchema)
            else item
            for item in value
        ]
        if value.__class__ in (list, tuple)
        else value
    )
