"""
`client.chat.completions`: one answer, or a stream of chunks.

The deployment of the URL is `deployment_name`, always; `model` is a member of the body.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple, Unpack, overload

from attrs import evolve

from polyvox.compat.aidial_client.resources.streams import (
    AsyncChatCompletionStream,
    ChatCompletionStream,
)
from polyvox.compat.aidial_client.session import AsyncSession, Session, fetched, shaped
from polyvox.compat.aidial_client.types.chat.request import CreateOptions
from polyvox.compat.aidial_client.types.chat.request_param import Message
from polyvox.compat.aidial_client.types.chat.response import (
    ChatCompletionChunk,
    ChatCompletionResponse,
)
from polyvox.compat.aidial_client.types.record import Record
from polyvox_api.dial.operations import chat as chat_api
from polyvox_core.client import CallOptions
from polyvox_core.flow import Flow
from polyvox_core.settings import Settings
from polyvox_core.shapes import is_array, is_object

__all__ = ["AsyncChat", "AsyncChatCompletions", "Chat", "ChatCompletions"]


def _chunk(value: Any) -> ChatCompletionChunk:
    """The chunk in *value*; nothing of the wire is refused here."""
    return ChatCompletionChunk(**value) if is_object(value) else ChatCompletionChunk()


_WHOLE = shaped(chat_api.CREATE_CHAT_COMPLETION, ChatCompletionResponse.of)
_STREAM = shaped(chat_api.CREATE_CHAT_COMPLETION_STREAM, _chunk)
_EXTRAS = ("extra_body", "extra_headers", "extra_params")
_NAMES = CreateOptions.__optional_keys__ | CreateOptions.__required_keys__
_CREDENTIALS = frozenset({"api-key", "authorization"})


class _Prepared(NamedTuple):
    """A chat request."""

    settings: Settings
    arguments: dict[str, Any]
    body: dict[str, Any]
    options: CallOptions

    @property
    def asked(self) -> tuple[dict[str, Any], dict[str, Any], CallOptions]:
        """What a stream is asked for."""
        return self.arguments, self.body, self.options

    def fetched(self) -> Flow[ChatCompletionResponse]:
        """The whole answer."""
        return fetched(self.settings, _WHOLE, self.arguments, self.body, self.options)


def _prepared(
    session: Session | AsyncSession,
    deployment_name: str,
    messages: Sequence[Any],
    stream: bool,
    api_version: str | None,
    given: Mapping[str, Any],
) -> _Prepared:
    """
    The request that the arguments of `create` make.

    Raises:
        TypeError: An argument is unknown.
    """
    unknown = given.keys() - _NAMES
    if unknown:
        msg = f"create() got an unexpected keyword argument {min(unknown)!r}"
        raise TypeError(msg)
    members = {
        name: _wire(value)
        for name, value in given.items()
        if value is not None and name not in _EXTRAS
    }
    body = {
        "messages": _wire(list(messages)),
        "model": deployment_name,
        "stream": stream,
        **members,
    }
    headers: Mapping[str, str] = given.get("extra_headers") or {}
    options = CallOptions(
        headers=headers,
        query=given.get("extra_params") or {},
        body=given.get("extra_body") or {},
    )
    arguments = {"deployment_name": deployment_name, "api-version": api_version}
    return _Prepared(_without_replaced(session.settings, headers), arguments, body, options)


def _without_replaced(settings: Settings, headers: Mapping[str, str]) -> Settings:
    """The *settings* without credentials that *headers* replace, such as per-request keys."""
    replaced = _CREDENTIALS & {name.lower() for name in headers}
    if not replaced:
        return settings
    kept = tuple(one for one in settings.credentials if one.header.lower() not in replaced)
    return evolve(settings, credentials=kept)


def _wire(value: Any) -> Any:
    """The *value* as JSON, with objects of earlier answers as dicts."""
    if isinstance(value, Record):
        return value.model_dump(by_alias=True, exclude_none=True)
    if is_object(value):
        return {name: _wire(one) for name, one in value.items()}
    if is_array(value):
        return [_wire(one) for one in value]
    return value


class ChatCompletions:
    """Chat completions of models and applications."""

    def __init__(self, session: Session, api_version: str | None) -> None:
        self._session = session
        self._api_version = api_version

    @overload
    def create(
        self,
        *,
        deployment_name: str,
        messages: Sequence[Message],
        stream: Literal[False] = False,
        api_version: str | None = None,
        **options: Unpack[CreateOptions],
    ) -> ChatCompletionResponse: ...

    @overload
    def create(
        self,
        *,
        deployment_name: str,
        messages: Sequence[Message],
        stream: Literal[True],
        api_version: str | None = None,
        **options: Unpack[CreateOptions],
    ) -> ChatCompletionStream: ...

    @overload
    def create(
        self,
        *,
        deployment_name: str,
        messages: Sequence[Message],
        stream: bool,
        api_version: str | None = None,
        **options: Unpack[CreateOptions],
    ) -> ChatCompletionResponse | ChatCompletionStream: ...

    def create(
        self,
        *,
        deployment_name: str,
        messages: Sequence[Message],
        stream: bool = False,
        api_version: str | None = None,
        **options: Unpack[CreateOptions],
    ) -> ChatCompletionResponse | ChatCompletionStream:
        """
        One answer, or with *stream* its chunks as they arrive.

        Args:
            deployment_name: Id of the deployment; slashes are fine.
            messages: The chat; messages of earlier answers may be among the dicts.
            stream: Give chunks instead of the whole.
            api_version: Version of the upstream's API; by default the client's.
            options: See `CreateOptions`.

        Raises:
            DialException: The call failed, or later the stream.
            TypeError: An option is unknown.
        """
        version = api_version or self._api_version
        request = _prepared(self._session, deployment_name, messages, stream, version, options)
        if stream:
            client = self._session.client.with_settings(request.settings)
            opened = client.stream(_STREAM, *request.asked)
            return ChatCompletionStream(opened).begin()
        return self._session.run(request.fetched(), chat=True)


class AsyncChatCompletions:
    """Same as `ChatCompletions`, for asyncio."""

    def __init__(self, session: AsyncSession, api_version: str | None) -> None:
        self._session = session
        self._api_version = api_version

    @overload
    async def create(
        self,
        *,
        deployment_name: str,
        messages: Sequence[Message],
        stream: Literal[False] = False,
        api_version: str | None = None,
        **options: Unpack[CreateOptions],
    ) -> ChatCompletionResponse: ...

    @overload
    async def create(
        self,
        *,
        deployment_name: str,
        messages: Sequence[Message],
        stream: Literal[True],
        api_version: str | None = None,
        **options: Unpack[CreateOptions],
    ) -> AsyncChatCompletionStream: ...

    @overload
    async def create(
        self,
        *,
        deployment_name: str,
        messages: Sequence[Message],
        stream: bool,
        api_version: str | None = None,
        **options: Unpack[CreateOptions],
    ) -> ChatCompletionResponse | AsyncChatCompletionStream: ...

    async def create(
        self,
        *,
        deployment_name: str,
        messages: Sequence[Message],
        stream: bool = False,
        api_version: str | None = None,
        **options: Unpack[CreateOptions],
    ) -> ChatCompletionResponse | AsyncChatCompletionStream:
        """Same as `ChatCompletions.create`."""
        version = api_version or self._api_version
        request = _prepared(self._session, deployment_name, messages, stream, version, options)
        if stream:
            client = self._session.client.with_settings(request.settings)
            opened = client.stream(_STREAM, *request.asked)
            return await AsyncChatCompletionStream(opened).begin()
        return await self._session.run(request.fetched(), chat=True)


class Chat:
    """Chats."""

    def __init__(self, session: Session, api_version: str | None) -> None:
        self.completions = ChatCompletions(session, api_version)


class AsyncChat:
    """Same as `Chat`, for asyncio."""

    def __init__(self, session: AsyncSession, api_version: str | None) -> None:
        self.completions = AsyncChatCompletions(session, api_version)
