"""
Files and prompts as flows: what `files`, `prompts` and `metadata` do, written once.

Source: aidial-client 0.18, resources.files, prompts and metadata; ai-dial-core, FileController.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, TypeAlias, TypeGuard, TypeVar

from polyvox.compat.aidial_client.content import Target
from polyvox.compat.aidial_client.places import (
    as_folder,
    file_place,
    metadata_place,
)
from polyvox.compat.aidial_client.session import fetched, shaped
from polyvox.compat.aidial_client.types.metadata import (
    BaseMetadata,
    ConversationMetadata,
    FileItem,
    FileMetadata,
    PromptItem,
    PromptMetadata,
)
from polyvox.compat.aidial_client.types.prompt import Prompt
from polyvox_api.dial.operations import files as files_api
from polyvox_api.dial.operations import metadata as metadata_api
from polyvox_api.dial.operations import prompts as prompts_api
from polyvox_api.dial.operations import resources as resources_api
from polyvox_core.calling import call
from polyvox_core.content import FileInput, open_content
from polyvox_core.flow import Flow
from polyvox_core.operation import Operation
from polyvox_core.settings import Settings

__all__ = [
    "FILE_METADATA",
    "METADATA",
    "PROMPT_METADATA",
    "FileTypes",
    "Url",
    "delete",
    "download_target",
    "get_prompt",
    "listing",
    "metadata",
    "save_prompt",
    "transfer",
    "upload",
]

Url: TypeAlias = str | PurePath
FileTypes: TypeAlias = FileInput | str | tuple[str | None, str] | tuple[str | None, str, str | None]
M = TypeVar("M", bound=BaseMetadata)

_UPLOAD = shaped(files_api.UPLOAD_FILE, FileItem.of)
_PUT_PROMPT = shaped(prompts_api.PUT_PROMPT, PromptItem.of)
_GET_PROMPT = shaped(prompts_api.GET_PROMPT, Prompt.of)
_DELETE = {"files": files_api.DELETE_FILE, "prompts": prompts_api.DELETE_PROMPT}
_TRANSFER = {"move": resources_api.MOVE_RESOURCE.raw(), "copy": resources_api.COPY_RESOURCE.raw()}
FILE_METADATA = shaped(metadata_api.GET_FILE_METADATA, FileMetadata.of)
PROMPT_METADATA = shaped(metadata_api.GET_PROMPT_METADATA, PromptMetadata.of)
METADATA: dict[str, Operation[Any]] = {
    "files": FILE_METADATA,
    "conversations": shaped(metadata_api.GET_CONVERSATION_METADATA, ConversationMetadata.of),
    "prompts": PROMPT_METADATA,
}


def _stamped(item: M, headers: Mapping[str, str]) -> M:
    """The *item*, its etag taken from the headers where the body lacks it."""
    if item.etag is None and (etag := headers.get("etag")):
        item.etag = etag.strip('"')
    return item


def _is_tuple(value: Any) -> TypeGuard[tuple[Any, ...]]:
    return isinstance(value, tuple)


def _content(file: Any) -> Any:
    """
    The *file* as polyvox takes it: texts become bytes, open files are sent from their start.

    In a tuple of three, `(name, content, content type)` and `(name, content type, content)` are
    told apart by where the text stands.
    """
    if not _is_tuple(file):
        return _rewound(file)
    parts = list(file)
    position = 1
    if (
        len(parts) == 3
        and isinstance(parts[1], str)
        and not isinstance(parts[2], (str, type(None)))
    ):
        position = 2
    if len(parts) > position:
        parts[position] = _rewound(parts[position])
    return tuple(parts)


def _rewound(content: Any) -> Any:
    if isinstance(content, str):
        return content.encode()
    seekable = getattr(content, "seekable", None)
    if callable(seekable) and not getattr(content, "closed", False) and seekable():
        # As httpx does: one open file may be uploaded twice in a row.
        content.seek(0)
    return content


def upload(
    settings: Settings,
    url: Url,
    file: Any,
    etag_if_match: str | None,
    etag_if_none_match: str | None,
) -> Flow[FileItem]:
    """Store *file* at *url*."""
    place = file_place(url, settings, "files")
    content = open_content(_content(file))
    # The part's type is what Core keeps; without a better clue the URL's name tells it.
    if content.filename is None:
        content = open_content(_content(file), name=place.name)
    arguments = {
        **place.arguments,
        "If-Match": etag_if_match,
        "If-None-Match": etag_if_none_match,
    }
    answer = yield from call(settings, _UPLOAD, arguments, {"file": content})
    return _stamped(answer.value, answer.headers)


def download_target(settings: Settings, url: Url, etag_if_match: str | None) -> Flow[Target]:
    """What the download of *url* asks for."""
    yield from ()
    place = file_place(url, settings, "files")
    arguments = {**place.arguments, "If-Match": etag_if_match}
    return Target(place.name, files_api.DOWNLOAD_FILE, arguments)


def delete(settings: Settings, kind: str, url: Url, etag_if_match: str | None) -> Flow[None]:
    """Remove the file or prompt at *url*."""
    arguments = {**file_place(url, settings, kind).arguments, "If-Match": etag_if_match}
    yield from fetched(settings, _DELETE[kind], arguments)


def transfer(
    settings: Settings, how: str, source: Url, destination: Url, overwrite: bool
) -> Flow[None]:
    """Move or copy a file within the storage."""
    from_, to = (file_place(one, settings, "files") for one in (source, destination))
    body = {
        "sourceUrl": from_.relative("files"),
        "destinationUrl": to.relative("files"),
        "overwrite": overwrite,
    }
    yield from fetched(settings, _TRANSFER[how], {}, body)


def metadata(
    settings: Settings,
    operation: Operation[M],
    kind: str,
    url: Url,
    *,
    limit: int | None = None,
    token: str | None = None,
    recursive: bool | None = None,
    permissions: bool | None = None,
) -> Flow[M]:
    """What the storage knows about *url*; one page of a folder."""
    arguments = {
        **metadata_place(url, settings, kind).arguments,
        "limit": limit,
        "token": token,
        "recursive": recursive,
        "permissions": permissions,
    }
    answer = yield from call(settings, operation, arguments)
    return _stamped(answer.value, answer.headers)


def listing(
    settings: Settings, url: Url, *, limit: int | None, recursive: bool, permissions: bool
) -> Flow[list[FileItem]]:
    """Everything in the folder *url*, page by page until there is no token."""
    items: list[FileItem] = []
    token: str | None = None
    while True:
        page = yield from metadata(
            settings,
            FILE_METADATA,
            "files",
            as_folder(url),
            limit=limit,
            token=token,
            recursive=recursive or None,
            permissions=permissions or None,
        )
        items += page.items or []
        token = page.next_token
        if not token:
            return items


def save_prompt(
    settings: Settings,
    url: Url,
    prompt: Prompt | Mapping[str, Any],
    etag_if_match: str | None,
    etag_if_none_match: str | None,
) -> Flow[PromptItem]:
    """Store *prompt* at *url*."""
    arguments = {
        **file_place(url, settings, "prompts").arguments,
        "If-Match": etag_if_match,
        "If-None-Match": etag_if_none_match,
    }
    body = Prompt.model_validate(prompt).model_dump(by_alias=True)
    answer = yield from call(settings, _PUT_PROMPT, arguments, body)
    return _stamped(answer.value, answer.headers)


def get_prompt(settings: Settings, url: Url) -> Flow[Prompt]:
    """The prompt at *url*."""
    place = file_place(url, settings, "prompts")
    return (yield from fetched(settings, _GET_PROMPT, place.arguments))
