"""
OpenAI's Responses API as a dialect: chat messages become input items, output becomes a reply.

Used where the configuration or a preset says so; LWE's `chat_openai` uses it for every model.

Source: OpenAI API reference, responses and streaming events (2026).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from polyvox.backends.inputs import split_options
from polyvox.compat.lwe.response_items import input_items, tool_choice_of, tools_of
from polyvox.compat.lwe.shapes import as_mapping
from polyvox.compat.lwe.talk import Piece, Running, Stopped, Talk, World
from polyvox.compat.lwe.turns import reply_so_far
from polyvox.types import Message, Reply, ToolCall, Usage
from polyvox_core.errors import ConfigError, ResponseError, StreamError, StreamTruncated
from polyvox_core.flow import Ask
from polyvox_core.model import JsonObject
from polyvox_core.shapes import as_int, as_object, as_objects, as_text

__all__ = ["ResponsesDialect"]

_OPTIONS = (
    "include",
    "max_completion_tokens",
    "max_output_tokens",
    "max_tokens",
    "metadata",
    "model",
    "n",
    "parallel_tool_calls",
    "prompt_cache_key",
    "reasoning",
    "reasoning_effort",
    "response_format",
    "safety_identifier",
    "service_tier",
    "store",
    "temperature",
    "text",
    "tool_choice",
    "tools",
    "top_logprobs",
    "top_p",
    "truncation",
    "user",
    "verbosity",
)
_FINAL = ("response.completed", "response.failed", "response.incomplete")


class ResponsesDialect:
    """Asks by the generated client of OpenAI."""

    def __init__(self, client: Any, world: World, running: Running) -> None:
        self._api = client.api.responses
        self._world = world
        self._running = running

    def whole(self, messages: Sequence[Any], options: dict[str, Any]) -> Talk[Reply]:
        """The reply to *messages* in one go."""
        body, call = _request(messages, options)
        answer = yield Ask(lambda: self._api.create_response(body=body, options=call))
        return reply_of(answer.to_dict())

    def streamed(self, messages: Sequence[Any], options: dict[str, Any]) -> Talk[Reply]:
        """The same reply, with a `Piece` for each piece of its text."""
        running, world = self._running, self._world
        body, call = _request(messages, options)
        running.stream = stream = self._api.create_response_stream(body=body, options=call)
        said: list[str] = []
        while True:
            try:
                event = yield Ask(lambda: world.advance(stream, running))
            except StreamError as error:
                if not running.stopped:
                    raise error.with_(partial=reply_so_far(said, options)) from error.__cause__
                event = None
            if event is None and not running.stopped:
                msg = "The stream ended without the finished response."
                raise StreamTruncated(msg, hint="Ask again.", partial=reply_so_far(said, options))
            seen = _json(event)
            kind = seen.get("type")
            if kind == "response.output_text.delta" and not running.stopped:
                said.append(as_text(seen.get("delta")) or "")
                yield Piece(said[-1])
            if running.stopped or kind in _FINAL:
                yield Ask(lambda: world.shut(stream))
                if running.stopped:
                    raise Stopped(reply_so_far(said, options))
                return reply_of(as_object(seen.get("response")))


def _json(event: Any) -> JsonObject:
    return as_object(event.to_dict() if hasattr(event, "to_dict") else event)


def _request(messages: Sequence[Any], options: dict[str, Any]) -> tuple[Any, Any]:
    """Body and call options."""
    from polyvox_api.openai.models import CreateResponseRequest  # noqa: PLC0415 - large, rarely used

    given, call = split_options(options, _OPTIONS, "The Responses API")
    if given.pop("n", 1) != 1:
        msg = "The Responses API gives one answer."
        raise ConfigError(msg, hint="Leave n out, or use chat completions.")
    body: dict[str, Any] = {"model": given.pop("model", None), "input": input_items(messages)}
    for name in ("max_tokens", "max_completion_tokens"):
        if name in given:
            given.setdefault("max_output_tokens", given.pop(name))
    if "reasoning_effort" in given:
        effort = given.pop("reasoning_effort")
        given["reasoning"] = {"effort": effort, **as_mapping(given.get("reasoning"))}
    text: dict[str, Any] = {**as_mapping(given.pop("text", None))}
    if "verbosity" in given:
        text["verbosity"] = given.pop("verbosity")
    if "response_format" in given:
        form = dict(given.pop("response_format"))
        text["format"] = {**form, **as_mapping(form.pop("json_schema", None))}
    if text:
        given["text"] = text
    if "tools" in given:
        given["tools"] = tools_of(given["tools"])
    if "tool_choice" in given:
        given["tool_choice"] = tool_choice_of(given["tool_choice"])
    return CreateResponseRequest.from_dict({**body, **given}), call


def reply_of(response: JsonObject) -> Reply:
    """
    The reply that a *response* makes.

    Raises:
        ResponseError: It failed, or holds no answer.
    """
    status = response.get("status")
    error = as_object(response.get("error"))
    if status in {"failed", "cancelled"} or error:
        msg = f"The model's response {status}: {error.get('message') or 'no reason is given'}."
        raise ResponseError(msg, hint="Ask again.", code=as_text(error.get("code")))
    items = as_objects(response.get("output"))
    parts = [
        part
        for item in items
        if item.get("type") == "message"
        for part in as_objects(item.get("content"))
    ]
    text = "".join(as_text(part.get("text")) or "" for part in parts)
    refusal = "".join(as_text(part.get("refusal")) or "" for part in parts)
    calls = tuple(
        ToolCall(
            as_text(item.get("call_id")) or "",
            as_text(item.get("name")) or "",
            as_text(item.get("arguments")) or "",
        )
        for item in items
        if item.get("type") == "function_call"
    )
    if not items:
        msg = "The model's response holds no output."
        raise ResponseError(msg, hint="Ask again.")
    return Reply(
        text=text,
        message=Message("assistant", text or None, tool_calls=calls),
        tool_calls=calls,
        finish_reason=_reason(response, calls),
        usage=_usage(as_object(response.get("usage"))),
        model=as_text(response.get("model")),
        refusal=refusal or None,
        id=as_text(response.get("id")),
        wire=response,
    )


def _reason(response: JsonObject, calls: tuple[ToolCall, ...]) -> str | None:
    if response.get("status") == "incomplete":
        reason = as_text(as_object(response.get("incomplete_details")).get("reason"))
        return "length" if reason == "max_output_tokens" else reason
    return "tool_calls" if calls else "stop"


def _usage(usage: JsonObject) -> Usage | None:
    if not usage:
        return None
    given = as_object(usage.get("input_tokens_details"))
    made = as_object(usage.get("output_tokens_details"))
    return Usage(
        prompt_tokens=as_int(usage.get("input_tokens")),
        completion_tokens=as_int(usage.get("output_tokens")),
        total_tokens=as_int(usage.get("total_tokens")),
        cached_tokens=as_int(given.get("cached_tokens")),
        reasoning_tokens=as_int(made.get("reasoning_tokens")),
    )
