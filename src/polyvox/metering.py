"""
Running totals: a client's meter hears the end of every call, streams included.

Clients made by `with_` share it. It keeps plain sums: classes for them are loaded when somebody
asks, since a client's start-up counts.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from polyvox.types import Embeddings, Reply, Usage
from polyvox_core.observing import CallDone

if TYPE_CHECKING:
    from decimal import Decimal

    from polyvox.prices import Prices, PriceTable
    from polyvox.totals import UsageTotals

__all__ = ["Meter"]


class Meter:
    """
    Counts; safe for threads.

    Args:
        prices: What tokens cost, as a caller passed it; None if nobody knows.

    Raises:
        ConfigError: The prices cannot be read.
    """

    def __init__(self, prices: Prices | PriceTable | None = None) -> None:
        self._prices: Prices | None = None
        if prices is not None:
            from polyvox.prices import prices_from  # noqa: PLC0415 - decimals take a millisecond

            self._prices = prices_from(prices)
        self._whole: dict[str, Any] = {}
        self._models: dict[str, dict[str, Any]] = {}
        self._lock = threading.Lock()

    def take(self, event: CallDone) -> None:
        """Count a call that has ended, if it was a model call that answered."""
        answer = event.value
        if not isinstance(answer, (Reply, Embeddings)):
            return
        if event.error is not None and answer.usage is None:
            return
        cost = self._cost(answer, event.model)
        used = {**_tokens(answer.usage), "calls": 1, "cost": cost, "unpriced": int(cost is None)}
        name = event.model or answer.model or ""
        with self._lock:
            _add(self._whole, used)
            _add(self._models.setdefault(name, {}), used)

    def _cost(self, answer: Reply | Embeddings, asked: str | None) -> Decimal | None:
        """By the name that was asked for, else by the one that the backend gives."""
        if self._prices is None:
            return None
        cost = None if asked is None else self._prices.cost(answer, asked)
        return self._prices.cost(answer) if cost is None else cost

    @property
    def totals(self) -> UsageTotals:
        """The sums at this moment."""
        from polyvox.totals import Totals, UsageTotals  # noqa: PLC0415 - for those who ask

        with self._lock:
            models = {name: Totals(**sums) for name, sums in self._models.items()}
            return UsageTotals(**self._whole, by_model=models)


def _tokens(usage: Usage | None) -> dict[str, int]:
    """What a call used, by the names of `Totals`; a total that nobody told is added up."""
    if usage is None:
        return {"unmeasured": 1}
    tokens = {
        "prompt_tokens": usage.prompt_tokens or 0,
        "completion_tokens": usage.completion_tokens or 0,
        "cached_tokens": usage.cached_tokens or 0,
        "reasoning_tokens": usage.reasoning_tokens or 0,
    }
    both = tokens["prompt_tokens"] + tokens["completion_tokens"]
    return {**tokens, "total_tokens": usage.total_tokens or both}


def _add(sums: dict[str, Any], used: dict[str, Any]) -> None:
    """Add *used* to *sums*; what is None counts for nothing, and is no zero."""
    for name, number in used.items():
        if number is not None:
            sums[name] = sums.get(name, 0) + number
