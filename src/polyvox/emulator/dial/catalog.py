"""
What is deployed: one model or application per mode, and what the document's examples name.

Applications and toolsets that callers store are deployed too, as echoes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from polyvox.emulator.document import Document
from polyvox.emulator.jsonvalues import JsonObject, text_of

__all__ = ["BUILT_IN", "Deployment", "example_deployments"]

CREATED = 1_672_534_800
UPDATED = 1_672_534_900
KINDS = {"model_name": "model", "application_name": "application", "toolset_name": "toolset"}


@dataclass(frozen=True)
class Deployment:
    """
    One deployment.

    Attributes:
        id: Its name on the wire; may hold slashes.
        kind: `model`, `application` or `toolset`.
        mode: How it answers a chat.
        interfaces: What it offers: `chat`, `embedding`, `mcp`.
        features: Which feature endpoints it has.
    """

    id: str
    kind: str = "model"
    mode: str = "echo"
    interfaces: tuple[str, ...] = ("chat",)
    description: str = "Answers with the last user message."
    features: frozenset[str] = field(default=frozenset({"tokenize", "truncate_prompt", "rate"}))

    def described(self, kind: str | None = None) -> JsonObject:
        """The deployment as listings show it; *kind* overrides the object's kind."""
        shown: JsonObject = {
            "id": self.id,
            self.kind: self.id,
            "display_name": self.id.rpartition("/")[2],
            "description": self.description,
            "reference": self.id,
            "owner": "organization-owner",
            "object": kind or self.kind,
            "status": "succeeded",
            "created_at": CREATED,
            "updated_at": UPDATED,
            "scale_settings": {"scale_type": "standard"},
            "interfaces": list(self.interfaces),
        }
        if self.kind == "toolset":
            shown |= {"transport": "HTTP", "allowed_tools": ["web_search"]}
        else:
            names = ("rate", "tokenize", "truncate_prompt", "configuration", "tools")
            shown["features"] = {name: name in self.features for name in names}
        if self.kind == "model":
            shown |= self._model()
        return shown

    def _model(self) -> JsonObject:
        embeds = "embedding" in self.interfaces
        return {
            "lifecycle_status": "generally-available",
            "capabilities": {
                "scale_types": ["standard"],
                "completion": False,
                "chat_completion": not embeds,
                "embeddings": embeds,
                "fine_tune": False,
                "inference": True,
            },
            "limits": {"max_total_tokens": 8192},
            "pricing": {"unit": "token", "prompt": "0.000001", "completion": "0.000002"},
        }


FULL = frozenset({"tokenize", "truncate_prompt", "rate", "tools"})
EMBEDS = ("embedding",)

BUILT_IN = (
    Deployment("echo"),
    Deployment(
        "stages",
        kind="application",
        mode="stages",
        description="Shows stages, attachments, a state and heartbeats.",
    ),
    Deployment("tools", mode="tools", features=FULL, description="Calls the tools it is given."),
    Deployment("endless", mode="endless", features=FULL, description="Calls tools for ever."),
    Deployment("usage", mode="usage", description="Details its usage in a chunk of its own."),
    Deployment(
        "scripted",
        kind="application",
        mode="scripted",
        features=frozenset({"configuration"}),
        description="Plays the script in custom_fields.configuration.",
    ),
    Deployment("embedding", interfaces=EMBEDS, description="Turns texts into small vectors."),
    Deployment("applications/public/assistant", kind="application"),
    Deployment("toolsets/public/search", kind="toolset", interfaces=("mcp",), mode="none"),
)


def example_deployments(document: Document) -> Iterable[Deployment]:
    """A deployment for each one that an example in *document* names; all of them are echoes."""
    for operation in document.operations:
        for parameter in operation.parameters:
            name = text_of(parameter.example)
            if parameter.place != "path" or not name:
                continue
            if parameter.name in KINDS or parameter.name == "deployment_name":
                yield named(name, KINDS.get(parameter.name, "model"))


def named(name: str, kind: str = "model") -> Deployment:
    """The deployment *name*; stored ones show their kind by their folder."""
    kind = {"applications": "application", "toolsets": "toolset"}.get(name.partition("/")[0], kind)
    if kind == "toolset":
        return Deployment(name, kind=kind, interfaces=("mcp",), mode="none")
    return Deployment(name, kind=kind, interfaces=EMBEDS if "embed" in name else ("chat",))
