"""Models of Aleph Alpha: evaluation. Generated from the specification; edit that instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .shared import (
    BoundingBox,
    ControlTokenOverlap,
    Hosting,
    Prompt,
    decode_bounding_box,
    decode_prompt,
    encode_bounding_box,
    encode_prompt,
)

__all__ = [
    "EvaluationRequest",
    "EvaluationResponse",
    "EvaluationResult",
    "Explanation",
    "ExplanationPostprocessing",
    "ExplanationRequest",
    "ExplanationResponse",
    "ImageImportance",
    "ImageScore",
    "ItemImportance",
    "PromptGranularity",
    "PromptGranularityType",
    "TargetGranularity",
    "TargetImportance",
    "TextImportance",
    "TextScore",
    "TokenIdsImportance",
]


ExplanationPostprocessing: TypeAlias = Literal["none", "absolute", "square"] | str
"""What is done to each score."""

PromptGranularityType: TypeAlias = Literal["token", "word", "sentence", "paragraph", "custom"] | str
"""Size of the parts; images are cut into 12, 6 or 3 tiles per edge, or left whole."""

TargetGranularity: TypeAlias = Literal["complete", "token"] | str
"""Whether the target is explained as a whole or token by token."""


@define(eq=False, repr=False, weakref_slot=False)
class EvaluationRequest(Model):
    """
    A prompt and what is expected after it.

    Attributes:
        model: Name of the model.
        hosting: Where the request may be processed; anywhere when null.
        prompt: A text, or items that are joined to one prompt.
        completion_expected: The completion to judge.
        contextual_control_threshold: Likeness from which controls hold for other tokens, too.
        control_log_additive: Whether controls add the logarithm of their factor; true when absent.
        tags: Undescribed labels that the vendor's client can send.
    """

    model: str
    prompt: Prompt
    completion_expected: str
    hosting: Hosting | None | Unset = UNSET
    contextual_control_threshold: float | None | Unset = UNSET
    control_log_additive: bool | Unset = UNSET
    tags: list[str] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_evaluation_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> EvaluationRequest:
        """The value of a decoded JSON object."""
        return decode_evaluation_request(source)


_EVALUATION_REQUEST: Final = frozenset(
    {
        "model",
        "hosting",
        "prompt",
        "completion_expected",
        "contextual_control_threshold",
        "control_log_additive",
        "tags",
    }
)


def decode_evaluation_request(source: Any) -> EvaluationRequest:
    """`EvaluationRequest` of decoded JSON."""
    get = source.get
    return EvaluationRequest(
        source["model"],
        decode_prompt(source["prompt"]),
        source["completion_expected"],
        get("hosting", UNSET),
        get("contextual_control_threshold", UNSET),
        get("control_log_additive", UNSET),
        get("tags", UNSET),
        None if source.keys() <= _EVALUATION_REQUEST else extra_of(source, _EVALUATION_REQUEST),
    )


def encode_evaluation_request(value: Any) -> JsonObject:
    """JSON of a `EvaluationRequest`."""
    result: JsonObject = {}
    result["model"] = value.model
    if (item := value.hosting) is not UNSET:
        result["hosting"] = item
    item = value.prompt
    result["prompt"] = encode_prompt(item)
    result["completion_expected"] = value.completion_expected
    if (item := value.contextual_control_threshold) is not UNSET:
        result["contextual_control_threshold"] = item
    if (item := value.control_log_additive) is not UNSET:
        result["control_log_additive"] = item
    if (item := value.tags) is not UNSET:
        result["tags"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class EvaluationResponse(Model):
    """
    How likely a completion is.

    Attributes:
        model_version: Version of the model.
        result: Measures of one completion.
        num_tokens_prompt_total: Tokens of the prompt and the expected completion.
    """

    result: EvaluationResult
    model_version: str | Unset = UNSET
    num_tokens_prompt_total: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_evaluation_response(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> EvaluationResponse:
        """The value of a decoded JSON object."""
        return decode_evaluation_response(source)


_EVALUATION_RESPONSE: Final = frozenset({"model_version", "result", "num_tokens_prompt_total"})


def decode_evaluation_response(source: Any) -> EvaluationResponse:
    """`EvaluationResponse` of decoded JSON."""
    get = source.get
    return EvaluationResponse(
        decode_evaluation_result(value) if (value := source["result"]).__class__ is dict else value,
        get("model_version", UNSET),
        get("num_tokens_prompt_total", UNSET),
        None if source.keys() <= _EVALUATION_RESPONSE else extra_of(source, _EVALUATION_RESPONSE),
    )


def encode_evaluation_response(value: Any) -> JsonObject:
    """JSON of a `EvaluationResponse`."""
    result: JsonObject = {}
    if (item := value.model_version) is not UNSET:
        result["model_version"] = item
    item = value.result
    result["result"] = (
        encode_evaluation_result(item) if isinstance(item, EvaluationResult) else item
    )
    if (item := value.num_tokens_prompt_total) is not UNSET:
        result["num_tokens_prompt_total"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class EvaluationResult(Model):
    """
    Measures of one completion.

    Attributes:
        log_probability: Log probability of the completion.
        log_perplexity: Log perplexity of the completion.
        log_perplexity_per_token: The same per token.
        log_perplexity_per_character: The same per character, which compares across models.
        correct_greedy: Whether the likeliest tokens make the same completion.
        token_count: Tokens of the expected completion.
        character_count: Characters of the expected completion.
        completion: What the likeliest tokens make.
    """

    log_probability: float | None | Unset = UNSET
    log_perplexity: float | None | Unset = UNSET
    log_perplexity_per_token: float | None | Unset = UNSET
    log_perplexity_per_character: float | None | Unset = UNSET
    correct_greedy: bool | None | Unset = UNSET
    token_count: int | None | Unset = UNSET
    character_count: int | None | Unset = UNSET
    completion: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_evaluation_result(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> EvaluationResult:
        """The value of a decoded JSON object."""
        return decode_evaluation_result(source)


_EVALUATION_RESULT: Final = frozenset(
    {
        "log_probability",
        "log_perplexity",
        "log_perplexity_per_token",
        "log_perplexity_per_character",
        "correct_greedy",
        "token_count",
        "character_count",
        "completion",
    }
)


def decode_evaluation_result(source: Any) -> EvaluationResult:
    """`EvaluationResult` of decoded JSON."""
    get = source.get
    return EvaluationResult(
        get("log_probability", UNSET),
        get("log_perplexity", UNSET),
        get("log_perplexity_per_token", UNSET),
        get("log_perplexity_per_character", UNSET),
        get("correct_greedy", UNSET),
        get("token_count", UNSET),
        get("character_count", UNSET),
        get("completion", UNSET),
        None if source.keys() <= _EVALUATION_RESULT else extra_of(source, _EVALUATION_RESULT),
    )


def encode_evaluation_result(value: Any) -> JsonObject:
    """JSON of a `EvaluationResult`."""
    result: JsonObject = {}
    if (item := value.log_probability) is not UNSET:
        result["log_probability"] = item
    if (item := value.log_perplexity) is not UNSET:
        result["log_perplexity"] = item
    if (item := value.log_perplexity_per_token) is not UNSET:
        result["log_perplexity_per_token"] = item
    if (item := value.log_perplexity_per_character) is not UNSET:
        result["log_perplexity_per_character"] = item
    if (item := value.correct_greedy) is not UNSET:
        result["correct_greedy"] = item
    if (item := value.token_count) is not UNSET:
        result["token_count"] = item
    if (item := value.character_count) is not UNSET:
        result["character_count"] = item
    if (item := value.completion) is not UNSET:
        result["completion"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ExplanationRequest(Model):
    """
    A prompt, a target, and how to explain one by the other.

    Attributes:
        model: Name of the model.
        hosting: Where the request may be processed; anywhere when null.
        prompt: A text, or items that are joined to one prompt.
        target: The completion to explain.
        control_factor: Attention that a part gets while its effect is measured; 0.1 when absent.
        contextual_control_threshold: Likeness from which controls hold for other tokens, too.
        control_log_additive: Whether controls add the logarithm of their factor; true when absent.
        postprocessing: What is done to each score.
        normalize: Whether scores are brought to 0 to 1.
        prompt_granularity: Into which parts the prompt is cut; chosen by the service when absent.
        target_granularity: Whether the target is explained as a whole or token by token.
        control_token_overlap: What happens to a token that a control covers in part: a share of the
            factor (`partial`, used when nothing is said) or all of it (`complete`).
        tags: Undescribed labels that the vendor's client can send.
    """

    model: str
    prompt: Prompt
    target: str | None
    hosting: Hosting | None | Unset = UNSET
    control_factor: float | Unset = UNSET
    contextual_control_threshold: float | None | Unset = UNSET
    control_log_additive: bool | Unset = UNSET
    postprocessing: ExplanationPostprocessing | Unset = UNSET
    normalize: bool | Unset = UNSET
    prompt_granularity: PromptGranularity | Unset = UNSET
    target_granularity: TargetGranularity | Unset = UNSET
    control_token_overlap: ControlTokenOverlap | Unset = UNSET
    tags: list[str] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_explanation_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ExplanationRequest:
        """The value of a decoded JSON object."""
        return decode_explanation_request(source)


_EXPLANATION_REQUEST: Final = frozenset(
    {
        "model",
        "hosting",
        "prompt",
        "target",
        "control_factor",
        "contextual_control_threshold",
        "control_log_additive",
        "postprocessing",
        "normalize",
        "prompt_granularity",
        "target_granularity",
        "control_token_overlap",
        "tags",
    }
)


def decode_explanation_request(source: Any) -> ExplanationRequest:
    """`ExplanationRequest` of decoded JSON."""
    get = source.get
    return ExplanationRequest(
        source["model"],
        decode_prompt(source["prompt"]),
        source["target"],
        get("hosting", UNSET),
        get("control_factor", UNSET),
        get("contextual_control_threshold", UNSET),
        get("control_log_additive", UNSET),
        get("postprocessing", UNSET),
        get("normalize", UNSET),
        decode_prompt_granularity(value)
        if (value := get("prompt_granularity", UNSET)).__class__ is dict
        else value,
        get("target_granularity", UNSET),
        get("control_token_overlap", UNSET),
        get("tags", UNSET),
        None if source.keys() <= _EXPLANATION_REQUEST else extra_of(source, _EXPLANATION_REQUEST),
    )


def encode_explanation_request(value: Any) -> JsonObject:
    """JSON of a `ExplanationRequest`."""
    result: JsonObject = {}
    result["model"] = value.model
    if (item := value.hosting) is not UNSET:
        result["hosting"] = item
    item = value.prompt
    result["prompt"] = encode_prompt(item)
    result["target"] = value.target
    if (item := value.control_factor) is not UNSET:
        result["control_factor"] = item
    if (item := value.contextual_control_threshold) is not UNSET:
        result["contextual_control_threshold"] = item
    if (item := value.control_log_additive) is not UNSET:
        result["control_log_additive"] = item
    if (item := value.postprocessing) is not UNSET:
        result["postprocessing"] = item
    if (item := value.normalize) is not UNSET:
        result["normalize"] = item
    if (item := value.prompt_granularity) is not UNSET:
        result["prompt_granularity"] = (
            encode_prompt_granularity(item) if isinstance(item, PromptGranularity) else item
        )
    if (item := value.target_granularity) is not UNSET:
        result["target_granularity"] = item
    if (item := value.control_token_overlap) is not UNSET:
        result["control_token_overlap"] = item
    if (item := value.tags) is not UNSET:
        result["tags"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class PromptGranularity(Model):
    """
    Into which parts the prompt is cut; chosen by the service when absent.

    Attributes:
        type: Size of the parts; images are cut into 12, 6 or 3 tiles per edge, or left whole.
        delimiter: Text to cut at, for `custom`.
    """

    type: PromptGranularityType | Unset = UNSET
    delimiter: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_prompt_granularity(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> PromptGranularity:
        """The value of a decoded JSON object."""
        return decode_prompt_granularity(source)


_PROMPT_GRANULARITY: Final = frozenset({"type", "delimiter"})


def decode_prompt_granularity(source: Any) -> PromptGranularity:
    """`PromptGranularity` of decoded JSON."""
    get = source.get
    return PromptGranularity(
        get("type", UNSET),
        get("delimiter", UNSET),
        None if source.keys() <= _PROMPT_GRANULARITY else extra_of(source, _PROMPT_GRANULARITY),
    )


def encode_prompt_granularity(value: Any) -> JsonObject:
    """JSON of a `PromptGranularity`."""
    result: JsonObject = {}
    if (item := value.type) is not UNSET:
        result["type"] = item
    if (item := value.delimiter) is not UNSET:
        result["delimiter"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ExplanationResponse(Model):
    """
    Explanations of a completion.

    Attributes:
        model_version: Version of the model.
        explanations: One for the target, or one per token of it.
    """

    explanations: list[Explanation]
    model_version: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_explanation_response(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ExplanationResponse:
        """The value of a decoded JSON object."""
        return decode_explanation_response(source)


_EXPLANATION_RESPONSE: Final = frozenset({"model_version", "explanations"})


def decode_explanation_response(source: Any) -> ExplanationResponse:
    """`ExplanationResponse` of decoded JSON."""
    get = source.get
    return ExplanationResponse(
        [decode_explanation(item) if item.__class__ is dict else item for item in value]
        if (value := source["explanations"]).__class__ is list
        else value,
        get("model_version", UNSET),
        None if source.keys() <= _EXPLANATION_RESPONSE else extra_of(source, _EXPLANATION_RESPONSE),
    )


def encode_explanation_response(value: Any) -> JsonObject:
    """JSON of a `ExplanationResponse`."""
    result: JsonObject = {}
    if (item := value.model_version) is not UNSET:
        result["model_version"] = item
    item = value.explanations
    result["explanations"] = (
        [encode_explanation(part) if isinstance(part, Explanation) else part for part in item]
        if item.__class__ in (list, tuple)
        else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class Explanation(Model):
    """
    Which parts of the prompt led to one part of the target.

    Attributes:
        target: The part of the target.
        items: One per prompt item, in order, and one for the target.
    """

    items: list[ItemImportance]
    target: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_explanation(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> Explanation:
        """The value of a decoded JSON object."""
        return decode_explanation(source)


_EXPLANATION: Final = frozenset({"target", "items"})


def decode_explanation(source: Any) -> Explanation:
    """`Explanation` of decoded JSON."""
    get = source.get
    return Explanation(
        [decode_item_importance(item) for item in value]
        if (value := source["items"]).__class__ is list
        else value,
        get("target", UNSET),
        None if source.keys() <= _EXPLANATION else extra_of(source, _EXPLANATION),
    )


def encode_explanation(value: Any) -> JsonObject:
    """JSON of a `Explanation`."""
    result: JsonObject = {}
    if (item := value.target) is not UNSET:
        result["target"] = item
    item = value.items
    result["items"] = (
        [encode_item_importance(part) for part in item] if item.__class__ in (list, tuple) else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TextImportance(Model):
    """
    Scores of the parts of a text.

    Attributes:
        type: Always `text`.
        scores: One per part.
    """

    scores: list[TextScore]
    type: Literal["text"] = "text"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_text_importance(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TextImportance:
        """The value of a decoded JSON object."""
        return decode_text_importance(source)


_TEXT_IMPORTANCE: Final = frozenset({"type", "scores"})


def decode_text_importance(source: Any) -> TextImportance:
    """`TextImportance` of decoded JSON."""
    return TextImportance(
        [decode_text_score(item) if item.__class__ is dict else item for item in value]
        if (value := source["scores"]).__class__ is list
        else value,
        source["type"],
        None if source.keys() <= _TEXT_IMPORTANCE else extra_of(source, _TEXT_IMPORTANCE),
    )


def encode_text_importance(value: Any) -> JsonObject:
    """JSON of a `TextImportance`."""
    result: JsonObject = {}
    result["type"] = value.type
    item = value.scores
    result["scores"] = (
        [encode_text_score(part) if isinstance(part, TextScore) else part for part in item]
        if item.__class__ in (list, tuple)
        else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ImageImportance(Model):
    """
    Scores of the tiles of a picture.

    Attributes:
        type: Always `image`.
        scores: One per tile.
    """

    scores: list[ImageScore]
    type: Literal["image"] = "image"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_image_importance(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ImageImportance:
        """The value of a decoded JSON object."""
        return decode_image_importance(source)


_IMAGE_IMPORTANCE: Final = frozenset({"type", "scores"})


def decode_image_importance(source: Any) -> ImageImportance:
    """`ImageImportance` of decoded JSON."""
    return ImageImportance(
        [decode_image_score(item) if item.__class__ is dict else item for item in value]
        if (value := source["scores"]).__class__ is list
        else value,
        source["type"],
        None if source.keys() <= _IMAGE_IMPORTANCE else extra_of(source, _IMAGE_IMPORTANCE),
    )


def encode_image_importance(value: Any) -> JsonObject:
    """JSON of a `ImageImportance`."""
    result: JsonObject = {}
    result["type"] = value.type
    item = value.scores
    result["scores"] = (
        [encode_image_score(part) if isinstance(part, ImageScore) else part for part in item]
        if item.__class__ in (list, tuple)
        else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TokenIdsImportance(Model):
    """
    Scores of tokens.

    Attributes:
        type: Always `token_ids`.
        scores: One per token.
    """

    scores: list[float]
    type: Literal["token_ids"] = "token_ids"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_token_ids_importance(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TokenIdsImportance:
        """The value of a decoded JSON object."""
        return decode_token_ids_importance(source)


_TOKEN_IDS_IMPORTANCE: Final = frozenset({"type", "scores"})


def decode_token_ids_importance(source: Any) -> TokenIdsImportance:
    """`TokenIdsImportance` of decoded JSON."""
    return TokenIdsImportance(
        source["scores"],
        source["type"],
        None if source.keys() <= _TOKEN_IDS_IMPORTANCE else extra_of(source, _TOKEN_IDS_IMPORTANCE),
    )


def encode_token_ids_importance(value: Any) -> JsonObject:
    """JSON of a `TokenIdsImportance`."""
    result: JsonObject = {}
    result["type"] = value.type
    result["scores"] = value.scores
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TargetImportance(Model):
    """
    Scores of the parts of the target that came before.

    Attributes:
        type: Always `target`.
        scores: One per part.
    """

    scores: list[TextScore]
    type: Literal["target"] = "target"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_target_importance(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TargetImportance:
        """The value of a decoded JSON object."""
        return decode_target_importance(source)


_TARGET_IMPORTANCE: Final = frozenset({"type", "scores"})


def decode_target_importance(source: Any) -> TargetImportance:
    """`TargetImportance` of decoded JSON."""
    return TargetImportance(
        [decode_text_score(item) if item.__class__ is dict else item for item in value]
        if (value := source["scores"]).__class__ is list
        else value,
        source["type"],
        None if source.keys() <= _TARGET_IMPORTANCE else extra_of(source, _TARGET_IMPORTANCE),
    )


def encode_target_importance(value: Any) -> JsonObject:
    """JSON of a `TargetImportance`."""
    result: JsonObject = {}
    result["type"] = value.type
    item = value.scores
    result["scores"] = (
        [encode_text_score(part) if isinstance(part, TextScore) else part for part in item]
        if item.__class__ in (list, tuple)
        else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TextScore(Model):
    """
    A part of a text and its score.

    Attributes:
        start: Index of its first character.
        length: Number of its characters.
        score: How much it led to the target.
    """

    start: int
    length: int
    score: float
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_text_score(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TextScore:
        """The value of a decoded JSON object."""
        return decode_text_score(source)


_TEXT_SCORE: Final = frozenset({"start", "length", "score"})


def decode_text_score(source: Any) -> TextScore:
    """`TextScore` of decoded JSON."""
    return TextScore(
        source["start"],
        source["length"],
        source["score"],
        None if source.keys() <= _TEXT_SCORE else extra_of(source, _TEXT_SCORE),
    )


def encode_text_score(value: Any) -> JsonObject:
    """JSON of a `TextScore`."""
    result: JsonObject = {}
    result["start"] = value.start
    result["length"] = value.length
    result["score"] = value.score
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ImageScore(Model):
    """
    A tile of a picture and its score.

    Attributes:
        rect: A rectangle in a picture, in parts of the whole, 0 to 1.
        score: How much it led to the target.
    """

    rect: BoundingBox
    score: float
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_image_score(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ImageScore:
        """The value of a decoded JSON object."""
        return decode_image_score(source)


_IMAGE_SCORE: Final = frozenset({"rect", "score"})


def decode_image_score(source: Any) -> ImageScore:
    """`ImageScore` of decoded JSON."""
    return ImageScore(
        decode_bounding_box(value) if (value := source["rect"]).__class__ is dict else value,
        source["score"],
        None if source.keys() <= _IMAGE_SCORE else extra_of(source, _IMAGE_SCORE),
    )


def encode_image_score(value: Any) -> JsonObject:
    """JSON of a `ImageScore`."""
    result: JsonObject = {}
    item = value.rect
    result["rect"] = encode_bounding_box(item) if isinstance(item, BoundingBox) else item
    result["score"] = value.score
    if value.extra:
        result.update(value.extra)
    return result


ItemImportance: TypeAlias = (
    TextImportance | ImageImportance | TokenIdsImportance | TargetImportance | JsonObject
)
"""Scores of one item, told apart by `type`."""

_ITEM_IMPORTANCE: Final[dict[Any, Callable[[Any], ItemImportance]]] = {
    "text": decode_text_importance,
    "image": decode_image_importance,
    "token_ids": decode_token_ids_importance,
    "target": decode_target_importance,
}


def decode_item_importance(source: Any) -> ItemImportance:
    """`ItemImportance` of decoded JSON."""
    if source.__class__ is dict:
        key = source.get("type")
        decode = _ITEM_IMPORTANCE.get(key) if key.__class__ is str else None
        if decode is not None:
            return decode(source)
    result: ItemImportance = source
    return result


def encode_item_importance(value: Any) -> Any:
    """JSON of a `ItemImportance`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value
