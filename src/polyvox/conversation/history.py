"""
What was said, in turns; and what of it fits into a model's context. No I/O.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias, cast

from polyvox.backends.inputs import messages_of
from polyvox.kept import message_from
from polyvox.types import ChatInput, Message
from polyvox_core.errors import ConfigError

__all__ = ["Claim", "Counter", "History", "Turn", "estimated_tokens", "messages_from", "turns_of"]

Counter: TypeAlias = Callable[[Sequence[Message]], int]
Turn: TypeAlias = tuple[Message, ...]

_PINNED = ("system", "developer")
_CHARACTERS_PER_TOKEN = 4
_TOKENS_PER_MESSAGE = 4
_TOKENS_PER_PART = 1000


def estimated_tokens(messages: Sequence[Message]) -> int:
    """
    About how many tokens *messages* have: an estimate, which knows no model's tokenizer.

    A token is taken for four characters, as in English prose; other languages have more tokens,
    up to one for each character. A part that is no text counts 1000, each message 4 on top.
    """
    return sum(_TOKENS_PER_MESSAGE + _estimate(message) for message in messages)


def _estimate(message: Message) -> int:
    content: Any = message.content
    pieces: Sequence[Any] = (
        cast("Any", content) if isinstance(content, (list, tuple)) else (content,)
    )
    texts = [call.name + call.arguments for call in message.tool_calls]
    parts = 0
    for piece in pieces:
        text = cast("Any", piece).get("text") if isinstance(piece, Mapping) else piece
        if isinstance(text, str):
            texts.append(text)
        elif piece is not None:
            parts += 1
    return -(-sum(map(len, texts)) // _CHARACTERS_PER_TOKEN) + parts * _TOKENS_PER_PART


def messages_from(chat: ChatInput) -> Turn:
    """
    The messages of *chat*.

    Raises:
        ConfigError: There is none, or something is no message.
    """
    return tuple(_message(one) for one in messages_of(chat, None))


def _message(one: Any) -> Message:
    try:
        return message_from(one)
    except (KeyError, TypeError) as error:
        msg = f"The message {str(one)[:80]!r} cannot be kept: {error}."
        raise ConfigError(msg, hint="Use {'role': 'user', 'content': ...}.") from error


def turns_of(messages: Iterable[Message]) -> list[Turn]:
    """The *messages* in turns: each begins with what a user says after somebody else."""
    turns: list[Turn] = []
    before = ""
    for message in messages:
        pinned = message.role in _PINNED
        if not turns or pinned or before in _PINNED or (message.role == "user" != before):
            turns.append((message,))
        else:
            turns[-1] += (message,)
        before = message.role
    return turns


def _is_pinned(turn: Turn) -> bool:
    return all(message.role in _PINNED for message in turn)


def _joined(turns: Iterable[Turn]) -> list[Message]:
    return [message for turn in turns for message in turn]


class History:
    """
    The turns of a conversation, oldest first.

    Args:
        system: A system message before all others.
        turns: What was said so far.
        most: Tokens that may be sent at once; None for no limit.
        counter: Tells how many tokens messages have.

    Raises:
        ConfigError: *most* is no positive number.
    """

    def __init__(
        self, system: str | None, turns: Iterable[Turn], most: int | None, counter: Counter
    ) -> None:
        if most is not None and most < 1:
            msg = f"max_context_tokens={most!r} would leave room for nothing."
            raise ConfigError(msg, hint="Pass a positive number, or None for no limit.")
        self.system = system
        self.turns = tuple(turns)
        self.most = most
        self.counter = counter
        self.lock = threading.Lock()

    @property
    def messages(self) -> Turn:
        """All messages, the system message first."""
        return (*self._head, *_joined(self.turns))

    @property
    def _head(self) -> list[Message]:
        return [] if self.system is None else [Message("system", self.system)]

    def window(self, turns: Sequence[Turn]) -> list[Message]:
        """
        What is sent for *turns*: without as many of the oldest as do not fit, system messages
        always.

        Raises:
            ConfigError: Not even the last turn fits.
        """
        whole = [*self._head, *_joined(turns)]
        if self.most is None or self.counter(whole) <= self.most:
            return whole
        droppable = [number for number, turn in enumerate(turns) if not _is_pinned(turn)]
        # Fewer turns never have more tokens, so that the border can be found by halving.
        fitting: list[Message] | None = None
        low, high = 1, len(droppable) - 1
        while low <= high:
            middle = (low + high) // 2
            without = self._without(turns, droppable[:middle])
            if self.counter(without) <= self.most:
                fitting, high = without, middle - 1
            else:
                low = middle + 1
        if fitting is None:
            msg = f"The last turn alone has more than max_context_tokens={self.most}."
            raise ConfigError(msg, hint="Say less at once, or allow more.")
        return fitting

    def _without(self, turns: Sequence[Turn], dropped: Sequence[int]) -> list[Message]:
        left = set(dropped)
        return [*self._head, *_joined(turn for at, turn in enumerate(turns) if at not in left)]

    def claim(self) -> Claim:
        """
        The right to say something; until it is released nobody else has it.

        Raises:
            ConfigError: Somebody has it.
        """
        if not self.lock.acquire(blocking=False):
            msg = "This conversation waits for an answer already."
            raise ConfigError(msg, hint="Wait for it, or fork() the conversation.")
        return Claim(self.lock)

    def back_to(self, number: int) -> None:
        """
        Forget the turns from *number* on; a negative one counts from the end.

        Raises:
            ConfigError: There is no such turn, or somebody waits for an answer.
        """
        if not -len(self.turns) <= number <= len(self.turns):
            msg = f"The conversation has {len(self.turns)} turns, and no number {number}."
            raise ConfigError(msg, hint="Turns count from 0, from the end from -1.")
        claim = self.claim()
        self.turns = self.turns[:number]
        claim.release()


class Claim:
    """The right to say something."""

    __slots__ = ("_lock",)

    def __init__(self, lock: threading.Lock) -> None:
        self._lock: threading.Lock | None = lock

    def release(self) -> None:
        """Give it back; a second time does nothing."""
        lock, self._lock = self._lock, None
        if lock is not None:
            lock.release()

    def __del__(self) -> None:
        """A stream that was forgotten does not end the conversation."""
        self.release()
