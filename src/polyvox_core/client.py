"""
The two low-level clients: settings, a transport and a runner, for the generated packages.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from polyvox_core.calling import Call, call
from polyvox_core.downloading import Chunks
from polyvox_core.downloads import AsyncDownload, Download
from polyvox_core.flow import Flow
from polyvox_core.operation import Operation
from polyvox_core.run_sync import Runner, Transport
from polyvox_core.settings import CallOptions, Settings
from polyvox_core.streaming import Items
from polyvox_core.streams import AsyncStream, Stream

if TYPE_CHECKING:
    # A blocking client does not load asyncio.
    from polyvox_core.run_async import AsyncTransport

__all__ = ["ApiClient", "AsyncApiClient", "CallOptions", "let_go"]

T = TypeVar("T")


class ApiClient:
    """
    Calls operations and waits for their answers.

    Args:
        settings: Where, as whom, within which limits.
        transport: What moves the bytes; by default one of its own.
        owns_transport: Whether `close` closes the transport.
    """

    def __init__(
        self, settings: Settings, transport: Transport | None = None, *, owns_transport: bool = True
    ) -> None:
        if transport is None:
            from polyvox_core.transport.blocking import BlockingTransport  # noqa: PLC0415 - lazy

            transport = BlockingTransport()
        self.settings = settings
        self.runner = Runner(transport)
        self._owns_transport = owns_transport

    def run(self, flow: Flow[T]) -> T:
        """The result of *flow*."""
        return self.runner.run(flow)

    def call(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = None,
        options: CallOptions | None = None,
    ) -> T:
        """The decoded answer of *operation*."""
        return self.run(call(self.settings, operation, arguments, body, options)).value

    def stream(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = None,
        options: CallOptions | None = None,
    ) -> Stream[T]:
        """The items of a streaming *operation*; sent when the stream is entered or first read."""
        return Stream(self.runner, Items(Call(self.settings, operation, arguments, body, options)))

    def download(
        self,
        operation: Operation[bytes],
        arguments: Mapping[str, Any],
        body: Any = None,
        options: CallOptions | None = None,
    ) -> Download:
        """The bytes that *operation* answers with; sent when entered or first read."""
        return Download(
            self.runner, Chunks(Call(self.settings, operation, arguments, body, options))
        )

    def with_settings(self, settings: Settings) -> ApiClient:
        """Another client over the same connections; closing it leaves them open."""
        return ApiClient(settings, self.runner.transport, owns_transport=False)

    def close(self) -> None:
        """Close the connections, unless they are shared."""
        if self._owns_transport:
            self.runner.transport.close()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the connections, unless they are shared."""
        self.close()


class AsyncApiClient:
    """Same as `ApiClient`, for asyncio."""

    def __init__(
        self,
        settings: Settings,
        transport: AsyncTransport | None = None,
        *,
        owns_transport: bool = True,
    ) -> None:
        from polyvox_core.run_async import AsyncRunner  # noqa: PLC0415 - see above

        if transport is None:
            from polyvox_core.transport.aio import AioTransport  # noqa: PLC0415 - lazy

            transport = AioTransport()
        self.settings = settings
        self.runner = AsyncRunner(transport)
        self._owns_transport = owns_transport

    async def run(self, flow: Flow[T]) -> T:
        """Same as `ApiClient.run`."""
        return await self.runner.run(flow)

    async def call(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = None,
        options: CallOptions | None = None,
    ) -> T:
        """Same as `ApiClient.call`."""
        answer = await self.run(call(self.settings, operation, arguments, body, options))
        return answer.value

    def stream(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = None,
        options: CallOptions | None = None,
    ) -> AsyncStream[T]:
        """Same as `ApiClient.stream`."""
        return AsyncStream(
            self.runner, Items(Call(self.settings, operation, arguments, body, options))
        )

    def download(
        self,
        operation: Operation[bytes],
        arguments: Mapping[str, Any],
        body: Any = None,
        options: CallOptions | None = None,
    ) -> AsyncDownload:
        """Same as `ApiClient.download`."""
        return AsyncDownload(
            self.runner, Chunks(Call(self.settings, operation, arguments, body, options))
        )

    def with_settings(self, settings: Settings) -> AsyncApiClient:
        """Same as `ApiClient.with_settings`."""
        return AsyncApiClient(settings, self.runner.transport, owns_transport=False)

    async def aclose(self) -> None:
        """Same as `ApiClient.close`."""
        if self._owns_transport:
            await self.runner.transport.close()

    async def __aenter__(self) -> Self:
        """Return itself."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the connections, unless they are shared."""
        await self.aclose()


def let_go(client: AsyncApiClient) -> None:
    """Close *client* in the background, without a word; for owners that nobody closes."""
    close = getattr(client.runner.transport, "let_go", None)
    if client._owns_transport and close is not None:  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]  # same room
        close()
