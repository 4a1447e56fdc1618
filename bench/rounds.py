"""
Rounds in which the libraries take turns, and the samples that come out.

What slows the machine down for a while slows all of them down: ratios are taken within a round.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from bench.libraries import Library
from bench.plans import Plan
from bench.processes import CannotMeasure, Server, Worker
from bench.server import BIG

__all__ = ["Rounds", "Samples"]

Sample = dict[str, float]
# Measure -> library -> one sample per round; what failed has none.
Samples = dict[str, dict[str, list[Sample]]]


class Rounds:
    """
    Runs plans.

    Args:
        libraries: Who takes part.
        rounds: How often they take turns.
        slice_seconds: CPU time of one turn.
        tell: Called with a line about what happens.
    """

    def __init__(
        self,
        libraries: Sequence[Library],
        rounds: int,
        slice_seconds: float,
        tell: Callable[[str], object],
    ) -> None:
        self._libraries = libraries
        self._rounds = rounds
        self._slice = slice_seconds
        self._tell = tell
        self._workers: dict[str, Worker] = {}
        self._without: set[tuple[str, str]] = set()
        self._stack = ExitStack()
        self.samples: Samples = {}
        self.troubles: dict[str, str] = {}
        self.server_busy: dict[str, float] = {}
        self.seconds: dict[str, float] = {}

    def __enter__(self) -> Self:
        """Start the server."""
        self.server = self._stack.enter_context(Server())
        self._folder = Path(self._stack.enter_context(tempfile.TemporaryDirectory()))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End all processes."""
        self._stack.close()

    def run(self, plan: Plan) -> None:
        """Measure what *plan* says, into `samples` and `troubles`."""
        libraries = [one for one in self._libraries if not plan.only or one.name in plan.only]
        samples: dict[str, list[Sample]] = {one.name: [] for one in libraries}
        numbers: dict[str, int] = {}
        busy: list[float] = []
        began = time.perf_counter()
        for turn in range(plan.rounds or self._rounds):
            # Nobody always goes first.
            for library in (*libraries[turn:], *libraries[:turn]):
                if library.name in self.troubles or (plan.key, library.name) in self._without:
                    continue
                try:
                    with self._worker(library, fresh=plan.fresh) as worker:
                        if library.name not in numbers or plan.fresh:
                            numbers[library.name] = self._number(worker, plan)
                        sample = self._sample(worker, plan, numbers[library.name])
                except CannotMeasure as error:
                    self._trouble(library.name, str(error))
                    continue
                if sample:
                    busy.append(sample.pop("busy"))
                    samples[library.name].append(sample)
                else:
                    self._without.add((plan.key, library.name))
        self.seconds[plan.key] = time.perf_counter() - began
        self.samples[plan.key] = {name: taken for name, taken in samples.items() if taken}
        self.server_busy[plan.key] = max(busy, default=0.0)

    @contextmanager
    def _worker(self, library: Library, *, fresh: bool) -> Iterator[Worker]:
        if fresh:
            with Worker(library, self.server.url) as worker:
                yield worker
            return
        if library.name not in self._workers:
            worker = Worker(library, self.server.url)
            self._workers[library.name] = self._stack.enter_context(worker)
        yield self._workers[library.name]

    def _trouble(self, what: str, message: str) -> None:
        self.troubles[what] = message
        self._tell(f"  {what}: {message}")

    def _number(self, worker: Worker, plan: Plan) -> int:
        """Repetitions that fill a slice; finding out warms the library up."""
        self.server.set(**{**plan.settings, "gate": 0, "tick": 0.0})
        if plan.warm:
            self._ask(worker, plan, 1)
        if plan.number:
            return plan.number
        took: float = self._ask(worker, plan, 2).get("cpu", 1.0)
        return max(1, round(2 * self._slice / max(took, 1e-4)))

    def _ask(self, worker: Worker, plan: Plan, number: int) -> dict[str, Any]:
        arguments = dict(plan.arguments)
        if plan.measure.endswith("load"):
            arguments["file"] = str(self._folder / "file")
            if plan.measure.endswith("upload"):
                (self._folder / "file").write_bytes(bytes(BIG))
        return worker.measure(plan.measure, number=number, **arguments)

    def _sample(self, worker: Worker, plan: Plan, number: int) -> Sample:
        self.server.set(**plan.settings)
        took = self._ask(worker, plan, number)
        seen = self.server.set(**plan.settings)
        if "cpu" not in took:
            if "failed" in took:
                self._trouble(f"{plan.key}, {worker.library.name}", took["failed"])
            return {}
        repeated = number * plan.per
        took["cpu"], took["wall"] = took["cpu"] / repeated, took["wall"] / repeated
        return {
            **took,
            "connections": seen["connections"] / number,
            "peak": seen["peak"],
            "received": seen["received"],
            "busy": seen["busy"],
        }
