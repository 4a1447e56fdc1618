"""
Pictures as text: bytes to base64 and data URLs, without encoding any picture anew.

Source: Aleph Alpha API 4.7.0 (chat takes base64 data URLs only).
"""

from __future__ import annotations

import base64
import io
import urllib.request
from importlib import import_module
from pathlib import Path
from typing import Any

from polyvox.compat.aleph_alpha_client.errors import ConnectionLost, InvalidArgument

__all__ = ["data_url", "downloaded", "file_bytes", "optional", "picture_url", "pillow"]

MOST_BYTES = 64 * 1024 * 1024
SECONDS = 60.0
_KINDS = (
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
)


def _media_type(content: bytes) -> str:
    """The media type that the first bytes show; PNG when they show none."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for begin, kind in _KINDS if content.startswith(begin)), "image/png")


def data_url(base_64: str) -> str:
    """The data URL of a picture in base64, with the media type that its bytes show."""
    first = base64.b64decode(base_64[:16] + "=" * (-len(base_64[:16]) % 4))
    return f"data:{_media_type(first)};base64,{base_64}"


def picture_url(picture: Any) -> str:
    """The data URL of a Pillow image: its file's own bytes while it is unread, else a PNG."""
    content = _untouched(picture)
    if content is None:
        buffer = io.BytesIO()
        fitting = picture if picture.mode in {"1", "L", "LA", "P", "RGB", "RGBA"} else None
        (fitting or picture.convert("RGB")).save(buffer, format="PNG")
        content = buffer.getvalue()
    return data_url(base64.b64encode(content).decode())


def _untouched(picture: Any) -> bytes | None:
    """The bytes of the file behind *picture*; None once its pixels were loaded."""
    file = getattr(picture, "fp", None)
    if file is None or not getattr(picture, "tile", None) or picture.tell() != 0:
        return None
    position = file.tell()
    file.seek(0)
    content: bytes = file.read()
    file.seek(position)
    return content


def downloaded(url: str) -> bytes:
    """
    What an http or https URL gives.

    Raises:
        InvalidArgument: It is no such URL.
        ConnectionLost: It could not be read.
    """
    if not url.lower().startswith(("http://", "https://")):
        msg = f"{url[:80]!r} is no http or https URL."
        raise InvalidArgument(msg, hint="Pass a path or bytes for what is on this computer.")
    try:
        with urllib.request.urlopen(url, timeout=SECONDS) as answer:  # noqa: S310 - checked above
            content: bytes = answer.read(MOST_BYTES + 1)
    except OSError as error:
        msg = f"The picture at {url[:200]!r} could not be read: {error}."
        raise ConnectionLost(msg, hint="Check the URL.") from error
    if len(content) > MOST_BYTES:
        msg = f"The picture at {url[:200]!r} has more than {MOST_BYTES} bytes."
        raise InvalidArgument(msg, hint="Pass a smaller one.")
    return content


def pillow() -> Any:
    """
    Pillow's module `Image`.

    Raises:
        ImportError: Pillow is not installed.
    """
    return optional("PIL.Image", "pillow", "Looking into pictures")


def optional(module: str, package: str, what: str) -> Any:
    """
    A *module* that only *what* needs.

    Raises:
        ImportError: Its *package* is not installed.
    """
    try:
        return import_module(module)
    except ImportError as error:
        msg = f"{what} needs the package {package}. Install it with `pip install {package}`."
        raise ImportError(msg) from error


def file_bytes(path: str | Path) -> bytes:
    """The content of the file at *path*."""
    return Path(path).read_bytes()
