"""
Profiles: the tables of the configuration file, checked and typed.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from polyvox.config.fields import BACKEND, CONFIG, PROFILE, Fields
from polyvox.config.files import Contents, backends, config_path, load, nearest
from polyvox.config.reading import Reader
from polyvox_core.errors import ConfigError
from polyvox_core.secret import Secret

__all__ = ["Profile", "backend_of", "find_profile"]


@frozen
class Profile:
    """
    One profile.

    Attributes:
        name: Its name.
        path: The file that it stands in.
        values: What it says, typed; credentials and headers as `Secret`.
        sources: The variable that a credential was read from, by the credential's name.
    """

    name: str
    path: str
    values: Mapping[str, Any] = field(repr=False)
    sources: Mapping[str, str] = field(factory=dict[str, str])

    def source(self, name: str) -> str:
        """Where the setting *name* came from, in words."""
        stated = f"profile {self.name!r} in {self.path}"
        return f"{stated}, variable {self.sources[name]}" if name in self.sources else stated


def find_profile(fields: Fields, name: str | None, *, by_default: bool) -> Profile | None:
    """
    The profile *name*, or the one that the environment or the file names for this backend.

    Args:
        fields: Of the backend.
        name: What the caller named.
        by_default: Whether the file's `[defaults]` count.

    Raises:
        ConfigError: There is no such profile, it is for another backend, or it is malformed.
    """
    variable = "" if name is not None else os.environ.get(PROFILE, "")
    if name is None and not variable and not by_default:
        return None
    contents = load()
    wanted = name or variable
    if wanted:
        contents = _containing(contents, wanted, variable)
        stated = contents.profiles[wanted].get("backend")
        if stated is not None and stated != Secret(fields.backend):
            if name is not None:
                said = Reader(contents, wanted).text("backend")
                where = f"The profile {wanted!r} in {contents.path!r}"
                msg = f"{where} is for {said!r}, not for {fields.backend!r}."
                raise ConfigError(msg, hint="Name another, or make a client of that backend.")
            wanted = ""
    if contents is None:
        return None
    if not wanted and by_default:
        wanted = contents.defaults.get(fields.backend, "")
    if not wanted:
        return None
    values, sources = Reader(contents, wanted).read(fields)
    return Profile(wanted, contents.path, values, sources)


def backend_of(name: str | None) -> str:
    """
    The backend that the profile *name* is for, or the profile that POLYVOX_PROFILE names.

    Raises:
        ConfigError: There is no such profile, or it does not say.
    """
    variable = "" if name is not None else os.environ.get(PROFILE, "")
    wanted = name or variable
    if not wanted:
        msg = "connect() was told neither a backend nor a profile."
        usual = 'Pass "dial", "dial+https://host" or profile="work"'
        hint = f"{usual}, or set {BACKEND} or {PROFILE}."
        raise ConfigError(msg, hint=hint)
    contents = _containing(load(), wanted, variable)
    if "backend" not in contents.profiles[wanted]:
        msg = f"The profile {wanted!r} in {contents.path!r} does not say its backend."
        raise ConfigError(msg, hint='Add a line such as backend = "dial", or pass the backend.')
    said = Reader(contents, wanted).text("backend")
    known = backends()
    if said not in known:
        msg = f"{contents.path!r}: [profiles.{wanted}]: there is no backend {said!r}."
        raise ConfigError(msg, hint=nearest(said, known, "backend"))
    return said


def _containing(contents: Contents | None, name: str, variable: str) -> Contents:
    """The *contents*, which must have the profile *name*."""
    if contents is not None and name in contents.profiles:
        return contents
    by = f", which {PROFILE} names" if variable else ""
    if contents is None:
        path, _ = config_path()
        why = f"there is no file {path!r}" if path else f"{CONFIG} is empty: there is no file"
        msg = f"There is no profile {name!r}{by}, since {why}."
        raise ConfigError(msg, hint=f"Create it, or let {CONFIG} name another file.")
    msg = f"There is no profile {name!r}{by}, in {contents.path!r}."
    raise ConfigError(msg, hint=nearest(name, contents.profiles, "profile"))
