"""
Chat completions: from the request to a model's mode, and back as message or stream.

Only `max_tokens` limits an answer; `maximum_tokens` is accepted and has no effect, as on the
real service, so that a client that sends it cannot look right here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from starlette.responses import Response

from polyvox.emulator.aleph_alpha.catalog import model_for
from polyvox.emulator.aleph_alpha.streaming import Turn, streamed, whole
from polyvox.emulator.answering.following import in_pieces
from polyvox.emulator.answering.modes import MODES, tools
from polyvox.emulator.answering.script import planned_reply
from polyvox.emulator.answering.turn import Answer, Chat, Delta, Step
from polyvox.emulator.behaviours import Handler
from polyvox.emulator.calls import Call
from polyvox.emulator.errors import Refusal
from polyvox.emulator.jsonvalues import JsonObject, compact, object_of, objects_of
from polyvox.emulator.settings import Settings
from polyvox.emulator.tokens import words

__all__ = ["chat_handlers"]

THOUGHT = "The user wants the words back."
FIRST = "The first message may be a system message; no other may."


def chat_handlers(settings: Settings) -> dict[str, Handler]:
    """The handlers of this room by operationId."""
    return {"create_chat_completion": Chats(settings).answer}


def thinking(chat: Chat) -> Answer:
    """Reasoning between tags in front of the content, structured output included."""
    answer = tools(chat)
    if answer.finish_reason == "tool_calls":
        return answer
    thought = ("<think>\n", *words(THOUGHT), "\n</think>\n\n")
    before: list[Step] = [Delta({"content": piece}) for piece in thought]
    answer.steps = [*before, *answer.steps]
    return answer


ANSWERS: Mapping[str, Callable[[Chat], Answer]] = {**MODES, "thinking": thinking}


class Chats:
    """
    Answers chats, and remembers how many.

    Args:
        settings: What the emulator was started with.
    """

    def __init__(self, settings: Settings) -> None:
        """Start with no chat."""
        self._settings = settings
        self._count = 0
        self._played: Counter[str] = Counter()

    def answer(self, call: Call) -> Response:
        """The answer of the model that *call* names."""
        model = model_for(call.fields, "chat")
        fields = {key: call.fields[key] for key in call.fields if key != "max_completion_tokens"}
        check(fields)
        chat = Chat(fields, model.name)
        if model.mode == "scripted" and (planned := planned_reply(chat, self._played)) is not None:
            return planned
        self._count += 1
        created = int(self._settings.now().timestamp())
        made = steered(chat, ANSWERS[model.mode](chat))
        turn = Turn(chat, made, f"chatcmpl-{self._count}", created)
        return streamed(turn) if fields.get("stream") is True else whole(turn)


def steered(chat: Chat, answer: Answer) -> Answer:
    """The *answer*; with concepts in the request it names them, so that tests see them arrive."""
    concepts = chat.fields.get("steering_concepts")
    if concepts and answer.finish_reason != "tool_calls" and chat.response_format == "text":
        answer.steps += in_pieces(f" {compact(concepts)}").steps
    return answer


def check(fields: JsonObject) -> None:
    """
    Check what the service refuses beyond its schema.

    Raises:
        Refusal: 400 for parallel tool calls, and for a system message that is not the first.
    """
    if fields.get("parallel_tool_calls") is not None:
        raise Refusal(400, "parallel_tool_calls is not supported.")
    messages = objects_of(fields.get("messages"))
    if not messages:
        raise Refusal(400, "There must be at least one message.")
    if any(message.get("role") == "system" for message in messages[1:]):
        raise Refusal(400, FIRST)
    for part in parts_of(messages):
        url = str(object_of(part.get("image_url")).get("url"))
        if part.get("type") == "image_url" and not url.startswith("data:image/"):
            raise Refusal(400, "Images must be data URLs with base64.")


def parts_of(messages: list[JsonObject]) -> list[JsonObject]:
    """The content parts of all *messages*."""
    return [part for message in messages for part in objects_of(message.get("content"))]
