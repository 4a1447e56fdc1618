"""Models of OpenAI: audio. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .shared import OpenObject

if TYPE_CHECKING:
    from polyvox_core.content import FileContent

__all__ = [
    "CreateSpeechRequest",
    "CreateSpeechRequestVoice",
    "CreateTranscriptionRequest",
    "CustomVoice",
    "SpeechFormat",
    "TimestampGranularity",
    "Transcription",
    "TranscriptionFormat",
    "TranscriptionSegment",
    "TranscriptionTokenDetails",
    "TranscriptionUsage",
    "TranscriptionWord",
]


TranscriptionFormat: TypeAlias = Literal["json", "verbose_json", "diarized_json"] | str
"""Form of the answer. `text`, `srt` and `vtt` are no JSON, so they are not named here."""

TimestampGranularity: TypeAlias = Literal["word", "segment"] | str
"""What gets times in a transcription."""

SpeechFormat: TypeAlias = Literal["mp3", "opus", "aac", "flac", "wav", "pcm"] | str
"""Format of a recording."""


@define(eq=False, repr=False, weakref_slot=False)
class CreateTranscriptionRequest(Model):
    """
    A recording to write down.

    Attributes:
        file: The recording; its file name tells the format.
        model: Id of the model.
        language: Language of the recording in ISO 639-1, such as `en`.
        prompt: Text that goes before, or words to expect.
        response_format: Form of the answer. `text`, `srt` and `vtt` are no JSON, so they are not
            named here.
        temperature: Sampling temperature, 0 to 1.
        timestamp_granularities: What gets times; needs `verbose_json`.
        include: What to return besides, `logprobs`; needs `json`.
        chunking_strategy: How to cut the recording, `auto`; diarizing needs it beyond 30 seconds.
    """

    file: FileContent
    model: str
    language: str | Unset = UNSET
    prompt: str | Unset = UNSET
    response_format: TranscriptionFormat | Unset = UNSET
    temperature: float | Unset = UNSET
    timestamp_granularities: list[TimestampGranularity] | Unset = UNSET
    include: list[str] | Unset = UNSET
    chunking_strategy: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_create_transcription_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CreateTranscriptionRequest:
        """The value of a decoded JSON object."""
        return decode_create_transcription_request(source)


_CREATE_TRANSCRIPTION_REQUEST: Final = frozenset(
    {
        "file",
        "model",
        "language",
        "prompt",
        "response_format",
        "temperature",
        "timestamp_granularities[]",
        "include[]",
        "chunking_strategy",
    }
)


def decode_create_transcription_request(source: Any) -> CreateTranscriptionRequest:
    """`CreateTranscriptionRequest` of decoded JSON."""
    get = source.get
    return CreateTranscriptionRequest(
        source["file"],
        source["model"],
        get("language", UNSET),
        get("prompt", UNSET),
        get("response_format", UNSET),
        get("temperature", UNSET),
        get("timestamp_granularities[]", UNSET),
        get("include[]", UNSET),
        get("chunking_strategy", UNSET),
        None
        if source.keys() <= _CREATE_TRANSCRIPTION_REQUEST
        else extra_of(source, _CREATE_TRANSCRIPTION_REQUEST),
    )


def encode_create_transcription_request(value: Any) -> JsonObject:
    """JSON of a `CreateTranscriptionRequest`."""
    result: JsonObject = {}
    result["file"] = value.file
    result["model"] = value.model
    if (item := value.language) is not UNSET:
        result["language"] = item
    if (item := value.prompt) is not UNSET:
        result["prompt"] = item
    if (item := value.response_format) is not UNSET:
        result["response_format"] = item
    if (item := value.temperature) is not UNSET:
        result["temperature"] = item
    if (item := value.timestamp_granularities) is not UNSET:
        result["timestamp_granularities[]"] = item
    if (item := value.include) is not UNSET:
        result["include[]"] = item
    if (item := value.chunking_strategy) is not UNSET:
        result["chunking_strategy"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class Transcription(Model):
    """
    What a recording says. Parts depend on the format; compatible servers often send the text alone.

    Attributes:
        text: The text.
        task: What was done, `transcribe`.
        language: Language that was heard.
        duration: Length in seconds; a text from some servers.
        words: The words with their times.
        segments: The segments with their times and, diarized, their speakers.
        logprobs: Log probabilities of the tokens.
        usage: What the transcription cost, in seconds or in tokens.
    """

    text: str | None | Unset = UNSET
    task: str | None | Unset = UNSET
    language: str | None | Unset = UNSET
    duration: float | str | None | Unset = UNSET
    words: list[TranscriptionWord] | None | Unset = UNSET
    segments: list[TranscriptionSegment] | None | Unset = UNSET
    logprobs: list[OpenObject] | None | Unset = UNSET
    usage: TranscriptionUsage | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_transcription(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> Transcription:
        """The value of a decoded JSON object."""
        return decode_transcription(source)


_TRANSCRIPTION: Final = frozenset(
    {"text", "task", "language", "duration", "words", "segments", "logprobs", "usage"}
)


def decode_transcription(source: Any) -> Transcription:
    """`Transcription` of decoded JSON."""
    get = source.get
    return Transcription(
        get("text", UNSET),
        get("task", UNSET),
        get("language", UNSET),
        get("duration", UNSET),
        [decode_transcription_word(item) if item.__class__ is dict else item for item in value]
        if (value := get("words", UNSET)).__class__ is list
        else value,
        [decode_transcription_segment(item) if item.__class__ is dict else item for item in value]
        if (value := get("segments", UNSET)).__class__ is list
        else value,
        get("logprobs", UNSET),
        decode_transcription_usage(value)
        if (value := get("usage", UNSET)).__class__ is dict
        else value,
        None if source.keys() <= _TRANSCRIPTION else extra_of(source, _TRANSCRIPTION),
    )


def encode_transcription(value: Any) -> JsonObject:
    """JSON of a `Transcription`."""
    result: JsonObject = {}
    if (item := value.text) is not UNSET:
        result["text"] = item
    if (item := value.task) is not UNSET:
        result["task"] = item
    if (item := value.language) is not UNSET:
        result["language"] = item
    if (item := value.duration) is not UNSET:
        result["duration"] = item
    if (item := value.words) is not UNSET:
        result["words"] = (
            [
                encode_transcription_word(part) if isinstance(part, TranscriptionWord) else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.segments) is not UNSET:
        result["segments"] = (
            [
                encode_transcription_segment(part)
                if isinstance(part, TranscriptionSegment)
                else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.logprobs) is not UNSET:
        result["logprobs"] = item
    if (item := value.usage) is not UNSET:
        result["usage"] = (
            encode_transcription_usage(item) if isinstance(item, TranscriptionUsage) else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TranscriptionWord(Model):
    """
    A word and its time.

    Attributes:
        word: The word.
        start: Begin in seconds.
        end: End in seconds.
    """

    word: str | Unset = UNSET
    start: float | Unset = UNSET
    end: float | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_transcription_word(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TranscriptionWord:
        """The value of a decoded JSON object."""
        return decode_transcription_word(source)


_TRANSCRIPTION_WORD: Final = frozenset({"word", "start", "end"})


def decode_transcription_word(source: Any) -> TranscriptionWord:
    """`TranscriptionWord` of decoded JSON."""
    get = source.get
    return TranscriptionWord(
        get("word", UNSET),
        get("start", UNSET),
        get("end", UNSET),
        None if source.keys() <= _TRANSCRIPTION_WORD else extra_of(source, _TRANSCRIPTION_WORD),
    )


def encode_transcription_word(value: Any) -> JsonObject:
    """JSON of a `TranscriptionWord`."""
    result: JsonObject = {}
    if (item := value.word) is not UNSET:
        result["word"] = item
    if (item := value.start) is not UNSET:
        result["start"] = item
    if (item := value.end) is not UNSET:
        result["end"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TranscriptionSegment(Model):
    """
    A stretch of the recording; what is known about it depends on the format.

    Attributes:
        type: Kind of the segment, `transcript.text.segment` (diarized).
        id: Id of the segment, a text when diarized.
        seek: Offset of the segment, as the model counts.
        start: Begin in seconds.
        end: End in seconds.
        text: The text.
        speaker: Who speaks (diarized).
        tokens: The tokens of the text.
        temperature: Sampling temperature that was used.
        avg_logprob: Mean log probability; below -1 the text is doubtful.
        compression_ratio: Ratio of compression; above 2.4 the text is doubtful.
        no_speech_prob: Probability that nobody speaks.
    """

    type: str | Unset = UNSET
    id: int | str | None | Unset = UNSET
    seek: int | None | Unset = UNSET
    start: float | None | Unset = UNSET
    end: float | None | Unset = UNSET
    text: str | None | Unset = UNSET
    speaker: str | None | Unset = UNSET
    tokens: list[int] | None | Unset = UNSET
    temperature: float | None | Unset = UNSET
    avg_logprob: float | None | Unset = UNSET
    compression_ratio: float | None | Unset = UNSET
    no_speech_prob: float | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_transcription_segment(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TranscriptionSegment:
        """The value of a decoded JSON object."""
        return decode_transcription_segment(source)


_TRANSCRIPTION_SEGMENT: Final = frozenset(
    {
        "type",
        "id",
        "seek",
        "start",
        "end",
        "text",
        "speaker",
        "tokens",
        "temperature",
        "avg_logprob",
        "compression_ratio",
        "no_speech_prob",
    }
)


def decode_transcription_segment(source: Any) -> TranscriptionSegment:
    """`TranscriptionSegment` of decoded JSON."""
    get = source.get
    return TranscriptionSegment(
        get("type", UNSET),
        get("id", UNSET),
        get("seek", UNSET),
        get("start", UNSET),
        get("end", UNSET),
        get("text", UNSET),
        get("speaker", UNSET),
        get("tokens", UNSET),
        get("temperature", UNSET),
        get("avg_logprob", UNSET),
        get("compression_ratio", UNSET),
        get("no_speech_prob", UNSET),
        None
        if source.keys() <= _TRANSCRIPTION_SEGMENT
        else extra_of(source, _TRANSCRIPTION_SEGMENT),
    )


def encode_transcription_segment(value: Any) -> JsonObject:
    """JSON of a `TranscriptionSegment`."""
    result: JsonObject = {}
    if (item := value.type) is not UNSET:
        result["type"] = item
    if (item := value.id) is not UNSET:
        result["id"] = item
    if (item := value.seek) is not UNSET:
        result["seek"] = item
    if (item := value.start) is not UNSET:
        result["start"] = item
    if (item := value.end) is not UNSET:
        result["end"] = item
    if (item := value.text) is not UNSET:
        result["text"] = item
    if (item := value.speaker) is not UNSET:
        result["speaker"] = item
    if (item := value.tokens) is not UNSET:
        result["tokens"] = item
    if (item := value.temperature) is not UNSET:
        result["temperature"] = item
    if (item := value.avg_logprob) is not UNSET:
        result["avg_logprob"] = item
    if (item := value.compression_ratio) is not UNSET:
        result["compression_ratio"] = item
    if (item := value.no_speech_prob) is not UNSET:
        result["no_speech_prob"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TranscriptionUsage(Model):
    """
    What the transcription cost, in seconds or in tokens.

    Attributes:
        type: What is counted, `duration` or `tokens`.
        seconds: Seconds of the recording.
        input_tokens: Tokens of the recording and the prompt.
        input_token_details: Which tokens stand for texts and which for sound.
        output_tokens: Tokens of the text.
        total_tokens: Both together.
    """

    type: str | None | Unset = UNSET
    seconds: float | None | Unset = UNSET
    input_tokens: int | None | Unset = UNSET
    input_token_details: TranscriptionTokenDetails | None | Unset = UNSET
    output_tokens: int | None | Unset = UNSET
    total_tokens: int | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_transcription_usage(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TranscriptionUsage:
        """The value of a decoded JSON object."""
        return decode_transcription_usage(source)


_TRANSCRIPTION_USAGE: Final = frozenset(
    {"type", "seconds", "input_tokens", "input_token_details", "output_tokens", "total_tokens"}
)


def decode_transcription_usage(source: Any) -> TranscriptionUsage:
    """`TranscriptionUsage` of decoded JSON."""
    get = source.get
    return TranscriptionUsage(
        get("type", UNSET),
        get("seconds", UNSET),
        get("input_tokens", UNSET),
        decode_transcription_token_details(value)
        if (value := get("input_token_details", UNSET)).__class__ is dict
        else value,
        get("output_tokens", UNSET),
        get("total_tokens", UNSET),
        None if source.keys() <= _TRANSCRIPTION_USAGE else extra_of(source, _TRANSCRIPTION_USAGE),
    )


def encode_transcription_usage(value: Any) -> JsonObject:
    """JSON of a `TranscriptionUsage`."""
    result: JsonObject = {}
    if (item := value.type) is not UNSET:
        result["type"] = item
    if (item := value.seconds) is not UNSET:
        result["seconds"] = item
    if (item := value.input_tokens) is not UNSET:
        result["input_tokens"] = item
    if (item := value.input_token_details) is not UNSET:
        result["input_token_details"] = (
            encode_transcription_token_details(item)
            if isinstance(item, TranscriptionTokenDetails)
            else item
        )
    if (item := value.output_tokens) is not UNSET:
        result["output_tokens"] = item
    if (item := value.total_tokens) is not UNSET:
        result["total_tokens"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TranscriptionTokenDetails(Model):
    """
    Which tokens stand for texts and which for sound.

    Attributes:
        text_tokens: Tokens of texts.
        audio_tokens: Tokens of sound.
    """

    text_tokens: int | None | Unset = UNSET
    audio_tokens: int | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_transcription_token_details(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TranscriptionTokenDetails:
        """The value of a decoded JSON object."""
        return decode_transcription_token_details(source)


_TRANSCRIPTION_TOKEN_DETAILS: Final = frozenset({"text_tokens", "audio_tokens"})


def decode_transcription_token_details(source: Any) -> TranscriptionTokenDetails:
    """`TranscriptionTokenDetails` of decoded JSON."""
    get = source.get
    return TranscriptionTokenDetails(
        get("text_tokens", UNSET),
        get("audio_tokens", UNSET),
        None
        if source.keys() <= _TRANSCRIPTION_TOKEN_DETAILS
        else extra_of(source, _TRANSCRIPTION_TOKEN_DETAILS),
    )


def encode_transcription_token_details(value: Any) -> JsonObject:
    """JSON of a `TranscriptionTokenDetails`."""
    result: JsonObject = {}
    if (item := value.text_tokens) is not UNSET:
        result["text_tokens"] = item
    if (item := value.audio_tokens) is not UNSET:
        result["audio_tokens"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class CreateSpeechRequest(Model):
    """
    The text to say.

    Attributes:
        model: Id of the model.
        input: The text, up to 4,096 characters.
        voice: Name of a voice, such as `alloy`, or a voice of one's own.
        instructions: How to speak; not for `tts-1`.
        response_format: Format of a recording.
        speed: Speed, 0.25 to 4.
        stream_format: Whether the answer is sound, `audio`, or events, `sse`.
    """

    model: str
    input: str
    voice: CreateSpeechRequestVoice
    instructions: str | Unset = UNSET
    response_format: SpeechFormat | Unset = UNSET
    speed: float | Unset = UNSET
    stream_format: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_create_speech_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CreateSpeechRequest:
        """The value of a decoded JSON object."""
        return decode_create_speech_request(source)


_CREATE_SPEECH_REQUEST: Final = frozenset(
    {"model", "input", "voice", "instructions", "response_format", "speed", "stream_format"}
)


def decode_create_speech_request(source: Any) -> CreateSpeechRequest:
    """`CreateSpeechRequest` of decoded JSON."""
    get = source.get
    return CreateSpeechRequest(
        source["model"],
        source["input"],
        decode_create_speech_request_voice(source["voice"]),
        get("instructions", UNSET),
        get("response_format", UNSET),
        get("speed", UNSET),
        get("stream_format", UNSET),
        None
        if source.keys() <= _CREATE_SPEECH_REQUEST
        else extra_of(source, _CREATE_SPEECH_REQUEST),
    )


def encode_create_speech_request(value: Any) -> JsonObject:
    """JSON of a `CreateSpeechRequest`."""
    result: JsonObject = {}
    result["model"] = value.model
    result["input"] = value.input
    item = value.voice
    result["voice"] = encode_create_speech_request_voice(item)
    if (item := value.instructions) is not UNSET:
        result["instructions"] = item
    if (item := value.response_format) is not UNSET:
        result["response_format"] = item
    if (item := value.speed) is not UNSET:
        result["speed"] = item
    if (item := value.stream_format) is not UNSET:
        result["stream_format"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class CustomVoice(Model):
    """
    A voice of one's own.

    Attributes:
        id: Id of the voice.
    """

    id: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_custom_voice(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CustomVoice:
        """The value of a decoded JSON object."""
        return decode_custom_voice(source)


_CUSTOM_VOICE: Final = frozenset({"id"})


def decode_custom_voice(source: Any) -> CustomVoice:
    """`CustomVoice` of decoded JSON."""
    return CustomVoice(
        source["id"],
        None if source.keys() <= _CUSTOM_VOICE else extra_of(source, _CUSTOM_VOICE),
    )


def encode_custom_voice(value: Any) -> JsonObject:
    """JSON of a `CustomVoice`."""
    result: JsonObject = {}
    result["id"] = value.id
    if value.extra:
        result.update(value.extra)
    return result


CreateSpeechRequestVoice: TypeAlias = str | CustomVoice | JsonObject
"""Name of a voice, such as `alloy`, or a voice of one's own."""


def decode_create_speech_request_voice(source: Any) -> CreateSpeechRequestVoice:
    """`CreateSpeechRequestVoice` of decoded JSON."""
    if source.__class__ is dict:
        if source.keys() >= {"id"}:
            return decode_custom_voice(source)
    result: CreateSpeechRequestVoice = source
    return result


def encode_create_speech_request_voice(value: Any) -> Any:
    """JSON of a `CreateSpeechRequestVoice`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value
