"""
Which models there are: some named after the vendor's, and one for each way to answer.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from polyvox.emulator.aleph_alpha.errors import CodedRefusal
from polyvox.emulator.answering.following import MOODS
from polyvox.emulator.jsonvalues import JsonObject

__all__ = ["MODELS", "Model", "model_for"]

CHATS = frozenset({"chat", "complete"})
COMPLETES = frozenset({"complete", "semantic"})
CONTEXT = 8192


@dataclass(frozen=True)
class Model:
    """
    One model.

    Attributes:
        name: Its name on the wire.
        mode: How it answers a chat.
        abilities: `chat`, `complete`, `embed`, `semantic`, `image`, or names of other operations.
    """

    name: str
    mode: str = "tools"
    abilities: frozenset[str] = field(default=CHATS)

    def settings(self) -> JsonObject:
        """The model as `/model-settings` shows it."""
        embeds = "raw" if "embed" in self.abilities else "none"
        return {
            "name": self.name,
            "status": "available",
            "description": f"The model {self.name} of the emulator.",
            "multimodal": "image" in self.abilities,
            "max_context_size": CONTEXT,
            "semantic_embedding": "semantic" in self.abilities,
            "completion_type": "full" if "complete" in self.abilities else "none",
            "embedding_type": "semantic" if "semantic" in self.abilities else embeds,
            "aligned": False,
            "chat": "chat" in self.abilities,
            "prompt_template": "",
            "maximum_completion_tokens": CONTEXT,
            "model_card": None,
        }

    def available(self) -> JsonObject:
        """The model as `/models_available` shows it."""
        kinds = ["pooling_only", "symmetric", "asymmetric_document", "asymmetric_query"]
        return {
            "name": self.name,
            "description": f"The model {self.name} of the emulator.",
            "max_context_size": CONTEXT,
            "hostings": ["aleph-alpha"],
            "image_support": "image" in self.abilities,
            "qa_support": False,
            "summarization_support": False,
            "embedding_types": kinds if "semantic" in self.abilities else [],
            "maximum_completion_tokens": CONTEXT,
            "aligned": False,
        }


EVERYTHING = (
    Model("echo", "echo"),
    Model("tools"),
    Model("endless", "endless"),
    Model("usage", "usage"),
    Model("thinking", "thinking"),
    Model("scripted", "scripted"),
    Model("llama-3.1-8b-instruct"),
    Model("llama-3.3-70b-instruct"),
    Model("qwen3-32b", "thinking"),
    Model("qwen2.5-vl-32b-instruct", abilities=CHATS | {"image"}),
    # The real one cannot chat; the vendor's own examples do so with it.
    Model("luminous-extended"),
    Model("luminous-base", abilities=COMPLETES | {"image"}),
    Model("luminous-base-control", abilities=COMPLETES),
    Model("pharia-1-llm-7b-control", abilities=COMPLETES),
    Model("pharia-1-embedding-4608-control", abilities=frozenset({"semantic"})),
    Model("qwen3-embedding-0.6b", abilities=frozenset({"embed"})),
    Model("gemma-4b-it-translation", abilities=frozenset({"translate"})),
    Model("bge-reranker-v2-m3", abilities=frozenset({"rerank"})),
    Model("whisperx-transcription-medium", abilities=frozenset({"transcribe"})),
)
MODELS = {model.name: model for model in EVERYTHING}


def model_for(fields: JsonObject, ability: str | None = None) -> Model:
    """
    The model that a request names.

    Args:
        fields: The request's body.
        ability: What the model must be able to do; None for anything.

    Raises:
        Refusal: 404 if there is none, 400 if it lacks the ability.
    """
    name = str(fields.get("model"))
    model = Model(name, name) if name in MOODS else MODELS.get(name)
    if model is None:
        raise CodedRefusal(404, f"The model {name!r} is not known.", "UNKNOWN_MODEL")
    if ability is not None and ability not in model.abilities:
        msg = f"The model {name!r} does not support {ability!r}."
        raise CodedRefusal(400, msg, "MISSING_CAPABILITY")
    return model
