"""
What Alteryse's clients do, as flows; one operation, whose `mode` tells chats from prompts.

Whole answers and streams are read alike: a server that does not know `stream` answers a streaming
call with one JSON object, and nobody knows how one that does frames its pieces.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve, frozen

from polyvox.backends.alteryse.options import body_options
from polyvox.backends.alteryse.wire import (
    PARTS,
    AlteryseCompletion,
    reply_of,
    wire_messages,
)
from polyvox.backends.chat_stream import ChatSource
from polyvox.backends.encoding import Making, images_of, made, making
from polyvox.backends.inputs import messages_of
from polyvox.types import ChatInput, Reply
from polyvox_api.alteryse.operations import instances as instances_api
from polyvox_core.calling import Answer, Call
from polyvox_core.flow import Flow
from polyvox_core.operation import EndRule, Operation, StreamRule
from polyvox_core.settings import CallOptions, Settings
from polyvox_core.streaming import Items

__all__ = ["Instance", "Request", "chat_request", "prompt_request", "source", "whole"]


def _tolerant(operation: Operation[Any]) -> StreamRule:
    rule = operation.stream
    assert rule is not None
    return evolve(rule, tolerant=True, ends=(*rule.ends, EndRule(data="[DONE]")))


_RULE = _tolerant(instances_api.RUN_INSTANCE_STREAM)
_RUN = instances_api.RUN_INSTANCE.raw()
_RUN_STREAM = evolve(instances_api.RUN_INSTANCE_STREAM.raw(), stream=_RULE)


@frozen
class Instance:
    """
    Where the calls of one client go.

    Attributes:
        id: Id of the instance.
        slash: Whether its address ends in a slash.
    """

    id: str
    slash: bool = True

    def at(self, operation: Operation[Any]) -> Operation[Any]:
        """The *operation* at this instance's address."""
        return operation if self.slash else evolve(operation, path=operation.path.rstrip("/"))


@frozen
class Request:
    """
    What is asked, and what its call changes.

    Attributes:
        messages: Of a chat; a prompt with pictures is one message as well.
        body: The rest of the body.
        options: What the call changes.
        prompt: Whether it is a prompt to continue.
    """

    messages: list[Any]
    body: dict[str, Any]
    options: CallOptions
    prompt: bool = False

    def sent(self, messages: list[Any]) -> dict[str, Any]:
        """The body with *messages* in its place; reads their parts."""
        if not self.prompt:
            written = wire_messages(messages)
            return {"mode": "chat", "stream": False, "messages": written, **self.body}
        body = {"mode": "generate", "stream": False, "prompt": messages[0]["content"]}
        pictures = images_of(messages[0].get("images"), PARTS)
        return {**body, **({"images": pictures} if pictures else {}), **self.body}


def chat_request(given: ChatInput, system: str | None, options: Mapping[str, Any]) -> Request:
    """A conversation to answer."""
    more, call_options = body_options(options, "A chat with Alteryse")
    return Request(messages_of(given, system), more, call_options)


def prompt_request(prompt: str, options: Mapping[str, Any]) -> Request:
    """A prompt to continue."""
    rest = {name: value for name, value in options.items() if name != "images"}
    more, call_options = body_options(rest, "A prompt to Alteryse")
    images = {"images": options["images"]} if "images" in options else {}
    return Request([{"content": prompt, **images}], more, call_options, prompt=True)


def _call(
    settings: Settings, instance: Instance, operation: Operation[Any], request: Request
) -> Making:
    arguments = {"instance_id": instance.id}

    def make(messages: list[Any]) -> Call[Any]:
        body = request.sent(messages)
        return Call(settings, instance.at(operation), arguments, body, request.options)

    return making(request.messages, make)


def whole(settings: Settings, instance: Instance, request: Request) -> Flow[Reply]:
    """The answer to *request* as a whole."""
    this = yield from made(_call(settings, instance, _RUN, request))
    items = Items(this, rule=_RULE)
    pieces = yield from this.attempts(items.collect)
    completion = AlteryseCompletion()

    def read() -> Reply:
        for piece in pieces:
            for _ in completion.take(piece):
                pass
        return reply_of(completion.to_dict(), items.headers)

    reply = this.read(read, Answer(pieces, 200, items.headers))
    this.done(reply)
    return reply


def source(settings: Settings, instance: Instance, request: Request) -> ChatSource[Reply]:
    """The answer to *request* as events."""
    this = _call(settings, instance, _RUN_STREAM, request)
    return ChatSource(this, AlteryseCompletion(), reply_of)
