"""
One call on its way from member to member: what each is lent, and when the call has failed.

No I/O; the flows of `polyvox.failover.flows` ask the members.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import evolve

from polyvox.failover.members import Place
from polyvox.failover.roster import Roster, Turn
from polyvox.types import Embeddings, Reply
from polyvox_core.errors import AllMembersFailed, DeadlineExceeded, PolyvoxError
from polyvox_core.model import UNSET, Unset
from polyvox_core.timeouts import Timeouts, timeouts_from

__all__ = ["Errand", "served"]

AnswerT = TypeVar("AnswerT", Reply, Embeddings)

_MERGED = ("extra_headers", "extra_query", "extra_body")
_SHOWN = 200


def served(answer: AnswerT, place: Place) -> AnswerT:
    """The *answer* of the member at *place*, which says so."""
    return evolve(answer, served_by=place.path(answer.served_by))


class Errand:
    """
    One call on its way.

    Args:
        roster: The members.
        verb: What they are asked for.
        model: The model that the call names.
        options: Options of the call.

    Raises:
        ConfigError: `timeout` is no time limit.
    """

    def __init__(
        self, roster: Roster, verb: str, model: str | None, options: Mapping[str, Any]
    ) -> None:
        self.roster = roster
        self.verb = verb
        self._model = model
        self._options = options
        self._timeout: Timeouts | float | Unset | None = options.get("timeout", UNSET)
        self._total = _total_of(self._timeout)
        self._deadline = None if self._total is None else roster.clock() + self._total
        self._tried: list[Place] = []
        self._failures: dict[str, PolyvoxError] = {}

    def next(self) -> Turn:
        """
        The turn of the next member.

        Raises:
            DeadlineExceeded: The time of the call is used up.
            AllMembersFailed: Nobody is left to ask.
        """
        if self._failures and self._left() == 0:
            raise self._expired() from self._last()
        turn = self.roster.take(self._tried)
        if turn is None:
            raise self._failed() from self._last()
        return turn

    def arguments(self, turn: Turn) -> dict[str, Any]:
        """The arguments of the member's verb, besides what is asked."""
        own = turn.place.member.options
        made = {**own, **self._options}
        for name in _MERGED:
            if name in own and name in self._options:
                made[name] = {**own[name], **self._options[name]}
        if not turn.alone:
            # Somebody else can try at once, and tries that multiply help nobody.
            made["retry"] = own.get("retry", False)
        if "timeout" in made:
            made["timeout"] = self._lent(own.get("timeout", UNSET))
        return {**made, **turn.place.named(self.verb, self._model)}

    def lost(self, turn: Turn, error: PolyvoxError) -> None:
        """
        Take note that *turn* ended with *error*; the next member may try.

        Raises:
            PolyvoxError: The same error, when it is not for the next member to try.
            DeadlineExceeded: The time of the call is used up.
        """
        first = not self._tried
        error.with_(served_by=turn.place.path(error.served_by))
        if not self.roster.fails_over(error):
            if self._failures:
                error.add_note(f"Before it, other members had failed. {_told(self._failures)}")
            raise error
        late = isinstance(error, DeadlineExceeded) and self._left() == 0
        if first or not late:
            # Who was lent but the rest of the time is not to blame for having used it up.
            turn.lost(error)
        self._tried.append(turn.place)
        self._failures[turn.place.name] = error
        if late:
            raise self._expired() from error
        if len(self.roster.places) == 1:
            raise error

    def _left(self) -> float | None:
        """Seconds left of the call; None without a limit."""
        if self._deadline is None:
            return None
        return max(0.0, self._deadline - self.roster.clock())

    def _lent(self, own: Timeouts | float | Unset | None) -> Timeouts | float | None:
        """The time limits of a member that has its *own*: never more than what is left."""
        totals = [one for one in (self._left(), _total_of(own)) if one is not None]
        total = min(totals) if totals else None
        for form in (self._timeout, own):
            if isinstance(form, Timeouts):
                return evolve(form, total=total)
        return total

    def _last(self) -> PolyvoxError:
        return [*self._failures.values()][-1]

    def _expired(self) -> DeadlineExceeded:
        msg = f"The call did not finish within its total time of {self._total:g} s."
        hint = "Pass a larger timeout=, or Member(..., options={'timeout': ...}) for each member."
        error = DeadlineExceeded(f"{msg} {_told(self._failures)}", hint=hint)
        return error.with_(request_id=self._last().request_id)

    def _failed(self) -> AllMembersFailed:
        resting = self.roster.resting()
        skipped = {
            name: error
            for name, (_, error) in resting.items()
            if error is not None and name not in self._failures
        }
        waits = [wait for wait, _ in resting.values()]
        # Without a cool-down, the next call may ask everyone again.
        wait = min(waits) if len(waits) == len(self.roster.places) else 0.0
        msg = f"No member of the pool answered. {_told(self._failures)}"
        if skipped:
            msg += f" Not asked, cooling down: {_told(skipped)}"
        return AllMembersFailed(
            msg,
            hint=f"Try again in {wait:.0f} s, or look at stats().",
            request_id=self._last().request_id,
            retry_after=wait,
            failures={**self._failures, **skipped},
        )


def _total_of(timeout: Timeouts | float | Unset | None) -> float | None:
    """The total in a *timeout* as callers pass it."""
    if timeout is None or isinstance(timeout, Unset):
        return None
    return timeouts_from(timeout, Timeouts()).total


def _told(failures: Mapping[str, PolyvoxError]) -> str:
    """The *failures* in one line."""
    return "; ".join(_shown(name, error) for name, error in failures.items()) + "."


def _shown(name: str, error: PolyvoxError) -> str:
    text = error.message if len(error.message) <= _SHOWN else f"{error.message[:_SHOWN]} ..."
    request = f" (request {error.request_id})" if error.request_id else ""
    return f"{name}: {type(error).__name__}: {text.rstrip('.')}{request}"
