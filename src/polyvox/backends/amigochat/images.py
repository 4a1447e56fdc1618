"""
`client.images` of AmigoChat: making pictures, and fetching them from where they are.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Unpack

from polyvox.backends import pictures
from polyvox.backends.amigochat.identity import FIELDS
from polyvox.backends.amigochat.ops import AmigoImageKeywords, Asker, make_images
from polyvox.backends.inputs import CallKeywords
from polyvox.backends.namespaces import Namespace
from polyvox.types import Image
from polyvox.types import Images as Made
from polyvox_core.client import ApiClient, AsyncApiClient
from polyvox_core.progress import ProgressCallback

__all__ = ["AsyncImages", "Images"]


class Images(Namespace, of=FIELDS):
    """Pictures made from a prompt."""

    def __init__(self, client: ApiClient, asker: Asker) -> None:
        self._client = client
        self._asker = asker

    def generate(self, prompt: str, *, model: str, **options: Unpack[AmigoImageKeywords]) -> Made:
        """
        Pictures for a *prompt*, which is sent as it is.

        Args:
            prompt: What to draw.
            model: Such as `flux-realism`; see `models.list(kind="image")`.
            options: See `AmigoImageKeywords`.

        Raises:
            DecodeError: The answer holds no picture.
            PolyvoxError: Any other failure; see `polyvox.errors`.

        Source: gpt4free, Provider/AmigoChat (2024-12).
        """
        return self._client.run(
            make_images(self._client.settings, self._asker, prompt, model, options)
        )

    def download(
        self,
        image: Image | str,
        to: str | os.PathLike[str],
        *,
        overwrite: bool = False,
        progress: ProgressCallback | None = None,
        **options: Unpack[CallKeywords],
    ) -> Path:
        """
        Save a picture, or what a link leads to, to the file or into the folder *to*.

        The link may lead to any server: no credential and no header of the client goes there.

        Raises:
            ConfigError: The file exists, or cannot be written.
            UnexpectedContentType: The link leads to something else than a picture.
            StatusError: The link is dead.
        """
        return self._client.run(
            pictures.download(
                self._client.settings,
                image,
                to,
                overwrite=overwrite,
                progress=progress,
                options=options,
            )
        )

    def read(self, image: Image | str, **options: Unpack[CallKeywords]) -> bytes:
        """The bytes of a picture, fetched if need be; see `download`."""
        return self._client.run(pictures.read(self._client.settings, image, options))


class AsyncImages(Namespace, of=FIELDS):
    """Same as `Images`, for asyncio."""

    def __init__(self, client: AsyncApiClient, asker: Asker) -> None:
        self._client = client
        self._asker = asker

    async def generate(
        self, prompt: str, *, model: str, **options: Unpack[AmigoImageKeywords]
    ) -> Made:
        """Same as `Images.generate`."""
        return await self._client.run(
            make_images(self._client.settings, self._asker, prompt, model, options)
        )

    async def download(
        self,
        image: Image | str,
        to: str | os.PathLike[str],
        *,
        overwrite: bool = False,
        progress: ProgressCallback | None = None,
        **options: Unpack[CallKeywords],
    ) -> Path:
        """Same as `Images.download`."""
        return await self._client.run(
            pictures.download(
                self._client.settings,
                image,
                to,
                overwrite=overwrite,
                progress=progress,
                options=options,
            )
        )

    async def read(self, image: Image | str, **options: Unpack[CallKeywords]) -> bytes:
        """Same as `Images.read`."""
        return await self._client.run(pictures.read(self._client.settings, image, options))
