"""
`python -m bench [--quick] [--only ROW] [--out FILE]`: measure, print, and write JSON.

The whole table needs the environments that `make bench` installs; `--quick` takes the one it runs
in. Status 1: polyvox or one of the two references could not be measured, or the control passed.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bench import making, startup
from bench.libraries import ALL, FLOOR, QUICK, Library
from bench.plans import PLANS, Plan
from bench.processes import ROOT, environment, python_of
from bench.report import lines, server_line, shown, target_lines
from bench.rounds import Rounds, Samples
from bench.targets import verdicts

RESULTS = ROOT / "bench" / "results.json"
QUICK_RESULTS = ROOT / ".make" / "quick.json"
CONTROL = Library("an adapter that drops events", "dropping", "", "httpx")
PACKAGES = (
    *("polyvox", "httpx", "httpcore", "h11", "attrs", "orjson", "aiohttp", "httpx2", "pydantic"),
    *("openai", "aidial-client", "aleph-alpha-client", "litellm", "openapi-python-client"),
)
VERSIONS = """
import json, sys
from importlib.metadata import PackageNotFoundError, version
found = {}
for name in sys.argv[1:]:
    try: found[name] = version(name)
    except PackageNotFoundError: pass
print(json.dumps(found))
"""


def main(arguments: Sequence[str]) -> int:
    """Run, and give the exit status."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="no peers, fewer rows and rounds")
    parser.add_argument("--only", nargs="+", metavar="ROW", default=[], help="rows to measure")
    parser.add_argument("--out", type=Path, help="where to write the JSON")
    options = parser.parse_args(arguments)
    known = [one.key for one in shown()]
    if unknown := set(options.only) - set(known):
        parser.error(f"no such row: {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    began = time.perf_counter()
    libraries = QUICK if options.quick else ALL
    with Rounds(libraries, 5, 0.1 if options.quick else 0.15, print) as rounds:
        _measure(rounds, libraries, options.only, quick=options.quick)
        honest = _control_fails()
    took = time.perf_counter() - began
    _print_end(rounds, took)
    out = options.out or (None if options.only else QUICK_RESULTS if options.quick else RESULTS)
    if out:
        out.parent.mkdir(exist_ok=True)
        out.write_text(_json(rounds, libraries, took), "utf-8")
        print(f"Written to {out}.")
    needed = {FLOOR, "polyvox"}
    return 0 if honest and not any(one.split(", ")[-1] in needed for one in rounds.troubles) else 1


def _measure(
    rounds: Rounds, libraries: Sequence[Library], only: Sequence[str], *, quick: bool
) -> None:
    if not only or {"import", "start"} & set(only):
        _start(rounds, libraries)
    for plan in PLANS:
        if _wanted(plan.key, only, in_quick=plan.quick or not quick):
            rounds.run(_shorter(plan) if quick else plan)
            _tell(rounds, plan.key)
    others: dict[str, Callable[[], Samples]] = {
        "decode": lambda: making.decode(5),
        "generate": lambda: making.generate(3),
        "growth": making.growth,
    }
    for key, measure in others.items():
        if _wanted(key, only, in_quick=key == "decode" or not quick):
            rounds.samples.update(measure())
            _tell(rounds, key)


def _wanted(key: str, only: Sequence[str], *, in_quick: bool) -> bool:
    return key in only if only else in_quick


def _shorter(plan: Plan) -> Plan:
    return plan._replace(rounds=min(plan.rounds, 2))


def _start(rounds: Rounds, libraries: Sequence[Library]) -> None:
    # The adapters of one package start alike.
    able = [one for one in libraries if one.adapter not in {"polyvox_api", "raw_socket"}]
    samples, troubles = startup.measure(able, rounds.server.url, 3)
    rounds.samples.update(samples)
    rounds.troubles.update(troubles)
    for key in samples:
        _tell(rounds, key)


def _tell(rounds: Rounds, key: str) -> None:
    (what,) = [one for one in shown() if one.key == key]
    print("\n".join(lines(what, rounds.samples[key])), flush=True)
    if key in rounds.seconds:
        print(f"  ({rounds.seconds[key]:.0f} s)", flush=True)


def _control_fails() -> bool:
    """Whether a library that loses events is noticed."""
    plan = next(one for one in PLANS if one.key == "stream")
    with Rounds([CONTROL], 1, 0.01, lambda _: None) as control:
        control.run(plan._replace(settings={"events": 100}, arguments={"events": 100}))
        caught = "WrongAnswer" in str(control.troubles)
    print("Control: an adapter that drops events", "is refused." if caught else "PASSED!")
    return caught


def _print_end(rounds: Rounds, took: float) -> None:
    print()
    print("\n".join(target_lines(verdicts(rounds.samples))))
    print(server_line(rounds.server_busy))
    for what, trouble in rounds.troubles.items():
        print(f"Not measured: {what}: {trouble}")
    print(f"Took {took:.0f} s.")


def _versions(libraries: Sequence[Library]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for place in sorted({one.place for one in libraries}):
        python = python_of(place)
        if not Path(python).exists():
            continue
        ended = subprocess.run(
            [python, "-c", VERSIONS, *PACKAGES],
            env=environment(), cwd=ROOT.parent, capture_output=True, text=True, check=True,
        )  # fmt: skip
        found[place or "development"] = json.loads(ended.stdout)
    return found


def _json(rounds: Rounds, libraries: Sequence[Library], took: float) -> str:
    def rounded(value: Any) -> Any:
        if isinstance(value, float):
            return float(f"{value:.4g}")
        if isinstance(value, dict):
            return {name: rounded(one) for name, one in value.items()}
        return [rounded(one) for one in value] if isinstance(value, list) else value

    results = {
        "when": time.strftime("%Y-%m-%d"),
        "seconds": round(took),
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}, {_cpus()}",
        "versions": _versions(libraries),
        "server_busy": rounded(rounds.server_busy),
        "troubles": rounds.troubles,
        "samples": rounded(rounds.samples),
    }
    # A line for each library of a measure: changes can be read.
    text = json.dumps(results, indent=1)
    return re.sub(r"\n {4,}|\n {3}(?=\])", " ", text) + "\n"


def _cpus() -> str:
    model = ""
    if Path("/proc/cpuinfo").exists():
        text = Path("/proc/cpuinfo").read_text("utf-8")
        model = next((line for line in text.splitlines() if line.startswith("model name")), "")
    return f"{os.cpu_count()} CPUs{' of ' + model.partition(': ')[2] if model else ''}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
