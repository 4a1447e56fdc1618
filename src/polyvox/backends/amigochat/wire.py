"""
AmigoChat's JSON and the facade's values, both ways; no I/O.

An answer comes in one of four shapes, whatever was asked for: a text under `message`, a completion
under `message`, a completion, or events. All of them become one completion in OpenAI's shape.

Source: gpt4free, Provider/AmigoChat (2024-10 to 2025-02); six other public clients.
"""

from __future__ import annotations

from typing import Any

from polyvox.backends.openai_shape import Completion, check_answered, first_choice, reply_fields
from polyvox.types import Event, Image, Images, Reply
from polyvox_api.amigochat.operations.chat import CREATE_CHAT_COMPLETION
from polyvox_api.amigochat.operations.images import CREATE_IMAGE
from polyvox_core.error_bodies import facts_of_value
from polyvox_core.errors import StatusError, status_error_class
from polyvox_core.message import Headers, request_id_of
from polyvox_core.model import JsonObject
from polyvox_core.rate_limits import rate_limits_of
from polyvox_core.shapes import as_int, as_object, as_objects, as_text, is_object

__all__ = ["AmigoCompletion", "images_of", "reply_of"]


class AmigoCompletion(Completion):
    """A completion that grows by chunks, or comes whole in any of the shapes."""

    def take(self, chunk: JsonObject) -> list[Event]:
        """
        Merge one *chunk*; gives the events it stands for.

        Raises:
            StatusError: It is the service's error body, though the status said success.
        """
        status = as_int(chunk.get("statusCode"))
        if status is not None and status >= 400:
            raise _reported(status, chunk)
        return super().take(_unwrapped(chunk))


def _reported(status: int, body: JsonObject) -> StatusError:
    facts = facts_of_value(body)
    msg = f"AmigoChat reported the error {status} in a successful answer: {facts.message}."
    return status_error_class(status)(
        msg, hint="Try again later.", status=status, body=str(body)[:2000], backend="amigochat"
    )


def _unwrapped(chunk: JsonObject) -> JsonObject:
    """The *chunk* in OpenAI's shape."""
    message = chunk.get("message")
    rest = {key: value for key, value in chunk.items() if key != "message"}
    if isinstance(message, str):
        choice = {"index": 0, "message": {"role": "assistant", "content": message}}
        return {**rest, "choices": [choice]}
    if is_object(message):
        return _unwrapped({**rest, **message})
    choices = [_choice(choice) for choice in as_objects(chunk.get("choices"))]
    return {**chunk, "choices": choices} if choices else chunk


def _choice(choice: JsonObject) -> JsonObject:
    """The *choice* with its text where newer completions have it."""
    text = choice.get("text")
    if not isinstance(text, str) or as_text(as_object(choice.get("delta")).get("content")):
        return choice
    rest = {key: value for key, value in choice.items() if key not in {"text", "delta"}}
    return {**rest, "delta": {**as_object(choice.get("delta")), "content": text}}


def reply_of(completion: JsonObject, headers: Headers, whole: bool = True) -> Reply:
    """
    The reply that a completion makes.

    Raises:
        KeyError: It is a *whole* one, and holds no answer.
        ValueError: Its text is empty, and nothing says why.
    """
    if whole:
        check_answered(completion)
    reply = Reply(
        **reply_fields(completion),
        request_id=request_id_of(headers),
        headers=headers,
        rate_limits=rate_limits_of(headers),
        wire=completion,
        decode=CREATE_CHAT_COMPLETION.decode,
    )
    message = as_object(first_choice(completion).get("message"))
    answered = reply.text or reply.finish_reason or message.get("tool_calls")
    if whole and not answered:
        msg = "the text is empty"
        raise ValueError(msg)
    return reply


def images_of(answer: Any, headers: Headers, model: str) -> Images:
    """
    The pictures in an answer; entries with neither a link nor a picture are left out.

    Raises:
        ValueError: No picture was made.
    """
    made = as_object(answer)
    images = tuple(
        Image(
            url=as_text(one.get("url")),
            b64=as_text(one.get("b64_json")),
            revised_prompt=as_text(one.get("revised_prompt")),
        )
        for one in as_objects(made.get("data"))
        if as_text(one.get("url")) or as_text(one.get("b64_json"))
    )
    if not images:
        msg = "there is no picture in it"
        raise ValueError(msg)
    return Images(
        images,
        created=as_int(made.get("created")),
        model=model,
        request_id=request_id_of(headers),
        raw=CREATE_IMAGE.decode(answer),
    )
