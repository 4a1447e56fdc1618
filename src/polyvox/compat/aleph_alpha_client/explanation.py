"""
Which parts of a prompt made a completion likely: requests and answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeAlias

from polyvox.compat.aleph_alpha_client.prompt import (
    ControlTokenOverlap,
    Image,
    Prompt,
    PromptItem,
    Text,
    prompt_json,
)
from polyvox.compat.aleph_alpha_client.records import Writable, encoded

__all__ = [
    "CustomGranularity",
    "Explanation",
    "ExplanationPostprocessing",
    "ExplanationRequest",
    "ExplanationResponse",
    "ImagePromptItemExplanation",
    "ImageScore",
    "ItemExplanation",
    "PromptGranularity",
    "TargetGranularity",
    "TargetPromptItemExplanation",
    "TargetScore",
    "TargetScoreWithRaw",
    "TextPromptItemExplanation",
    "TextScore",
    "TextScoreWithRaw",
    "TokenPromptItemExplanation",
    "TokenScore",
]


class ExplanationPostprocessing(Enum):
    """What is done with each score."""

    Square = "square"
    Absolute = "absolute"

    def to_json(self) -> str:
        """The value as JSON."""
        return self.value


@dataclass(frozen=True)
class CustomGranularity:
    """Parts of the prompt between delimiters."""

    delimiter: str

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {"type": "custom", "delimiter": self.delimiter}


class PromptGranularity(Enum):
    """How large the parts of the prompt are; a picture has 144, 36, 9 or 1."""

    Token = "token"  # noqa: S105 - a size, no password
    Word = "word"
    Sentence = "sentence"
    Paragraph = "paragraph"

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {"type": self.value}


class TargetGranularity(Enum):
    """One explanation for the whole target, or one for each of its tokens."""

    Complete = "complete"
    Token = "token"  # noqa: S105 - a size, no password

    def to_json(self) -> str:
        """The value as JSON."""
        return self.value


@dataclass(frozen=True)
class ExplanationRequest(Writable):
    """A prompt, and the completion to explain by it; None leaves a choice to the service."""

    prompt: Prompt
    target: str
    contextual_control_threshold: float | None = None
    control_factor: float | None = None
    control_token_overlap: ControlTokenOverlap | None = None
    control_log_additive: bool | None = None
    prompt_granularity: PromptGranularity | str | CustomGranularity | None = None
    target_granularity: TargetGranularity | None = None
    postprocessing: ExplanationPostprocessing | None = None
    normalize: bool | None = None

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        payload = {**super().to_json(), "prompt": prompt_json(self.prompt)}
        wanted = self.prompt_granularity
        if wanted is not None:
            kind = {"type": wanted} if isinstance(wanted, str) else encoded(wanted)
            payload["prompt_granularity"] = kind
        return payload


@dataclass(frozen=True)
class TextScore:
    """The score of *length* characters from *start*."""

    start: int
    length: int
    score: float

    @staticmethod
    def from_json(score: Mapping[str, Any]) -> TextScore:
        """The score in *score*."""
        return TextScore(score["start"], score["length"], score["score"])


@dataclass(frozen=True)
class TextScoreWithRaw:
    """The score of a part of the text, with that part."""

    start: int
    length: int
    score: float
    text: str

    @staticmethod
    def from_text_score(score: TextScore, prompt: Text) -> TextScoreWithRaw:
        """The *score* with its part of *prompt*."""
        part = prompt.text[score.start : score.start + score.length]
        return TextScoreWithRaw(score.start, score.length, score.score, part)


@dataclass(frozen=True)
class ImageScore:
    """The score of a box in a picture; its sides are shares of the picture's, or pixels."""

    left: float
    top: float
    width: float
    height: float
    score: float

    @staticmethod
    def from_json(score: Mapping[str, Any]) -> ImageScore:
        """The score in *score*."""
        box = score["rect"]
        return ImageScore(box["left"], box["top"], box["width"], box["height"], score["score"])


@dataclass(frozen=True)
class TargetScore:
    """The score of *length* characters from *start* of the target."""

    start: int
    length: int
    score: float

    @staticmethod
    def from_json(score: Mapping[str, Any]) -> TargetScore:
        """The score in *score*."""
        return TargetScore(score["start"], score["length"], score["score"])


@dataclass(frozen=True)
class TargetScoreWithRaw:
    """The score of a part of the target, with that part."""

    start: int
    length: int
    score: float
    text: str

    @staticmethod
    def from_target_score(score: TargetScore, target: str) -> TargetScoreWithRaw:
        """The *score* with its part of *target*."""
        part = target[score.start : score.start + score.length]
        return TargetScoreWithRaw(score.start, score.length, score.score, part)


@dataclass(frozen=True)
class TokenScore:
    """The score of one token id."""

    score: float

    @staticmethod
    def from_json(score: float) -> TokenScore:
        """The score in *score*, which is a bare number."""
        return TokenScore(score)


@dataclass(frozen=True)
class ImagePromptItemExplanation:
    """The scores of a picture's parts."""

    scores: list[ImageScore]

    @staticmethod
    def from_json(item: Mapping[str, Any]) -> ImagePromptItemExplanation:
        """The scores in *item*."""
        return ImagePromptItemExplanation([ImageScore.from_json(one) for one in item["scores"]])

    def in_pixels(self, prompt_item: PromptItem) -> ImagePromptItemExplanation:
        """
        The same boxes in whole pixels of the picture *prompt_item*; needs Pillow.

        Raises:
            ValueError: It is no picture.
        """
        if not isinstance(prompt_item, Image):
            msg = f"A {type(prompt_item).__name__} has no pixels. Pass the picture of the prompt."
            raise ValueError(msg)  # noqa: TRY004 - the replaced library's class
        width, height = prompt_item.dimensions()
        return ImagePromptItemExplanation(
            [
                ImageScore(
                    int(one.left * width),
                    int(one.top * height),
                    int(one.width * width),
                    int(one.height * height),
                    one.score,
                )
                for one in self.scores
            ]
        )


@dataclass(frozen=True)
class TextPromptItemExplanation:
    """The scores of a text's parts."""

    scores: list[TextScore | TextScoreWithRaw]

    @staticmethod
    def from_json(item: Mapping[str, Any]) -> TextPromptItemExplanation:
        """The scores in *item*."""
        return TextPromptItemExplanation([TextScore.from_json(one) for one in item["scores"]])

    def with_text(self, prompt: Text) -> TextPromptItemExplanation:
        """The same scores with their parts of *prompt*."""
        return TextPromptItemExplanation(
            [
                TextScoreWithRaw.from_text_score(one, prompt) if isinstance(one, TextScore) else one
                for one in self.scores
            ]
        )


@dataclass(frozen=True)
class TargetPromptItemExplanation:
    """The scores of the target's parts that come before the token in question."""

    scores: list[TargetScore | TargetScoreWithRaw]

    @staticmethod
    def from_json(item: Mapping[str, Any]) -> TargetPromptItemExplanation:
        """The scores in *item*."""
        return TargetPromptItemExplanation([TargetScore.from_json(one) for one in item["scores"]])

    def with_text(self, prompt: str) -> TargetPromptItemExplanation:
        """The same scores with their parts of the target *prompt*."""
        return TargetPromptItemExplanation(
            [
                TargetScoreWithRaw.from_target_score(one, prompt)
                if isinstance(one, TargetScore)
                else one
                for one in self.scores
            ]
        )


@dataclass(frozen=True)
class TokenPromptItemExplanation:
    """The scores of token ids, in their order."""

    scores: list[TokenScore]

    @staticmethod
    def from_json(item: Mapping[str, Any]) -> TokenPromptItemExplanation:
        """The scores in *item*."""
        return TokenPromptItemExplanation([TokenScore(one) for one in item["scores"]])


ItemExplanation: TypeAlias = (
    TextPromptItemExplanation
    | ImagePromptItemExplanation
    | TargetPromptItemExplanation
    | TokenPromptItemExplanation
)
_KINDS: dict[str, Any] = {
    "text": TextPromptItemExplanation,
    "target": TargetPromptItemExplanation,
    "image": ImagePromptItemExplanation,
    "token_ids": TokenPromptItemExplanation,
}


@dataclass(frozen=True)
class Explanation:
    """
    What made a part of the target likely.

    Attributes:
        target: The part, or the whole target.
        items: One for each item of the prompt; the last one is about the target itself.
    """

    target: str
    items: list[ItemExplanation]

    @staticmethod
    def prompt_item_from_json(item: Mapping[str, Any]) -> ItemExplanation:
        """
        The scores of one prompt item.

        Raises:
            NotImplementedError: It is of an unknown type.
        """
        if item["type"] not in _KINDS:
            msg = f"Unsupported explanation type: {item['type']!r}"
            raise NotImplementedError(msg)
        made: ItemExplanation = _KINDS[item["type"]].from_json(item)
        return made

    @staticmethod
    def from_json(json: Mapping[str, Any]) -> Explanation:
        """The explanation in *json*."""
        items = [Explanation.prompt_item_from_json(item) for item in json["items"]]
        return Explanation(json["target"], items)

    def with_image_prompt_items_in_pixels(self, prompt: Prompt) -> Explanation:
        """The same with the boxes of pictures in whole pixels; needs Pillow."""
        items = [
            item.in_pixels(prompt.items[position])
            if isinstance(item, ImagePromptItemExplanation)
            else item
            for position, item in enumerate(self.items)
        ]
        return Explanation(self.target, items)

    def with_text_from_prompt(self, prompt: Prompt, target: str) -> Explanation:
        """The same with the parts of texts and *target* beside their scores."""
        items: list[ItemExplanation] = []
        for position, item in enumerate(self.items):
            if isinstance(item, TargetPromptItemExplanation):
                items.append(item.with_text(target))
                continue
            text = prompt.items[position] if position < len(prompt.items) else None
            if isinstance(item, TextPromptItemExplanation) and isinstance(text, Text):
                items.append(item.with_text(text))
            else:
                items.append(item)
        return Explanation(self.target, items)


@dataclass(frozen=True)
class ExplanationResponse:
    """One explanation for each part of the target."""

    model_version: str
    explanations: list[Explanation]

    @staticmethod
    def from_json(json: Mapping[str, Any]) -> ExplanationResponse:
        """The answer in *json*."""
        return ExplanationResponse(
            json["model_version"], [Explanation.from_json(one) for one in json["explanations"]]
        )

    def with_image_prompt_items_in_pixels(self, prompt: Prompt) -> ExplanationResponse:
        """The same with the boxes of pictures in whole pixels; needs Pillow."""
        found = [one.with_image_prompt_items_in_pixels(prompt) for one in self.explanations]
        return ExplanationResponse(self.model_version, found)

    def with_text_from_prompt(self, request: ExplanationRequest) -> ExplanationResponse:
        """The same with the parts of prompt and target beside their scores."""
        found = [
            one.with_text_from_prompt(request.prompt, request.target) for one in self.explanations
        ]
        return ExplanationResponse(self.model_version, found)
