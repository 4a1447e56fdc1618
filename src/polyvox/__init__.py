"""
One typed SDK, sync and async, for many chat backends.

    client = polyvox.Dial(base_url=..., api_key=...)
    print(client.chat("Hi", model="gpt-4o").text)

Names are loaded when they are first used: `import polyvox` costs next to nothing. Type checkers
read `__init__.pyi` instead, which `make generate` writes from the tables here.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from polyvox.backends.registry import BACKENDS

_HOMES = {
    "polyvox.connecting": ("aconnect", "connect"),
    "polyvox.conversation": ("AsyncConversation", "Conversation"),
    "polyvox.errors": (
        "AllMembersFailed",
        "AuthenticationError",
        "ConfigError",
        "ConnectionFailed",
        "DeadlineExceeded",
        "ExtractError",
        "InvalidValue",
        "NotFound",
        "PolyvoxError",
        "RateLimited",
        "RoundsExceeded",
        "StatusError",
        "StreamError",
        "StreamInterrupted",
        "StreamTruncated",
        "TimeoutExpired",
        "ToolError",
        "UnsupportedError",
    ),
    "polyvox.extracting.partials": ("Partial",),
    "polyvox.extracting.wanted": ("Schema",),
    "polyvox.failover": ("AsyncFailoverPool", "FailoverPool", "Member"),
    "polyvox.parts": ("AudioPart", "FilePart", "ImagePart"),
    "polyvox.pool": ("AsyncClientPool", "ClientPool"),
    "polyvox.tools.declaring": ("tool",),
    "polyvox.tools.results": ("Run", "ToolResult"),
    "polyvox.tools.toolbox": ("Toolbox",),
    "polyvox.types": (
        "Done",
        "Embeddings",
        "Event",
        "FileInfo",
        "Image",
        "Images",
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
    "polyvox.prices": ("Prices",),
    "polyvox.raw": ("RawResponse",),
    "polyvox.version": ("__version__",),
    "polyvox_core.retry": ("Retry",),
    "polyvox_core.secret": ("Secret",),
    "polyvox_core.timeouts": ("Timeouts",),
    **{
        f"polyvox.backends.{backend}.client": (f"Async{name}", name)
        for backend, name in BACKENDS.items()
    },
}
_MODULES = ("errors", "types")
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

# Checkers read the stub, where the names are written out.
__all__ = sorted(  # noqa: PLE0605 # a list # pyright: ignore[reportUnsupportedDunderAll]
    [*_HOME_OF, *_MODULES]
)


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
