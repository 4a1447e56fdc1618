"""
What a client was told: where, as whom, within which limits; and what one call may change.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import Factory, evolve, field, frozen

from polyvox_core.auth import Credential
from polyvox_core.errors import ConfigError, StatusError
from polyvox_core.model import UNSET, Unset
from polyvox_core.observing import Events
from polyvox_core.origin import Origin, normalise_base_url, origin_of_base
from polyvox_core.progress import ProgressCallback
from polyvox_core.retry import Retry, retry_from
from polyvox_core.timeouts import Timeouts, timeouts_from

__all__ = ["NO_OPTIONS", "CallOptions", "Pairs", "Settings", "checked_headers", "merged_headers"]

Pairs = Sequence[tuple[str, str]]
Hint = type[StatusError] | tuple[str, type[StatusError]]

_TOKEN = frozenset("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz")
# These are decided by the request itself; another value would break it.
_OWN = frozenset({"host", "content-length", "transfer-encoding", "connection"})


def _fits(value: object) -> bool:
    """Whether *value* is a text that a header can carry."""
    return isinstance(value, str) and not any(c in "\r\n\0" or ord(c) > 255 for c in value)


def checked_headers(headers: Mapping[str, str] | Pairs) -> tuple[tuple[str, str], ...]:
    """
    Header names and values that are safe to send.

    Raises:
        ConfigError: A name or value would break the request; the message does not show a value.
    """
    pairs: Pairs = tuple(headers.items()) if isinstance(headers, Mapping) else headers
    checked: list[tuple[str, str]] = []
    for name, value in pairs:
        if not name or not set(name.lower()) <= _TOKEN or name.lower() in _OWN:
            msg = f"The header {name!r} cannot be set."
            raise ConfigError(msg, hint="Use letters, digits and hyphens; framing is ours.")
        if not _fits(value):
            msg = f"The value of the header {name} is no text that a header can carry."
            raise ConfigError(msg, hint="Pass a str without line breaks, in Latin-1.")
        checked.append((name, value.strip(" \t")))
    return tuple(checked)


@frozen
class CallOptions:
    """
    What one call changes of its client's settings.

    Attributes:
        timeout: Seconds in total, `Timeouts`, or None for no total.
        retry: A `Retry`, a number of attempts, or False for a single one.
        headers: Sent besides the others; a name that is already there is replaced.
        query: Appended to the URL; a list is sent as one pair for each value.
        body: Merged into a JSON body; its members win.
        progress: Called with a `Progress` after each piece of an upload.
    """

    timeout: Timeouts | float | Unset | None = UNSET
    retry: Retry | int | bool | Unset | None = UNSET
    headers: Mapping[str, str] = field(factory=dict[str, str], repr=False)
    query: Mapping[str, Any] = field(factory=dict[str, Any])
    body: Mapping[str, Any] = field(factory=dict[str, Any])
    progress: ProgressCallback | None = field(default=None, repr=False)


def _path_of(base_url: str) -> str:
    # Without its last slash: operations begin with one.
    _, _, rest = base_url.partition("://")
    _, slash, path = rest.partition("/")
    return (slash + path).rstrip("/")


NO_OPTIONS = CallOptions()


@frozen
class Settings:
    """
    Settings of a client.

    Attributes:
        backend: Short name, such as `dial`.
        label: Name for messages, such as `AI DIAL`.
        base_url: Where every request goes, with a slash at its end.
        credentials: Headers that prove who asks; they go to this origin only.
        timeouts: Time limits of each call.
        retry: Policy of each call.
        headers: Sent with each request.
        hints: What to do about an error, by its class or by (operation id, class).
        user_agent: Value of the User-Agent header.
        idempotency_header: Header in which this backend takes a key that makes the attempts of
            one POST count as one, or None when it knows none.
        max_body_bytes: Cap of an answer that is read as a whole, after decompression.
        events: Who wants to know what happens.
        clock: Monotonic seconds.
        wall_clock: Seconds since the epoch, for Retry-After dates.
    """

    backend: str
    label: str
    base_url: str = field(converter=normalise_base_url)
    credentials: tuple[Credential, ...] = ()
    timeouts: Timeouts = field(factory=Timeouts)
    retry: Retry = field(factory=Retry)
    headers: tuple[tuple[str, str], ...] = field(default=(), converter=checked_headers, repr=False)
    hints: Mapping[Hint, str] = field(factory=dict[Hint, str], repr=False)
    user_agent: str = "polyvox"
    idempotency_header: str | None = None
    max_body_bytes: int = 64 * 1024 * 1024
    events: Events = field(factory=Events, repr=False, eq=False)
    clock: Callable[[], float] = field(default=time.monotonic, repr=False)
    wall_clock: Callable[[], float] = field(default=time.time, repr=False)
    origin: Origin = field(
        init=False,
        repr=False,
        default=Factory(lambda self: origin_of_base(self.base_url), takes_self=True),
    )
    prefix: str = field(
        init=False,
        repr=False,
        default=Factory(lambda self: _path_of(self.base_url), takes_self=True),
    )

    def changed(self, options: CallOptions) -> Settings:
        """The settings with what *options* changes."""
        timeouts, retry = self.timeouts, self.retry
        if not isinstance(options.timeout, Unset):
            timeouts = timeouts_from(options.timeout, timeouts)
        if not isinstance(options.retry, Unset):
            retry = retry_from(options.retry, retry)
        headers = merged_headers(self.headers, checked_headers(options.headers))
        return evolve(self, timeouts=timeouts, retry=retry, headers=headers)


def merged_headers(base: Pairs, more: Pairs) -> tuple[tuple[str, str], ...]:
    """Both, where *more* replaces equal names of *base*."""
    names = {name.lower() for name, _ in more}
    return (*(pair for pair in base if pair[0].lower() not in names), *more)
