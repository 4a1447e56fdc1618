"""
Many inputs at once, as a flow: some at a time, each with fallback presets, in their order.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future
from functools import partial
from typing import Any

from polyvox.compat.lwe.results import Result
from polyvox_core.errors import ConfigError
from polyvox_core.flow import Ask, Flow, Start, Wait

__all__ = ["each_asked"]


def each_asked(
    backend: Any,
    inputs: Iterable[Any],
    overrides: Mapping[str, Any] | None,
    fallback_presets: Sequence[str],
    concurrency: int,
    run: Callable[[Flow[None]], Any],
) -> Flow[list[Result]]:
    """
    The results of asking *inputs*.

    Args:
        backend: Either of the two; `session()` of it asks.
        inputs: What to ask.
        overrides: For all of them.
        fallback_presets: Tried one after the other for what failed.
        concurrency: How many are asked at once.
        run: Runs a flow in the backend's world.

    Raises:
        ConfigError: *inputs* is one text, or *concurrency* no number above 0.
    """
    _check(inputs, concurrency)
    plain = dict(overrides or {})
    named = [fallback_presets] if isinstance(fallback_presets, str) else fallback_presets
    attempts = [plain, *({**plain, "preset": name} for name in named)]
    waiting = deque(enumerate(inputs))
    results: dict[int, Result] = {}

    def lane() -> Flow[None]:
        while True:
            try:
                number, one = waiting.popleft()
            except IndexError:
                return
            try:
                results[number] = yield from _attempted(backend, one, attempts)
            except BaseException:
                waiting.clear()
                raise

    begun: dict[int, Future[Any]] = {}
    for number in range(min(concurrency, len(waiting))):
        begun[number] = yield Start(partial(run, lane()))
    for future in begun.values():
        yield Wait(future)
    return [results[number] for number in sorted(results)]


def _check(inputs: Iterable[Any], concurrency: int) -> None:
    if isinstance(inputs, str | bytes):
        msg = "map() was given one text, and would ask each of its letters."
        raise ConfigError(msg, hint="Pass a list of texts, or use ask().")
    if concurrency < 1:
        msg = f"concurrency={concurrency} would ask nothing."
        raise ConfigError(msg, hint="Pass 1 or more.")


def _attempted(backend: Any, one: Any, attempts: Sequence[Mapping[str, Any]]) -> Flow[Result]:
    result: Result | None = None
    for overrides in attempts:
        ask = partial(backend.session().make_request, one, overrides, raise_errors=False)
        result = yield Ask(ask)
        if result is not None and result.success:
            break
    assert result is not None
    return result
