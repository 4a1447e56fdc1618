"""
The two failover pools: one line per method over the flows of this folder.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, NoReturn, Self, Unpack

from polyvox.backends.base import VERBS
from polyvox.backends.inputs import CallKeywords, ChatKeywords
from polyvox.extracting.verbs import AsyncExtracts, Extracts
from polyvox.failover import flows
from polyvox.failover.map_streams import AsyncMapResults, MapResults
from polyvox.failover.mapping import (
    AsyncInputs,
    Inputs,
    OnError,
    Plan,
    ProgressOfMap,
    check_options,
)
from polyvox.failover.members import (
    AsyncChats,
    Chats,
    Member,
    MemberStats,
    places_of,
    support_of,
)
from polyvox.failover.roster import FAILS_OVER, On, Roster, Strategy
from polyvox.failover.streams import AsyncFailoverStream, FailoverStream
from polyvox.tools.verbs import AsyncRuns, Runs
from polyvox.types import ChatInput, Embeddings, Reply
from polyvox_core.errors import UnsupportedError
from polyvox_core.run_sync import Runner

if TYPE_CHECKING:
    # A blocking pool does not load asyncio.
    from polyvox_core.run_async import AsyncRunner

__all__ = ["AsyncFailoverPool", "FailoverPool"]


class _Shared:
    """What both pools know."""

    _roster: Roster
    _strategy: str

    @property
    def clients(self) -> tuple[Any, ...]:
        """The clients of the members, in their order."""
        return tuple(place.member.client for place in self._roster.places)

    def _begin(self, roster: Roster, strategy: str) -> None:
        """Take the members in."""
        self._roster = roster
        self._strategy = strategy
        # Of clients a fact about the class, of a pool one about its members.
        vars(self)["schema_support"] = support_of(roster.places)

    def stats(self) -> dict[str, MemberStats]:
        """Calls, failures, present load and cool-down of each member, by its name."""
        return self._roster.stats()

    def _plan(
        self, model: str | None, system: str | None, options: Mapping[str, Any], **how: Any
    ) -> Plan:
        """How a run of `map` goes."""
        check_options(options)
        return Plan(
            ask=lambda given: flows.chat(self._roster, given, model, system, options),
            run=Plan.name_of(model, system, options),
            clock=self._roster.clock,
            **how,
        )

    if not TYPE_CHECKING:  # pragma: no branch - checkers shall know the members only

        def __getattr__(self, name: str) -> NoReturn:
            """Refuse the verbs that only clients have; called for unknown names only."""
            if name in VERBS:
                msg = f"A failover pool has no {name!r}."
                offered = ", ".join(verb for verb in (*VERBS, "map") if hasattr(type(self), verb))
                raise UnsupportedError(msg, hint=f"It offers: {offered}. Ask one of its clients.")
            msg = f"{type(self).__name__!r} object has no attribute {name!r}"
            raise AttributeError(msg)

    def __repr__(self) -> str:
        """Name the members; also of a pool whose making failed."""
        roster = self.__dict__.get("_roster")
        names = [place.name for place in roster.places] if roster else []
        return f"{type(self).__name__}({names!r}, strategy={self.__dict__.get('_strategy')!r})"


class FailoverPool(_Shared, Runs, Extracts):
    """
    Several clients as one: the next one answers when one fails.

    Args:
        members: Clients of any backends, or `Member(client, ...)` to rename models, to set a
            priority and more.
        strategy: Who is asked first: `round_robin` (whose turn lies back longest), `least_busy`,
            or `priority` (the lowest; equal ones in the order of the list).
        cooldown: Seconds that a member is left alone after a failure; longer if it says so
            itself by Retry-After, at most an hour.
        on: After which errors of a member the next one may try: classes of `polyvox.errors`, and
            HTTP statuses. By default `polyvox.failover.FAILS_OVER`.
        clock: Gives seconds, monotonic.

    Raises:
        ConfigError: An argument cannot work.

    Close it, or use it in a `with` block: that closes its clients too, except those of a
    `Member(..., owned=False)`. It may be used by many threads.
    """

    def __init__(
        self,
        members: Iterable[Chats | Member[Chats]],
        *,
        strategy: Strategy = "round_robin",
        cooldown: float = 30.0,
        on: On = FAILS_OVER,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        places = places_of(members, is_async=False)
        self._begin(Roster(places, strategy, cooldown, on, clock), strategy)
        self._runner = Runner.for_calls()

    def chat(
        self,
        chat: ChatInput,
        *,
        model: str | None = None,
        system: str | None = None,
        **options: Unpack[ChatKeywords],
    ) -> Reply:
        """
        One answer to a text or to messages, of the first member that does not fail.

        Args:
            chat: A text, a message, or a list of messages; dicts are sent as they are.
            model: Name of the model; members may rename it.
            system: A system message before the others.
            options: As those of a client. `timeout` bounds the call over all members; `retry`
                counts for a member only when there is nobody else to go to.

        Returns:
            The reply; `served_by` names the member.

        Raises:
            AllMembersFailed: Nobody answered; `failures` has what each failed with. A pool of one
                raises that one's error instead.
            PolyvoxError: An error that is not in `on`, of the member that was asked last.
        """
        return self._runner.run(flows.chat(self._roster, chat, model, system, options))

    def stream(
        self,
        chat: ChatInput,
        *,
        model: str | None = None,
        system: str | None = None,
        **options: Unpack[ChatKeywords],
    ) -> FailoverStream:
        """
        The same answer as it arrives; use it in a `with` block.

        The next member tries only until the first event was delivered.

        Raises:
            StreamError: What broke after the first event; `partial` has the rest.
            PolyvoxError: See `chat`.
        """
        source = flows.FailoverSource(self._roster, chat, model, system, options)
        return FailoverStream(self._runner, source)

    def embed(
        self, texts: str | Sequence[str], *, model: str, **options: Unpack[CallKeywords]
    ) -> Embeddings:
        """
        Vectors for texts, in their order; those of different models cannot be compared.

        Raises:
            UnsupportedError: A member has no `embed`.
            PolyvoxError: See `chat`.
        """
        return self._runner.run(flows.embed(self._roster, texts, model, options))

    def map(
        self,
        inputs: Inputs,
        *,
        model: str | None = None,
        system: str | None = None,
        concurrency: int = 8,
        on_error: OnError = "keep",
        progress: ProgressOfMap | None = None,
        resume: str | os.PathLike[str] | None = None,
        **options: Unpack[ChatKeywords],
    ) -> MapResults:
        """
        Replies to many inputs, in their order; use it in a `with` block, or read it to its end.

        Inputs are read as they are needed, at most four times *concurrency* ahead of the result
        that is awaited. Nothing is asked before the first result is.

        Args:
            inputs: Texts or chats, from anything that can be iterated over.
            model: As in `chat`.
            system: As in `chat`.
            concurrency: Calls at a time.
            on_error: `keep` gives a `MapResult` with its `error` for an input that fails; `raise`
                ends the run with that error, once it is its turn.
            progress: Called with a `MapProgress` after each input that is finished.
            resume: A file that keeps every reply as soon as it is there. The same call with the
                same file goes on where a killed run was; inputs that failed are asked again.
            options: As in `chat`, for each input.

        Raises:
            ConfigError: An argument cannot work.
            StateFileRefused: The file is damaged, in use, or of other inputs or options.
            PolyvoxError: What an input failed with, if `on_error` is `raise`.
        """
        how = {"concurrency": concurrency, "on_error": on_error}
        plan = self._plan(model, system, options, progress=progress, resume=resume, **how)
        return MapResults.of(self._runner, inputs, plan)

    def close(self) -> None:
        """Close the clients of the pool, except those that it does not own."""
        self._runner.run(flows.closed(self._roster))

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the clients of the pool."""
        self.close()


class AsyncFailoverPool(_Shared, AsyncRuns, AsyncExtracts):
    """Same as `FailoverPool`, for asyncio."""

    def __init__(
        self,
        members: Iterable[AsyncChats | Member[AsyncChats]],
        *,
        strategy: Strategy = "round_robin",
        cooldown: float = 30.0,
        on: On = FAILS_OVER,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        places = places_of(members, is_async=True)
        self._begin(Roster(places, strategy, cooldown, on, clock), strategy)
        from polyvox_core.run_async import AsyncRunner  # noqa: PLC0415 - see above

        self._runner: AsyncRunner = AsyncRunner.for_calls()

    async def chat(
        self,
        chat: ChatInput,
        *,
        model: str | None = None,
        system: str | None = None,
        **options: Unpack[ChatKeywords],
    ) -> Reply:
        """Same as `FailoverPool.chat`."""
        return await self._runner.run(flows.chat(self._roster, chat, model, system, options))

    def stream(
        self,
        chat: ChatInput,
        *,
        model: str | None = None,
        system: str | None = None,
        **options: Unpack[ChatKeywords],
    ) -> AsyncFailoverStream:
        """Same as `FailoverPool.stream`."""
        source = flows.FailoverSource(self._roster, chat, model, system, options)
        return AsyncFailoverStream(self._runner, source)

    async def embed(
        self, texts: str | Sequence[str], *, model: str, **options: Unpack[CallKeywords]
    ) -> Embeddings:
        """Same as `FailoverPool.embed`."""
        return await self._runner.run(flows.embed(self._roster, texts, model, options))

    def map(
        self,
        inputs: AsyncInputs,
        *,
        model: str | None = None,
        system: str | None = None,
        concurrency: int = 8,
        on_error: OnError = "keep",
        progress: ProgressOfMap | None = None,
        resume: str | os.PathLike[str] | None = None,
        **options: Unpack[ChatKeywords],
    ) -> AsyncMapResults:
        """Same as `FailoverPool.map`; async iterables are inputs as well. Nothing to await."""
        how = {"concurrency": concurrency, "on_error": on_error}
        plan = self._plan(model, system, options, progress=progress, resume=resume, **how)
        return AsyncMapResults.of(self._runner, inputs, plan)

    async def aclose(self) -> None:
        """Same as `FailoverPool.close`."""
        await self._runner.run(flows.closed(self._roster))

    async def __aenter__(self) -> Self:
        """Return itself."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the clients of the pool."""
        await self.aclose()
