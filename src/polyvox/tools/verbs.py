"""
The verbs `run` and `stream_run`, for every client that can chat with tools.

Light on purpose: clients load it when they are made, and the machinery when it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ParamSpec, Protocol, TypeVar

from polyvox.types import ChatInput, Reply

if TYPE_CHECKING:
    from polyvox.tools.results import Run
    from polyvox.tools.streaming import AsyncRunStream, RunStream
    from polyvox.tools.toolbox import Tools

__all__ = ["AsyncRuns", "Runs"]

P = ParamSpec("P")
R = TypeVar("R", bound=Reply)
R_co = TypeVar("R_co", bound=Reply, covariant=True)


class _CanChat(Protocol[P, R_co]):
    def chat(self, chat: ChatInput, /, *args: P.args, **options: P.kwargs) -> R_co: ...


class _AsyncCanChat(Protocol[P, R_co]):
    async def chat(self, chat: ChatInput, /, *args: P.args, **options: P.kwargs) -> R_co: ...


class _Streaming(Protocol[R_co]):
    @property
    def final(self) -> R_co: ...


class _CanStream(Protocol[P, R_co]):
    def stream(
        self, chat: ChatInput, /, *args: P.args, **options: P.kwargs
    ) -> _Streaming[R_co]: ...


class Runs:
    """Chats in which the model may call Python functions."""

    def run(
        self: _CanChat[P, R], chat: ChatInput, tools: Tools, *args: P.args, **options: P.kwargs
    ) -> Run[R]:
        """
        Chat, call the tools that the model asks for, and chat again, until it answers.

        Args:
            chat: A text, a message, or a list of messages.
            tools: Functions with types and docstrings, or a `Toolbox` with bounds and hooks.
            args: As `chat` takes them.
            options: As `chat` takes them; they count for every round. `timeout` covers the whole
                run with its tools, where `chat` covers one answer.

        Returns:
            The run: `text`, `reply`, `messages` to go on with, `calls`, `usage` of all rounds.

        Raises:
            ConfigError: A tool cannot be described to a model; nothing was sent.
            RoundsExceeded: The model still asks for tools after `Toolbox.rounds` answers.
            ToolError: A tool failed, and the toolbox says `on_error="raise"`.
            PolyvoxError: Any other failure. All carry the run so far in `partial`.
        """
        from polyvox.tools import running  # noqa: PLC0415 - only who runs tools pays for them

        return running.blocking(self, chat, tools, args, options)

    def stream_run(
        self: _CanStream[P, R], chat: ChatInput, tools: Tools, *args: P.args, **options: P.kwargs
    ) -> RunStream[R]:
        """
        The same as it happens; use it in a `with` block.

        Yields the events of every round, a `ToolResult` for each call, and `Done` at last; the
        whole `Run` is in `final`. Raises what `run` and `stream` raise.
        """
        from polyvox.tools import running  # noqa: PLC0415 - same

        return running.blocking_stream(self, chat, tools, args, options)


class AsyncRuns:
    """Same as `Runs`, for asyncio; tools may be coroutine functions, others run in threads."""

    async def run(
        self: _AsyncCanChat[P, R], chat: ChatInput, tools: Tools, *args: P.args, **options: P.kwargs
    ) -> Run[R]:
        """Same as `Runs.run`."""
        from polyvox.tools import running_aio  # noqa: PLC0415 - same

        return await running_aio.run(self, chat, tools, args, options)

    def stream_run(
        self: _CanStream[P, R], chat: ChatInput, tools: Tools, *args: P.args, **options: P.kwargs
    ) -> AsyncRunStream[R]:
        """Same as `Runs.stream_run`."""
        from polyvox.tools import running_aio  # noqa: PLC0415 - same

        return running_aio.stream(self, chat, tools, args, options)
