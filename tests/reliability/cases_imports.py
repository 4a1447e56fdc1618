"""Rows I: what importing costs and does."""

from __future__ import annotations

import subprocess
import sys

from cases import Bench, case

HEAVY = ("ssl", "httpx", "httpcore", "h11", "asyncio", "attr", "pydantic", "openai")
AUDIT = """
import sys
seen = []
sys.addaudithook(lambda name, args: seen.append(name) if name.startswith(
    ("socket.", "_thread.start_new", "subprocess.", "os.system", "urllib.")) else None)
import polyvox
dir(polyvox)
"""


def run(program: str) -> str:
    """Output of *program* in an interpreter of its own that turns warnings into errors."""
    command = [sys.executable, "-X", "dev", "-W", "error", "-c", program]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    return ended.stdout.strip()


@case("I-01", "`import polyvox` in a fresh interpreter.")
def light(bench: Bench) -> str:
    """Nothing heavy is loaded."""
    loaded = run(f"import sys, polyvox; print([n for n in {HEAVY} if n in sys.modules])")
    assert loaded == "[]"
    return "neither ssl nor httpx, httpcore, asyncio or attrs is loaded"


@case("I-01", "`polyvox.Dial` or `polyvox.AsyncDial` is named, but nothing is called.")
def named(bench: Bench) -> str:
    """The HTTP library waits for the first client."""
    name = "AsyncDial" if bench.shell.is_async else "Dial"
    program = (
        f"import sys, polyvox; polyvox.{name}; print({{'httpx', 'httpcore'}} & {{*sys.modules}})"
    )
    assert run(program) == "set()"
    return "neither httpx nor httpcore is loaded"


@case("I-02", "`import polyvox` under -X dev -W error, with an audit hook.")
def silent(bench: Bench) -> str:
    """It opens nothing and starts nothing."""
    assert run(f"{AUDIT}\nprint(seen)") == "[]"
    return "no socket, no thread, no process, no warning"
