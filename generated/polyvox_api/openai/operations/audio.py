"""Operations of OpenAI: audio. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.operation import Operation, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions
    from polyvox_core.downloads import AsyncDownload, Download

    from ..models.audio import CreateSpeechRequest, CreateTranscriptionRequest, Transcription

__all__ = [
    "AsyncAudioOperations",
    "AudioOperations",
    "CREATE_SPEECH",
    "CREATE_TRANSCRIPTION",
]

CREATE_TRANSCRIPTION: Operation[Transcription] = Operation(
    id="create_transcription",
    method="POST",
    path="/audio/transcriptions",
    decode=late(__name__, "..models.audio", "decode_transcription"),
    body="multipart",
    encode=late(__name__, "..models.audio", "encode_create_transcription_request"),
)
CREATE_SPEECH: Operation[bytes] = Operation(
    id="create_speech",
    method="POST",
    path="/audio/speech",
    body="json",
    encode=late(__name__, "..models.audio", "encode_create_speech_request"),
    answer="bytes",
)


class AudioOperations:
    """Speech to text and text to speech."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def create_transcription(
        self,
        *,
        body: CreateTranscriptionRequest,
        options: CallOptions | None = None,
    ) -> Transcription:
        """
        Write down what a recording says.

        Returns the text; `verbose_json` adds language, duration, segments and words,
        `diarized_json` the speakers. The formats `text`, `srt` and `vtt` answer with plain text,
        and `stream` with events; this operation reads the JSON formats only. The server tells the
        format of the recording by its file name, so name the file.

        Args:
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The text, with what the format adds.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: OpenAI API reference, audio transcriptions (2026).
        """
        return self._client.call(CREATE_TRANSCRIPTION, {}, body, options)

    def create_speech(
        self,
        *,
        body: CreateSpeechRequest,
        options: CallOptions | None = None,
    ) -> Download:
        """
        Say a text.

        Returns the recording while it is made, as `audio/mpeg` unless `response_format` says
        otherwise. With `stream_format` sse the answer would be events, which this operation hands
        over as raw bytes. Compatible servers have voices of their own.

        Args:
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            A download that opens when entered or first read.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: OpenAI API reference, audio speech (2026).
        """
        return self._client.download(CREATE_SPEECH, {}, body, options)


class AsyncAudioOperations:
    """Same as `AudioOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def create_transcription(
        self,
        *,
        body: CreateTranscriptionRequest,
        options: CallOptions | None = None,
    ) -> Transcription:
        """Same as `AudioOperations.create_transcription`."""
        return await self._client.call(CREATE_TRANSCRIPTION, {}, body, options)

    def create_speech(
        self,
        *,
        body: CreateSpeechRequest,
        options: CallOptions | None = None,
    ) -> AsyncDownload:
        """Same as `AudioOperations.create_speech`."""
        return self._client.download(CREATE_SPEECH, {}, body, options)
