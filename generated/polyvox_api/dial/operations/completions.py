"""Operations of AI DIAL: completions. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.model import UNSET, Unset
from polyvox_core.operation import EndRule, Operation, Parameter, StreamRule, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions
    from polyvox_core.streams import AsyncStream, Stream

    from ..models.completions import Completion, CompletionChunk, CompletionRequest

__all__ = [
    "AsyncCompletionsOperations",
    "CREATE_COMPLETION",
    "CREATE_COMPLETION_STREAM",
    "CompletionsOperations",
]

CREATE_COMPLETION: Operation[Completion] = Operation(
    id="create_completion",
    method="POST",
    path="/openai/deployments/{deployment_name}/completions",
    decode=late(__name__, "..models.completions", "decode_completion"),
    parameters=(
        Parameter("deployment_name", "path", segments=True),
        Parameter("api-version", "query"),
    ),
    body="json",
    encode=late(__name__, "..models.completions", "encode_completion_request"),
)
CREATE_COMPLETION_STREAM: Operation[CompletionChunk] = Operation(
    id="create_completion_stream",
    method="POST",
    path="/openai/deployments/{deployment_name}/completions",
    decode=late(__name__, "..models.completions", "decode_completion_chunk"),
    parameters=(
        Parameter("deployment_name", "path", segments=True),
        Parameter("api-version", "query"),
    ),
    body="json",
    encode=late(__name__, "..models.completions", "encode_completion_request"),
    stream=StreamRule(
        "sse",
        ends=(
            EndRule(data="[DONE]"),
            EndRule(path="/choices/*/finish_reason"),
        ),
        constants={"stream": True},
    ),
)


class CompletionsOperations:
    """Text completions in the older prompt-and-text form."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def create_completion(
        self,
        deployment_name: str,
        *,
        body: CompletionRequest,
        api_version: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> Completion:
        """
        Continue a prompt with a deployed model.

        Sends a prompt and returns its continuations, whole or as server-sent events. Core routes it
        like a chat completion and passes both bodies through. The shape is that of the older OpenAI
        completions; it was not seen through Core, so every field of the answer is optional.

        Args:
            deployment_name: Id of the deployment; stored applications contain slashes.
            api_version: Version of the upstream API. Core forwards it unchecked; Azure models need
                it.
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The continuations, whole or as a stream of chunks.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core RouteTemplate (2026) for the route.
        """
        return self._client.call(
            CREATE_COMPLETION,
            {"deployment_name": deployment_name, "api-version": api_version},
            body,
            options,
        )

    def create_completion_stream(
        self,
        deployment_name: str,
        *,
        body: CompletionRequest,
        api_version: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> Stream[CompletionChunk]:
        """
        Continue a prompt with a deployed model.

        Sends a prompt and returns its continuations, whole or as server-sent events. Core routes it
        like a chat completion and passes both bodies through. The shape is that of the older OpenAI
        completions; it was not seen through Core, so every field of the answer is optional.

        Args:
            deployment_name: Id of the deployment; stored applications contain slashes.
            api_version: Version of the upstream API. Core forwards it unchecked; Azure models need
                it.
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            A stream that opens when entered or first read.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core RouteTemplate (2026) for the route.
        """
        return self._client.stream(
            CREATE_COMPLETION_STREAM,
            {"deployment_name": deployment_name, "api-version": api_version},
            body,
            options,
        )


class AsyncCompletionsOperations:
    """Same as `CompletionsOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def create_completion(
        self,
        deployment_name: str,
        *,
        body: CompletionRequest,
        api_version: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> Completion:
        """Same as `CompletionsOperations.create_completion`."""
        return await self._client.call(
            CREATE_COMPLETION,
            {"deployment_name": deployment_name, "api-version": api_version},
            body,
            options,
        )

    def create_completion_stream(
        self,
        deployment_name: str,
        *,
        body: CompletionRequest,
        api_version: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> AsyncStream[CompletionChunk]:
        """Same as `CompletionsOperations.create_completion_stream`."""
        return self._client.stream(
            CREATE_COMPLETION_STREAM,
            {"deployment_name": deployment_name, "api-version": api_version},
            body,
            options,
        )
