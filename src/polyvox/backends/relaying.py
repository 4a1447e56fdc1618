"""
Chat streams that pass the events of another one on: failover pools and conversations.

The flows here drive a `ChatStream` or an `AsyncChatStream` through its public face.
"""

from __future__ import annotations

from typing import Any

from polyvox.types import Event
from polyvox_core.flow import Ask, Flow

__all__ = ["beginning", "closing", "following"]


def beginning(stream: Any) -> Flow[list[Event]]:
    """Open *stream*, and wait for its first event."""
    yield Ask(getattr(stream, "__aenter__", None) or stream.__enter__)
    return (yield from following(stream))


def following(stream: Any) -> Flow[list[Event]]:
    """The next event of *stream*; none at its end."""
    is_async = hasattr(stream, "__anext__")
    event = yield Ask(lambda: anext(stream, None) if is_async else next(stream, None))
    return [] if event is None else [event]


def closing(stream: Any) -> Flow[None]:
    """Free the connection of *stream*."""
    yield Ask(getattr(stream, "aclose", None) or stream.close)
