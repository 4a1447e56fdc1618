"""
Files at OpenAI, as flows: uploads for a purpose, listings page by page, contents.

A file is named by its id (`file-...`); several may have the same file name.
Source: OpenAI API reference, files (2026).
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import evolve

from polyvox.backends.inputs import split_options
from polyvox.backends.openai.ops import simple
from polyvox.backends.openai.wire import file_info
from polyvox.types import FileInfo
from polyvox_api.openai.operations import files as files_api
from polyvox_core.calling import Call, call
from polyvox_core.content import FileInput, open_content
from polyvox_core.downloading import Chunks
from polyvox_core.errors import ConfigError, NotFound
from polyvox_core.flow import Flow
from polyvox_core.paths import safe_filename
from polyvox_core.progress import ProgressCallback
from polyvox_core.saving import save
from polyvox_core.settings import CallOptions, Settings

__all__ = ["Storage"]


class Storage:
    """
    The files that a key may see.

    Args:
        settings: Of the client.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def upload(
        self,
        source: FileInput,
        *,
        purpose: str,
        name: str | None,
        content_type: str | None,
        expires_after: int | None,
        progress: ProgressCallback | None,
        options: Mapping[str, Any],
    ) -> Flow[FileInfo]:
        """Store *source*."""
        body: dict[str, Any] = {"purpose": purpose}
        if expires_after is not None:
            body["expires_after[anchor]"] = "created_at"
            body["expires_after[seconds]"] = expires_after
        body["file"] = open_content(source, name=name, content_type=content_type)
        _, call_options = split_options(options, (), "An upload")
        call_options = evolve(call_options, progress=progress)
        answer = yield from call(self.settings, files_api.UPLOAD_FILE, {}, body, call_options)
        return file_info(answer.value)

    def metadata(self, file_id: str, options: Mapping[str, Any]) -> Flow[FileInfo]:
        """What the server knows about a file."""
        arguments = {"file_id": file_id}
        found = yield from simple(self.settings, files_api.GET_FILE, arguments, options)
        return file_info(found)

    def exists(self, file_id: str, options: Mapping[str, Any]) -> Flow[bool]:
        """Whether there is such a file."""
        try:
            yield from self.metadata(file_id, options)
        except NotFound:
            return False
        return True

    def content(self, file_id: str, options: Mapping[str, Any]) -> Chunks:
        """The bytes of a file."""
        _, call_options = split_options(options, (), "A download")
        operation, arguments = files_api.DOWNLOAD_FILE_CONTENT, {"file_id": file_id}
        return Chunks(Call(self.settings, operation, arguments, None, call_options))

    def download(
        self,
        file_id: str,
        to: str | os.PathLike[str],
        *,
        overwrite: bool,
        progress: ProgressCallback | None,
        options: Mapping[str, Any],
    ) -> Flow[Path]:
        """Save a file to the file or into the folder *to*."""
        target = Path(to)
        if target.is_dir() or os.fspath(to).endswith(("/", os.sep)):
            found = yield from self.metadata(file_id, options)
            target /= safe_filename(found.name or file_id)
        if not overwrite and target.exists():
            msg = f"{target} exists already."
            raise ConfigError(msg, hint="Pass overwrite=True to replace it.")
        source = self.content(file_id, options)
        yield from source.open()
        return (
            yield from save(source, target, overwrite=overwrite, progress=progress, checksum=None)
        )

    def delete(self, file_id: str, missing_ok: bool, options: Mapping[str, Any]) -> Flow[None]:
        """Remove a file."""
        try:
            yield from simple(self.settings, files_api.DELETE_FILE, {"file_id": file_id}, options)
        except NotFound:
            if not missing_ok:
                raise

    def page(
        self, token: str | None, query: Mapping[str, Any], options: CallOptions
    ) -> Flow[tuple[list[FileInfo], str | None]]:
        """One page of the listing, and the token of the next."""
        arguments = {**query, "after": token}
        answer = yield from call(self.settings, files_api.LIST_FILES, arguments, None, options)
        files = [file_info(one) for one in answer.value.data or ()]
        last = answer.value.last_id or (files[-1].url if files else None)
        # A server that repeats a page would be asked for ever.
        more = bool(answer.value.has_more) and files and last != token
        return files, (last or None) if more else None
