"""Models of AI DIAL: client_channel. Generated from the specification; edit that instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

__all__ = [
    "ClientChannelAnswer",
    "ClientChannelQuestion",
    "RpcError",
    "RpcReply",
    "RpcReplyBatch",
    "RpcRequest",
    "RpcRequestBatch",
]


@define(eq=False, repr=False, weakref_slot=False)
class RpcRequest(Model):
    """
    A JSON-RPC 2.0 request on a client channel.

    Attributes:
        jsonrpc: Version of the protocol.
        method: What is asked, for example `toolset/signin` or `external-service/signin`.
        params: Arguments, any JSON; for `toolset/signin` an object with `toolsetId`. The server
            sends null for none.
        id: Chosen by the asker. On the user's side of the channel it is a string with the
            deployment's name in front.
    """

    method: str
    jsonrpc: Literal["2.0"] = "2.0"
    params: Any = UNSET
    id: str | int | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_rpc_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> RpcRequest:
        """The value of a decoded JSON object."""
        return decode_rpc_request(source)


_RPC_REQUEST: Final = frozenset({"jsonrpc", "method", "params", "id"})


def decode_rpc_request(source: Any) -> RpcRequest:
    """`RpcRequest` of decoded JSON."""
    get = source.get
    return RpcRequest(
        source["method"],
        source["jsonrpc"],
        get("params", UNSET),
        get("id", UNSET),
        None if source.keys() <= _RPC_REQUEST else extra_of(source, _RPC_REQUEST),
    )


def encode_rpc_request(value: Any) -> JsonObject:
    """JSON of a `RpcRequest`."""
    result: JsonObject = {}
    result["jsonrpc"] = value.jsonrpc
    result["method"] = value.method
    if (item := value.params) is not UNSET:
        result["params"] = item
    if (item := value.id) is not UNSET:
        result["id"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class RpcReply(Model):
    """
    A JSON-RPC 2.0 answer on a client channel.

    Attributes:
        jsonrpc: Version of the protocol, `2.0`. Null in an answer whose reporter left it out.
        id: Id of the request. Null when the request could not be understood.
        result: Any JSON; `success` or `denied` for a sign-in.
        error: Why a JSON-RPC request failed.
    """

    id: str | int | None
    jsonrpc: str | None | Unset = UNSET
    result: Any = UNSET
    error: RpcError | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_rpc_reply(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> RpcReply:
        """The value of a decoded JSON object."""
        return decode_rpc_reply(source)


_RPC_REPLY: Final = frozenset({"jsonrpc", "id", "result", "error"})


def decode_rpc_reply(source: Any) -> RpcReply:
    """`RpcReply` of decoded JSON."""
    get = source.get
    return RpcReply(
        source["id"],
        get("jsonrpc", UNSET),
        get("result", UNSET),
        decode_rpc_error(value) if (value := get("error", UNSET)).__class__ is dict else value,
        None if source.keys() <= _RPC_REPLY else extra_of(source, _RPC_REPLY),
    )


def encode_rpc_reply(value: Any) -> JsonObject:
    """JSON of a `RpcReply`."""
    result: JsonObject = {}
    if (item := value.jsonrpc) is not UNSET:
        result["jsonrpc"] = item
    result["id"] = value.id
    if (item := value.result) is not UNSET:
        result["result"] = item
    if (item := value.error) is not UNSET:
        result["error"] = encode_rpc_error(item) if isinstance(item, RpcError) else item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class RpcError(Model):
    """
    Why a JSON-RPC request failed.

    Attributes:
        code: -32700 body not understood, -32600 request not valid, -32000 anything else.
        message: The reason in words.
        data: Any further JSON.
    """

    code: int | Unset = UNSET
    message: str | Unset = UNSET
    data: Any = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_rpc_error(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> RpcError:
        """The value of a decoded JSON object."""
        return decode_rpc_error(source)


_RPC_ERROR: Final = frozenset({"code", "message", "data"})


def decode_rpc_error(source: Any) -> RpcError:
    """`RpcError` of decoded JSON."""
    get = source.get
    return RpcError(
        get("code", UNSET),
        get("message", UNSET),
        get("data", UNSET),
        None if source.keys() <= _RPC_ERROR else extra_of(source, _RPC_ERROR),
    )


def encode_rpc_error(value: Any) -> JsonObject:
    """JSON of a `RpcError`."""
    result: JsonObject = {}
    if (item := value.code) is not UNSET:
        result["code"] = item
    if (item := value.message) is not UNSET:
        result["message"] = item
    if (item := value.data) is not UNSET:
        result["data"] = item
    if value.extra:
        result.update(value.extra)
    return result


RpcRequestBatch: TypeAlias = list[RpcRequest]
"""Several JSON-RPC requests at once."""


def decode_rpc_request_batch(source: Any) -> RpcRequestBatch:
    """`RpcRequestBatch` of decoded JSON."""
    result: RpcRequestBatch = (
        [decode_rpc_request(item) if item.__class__ is dict else item for item in source]
        if source.__class__ is list
        else source
    )
    return result


def encode_rpc_request_batch(value: Any) -> Any:
    """JSON of a `RpcRequestBatch`."""
    return (
        [encode_rpc_request(item) if isinstance(item, RpcRequest) else item for item in value]
        if value.__class__ in (list, tuple)
        else value
    )


RpcReplyBatch: TypeAlias = list[RpcReply]
"""Answers to a batch, in order of arrival."""


def decode_rpc_reply_batch(source: Any) -> RpcReplyBatch:
    """`RpcReplyBatch` of decoded JSON."""
    result: RpcReplyBatch = (
        [decode_rpc_reply(item) if item.__class__ is dict else item for item in source]
        if source.__class__ is list
        else source
    )
    return result


def encode_rpc_reply_batch(value: Any) -> Any:
    """JSON of a `RpcReplyBatch`."""
    return (
        [encode_rpc_reply(item) if isinstance(item, RpcReply) else item for item in value]
        if value.__class__ in (list, tuple)
        else value
    )


ClientChannelQuestion: TypeAlias = RpcRequest | RpcRequestBatch | JsonObject
"""One JSON-RPC request or a batch."""

_CLIENT_CHANNEL_QUESTION: Final[dict[Any, Callable[[Any], ClientChannelQuestion]]] = {
    "2.0": decode_rpc_request,
}


def decode_client_channel_question(source: Any) -> ClientChannelQuestion:
    """`ClientChannelQuestion` of decoded JSON."""
    if source.__class__ is dict:
        key = source.get("jsonrpc")
        decode = _CLIENT_CHANNEL_QUESTION.get(key) if key.__class__ is str else None
        if decode is not None:
            return decode(source)
    result: ClientChannelQuestion = (
        [decode_rpc_request(item) if item.__class__ is dict else item for item in source]
        if source.__class__ is list
        else source
    )
    return result


def encode_client_channel_question(value: Any) -> Any:
    """JSON of a `ClientChannelQuestion`."""
    if isinstance(value, Model):
        return value.to_dict()
    return (
        [encode_rpc_request(item) if isinstance(item, RpcRequest) else item for item in value]
        if value.__class__ in (list, tuple)
        else value
    )


ClientChannelAnswer: TypeAlias = RpcReply | RpcReplyBatch | JsonObject
"""One JSON-RPC answer, or one for each request of a batch."""


def decode_client_channel_answer(source: Any) -> ClientChannelAnswer:
    """`ClientChannelAnswer` of decoded JSON."""
    if source.__class__ is dict:
        if source.keys() >= {"id"}:
            return decode_rpc_reply(source)
    result: ClientChannelAnswer = (
        [decode_rpc_reply(item) if item.__class__ is dict else item for item in source]
        if source.__class__ is list
        else source
    )
    return result


def encode_client_channel_answer(value: Any) -> Any:
    """JSON of a `ClientChannelAnswer`."""
    if isinstance(value, Model):
        return value.to_dict()
    return (
        [encode_rpc_reply(item) if isinstance(item, RpcReply) else item for item in value]
        if value.__class__ in (list, tuple)
        else value
    )
