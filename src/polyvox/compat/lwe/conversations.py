"""
What users do with stored conversations, as flows that give results.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from polyvox.compat.lwe.memory import Conversation, Memory, found, rows_of
from polyvox.compat.lwe.results import Result
from polyvox_core.errors import ConfigError, PolyvoxError
from polyvox_core.flow import Flow

if TYPE_CHECKING:
    from polyvox.compat.lwe.store import Store

__all__ = ["deleted", "history", "renamed", "shown", "title_of"]


def _tried(
    memory: Memory,
    function: Callable[[Store, int], Any],
    message: str,
    user: int | str | None = None,
) -> Flow[Result]:
    try:
        response = yield from memory.working(function, user)
    except PolyvoxError as error:
        return Result(False, None, str(error), error=error)
    return Result(True, response, message)


def _missing() -> Result:
    error = ConfigError("No current conversation.", hint="Pass an id, or ask something first.")
    return Result(False, None, str(error), error=error)


def shown(memory: Memory, current: Conversation, number: int | None) -> Flow[Result]:
    """`{"conversation": row, "messages": [rows]}` of a conversation, or of the current one."""
    number = current.id if number is None else number
    if number is None:
        return _missing()
    chosen = number

    def work(store: Store, user: int) -> dict[str, Any]:
        return {
            "conversation": found(store, user, chosen),
            "messages": rows_of(store, user, chosen),
        }

    return (yield from _tried(memory, work, "Retrieved conversation"))


def history(memory: Memory, limit: int, offset: int, user_id: int | str | None) -> Flow[Result]:
    """The conversations of a user, or of the current one, by id, the newest first."""

    def work(store: Store, user: int) -> dict[int, Any]:
        return {row["id"]: row for row in store.history(user, limit, offset)}

    return (yield from _tried(memory, work, "Retrieved history", user_id))


def renamed(memory: Memory, current: Conversation, title: str, number: int | None) -> Flow[Result]:
    """Another title for a conversation, or for the current one; the response is its row."""
    number = current.id if number is None else number
    if number is None:
        return _missing()
    chosen = number

    def work(store: Store, user: int) -> dict[str, Any]:
        found(store, user, chosen)
        store.rename(chosen, title)
        return found(store, user, chosen)

    result = yield from _tried(memory, work, f"Title set to: {title}")
    if result.success and chosen == current.id:
        current.title = title
    return result


def deleted(memory: Memory, current: Conversation, number: int | None) -> Flow[Result]:
    """Forget a conversation, or the current one; the response is its id."""
    number = current.id if number is None else number
    if number is None:
        return _missing()
    chosen = number

    def work(store: Store, user: int) -> int:
        found(store, user, chosen)
        store.delete(chosen)
        return chosen

    result = yield from _tried(memory, work, f"Deleted conversation {chosen}")
    if result.success and chosen == current.id:
        current.id = current.title = None
    return result


def title_of(memory: Memory, current: Conversation) -> Flow[str | None]:
    """Title of the current conversation; None without one."""
    number = current.id
    if current.title is None and number is not None and memory.user is not None:
        row = yield from memory.working(lambda store, user: store.conversation(number, user))
        current.title = row["title"] if row else None
    return current.title
