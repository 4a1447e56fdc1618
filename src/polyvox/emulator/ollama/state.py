"""
What one running Ollama emulation remembers: its models and its blobs.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from polyvox.emulator.answering.following import MOODS
from polyvox.emulator.document import Document
from polyvox.emulator.errors import Refusal
from polyvox.emulator.jsonvalues import JsonObject, object_of, objects_of, text_of
from polyvox.emulator.settings import Settings

__all__ = ["Model", "State"]

FAMILY = "emulated"
BUILT_IN = {
    "echo": "echo",
    "tools": "tools",
    "endless": "endless",
    "thinking": "usage",
    "embedding": "echo",
}


@dataclass(frozen=True)
class Model:
    """
    A model on the server.

    Attributes:
        name: What it is called.
        mode: How it answers.
        facts: What the document's example says about it.
    """

    name: str
    mode: str
    facts: JsonObject

    @property
    def digest(self) -> str:
        """SHA-256 of the name, in hexadecimal."""
        return hashlib.sha256(self.name.encode()).hexdigest()

    def details(self) -> JsonObject:
        """Kind and size."""
        described = {"format": "gguf", "family": FAMILY, "families": [FAMILY]}
        return object_of(self.facts.get("details")) or {
            **described,
            "parent_model": "",
            "parameter_size": "1M",
            "quantization_level": "F16",
        }

    def summary(self, modified_at: str) -> JsonObject:
        """The model as a listing shows it."""
        own: JsonObject = {"size": 1_000_000, "digest": self.digest, "modified_at": modified_at}
        return {**own, **self.facts, "name": self.name, "model": self.name} | {
            "details": self.details()
        }


class State:
    """
    The memory of one Ollama emulation.

    Args:
        document: Its document; the models in its examples exist.
        settings: What the emulator was started with.

    Attributes:
        models: The models by name.
        blobs: Digests of the stored blobs.
    """

    def __init__(self, document: Document, settings: Settings) -> None:
        """Start with the built-in models and those of the examples."""
        self.settings = settings
        self.blobs: set[str] = set()
        self.models = {name: Model(name, mode, {}) for name, mode in BUILT_IN.items()}
        for facts in example_models(document):
            name = text_of(facts.get("name"))
            self.models.setdefault(name, Model(name, "tools", facts))

    def now(self) -> str:
        """The present moment in RFC 3339."""
        return self.settings.now().isoformat().replace("+00:00", "Z")

    def model(self, name: object) -> Model:
        """
        The model called *name*, with or without the tag `latest`.

        Raises:
            Refusal: 404 if it is not on the server.
        """
        wanted = text_of(name)
        found = self.models.get(wanted) or self.models.get(wanted.removesuffix(":latest"))
        if found is None and wanted in MOODS:
            return Model(wanted, wanted, {})
        if found is None:
            raise Refusal(404, f'model "{wanted}" not found, try pulling it first')
        return found


def example_models(document: Document) -> list[JsonObject]:
    """The models that the document shows in a listing."""
    operation = next((one for one in document.operations if one.id == "list_models"), None)
    content = object_of(operation.responses.get("200", {}).get("content")) if operation else {}
    example = object_of(object_of(content.get("application/json")).get("example"))
    return objects_of(example.get("models"))
