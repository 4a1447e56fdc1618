"""
What a backend remembers: conversations of its user, or nothing at all.

Without a user every request stands alone, as with LWE. With one, requests continue the current
conversation. Whatever touches the store is a `Work` step, which asyncio does in a thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from polyvox.compat.lwe.config import Config
from polyvox.compat.lwe.shapes import as_mapping, is_list
from polyvox_core.errors import ConfigError
from polyvox_core.flow import Flow, Work

if TYPE_CHECKING:
    from polyvox.compat.lwe.rows import Row
    from polyvox.compat.lwe.store import Store

__all__ = ["Conversation", "Memory"]

T = TypeVar("T")

_TITLE_LENGTH = 60


class Conversation:
    """
    Where the next messages go.

    Attributes:
        id: Id of the conversation; None before its first message is stored.
        title: Its title, once there is one.
        lock: Held by who stores messages.
    """

    __slots__ = ("id", "lock", "title")

    def __init__(self, conversation_id: int | None = None) -> None:
        self.id = conversation_id
        self.title: str | None = None
        self.lock = threading.Lock()


class Memory:
    """
    The conversations of one user.

    Args:
        config: `backend_options.default_user` and `database` count.
        remember: Whether to remember without a user that is named.

    Attributes:
        user: Name or id of the user; None when nothing is remembered.
    """

    def __init__(self, config: Config, *, remember: bool = False) -> None:
        user = config.get("backend_options.default_user")
        self.user: int | str | None = "default" if user is None and remember else user
        self._database = config.get("database")
        self._store: Store | None = None
        self._lock = threading.Lock()

    def store(self) -> Store:
        """The store; made at its first use."""
        from polyvox.compat.lwe.store import MEMORY, Store  # noqa: PLC0415 - loads sqlite3

        with self._lock:
            if self._store is None:
                self._store = Store(_path(self._database) or MEMORY)
            return self._store

    def close(self) -> None:
        """Close the store's file."""
        with self._lock:
            if self._store is not None:
                self._store.close()

    def working(
        self, function: Callable[[Store, int], T], user: int | str | None = None
    ) -> Flow[T]:
        """
        What *function* makes of the store and the id of *user*, by default of the current one.

        Raises:
            ConfigError: There is no user, or the store cannot be used.
        """
        known = self.user if user is None else user
        if known is None:
            msg = "No current user."
            raise ConfigError(msg, hint="Set backend_options.default_user, or remember=True.")

        def work() -> T:
            store = self.store()
            return function(store, store.user_id(known))

        result: T = yield Work(work)
        return result

    def recalled(self, conversation: Conversation) -> Flow[list[dict[str, Any]]]:
        """The messages of *conversation* so far."""
        number = conversation.id
        if self.user is None or number is None:
            return []
        rows = yield from self.working(lambda store, user: rows_of(store, user, number))
        from polyvox.compat.lwe.rows import message_of  # noqa: PLC0415 - loads parts

        return [message_of(row) for row in rows]

    def keep(
        self,
        conversation: Conversation,
        messages: Sequence[dict[str, Any]],
        title: str | None,
        origin: dict[str, str | None],
        *,
        begins: bool,
    ) -> Flow[None]:
        """
        Store *messages* at the end of *conversation*.

        Args:
            conversation: Where they go.
            messages: What was said.
            title: Title of a conversation that is new; by default its first words.
            origin: `model`, `provider` and `preset` of the answer.
            begins: Whether they were sent as the first ones of the conversation.
        """
        from polyvox.compat.lwe.rows import row_of  # noqa: PLC0415 - loads parts

        def work(store: Store, user: int) -> None:
            rows = [row_of(message) for message in messages]
            named = title or _title_of(messages)
            # Two first requests at once begin one conversation, not two, and it begins once.
            with conversation.lock:
                if begins and conversation.id is not None and rows[0]["role"] == "system":
                    rows = rows[1:]
                number = store.append(conversation.id, user, named, rows, origin)
                if conversation.id is None:
                    conversation.id, conversation.title = number, named

        yield from self.working(work)


def rows_of(store: Store, user: int, number: int) -> list[Row]:
    """
    The messages of the user's conversation as rows.

    Raises:
        ConfigError: The user has no such conversation.
    """
    found(store, user, number)
    return store.messages(number)


def found(store: Store, user: int, number: int) -> Row:
    """
    The user's conversation as a row.

    Raises:
        ConfigError: There is none.
    """
    row = store.conversation(number, user)
    if row is None:
        msg = f"Conversation {number} not found."
        raise ConfigError(msg, hint="See get_history() for those there are.")
    return row


def _title_of(messages: Sequence[dict[str, Any]]) -> str:
    """The first words of what the user says."""
    for message in messages:
        content = message.get("content")
        if is_list(content):
            content = next((part["text"] for part in content if "text" in as_mapping(part)), "")
        if message.get("role") == "user" and isinstance(content, str) and content.strip():
            words = " ".join(content.split())
            if len(words) <= _TITLE_LENGTH:
                return words
            return words[:_TITLE_LENGTH].rsplit(" ", 1)[0] + " ..."
    return "Conversation"


def _path(database: str | None) -> str | None:
    """The file that a *database* names: a path, or a URL such as `sqlite:///file`."""
    if not database:
        return None
    scheme, colon, rest = database.partition("://")
    if not colon:
        return database
    if scheme != "sqlite":
        msg = f"The setting `database` names a {scheme} server."
        raise ConfigError(msg, hint="Name a file, as sqlite:///path.")
    path = rest.partition("?")[0].removeprefix("/")
    return None if path in {"", ":memory:"} else path
