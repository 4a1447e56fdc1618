"""
The emulator as an object and as a command: start, stop, addresses, options, records.
"""

from __future__ import annotations

import asyncio
import importlib
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from toy import TOY

from polyvox.emulator import Emulator, EmulatorStartFailed, UnsafeHost
from polyvox.emulator.__main__ import greeting, main
from polyvox.emulator.application import Application
from polyvox.emulator.behaviours import Behaviours
from polyvox.emulator.registry import available, factory_of
from polyvox.emulator.server import listening

KEY = {"Api-Key": "dial-key"}


def toy(**options: Any) -> Emulator:
    """An emulator of the toy backend alone."""
    return Emulator(backends=(), documents={"toy": TOY}, **options)


def test_address_needs_a_start() -> None:
    """Before the start there is no address, and the message says what to do."""
    with pytest.raises(EmulatorStartFailed, match="context manager"):
        _ = toy().url


def test_start_and_close_twice() -> None:
    """A second start or close changes nothing."""
    emulator = toy().start()
    same = emulator.start()
    same.close()
    emulator.close()

    with pytest.raises(EmulatorStartFailed):
        _ = emulator.url


def test_it_answers_at_once_and_not_afterwards() -> None:
    """It is ready when the block begins, and gone when the block has ended."""
    with toy() as emulator:
        url = f"{emulator.url}/toy/text"
        answer = httpx.get(url).text

    assert "plain" == answer
    with pytest.raises(httpx.ConnectError):
        httpx.get(url)


def test_restart() -> None:
    """A closed emulator can be started again."""
    emulator = toy()
    answers = []
    for _ in range(2):
        with emulator:
            answers.append(httpx.get(f"{emulator.url}/toy/text").text)

    assert ["plain", "plain"] == answers


def test_temporary_data_is_removed(dial_document: dict[str, Any]) -> None:
    """Without a data folder nothing stays."""
    with Emulator(backends=(), documents={"dial": dial_document}) as emulator:
        folder = emulator.folder
        there = folder.is_dir()

    assert (True, False) == (there, folder.exists())


def test_data_is_kept(tmp_path: Path, dial_document: dict[str, Any]) -> None:
    """With a data folder the next emulator has everything again."""
    documents = {"dial": dial_document}
    with Emulator(backends=(), documents=documents, data=tmp_path) as emulator:
        bucket = httpx.get(f"{emulator.dial_url}/v1/bucket", headers=KEY).json()["bucket"]
        url = f"/v1/files/{bucket}/a/b"
        httpx.put(emulator.dial_url + url, headers=KEY, files={"file": b"kept"})
    with Emulator(backends=(), documents=documents, data=tmp_path) as emulator:
        content = httpx.get(emulator.dial_url + url, headers=KEY).content

    assert b"kept" == content


def test_caller_that_does_not_read(dial_document: dict[str, Any]) -> None:
    """Closing does not wait for a caller that stopped reading; its answer breaks off."""
    documents = {"dial": dial_document}
    emulator = Emulator(backends=(), documents=documents).start()
    with httpx.Client(base_url=emulator.dial_url, headers=KEY) as client:
        bucket = client.get("/v1/bucket").json()["bucket"]
        url = f"/v1/files/{bucket}/large"
        client.put(url, files={"file": b"x" * 20_000_000})
        with client.stream("GET", url) as response:
            emulator.close()

            with pytest.raises(httpx.TransportError):
                response.read()


def test_clock_is_asked(dial_document: dict[str, Any]) -> None:
    """Times come from the given clock."""
    moment = datetime(2026, 1, 2, tzinfo=UTC)
    documents = {"dial": dial_document}
    with Emulator(backends=(), documents=documents, clock=lambda: moment) as emulator:
        url = f"{emulator.dial_url}/openai/deployments/echo/chat/completions"
        body = {"messages": [{"role": "user", "content": "Hi"}]}
        answer = httpx.post(url, headers=KEY, json=body).json()

    assert moment.timestamp() == answer["created"]


def test_requests_are_recorded() -> None:
    """Method, path, query, headers and JSON bodies can be asserted on, also afterwards."""
    with toy() as emulator:
        headers = {"Authorization": "Bearer secret"}
        httpx.get(f"{emulator.url}/toy/tree/a%2Fb?x=1", headers=headers)
        httpx.post(f"{emulator.url}/toy/chat", headers=headers, json={"text": "Hi"})
    first, second = emulator.requests

    assert ("GET", "/toy/tree/a%2Fb", "x=1") == (first.method, first.path, first.query)
    assert "Bearer secret" == first.headers["authorization"]
    assert b'{"text":"Hi"}' == second.body
    assert "secret" not in repr(first)


def test_records_can_be_dropped() -> None:
    """What was recorded so far can be forgotten."""
    with toy() as emulator:
        httpx.get(f"{emulator.url}/toy/text")
        before = len(emulator.requests)
        emulator.forget_requests()

        assert (1, []) == (before, emulator.requests)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.1", "example.com", "::"])
def test_other_hosts_are_refused(host: str) -> None:
    """Only loopback addresses are listened on."""
    with pytest.raises(UnsafeHost, match="--unsafe-host"):
        toy(host=host)


def test_other_hosts_can_be_forced() -> None:
    """Whoever insists gets what was asked for."""
    with toy(host="0.0.0.0", unsafe_host=True) as emulator:
        port = emulator.url.rpartition(":")[2]

        assert "plain" == httpx.get(f"http://127.0.0.1:{port}/toy/text").text


def test_localhost_is_loopback() -> None:
    """The name of the loopback address is fine."""
    with toy(host="localhost") as emulator:
        assert "plain" == httpx.get(f"{emulator.url}/toy/text").text


@pytest.mark.skipif(not socket.has_ipv6, reason="needs IPv6")
def test_ipv6_loopback() -> None:
    """The IPv6 loopback address is written in brackets."""
    with toy(host="::1") as emulator:
        assert emulator.url.startswith("http://[::1]:")
        assert "plain" == httpx.get(f"{emulator.url}/toy/text").text


@pytest.mark.parametrize("kept", [True, False])
def test_taken_port_is_told(tmp_path: Path, kept: bool) -> None:
    """A port in use is an error that says what to do; a given data folder stays."""
    with toy() as emulator:
        port = int(emulator.url.rpartition(":")[2])

        with pytest.raises(EmulatorStartFailed, match="Choose another port"):
            toy(port=port, data=tmp_path if kept else None).start()
    assert tmp_path.is_dir()


def test_unknown_backend_is_told() -> None:
    """A backend that does not exist is an error naming those that do."""
    with pytest.raises(EmulatorStartFailed, match="no backend 'nothing'"):
        Emulator(backends=["nothing"]).start()


def test_examples_only(dial_document: dict[str, Any]) -> None:
    """Handlers step back when only examples are wanted."""
    documents = {"dial": dial_document}
    with Emulator(backends=(), documents=documents, examples_only=True) as emulator:
        answer = httpx.get(f"{emulator.dial_url}/v1/bucket", headers=KEY).json()
    operation = dial_document["paths"]["/v1/bucket"]["get"]

    assert operation["responses"]["200"]["content"]["application/json"]["example"] == answer


def test_dial_methods(dial: httpx.Client) -> None:
    """DIAL answers preflights to everybody, refuses other methods, allows every origin."""
    preflight, patch = dial.options("/v1/bucket"), dial.patch("/v1/bucket")

    assert (200, "86400") == (preflight.status_code, preflight.headers["access-control-max-age"])
    assert (405, b"") == (patch.status_code, patch.content)
    assert "*" == dial.get("/v1/bucket").headers["access-control-allow-origin"]


def test_dial_without_a_route(dial: httpx.Client) -> None:
    """An unknown path of DIAL is a gateway error, since Core looks for a configured route."""
    response = dial.get("/nowhere")

    assert (502, "No route") == (response.status_code, response.text)


def test_dial_speaks_http_1_1_only(emulator: Emulator) -> None:
    """Any other version is refused without a body."""
    host, port = emulator.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as connection:
        connection.sendall(b"GET /dial/health HTTP/1.0\r\n\r\n")
        answer = connection.makefile("rb").readline()

    assert b" 505 " in answer


@pytest.mark.parametrize("signum", [signal.SIGINT, signal.SIGTERM])
def test_command(tmp_path: Path, signum: signal.Signals) -> None:
    """The command tells its address and a snippet, and ends cleanly at a signal."""
    command = [sys.executable, "-m", "polyvox.emulator"]
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        for line in process.stdout:
            if line.startswith("Stop it"):
                break
        found = re.search(r"http://127\.0\.0\.1:\d+", first)
        status = httpx.get(found.group() if found else "").status_code
        process.send_signal(signum)
        rest = process.stdout.read()
        code = process.wait(timeout=20)

    assert (404, "Stopped.\n", 0) == (status, rest, code)
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["--host", "0.0.0.0"], "--unsafe-host"), (["--backend", "nothing"], "no backend 'nothing'")],
)
def test_command_that_cannot_start(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What stops the start is told without a traceback, and signals do what they did before."""
    before = signal.getsignal(signal.SIGINT)
    code = main(arguments)

    assert 2 == code
    assert before is signal.getsignal(signal.SIGINT)
    assert words in capsys.readouterr().err


def test_command_in_this_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Both signals ask to stop; the greeting has a snippet for DIAL, if that is served."""
    handlers: dict[int, Any] = {}
    monkeypatch.setattr(signal, "signal", handlers.setdefault)
    stop = threading.Event()
    stop.set()
    code = main([], stop)
    handlers[signal.SIGTERM](signal.SIGTERM, None)
    words = capsys.readouterr().out

    assert (0, {signal.SIGINT, signal.SIGTERM}) == (code, set(handlers))
    assert ("dial" in available()) == ('client.chat("Hi", model="echo")' in words)
    assert words.endswith("Stopped.\n")


def test_greeting_without_a_snippet() -> None:
    """A backend without a snippet is just named."""
    with toy() as emulator:
        words = greeting(emulator)

    assert "/toy\n" in words
    assert "import polyvox" not in words


def test_missing_extra_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra the import error says what to install."""
    for name in [name for name in sys.modules if name.startswith("polyvox.emulator")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "uvicorn", None)

    with pytest.raises(ImportError, match=r"pip install \"polyvox\[emulator\]\"") as caught:
        importlib.import_module("polyvox.emulator")
    assert "EmulatorNotInstalled" == type(caught.value).__name__


def test_missing_extra_of_the_command(tmp_path: Path) -> None:
    """Without the extra the command says what to install, in one line, with status 2."""
    stub = "raise ModuleNotFoundError('no', name='uvicorn')\n"
    (tmp_path / "uvicorn.py").write_text(stub, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "polyvox.emulator"],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    line = (
        "The emulator needs the package 'uvicorn', which is not installed. "
        'Run: pip install "polyvox[emulator]"\n'
    )
    assert (2, "", line) == (done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("given", ["99999", "-1", "http"])
def test_port_out_of_range(given: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no port is refused with status 2, in one line after the usage."""
    with pytest.raises(SystemExit) as caught:
        main([f"--port={given}"])

    words = f"{given!r} is no port. Give a number from 0 to 65535; 0 takes a free one."
    assert 2 == caught.value.code
    assert capsys.readouterr().err.endswith(f"error: argument --port: {words}\n")


def test_answers_are_compressed_on_request() -> None:
    """With the option, long answers are compressed for clients that accept it."""
    text = "x" * 2000
    document = {"paths": {"/": {"get": {"responses": shown_text(text)}}}}
    with Emulator(backends=(), documents={"long": document}, gzip=True) as emulator:
        response = httpx.get(f"{emulator.url}/long/")

    assert ("gzip", text) == (response.headers["content-encoding"], response.text)


def shown_text(text: str) -> dict[str, Any]:
    """Responses that show *text*."""
    return {"200": {"description": "Fine.", "content": {"text/plain": {"example": text}}}}


def test_small_answers_are_sent_at_once() -> None:
    """The listening socket names its protocol, so that asyncio turns Nagle's algorithm off."""
    with listening("127.0.0.1", 0) as listener:
        assert socket.IPPROTO_TCP == listener.proto


def test_websockets_are_not_served() -> None:
    """Other kinds of connection are left alone."""

    async def never(*arguments: Any) -> Any:
        """Stands for both directions of a connection nobody talks over."""
        raise AssertionError

    assert None is asyncio.run(Application({})({"type": "websocket"}, never, never))


def test_backend_without_behaviours_answers_from_examples() -> None:
    """A backend without a module of its own gets the base class, whatever its name is."""
    factories = [factory_of("nothing"), factory_of("not-a-name"), factory_of("server")]

    assert [Behaviours] * 3 == factories
