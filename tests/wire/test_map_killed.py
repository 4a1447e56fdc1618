"""A run of `map` whose process is killed, again and again: nothing is lost, nothing is repeated."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from polyvox.emulator import Emulator

NUMBER, CONCURRENCY = 120, 8
KILLED_AT = (0, 40, 41, 90)

HEAD = f"""
import asyncio, os, signal, sys
import polyvox

url, path, last = sys.argv[1], sys.argv[2], int(sys.argv[3])
inputs = (f"input {{number}}" for number in range({NUMBER}))
how = {{"model": "echo", "concurrency": {CONCURRENCY}, "resume": path}}

def take(one):
    print(one.index, one.get().text, flush=True)
    if one.index == last:
        os.kill(os.getpid(), signal.SIGKILL)
"""
SYNC = """
with polyvox.FailoverPool([polyvox.Ollama(base_url=url, trust_env=False)]) as pool:
    for one in pool.map(inputs, **how):
        take(one)
"""
ASYNC = """
async def main():
    client = polyvox.AsyncOllama(base_url=url, trust_env=False)
    async with polyvox.AsyncFailoverPool([client]) as pool:
        async for one in pool.map(inputs, **how):
            take(one)

asyncio.run(main())
"""


def ran(program: str, url: str, path: Path, last: int) -> tuple[int, list[str]]:
    """Exit status and output of the run as a process of its own, killed after result *last*."""
    command = [sys.executable, "-c", HEAD + program, url, str(path), str(last)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    return done.returncode, done.stdout.splitlines()


def kept(path: Path) -> set[int]:
    """The inputs whose replies are in the file."""
    lines = path.read_bytes().splitlines(keepends=True)[1:] if path.exists() else []
    return {json.loads(line)["index"] for line in lines if line.endswith(b"\n")}


def asked(emulator: Emulator) -> Counter[int]:
    """How often each input was asked."""
    # Of a request that the kill cut off there may be only the head.
    bodies = [one.body for one in emulator.requests if one.body]
    texts = (json.loads(body)["messages"][0]["content"] for body in bodies)
    return Counter(int(text.split()[1]) for text in texts)


@pytest.mark.own_transport(reason="what goes on is on disk")
@pytest.mark.parametrize("program", [SYNC, ASYNC], ids=["sync", "async"])
def test_killed_runs_go_on(program: str, tmp_path: Path) -> None:
    """After each kill -9 the next run asks for nothing that was kept, and ends complete."""
    path = tmp_path / "run.jsonl"
    statuses: list[int] = []
    repeated: Counter[int] = Counter()
    with Emulator(backends=["ollama"]) as emulator:
        for last in (*KILLED_AT, NUMBER):
            before, finished = asked(emulator), kept(path)
            status, output = ran(program, emulator.url_of("ollama"), path, last)
            statuses.append(status)
            after = asked(emulator)
            repeated.update({one: after[one] - before[one] for one in finished})
            assert set(range(min(last + 1, NUMBER))) <= kept(path)
        total = asked(emulator)

    assert [-9] * len(KILLED_AT) + [0] == statuses
    assert [f"{number} input {number}" for number in range(NUMBER)] == output
    assert 0 == repeated.total()
    assert set(range(NUMBER)) == set(total)
    assert total.total() <= NUMBER + len(KILLED_AT) * CONCURRENCY
