"""
What the HTTP library below us may log about our calls.

At DEBUG, httpcore logs the heads of answers and the raw lines that it could not parse, and a
server may echo the credential there. Of our calls only the step, the status and the class of an
exception are logged; what other code logs through httpcore stays as it is.
"""

from __future__ import annotations

import inspect
import logging
import re

__all__ = ["quieten"]

_LOGGERS = ("http11", "http2", "connection", "proxy", "socks")
_LIBRARIES = ("httpcore", "httpcore2")
_OURS = __name__.rpartition(".")[0]
_STATUS = re.compile(r"return_value=\(b'HTTP/[0-9.]+', ([0-9]{3}), ")
_EXCEPTION = re.compile(r"exception=(\w+)")


class _Shortened(logging.Filter):
    """Shortens the records of our own calls."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass, ours without what a server sent."""
        if _is_ours():
            record.msg, record.args = _short(record.getMessage()), ()
        return True


_FILTER = _Shortened()


def quieten() -> None:
    """Shorten what httpcore logs about our calls; a second time does nothing."""
    for library in _LIBRARIES:
        for name in _LOGGERS:
            logging.getLogger(f"{library}.{name}").addFilter(_FILTER)


def _is_ours() -> bool:
    frame = inspect.currentframe()
    while frame is not None:
        name = frame.f_globals.get("__name__", "")
        if name.startswith(_OURS) and name != __name__:
            return True
        frame = frame.f_back
    return False


def _short(message: str) -> str:
    step = message.partition(" ")[0]
    if status := _STATUS.search(message):
        return f"{step} status={status[1]}"
    if exception := _EXCEPTION.search(message):
        return f"{step} exception={exception[1]}"
    return message
