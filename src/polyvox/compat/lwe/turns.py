"""
One call of a model: the messages go out, the reply comes back, whole or piece by piece.

Nothing here knows of tools, presets or conversations; see `tool_loop` and `requests`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from polyvox.compat.lwe.talk import Piece, Running, Stopped, Talk, World
from polyvox.types import Done, Message, Reply, TextDelta
from polyvox_core.errors import StreamError
from polyvox_core.flow import Ask

if TYPE_CHECKING:
    from polyvox.compat.lwe.providers import ModelCall

__all__ = ["ChatDialect", "Dialect", "FakeDialect", "Turns", "reply_so_far"]


class Dialect(Protocol):
    """A way to ask a model."""

    def whole(self, messages: Sequence[Any], options: dict[str, Any]) -> Talk[Reply]:
        """The reply to *messages* in one go."""
        ...

    def streamed(self, messages: Sequence[Any], options: dict[str, Any]) -> Talk[Reply]:
        """The same reply, with a `Piece` for each piece of its text."""
        ...


class Turns:
    """
    Calls of one model for one request.

    Args:
        call: The model and its settings.
        dialect: How to talk to it.
        streaming: Whether to stream.

    Attributes:
        options: Settings of the chat in polyvox's names; `tool_choice` is among them.
    """

    def __init__(self, call: ModelCall, dialect: Dialect, *, streaming: bool) -> None:
        self.options = dict(call.options)
        if call.model is not None:
            self.options["model"] = call.model
        self._dialect = dialect
        self._streaming = streaming

    def turn(self, messages: Sequence[Any], **changes: Any) -> Talk[Reply]:
        """
        The model's reply to *messages*.

        Args:
            messages: Dicts in the OpenAI shape.
            changes: Options that replace the request's; None takes one away.

        Raises:
            PolyvoxError: There is no whole answer.
            Stopped: The user ended the stream.
        """
        options = {
            name: value for name, value in {**self.options, **changes}.items() if value is not None
        }
        ask = self._dialect.streamed if self._streaming else self._dialect.whole
        return (yield from ask(messages, options))


class ChatDialect:
    """Asks by the verbs `chat` and `stream` that all clients of polyvox have."""

    def __init__(self, client: Any, world: World, running: Running) -> None:
        self._client = client
        self._world = world
        self._running = running

    def whole(self, messages: Sequence[Any], options: dict[str, Any]) -> Talk[Reply]:
        """The reply to *messages* in one go."""
        reply: Reply = yield Ask(lambda: self._client.chat(messages, **options))
        return reply

    def streamed(self, messages: Sequence[Any], options: dict[str, Any]) -> Talk[Reply]:
        """The same reply, with a `Piece` for each piece of its text."""
        running, world = self._running, self._world
        running.stream = stream = self._client.stream(messages, **options)
        said: list[str] = []
        while True:
            try:
                event = yield Ask(lambda: world.advance(stream, running))
            except StreamError:
                # Who stops a stream may break it, too.
                if not running.stopped:
                    raise
                event = None
            if isinstance(event, TextDelta) and event.choice == 0 and not running.stopped:
                said.append(event.text)
                yield Piece(event.text)
            if running.stopped:
                yield Ask(lambda: world.shut(stream))
                raise Stopped(reply_so_far(said, options))
            if isinstance(event, Done):
                yield Ask(lambda: world.shut(stream))
                return event.reply


class FakeDialect:
    """
    Answers without asking anybody, for tests: LWE's provider `fake_llm`.

    Args:
        numbers: Counts the answers of the backend; tells which of `responses` is next.
        running: Tells when the user wants no more.
    """

    def __init__(self, numbers: Iterator[int], running: Running) -> None:
        self._numbers = numbers
        self._running = running

    def whole(self, messages: Sequence[Any], options: dict[str, Any]) -> Talk[Reply]:
        """The next of the option `responses`: a text, or a message as a dict."""
        del messages
        yield from ()
        responses: Sequence[Any] = options.get("responses") or ["test response"]
        chosen = responses[next(self._numbers) % len(responses)]
        return _fake_reply(chosen, options.get("model"))

    def streamed(self, messages: Sequence[Any], options: dict[str, Any]) -> Talk[Reply]:
        """The same reply, word by word."""
        reply = yield from self.whole(messages, options)
        said = ""
        for word in reply.text.split(" "):
            piece = f" {word}" if said else word
            said += piece
            yield Piece(piece)
            if self._running.stopped:
                raise Stopped(reply_so_far([said], options))
        return reply


def reply_so_far(pieces: Sequence[str], options: dict[str, Any]) -> Reply:
    """What was delivered of an answer, as a reply."""
    text = "".join(pieces)
    return Reply(text, Message("assistant", text), model=options.get("model"))


def _fake_reply(chosen: Any, model: str | None) -> Reply:
    from polyvox.backends.openai_shape import reply_fields  # noqa: PLC0415 - rarely needed

    message: dict[str, Any] = (
        {"role": "assistant", "content": chosen} if isinstance(chosen, str) else dict(chosen)
    )
    reason = "tool_calls" if message.get("tool_calls") else "stop"
    choice = {"message": {"role": "assistant", **message}, "finish_reason": reason}
    return Reply(**reply_fields({"choices": [choice], "model": model}))
