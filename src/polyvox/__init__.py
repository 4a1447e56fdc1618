"""
One typed SDK, sync and async, for many chat backends.

    client = polyvox.Dial(base_url=..., api_key=...)
    print(client.chat("Hi", model="gpt-4o").text)

Names are loaded when they are first used: `import polyvox` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from polyvox import errors, types
    from polyvox.backends.dial.client import AsyncDial, Dial
    from polyvox.errors import (
        AuthenticationError,
        ConfigError,
        ConnectionFailed,
        DeadlineExceeded,
        NotFound,
        PolyvoxError,
        RateLimited,
        StatusError,
        StreamError,
        StreamInterrupted,
        StreamTruncated,
        TimeoutExpired,
    )
    from polyvox.pool import AsyncClientPool, ClientPool
    from polyvox.types import (
        Done,
        Embeddings,
        Event,
        FileInfo,
        Message,
        Progress,
        ReasoningDelta,
        Reply,
        TextDelta,
        ToolCall,
        ToolCallDelta,
        Usage,
        UsageEvent,
    )
    from polyvox_core.retry import Retry
    from polyvox_core.secret import Secret
    from polyvox_core.timeouts import Timeouts

_HOMES = {
    "polyvox.backends.dial.client": ("AsyncDial", "Dial"),
    "polyvox.errors": (
        "AuthenticationError",
        "ConfigError",
        "ConnectionFailed",
        "DeadlineExceeded",
        "NotFound",
        "PolyvoxError",
        "RateLimited",
        "StatusError",
        "StreamError",
        "StreamInterrupted",
        "StreamTruncated",
        "TimeoutExpired",
    ),
    "polyvox.pool": ("AsyncClientPool", "ClientPool"),
    "polyvox.types": (
        "Done",
        "Embeddings",
        "Event",
        "FileInfo",
        "Message",
        "Progress",
        "ReasoningDelta",
        "Reply",
        "TextDelta",
        "ToolCall",
        "ToolCallDelta",
        "Usage",
        "UsageEvent",
    ),
    "polyvox_core.retry": ("Retry",),
    "polyvox_core.secret": ("Secret",),
    "polyvox_core.timeouts": ("Timeouts",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}
_MODULES = ("errors", "types")

__all__ = [
    "AsyncClientPool",
    "AsyncDial",
    "AuthenticationError",
    "ClientPool",
    "ConfigError",
    "ConnectionFailed",
    "DeadlineExceeded",
    "Dial",
    "Done",
    "Embeddings",
    "Event",
    "FileInfo",
    "Message",
    "NotFound",
    "PolyvoxError",
    "Progress",
    "RateLimited",
    "ReasoningDelta",
    "Reply",
    "Retry",
    "Secret",
    "StatusError",
    "StreamError",
    "StreamInterrupted",
    "StreamTruncated",
    "TextDelta",
    "TimeoutExpired",
    "Timeouts",
    "ToolCall",
    "ToolCallDelta",
    "Usage",
    "UsageEvent",
    "errors",
    "types",
]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        """Load the public *name* at its first use."""
        if name in _MODULES:
            return import_module(f"polyvox.{name}")
        if name not in _HOME_OF:
            msg = f"module 'polyvox' has no attribute {name!r}"
            raise AttributeError(msg)
        value = getattr(import_module(_HOME_OF[name]), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """All public names, loaded or not."""
    return sorted(__all__)
