"""
Who a client of OpenAI is: the key, the organisation, and its advice about errors.

Source: OpenAI API reference, authentication (2026); compatible servers often need no key.
"""

from __future__ import annotations

from attrs import evolve

from polyvox.backends.connecting import settings_for
from polyvox.config.fields import Field, Fields
from polyvox.config.resolved import Resolved
from polyvox_core.errors import NotFound, StatusError
from polyvox_core.settings import Settings, merged_headers

__all__ = ["FIELDS", "PUBLIC", "openai_settings"]

PUBLIC = "https://api.openai.com/v1"
FIELDS = Fields(
    "openai",
    "OpenAI",
    {
        "base_url": Field("address", ("OPENAI_BASE_URL",), default=PUBLIC),
        "api_key": Field("credential", ("OPENAI_API_KEY",)),
        "organization": Field("identity", ("OPENAI_ORG_ID",)),
        "project": Field("identity", ("OPENAI_PROJECT_ID",)),
    },
)
_NO_MODEL = "List the models with client.models.list(); most base URLs end in /v1."
_HINTS: dict[type[StatusError] | tuple[str, type[StatusError]], str] = {
    ("create_chat_completion", NotFound): _NO_MODEL,
    ("create_chat_completion_stream", NotFound): _NO_MODEL,
    ("create_embeddings", NotFound): _NO_MODEL,
    ("list_models", NotFound): "Check base_url; most end in /v1.",
    ("get_model", NotFound): "Some servers only list models: see client.models.list().",
    ("download_file_content", NotFound): "See what is there with client.files.list().",
}


def openai_settings(client: Resolved) -> Settings:
    """
    Settings of a client of OpenAI or of a server like it.

    Raises:
        ConfigError: OpenAI itself is asked without a key, or a header cannot be sent.
    """
    base_url = client.text("base_url")
    credentials = client.credentials(("api_key", "Authorization", "Bearer "))
    if not credentials and base_url.rstrip("/") == PUBLIC:
        raise client.lacking("key", "api_key")
    settings = settings_for(
        client,
        label="The OpenAI API",
        base_url=base_url,
        credentials=credentials,
        hints=_HINTS,
    )
    named = (
        ("OpenAI-Organization", client.get("organization")),
        ("OpenAI-Project", client.get("project")),
    )
    own = [(name, value) for name, value in named if value]
    return evolve(settings, headers=merged_headers(own, settings.headers))
