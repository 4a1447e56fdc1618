"""
Credentials: where they come from, and the one origin they may go to.

A credential is a text, a `Secret`, a function, or a coroutine function (async clients only);
functions are asked anew for each attempt, so that short-lived tokens stay fresh.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeAlias, cast

from attrs import field, frozen

from polyvox_core.errors import ConfigError
from polyvox_core.secret import Secret

__all__ = [
    "AsyncCredentialValue",
    "Credential",
    "CredentialValue",
    "checked_secret",
    "concealed",
    "concealed_in",
    "credential",
]

_CREDENTIAL_WORDS = ("key", "token", "secret", "password")

CredentialValue: TypeAlias = str | Secret | Callable[[], str]
AsyncCredentialValue: TypeAlias = CredentialValue | Callable[[], Awaitable[str]]


@frozen
class Credential:
    """
    One credential header.

    Attributes:
        header: Name of the header, such as `Api-Key`.
        prefix: Text before the secret, such as `Bearer `.
        value: The secret, or the function that gives it.
    """

    header: str
    prefix: str
    value: Secret | Callable[[], str | Awaitable[str]] = field(repr=False)

    def headers(self, secret: Secret) -> tuple[str, str]:
        """The header that carries *secret*."""
        return self.header, self.prefix + secret.reveal()


def credential(header: str, prefix: str, value: AsyncCredentialValue) -> Credential:
    """
    A credential from what a user passed.

    Raises:
        ConfigError: The text cannot be a header value; the message does not show it.
    """
    hidden = Secret(value) if isinstance(value, str) else concealed(value)
    if not isinstance(hidden, Secret):
        return Credential(header, prefix, hidden)
    if not _is_text(hidden):
        msg = f"The credential for the header {header} is no text."
        raise ConfigError(msg, hint="Pass a text, a polyvox.Secret, or a function giving a text.")
    return Credential(header, prefix, checked_secret(hidden, header))


def concealed(value: Any) -> Any:
    """
    The credential *value*, wrapped if it lies open.

    Constructors call it before anything can fail: an error shows the locals of their frames.
    """
    if value is None or value == "" or isinstance(value, Secret) or callable(value):
        return value
    return Secret(value)


def concealed_in(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The *arguments* of a constructor, with `concealed` credentials; their names tell which."""
    return {
        name: concealed(value) if any(word in name for word in _CREDENTIAL_WORDS) else value
        for name, value in arguments.items()
    }


def checked_secret(value: object, header: str) -> Secret:
    """
    The secret in *value*, which a function gave.

    Raises:
        ConfigError: It is no text, is empty, or holds characters that no header may.
    """
    secret = value if isinstance(value, Secret) else Secret(cast("str", value))
    if not _is_text(secret):
        msg = f"The function for the header {header} gave a {type(value).__name__}, not a text."
        raise ConfigError(msg, hint="Return the bare key or token as a str.")
    if not secret:
        msg = f"The credential for the header {header} is empty."
        raise ConfigError(msg, hint="Check the variable or file that it is read from.")
    if not _fits_header(secret.reveal()):
        msg = (
            f"The credential for the header {header} holds white space at an end, a line break, "
            "or characters outside ASCII."
        )
        raise ConfigError(msg, hint="Strip it; a key read from a file often ends in a newline.")
    return secret


def _is_text(secret: Secret) -> bool:
    text: Any = secret.reveal()
    return isinstance(text, str)


def _fits_header(text: str) -> bool:
    # A function, so that the frame that raises has no local with the text.
    return text.isascii() and text.isprintable() and text == text.strip()
