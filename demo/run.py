"""
`make demo`: from an OpenAPI document to a client that chats, streams and moves files.

Everything happens on this machine: the server is the emulator that comes with polyvox. Read it from
the top; each step is what you would write yourself.
"""

from __future__ import annotations

import asyncio
import contextlib
import io
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path

from backends import every_backend
from screen import Screen, Step

import polyvox
from polyvox.backends.dial.types import DialReply, StageDelta
from polyvox.emulator import Emulator
from polyvox_generator import cli as generator

ROOT = Path(__file__).parents[1]
MEBIBYTE = 1024 * 1024
SIZE = 32 * MEBIBYTE
USERS = 24
QUESTION = "One SDK for every chat backend"
LIGHT = """
import sys, time
began = time.perf_counter()
import polyvox
took = (time.perf_counter() - began) * 1000
heavy = {"httpx", "attrs", "ssl", "polyvox_api"} & sys.modules.keys()
print(f"{took:.0f} ms, without httpx, attrs or ssl" if not heavy else heavy, end="")
sys.exit(bool(heavy))
"""


def main() -> int:
    """Run all steps; 0 if every one went well."""
    screen = Screen()
    screen.print(
        f"polyvox {version('polyvox')}: one typed SDK, sync and async, made from documents"
    )
    screen.heading("From the document to the client")
    documents(screen)
    with Emulator() as emulator, tempfile.TemporaryDirectory() as folder:
        url = emulator.dial_url
        screen.heading(f"polyvox.Dial, on an emulator that checks every request ({url})")
        blocking(screen, url, Path(folder))
        screen.heading("polyvox.AsyncDial: the same names, with await")
        asyncio.run(asynchronous(screen, url, Path(folder)))
        screen.heading(f"polyvox.ClientPool: {USERS} users, one set of connections")
        pooled(screen, url)
        screen.heading("Every backend: the same verbs, blocking and with await")
        every_backend(screen, emulator)
        served = len(emulator.requests)
    status = screen.summary()
    if status == 0:
        screen.print(f"The emulator checked and answered {served} requests. Where to go from here:")
        screen.print("  README.md                            the tour, on one page")
        screen.print("  .venv/bin/python -m polyvox.emulator a server to play with")
        screen.print("  make test                            the tests; make help lists the rest")
    return status


def documents(screen: Screen) -> None:
    """Validate the specifications, generate again, and compare."""
    with screen.step("validate specs") as step:
        found = run_generator("validate", str(ROOT / "specs"))
        count = total(r": (\d+) operations?,", found)
        step.result = f"{len(found)} documents with {count} operations: ok"
    with screen.step("generate and compare") as step:
        out = ROOT / "generated" / "polyvox_api"
        found = run_generator("check", str(ROOT / "specs"), "--out", str(out))
        made, wanted = total(r": (\d+) of", found), total(r" of (\d+) operations", found)
        step.result = f"{made} of {wanted} operations generated: identical"
    with screen.step("import polyvox") as step:
        command = [sys.executable, "-c", LIGHT]
        step.result = subprocess.run(command, capture_output=True, check=True, text=True).stdout


def run_generator(*arguments: str) -> list[str]:
    """What a command of the generator prints; its failure is raised."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        status = generator.main(arguments)
    lines = [line for line in printed.getvalue().splitlines() if not line.startswith(" ")]
    if status:
        raise RuntimeError("\n      ".join(lines))
    return lines


def total(pattern: str, lines: list[str]) -> int:
    """Sum of the numbers that *pattern* finds, at most one a line."""
    return sum(int(match[1]) for line in lines if (match := re.search(pattern, line)))


def blocking(screen: Screen, url: str, folder: Path) -> None:
    """Everything once, with the blocking client."""
    with polyvox.Dial(base_url=url, api_key="dial-key") as client:
        with screen.step("chat") as step:
            reply = client.chat(QUESTION, model="echo")
            step.result = described(reply)
        with (
            screen.step("streamed chat") as step,
            client.stream(QUESTION, model="stages") as events,
        ):
            for event in events:
                show(step, event, events.partial)
            step.result = f"{len(events.final.stages)} stages, {described(events.final)}"
        source = folder / "report.bin"
        source.write_bytes(bytes(range(256)) * (SIZE // 256))
        with screen.step("upload") as step:
            stored = client.files.upload(source, to="demo/report.bin", progress=step.progress)
            step.result = f"{SIZE // MEBIBYTE} MiB to demo/{stored.name}"
        with screen.step("list") as step:
            step.result = listed(client.files.iter("demo/"))
        with screen.step("download") as step:
            saved = client.files.download(
                "demo/report.bin", to=folder / "copy.bin", progress=step.progress
            )
            step.result = compared(saved, source)
        with screen.step("a wrong name") as step:
            step.result = "NotFound, and what to do about it"
            step.notes = refusal(client)
        with screen.step("a stream cut short") as step:
            step.result = "StreamTruncated, never half an answer"
            step.notes = cut_short(client)


async def asynchronous(screen: Screen, url: str, folder: Path) -> None:
    """The same with the async client."""
    async with polyvox.AsyncDial(base_url=url, api_key="dial-key") as client:
        with screen.step("chat") as step:
            reply = await client.chat(QUESTION, model="echo")
            step.result = described(reply)
        with screen.step("streamed chat") as step:
            async with client.stream(QUESTION, model="echo") as events:
                async for text in events.text:
                    step.type(text)
            step.result = described(events.final)
        with screen.step("four uploads at once") as step:
            names = [f"demo/async/{number}.bin" for number in range(4)]
            await asyncio.gather(*(client.files.upload(bytes(MEBIBYTE), to=one) for one in names))
            found = [one async for one in client.files.iter("demo/async/")]
            step.result = listed(found)
        with screen.step("download") as step:
            target = folder / "async.bin"
            saved = await client.files.download(
                "demo/report.bin", to=target, progress=step.progress
            )
            step.result = compared(saved, folder / "report.bin")


def pooled(screen: Screen, url: str) -> None:
    """Many users, each with a credential of their own, over few connections."""

    def greet(user: int) -> str:
        """The answer to one user."""
        client = pool.client(polyvox.Dial, base_url=url, bearer_token=f"token-of-user-{user}")
        return client.chat(f"Hello from user {user}", model="echo").text

    with screen.step("chat") as step, polyvox.ClientPool(max_connections=4) as pool:
        with ThreadPoolExecutor(8) as threads:
            texts = list(threads.map(greet, range(USERS)))
        if texts != [f"Hello from user {user}" for user in range(USERS)]:
            msg = f"Answers went to the wrong users: {texts}"
            raise RuntimeError(msg)
        step.result = f"{USERS} chats, 8 threads, at most 4 connections"


def show(step: Step, event: polyvox.Event, so_far: DialReply) -> None:
    """What a person wants to see of an event."""
    match event:
        case StageDelta(position=position, status="completed"):
            stage = so_far.stages[position]
            step.notes.append(f"[{stage.name}] {stage.content}")
        case polyvox.TextDelta(text=text):
            step.type(text)
        case _:
            pass


def described(reply: polyvox.Reply) -> str:
    """A reply in a few words; an answer other than the question is an error."""
    if reply.text != QUESTION or reply.usage is None:
        msg = f"Unexpected answer: {reply!r}"
        raise RuntimeError(msg)
    return f"{reply.usage.prompt_tokens} tokens in, {reply.usage.completion_tokens} out"


def listed(files: Iterable[polyvox.FileInfo]) -> str:
    """What is in a folder."""
    sizes = [one.size_bytes or 0 for one in files]
    return f"{len(sizes)} file{'s' * (len(sizes) != 1)}, {sum(sizes) // MEBIBYTE} MiB"


def compared(saved: Path, source: Path) -> str:
    """Confirm that two files are the same."""
    if saved.read_bytes() != source.read_bytes():
        msg = f"{saved.name} differs from {source.name}"
        raise RuntimeError(msg)
    return f"{saved.stat().st_size // MEBIBYTE} MiB, the same bytes, MD5 checked"


def refusal(client: polyvox.Dial) -> list[str]:
    """What a chat with a deployment that does not exist says."""
    try:
        client.chat("Hi", model="no-such-model")
    except polyvox.NotFound as error:
        return str(error).split(": ", 1)
    msg = "A deployment that does not exist has answered."
    raise RuntimeError(msg)


def cut_short(client: polyvox.Dial) -> list[str]:
    """What a stream without its end says, and what had arrived until then."""
    script = {"configuration": {"script": ["This is only ", "half of", {"truncate": True}]}}
    try:
        client.stream("Hi", model="scripted", custom_fields=script).read()
    except polyvox.StreamTruncated as error:
        return [f"what had arrived is kept: {error.partial.text!r}"]
    msg = "A truncated stream has passed for a whole one."
    raise RuntimeError(msg)


if __name__ == "__main__":
    sys.exit(main())
