"""Models of AI DIAL: conversations. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

__all__ = [
    "ConversationMessage",
    "ConversationModel",
    "ConversationResource",
    "ConversationSettings",
]


@define(eq=False, repr=False, weakref_slot=False)
class ConversationModel(Model):
    """
    Deployment a conversation is held with.

    Attributes:
        id: Name of the deployment.
    """

    id: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_conversation_model(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ConversationModel:
        """The value of a decoded JSON object."""
        return decode_conversation_model(source)


_CONVERSATION_MODEL: Final = frozenset({"id"})


def decode_conversation_model(source: Any) -> ConversationModel:
    """`ConversationModel` of decoded JSON."""
    get = source.get
    return ConversationModel(
        get("id", UNSET),
        None if source.keys() <= _CONVERSATION_MODEL else extra_of(source, _CONVERSATION_MODEL),
    )


def encode_conversation_model(value: Any) -> JsonObject:
    """JSON of a `ConversationModel`."""
    result: JsonObject = {}
    if (item := value.id) is not UNSET:
        result["id"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ConversationSettings(Model):
    """
    Settings that one message was sent with.

    Attributes:
        prompt: System prompt.
        temperature: Temperature.
        selected_addons: Addons in use; deprecated.
    """

    prompt: str | Unset = UNSET
    temperature: float | Unset = UNSET
    selected_addons: list[str] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_conversation_settings(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ConversationSettings:
        """The value of a decoded JSON object."""
        return decode_conversation_settings(source)


_CONVERSATION_SETTINGS: Final = frozenset({"prompt", "temperature", "selectedAddons"})


def decode_conversation_settings(source: Any) -> ConversationSettings:
    """`ConversationSettings` of decoded JSON."""
    get = source.get
    return ConversationSettings(
        get("prompt", UNSET),
        get("temperature", UNSET),
        get("selectedAddons", UNSET),
        None
        if source.keys() <= _CONVERSATION_SETTINGS
        else extra_of(source, _CONVERSATION_SETTINGS),
    )


def encode_conversation_settings(value: Any) -> JsonObject:
    """JSON of a `ConversationSettings`."""
    result: JsonObject = {}
    if (item := value.prompt) is not UNSET:
        result["prompt"] = item
    if (item := value.temperature) is not UNSET:
        result["temperature"] = item
    if (item := value.selected_addons) is not UNSET:
        result["selectedAddons"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ConversationMessage(Model):
    """
    One message of a stored conversation. Chat clients add fields of their own.

    Attributes:
        role: Who speaks.
        content: What was said.
        model: Deployment a conversation is held with.
        settings: Settings that one message was sent with.
    """

    role: str | Unset = UNSET
    content: str | Unset = UNSET
    model: ConversationModel | Unset = UNSET
    settings: ConversationSettings | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_conversation_message(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ConversationMessage:
        """The value of a decoded JSON object."""
        return decode_conversation_message(source)


_CONVERSATION_MESSAGE: Final = frozenset({"role", "content", "model", "settings"})


def decode_conversation_message(source: Any) -> ConversationMessage:
    """`ConversationMessage` of decoded JSON."""
    get = source.get
    return ConversationMessage(
        get("role", UNSET),
        get("content", UNSET),
        decode_conversation_model(value)
        if (value := get("model", UNSET)).__class__ is dict
        else value,
        decode_conversation_settings(value)
        if (value := get("settings", UNSET)).__class__ is dict
        else value,
        None if source.keys() <= _CONVERSATION_MESSAGE else extra_of(source, _CONVERSATION_MESSAGE),
    )


def encode_conversation_message(value: Any) -> JsonObject:
    """JSON of a `ConversationMessage`."""
    result: JsonObject = {}
    if (item := value.role) is not UNSET:
        result["role"] = item
    if (item := value.content) is not UNSET:
        result["content"] = item
    if (item := value.model) is not UNSET:
        result["model"] = (
            encode_conversation_model(item) if isinstance(item, ConversationModel) else item
        )
    if (item := value.settings) is not UNSET:
        result["settings"] = (
            encode_conversation_settings(item) if isinstance(item, ConversationSettings) else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ConversationResource(Model):
    """
    A stored conversation. Core 0.18 wants every field except `customViewState`; unknown ones are
    kept as they are.

    Attributes:
        id: Id the client chose.
        folder_id: Folder the client shows it in.
        name: Name for people.
        prompt: System prompt.
        temperature: Temperature; Core 0.18 takes whole numbers only.
        last_activity_date: Last change in milliseconds since 1970.
        model: Deployment a conversation is held with.
        selected_addons: Addons in use; deprecated, yet wanted by Core 0.18.
        messages: The messages, oldest first.
        custom_view_state: State of a client's own view.
    """

    id: str | Unset = UNSET
    folder_id: str | Unset = UNSET
    name: str | Unset = UNSET
    prompt: str | Unset = UNSET
    temperature: float | Unset = UNSET
    last_activity_date: int | Unset = UNSET
    model: ConversationModel | Unset = UNSET
    selected_addons: list[str] | Unset = UNSET
    messages: list[ConversationMessage] | Unset = UNSET
    custom_view_state: JsonObject | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_conversation_resource(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ConversationResource:
        """The value of a decoded JSON object."""
        return decode_conversation_resource(source)


_CONVERSATION_RESOURCE: Final = frozenset(
    {
        "id",
        "folderId",
        "name",
        "prompt",
        "temperature",
        "lastActivityDate",
        "model",
        "selectedAddons",
        "messages",
        "customViewState",
    }
)


def decode_conversation_resource(source: Any) -> ConversationResource:
    """`ConversationResource` of decoded JSON."""
    get = source.get
    return ConversationResource(
        get("id", UNSET),
        get("folderId", UNSET),
        get("name", UNSET),
        get("prompt", UNSET),
        get("temperature", UNSET),
        get("lastActivityDate", UNSET),
        decode_conversation_model(value)
        if (value := get("model", UNSET)).__class__ is dict
        else value,
        get("selectedAddons", UNSET),
        [decode_conversation_message(item) if item.__class__ is dict else item for item in value]
        if (value := get("messages", UNSET)).__class__ is list
        else value,
        get("customViewState", UNSET),
        None
        if source.keys() <= _CONVERSATION_RESOURCE
        else extra_of(source, _CONVERSATION_RESOURCE),
    )


def encode_conversation_resource(value: Any) -> JsonObject:
    """JSON of a `ConversationResource`."""
    result: JsonObject = {}
    if (item := value.id) is not UNSET:
        result["id"] = item
    if (item := value.folder_id) is not UNSET:
        result["folderId"] = item
    if (item := value.name) is not UNSET:
        result["name"] = item
    if (item := value.prompt) is not UNSET:
        result["prompt"] = item
    if (item := value.temperature) is not UNSET:
        result["temperature"] = item
    if (item := value.last_activity_date) is not UNSET:
        result["lastActivityDate"] = item
    if (item := value.model) is not UNSET:
        result["model"] = (
            encode_conversation_model(item) if isinstance(item, ConversationModel) else item
        )
    if (item := value.selected_addons) is not UNSET:
        result["selectedAddons"] = item
    if (item := value.messages) is not UNSET:
        result["messages"] = (
            [
                encode_conversation_message(part) if isinstance(part, ConversationMessage) else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.custom_view_state) is not UNSET:
        result["customViewState"] = item
    if value.extra:
        result.update(value.extra)
    return result
