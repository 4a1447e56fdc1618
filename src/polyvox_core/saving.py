"""
Writing a download to disk: whole under its final name, or not there at all.

The bytes go to a hidden file in the same folder, which takes the final name only after its length
and checksum were found right. Whatever goes wrong, that file is removed.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from polyvox_core.errors import ConfigError, IntegrityError
from polyvox_core.flow import Flow, Work
from polyvox_core.message import Headers
from polyvox_core.progress import Progress, ProgressCallback
from polyvox_core.streaming import Source

__all__ = ["save", "save_bytes"]

_BATCH_BYTES = 640 * 1024


class _PartFile:
    """A file on its way to *target*; *checksum* is the hex MD5 that it must have, or None."""

    def __init__(self, target: Path, *, overwrite: bool, checksum: str | None = None) -> None:
        self._target = target
        self._overwrite = overwrite
        self._part = target.with_name(f".{target.name[:80]}.{os.urandom(4).hex()}.part")
        self._refuse_existing()
        try:
            self._file = self._part.open("xb")
        except OSError as error:
            msg = f"The download cannot be written to {target}: {error.strerror or error}."
            raise ConfigError(
                msg, hint="Choose a folder that exists and can be written."
            ) from error
        self._checksum = checksum
        self._digest = None if checksum is None else _md5()
        self.size = 0

    def _refuse_existing(self) -> None:
        if self._target.is_dir():
            msg = f"{self._target} is a folder."
            raise ConfigError(msg, hint="Pass a file name in it.")
        if not self._overwrite and self._target.exists():
            msg = f"{self._target} exists already."
            raise ConfigError(msg, hint="Pass overwrite=True to replace it.")

    def write(self, batch: list[bytes]) -> None:
        for chunk in batch:
            self._file.write(chunk)
            self.size += len(chunk)
            if self._digest is not None:
                self._digest.update(chunk)

    def check(self, expected: int | None) -> None:
        """Whether it has the *expected* length, where one is known, and the checksum."""
        if expected is not None and self.size != expected:
            msg = f"The download has {self.size} bytes instead of {expected}."
            raise IntegrityError(msg, hint="Try again; nothing was left under the final name.")
        if self._digest is not None and self._digest.hexdigest() != str(self._checksum).lower():
            msg = "The download's MD5 differs from the ETag that the server gave."
            raise IntegrityError(msg, hint="Try again; nothing was left under the final name.")

    def finish(self) -> None:
        self._file.close()
        self._refuse_existing()
        os.replace(self._part, self._target)  # noqa: PTH105 - the atomic one, on every system

    def abort(self) -> None:
        self._file.close()
        self._part.unlink(missing_ok=True)


def save(
    source: Source[bytes],
    target: Path,
    *,
    overwrite: bool,
    progress: ProgressCallback | None,
    checksum: str | None,
) -> Flow[Path]:
    """
    Write what *source* gives to *target*.

    Args:
        source: An open download.
        target: Path of the file.
        overwrite: Whether an existing file is replaced.
        progress: Called after each piece.
        checksum: Hex MD5 that the content must have, or None.

    Raises:
        ConfigError: The file exists, or cannot be written.
        IntegrityError: Length or checksum are wrong.
    """
    part: Any = yield Work(lambda: _PartFile(target, overwrite=overwrite, checksum=checksum))
    try:
        yield from _copy(source, part, progress)
        part.check(total_bytes(source.headers))
        yield Work(part.finish)
    except BaseException:
        part.abort()
        raise
    return target


def save_bytes(content: bytes, target: Path, *, overwrite: bool) -> Path:
    """
    Write *content* to *target*, at once.

    Raises:
        ConfigError: The file exists, or cannot be written.
    """
    part = _PartFile(target, overwrite=overwrite)
    try:
        part.write([content])
        part.finish()
    except BaseException:
        part.abort()
        raise
    return target


def _copy(source: Source[bytes], part: _PartFile, progress: ProgressCallback | None) -> Flow[None]:
    total = total_bytes(source.headers)
    batch: list[bytes] = []
    done = waiting = 0
    while chunks := (yield from source.pull()):
        batch += chunks
        waiting += sum(map(len, chunks))
        if waiting >= _BATCH_BYTES:
            full, batch, waiting = batch, [], 0
            yield Work(lambda full=full: part.write(full))  # type: ignore[misc]  # default binds the list
        done += sum(map(len, chunks))
        if progress is not None:
            progress(Progress(done, total))
    yield Work(lambda: part.write(batch))


def total_bytes(headers: Headers) -> int | None:
    """Length of the content, when the server announced it and it is not compressed."""
    length = headers.get("content-length", "")
    if headers.get("content-encoding", "identity") != "identity" or not length.isdigit():
        return None
    return int(length)


def _md5() -> Any:
    from hashlib import md5  # noqa: PLC0415 - 3 ms that few downloads need

    return md5(usedforsecurity=False)
