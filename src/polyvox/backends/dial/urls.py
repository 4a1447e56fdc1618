"""
Storage URLs of AI DIAL: `files/<bucket>/<path>`, relative or below the server's own `/v1/`.

Everything is checked before anything is sent. Percent-encoded and plain forms of a path mean the
same; a path that ends in a slash is a folder.

Source: aidial-client 0.18, helpers.storage_resource; ai-dial-core 0.18, ResourceDescriptor.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from polyvox_core.errors import ForeignOriginError, UrlError
from polyvox_core.origin import origin_of
from polyvox_core.paths import encode_segment, encode_segments
from polyvox_core.settings import Settings

__all__ = ["KINDS", "StorageUrl", "parse_storage_url"]

KINDS = ("files", "conversations", "prompts", "applications", "toolsets")


class StorageUrl(NamedTuple):
    """
    A place in the storage.

    Attributes:
        kind: files, conversations, prompts, applications or toolsets.
        bucket: Whose storage it is, decoded.
        path: Decoded path in the bucket; empty for its root, with a slash at its end for folders.
    """

    kind: str
    bucket: str
    path: str

    @property
    def is_folder(self) -> bool:
        """Whether it names a folder."""
        return not self.path or self.path.endswith("/")

    @property
    def name(self) -> str:
        """Last part of the path; empty for folders."""
        return self.path.rpartition("/")[2]

    def __str__(self) -> str:
        """Return the relative URL, percent-encoded, as the server's other calls take it."""
        path = encode_segments(self.path, what="path", allow_empty=True)
        return f"{self.kind}/{encode_segment(self.bucket, what='bucket')}/{path}"


def parse_storage_url(
    value: str | PurePath,
    settings: Settings,
    *,
    kind: str | None = None,
    folder: bool | None = None,
) -> StorageUrl:
    """
    The place that *value* names.

    Args:
        value: Relative (`files/<bucket>/a.txt`) or absolute (`<base_url>/v1/files/...`).
        settings: Of the client; absolute URLs must lead to its server.
        kind: The only kind that will do, or None for any.
        folder: True when only a folder will do, False when only a file will.

    Raises:
        ForeignOriginError: It leads to another server.
        UrlError: It is malformed, or not what is needed.
    """
    text = value.as_posix() if isinstance(value, PurePath) else value
    relative = _relative(text, settings) if "://" in text or text.startswith("//") else text
    _check_form(text, relative)
    found, _, rest = relative.partition("/")
    bucket, slash, path = rest.partition("/")
    if found not in KINDS:
        raise _refused("Invalid resource type", text, f"Use one of {', '.join(KINDS)}.")
    if kind is not None and found != kind:
        msg = f"Invalid resource type for URL: {text!r}. Expected: {kind}, got: {found}."
        raise UrlError(msg, hint=f"Pass a URL that begins with {kind}/.")
    if not bucket:
        raise _refused("Missing bucket in URL", text, f"Use {found}/<bucket>/<path>.")
    if not slash:
        raise _refused("Missing bucket path in URL", text, f"Use {found}/<bucket>/<path>.")
    encode_segment(bucket, what="url")
    encode_segments(path, what="url", allow_empty=True)
    url = StorageUrl(found, _decoded(bucket, text), _decoded(path, text))
    if folder is False and url.is_folder:
        msg = f"URL points to a directory, not a file: {text!r}."
        raise UrlError(msg, hint="Name a file in it, without a slash at the end.")
    if folder is True and not url.is_folder:
        msg = f"URL points to a file, not a directory: {text!r}."
        raise UrlError(msg, hint="End the URL of a folder with a slash.")
    return url


def _relative(text: str, settings: Settings) -> str:
    if origin_of(text) != settings.origin:
        msg = f"Provided URL is not DIAL URL: {text!r}. It leads to another server."
        raise ForeignOriginError(msg, hint=f"This client talks to {settings.origin} only.")
    path = urlsplit(text).path
    prefix = f"{settings.prefix}/v1/"
    if not path.startswith(prefix):
        msg = f"Provided URL path {path!r} does not match with DIAL API URL {prefix!r}."
        raise UrlError(msg, hint=f"Absolute URLs begin with {settings.base_url}v1/.")
    return path.removeprefix(prefix)


def _check_form(text: str, relative: str) -> None:
    if relative.startswith("/"):
        raise _refused("Root-relative URL is forbidden", text, "Leave the first slash out.")
    if relative.startswith(("v1/", "v2/")):
        what = "API prefix as relative part is not allowed"
        raise _refused(what, text, "Leave the prefix out.")


def _decoded(part: str, text: str) -> str:
    try:
        return unquote(part, errors="strict")
    except UnicodeDecodeError:
        what = "Percent-encoding is not UTF-8"
        raise _refused(what, text, "Encode the UTF-8 bytes of each character.") from None


def _refused(what: str, text: str, hint: str) -> UrlError:
    return UrlError(f"{what}: {text!r}.", hint=hint)
