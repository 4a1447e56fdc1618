"""
What tokens cost by the caller's table, and the sums of what was used.
"""

from __future__ import annotations

import threading
from decimal import Decimal
from typing import Any

import pytest
from config_files import refusal

from polyvox.metering import Meter
from polyvox.prices import Prices, prices_from
from polyvox.totals import Totals
from polyvox.types import CallDone, Embeddings, Message, Reply, Usage
from polyvox_core.errors import StreamTruncated


def reply(usage: Usage | None, model: str | None = "m-long") -> Reply:
    """A reply that used so much."""
    return Reply("Hi", Message("assistant", "Hi"), usage=usage, model=model)


@pytest.mark.parametrize(
    ("amounts", "usage", "cost"),
    [
        ((2, 10), Usage(1_000_000, 1_000_000), "12"),
        ((2.5, 10), Usage(3, 7), "0.0000775"),
        (("0.15", Decimal("0.60")), Usage(1, 1, 2), "0.00000075"),
        ([0.1, 0.2], Usage(3, 0), "0.0000003"),
        ((2, 10), Usage(100, 10, cached_tokens=80), "0.0003"),
        ((2, 10, 0.5), Usage(100, 10, cached_tokens=80), "0.00018"),
        ((2, 10), Usage(100, 10, reasoning_tokens=5), "0.0003"),
        ((2, 10), Usage(100), "0.0002"),
        ((0, 0), Usage(100, 10), "0"),
    ],
)
def test_costs(amounts: Any, usage: Usage, cost: str) -> None:
    """Exact sums for a million tokens each way; cached ones may cost less, reasoning is answer."""
    found = Prices({"m": amounts}).cost(reply(usage, "m"))

    assert Decimal(cost) == found


def test_what_has_no_cost() -> None:
    """Without a price or without tokens there is none; the asked name may be given."""
    prices = Prices({"m": (1, 1)})
    used = Usage(1_000_000)

    assert None is prices.cost(reply(used))
    assert None is prices.cost(reply(used, None))
    assert None is prices.cost(reply(None, "m"))
    assert None is prices.cost(reply(Usage(), "m"))
    assert 1 == prices.cost(reply(used), "m")
    assert 1 == prices.cost(Embeddings([[1.0]], "m", used))


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ([("m", 1)], "A list is no table of prices"),
        ({"m": (1,)}, "The model 'm' has 1 prices"),
        ({"m": (1, 2, 3, 4)}, "has 4 prices"),
        ({"m": "1"}, "has 1 prices"),
        ({"m": (1, -1)}, "The price -1 of the model 'm' is no amount"),
        ({"m": ("cheap", 1)}, "The price 'cheap'"),
        ({"m": (float("nan"), 1)}, "is no amount"),
        ({"m": (float("inf"), 1)}, "is no amount"),
        ({"m": (True, 1)}, "The price True"),
        ({"m": (None, 1)}, "The price None"),
    ],
)
def test_prices_that_are_none(table: Any, words: str) -> None:
    """A slip in the table is refused at once."""
    assert words in refusal(Prices, table)


def test_tables() -> None:
    """A table is made once; its models can be listed and it can be compared."""
    prices = Prices({"a": (1, 2), "b": (1, 2, 1)})

    assert prices is prices_from(prices)
    assert Prices({"a": ("1", 2.0), "b": (1, 2)}) == prices
    assert hash(Prices({"a": ("1", 2.0), "b": (1, 2)})) == hash(prices)
    assert Prices({"a": (1, 2)}) != prices
    assert ["a", "b"] == [*prices]
    assert "Prices(a, b)" == repr(prices)


def done(value: Any, model: str | None = "m", error: Any = None) -> CallDone:
    """The end of a call."""
    return CallDone(1, "toy", "chat", "chat()", model, "toy.test", 0.1, 1, error, value)


def test_sums() -> None:
    """Calls and tokens add up, in all and by the model that was asked for."""
    meter = Meter(Prices({"m": (1, 2), "answered": (10, 0)}))
    meter.take(done(reply(Usage(1, 2, 3, 4, 5))))
    meter.take(done(reply(Usage(10, 20))))
    meter.take(done(Embeddings([[1.0]], "answered", Usage(7)), "alias"))
    meter.take(done(reply(Usage(5, 5, 11), "free"), None))
    meter.take(done(reply(None, None), None))
    totals = meter.totals

    assert (5, 23, 27, 3 + 30 + 7 + 11) == (
        totals.calls,
        totals.prompt_tokens,
        totals.completion_tokens,
        totals.total_tokens,
    )
    assert (4, 5, 1, 2) == (
        totals.cached_tokens,
        totals.reasoning_tokens,
        totals.unmeasured,
        totals.unpriced,
    )
    assert Decimal("0.000055") + Decimal("0.00007") == totals.cost
    assert ["m", "alias", "free", ""] == [*totals.by_model]
    assert 2 == totals.by_model["m"].calls
    assert Totals(1, 5, 5, 11, unpriced=1) == totals.by_model["free"]
    assert Totals(1, unmeasured=1, unpriced=1) == totals.by_model[""]


def test_what_is_no_model_call() -> None:
    """Listings and failures count for nothing; a broken stream counts what it had told."""
    meter = Meter()
    broken = StreamTruncated("Broke.")
    for value, error in (
        ({"models": []}, None),
        (None, broken),
        (reply(None), broken),
        (reply(Usage(1, 2)), broken),
    ):
        meter.take(done(value, error=error))

    assert (1, 3, None) == (meter.totals.calls, meter.totals.total_tokens, meter.totals.cost)


def test_snapshots_do_not_change() -> None:
    """What was asked for stays as it was."""
    meter = Meter()
    before = meter.totals
    meter.take(done(reply(Usage(1, 2))))

    assert (0, {}) == (before.calls, before.by_model)


def test_threads() -> None:
    """No call is lost when many end at once."""
    meter = Meter(Prices({"m": (1, 1)}))

    def work() -> None:
        """End many calls."""
        for _ in range(500):
            meter.take(done(reply(Usage(1, 1))))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (4000, 8000, Decimal("0.008")) == (
        meter.totals.calls,
        meter.totals.total_tokens,
        meter.totals.cost,
    )
