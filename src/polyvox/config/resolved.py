"""
What one client is made of, and the words for what it lacks.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from polyvox.config.explaining import Config
from polyvox.config.fields import Fields
from polyvox.config.sources import ARGUMENT, Found
from polyvox_core.auth import Credential, credential
from polyvox_core.errors import AuthenticationError, ConfigError, PermissionDenied
from polyvox_core.secret import Secret

__all__ = ["NO_HEADERS", "Resolved", "Withheld"]

NO_HEADERS: Mapping[str, Secret] = {}


class Withheld(NamedTuple):
    """A value that is not used, since it was given for another server."""

    name: str
    source: str
    home: str

    def __str__(self) -> str:
        """Say why."""
        return f"The one from {self.source} was given for {self.home}, and goes nowhere else."


class Resolved:
    """
    What one client is made of.

    Args:
        fields: Of the backend.
        found: The fields that somebody knew.
        withheld: What stays at home.
        options: What all clients take, completed; what a profile says is still a `Secret`.
        headers: A profile's headers.
        config: What the client shows.
    """

    def __init__(
        self,
        fields: Fields,
        found: Mapping[str, Found],
        withheld: tuple[Withheld, ...],
        options: Mapping[str, Any],
        headers: Mapping[str, Secret],
        config: Config,
    ) -> None:
        self._fields = fields
        self._found = found
        self._withheld = withheld
        self.options: Any = options
        self.headers = headers
        self.config = config

    @property
    def backend(self) -> str:
        """Name of the backend."""
        return self._fields.backend

    @property
    def label(self) -> str:
        """Name of the backend in messages."""
        return self._fields.label

    def get(self, name: str) -> Any:
        """The value of the field *name*; None when nobody knew it."""
        found = self._found.get(name)
        return None if found is None else found.value

    def text(self, name: str) -> str:
        """
        The text of the field *name*.

        Raises:
            ConfigError: Nobody gave one.
        """
        if name not in self._found:
            raise self.lacking(name, name)
        text: str = self._found[name].value
        return text

    def credentials(self, *wanted: tuple[str, str, str]) -> tuple[Credential, ...]:
        """
        The credentials that there are.

        Args:
            wanted: Field, header, and what stands before the secret in the header.

        Raises:
            ConfigError: One cannot be sent in a header; the message says where it came from.
        """
        return tuple(
            self._credential(name, header, prefix)
            for name, header, prefix in wanted
            if self._is_given(name)
        )

    def _is_given(self, name: str) -> bool:
        value = self.get(name)
        return value is not None and value != ""

    def _credential(self, name: str, header: str, prefix: str) -> Credential:
        value, rank, source = self._found[name]
        try:
            return credential(header, prefix, value)
        except ConfigError as error:
            if rank == ARGUMENT:
                raise
            raise ConfigError(error.message, hint=f"{error.hint} It came from {source}.") from None

    def lacking(self, what: str, *names: str) -> ConfigError:
        """The error for a client without *what*, which any of the fields *names* would give."""
        arguments = " or ".join(f"{name}=" for name in names)
        variables = " or ".join(one for name in names for one in self._fields.variables(name))
        msg = " ".join([f"The client of {self.label} has no {what}.", *self._stayed(names)])
        hint = f"Pass {arguments}, set the environment variable {variables}, or name a profile."
        return ConfigError(msg, hint=hint)

    def _stayed(self, names: tuple[str, ...]) -> list[str]:
        return [str(one) for one in self._withheld if one.name in names]

    def advice(self, hints: Mapping[Any, str]) -> Mapping[Any, str]:
        """The *hints* of a backend; to those about refusals, that no credential was sent."""
        names = self._fields.credentials
        if not names or any(self._is_given(name) for name in names):
            return hints
        stayed = self._stayed(names)
        advice = f"Pass {' or '.join(f'{name}=' for name in names)}."
        if not stayed:
            return {**hints, AuthenticationError: f"The client has no API key or token. {advice}"}
        hint = " ".join(["No credential was sent.", *stayed, advice])
        return {**hints, AuthenticationError: hint, PermissionDenied: hint}
