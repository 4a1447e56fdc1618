"""
How deployments answer a chat: echo, stages, tools, usage. The scripted one has its own room.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from polyvox.emulator.answering.following import MOODS, followed, in_pieces, wanted_schema
from polyvox.emulator.answering.script import scripted
from polyvox.emulator.answering.turn import Answer, Chat, Delta, Note, Step
from polyvox.emulator.instances import instance
from polyvox.emulator.jsonvalues import JsonObject, compact, items_of, object_of, text_of
from polyvox.emulator.tokens import count, words

__all__ = ["MODES"]

THOUGHT = "Counting the words."


def echo(chat: Chat) -> Answer:
    """The last user message word by word, with its attachments; JSON if the request wants it."""
    answer = spoken(chat, chat.question)
    if chat.attachments:
        numbered = [{"index": index, **item} for index, item in enumerate(chat.attachments)]
        answer.steps += [
            Delta({"custom_content": {"attachments": [attachment]}}) for attachment in numbered
        ]
    return answer


def stages(chat: Chat) -> Answer:
    """An echo after two stages with heartbeats, and an attachment and a state behind it."""
    answer = spoken(chat, chat.question)
    source = {"index": 0, "type": "text/plain", "title": "Question", "data": chat.question}
    table = {
        "index": 0,
        "title": "Counts",
        "data": f"| words |\n| --- |\n| {count(chat.question)} |",
    }
    before: list[Step] = [
        stage(0, name="Reading", status=None),
        stage(0, name=" the question"),
        stage(0, content="One "),
        Note(),
        stage(0, content="moment."),
        stage(0, attachments=[source]),
        stage(0, status="completed"),
        stage(1, name="Counting", status=None),
        stage(1, content=f"{count(chat.question)} words"),
        stage(1, status="completed"),
        Note(),
    ]
    turns = sum(message.get("role") == "user" for message in chat.messages)
    after: list[Step] = [
        Delta({"custom_content": {"attachments": [table]}}),
        Delta({"custom_content": {"state": {"turns": turns}}}),
    ]
    answer.steps = [*before, *answer.steps, *after]
    return answer


def tools(chat: Chat) -> Answer:
    """Calls of the given functions; once they are answered, the tool's content; else an echo."""
    if chat.tool_answer is not None:
        return spoken(chat, chat.tool_answer)
    functions = wanted_functions(chat)
    return calling(chat, functions) if functions else echo(chat)


def endless(chat: Chat) -> Answer:
    """Calls of all given functions, again and again; without any an echo."""
    return calling(chat, chat.functions) if chat.functions else echo(chat)


def usage(chat: Chat) -> Answer:
    """An echo with reasoning before it and detailed usage in a chunk of its own."""
    answer = spoken(chat, chat.question)
    answer.steps = [
        *(Delta({"reasoning_content": word}) for word in words(THOUGHT)),
        *answer.steps,
    ]
    answer.extra_tokens = count(THOUGHT)
    answer.separate_usage = True
    answer.usage_details = {
        "prompt_tokens_details": {
            "cached_tokens": chat.prompt_tokens // 2,
            "cache_write_tokens": 0,
        },
        "completion_tokens_details": {"reasoning_tokens": count(THOUGHT)},
    }
    return answer


def moody(name: str) -> Callable[[Chat], Answer]:
    """The mode of a model that follows schemas in its own way, and echoes without one."""

    def answered(chat: Chat) -> Answer:
        """What it answers."""
        schema = wanted_schema(chat)
        return echo(chat) if schema is None else MOODS[name](chat, schema)

    return answered


MODES: Mapping[str, Callable[[Chat], Answer]] = {
    "echo": echo,
    "stages": stages,
    "tools": tools,
    "endless": endless,
    "usage": usage,
    "scripted": scripted,
    **{name: moody(name) for name in MOODS},
}


def spoken(chat: Chat, text: str) -> Answer:
    """*text* in pieces, in the requested format, cut by `stop` and by the token limit."""
    schema = wanted_schema(chat)
    if schema is not None:
        return followed(chat, schema)
    if chat.response_format == "json_object":
        return in_pieces(compact({"answer": text}))
    pieces = words(until_stop(text, chat.fields.get("stop")))
    limit = chat.fields.get("max_completion_tokens") or chat.fields.get("max_tokens")
    cut = isinstance(limit, int) and len(pieces) > limit
    spoken_pieces = pieces[:limit] if cut else pieces
    steps: list[Step] = [Delta({"content": piece}) for piece in spoken_pieces or [""]]
    return Answer(steps, finish_reason="length" if cut else "stop")


def until_stop(text: str, stop: object) -> str:
    """*text* up to the first of the *stop* texts."""
    for mark in [stop] if isinstance(stop, str) else items_of(stop):
        text = text.partition(text_of(mark))[0] if mark else text
    return text


def stage(number: int, **change: object) -> Delta:
    """A *change* of the stage *number*."""
    return Delta({"custom_content": {"stages": [{"index": number, **change}]}})


def wanted_functions(chat: Chat) -> list[JsonObject]:
    """The functions to call: the chosen one, all of them for parallel calls, else the first."""
    choice = chat.fields.get("tool_choice")
    chosen = text_of(object_of(object_of(choice).get("function")).get("name"))
    if chosen:
        return [item for item in chat.functions if item.get("name") == chosen]
    if choice == "none":
        return []
    return chat.functions if chat.fields.get("parallel_tool_calls") is True else chat.functions[:1]


def calling(chat: Chat, functions: list[JsonObject]) -> Answer:
    """Calls of *functions*; their ids go on where those of the chat ended."""
    before = sum(message.get("role") == "tool" for message in chat.messages)
    steps: list[Step] = []
    for index, function in enumerate(functions):
        steps += called(index, f"call_{before + index + 1}", function, chat.question)
    return Answer(steps, finish_reason="tool_calls")


def called(index: int, call_id: str, function: JsonObject, text: str) -> list[Step]:
    """The deltas of one call, its arguments in three pieces."""
    parameters = function.get("parameters", {"type": "object"})
    arguments = compact(instance(parameters, text=text))
    step = max(1, -(-len(arguments) // 3))
    head = {
        "index": index,
        "id": call_id,
        "type": "function",
        "function": {"name": text_of(function.get("name")), "arguments": ""},
    }
    pieces = (arguments[start : start + step] for start in range(0, len(arguments), step))
    rest = ({"index": index, "function": {"arguments": piece}} for piece in pieces)
    return [Delta({"tool_calls": [call]}) for call in (head, *rest)]
