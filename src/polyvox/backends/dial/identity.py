"""
Who a client of AI DIAL is: its credentials, and its advice about errors.

Source: ai-dial-core 0.18, Proxy (`Api-Key`, `Authorization: Bearer`; both only in special cases).
"""

from __future__ import annotations

from polyvox.backends.connecting import settings_for
from polyvox.config.fields import Field, Fields
from polyvox.config.resolved import Resolved
from polyvox_core.errors import Conflict, NotFound, PreconditionFailed, StatusError
from polyvox_core.settings import Settings

__all__ = ["FIELDS", "dial_settings"]

FIELDS = Fields(
    "dial",
    "AI DIAL",
    {
        "base_url": Field("address", ("DIAL_URL",), required=True),
        "api_key": Field("credential", ("DIAL_API_KEY",)),
        "bearer_token": Field("credential"),
        "api_version": Field("text"),
    },
)

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


def dial_settings(client: Resolved) -> Settings:
    """
    Settings of a client of AI DIAL.

    Raises:
        ConfigError: There is no credential, or one that no header can carry.
    """
    base_url = client.text("base_url")
    credentials = client.credentials(
        ("api_key", "Api-Key", ""), ("bearer_token", "Authorization", "Bearer ")
    )
    if not credentials:
        raise client.lacking("credential", "api_key", "bearer_token")
    return settings_for(client, base_url=base_url, credentials=credentials, hints=_HINTS)
