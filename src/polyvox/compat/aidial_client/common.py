"""
What both clients are made of: arguments in aidial-client's manner, and the facts about the server.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeAlias, TypeVar

from polyvox.backends.connecting import ClientKeywords
from polyvox.backends.dial.identity import FIELDS, dial_settings
from polyvox.compat.aidial_client.errors import dial_error
from polyvox.compat.aidial_client.session import TimeoutLike, timeouts_of
from polyvox.config.resolving import given
from polyvox.errors import PolyvoxError
from polyvox_core.origin import origin_of
from polyvox_core.retry import Retry
from polyvox_core.settings import Settings

__all__ = ["AsyncAuthValue", "Common", "SyncAuthValue", "connected"]

SyncAuthValue: TypeAlias = str | Callable[[], str]
AsyncAuthValue: TypeAlias = str | Callable[[], str] | Callable[[], Awaitable[str]]
C = TypeVar("C")

_LONGEST_WAIT = 8.0


def connected(
    make: Callable[[Settings, ClientKeywords], C],
    options: ClientKeywords,
    base_url: str,
    api_key: AsyncAuthValue | None,
    bearer_token: AsyncAuthValue | None,
    max_retries: int,
    timeout: float | TimeoutLike | None,
) -> C:
    """
    The low-level client that *make* makes of the arguments of a client.

    Raises:
        ValueError: There is no credential.
        InvalidRequestError: An argument cannot work.
    """
    if not api_key and not bearer_token:
        msg = "At least one of api_key or bearer_token must be provided"
        raise ValueError(msg)
    try:
        options["timeout"] = timeouts_of(timeout)
        options["retry"] = Retry(attempts=max_retries + 1, wait_max=_LONGEST_WAIT)
        client = given(
            FIELDS, options, base_url=base_url, api_key=api_key, bearer_token=bearer_token
        )
        return make(dial_settings(client), client.options)
    except PolyvoxError as error:
        raise dial_error(error) from error


class Common:
    """What both clients know."""

    _settings: Settings
    _api_version: str | None

    @property
    def base_url(self) -> str:
        """Address of the server, with a slash at its end."""
        return self._settings.base_url

    @property
    def api_url(self) -> str:
        """Address of the first version of the API."""
        return f"{self.base_url}v1/"

    @property
    def api_url_v2(self) -> str:
        """Address of the second version of the API, which holds skills."""
        return f"{self.base_url}v2/"

    @property
    def api_version(self) -> str | None:
        """Version of the upstreams' API that chats ask for."""
        return self._api_version

    def is_dial_url(self, absolute_url: str) -> bool:
        """Whether *absolute_url* leads to this server, below its base URL."""
        try:
            if origin_of(absolute_url) != self._settings.origin:
                return False
        except PolyvoxError:
            return False
        path = absolute_url.partition("://")[2].partition("?")[0].partition("#")[0]
        _, slash, rest = path.partition("/")
        return f"{slash}{rest}/".startswith(f"{self._settings.prefix}/")

    def __repr__(self) -> str:
        """Name the server, and nothing secret; also of a client whose making failed."""
        settings = self.__dict__.get("_settings")
        return f"{type(self).__name__}(base_url={settings.base_url if settings else None!r})"
