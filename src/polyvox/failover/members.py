"""
What a failover pool is made of: clients of any backends, what each is called and what it renames.
"""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any, Generic, Protocol, TypeVar

from attrs import field, frozen

from polyvox.backends.chat_stream import AsyncChatStream, ChatStream
from polyvox.extracting.support import RESPONSE_FORMAT, SchemaSupport
from polyvox.types import Reply
from polyvox_core.errors import ConfigError, PolyvoxError

__all__ = ["AsyncChats", "Chats", "Member", "MemberStats", "Place", "places_of", "support_of"]


class Chats(Protocol):
    """A blocking client that chats: of any backend, or a pool."""

    @property
    def chat(self) -> Callable[..., Reply]:
        """The verb."""
        ...

    @property
    def stream(self) -> Callable[..., ChatStream[Any]]:
        """The verb."""
        ...

    def close(self) -> None:
        """Close it."""
        ...


class AsyncChats(Protocol):
    """Same as `Chats`, for asyncio."""

    @property
    def chat(self) -> Callable[..., Awaitable[Reply]]:
        """The verb."""
        ...

    @property
    def stream(self) -> Callable[..., AsyncChatStream[Any]]:
        """The verb."""
        ...

    async def aclose(self) -> None:
        """Close it."""
        ...


ClientT_co = TypeVar("ClientT_co", bound=Chats | AsyncChats, covariant=True)


@frozen
class Member(Generic[ClientT_co]):
    """
    One client of a pool, and how it differs from the others.

    Attributes:
        client: A client of any backend, or another pool.
        model: The model that it answers every chat with, whatever model the call names.
        models: Its own names of models, by the names that calls use; they come before `model`.
        priority: Of the strategy `priority`: lower ones are asked first.
        name: How replies, errors and `stats()` call it; by default its backend.
        options: Options of every call that it serves; those of the call come before them, except
            that the shorter `timeout` counts.
        owned: Whether closing the pool closes the client.
    """

    client: ClientT_co
    model: str | None = None
    models: Mapping[str, str] = field(factory=dict[str, str])
    priority: int = 0
    name: str | None = None
    options: Mapping[str, Any] = field(factory=dict[str, Any], repr=False)
    owned: bool = True


@frozen
class MemberStats:
    """
    What a pool knows about one member.

    Attributes:
        calls: Calls that it was given, those that failed included.
        failures: Calls that made it cool down.
        busy: Calls that it works on now; a stream counts until it is closed.
        cooling_until: When it is asked again, by the pool's clock; None when it is not cooling.
        last_error: What it failed with the last time.
    """

    calls: int
    failures: int
    busy: int
    cooling_until: float | None = None
    last_error: PolyvoxError | None = None


class Place:
    """
    A member with its name in the pool, and what its verbs take.

    Args:
        member: The member.
        name: Unlike all other names in the pool.
    """

    __slots__ = ("_is_pool", "member", "models", "name")

    def __init__(self, member: Member[Any], name: str) -> None:
        self.member = member
        self.name = name
        self.models: dict[str, bool] = {}
        self._is_pool = hasattr(member.client, "clients")
        for verb in ("chat", "stream", "embed"):
            function = getattr(member.client, verb, None)
            if function is not None:
                taken = inspect.signature(function).parameters.get("model")
                if taken is not None:
                    self.models[verb] = taken.default is inspect.Parameter.empty

    def path(self, served_by: str | None) -> str:
        """Who serves, when the client says that *served_by* does: pools have members themselves."""
        return f"{self.name}/{served_by}" if self._is_pool and served_by else self.name

    def named(self, verb: str, model: str | None) -> dict[str, str]:
        """
        The argument `model` of *verb*, for a call that names *model*.

        Raises:
            ConfigError: The client wants a model, and nobody names one.
        """
        own = self.member.model if verb != "embed" else None
        found = self.member.models.get(model or "") or own or model
        if found and verb in self.models:
            return {"model": found}
        if self.models.get(verb):
            msg = f"The call names no model, and the member {self.name!r} has none of its own."
            raise ConfigError(msg, hint="Pass model= to the call, or Member(client, model=...).")
        return {}


def places_of(members: Iterable[Any], *, is_async: bool) -> tuple[Place, ...]:
    """
    The *members* with their names.

    Raises:
        ConfigError: There is none, one cannot chat in this kind of pool, or two have one name.
    """
    every: list[Any] = [one if isinstance(one, Member) else Member(one) for one in members]
    if not every:
        msg = "A pool needs a member, and got none."
        raise ConfigError(msg, hint="Pass clients: FailoverPool([client, other]).")
    places: dict[str, Place] = {}
    for member in every:
        _check(member.client, is_async)
        name = member.name or _free_name(member.client, places)
        if name in places:
            msg = f"Two members of the pool are called {name!r}."
            raise ConfigError(msg, hint="Give each a name= of its own.")
        places[name] = Place(member, name)
    return tuple(places.values())


def support_of(places: Iterable[Place]) -> SchemaSupport | None:
    """How all the members take a JSON Schema; None when one of them cannot."""
    found: set[SchemaSupport | None] = {
        getattr(place.member.client, "schema_support", None) for place in places
    }
    known = {one for one in found if one is not None}
    if len(known) == len(found) == 1:
        return known.pop()
    # Every backend that takes schemas also takes them in OpenAI's form.
    told = any(one.told for one in known)
    return RESPONSE_FORMAT._replace(told=told) if len(known) == len(found) else None


def _check(client: Any, is_async: bool) -> None:
    kind = "an Async client" if is_async else "a blocking client"
    hint = "FailoverPool takes blocking clients, AsyncFailoverPool those for asyncio."
    chat = getattr(client, "chat", None)
    if not callable(chat) or not callable(getattr(client, "stream", None)):
        msg = f"A {type(client).__name__} is no client that chats and streams."
        raise ConfigError(msg, hint="Pass clients such as polyvox.Dial(...), or Member(client).")
    if inspect.iscoroutinefunction(chat) != is_async:
        msg = f"The pool wants {kind}, and {type(client).__name__} is none."
        raise ConfigError(msg, hint=hint)


def _free_name(client: Any, taken: Mapping[str, Place]) -> str:
    """The backend's name, with a number when it is taken."""
    name = str(getattr(client, "backend", type(client).__name__))
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free
