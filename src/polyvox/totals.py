"""
Sums of what a client has used: calls, tokens and costs, in all and by model.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import Attribute, asdict, field, frozen

from polyvox.types import Usage

if TYPE_CHECKING:
    from decimal import Decimal

__all__ = ["Totals", "UsageTotals", "summed"]

_NOTHING = Usage()


@frozen
class Totals:
    """
    Sums over calls.

    Attributes:
        calls: Model calls that answered, in full or in part.
        prompt_tokens: In the requests.
        completion_tokens: In the answers.
        total_tokens: Both.
        cached_tokens: Of the requests, read from the prompt cache.
        reasoning_tokens: Of the answers, spent on reasoning.
        unmeasured: Calls whose tokens the backend did not tell; they are missing in the sums.
        cost: Of the calls that have a price; None when none has.
        unpriced: Calls that are not in the cost.
    """

    calls: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    total_tokens: int = 0
    cached_tokens: int = 0
    reasoning_tokens: int = 0
    unmeasured: int = 0
    cost: Decimal | None = None
    unpriced: int = 0

    def plus(self, usage: Usage | None, cost: Decimal | None) -> Totals:
        """The sums with one more call."""
        told = usage or _NOTHING
        prompt, completion = told.prompt_tokens or 0, told.completion_tokens or 0
        return Totals(
            calls=self.calls + 1,
            prompt_tokens=self.prompt_tokens + prompt,
            completion_tokens=self.completion_tokens + completion,
            total_tokens=self.total_tokens + (told.total_tokens or prompt + completion),
            cached_tokens=self.cached_tokens + (told.cached_tokens or 0),
            reasoning_tokens=self.reasoning_tokens + (told.reasoning_tokens or 0),
            unmeasured=self.unmeasured + (usage is None),
            cost=self.cost if cost is None else (self.cost or 0) + cost,
            unpriced=self.unpriced + (cost is None),
        )


@frozen
class UsageTotals(Totals):
    """
    Sums over all calls of a client, as they stood when they were asked for.

    Attributes:
        by_model: The same for each model, by the name that was asked for.
    """

    by_model: Mapping[str, Totals] = field(factory=dict[str, Totals])


def summed(models: Mapping[str, Totals]) -> UsageTotals:
    """The sums over all *models*."""
    priced = [one.cost for one in models.values() if one.cost is not None]
    counts: dict[str, int] = {}
    for one in models.values():
        for name, count in asdict(one, filter=_is_count).items():
            counts[name] = counts.get(name, 0) + count
    cost = sum(priced[1:], priced[0]) if priced else None
    return UsageTotals(**counts, cost=cost, by_model=models)


def _is_count(attribute: Attribute[object], value: object) -> bool:  # noqa: ARG001 - attrs' filter
    return attribute.name != "cost"
