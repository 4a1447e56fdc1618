"""
Who a client of AmigoChat is: its device, a token if there is one, and its advice about errors.

Unlike older clients, one client is one device: the free quota seems to hang on it, and dodging
quotas with a new device for each call is not what this library is for.

Source: gpt4free, Provider/AmigoChat (2024-12); other public clients of 2024 and 2025.
"""

from __future__ import annotations

from polyvox.backends.connecting import settings_for
from polyvox.config.fields import Field, Fields
from polyvox.config.resolved import Resolved
from polyvox_core.errors import PermissionDenied, StatusError
from polyvox_core.explaining import Explainer
from polyvox_core.message import Headers
from polyvox_core.settings import Settings

__all__ = ["API", "FIELDS", "AmigoExplainer", "amigochat_settings"]

API = "https://api.amigochat.io"
FIELDS = Fields(
    "amigochat",
    "AmigoChat",
    {
        "base_url": Field("address", ("AMIGOCHAT_BASE_URL",), default=API),
        "api_key": Field("credential"),
        "strict_models": Field("flag", default=False),
    },
)
_HINTS: dict[type[StatusError] | tuple[str, type[StatusError]], str] = {
    PermissionDenied: "The service refuses anonymous callers at times; pass api_key= or wait.",
}
_BALANCE = "balance is not enough"
_UPSTREAM = "Error handling AIML"


def amigochat_settings(client: Resolved) -> Settings:
    """
    Settings of a client of AmigoChat.

    Raises:
        ConfigError: The address is malformed, or the token is one that no header can carry.
    """
    base_url = client.text("base_url")
    credentials = client.credentials(("api_key", "Authorization", "Bearer "))
    return settings_for(client, base_url=base_url, credentials=credentials, hints=_HINTS)


class AmigoExplainer(Explainer):
    """Knows the service's own texts, whose statuses differ: `code` names them."""

    def status_error(self, status: int, headers: Headers, body: str) -> StatusError:
        """The error for an answer with an error *status*."""
        error = super().status_error(status, headers, body)
        if status == 403 and "cloudflare" in body.lower():
            return _advised(error, "cloudflare", "Cloudflare blocks this address; use another.")
        return _recognised(error, body)

    def reported(self, value: object, headers: Headers) -> StatusError:
        """The error that *value* inside a successful answer reports."""
        return _recognised(super().reported(value, headers), str(value))


def _recognised(error: StatusError, text: str) -> StatusError:
    if _BALANCE in text:
        hint = "The daily quota is used up; it is renewed at 12:00 UTC. Other models may work."
        return _advised(error, "balance", hint)
    if _UPSTREAM in text:
        return _advised(error, "upstream", "The provider behind this model fails; try another.")
    return error


def _advised(error: StatusError, code: str, hint: str) -> StatusError:
    """The same error with *code* and *hint*."""
    better = type(error)(error.message, hint=hint)
    return better.with_(**{**error.__dict__, "hint": hint, "code": error.code or code})
