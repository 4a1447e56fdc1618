"""
Errors that are safe to show: without the frames below the call, and without texts that leak.

Error trackers print the locals of every frame in a traceback. The frames of the HTTP layers and
of our flows hold request heads and raw answers, so an error leaves them behind at the runner:
its traceback begins where the caller's own code called the client. Message, cause and attributes
say what happened. What callbacks of the caller raise keeps all its frames.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from polyvox_core.errors import PolyvoxError
from polyvox_core.secret import Secret, mask, mask_value

__all__ = ["seal", "without_frames"]

E = TypeVar("E", bound=BaseException)


def without_frames(error: E) -> E:
    """The same *error*; it and all its causes have forgotten the frames they passed."""
    for one in _family(error):
        one.__traceback__ = None
    return error


def seal(error: PolyvoxError, secrets: Sequence[Secret]) -> PolyvoxError:
    """The same *error* with the *secrets* masked in all its texts; causes that show one go."""
    for name, value in vars(error).items():
        error.__dict__[name] = mask_value(value, secrets)
    error.args = tuple(mask_value(value, secrets) for value in error.args)
    if any(_shows(cause, secrets) for cause in _family(error) if cause is not error):
        error.__cause__ = None
        error.__suppress_context__ = True
        error.__context__ = None
    return error


def _shows(error: BaseException, secrets: Sequence[Secret]) -> bool:
    text = f"{error!r} {error} {getattr(error, '__notes__', '')}"
    return mask(text, secrets) != text


def _family(error: BaseException) -> Iterator[BaseException]:
    """*error*, its causes and contexts, each once; not what a callback of the caller raised."""
    seen: set[int] = set()
    waiting: list[Any] = [error]
    while waiting:
        one = waiting.pop()
        if one is not None and id(one) not in seen:
            seen.add(id(one))
            yield one
            if not getattr(one, "keeps_cause", False):
                waiting += (one.__cause__, one.__context__)
