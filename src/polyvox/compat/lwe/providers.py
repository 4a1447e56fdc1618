"""
Providers as data: which backend a name stands for, and what LWE's parameters are called there.

A provider needs nothing until a request uses it: a missing key of another one never matters.
Addresses and keys that are not given come from where polyvox's clients look: the environment
and profiles; a key that was given for one server never goes to another.

Source: llm-workflow-engine 0.23.3, provider plugins.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import field, frozen

from polyvox.compat.lwe.secrets import secrets_in
from polyvox.compat.lwe.shapes import as_mapping, is_mapping
from polyvox_core.errors import ConfigError
from polyvox_core.nearest import did_you_mean
from polyvox_core.secret import Secret

__all__ = ["PROVIDERS", "ModelCall", "Provider", "configured_of", "model_call", "provider_named"]


@frozen
class Provider:
    """
    A provider.

    Attributes:
        name: As presets name it.
        backend: The backend of polyvox; empty for one without a network.
        model: The model that is used when none is named.
        needs_model: Whether one must be named.
    """

    name: str
    backend: str
    model: str | None = None
    needs_model: bool = True


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

    @property
    def secrets(self) -> Sequence[Secret]:
        """What no log may show."""
        return tuple(secrets_in(self.arguments))


_OPENAI_MODEL = "gpt-4o-mini"
PROVIDERS = {
    provider.name: provider
    for provider in (
        Provider("chat_openai", "openai", _OPENAI_MODEL),
        Provider("chat_openai_compat", "openai"),
        Provider("fake_llm", "", needs_model=False),
        Provider("openai", "openai", _OPENAI_MODEL),
        Provider("dial", "dial"),
        Provider("aleph_alpha", "aleph_alpha"),
        Provider("alteryse", "alteryse", needs_model=False),
        Provider("amigochat", "amigochat", needs_model=False),
        Provider("ollama", "ollama"),
    )
}

# LWE's names of what a client is made with.
_CLIENT_NAMES = {
    "openai_api_base": "base_url",
    "openai_api_key": "api_key",
    "openai_organization": "organization",
}
_CLIENT_ARGUMENTS = frozenset(
    {
        "api_key",
        "api_version",
        "base_url",
        "bearer_token",
        "device",
        "headers",
        "http_client",
        "instance_id",
        "organization",
        "profile",
        "project",
        "proxy",
        "strict_models",
        "token",
        "trailing_slash",
        "transport",
        "trust_env",
        "verify",
    }
)
_SECRET_ARGUMENTS = ("api_key", "token", "bearer_token")
# LWE's names of what a chat is asked with.
_CHAT_NAMES = {"request_timeout": "timeout"}
_NOT_SENT = ("api", "api_key_env_var", "model", "model_name", "streaming", "tools", "verbose")
_APIS = (None, "chat", "responses")
# Models that think first: they refuse other temperatures, and have another name for the limit.
_THINKING = ("o1", "o3", "o4", "gpt-5")
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
        hint = did_you_mean(short, PROVIDERS, f"There are: {', '.join(PROVIDERS)}.")
        msg = f"Provider {name!r} not found."
        raise ConfigError(msg, hint=hint)
    return PROVIDERS[short]


def configured_of(provider: Provider, providers: Any) -> Mapping[str, Any]:
    """
    What the configuration's *providers* say about *provider*.

    Raises:
        ConfigError: A name is of no provider, so that a request might go where nobody wants it;
            or the settings are no dict, or name no way of asking.
    """
    for name in as_mapping(providers):
        if name not in PROVIDERS:
            hint = did_you_mean(name, PROVIDERS, f"There are: {', '.join(PROVIDERS)}.")
            msg = f"The setting providers.{name} is of no provider."
            raise ConfigError(msg, hint=hint)
    configured = as_mapping(providers).get(provider.name)
    if configured is None:
        return {}
    if not is_mapping(configured):
        msg = f"The setting providers.{provider.name} is a {type(configured).__name__}."
        raise ConfigError(msg, hint="Set a dict, such as {'base_url': ..., 'api_key': ...}.")
    if configured.get("api") not in _APIS:
        msg = f"The setting providers.{provider.name}.api is {configured['api']!r}."
        raise ConfigError(msg, hint="There are: 'chat' and 'responses'.")
    return configured


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
    for name, value in {**configured, **given}.items():
        target = _CLIENT_NAMES.get(name, name)
        if value is None or name in _NOT_SENT:
            continue
        if target in _CLIENT_ARGUMENTS:
            arguments[target] = _concealed(target, value)
        elif name == "max_retries":
            # LWE counts further tries, polyvox all of them.
            options["retry"] = int(value) + 1
        else:
            options[_CHAT_NAMES.get(name, name)] = value
    variable = given.get("api_key_env_var") or configured.get("api_key_env_var")
    if variable and "api_key" not in arguments:
        arguments["api_key"] = _key_in(variable)
    model = given.get("model_name") or given.get("model") or configured.get("model")
    model = model or provider.model
    if model is None and provider.needs_model:
        msg = f"Provider {provider.name!r} has no default model."
        raise ConfigError(msg, hint="Name one: model_name of a preset, or the override model.")
    dialect = _dialect(provider, configured, options)
    if provider.name == "chat_openai" and str(model).startswith(_THINKING):
        _adjust_for_thinking(options)
    return ModelCall(provider, model, arguments, options, dialect)


def _adjust_for_thinking(options: dict[str, Any]) -> None:
    """Say what such models accept. Source: llm-workflow-engine 0.23.3, provider_chat_openai."""
    if "temperature" in options:
        options["temperature"] = 1
    if "max_tokens" in options:
        options.setdefault("max_completion_tokens", options.pop("max_tokens"))


def _lifted(customizations: Mapping[str, Any]) -> dict[str, Any]:
    """The *customizations* with what stands in `model_kwargs` where it belongs."""
    given = dict(customizations)
    kwargs = as_mapping(given.pop("model_kwargs", None))
    more: dict[str, Any] = {}
    for name, value in kwargs.items():
        if name in _LIFTED:
            given.setdefault(name, value)
        elif value is not None:
            more[name] = value
    if more:
        given["extra_body"] = {**more, **(given.get("extra_body") or {})}
    return given


def _key_in(variable: str) -> Secret:
    text = os.environ.get(variable)
    if not text:
        msg = f"The environment variable {variable} holds no key."
        raise ConfigError(msg, hint="Set it, or take api_key_env_var out of the preset.")
    return Secret(text)


def _concealed(name: str, value: Any) -> Any:
    return Secret(value) if name in _SECRET_ARGUMENTS and isinstance(value, str) else value


def _dialect(provider: Provider, configured: Mapping[str, Any], options: dict[str, Any]) -> str:
    wanted = options.pop("use_responses_api", None)
    if not provider.backend:
        return "fake"
    if wanted is None:
        wanted = configured.get("api") == "responses"
    return "responses" if wanted and provider.backend == "openai" else "chat"
