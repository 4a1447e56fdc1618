"""
Where named texts are found: folders of the user, or mappings in their place; the first wins.

A name never leads out of its folder.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from polyvox.errors import ConfigError

if TYPE_CHECKING:
    from polyvox.compat.lwe.config import Config

__all__ = ["Place", "folders_of", "path_in", "read_text", "text_of", "texts_in"]

Place: TypeAlias = str | os.PathLike[str] | Mapping[str, str]


def folders_of(config: Config, variables: Sequence[str], keys: Sequence[str]) -> list[Path]:
    """
    The folders that the user named: in an environment variable, else in the configuration.

    Args:
        config: The configuration.
        variables: Environment variables that hold lists of folders.
        keys: Entries of `directories`.
    """
    named = [os.environ[name] for name in variables if os.environ.get(name)]
    if named:
        return [Path(one).expanduser() for text in named for one in text.split(os.pathsep) if one]
    found: list[Path] = []
    for key in keys:
        value: Any = config.get(["directories", key]) or []
        listed: list[str] = [value] if isinstance(value, str) else value
        found += [Path(one).expanduser() for one in listed]
    return found


def path_in(folder: Path, name: str) -> Path | None:
    """The file *name* of *folder*; None when the name would lead elsewhere."""
    parts = [part for part in name.split("/") if part not in {"", "."}]
    if not parts or any(
        part == ".." or "\0" in part or "\\" in part or Path(part).drive for part in parts
    ):
        return None
    return folder.joinpath(*parts)


def texts_in(place: Place) -> Iterator[str]:
    """Names of the texts of *place*, those in subfolders with slashes."""
    if isinstance(place, Mapping):
        yield from place
        return
    folder = Path(place)
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix()


def text_of(place: Place, name: str) -> str | None:
    """
    The text *name* of *place*, or None when it has no such.

    Raises:
        ConfigError: It cannot be read.
    """
    if isinstance(place, Mapping):
        return place.get(name)
    path = path_in(Path(place), name)
    return read_text(path) if path is not None and path.is_file() else None


def read_text(path: Path) -> str:
    """
    The text of the file *path*.

    Raises:
        ConfigError: It cannot be read, or is no text in UTF-8.
    """
    try:
        return path.read_text("utf-8")
    except (OSError, ValueError) as error:
        msg = f"The file {str(path)!r} cannot be read: {error}."
        raise ConfigError(msg, hint="Texts are files in UTF-8 that you may read.") from error
