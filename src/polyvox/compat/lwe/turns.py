"""
One call of a model: the messages go out, the reply comes back, whole or piece by piece.

Nothing here knows of tools, presets or conversations; see `tool_loop` and `requests`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from polyvox.compat.lwe.providers import ModelCall
from polyvox.compat.lwe.talk import Piece, Running, Talk, World
from polyvox.types import Done, Reply, TextDelta
from polyvox_core.flow import Ask

__all__ = ["Stopped", "Turns"]


class Stopped(Exception):  # says what happened
    """The user ended a stream; `partial` is the reply as far as it had arrived."""

    def __init__(self, partial: Reply) -> None:
        super().__init__("Generation stopped")
        self.partial = partial


class Turns:
    """
    Calls of one model for one request.

    Args:
        call: The model and its settings.
        client: Client of the model's backend.
        world: How streams are read.
        streaming: Whether to stream.
        running: Tells when the user wants no more.
    """

    def __init__(
        self, call: ModelCall, client: Any, world: World, *, streaming: bool, running: Running
    ) -> None:
        self._call = call
        self._client = client
        self._world = world
        self._streaming = streaming
        self._running = running

    def turn(self, messages: Sequence[Any], **changes: Any) -> Talk[Reply]:
        """
        The model's reply to *messages*; *changes* are options that replace the request's.

        Raises:
            PolyvoxError: There is no whole answer.
            Stopped: The user ended the stream.
        """
        options = {**self._call.options, **changes}
        if self._call.model is not None:
            options["model"] = self._call.model
        if not self._streaming:
            reply = yield Ask(lambda: self._client.chat(messages, **options))
            return reply  # type: ignore[no-any-return]  # clients of any backend
        return (yield from self._read(self._client.stream(messages, **options)))

    def _read(self, stream: Any) -> Talk[Reply]:
        self._running.stream = stream
        while True:
            event = yield Ask(lambda: self._world.advance(stream))
            if isinstance(event, Done):
                yield from self._leave(stream)
                return event.reply
            if isinstance(event, TextDelta) and event.choice == 0:
                yield Piece(event.text)
            if self._running.stopped:
                partial = stream.partial
                yield from self._leave(stream)
                raise Stopped(partial)

    def _leave(self, stream: Any) -> Talk[None]:
        yield Ask(lambda: self._world.shut(stream))
        self._running.stream = None
