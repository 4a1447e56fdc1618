# Written by tools/stub.py from the tables in __init__.py; edit those instead.
from typing import Any, Literal, overload

from polyvox import errors as errors
from polyvox import types as types
from polyvox.backends.aleph_alpha.client import AlephAlpha as AlephAlpha
from polyvox.backends.aleph_alpha.client import AsyncAlephAlpha as AsyncAlephAlpha
from polyvox.backends.alteryse.client import Alteryse as Alteryse
from polyvox.backends.alteryse.client import AsyncAlteryse as AsyncAlteryse
from polyvox.backends.amigochat.client import AmigoChat as AmigoChat
from polyvox.backends.amigochat.client import AsyncAmigoChat as AsyncAmigoChat
from polyvox.backends.dial.client import AsyncDial as AsyncDial
from polyvox.backends.dial.client import Dial as Dial
from polyvox.backends.ollama.client import AsyncOllama as AsyncOllama
from polyvox.backends.ollama.client import Ollama as Ollama
from polyvox.backends.openai.client import AsyncOpenAI as AsyncOpenAI
from polyvox.backends.openai.client import OpenAI as OpenAI
from polyvox.conversation import AsyncConversation as AsyncConversation
from polyvox.conversation import Conversation as Conversation
from polyvox.errors import AllMembersFailed as AllMembersFailed
from polyvox.errors import AuthenticationError as AuthenticationError
from polyvox.errors import ConfigError as ConfigError
from polyvox.errors import ConnectionFailed as ConnectionFailed
from polyvox.errors import DeadlineExceeded as DeadlineExceeded
from polyvox.errors import ExtractError as ExtractError
from polyvox.errors import InvalidValue as InvalidValue
from polyvox.errors import NotFound as NotFound
from polyvox.errors import PolyvoxError as PolyvoxError
from polyvox.errors import RateLimited as RateLimited
from polyvox.errors import RoundsExceeded as RoundsExceeded
from polyvox.errors import StatusError as StatusError
from polyvox.errors import StreamError as StreamError
from polyvox.errors import StreamInterrupted as StreamInterrupted
from polyvox.errors import StreamTruncated as StreamTruncated
from polyvox.errors import TimeoutExpired as TimeoutExpired
from polyvox.errors import ToolError as ToolError
from polyvox.errors import UnsupportedError as UnsupportedError
from polyvox.extracting.partials import Partial as Partial
from polyvox.extracting.wanted import Schema as Schema
from polyvox.failover import AsyncFailoverPool as AsyncFailoverPool
from polyvox.failover import FailoverPool as FailoverPool
from polyvox.failover import Member as Member
from polyvox.parts import AudioPart as AudioPart
from polyvox.parts import FilePart as FilePart
from polyvox.parts import ImagePart as ImagePart
from polyvox.pool import AsyncClientPool as AsyncClientPool
from polyvox.pool import ClientPool as ClientPool
from polyvox.prices import Prices as Prices
from polyvox.raw import RawResponse as RawResponse
from polyvox.tools.declaring import tool as tool
from polyvox.tools.results import Run as Run
from polyvox.tools.results import ToolResult as ToolResult
from polyvox.tools.toolbox import Toolbox as Toolbox
from polyvox.types import Done as Done
from polyvox.types import Embeddings as Embeddings
from polyvox.types import Event as Event
from polyvox.types import FileInfo as FileInfo
from polyvox.types import Image as Image
from polyvox.types import Images as Images
from polyvox.types import Message as Message
from polyvox.types import Progress as Progress
from polyvox.types import ReasoningDelta as ReasoningDelta
from polyvox.types import Reply as Reply
from polyvox.types import TextDelta as TextDelta
from polyvox.types import ToolCall as ToolCall
from polyvox.types import ToolCallDelta as ToolCallDelta
from polyvox.types import Usage as Usage
from polyvox.types import UsageEvent as UsageEvent
from polyvox.version import __version__ as __version__
from polyvox_core.retry import Retry as Retry
from polyvox_core.secret import Secret as Secret
from polyvox_core.timeouts import Timeouts as Timeouts

@overload
def connect(backend: Literal["dial"], **arguments: Any) -> Dial: ...

@overload
def connect(backend: Literal["aleph_alpha"], **arguments: Any) -> AlephAlpha: ...

@overload
def connect(backend: Literal["alteryse"], **arguments: Any) -> Alteryse: ...

@overload
def connect(backend: Literal["amigochat"], **arguments: Any) -> AmigoChat: ...

@overload
def connect(backend: Literal["ollama"], **arguments: Any) -> Ollama: ...

@overload
def connect(backend: Literal["openai"], **arguments: Any) -> OpenAI: ...

@overload
def connect(backend: str | None = ..., **arguments: Any) -> Any: ...

@overload
def aconnect(backend: Literal["dial"], **arguments: Any) -> AsyncDial: ...

@overload
def aconnect(backend: Literal["aleph_alpha"], **arguments: Any) -> AsyncAlephAlpha: ...

@overload
def aconnect(backend: Literal["alteryse"], **arguments: Any) -> AsyncAlteryse: ...

@overload
def aconnect(backend: Literal["amigochat"], **arguments: Any) -> AsyncAmigoChat: ...

@overload
def aconnect(backend: Literal["ollama"], **arguments: Any) -> AsyncOllama: ...

@overload
def aconnect(backend: Literal["openai"], **arguments: Any) -> AsyncOpenAI: ...

@overload
def aconnect(backend: str | None = ..., **arguments: Any) -> Any: ...

__all__ = [
    "AlephAlpha",
    "AllMembersFailed",
    "Alteryse",
    "AmigoChat",
    "AsyncAlephAlpha",
    "AsyncAlteryse",
    "AsyncAmigoChat",
    "AsyncClientPool",
    "AsyncConversation",
    "AsyncDial",
    "AsyncFailoverPool",
    "AsyncOllama",
    "AsyncOpenAI",
    "AudioPart",
    "AuthenticationError",
    "ClientPool",
    "ConfigError",
    "ConnectionFailed",
    "Conversation",
    "DeadlineExceeded",
    "Dial",
    "Done",
    "Embeddings",
    "Event",
    "ExtractError",
    "FailoverPool",
    "FileInfo",
    "FilePart",
    "Image",
    "ImagePart",
    "Images",
    "InvalidValue",
    "Member",
    "Message",
    "NotFound",
    "Ollama",
    "OpenAI",
    "Partial",
    "PolyvoxError",
    "Prices",
    "Progress",
    "RateLimited",
    "RawResponse",
    "ReasoningDelta",
    "Reply",
    "Retry",
    "RoundsExceeded",
    "Run",
    "Schema",
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
    "ToolError",
    "ToolResult",
    "Toolbox",
    "UnsupportedError",
    "Usage",
    "UsageEvent",
    "__version__",
    "aconnect",
    "connect",
    "errors",
    "tool",
    "types",
]
