"""
`Dial` with the constructor, properties and resources of aidial-client.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import PurePosixPath
from types import TracebackType
from typing import Any, Self

from polyvox.backends.connecting import ClientKeywords, new_client
from polyvox.compat.aidial_client.common import Common, SyncAuthValue, connected
from polyvox.compat.aidial_client.resources.catalog import Application, Deployments, Model, Toolset
from polyvox.compat.aidial_client.resources.chat import Chat
from polyvox.compat.aidial_client.resources.client_channel import ClientChannel
from polyvox.compat.aidial_client.resources.files import Files
from polyvox.compat.aidial_client.resources.identity import (
    Bucket,
    ResourcePermissions,
    User,
    app_data,
)
from polyvox.compat.aidial_client.resources.metadata import Metadata
from polyvox.compat.aidial_client.resources.prompts import Prompts
from polyvox.compat.aidial_client.resources.skill_refs import SkillsRef
from polyvox.compat.aidial_client.session import (
    DEFAULT_TIMEOUT,
    Session,
    TimeoutLike,
    auth_headers,
)
from polyvox.compat.aidial_client.types.bucket import AppData
from polyvox_core.auth import concealed
from polyvox_core.client import ApiClient

__all__ = ["Dial"]


class Dial(Common):
    """
    A client of AI DIAL.

    Args:
        base_url: Address of the server; it may have a path.
        api_key: Sent as `Api-Key`: a text, or a function that gives one.
        bearer_token: Sent as `Authorization: Bearer ...`, in the same forms.
        max_retries: Tries after the first.
        timeout: Limits of single steps in seconds: a number, an `httpx.Timeout`, or None;
            `polyvox.Timeouts` may limit the whole call.
        api_version: Version of the upstreams' API for all chats.
        http_client: An `httpx.Client` to use; it stays open.

    Raises:
        ValueError: There is no credential.

    Close it, or use it in a `with` block. It may be used by many threads.
    """

    def __init__(
        self,
        *,
        base_url: str,
        api_key: SyncAuthValue | None = None,
        bearer_token: SyncAuthValue | None = None,
        max_retries: int = 2,
        timeout: float | TimeoutLike | None = DEFAULT_TIMEOUT,
        api_version: str | None = None,
        http_client: Any | None = None,
    ) -> None:
        api_key, bearer_token = concealed(api_key), concealed(bearer_token)
        own = ClientKeywords() if http_client is None else ClientKeywords(http_client=http_client)
        client = connected(new_client, own, base_url, api_key, bearer_token, max_retries, timeout)
        self._start(client, api_version)

    @classmethod
    def over(cls, client: ApiClient, api_version: str | None) -> Self:
        """A client over the connections of *client*."""
        made = object.__new__(cls)
        made._start(client, api_version)
        return made

    def _start(self, client: ApiClient, api_version: str | None) -> None:
        self._session = Session(client)
        self._settings = client.settings
        self._api_version = api_version

    @cached_property
    def chat(self) -> Chat:
        """Chats."""
        return Chat(self._session, self._api_version)

    @cached_property
    def deployments(self) -> Deployments:
        """What is deployed."""
        return Deployments(self._session)

    @cached_property
    def application(self) -> Application:
        """Applications among the deployments."""
        return Application(self._session)

    @cached_property
    def model(self) -> Model:
        """Models among the deployments."""
        return Model(self._session)

    @cached_property
    def toolset(self) -> Toolset:
        """Toolsets among the deployments."""
        return Toolset(self._session)

    @cached_property
    def files(self) -> Files:
        """Files in the storage."""
        return Files(self._session)

    @cached_property
    def prompts(self) -> Prompts:
        """Prompts in the storage."""
        return Prompts(self._session)

    @cached_property
    def metadata(self) -> Metadata:
        """What the storage knows about files, conversations and prompts."""
        return Metadata(self._session)

    @cached_property
    def skills(self) -> SkillsRef:
        """Skills in the caller's own bucket."""
        return SkillsRef(self._session)

    @cached_property
    def bucket(self) -> Bucket:
        """The caller's own bucket."""
        return Bucket(self._session)

    @cached_property
    def user(self) -> User:
        """Who the credential belongs to."""
        return User(self._session)

    @cached_property
    def resource_permissions(self) -> ResourcePermissions:
        """Permissions for the length of one request."""
        return ResourcePermissions(self._session)

    @cached_property
    def client_channel(self) -> ClientChannel:
        """Channels over which an application asks its user for something."""
        return ClientChannel(self._session)

    def auth_headers(self) -> dict[str, str]:
        """The credential headers of a request; functions are asked anew."""
        return self._session.run(auth_headers(self._settings))

    def my_bucket(self) -> str:
        """Id of the caller's own bucket, looked up once."""
        return self._session.run(self._session.bucket())

    def my_files_home(self) -> PurePosixPath:
        """Relative URL of the caller's files; join names with `/`."""
        return PurePosixPath("files", self.my_bucket())

    def my_conversations_home(self) -> PurePosixPath:
        """Relative URL of the caller's conversations."""
        return PurePosixPath("conversations", self.my_bucket())

    def my_prompts_home(self) -> PurePosixPath:
        """Relative URL of the caller's prompts."""
        return PurePosixPath("prompts", self.my_bucket())

    def my_appdata(self) -> AppData | None:
        """Place of the application's own files; None without a per-request key."""
        return app_data(self._session.run(self._session.own.get()))

    def my_appdata_home(self) -> PurePosixPath | None:
        """The same as a path: `<bucket>/appdata/<application>`."""
        found = self.my_appdata()
        return PurePosixPath(found.raw) if found else None

    def close(self) -> None:
        """Close the connections; those of a pool or of a client that was passed stay open."""
        self._session.client.close()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the connections."""
        self.close()
