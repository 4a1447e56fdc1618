"""
`client.prompts` of AI DIAL: prompts stored as JSON documents, with the same places as files.

Source: ai-dial-core, ResourceController; a stored prompt has `id`, `folderId`, `name`, `content`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, Unpack

from attrs import frozen

from polyvox.backends.dial.storage import Place
from polyvox.backends.dial.urls import StorageUrl, parse_storage_url
from polyvox.backends.dial.wire import file_info
from polyvox.backends.inputs import CallKeywords, split_options
from polyvox.types import FileInfo
from polyvox_api.dial import models
from polyvox_api.dial.operations import metadata as metadata_api
from polyvox_api.dial.operations import prompts as prompts_api
from polyvox_core.calling import call
from polyvox_core.client import ApiClient, AsyncApiClient
from polyvox_core.flow import Flow
from polyvox_core.once import Once
from polyvox_core.settings import Settings

__all__ = ["AsyncPrompts", "PromptStore", "Prompts"]


@frozen
class PromptStore:
    """
    The prompts of one client, as flows.

    Attributes:
        settings: Of the client.
        bucket: The caller's own bucket, looked up once.
    """

    settings: Settings
    bucket: Once[str]

    def locate(self, place: Place) -> Flow[StorageUrl]:
        """The storage URL of *place*."""
        text = place.as_posix() if isinstance(place, PurePath) else place
        if "://" not in text and not text.startswith(("prompts/", "/")):
            text = f"prompts/{yield from self.bucket.get()}/{text}"
        return parse_storage_url(text, self.settings, kind="prompts", folder=False)

    def create(
        self,
        place: Place,
        content: str,
        *,
        name: str | None,
        overwrite: bool,
        if_match: str | None,
        options: Mapping[str, Any],
    ) -> Flow[FileInfo]:
        """Store a prompt."""
        url = yield from self.locate(place)
        folder = str(url).rpartition("/")[0]
        prompt = models.PromptResource(
            id=str(url), folder_id=folder, name=name or url.name, content=content
        )
        _, call_options = split_options(options, (), "A prompt")
        arguments = {
            "bucket": url.bucket,
            "path": url.path,
            "If-Match": if_match,
            "If-None-Match": None if overwrite else "*",
        }
        answer = yield from call(
            self.settings, prompts_api.PUT_PROMPT, arguments, prompt, call_options
        )
        return file_info(answer.value, answer.headers.get("etag"))

    def one(
        self, operation: Any, place: Place, options: Mapping[str, Any], **more: Any
    ) -> Flow[Any]:
        """The answer of an operation on one prompt."""
        url = yield from self.locate(place)
        _, call_options = split_options(options, (), "A prompt")
        arguments = {"bucket": url.bucket, "path": url.path, **more}
        answer = yield from call(self.settings, operation, arguments, None, call_options)
        return answer.value

    def metadata(self, place: Place, options: Mapping[str, Any]) -> Flow[FileInfo]:
        """What the storage knows about a prompt."""
        found = yield from self.one(metadata_api.GET_PROMPT_METADATA, place, options)
        return file_info(found)


class Prompts:
    """Prompts in the storage of AI DIAL; a place is a path in your bucket or a storage URL."""

    def __init__(self, client: ApiClient, store: PromptStore) -> None:
        self._client = client
        self._store = store

    def create(
        self,
        place: Place,
        content: str,
        *,
        name: str | None = None,
        overwrite: bool = True,
        if_match: str | None = None,
        **options: Unpack[CallKeywords],
    ) -> FileInfo:
        """
        Store a prompt.

        Args:
            place: Where.
            content: Its text.
            name: Its name; by default the last part of *place*.
            overwrite: False refuses to replace an existing one.
            if_match: Only if the present one has this ETag.

        Raises:
            PreconditionFailed: It exists, or has another ETag.
        """
        return self._client.run(
            self._store.create(
                place,
                content,
                name=name,
                overwrite=overwrite,
                if_match=if_match,
                options=options,
            )
        )

    def get(self, place: Place, **options: Unpack[CallKeywords]) -> models.PromptResource:
        """A stored prompt; `NotFound` when there is none."""
        found: models.PromptResource = self._client.run(
            self._store.one(prompts_api.GET_PROMPT, place, options)
        )
        return found

    def metadata(self, place: Place, **options: Unpack[CallKeywords]) -> FileInfo:
        """What the storage knows about a prompt."""
        return self._client.run(self._store.metadata(place, options))

    def delete(
        self, place: Place, *, if_match: str | None = None, **options: Unpack[CallKeywords]
    ) -> None:
        """Remove a prompt; `NotFound` when there is none."""
        flow = self._store.one(prompts_api.DELETE_PROMPT, place, options, **{"If-Match": if_match})
        self._client.run(flow)


class AsyncPrompts:
    """Same as `Prompts`, for asyncio."""

    def __init__(self, client: AsyncApiClient, store: PromptStore) -> None:
        self._client = client
        self._store = store

    async def create(
        self,
        place: Place,
        content: str,
        *,
        name: str | None = None,
        overwrite: bool = True,
        if_match: str | None = None,
        **options: Unpack[CallKeywords],
    ) -> FileInfo:
        """Same as `Prompts.create`."""
        return await self._client.run(
            self._store.create(
                place,
                content,
                name=name,
                overwrite=overwrite,
                if_match=if_match,
                options=options,
            )
        )

    async def get(self, place: Place, **options: Unpack[CallKeywords]) -> models.PromptResource:
        """Same as `Prompts.get`."""
        found: models.PromptResource = await self._client.run(
            self._store.one(prompts_api.GET_PROMPT, place, options)
        )
        return found

    async def metadata(self, place: Place, **options: Unpack[CallKeywords]) -> FileInfo:
        """Same as `Prompts.metadata`."""
        return await self._client.run(self._store.metadata(place, options))

    async def delete(
        self, place: Place, *, if_match: str | None = None, **options: Unpack[CallKeywords]
    ) -> None:
        """Same as `Prompts.delete`."""
        flow = self._store.one(prompts_api.DELETE_PROMPT, place, options, **{"If-Match": if_match})
        await self._client.run(flow)
