"""Fixtures of all tests: no network but loopback, and the two shells."""

from __future__ import annotations

import ipaddress
import os
import signal
import socket
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

import pytest
from shells import SHELLS, TRANSPORT, Shell

from polyvox.backends.registry import BACKENDS

# A shell's background job starts with Ctrl-C ignored; the tests that press it need it back.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

_PROXY_VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


class NetworkReached(Exception):
    """A test tried to leave this computer; no `OSError`, so that nothing takes it for one."""


def _is_loopback(host: Any) -> bool:
    if host in {None, "", "localhost", b"localhost"}:
        return True
    try:
        return ipaddress.ip_address(host.decode() if isinstance(host, bytes) else host).is_loopback
    except ValueError:
        return False


def _check(address: Any) -> None:
    # Anything but a tuple names a socket of this computer's own file system.
    if isinstance(address, tuple) and not _is_loopback(address[0]):
        msg = f"A test tried to connect to {address!r}; tests use loopback only."
        raise NetworkReached(msg)


@pytest.fixture(autouse=True, scope="session")
def loopback_only() -> Iterator[None]:
    """Make connections and look-ups that leave this computer fail at once."""
    plain = {name: getattr(socket.socket, name) for name in ("connect", "connect_ex", "sendto")}
    look_up = socket.getaddrinfo

    def guarded(method: Callable[..., Any]) -> Callable[..., Any]:
        """The socket's *method*, its address checked before."""

        def checked(sock: socket.socket, *args: Any) -> Any:
            """Check the address, which is the last argument."""
            _check(args[-1])
            return method(sock, *args)

        return checked

    def guarded_look_up(host: Any, *args: Any, **keywords: Any) -> Any:
        """Addresses of *host*; names under .invalid are unknown, as they always are."""
        name = host.decode() if isinstance(host, bytes) else str(host)
        if name.endswith(".invalid"):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        _check((host,))
        return look_up(host, *args, **keywords)

    with pytest.MonkeyPatch.context() as patch:
        for name, method in plain.items():
            patch.setattr(socket.socket, name, guarded(method))
        patch.setattr(socket, "getaddrinfo", guarded_look_up)
        for name in (*_PROXY_VARIABLES, *map(str.upper, _PROXY_VARIABLES)):
            if name in os.environ:
                patch.delenv(name)
        yield


@pytest.fixture(autouse=True, scope="session")
def no_configuration() -> Iterator[None]:
    """No variable and no file of whoever runs the tests says anything to a client."""
    tables = [import_module(f"polyvox.backends.{name}.identity").FIELDS for name in BACKENDS]
    names = {
        variable
        for fields in tables
        for name in (*fields.table, "model", "timeout", "transport")
        for variable in fields.variables(name)
    } | {"POLYVOX_PROFILE", "POLYVOX_TIMEOUT"}
    with pytest.MonkeyPatch.context() as patch:
        for name in names:
            patch.delenv(name, raising=False)
        patch.setenv("POLYVOX_CONFIG", "")
        patch.setenv("POLYVOX_TRANSPORT", "" if TRANSPORT == "own" else TRANSPORT)
        yield


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Over another transport than ours, leave out what cannot hold there."""
    if TRANSPORT == "own":
        return
    kept = [item for item in items if _holds(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept


def _holds(item: pytest.Item) -> bool:
    """Whether *item* can hold over the transport under test."""
    values = getattr(getattr(item, "callspec", None), "params", {})
    shell = values.get("shell")
    if item.get_closest_marker("own_transport"):
        return False
    if TRANSPORT == "aiohttp" and (shell == "sync" or item.get_closest_marker("blocking")):
        return False
    # The marks' own words say why.
    marks = item.iter_markers("not_over")
    return not any(
        TRANSPORT in mark.args and mark.kwargs.get("shell") in {None, shell} for mark in marks
    )


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest) -> Iterator[Shell]:
    """Both shells, one after the other; their clients are closed at the end."""
    with Shell(request.param) as made:
        yield made


@pytest.fixture
def call(shell: Shell) -> Callable[..., Any]:
    """Call a function of the shell under test, and wait for what it gives."""
    return shell.call
