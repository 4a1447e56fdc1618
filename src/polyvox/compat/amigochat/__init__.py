"""
The surface of gpt4free's AmigoChat provider, and the methods that its page shows besides.

    from polyvox.compat.amigochat import AmigoChat, ImageResponse, Messages

Differs from gpt4free 0.3.9 as follows. `create_chat`, `create_image` and `stream_chat`, which the
page shows, exist, and have `a...` twins. Whole answers are read in every shape; errors in a stream
and streams without an end are errors; nothing is sent again after the first piece. Failures are
polyvox's errors, all with `message`. One object is one device: the device's id is not renewed with
each try. Origin, referer and browser headers are not sent. `str()` of an `ImageResponse` gives
links instead of Markdown. A proxy needs no further package. `working` is still False: the service
may be gone.

The address is the argument `base_url`, else the variable AMIGOCHAT_BASE_URL, else the service's.
"""

from __future__ import annotations

from polyvox.compat.amigochat.base import (
    AsyncGeneratorProvider,
    AsyncResult,
    Messages,
    ModelNotSupportedError,
    ProviderModelMixin,
)
from polyvox.compat.amigochat.chunks import AsyncChunks, Chunks
from polyvox.compat.amigochat.images import ImageResponse
from polyvox.compat.amigochat.provider import AmigoChat

__all__ = [
    "AmigoChat",
    "AsyncChunks",
    "AsyncGeneratorProvider",
    "AsyncResult",
    "Chunks",
    "ImageResponse",
    "Messages",
    "ModelNotSupportedError",
    "ProviderModelMixin",
]
