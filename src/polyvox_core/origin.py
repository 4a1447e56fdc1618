"""
Origins of URLs: who a credential was given for, and whether another URL leads to the same.

Stricter than `urllib.parse`, which drops tabs and line ends, and stricter than browsers, which
guess. A URL that two parsers could read in two ways is refused instead of normalised.

Source: RFC 3986 (syntax), RFC 6454 (origin), RFC 3490 (IDNA).
"""

from __future__ import annotations

import re
from functools import lru_cache
from ipaddress import AddressValueError, IPv6Address
from typing import NamedTuple

from polyvox_core.errors import UrlError

__all__ = ["Origin", "normalise_base_url", "origin_of", "origin_of_base", "same_origin"]

_DEFAULT_PORTS = {"http": 80, "https": 443}
_URL = re.compile(r"(?P<scheme>[^:/?#]*)://(?P<authority>[^/?#]*)(?P<path>[^?#]*)(?P<rest>.*)")
_HOST_AND_PORT = re.compile(r"(?P<host>\[[^\[\]]*\]|[^:\[\]]*)(?::(?P<port>[0-9]{0,5}))?")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\\]")
_HOST = re.compile(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*")
_PATH = re.compile(r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*")
_DOTS = re.compile(r"(\.|%2e){1,2}", re.IGNORECASE)
_MAX_PORT = 65535
_MAX_HOST = 253
_SHOWN = 200


class Origin(NamedTuple):
    """Scheme, host and port, all normalised, so that equal origins are equal tuples."""

    scheme: str
    """`"http"` or `"https"`."""
    host: str
    """Lower case and ASCII; IPv6 addresses in their short form and without brackets."""
    port: int
    """The port, given or default."""

    @property
    def netloc(self) -> str:
        """Host and port as in a URL or a Host header; without the port if it is the default."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        """The origin as a URL without path."""
        return f"{self.scheme}://{self.netloc}"


def origin_of(url: str) -> Origin:
    """
    Origin of an absolute http or https URL.

    Raises:
        UrlError: *url* is relative, has another scheme, holds a user name, or is malformed.
    """
    return _split(url)[0]


def same_origin(one: str, other: str) -> bool:
    """
    Whether two absolute URLs have the same scheme, host and port.

    Raises:
        UrlError: One of them is not an absolute http or https URL.
    """
    return origin_of(one) == origin_of(other)


def normalise_base_url(url: str) -> str:
    """
    *url* with its origin normalised and its path ending in a slash.

    Raises:
        UrlError: It is no absolute http or https URL, has a query or fragment, or has dots or
            blanks for path segments.
    """
    return _base(_text(url))[0]


def origin_of_base(url: str) -> Origin:
    """Same as `origin_of`, for addresses of servers: few, and asked again by every new client."""
    return _base(url)[1]


@lru_cache(maxsize=128)
def _base(url: str) -> tuple[str, Origin]:
    """The normalised address of a server, and its origin."""
    origin, path, rest = _split(url)
    if rest:
        raise _refused(url, "has a query or a fragment", "Pass the address without it.")
    segments = path.split("/")
    if any(_DOTS.fullmatch(segment) for segment in segments):
        raise _refused(url, "has a path with '.' or '..'", "Write the path out.")
    if not _PATH.fullmatch(path):
        raise _refused(url, "has a path that is not percent-encoded", "Percent-encode it.")
    return f"{origin}{path.rstrip('/')}/", origin


def _split(url: str) -> tuple[Origin, str, str]:
    """Origin, path, and the query and fragment with their marks."""
    if _UNSAFE.search(_text(url)):
        raise _refused(url, "holds a backslash or a control character", "Remove it.")
    if url != url.strip():
        raise _refused(url, "begins or ends with white space", "Remove it.")
    parts = _URL.fullmatch(url)
    scheme = parts["scheme"].lower() if parts else ""
    if parts is None or scheme not in _DEFAULT_PORTS:
        raise _refused(url, "does not begin with http:// or https://", "Pass an absolute URL.")
    if "@" in parts["authority"]:
        raise _refused(url, "holds a user name", "Remove it; keys have arguments of their own.")
    place = _HOST_AND_PORT.fullmatch(parts["authority"])
    if place is None:
        raise _refused(url, "has a malformed host or port", "Write it as host:port.")
    port = int(place["port"] or _DEFAULT_PORTS[scheme])
    if not 0 < port <= _MAX_PORT:
        raise _refused(url, "has no valid port", f"Ports go from 1 to {_MAX_PORT}.")
    return Origin(scheme, _host(url, place["host"]), port), parts["path"], parts["rest"]


def _text(url: str) -> str:
    if not isinstance(url, str):  # pyright: ignore[reportUnnecessaryIsInstance]  # often an unset variable
        msg = f"The address of the server is {url!r}."
        raise UrlError(msg, hint="Pass a text; is the environment variable it is read from set?")
    return url


def _host(url: str, host: str) -> str:
    if not host:
        raise _refused(url, "has no host", "Write it as https://host/path.")
    if host.startswith("["):
        try:
            address = IPv6Address(host[1:-1])
        except AddressValueError:
            address = None
        if address is None or address.scope_id is not None:
            raise _refused(url, "has a malformed IPv6 address", "Write it as [2001:db8::1].")
        return address.compressed
    name = _ascii(url, host).removesuffix(".") if len(host) <= _MAX_HOST else ""
    if not _HOST.fullmatch(name):
        raise _refused(url, "has a malformed host", "Use letters, digits, hyphens and dots.")
    return name


def _ascii(url: str, host: str) -> str:
    """*host* in lower case, its non-ASCII labels in Punycode."""
    lower = host.lower()
    if lower.isascii():
        return lower
    try:
        encoded = lower.encode("idna").decode("ascii")
        # What does not come back the same, such as a sharp s or full-width letters, has two
        # readings (IDNA 2003 and 2008), and the credential could go to the other one.
        if encoded.encode().decode("idna") == lower:
            return encoded
    except UnicodeError:
        pass
    raise _refused(url, "has an ambiguous international host", "Write it in Punycode (xn--...).")


def _refused(url: str, fault: str, hint: str) -> UrlError:
    """The error; without user name, password and query, which may be secrets."""
    _, at, last = url.rpartition("@")
    shown = re.split(r"[?#]", f"***@{last}" if at else url, maxsplit=1)[0]
    msg = f"The URL {shown[:_SHOWN]!r} {fault}."
    return UrlError(msg, hint=hint)
