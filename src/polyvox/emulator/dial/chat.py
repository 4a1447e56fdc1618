"""
Chat completions: from the request to a deployment's mode, and back as message or stream.
"""

from __future__ import annotations

from dataclasses import replace

from starlette.responses import Response

from polyvox.emulator.answering.modes import MODES
from polyvox.emulator.answering.script import planned_reply
from polyvox.emulator.answering.turn import Chat
from polyvox.emulator.behaviours import Handler
from polyvox.emulator.calls import Call
from polyvox.emulator.dial.access import check_access
from polyvox.emulator.dial.addresses import parsed_url
from polyvox.emulator.dial.catalog import Deployment
from polyvox.emulator.dial.errors import json_error
from polyvox.emulator.dial.state import State
from polyvox.emulator.dial.streaming import Turn, streamed, whole
from polyvox.emulator.errors import Refusal
from polyvox.emulator.jsonvalues import object_of, objects_of, text_of
from polyvox.emulator.tokens import discarded

__all__ = ["chat_handlers", "found_deployment"]


def chat_handlers(state: State) -> dict[str, Handler]:
    """The handlers of this room by operationId."""
    return {"create_chat_completion": lambda call: complete(state, call)}


def complete(state: State, call: Call) -> Response:
    """The answer of the deployment that *call* addresses."""
    deployment = found_deployment(state, call)
    if deployment is None or deployment.mode not in MODES:
        return json_error(404, "Deployment not found")
    state.calls[deployment.id] += 1
    check_attachments(state, call)
    chat = fitted(Chat(call.fields, deployment.id))
    planned = planned_reply(chat, state.played) if deployment.mode == "scripted" else None
    if planned is not None:
        return planned
    answer = MODES[deployment.mode](chat)
    turn = Turn(chat, answer, state.completion_id(), state.unix_seconds())
    return streamed(turn) if chat.fields.get("stream") is True else whole(turn)


def found_deployment(state: State, call: Call) -> Deployment | None:
    """The deployment that the path of *call* names; None if there is none."""
    return state.deployment(next(iter(call.segments.values()), ""))


def fitted(chat: Chat) -> Chat:
    """
    *chat* without the messages that exceed `max_prompt_tokens`.

    Raises:
        Refusal: 400 if what must stay is too long by itself.
    """
    limit = chat.fields.get("max_prompt_tokens")
    if not isinstance(limit, int):
        return chat
    try:
        return replace(chat, discarded=tuple(discarded(chat.messages, limit)))
    except ValueError as error:
        raise Refusal(400, str(error)) from error


def check_attachments(state: State, call: Call) -> None:
    """
    Check that the caller may read every stored file it attaches.

    Raises:
        Refusal: 403 for a file in a foreign bucket.
    """
    caller = state.caller(call.request)
    for message in objects_of(call.fields.get("messages")):
        for attachment in objects_of(object_of(message.get("custom_content")).get("attachments")):
            url = text_of(attachment.get("url"))
            if url.startswith("files/"):
                check_access(caller, parsed_url(url))
