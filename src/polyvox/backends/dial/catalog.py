"""
`client.deployments`, `models`, `applications` and `user` of AI DIAL.

Answers are the generated client's own classes: every field that a server left out reads as
`UNSET`, and what the specification does not know is in `extra`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, Unpack

from polyvox.backends.dial.identity import FIELDS
from polyvox.backends.dial.ops import simple
from polyvox.backends.inputs import CallKeywords
from polyvox.backends.namespaces import Namespace
from polyvox_api.dial.operations import applications as applications_api
from polyvox_api.dial.operations import deployments as deployments_api
from polyvox_api.dial.operations import models as models_api
from polyvox_api.dial.operations import user as user_api
from polyvox_core.client import ApiClient, AsyncApiClient
from polyvox_core.flow import Flow

if TYPE_CHECKING:
    from polyvox_api.dial.models import (
        AnyDeployment,
        ApplicationDeployment,
        Deployment,
        DeploymentName,
        LimitStats,
        ModelDeployment,
        UserInfo,
        UserLimits,
    )

    DeploymentNames: TypeAlias = list[DeploymentName]

__all__ = [
    "Applications",
    "AsyncApplications",
    "AsyncDeployments",
    "AsyncModels",
    "AsyncUser",
    "Deployments",
    "Models",
    "User",
]


def _listed(flow: Flow[Any]) -> Flow[list[Any]]:
    """The items of a listing's answer."""
    answer = yield from flow
    return list(answer.data)


class Deployments:
    """What is deployed: models, applications and more."""

    def __init__(self, client: ApiClient) -> None:
        self._client = client

    def list(self, **options: Unpack[CallKeywords]) -> list[Deployment]:
        """All deployments that you may use."""
        return self._client.run(
            _listed(simple(self._client.settings, deployments_api.LIST_DEPLOYMENTS, {}, options))
        )

    def get(self, name: str, **options: Unpack[CallKeywords]) -> AnyDeployment:
        """One deployment of any kind; `NotFound` when there is none."""
        return self._client.run(
            simple(
                self._client.settings,
                deployments_api.GET_DEPLOYMENT,
                {"deployment_name": name},
                options,
            )
        )

    def names(self, *kinds: str, **options: Unpack[CallKeywords]) -> DeploymentNames:
        """
        Ids and kinds of all deployments; *kinds* are model, application, toolset.

        Newer Core only.
        """
        return self._client.run(
            simple(
                self._client.settings,
                deployments_api.LIST_DEPLOYMENT_NAMES,
                {"type": list(kinds) or None},
                options,
            )
        )

    def configuration(self, name: str, **options: Unpack[CallKeywords]) -> Any:
        """JSON Schema of what `custom_fields.configuration` may hold; None without one."""
        return self._client.run(
            simple(
                self._client.settings,
                deployments_api.GET_DEPLOYMENT_CONFIGURATION.raw(),
                {"deployment_name": name},
                options,
            )
        )

    def limits(self, name: str, **options: Unpack[CallKeywords]) -> LimitStats:
        """Your token, request and cost limits, and what is used of them."""
        return self._client.run(
            simple(
                self._client.settings,
                deployments_api.GET_DEPLOYMENT_LIMITS,
                {"deployment_name": name},
                options,
            )
        )


class AsyncDeployments:
    """Same as `Deployments`, for asyncio."""

    def __init__(self, client: AsyncApiClient) -> None:
        self._client = client

    async def list(self, **options: Unpack[CallKeywords]) -> list[Deployment]:
        """Same as `Deployments.list`."""
        return await self._client.run(
            _listed(simple(self._client.settings, deployments_api.LIST_DEPLOYMENTS, {}, options))
        )

    async def get(self, name: str, **options: Unpack[CallKeywords]) -> AnyDeployment:
        """Same as `Deployments.get`."""
        return await self._client.run(
            simple(
                self._client.settings,
                deployments_api.GET_DEPLOYMENT,
                {"deployment_name": name},
                options,
            )
        )

    async def names(self, *kinds: str, **options: Unpack[CallKeywords]) -> DeploymentNames:
        """Same as `Deployments.names`."""
        return await self._client.run(
            simple(
                self._client.settings,
                deployments_api.LIST_DEPLOYMENT_NAMES,
                {"type": list(kinds) or None},
                options,
            )
        )

    async def configuration(self, name: str, **options: Unpack[CallKeywords]) -> Any:
        """Same as `Deployments.configuration`."""
        return await self._client.run(
            simple(
                self._client.settings,
                deployments_api.GET_DEPLOYMENT_CONFIGURATION.raw(),
                {"deployment_name": name},
                options,
            )
        )

    async def limits(self, name: str, **options: Unpack[CallKeywords]) -> LimitStats:
        """Same as `Deployments.limits`."""
        return await self._client.run(
            simple(
                self._client.settings,
                deployments_api.GET_DEPLOYMENT_LIMITS,
                {"deployment_name": name},
                options,
            )
        )


class Models(Namespace, of=FIELDS):
    """Models among the deployments."""

    def __init__(self, client: ApiClient) -> None:
        self._client = client

    def list(self, **options: Unpack[CallKeywords]) -> list[ModelDeployment]:
        """All models that you may use."""
        return self._client.run(
            _listed(simple(self._client.settings, models_api.LIST_MODELS, {}, options))
        )

    def get(self, name: str, **options: Unpack[CallKeywords]) -> ModelDeployment:
        """One model; `NotFound` when there is none."""
        return self._client.run(
            simple(self._client.settings, models_api.GET_MODEL, {"model_name": name}, options)
        )


class AsyncModels(Namespace, of=FIELDS):
    """Same as `Models`, for asyncio."""

    def __init__(self, client: AsyncApiClient) -> None:
        self._client = client

    async def list(self, **options: Unpack[CallKeywords]) -> list[ModelDeployment]:
        """Same as `Models.list`."""
        return await self._client.run(
            _listed(simple(self._client.settings, models_api.LIST_MODELS, {}, options))
        )

    async def get(self, name: str, **options: Unpack[CallKeywords]) -> ModelDeployment:
        """Same as `Models.get`."""
        return await self._client.run(
            simple(self._client.settings, models_api.GET_MODEL, {"model_name": name}, options)
        )


class Applications:
    """Applications among the deployments."""

    def __init__(self, client: ApiClient) -> None:
        self._client = client

    def list(self, **options: Unpack[CallKeywords]) -> list[ApplicationDeployment]:
        """All applications that you may use."""
        return self._client.run(
            _listed(simple(self._client.settings, applications_api.LIST_APPLICATIONS, {}, options))
        )

    def get(self, name: str, **options: Unpack[CallKeywords]) -> ApplicationDeployment:
        """One application; `NotFound` when there is none."""
        return self._client.run(
            simple(
                self._client.settings,
                applications_api.GET_APPLICATION,
                {"application_name": name},
                options,
            )
        )


class AsyncApplications:
    """Same as `Applications`, for asyncio."""

    def __init__(self, client: AsyncApiClient) -> None:
        self._client = client

    async def list(self, **options: Unpack[CallKeywords]) -> list[ApplicationDeployment]:
        """Same as `Applications.list`."""
        return await self._client.run(
            _listed(simple(self._client.settings, applications_api.LIST_APPLICATIONS, {}, options))
        )

    async def get(self, name: str, **options: Unpack[CallKeywords]) -> ApplicationDeployment:
        """Same as `Applications.get`."""
        return await self._client.run(
            simple(
                self._client.settings,
                applications_api.GET_APPLICATION,
                {"application_name": name},
                options,
            )
        )


class User:
    """Who the credential belongs to."""

    def __init__(self, client: ApiClient) -> None:
        self._client = client

    def info(self, **options: Unpack[CallKeywords]) -> UserInfo:
        """Roles, project and claims."""
        return self._client.run(simple(self._client.settings, user_api.GET_USER_INFO, {}, options))

    def limits(self, **options: Unpack[CallKeywords]) -> UserLimits:
        """Limits over all deployments. Newest Core only."""
        return self._client.run(
            simple(self._client.settings, user_api.GET_USER_LIMITS, {}, options)
        )

    def usage(self, **options: Unpack[CallKeywords]) -> UserLimits:
        """The same without entries that are all zero. Newest Core only."""
        return self._client.run(simple(self._client.settings, user_api.GET_USER_USAGE, {}, options))


class AsyncUser:
    """Same as `User`, for asyncio."""

    def __init__(self, client: AsyncApiClient) -> None:
        self._client = client

    async def info(self, **options: Unpack[CallKeywords]) -> UserInfo:
        """Same as `User.info`."""
        return await self._client.run(
            simple(self._client.settings, user_api.GET_USER_INFO, {}, options)
        )

    async def limits(self, **options: Unpack[CallKeywords]) -> UserLimits:
        """Same as `User.limits`."""
        return await self._client.run(
            simple(self._client.settings, user_api.GET_USER_LIMITS, {}, options)
        )

    async def usage(self, **options: Unpack[CallKeywords]) -> UserLimits:
        """Same as `User.usage`."""
        return await self._client.run(
            simple(self._client.settings, user_api.GET_USER_USAGE, {}, options)
        )
