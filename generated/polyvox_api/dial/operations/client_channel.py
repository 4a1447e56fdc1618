"""Operations of AI DIAL: client_channel. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.model import UNSET, Unset
from polyvox_core.operation import EndRule, Operation, Parameter, StreamRule, late, nothing

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions
    from polyvox_core.streams import AsyncStream, Stream

    from ..models.client_channel import (
        ClientChannelAnswer,
        ClientChannelQuestion,
        RpcReply,
        RpcRequest,
    )

__all__ = [
    "AsyncClientChannelOperations",
    "ClientChannelOperations",
    "INTERACT_CLIENT_CHANNEL",
    "REPORT_CLIENT_CHANNEL",
    "SUBSCRIBE_CLIENT_CHANNEL",
    "UNSUBSCRIBE_CLIENT_CHANNEL",
]

SUBSCRIBE_CLIENT_CHANNEL: Operation[RpcRequest] = Operation(
    id="subscribe_client_channel",
    method="POST",
    path="/v1/ops/client-channel/subscribe",
    decode=late(__name__, "..models.client_channel", "decode_rpc_request"),
    parameters=(Parameter("X-DIAL-CLIENT-CHANNEL-ID", "header"),),
    stream=StreamRule("sse", endless=True),
)
REPORT_CLIENT_CHANNEL: Operation[None] = Operation(
    id="report_client_channel",
    method="POST",
    path="/v1/ops/client-channel/report",
    decode=nothing,
    parameters=(Parameter("X-DIAL-CLIENT-CHANNEL-ID", "header"),),
    body="json",
    encode=late(__name__, "..models.client_channel", "encode_rpc_reply"),
    answer="empty",
)
UNSUBSCRIBE_CLIENT_CHANNEL: Operation[None] = Operation(
    id="unsubscribe_client_channel",
    method="POST",
    path="/v1/ops/client-channel/unsubscribe",
    decode=nothing,
    parameters=(Parameter("X-DIAL-CLIENT-CHANNEL-ID", "header"),),
    answer="empty",
)
INTERACT_CLIENT_CHANNEL: Operation[ClientChannelAnswer] = Operation(
    id="interact_client_channel",
    method="POST",
    path="/v1/ops/client-channel/interact",
    decode=late(__name__, "..models.client_channel", "decode_client_channel_answer"),
    parameters=(Parameter("X-DIAL-CLIENT-CHANNEL-ID", "header"),),
    body="json",
    encode=late(__name__, "..models.client_channel", "encode_client_channel_question"),
    stream=StreamRule("sse", ends=(EndRule(count=1),)),
)


class ClientChannelOperations:
    """Channels over which a deployment asks the caller for something, such as a sign-in."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def subscribe_client_channel(
        self,
        *,
        x_dial_client_channel_id: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> Stream[RpcRequest]:
        """
        Open a channel and receive the requests that deployments send to this user.

        The chat side of a client channel. Without the header the server opens a new channel and
        names it in the response header `X-DIAL-CLIENT-CHANNEL-ID`; with the header it resumes that
        channel. Send the same id along with chat completions, so that a deployment can reach the
        user. Each event is one JSON-RPC request, to be answered with `report_client_channel`. The
        stream has no end of its own; heartbeats are comment lines.

        Args:
            x_dial_client_channel_id: Channel to resume after a lost connection. Leave it out to
                open a new one.
            options: Limits, retries and headers of this call alone.

        Returns:
            A stream that opens when entered or first read.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core ClientChannelController.subscribe (2026).
        """
        return self._client.stream(
            SUBSCRIBE_CLIENT_CHANNEL,
            {"X-DIAL-CLIENT-CHANNEL-ID": x_dial_client_channel_id},
            None,
            options,
        )

    def report_client_channel(
        self,
        *,
        body: RpcReply,
        x_dial_client_channel_id: str,
        options: CallOptions | None = None,
    ) -> None:
        """
        Answer one request that arrived on a client channel.

        Carries the user's decision back to the waiting deployment. The id must be the one of the
        received request, unchanged: the server put the deployment's name in front of it. A missing
        header is a 400, a channel of somebody else a 403. The answer has no body.

        Args:
            x_dial_client_channel_id: Channel on which the request arrived.
            body: The JSON-RPC answer.
            options: Limits, retries and headers of this call alone.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core ClientChannelController.report (2026).
        """
        return self._client.call(
            REPORT_CLIENT_CHANNEL,
            {"X-DIAL-CLIENT-CHANNEL-ID": x_dial_client_channel_id},
            body,
            options,
        )

    def unsubscribe_client_channel(
        self,
        *,
        x_dial_client_channel_id: str,
        options: CallOptions | None = None,
    ) -> None:
        """
        Close a client channel for good.

        Request and answer have no body. A channel that is already gone is a 404 with the text
        `Channel is not found`.

        Args:
            x_dial_client_channel_id: Channel to close.
            options: Limits, retries and headers of this call alone.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core ClientChannelController.unsubscribe (2026).
        """
        return self._client.call(
            UNSUBSCRIBE_CLIENT_CHANNEL,
            {"X-DIAL-CLIENT-CHANNEL-ID": x_dial_client_channel_id},
            None,
            options,
        )

    def interact_client_channel(
        self,
        *,
        body: ClientChannelQuestion,
        x_dial_client_channel_id: str,
        options: CallOptions | None = None,
    ) -> Stream[ClientChannelAnswer]:
        """
        Ask the user at the other end of a client channel and wait for the answer.

        The deployment side of a client channel. Takes one JSON-RPC request or a batch. The status
        is 200 at once, heartbeats follow as comment lines, and one event brings the answer: an
        object for one request, an array for a batch, in order of arrival. The server then leaves
        the connection open, so the client closes it after that event. Give every request an id: a
        batch without ids is answered with an empty array and never delivered. Failures after the
        start (no header, unknown channel, body not understood) arrive as an object with `error` and
        a null id.

        Args:
            x_dial_client_channel_id: Channel of the user, as received with the chat request.
            body: One JSON-RPC request or a batch of them.
            options: Limits, retries and headers of this call alone.

        Returns:
            A stream that opens when entered or first read.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core ClientChannelController.interact (2026); aidial-client 0.18,
        resources/client_channel.
        """
        return self._client.stream(
            INTERACT_CLIENT_CHANNEL,
            {"X-DIAL-CLIENT-CHANNEL-ID": x_dial_client_channel_id},
            body,
            options,
        )


class AsyncClientChannelOperations:
    """Same as `ClientChannelOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def subscribe_client_channel(
        self,
        *,
        x_dial_client_channel_id: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> AsyncStream[RpcRequest]:
        """Same as `ClientChannelOperations.subscribe_client_channel`."""
        return self._client.stream(
            SUBSCRIBE_CLIENT_CHANNEL,
            {"X-DIAL-CLIENT-CHANNEL-ID": x_dial_client_channel_id},
            None,
            options,
        )

    async def report_client_channel(
        self,
        *,
        body: RpcReply,
        x_dial_client_channel_id: str,
        options: CallOptions | None = None,
    ) -> None:
        """Same as `ClientChannelOperations.report_client_channel`."""
        return await self._client.call(
            REPORT_CLIENT_CHANNEL,
            {"X-DIAL-CLIENT-CHANNEL-ID": x_dial_client_channel_id},
            body,
            options,
        )

    async def unsubscribe_client_channel(
        self,
        *,
        x_dial_client_channel_id: str,
        options: CallOptions | None = None,
    ) -> None:
        """Same as `ClientChannelOperations.unsubscribe_client_channel`."""
        return await self._client.call(
            UNSUBSCRIBE_CLIENT_CHANNEL,
            {"X-DIAL-CLIENT-CHANNEL-ID": x_dial_client_channel_id},
            None,
            options,
        )

    def interact_client_channel(
        self,
        *,
        body: ClientChannelQuestion,
        x_dial_client_channel_id: str,
        options: CallOptions | None = None,
    ) -> AsyncStream[ClientChannelAnswer]:
        """Same as `ClientChannelOperations.interact_client_channel`."""
        return self._client.stream(
            INTERACT_CLIENT_CHANNEL,
            {"X-DIAL-CLIENT-CHANNEL-ID": x_dial_client_channel_id},
            body,
            options,
        )
