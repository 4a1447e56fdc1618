"""
How the verbs begin: from a client and its arguments to a flow or a source, and who runs it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from polyvox.extracting.attempts import Attempts
from polyvox.extracting.flow import extracted
from polyvox.extracting.streaming import AsyncExtractStream, ExtractSource, ExtractStream
from polyvox.extracting.wanted import wanted_of
from polyvox_core.run_sync import Runner
from polyvox_core.secret import Secret

__all__ = ["async_extract", "async_stream", "extract", "stream"]


def _attempts(client: Any, chat: Any, wanted: Any, options: Mapping[str, Any]) -> Attempts:
    support = getattr(client, "schema_support", None)
    credentials = getattr(getattr(client, "_settings", None), "credentials", ())
    secrets = [one.value for one in credentials if isinstance(one.value, Secret)]
    return Attempts(wanted_of(wanted), support, chat, options, secrets)


def _with(verb: Callable[..., Any], args: tuple[Any, ...]) -> Callable[..., Any]:
    """The client's *verb* with the positional arguments after the chat."""

    def called(chat: Any, **options: Any) -> Any:
        """What the verb gives."""
        return verb(chat, *args, **options)

    return called


def extract(
    client: Any, chat: Any, wanted: Any, args: tuple[Any, ...], options: Mapping[str, Any]
) -> Any:
    """The value, by blocking calls."""
    attempts = _attempts(client, chat, wanted, options)
    return Runner.for_calls().run(extracted(attempts, _with(client.chat, args)))


async def async_extract(
    client: Any, chat: Any, wanted: Any, args: tuple[Any, ...], options: Mapping[str, Any]
) -> Any:
    """The value, with asyncio."""
    from polyvox_core.run_async import AsyncRunner  # noqa: PLC0415 - only asyncio pays for it

    attempts = _attempts(client, chat, wanted, options)
    return await AsyncRunner.for_calls().run(extracted(attempts, _with(client.chat, args)))


def stream(
    client: Any, chat: Any, wanted: Any, args: tuple[Any, ...], options: Mapping[str, Any]
) -> ExtractStream[Any]:
    """The value as it arrives, by blocking calls."""
    attempts = _attempts(client, chat, wanted, options)
    source = ExtractSource[Any](attempts, _with(client.stream, args), is_async=False)
    return ExtractStream(Runner.for_calls(), source)


def async_stream(
    client: Any, chat: Any, wanted: Any, args: tuple[Any, ...], options: Mapping[str, Any]
) -> AsyncExtractStream[Any]:
    """The value as it arrives, with asyncio."""
    from polyvox_core.run_async import AsyncRunner  # noqa: PLC0415 - same

    attempts = _attempts(client, chat, wanted, options)
    source = ExtractSource[Any](attempts, _with(client.stream, args), is_async=True)
    return AsyncExtractStream(AsyncRunner.for_calls(), source)
