"""
Exit statuses of `polyvox`, as one table; docs/cli.md and `polyvox --help` show it.
"""

from __future__ import annotations

from typing import NamedTuple

from polyvox import errors

__all__ = ["GONE", "INTERRUPTED", "OTHER", "TABLE", "USAGE", "Code", "code_of"]

OTHER, USAGE, INTERRUPTED, GONE = 1, 2, 130, 141


class Code(NamedTuple):
    """
    One exit status.

    Attributes:
        number: The status.
        classes: Of the errors that it stands for; their subclasses too, unless an earlier line
            of the table has them.
        meaning: In two or three words.
    """

    number: int
    classes: tuple[type[Exception], ...]
    meaning: str


# The first line that has the class counts: special ones stand before general ones.
_BY_CLASS = (
    Code(10, (errors.UnsupportedError,), "not offered by the backend"),
    Code(USAGE, (errors.ConfigError,), "usage or configuration"),
    Code(3, (errors.AuthenticationError, errors.PermissionDenied), "not authorised"),
    Code(4, (errors.NotFound,), "not found"),
    Code(5, (errors.RateLimited,), "rate limited"),
    Code(6, (errors.TimeoutExpired,), "timed out"),
    Code(7, (errors.ConnectionFailed,), "no connection"),
    Code(8, (errors.ServerError,), "server error"),
    Code(9, (errors.StreamError,), "broken stream"),
    Code(11, (errors.StatusError,), "request refused"),
    Code(12, (errors.ResponseError,), "unusable answer"),
    Code(OTHER, (errors.PolyvoxError,), "any other error"),
)

TABLE = tuple(
    sorted(
        (
            Code(0, (), "all is well"),
            *_BY_CLASS,
            Code(INTERRUPTED, (), "interrupted (Ctrl-C)"),
            Code(GONE, (), "nobody reads the output"),
        )
    )
)
"""All of them, by number."""


def code_of(error: Exception) -> int:
    """The exit status that *error* stands for."""
    return next((one.number for one in _BY_CLASS if isinstance(error, one.classes)), OTHER)
