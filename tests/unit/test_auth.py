"""Credentials: what may be one, and what a header can carry."""

from __future__ import annotations

from typing import Any

import pytest

from polyvox_core.auth import checked_secret, concealed, credential
from polyvox_core.errors import ConfigError
from polyvox_core.secret import Secret

TEXT = "top-secret-text"


@pytest.mark.parametrize("value", [TEXT, Secret(TEXT)])
def test_texts_and_secrets(value: Any) -> None:
    """A text is hidden at once; the header shows it, and nothing else does."""
    made = credential("Authorization", "Bearer ", value)

    assert isinstance(made.value, Secret)
    assert ("Authorization", f"Bearer {TEXT}") == made.headers(made.value)
    assert TEXT not in repr(made)


def test_functions_are_kept() -> None:
    """A function is asked later."""

    def give() -> str:
        """Give the key."""
        return TEXT

    assert give is credential("Api-Key", "", give).value


@pytest.mark.parametrize("value", [5, b"key", ["key"], 1.5])
def test_other_things_are_refused(value: Any) -> None:
    """A credential is a text or a function."""
    with pytest.raises(ConfigError, match="for the header Api-Key is no text"):
        credential("Api-Key", "", value)


@pytest.mark.parametrize(
    "text", [f"{TEXT}\n", f" {TEXT}", f"{TEXT}\r\nX: y", f"{TEXT}\u00e9", f"{TEXT}\0"]
)
def test_texts_that_no_header_carries(text: str) -> None:
    """White space at an end, line breaks and non-ASCII are refused, and not shown."""
    with pytest.raises(ConfigError, match="holds white space") as caught:
        credential("Api-Key", "", text)

    assert TEXT not in str(caught.value)


@pytest.mark.parametrize(
    ("value", "text"),
    [("", "is empty"), (None, "gave a NoneType"), (5, "gave a int"), (f"{TEXT} ", "white space")],
)
def test_what_functions_may_not_give(value: Any, text: str) -> None:
    """What a function gave is checked the same way, and not shown."""
    with pytest.raises(ConfigError, match=text) as caught:
        checked_secret(value, "Api-Key")

    assert TEXT not in str(caught.value)


def test_what_functions_may_give() -> None:
    """A text is wrapped, a secret kept."""
    secret = Secret(TEXT)

    assert secret is checked_secret(secret, "Api-Key")
    assert secret == checked_secret(TEXT, "Api-Key")


@pytest.mark.parametrize("value", [None, "", Secret(TEXT), len])
def test_nothing_to_conceal(value: Any) -> None:
    """Absent, hidden and asked-for credentials stay as they are."""
    assert value is concealed(value)


def test_open_texts_are_concealed() -> None:
    """An open text is wrapped."""
    assert Secret(TEXT) == concealed(TEXT)
