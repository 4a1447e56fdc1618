"""Operations of Aleph Alpha: transcription. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.operation import Operation, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.transcription import TranscriptionRequest, TranscriptionResponse

__all__ = [
    "AsyncTranscriptionOperations",
    "TRANSCRIBE",
    "TranscriptionOperations",
]

TRANSCRIBE: Operation[TranscriptionResponse] = Operation(
    id="transcribe",
    method="POST",
    path="/transcribe",
    decode=late(__name__, "..models.transcription", "decode_transcription_response"),
    body="multipart",
    encode=late(__name__, "..models.transcription", "encode_transcription_request"),
)


class TranscriptionOperations:
    """Transcription of recordings."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def transcribe(
        self,
        *,
        body: TranscriptionRequest,
        options: CallOptions | None = None,
    ) -> TranscriptionResponse:
        """
        Turn a recording into text.

        Takes the recording and, as JSON text in the part `metadata`, the model and the language;
        which formats and languages there are depends on the model. The operation is described but
        was not seen on the wire, so it is unknown whether the server wants a content type on the
        part `metadata`; none is sent.

        Args:
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The text, whole and by segment.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: Aleph Alpha API 4.7.0, transcribe.
        """
        return self._client.call(TRANSCRIBE, {}, body, options)


class AsyncTranscriptionOperations:
    """Same as `TranscriptionOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def transcribe(
        self,
        *,
        body: TranscriptionRequest,
        options: CallOptions | None = None,
    ) -> TranscriptionResponse:
        """Same as `TranscriptionOperations.transcribe`."""
        return await self._client.call(TRANSCRIBE, {}, body, options)
