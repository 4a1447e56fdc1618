"""
Who hears the text of a talk as it arrives: a function, or nobody.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from polyvox.compat.lwe.talk import Piece, Talk
from polyvox_core.flow import Ask, Flow

__all__ = ["driven"]

T = TypeVar("T")


def driven(talk: Talk[T], deliver: Callable[[str], Any] | None) -> Flow[T]:
    """The result of *talk*; each piece of text is given to *deliver*, if that is a function."""
    answer: Any = None
    failure: BaseException | None = None
    while True:
        try:
            step = talk.throw(failure) if failure is not None else talk.send(answer)
        except StopIteration as stop:
            return stop.value  # type: ignore[no-any-return]  # the talk's own result
        answer = failure = None
        if isinstance(step, Piece):
            if deliver is None:
                continue
            text = step.text
            step = Ask(lambda: deliver(text))  # noqa: B023 - called before the loop goes on
        try:
            answer = yield step
        except Exception as error:  # noqa: BLE001 - the talk decides what to do with it
            failure = error
