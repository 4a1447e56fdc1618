"""
Values from outside on their way into URL paths and file names.

A value is checked before it is joined to anything: HTTP clients and servers collapse `..`, so
that a joined path can no longer tell what was meant. Refused forms are refused at every level of
percent-encoding, for servers that decode twice.
"""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

from polyvox_core.errors import UrlError

__all__ = ["encode_segment", "encode_segments", "safe_filename"]

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_MAX_DECODINGS = 4
_SHOWN = 100

_BIDI = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_RESERVED = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9\u00b9\u00b2\u00b3]) *(\..*)?", re.IGNORECASE
)
_MAX_NAME = 255
_MAX_SUFFIX = 32


def encode_segments(value: str, *, what: str, allow_empty: bool = False) -> str:
    """
    *value* percent-encoded segment by segment; slashes stay, a trailing one too.

    Args:
        value: Path as people write it, not percent-encoded, such as `reports/a b.pdf`.
        what: What the value is, for the message.
        allow_empty: Let the empty text through as it is.

    Raises:
        UrlError: It is empty, begins with a slash, has an empty segment, `.` or `..`, or holds
            a backslash, a control character, or an encoded separator.
    """
    if not value and allow_empty:
        return ""
    if value.startswith("/"):
        raise _refused(what, value, "begins with a slash", "Pass it without.")
    segments = value.removesuffix("/").split("/")
    encoded = "/".join(_encoded(segment, value, what) for segment in segments)
    return f"{encoded}/" if value.endswith("/") else encoded


def encode_segment(value: str, *, what: str) -> str:
    """
    *value* percent-encoded as one path segment.

    Raises:
        UrlError: It is empty, `.` or `..`, or holds a slash, a backslash, a control character,
            or an encoded separator.
    """
    if "/" in value:
        raise _refused(what, value, "holds a slash", "It is one path segment; pass it without.")
    return _encoded(value, value, what)


def _encoded(segment: str, value: str, what: str) -> str:
    if not segment:
        fault = "has an empty part" if value else "is empty"
        raise _refused(what, value, fault, "Give every part a name.")
    level = segment
    for _ in range(_MAX_DECODINGS):
        _check(level, value, what)
        deeper = unquote(level)
        if deeper == level:
            break
        level = deeper
    else:
        raise _refused(what, value, "is percent-encoded over and over", "Pass it decoded.")
    try:
        return quote(segment, safe="")
    except UnicodeEncodeError:
        fault = "holds half of a surrogate pair"
        raise _refused(what, value, fault, "Pass valid Unicode text.") from None


def _check(segment: str, value: str, what: str) -> None:
    if segment in {".", ".."}:
        raise _refused(what, value, "has '.' or '..' for a part", "Write the path out.")
    if "/" in segment or "\\" in segment:
        fault = "holds a backslash or an encoded separator"
        raise _refused(what, value, fault, "Separate parts by plain slashes.")
    if _CONTROL.search(segment):
        raise _refused(what, value, "holds a control character", "Remove it.")


def _refused(what: str, value: str, fault: str, hint: str) -> UrlError:
    shown = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}..."
    msg = f"The {what} {shown!r} {fault}."
    return UrlError(msg, hint=hint)


def safe_filename(name: str) -> str:
    """
    A file name that is safe to create in a folder of the caller's, made of a server's *name*.

    Folders, leading dots, control and text direction characters are dropped, characters and
    names that Windows reserves are replaced, and it is cut to 255 bytes of UTF-8, extension kept.

    Returns:
        The name, never empty; `"download"` if nothing is left of it.
    """
    base = re.split(r"[/\\]", name)[-1]
    base = _BIDI.sub("", _CONTROL.sub("", base)).encode("utf-8", "replace").decode()
    base = _trimmed(_FORBIDDEN.sub("_", base).lstrip(". "))
    if _RESERVED.fullmatch(base):
        base = f"_{base}"
    return _shortened(base) or "download"


def _shortened(name: str) -> str:
    if len(name.encode()) <= _MAX_NAME:
        return name
    stem, dot, suffix = name.rpartition(".")
    if not stem or len(suffix.encode()) > _MAX_SUFFIX:
        stem, dot, suffix = name, "", ""
    room = _MAX_NAME - len((dot + suffix).encode())
    return _trimmed(stem.encode()[:room].decode("utf-8", "ignore")) + dot + suffix


def _trimmed(name: str) -> str:
    """*name* without the dots and blanks at its end, which Windows drops."""
    return name.rstrip(". ")
