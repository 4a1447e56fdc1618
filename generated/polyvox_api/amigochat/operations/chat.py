"""Operations of AmigoChat: chat. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.model import UNSET, Unset
from polyvox_core.operation import EndRule, Operation, Parameter, StreamRule, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions
    from polyvox_core.streams import AsyncStream, Stream

    from ..models.chat import ChatAnswer, ChatChunk, ChatRequest

__all__ = [
    "AsyncChatOperations",
    "CREATE_CHAT_COMPLETION",
    "CREATE_CHAT_COMPLETION_STREAM",
    "ChatOperations",
]

CREATE_CHAT_COMPLETION: Operation[ChatAnswer] = Operation(
    id="create_chat_completion",
    method="POST",
    path="/v1/chat/completions",
    decode=late(__name__, "..models.chat", "decode_chat_answer"),
    parameters=(
        Parameter("x-device-language", "header"),
        Parameter("x-device-platform", "header"),
        Parameter("x-device-uuid", "header"),
        Parameter("x-device-version", "header"),
    ),
    body="json",
    encode=late(__name__, "..models.chat", "encode_chat_request"),
)
CREATE_CHAT_COMPLETION_STREAM: Operation[ChatChunk] = Operation(
    id="create_chat_completion_stream",
    method="POST",
    path="/v1/chat/completions",
    decode=late(__name__, "..models.chat", "decode_chat_chunk"),
    parameters=(
        Parameter("x-device-language", "header"),
        Parameter("x-device-platform", "header"),
        Parameter("x-device-uuid", "header"),
        Parameter("x-device-version", "header"),
    ),
    body="json",
    encode=late(__name__, "..models.chat", "encode_chat_request"),
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
    """Conversations, answered as a whole or as a stream."""

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
        *,
        body: ChatRequest,
        x_device_language: str | Unset = UNSET,
        x_device_platform: str | Unset = UNSET,
        x_device_uuid: str | Unset = UNSET,
        x_device_version: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ChatAnswer:
        """
        Answer a conversation with a model and its persona.

        Sends the messages and returns the answer, whole or as server-sent events. Clients send the
        whole conversation each time; whether the server remembers anything under `chatId` is
        unknown. Four shapes of an answer were seen with `stream: false`: a text under `message`, a
        completion under `message`, a plain completion (inferred), and a stream of events
        nevertheless. Text of a chunk stands in `choices[0].delta.content`, in `choices[0].text`, or
        in `choices[0].message.content`; `[DONE]` may be missing. The daily quota ends with a plain
        text about the balance; its status is unknown.

        Args:
            x_device_language: Language of the caller's device; `en-US`, `en` and `id` were seen.
            x_device_platform: Kind of the caller's device; `web`, or `android` in mobile clients.
            x_device_uuid: A version 4 UUID of the caller's device. The free quota seems to hang on
                it (inferred). Keep one for the lifetime of a client.
            x_device_version: Version of the calling application; 1.0.5 to 1.0.45 were seen in 2024,
                1.1.11 in 2025.
            body: The conversation, the model and how to sample.
            options: Limits, retries and headers of this call alone.

        Returns:
            The answer, whole or as a stream of chunks.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: gpt4free, Provider/AmigoChat (2024-10 to 2025-02), and six other public clients of
        2024 and 2025.
        """
        return self._client.call(
            CREATE_CHAT_COMPLETION,
            {
                "x-device-language": x_device_language,
                "x-device-platform": x_device_platform,
                "x-device-uuid": x_device_uuid,
                "x-device-version": x_device_version,
            },
            body,
            options,
        )

    def create_chat_completion_stream(
        self,
        *,
        body: ChatRequest,
        x_device_language: str | Unset = UNSET,
        x_device_platform: str | Unset = UNSET,
        x_device_uuid: str | Unset = UNSET,
        x_device_version: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> Stream[ChatChunk]:
        """
        Answer a conversation with a model and its persona.

        Sends the messages and returns the answer, whole or as server-sent events. Clients send the
        whole conversation each time; whether the server remembers anything under `chatId` is
        unknown. Four shapes of an answer were seen with `stream: false`: a text under `message`, a
        completion under `message`, a plain completion (inferred), and a stream of events
        nevertheless. Text of a chunk stands in `choices[0].delta.content`, in `choices[0].text`, or
        in `choices[0].message.content`; `[DONE]` may be missing. The daily quota ends with a plain
        text about the balance; its status is unknown.

        Args:
            x_device_language: Language of the caller's device; `en-US`, `en` and `id` were seen.
            x_device_platform: Kind of the caller's device; `web`, or `android` in mobile clients.
            x_device_uuid: A version 4 UUID of the caller's device. The free quota seems to hang on
                it (inferred). Keep one for the lifetime of a client.
            x_device_version: Version of the calling application; 1.0.5 to 1.0.45 were seen in 2024,
                1.1.11 in 2025.
            body: The conversation, the model and how to sample.
            options: Limits, retries and headers of this call alone.

        Returns:
            A stream that opens when entered or first read.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: gpt4free, Provider/AmigoChat (2024-10 to 2025-02), and six other public clients of
        2024 and 2025.
        """
        return self._client.stream(
            CREATE_CHAT_COMPLETION_STREAM,
            {
                "x-device-language": x_device_language,
                "x-device-platform": x_device_platform,
                "x-device-uuid": x_device_uuid,
                "x-device-version": x_device_version,
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
        *,
        body: ChatRequest,
        x_device_language: str | Unset = UNSET,
        x_device_platform: str | Unset = UNSET,
        x_device_uuid: str | Unset = UNSET,
        x_device_version: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ChatAnswer:
        """Same as `ChatOperations.create_chat_completion`."""
        return await self._client.call(
            CREATE_CHAT_COMPLETION,
            {
                "x-device-language": x_device_language,
                "x-device-platform": x_device_platform,
                "x-device-uuid": x_device_uuid,
                "x-device-version": x_device_version,
            },
            body,
            options,
        )

    def create_chat_completion_stream(
        self,
        *,
        body: ChatRequest,
        x_device_language: str | Unset = UNSET,
        x_device_platform: str | Unset = UNSET,
        x_device_uuid: str | Unset = UNSET,
        x_device_version: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> AsyncStream[ChatChunk]:
        """Same as `ChatOperations.create_chat_completion_stream`."""
        return self._client.stream(
            CREATE_CHAT_COMPLETION_STREAM,
            {
                "x-device-language": x_device_language,
                "x-device-platform": x_device_platform,
                "x-device-uuid": x_device_uuid,
                "x-device-version": x_device_version,
            },
            body,
            options,
        )
