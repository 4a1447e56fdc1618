"""Operations of AI DIAL: user. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.model import UNSET, Unset
from polyvox_core.operation import Operation, Parameter, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.user import LimitedDeploymentType, UserInfo, UserLimits

__all__ = [
    "AsyncUserOperations",
    "GET_USER_INFO",
    "GET_USER_LIMITS",
    "GET_USER_USAGE",
    "UserOperations",
]

GET_USER_INFO: Operation[UserInfo] = Operation(
    id="get_user_info",
    method="GET",
    path="/v1/user/info",
    decode=late(__name__, "..models.user", "decode_user_info"),
)
GET_USER_LIMITS: Operation[UserLimits] = Operation(
    id="get_user_limits",
    method="GET",
    path="/v1/user/limits",
    decode=late(__name__, "..models.user", "decode_user_limits"),
    parameters=(Parameter("deploymentTypes", "query", joined=True),),
)
GET_USER_USAGE: Operation[UserLimits] = Operation(
    id="get_user_usage",
    method="GET",
    path="/v1/user/usage",
    decode=late(__name__, "..models.user", "decode_user_limits"),
    parameters=(Parameter("deploymentTypes", "query", joined=True),),
)


class UserOperations:
    """The caller, with limits and usage over all deployments."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def get_user_info(
        self,
        *,
        options: CallOptions | None = None,
    ) -> UserInfo:
        """
        Tell who the server takes the caller for.

        A caller with an API key has a project, one with a token has claims.

        Args:
            options: Limits, retries and headers of this call alone.

        Returns:
            Roles and identity of the caller.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core UserInfoController; aidial-client 0.18, resources/user.
        """
        return self._client.call(GET_USER_INFO, {}, None, options)

    def get_user_limits(
        self,
        *,
        deployment_types: list[LimitedDeploymentType] | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> UserLimits:
        """
        Read the caller's limits and usage for every accessible deployment.

        Unlimited windows have the total 9223372036854775807. Money is counted for the caller as a
        whole, so the budget stands at the top level; cost windows inside a deployment are only its
        share of the spending.

        Args:
            deployment_types: Kinds of deployment to report on, models only when left out.
            options: Limits, retries and headers of this call alone.

        Returns:
            Limits and usage by deployment, and the caller's budget.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core LimitController.getUserLimits and UserLimitStats (2026).
        """
        return self._client.call(
            GET_USER_LIMITS, {"deploymentTypes": deployment_types}, None, options
        )

    def get_user_usage(
        self,
        *,
        deployment_types: list[LimitedDeploymentType] | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> UserLimits:
        """
        Read the caller's usage, without deployments that were never used.

        The shape of `get_user_limits`, with all entries left out whose usage is zero.

        Args:
            deployment_types: Kinds of deployment to report on, models only when left out.
            options: Limits, retries and headers of this call alone.

        Returns:
            Usage by deployment, and the caller's spending.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core LimitController.getUserUsage (2026).
        """
        return self._client.call(
            GET_USER_USAGE, {"deploymentTypes": deployment_types}, None, options
        )


class AsyncUserOperations:
    """Same as `UserOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def get_user_info(
        self,
        *,
        options: CallOptions | None = None,
    ) -> UserInfo:
        """Same as `UserOperations.get_user_info`."""
        return await self._client.call(GET_USER_INFO, {}, None, options)

    async def get_user_limits(
        self,
        *,
        deployment_types: list[LimitedDeploymentType] | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> UserLimits:
        """Same as `UserOperations.get_user_limits`."""
        return await self._client.call(
            GET_USER_LIMITS, {"deploymentTypes": deployment_types}, None, options
        )

    async def get_user_usage(
        self,
        *,
        deployment_types: list[LimitedDeploymentType] | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> UserLimits:
        """Same as `UserOperations.get_user_usage`."""
        return await self._client.call(
            GET_USER_USAGE, {"deploymentTypes": deployment_types}, None, options
        )
