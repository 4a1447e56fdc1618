"""Operations of OpenAI: images. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.operation import Operation, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.images import CreateImageRequest, EditImageRequest, ImagesResult

__all__ = [
    "AsyncImagesOperations",
    "CREATE_IMAGE",
    "EDIT_IMAGE",
    "ImagesOperations",
]

CREATE_IMAGE: Operation[ImagesResult] = Operation(
    id="create_image",
    method="POST",
    path="/images/generations",
    decode=late(__name__, "..models.images", "decode_images_result"),
    body="json",
    encode=late(__name__, "..models.images", "encode_create_image_request"),
)
EDIT_IMAGE: Operation[ImagesResult] = Operation(
    id="edit_image",
    method="POST",
    path="/images/edits",
    decode=late(__name__, "..models.images", "decode_images_result"),
    body="multipart",
    encode=late(__name__, "..models.images", "encode_edit_image_request"),
)


class ImagesOperations:
    """Pictures, made from texts or from other pictures."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def create_image(
        self,
        *,
        body: CreateImageRequest,
        options: CallOptions | None = None,
    ) -> ImagesResult:
        """
        Make pictures from a text.

        Returns pictures in base64 or as URLs that expire. GPT image models always send base64 and
        refuse `response_format`; older models and most compatible servers send URLs unless it says
        `b64_json`.

        Args:
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The pictures.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: OpenAI API reference, images (2026).
        """
        return self._client.call(CREATE_IMAGE, {}, body, options)

    def edit_image(
        self,
        *,
        body: EditImageRequest,
        options: CallOptions | None = None,
    ) -> ImagesResult:
        """
        Change a picture as a text says.

        Returns new pictures made from the given one. `image` is a single picture; several of them
        are sent as the extra field `image[]` instead. Transparent places of `mask` are the ones to
        change.

        Args:
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The pictures.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: OpenAI API reference, images (2026); the brackets as openai-python 3.52 sends them.
        """
        return self._client.call(EDIT_IMAGE, {}, body, options)


class AsyncImagesOperations:
    """Same as `ImagesOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def create_image(
        self,
        *,
        body: CreateImageRequest,
        options: CallOptions | None = None,
    ) -> ImagesResult:
        """Same as `ImagesOperations.create_image`."""
        return await self._client.call(CREATE_IMAGE, {}, body, options)

    async def edit_image(
        self,
        *,
        body: EditImageRequest,
        options: CallOptions | None = None,
    ) -> ImagesResult:
        """Same as `ImagesOperations.edit_image`."""
        return await self._client.call(EDIT_IMAGE, {}, body, options)
