"""
What all resources of one client share: its settings, its connections, its bucket.

Calls are flows, written once; the two sessions run them and turn polyvox's errors into those of
aidial-client.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeVar

from attrs import evolve

from polyvox.compat.aidial_client.errors import dial_error
from polyvox.compat.aidial_client.types.bucket import BucketResponse
from polyvox.errors import PolyvoxError
from polyvox_api.dial.operations import bucket as bucket_api
from polyvox_core.calling import call
from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions
from polyvox_core.flow import Ask, Flow
from polyvox_core.once import Once
from polyvox_core.operation import Operation, plain
from polyvox_core.secret import Secret
from polyvox_core.settings import Settings
from polyvox_core.timeouts import Timeouts

__all__ = [
    "DEFAULT_TIMEOUT",
    "AsyncSession",
    "Session",
    "TimeoutLike",
    "auth_headers",
    "fetched",
    "shaped",
    "timeouts_of",
]

T = TypeVar("T")

DEFAULT_TIMEOUT = Timeouts(total=None, connect=5.0, read=600.0, write=600.0, pool=600.0, idle=None)


class TimeoutLike(Protocol):
    """Limits in seconds, as `httpx.Timeout` and `polyvox.Timeouts` hold them."""

    @property
    def connect(self) -> float | None:
        """Connecting."""
        ...

    @property
    def read(self) -> float | None:
        """The longest silence while an answer is awaited or read."""
        ...

    @property
    def write(self) -> float | None:
        """The longest stall while a body is sent."""
        ...

    @property
    def pool(self) -> float | None:
        """Waiting for a free connection."""
        ...


def timeouts_of(timeout: float | TimeoutLike | None) -> Timeouts:
    """
    What *timeout* means to aidial-client: limits of single steps, none of the whole call.

    `polyvox.Timeouts` counts as it is, with its total.
    """
    if isinstance(timeout, Timeouts):
        return timeout
    if timeout is None or isinstance(timeout, (int, float)):
        limits = dict.fromkeys(("connect", "read", "write", "pool"), timeout)
    else:
        limits = {
            "connect": timeout.connect,
            "read": timeout.read,
            "write": timeout.write,
            "pool": timeout.pool,
        }
    return Timeouts(total=None, idle=None, **limits)


def shaped(operation: Operation[Any], decode: Callable[[Any], T]) -> Operation[T]:
    """The *operation* with its answers read by *decode*, and bodies sent as they are."""
    return evolve(operation, decode=decode, encode=plain)


def fetched(
    settings: Settings,
    operation: Operation[T],
    arguments: Mapping[str, Any] | None = None,
    body: Any = None,
    options: CallOptions | None = None,
) -> Flow[T]:
    """The value that *operation* answers with."""
    answer = yield from call(settings, operation, arguments or {}, body, options)
    return answer.value


def auth_headers(settings: Settings) -> Flow[dict[str, str]]:
    """The credential headers of a request, functions asked anew."""
    headers: dict[str, str] = {}
    for one in settings.credentials:
        value: Any = one.value
        if not isinstance(value, Secret):
            value = yield Ask(value)
        text = value.reveal() if isinstance(value, Secret) else value
        name = "api-key" if one.header == "Api-Key" else one.header
        headers[name] = f"{one.prefix}{text}"
    return headers


_BUCKET = shaped(bucket_api.GET_BUCKET, BucketResponse.of)


class _Common:
    """What both sessions know."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.own = Once(lambda: fetched(self.settings, _BUCKET))

    def bucket(self) -> Flow[str]:
        """The caller's own bucket, looked up once."""
        return (yield from self.own.get()).bucket


class Session(_Common):
    """
    Runs the calls of a blocking client.

    Args:
        client: Settings and connections.
    """

    def __init__(self, client: ApiClient) -> None:
        super().__init__(client.settings)
        self.client = client

    def run(self, flow: Flow[T], *, chat: bool = False) -> T:
        """The result of *flow*, or the exception of aidial-client."""
        try:
            return self.client.run(flow)
        except PolyvoxError as error:
            raise dial_error(error, chat=chat) from error


class AsyncSession(_Common):
    """Same as `Session`, for asyncio."""

    def __init__(self, client: AsyncApiClient) -> None:
        super().__init__(client.settings)
        self.client = client

    async def run(self, flow: Flow[T], *, chat: bool = False) -> T:
        """Same as `Session.run`."""
        try:
            return await self.client.run(flow)
        except PolyvoxError as error:
            raise dial_error(error, chat=chat) from error
