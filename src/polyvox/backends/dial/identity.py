"""
Who a client of AI DIAL is: its credentials, and its advice about errors.

Source: ai-dial-core 0.18, Proxy (`Api-Key`, `Authorization: Bearer`; both only in special cases).
"""

from __future__ import annotations

from polyvox.backends.connecting import ClientKeywords, settings_of
from polyvox_core.auth import AsyncCredentialValue, Credential, credential
from polyvox_core.errors import ConfigError, Conflict, NotFound, PreconditionFailed, StatusError
from polyvox_core.settings import Settings

__all__ = ["dial_settings"]

_NO_DEPLOYMENT = "List the available ones with client.deployments.list()."
_HINTS: dict[type[StatusError] | tuple[str, type[StatusError]], str] = {
    ("create_chat_completion", NotFound): _NO_DEPLOYMENT,
    ("create_chat_completion_stream", NotFound): _NO_DEPLOYMENT,
    ("create_embeddings", NotFound): _NO_DEPLOYMENT,
    ("get_deployment", NotFound): _NO_DEPLOYMENT,
    ("download_file", NotFound): "See what is there with client.files.list().",
    ("get_file_metadata", NotFound): "The URL of a folder ends in a slash.",
    ("upload_file", PreconditionFailed): "Pass overwrite=True, or the present ETag as if_match=.",
    Conflict: "Its state forbids that; an application may have to be stopped or started first.",
}


def _credentials(
    api_key: AsyncCredentialValue | None, bearer_token: AsyncCredentialValue | None
) -> tuple[Credential, ...]:
    made: list[Credential] = []
    if api_key is not None and api_key != "":
        made.append(credential("Api-Key", "", api_key))
    if bearer_token is not None and bearer_token != "":
        made.append(credential("Authorization", "Bearer ", bearer_token))
    if not made:
        msg = "The client of AI DIAL has no credential."
        raise ConfigError(msg, hint="Pass api_key= or bearer_token=.")
    return tuple(made)


def dial_settings(
    base_url: str,
    api_key: AsyncCredentialValue | None,
    bearer_token: AsyncCredentialValue | None,
    options: ClientKeywords,
) -> Settings:
    """
    Settings of a client of AI DIAL.

    Raises:
        ConfigError: There is no credential, or one that no header can carry.
    """
    return settings_of(
        options,
        backend="dial",
        label="AI DIAL",
        base_url=base_url,
        credentials=_credentials(api_key, bearer_token),
        hints=_HINTS,
    )
