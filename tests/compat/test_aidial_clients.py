"""Clients and pools of the drop-in surface: arguments, credentials, addresses, ends."""

from __future__ import annotations

from pathlib import PurePosixPath
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from compat_shells import CompatShell

import polyvox
import polyvox.compat.aidial_client as aidial
from polyvox.compat.aidial_client.types.bucket import AppData
from polyvox.emulator import Emulator

KINDS = (aidial.Dial, aidial.AsyncDial)
POOLS = (aidial.DialClientPool, aidial.AsyncDialClientPool)
URL = "http://dial.invalid/base"


def _key() -> str:
    return "dial-key"


async def _awaited_key() -> str:
    return "dial-key"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("given", [{}, {"api_key": None}, {"api_key": "", "bearer_token": ""}])
def test_no_credential(kind: Any, given: dict[str, Any]) -> None:
    """A client without any credential is refused in the words of aidial-client."""
    with pytest.raises(
        ValueError, match="At least one of api_key or bearer_token must be provided"
    ):
        kind(base_url=URL, **given)


@pytest.mark.parametrize(
    ("given", "headers"),
    [
        ({"api_key": "k"}, {"api-key": "k"}),
        ({"api_key": _key}, {"api-key": "dial-key"}),
        ({"bearer_token": "t"}, {"Authorization": "Bearer t"}),
        ({"bearer_token": _key}, {"Authorization": "Bearer dial-key"}),
        ({"api_key": "k", "bearer_token": "t"}, {"api-key": "k", "Authorization": "Bearer t"}),
    ],
)
def test_auth_headers(shell: CompatShell, given: dict[str, Any], headers: dict[str, str]) -> None:
    """auth_headers gives the very headers, from texts and functions."""
    client = KINDS[shell.is_async](base_url=URL, **given)

    assert headers == shell.call(client.auth_headers)


@pytest.mark.parametrize("name", ["api_key", "bearer_token"])
def test_coroutine_credentials(emulator: Emulator, name: str) -> None:
    """Async clients take coroutine functions; blocking ones refuse them."""
    shell = CompatShell("async")
    with shell:
        client = shell.client(emulator, **{"api_key": None, name: _awaited_key})
        headers = shell.call(client.auth_headers)
        bucket = shell.call(client.my_bucket)

    assert bucket
    assert ["dial-key"] == [value.removeprefix("Bearer ") for value in headers.values()]
    with pytest.raises(aidial.InvalidRequestError):
        aidial.Dial(base_url=URL, api_key=_awaited_key).auth_headers()  # type: ignore[arg-type]  # that is the point


def test_credentials_are_asked_for_anew(shell: CompatShell, emulator: Emulator) -> None:
    """A function is called for each request."""
    keys = iter(["dial-key", "per-request-key"])
    client = shell.client(emulator, api_key=lambda: next(keys))

    first = shell.call(client.bucket.get_bucket)

    assert first != shell.call(client.bucket.get_bucket)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("base_url", [URL, f"{URL}/"])
def test_addresses(kind: Any, base_url: str) -> None:
    """Addresses end in a slash and keep the path of the base URL."""
    client = kind(base_url=base_url, api_key="secret-key", api_version="2024-10-21")

    assert f"{URL}/" == client.base_url
    assert (f"{URL}/v1/", f"{URL}/v2/") == (client.api_url, client.api_url_v2)
    assert "2024-10-21" == client.api_version
    assert "secret-key" not in repr(client)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (URL, True),
        (f"{URL}/", True),
        (f"{URL}/v1/files/b/a.txt", True),
        (f"{URL}s/v1", False),
        ("http://dial.invalid/", False),
        ("https://dial.invalid/base/", False),
        ("http://other.invalid/base/", False),
        ("files/b/a.txt", False),
    ],
)
def test_is_dial_url(url: str, expected: bool) -> None:
    """Only absolute URLs below the base URL belong to the server."""
    assert expected is aidial.Dial(base_url=URL, api_key="k").is_dial_url(url)


def test_homes(shell: CompatShell, client: Any) -> None:
    """Homes are relative paths that can be joined."""
    bucket = shell.call(client.my_bucket)

    for kind in ("files", "conversations", "prompts"):
        home = shell.call(getattr(client, f"my_{kind}_home"))
        assert PurePosixPath(kind, bucket, "a") == home / "a"


def test_appdata(shell: CompatShell, emulator: Emulator) -> None:
    """A per-request key has a place for its application; others have none."""
    plain, own = shell.client(emulator), shell.client(emulator, api_key="per-request-key")
    bucket = shell.call(own.my_bucket)
    expected = AppData(raw=f"{bucket}/appdata/echo", user_bucket=bucket, app_name="echo")

    assert expected == shell.call(own.my_appdata)
    assert expected == shell.call(own.bucket.get_appdata)
    assert PurePosixPath(bucket, "appdata", "echo") == shell.call(own.my_appdata_home)
    assert None is shell.call(plain.my_appdata)
    assert None is shell.call(plain.my_appdata_home)
    assert shell.call(plain.my_bucket) == shell.call(plain.bucket.get_raw).bucket


def test_malformed_appdata() -> None:
    """Something that is no appdata is a ValueError, as in aidial-client."""
    from polyvox.compat.aidial_client.resources.identity import app_data
    from polyvox.compat.aidial_client.types.bucket import BucketResponse

    with pytest.raises(ValueError, match="Invalid appdata format"):
        app_data(BucketResponse(bucket="b", appdata="weird"))


@pytest.mark.parametrize(
    "timeout",
    [
        5,
        2.5,
        None,
        httpx.Timeout(5, connect=1),
        polyvox.Timeouts(total=5),
        SimpleNamespace(connect=1.0, read=2.0, write=None, pool=4.0),
    ],
)
def test_timeouts(shell: CompatShell, emulator: Emulator, timeout: Any) -> None:
    """Numbers, None, and whatever has the attributes of `httpx.Timeout` limit calls."""
    client = shell.client(emulator, timeout=timeout)

    assert shell.call(client.my_bucket)


def test_what_a_number_limits() -> None:
    """A number limits each step, as in httpx; the whole call has no limit unless asked for."""
    limits = aidial.Dial(base_url=URL, api_key="k", timeout=3)._settings.timeouts

    assert (3, 3, 3, 3) == (limits.connect, limits.read, limits.write, limits.pool)
    assert (None, None) == (limits.total, limits.idle)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "given", [{"timeout": -1}, {"max_retries": -1}, {"base_url": "ftp://x"}, {"api_key": "a\nb"}]
)
def test_arguments_that_cannot_work(kind: Any, given: dict[str, Any]) -> None:
    """Arguments that cannot work are refused at once, with the reason chained."""
    with pytest.raises(aidial.InvalidRequestError) as caught:
        kind(**{"base_url": URL, "api_key": "k", **given})

    assert isinstance(caught.value.__cause__, polyvox.errors.ConfigError)


def test_own_http_client(emulator: Emulator) -> None:
    """A caller's httpx client is used, and stays open."""
    with httpx.Client() as http_client:
        with aidial.Dial(
            base_url=emulator.dial_url, api_key="dial-key", http_client=http_client
        ) as client:
            assert client.my_bucket()

        assert not http_client.is_closed


def test_wrong_http_client() -> None:
    """A client of the other kind is refused."""
    with pytest.raises(aidial.InvalidRequestError):
        aidial.Dial(base_url=URL, api_key="k", http_client=object())


def test_ends(shell: CompatShell, emulator: Emulator) -> None:
    """Clients and pools are context managers that give themselves and close at the end."""
    pool = POOLS[shell.is_async]()
    clients = [
        shell.client(emulator),
        pool.create_client(base_url=emulator.dial_url, api_key="dial-key"),
        pool,
    ]

    for one in clients:
        entered = one.__aenter__ if shell.is_async else one.__enter__
        left = one.__aexit__ if shell.is_async else one.__exit__
        assert one is shell.call(entered)
        shell.call(left, None, None, None)


def test_closed_pools(shell: CompatShell, emulator: Emulator) -> None:
    """A closed pool's clients refuse to send."""
    pool = POOLS[shell.is_async]()
    client = pool.create_client(base_url=emulator.dial_url, api_key="dial-key")
    shell.shut(pool)

    with pytest.raises(aidial.DialException):
        shell.call(client.my_bucket)


@pytest.mark.parametrize("kind", POOLS)
def test_pools_share(kind: Any) -> None:
    """Clients of a pool have their own address and credential over the same connections."""
    pool = kind()
    first = pool.create_client(base_url="http://a.invalid", api_key="k")
    second = pool.create_client(base_url="http://b.invalid/x", bearer_token=_key)

    assert first.base_url != second.base_url
    assert not second.is_dial_url(first.api_url)
    transports = {id(one._session.client.runner.transport) for one in (first, second)}
    assert 1 == len(transports)
    with pytest.raises(ValueError, match="At least one of"):
        pool.create_client(base_url="http://a.invalid")


@pytest.mark.parametrize("kind", POOLS)
@pytest.mark.parametrize(
    "options",
    [
        {},
        {"connection_limits": httpx.Limits(max_connections=7, max_keepalive_connections=3)},
        {"connection_limits": httpx.Limits()},
        {"verify": False, "trust_env": False, "timeout": 3, "http2": False},
        {"headers": {"X-Own": "1"}, "http1": True, "follow_redirects": False},
    ],
)
def test_pool_options(kind: Any, options: dict[str, Any]) -> None:
    """Pools take limits and what httpx clients take."""
    assert kind(**options).create_client(base_url=URL, api_key="k").base_url


def test_pool_headers(shell: CompatShell, emulator: Emulator) -> None:
    """Headers of a pool are sent by its clients."""
    pool = shell.pool(headers={"X-Own": "1"})
    shell.call(pool.create_client(base_url=emulator.dial_url, api_key="dial-key").my_bucket)

    assert "1" == emulator.requests[-1].headers["x-own"]


def test_pool_over_a_transport(shell: CompatShell, emulator: Emulator) -> None:
    """A pool may lie over a transport of httpx."""
    transports = (httpx.HTTPTransport, httpx.AsyncHTTPTransport)
    pool = shell.pool(transport=transports[shell.is_async]())
    client = pool.create_client(base_url=emulator.dial_url, api_key="dial-key")

    assert shell.call(client.my_bucket)


@pytest.mark.parametrize("kind", POOLS)
@pytest.mark.parametrize("options", [{"nope": 1}, {"http2": True}, {"event_hooks": {}}])
def test_unknown_pool_options(kind: Any, options: dict[str, Any]) -> None:
    """What a pool cannot do is a TypeError that names the way out."""
    with pytest.raises(TypeError, match="http_client="):
        kind(**options)


@pytest.mark.parametrize("kind", POOLS)
def test_pool_options_that_contradict(kind: Any) -> None:
    """A pool cannot have a client and a transport at once."""
    with pytest.raises(aidial.InvalidRequestError):
        kind(http_client=object(), transport=object())
