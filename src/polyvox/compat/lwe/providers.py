"""
Providers as data: which backend a name stands for, and what LWE's parameters are called there.

A provider needs nothing until a request uses it: a missing key of another one never matters.

Source: llm-workflow-engine 0.23.3, provider plugins.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, cast

from attrs import field, frozen

from polyvox_core.errors import ConfigError
from polyvox_core.secret import Secret

__all__ = ["PROVIDERS", "ModelCall", "Provider", "model_call", "provider_named"]


@frozen
class Provider:
    """
    A provider.

    Attributes:
        name: As presets name it.
        backend: The backend of polyvox; empty for one without a network.
        model: The model that is used when none is named.
        arguments: Arguments of the client, and the environment variables that stand in for them.
        key_variable: Whether presets may name another variable for the key.
    """

    name: str
    backend: str
    model: str | None = None
    arguments: Mapping[str, tuple[str, ...]] = field(factory=dict[str, tuple[str, ...]])


@frozen
class ModelCall:
    """
    What one call of a model needs, apart from the messages.

    Attributes:
        provider: Whose model it is.
        model: Name of the model.
        arguments: For the client; secrets are `Secret`.
        options: For the chat, in polyvox's names.
        dialect: How to talk to it: chat, responses or fake.
    """

    provider: Provider
    model: str | None
    arguments: dict[str, Any] = field(repr=False)
    options: dict[str, Any]
    dialect: str = "chat"


_OPENAI_MODEL = "gpt-4o-mini"
_OPENAI: dict[str, tuple[str, ...]] = {
    "api_key": ("OPENAI_API_KEY",),
    "base_url": ("OPENAI_BASE_URL", "OPENAI_API_BASE"),
    "organization": ("OPENAI_ORG_ID", "OPENAI_ORGANIZATION"),
    "project": ("OPENAI_PROJECT_ID",),
}
PROVIDERS = {
    provider.name: provider
    for provider in (
        Provider("chat_openai", "openai", _OPENAI_MODEL, _OPENAI),
        Provider("chat_openai_compat", "openai", None, {"base_url": (), "api_key": ()}),
        Provider("fake_llm", ""),
        Provider("openai", "openai", _OPENAI_MODEL, _OPENAI),
        Provider("dial", "dial", None, {"base_url": ("DIAL_URL",), "api_key": ("DIAL_API_KEY",)}),
        Provider(
            "aleph_alpha",
            "aleph_alpha",
            None,
            {"token": ("AA_TOKEN",), "base_url": ("AA_BASE_URL",)},
        ),
        Provider(
            "alteryse",
            "alteryse",
            None,
            {
                "instance_id": ("ALTERYSE_INSTANCE_ID",),
                "api_key": ("ALTERYSE_API_KEY",),
                "base_url": ("ALTERYSE_BASE_URL",),
            },
        ),
        Provider(
            "amigochat",
            "amigochat",
            None,
            {"base_url": ("AMIGOCHAT_BASE_URL",), "api_key": ("AMIGOCHAT_API_KEY",)},
        ),
        Provider("ollama", "ollama", None, {"base_url": ("OLLAMA_BASE_URL",), "api_key": ()}),
    )
}

# LWE's names of what a client is made with.
_CLIENT_NAMES = {
    "openai_api_base": "base_url",
    "openai_api_key": "api_key",
    "openai_organization": "organization",
}
_CLIENT_OPTIONS = (
    "bearer_token",
    "api_version",
    "device",
    "headers",
    "http_client",
    "proxy",
    "strict_models",
    "trailing_slash",
    "transport",
    "trust_env",
    "verify",
)
_SECRET_ARGUMENTS = ("api_key", "token", "bearer_token")
# LWE's names of what a chat is asked with.
_CHAT_NAMES = {"request_timeout": "timeout", "max_retries": "retry"}
_IGNORED = ("verbose", "streaming", "model_name", "model", "tools", "api_key_env_var")
# What older presets keep in model_kwargs, and every provider takes by name.
_LIFTED = frozenset(
    {
        "frequency_penalty",
        "logit_bias",
        "logprobs",
        "max_completion_tokens",
        "max_tokens",
        "n",
        "parallel_tool_calls",
        "presence_penalty",
        "reasoning_effort",
        "response_format",
        "seed",
        "stop",
        "temperature",
        "tool_choice",
        "top_logprobs",
        "top_p",
        "user",
        "verbosity",
    }
)


def provider_named(name: str) -> Provider:
    """
    The provider *name*, with or without `provider_` before it.

    Raises:
        ConfigError: There is none; the message names those there are.
    """
    short = name.removeprefix("provider_")
    if short not in PROVIDERS:
        near = get_close_matches(short, PROVIDERS, n=1)
        hint = f"Did you mean {near[0]!r}?" if near else f"There are: {', '.join(PROVIDERS)}."
        msg = f"Provider {name!r} not found."
        raise ConfigError(msg, hint=hint)
    return PROVIDERS[short]


def model_call(
    provider: Provider, configured: Mapping[str, Any], customizations: Mapping[str, Any]
) -> ModelCall:
    """
    What a call with a preset's *customizations* needs.

    Args:
        provider: Whose model to call.
        configured: The configuration's `providers.<name>`: arguments of the client, `model`.
        customizations: Settings of the model by LWE's names.
    """
    given = _lifted(customizations)
    arguments: dict[str, Any] = {}
    options: dict[str, Any] = {}
    for name, value in ({**configured, **given}).items():
        target = _CLIENT_NAMES.get(name, name)
        if value is None or name in _IGNORED or name == "api":
            continue
        if target in provider.arguments or target in _CLIENT_OPTIONS:
            arguments[target] = _concealed(target, value)
        else:
            options[_CHAT_NAMES.get(name, name)] = value
    variable = given.get("api_key_env_var") or configured.get("api_key_env_var")
    _add_environment(provider, arguments, variable)
    model = given.get("model_name") or given.get("model") or configured.get("model")
    return ModelCall(
        provider,
        model or provider.model,
        arguments,
        options,
        _dialect(provider, configured, options),
    )


def _lifted(customizations: Mapping[str, Any]) -> dict[str, Any]:
    """The *customizations* with what stands in `model_kwargs` where it belongs."""
    given = dict(customizations)
    kwargs = given.pop("model_kwargs", None) or {}
    more: dict[str, Any] = {}
    for name, value in cast("Mapping[str, Any]", kwargs).items():
        if name in _LIFTED:
            given.setdefault(name, value)
        elif value is not None:
            more[name] = value
    if more:
        given["extra_body"] = {**more, **(given.get("extra_body") or {})}
    return given


def _add_environment(provider: Provider, arguments: dict[str, Any], variable: Any) -> None:
    if isinstance(variable, str) and "api_key" not in arguments:
        if not os.environ.get(variable):
            msg = f"The environment variable {variable} holds no key."
            raise ConfigError(msg, hint="Set it, or take api_key_env_var out of the preset.")
        arguments["api_key"] = Secret(os.environ[variable])
    for name, variables in provider.arguments.items():
        for one in variables:
            if name not in arguments and os.environ.get(one):
                arguments[name] = _concealed(name, os.environ[one])


def _concealed(name: str, value: Any) -> Any:
    return Secret(value) if name in _SECRET_ARGUMENTS and isinstance(value, str) else value


def _dialect(provider: Provider, configured: Mapping[str, Any], options: dict[str, Any]) -> str:
    wanted = options.pop("use_responses_api", None)
    if not provider.backend:
        return "fake"
    if wanted is None:
        wanted = configured.get("api") == "responses"
    return "responses" if wanted and provider.backend == "openai" else "chat"
