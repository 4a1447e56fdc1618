"""
`client.client_channel`: asks the user behind a channel to sign in to toolsets.

Source: aidial-client 0.18, resources.client_channel: a JSON-RPC batch, answered by one event.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, final

from polyvox.compat.aidial_client.errors import DialException, ParsingDataError
from polyvox.compat.aidial_client.session import AsyncSession, Session, TimeoutLike, timeouts_of
from polyvox.compat.aidial_client.types.client_channel import SigninResult
from polyvox.errors import StreamTruncated
from polyvox_api.dial.operations import client_channel as channel_api
from polyvox_core.calling import Call
from polyvox_core.client import CallOptions
from polyvox_core.flow import Flow
from polyvox_core.model import UNSET
from polyvox_core.settings import Settings
from polyvox_core.shapes import is_array, is_object
from polyvox_core.streaming import Items

__all__ = ["NOT_GIVEN", "AsyncClientChannel", "ClientChannel", "NotGiven"]


@final
class NotGiven:
    """The type of `NOT_GIVEN`: an argument that was left out, where None has a meaning."""

    def __bool__(self) -> bool:
        """Return False."""
        return False

    def __repr__(self) -> str:
        """Return the name it is imported by."""
        return "NOT_GIVEN"


NOT_GIVEN: Final = NotGiven()
_INTERACT = channel_api.INTERACT_CLIENT_CHANNEL.raw()


def _signin(
    settings: Settings,
    channel_id: str,
    toolset_ids: Sequence[str],
    timeout: float | TimeoutLike | NotGiven | None,
) -> Flow[dict[str, SigninResult]]:
    if not toolset_ids:
        return {}
    batch = [
        {
            "jsonrpc": "2.0",
            "method": "toolset/signin",
            "params": {"toolsetId": toolset_id},
            "id": str(number),
        }
        for number, toolset_id in enumerate(toolset_ids, 1)
    ]
    # A user is asked once: nothing is sent again.
    limits = UNSET if isinstance(timeout, NotGiven) else timeouts_of(timeout)
    options = CallOptions(timeout=limits, retry=False)
    arguments = {"X-DIAL-CLIENT-CHANNEL-ID": channel_id}
    items = Items(Call(settings, _INTERACT, arguments, batch, options))
    try:
        yield from items.open()
        found = yield from items.pull()
    except StreamTruncated as error:
        msg = "The client channel was closed before it answered."
        raise DialException(msg, status_code=504) from error
    yield from items.close()
    answers = _answers(found[0])
    return {
        toolset_id: _result(answers.get(str(number)))
        for number, toolset_id in enumerate(toolset_ids, 1)
    }


def _answers(event: Any) -> dict[str, Any]:
    """The JSON-RPC answers in *event*, by their ids."""
    found: dict[str, Any] = {}
    for answer in event if is_array(event) else [event]:
        if not is_object(answer) or answer.get("jsonrpc") != "2.0" or "id" not in answer:
            msg = f"The client channel answered with something that is not JSON-RPC: {answer!r}"
            raise ParsingDataError(msg[:500])
        found[str(answer["id"])] = answer.get("result")
    return found


def _result(value: Any) -> SigninResult:
    known = {member.value for member in SigninResult}
    return SigninResult(value) if isinstance(value, str) and value in known else SigninResult.ERROR


class ClientChannel:
    """Channels over which an application asks its user for something."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def signin_toolsets(
        self,
        *,
        channel_id: str,
        toolset_ids: Sequence[str],
        timeout: float | TimeoutLike | NotGiven | None = NOT_GIVEN,
    ) -> dict[str, SigninResult]:
        """
        Ask the user behind a channel to sign in to toolsets, and wait for all of them.

        Args:
            channel_id: The channel, as the application was told it.
            toolset_ids: The toolsets.
            timeout: Limits in seconds; by default the client's.

        Raises:
            DialException: 504 when the channel closed without an answer.
            ParsingDataError: The answer is not JSON-RPC.
        """
        flow = _signin(self._session.settings, channel_id, toolset_ids, timeout)
        return self._session.run(flow)


class AsyncClientChannel:
    """Same as `ClientChannel`, for asyncio."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def signin_toolsets(
        self,
        *,
        channel_id: str,
        toolset_ids: Sequence[str],
        timeout: float | TimeoutLike | NotGiven | None = NOT_GIVEN,  # noqa: ASYNC109 - as in aidial-client
    ) -> dict[str, SigninResult]:
        """Same as `ClientChannel.signin_toolsets`."""
        flow = _signin(self._session.settings, channel_id, toolset_ids, timeout)
        return await self._session.run(flow)
