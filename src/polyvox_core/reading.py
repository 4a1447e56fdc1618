"""
Recognising contents: from bytes, paths, files and iterables to something that can be opened.

The part of `content` that knows the kinds of input. Each kind says what it is called in messages,
whether it can be opened twice, and how to read it in pieces of constant size.
"""

from __future__ import annotations

import io
import os
import stat
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable, Iterator
from contextlib import suppress
from inspect import iscoroutinefunction
from typing import Any, NamedTuple, Protocol

from polyvox_core.errors import BodyNotRewindable, ConfigError

__all__ = ["AsyncReadable", "Material", "Readable", "material_of", "refused"]

_CHUNK_BYTES = 256 * 1024
_ACCEPTED = "Pass bytes, a path, a file opened in binary mode, or an iterable of bytes."


class Readable(Protocol):
    """A file opened in binary mode, or anything that reads like one."""

    def read(self, size: int, /) -> bytes:
        """At most *size* bytes; empty at the end."""
        ...


class AsyncReadable(Protocol):
    """A file whose reads are awaited."""

    def read(self, size: int, /) -> Awaitable[bytes]:
        """At most *size* bytes; empty at the end."""
        ...


class Material(NamedTuple):
    """A recognised content; exactly one of the openers is given, and each opens it anew."""

    what: str
    open: Callable[[], Iterator[bytes]] | None = None
    aopen: Callable[[], AsyncIterator[bytes]] | None = None
    name: str | None = None
    size_bytes: int | None = None
    rewindable: bool = False
    blocking: bool = False


def material_of(content: Any) -> Material:
    """
    What *content* is; nothing is read yet, and no file opened.

    Raises:
        ConfigError: It is no kind of content, or no such file exists.
        BodyNotRewindable: It is a generator that has already run.
    """
    if _is_bytes_like(content):
        return _of_bytes(bytes(content))
    if hasattr(content, "__fspath__"):
        return _of_path(os.fsdecode(content))
    if isinstance(content, io.TextIOBase):
        raise refused("a file opened in text mode", "Open it in binary mode: open(path, 'rb').")
    if hasattr(content, "read"):
        return _of_async_file(content) if iscoroutinefunction(content.read) else _of_file(content)
    if hasattr(content, "__aiter__"):
        return _of_async_iterable(content)
    if isinstance(content, str):
        hint = "Pass text.encode() to send the text itself, or pathlib.Path(...) for a file."
        raise refused("a str as a file: it could be text or a path", hint)
    if not hasattr(content, "__iter__") or hasattr(content, "keys") or isinstance(content, tuple):
        what = f"{_described(content)} as a file"
        raise refused(what, _ACCEPTED)
    return _of_iterable(content)


def refused(what: str, hint: str) -> ConfigError:
    """The error for *what* can't be sent."""
    msg = f"Cannot send {what}."
    return ConfigError(msg, hint=hint)


def _described(value: Any) -> str:
    return f"an object of type {type(value).__name__}"


def _is_bytes_like(value: Any) -> bool:
    return isinstance(value, (bytes, bytearray, memoryview))


def _of_bytes(content: bytes) -> Material:
    def read() -> Iterator[bytes]:
        for start in range(0, len(content), _CHUNK_BYTES):
            yield content[start : start + _CHUNK_BYTES]

    return Material("bytes", read, size_bytes=len(content), rewindable=True)


def _of_path(path: str) -> Material:
    what = f"the file {path!r}"
    try:
        status = os.stat(path)  # noqa: PTH116 - works on any PathLike's text
    except (OSError, ValueError) as error:
        raise _unreadable(what, error) from error
    if stat.S_ISDIR(status.st_mode):
        what = f"the folder {path!r}"
        raise refused(what, "Pass the path of a file.")
    regular = stat.S_ISREG(status.st_mode)
    size_bytes = status.st_size if regular else None

    def read() -> Iterator[bytes]:
        try:
            file = open(path, "rb", buffering=0)  # noqa: PTH123, SIM115 - closed by with below
        except OSError as error:
            raise _unreadable(what, error) from error
        with file:
            yield from _sized(_read_on(file, what), size_bytes, what)

    return Material(
        what,
        read,
        name=os.path.basename(path),  # noqa: PTH119 - same
        size_bytes=size_bytes,
        rewindable=regular,
        blocking=True,
    )


def _of_file(file: Any) -> Material:
    if getattr(file, "closed", False) is True:
        raise refused("a closed file", "Send it before its with block ends.")
    start, size_bytes = _extent(file)
    name = _own_name(file)
    what = f"the open file {name!r}" if name else _described(file)

    def read() -> Iterator[bytes]:
        if start is not None:
            try:
                file.seek(start)
            except (OSError, ValueError) as error:
                raise _unreadable(what, error) from error
        yield from _sized(_read_on(file, what), size_bytes, what)

    return Material(
        what,
        read,
        name=name,
        size_bytes=size_bytes,
        rewindable=start is not None,
        blocking=not isinstance(file, io.BytesIO),
    )


def _extent(file: Any) -> tuple[int | None, int | None]:
    """Where *file* stands and how many bytes follow; None twice when it cannot seek."""
    with suppress(AttributeError, OSError, TypeError, ValueError):
        start = file.tell()
        file.seek(0, os.SEEK_END)
        end = file.tell()
        file.seek(start)
        return start, max(0, end - start)
    return None, None


def _own_name(file: Any) -> str | None:
    """Last part of the file's own name, unless that is a number or a label like `<stdin>`."""
    name = getattr(file, "name", None)
    if not isinstance(name, (str, bytes)):
        return None
    text = os.path.basename(os.fsdecode(name))  # noqa: PTH119 - may be any text
    return None if text.startswith("<") else text or None


def _of_async_file(file: AsyncReadable) -> Material:
    what = _described(file)

    async def read() -> AsyncIterator[bytes]:
        while piece := _as_bytes(await file.read(_CHUNK_BYTES), what):
            yield piece

    return Material(what, aopen=read)


def _of_iterable(pieces: Iterable[Any]) -> Material:
    what = _described(pieces)
    _check_not_exhausted(pieces, "gi_frame")

    def read() -> Iterator[bytes]:
        return filter(None, (_as_bytes(piece, what) for piece in pieces))

    return Material(
        what,
        read,
        rewindable=not isinstance(pieces, Iterator),
        blocking=not isinstance(pieces, list),
    )


def _of_async_iterable(pieces: AsyncIterable[Any]) -> Material:
    what = _described(pieces)
    _check_not_exhausted(pieces, "ag_frame")

    async def read() -> AsyncIterator[bytes]:
        async for piece in pieces:
            if chunk := _as_bytes(piece, what):
                yield chunk

    return Material(what, aopen=read, rewindable=not isinstance(pieces, AsyncIterator))


def _check_not_exhausted(pieces: object, frame: str) -> None:
    if getattr(pieces, frame, pieces) is None:
        msg = "Cannot send a generator that has already run: nothing is left of it."
        raise BodyNotRewindable(msg, hint="Pass a fresh one, or bytes, or a path.")


def _read_on(file: Readable, what: str) -> Iterator[bytes]:
    """What is left of *file*."""
    while True:
        try:
            piece = file.read(_CHUNK_BYTES)
        except (OSError, ValueError) as error:
            raise _unreadable(what, error) from error
        if not (chunk := _as_bytes(piece, what)):
            return
        yield chunk


def _as_bytes(piece: Any, what: str) -> bytes:
    if _is_bytes_like(piece):
        return bytes(piece)
    msg = f"Cannot send {what}: it gave {type(piece).__name__} instead of bytes."
    raise ConfigError(msg, hint=_ACCEPTED)


def _sized(chunks: Iterator[bytes], size_bytes: int | None, what: str) -> Iterator[bytes]:
    """*chunks*, as long as they keep to the size that was announced."""
    left = size_bytes
    for chunk in chunks:
        if left is not None:
            left -= len(chunk)
            if left < 0:
                break
        yield chunk
    if left:
        msg = f"Cannot send {what}: its size changed while it was being sent."
        raise ConfigError(msg, hint="Send a copy, or read it into memory before.")


def _unreadable(what: str, error: Exception) -> ConfigError:
    reason = getattr(error, "strerror", None) or str(error)
    msg = f"Cannot read {what}: {reason}."
    return ConfigError(msg, hint="Check that it exists, is readable and not closed.")
