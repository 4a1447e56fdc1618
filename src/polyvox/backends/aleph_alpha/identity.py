"""
Who a client of Aleph Alpha is: its address, its token, and its advice about errors.

Source: Aleph Alpha API 4.7.0 (server `{host}/v1`); aleph-alpha-client-rs 0.29 for the codes.
"""

from __future__ import annotations

from polyvox.backends.connecting import ClientKeywords, settings_of
from polyvox_core.auth import AsyncCredentialValue, credential
from polyvox_core.errors import BadRequest, ConfigError, NotFound, ServerError, StatusError
from polyvox_core.origin import normalise_base_url
from polyvox_core.settings import Settings

__all__ = ["BASE_URL", "aleph_alpha_settings", "versioned"]

BASE_URL = "https://api.aleph-alpha.com/v1"

_NO_MODEL = "List the available ones with client.models.list()."
_NO_CHAT = "Check the arguments; client.models.list() tells which models can chat."
_HINTS: dict[type[StatusError] | tuple[str, type[StatusError]], str] = {
    ("create_chat_completion", BadRequest): _NO_CHAT,
    ("create_chat_completion_stream", BadRequest): _NO_CHAT,
    ("create_chat_completion", NotFound): _NO_MODEL,
    ("create_chat_completion_stream", NotFound): _NO_MODEL,
    ("complete", NotFound): _NO_MODEL,
    ("create_embeddings", NotFound): _NO_MODEL,
    NotFound: "Check the name, and that base_url ends in /v1 as the service serves it.",
    ServerError: "Try again later: the model may be busy (QUEUE_FULL) or restarting.",
}


def versioned(base_url: str) -> str:
    """The address to use for *base_url*: a bare host gets `/v1`, any path counts as it is."""
    address = normalise_base_url(base_url)
    _, _, path = address.partition("://")[2].partition("/")
    return address if path else f"{address}v1/"


def aleph_alpha_settings(
    base_url: str, token: AsyncCredentialValue | None, options: ClientKeywords
) -> Settings:
    """
    Settings of a client of Aleph Alpha.

    Raises:
        ConfigError: There is no token, or one that no header can carry.
    """
    if token is None or token == "":
        msg = "The client of Aleph Alpha has no token."
        raise ConfigError(msg, hint="Pass token=.")
    return settings_of(
        options,
        backend="aleph_alpha",
        label="Aleph Alpha",
        base_url=versioned(base_url),
        credentials=(credential("Authorization", "Bearer ", token),),
        hints=_HINTS,
    )
