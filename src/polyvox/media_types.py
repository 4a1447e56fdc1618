"""
Media types of contents, told by how they begin or by their names; no I/O.
"""

from __future__ import annotations

from pathlib import PurePath

__all__ = ["by_name", "extension_of", "sniffed"]

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"ID3", "audio/mpeg"),
    (b"fLaC", "audio/flac"),
    (b"OggS", "audio/ogg"),
    (b"%PDF-", "application/pdf"),
)
_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav"}
# What `mimetypes` does not know everywhere, or knows by an older name.
_BY_ENDING = {
    ".flac": "audio/flac",
    ".md": "text/markdown",
    ".mp3": "audio/mpeg",
    ".ogg": "audio/ogg",
    ".wav": "audio/wav",
    ".webp": "image/webp",
}


def sniffed(content: bytes) -> str | None:
    """The media type that *content* begins like: a picture, a recording or a PDF."""
    if content[:4] == b"RIFF":
        return _RIFF.get(content[8:12])
    # A frame of MPEG audio begins with eleven ones.
    if len(content) > 1 and content[0] == 0xFF and content[1] & 0xE0 == 0xE0:
        return "audio/mpeg"
    return next((found for magic, found in _MAGIC if content.startswith(magic)), None)


def by_name(name: str | None) -> str | None:
    """The media type that the ending of *name* promises."""
    if not name:
        return None
    from mimetypes import guess_type  # noqa: PLC0415 - reads the system's tables when first used

    return _BY_ENDING.get(PurePath(name).suffix.lower()) or guess_type(name, strict=False)[0]


def extension_of(media_type: str) -> str:
    """The usual ending of names of such contents, with its dot; empty if there is none."""
    from mimetypes import guess_extension  # noqa: PLC0415 - same

    plain = media_type.partition(";")[0].strip()
    known = next((ending for ending, found in _BY_ENDING.items() if found == plain), None)
    return known or guess_extension(plain, strict=False) or ""
