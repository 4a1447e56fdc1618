"""
Who a client of OpenAI is: the key, the organisation, and its advice about errors.

Source: OpenAI API reference, authentication (2026); compatible servers often need no key.
"""

from __future__ import annotations

from attrs import evolve

from polyvox.backends.connecting import ClientKeywords, settings_of
from polyvox_core.auth import AsyncCredentialValue, Credential, credential
from polyvox_core.errors import ConfigError, NotFound, StatusError
from polyvox_core.settings import Settings, merged_headers

__all__ = ["PUBLIC", "openai_settings"]

PUBLIC = "https://api.openai.com/v1"
_NO_MODEL = "List the models with client.models.list(); most base URLs end in /v1."
_HINTS: dict[type[StatusError] | tuple[str, type[StatusError]], str] = {
    ("create_chat_completion", NotFound): _NO_MODEL,
    ("create_chat_completion_stream", NotFound): _NO_MODEL,
    ("create_embeddings", NotFound): _NO_MODEL,
    ("list_models", NotFound): "Check base_url; most end in /v1.",
    ("get_model", NotFound): "Some servers only list models: see client.models.list().",
    ("download_file_content", NotFound): "See what is there with client.files.list().",
}


def openai_settings(
    base_url: str,
    api_key: AsyncCredentialValue | None,
    organization: str | None,
    project: str | None,
    options: ClientKeywords,
) -> Settings:
    """
    Settings of a client of OpenAI or of a server like it.

    Raises:
        ConfigError: OpenAI itself is asked without a key, or a header cannot be sent.
    """
    credentials: tuple[Credential, ...] = ()
    if api_key is not None and api_key != "":
        credentials = (credential("Authorization", "Bearer ", api_key),)
    elif base_url.rstrip("/") == PUBLIC:
        msg = "The client of OpenAI has no key."
        raise ConfigError(msg, hint="Pass api_key=, or the base_url= of a server that needs none.")
    settings = settings_of(
        options,
        backend="openai",
        label="The OpenAI API",
        base_url=base_url,
        credentials=credentials,
        hints=_HINTS,
    )
    named = (("OpenAI-Organization", organization), ("OpenAI-Project", project))
    own = [(name, value) for name, value in named if value]
    return evolve(settings, headers=merged_headers(own, settings.headers))
