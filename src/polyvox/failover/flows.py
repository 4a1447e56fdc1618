"""
What a failover pool does, as flows over the public verbs of its members; see `polyvox_core.flow`.

A member that fails lets the next one try, but only before anything was delivered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, cast

from polyvox.backends.inputs import messages_of
from polyvox.backends.relaying import beginning, closing, following
from polyvox.failover.errand import Errand, served
from polyvox.failover.roster import Roster, Turn
from polyvox.types import ChatInput, Done, Embeddings, Event, Message, Reply
from polyvox_core.errors import PolyvoxError, UnsupportedError
from polyvox_core.flow import Ask, Flow
from polyvox_core.message import Headers

__all__ = ["FailoverSource", "chat", "closed", "embed"]


def _repeatable(given: ChatInput) -> ChatInput:
    """The same chat, in a form that several members can read."""
    return given if isinstance(given, str) else messages_of(given, None)


def chat(
    roster: Roster,
    given: ChatInput,
    model: str | None,
    system: str | None,
    options: Mapping[str, Any],
) -> Flow[Reply]:
    """One chat, answered as a whole."""
    _check_tools(roster, options)
    errand, given = Errand(roster, "chat", model, options), _repeatable(given)
    return cast("Reply", (yield from _answered(errand, given, {"system": system})))


def _check_tools(roster: Roster, options: Mapping[str, Any]) -> None:
    """
    See that whoever may be asked takes tools, if the call has some.

    Raises:
        UnsupportedError: A member's backend has none.
    """
    for place in roster.places if options.get("tools") else ():
        try:
            _ = place.member.client.run
        except UnsupportedError:
            msg = f"The member {place.name!r} of the pool takes no tools."
            raise UnsupportedError(
                msg, hint="Make a pool of clients that all have 'run'."
            ) from None
        except AttributeError:
            continue  # Somebody's own client, which may take them all the same.


def embed(
    roster: Roster, texts: str | Sequence[str], model: str, options: Mapping[str, Any]
) -> Flow[Embeddings]:
    """Vectors for texts."""
    for place in roster.places:
        if not hasattr(place.member.client, "embed"):
            msg = f"The member {place.name!r} of the pool has no 'embed'."
            raise UnsupportedError(msg, hint="Make a pool of clients that all have it.")
    errand = Errand(roster, "embed", model, options)
    texts = texts if isinstance(texts, str) else [*texts]
    return cast("Embeddings", (yield from _answered(errand, texts, {})))


def _answered(errand: Errand, given: Any, more: Mapping[str, Any]) -> Flow[Any]:
    """What the first member that does not fail answers."""
    while True:
        turn = errand.next()
        try:
            verb = getattr(turn.place.member.client, errand.verb)
            answer = yield Ask(partial(verb, given, **more, **errand.arguments(turn)))
        except PolyvoxError as error:
            errand.lost(turn, error)
        else:
            turn.won()
            return served(answer, turn.place)
        finally:
            turn.release()


class FailoverSource:
    """
    The events of one streamed chat, of the first member that delivers one.

    Args:
        roster: The members.
        given: The chat.
        model: The model that the call names.
        system: A system message before the others.
        options: Options of the call.
    """

    def __init__(
        self,
        roster: Roster,
        given: ChatInput,
        model: str | None,
        system: str | None,
        options: Mapping[str, Any],
    ) -> None:
        self._roster = roster
        self._given = _repeatable(given)
        self._model = model
        self._system = system
        self._options = options
        self._stream: Any = None
        self._turn: Turn | None = None
        self._ready: list[Event] = []
        self._interrupted = False
        self.final: Reply | None = None

    @property
    def headers(self) -> Headers:
        """Headers of the answer; empty before it is open."""
        return self._stream.headers if self._stream is not None else {}

    def partial(self) -> Reply:
        """The reply as far as it has arrived."""
        if self._turn is None:
            return Reply("", Message("assistant", ""))
        partial: Reply = self._stream.partial
        return served(partial, self._turn.place)

    @property
    def served_by(self) -> str | None:
        """Name of the member that answers; None before the stream is open."""
        if self._turn is None:
            return None
        return self._turn.place.path(getattr(self._stream, "served_by", None))

    def open(self) -> Flow[None]:
        """Ask one member after the other until one delivers its first event."""
        _check_tools(self._roster, self._options)
        errand = Errand(self._roster, "stream", self._model, self._options)
        while self._turn is None:
            turn = errand.next()
            try:
                self._stream = turn.place.member.client.stream(
                    self._given, system=self._system, **errand.arguments(turn)
                )
                self._ready = yield from beginning(self._stream)
            except PolyvoxError as error:
                turn.release()
                if self._interrupted:
                    raise
                errand.lost(turn, error)
            except BaseException:
                turn.release()
                raise
            else:
                self._turn = turn
                turn.won()

    def pull(self) -> Flow[list[Event]]:
        """The next event; `Done` is the last."""
        if self.final is not None:
            return []
        events, self._ready = self._ready, []
        try:
            events = events or (yield from following(self._stream))
        except PolyvoxError as error:
            raise self._broken(error)  # noqa: B904 - the same error, with more facts
        if events and isinstance(events[-1], Done):
            assert self._turn is not None
            self.final = served(events[-1].reply, self._turn.place)
            events[-1] = Done(self.final)
            yield from self.close()
        return events

    def _broken(self, error: PolyvoxError) -> PolyvoxError:
        """The *error* that came after the first event; nobody else tries."""
        assert self._turn is not None
        place = self._turn.place
        if self._roster.fails_over(error) and not self._interrupted:
            self._turn.lost(error)
        if isinstance(error.partial, Reply):
            error.with_(partial=served(error.partial, place))
        return error.with_(served_by=place.path(error.served_by))

    def interrupt(self) -> None:
        """Make a thread fail at once that waits for the next event; nobody else is asked."""
        self._interrupted = True
        interrupt = getattr(self._stream, "interrupt", None)
        if interrupt is not None:
            interrupt()

    def close(self) -> Flow[None]:
        """Free the connection, and the member."""
        if self._turn is not None:
            self._turn.release()
            yield from closing(self._stream)


def closed(roster: Roster) -> Flow[None]:
    """Close the clients that the pool owns, each once, even if one of them fails."""
    failed: Exception | None = None
    done: list[Any] = []
    for place in roster.places:
        client = place.member.client
        if place.member.owned and client not in done:
            done.append(client)
            try:
                yield Ask(getattr(client, "aclose", None) or client.close)
            except Exception as error:  # noqa: BLE001 - raised below, after the others
                failed = failed or error
    if failed is not None:
        raise failed
