"""
The verbs `extract` and `stream_extract`, for every client that can chat.

Light on purpose: clients load it when they are made, and the machinery when it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, ParamSpec, Protocol, TypeVar, overload

from polyvox.types import ChatInput

if TYPE_CHECKING:
    from polyvox.extracting.streaming import AsyncExtractStream, ExtractStream
    from polyvox.extracting.support import SchemaSupport
    from polyvox.extracting.wanted import Schema

__all__ = ["AsyncExtracts", "Extracts"]

P = ParamSpec("P")
T = TypeVar("T")


class _CanChat(Protocol[P]):
    def chat(self, chat: ChatInput, /, *args: P.args, **options: P.kwargs) -> Any: ...


class _AsyncCanChat(Protocol[P]):
    async def chat(self, chat: ChatInput, /, *args: P.args, **options: P.kwargs) -> Any: ...


class _CanStream(Protocol[P]):
    def stream(self, chat: ChatInput, /, *args: P.args, **options: P.kwargs) -> Any: ...


class _Supporting:
    """What clients know about schemas."""

    schema_support: ClassVar[SchemaSupport | None] = None
    """How `chat` takes a JSON Schema; None where it cannot, and the model is told in words."""


class Extracts(_Supporting):
    """Chats whose answer is a typed value."""

    @overload
    def extract(
        self: _CanChat[P],
        chat: ChatInput,
        wanted: type[T] | Schema[T],
        *args: P.args,
        **options: P.kwargs,
    ) -> T: ...

    @overload
    def extract(
        self: _CanChat[P], chat: ChatInput, wanted: Any, *args: P.args, **options: P.kwargs
    ) -> Any: ...

    def extract(
        self: _CanChat[P], chat: ChatInput, wanted: Any, *args: P.args, **options: P.kwargs
    ) -> Any:
        """
        A value of a class out of the answer to a chat.

        Args:
            chat: A text, a message, or a list of messages.
            wanted: A class of attrs, dataclasses, TypedDict, NamedTuple or pydantic; any other
                type that JSON can say; or a `Schema`, which also tells how.
            args: As `chat` takes them.
            options: As `chat` takes them; they count for every request.

        Returns:
            The value, validated.

        Raises:
            ExtractError: The model refused, reached its limit, or gave no answer that fits, also
                after it was told why; `raw` has the answer, `path` the place.
            ConfigError: JSON cannot say the type; nothing was sent.
            PolyvoxError: Whatever `chat` raises.
        """
        from polyvox.extracting import starting  # noqa: PLC0415 - only who extracts pays for it

        return starting.extract(self, chat, wanted, args, options)

    @overload
    def stream_extract(
        self: _CanStream[P],
        chat: ChatInput,
        wanted: type[T] | Schema[T],
        *args: P.args,
        **options: P.kwargs,
    ) -> ExtractStream[T]: ...

    @overload
    def stream_extract(
        self: _CanStream[P], chat: ChatInput, wanted: Any, *args: P.args, **options: P.kwargs
    ) -> ExtractStream[Any]: ...

    def stream_extract(
        self: _CanStream[P], chat: ChatInput, wanted: Any, *args: P.args, **options: P.kwargs
    ) -> ExtractStream[Any]:
        """
        The same as it arrives; use it in a `with` block.

        Yields a `Partial` whenever more is known; the value is in `final` at last. Raises what
        `extract` and `stream` raise.
        """
        from polyvox.extracting import starting  # noqa: PLC0415 - same

        return starting.stream(self, chat, wanted, args, options)


class AsyncExtracts(_Supporting):
    """Same as `Extracts`, for asyncio."""

    @overload
    async def extract(
        self: _AsyncCanChat[P],
        chat: ChatInput,
        wanted: type[T] | Schema[T],
        *args: P.args,
        **options: P.kwargs,
    ) -> T: ...

    @overload
    async def extract(
        self: _AsyncCanChat[P], chat: ChatInput, wanted: Any, *args: P.args, **options: P.kwargs
    ) -> Any: ...

    async def extract(
        self: _AsyncCanChat[P], chat: ChatInput, wanted: Any, *args: P.args, **options: P.kwargs
    ) -> Any:
        """Same as `Extracts.extract`."""
        from polyvox.extracting import starting  # noqa: PLC0415 - same

        return await starting.async_extract(self, chat, wanted, args, options)

    @overload
    def stream_extract(
        self: _CanStream[P],
        chat: ChatInput,
        wanted: type[T] | Schema[T],
        *args: P.args,
        **options: P.kwargs,
    ) -> AsyncExtractStream[T]: ...

    @overload
    def stream_extract(
        self: _CanStream[P], chat: ChatInput, wanted: Any, *args: P.args, **options: P.kwargs
    ) -> AsyncExtractStream[Any]: ...

    def stream_extract(
        self: _CanStream[P], chat: ChatInput, wanted: Any, *args: P.args, **options: P.kwargs
    ) -> AsyncExtractStream[Any]:
        """Same as `Extracts.stream_extract`."""
        from polyvox.extracting import starting  # noqa: PLC0415 - same

        return starting.async_stream(self, chat, wanted, args, options)
