"""
The benchmark's server: canned bytes over asyncio, in a process of its own.

It prints its address, then takes settings as JSON lines on standard input; for each it prints what
it saw since the last one. `python -m bench.server` starts it; only the standard library is used.
"""

from __future__ import annotations

import asyncio
import json
import re
import resource
import sys
import time
from typing import Any, cast

from bench.wire import ALEPH, OPENAI, STREAM_HEAD, Dialect, answer, chunked

__all__ = ["BIG", "Server", "main"]

BIG = 64 * 1024 * 1024
PIECE = bytes(range(256)) * 1024
END = b"0\r\n\r\n"
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_STREAM = re.compile(rb'"stream": ?true')

FILE = {
    "name": "big",
    "parentPath": None,
    "bucket": "bucket",
    "url": "files/bucket/big",
    "nodeType": "ITEM",
    "resourceType": "FILE",
    "contentLength": BIG,
    "contentType": "application/octet-stream",
}
FIXED = {
    b"/v1/bucket": answer(b'{"bucket":"bucket"}'),
    b"/version": answer(b"1.0.0", b"text/plain"),
}
STORED = answer(json.dumps(FILE).encode())
DOWNLOAD = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: %d\r\n\r\n" % BIG
)


class Settings:
    """
    How streams are answered.

    Attributes:
        events: Texts in a stream.
        tail: `done`: [DONE], and the end of the body with it; `late`: the end of the body 2 ms
            later; `bare`: no [DONE].
        gate: Streams to wait for before any begins; then each gets one event every `tick`
            seconds. 0 sends each stream at once, as fast as it goes.
        tick: See `gate`.
    """

    def __init__(
        self, events: int = 100, tail: str = "done", gate: int = 0, tick: float = 0.05
    ) -> None:
        self.events = events
        self.tail = tail
        self.gate = gate
        self.tick = tick
        last = b"" if tail == "bare" else chunked("[DONE]")
        self.end = last if tail == "late" else last + END
        self.whole = {
            dialect: STREAM_HEAD + dialect.events(events) + dialect.last + self.end
            for dialect in (OPENAI, ALEPH)
        }


class Server:
    """What all connections share."""

    def __init__(self) -> None:
        self.settings = Settings()
        self.waiting: list[tuple[Connection, Dialect]] = []
        self._opening: asyncio.TimerHandle | None = None
        self.forget()

    def forget(self) -> None:
        """Begin to count anew."""
        self.connections = self.requests = self.received = self.peak = 0
        self._since = time.perf_counter(), _cpu()

    def seen(self) -> dict[str, Any]:
        """Counts, and CPU seconds per second, since they began."""
        wall, cpu = time.perf_counter() - self._since[0], _cpu() - self._since[1]
        names = ("connections", "requests", "received", "peak")
        return {**{name: getattr(self, name) for name in names}, "busy": cpu / wall, "cpu": cpu}

    def wait(self, connection: Connection, dialect: Dialect) -> None:
        """Hold a stream until all are there, or no more come for a second."""
        self.waiting.append((connection, dialect))
        self.peak = max(self.peak, len(self.waiting))
        if self._opening:
            self._opening.cancel()
        pause = 0.0 if len(self.waiting) >= self.settings.gate else 1.0
        self._opening = asyncio.get_running_loop().call_later(pause, self._open)

    def _open(self) -> None:
        streams, self.waiting, self._opening = self.waiting, [], None
        for connection, _ in streams:
            connection.write(STREAM_HEAD)
        self._tick(streams, self.settings.events)

    def _tick(self, streams: list[tuple[Connection, Dialect]], left: int) -> None:
        for connection, dialect in streams:
            event = dialect.tokens[left % len(dialect.tokens)]
            connection.write(event if left else dialect.last + self.settings.end)
        if left:
            loop = asyncio.get_running_loop()
            loop.call_later(self.settings.tick, self._tick, streams, left - 1)


class Connection(asyncio.Protocol):
    """One connection of a client."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._buffer = b""
        self._skip = 0
        self._skip_chunks = False
        self._left = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Count it."""
        self._transport = cast("asyncio.Transport", transport)
        self._server.connections += 1

    def write(self, piece: bytes) -> None:
        """Send *piece*, unless the client has gone."""
        if not self._transport.is_closing():
            self._transport.write(piece)

    def data_received(self, data: bytes) -> None:
        """Take in a request; the body of an upload is counted and dropped."""
        if self._skip:
            self._server.received += len(data)
            self._skip -= len(data)
            if self._skip <= 0:
                self._skip = 0
                self.write(STORED)
            return
        if self._skip_chunks:
            self._server.received += len(data)
            self._buffer = (self._buffer + data)[-len(END) :]
            if self._buffer == END:
                self._buffer, self._skip_chunks = b"", False
                self.write(STORED)
            return
        data = self._buffer + data if self._buffer else data
        end = data.find(b"\r\n\r\n")
        if end < 0:
            self._buffer = data
            return
        self._request(data, end + 4)

    def _request(self, data: bytes, body: int) -> None:
        method, path, _ = data.split(b" ", 2)
        found = _LENGTH.search(data, 0, body)
        length = int(found[1]) if found else 0
        if method == b"PUT":
            self._buffer = b""
            self._skip, self._skip_chunks = length, not found
            self._server.requests += 1
            self.data_received(data[body:])
        elif len(data) < body + length:
            self._buffer = data
        else:
            self._buffer = b""
            self._server.requests += 1
            self._answer(path.partition(b"?")[0], data, body)

    def _answer(self, path: bytes, data: bytes, body: int) -> None:
        settings = self._server.settings
        dialect = ALEPH if path.endswith(b"/complete") else OPENAI
        if path.startswith(b"/v1/files/"):
            self._left = BIG // len(PIECE)
            self.write(DOWNLOAD)
            self.resume_writing()
        elif path in FIXED:
            self.write(FIXED[path])
        elif not _STREAM.search(data, body):
            self.write(dialect.whole)
        elif settings.gate:
            self._server.wait(self, dialect)
        else:
            self.write(settings.whole[dialect])
            if settings.tail == "late":
                asyncio.get_running_loop().call_later(0.002, self.write, END)

    def pause_writing(self) -> None:
        """Let the client read first."""
        self._paused = True

    def resume_writing(self) -> None:
        """Go on with the file, if one is being sent."""
        self._paused = False
        while self._left and not self._paused:
            self._left -= 1
            self.write(PIECE)


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


async def main() -> None:
    """Serve until standard input ends."""
    loop = asyncio.get_running_loop()
    server = Server()
    listening = await loop.create_server(lambda: Connection(server), "127.0.0.1", 0, backlog=4096)
    print(f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}", flush=True)
    ended = asyncio.Event()

    def control() -> None:
        """Take one line."""
        line = sys.stdin.readline()
        if not line:
            ended.set()
            return
        print(json.dumps(server.seen()), flush=True)
        server.settings = Settings(**json.loads(line))
        server.forget()

    loop.add_reader(sys.stdin.fileno(), control)
    await ended.wait()


if __name__ == "__main__":
    asyncio.run(main())
