"""
Values that LWE ships: the default configuration, and the system presets.

Source: llm-workflow-engine 0.23.3, config and presets folders.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

__all__ = ["DEFAULT_SYSTEM_MESSAGE", "default_config", "system_presets"]

DEFAULT_SYSTEM_MESSAGE = "You are a helpful assistant."

_KINDS = ("templates", "presets", "plugins", "workflows", "tools")
_CONFIG: dict[str, Any] = {
    "backend": "api",
    "backend_options": {
        "auto_create_first_user": None,
        "default_user": None,
        "default_conversation_id": None,
        "title_generation": {"provider": None, "model": None},
    },
    "directories": {
        "cache": "$DATA_DIR/cache",
        **{
            kind: [f"$CONFIG_DIR/{kind}", f"$CONFIG_DIR/profiles/$PROFILE/{kind}"]
            for kind in _KINDS
        },
        # Templates are looked up in this order, presets and tools are replaced in theirs.
        "templates": ["$CONFIG_DIR/profiles/$PROFILE/templates", "$CONFIG_DIR/templates"],
    },
    "database": None,
    "model": {
        "default_preset": None,
        "default_system_message": "default",
        "system_message": {
            "programmer": (
                "You are an expert programmer, who responds to questions with brief examples"
                " in code."
            ),
            "creative_writer": "You are a creative writing assistant.",
        },
    },
    "chat": {"log": {"enabled": False, "filepath": "lwe.log"}},
    "log": {"console": {"level": "ERROR", "format": "%(name)s - %(levelname)s - %(message)s"}},
    "debug": {
        "log": {
            "enabled": False,
            "filepath": None,
            "level": "DEBUG",
            "format": "%(asctime)s - %(name)s - %(levelname)s - %(message)s",
        }
    },
    "plugins": {"enabled": []},
    "providers": {},
    "errors": {"raise": False},
}


def _preset(
    name: str, description: str, customizations: dict[str, Any], system: str | None = None
) -> dict[str, Any]:
    metadata = {"name": name, "provider": "chat_openai", "description": description}
    if system:
        metadata["system_message"] = system
    return {"metadata": metadata, "model_customizations": customizations}


_PRESETS = (
    _preset(
        "gpt-4-chatbot-responses",
        "Balanced answers of a chatbot",
        {"model_name": "gpt-4o", "temperature": 0.5, "top_p": 0.5, "request_timeout": 60},
        "default",
    ),
    _preset(
        "gpt-4-code-generation",
        "Code, with little variation",
        {"model_name": "gpt-4-turbo", "temperature": 0.2, "top_p": 0.1, "request_timeout": 60},
        "programmer",
    ),
    _preset(
        "gpt-4-creative-writing",
        "Texts, with much variation",
        {"model_name": "gpt-4o", "temperature": 0.7, "top_p": 0.8, "request_timeout": 60},
        "creative_writer",
    ),
    _preset("gpt-4o-mini", "A small model", {"model_name": "gpt-4o-mini"}),
)
_TEST_PRESETS = tuple(
    {
        "metadata": {"name": name, "provider": "fake_llm", "description": "For tests"},
        "model_customizations": customizations,
    }
    for name, customizations in (("test", {}), ("test_2", {"model_name": "gpt-4o"}))
)


def default_config() -> dict[str, Any]:
    """A fresh copy of the default configuration; paths hold LWE's tokens."""
    return deepcopy(_CONFIG)


def system_presets(profile: str) -> dict[str, dict[str, Any]]:
    """The presets that are always there, by name; two more in the profile `test`."""
    presets = (*_PRESETS, *_TEST_PRESETS) if profile == "test" else _PRESETS
    return {preset["metadata"]["name"]: deepcopy(preset) for preset in presets}
