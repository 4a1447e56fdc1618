"""
`client.audio` of OpenAI: speech to text, and text to speech.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Unpack

from polyvox.backends.inputs import CallKeywords, split_options
from polyvox.backends.openai.ops import checked
from polyvox_api.openai.operations import audio as audio_api
from polyvox_core.calling import Call
from polyvox_core.client import ApiClient, AsyncApiClient
from polyvox_core.content import FileInput, open_content
from polyvox_core.downloading import Chunks
from polyvox_core.downloads import AsyncDownload, Download
from polyvox_core.flow import Flow
from polyvox_core.settings import Settings

if TYPE_CHECKING:
    from polyvox_api.openai.models import Transcription

__all__ = ["AsyncAudio", "Audio", "SpeechKeywords", "TranscribeKeywords"]


class TranscribeKeywords(CallKeywords, total=False):
    """
    Options of a transcription.

    Keys:
        language: Of the recording, in ISO 639-1, such as `en`.
        prompt: Text that goes before, or words to expect.
        response_format: json, verbose_json or diarized_json.
        temperature: From 0 to 1.
        timestamp_granularities: What gets times: word, segment.
        chunking_strategy: How to cut the recording: auto.
    """

    language: str | None
    prompt: str | None
    response_format: str | None
    temperature: float | None
    timestamp_granularities: Sequence[str] | None
    chunking_strategy: str | None


class SpeechKeywords(CallKeywords, total=False):
    """
    Options of a spoken text.

    Keys:
        instructions: How to speak.
        response_format: mp3, opus, aac, flac, wav or pcm.
        speed: From 0.25 to 4.
    """

    instructions: str | None
    response_format: str | None
    speed: float | None


_TRANSCRIBE_NAMES = TranscribeKeywords.__optional_keys__ - CallKeywords.__optional_keys__
_SPEECH_NAMES = SpeechKeywords.__optional_keys__ - CallKeywords.__optional_keys__
_TRANSCRIBE = audio_api.CREATE_TRANSCRIPTION
# The server tells the format by the name.
_NAMELESS = "recording.wav"


def _transcribed(
    settings: Settings, source: FileInput, model: str, options: Mapping[str, Any]
) -> Flow[Transcription]:
    more, call_options = split_options(options, _TRANSCRIBE_NAMES, "A transcription")
    if "timestamp_granularities" in more:
        more["timestamp_granularities[]"] = [*more.pop("timestamp_granularities")]
    content = open_content(source)
    if not content.filename:
        content = open_content(source, name=_NAMELESS)
    body = {"file": content, "model": model, **more}
    this: Call[Any] = Call(settings, _TRANSCRIBE.raw(), {}, body, call_options)
    answer = yield from this.attempts(lambda incoming: checked(this, incoming))

    def read() -> Transcription:
        _ = answer.value["text"]
        return _TRANSCRIBE.decode(answer.value)

    found = this.read(read, answer)
    this.done(found)
    return found


def _spoken(
    settings: Settings, text: str, model: str, voice: str, options: Mapping[str, Any]
) -> Chunks:
    more, call_options = split_options(options, _SPEECH_NAMES, "A spoken text")
    body = {"model": model, "input": text, "voice": voice, **more}
    return Chunks(Call(settings, audio_api.CREATE_SPEECH, {}, body, call_options))


class Audio:
    """Speech to text, and text to speech."""

    def __init__(self, client: ApiClient) -> None:
        self._client = client

    def transcribe(
        self, source: FileInput, *, model: str, **options: Unpack[TranscribeKeywords]
    ) -> Transcription:
        """
        What a recording says: `text`, and more where `response_format` asks for it.

        Args:
            source: Bytes, a path, an open binary file, or a tuple (name, content); servers tell
                the format by the name, and take one without a name for a `.wav`.
            model: Such as `whisper-1`.
            options: See `TranscribeKeywords`.

        Source: OpenAI API reference, audio transcriptions (2026).
        """
        return self._client.run(_transcribed(self._client.settings, source, model, options))

    def speech(
        self, text: str, *, model: str, voice: str, **options: Unpack[SpeechKeywords]
    ) -> Download:
        """
        A text, spoken: the recording as it arrives; `save` writes it to a file.

        Args:
            text: What to say, up to 4,096 characters.
            model: Such as `gpt-4o-mini-tts`.
            voice: Such as `alloy`; servers have voices of their own.
            options: See `SpeechKeywords`.

        Source: OpenAI API reference, audio speech (2026).
        """
        chunks = _spoken(self._client.settings, text, model, voice, options)
        return Download(self._client.runner, chunks)


class AsyncAudio:
    """Same as `Audio`, for asyncio."""

    def __init__(self, client: AsyncApiClient) -> None:
        self._client = client

    async def transcribe(
        self, source: FileInput, *, model: str, **options: Unpack[TranscribeKeywords]
    ) -> Transcription:
        """Same as `Audio.transcribe`."""
        return await self._client.run(_transcribed(self._client.settings, source, model, options))

    def speech(
        self, text: str, *, model: str, voice: str, **options: Unpack[SpeechKeywords]
    ) -> AsyncDownload:
        """Same as `Audio.speech`."""
        chunks = _spoken(self._client.settings, text, model, voice, options)
        return AsyncDownload(self._client.runner, chunks)
