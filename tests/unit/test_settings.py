"""Settings of a client: addresses, headers, and what one call changes."""

from __future__ import annotations

from typing import Any

import pytest
from world import GET, KEY, OK, World

from polyvox_core.calling import call
from polyvox_core.errors import ConfigError, UrlError
from polyvox_core.retry import Retry
from polyvox_core.settings import CallOptions, Settings, checked_headers, merged_headers
from polyvox_core.timeouts import Timeouts


@pytest.mark.parametrize(
    ("given", "base_url", "prefix"),
    [
        ("http://toy.test", "http://toy.test/", ""),
        ("http://Toy.test:80/", "http://toy.test/", ""),
        ("https://toy.test/a/b/", "https://toy.test/a/b/", "/a/b"),
    ],
)
def test_addresses_are_normalised(given: str, base_url: str, prefix: str) -> None:
    """The address ends in a slash; its path precedes every operation's."""
    settings = Settings(backend="toy", label="Toy", base_url=given)

    assert (base_url, prefix) == (settings.base_url, settings.prefix)
    assert "toy.test" == settings.origin.host


@pytest.mark.parametrize("given", ["toy.test", "ftp://toy.test", "http://u:p@toy.test", ""])
def test_impossible_addresses_are_refused(given: str) -> None:
    """An address must be an http URL without a user name."""
    with pytest.raises(UrlError):
        Settings(backend="toy", label="Toy", base_url=given)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "X A",
        "X:A",
        "X\n",
        "\u00dc",
        "Host",
        "content-length",
        "Transfer-Encoding",
        "CONNECTION",
    ],
)
def test_impossible_header_names_are_refused(name: str) -> None:
    """A name must be a token, and must not decide about framing."""
    with pytest.raises(ConfigError, match="cannot be set"):
        checked_headers({name: "v"})


@pytest.mark.parametrize("value", ["a\r\nb", "a\nb", "a\0b", "\u0100", 5, None, b"x"])
def test_impossible_header_values_are_refused(value: Any) -> None:
    """A value must be a Latin-1 text without line breaks; the message does not show it."""
    with pytest.raises(ConfigError, match="is no text that a header can carry") as caught:
        checked_headers({"X-A": value})

    assert repr(value) not in str(caught.value)


def test_headers_are_trimmed() -> None:
    """Blanks around a value are no part of it."""
    assert (("X-A", "a b"), ("X-B", "\u00e9")) == checked_headers(
        [("X-A", " a b\t"), ("X-B", "\u00e9")]
    )


def test_merged_headers() -> None:
    """What comes later replaces equal names, whatever their case."""
    merged = merged_headers((("A", "1"), ("B", "2")), (("b", "3"), ("C", "4")))

    assert (("A", "1"), ("b", "3"), ("C", "4")) == merged


def test_a_call_changes_what_it_names() -> None:
    """Options that are not given leave the settings alone."""
    settings = World().settings(timeouts=Timeouts(total=9), headers={"A": "1"})

    same = settings.changed(CallOptions(query={"q": "1"}))
    other = settings.changed(CallOptions(timeout=None, retry=5, headers={"a": "2"}))

    assert (settings.timeouts, settings.retry, settings.headers) == (
        same.timeouts,
        same.retry,
        same.headers,
    )
    assert (None, 5) == (other.timeouts.total, other.retry.attempts)
    assert (("a", "2"),) == other.headers
    assert settings.retry.budget is other.retry.budget


def test_retry_and_timeouts_as_objects() -> None:
    """Whole policies replace whole policies."""
    retry, timeouts = Retry(attempts=2), Timeouts(total=1)
    changed = World().settings().changed(CallOptions(retry=retry, timeout=timeouts))

    assert retry is changed.retry
    assert timeouts is changed.timeouts


def test_a_given_header_replaces_the_credential() -> None:
    """Two headers of one name would leave the choice to the server."""
    world = World(OK)
    options = CallOptions(headers={"api-key": "other"})

    world.run(call(world.settings(), GET, {"name": "a"}, None, options))

    sent = [value for name, value in world.requests[0].headers if name.lower() == "api-key"]
    assert ["other"] == sent


def test_settings_show_no_secret() -> None:
    """Neither credentials nor headers are shown."""
    settings = World().settings(headers={"X-Token": "hidden"})

    assert KEY not in repr(settings)
    assert "hidden" not in repr(settings)
    assert "hidden" not in repr(CallOptions(headers={"X-Token": "hidden"}))
