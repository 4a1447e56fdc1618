"""
How a command ends that fails: one to three lines on standard error, and the status of its class.
"""

from __future__ import annotations

import contextlib
import logging
import os
import re
import sys
import traceback
from collections.abc import Callable

from polyvox.cli.codes import GONE, INTERRUPTED, OTHER, USAGE, code_of
from polyvox.cli.missing import what_to_install
from polyvox.cli.screen import safe
from polyvox.errors import PolyvoxError

__all__ = ["complain", "guarded", "lines_of", "told"]

logger = logging.getLogger("polyvox")

# Advice of the SDK is about Python; these are the same things here.
_WORDS = (
    (re.compile(r"client\.(?:deployments|models)\.list\(\)"), "polyvox models"),
    (re.compile(r"(?:client\.)?files\.list\(\)"), "polyvox files ls"),
    (re.compile(r"client\.config\.explain\(\)"), "polyvox doctor"),
    (re.compile(r"Pass base_url=, set the "), "Pass --base-url, set the "),
    (re.compile(r"Pass \w+=(?: or \w+=)*, set the "), "Set the "),
    (re.compile(r",? or the present ETag as if_match="), ""),
    (re.compile(r"\bPass (?:api_key|bearer_token|token)=[^.]*\."), "Give it in a profile."),
    (re.compile(r"; `partial` holds what arrived"), ""),
    (re.compile(r"\boverwrite=True\b"), "--force"),
    (re.compile(r"\bprofile="), "--profile "),
    (re.compile(r"\bbase_url=?(?![\w(])"), "--base-url"),
    (re.compile(r"\btimeout=(?=[ ,.])"), "--timeout"),
    (re.compile(r"\bmax_tokens=?\b"), "--max-tokens"),
)


def told(advice: str) -> str:
    """The SDK's *advice* in the words of the command line."""
    for pattern, words in _WORDS:
        advice = pattern.sub(words, advice)
    return advice


def lines_of(error: PolyvoxError) -> list[str]:
    """What happened and why, what to do about it, and the server's id of the request."""
    lines = [error.message, told(error.hint)]
    if error.request_id:
        lines.append(f"Request id: {error.request_id}")
    # What a server says may have any number of lines.
    return [" ".join(safe(line).split()) for line in lines if line.strip()]


def complain(*lines: str) -> None:
    """Put *lines* on standard error, the first one with the program's name."""
    with contextlib.suppress(BrokenPipeError):
        sys.stderr.write("\n".join(("polyvox: " + lines[0], *lines[1:])) + "\n")
        sys.stderr.flush()


def guarded(command: Callable[[], int | None]) -> int:
    """
    The exit status of *command*; whatever it raises is explained, without a traceback.

    Returns:
        What it gives, or the status of its error's class.
    """
    try:
        status = command() or 0
        sys.stdout.flush()
    except BrokenPipeError:
        _leave_output()
        return GONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except PolyvoxError as error:
        complain(*lines_of(error))
        return code_of(error)
    except Exception as error:  # noqa: BLE001 - whatever it is, people at a shell need words
        advice = what_to_install(error) if isinstance(error, ModuleNotFoundError) else None
        if advice is not None:
            complain(advice)
            return USAGE
        _confess(error)
        return OTHER
    return status


def _leave_output() -> None:
    """Let what is still buffered go nowhere: whoever read the output has left."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _confess(error: Exception) -> None:
    """Say that something failed which should not; where, only to those who look closer."""
    if logger.isEnabledFor(logging.DEBUG):
        traceback.print_exception(error)
    what = "The system refused" if isinstance(error, OSError) else "That is a fault in polyvox"
    words = " ".join(safe(f"{type(error).__name__}: {error}").split())
    complain(f"{what}: {words}", "Run it again with --debug to see where.")
