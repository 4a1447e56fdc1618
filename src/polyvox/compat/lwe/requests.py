"""
One request from the caller's text to the `Result`: settings, messages, answer.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from polyvox.compat.lwe.engine import Active, Engine
from polyvox.compat.lwe.overrides import RequestOverrides
from polyvox.compat.lwe.results import Result
from polyvox.compat.lwe.talk import Running, Talk
from polyvox.compat.lwe.tool_loop import Outcome, answered
from polyvox.compat.lwe.turns import Stopped, Turns
from polyvox.types import Message, Reply
from polyvox_core.errors import ConfigError, PolyvoxError, StreamError

__all__ = ["asked", "deliverer"]

NOT_SAVED = "No current user, conversation not saved"
STOPPED = "Generation stopped"


def asked(
    engine: Engine, given: Any, overrides: RequestOverrides, running: Running
) -> Talk[Result]:
    """The outcome of asking *given*; failures of any kind are results, too."""
    messages = messages_of(given)
    try:
        active = yield from engine.resolved(overrides)
        outcome = yield from _answer(engine, messages, active, overrides, running)
    except Stopped as stopped:
        reply = stopped.partial
        return Result(True, reply.text, STOPPED, reply=reply, partial=True)
    except PolyvoxError as error:
        return failure(error)
    if overrides.get("activate_preset") and overrides.get("preset"):
        engine.activate(active)
    return Result(True, outcome.response, NOT_SAVED, reply=outcome.reply)


def _answer(
    engine: Engine,
    messages: list[dict[str, Any]],
    active: Active,
    overrides: RequestOverrides,
    running: Running,
) -> Talk[Outcome]:
    system = overrides.get("system_message")
    if system is None and isinstance(messages, list):
        system = active.system_message
    call = engine.call_of(active)
    turns = Turns(
        call,
        engine.client_for(call),
        engine.world,
        streaming=bool(overrides.get("stream")),
        running=running,
    )
    sent = [{"role": "system", "content": engine.system_text(system)}, *messages]
    return (yield from answered(turns, sent, [], active.preset.metadata))


def messages_of(given: Any) -> list[dict[str, Any]]:
    """
    The messages that the caller's input stands for.

    Raises:
        ConfigError: It is no text and no list of messages.
    """
    if isinstance(given, str):
        return [{"role": "user", "content": given}]
    if isinstance(given, Message | Mapping):
        given = [given]
    if not isinstance(given, Sequence):
        msg = f"A {type(given).__name__} cannot be asked."
        raise ConfigError(msg, hint="Pass a text, or a list of {'role': ..., 'content': ...}.")
    listed: Sequence[Any] = given
    return [_message(one) for one in listed]


def _message(one: Any) -> dict[str, Any]:
    if isinstance(one, Message):
        return one.to_dict()
    if isinstance(one, Mapping) and "role" in one:
        return dict(cast("Mapping[str, Any]", one))
    msg = f"A {type(one).__name__} is no message."
    raise ConfigError(msg, hint="Use {'role': 'user', 'content': ...}.")


def failure(error: PolyvoxError) -> Result:
    """The result of a request that failed; what had arrived of a stream is its response."""
    partial = error.partial if isinstance(error, StreamError) else None
    if isinstance(partial, Reply):
        return Result(False, partial.text, str(error), error=error, reply=partial, partial=True)
    return Result(False, None, str(error), error=error)


def deliverer(overrides: RequestOverrides) -> Callable[[str], Any] | None:
    """What is done with each piece of text, if anything is."""
    callback = overrides.get("stream_callback")
    if not overrides.get("print_stream"):
        return callback

    def deliver(text: str) -> Any:
        sys.stdout.write(text)
        sys.stdout.flush()
        return callback(text) if callback is not None else None

    return deliver
