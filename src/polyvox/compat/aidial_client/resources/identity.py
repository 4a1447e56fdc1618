"""
`client.bucket`, `user` and `resource_permissions`: who the caller is, and who else may do what.
"""

from __future__ import annotations

from collections.abc import Sequence

from polyvox.compat.aidial_client.session import AsyncSession, Session, fetched, shaped
from polyvox.compat.aidial_client.types.bucket import AppData, BucketResponse
from polyvox.compat.aidial_client.types.user import UserInfo
from polyvox_api.dial.operations import bucket as bucket_api
from polyvox_api.dial.operations import permissions as permissions_api
from polyvox_api.dial.operations import user as user_api
from polyvox_core.flow import Flow
from polyvox_core.settings import Settings

__all__ = [
    "AsyncBucket",
    "AsyncResourcePermissions",
    "AsyncUser",
    "Bucket",
    "ResourcePermissions",
    "User",
    "app_data",
]

_BUCKET = shaped(bucket_api.GET_BUCKET, BucketResponse.of)
_USER = shaped(user_api.GET_USER_INFO, UserInfo.of)
_GRANT = permissions_api.GRANT_PERMISSIONS.raw()


def app_data(found: BucketResponse) -> AppData | None:
    """
    Where an application keeps its files: `<bucket>/appdata/<application>`.

    Raises:
        ValueError: The server sent something else.
    """
    if not found.appdata:
        return None
    user_bucket, _, rest = found.appdata.partition("/")
    marker, _, app_name = rest.partition("/")
    if marker != "appdata" or not app_name:
        msg = "Invalid appdata format"
        raise ValueError(msg)
    return AppData(raw=found.appdata, user_bucket=user_bucket, app_name=app_name)


def _grant(
    settings: Settings, resources: Sequence[str], receiver: str, permissions: Sequence[str] | None
) -> Flow[None]:
    granted = list(permissions or ("READ",))
    body = {
        "resourcePermissions": [{"url": url, "permissions": granted} for url in resources],
        "receiver": receiver,
    }
    yield from fetched(settings, _GRANT, {}, body)


class Bucket:
    """The caller's own bucket, asked for anew each time."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get_raw(self) -> BucketResponse:
        """Bucket and appdata as the server sends them."""
        return self._session.run(fetched(self._session.settings, _BUCKET))

    def get_bucket(self) -> str:
        """Id of the bucket."""
        return self.get_raw().bucket

    def get_appdata(self) -> AppData | None:
        """Place of the application's own files; None without a per-request key."""
        return app_data(self.get_raw())


class AsyncBucket:
    """Same as `Bucket`, for asyncio."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get_raw(self) -> BucketResponse:
        """Same as `Bucket.get_raw`."""
        return await self._session.run(fetched(self._session.settings, _BUCKET))

    async def get_bucket(self) -> str:
        """Same as `Bucket.get_bucket`."""
        return (await self.get_raw()).bucket

    async def get_appdata(self) -> AppData | None:
        """Same as `Bucket.get_appdata`."""
        return app_data(await self.get_raw())


class User:
    """Who the credential belongs to."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def info(self) -> UserInfo:
        """Roles, project and claims."""
        return self._session.run(fetched(self._session.settings, _USER))


class AsyncUser:
    """Same as `User`, for asyncio."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def info(self) -> UserInfo:
        """Same as `User.info`."""
        return await self._session.run(fetched(self._session.settings, _USER))


class ResourcePermissions:
    """Permissions for the length of one request; they need a per-request key."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def grant(
        self, resources: Sequence[str], receiver: str, permissions: Sequence[str] | None = None
    ) -> None:
        """Let the deployment *receiver* use *resources*; by default it may read them."""
        self._session.run(_grant(self._session.settings, resources, receiver, permissions))


class AsyncResourcePermissions:
    """Same as `ResourcePermissions`, for asyncio."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def grant(
        self, resources: Sequence[str], receiver: str, permissions: Sequence[str] | None = None
    ) -> None:
        """Same as `ResourcePermissions.grant`."""
        await self._session.run(_grant(self._session.settings, resources, receiver, permissions))
