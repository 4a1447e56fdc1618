"""
Which proxy a request goes through: the one given, or the environment's.
"""

from __future__ import annotations

import ipaddress
import os
from importlib.util import find_spec
from urllib.parse import unquote_to_bytes

from polyvox_core.errors import ConfigError, UrlError
from polyvox_core.origin import Origin, origin_of

__all__ = ["proxy_address", "proxy_for", "proxy_named"]

_SCHEMES = ("http", "https", "socks5", "socks5h")


def proxy_for(origin: Origin, proxy: str | None, *, trust_env: bool) -> str | None:
    """
    URL of the proxy for *origin*, or None for a direct connection.

    *proxy* wins over the environment. NO_PROXY knows host names with their subdomains, host:port,
    addresses, CIDR networks, and `*`.
    """
    found = _found(origin, proxy, trust_env=trust_env)
    return None if found is None else found[0]


def proxy_named(origin: Origin, proxy: str | None, *, trust_env: bool) -> tuple[str, str] | None:
    """
    The same proxy in words: its place without any credential, and what names it.

    What names it is `proxy=` or a variable of the environment.
    """
    found = _found(origin, proxy, trust_env=trust_env)
    if found is None:
        return None
    return found[0].rpartition("://")[2].rpartition("@")[2].rstrip("/"), found[1]


def _found(origin: Origin, proxy: str | None, *, trust_env: bool) -> tuple[str, str] | None:
    """The URL of the proxy, and what names it."""
    if proxy is not None:
        return proxy, "proxy="
    if not trust_env:
        return None
    found, variable = _env(f"{origin.scheme}_proxy")
    if not found:
        found, variable = _env("all_proxy")
    if not found or _excluded(origin, _env("no_proxy")[0]):
        return None
    return found if "://" in found else f"http://{found}", f"the environment variable {variable}"


def proxy_address(proxy: str) -> tuple[str, tuple[bytes, bytes] | None]:
    """
    The URL *proxy* without user name and password, and those two, if it has them.

    Raises:
        ConfigError: It is no URL of a proxy, or one that nothing here speaks with; the message
            does not show it.
    """
    scheme, _, rest = proxy.partition("://")
    userinfo, at, place = rest.rpartition("@")
    if scheme not in _SCHEMES or not _is_place(place):
        msg = "The URL of the proxy is malformed."
        raise ConfigError(msg, hint=f"Write it as {_SCHEMES[0]}://host:port.")
    if scheme.startswith("socks") and find_spec("socksio") is None:
        msg = "SOCKS proxies need the package socksio."
        raise ConfigError(msg, hint="Run: pip install 'polyvox[socks]'.")
    name, _, password = userinfo.partition(":")
    # As bytes, since the HTTP library takes texts in ASCII only.
    credentials = unquote_to_bytes(name), unquote_to_bytes(password)
    return f"{scheme}://{place}", credentials if at else None


def _is_place(place: str) -> bool:
    """Whether *place* is host and port, and both are possible."""
    try:
        origin_of(f"http://{place}")
    except UrlError:
        return False
    return place.isascii()


def _env(name: str) -> tuple[str, str]:
    """The text of the variable *name*, in lower case or else in upper case, and its name."""
    text = os.environ.get(name, "")
    # In a CGI process HTTP_PROXY may come from a request header ("httpoxy").
    if text or (name == "http_proxy" and "REQUEST_METHOD" in os.environ):
        return text, name
    return os.environ.get(name.upper(), ""), name.upper()


def _excluded(origin: Origin, no_proxy: str) -> bool:
    entries = (entry.strip().lower() for entry in no_proxy.split(","))
    return any(_matches(origin, entry) for entry in entries if entry)


def _matches(origin: Origin, entry: str) -> bool:
    host = origin.host.strip("[]")
    if entry == "*":
        return True
    address = _address(host)
    if address is not None:
        return _address_matches(address, entry.strip("[]"), origin.port)
    name, _, port = entry.partition(":")
    if port and port != str(origin.port):
        return False
    name = name.removeprefix("*").removeprefix(".")
    return host == name or host.endswith(f".{name}")


def _address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        return None


def _address_matches(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address, entry: str, port: int
) -> bool:
    try:
        return address in ipaddress.ip_network(entry, strict=False)
    except ValueError:
        return entry == f"{address}:{port}"
