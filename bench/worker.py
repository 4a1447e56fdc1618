"""
A library's process: `python -m bench.worker ADAPTER URL CPU [hidden packages]`.

Takes measures as JSON lines on standard input and answers each with a line. Packages are hidden so
that a library does as if they were not installed.
"""

from __future__ import annotations

import asyncio
import json
import sys
import traceback
from importlib import import_module
from typing import Any

from bench.measures import Bench, alone

__all__ = ["main"]


def main(name: str, url: str, cpu: str, *hidden: str) -> None:
    """Serve measures until standard input ends."""
    if cpu != "-":
        alone({int(cpu)})
    for package in hidden:
        sys.modules[package] = None  # type: ignore[assignment]  # makes its import fail
    answer = sys.stdout
    sys.stdout = sys.stderr  # some libraries greet
    with asyncio.Runner() as runner:
        bench = Bench(import_module(f"bench.adapters.{name}").Adapter(url), runner)
        for line in sys.stdin:
            print(json.dumps(reply(bench, json.loads(line))), file=answer, flush=True)


def reply(bench: Bench, wanted: dict[str, Any]) -> dict[str, Any]:
    """The figures of one measure, or what went wrong."""
    measure = wanted.pop("measure")
    if not bench.offers(measure):
        return {"lacks": measure}
    try:
        took = getattr(bench, measure)(**wanted)
    except Exception as error:  # noqa: BLE001 - the table names what failed
        return {"failed": f"{type(error).__name__}: {error}", "trace": traceback.format_exc()}
    return {"cpu": took.cpu, "wall": took.wall, **took.more}


if __name__ == "__main__":
    main(*sys.argv[1:])
