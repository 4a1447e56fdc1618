"""Where a proxy is, and who asks it."""

from __future__ import annotations

import pytest

from polyvox_core.errors import ConfigError
from polyvox_core.transport.proxies import proxy_address


@pytest.mark.parametrize(
    ("proxy", "address", "credentials"),
    [
        ("http://proxy:3128", "http://proxy:3128", None),
        ("http://me:pa%40ss@proxy:3128", "http://proxy:3128", (b"me", b"pa@ss")),
        ("https://me@proxy/", "https://proxy/", (b"me", b"")),
        ("http://a:b:c@[::1]:1080", "http://[::1]:1080", (b"a", b"b:c")),
        ("http://%C3%A9:\u00e9@proxy", "http://proxy", (b"\xc3\xa9", b"\xc3\xa9")),
        ("http://a:b@c@proxy", "http://proxy", (b"a", b"b@c")),
    ],
)
def test_credentials_are_taken_out(
    proxy: str, address: str, credentials: tuple[bytes, bytes] | None
) -> None:
    """User name and password are decoded, and no part of the address."""
    assert (address, credentials) == proxy_address(proxy)


@pytest.mark.parametrize(
    "proxy",
    [
        "proxy:3128",
        "ftp://me:secret@proxy",
        "http://me:secret@",
        "",
        "http://me:secret@proxy:port",
        "http://me:secret@proxy:99999",
        "http://me:secret@[::1",
        "http://me:secret@pr\u00f6xy",
        "http://me:secret@ proxy",
    ],
)
def test_malformed_is_refused(proxy: str) -> None:
    """What is no proxy's URL is refused without being shown."""
    with pytest.raises(ConfigError) as raised:
        proxy_address(proxy)

    assert "secret" not in str(raised.value)


def test_socks_needs_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """A SOCKS proxy works with the extra, and names it when it is not there."""
    monkeypatch.setattr("polyvox_core.transport.proxies.find_spec", lambda _: object())
    assert ("socks5://proxy", (b"a", b"b")) == proxy_address("socks5://a:b@proxy")
    monkeypatch.setattr("polyvox_core.transport.proxies.find_spec", lambda _: None)

    with pytest.raises(ConfigError, match=r"polyvox\[socks\]"):
        proxy_address("socks5://a:b@proxy")
