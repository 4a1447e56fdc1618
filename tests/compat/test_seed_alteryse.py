"""Every block of the seed document of alteryse-py runs, with nothing but the listed mends."""

from __future__ import annotations

import asyncio
import inspect
import json
from collections.abc import Iterator
from typing import Any

import pytest
from chat_pages import blocks_of, listed, rows_of, run_block
from seed_mends_chats import ALTERYSE, ALTERYSE_BEFORE

from polyvox.compat.alteryse import TextGeneration
from polyvox.emulator import Emulator

DOCUMENT = "alteryse-py.md"


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    """An emulator that accepts the key of the page."""
    with Emulator(backends=("alteryse",), keys=("your-api-key",)) as running:
        yield running


def ran(emulator: Emulator, *numbers: int) -> dict[str, Any]:
    """The names after the blocks with these *numbers* ran in their order."""
    names: dict[str, Any] = {"emulator_url": emulator.url_of("alteryse"), "__name__": "__main__"}
    blocks = blocks_of(DOCUMENT)
    for number in numbers:
        run_block(number, blocks[number - 1], ALTERYSE, ALTERYSE_BEFORE, names)
    return names


@pytest.mark.seeds
def test_usage(emulator: Emulator, capsys: pytest.CaptureFixture[str]) -> None:
    """Three `asyncio.run` calls on one object print three answers; options stand second."""
    names = ran(emulator, 1, 2, 3)

    assert isinstance(names["text_gen"], TextGeneration)
    assert [
        "What is the capital of France?",
        "Hello, how are you?",
        "Tell me a joke.",
    ] == capsys.readouterr().out.splitlines()
    bodies = [json.loads(request.body) for request in emulator.requests]
    assert ["generate", "chat", "generate"] == [body["mode"] for body in bodies]
    assert {"temperature": 0.7, "top_p": 0.9} == bodies[2]["options"]
    assert "images" not in bodies[2]


@pytest.mark.seeds
@pytest.mark.parametrize(("block", "name"), [(4, "__init__"), (5, "generate"), (6, "chat")])
def test_signatures(emulator: Emulator, block: int, name: str) -> None:
    """Every documented parameter is there, in its place and with its default."""
    numbers = (5, block) if block == 6 else (block,)
    documented = inspect.signature(ran(emulator, *numbers)[name]).parameters
    ours = inspect.signature(getattr(TextGeneration, name)).parameters

    assert list(documented) == list(ours)[: len(documented)]
    for one in documented.values():
        assert one.default in {inspect.Parameter.empty, ours[one.name].default}


@pytest.mark.seeds
def test_messages(emulator: Emulator) -> None:
    """A message of the documented structure is accepted."""
    names = ran(emulator, 1)
    run_block(7, f"message = {blocks_of(DOCUMENT)[6]}", ALTERYSE, (), names)

    reply = asyncio.run(names["text_gen"].chat([names["message"]]))

    assert "Hi" == reply.content
    assert b'"images":["iVBORw0KGgo="]' in emulator.requests[-1].body


@pytest.mark.seeds
def test_errors(emulator: Emulator, capsys: pytest.CaptureFixture[str]) -> None:
    """The handler of the last block prints the message of a 503."""
    names = ran(emulator, 1, 8)
    assert "Your prompt here" == names["response"].content
    names["text_gen"] = TextGeneration(
        "busy", "your-api-key", base_url=emulator.url_of("alteryse"), max_retries=0
    )
    capsys.readouterr()

    run_block(8, blocks_of(DOCUMENT)[7], ALTERYSE, (), names)

    assert "Error: INSTANCE_BUSY\n" == capsys.readouterr().out


@pytest.mark.seeds
def test_all_blocks_are_here() -> None:
    """The document has the eight blocks that the tests above run."""
    assert 8 == len(blocks_of(DOCUMENT))


def test_mends_are_listed() -> None:
    """Each mend is a row of the page about the documents, in order."""
    assert listed(ALTERYSE, ALTERYSE_BEFORE) == rows_of("alteryse-py")
