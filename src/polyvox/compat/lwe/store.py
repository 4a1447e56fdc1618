"""
Conversations in SQLite: in memory, or in one file that is its owner's alone.

One connection, used by one thread at a time; whoever works under asyncio calls it in a thread.
The version of the tables stands in `PRAGMA user_version`. A file that another program or a newer
version made is refused, never changed.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from polyvox.compat.lwe.rows import Row
from polyvox_core.errors import ConfigError
from polyvox_core.json import dumps, loads

__all__ = ["MEMORY", "Store"]

MEMORY = ":memory:"
VERSION = 1
_TABLES = """
CREATE TABLE user (
    id INTEGER PRIMARY KEY,
    username TEXT NOT NULL UNIQUE,
    created_time REAL NOT NULL
);
CREATE TABLE conversation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    title TEXT,
    created_time REAL NOT NULL,
    updated_time REAL NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE message (
    id INTEGER PRIMARY KEY,
    conversation_id INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    message TEXT NOT NULL,
    message_type TEXT NOT NULL,
    message_metadata TEXT NOT NULL,
    model TEXT,
    provider TEXT,
    preset TEXT,
    created_time REAL NOT NULL
);
CREATE INDEX message_of_conversation ON message (conversation_id);
CREATE INDEX conversation_of_user ON conversation (user_id, updated_time);
"""
_JSON_COLUMNS = ("message", "message_metadata")


class Store:
    """
    Users, conversations and messages.

    Args:
        place: Path of the file, or `MEMORY`; nothing is opened before the first use.
        now: Gives the Unix time.
    """

    def __init__(self, place: str = MEMORY, now: Callable[[], float] = time.time) -> None:
        self.place = place
        self._now = now
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None

    def user_id(self, user: int | str) -> int:
        """
        The id of a *user*: a name is entered when it is new.

        Raises:
            ConfigError: There is no user with that id.
        """
        column = "username" if isinstance(user, str) else "id"
        with self._reading() as connection:
            known = _first(connection, f"SELECT id FROM user WHERE {column} = ?", user)  # noqa: S608 # one of two names
        if known is not None:
            return int(known["id"])
        if not isinstance(user, str):
            msg = f"There is no user with the id {user}."
            raise ConfigError(msg, hint="Name the user by a text; it is entered when new.")
        with self._changing() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO user (username, created_time) VALUES (?, ?)",
                (user, self._now()),
            )
            return int(_one(connection, "SELECT id FROM user WHERE username = ?", user)["id"])

    def append(
        self,
        conversation_id: int | None,
        user_id: int,
        title: str,
        rows: Iterable[Row],
        origin: dict[str, str | None],
    ) -> int:
        """
        Add messages to a conversation, and give its id.

        Args:
            conversation_id: The conversation; None begins one.
            user_id: Whose it is.
            title: For one that begins.
            rows: The messages; see `rows.row_of`.
            origin: `model`, `provider` and `preset` of the answer.

        Raises:
            ConfigError: The conversation was deleted.
        """
        now = self._now()
        with self._changing() as connection:
            if conversation_id is None:
                cursor = connection.execute(
                    "INSERT INTO conversation (user_id, title, created_time, updated_time)"
                    " VALUES (?, ?, ?, ?)",
                    (user_id, title, now, now),
                )
                conversation_id = int(cursor.lastrowid or 0)
            else:
                self._touch(connection, conversation_id, now)
            connection.executemany(
                "INSERT INTO message (conversation_id, role, message, message_type,"
                " message_metadata, model, provider, preset, created_time)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [_values(conversation_id, row, origin, now) for row in rows],
            )
        return conversation_id

    def conversation(self, conversation_id: int, user_id: int) -> Row | None:
        """The conversation as a row, if it is the user's."""
        with self._reading() as connection:
            return _first(
                connection,
                "SELECT * FROM conversation WHERE id = ? AND user_id = ?",
                conversation_id,
                user_id,
            )

    def messages(self, conversation_id: int) -> list[Row]:
        """The messages of a conversation as rows, in their order."""
        with self._reading() as connection:
            found = connection.execute(
                "SELECT * FROM message WHERE conversation_id = ? ORDER BY id", (conversation_id,)
            )
            return [_decoded(dict(row)) for row in found]

    def history(self, user_id: int, limit: int, offset: int) -> list[Row]:
        """The user's conversations as rows, the newest first."""
        with self._reading() as connection:
            found = connection.execute(
                "SELECT * FROM conversation WHERE user_id = ? AND hidden = 0"
                " ORDER BY updated_time DESC, id DESC LIMIT ? OFFSET ?",
                (user_id, limit, offset),
            )
            return [dict(row) for row in found]

    def rename(self, conversation_id: int, title: str) -> None:
        """Give a conversation another title."""
        with self._changing() as connection:
            connection.execute(
                "UPDATE conversation SET title = ? WHERE id = ?", (title, conversation_id)
            )

    def delete(self, conversation_id: int) -> None:
        """Forget a conversation and its messages."""
        with self._changing() as connection:
            connection.execute("DELETE FROM conversation WHERE id = ?", (conversation_id,))

    def close(self) -> None:
        """Close the file; what is in memory is forgotten."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _touch(self, connection: sqlite3.Connection, conversation_id: int, now: float) -> None:
        changed = connection.execute(
            "UPDATE conversation SET updated_time = ? WHERE id = ?", (now, conversation_id)
        )
        if not changed.rowcount:
            msg = f"Conversation {conversation_id} does not exist any more."
            raise ConfigError(msg, hint="Begin one with new_conversation().")

    @contextmanager
    def _reading(self) -> Generator[sqlite3.Connection]:
        try:
            with self._lock:
                yield self._opened()
        except sqlite3.Error as error:
            msg = f"The conversations in {self.place!r} cannot be used: {error}."
            raise ConfigError(msg, hint="Check the file that `database` names.") from error

    @contextmanager
    def _changing(self) -> Generator[sqlite3.Connection]:
        with self._reading() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            if self.place != MEMORY:
                _make_own(Path(self.place))
            connection = sqlite3.connect(
                self.place, timeout=30, isolation_level=None, check_same_thread=False
            )
            connection.row_factory = sqlite3.Row
            try:
                self._prepare(connection)
            except BaseException:
                connection.close()
                raise
            self._connection = connection
        return self._connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("BEGIN IMMEDIATE")
        version = int(_one(connection, "PRAGMA user_version")["user_version"])
        tables = _first(connection, "SELECT name FROM sqlite_master LIMIT 1")
        if version == 0 and tables is None:
            for statement in _TABLES.split(";\n"):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {VERSION}")
        elif version != VERSION:
            connection.execute("ROLLBACK")
            msg = f"The file {self.place!r} holds tables of another program or version."
            raise ConfigError(msg, hint="Let `database` name a file of its own.")
        connection.execute("COMMIT")


def _make_own(path: Path) -> None:
    """Make the file and its folders, unless they are there."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        msg = f"The file {str(path)!r} cannot be opened: {error}."
        raise ConfigError(msg, hint="Check `database`, and the permissions.") from error


def _values(
    conversation_id: int, row: Row, origin: dict[str, str | None], now: float
) -> tuple[Any, ...]:
    return (
        conversation_id,
        row["role"],
        dumps(row["message"]).decode(),
        row["message_type"],
        dumps(row["message_metadata"]).decode(),
        origin["model"],
        origin["provider"],
        origin["preset"],
        now,
    )


def _first(connection: sqlite3.Connection, query: str, *values: Any) -> Row | None:
    row = connection.execute(query, values).fetchone()
    return None if row is None else dict(row)


def _one(connection: sqlite3.Connection, query: str, *values: Any) -> Row:
    row = _first(connection, query, *values)
    assert row is not None
    return row


def _decoded(row: Row) -> Row:
    for name in _JSON_COLUMNS:
        row[name] = loads(row[name])
    return row
