"""
`client.prompts`: the two shells over `storage`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from polyvox.compat.aidial_client.resources import storage
from polyvox.compat.aidial_client.resources.metadata import AsyncMetadata, Metadata
from polyvox.compat.aidial_client.resources.storage import PROMPT_METADATA, Url
from polyvox.compat.aidial_client.session import AsyncSession, Session
from polyvox.compat.aidial_client.types.metadata import PromptItem, PromptMetadata
from polyvox.compat.aidial_client.types.prompt import Prompt

__all__ = ["AsyncPrompts", "Prompts"]


class Prompts:
    """Prompts in the storage; URLs as those of files, beginning with `prompts/`."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.metadata = Metadata(session)

    def save(
        self,
        url: Url,
        prompt: Prompt | Mapping[str, Any],
        etag_if_match: str | None = None,
        etag_if_none_match: str | None = None,
    ) -> PromptItem:
        """
        Store a prompt.

        Args:
            url: Where.
            prompt: A `Prompt`, or its members.
            etag_if_match: Only if the present one has this ETag.
            etag_if_none_match: `*`: only if there is none yet.
        """
        flow = storage.save_prompt(
            self._session.settings, url, prompt, etag_if_match, etag_if_none_match
        )
        return self._session.run(flow)

    def get(self, url: Url) -> Prompt:
        """A stored prompt."""
        return self._session.run(storage.get_prompt(self._session.settings, url))

    def delete(self, url: Url, etag_if_match: str | None = None) -> None:
        """Remove a prompt."""
        self._session.run(storage.delete(self._session.settings, "prompts", url, etag_if_match))

    def get_metadata(self, url: Url) -> PromptMetadata:
        """What the storage knows about a prompt."""
        flow = storage.metadata(self._session.settings, PROMPT_METADATA, "prompts", url)
        return self._session.run(flow)


class AsyncPrompts:
    """Same as `Prompts`, for asyncio."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self.metadata = AsyncMetadata(session)

    async def save(
        self,
        url: Url,
        prompt: Prompt | Mapping[str, Any],
        etag_if_match: str | None = None,
        etag_if_none_match: str | None = None,
    ) -> PromptItem:
        """Same as `Prompts.save`."""
        flow = storage.save_prompt(
            self._session.settings, url, prompt, etag_if_match, etag_if_none_match
        )
        return await self._session.run(flow)

    async def get(self, url: Url) -> Prompt:
        """Same as `Prompts.get`."""
        return await self._session.run(storage.get_prompt(self._session.settings, url))

    async def delete(self, url: Url, etag_if_match: str | None = None) -> None:
        """Same as `Prompts.delete`."""
        flow = storage.delete(self._session.settings, "prompts", url, etag_if_match)
        await self._session.run(flow)

    async def get_metadata(self, url: Url) -> PromptMetadata:
        """Same as `Prompts.get_metadata`."""
        flow = storage.metadata(self._session.settings, PROMPT_METADATA, "prompts", url)
        return await self._session.run(flow)
