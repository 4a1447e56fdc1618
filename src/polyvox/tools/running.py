"""
A run as a flow: chat, tools, chat again, until the model answers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from polyvox.tools.calling import secrets_of
from polyvox.tools.results import Run
from polyvox.tools.rounds import Rounds
from polyvox.tools.streaming import RunSource, RunStream
from polyvox.tools.toolbox import Tools, toolbox_of
from polyvox.types import ChatInput, Reply
from polyvox_core.errors import PolyvoxError
from polyvox_core.flow import Ask, Flow
from polyvox_core.run_sync import Runner

__all__ = ["blocking", "blocking_stream", "rounds_of", "run"]

R = TypeVar("R", bound=Reply)


def run(rounds: Rounds[R], chat: Callable[..., Any], args: tuple[Any, ...]) -> Flow[Run[R]]:
    """
    Do the *rounds*.

    Args:
        rounds: The state of the run.
        chat: The client's chat, blocking or not.
        args: What it takes by position besides the messages.

    Raises:
        PolyvoxError: With the run so far in `partial`, if there was an answer.
    """
    try:
        while True:
            reply = yield Ask(lambda: chat(tuple(rounds.messages), *args, **rounds.options()))
            if rounds.take(reply):
                yield from rounds.call_tools()
            if rounds.is_over:
                return rounds.result()
    except PolyvoxError as error:
        raise rounds.failed(error) from error.__cause__


def rounds_of(
    client: Any, chat: ChatInput, tools: Tools, options: Mapping[str, Any], *, is_async: bool
) -> Rounds[Any]:
    """The rounds of a run of *client*."""
    return Rounds(chat, toolbox_of(tools), options, secrets_of(client), is_async=is_async)


def blocking(
    client: Any, chat: ChatInput, tools: Tools, args: tuple[Any, ...], options: Mapping[str, Any]
) -> Run[Any]:
    """A run of a blocking client."""
    rounds = rounds_of(client, chat, tools, options, is_async=False)
    return Runner.for_calls().run(run(rounds, client.chat, args))


def blocking_stream(
    client: Any, chat: ChatInput, tools: Tools, args: tuple[Any, ...], options: Mapping[str, Any]
) -> RunStream[Any]:
    """A run of a blocking client, as it happens."""
    rounds = rounds_of(client, chat, tools, options, is_async=False)
    return RunStream(Runner.for_calls(), RunSource(rounds, client.stream, args))
