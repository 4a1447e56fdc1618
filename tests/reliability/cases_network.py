"""Rows X-11, X-12 and P: certificates and proxies."""

from __future__ import annotations

import base64
import contextlib
import datetime as dt
import logging
import os
import socket
import ssl
import threading
from collections.abc import Iterator
from functools import cache
from typing import Any

import trustme
from cases import KEY, Bench, case

import polyvox
from polyvox.errors import ConnectFailed
from polyvox.testing.faults import answer, completion
from polyvox_core.transport import options
from polyvox_core.transport.options import TransportOptions, tls_context

GOOD = (answer(completion()),)
VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy", "NETRC")


@cache
def authority() -> trustme.CA:
    """A certificate authority of the tests' own."""
    return trustme.CA()


def certified(*names: str, expired: bool = False, demand: bool = False) -> ssl.SSLContext:
    """A server's TLS context with a certificate for *names*."""
    until = dt.datetime(2001, 1, 1, tzinfo=dt.UTC) if expired else None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority().issue_cert(*names, not_after=until).configure_cert(context)
    if demand:
        context.verify_mode = ssl.CERT_REQUIRED
        authority().configure_trust(context)
    return context


def trusted(bench: Bench) -> str:
    """Path of the authority's certificate."""
    path = bench.folder / "ca.pem"
    authority().cert_pem.write_to_path(path)
    return str(path)


@contextlib.contextmanager
def environment(**variables: str) -> Iterator[None]:
    """Environment variables for a while, and no others that name proxies."""
    before = {name: os.environ.pop(name, None) for name in VARIABLES}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


@case("X-11", "A certificate by an unknown authority, for another name, or expired.")
def bad_certificates(bench: Bench) -> str:
    """Refused, and not tried again."""
    ca = trusted(bench)
    for context, verify in (
        (certified("127.0.0.1"), True),
        (certified("other.example"), ca),
        (certified("127.0.0.1", expired=True), ca),
    ):
        server = bench.server(GOOD, ssl_context=context)
        error = bench.chat_error(bench.dial(server, verify=verify))
        assert ConnectFailed is type(error)
        assert "certificate" in str(error)
        assert (error.attempts, server.connections.count) == (1, 1)
    return "ConnectFailed after one connection; no request is sent"


@case("X-11", "A certificate by the authority that verify= names.")
def good_certificate(bench: Bench) -> str:
    """Accepted."""
    server = bench.server(GOOD, ssl_context=certified("127.0.0.1"))
    for verify in (trusted(bench), tls_context(TransportOptions(verify=trusted(bench)))):
        assert bench.chat(bench.dial(server, verify=verify)).text == "hello"
    return "the answer"


@case("X-11", "The oldest version of TLS that a client speaks.")
def oldest_version(bench: Bench) -> str:
    """TLS 1.2."""
    for given in (TransportOptions(), TransportOptions(verify=trusted(bench))):
        assert tls_context(given).minimum_version == ssl.TLSVersion.TLSv1_2
        assert tls_context(given).check_hostname
    return "TLS 1.2"


@case("X-11", "Two clients with verify=False.")
def unchecked(bench: Bench) -> str:
    """Any certificate will do, and the log says so, once."""
    server = bench.server(GOOD, ssl_context=certified("other.example"))
    records: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: records.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("polyvox")
    logger.addHandler(handler)
    before = options._contexts.copy()
    options._contexts.clear()
    try:
        for _ in range(2):
            assert bench.chat(bench.dial(server, verify=False)).text == "hello"
    finally:
        options._contexts.update(before)
        logger.removeHandler(handler)
    assert [record.partition(":")[0] for record in records if "verify" in record] == [
        "verify=False"
    ]
    return "the answers; one warning in the log"


@case("X-12", "HTTP_PROXY, NO_PROXY with names, ports and CIDR networks, and trust_env=False.")
def environment_proxies(bench: Bench) -> str:
    """Honoured, unless told not to."""
    server, proxy = bench.server(GOOD), bench.server(GOOD)
    host, port = server.address
    for excluded, expected in (
        ("", 1),
        ("other.example,10.0.0.0/8,::1", 1),
        ("127.0.0.0/8", 0),
        (f"{host}:{port}", 0),
        ("*", 0),
    ):
        before = len(proxy.requests)
        with environment(http_proxy=proxy.url, no_proxy=excluded):
            assert bench.chat(bench.dial(server, trust_env=True)).text == "hello"
        assert (excluded, len(proxy.requests) - before) == (excluded, expected)
    before = len(proxy.requests)
    with environment(http_proxy=proxy.url):
        bench.chat(bench.dial(server, trust_env=False))
    assert len(proxy.requests) == before
    return "through the proxy, or past it, as they say"


@case("X-12", "A proxy with a password that cannot be reached.")
def proxy_password(bench: Bench) -> str:
    """The password is masked."""
    secret = "pass-word-of-the-proxy"
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    client = bench.dial("http://127.0.0.1:9", proxy=f"http://user:{secret}@127.0.0.1:{port}")
    error = bench.chat_error(client)
    assert isinstance(error, polyvox.ConnectionFailed)
    assert secret not in f"{error!r}{error}{vars(error)}{client!r}{vars(client)}"
    return "ConnectFailed that does not show it"


@case("X-12", "A .netrc with a password for the server.")
def netrc(bench: Bench) -> str:
    """Not used."""
    path = bench.folder / "netrc"
    path.write_text("machine 127.0.0.1 login me password secret-of-netrc\n", "utf-8")
    path.chmod(0o600)
    server = bench.server(GOOD)
    with environment(NETRC=str(path)):
        bench.chat(bench.dial(server, trust_env=True))
    assert b"authorization" not in server.requests[0].lower()
    return "a request with the client's own credential only"


class Tunnel:
    """A proxy that knows CONNECT: relays bytes, and keeps the heads it was sent."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.heads: list[bytes] = []
        self._threads: list[threading.Thread] = []

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Tunnel:  # noqa: PYI034 - final class of a test
        """Serve one connection."""
        self._start(self._serve)
        return self

    def __exit__(self, *_: object) -> None:
        """Wait for its end."""
        self._listener.close()
        for thread in self._threads:
            thread.join(5)

    def _start(self, work: Any, *args: Any) -> None:
        thread = threading.Thread(target=work, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _serve(self) -> None:
        client, _ = self._listener.accept()
        head = b""
        while b"\r\n\r\n" not in head:
            head += client.recv(65536)
        self.heads.append(head)
        host, _, port = head.split()[1].decode().partition(":")
        upstream = socket.create_connection((host, int(port)))
        client.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        self._start(self._relay, upstream, client)
        self._relay(client, upstream)

    @staticmethod
    def _relay(source: socket.socket, target: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while piece := source.recv(65536):
                target.sendall(piece)
        for sock in (source, target):
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
            sock.close()


@case("P-01", "An HTTPS server behind a proxy with a password, given as proxy=.")
def tunnelled(bench: Bench) -> str:
    """CONNECT with the proxy's credential; the server's goes through the tunnel only."""
    server = bench.server(GOOD, ssl_context=certified("127.0.0.1"))
    with Tunnel() as proxy:
        address = proxy.url.replace("http://", "http://user:pass@")
        client = bench.dial(server, proxy=address, verify=trusted(bench))
        assert bench.chat(client).text == "hello"
        bench.shell.shut(client)
    (head,) = proxy.heads
    assert head.startswith(b"CONNECT 127.0.0.1:")
    assert base64.b64encode(b"user:pass") in head
    assert KEY.encode() not in head
    assert KEY.encode() in server.requests[0]
    return "the answer, through CONNECT; the proxy does not see the server's credential"


@case("P-01", "A plain HTTP server behind a proxy; a proxy that answers 407.")
def forwarded(bench: Bench) -> str:
    """The whole URL goes to the proxy; its refusal is an error."""
    proxy = bench.server(GOOD)
    assert bench.chat(bench.dial("http://127.0.0.1:9", proxy=proxy.url)).text == "hello"
    assert proxy.requests[0].startswith(b"POST http://127.0.0.1:9/openai/")
    refusing = bench.server((answer(status=407),))
    error = bench.chat_error(bench.dial("https://127.0.0.1:9", proxy=refusing.url))
    assert isinstance(error, ConnectFailed)
    return "the answer; ConnectFailed"


@case("P-02", "A server that demands a client certificate; with cert=, and without.")
def mutual(bench: Bench) -> str:
    """The certificate is shown, or the connection fails."""
    server = bench.server(GOOD, ssl_context=certified("127.0.0.1", demand=True))
    path = bench.folder / "client.pem"
    authority().issue_cert("client.example").private_key_and_cert_chain_pem.write_to_path(path)
    client = bench.dial(server, verify=trusted(bench), cert=str(path))
    assert bench.chat(client).text == "hello"
    error = bench.chat_error(bench.dial(server, verify=trusted(bench)))
    assert isinstance(error, polyvox.ConnectionFailed)
    return "the answer; ConnectionFailed"
