"""
The two conversations: one line per method over the flows of this folder.
"""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, Generic, Protocol, Self, TypeVar, Unpack, cast

from polyvox.backends.chat_stream import AsyncChatStream, ChatStream
from polyvox.backends.inputs import ChatKeywords
from polyvox.conversation import keeping, talking
from polyvox.conversation.history import (
    Counter,
    History,
    Turn,
    estimated_tokens,
    messages_from,
    turns_of,
)
from polyvox.types import ChatInput, Message, Reply
from polyvox_core.flow import Flow, Work
from polyvox_core.run_sync import Runner

if TYPE_CHECKING:
    from polyvox.tools.results import Run
    from polyvox.tools.toolbox import Tools

    # A blocking conversation does not load asyncio.
    from polyvox_core.run_async import AsyncRunner

__all__ = ["AsyncConversation", "Conversation"]

R = TypeVar("R", bound=Reply)
# Of a conversation that is loaded, and has no class parameters yet.
S = TypeVar("S", bound=Reply)


class Talker(Protocol[R]):
    """A blocking client that chats: of any backend, or a failover pool."""

    @property
    def chat(self) -> Callable[..., R]:
        """The verb."""
        ...

    @property
    def stream(self) -> Callable[..., ChatStream[R]]:
        """The verb."""
        ...


class AsyncTalker(Protocol[R]):
    """Same as `Talker`, for asyncio."""

    @property
    def chat(self) -> Callable[..., Awaitable[R]]:
        """The verb."""
        ...

    @property
    def stream(self) -> Callable[..., AsyncChatStream[R]]:
        """The verb."""
        ...


class _Shared:
    """What both conversations know."""

    _client: Any
    _history: History
    _model: str | None
    _options: Mapping[str, Any]

    @property
    def messages(self) -> tuple[Message, ...]:
        """Everything that was said, the system message first."""
        return self._history.messages

    @property
    def turns(self) -> tuple[tuple[Message, ...], ...]:
        """The same without the system message, in turns: question, tool calls, answer."""
        return self._history.turns

    @property
    def model(self) -> str | None:
        """The model that answers, unless a turn names another."""
        return self._model

    def fork(self) -> Self:
        """Another conversation with the same past; what is said in one is not in the other."""
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        old = self._history
        other._history = History(old.system, old.turns, old.most, old.counter)
        return other

    def back_to(self, turn: int) -> None:
        """
        Forget the turn number *turn*, from 0, and all after it; `back_to(-1)` forgets the last.

        Raises:
            ConfigError: There is no such turn, or an answer is awaited.
        """
        self._history.back_to(turn)

    def __len__(self) -> int:
        """How many turns there were."""
        return len(self._history.turns)

    def __bool__(self) -> bool:
        """A conversation is something before anything was said, too."""
        return True

    def __repr__(self) -> str:
        """Say how long it is, and nothing of what was said."""
        return f"{type(self).__name__}(model={self._model!r}, turns={len(self)})"

    def _kept(self) -> keeping.Kept:
        history = self._history
        return keeping.Kept(self._model, history.system, history.most, history.turns)

    def _saved(self, path: str | os.PathLike[str]) -> Flow[None]:
        kept = self._kept()
        yield Work(lambda: keeping.save(path, kept))

    def _with(self, kept: keeping.Kept) -> Self:
        """Itself, with the past that was *kept*."""
        counter = self._history.counter
        self._history = History(kept.system, kept.turns, kept.max_context_tokens, counter)
        self._model = self._model or kept.model
        return self

    def _of(self, model: str | None, options: Mapping[str, Any]) -> dict[str, Any]:
        """The arguments of a call."""
        model = model or self._model
        if model is None:
            talking.check_needs_no_model(self._client.chat)
        named = {"model": model} if model is not None else {}
        return {**self._options, **options, **named}


class Conversation(_Shared, Generic[R]):
    """
    A chat that remembers what was said.

    Args:
        client: A client of any backend, or a failover pool; it stays open.
        model: The model that answers.
        system: A system message before all others; it is always sent.
        messages: What was said before.
        max_context_tokens: Most tokens to send. The oldest turns are left out as a whole when
            there are more; they stay in `messages`.
        counter: Tells how many tokens a list of messages has; by default an estimate, a token
            for every four characters (`polyvox.conversation.estimated_tokens`).
        options: Options of every call.

    Raises:
        ConfigError: An argument cannot work.

    One at a time: saying something while an answer is awaited is an error, in threads as well.
    """

    def __init__(
        self,
        client: Talker[R],
        *,
        model: str | None = None,
        system: str | None = None,
        messages: ChatInput = (),
        max_context_tokens: int | None = None,
        counter: Counter = estimated_tokens,
        **options: Unpack[ChatKeywords],
    ) -> None:
        talking.check_blocking(client)
        turns = _turns(messages)
        self._client = client
        self._model = model
        self._options = cast("Mapping[str, Any]", options)
        self._history = History(system, turns, max_context_tokens, counter)
        self._runner = Runner.for_calls()

    def say(
        self, text: ChatInput, *, model: str | None = None, **options: Unpack[ChatKeywords]
    ) -> R:
        """
        The reply to *text*; both join the history.

        Args:
            text: A text, parts, or messages such as the results of tools.
            model: Another model for this turn.
            options: Options of this turn.

        Raises:
            ConfigError: An answer is awaited already, or not even this turn fits into the context.
            PolyvoxError: What the client raises; the history is as it was.
        """
        arguments = self._of(model, options)
        return cast(
            "R", self._runner.run(talking.say(self._history, self._client.chat, text, arguments))
        )

    def stream(
        self, text: ChatInput, *, model: str | None = None, **options: Unpack[ChatKeywords]
    ) -> ChatStream[R]:
        """The same as it arrives; the turn joins the history when the stream has ended well."""
        arguments = self._of(model, options)
        source: talking.TurnSource[R] = talking.TurnSource(
            self._history, self._client.stream, text, arguments
        )
        return ChatStream(self._runner, source)

    def run(
        self,
        text: ChatInput,
        tools: Tools,
        /,
        *,
        model: str | None = None,
        **options: Unpack[ChatKeywords],
    ) -> Run[R]:
        """
        The answer to *text* after the tools that the model called; see `run` of the clients.

        Raises:
            UnsupportedError: The client has no `run`.
            PolyvoxError: What the client raises; the history is as it was.
        """
        arguments = self._of(model, options)
        return cast(
            "Run[R]",
            self._runner.run(talking.run(self._history, self._client.run, text, tools, arguments)),
        )

    def retry(self, *, model: str | None = None, **options: Unpack[ChatKeywords]) -> R:
        """
        Another reply to the last turn, which takes the place of the first one.

        Raises:
            ConfigError: Nothing was said yet, or an answer is awaited.
            PolyvoxError: What the client raises; the first reply stays.
        """
        arguments = self._of(model, options)
        return cast(
            "R", self._runner.run(talking.again(self._history, self._client.chat, arguments))
        )

    def save(self, path: str | os.PathLike[str]) -> None:
        """
        Write the conversation to a file, whole or not at all; nobody else may read it.

        The file has the messages and the model's name, and neither options nor credentials. Parts
        that are local files are written with their content.

        Raises:
            ConfigError: A message holds what JSON cannot express.
            StateFileRefused: The file cannot be written.
        """
        self._runner.run(self._saved(path))

    @staticmethod
    def load(
        path: str | os.PathLike[str],
        client: Talker[S],
        *,
        model: str | None = None,
        counter: Counter = estimated_tokens,
        **options: Unpack[ChatKeywords],
    ) -> Conversation[S]:
        """
        The conversation that `save` wrote.

        Args:
            path: The file.
            client: Who answers from now on.
            model: By default the model of the file.
            counter: As for a new conversation.
            options: As for a new conversation.

        Raises:
            StateFileRefused: There is no such file, or it is damaged, newer, or of something else.
        """
        made = Conversation(client, model=model, counter=counter, **options)
        return made._with(made._runner.run(_loaded(path)))


class AsyncConversation(_Shared, Generic[R]):
    """Same as `Conversation`, for asyncio."""

    def __init__(
        self,
        client: AsyncTalker[R],
        *,
        model: str | None = None,
        system: str | None = None,
        messages: ChatInput = (),
        max_context_tokens: int | None = None,
        counter: Counter = estimated_tokens,
        **options: Unpack[ChatKeywords],
    ) -> None:
        from polyvox_core.run_async import AsyncRunner  # noqa: PLC0415 - see above

        turns = _turns(messages)
        self._client = client
        self._model = model
        self._options = cast("Mapping[str, Any]", options)
        self._history = History(system, turns, max_context_tokens, counter)
        self._runner: AsyncRunner = AsyncRunner.for_calls()

    async def say(
        self, text: ChatInput, *, model: str | None = None, **options: Unpack[ChatKeywords]
    ) -> R:
        """Same as `Conversation.say`."""
        flow = talking.say(self._history, self._client.chat, text, self._of(model, options))
        return cast("R", await self._runner.run(flow))

    def stream(
        self, text: ChatInput, *, model: str | None = None, **options: Unpack[ChatKeywords]
    ) -> AsyncChatStream[R]:
        """Same as `Conversation.stream`."""
        arguments = self._of(model, options)
        source: talking.TurnSource[R] = talking.TurnSource(
            self._history, self._client.stream, text, arguments
        )
        return AsyncChatStream(self._runner, source)

    async def run(
        self,
        text: ChatInput,
        tools: Tools,
        /,
        *,
        model: str | None = None,
        **options: Unpack[ChatKeywords],
    ) -> Run[R]:
        """Same as `Conversation.run`."""
        arguments = self._of(model, options)
        flow = talking.run(self._history, self._client.run, text, tools, arguments)
        return cast("Run[R]", await self._runner.run(flow))

    async def retry(self, *, model: str | None = None, **options: Unpack[ChatKeywords]) -> R:
        """Same as `Conversation.retry`."""
        flow = talking.again(self._history, self._client.chat, self._of(model, options))
        return cast("R", await self._runner.run(flow))

    async def save(self, path: str | os.PathLike[str]) -> None:
        """Same as `Conversation.save`."""
        await self._runner.run(self._saved(path))

    @staticmethod
    async def load(
        path: str | os.PathLike[str],
        client: AsyncTalker[S],
        *,
        model: str | None = None,
        counter: Counter = estimated_tokens,
        **options: Unpack[ChatKeywords],
    ) -> AsyncConversation[S]:
        """Same as `Conversation.load`."""
        made = AsyncConversation(client, model=model, counter=counter, **options)
        return made._with(await made._runner.run(_loaded(path)))


def _turns(messages: ChatInput) -> list[Turn]:
    return turns_of(messages_from(messages)) if messages else []


def _loaded(path: str | os.PathLike[str]) -> Flow[keeping.Kept]:
    kept: keeping.Kept = yield Work(lambda: keeping.load(path))
    return kept
