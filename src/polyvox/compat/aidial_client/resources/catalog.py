"""
`client.deployments`, `application`, `model` and `toolset`: what is deployed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias, TypeVar

from polyvox.compat.aidial_client.session import AsyncSession, Session, fetched, shaped
from polyvox.compat.aidial_client.types.application import Application as ApplicationInfo
from polyvox.compat.aidial_client.types.deployment import Deployment, DeploymentName
from polyvox.compat.aidial_client.types.model import ModelInfo
from polyvox.compat.aidial_client.types.record import JsonObject, Record
from polyvox.compat.aidial_client.types.toolset import ToolsetInfo
from polyvox_api.dial.operations import applications as applications_api
from polyvox_api.dial.operations import deployments as deployments_api
from polyvox_api.dial.operations import models as models_api
from polyvox_api.dial.operations import toolsets as toolsets_api
from polyvox_core.flow import Flow
from polyvox_core.settings import Settings
from polyvox_core.shapes import is_object

__all__ = [
    "Application",
    "AsyncApplication",
    "AsyncDeployments",
    "AsyncModel",
    "AsyncToolset",
    "Deployments",
    "Model",
    "Toolset",
]

R = TypeVar("R", bound=Record)
DeploymentNames: TypeAlias = list[DeploymentName]


def _listing(cls: type[R]) -> Callable[[Any], list[R]]:
    """Reads the items of a listing, which newer servers wrap in an object."""

    def read(value: Any) -> list[R]:
        items = value["data"] if is_object(value) else value
        return [cls.of(item) for item in items]

    return read


_DEPLOYMENTS = shaped(deployments_api.LIST_DEPLOYMENTS, _listing(Deployment))
_DEPLOYMENT = shaped(deployments_api.GET_DEPLOYMENT, Deployment.of)
_NAMES = shaped(deployments_api.LIST_DEPLOYMENT_NAMES, _listing(DeploymentName))
_CONFIGURATION = deployments_api.GET_DEPLOYMENT_CONFIGURATION.raw()
_APPLICATIONS = shaped(applications_api.LIST_APPLICATIONS, _listing(ApplicationInfo))
_APPLICATION = shaped(applications_api.GET_APPLICATION, ApplicationInfo.of)
_MODEL = shaped(models_api.GET_MODEL, ModelInfo.of)
_TOOLSET = shaped(toolsets_api.GET_TOOLSET, ToolsetInfo.of)


def _names(settings: Settings, types: Sequence[str] | None) -> Flow[DeploymentNames]:
    """Ids and kinds of all deployments."""
    return fetched(settings, _NAMES, {"type": list(types) if types else None})


def _configuration(settings: Settings, deployment_id: str) -> Flow[JsonObject]:
    """The JSON Schema of a deployment's configuration; empty without one."""
    found = yield from fetched(settings, _CONFIGURATION, {"deployment_name": deployment_id})
    return found or {}


class Deployments:
    """What is deployed: models, applications and more."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def list(self) -> list[Deployment]:
        """All deployments that you may use."""
        return self._session.run(fetched(self._session.settings, _DEPLOYMENTS))

    def list_names(self, types: Sequence[str] | None = None) -> DeploymentNames:
        """Ids and kinds of all deployments; *types* are model, application, toolset."""
        return self._session.run(_names(self._session.settings, types))

    def get(self, deployment_id: str) -> Deployment:
        """One deployment of any kind."""
        arguments = {"deployment_name": deployment_id}
        return self._session.run(fetched(self._session.settings, _DEPLOYMENT, arguments))

    def get_configuration_schema(self, deployment_id: str) -> JsonObject:
        """JSON Schema of what `custom_fields.configuration` may hold; `{}` without one."""
        return self._session.run(_configuration(self._session.settings, deployment_id))


class AsyncDeployments:
    """Same as `Deployments`, for asyncio."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def list(self) -> list[Deployment]:
        """Same as `Deployments.list`."""
        return await self._session.run(fetched(self._session.settings, _DEPLOYMENTS))

    async def list_names(self, types: Sequence[str] | None = None) -> DeploymentNames:
        """Same as `Deployments.list_names`."""
        return await self._session.run(_names(self._session.settings, types))

    async def get(self, deployment_id: str) -> Deployment:
        """Same as `Deployments.get`."""
        arguments = {"deployment_name": deployment_id}
        return await self._session.run(fetched(self._session.settings, _DEPLOYMENT, arguments))

    async def get_configuration_schema(self, deployment_id: str) -> JsonObject:
        """Same as `Deployments.get_configuration_schema`."""
        return await self._session.run(_configuration(self._session.settings, deployment_id))


class Application:
    """Applications among the deployments."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def list(self) -> list[ApplicationInfo]:
        """All applications that you may use."""
        return self._session.run(fetched(self._session.settings, _APPLICATIONS))

    def get(self, app_id: str) -> ApplicationInfo:
        """One application."""
        arguments = {"application_name": app_id}
        return self._session.run(fetched(self._session.settings, _APPLICATION, arguments))


class AsyncApplication:
    """Same as `Application`, for asyncio."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def list(self) -> list[ApplicationInfo]:
        """Same as `Application.list`."""
        return await self._session.run(fetched(self._session.settings, _APPLICATIONS))

    async def get(self, app_id: str) -> ApplicationInfo:
        """Same as `Application.get`."""
        arguments = {"application_name": app_id}
        return await self._session.run(fetched(self._session.settings, _APPLICATION, arguments))


class Model:
    """Models among the deployments."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, model_name: str) -> ModelInfo:
        """One model."""
        arguments = {"model_name": model_name}
        return self._session.run(fetched(self._session.settings, _MODEL, arguments))


class AsyncModel:
    """Same as `Model`, for asyncio."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, model_name: str) -> ModelInfo:
        """Same as `Model.get`."""
        arguments = {"model_name": model_name}
        return await self._session.run(fetched(self._session.settings, _MODEL, arguments))


class Toolset:
    """Toolsets among the deployments."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, toolset_id: str) -> ToolsetInfo:
        """One toolset."""
        arguments = {"toolset_name": toolset_id}
        return self._session.run(fetched(self._session.settings, _TOOLSET, arguments))


class AsyncToolset:
    """Same as `Toolset`, for asyncio."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, toolset_id: str) -> ToolsetInfo:
        """Same as `Toolset.get`."""
        arguments = {"toolset_name": toolset_id}
        return await self._session.run(fetched(self._session.settings, _TOOLSET, arguments))
