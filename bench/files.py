"""
`make bench-files`: 200 MiB up and down, sync and async, and how much memory the client took for it.

The emulator runs in a process of its own, and so does each transfer: its peak of resident memory is
compared with what it held just before, after a small transfer has loaded everything that is needed.
Linux tells and resets the peak in /proc; elsewhere there is nothing to measure with.
"""

from __future__ import annotations

import asyncio
import hashlib
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import polyvox

MEBIBYTE = 1024 * 1024
SIZE = 200 * MEBIBYTE
LIMIT = 8 * MEBIBYTE
STATUS = Path("/proc/self/status")
KEY = "dial-key"


def upload(url: str, file: Path) -> Callable[[], None]:
    """Warm up, and give the blocking upload."""
    client = polyvox.Dial(base_url=url, api_key=KEY)
    client.files.upload(b"warm", to="warm")

    def work() -> None:
        client.files.upload(file, to="big")

    return work


def download(url: str, file: Path) -> Callable[[], None]:
    """Warm up, and give the blocking download."""
    client = polyvox.Dial(base_url=url, api_key=KEY)
    client.files.download("warm", to=file, overwrite=True)

    def work() -> None:
        client.files.download("big", to=file, overwrite=True)

    return work


def async_upload(url: str, file: Path) -> Callable[[], None]:
    """Same as `upload`, with asyncio."""
    client = polyvox.AsyncDial(base_url=url, api_key=KEY)
    asyncio.run(_done(client.files.upload(b"warm", to="warm")))

    def work() -> None:
        asyncio.run(_done(client.files.upload(file, to="big")))

    return work


def async_download(url: str, file: Path) -> Callable[[], None]:
    """Same as `download`, with asyncio."""
    client = polyvox.AsyncDial(base_url=url, api_key=KEY)
    asyncio.run(_done(client.files.download("warm", to=file, overwrite=True)))

    def work() -> None:
        asyncio.run(_done(client.files.download("big", to=file, overwrite=True)))

    return work


async def _done(work: Awaitable[object]) -> None:
    await work


CASES = {
    "upload": upload,
    "download": download,
    "async upload": async_upload,
    "async download": async_download,
}


def resident(name: str) -> int:
    """A figure of this process, in bytes: VmRSS, what it holds now, or VmHWM, the peak."""
    (line,) = [one for one in STATUS.read_text("ascii").splitlines() if one.startswith(name)]
    return int(line.split()[1]) * 1024


def measure(case: str, url: str, file: Path) -> None:
    """Do one transfer, and print its seconds and the growth of the peak in bytes."""
    work = CASES[case](url, file)
    Path("/proc/self/clear_refs").write_text("5", "ascii")  # the peak starts from here
    before, began = resident("VmRSS"), time.perf_counter()
    work()
    took = time.perf_counter() - began
    print(took, resident("VmHWM") - before)


def main() -> int:
    """Run every case and print a line for it; 0 if all stay below the limit."""
    if not STATUS.exists():
        print("Memory can be measured on Linux only, where /proc tells the peak.")
        return 2
    worst = 0
    command = [sys.executable, "-m", "polyvox.emulator", "--backend", "dial"]
    with (
        tempfile.TemporaryDirectory() as folder,
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server,
    ):
        try:
            assert server.stdout is not None
            url = server.stdout.readline().split()[-1] + "/dial"
            source, target = Path(folder, "source"), Path(folder, "target")
            fill(source)
            for case in CASES:
                file = source if "upload" in case else target
                run = [sys.executable, __file__, case, url, str(file)]
                printed = subprocess.run(run, check=True, capture_output=True, text=True).stdout
                seconds, growth = float(printed.split()[0]), int(printed.split()[1])
                worst = max(worst, growth)
                speed = SIZE / MEBIBYTE / seconds
                print(
                    f"{case:<15} {SIZE // MEBIBYTE} MiB in {seconds:5.2f} s, {speed:5.0f} MiB/s,"
                    f" peak memory +{growth / MEBIBYTE:.1f} MiB"
                )
            same = digest(source) == digest(target)
        finally:
            server.terminate()
            server.communicate()
    print(f"largest growth {worst / MEBIBYTE:.1f} MiB, allowed are {LIMIT // MEBIBYTE} MiB")
    print("the bytes came back as they went" if same else "THE BYTES DIFFER")
    return 0 if worst < LIMIT and same else 1


def fill(file: Path) -> None:
    """Write the file to send: blocks that differ, so that a lost one shows."""
    with file.open("wb") as target:
        for number in range(SIZE // MEBIBYTE):
            target.write(hashlib.sha256(number.to_bytes(4, "big")).digest() * (MEBIBYTE // 32))


def digest(file: Path) -> str:
    """Checksum of a file."""
    with file.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
    else:
        sys.exit(main())
