"""
The rounds of a run: history, sums and bounds; asks nobody, and calls tools by steps of a flow.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from typing import Any, Generic, TypeVar, cast

from attrs import evolve

from polyvox.tools.calling import Caller, check_blocking
from polyvox.tools.results import Run, ToolResult, summed
from polyvox.tools.toolbox import Toolbox
from polyvox.types import ChatInput, Message, Reply, ToolCall, Usage
from polyvox_core.background import first_done
from polyvox_core.errors import (
    DeadlineExceeded,
    PolyvoxError,
    RoundsExceeded,
)
from polyvox_core.flow import Ask, Flow, Start, Wait
from polyvox_core.secret import Secret
from polyvox_core.timeouts import Timeouts

__all__ = ["Rounds"]

R = TypeVar("R", bound=Reply)


class Rounds(Generic[R]):
    """
    One run.

    Attributes:
        messages: The history so far; it can be sent as it is.
        is_over: Whether no further chat follows: there is an answer, or the rest is the caller's.

    Args:
        chat: What the caller passed.
        toolbox: The tools and their bounds.
        options: Of each chat; `timeout` is a budget over all rounds.
        secrets: Credentials that no tool's error may tell.
        is_async: Whether the client is one for asyncio.

    Raises:
        ConfigError: A tool cannot be called by this client.
    """

    def __init__(
        self,
        chat: ChatInput,
        toolbox: Toolbox,
        options: Mapping[str, Any],
        secrets: Sequence[Secret] = (),
        *,
        is_async: bool,
    ) -> None:
        if not is_async:
            check_blocking(toolbox)
        self.messages = _listed(chat)
        self._toolbox = toolbox
        self._options = dict(options)
        self._caller = Caller(toolbox, secrets, is_async=is_async)
        # A blocking client can call one tool at a time without a thread.
        self._inline = not is_async
        self._limit = _total_of(options.get("timeout"))
        self._deadline = None if self._limit is None else time.monotonic() + self._limit
        self._reply: R | None = None
        self._results: list[ToolResult] = []
        self._pending: tuple[ToolCall, ...] = ()
        self._usage: Usage | None = None
        self._count = 0
        self._asked: tuple[ToolCall, ...] = ()
        self.is_over = False

    def options(self) -> dict[str, Any]:
        """
        The options of the next chat.

        Raises:
            DeadlineExceeded: There is no time left for it.
        """
        options = dict(self._options)
        if self._toolbox.tools:
            options["tools"] = self._toolbox.wire
        choice = options.pop("tool_choice", None) or self._toolbox.tool_choice
        if choice is not None and not self._count:
            options["tool_choice"] = choice
        if self._count and (left := self._left()) is not None:
            given = options["timeout"]
            options["timeout"] = evolve(given, total=left) if isinstance(given, Timeouts) else left
        return options

    def take(self, reply: R) -> bool:
        """
        Take the model's next answer in; gives whether it asks for tools.

        Raises:
            RoundsExceeded: It does, and there may be no further round.
        """
        self._reply = reply
        self._count += 1
        self._usage = summed(self._usage, reply.usage)
        calls = _identified(reply.tool_calls)
        message = reply.message if calls == reply.tool_calls else _with(reply.message, calls)
        self._pending = tuple(call for call in calls if self._is_foreign(call))
        if calls and not self._pending and self._count >= self._toolbox.rounds:
            self._pending = calls
            msg = f"After {self._count} answers the model still asks for tools."
            hint = "Pass Toolbox(..., rounds=...), or see in `partial` what it is after."
            raise RoundsExceeded(msg, hint=hint)
        self.messages.append(message)
        self._asked = calls
        self.is_over = not calls or bool(self._pending)
        return bool(calls)

    def result(self, growing: R | None = None) -> Run[R]:
        """The run as it is; *growing* is an answer that is not whole yet."""
        reply = growing or self._reply
        assert reply is not None
        return Run(
            reply=reply,
            messages=tuple(self.messages),
            calls=tuple(self._results),
            pending=self._pending,
            usage=self._usage,
            rounds=self._count,
        )

    def failed(self, error: PolyvoxError, partial: R | None = None) -> PolyvoxError:
        """The *error* with the run so far; *partial* is a reply that broke off."""
        if isinstance(error, DeadlineExceeded) and self._limit is not None and self._count:
            error = self._expired()
        if partial is None and self._reply is None:
            return error
        return error.with_(partial=self.result(partial))

    def call_tools(self) -> Flow[list[ToolResult]]:
        """
        Do what the model's last answer asks for; the results, in the order of the calls.

        Raises:
            ToolError: Something went wrong, and shall not be told to the model.
            DeadlineExceeded: The tools take longer than the run may.
        """
        calls = [call for call in self._asked if not self._is_foreign(call)]
        results: dict[int, ToolResult] = {}
        waiting: deque[tuple[int, Any]] = deque()
        for number, call in enumerate(calls):
            arguments = self._caller.arguments(call)
            if isinstance(arguments, ToolResult):
                results[number] = arguments
                continue
            refusal = yield from self._confirmed(call, arguments)
            if refusal is not None:
                results[number] = refusal
            else:
                waiting.append((number, self._caller.call_of(call, arguments)))
        self._raise_first(results)
        if self._inline and (len(waiting) == 1 or self._toolbox.parallel == 1):
            for number, function in waiting:
                results[number] = yield Ask(function)
                self._left()
        else:
            yield from self._side_by_side(waiting, results)
        self._raise_first(results)
        return self._answered([results[number] for number in range(len(calls))])

    def _confirmed(self, call: ToolCall, arguments: dict[str, Any]) -> Flow[ToolResult | None]:
        """The refusal of *call*; None when it may be made."""
        confirm = self._toolbox.confirm
        if confirm is None:
            return None
        verdict = yield Ask(lambda: confirm(call, arguments))
        return self._caller.refused(call, verdict)

    def _side_by_side(
        self, waiting: deque[tuple[int, Any]], results: dict[int, ToolResult]
    ) -> Flow[None]:
        running: dict[Future[Any], int] = {}
        while waiting or running:
            while waiting and len(running) < self._toolbox.parallel:
                number, function = waiting.popleft()
                running[(yield Start(function))] = number
            try:
                yield Wait(first_done(running), self._left())
            except TimeoutError:
                raise self._expired() from None
            for future in [one for one in running if one.done()]:
                results[running.pop(future)] = future.result()

    def _answered(self, results: list[ToolResult]) -> list[ToolResult]:
        for one in results:
            self.messages.append(Message("tool", one.text, tool_call_id=one.call.id))
        self._results += results
        return results

    def _raise_first(self, results: Mapping[int, ToolResult]) -> None:
        if self._toolbox.on_error != "raise":
            return
        for number in sorted(results):
            error = results[number].error
            if error is not None and error.reason != "refused":
                self._results += [results[one] for one in sorted(results)]
                raise error

    def _is_foreign(self, call: ToolCall) -> bool:
        """Whether *call* is of a tool that the caller carries out."""
        tool = self._toolbox.find(call.name)
        return tool is not None and tool.function is None

    def _left(self) -> float | None:
        """
        Seconds that the run may still take; None without a limit.

        Raises:
            DeadlineExceeded: There are none.
        """
        if self._deadline is None:
            return None
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise self._expired()
        return left

    def _expired(self) -> DeadlineExceeded:
        msg = f"The run did not finish within its total time of {self._limit:g} s."
        return DeadlineExceeded(msg, hint="Pass a larger timeout=; it covers rounds and tools.")


def _listed(chat: Any) -> list[Message | Mapping[str, Any]]:
    """The messages of *chat*; what is none is left to the chat to refuse."""
    if isinstance(chat, str):
        return [Message("user", chat)]
    if isinstance(chat, Message | Mapping) or not hasattr(chat, "__iter__"):
        return [cast("Any", chat)]
    return [*chat]


def _total_of(timeout: Any) -> float | None:
    """Seconds for the whole run; what is no limit is left to the chat to refuse."""
    total = timeout.total if isinstance(timeout, Timeouts) else timeout
    return total if isinstance(total, int | float) and total > 0 else None


def _identified(calls: Sequence[ToolCall]) -> tuple[ToolCall, ...]:
    """The *calls*, each with an id of its own, so that each can be answered."""
    known: set[str] = set()
    identified: list[ToolCall] = []
    for number, call in enumerate(calls):
        one = call
        if not call.id or call.id in known:
            one = evolve(call, id=_free(f"call_{number}", known | {other.id for other in calls}))
        known.add(one.id)
        identified.append(one)
    return tuple(identified)


def _free(name: str, known: set[str]) -> str:
    while name in known:
        name += "_"
    return name


def _with(message: Message, calls: tuple[ToolCall, ...]) -> Message:
    return evolve(message, tool_calls=calls)
