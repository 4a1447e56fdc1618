"""
What lasts between the requests of a backend: settings, clients, memory, logs.

Everything about one request lives in its own values, so that threads and tasks may share an
engine, and so do the sessions of one backend.
"""

from __future__ import annotations

import itertools
import threading
import weakref
from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from polyvox.compat.lwe.config import Config
from polyvox.compat.lwe.counting import Counter, estimate
from polyvox.compat.lwe.defaults import DEFAULT_SYSTEM_MESSAGE
from polyvox.compat.lwe.logs import DebugLog, Transcript
from polyvox.compat.lwe.memory import Memory
from polyvox.compat.lwe.overrides import RequestOverrides, customized
from polyvox.compat.lwe.presets import Preset, PresetManager
from polyvox.compat.lwe.providers import ModelCall, configured_of, model_call, provider_named
from polyvox.compat.lwe.shapes import is_list, is_mapping
from polyvox.compat.lwe.talk import Running, World
from polyvox.compat.lwe.templates import TemplateManager, manager_of
from polyvox.compat.lwe.turns import ChatDialect, Dialect, FakeDialect
from polyvox_core.errors import ConfigError
from polyvox_core.flow import Flow, Work

if TYPE_CHECKING:
    from polyvox.compat.lwe.tooling.manager import ToolManager

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
        remember: Whether to remember conversations without a user that is named.
        counter: Counts the tokens of a text; by default they are estimated.
    """

    def __init__(
        self, config: Config, world: World, *, remember: bool, counter: Counter | None
    ) -> None:
        self.config = config
        self.world = world
        self.counter = counter or estimate
        self.presets = PresetManager(config)
        self.memory = Memory(config, remember=remember)
        self.log = DebugLog(config)
        self.transcript = Transcript(config)
        self.running: set[Running] = set()
        self.return_only = False
        self._active = Active(
            system_message=config.get("model.default_system_message") or "default"
        )
        self._default_pending: str | None = config.get("model.default_preset")
        self._clients: dict[Any, Any] = {}
        self._closes_clients = False
        self._lock = threading.Lock()
        self._fakes = itertools.count()

    @cached_property
    def templates(self) -> TemplateManager:
        """The templates."""
        return manager_of(self.config)

    @cached_property
    def tools(self) -> ToolManager:
        """The tools that presets may name."""
        from polyvox.compat.lwe.tooling.manager import ToolManager  # noqa: PLC0415 - rarely used

        return ToolManager(self.config)

    def close_when_collected(self) -> None:
        """Close blocking clients when nobody uses this engine any more, and when Python ends."""
        self._closes_clients = True

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
        if found.error is not None:
            raise found.error
        preset: Preset = found.response
        return preset

    @property
    def active(self) -> Active:
        """What is active; a configured preset that cannot be used fails the next request."""
        name = self._default_pending
        if name is not None:
            found = self.presets.ensure_preset(name)
            if found.success:
                self._activate_default(name, found.response)
        return self._active

    def current(self) -> Flow[Active]:
        """
        What is active; the configured preset is activated at its first use.

        Raises:
            ConfigError: That preset cannot be used.
        """
        name = self._default_pending
        if name is not None:
            preset = yield from self.preset_named(name)
            self._activate_default(name, preset)
        return self._active

    def _activate_default(self, name: str, preset: Preset) -> None:
        with self._lock:
            if self._default_pending == name:
                self._active = self._active.with_preset(name, preset)
                self._default_pending = None

    def activate(self, active: Active) -> None:
        """Use *active* for the requests that follow, in place of the configured preset, too."""
        with self._lock:
            self._active = active
            self._default_pending = None

    def change(self, active: Active) -> None:
        """Use *active* for the requests that follow."""
        with self._lock:
            self._active = active

    def resolved(self, overrides: RequestOverrides) -> Flow[tuple[Active, Active]]:
        """
        What a request with *overrides* uses; and what that is without the direct keys.

        Raises:
            ConfigError: The preset cannot be used, or there is none to override.
        """
        active = yield from self.current()
        name = overrides.get("preset")
        if name is not None:
            preset = yield from self.preset_named(name)
            active = active.with_preset(name, preset)
        over = overrides.get("preset_overrides")
        if over:
            if active.preset_name is None:
                msg = "No active preset to override."
                raise ConfigError(msg, hint="Name one with preset, or use direct keys.")
            active = active.with_preset(active.preset_name, active.preset.merged(over))
        customizations = customized(active.preset.customizations, overrides)
        used = evolve(active, preset=evolve(active.preset, customizations=customizations))
        limit = overrides.get("max_submission_tokens")
        return (used if limit is None else evolve(used, max_submission_tokens=limit)), active

    def call_of(self, active: Active) -> ModelCall:
        """
        The model and its settings that *active* stands for.

        Raises:
            ConfigError: There is no such provider, or its settings cannot work.
        """
        provider = provider_named(active.provider)
        configured = configured_of(provider, self.config.get("providers"))
        return model_call(provider, configured, active.preset.customizations)

    def dialect_of(self, call: ModelCall, running: Running) -> Dialect:
        """How to talk to the model of *call*."""
        if call.dialect == "fake":
            return FakeDialect(self._fakes, running)
        client = self.client_for(call)
        if call.dialect == "chat":
            return ChatDialect(client, self.world, running)
        from polyvox.compat.lwe.responses import ResponsesDialect  # noqa: PLC0415 - by choice

        return ResponsesDialect(client, self.world, running)

    def client_for(self, call: ModelCall) -> Any:
        """The client that *call* needs; made once for the same arguments."""
        key = (call.provider.backend, _key(call.arguments))
        with self._lock:
            if key not in self._clients:
                made = self.world.connect(call.provider.backend, call.arguments)
                self._clients[key] = made
                if self._closes_clients:
                    # At the end of the program the youngest goes first: before the client's own.
                    weakref.finalize(self, made.close)
            return self._clients[key]

    def clients(self) -> list[Any]:
        """All clients made so far; the engine forgets them."""
        with self._lock:
            made = list(self._clients.values())
            self._clients.clear()
        return made


def _key(value: Any) -> Any:
    """What is the same for the same *value*: dicts and lists by what they hold."""
    if is_mapping(value):
        return frozenset((name, _key(one)) for name, one in value.items())
    if is_list(value):
        return tuple(_key(one) for one in value)
    try:
        hash(value)
    except TypeError:
        # Equal to nothing but itself; the client that is kept holds on to it.
        return object, id(value)
    return type(value), value
