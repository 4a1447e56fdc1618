"""
Chat streams of every backend, cut anywhere: the same events, whatever the network does to them.

The streams are the examples of the specifications; each is cut at every byte once, and into single
bytes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from importlib.resources import files
from typing import Any

import pytest
from world import Reply, World

from polyvox.backends.chat_stream import ChatSource
from polyvox.backends.dial import ops as dial
from polyvox.backends.ollama import ops as ollama
from polyvox.backends.openai import ops as openai
from polyvox.types import Done
from polyvox_core.errors import StatusError
from polyvox_core.retry import NO_RETRY
from polyvox_core.settings import Settings

SOURCES: dict[str, Callable[[Settings], ChatSource[Any]]] = {
    "dial": lambda settings: dial.chat_source(settings, "Hi", "m", None, {}, None),
    "ollama": lambda settings: ollama.chat_source(settings, "Hi", "m", None, {}),
    "openai": lambda settings: openai.chat_source(settings, "Hi", "m", None, {}),
}
OPERATIONS = {
    "dial": "create_chat_completion",
    "ollama": "chat",
    "openai": "create_chat_completion",
}


def samples(backend: str) -> Iterator[Any]:
    """The streams that the specification of *backend* shows, as text."""
    text = files("polyvox_api").joinpath(backend, "spec.json").read_text("utf-8")
    for item in json.loads(text)["paths"].values():
        for operation in item.values():
            named = isinstance(operation, dict) and operation.get("operationId")
            if named and named == OPERATIONS[backend]:
                for kind, media in operation["responses"]["200"]["content"].items():
                    for name, example in media.get("examples", {}).items():
                        if kind != "application/json":
                            literal = written(kind, example)
                            yield pytest.param(backend, kind, literal, id=f"{backend}-{name}")


def written(kind: str, example: dict[str, Any]) -> bytes:
    """The stream of an *example* as it travels."""
    before, after = ("", "\n") if kind == "application/x-ndjson" else ("data: ", "\n\n")
    items = (f"{before}{json.dumps(item)}{after}" for item in example["dataValue"])
    return str(example.get("serializedValue") or "".join(items)).encode()


SAMPLES = [sample for backend in SOURCES for sample in samples(backend)]


def played(backend: str, kind: str, *pieces: bytes) -> list[Any]:
    """The events that a stream of *pieces* gives; at its end, the error if it has one."""
    world = World(Reply(200, *pieces, content_type=kind))
    source = SOURCES[backend](world.settings(retry=NO_RETRY))
    events: list[Any] = []
    try:
        world.run(source.open())
        while more := world.run(source.pull()):
            events += more
    except StatusError as error:
        events.append((type(error), error.message, error.partial))
    return events


def test_samples_are_found() -> None:
    """Every backend has streams to cut, several of them."""
    found = [sample.values[0] for sample in SAMPLES]

    assert all(found.count(backend) >= 2 for backend in SOURCES)


@pytest.mark.parametrize(("backend", "kind", "literal"), SAMPLES)
def test_cuts_change_nothing(backend: str, kind: str, literal: bytes) -> None:
    """The events are the same at every cut, and they end with the whole reply or an error."""
    whole = played(backend, kind, literal)
    single = played(backend, kind, *(bytes([byte]) for byte in literal))
    cuts = [
        cut
        for cut in range(1, len(literal))
        if whole != played(backend, kind, literal[:cut], literal[cut:])
    ]

    assert whole == single
    assert [] == cuts
    assert isinstance(whole[-1], Done) == (b'"error":' not in literal)
