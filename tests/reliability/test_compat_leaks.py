"""Nor do the drop-in surfaces show a credential: their constructors, and the errors they raise."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from cases_leaks import ECHOES, KEY, STREAMS, check

import polyvox.compat
from polyvox.compat.aidial_client import Dial, DialException
from polyvox.testing.faults import FaultServer

ADDRESSES = ("base_url", "host")


def constructors() -> Iterator[Any]:
    """Every public class of a drop-in surface that takes a credential and an address."""
    for surface in pkgutil.iter_modules(polyvox.compat.__path__):
        module = import_module(f"polyvox.compat.{surface.name}")
        for name in module.__all__:
            value = getattr(module, name)
            if inspect.isclass(value) and value.__module__.startswith("polyvox."):
                names = set(inspect.signature(value.__init__).parameters)
                if names & {"api_key", "token"} and names & set(ADDRESSES):
                    yield pytest.param(value, id=f"{surface.name}.{name}")


@pytest.mark.parametrize("kind", [*constructors()])
@pytest.mark.parametrize(
    ("key", "address"), [(f"{KEY}\n", "http://127.0.0.1:9"), (KEY, "not a URL")]
)
def test_constructors(kind: Any, key: str, address: str) -> None:
    """An unusable credential or address is refused, and no frame shows the credential."""
    names = inspect.signature(kind).parameters
    arguments = {name: key for name in ("api_key", "token") if name in names}
    arguments |= {name: address for name in ADDRESSES if name in names}
    try:
        made = kind(**arguments)
    except Exception as error:  # noqa: BLE001 - each surface has errors of its own
        check(error, "constructor")
    else:
        assert KEY not in repr(made)


@pytest.mark.parametrize("name", [name for name in ECHOES if name not in {"silence", "dribble"}])
def test_echoes(name: str) -> None:
    """What a server echoes is masked in the errors of the replaced library too."""
    with FaultServer(ECHOES[name]) as server:
        client = Dial(api_key=KEY, base_url=server.url, max_retries=0)
        try:
            client.chat.completions.create(
                deployment_name="m", stream=False, messages=[{"role": "user", "content": "Hi"}]
            )
        except (DialException, polyvox.PolyvoxError) as error:
            check(error, name)
        client.close()


@pytest.mark.parametrize("name", [name for name in STREAMS if name != "silence"])
def test_echoes_in_streams(name: str) -> None:
    """Same, for streams."""
    with FaultServer(STREAMS[name]) as server:
        client = Dial(api_key=KEY, base_url=server.url, max_retries=0)
        stream = client.chat.completions.create(
            deployment_name="m", stream=True, messages=[{"role": "user", "content": "Hi"}]
        )
        with pytest.raises((DialException, polyvox.PolyvoxError)) as raised:
            list(stream)
        client.close()

    check(raised.value, name)
