"""
The two backends of the drop-in surface of LWE, driven in one way, far from the user's own files.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from shells import Shell

from polyvox.compat.lwe import ApiBackend, AsyncApiBackend, Config
from polyvox.compat.lwe.merging import merged
from polyvox.emulator import Emulator
from polyvox.testing.faults import FaultServer

__all__ = ["LweShell", "bodies", "write_preset"]


class LweShell(Shell):
    """
    A shell whose clients are backends of LWE.

    Args:
        name: `sync` or `async`.
        folder: Where configuration and data would be.
    """

    def __init__(self, name: str, folder: Path) -> None:
        super().__init__(name)
        self.folder = folder
        self.config_dir = folder / "config"
        self.data_dir = folder / "data"

    def config(self, server: Any = None, **settings: Any) -> Config:
        """A configuration whose provider `chat_openai` is *server*; *settings* by their keys."""
        config = Config(profile=settings.pop("profile", None))
        if server is not None:
            for provider in ("chat_openai", "chat_openai_compat"):
                config.set(["providers", provider], _arguments(server))
        for key, value in settings.items():
            old = config.get(key.split("__"))
            new = merged(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
            config.set(key.split("__"), new)
        return config

    def backend(self, server: Any = None, **settings: Any) -> Any:
        """A backend that asks *server*, closed at the end."""
        arguments = {
            name: settings.pop(name) for name in ("remember", "counter") if name in settings
        }
        return self.backend_of(self.config(server, **settings), **arguments)

    def backend_of(self, config: Config | None = None, **arguments: Any) -> Any:
        """A backend with this *config*, closed at the end."""
        kind = AsyncApiBackend if self.is_async else ApiBackend
        backend = kind(config, **arguments)
        self._clients.append(backend)
        return backend

    def ask(self, backend: Any, given: Any, overrides: Any = None, **keywords: Any) -> Any:
        """The result of `ask`."""
        return self.call(backend.ask, given, overrides, **keywords)

    def ask_stream(self, backend: Any, given: Any, overrides: Any = None) -> Any:
        """The result of `ask_stream`."""
        return self.call(backend.ask_stream, given, overrides)


def _arguments(server: Any) -> dict[str, Any]:
    url = server
    if isinstance(server, Emulator):
        url = server.url_of("openai")
    elif isinstance(server, FaultServer):
        url = server.url
    return {
        "base_url": url,
        "api_key": "key-of-the-tests",
        "model": "echo",
        "retry": False,
        "trust_env": False,
    }


def bodies(server: Any) -> list[dict[str, Any]]:
    """The JSON bodies that the emulator got."""
    return [*_bodies(server)]


def _bodies(server: Any) -> Iterator[dict[str, Any]]:
    for request in server.requests:
        yield json.loads(request.body)


def write_preset(
    folder: Path,
    name: str,
    customizations: Mapping[str, Any],
    metadata: Mapping[str, Any] | None = None,
) -> Path:
    """Write a preset file by hand; JSON is YAML, too."""
    path = folder / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    about = {"name": name, "provider": "chat_openai", **(metadata or {})}
    path.write_text(
        json.dumps({"metadata": about, "model_customizations": customizations}), "utf-8"
    )
    return path
