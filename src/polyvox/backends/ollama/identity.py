"""
Who a client of Ollama is: the credential, if any, and its advice about errors.

Source: ollama docs (2026-08): no key on a local server, a bearer token for the cloud.
"""

from __future__ import annotations

from polyvox.backends.connecting import ClientKeywords, settings_of
from polyvox_core.auth import AsyncCredentialValue, credential
from polyvox_core.errors import BadRequest, NotFound, StatusError
from polyvox_core.settings import Settings

__all__ = ["LOCAL", "ollama_settings"]

LOCAL = "http://localhost:11434"
_NO_MODEL = "Fetch it with client.models.pull(), or see what is there with client.models.list()."
_ASKING = ("chat", "chat_stream", "generate", "embed", "show_model")
_HINTS: dict[type[StatusError] | tuple[str, type[StatusError]], str] = {
    **{(operation, NotFound): _NO_MODEL for operation in _ASKING},
    BadRequest: "Check the arguments; client.models.get(name).capabilities tells what it can.",
}


def ollama_settings(
    base_url: str, api_key: AsyncCredentialValue | None, options: ClientKeywords
) -> Settings:
    """
    Settings of a client of Ollama.

    Raises:
        ConfigError: The address is malformed, or the key is one that no header can carry.
    """
    known = api_key is not None and api_key != ""
    return settings_of(
        options,
        backend="ollama",
        label="Ollama",
        base_url=base_url,
        credentials=(credential("Authorization", "Bearer ", api_key),)
        if api_key is not None and known
        else (),
        hints=_HINTS,
    )
