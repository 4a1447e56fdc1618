"""Operations of Aleph Alpha: user. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.operation import Operation, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.user import ListRecentRequestsResult, LoginRequest, Permissions, UserDetail

__all__ = [
    "AsyncUserOperations",
    "CHECK_PRIVILEGES",
    "GET_USER",
    "LIST_RECENT_REQUESTS",
    "LOGIN",
    "UserOperations",
]

GET_USER: Operation[UserDetail] = Operation(
    id="get_user",
    method="GET",
    path="/users/me",
    decode=late(__name__, "..models.user", "decode_user_detail"),
)
LIST_RECENT_REQUESTS: Operation[ListRecentRequestsResult] = Operation(
    id="list_recent_requests",
    method="GET",
    path="/users/me/requests",
    decode=late(__name__, "..models.user", "decode_list_recent_requests_result"),
)
LOGIN: Operation[UserDetail] = Operation(
    id="login",
    method="POST",
    path="/users/login",
    decode=late(__name__, "..models.user", "decode_user_detail"),
    body="json",
    encode=late(__name__, "..models.user", "encode_login_request"),
    secured=False,
)
CHECK_PRIVILEGES: Operation[Permissions] = Operation(
    id="check_privileges",
    method="POST",
    path="/check_privileges",
    decode=late(__name__, "..models.user", "decode_permissions"),
    body="json",
    encode=late(__name__, "..models.user", "encode_permissions"),
)


class UserOperations:
    """The caller, with sign-in, privileges and recent requests."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def get_user(
        self,
        *,
        options: CallOptions | None = None,
    ) -> UserDetail:
        """
        Read who the caller is.

        Returns the account that the token belongs to; the fields about credits are left from an
        older service and carry constants.

        Args:
            options: Limits, retries and headers of this call alone.

        Returns:
            The caller.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: Aleph Alpha API 4.7.0, GET /users/me.
        """
        return self._client.call(GET_USER, {}, None, options)

    def list_recent_requests(
        self,
        *,
        options: CallOptions | None = None,
    ) -> ListRecentRequestsResult:
        """
        List the caller's ten newest successful requests.

        Returns how long each took and what it cost. Deprecated by the vendor.

        Args:
            options: Limits, retries and headers of this call alone.

        Returns:
            The requests.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: Aleph Alpha API 4.7.0, recentRequests.
        """
        return self._client.call(LIST_RECENT_REQUESTS, {}, None, options)

    def login(
        self,
        *,
        body: LoginRequest,
        options: CallOptions | None = None,
    ) -> UserDetail:
        """
        Sign in with email and password.

        Meant for making the first API token; the cookie that the answer sets keeps the caller
        signed in. Everything else takes a token. Sent without credentials.

        Args:
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The caller, signed in by the cookie.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: Aleph Alpha API 4.7.0, POST /users/login.
        """
        return self._client.call(LOGIN, {}, body, options)

    def check_privileges(
        self,
        *,
        body: Permissions,
        options: CallOptions | None = None,
    ) -> Permissions:
        """
        Ask which of some permissions the caller has.

        Returns those of the given permissions that were granted. The vendor describes the answer
        and, in words only, "an array of permissions" as the body; that both have the same shape is
        an assumption, and so are the names of permissions here.

        Args:
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The permissions that were granted.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: Aleph Alpha API 4.7.0, postCheckPrivileges.
        """
        return self._client.call(CHECK_PRIVILEGES, {}, body, options)


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

    async def get_user(
        self,
        *,
        options: CallOptions | None = None,
    ) -> UserDetail:
        """Same as `UserOperations.get_user`."""
        return await self._client.call(GET_USER, {}, None, options)

    async def list_recent_requests(
        self,
        *,
        options: CallOptions | None = None,
    ) -> ListRecentRequestsResult:
        """Same as `UserOperations.list_recent_requests`."""
        return await self._client.call(LIST_RECENT_REQUESTS, {}, None, options)

    async def login(
        self,
        *,
        body: LoginRequest,
        options: CallOptions | None = None,
    ) -> UserDetail:
        """Same as `UserOperations.login`."""
        return await self._client.call(LOGIN, {}, body, options)

    async def check_privileges(
        self,
        *,
        body: Permissions,
        options: CallOptions | None = None,
    ) -> Permissions:
        """Same as `UserOperations.check_privileges`."""
        return await self._client.call(CHECK_PRIVILEGES, {}, body, options)
