"""Operations of AI DIAL: chat. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.model import UNSET, Unset
from polyvox_core.operation import EndRule, Operation, Parameter, StreamRule, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions
    from polyvox_core.streams import AsyncStream, Stream

    from ..models.chat import CachePolicy, ChatCompletion, ChatCompletionChunk
    from ..models.shared_chat import ChatCompletionRequest

__all__ = [
    "AsyncChatOperations",
    "CREATE_CHAT_COMPLETION",
    "CREATE_CHAT_COMPLETION_STREAM",
    "ChatOperations",
]

CREATE_CHAT_COMPLETION: Operation[ChatCompletion] = Operation(
    id="create_chat_completion",
    method="POST",
    path="/openai/deployments/{deployment_name}/chat/completions",
    decode=late(__name__, "..models.chat", "decode_chat_completion"),
    parameters=(
        Parameter("deployment_name", "path", segments=True),
        Parameter("api-version", "query"),
        Parameter("X-CONVERSATION-ID", "header"),
        Parameter("X-JOB-TITLE", "header"),
        Parameter("X-DIAL-CACHE-POLICY", "header"),
        Parameter("X-UPSTREAM-ID", "header"),
    ),
    body="json",
    encode=late(__name__, "..models.shared_chat", "encode_chat_completion_request"),
)
CREATE_CHAT_COMPLETION_STREAM: Operation[ChatCompletionChunk] = Operation(
    id="create_chat_completion_stream",
    method="POST",
    path="/openai/deployments/{deployment_name}/chat/completions",
    decode=late(__name__, "..models.chat", "decode_chat_completion_chunk"),
    parameters=(
        Parameter("deployment_name", "path", segments=True),
        Parameter("api-version", "query"),
        Parameter("X-CONVERSATION-ID", "header"),
        Parameter("X-JOB-TITLE", "header"),
        Parameter("X-DIAL-CACHE-POLICY", "header"),
        Parameter("X-UPSTREAM-ID", "header"),
    ),
    body="json",
    encode=late(__name__, "..models.shared_chat", "encode_chat_completion_request"),
    stream=StreamRule(
        "sse",
        ends=(
            EndRule(data="[DONE]"),
            EndRule(path="/choices/*/finish_reason"),
        ),
        constants={"stream": True},
    ),
)


class ChatOperations:
    """Chat completions of models and applications, as one answer or as a stream."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def create_chat_completion(
        self,
        deployment_name: str,
        *,
        body: ChatCompletionRequest,
        api_version: str | Unset = UNSET,
        x_conversation_id: str | Unset = UNSET,
        x_job_title: str | Unset = UNSET,
        x_dial_cache_policy: CachePolicy | Unset = UNSET,
        x_upstream_id: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ChatCompletion:
        """
        Answer a conversation with a deployed model or application.

        Sends the messages and returns the answer, whole or as server-sent events. Only `messages`
        is needed; `model` in the body never routes, the path does. Applications add stages,
        attachments and a state to the answer under `custom_content`. An error before the first
        chunk is an ordinary error answer; a later one arrives as an `error` object inside the
        stream, followed by `[DONE]`. Core pipes the bytes of the deployment through, comment lines
        such as `: heartbeat` included.

        Args:
            deployment_name: Id of the deployment; stored applications contain slashes, as in
                `applications/<bucket>/<path>`.
            api_version: Version of the upstream API. Core forwards it unchecked; Azure models need
                it.
            x_conversation_id: Groups the calls of one conversation in the logs and analytics of
                Core.
            x_job_title: Job title of the user, for the analytics of Core.
            x_dial_cache_policy: Whether Core prefers an upstream that is available or one that
                holds the cached prompt.
            x_upstream_id: Id of the upstream that should serve the call.
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The answer, whole or as a stream of chunks.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core docs/open_api_core.yaml (2026) and RouteTemplate (2026); the stream as
        sent by an aidial-sdk 0.46 application.
        """
        return self._client.call(
            CREATE_CHAT_COMPLETION,
            {
                "deployment_name": deployment_name,
                "api-version": api_version,
                "X-CONVERSATION-ID": x_conversation_id,
                "X-JOB-TITLE": x_job_title,
                "X-DIAL-CACHE-POLICY": x_dial_cache_policy,
                "X-UPSTREAM-ID": x_upstream_id,
            },
            body,
            options,
        )

    def create_chat_completion_stream(
        self,
        deployment_name: str,
        *,
        body: ChatCompletionRequest,
        api_version: str | Unset = UNSET,
        x_conversation_id: str | Unset = UNSET,
        x_job_title: str | Unset = UNSET,
        x_dial_cache_policy: CachePolicy | Unset = UNSET,
        x_upstream_id: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> Stream[ChatCompletionChunk]:
        """
        Answer a conversation with a deployed model or application.

        Sends the messages and returns the answer, whole or as server-sent events. Only `messages`
        is needed; `model` in the body never routes, the path does. Applications add stages,
        attachments and a state to the answer under `custom_content`. An error before the first
        chunk is an ordinary error answer; a later one arrives as an `error` object inside the
        stream, followed by `[DONE]`. Core pipes the bytes of the deployment through, comment lines
        such as `: heartbeat` included.

        Args:
            deployment_name: Id of the deployment; stored applications contain slashes, as in
                `applications/<bucket>/<path>`.
            api_version: Version of the upstream API. Core forwards it unchecked; Azure models need
                it.
            x_conversation_id: Groups the calls of one conversation in the logs and analytics of
                Core.
            x_job_title: Job title of the user, for the analytics of Core.
            x_dial_cache_policy: Whether Core prefers an upstream that is available or one that
                holds the cached prompt.
            x_upstream_id: Id of the upstream that should serve the call.
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            A stream that opens when entered or first read.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core docs/open_api_core.yaml (2026) and RouteTemplate (2026); the stream as
        sent by an aidial-sdk 0.46 application.
        """
        return self._client.stream(
            CREATE_CHAT_COMPLETION_STREAM,
            {
                "deployment_name": deployment_name,
                "api-version": api_version,
                "X-CONVERSATION-ID": x_conversation_id,
                "X-JOB-TITLE": x_job_title,
                "X-DIAL-CACHE-POLICY": x_dial_cache_policy,
                "X-UPSTREAM-ID": x_upstream_id,
            },
            body,
            options,
        )


class AsyncChatOperations:
    """Same as `ChatOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def create_chat_completion(
        self,
        deployment_name: str,
        *,
        body: ChatCompletionRequest,
        api_version: str | Unset = UNSET,
        x_conversation_id: str | Unset = UNSET,
        x_job_title: str | Unset = UNSET,
        x_dial_cache_policy: CachePolicy | Unset = UNSET,
        x_upstream_id: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ChatCompletion:
        """Same as `ChatOperations.create_chat_completion`."""
        return await self._client.call(
            CREATE_CHAT_COMPLETION,
            {
                "deployment_name": deployment_name,
                "api-version": api_version,
                "X-CONVERSATION-ID": x_conversation_id,
                "X-JOB-TITLE": x_job_title,
                "X-DIAL-CACHE-POLICY": x_dial_cache_policy,
                "X-UPSTREAM-ID": x_upstream_id,
            },
            body,
            options,
        )

    def create_chat_completion_stream(
        self,
        deployment_name: str,
        *,
        body: ChatCompletionRequest,
        api_version: str | Unset = UNSET,
        x_conversation_id: str | Unset = UNSET,
        x_job_title: str | Unset = UNSET,
        x_dial_cache_policy: CachePolicy | Unset = UNSET,
        x_upstream_id: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> AsyncStream[ChatCompletionChunk]:
        """Same as `ChatOperations.create_chat_completion_stream`."""
        return self._client.stream(
            CREATE_CHAT_COMPLETION_STREAM,
            {
                "deployment_name": deployment_name,
                "api-version": api_version,
                "X-CONVERSATION-ID": x_conversation_id,
                "X-JOB-TITLE": x_job_title,
                "X-DIAL-CACHE-POLICY": x_dial_cache_policy,
                "X-UPSTREAM-ID": x_upstream_id,
            },
            body,
            options,
        )
