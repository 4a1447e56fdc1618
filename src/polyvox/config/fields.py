"""
What a backend's client is told, and the names under which the environment may hold it.

Each backend has one table of fields; names, profile keys and the docs' table follow from it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Literal, TypeAlias

from attrs import Factory, field, frozen

__all__ = [
    "BACKEND",
    "CONFIG",
    "PROFILE",
    "TRANSPORT",
    "Field",
    "Fields",
    "Kind",
    "timeout_variables",
    "transport_variables",
    "without_user",
]

Kind: TypeAlias = Literal["address", "credential", "identity", "text", "flag"]

_USER = re.compile(r"://[^/?#]*@")

BACKEND = "POLYVOX_BACKEND"
PROFILE = "POLYVOX_PROFILE"
CONFIG = "POLYVOX_CONFIG"
TRANSPORT = "POLYVOX_TRANSPORT"


@frozen
class Field:
    """
    One argument of a client.

    Attributes:
        kind: `credential` and `identity` go only to the server that they were given for, and a
            credential is never shown; `flag` is true or false, all others are texts.
        variables: Names in the environment that others use too; ours comes first.
        default: What counts when nobody says anything.
        required: Whether there is no client without it.
        parse: Makes a value of the text in one of *variables*.
    """

    kind: Kind
    variables: tuple[str, ...] = ()
    default: str | bool | None = None
    required: bool = False
    parse: Callable[[str], str] | None = None


@frozen
class Fields:
    """
    What the clients of one backend are told.

    Attributes:
        backend: Its name, such as `dial`.
        label: Its name in messages, such as `AI DIAL`.
        table: Fields by name; one of them is `base_url`.
        home: Where a key belongs that came without an address; the default address if None.
        credentials: Names of the fields that are some.
    """

    backend: str
    label: str
    table: Mapping[str, Field]
    home: str | None = None
    credentials: tuple[str, ...] = field(
        init=False,
        default=Factory(
            lambda self: tuple(k for k, one in self.table.items() if one.kind == "credential"),
            takes_self=True,
        ),
    )

    def variables(self, name: str) -> tuple[str, ...]:
        """The variables that may hold the field *name*, or `model`; the strongest first."""
        own = f"POLYVOX_{self.backend}_{name}".upper()
        return (own, *self.table[name].variables) if name in self.table else (own,)

    def key_home(self) -> str | None:
        """The address for keys that came without one; None if there is none."""
        default = self.table["base_url"].default
        return self.home or (default if isinstance(default, str) else None)


def timeout_variables(backend: str) -> tuple[str, str]:
    """The variables that may hold the total time of a call in seconds."""
    return (f"POLYVOX_{backend.upper()}_TIMEOUT", "POLYVOX_TIMEOUT")


def transport_variables(backend: str) -> tuple[str, str]:
    """The variables that may name the transport."""
    return (f"POLYVOX_{backend.upper()}_TRANSPORT", TRANSPORT)


def without_user(address: str) -> str:
    """
    The *address* with `***` for a user name and a password.

    It is refused all the same, but what belongs to that name stands in no frame by then.
    """
    return _USER.sub("://***@", address)
