"""
Running totals: a client's meter hears the end of every call, streams included.

Clients made by `with_` share it. What it needs is loaded with the first answer, since a client's
start-up counts.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from polyvox.types import Embeddings, Reply
from polyvox_core.observing import CallDone

if TYPE_CHECKING:
    from decimal import Decimal

    from polyvox.prices import Prices, PriceTable
    from polyvox.totals import Totals, UsageTotals

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
        self._models: dict[str, Totals] = {}
        self._lock = threading.Lock()

    def take(self, event: CallDone) -> None:
        """Count a call that has ended, if it was a model call that answered."""
        answer = event.value
        if not isinstance(answer, (Reply, Embeddings)):
            return
        if event.error is not None and answer.usage is None:
            return
        from polyvox.totals import Totals  # noqa: PLC0415 - see above

        cost = self._cost(answer, event.model)
        name = event.model or answer.model or ""
        with self._lock:
            self._models[name] = (self._models.get(name) or Totals()).plus(answer.usage, cost)

    def _cost(self, answer: Reply | Embeddings, asked: str | None) -> Decimal | None:
        """By the name that was asked for, else by the one that the backend gives."""
        if self._prices is None:
            return None
        cost = None if asked is None else self._prices.cost(answer, asked)
        return self._prices.cost(answer) if cost is None else cost

    @property
    def totals(self) -> UsageTotals:
        """The sums at this moment."""
        from polyvox.totals import summed  # noqa: PLC0415 - see above

        with self._lock:
            return summed(dict(self._models))
