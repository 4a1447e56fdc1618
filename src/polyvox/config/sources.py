"""
Who may know a client's arguments: the caller, the environment, a profile, the default; in order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from polyvox.config.fields import Fields, without_user
from polyvox.config.profiles import Profile
from polyvox_core.errors import ConfigError, UrlError
from polyvox_core.origin import Origin, origin_of
from polyvox_core.secret import Secret

__all__ = ["ARGUMENT", "DEFAULT", "PROFILED", "Found", "Sources", "origin_or_none"]

# Who speaks, from the strongest to the weakest.
ARGUMENT, OWN_VARIABLE, VARIABLE, PROFILED, DEFAULT = range(5)
# Whose address tells where a credential belongs, by who gives the credential.
_COMPANIONS = {
    OWN_VARIABLE: (OWN_VARIABLE, VARIABLE),
    VARIABLE: (VARIABLE, OWN_VARIABLE),
    PROFILED: (PROFILED,),
}
_TRUE, _FALSE = frozenset({"1", "true", "yes", "on"}), frozenset({"0", "false", "no", "off"})


class Found(NamedTuple):
    """A value, who gave it, and that in words."""

    value: Any
    rank: int
    source: str


class Sources:
    """
    Everybody who may know a field.

    Args:
        fields: Of the backend.
        arguments: What the caller gave; None was not given.
        profile: The profile that counts, if any.
        environ: Variables of the environment.
    """

    def __init__(
        self,
        fields: Fields,
        arguments: Mapping[str, Any],
        profile: Profile | None,
        environ: Mapping[str, str],
    ) -> None:
        self._fields = fields
        self._arguments = arguments
        self._profile = profile
        self._environ = environ

    def of(self, name: str) -> Iterator[Found]:
        """The values of the field *name*, or of `model`; the strongest first."""
        value = self._arguments.get(name)
        if value is not None:
            yield Found(value, ARGUMENT, "argument")
        for rank, variable in enumerate(self._fields.variables(name), OWN_VARIABLE):
            if self._environ.get(variable):
                rank = min(rank, VARIABLE)  # noqa: PLW2901 - all but ours are of one rank
                yield Found(
                    self._read(name, variable, rank), rank, f"environment variable {variable}"
                )
        if self._profile is not None and name in self._profile.values:
            yield Found(self._profile.values[name], PROFILED, self._profile.source(name))
        field = self._fields.table.get(name)
        if field is not None and field.default is not None:
            yield Found(field.default, DEFAULT, "default")

    def first(self, name: str) -> Found | None:
        """The strongest value of the field *name*."""
        return next(self.of(name), None)

    def _read(self, name: str, variable: str, rank: int) -> Any:
        """What a *variable* of the environment says, as the field's kind."""
        field = self._fields.table.get(name)
        if field is None or field.kind in {"text", "identity"}:
            return self._environ[variable]
        if field.kind == "credential":
            return Secret(self._environ[variable])
        if field.kind == "flag":
            return _flag(self._environ[variable], variable)
        address = without_user(self._environ[variable])
        return address if field.parse is None or rank == OWN_VARIABLE else field.parse(address)

    def home(self, found: Found) -> str | None:
        """The address that a credential or an identity belongs to; None for any."""
        if found.rank not in _COMPANIONS:
            return None
        addresses = {one.rank: one.value for one in self.of("base_url")}
        companions = (addresses[one] for one in _COMPANIONS[found.rank] if one in addresses)
        return next(companions, self._fields.key_home())


def _flag(text: str, variable: str) -> bool:
    word = text.strip().lower()
    if word not in _TRUE | _FALSE:
        msg = f"The environment variable {variable} is {text[:40]!r}, neither true nor false."
        raise ConfigError(msg, hint="Set it to true or false, or remove it.")
    return word in _TRUE


def origin_or_none(address: str | None) -> Origin | None:
    """The origin of an *address*; None without one, or if it is malformed."""
    try:
        return None if address is None else origin_of(address)
    except UrlError:
        return None
