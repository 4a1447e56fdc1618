"""
The configuration file: where it is, and its contents with every text concealed.

It may hold keys, so no text of it lies open in a frame that an error passes through.
"""

from __future__ import annotations

import os
import stat
import warnings
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from polyvox.config.fields import CONFIG
from polyvox_core.errors import ConfigError
from polyvox_core.nearest import did_you_mean
from polyvox_core.secret import Secret
from polyvox_core.shapes import is_array, is_object

__all__ = [
    "ConfigWarning",
    "Contents",
    "backends",
    "config_path",
    "load",
    "nearest",
    "refuse_unknown",
    "table_in",
]

_WINDOWS = os.name == "nt"
_TELLING = ("key", "token", "secret", "password", "auth", "cookie")
_warned: set[str] = set()


class ConfigWarning(UserWarning):
    """A configuration works, but invites trouble: others can read a file that holds a key."""


class Contents(NamedTuple):
    """
    What the file holds.

    Attributes:
        path: Where it is.
        profiles: Tables by name; every text in them is a `Secret`.
        defaults: The profile that counts for a backend when none is named.
    """

    path: str
    profiles: Mapping[str, Mapping[str, Any]]
    defaults: Mapping[str, str]


def config_path() -> tuple[str, bool]:
    """
    Where the file is, or would be, and whether POLYVOX_CONFIG says so.

    The path is empty when that variable is set and empty: then there is no file.
    """
    named = os.environ.get(CONFIG)
    if named is not None:
        return os.path.expanduser(named), True  # noqa: PTH111 - pathlib costs an import here
    base = os.environ.get("APPDATA" if _WINDOWS else "XDG_CONFIG_HOME", "")
    # A relative one is to be ignored (XDG Base Directory Specification 0.8).
    if not os.path.isabs(base):  # noqa: PTH117 - same
        base = os.path.join(os.path.expanduser("~"), ".config")  # noqa: PTH111, PTH118 - same
    return os.path.join(base, "polyvox", "config.toml"), False  # noqa: PTH118 - same


def load() -> Contents | None:
    """
    The contents of the file; None if there is none.

    Raises:
        ConfigError: POLYVOX_CONFIG names a file that is not there, or the file cannot be read or
            is not laid out as it should be.
    """
    path, named = config_path()
    if not path:
        return None
    document, fault, mode = _parsed(path)
    if document is None:
        if not fault and not named:
            return None
        msg = f"The configuration file {path!r} {fault or 'is not there'}."
        hint = "Mend it" if fault else "Create it"
        raise ConfigError(msg, hint=f"{hint}, or let {CONFIG} name another; empty means none.")
    _warn_of_readers(path, document, mode)
    return _checked(path, document)


def _parsed(path: str) -> tuple[dict[str, Any] | None, str, int]:
    """The concealed document, or what is wrong with the file, and the file's mode."""
    # Errors end here: they and their frames hold the text of the file.
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - pathlib costs an import here
            import tomllib  # noqa: PLC0415 - only where there is a file

            mode = os.fstat(file.fileno()).st_mode
            return _concealed(tomllib.load(file)), "", mode
    except (FileNotFoundError, NotADirectoryError):
        return None, "", 0
    except OSError as error:
        return None, f"cannot be read: {error.strerror}", 0
    except UnicodeDecodeError:
        return None, "is not UTF-8", 0
    except ValueError as error:
        return None, f"is not TOML: {str(error).partition(chr(10))[0]}", 0


def _concealed(value: Any) -> Any:
    """The *value* with every text in it as a `Secret`."""
    if isinstance(value, str):
        return Secret(value)
    if is_object(value):
        return {key: _concealed(inner) for key, inner in value.items()}
    if is_array(value):
        return [_concealed(inner) for inner in value]
    return value


def _warn_of_readers(path: str, document: Mapping[str, Any], mode: int) -> None:
    """Warn once if others can read a file that holds a key."""
    if _WINDOWS or path in _warned or not mode & (stat.S_IRGRP | stat.S_IROTH):
        return
    if _holds_key(document):
        _warned.add(path)
        msg = f"Others can read {path!r}, which holds a key. Run: chmod 600 {path!r}"
        warnings.warn(msg, ConfigWarning, stacklevel=8)


def _holds_key(value: Any, name: str = "") -> bool:
    if is_object(value):
        return any(_holds_key(inner, key) for key, inner in value.items())
    telling = any(word in name.lower() for word in _TELLING) and not name.endswith("_env")
    if name == "proxy" and isinstance(value, Secret):
        return "@" in value.reveal()
    return telling and isinstance(value, Secret)


def _checked(path: str, document: Mapping[str, Any]) -> Contents:
    refuse_unknown(document, ("profiles", "defaults"), f"{path!r}: the top level", "table")
    profiles: dict[str, Any] = table_in(document, "profiles", path)
    for name in profiles:
        table_in(profiles, name, path, "profiles.")
    defaults: dict[str, str] = {}
    chosen = table_in(document, "defaults", path)
    if chosen:
        # A misspelt one would never count, and nobody would hear of it.
        refuse_unknown(chosen, backends(), f"{path!r}: [defaults]", "backend")
    for backend, name in chosen.items():
        if not isinstance(name, Secret) or name.reveal() not in profiles:
            msg = f"{path!r}: {backend!r} in [defaults] names no profile of the file."
            raise ConfigError(msg, hint=nearest(name, profiles, "profile"))
        stated = profiles[name.reveal()].get("backend", Secret(backend))
        if stated != Secret(backend):
            msg = f"{path!r}: {backend!r} in [defaults] names a profile for another backend."
            raise ConfigError(msg, hint="Name one whose backend is the same, or says none.")
        defaults[backend] = name.reveal()
    return Contents(path, profiles, defaults)


def backends() -> list[str]:
    """Names of all backends: each has a generated client."""
    import pkgutil  # noqa: PLC0415 - only for files with defaults

    import polyvox_api  # noqa: PLC0415 - same

    return [one.name for one in pkgutil.iter_modules(polyvox_api.__path__)]


def table_in(owner: Mapping[str, Any], name: str, path: str, prefix: str = "") -> dict[str, Any]:
    """
    The table *name* in *owner*; empty when there is none.

    Raises:
        ConfigError: It is something else.
    """
    found = owner.get(name, {})
    if not is_object(found):
        msg = f"{path!r}: {prefix}{name} is no table."
        raise ConfigError(msg, hint=f"Write [{prefix}{name}] on a line of its own.")
    return found


def refuse_unknown(given: Iterable[str], known: Iterable[str], where: str, what: str) -> None:
    """
    See that all names are known.

    Raises:
        ConfigError: One is not; the message suggests the nearest.
    """
    known = tuple(known)
    for name in given:
        if name not in known:
            msg = f"{where} has no {what} {name!r}."
            raise ConfigError(msg, hint=nearest(name, known, what))


def nearest(name: object, known: Iterable[str], what: str) -> str:
    """Advice about an unknown *name*: the nearest of the *known* ones, or all of them."""
    names = sorted(known)
    text = name.reveal() if isinstance(name, Secret) else str(name)
    all_of_them = f"There are: {', '.join(names)}." if names else f"There is no {what} at all."
    return did_you_mean(text, names, all_of_them)
