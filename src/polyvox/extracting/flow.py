"""
`extract` as a flow: ask, check, send back what does not fit.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from polyvox.extracting.attempts import Attempts
from polyvox_core.errors import StatusError
from polyvox_core.flow import Ask, Flow

__all__ = ["extracted"]

T = TypeVar("T")


def extracted(attempts: Attempts, chat: Callable[..., Any]) -> Flow[Any]:
    """
    The value that *attempts* ask for.

    Args:
        attempts: The requests.
        chat: The client's chat, its positional arguments bound.

    Raises:
        ExtractError: No answer fits.
    """
    while True:
        try:
            reply = yield Ask(partial(chat, attempts.messages, **attempts.options))
        except StatusError as error:
            if not attempts.falls_back(error):
                raise
            continue
        verdict = attempts.take(reply)
        if verdict is None:
            continue
        if verdict.error is not None:
            raise verdict.error
        return verdict.value
