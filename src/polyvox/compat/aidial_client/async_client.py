"""
`AsyncDial` with the constructor, properties and resources of aidial-client.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import PurePosixPath
from types import TracebackType
from typing import Any, Self

from polyvox.backends.connecting import ClientKeywords, new_async_client
from polyvox.compat.aidial_client.common import AsyncAuthValue, Common, connected
from polyvox.compat.aidial_client.resources.catalog import (
    AsyncApplication,
    AsyncDeployments,
    AsyncModel,
    AsyncToolset,
)
from polyvox.compat.aidial_client.resources.chat import AsyncChat
from polyvox.compat.aidial_client.resources.client_channel import AsyncClientChannel
from polyvox.compat.aidial_client.resources.files import AsyncFiles
from polyvox.compat.aidial_client.resources.identity import (
    AsyncBucket,
    AsyncResourcePermissions,
    AsyncUser,
    app_data,
)
from polyvox.compat.aidial_client.resources.metadata import AsyncMetadata
from polyvox.compat.aidial_client.resources.prompts import AsyncPrompts
from polyvox.compat.aidial_client.resources.skill_refs import AsyncSkillsRef
from polyvox.compat.aidial_client.session import (
    DEFAULT_TIMEOUT,
    AsyncSession,
    TimeoutLike,
    auth_headers,
)
from polyvox.compat.aidial_client.types.bucket import AppData
from polyvox_core.auth import concealed
from polyvox_core.client import AsyncApiClient

__all__ = ["AsyncDial"]


class AsyncDial(Common):
    """Same as `Dial`, for asyncio; credentials may come from coroutine functions too."""

    def __init__(
        self,
        *,
        base_url: str,
        api_key: AsyncAuthValue | None = None,
        bearer_token: AsyncAuthValue | None = None,
        max_retries: int = 2,
        timeout: float | TimeoutLike | None = DEFAULT_TIMEOUT,
        api_version: str | None = None,
        http_client: Any | None = None,
    ) -> None:
        api_key, bearer_token = concealed(api_key), concealed(bearer_token)
        own = ClientKeywords() if http_client is None else ClientKeywords(http_client=http_client)
        client = connected(
            new_async_client, own, base_url, api_key, bearer_token, max_retries, timeout
        )
        self._start(client, api_version)

    @classmethod
    def over(cls, client: AsyncApiClient, api_version: str | None) -> Self:
        """Same as `Dial.over`."""
        made = object.__new__(cls)
        made._start(client, api_version)
        return made

    def _start(self, client: AsyncApiClient, api_version: str | None) -> None:
        self._session = AsyncSession(client)
        self._settings = client.settings
        self._api_version = api_version

    @cached_property
    def chat(self) -> AsyncChat:
        """Same as `Dial.chat`."""
        return AsyncChat(self._session, self._api_version)

    @cached_property
    def deployments(self) -> AsyncDeployments:
        """Same as `Dial.deployments`."""
        return AsyncDeployments(self._session)

    @cached_property
    def application(self) -> AsyncApplication:
        """Same as `Dial.application`."""
        return AsyncApplication(self._session)

    @cached_property
    def model(self) -> AsyncModel:
        """Same as `Dial.model`."""
        return AsyncModel(self._session)

    @cached_property
    def toolset(self) -> AsyncToolset:
        """Same as `Dial.toolset`."""
        return AsyncToolset(self._session)

    @cached_property
    def files(self) -> AsyncFiles:
        """Same as `Dial.files`."""
        return AsyncFiles(self._session)

    @cached_property
    def prompts(self) -> AsyncPrompts:
        """Same as `Dial.prompts`."""
        return AsyncPrompts(self._session)

    @cached_property
    def metadata(self) -> AsyncMetadata:
        """Same as `Dial.metadata`."""
        return AsyncMetadata(self._session)

    @cached_property
    def skills(self) -> AsyncSkillsRef:
        """Same as `Dial.skills`."""
        return AsyncSkillsRef(self._session)

    @cached_property
    def bucket(self) -> AsyncBucket:
        """Same as `Dial.bucket`."""
        return AsyncBucket(self._session)

    @cached_property
    def user(self) -> AsyncUser:
        """Same as `Dial.user`."""
        return AsyncUser(self._session)

    @cached_property
    def resource_permissions(self) -> AsyncResourcePermissions:
        """Same as `Dial.resource_permissions`."""
        return AsyncResourcePermissions(self._session)

    @cached_property
    def client_channel(self) -> AsyncClientChannel:
        """Same as `Dial.client_channel`."""
        return AsyncClientChannel(self._session)

    async def auth_headers(self) -> dict[str, str]:
        """Same as `Dial.auth_headers`."""
        return await self._session.run(auth_headers(self._settings))

    async def my_bucket(self) -> str:
        """Same as `Dial.my_bucket`."""
        return await self._session.run(self._session.bucket())

    async def my_files_home(self) -> PurePosixPath:
        """Same as `Dial.my_files_home`."""
        return PurePosixPath("files", await self.my_bucket())

    async def my_conversations_home(self) -> PurePosixPath:
        """Same as `Dial.my_conversations_home`."""
        return PurePosixPath("conversations", await self.my_bucket())

    async def my_prompts_home(self) -> PurePosixPath:
        """Same as `Dial.my_prompts_home`."""
        return PurePosixPath("prompts", await self.my_bucket())

    async def my_appdata(self) -> AppData | None:
        """Same as `Dial.my_appdata`."""
        return app_data(await self._session.run(self._session.own.get()))

    async def my_appdata_home(self) -> PurePosixPath | None:
        """Same as `Dial.my_appdata_home`."""
        found = await self.my_appdata()
        return PurePosixPath(found.raw) if found else None

    async def aclose(self) -> None:
        """Same as `Dial.close`."""
        await self._session.client.aclose()

    async def __aenter__(self) -> Self:
        """Return itself."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the connections."""
        await self.aclose()
