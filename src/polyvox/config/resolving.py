"""
From what a caller gave to what a client is made of: environment, profile and default fill the gaps.

A credential that was given together with an address, or for the default one, goes to that origin
only. When the address comes from somewhere stronger and is another origin, it stays at home.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from polyvox.config.explaining import Config, Setting, shown
from polyvox.config.fields import Fields, timeout_variables, transport_variables
from polyvox.config.profiles import Profile, find_profile
from polyvox.config.reading import COMMON
from polyvox.config.resolved import NO_HEADERS, Resolved, Withheld
from polyvox.config.sources import (
    ARGUMENT,
    DEFAULT,
    PROFILED,
    Found,
    Sources,
    origin_or_none,
)
from polyvox_core.auth import concealed
from polyvox_core.errors import ConfigError, UrlError
from polyvox_core.origin import Origin, normalise_base_url
from polyvox_core.secret import Secret
from polyvox_core.timeouts import Timeouts, timeouts_from

__all__ = ["given", "named_in", "resolve"]

# About one server's certificates, and ours for it.
_TLS = ("verify", "cert")
_CONNECTIONS = (*_TLS, "transport", "proxy", "trust_env", "max_connections", "max_idle")


def given(fields: Fields, options: Mapping[str, Any], **arguments: Any) -> Resolved:
    """What a client is made of that takes its arguments from the caller alone."""
    return _Resolving(fields, options, arguments, None, {}).done()


def resolve(fields: Fields, options: Mapping[str, Any], arguments: Mapping[str, Any]) -> Resolved:
    """
    What a client is made of; what the caller left out comes from elsewhere.

    Args:
        fields: Of the backend.
        options: What all clients take.
        arguments: Values of the fields; None was not given.

    Raises:
        ConfigError: A variable or a profile cannot work, or there is no such profile.
    """
    profile = _profile(fields, options, arguments)
    return _Resolving(fields, options, arguments, profile, os.environ).done()


def _profile(
    fields: Fields, options: Mapping[str, Any], arguments: Mapping[str, Any]
) -> Profile | None:
    name = options.get("profile")
    if "profile" in options and not name:
        return None
    # Who says where and as whom has said enough; no file is read for more.
    told = arguments.get("base_url") is not None and _given_credentials(fields, arguments)
    return find_profile(fields, name, by_default=not told)


def _given_credentials(fields: Fields, arguments: Mapping[str, Any]) -> bool:
    return any(arguments.get(name) is not None for name in fields.credentials)


class _Resolving:
    """The state of one resolution; see `resolve` for the arguments."""

    def __init__(
        self,
        fields: Fields,
        options: Mapping[str, Any],
        arguments: Mapping[str, Any],
        profile: Profile | None,
        environ: Mapping[str, str],
    ) -> None:
        self._fields = fields
        self._arguments = arguments
        self._profile = profile
        self._environ = environ
        self._sources = Sources(fields, arguments, profile, environ)
        self._options = {name: value for name, value in options.items() if name != "profile"}
        self._found: dict[str, Found] = {}
        self._withheld: list[Withheld] = []
        self._shown: dict[str, Setting] = {}

    def done(self) -> Resolved:
        """All of it."""
        for name, value in self._options.items():
            self._shown[name] = Setting(name, shown(name, value), "argument")
        self._address()
        self._credentials()
        for name, field in self._fields.table.items():
            if field.kind not in {"address", "credential"}:
                self._field(name, bound=field.kind == "identity")
        self._field("model", bound=False)
        self._timeout()
        self._transport()
        headers = NO_HEADERS if self._profile is None else self._profiled(self._profile)
        self._show_fields()
        profile = None if self._profile is None else self._profile.name
        config = Config(self._fields.backend, profile, self._fields, self._shown)
        withheld = tuple(self._withheld)
        return Resolved(self._fields, self._found, withheld, self._options, headers, config)

    def _address(self) -> None:
        found = self._sources.first("base_url")
        if found is None:
            return
        self._found["base_url"] = found
        try:
            normalise_base_url(found.value)
        except UrlError as error:
            source = "" if found.rank == ARGUMENT else f" It came from {found.source}."
            raise UrlError(error.message, hint=f"{error.hint}{source}") from None

    @cached_property
    def _origin(self) -> Origin | None:
        """Of the address; None without one, or if it is malformed, as will be said later."""
        found = self._found.get("base_url")
        return None if found is None else origin_or_none(found.value)

    def _at_home(self, name: str, found: Found) -> bool:
        """Whether *found* may go to the client's server; notes why it may not."""
        home = self._sources.home(found)
        if home is None or self._origin is None or origin_or_none(home) == self._origin:
            return True
        shown_home = str(origin_or_none(home) or "a malformed address")
        self._withheld.append(Withheld(name, found.source, shown_home))
        return False

    def _credentials(self) -> None:
        """Take all credentials from the strongest who has one for this server."""
        names = self._fields.credentials
        if _given_credentials(self._fields, self._arguments):
            every = [(name, self._arguments[name]) for name in names if name in self._arguments]
            for name, value in every:
                if value is not None:
                    self._found[name] = Found(value, ARGUMENT, "argument")
            return
        known = [(name, found) for name in names for found in self._sources.of(name)]
        for rank in sorted({found.rank for _, found in known}):
            group = [(name, found) for name, found in known if found.rank == rank]
            for name, found in group:
                if name not in self._found and self._at_home(name, found):
                    self._found[name] = found
            if self._found.keys() & set(names):
                return

    def _field(self, name: str, *, bound: bool) -> None:
        """Take the strongest value of a field; a *bound* one only if it belongs here."""
        for found in self._sources.of(name):
            if not bound or self._at_home(name, found):
                self._found[name] = found
                return

    def _timeout(self) -> None:
        for variable in timeout_variables(self._fields.backend):
            if "timeout" not in self._options and self._environ.get(variable):
                self._options["timeout"] = _seconds(self._environ[variable], variable)
                self._show("timeout", f"environment variable {variable}")

    def _transport(self) -> None:
        for variable in transport_variables(self._fields.backend):
            known = self._options.keys() & {"transport", "http_client"}
            if not known and self._environ.get(variable):
                self._options["transport"] = named_in(variable, self._environ)
                self._show("transport", f"environment variable {variable}")

    def _profiled(self, profile: Profile) -> Mapping[str, Secret]:
        """Add what the profile says about limits and connections; gives its headers."""
        source = profile.source("")
        self._shown["profile"] = Setting("profile", profile.name, f"in {profile.path}")
        foreign = any(
            not isinstance(self._options.get(name), str | None)
            for name in ("transport", "http_client")
        )
        elsewhere = "base_url" in profile.values and (
            origin_or_none(profile.values["base_url"]) != self._origin
        )
        for name in COMMON:
            if name not in profile.values or name in self._options or name == "headers":
                continue
            if (foreign and name in _CONNECTIONS) or (elsewhere and name in _TLS):
                continue
            self._options[name] = profile.values[name]
            self._show(name, source)
        return self._headers(profile) if "headers" in profile.values else NO_HEADERS

    def _headers(self, profile: Profile) -> Mapping[str, Secret]:
        """The headers of the profile, without those that the caller gave under the same name."""
        found = Found(profile.values["headers"], PROFILED, profile.source(""))
        if not self._at_home("headers", found):
            return NO_HEADERS
        names = [*self._shown["headers"].value] if "headers" in self._shown else []
        lower = {name.lower() for name in names}
        headers = {name: text for name, text in found.value.items() if name.lower() not in lower}
        value = shown("headers", dict.fromkeys([*headers, *names]))
        source = f"argument, {found.source}" if names else found.source
        self._shown["headers"] = Setting("headers", value, source)
        return headers

    def _show(self, name: str, source: str) -> None:
        self._shown[name] = Setting(name, shown(name, self._options[name]), source)

    def _show_fields(self) -> None:
        for one in self._withheld:
            if one.name in self._shown:
                continue
            words = f"not used: {one.source}, given for {one.home}"
            self._shown[one.name] = Setting(one.name, None, words)
        credentials = self._fields.credentials
        for name, (value, rank, source) in self._found.items():
            if rank != DEFAULT:
                value = concealed(value) if name in credentials else value  # noqa: PLW2901 - safer
                self._shown[name] = Setting(name, shown(name, value), source)


def named_in(variable: str, environ: Mapping[str, str]) -> str:
    """
    The name of a transport that *variable* holds.

    Raises:
        ConfigError: It names none.
    """
    from polyvox_core.transport.names import checked_name  # noqa: PLC0415 - only where it is named

    try:
        return checked_name(environ[variable])
    except ConfigError as error:
        raise ConfigError(error.message, hint=f"{error.hint} It came from {variable}.") from None


def _seconds(text: str, variable: str) -> Timeouts:
    try:
        return timeouts_from(float(text), Timeouts())
    except ValueError:
        msg = f"The environment variable {variable} is {text[:40]!r}, not a number."
        hint = "Set it to seconds for a whole call, such as 120, or remove it."
        raise ConfigError(msg, hint=hint) from None
    except ConfigError as error:
        raise ConfigError(error.message, hint=f"{error.hint} It came from {variable}.") from None
