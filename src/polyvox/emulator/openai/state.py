"""
What one running OpenAI emulation remembers: its models, files and counters.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from polyvox.emulator.answering.following import MOODS
from polyvox.emulator.document import Document
from polyvox.emulator.jsonvalues import JsonObject, object_of, objects_of, text_of
from polyvox.emulator.openai.errors import CodedRefusal
from polyvox.emulator.settings import Settings

__all__ = ["State", "StoredFile"]

BUILT_IN = {
    "echo": "echo",
    "tools": "tools",
    "endless": "endless",
    "thinking": "usage",
    "scripted": "scripted",
    "embedding": "echo",
    # Names that programs have in their settings.
    **dict.fromkeys(("gpt-4-turbo", "gpt-4o", "gpt-4o-mini"), "tools"),
}


@dataclass(frozen=True)
class StoredFile:
    """
    An uploaded file.

    Attributes:
        facts: What the server says about it.
        path: Where its content lies.
        size_bytes: Length of the content.
    """

    facts: JsonObject
    path: Path
    size_bytes: int


class State:
    """
    The memory of one OpenAI emulation.

    Args:
        document: Its document; the models in its examples exist.
        settings: What the emulator was started with.

    Attributes:
        models: What is said about each model, by its id.
        files: The uploaded files by their ids.
        played: How often each scripted status was answered.
    """

    def __init__(self, document: Document, settings: Settings) -> None:
        """Start with the built-in models, those of the examples, and no file."""
        self.settings = settings
        self.folder = settings.data / "openai"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.files: dict[str, StoredFile] = {}
        self.played: Counter[str] = Counter()
        self._numbers: Counter[str] = Counter()
        own = {"object": "model", "created": self.now(), "owned_by": "emulator"}
        self.models: dict[str, JsonObject] = {name: {"id": name, **own} for name in BUILT_IN}
        for facts in example_models(document):
            self.models.setdefault(text_of(facts.get("id")), facts)

    def now(self) -> int:
        """The present moment as Unix time."""
        return int(self.settings.now().timestamp())

    def next_id(self, kind: str) -> str:
        """An id for the next thing of a *kind*."""
        self._numbers[kind] += 1
        return f"{kind}-{self._numbers[kind]}"

    def mode(self, model: object) -> str:
        """
        How *model* answers.

        Raises:
            CodedRefusal: 404 if there is no such model.
        """
        name = text_of(model)
        if name in MOODS:
            return name
        if name not in self.models:
            msg = f"The model `{name}` does not exist or you do not have access to it."
            raise CodedRefusal(404, msg, "model_not_found")
        return BUILT_IN.get(name, "tools")

    def file(self, file_id: str) -> StoredFile:
        """
        The file with this id.

        Raises:
            CodedRefusal: 404 if there is none.
        """
        if file_id not in self.files:
            raise CodedRefusal(404, f"No such File object: {file_id}", "not_found")
        return self.files[file_id]


def example_models(document: Document) -> list[JsonObject]:
    """The models that the document shows in its listings."""
    operation = next((one for one in document.operations if one.id == "list_models"), None)
    content = object_of(operation.responses.get("200", {}).get("content")) if operation else {}
    examples = object_of(object_of(content.get("application/json")).get("examples"))
    return [
        model
        for example in examples.values()
        for model in objects_of(object_of(object_of(example).get("value")).get("data"))
    ]
