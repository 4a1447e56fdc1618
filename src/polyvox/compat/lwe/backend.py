"""
`ApiBackend`: LWE's Python module for blocking code.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from polyvox.compat.lwe import conversations, presetting
from polyvox.compat.lwe.config import Config, used
from polyvox.compat.lwe.counting import Counter
from polyvox.compat.lwe.driving import driven
from polyvox.compat.lwe.engine import Engine
from polyvox.compat.lwe.mapping import each_asked
from polyvox.compat.lwe.memory import Conversation
from polyvox.compat.lwe.pieces import Pieces, PieceSource
from polyvox.compat.lwe.requests import asked, deliverer
from polyvox.compat.lwe.results import Result
from polyvox.compat.lwe.settings import BackendSettings
from polyvox.compat.lwe.starting import Request
from polyvox.compat.lwe.template_methods import RunsTemplates
from polyvox.compat.lwe.worlds import BLOCKING

if TYPE_CHECKING:
    from polyvox.compat.lwe.workflows.manager import WorkflowManager

__all__ = ["ApiBackend"]

_run = BLOCKING.runner.run


class ApiBackend(BackendSettings, RunsTemplates):
    """
    Asks models by LWE's rules.

    Args:
        config: Settings; by default those of a new `Config`.
        remember: Remember conversations, though the settings name no user.
        counter: Counts the tokens of a text, for `max_submission_tokens`; by default four
            characters are taken for one.

    Failures of requests are results: `(False, None, message)`. Only mistakes of the caller are
    raised, and all failures where `errors.raise` is set. One object may be shared by threads;
    `session` gives each of them a conversation of its own.
    """

    def __init__(
        self,
        config: Config | None = None,
        *,
        remember: bool = False,
        counter: Counter | None = None,
    ) -> None:
        self.config = used(config)
        self._engine = Engine(self.config, BLOCKING, remember=remember, counter=counter)
        # Users of the replaced library never close anything.
        self._engine.close_when_collected()
        self._begin(Conversation(self.config.get("backend_options.default_conversation_id")))

    def ask(
        self,
        input: Any,  # noqa: A002 - LWE's name
        request_overrides: Mapping[str, Any] | None = None,
        *,
        raise_errors: bool | None = None,
    ) -> Result:
        """
        The answer to a text, or to a list of messages.

        Args:
            input: The text or the messages; before a text that begins a conversation goes the
                system message, before messages nothing.
            request_overrides: See `RequestOverrides`.
            raise_errors: Raise failures instead of returning them.

        Raises:
            ConfigError: *input* or a key of *request_overrides* is none.
        """
        return self.make_request(input, request_overrides, raise_errors=raise_errors)

    def ask_stream(
        self,
        input: Any,  # noqa: A002 - LWE's name
        request_overrides: Mapping[str, Any] | None = None,
        *,
        raise_errors: bool | None = None,
    ) -> Result:
        """The same answer; the override `stream_callback` gets each piece as it arrives."""
        overrides = {**(request_overrides or {}), "stream": True}
        return self.make_request(input, overrides, raise_errors=raise_errors)

    def make_request(
        self,
        input: Any,  # noqa: A002 - LWE's name
        request_overrides: Mapping[str, Any] | None = None,
        *,
        raise_errors: bool | None = None,
    ) -> Result:
        """What `ask` and `ask_stream` come to."""
        request = Request(self._engine, request_overrides, raise_errors)
        talk = asked(self._engine, input, request.overrides, self._conversation, request.running)
        deliver = deliverer(request.overrides, silent=self._engine.return_only)
        with request:
            try:
                result = _run(driven(talk, deliver))
            finally:
                if request.running.stream is not None:
                    request.running.stream.close()
        return self._finished(request.checked(result))

    def stream(
        self,
        input: Any,  # noqa: A002 - LWE's name
        request_overrides: Mapping[str, Any] | None = None,
    ) -> Pieces:
        """
        The text of the answer, piece by piece; `result` of the iterator is what `ask` gives.

            with bot.stream("Say three words about earth") as pieces:
                for piece in pieces: ...

        Failures are raised, so that no answer ends unnoticed.
        """
        overrides = {**(request_overrides or {}), "stream": True}
        request = Request(self._engine, overrides, None)
        talk = asked(self._engine, input, request.overrides, self._conversation, request.running)
        deliver = deliverer(request.overrides, silent=self._engine.return_only)
        return Pieces(BLOCKING.runner, PieceSource(talk, request, BLOCKING, deliver))

    def map(
        self,
        inputs: Iterable[Any],
        *,
        concurrency: int = 8,
        fallback_presets: Sequence[str] = (),
        request_overrides: Mapping[str, Any] | None = None,
    ) -> list[Result]:
        """
        The answers to many inputs, in their order; failures are results here, always.

        Args:
            inputs: What to ask; each begins a conversation of its own.
            concurrency: How many are asked at once.
            fallback_presets: Presets that an input is asked with, one after the other, as long as
                it fails.
            request_overrides: See `RequestOverrides`.
        """
        return _run(
            each_asked(self, inputs, request_overrides, fallback_presets, concurrency, _run)
        )

    def activate_preset(self, preset_name: str) -> Result:
        """Use a preset for the requests that follow; a failure changes nothing."""
        return _run(presetting.activated(self._engine, preset_name))

    def get_conversation(self, conversation_id: int | None = None) -> Result:
        """`{"conversation": ..., "messages": [...]}` of a conversation, or of the current one."""
        return _run(conversations.shown(self._engine.memory, self._conversation, conversation_id))

    def get_history(
        self, limit: int = 20, offset: int = 0, user_id: int | str | None = None
    ) -> Result:
        """The conversations of a user, or of the current one, by id, the newest first."""
        return _run(conversations.history(self._engine.memory, limit, offset, user_id))

    def switch_to_conversation(self, conversation_id: int) -> Result:
        """Go on with a conversation, with the preset or model that answered in it last."""
        return _run(presetting.switched(self._engine, self._begin, conversation_id))

    load_conversation = switch_to_conversation

    def set_title(self, title: str, conversation_id: int | None = None) -> Result:
        """Give a conversation, or the current one, another title."""
        memory = self._engine.memory
        return _run(conversations.renamed(memory, self._conversation, title, conversation_id))

    def get_current_conversation_title(self) -> str | None:
        """Title of the current conversation."""
        return _run(conversations.title_of(self._engine.memory, self._conversation))

    def delete_conversation(self, conversation_id: int | None = None) -> Result:
        """Forget a conversation, or the current one."""
        return _run(conversations.deleted(self._engine.memory, self._conversation, conversation_id))

    @cached_property
    def workflow_manager(self) -> WorkflowManager:
        """The workflows."""
        from polyvox.compat.lwe.workflows.manager import WorkflowManager  # noqa: PLC0415 - lazy

        return WorkflowManager(self)

    def session(self, conversation_id: int | None = None) -> Self:
        """
        The same backend with a conversation of its own, for one thread, user or task.

        Args:
            conversation_id: Of the conversation to go on with; None begins one.
        """
        return self._another(Conversation(conversation_id))

    def close(self) -> None:
        """Close the connections and the store; of all sessions, too."""
        for client in self._engine.clients():
            client.close()
        self._engine.memory.close()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the connections."""
        self.close()
