"""
The limit: bare sockets and orjson, with just enough HTTP for the benchmark's server.

It checks nothing, and has no time limits: nobody should write this.
"""

from __future__ import annotations

import asyncio
import socket
from typing import Any
from urllib.parse import urlsplit

from orjson import dumps, loads

from bench.adapters import Got
from bench.wire import Messages

__all__ = ["Adapter"]

HEAD = (
    b"POST /openai/deployments/gpt-4o/chat/completions HTTP/1.1\r\nHost: %s\r\nApi-Key: key\r\n"
    b"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n"
)
ASK = {"messages": [{"role": "user", "content": "Hi"}], "stream": True}
END = b"0\r\n\r\n"


def whole(data: bytes) -> str | None:
    """The text of an answer, once it is complete."""
    head = data.find(b"\r\n\r\n") + 4
    length = data.find(b"Content-Length: ", 0, head) + 16
    if head < 4 or len(data) < head + int(data[length : data.index(b"\r", length)]):
        return None
    text: str = loads(data[head:])["choices"][0]["message"]["content"]
    return text


def events_in(data: bytes, got: Got) -> bytes:
    """Hand over the complete events; gives the rest."""
    *events, rest = data.split(b"\n\n")
    for event in events:
        text = event[event.index(b"data: ") + 6 :]
        if text != b"[DONE]":
            got(loads(text))
    return rest


class _Asyncio(asyncio.Protocol):
    """A connection that answers one request at a time."""

    def start(self, got: Got | None) -> asyncio.Future[str]:
        self._got, self._rest = got, b""
        self._done: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        return self._done

    def data_received(self, data: bytes) -> None:
        if self._got is None:
            self._rest += data
            text = whole(self._rest)
            if text is not None:
                self._done.set_result(text)
            return
        self._rest = events_in(self._rest + data, self._got)
        if self._rest.endswith(END):
            self._done.set_result("")


class Adapter:
    """One blocking connection, and as many of asyncio as there are calls at once."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._address = parts.hostname or "", parts.port or 80
        self._host = parts.netloc.encode()
        self._socket: socket.socket | None = None
        self._idle: list[tuple[asyncio.Transport, _Asyncio]] = []

    def _send(self, body: bytes) -> socket.socket:
        if self._socket is None:
            self._socket = socket.create_connection(self._address)
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._socket.sendall(HEAD % (self._host, len(body)) + body)
        return self._socket

    def chat(self, messages: Messages) -> str:
        connection, data = self._send(dumps({"messages": messages})), b""
        while (text := whole(data)) is None:
            data += connection.recv(65536)
        return text

    def stream(self, got: Got) -> None:
        connection, rest = self._send(dumps(ASK)), b""
        while not rest.endswith(END):
            rest = events_in(rest + connection.recv(65536), got)

    async def _asend(self, body: bytes, got: Got | None) -> str:
        if not self._idle:
            loop = asyncio.get_running_loop()
            self._idle.append(await loop.create_connection(_Asyncio, *self._address))
        transport, protocol = self._idle.pop()
        transport.write(HEAD % (self._host, len(body)) + body)
        text = await protocol.start(got)
        self._idle.append((transport, protocol))
        return text

    async def achat(self, messages: Messages) -> str:
        return await self._asend(dumps({"messages": messages}), None)

    async def astream(self, got: Got) -> None:
        await self._asend(dumps(ASK), got)

    def text(self, event: dict[str, Any]) -> str:
        return event["choices"][0]["delta"].get("content") or ""
