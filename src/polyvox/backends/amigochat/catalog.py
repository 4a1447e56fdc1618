"""
Models of AmigoChat with their personas and other names: what the last public clients knew.

The server has no list of its own, so nothing here is asked for. A model that is missing is sent
as it is.

Source: gpt4free, Provider/AmigoChat (2024-12-14 to 2025-02-03).
"""

from __future__ import annotations

from polyvox.backends.amigochat.types import AmigoModel, Kind
from polyvox_core.errors import ConfigError
from polyvox_core.nearest import did_you_mean

__all__ = ["DEFAULT_MODEL", "IMAGE_PERSONA", "MODELS", "find", "found", "get"]

DEFAULT_MODEL = "gpt-4o-mini"
IMAGE_PERSONA = "image-generator"


_LLAMA_405B = "meta-llama/Meta-Llama-3.1-405B-Instruct-Turbo"
_LLAMA_90B = "meta-llama/Llama-3.2-90B-Vision-Instruct-Turbo"
_NOUS = "NousResearch/Nous-Hermes-2-Mixtral-8x7B-DPO"

MODELS: tuple[AmigoModel, ...] = (
    AmigoModel("gpt-4o-2024-11-20", "gpt"),
    AmigoModel("gpt-4o", "summarizer"),
    AmigoModel("gpt-4o-mini", "amigo"),
    AmigoModel("o1-preview-", "openai-o-one", aliases=("o1-preview",), note="balance"),
    AmigoModel("o1-preview-2024-09-12-", "orion", note="balance"),
    AmigoModel("o1-mini-", "openai-o-one-mini", aliases=("o1-mini",), note="balance"),
    AmigoModel(_LLAMA_405B, "llama-three-point-one", aliases=("llama-3.1-405b",)),
    AmigoModel(_LLAMA_90B, "llama-3-2", aliases=("llama-3.2-90b",)),
    AmigoModel(
        "codellama/CodeLlama-34b-Instruct-hf",
        "codellama-CodeLlama-34b-Instruct-hf",
        aliases=("codellama-34b",),
    ),
    AmigoModel("gemini-1.5-pro", "gemini-1-5-pro", aliases=("gemini-pro",), note="balance"),
    AmigoModel("gemini-1.5-flash", "gemini-1.5-flash", aliases=("gemini-flash",)),
    AmigoModel("claude-3-5-sonnet-20240620", "claude"),
    AmigoModel(
        "claude-3-5-sonnet-20241022",
        "clude-claude-3-5-sonnet-20241022",
        aliases=("claude-3.5-sonnet",),
    ),
    AmigoModel("claude-3-5-haiku-latest", "3-5-haiku", aliases=("claude-3.5-haiku",)),
    AmigoModel("Qwen/Qwen2.5-72B-Instruct-Turbo", "qwen-2-5", aliases=("qwen-2.5-72b",)),
    AmigoModel("google/gemma-2b-it", "google-gemma-2b-it", aliases=("gemma-2b",)),
    AmigoModel("google/gemma-7b", "google-gemma-7b", note="upstream"),
    AmigoModel("Gryphe/MythoMax-L2-13b", "Gryphe-MythoMax-L2-13b", aliases=("mythomax-13b",)),
    AmigoModel(
        "mistralai/Mistral-7B-Instruct-v0.3",
        "mistralai-Mistral-7B-Instruct-v0.1",
        aliases=("mixtral-7b",),
    ),
    AmigoModel("mistralai/mistral-tiny", "mistralai-mistral-tiny"),
    AmigoModel("mistralai/mistral-nemo", "mistralai-mistral-nemo", aliases=("mistral-nemo",)),
    AmigoModel(
        "deepseek-ai/deepseek-llm-67b-chat",
        "deepseek-ai-deepseek-llm-67b-chat",
        aliases=("deepseek-chat",),
    ),
    AmigoModel("databricks/dbrx-instruct", "databricks-dbrx-instruct", aliases=("dbrx-instruct",)),
    AmigoModel(_NOUS, "NousResearch-Nous-Hermes-2-Mixtral-8x7B-DPO", aliases=("mixtral-8x7b-dpo",)),
    AmigoModel("x-ai/grok-beta", "x-ai-grok-beta", aliases=("grok-beta",)),
    AmigoModel(
        "anthracite-org/magnum-v4-72b", "anthracite-org-magnum-v4-72b", aliases=("magnum-72b",)
    ),
    AmigoModel("cohere/command-r-plus", "cohere-command-r-plus", aliases=("command-r-plus",)),
    AmigoModel("ai21/jamba-1-5-mini", "ai21-jamba-1-5-mini", aliases=("jamba-mini",)),
    AmigoModel("zero-one-ai/Yi-34B", "zero-one-ai-Yi-34B", note="upstream"),
    AmigoModel("flux-pro/v1.1", "flux-1-1-pro", "image", note="balance"),
    AmigoModel("flux-realism", "flux-realism", "image", aliases=("flux",)),
    AmigoModel("flux-pro", "flux-pro", "image", note="balance"),
    AmigoModel("flux-pro/v1.1-ultra", "flux-pro-v1.1-ultra", "image", note="balance"),
    AmigoModel("flux-pro/v1.1-ultra-raw", "flux-pro-v1.1-ultra-raw", "image", note="balance"),
    AmigoModel("flux/dev", "flux-dev", "image", aliases=("flux-dev",)),
    AmigoModel("dall-e-3", "dalle-three", "image", aliases=("dalle-3",)),
    AmigoModel("recraft-v3", "recraft", "image"),
)
_BY_ID = {model.id: model for model in MODELS}
_BY_ALIAS = {alias: model for model in MODELS for alias in model.aliases}


def find(name: str) -> AmigoModel | None:
    """The model that *name* means, None for an unknown one; an exact id beats an alias."""
    return _BY_ID.get(name) or _BY_ALIAS.get(name)


def get(name: str) -> AmigoModel:
    """
    The same for a name that must be known.

    Raises:
        ConfigError: It is not; the message suggests the nearest.
    """
    model = find(name)
    if model is None:
        hint = did_you_mean(name, [*_BY_ID, *_BY_ALIAS], "See client.models.list().")
        msg = f"AmigoChat has no known model {name!r}."
        raise ConfigError(msg, hint=hint)
    return model


def found(name: str, kind: Kind, *, strict: bool) -> AmigoModel:
    """
    The model to ask; a name that nobody knows is taken as it is, unless *strict*.

    Raises:
        ConfigError: It is empty, unknown and *strict*, or of another kind.
    """
    if not name:
        msg = "The call names no model."
        raise ConfigError(msg, hint="Pass model=; client.models.list() shows them.")
    model = get(name) if strict else find(name)
    if model is None:
        return AmigoModel(name, IMAGE_PERSONA if kind == "image" else "", kind)
    if model.kind != kind:
        verb = "images.generate()" if model.kind == "image" else "chat()"
        msg = f"{name!r} is a model for {model.kind}s."
        raise ConfigError(msg, hint=f"Use client.{verb}, or another model.")
    return model
