"""
Who a client of Alteryse is: instance and key, and its advice about errors.

Source: alteryse-js (2024), TextGeneration; alteryse-py 0.1.0.
"""

from __future__ import annotations

from polyvox.backends.connecting import ClientKeywords, settings_of
from polyvox_core.auth import AsyncCredentialValue, credential
from polyvox_core.errors import ConfigError, NotFound, RedirectRefused, ServerError, StatusError
from polyvox_core.paths import encode_segment
from polyvox_core.settings import Settings

__all__ = ["HOST", "alteryse_settings"]

HOST = "https://instances.alteryse.cloud"
_HINTS: dict[type[StatusError] | tuple[str, type[StatusError]], str] = {
    NotFound: "Check instance_id and base_url.",
    RedirectRefused: "If only the last slash differs, pass trailing_slash=False.",
    ServerError: "Try again later; a 503 passes by itself.",
}


def alteryse_settings(
    instance_id: str,
    api_key: AsyncCredentialValue | None,
    base_url: str,
    options: ClientKeywords,
) -> Settings:
    """
    Settings of a client of Alteryse.

    Raises:
        ConfigError: The id is no path segment, or the key is missing or no header can carry it.
    """
    encode_segment(instance_id, what="instance_id")
    if api_key is None or api_key == "":
        msg = "The client of Alteryse has no key."
        raise ConfigError(msg, hint="Pass api_key=.")
    return settings_of(
        options,
        backend="alteryse",
        label="Alteryse",
        base_url=base_url,
        credentials=(credential("x-api-key", "", api_key),),
        hints=_HINTS,
    )
