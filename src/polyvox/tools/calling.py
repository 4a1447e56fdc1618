"""
One call of a tool: from what the model wrote to a `ToolResult`; nothing here raises for a tool.
"""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from time import perf_counter
from typing import Any

from polyvox.tools.results import ToolResult
from polyvox.tools.toolbox import Toolbox
from polyvox.tools.values import text_of
from polyvox.types import ToolCall
from polyvox_core.errors import ConfigError, InvalidValue, PolyvoxError, ToolError
from polyvox_core.json import dumps
from polyvox_core.secret import Secret, mask

__all__ = ["Caller", "check_blocking", "secrets_of"]

_LONGEST = 1000
_REFUSED = "The user refused this call."


def secrets_of(client: Any) -> list[Secret]:
    """The credentials that *client* holds; a tool's error must not tell them to the model."""
    settings = getattr(client, "_settings", None)
    values = [one.value for one in getattr(settings, "credentials", ())]
    # A pool has none of its own, but its clients have.
    inner = [secret for one in getattr(client, "clients", ()) for secret in secrets_of(one)]
    return [value for value in values if isinstance(value, Secret)] + inner


def check_blocking(toolbox: Toolbox) -> None:
    """
    See that a blocking client can call all tools.

    Raises:
        ConfigError: One is a coroutine function.
    """
    for one in toolbox:
        if one.function is not None and inspect.iscoroutinefunction(one.function):
            msg = f"The tool {one.name!r} is a coroutine function, which needs an Async client."
            raise ConfigError(msg, hint="Use the Async client, or a plain function.")


class Caller:
    """
    Calls the tools of a toolbox.

    Args:
        toolbox: The tools.
        secrets: Cut out of what the model is told about errors.
        is_async: Whether what a tool gives may be awaited.
    """

    def __init__(self, toolbox: Toolbox, secrets: Sequence[Secret], *, is_async: bool) -> None:
        self._toolbox = toolbox
        self._secrets = secrets
        self._is_async = is_async

    def arguments(self, call: ToolCall) -> dict[str, Any] | ToolResult:
        """The typed arguments of *call*, or why it cannot be made."""
        tool = self._toolbox.find(call.name)
        if tool is None:
            there = ", ".join(self._toolbox.names) or "none"
            told = f"There is no tool {call.name!r}. There are: {there}."
            return self._failed(call, "unknown", told, told)
        try:
            return tool.read(call.parsed)
        except PolyvoxError as error:
            faults = error.faults if isinstance(error, InvalidValue) else ()
            what = "; ".join(faults) or error.message
            msg = f"The model's arguments for the tool {call.name!r} do not fit. {what}"
            return self._failed(call, "arguments", msg, what, error)

    def refused(self, call: ToolCall, verdict: object) -> ToolResult | None:
        """
        What a *verdict* of the confirm hook means; None lets the call happen.

        Raises:
            ConfigError: It is no verdict.
        """
        if verdict is True:
            return None
        if verdict is not False and not isinstance(verdict, str):
            msg = f"The confirm hook returned {verdict!r} for the tool {call.name!r}."
            raise ConfigError(msg, hint="Return True, False, or a text that refuses.")
        why = verdict or _REFUSED
        return self._failed(call, "refused", f"The call of {call.name!r} was refused: {why}", why)

    def call_of(self, call: ToolCall, arguments: dict[str, Any]) -> Callable[[], Any]:
        """A function that makes *call*, and gives its `ToolResult`; may give a coroutine."""
        tool = self._toolbox.find(call.name)
        assert tool is not None
        function = tool.bound(arguments)
        if inspect.iscoroutinefunction(tool.function):
            return partial(self._awaited, call, function)
        return partial(self._called, call, function)

    def _called(self, call: ToolCall, function: Callable[[], Any]) -> Any:
        began = perf_counter()
        try:
            value = function()
        except Exception as error:  # noqa: BLE001 - told to the model, or raised as ToolError
            return self._raised(call, error, began)
        if not inspect.isawaitable(value):
            return self._finished(call, value, began)
        # A blocking runner refuses what would have to be awaited.
        return self._awaited(call, lambda: value, began) if self._is_async else value

    async def _awaited(
        self, call: ToolCall, function: Callable[[], Awaitable[Any]], began: float | None = None
    ) -> ToolResult:
        import asyncio  # noqa: PLC0415 - a blocking client does not load it

        began = perf_counter() if began is None else began
        try:
            value = await function()
        except asyncio.CancelledError as error:
            task = asyncio.current_task()
            if task is None or task.cancelling():
                raise
            # Something inside the tool was cancelled, not the run.
            return self._raised(call, error, began)
        except Exception as error:  # noqa: BLE001 - same
            return self._raised(call, error, began)
        return self._finished(call, value, began)

    def _finished(self, call: ToolCall, value: Any, began: float) -> ToolResult:
        seconds = perf_counter() - began
        try:
            return ToolResult(call, value, None, seconds, text_of(value))
        except Exception as error:  # noqa: BLE001 - the user's own classes are read
            return self._failed(call, "result", str(error), str(error), error, seconds)

    def _raised(self, call: ToolCall, error: BaseException, began: float) -> ToolResult:
        seconds = perf_counter() - began
        # From the tool's own frame on; ours would hold the whole conversation.
        trace = error.__traceback__
        error.__traceback__ = trace.tb_next if trace is not None else None
        told = f"{type(error).__name__}: {error}"
        msg = f"The tool {call.name!r} failed: {told}"
        return self._failed(call, "raised", msg, told, error, seconds)

    def _failed(
        self,
        call: ToolCall,
        reason: str,
        message: str,
        told: str,
        cause: BaseException | None = None,
        seconds: float = 0.0,
    ) -> ToolResult:
        hint = "on_error='tell' lets the model correct itself."
        error = ToolError(
            mask(message[:_LONGEST], self._secrets), hint=hint, tool=call.name, reason=reason
        )
        error.__cause__ = cause
        told = mask(told, self._secrets)[:_LONGEST]
        return ToolResult(call, None, error, seconds, dumps({"error": told}).decode())
