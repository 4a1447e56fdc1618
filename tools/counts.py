"""
Counts what one small call and one stream of 1,000 events cost, independent of the machine's speed.

Python function calls (`sys.setprofile`) and the peak of allocated bytes (`tracemalloc`), blocking
and with asyncio, are compared with `bench/counts.json`: a rise of more than 10 % fails. Record new
figures with `--record REASON`; a record that changes without a new reason fails as well.
"""

from __future__ import annotations

import asyncio
import gc
import json
import platform
import socket
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bench.wire import ANSWER, OPENAI, QUESTION, STREAM_HEAD, TOKEN_SIZE, chunked  # noqa: E402 - above

RECORD = ROOT / "bench" / "counts.json"
ALLOWED = 1.10
EVENTS = 1000
PIECE = 16 * 1024
TIMES = 3
KERNEL = Path("/proc/net/tcp")
VERSION = ".".join(platform.python_version_tuple()[:2])

Counts = dict[str, dict[str, int]]


def serve() -> None:
    """
    Answer one request after another on each connection in turn; print the port first.

    A stream goes out in pieces, and the next one waits until the client has taken the last: so
    the client reads the same bytes at once in every run.
    """
    end = chunked("[DONE]") + b"0\r\n\r\n"
    stream = STREAM_HEAD + OPENAI.events(EVENTS) + OPENAI.last + end
    with socket.create_server(("127.0.0.1", 0)) as listening:
        print(listening.getsockname()[1], flush=True)
        while True:
            connection, address = listening.accept()
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            while request := connection.recv(65536):
                if b'"stream":true' not in request:
                    connection.sendall(OPENAI.whole)
                    continue
                for start in range(0, len(stream), PIECE):
                    connection.sendall(stream[start : start + PIECE])
                    _wait_until_read(address[1], listening.getsockname()[1])


def _wait_until_read(client: int, server: int) -> None:
    """Wait until nothing lies in the client's socket, and it has had time to work it off."""
    ends = f":{client:04X}", f":{server:04X}"
    while KERNEL.exists() and _waiting(ends):
        time.sleep(0.001)
    time.sleep(0.02)


def _waiting(ends: tuple[str, str]) -> bool:
    for line in KERNEL.read_text("ascii").splitlines():
        local, remote, _, queues = (line.split() + [""] * 5)[1:5]
        if local.endswith(ends[0]) and remote.endswith(ends[1]):
            return int(queues.partition(":")[2], 16) > 0
    return False


@contextmanager
def server() -> Iterator[str]:
    """The address of a server in a process of its own."""
    command = [sys.executable, __file__, "serve"]
    with subprocess.Popen(  # noqa: S603 - this program
        command, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        try:
            yield f"http://127.0.0.1:{child.stdout.readline().strip()}"
        finally:
            child.kill()


def cases(client: Any, aclient: Any, run: Callable[[Awaitable[int]], int]) -> dict[str, Any]:
    """What is counted: functions that give the size of the text that they received."""

    def call() -> int:
        return len(client.chat(QUESTION, model="m").text)

    async def acall() -> int:
        """Same as `call`."""
        return len((await aclient.chat(QUESTION, model="m")).text)

    def stream() -> int:
        with client.stream(QUESTION, model="m") as events:
            for _ in events:
                pass
            return len(events.final.text)

    async def astream() -> int:
        """Same as `stream`."""
        async with aclient.stream(QUESTION, model="m") as events:
            async for _ in events:
                pass
            return len(events.final.text)

    return {
        "call": call,
        "call, asyncio": lambda: run(acall()),
        "stream": stream,
        "stream, asyncio": lambda: run(astream()),
    }


def measure() -> Counts:
    """The counts of this state of the code, with the JSON of the standard library."""
    sys.modules["orjson"] = None  # type: ignore[assignment]  # makes its import fail
    import polyvox  # noqa: PLC0415 - after orjson is hidden

    with server() as url, asyncio.Runner() as runner:
        client = polyvox.Dial(base_url=url, api_key="key", trust_env=False)
        found: Counts = {}
        run: Any = runner.run
        # The server takes one connection at a time: first all of one client, then the other's.
        aclient = polyvox.AsyncDial(base_url=url, api_key="key", trust_env=False)
        for name, work in cases(client, aclient, run).items():
            if "asyncio" not in name:
                found[name] = counted(work)
        client.close()
        for name, work in cases(client, aclient, run).items():
            if "asyncio" in name:
                found[name] = counted(work)
        run(aclient.aclose())
    return found


def counted(work: Callable[[], int]) -> dict[str, int]:
    """The least of a few runs, after one that loads what is needed."""
    expected = {len(ANSWER), EVENTS * TOKEN_SIZE}
    assert work() in expected
    gc.collect()
    gc.disable()
    try:
        calls = min(_calls(work) for _ in range(TIMES))
        peak = min(_peak(work) for _ in range(TIMES))
    finally:
        gc.enable()
    return {"calls": calls, "peak_bytes": peak}


def _calls(work: Callable[[], int]) -> int:
    number = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal number
        number += event == "call"

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return number


def _peak(work: Callable[[], int]) -> int:
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        work()
        return tracemalloc.get_traced_memory()[1] - before
    finally:
        tracemalloc.stop()


def compared(found: Counts, recorded: Counts) -> tuple[list[str], bool]:
    """A line for each figure with its ratio to the record, and whether none rose too far."""
    lines: list[str] = []
    well = True
    for case, figures in found.items():
        for kind, figure in figures.items():
            known = recorded.get(case, {}).get(kind)
            if known is None:
                lines.append(f"{case}: {figure:,} {kind}, not recorded yet")
                well = False
                continue
            fits = figure <= known * ALLOWED
            well = well and fits
            word = "" if fits else "  TOO MANY"
            lines.append(f"{case}: {figure:,} {kind}, {figure / known:.3f} of the record{word}")
    return lines, well


def unreasoned(record: dict[str, Any], before: dict[str, Any] | None) -> bool:
    """Whether figures of the record changed, and its reason did not."""
    if before is None:
        return False
    changed: bool = record["counts"] != before["counts"]
    return changed and record["reason"] == before["reason"]


def _before() -> dict[str, Any] | None:
    """The record before its last change, if git knows: that of HEAD, or of an earlier commit."""
    path = RECORD.relative_to(ROOT).as_posix()
    commits = _git("log", "-2", "--format=%H", "--", path).split()
    for commit in commits:
        text = _git("show", f"{commit}:{path}")
        if text and text != RECORD.read_text("utf-8"):
            earlier: dict[str, Any] = json.loads(text)
            return earlier
    return None


def _git(*arguments: str) -> str:
    command = ["git", "-C", str(ROOT), *arguments]
    try:
        ended = subprocess.run(  # noqa: S603 - reads only
            command, capture_output=True, text=True, check=False
        )
    except OSError:
        return ""
    return "" if ended.returncode else ended.stdout


def _check() -> int:
    record: dict[str, Any] = json.loads(RECORD.read_text("utf-8"))
    if unreasoned(record, _before()):
        print(f"{RECORD.name} has other figures than before, and the same reason. Say why.")
        return 1
    if VERSION not in record["counts"]:
        print(f"{RECORD.name} has no figures for Python {VERSION}; nothing to compare with.")
        return 0
    lines, well = compared(measure(), record["counts"][VERSION])
    print("\n".join(lines))
    if not well:
        print(
            f"More than {ALLOWED - 1:.0%} above the record. Mend it, or record it with a reason:"
            ' make counts REASON="..."'
        )
    return 0 if well else 1


def _record(reason: str) -> int:
    known = json.loads(RECORD.read_text("utf-8"))["counts"] if RECORD.exists() else {}
    record = {"reason": reason, "counts": {**known, VERSION: measure()}}
    RECORD.write_text(json.dumps(record, indent=1) + "\n", "utf-8")
    print(RECORD.read_text("utf-8"))
    return 0


def main(arguments: list[str]) -> int:
    """Serve, record or check; the exit status."""
    if arguments == ["serve"]:
        serve()
    if arguments[:1] == ["--record"]:
        return _record(" ".join(arguments[1:]).strip() or sys.exit("--record needs a reason"))
    return _check()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
