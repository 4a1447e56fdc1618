"""
Start-up: what an import costs, and the first call, in interpreters of their own.

CPU time of a process that does it, less that of one that does nothing, in the same round.
"""

from __future__ import annotations

import json
import resource
import subprocess
from collections.abc import Sequence
from pathlib import Path

from bench.libraries import FLOOR, Library
from bench.processes import ROOT, CannotMeasure, environment, python_of
from bench.rounds import Sample, Samples

__all__ = ["measure"]

HIDE = "import sys\nfor name in sys.argv[2:]: sys.modules[name] = None\n"
FIRST_CALL = {
    FLOOR: """
import httpx
with httpx.Client(base_url=sys.argv[1], headers={"Api-Key": "key"}) as client:
    answer = client.post(
        "/openai/deployments/gpt-4o/chat/completions",
        json={"messages": [{"role": "user", "content": "Hi"}]},
    )
    assert answer.raise_for_status().json()["choices"][0]["message"]["content"]
""",
    "polyvox": """
import polyvox
with polyvox.Dial(base_url=sys.argv[1], api_key="key") as client:
    assert client.chat("Hi", model="gpt-4o").text
""",
}
LOADED = """
import json
loaded = sorted({name.partition(".")[0] for name in sys.modules})
print(json.dumps({"modules": len(sys.modules), "loaded": loaded}))
"""


def measure(libraries: Sequence[Library], url: str, rounds: int) -> tuple[Samples, dict[str, str]]:
    """The rows `import` and `start`, and what is wrong with libraries that do not start."""
    samples: Samples = {"import": {}, "start": {}}
    troubles: dict[str, str] = {}
    loaded: dict[str, Sample] = {}
    programs: dict[tuple[Library, str], str] = {}
    for library in libraries:
        try:
            # This also writes byte code.
            loaded[library.name] = _loaded(library, url)
        except CannotMeasure as error:
            troubles[library.name] = str(error)
            continue
        programs[library, "bare"] = HIDE
        programs[library, "import"] = f"{HIDE}import {library.package}\n"
        if library.name in FIRST_CALL:
            programs[library, "start"] = HIDE + FIRST_CALL[library.name]
            _run(programs[library, "start"], library, url)  # once, for its byte code
    for _ in range(rounds):
        used = {key: _cpu_of(program, key[0], url) for key, program in programs.items()}
        for (library, what), seconds in used.items():
            if what != "bare":
                sample = {"cpu": seconds - used[library, "bare"]}
                samples[what].setdefault(library.name, []).append(sample)
    for name, taken in samples["import"].items():
        taken[0].update(loaded[name])
    return samples, troubles


def _run(program: str, library: Library, url: str) -> str:
    command = [python_of(library.place), "-c", program, url, *library.hidden]
    if not Path(command[0]).exists():
        msg = f"{command[0]} is not there; `make bench` installs it"
        raise CannotMeasure(msg)
    ended = subprocess.run(
        command, cwd=ROOT.parent, env=environment(), capture_output=True, text=True, check=False
    )
    if ended.returncode:
        msg = f"{library.name} does not start: {ended.stderr[-500:]}"
        raise CannotMeasure(msg)
    return ended.stdout


def _cpu_of(program: str, library: Library, url: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    _run(program, library, url)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def _loaded(library: Library, url: str) -> Sample:
    """How many modules the import loaded, and which of the heavy ones."""
    printed = _run(f"{HIDE}import {library.package}\n{LOADED}", library, url)
    seen = json.loads(printed.splitlines()[-1])
    hidden = set(library.hidden)
    heavy = {"httpx", "attr", "ssl", "openapi_python_client", "polyvox_api", "asyncio"} - hidden
    return {
        "modules": seen["modules"],
        "heavy": float(len(heavy & set(seen["loaded"]))),
    }
