"""
Who a client of Alteryse is: instance and key, and its advice about errors.

Source: alteryse-js (2024), TextGeneration; alteryse-py 0.1.0.
"""

from __future__ import annotations

from polyvox.backends.connecting import settings_for
from polyvox.config.fields import Field, Fields
from polyvox.config.resolved import Resolved
from polyvox_core.errors import NotFound, RedirectRefused, ServerError, StatusError
from polyvox_core.paths import encode_segment
from polyvox_core.settings import Settings

__all__ = ["FIELDS", "HOST", "alteryse_settings"]

HOST = "https://instances.alteryse.cloud"
FIELDS = Fields(
    "alteryse",
    "Alteryse",
    {
        "base_url": Field("address", ("ALTERYSE_BASE_URL",), default=HOST),
        "instance_id": Field("text", ("ALTERYSE_INSTANCE_ID",), required=True),
        "api_key": Field("credential", ("ALTERYSE_API_KEY",)),
        "trailing_slash": Field("flag", default=True),
    },
)
_HINTS: dict[type[StatusError] | tuple[str, type[StatusError]], str] = {
    NotFound: "Check instance_id and base_url.",
    RedirectRefused: "If only the last slash differs, pass trailing_slash=False.",
    ServerError: "Try again later; a 503 passes by itself.",
}


def alteryse_settings(client: Resolved) -> Settings:
    """
    Settings of a client of Alteryse.

    Raises:
        ConfigError: The id is no path segment, or the key is missing or no header can carry it.
    """
    encode_segment(client.text("instance_id"), what="instance_id")
    credentials = client.credentials(("api_key", "x-api-key", ""))
    if not credentials:
        raise client.lacking("key", "api_key")
    base_url = client.text("base_url")
    return settings_for(client, base_url=base_url, credentials=credentials, hints=_HINTS)
