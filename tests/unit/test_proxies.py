"""Which proxy a request takes, as a table."""

from __future__ import annotations

import pytest

from polyvox_core.origin import origin_of
from polyvox_core.transport.proxies import proxy_for, proxy_named

NAMES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy", "request_method")


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy variables at first."""
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def proxy(url: str, given: str | None = None, *, trust_env: bool = True) -> str | None:
    """The proxy for *url*."""
    return proxy_for(origin_of(url), given, trust_env=trust_env)


@pytest.mark.parametrize(
    ("environment", "url", "expected"),
    [
        ({}, "http://a.test", None),
        ({"http_proxy": "http://p:1"}, "http://a.test", "http://p:1"),
        ({"HTTP_PROXY": "http://p:1"}, "http://a.test", "http://p:1"),
        ({"http_proxy": "http://p:1", "HTTP_PROXY": "http://q:1"}, "http://a.test", "http://p:1"),
        ({"http_proxy": "http://p:1"}, "https://a.test", None),
        ({"https_proxy": "p:1"}, "https://a.test", "http://p:1"),
        ({"all_proxy": "socks5://p:1"}, "https://a.test", "socks5://p:1"),
        ({"https_proxy": "http://p:1", "ALL_PROXY": "http://q:1"}, "https://a.test", "http://p:1"),
        ({"http_proxy": ""}, "http://a.test", None),
    ],
)
def test_the_environment(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], url: str, expected: str | None
) -> None:
    """The scheme's own variable, or the one for all; lower case wins."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert expected == proxy(url)


@pytest.mark.parametrize(
    ("no_proxy", "url", "direct"),
    [
        ("*", "http://a.test", True),
        ("a.test", "http://a.test", True),
        ("A.Test", "http://a.test", True),
        ("a.test", "http://b.a.test", True),
        (".a.test", "http://a.test", True),
        ("*.a.test", "http://b.a.test", True),
        ("a.test", "http://ba.test", False),
        ("b.test , a.test,", "http://a.test:8080", True),
        ("a.test:8080", "http://a.test:8080", True),
        ("a.test:8080", "http://a.test", False),
        (",,", "http://a.test", False),
        ("10.0.0.1", "http://10.0.0.1", True),
        ("10.0.0.0/8", "http://10.1.2.3", True),
        ("10.0.0.0/8", "http://11.1.2.3", False),
        ("10.0.0.1:80", "http://10.0.0.1", True),
        ("10.0.0.1:81", "http://10.0.0.1", False),
        ("::1", "http://[::1]", True),
        ("[::1]", "http://[::1]", True),
        ("fe80::/10", "http://[fe80::1]", True),
        ("10.0.0.0/8", "http://a.test", False),
        ("a.test", "http://10.0.0.1", False),
    ],
)
def test_exceptions(monkeypatch: pytest.MonkeyPatch, no_proxy: str, url: str, direct: bool) -> None:
    """NO_PROXY knows names with their subdomains, ports, addresses and networks."""
    monkeypatch.setenv("all_proxy", "http://p:1")
    monkeypatch.setenv("no_proxy", no_proxy)

    assert direct is (proxy(url) is None)


def test_a_given_proxy_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the caller says is stronger than any variable."""
    monkeypatch.setenv("no_proxy", "*")

    assert "http://mine:1" == proxy("http://a.test", "http://mine:1")


def test_the_environment_may_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """`trust_env=False` looks at no variable."""
    monkeypatch.setenv("http_proxy", "http://p:1")

    assert proxy("http://a.test", trust_env=False) is None


def test_a_request_header_is_no_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a CGI process HTTP_PROXY comes from outside and does not count."""
    monkeypatch.setenv("REQUEST_METHOD", "GET")
    monkeypatch.setenv("HTTP_PROXY", "http://evil:1")
    assert proxy("http://a.test") is None

    monkeypatch.setenv("http_proxy", "http://p:1")
    assert "http://p:1" == proxy("http://a.test")


@pytest.mark.parametrize(
    ("environment", "given", "place", "source"),
    [
        ({}, "http://user:word@p:1/", "p:1", "proxy="),
        (
            {"http_proxy": "http://user:word@p:1"},
            None,
            "p:1",
            "the environment variable http_proxy",
        ),
        ({"HTTP_PROXY": "p:1"}, None, "p:1", "the environment variable HTTP_PROXY"),
        ({"ALL_PROXY": "socks5://w@p"}, None, "p", "the environment variable ALL_PROXY"),
    ],
)
def test_names(
    environment: dict[str, str],
    given: str | None,
    place: str,
    source: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A proxy is named by its place, never with its credentials, and by what names it."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert (place, source) == proxy_named(origin_of("http://a.test"), given, trust_env=True)


def test_no_name_without_a_proxy() -> None:
    """Where there is none, there is no name."""
    assert None is proxy_named(origin_of("http://a.test"), None, trust_env=True)
