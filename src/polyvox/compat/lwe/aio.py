"""
`AsyncApiBackend`: the same backend for asyncio.
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
from polyvox.compat.lwe.pieces import AsyncPieces, PieceSource
from polyvox.compat.lwe.requests import asked, deliverer
from polyvox.compat.lwe.results import Result
from polyvox.compat.lwe.settings import BackendSettings
from polyvox.compat.lwe.starting import Request
from polyvox.compat.lwe.template_methods import AsyncRunsTemplates
from polyvox.compat.lwe.worlds import ASYNCIO

if TYPE_CHECKING:
    from polyvox.compat.lwe.workflows.manager import AsyncWorkflowManager

__all__ = ["AsyncApiBackend"]

_run = ASYNCIO.runner.run


class AsyncApiBackend(BackendSettings, AsyncRunsTemplates):
    """Same as `ApiBackend`, for asyncio; one object may be shared by tasks and event loops."""

    def __init__(
        self,
        config: Config | None = None,
        *,
        remember: bool = False,
        counter: Counter | None = None,
    ) -> None:
        self.config = used(config)
        self._engine = Engine(self.config, ASYNCIO, remember=remember, counter=counter)
        self._begin(Conversation(self.config.get("backend_options.default_conversation_id")))

    async def ask(
        self,
        input: Any,  # noqa: A002 - LWE's name
        request_overrides: Mapping[str, Any] | None = None,
        *,
        raise_errors: bool | None = None,
    ) -> Result:
        """Same as `ApiBackend.ask`."""
        return await self.make_request(input, request_overrides, raise_errors=raise_errors)

    async def ask_stream(
        self,
        input: Any,  # noqa: A002 - LWE's name
        request_overrides: Mapping[str, Any] | None = None,
        *,
        raise_errors: bool | None = None,
    ) -> Result:
        """Same as `ApiBackend.ask_stream`."""
        overrides = {**(request_overrides or {}), "stream": True}
        return await self.make_request(input, overrides, raise_errors=raise_errors)

    async def make_request(
        self,
        input: Any,  # noqa: A002 - LWE's name
        request_overrides: Mapping[str, Any] | None = None,
        *,
        raise_errors: bool | None = None,
    ) -> Result:
        """Same as `ApiBackend.make_request`."""
        request = Request(self._engine, request_overrides, raise_errors)
        talk = asked(self._engine, input, request.overrides, self._conversation, request.running)
        deliver = deliverer(request.overrides, silent=self._engine.return_only)
        with request:
            try:
                result = await _run(driven(talk, deliver))
            finally:
                if request.running.stream is not None:
                    await request.running.stream.aclose()
        return self._finished(request.checked(result))

    def stream(
        self,
        input: Any,  # noqa: A002 - LWE's name
        request_overrides: Mapping[str, Any] | None = None,
    ) -> AsyncPieces:
        """Same as `ApiBackend.stream`."""
        overrides = {**(request_overrides or {}), "stream": True}
        request = Request(self._engine, overrides, None)
        talk = asked(self._engine, input, request.overrides, self._conversation, request.running)
        deliver = deliverer(request.overrides, silent=self._engine.return_only)
        return AsyncPieces(ASYNCIO.runner, PieceSource(talk, request, ASYNCIO, deliver))

    async def map(
        self,
        inputs: Iterable[Any],
        *,
        concurrency: int = 8,
        fallback_presets: Sequence[str] = (),
        request_overrides: Mapping[str, Any] | None = None,
    ) -> list[Result]:
        """Same as `ApiBackend.map`."""
        return await _run(
            each_asked(self, inputs, request_overrides, fallback_presets, concurrency, _run)
        )

    async def activate_preset(self, preset_name: str) -> Result:
        """Same as `ApiBackend.activate_preset`."""
        return await _run(presetting.activated(self._engine, preset_name))

    async def get_conversation(self, conversation_id: int | None = None) -> Result:
        """Same as `ApiBackend.get_conversation`."""
        return await _run(
            conversations.shown(self._engine.memory, self._conversation, conversation_id)
        )

    async def get_history(
        self, limit: int = 20, offset: int = 0, user_id: int | str | None = None
    ) -> Result:
        """Same as `ApiBackend.get_history`."""
        return await _run(conversations.history(self._engine.memory, limit, offset, user_id))

    async def switch_to_conversation(self, conversation_id: int) -> Result:
        """Same as `ApiBackend.switch_to_conversation`."""
        return await _run(presetting.switched(self._engine, self._begin, conversation_id))

    load_conversation = switch_to_conversation

    async def set_title(self, title: str, conversation_id: int | None = None) -> Result:
        """Same as `ApiBackend.set_title`."""
        memory = self._engine.memory
        return await _run(conversations.renamed(memory, self._conversation, title, conversation_id))

    async def get_current_conversation_title(self) -> str | None:
        """Same as `ApiBackend.get_current_conversation_title`."""
        return await _run(conversations.title_of(self._engine.memory, self._conversation))

    async def delete_conversation(self, conversation_id: int | None = None) -> Result:
        """Same as `ApiBackend.delete_conversation`."""
        return await _run(
            conversations.deleted(self._engine.memory, self._conversation, conversation_id)
        )

    @cached_property
    def workflow_manager(self) -> AsyncWorkflowManager:
        """Same as `ApiBackend.workflow_manager`."""
        from polyvox.compat.lwe.workflows.manager import AsyncWorkflowManager  # noqa: PLC0415 - lazy

        return AsyncWorkflowManager(self)

    def session(self, conversation_id: int | None = None) -> Self:
        """Same as `ApiBackend.session`."""
        return self._another(Conversation(conversation_id))

    async def aclose(self) -> None:
        """Same as `ApiBackend.close`."""
        for client in self._engine.clients():
            await client.aclose()
        self._engine.memory.close()

    async def __aenter__(self) -> Self:
        """Return itself."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the connections."""
        await self.aclose()
