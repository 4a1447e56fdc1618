"""
`client.images` of OpenAI: making and changing pictures, and fetching them from where they are.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Unpack

from polyvox.backends import pictures
from polyvox.backends.inputs import CallKeywords, split_options
from polyvox.backends.namespaces import Namespace
from polyvox.backends.openai.identity import FIELDS
from polyvox.backends.openai.ops import checked
from polyvox.backends.openai.wire import images_of
from polyvox.types import Image
from polyvox.types import Images as Made
from polyvox_api.openai.operations import images as images_api
from polyvox_core.calling import Call
from polyvox_core.client import ApiClient, AsyncApiClient
from polyvox_core.content import FileInput
from polyvox_core.flow import Flow
from polyvox_core.operation import Operation
from polyvox_core.progress import ProgressCallback
from polyvox_core.settings import Settings

__all__ = ["AsyncImages", "Images", "OpenAIImageKeywords"]


class OpenAIImageKeywords(CallKeywords, total=False):
    """
    Options of a picture, as far as the model knows them.

    Keys:
        n: How many.
        size: Width and height, such as `1024x1024`, or `auto`.
        quality: low, medium, high or auto; standard or hd for older models.
        background: transparent, opaque or auto.
        output_format: png, jpeg or webp.
        output_compression: Of jpeg and webp, in percent.
        response_format: `b64_json` or `url`, for older models and compatible servers.
        moderation: low or auto.
        style: vivid or natural (DALL-E 3).
        input_fidelity: How closely an edit keeps to the picture: high or low.
        user: Whom the request is made for.
    """

    n: int | None
    size: str | None
    quality: str | None
    background: str | None
    output_format: str | None
    output_compression: int | None
    response_format: str | None
    moderation: str | None
    style: str | None
    input_fidelity: str | None
    user: str | None


_NAMES = OpenAIImageKeywords.__optional_keys__ - CallKeywords.__optional_keys__
_CREATE = images_api.CREATE_IMAGE.raw()
_EDIT = images_api.EDIT_IMAGE.raw()


def _made(
    settings: Settings,
    operation: Operation[Any],
    body: Mapping[str, Any],
    model: str | None,
    options: Mapping[str, Any],
) -> Flow[Made]:
    more, call_options = split_options(options, _NAMES, "An image of OpenAI")
    sent = {name: value for name, value in body.items() if value is not None}
    if model is not None:
        sent["model"] = model
    this: Call[Any] = Call(settings, operation, {}, {**sent, **more}, call_options)
    answer = yield from this.attempts(lambda incoming: checked(this, incoming))
    made = this.read(lambda: images_of(answer.value, answer.headers, model), answer)
    this.done(made)
    return made


def _edit_body(
    prompt: str, image: FileInput | list[FileInput], mask: FileInput | None
) -> dict[str, Any]:
    several = isinstance(image, list)
    return {"image[]" if several else "image": image, "mask": mask, "prompt": prompt}


class Images(Namespace, of=FIELDS):
    """Pictures made from a prompt, or from other pictures."""

    def __init__(self, client: ApiClient) -> None:
        self._client = client

    def generate(
        self, prompt: str, *, model: str | None = None, **options: Unpack[OpenAIImageKeywords]
    ) -> Made:
        """
        Pictures for a *prompt*.

        Args:
            prompt: What to draw.
            model: Such as `gpt-image-1`; servers have a default.
            options: See `OpenAIImageKeywords`.

        Raises:
            DecodeError: The answer holds no picture.
            PolyvoxError: Any other failure; see `polyvox.errors`.

        Source: OpenAI API reference, images (2026).
        """
        return self._client.run(
            _made(self._client.settings, _CREATE, {"prompt": prompt}, model, options)
        )

    def edit(
        self,
        prompt: str,
        image: FileInput | list[FileInput],
        *,
        mask: FileInput | None = None,
        model: str | None = None,
        **options: Unpack[OpenAIImageKeywords],
    ) -> Made:
        """
        New pictures made of one or several others, as the *prompt* says.

        Args:
            prompt: What to change.
            image: Bytes, a path, an open binary file, or a list of these.
            mask: A picture whose transparent places are the ones to change.
            model: Such as `gpt-image-1`.
            options: See `OpenAIImageKeywords`.
        """
        return self._client.run(
            _made(self._client.settings, _EDIT, _edit_body(prompt, image, mask), model, options)
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

    def __init__(self, client: AsyncApiClient) -> None:
        self._client = client

    async def generate(
        self, prompt: str, *, model: str | None = None, **options: Unpack[OpenAIImageKeywords]
    ) -> Made:
        """Same as `Images.generate`."""
        return await self._client.run(
            _made(self._client.settings, _CREATE, {"prompt": prompt}, model, options)
        )

    async def edit(
        self,
        prompt: str,
        image: FileInput | list[FileInput],
        *,
        mask: FileInput | None = None,
        model: str | None = None,
        **options: Unpack[OpenAIImageKeywords],
    ) -> Made:
        """Same as `Images.edit`."""
        return await self._client.run(
            _made(self._client.settings, _EDIT, _edit_body(prompt, image, mask), model, options)
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
