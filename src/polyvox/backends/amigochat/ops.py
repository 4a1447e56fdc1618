"""
What AmigoChat's clients do, as flows: chats, whole or streamed, and pictures.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve, field, frozen

from polyvox.backends.amigochat.catalog import found
from polyvox.backends.amigochat.identity import AmigoExplainer
from polyvox.backends.amigochat.types import Device
from polyvox.backends.amigochat.wire import AmigoCompletion, images_of, reply_of
from polyvox.backends.chat_stream import ChatSource
from polyvox.backends.encoding import Making, PartTable, encoded, image_url, made, making
from polyvox.backends.inputs import CallKeywords, messages_of, split_options
from polyvox.parts import ImagePart
from polyvox.types import ChatInput, Images, Reply
from polyvox_api.amigochat.operations import chat as chat_api
from polyvox_api.amigochat.operations import images as images_api
from polyvox_core.calling import Answer, Call
from polyvox_core.flow import Flow
from polyvox_core.operation import Operation, StreamRule
from polyvox_core.settings import CallOptions, Settings
from polyvox_core.streaming import Items

__all__ = [
    "AmigoChatKeywords",
    "AmigoImageKeywords",
    "Asker",
    "chat",
    "chat_source",
    "make_images",
]


PARTS = PartTable(
    "AmigoChat", "texts, and ImagePart (also from a web address)", {ImagePart: image_url}
)


def _tolerant(operation: Operation[Any]) -> StreamRule:
    rule = operation.stream
    assert rule is not None
    return evolve(rule, tolerant=True)


_RULE = _tolerant(chat_api.CREATE_CHAT_COMPLETION_STREAM)
_CHAT = chat_api.CREATE_CHAT_COMPLETION.raw()
_CHAT_STREAM = evolve(chat_api.CREATE_CHAT_COMPLETION_STREAM.raw(), stream=_RULE)
_IMAGE = images_api.CREATE_IMAGE.raw()


class AmigoChatKeywords(CallKeywords, total=False):
    """
    Options of a chat with AmigoChat; what is unset or None is not sent.

    Keys:
        temperature: Sampling temperature; older clients send 0.5.
        top_p: Share of probability to sample from; older clients send 0.95.
        max_tokens: Most tokens to generate; older clients send 4000.
        frequency_penalty: Penalty on frequent tokens.
        presence_penalty: Penalty on tokens that occurred.
        chat_id: A UUID that names the conversation; whether the server minds is unknown.
        persona_id: Instead of the persona that belongs to the model.
    """

    temperature: float | None
    top_p: float | None
    max_tokens: int | None
    frequency_penalty: float | None
    presence_penalty: float | None
    chat_id: str | None
    persona_id: str | None


class AmigoImageKeywords(CallKeywords, total=False):
    """
    Options of a picture from AmigoChat.

    Keys:
        persona_id: Instead of the persona that belongs to the model.
        chat_id: A UUID that names the conversation.
    """

    persona_id: str | None
    chat_id: str | None


_CHAT_NAMES = AmigoChatKeywords.__optional_keys__ - CallKeywords.__optional_keys__
_IMAGE_NAMES = AmigoImageKeywords.__optional_keys__ - CallKeywords.__optional_keys__
_SAMPLING = ("frequency_penalty", "presence_penalty", "max_tokens", "temperature", "top_p")


@frozen
class Asker:
    """
    Who asks, and how strictly.

    Attributes:
        device: What the device headers say.
        strict: Whether unknown models are refused before anything is sent.
    """

    device: Device = field(factory=Device)
    strict: bool = False


class _AmigoCall(Call[Any]):
    """A call whose failures are worded with what is known of the service."""

    def __init__(
        self,
        settings: Settings,
        operation: Operation[Any],
        asker: Asker,
        body: dict[str, Any],
        options: CallOptions,
    ) -> None:
        super().__init__(settings, operation, asker.device.arguments(), body, options)
        self.explain = AmigoExplainer(self.settings, operation.id, self.prepared.call)


def _chat_call(
    settings: Settings,
    asker: Asker,
    chat: ChatInput,
    model: str,
    system: str | None,
    options: Mapping[str, Any],
    *,
    stream: bool,
) -> Making:
    given, call_options = split_options(options, _CHAT_NAMES, "A chat with AmigoChat")
    known = found(model, "chat", strict=asker.strict)
    persona = given.get("persona_id", known.persona_id)

    def make(messages: list[Any]) -> Call[Any]:
        body = {
            **({"chatId": given["chat_id"]} if "chat_id" in given else {}),
            "messages": messages,
            "model": known.id,
            **({"personaId": persona} if persona else {}),
            **{name: given[name] for name in _SAMPLING if name in given},
            "stream": False,
        }
        operation = _CHAT_STREAM if stream else _CHAT
        return _AmigoCall(settings, operation, asker, body, call_options)

    return making(messages_of(chat, system), make, lambda messages: encoded(messages, PARTS))


def chat(
    settings: Settings,
    asker: Asker,
    given: ChatInput,
    model: str,
    system: str | None,
    options: Mapping[str, Any],
) -> Flow[Reply]:
    """One chat, answered as a whole, in whatever shape."""
    this = yield from made(_chat_call(settings, asker, given, model, system, options, stream=False))
    items = Items(this, rule=_RULE)
    chunks = yield from this.attempts(items.collect)
    completion = AmigoCompletion()

    def read() -> Reply:
        for chunk in chunks:
            for _ in completion.take(chunk):
                pass
        return reply_of(completion.to_dict(), items.headers)

    reply = this.read(read, Answer(chunks, 200, items.headers))
    this.done(reply)
    return reply


def chat_source(
    settings: Settings,
    asker: Asker,
    given: ChatInput,
    model: str,
    system: str | None,
    options: Mapping[str, Any],
) -> ChatSource[Reply]:
    """The events of one streamed chat; a whole answer to it makes a single one."""
    this = _chat_call(settings, asker, given, model, system, options, stream=True)
    return ChatSource(this, AmigoCompletion(), reply_of)


def make_images(
    settings: Settings, asker: Asker, prompt: str, model: str, options: Mapping[str, Any]
) -> Flow[Images]:
    """Pictures for a prompt."""
    given, call_options = split_options(options, _IMAGE_NAMES, "A picture from AmigoChat")
    known = found(model, "image", strict=asker.strict)
    body = {
        "prompt": prompt,
        "model": known.id,
        "personaId": given.get("persona_id", known.persona_id),
        **({"chatId": given["chat_id"]} if "chat_id" in given else {}),
    }
    this = _AmigoCall(settings, _IMAGE, asker, body, call_options)
    return (yield from this.answered(lambda value, headers: images_of(value, headers, known.id)))
