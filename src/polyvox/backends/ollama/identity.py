"""
Who a client of Ollama is: the credential, if any, and its advice about errors.

Source: ollama docs (2026-08): no key on a local server, a bearer token for the cloud, OLLAMA_HOST.
"""

from __future__ import annotations

from polyvox.backends.connecting import settings_for
from polyvox.config.fields import Field, Fields
from polyvox.config.resolved import Resolved
from polyvox_core.errors import BadRequest, NotFound, StatusError
from polyvox_core.settings import Settings

__all__ = ["FIELDS", "LOCAL", "ollama_address", "ollama_settings"]

LOCAL = "http://localhost:11434"
_CLOUD = "https://ollama.com"
_PORT = 11434
_NO_MODEL = "Fetch it with client.models.pull(), or see what is there with client.models.list()."
_ASKING = ("chat", "chat_stream", "generate", "embed", "show_model")
_HINTS: dict[type[StatusError] | tuple[str, type[StatusError]], str] = {
    **{(operation, NotFound): _NO_MODEL for operation in _ASKING},
    BadRequest: "Check the arguments; client.models.get(name).capabilities tells what it can.",
}


def ollama_address(host: str) -> str:
    """
    The address that the variable OLLAMA_HOST means.

    Without a scheme it is http, and the port 11434 unless another is given; with one, the port is
    that of the scheme. An address to listen on means this computer.
    """
    host = host.strip().strip("\"'")
    scheme, separator, rest = host.rpartition("://")
    place, slash, path = rest.partition("/")
    name, port = place, ""
    if not place.endswith("]") and ":" in place:
        name, _, port = place.rpartition(":")
    name = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "[::]": "[::1]"}.get(name, name)  # noqa: S104 - read, not bound
    port = port or ("" if separator else str(_PORT))
    return f"{scheme or 'http'}://{name}{f':{port}' if port else ''}{slash}{path}"


FIELDS = Fields(
    "ollama",
    "Ollama",
    {
        "base_url": Field("address", ("OLLAMA_HOST",), default=LOCAL, parse=ollama_address),
        "api_key": Field("credential", ("OLLAMA_API_KEY",)),
    },
    home=_CLOUD,
)


def ollama_settings(client: Resolved) -> Settings:
    """
    Settings of a client of Ollama.

    Raises:
        ConfigError: The address is malformed, or the key is one that no header can carry.
    """
    base_url = client.text("base_url")
    credentials = client.credentials(("api_key", "Authorization", "Bearer "))
    return settings_for(client, base_url=base_url, credentials=credentials, hints=_HINTS)
