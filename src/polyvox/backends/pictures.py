"""
Fetching pictures from wherever a backend put them; for every backend with images.

The link comes from a server's answer and may lead anywhere: no credential and no header of the
client goes with it, redirects are not followed, and what is no picture is refused.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from attrs import evolve

from polyvox.backends.inputs import split_options
from polyvox.types import Image
from polyvox_core.calling import Call
from polyvox_core.downloading import Chunks
from polyvox_core.errors import ConfigError, NotFound, StatusError, UnexpectedContentType
from polyvox_core.flow import Flow, Work
from polyvox_core.operation import Operation
from polyvox_core.origin import origin_of
from polyvox_core.paths import safe_filename
from polyvox_core.progress import ProgressCallback
from polyvox_core.saving import save
from polyvox_core.settings import Settings

__all__ = ["download", "read"]

_HINTS: dict[type[StatusError] | tuple[str, type[StatusError]], str] = {
    NotFound: "Links to pictures expire; make the picture again."
}
# What RFC 3986 allows in a path and a query, percent signs included.
_URL_SAFE = "%/:?=&;,+@!$'()*~-._[]"
_KINDS = ("image/", "application/octet-stream", "binary/octet-stream")


def _link(image: Image | str) -> str:
    link = image if isinstance(image, str) else image.url
    if not link:
        msg = "The image has no link."
        raise ConfigError(msg, hint="It came as bytes: use its save() or content.")
    return link


def _chunks(settings: Settings, link: str, options: Mapping[str, Any]) -> Chunks:
    origin = origin_of(link)
    _, call_options = split_options(options, (), "A download")
    rest = link.partition("://")[2].partition("#")[0]
    start = min((at for at in (rest.find("/"), rest.find("?")) if at >= 0), default=len(rest))
    path = rest[start:] if rest[start:].startswith("/") else f"/{rest[start:]}"
    operation = Operation[bytes](
        id="download_image",
        method="GET",
        path=quote(path, safe=_URL_SAFE),
        answer="bytes",
        secured=False,
    )
    foreign = evolve(settings, base_url=str(origin), credentials=(), headers=(), hints=_HINTS)
    return Chunks(Call(foreign, operation, {}, None, call_options))


def _opened(settings: Settings, image: Image | str, options: Mapping[str, Any]) -> Flow[Chunks]:
    chunks = _chunks(settings, _link(image), options)
    yield from chunks.open()
    kind = chunks.headers.get("content-type", "").strip().lower()
    if kind and not kind.startswith(_KINDS):
        yield from chunks.close()
        msg = f"The link leads to {kind}, not to a picture."
        raise UnexpectedContentType(msg, hint="It may have expired; make the picture again.")
    return chunks


def read(settings: Settings, image: Image | str, options: Mapping[str, Any]) -> Flow[bytes]:
    """
    The bytes of a picture, fetched if need be.

    Raises:
        UnexpectedContentType: The link leads to something else.
        StatusError: The link is dead.
    """
    if isinstance(image, Image) and image.inline:
        return image.content
    chunks = yield from _opened(settings, image, options)
    pieces: list[bytes] = []
    while more := (yield from chunks.pull()):
        pieces += more
    return b"".join(pieces)


def download(
    settings: Settings,
    image: Image | str,
    to: str | os.PathLike[str],
    *,
    overwrite: bool,
    progress: ProgressCallback | None,
    options: Mapping[str, Any],
) -> Flow[Path]:
    """
    Save a picture to the file or into the folder *to*; it appears only when it is complete.

    Raises:
        ConfigError: The file exists, or cannot be written.
        UnexpectedContentType: The link leads to something else.
        StatusError: The link is dead.
    """
    target = Path(to)
    if target.is_dir() or os.fspath(to).endswith(("/", os.sep)):
        target /= _name_of(image)
    if not overwrite and target.exists():
        msg = f"{target} exists already."
        raise ConfigError(msg, hint="Pass overwrite=True to replace it.")
    if isinstance(image, Image) and image.inline:
        yield Work(lambda: image.save(target, overwrite=overwrite))
        return target
    chunks = yield from _opened(settings, image, options)
    return (yield from save(chunks, target, overwrite=overwrite, progress=progress, checksum=None))


def _name_of(image: Image | str) -> str:
    if isinstance(image, Image) and image.inline:
        return "image.png"
    path = _link(image).partition("?")[0].partition("#")[0].partition("://")[2]
    return safe_filename(unquote(path.partition("/")[2].rpartition("/")[2]) or "image.png")
