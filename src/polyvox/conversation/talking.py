"""
What a conversation does, as flows over the public verbs of its client; see `polyvox_core.flow`.

A turn joins the history when it is whole. Until then, and if it fails, the history is as it was.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile
from typing import Any, Generic, TypeVar

from polyvox.backends.relaying import beginning, closing, following
from polyvox.conversation.history import Claim, History, Turn, messages_from, turns_of
from polyvox.types import ChatInput, Done, Event, Reply
from polyvox_core.errors import ConfigError, StreamClosed
from polyvox_core.flow import Ask, Flow
from polyvox_core.message import Headers

__all__ = ["TurnSource", "again", "check_blocking", "check_needs_no_model", "run", "say"]

R = TypeVar("R", bound=Reply)


def check_blocking(client: Any) -> None:
    """
    See that a blocking conversation can talk to *client*.

    Raises:
        ConfigError: It is for asyncio.
    """
    if inspect.iscoroutinefunction(getattr(client, "chat", None)):
        msg = f"A Conversation wants a blocking client, and {type(client).__name__} is none."
        raise ConfigError(msg, hint="Use AsyncConversation, or a client without Async.")


def check_needs_no_model(chat: Callable[..., Any]) -> None:
    """
    See that *chat* can do without a model: pools can whose members know theirs.

    Raises:
        ConfigError: It cannot.
    """
    taken = inspect.signature(chat).parameters.get("model")
    if taken is not None and taken.default is inspect.Parameter.empty:
        msg = "The conversation names no model."
        raise ConfigError(msg, hint="Pass model= to the conversation, or to the call.")


def say(
    history: History, chat: Callable[..., Any], given: ChatInput, options: Mapping[str, Any]
) -> Flow[Any]:
    """The reply to *given*, which joins the history with it."""
    claim = history.claim()
    try:
        return (yield from _said(history, history.turns, chat, messages_from(given), options))
    finally:
        claim.release()


def again(history: History, chat: Callable[..., Any], options: Mapping[str, Any]) -> Flow[Any]:
    """
    Another reply to the last turn, in whose place it comes.

    Raises:
        ConfigError: Nobody has said anything yet.
    """
    claim = history.claim()
    try:
        last = history.turns[-1] if history.turns else ()
        asked = tuple(takewhile(lambda message: message.role != "assistant", last))
        if not asked:
            msg = "There is no turn of the user to repeat."
            raise ConfigError(msg, hint="say() something first.")
        return (yield from _said(history, history.turns[:-1], chat, asked, options))
    finally:
        claim.release()


def _said(
    history: History,
    before: Sequence[Turn],
    chat: Callable[..., Any],
    asked: Turn,
    options: Mapping[str, Any],
) -> Flow[Any]:
    turns = turns_of(asked)
    sent = history.window([*before, *turns])
    reply = yield Ask(lambda: chat(sent, **options))
    history.turns = (*before, *_ended(turns, (reply.message,)))
    return reply


def run(
    history: History,
    function: Callable[..., Any],
    given: ChatInput,
    tools: Any,
    options: Mapping[str, Any],
) -> Flow[Any]:
    """The run of a client that answers *given*; all its messages join the history."""
    claim = history.claim()
    try:
        before, turns = history.turns, turns_of(messages_from(given))
        sent = history.window([*before, *turns])
        made = yield Ask(lambda: function(sent, tools, **options))
        history.turns = (*before, *_ended(turns, messages_from(made.messages[len(sent) :])))
        return made
    finally:
        claim.release()


def _ended(turns: list[Turn], answers: Turn) -> list[Turn]:
    """The *turns*, the last of them with its *answers*."""
    return [*turns[:-1], turns[-1] + answers]


class TurnSource(Generic[R]):
    """
    The events of a streamed turn, which joins the history at its end.

    Args:
        history: Of the conversation.
        stream: The client's stream, blocking or not.
        given: What is said.
        options: Options of the call.
    """

    def __init__(
        self,
        history: History,
        stream: Callable[..., Any],
        given: ChatInput,
        options: Mapping[str, Any],
    ) -> None:
        self._history = history
        self._begin = stream
        self._turns = turns_of(messages_from(given))
        self._options = options
        self._claim: Claim | None = None
        self._stream: Any = None
        self._ready: list[Event] = []
        self.final: R | None = None

    @property
    def headers(self) -> Headers:
        """Headers of the answer; empty before it is open."""
        headers: Headers = self._stream.headers if self._stream is not None else {}
        return headers

    def partial(self) -> R:
        """
        The reply as far as it has arrived.

        Raises:
            StreamClosed: It was not asked for yet.
        """
        if self._stream is None:
            msg = "The stream was not opened, so nothing has arrived."
            raise StreamClosed(msg, hint="Use it in a with block.")
        partial: R = self._stream.partial
        return partial

    def open(self) -> Flow[None]:
        """Send the request and wait for the first event."""
        claim = self._history.claim()
        try:
            self._before = self._history.turns
            sent = self._history.window([*self._before, *self._turns])
            self._stream = self._begin(sent, **self._options)
            self._ready = yield from beginning(self._stream)
        except BaseException:
            claim.release()
            raise
        self._claim = claim

    def pull(self) -> Flow[list[Event]]:
        """The next event; `Done` is the last."""
        if self.final is not None:
            return []
        events, self._ready = self._ready, []
        events = events or (yield from following(self._stream))
        if events and isinstance(events[-1], Done):
            reply: Any = events[-1].reply
            self.final = reply
            self._history.turns = (*self._before, *_ended(self._turns, (reply.message,)))
            yield from self.close()
        return events

    def interrupt(self) -> None:
        """Make a thread fail at once that waits for the next event."""
        interrupt = getattr(self._stream, "interrupt", None)
        if interrupt is not None:
            interrupt()

    def close(self) -> Flow[None]:
        """Free the connection, and let others talk."""
        if self._claim is not None:
            self._claim.release()
            yield from closing(self._stream)
