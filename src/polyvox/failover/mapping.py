"""
Many chats at once, as a source of results: in the order of their inputs, a bounded number at work.

Calls go on in the background between two pulls; everything else happens in `pull`, so inputs,
progress and results belong to the one who iterates.
"""

from __future__ import annotations

import math
import os
from collections import deque
from collections.abc import AsyncIterable, Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future
from typing import Any, Literal, NamedTuple, Protocol, TypeAlias, cast

from attrs import frozen

from polyvox.backends.inputs import ChatKeywords, messages_of
from polyvox.failover.records import RunFile
from polyvox.kept import digest
from polyvox.types import ChatInput, Message, Reply
from polyvox_core.background import first_done
from polyvox_core.errors import ConfigError, StateFileRefused
from polyvox_core.flow import Flow, Wait, Work
from polyvox_core.message import Headers
from polyvox_core.nearest import did_you_mean

__all__ = [
    "AsyncInputs",
    "Background",
    "Inputs",
    "MapProgress",
    "MapResult",
    "MapSource",
    "OnError",
    "Plan",
    "ProgressOfMap",
    "check_options",
]

Inputs: TypeAlias = Iterable[ChatInput]
AsyncInputs: TypeAlias = AsyncIterable[ChatInput] | Iterable[ChatInput]
OnError = Literal["keep", "raise"]

# Inputs that are begun or done while an earlier one still takes its time.
AHEAD = 4
_END: Any = object()
_OWN = ("concurrency", "on_error", "progress", "resume")
# What an answer does not depend on, or what may hold a credential.
_BESIDE = ("timeout", "retry", "extra_headers")


@frozen
class MapResult:
    """
    What became of one input.

    Attributes:
        index: Its position, from 0.
        input: The input.
        reply: The reply, unless it failed.
        error: What it failed with, else None.
        resumed: Whether the reply is from the file of an earlier run.
    """

    index: int
    input: ChatInput
    reply: Reply | None = None
    error: Exception | None = None
    resumed: bool = False

    def get(self) -> Reply:
        """
        The reply.

        Raises:
            PolyvoxError: What the input failed with, or whatever else it was.
        """
        if self.error is not None:
            raise self.error
        assert self.reply is not None
        return self.reply


class MapProgress(NamedTuple):
    """
    How far a run of `map` has come.

    Attributes:
        done: Inputs that are finished, those that failed included.
        failed: Inputs that failed.
        total: All inputs, when their number is known.
        seconds: Since the beginning.
    """

    done: int
    failed: int
    total: int | None
    seconds: float


ProgressOfMap: TypeAlias = Callable[[MapProgress], object]


class Background(Protocol):
    """Where calls go on; see `polyvox.failover.map_streams`."""

    def begin(self, flow: Flow[Any]) -> Future[Any]:
        """Carry *flow* out in the background."""
        ...

    def begin_next(self, inputs: Any) -> Future[Any]:
        """Wait in the background for the next of async *inputs*; the end gives `None`."""
        ...

    def stop(self) -> Flow[None]:
        """Wait for, or cancel, what is still going on."""
        ...


@frozen
class Plan:
    """
    How a run of `map` goes.

    Attributes:
        ask: Flow for the reply to one input.
        concurrency: Calls at a time.
        on_error: Whether an input that fails gives a result, or ends the run.
        progress: Called after each input that is finished.
        resume: File that remembers replies.
        run: What tells this run from others with the same inputs.
        clock: Gives seconds.

    Raises:
        ConfigError: An argument cannot work.
    """

    ask: Callable[[ChatInput], Flow[Reply]]
    concurrency: int
    on_error: OnError
    progress: ProgressOfMap | None
    resume: str | os.PathLike[str] | None
    run: str
    clock: Callable[[], float]

    def __attrs_post_init__(self) -> None:
        """Check the arguments."""
        number: Any = self.concurrency
        if not isinstance(number, int) or isinstance(number, bool) or number < 1:
            msg = f"concurrency={number!r} would never ask anything."
            raise ConfigError(msg, hint="Pass a whole number from 1.")
        if self.on_error not in {"keep", "raise"}:
            msg = f"on_error={self.on_error!r} is unknown."
            raise ConfigError(msg, hint="Pass 'keep' or 'raise'.")

    @staticmethod
    def name_of(model: str | None, system: str | None, options: Mapping[str, Any]) -> str:
        """What tells a run from others: everything that its answers depend on."""
        counting = {name: value for name, value in options.items() if name not in _BESIDE}
        return digest({"model": model, "system": system, "options": counting})


def check_options(options: Mapping[str, Any]) -> None:
    """
    See that no argument of `map` is misspelt: as an option of a chat it would fail every input.

    Raises:
        ConfigError: One is.
    """
    for name in options:
        near = did_you_mean(name, _OWN, "") if name not in ChatKeywords.__optional_keys__ else ""
        if near:
            msg = f"map() has no option {name!r}."
            raise ConfigError(msg, hint=near)


class _Slot:
    """One input on its way."""

    __slots__ = ("future", "given", "index", "result")

    def __init__(self, index: int, given: ChatInput) -> None:
        self.index = index
        self.given = given
        self.future: Future[Reply] | None = None
        self.result: MapResult | None = None


class MapSource:
    """
    The results of one run.

    Args:
        inputs: What to ask.
        plan: How.
        background: Where calls go on.

    Raises:
        ConfigError: *inputs* is one text or message instead of several.
    """

    def __init__(self, inputs: Any, plan: Plan, background: Background) -> None:
        if isinstance(inputs, (str, bytes, Message, Mapping)):
            msg = f"map() was given a {type(cast('Any', inputs)).__name__}, which is one input."
            raise ConfigError(msg, hint="Pass a list of texts or chats, or use chat().")
        self._plan = plan
        self._background = background
        self._inputs: Iterator[Any] | None = None
        self._async_inputs: Any = None
        if hasattr(inputs, "__aiter__"):
            self._async_inputs = aiter(inputs)
        else:
            self._inputs = iter(inputs)
        self._total = len(inputs) if hasattr(inputs, "__len__") else None
        self._coming: Future[Any] | None = None
        self._window: deque[_Slot] = deque()
        self._taken = self._done = self._failed = 0
        self._more = True
        self._fault: BaseException | None = None
        self._file: RunFile | None = None
        self._begin = math.nan
        self.headers: Headers = {}

    def open(self) -> Flow[None]:
        """Read the file of the run, if it has one."""
        self._begin = self._plan.clock()
        path = self._plan.resume
        if path is not None:
            self._file = yield Work(lambda: RunFile(path, self._plan.run))

    def pull(self) -> Flow[list[MapResult]]:
        """The next results, at least one; none at the end."""
        while True:
            self._settle()
            ready = self._ready()
            # Before they are delivered: calls go on while the caller looks at the results.
            self._fill()
            if ready:
                return ready
            if not self._window and not self._more:
                yield from self.close()
                if self._fault is not None:
                    raise self._fault
                return []
            if not (self._window and self._window[0].result):
                yield Wait(first_done(self._waiting()))

    def close(self) -> Flow[None]:
        """End what is still going on, and let go of the file."""
        self._more = False
        yield from self._background.stop()
        if self._file is not None:
            file, self._file = self._file, None
            yield Work(file.close)

    def _waiting(self) -> list[Future[Any]]:
        futures = [slot.future for slot in self._window if slot.future and not slot.result]
        return [*futures, self._coming] if self._coming else [*futures]

    def _ready(self) -> list[MapResult]:
        """Results that it is the turn of."""
        ready: list[MapResult] = []
        while self._window and (result := self._window[0].result) is not None:
            if result.error is not None and self._plan.on_error == "raise":
                if not ready:
                    raise result.error
                break
            ready.append(result)
            self._window.popleft()
        return ready

    def _settle(self) -> None:
        """Take note of the calls that are finished."""
        for slot in self._window:
            if slot.result is None and slot.future is not None and slot.future.done():
                error = slot.future.exception()
                if error is None:
                    self._finish(slot, MapResult(slot.index, slot.given, slot.future.result()))
                elif isinstance(error, Exception) and not isinstance(error, StateFileRefused):
                    self._finish(slot, MapResult(slot.index, slot.given, error=error))
                else:
                    raise error

    def _finish(self, slot: _Slot, result: MapResult) -> None:
        slot.result = result
        self._done += 1
        self._failed += result.error is not None
        if self._plan.progress is not None:
            seconds = self._plan.clock() - self._begin
            self._plan.progress(MapProgress(self._done, self._failed, self._total, seconds))

    def _fill(self) -> None:
        """Begin as many calls as are allowed."""
        while self._more and self._has_room():
            try:
                given = self._next()
                if given is _END:
                    self._more = False
                elif given is None:
                    return
                else:
                    self._start(_Slot(self._taken, given))
            except Exception as error:  # noqa: BLE001 - raised after what came before
                self._more, self._fault = False, error

    def _has_room(self) -> bool:
        most = self._plan.concurrency
        running = sum(slot.result is None for slot in self._window)
        return running < most and len(self._window) < AHEAD * most

    def _next(self) -> Any:
        """The next input, `_END` after the last, None when it has not come yet."""
        if self._inputs is not None:
            return next(self._inputs, _END)
        if self._coming is None:
            self._coming = self._background.begin_next(self._async_inputs)
        if not self._coming.done():
            return None
        coming, self._coming = self._coming, None
        found = coming.result()
        return found[0] if found else _END

    def _start(self, slot: _Slot) -> None:
        key, found = "", None
        if self._file is not None:
            key = digest(_chat_of(slot.given))
            found = self._file.find(slot.index, key)
        self._taken += 1
        self._window.append(slot)
        if found is not None:
            self._finish(slot, MapResult(slot.index, slot.given, found, resumed=True))
        else:
            slot.future = self._background.begin(self._answered(slot, key))

    def _answered(self, slot: _Slot, key: str) -> Flow[Reply]:
        """The reply to one input, written down before anybody sees it."""
        reply = yield from self._plan.ask(slot.given)
        if self._file is not None:
            self._file.add(slot.index, key, reply)
        return reply


def _chat_of(given: ChatInput) -> Any:
    """The messages of an input; one that is no chat fails when it is asked, not here."""
    try:
        return messages_of(given, None)
    except ConfigError:
        return None
