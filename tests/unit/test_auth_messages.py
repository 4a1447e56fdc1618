"""What a person reads whose credential cannot be used: the fault, the advice, never the text."""

from __future__ import annotations

from typing import Any

import pytest

from polyvox_core.auth import checked_secret, concealed_in, credential
from polyvox_core.errors import ConfigError
from polyvox_core.secret import Secret

NO_TEXT = (
    "The credential for the header Api-Key is no text. "
    "Pass a text, a polyvox.Secret, or a function giving a text."
)
WRONG = (
    "The function for the header Api-Key gave a bytes, not a text. "
    "Return the bare key or token as a str."
)
UNFIT = (
    "The credential for the header Api-Key holds white space at an end, a line break, or "
    "characters outside ASCII. Strip it; a key read from a file often ends in a newline."
)
EMPTY = (
    "The credential for the header Api-Key is empty. "
    "Check the variable or file that it is read from."
)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (
            5,
            NO_TEXT,
        ),
        ("", EMPTY),
        (Secret(""), EMPTY),
        ("a\n", UNFIT),
        (Secret(" a"), UNFIT),
    ],
)
def test_given(value: Any, message: str) -> None:
    """What was passed is refused with advice."""
    with pytest.raises(ConfigError) as caught:
        credential("Api-Key", "", value)

    assert message == str(caught.value)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (
            b"a",
            WRONG,
        ),
        ("", EMPTY),
        ("a\r\nX: y", UNFIT),
    ],
)
def test_returned(value: Any, message: str) -> None:
    """What a function gave is refused with advice."""
    with pytest.raises(ConfigError) as caught:
        checked_secret(value, "Api-Key")

    assert message == str(caught.value)


@pytest.mark.parametrize("name", ["api_key", "bearer_token", "client_secret", "password"])
def test_arguments_that_hold_credentials(name: str) -> None:
    """The name of an argument tells that its value is to be hidden."""
    secret = Secret("b")

    assert {name: Secret("a")} == concealed_in({name: "a"})
    assert secret is concealed_in({name: secret})[name]


def test_other_arguments() -> None:
    """Everything else stays as it is, and the order too."""
    given = {"base_url": "http://a", "api_key": None, "timeout": 3, "retry": False}

    assert list(given.items()) == list(concealed_in(given).items())


def test_a_credential_shows_where_it_goes() -> None:
    """Its repr holds the header and the prefix, and nothing of the value."""
    made = credential("Authorization", "Bearer ", lambda: "a")

    assert "Credential(header='Authorization', prefix='Bearer ')" == repr(made)
