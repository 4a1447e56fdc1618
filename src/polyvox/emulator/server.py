"""
The emulator as an object: a server on a thread of its own, on a loopback address.
"""

from __future__ import annotations

import asyncio
import ipaddress
import shutil
import socket
import tempfile
import threading
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import uvicorn
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp

from polyvox.emulator.application import Application, RecordedRequest
from polyvox.emulator.errors import EmulatorStartFailed, UnsafeHost
from polyvox.emulator.jsonvalues import JsonObject
from polyvox.emulator.registry import backends as registered
from polyvox.emulator.settings import MEBIBYTE, Settings, now

__all__ = ["Emulator"]

STARTUP_SECONDS = 20
GRACE_SECONDS = 1
BACKLOG = 128


class Emulator:
    """
    Backends on loopback, for tests, demos and trying things out.

    Use it as a context manager, or call `start` and `close`. Once started it is ready.

    Args:
        backends: Names of the backends to serve; all by default.
        documents: Further OpenAPI documents by prefix, as decoded JSON.
        host: Loopback address to listen on.
        port: Port to listen on; 0 takes a free one.
        data: Folder for uploads and documents, kept afterwards; a temporary one by default.
        keys: Credentials to accept; each backend's own by default.
        max_upload_bytes: Size from which uploads are refused with 413.
        max_json_bytes: Size from which JSON bodies are refused with 413.
        examples_only: Answer everything from the documents' examples.
        gzip: Compress answers, except event streams, for clients that accept it.
        unsafe_host: Allow a host that other machines can reach.
        clock: Tells the present moment, in UTC.

    Raises:
        UnsafeHost: *host* is not a loopback address, and *unsafe_host* is not set.
        EmulatorStartFailed: a backend is unknown; from `start`, the address is taken.
    """

    def __init__(
        self,
        *,
        backends: Iterable[str] | None = None,
        documents: Mapping[str, JsonObject] | None = None,
        host: str = "127.0.0.1",
        port: int = 0,
        data: Path | str | None = None,
        keys: Collection[str] | None = None,
        max_upload_bytes: int = 512 * MEBIBYTE,
        max_json_bytes: int = 16 * MEBIBYTE,
        examples_only: bool = False,
        gzip: bool = False,
        unsafe_host: bool = False,
        clock: Callable[[], datetime] = now,
    ) -> None:
        """Prepare an emulator; nothing listens before `start`."""
        if not unsafe_host and not is_loopback(host):
            msg = (
                f"Refusing to listen on {host!r}: other machines could reach it, and the emulator "
                "accepts well-known keys. Use 127.0.0.1, or pass unsafe_host=True (--unsafe-host)."
            )
            raise UnsafeHost(msg)
        self._host, self._port = host, port
        self._names = None if backends is None else tuple(backends)
        self._documents = dict(documents or {})
        self._folder = None if data is None else Path(data)
        self._options = {"max_upload_bytes": max_upload_bytes, "max_json_bytes": max_json_bytes}
        self._keys = None if keys is None else frozenset(keys)
        self._examples_only = examples_only
        self._gzip = gzip
        self._clock = clock
        self._running: _Running | None = None
        self._requests: list[RecordedRequest] = []

    def start(self) -> Self:
        """Start serving; the emulator answers when this returns."""
        if self._running is None:
            self._running = self._run()
        return self

    def close(self) -> None:
        """Stop serving and remove temporary data; a second call does nothing."""
        running, self._running = self._running, None
        if running is not None:
            self._requests = running.house.application.requests
            running.stop()

    def __enter__(self) -> Self:
        """Start serving."""
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop serving."""
        self.close()

    @property
    def url(self) -> str:
        """The address without a prefix and without a trailing slash."""
        return self._serving().url

    @property
    def dial_url(self) -> str:
        """The base URL of the DIAL backend."""
        return self.url_of("dial")

    def url_of(self, backend: str) -> str:
        """The base URL of *backend*."""
        return f"{self.url}/{backend}"

    @property
    def folder(self) -> Path:
        """Where uploads and documents are."""
        return self._serving().house.folder

    @property
    def prefixes(self) -> tuple[str, ...]:
        """The names of the backends being served."""
        return self._serving().house.prefixes

    @property
    def requests(self) -> list[RecordedRequest]:
        """The requests so far, oldest first, also after `close`."""
        return self._requests if self._running is None else self._running.house.application.requests

    def forget_requests(self) -> None:
        """Drop the recorded requests."""
        self._serving().house.application.forget()

    def _serving(self) -> _Running:
        if self._running is None:
            msg = "The emulator is not running. Use it as a context manager, or call start()."
            raise EmulatorStartFailed(msg)
        return self._running

    def _run(self) -> _Running:
        folder = self._folder or Path(tempfile.mkdtemp(prefix="polyvox-emulator-"))
        folder.mkdir(parents=True, exist_ok=True)
        try:
            settings = Settings(
                data=folder,
                keys=self._keys,
                examples_only=self._examples_only,
                now=self._clock,
                **self._options,
            )
            served = registered(self._names, self._documents, settings)
            listener = listening(self._host, self._port)
            house = _House(Application(served), tuple(served), folder, self._folder is None)
            return _Running(house, listener, gzip=self._gzip)
        except BaseException:
            if self._folder is None:
                shutil.rmtree(folder, ignore_errors=True)
            raise


@dataclass(frozen=True)
class _House:
    """What is served, and where its data lie."""

    application: Application
    prefixes: tuple[str, ...]
    folder: Path
    temporary: bool


class _Running:
    """A server thread and what belongs to it."""

    def __init__(self, house: _House, listener: socket.socket, *, gzip: bool) -> None:
        self.house = house
        self.url = url_at(listener)
        self._listener = listener
        served: ASGIApp = GZipMiddleware(house.application) if gzip else house.application
        config = uvicorn.Config(
            served,
            loop="asyncio",
            http="h11",
            ws="none",
            lifespan="off",
            log_config=None,
            log_level="critical",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=GRACE_SECONDS,
        )
        self._server = _Server(config)
        self._thread = threading.Thread(target=self._serve, name="polyvox-emulator", daemon=True)
        self._thread.start()
        if not self._server.ready.wait(STARTUP_SECONDS):  # pragma: no cover - cannot be arranged
            self.stop()
            msg = f"The emulator was not ready within {STARTUP_SECONDS} seconds. Try again."
            raise EmulatorStartFailed(msg)

    def _serve(self) -> None:
        self._server.run(sockets=[self._listener])

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join()
        self._listener.close()
        if self.house.temporary:
            shutil.rmtree(self.house.folder, ignore_errors=True)


class _Server(uvicorn.Server):
    """A server that says when it is ready."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await super().shutdown(sockets)
        # A caller that does not read keeps its connection beyond the grace period.
        for connection in list(self.server_state.connections):
            connection.transport.abort()
        await asyncio.sleep(0)


def is_loopback(host: str) -> bool:
    """Whether *host* can be reached from this machine only."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def listening(host: str, port: int) -> socket.socket:
    """A listening socket at *host* and *port*."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is named because asyncio turns Nagle's algorithm off only where it is: small
    # answers would take 40 ms each.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        msg = f"Cannot listen on {host}:{port}: {error.strerror}. Choose another port, or 0."
        raise EmulatorStartFailed(msg) from error
    return listener


def url_at(listener: socket.socket) -> str:
    """The URL at which *listener* is reached."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
