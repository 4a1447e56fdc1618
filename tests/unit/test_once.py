"""A value that is fetched once, however many ask."""

from __future__ import annotations

from typing import Any

import pytest

from polyvox_core.errors import ServerError
from polyvox_core.flow import Flow, Sleep, Wait
from polyvox_core.once import Once


class Fetch:
    """Fetches that are counted; each waits once, and the first *failures* fail."""

    def __init__(self, failures: int = 0) -> None:
        self.failures = failures
        self.count = 0

    def __call__(self) -> Flow[str]:
        """Fetch once more."""
        self.count += 1
        yield Sleep(1)
        if self.count <= self.failures:
            msg = "down"
            raise ServerError(msg)
        return "value"


def finish(flow: Flow[Any], sent: Any = None) -> Any:
    """What *flow* returns at its next step."""
    with pytest.raises(StopIteration) as caught:
        flow.send(sent)
    return caught.value.value


def test_the_second_waits_for_the_first() -> None:
    """One fetches, the other waits for it, a third needs no step at all."""
    fetch = Fetch()
    once = Once(fetch)
    first, second = once.get(), once.get()

    assert isinstance(next(first), Sleep)
    step = next(second)
    assert isinstance(step, Wait)
    assert not step.future.done()
    assert "value" == finish(first)
    assert step.future.done()
    assert ("value", "value", 1) == (finish(second), finish(once.get()), fetch.count)


def test_the_next_tries_after_a_failure() -> None:
    """An error is the fetcher's own; who waited fetches anew."""
    fetch = Fetch(failures=1)
    once = Once(fetch)
    first, second = once.get(), once.get()
    next(first)
    next(second)

    with pytest.raises(ServerError):
        next(first)
    assert isinstance(second.send(True), Sleep)
    assert "value" == finish(second)


def test_the_next_tries_after_a_cancellation() -> None:
    """A fetcher that is stopped leaves nobody waiting."""
    once = Once(Fetch())
    first, second = once.get(), once.get()
    next(first)
    step = next(second)
    assert isinstance(step, Wait)

    first.close()

    assert step.future.done()
    assert isinstance(second.send(True), Sleep)
    assert "value" == finish(second)
