"""
What deployments offer beside chat: embeddings, tokenizing, truncation, ratings, limits.
"""

from __future__ import annotations

from collections.abc import Callable

from starlette.responses import Response

from polyvox.emulator import replies
from polyvox.emulator.answering.script import SCHEMA
from polyvox.emulator.behaviours import Handler
from polyvox.emulator.calls import Call
from polyvox.emulator.dial.catalog import Deployment
from polyvox.emulator.dial.chat import found_deployment
from polyvox.emulator.dial.errors import json_error
from polyvox.emulator.dial.state import State
from polyvox.emulator.errors import Refusal
from polyvox.emulator.jsonvalues import (
    JsonObject,
    object_of,
    objects_of,
    text_of,
)
from polyvox.emulator.tokens import count, count_message, discarded
from polyvox.emulator.vectors import embedded_inputs, vector

__all__ = ["feature_handlers"]

DIMENSIONS = 8
UNLIMITED = 9_223_372_036_854_775_807


def feature_handlers(state: State) -> dict[str, Handler]:
    """The handlers of this room by operationId."""
    return {
        "create_completion": lambda call: shown_completion(state, call),
        "create_embeddings": lambda call: embed(state, call),
        "tokenize": lambda call: each_input(state, call, "tokenize", tokenized),
        "truncate_prompt": lambda call: each_input(state, call, "truncate_prompt", truncated),
        "rate_response": lambda call: rate(state, call),
        "get_deployment_configuration": lambda call: configuration(state, call),
        "get_deployment_limits": lambda call: limits(state, call),
    }


def shown_completion(state: State, call: Call) -> Response | None:
    """The document's example, if the deployment exists."""
    found = found_deployment(state, call)
    return None if found is not None else json_error(404, "Deployment not found")


def embed(state: State, call: Call) -> Response:
    """One small vector per input, the same for the same text."""
    if found_deployment(state, call) is None:
        return json_error(404, "Deployment not found")
    inputs = embedded_inputs(call.fields)
    size = call.fields.get("dimensions")
    size = size if isinstance(size, int) and size > 0 else DIMENSIONS
    as_text = call.fields.get("encoding_format") == "base64"
    entries = [
        {"index": index, "object": "embedding", "embedding": vector(text, size, as_text=as_text)}
        for index, text in enumerate(inputs)
    ]
    tokens = sum(map(count, inputs))
    body = {
        "object": "list",
        "model": next(iter(call.segments.values())),
        "data": entries,
        "usage": {"prompt_tokens": tokens, "total_tokens": tokens},
    }
    return replies.json_reply(body, headers={"x-upstream-attempts": "1"})


def each_input(
    state: State, call: Call, feature: str, answer: Callable[[JsonObject], JsonObject]
) -> Response:
    """One output per input, if the deployment has the *feature*."""
    if feature not in known(state, call).features:
        raise Refusal(403, "Forbidden deployment")
    outputs = [answer(item) for item in objects_of(call.fields.get("inputs"))]
    return replies.json_reply({"outputs": outputs})


def tokenized(item: JsonObject) -> JsonObject:
    """The number of tokens in a text or in a chat request."""
    value = item.get("value")
    if isinstance(value, str):
        return {"status": "success", "token_count": count(value)}
    messages = objects_of(object_of(value).get("messages"))
    return {"status": "success", "token_count": sum(map(count_message, messages))}


def truncated(item: JsonObject) -> JsonObject:
    """The messages that do not fit the limit of a chat request."""
    limit = item.get("max_prompt_tokens")
    if limit is None:
        return {"status": "error", "error": "The request has no max_prompt_tokens."}
    if not isinstance(limit, int):
        return {"status": "success", "discarded_messages": []}
    try:
        gone = discarded(objects_of(item.get("messages")), limit)
    except ValueError as error:
        return {"status": "error", "error": str(error)}
    return {"status": "success", "discarded_messages": gone}


def rate(state: State, call: Call) -> Response:
    """The rating is taken, without a word."""
    known(state, call)
    return replies.empty()


def configuration(state: State, call: Call) -> Response:
    """The schema of the script; nothing for the other deployments."""
    if "configuration" in known(state, call).features:
        return replies.json_reply(SCHEMA)
    return replies.empty()


def limits(state: State, call: Call) -> Response:
    """No limits, and how often the deployment was called."""
    used = state.calls[known(state, call).id]
    windows = ("minuteTokenStats", "dayTokenStats", "weekTokenStats", "monthTokenStats")
    body: JsonObject = {name: {"total": UNLIMITED, "used": 0} for name in windows}
    for name in ("hourRequestStats", "dayRequestStats"):
        body[name] = {"total": UNLIMITED, "used": used}
    return replies.json_reply(body)


def known(state: State, call: Call) -> Deployment:
    """
    The deployment that *call* addresses.

    Raises:
        Refusal: 404 if there is none.
    """
    deployment = found_deployment(state, call)
    if deployment is None:
        raise Refusal(404, f"Deployment not found: {text_of(next(iter(call.segments.values())))}")
    return deployment
