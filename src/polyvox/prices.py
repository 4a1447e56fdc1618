"""
What tokens cost, by a table that the caller gives: nothing is fetched, and nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, Protocol, TypeAlias

from polyvox_core.errors import ConfigError

__all__ = ["Amount", "PriceTable", "Prices", "prices_from"]

Amount: TypeAlias = int | float | str | Decimal
PriceTable: TypeAlias = Mapping[str, Sequence[Amount]]

_MILLION = 1_000_000


class _Measured(Protocol):
    """What has used tokens: a reply, or embeddings."""

    @property
    def usage(self) -> Any: ...

    @property
    def model(self) -> str | None: ...


class Prices:
    """
    Prices of models, in a currency of your own, for a million tokens.

    Args:
        table: For each model what a million tokens cost in the request and in the answer, and, if
            it differs, what a million tokens cost that came from the prompt cache.

    Raises:
        ConfigError: A price is no amount from zero, or a model has not two or three.

    Floats count as they are written: 0.15 is 0.15.
    """

    def __init__(self, table: PriceTable) -> None:
        if not isinstance(table, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance]  # users pass lists
            msg = f"A {type(table).__name__} is no table of prices."
            raise ConfigError(msg, hint='Pass one such as {"gpt-4o": (2.50, 10)}.')
        self._prices = {model: _prices(model, amounts) for model, amounts in table.items()}

    def __iter__(self) -> Iterator[str]:
        """Go through the models."""
        return iter(self._prices)

    def __eq__(self, other: object) -> bool:
        """Equal when all prices are."""
        return isinstance(other, Prices) and other._prices == self._prices

    def __hash__(self) -> int:
        """Hash of the models."""
        return hash(frozenset(self._prices))

    def __repr__(self) -> str:
        """Name the models."""
        return f"Prices({', '.join(self._prices)})"

    def cost(self, reply: _Measured, model: str | None = None) -> Decimal | None:
        """
        What *reply* cost; None when the model has no price, or nobody told the tokens.

        Args:
            reply: A reply, or embeddings.
            model: Whose price counts; by default the one that answered, in the backend's words,
                which may be longer than the name that was asked for.
        """
        price = self._prices.get(reply.model or "" if model is None else model)
        usage = reply.usage
        if price is None or usage is None or usage.prompt_tokens is None:
            return None
        cached = usage.cached_tokens or 0
        parts = (usage.prompt_tokens - cached, usage.completion_tokens or 0, cached)
        return (
            sum((one * part for one, part in zip(price, parts, strict=True)), Decimal()) / _MILLION
        )


def _prices(model: str, amounts: Sequence[Amount]) -> tuple[Decimal, Decimal, Decimal]:
    """For the request, for the answer, and for what the cache held."""
    parts = [amounts] if isinstance(amounts, str) else [*amounts]
    if len(parts) not in {2, 3}:
        msg = f"The model {model!r} has {len(parts)} prices."
        hint = "Give two, for the request and the answer, and a third for cached tokens if need be."
        raise ConfigError(msg, hint=hint)
    request, answer, *cached = [_amount(model, part) for part in parts]
    return request, answer, cached[0] if cached else request


def _amount(model: str, amount: Any) -> Decimal:
    try:
        found = Decimal(str(amount))
    except InvalidOperation:
        found = Decimal("NaN")
    if isinstance(amount, bool) or not found.is_finite() or found < 0:
        msg = f"The price {amount!r} of the model {model!r} is no amount."
        raise ConfigError(msg, hint="Write it as a number from zero, for a million tokens.")
    return found


def prices_from(value: Prices | PriceTable) -> Prices:
    """What a caller passed as `prices=`."""
    return value if isinstance(value, Prices) else Prices(value)
