"""
What a backend does, as flows: resolve settings, send, fold the outcome into a `Result`.

Written once for both shells. The engine holds what lasts between requests; everything about one
request lives in its own values, so that threads and tasks may share an engine.
"""

from __future__ import annotations

import threading
from typing import Any

from attrs import evolve, field, frozen

from polyvox.compat.lwe.config import Config
from polyvox.compat.lwe.defaults import DEFAULT_SYSTEM_MESSAGE
from polyvox.compat.lwe.overrides import RequestOverrides, customized
from polyvox.compat.lwe.presets import Preset, PresetManager
from polyvox.compat.lwe.providers import ModelCall, model_call, provider_named
from polyvox.compat.lwe.talk import Running, World
from polyvox_core.errors import ConfigError
from polyvox_core.flow import Flow, Work

__all__ = ["Active", "Engine"]


@frozen
class Active:
    """
    What requests use unless they say otherwise.

    Attributes:
        provider: Name of the provider.
        preset_name: The active preset, if there is one.
        preset: Its settings, or those set without a preset.
        system_message: Text or alias of the system message.
        max_submission_tokens: Most tokens to send.
    """

    provider: str = "chat_openai"
    preset_name: str | None = None
    preset: Preset = field(factory=Preset)
    system_message: str = "default"
    max_submission_tokens: int | None = None

    def with_preset(self, name: str, preset: Preset) -> Active:
        """This, after the *preset* was activated; what it leaves open stays."""
        metadata = preset.metadata
        return evolve(
            self,
            provider=metadata.get("provider") or self.provider,
            preset_name=name,
            preset=preset,
            system_message=metadata.get("system_message") or self.system_message,
            max_submission_tokens=metadata.get("max_submission_tokens")
            or self.max_submission_tokens,
        )


class Engine:
    """
    What both shells stand on.

    Args:
        config: The settings.
        world: Blocking calls, or asyncio.
    """

    def __init__(self, config: Config, world: World) -> None:
        self.config = config
        self.world = world
        self.presets = PresetManager(config)
        self.active = Active(system_message=config.get("model.default_system_message") or "default")
        self.running: set[Running] = set()
        self._clients: dict[Any, Any] = {}
        self._lock = threading.Lock()
        self._default_pending = config.get("model.default_preset")

    def activate(self, active: Active) -> None:
        """Use *active* for the requests that follow."""
        with self._lock:
            self.active = active
            self._default_pending = None

    def system_text(self, name: str) -> str:
        """The system message that *name* is the alias of, or *name* itself."""
        return self.aliases().get(name, name)

    def aliases(self) -> dict[str, str]:
        """System messages by their aliases."""
        return {
            "default": DEFAULT_SYSTEM_MESSAGE,
            **(self.config.get("model.system_message") or {}),
        }

    def preset_named(self, name: str) -> Flow[Preset]:
        """
        The preset *name*.

        Raises:
            ConfigError: There is none that can be used.
        """
        found = yield Work(lambda: self.presets.ensure_preset(name))
        if not found.success:
            raise found.error
        return found.response  # type: ignore[no-any-return]  # a Preset

    def current(self) -> Flow[Active]:
        """What is active; the configured preset is activated at its first use."""
        name = self._default_pending
        if name is not None:
            preset = yield from self.preset_named(name)
            with self._lock:
                if self._default_pending == name:
                    self.active = self.active.with_preset(name, preset)
                    self._default_pending = None
        return self.active

    def resolved(self, overrides: RequestOverrides) -> Flow[Active]:
        """What one request with *overrides* uses."""
        active = yield from self.current()
        name = overrides.get("preset")
        if name is not None:
            preset = yield from self.preset_named(name)
            active = active.with_preset(name, preset)
        over = overrides.get("preset_overrides")
        if over:
            if active.preset_name is None:
                msg = "No active preset to override"
                raise ConfigError(msg, hint="Name one with preset, or use direct keys.")
            active = active.with_preset(active.preset_name, active.preset.merged(over))
        customizations = customized(active.preset.customizations, overrides)
        return evolve(active, preset=evolve(active.preset, customizations=customizations))

    def call_of(self, active: Active) -> ModelCall:
        """The model and its settings that *active* stands for."""
        provider = provider_named(active.provider)
        configured = self.config.get(["providers", provider.name]) or {}
        return model_call(provider, configured, active.preset.customizations)

    def client_for(self, call: ModelCall) -> Any:
        """The client that *call* needs; made once for the same arguments."""
        key = (call.provider.backend, *sorted((k, _key(v)) for k, v in call.arguments.items()))
        with self._lock:
            if key not in self._clients:
                self._clients[key] = self.world.connect(call.provider.backend, call.arguments)
            return self._clients[key]

    def clients(self) -> list[Any]:
        """All clients made so far; the engine forgets them."""
        with self._lock:
            made = list(self._clients.values())
            self._clients.clear()
        return made


def _key(value: Any) -> Any:
    try:
        hash(value)
    except TypeError:
        return id(value)
    return value
