"""
Who a client of Aleph Alpha is: its address, its token, and its advice about errors.

Source: Aleph Alpha API 4.7.0 (server `{host}/v1`); aleph-alpha-client-rs 0.29 for the codes.
"""

from __future__ import annotations

from polyvox.backends.connecting import settings_for
from polyvox.config.fields import Field, Fields
from polyvox.config.resolved import Resolved
from polyvox_core.errors import BadRequest, NotFound, ServerError, StatusError
from polyvox_core.origin import normalise_base_url
from polyvox_core.settings import Settings

__all__ = ["BASE_URL", "FIELDS", "aleph_alpha_settings", "versioned"]

BASE_URL = "https://api.aleph-alpha.com/v1"
FIELDS = Fields(
    "aleph_alpha",
    "Aleph Alpha",
    {
        "base_url": Field("address", default=BASE_URL),
        "token": Field("credential", ("AA_TOKEN",)),
    },
)

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


def aleph_alpha_settings(client: Resolved) -> Settings:
    """
    Settings of a client of Aleph Alpha.

    Raises:
        ConfigError: There is no token, or one that no header can carry.
    """
    base_url = versioned(client.text("base_url"))
    credentials = client.credentials(("token", "Authorization", "Bearer "))
    if not credentials:
        raise client.lacking("token", "token")
    return settings_for(client, base_url=base_url, credentials=credentials, hints=_HINTS)
