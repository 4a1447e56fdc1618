"""
Storage URLs as aidial-client takes them, checked before anything is sent.

Source: aidial-client 0.18, helpers.storage_resource: accepted forms and how refusals begin.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from polyvox.backends.dial.urls import StorageUrl, parse_storage_url
from polyvox.compat.aidial_client.errors import InvalidDialURLError
from polyvox.errors import ForeignOriginError, UrlError
from polyvox_core.origin import origin_of
from polyvox_core.settings import Settings

__all__ = ["Place", "as_folder", "check_segments", "file_place", "metadata_place", "skill_place"]


class Place(NamedTuple):
    """A place in the storage: bucket, and decoded path in it; folders end in a slash."""

    bucket: str
    path: str

    @property
    def name(self) -> str:
        """Last part of the path."""
        return self.path.rstrip("/").rpartition("/")[2]

    @property
    def arguments(self) -> dict[str, Any]:
        """Both, by their names in the operations."""
        return {"bucket": self.bucket, "path": self.path}

    def relative(self, kind: str) -> str:
        """The relative URL, percent-encoded, as bodies of requests name it."""
        return str(StorageUrl(kind, self.bucket, self.path))


def file_place(url: str | PurePath, settings: Settings, kind: str) -> Place:
    """
    The file, prompt or conversation that *url* names.

    Raises:
        UrlError: It is malformed, of another kind, or names a folder.
        ForeignOriginError: It leads to another server.
    """
    found = parse_storage_url(_checked(url, settings), settings, kind=kind, folder=False)
    return Place(found.bucket, found.path)


def metadata_place(url: str | PurePath, settings: Settings, kind: str) -> Place:
    """Same as `file_place`, for folders too: they end in a slash; a bucket's root needs none."""
    text = _checked(url, settings)
    if isinstance(url, PurePath) and text.count("/") == 1:
        # A PurePosixPath cannot end in a slash, and `my_files_home()` is one.
        text += "/"
    found = parse_storage_url(text, settings, kind=kind)
    return Place(found.bucket, found.path)


def as_folder(url: str | PurePath) -> str:
    """The *url* of a folder, with the slash at its end that it may lack."""
    text = _text(url)
    return text if text.endswith("/") else f"{text}/"


def _text(url: str | PurePath) -> str:
    return url.as_posix() if isinstance(url, PurePath) else str(url)


def _checked(url: str | PurePath, settings: Settings) -> str:
    """The text of *url*, without query, its scheme that of the client's own server."""
    text = _text(url)
    if "://" not in text:
        check_segments(text.removeprefix("/"), "url")
        return text
    address, ours = urlsplit(text), settings.origin
    if address.scheme in {"http", "https"} and address.scheme != ours.scheme:
        # Stored links outlive a move to TLS; what is sent goes to the client's server anyway.
        text = text.replace(f"{address.scheme}://", f"{ours.scheme}://", 1)
    if origin_of(text) != ours:
        msg = f"Provided URL is not DIAL URL: {text}"
        raise ForeignOriginError(msg)
    path = urlsplit(text).path
    check_segments(path.lstrip("/"), "url")
    return text


def check_segments(path: str, what: str) -> None:
    """
    Refuse segments of a percent-encoded *path* that servers could read in another way.

    Raises:
        InvalidDialURLError: One is empty, `.` or `..`, or holds an encoded separator.
    """
    for segment in path.removesuffix("/").split("/"):
        plain = unquote(segment)
        if plain in {".", ".."}:
            msg = f'"." and ".." are not allowed in {what}, got: {path!r}'
            raise InvalidDialURLError(msg)
        if not segment and path:
            msg = f"Empty path segment in {what}, got: {path!r}"
            raise InvalidDialURLError(msg)
        if "/" in plain or "\\" in plain:
            msg = f"An encoded path separator is not allowed in {what}, got: {path!r}"
            raise InvalidDialURLError(msg)


def skill_place(url: str | PurePath, settings: Settings) -> Place:
    """
    The skill, folder or file of a skill that *url* names: `skills/<bucket>/<path>`.

    Raises:
        UrlError: It is malformed, or of another kind.
        ForeignOriginError: It leads to another server.
    """
    text = _checked(url, settings)
    if "://" in text:
        path, prefix = urlsplit(text).path, f"{settings.prefix}/v2/"
        if not path.startswith(prefix):
            msg = f"Provided URL path {path} does not match with DIAL API URL {prefix}"
            raise UrlError(msg)
        text = path.removeprefix(prefix)
    elif text.startswith("/"):
        msg = f"Root-relative URL is forbidden: {text}"
        raise UrlError(msg)
    kind, _, rest = text.partition("/")
    bucket, _, path = rest.partition("/")
    if kind != "skills":
        msg = f"Invalid resource type for URL: {text}\nExpected: skills, got: {kind}"
        raise UrlError(msg)
    if not bucket:
        msg = f"Missing bucket in URL: {text}"
        raise UrlError(msg)
    return Place(bucket, unquote(path).removesuffix("/"))
