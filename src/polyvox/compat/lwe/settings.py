"""
What both backends say and change about the requests to come; nothing here waits for anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from logging import Logger
from typing import TYPE_CHECKING, Any, Self

from attrs import evolve

from polyvox.compat.lwe.config import Config
from polyvox.compat.lwe.engine import Active, Engine
from polyvox.compat.lwe.left_out import LEFT_OUT
from polyvox.compat.lwe.logs import LOGGER
from polyvox.compat.lwe.memory import Conversation
from polyvox.compat.lwe.merging import copied
from polyvox.compat.lwe.presets import Preset, PresetManager
from polyvox.compat.lwe.providers import PROVIDERS, Provider, provider_named
from polyvox.compat.lwe.results import Result
from polyvox.compat.lwe.templates import TemplateManager
from polyvox_core.errors import ConfigError

if TYPE_CHECKING:
    from polyvox.compat.lwe.tooling.manager import ToolManager

__all__ = ["BackendSettings"]


class BackendSettings:
    """
    The settings of a backend, and what it remembers of the last request.

    Attributes:
        config: The configuration it was made with.
        message_clipboard: The last answer.
    """

    config: Config
    message_clipboard: Any
    _engine: Engine
    _conversation: Conversation

    @property
    def preset_manager(self) -> PresetManager:
        """The presets."""
        return self._engine.presets

    @property
    def template_manager(self) -> TemplateManager:
        """The templates; put a function into its `builtins` to offer a variable, `clipboard`."""
        return self._engine.templates

    @property
    def tool_manager(self) -> ToolManager:
        """The tools that presets may name; `add` takes functions that are in no file."""
        return self._engine.tools

    @property
    def provider_name(self) -> str:
        """Name of the active provider."""
        return self._engine.active.provider

    @property
    def provider(self) -> Provider:
        """The active provider."""
        return provider_named(self.provider_name)

    @property
    def model(self) -> str | None:
        """Name of the model that the next request uses."""
        given: Any = self._engine.active.preset.customizations.get("model_name")
        configured = self.config.get(["providers", self.provider.name, "model"])
        name: str | None = given or configured or self.provider.model
        return name

    @property
    def active_preset(self) -> Preset | None:
        """The active preset: a pair of metadata and customizations."""
        active = self._engine.active
        return active.preset if active.preset_name is not None else None

    @property
    def active_preset_name(self) -> str | None:
        """Name of the active preset."""
        return self._engine.active.preset_name

    @property
    def system_message(self) -> str:
        """The system message of conversations that begin."""
        name = self._engine.active.system_message
        return self._engine.aliases().get(name, name)

    @property
    def system_message_alias(self) -> str | None:
        """Its alias, if it has one."""
        name = self._engine.active.system_message
        return name if name in self._engine.aliases() else None

    @property
    def max_submission_tokens(self) -> int | None:
        """Most tokens that a request sends; None for no limit."""
        return self._engine.active.max_submission_tokens

    @property
    def current_user(self) -> int | str | None:
        """Whose conversations are remembered; None when none are."""
        return self._engine.memory.user

    @property
    def log(self) -> Logger:
        """The logger of all backends."""
        return LOGGER

    @property
    def conversation_id(self) -> int | None:
        """Id of the current conversation, once it is stored."""
        return self._conversation.id

    @property
    def conversation_title(self) -> str | None:
        """Title of the current conversation, as far as it is known here."""
        return self._conversation.title

    def get_providers(self) -> dict[str, Provider]:
        """All providers by name."""
        return dict(PROVIDERS)

    def set_provider(
        self,
        provider_name: str,
        customizations: Mapping[str, Any] | None = None,
        reset: bool = False,
    ) -> Result:
        """
        Use another provider, without a preset.

        Args:
            provider_name: Its name, with or without `provider_` before it.
            customizations: Parameters of its model.
            reset: Whether to do so even if it is the present one.
        """
        try:
            provider = provider_named(provider_name)
        except ConfigError as error:
            return Result(False, None, str(error), error=error)
        active = self._engine.active
        if provider.name == active.provider and not reset:
            msg = f"Provider {provider.name} already set."
            same = ConfigError(msg, hint="Pass reset=True to begin anew.")
            return Result(False, None, str(same), error=same)
        preset = Preset({}, copied(customizations or {}))
        self._engine.activate(
            evolve(active, provider=provider.name, preset_name=None, preset=preset)
        )
        return Result(True, provider, f"Set provider to {provider.name}")

    def set_model(self, model_name: str) -> Result:
        """Use another model of the active provider; the server knows whether there is one."""
        active = self._engine.active
        changed = active.preset.merged({"model_customizations": {"model_name": model_name}})
        self._engine.activate(evolve(active, preset=changed))
        return Result(True, model_name, f"Set model to {model_name}")

    def make_preset(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """Metadata and customizations of the present settings, for `preset_manager.save_preset`."""
        active = self._engine.active
        metadata = {**active.preset.metadata, "provider": active.provider}
        metadata["system_message"] = active.system_message
        if active.max_submission_tokens is not None:
            metadata["max_submission_tokens"] = active.max_submission_tokens
        customizations: dict[str, Any] = copied(active.preset.customizations)
        return metadata, customizations

    def get_system_message_aliases(self) -> dict[str, str]:
        """System messages by their aliases."""
        return self._engine.aliases()

    def get_system_message(self, system_message: str = "default") -> str:
        """The system message that an alias stands for, or the text itself."""
        return self._engine.aliases().get(system_message, system_message)

    def set_system_message(self, message: str | None = None) -> Result:
        """Begin conversations with a system message: an alias, a text, or None for the default."""
        self._change(system_message=message or "default")
        return Result(True, self.system_message, f"System message set to: {self.system_message}")

    def init_system_message(self) -> Result:
        """Go back to the configured system message."""
        return self.set_system_message(self.config.get("model.default_system_message"))

    def set_max_submission_tokens(self, max_submission_tokens: int | None = None) -> Result:
        """Send at most so many tokens; None for no limit."""
        self._change(max_submission_tokens=max_submission_tokens)
        return Result(
            True, max_submission_tokens, f"Max submission tokens set to {max_submission_tokens}"
        )

    def set_return_only(self, return_only: bool = False) -> None:
        """Whether nothing is printed, not even what `print_stream` asks for."""
        self._engine.return_only = return_only

    def set_current_user(self, user: int | str | None = None) -> Result:
        """Remember the conversations of *user*, a name or an id; None to remember nothing."""
        self._engine.memory.user = user
        self.new_conversation()
        return Result(True, user, f"Current user: {user}")

    load_user = set_current_user

    def new_conversation(self) -> Result:
        """Leave the current conversation; the next request begins another."""
        self._begin(Conversation())
        return Result(True, None, "Started new conversation")

    def terminate_stream(self, signal: Any = None, frame: Any = None) -> None:
        """Stop what is streaming now; fit to be a signal's handler."""
        del signal, frame
        for running in list(self._engine.running):
            running.stop()

    def open_log(self, filepath: str) -> Result:
        """Write what is asked and answered to the end of a file."""
        self._engine.transcript.open(filepath)
        return Result(True, filepath, f"Logging to {filepath}")

    def close_log(self) -> Result:
        """Stop writing it."""
        self._engine.transcript.close()
        return Result(True, None, "Closed the log")

    if not TYPE_CHECKING:  # pragma: no branch - checkers shall know the members only

        def __getattr__(self, name: str) -> Any:
            """Say what to use in place of what LWE has and this has not."""
            msg = f"{type(self).__name__!r} object has no attribute {name!r}"
            if name in LEFT_OUT:
                msg = f"{msg}: LWE's is left out; {LEFT_OUT[name]}."
            raise AttributeError(msg)

    def _change(self, **changes: Any) -> None:
        """Change the settings; a preset that is still to be activated comes before them."""
        active: Active = self._engine.active
        self._engine.change(evolve(active, **changes))

    def _another(self, conversation: Conversation) -> Self:
        """The same backend with another *conversation*."""
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        # This one asks through the backend it was made for.
        other.__dict__.pop("workflow_manager", None)
        other._begin(conversation)
        return other

    def _begin(self, conversation: Conversation) -> None:
        self._conversation = conversation
        self.message_clipboard = None

    def _finished(self, result: Result) -> Result:
        if result.success:
            self.message_clipboard = result.response
        return result
