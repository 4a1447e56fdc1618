"""
Sums of what a client has used: calls, tokens and costs, in all and by model.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    from decimal import Decimal

__all__ = ["Totals", "UsageTotals"]


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


@frozen
class UsageTotals(Totals):
    """
    Sums over all calls of a client, as they stood when they were asked for.

    Attributes:
        by_model: The same for each model, by the name that was asked for.
    """

    by_model: Mapping[str, Totals] = field(factory=dict[str, Totals])
