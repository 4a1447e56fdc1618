"""
Places of `polyvox files`: `dial:reports/may.csv` is on a server, anything else on this machine.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from attrs import frozen

from polyvox.backends.registry import BACKENDS
from polyvox.errors import ConfigError, NotFound, UrlError
from polyvox.types import FileInfo
from polyvox_core.nearest import did_you_mean

__all__ = ["Place", "all_in", "is_flat", "listed", "local_name", "place", "remote", "shown"]

_REMOTE = re.compile(rf"(?P<backend>{'|'.join(BACKENDS)}):(?P<path>.*)", re.DOTALL)
_MAYBE_REMOTE = re.compile(r"([\w-]{2,}):")
_STORED = re.compile(r"files/[^/]+/")


@frozen
class Place:
    """
    Where a file is.

    Attributes:
        backend: Of the server; None for this machine.
        path: There: a path or an id.
    """

    backend: str | None
    path: str

    @property
    def is_folder(self) -> bool:
        """Whether the path says that it is a folder."""
        return self.path.endswith("/") or not self.path

    def __str__(self) -> str:
        """Return the place as people write it."""
        return self.path if self.backend is None else f"{self.backend}:{self.path}"


def place(text: str) -> Place:
    """
    The place that *text* names.

    Raises:
        ConfigError: It begins with a backend's name that is misspelt.
    """
    found = _REMOTE.fullmatch(text)
    if found:
        return Place(found["backend"], found["path"])
    misspelt = _MAYBE_REMOTE.match(text)
    meant = did_you_mean(misspelt[1].lower(), BACKENDS, "") if misspelt else ""
    if misspelt and meant:
        msg = f"There is no backend {misspelt[1]!r}, as {text!r} would have it."
        raise ConfigError(msg, hint=f"{meant} A file of that name is './{text}'.")
    return Place(None, text)


def remote(texts: tuple[str, ...]) -> tuple[str | None, list[str]]:
    """
    The backend and the paths of places that can only be on a server; the backend may be left out.

    Raises:
        ConfigError: They are on several backends.
    """
    places = [place(text) for text in texts]
    backends = sorted({one.backend for one in places if one.backend is not None})
    if len(backends) > 1:
        msg = f"The places are on {' and '.join(backends)}, and one call is for one server."
        raise ConfigError(msg, hint="Call once for each of them.")
    return (backends[0] if backends else None), [one.path for one in places]


def is_flat(client: Any) -> bool:
    """Whether the backend knows files by their ids, without folders."""
    return "prefix" not in inspect.signature(client.files.iter).parameters


def listed(client: Any, path: str, *, recursive: bool = False) -> Iterator[FileInfo]:
    """
    What is in the folder *path*.

    Raises:
        ConfigError: The backend has no folders.
    """
    if not is_flat(client):
        prefix = path if not path or path.endswith("/") else f"{path}/"
        yield from client.files.iter(prefix, recursive=recursive)
    elif path:
        msg = f"{client.backend} keeps files without folders, so that {path!r} lists nothing."
        raise ConfigError(msg, hint=f"List all of them: polyvox files ls {client.backend}:")
    else:
        yield from client.files.iter()


def all_in(client: Any, path: str) -> list[FileInfo]:
    """
    All files below the folder *path*.

    Raises:
        NotFound: There is none.
    """
    found = [*listed(client, path, recursive=True)]
    if not found:
        msg = f"There is nothing in {path or client.backend + ':'!r}."
        raise NotFound(msg, hint="See what is there: polyvox files ls", backend=client.backend)
    return found


def shown(file: FileInfo) -> str:
    """The path of *file* below the bucket, as `cp`, `rm` and `cat` take it; or its id."""
    head = _STORED.match(file.url)
    return file.url if head is None else unquote(file.url[head.end() :])


def local_name(file: FileInfo, path: str) -> Path:
    """
    Where *file*, found below the folder *path*, belongs below a folder here.

    Raises:
        UrlError: Its name would lead elsewhere.
    """
    head = _STORED.match(file.url)
    below = file.url if head is None else file.url[head.end() :]
    folder = path.split("/")[2 if path.startswith("files/") else 0 :]
    parts = [unquote(part) for part in below.split("/")][len([one for one in folder if one]) :]
    for part in parts:
        if part in {"", ".", ".."} or re.search(r"[/\\:\x00-\x1f\x7f]", part):
            msg = f"The name {part!r} of a file on the server cannot be used here."
            raise UrlError(msg, hint="Download that file by itself, to a name of your own.")
    return Path(*parts)
