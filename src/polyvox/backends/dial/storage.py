"""
AI DIAL's file storage as flows: upload, download, listing, metadata, move, copy, delete.

A place is given as a path in the caller's own bucket (`reports/a.pdf`), as a relative storage
URL (`files/<bucket>/reports/a.pdf`), or as an absolute URL of the same server.

Source: ai-dial-core, FileController, FileMetadataController, ResourceOperationController.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Any, TypeAlias

from attrs import evolve, frozen

from polyvox.backends.dial.urls import StorageUrl, parse_storage_url
from polyvox.backends.dial.wire import file_info
from polyvox.backends.inputs import split_options
from polyvox.types import FileInfo
from polyvox_api.dial.operations import files as files_api
from polyvox_api.dial.operations import metadata as metadata_api
from polyvox_api.dial.operations import resources as resources_api
from polyvox_core.calling import Call, call
from polyvox_core.content import FileInput, open_content
from polyvox_core.downloading import Chunks
from polyvox_core.errors import (
    BadRequest,
    ConfigError,
    NotFound,
    PreconditionFailed,
    StatusError,
)
from polyvox_core.flow import Flow
from polyvox_core.once import Once
from polyvox_core.operation import plain
from polyvox_core.paths import safe_filename
from polyvox_core.progress import ProgressCallback
from polyvox_core.saving import save
from polyvox_core.settings import CallOptions, Settings

__all__ = ["Place", "Storage"]

Place: TypeAlias = str | PurePath
_MD5 = re.compile(r"[0-9a-f]{32}")
_UPLOAD = evolve(files_api.UPLOAD_FILE, encode=plain)
_MOVE = resources_api.MOVE_RESOURCE.raw()
_COPY = resources_api.COPY_RESOURCE.raw()


@frozen
class Storage:
    """
    The files of one client.

    Attributes:
        settings: Of the client.
        bucket: The caller's own bucket, looked up once.
    """

    settings: Settings
    bucket: Once[str]

    def locate(self, place: Place, *, folder: bool | None = None) -> Flow[StorageUrl]:
        """The storage URL of *place*."""
        text = place.as_posix() if isinstance(place, PurePath) else place
        if "://" in text or text.startswith(("files/", "/")):
            return parse_storage_url(text, self.settings, kind="files", folder=folder)
        own = yield from self.bucket.get()
        return parse_storage_url(f"files/{own}/{text}", self.settings, kind="files", folder=folder)

    def upload(
        self,
        source: FileInput,
        to: Place,
        *,
        content_type: str | None,
        overwrite: bool,
        if_match: str | None,
        progress: ProgressCallback | None,
        options: Mapping[str, Any],
    ) -> Flow[FileInfo]:
        """Store *source* at *to*; a folder there takes the source's own name."""
        content = open_content(source)
        text = to.as_posix() if isinstance(to, PurePath) else to
        if not text or text.endswith("/"):
            if not content.filename:
                msg = f"The file for {text!r} has no name."
                raise ConfigError(msg, hint="Name it: to='folder/name.txt'.")
            text += safe_filename(content.filename)
        url = yield from self.locate(text, folder=False)
        # The stored name comes from the URL; the part's type is what Core keeps.
        content = open_content(source, name=content.filename or url.name, content_type=content_type)
        arguments = {
            **_where(url),
            "If-Match": if_match,
            "If-None-Match": None if overwrite else "*",
        }
        _, call_options = split_options(options, (), "An upload")
        call_options = evolve(call_options, progress=progress)
        answer = yield from call(self.settings, _UPLOAD, arguments, {"file": content}, call_options)
        return file_info(answer.value, answer.headers.get("etag"))

    def open(
        self, place: Place, if_match: str | None, options: Mapping[str, Any]
    ) -> Flow[Call[bytes]]:
        """The call that downloads *place*, not yet sent."""
        url = yield from self.locate(place, folder=False)
        _, call_options = split_options(options, (), "A download")
        arguments = {**_where(url), "If-Match": if_match}
        return Call(self.settings, files_api.DOWNLOAD_FILE, arguments, None, call_options)

    def download(
        self,
        place: Place,
        to: str | os.PathLike[str],
        *,
        overwrite: bool,
        if_match: str | None,
        progress: ProgressCallback | None,
        options: Mapping[str, Any],
    ) -> Flow[Path]:
        """Save *place* to the file or into the folder *to*."""
        url = yield from self.locate(place, folder=False)
        target = Path(to)
        if target.is_dir() or os.fspath(to).endswith(("/", os.sep)):
            target /= safe_filename(url.name)
        if not overwrite and target.exists():
            msg = f"{target} exists already."
            raise ConfigError(msg, hint="Pass overwrite=True to replace it.")
        source = Chunks(lambda: self.open(str(url), if_match, options))
        yield from source.open()
        etag = source.headers.get("etag", "").strip('"')
        return (
            yield from save(
                source,
                target,
                overwrite=overwrite,
                progress=progress,
                checksum=etag if _MD5.fullmatch(etag) else None,
            )
        )

    def page(
        self, place: Place, token: str | None, query: Mapping[str, Any], options: CallOptions
    ) -> Flow[tuple[list[FileInfo], str | None]]:
        """One page of a folder, and the token of the next."""
        url = yield from self.locate(place, folder=True)
        arguments = {**_where(url), **query, "token": token}
        try:
            answer = yield from call(
                self.settings, metadata_api.GET_FILE_METADATA, arguments, None, options
            )
        except NotFound:
            # Core knows folders by their files only: an empty one is not there.
            return [], None
        items = answer.value.items or []
        return [file_info(item) for item in items], answer.value.next_token or None

    def metadata(self, place: Place, options: Mapping[str, Any]) -> Flow[FileInfo]:
        """What the storage knows about a file or folder."""
        url = yield from self.locate(place)
        _, call_options = split_options(options, (), "A look at metadata")
        answer = yield from call(
            self.settings, metadata_api.GET_FILE_METADATA, _where(url), None, call_options
        )
        return file_info(answer.value, answer.headers.get("etag"))

    def exists(self, place: Place, options: Mapping[str, Any]) -> Flow[bool]:
        """Whether there is a file or a folder that is not empty."""
        try:
            yield from self.metadata(place, options)
        except NotFound:
            return False
        return True

    def delete(
        self, place: Place, if_match: str | None, missing_ok: bool, options: Mapping[str, Any]
    ) -> Flow[None]:
        """Remove a file."""
        url = yield from self.locate(place, folder=False)
        _, call_options = split_options(options, (), "A delete")
        arguments = {**_where(url), "If-Match": if_match}
        try:
            yield from call(self.settings, files_api.DELETE_FILE, arguments, None, call_options)
        except NotFound:
            if not missing_ok:
                raise

    def transfer(
        self,
        source: Place,
        destination: Place,
        *,
        keep: bool,
        overwrite: bool,
        options: Mapping[str, Any],
    ) -> Flow[FileInfo]:
        """Copy (*keep*) or move a file within the storage."""
        from_url = yield from self.locate(source, folder=False)
        to_url = yield from self.locate(destination)
        if to_url.is_folder:
            to_url = to_url._replace(path=to_url.path + from_url.name)
        _, call_options = split_options(options, (), "A move or copy")
        body = {
            "sourceUrl": str(from_url),
            "destinationUrl": str(to_url),
            "overwrite": overwrite,
        }
        try:
            yield from call(self.settings, _COPY if keep else _MOVE, {}, body, call_options)
        except BadRequest as error:
            raise _told_apart(error) from error
        return (yield from self.metadata(str(to_url), options))


def _told_apart(error: BadRequest) -> StatusError:
    """Core answers 400 to whatever a move or copy finds in its way; its words tell the rest."""
    said = str(getattr(error, "server_message", ""))
    if "does not exist" in said:
        found: StatusError = NotFound(error.message, hint="See what is there with files.list().")
    elif "already exists" in said:
        hint = "Pass overwrite=True to replace it."
        found = PreconditionFailed(error.message, hint=hint)
    else:
        return error
    facts = {name: fact for name, fact in vars(error).items() if name not in {"message", "hint"}}
    return found.with_(**facts)


def _where(url: StorageUrl) -> dict[str, Any]:
    return {"bucket": url.bucket, "path": url.path}
