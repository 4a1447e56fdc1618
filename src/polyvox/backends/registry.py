"""
Which backends there are; the public names, `connect`, pools and the emulator follow from this.

One line per backend: its folder here, and the name of its client. The class `AsyncX` beside `X` in
`<folder>/client.py` is its twin.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from polyvox_core.errors import ConfigError
from polyvox_core.nearest import did_you_mean

__all__ = ["BACKENDS", "client_class"]

BACKENDS: dict[str, str] = {
    "dial": "Dial",
    "aleph_alpha": "AlephAlpha",
    "alteryse": "Alteryse",
    "amigochat": "AmigoChat",
    "ollama": "Ollama",
    "openai": "OpenAI",
}


def client_class(backend: str, *, is_async: bool) -> Any:
    """
    The client class of *backend*, loaded now.

    Raises:
        ConfigError: There is no such backend; the message suggests the nearest.
    """
    if backend not in BACKENDS:
        hint = did_you_mean(backend, BACKENDS, f"There are: {', '.join(BACKENDS)}.")
        if "://" in backend:
            hint = f"An address begins with its backend: dial+https://host. {hint}"
        msg = f"There is no backend {backend!r}."
        raise ConfigError(msg, hint=hint)
    name = BACKENDS[backend]
    module = import_module(f"polyvox.backends.{backend}.client")
    return getattr(module, f"Async{name}" if is_async else name)
