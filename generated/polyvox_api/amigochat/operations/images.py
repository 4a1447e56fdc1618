"""Operations of AmigoChat: images. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.model import UNSET, Unset
from polyvox_core.operation import Operation, Parameter, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.images import ImageAnswer, ImageRequest

__all__ = [
    "AsyncImagesOperations",
    "CREATE_IMAGE",
    "ImagesOperations",
]

CREATE_IMAGE: Operation[ImageAnswer] = Operation(
    id="create_image",
    method="POST",
    path="/v1/images/generations",
    decode=late(__name__, "..models.images", "decode_image_answer"),
    parameters=(
        Parameter("x-device-language", "header"),
        Parameter("x-device-platform", "header"),
        Parameter("x-device-uuid", "header"),
        Parameter("x-device-version", "header"),
    ),
    body="json",
    encode=late(__name__, "..models.images", "encode_image_request"),
)


class ImagesOperations:
    """Pictures made from a prompt."""

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
        body: ImageRequest,
        x_device_language: str | Unset = UNSET,
        x_device_platform: str | Unset = UNSET,
        x_device_uuid: str | Unset = UNSET,
        x_device_version: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ImageAnswer:
        """
        Make pictures from a prompt.

        Returns links to the pictures. Some clients name the persona of the model, others
        `image-generator` for every model; whether the server minds is unknown. Clients are prepared
        for an answer without `data` and for entries without `url`.

        Args:
            x_device_language: Language of the caller's device; `en-US`, `en` and `id` were seen.
            x_device_platform: Kind of the caller's device; `web`, or `android` in mobile clients.
            x_device_uuid: A version 4 UUID of the caller's device. The free quota seems to hang on
                it (inferred). Keep one for the lifetime of a client.
            x_device_version: Version of the calling application; 1.0.5 to 1.0.45 were seen in 2024,
                1.1.11 in 2025.
            body: What to draw, and by which model.
            options: Limits, retries and headers of this call alone.

        Returns:
            Links to the pictures.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: gpt4free, Provider/AmigoChat (2024-10 to 2025-02), and other public clients of 2024
        and 2025.
        """
        return self._client.call(
            CREATE_IMAGE,
            {
                "x-device-language": x_device_language,
                "x-device-platform": x_device_platform,
                "x-device-uuid": x_device_uuid,
                "x-device-version": x_device_version,
            },
            body,
            options,
        )


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
        body: ImageRequest,
        x_device_language: str | Unset = UNSET,
        x_device_platform: str | Unset = UNSET,
        x_device_uuid: str | Unset = UNSET,
        x_device_version: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ImageAnswer:
        """Same as `ImagesOperations.create_image`."""
        return await self._client.call(
            CREATE_IMAGE,
            {
                "x-device-language": x_device_language,
                "x-device-platform": x_device_platform,
                "x-device-uuid": x_device_uuid,
                "x-device-version": x_device_version,
            },
            body,
            options,
        )
