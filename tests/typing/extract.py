"""
What type checkers see of extractions; checked by mypy and pyright, never run.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Any, TypedDict, assert_type

import attrs

import polyvox
from polyvox.extracting.streaming import AsyncExtractStream, ExtractStream
from polyvox.schemas import schema_of, value_of
from polyvox.types import Reply


@attrs.frozen
class Person:
    """A class of attrs."""

    name: str


@dataclass
class Place:
    """A dataclass."""

    city: str


class Entry(TypedDict):
    """A TypedDict."""

    key: str


class Mood(enum.Enum):
    """An Enum."""

    GOOD = "good"


def classes(client: polyvox.Dial) -> None:
    """A class gives its instance, whatever made it."""
    assert_type(client.extract("...", Person, model="m"), Person)
    assert_type(client.extract("...", Place, model="m", temperature=0.0), Place)
    assert_type(client.extract("...", Entry, model="m"), Entry)
    assert_type(client.extract("...", Mood, model="m"), Mood)
    assert_type(client.extract("...", list[Person], model="m"), list[Person])
    assert_type(client.extract("...", polyvox.Schema(Person, repairs=3), model="m"), Person)
    either: polyvox.Schema[Person | Place] = polyvox.Schema(Person | Place)
    assert_type(client.extract("...", either, model="m"), Person | Place)
    untyped: Any = client.extract("...", Person | Place, model="m")
    assert_type(untyped, Any)


def backends(
    dial: polyvox.Dial,
    aleph_alpha: polyvox.AlephAlpha,
    alteryse: polyvox.Alteryse,
    amigochat: polyvox.AmigoChat,
    ollama: polyvox.Ollama,
    openai: polyvox.OpenAI,
) -> None:
    """Every backend's own options stand beside the class."""
    chat = [polyvox.Message("user", "...")]
    assert_type(dial.extract(chat, Person, model="m", conversation_id="c"), Person)
    assert_type(aleph_alpha.extract(chat, Person, model="m", system="s"), Person)
    assert_type(alteryse.extract(chat, Person), Person)
    assert_type(amigochat.extract(chat, Person, model="m"), Person)
    assert_type(ollama.extract(chat, Person, model="m", think=False), Person)
    assert_type(openai.extract(chat, Person, model="m", verbosity="low"), Person)
    dial.extract(chat, Person)  # type: ignore[call-overload]  # without a model
    dial.extract(chat, Person, model="m", temprature=1)  # type: ignore[call-overload]  # misspelt
    alteryse.extract(chat, Person, modle="m")  # type: ignore[call-overload]  # misspelt
    dial.extract(1, Person, model="m")  # type: ignore[call-overload]  # no chat


async def asynchronous(
    dial: polyvox.AsyncDial,
    aleph_alpha: polyvox.AsyncAlephAlpha,
    alteryse: polyvox.AsyncAlteryse,
    amigochat: polyvox.AsyncAmigoChat,
    ollama: polyvox.AsyncOllama,
    openai: polyvox.AsyncOpenAI,
) -> None:
    """The same with asyncio."""
    assert_type(await dial.extract("...", Person, model="m"), Person)
    assert_type(await aleph_alpha.extract("...", Person, model="m"), Person)
    assert_type(await alteryse.extract("...", Person), Person)
    assert_type(await amigochat.extract("...", Person, model="m"), Person)
    assert_type(await ollama.extract("...", Person, model="m"), Person)
    assert_type(await openai.extract("...", Person, model="m"), Person)
    async with dial.stream_extract("...", Person, model="m") as stream:
        assert_type(stream, AsyncExtractStream[Person])
        async for partial in stream:
            assert_type(partial, polyvox.Partial[Person])
    assert_type(stream.final, Person)
    assert_type(await dial.stream_extract("...", list[Person], model="m").read(), list[Person])


def streams(client: polyvox.OpenAI) -> None:
    """What a stream gives piece by piece, and at its end."""
    with client.stream_extract("...", Person, model="m") as stream:
        assert_type(stream, ExtractStream[Person])
        for partial in stream:
            assert_type(partial, polyvox.Partial[Person])
            assert_type(partial.known, Any)
    assert_type(stream.final, Person)
    assert_type(stream.reply, Reply)
    assert_type(client.stream_extract("...", Person, model="m").read(), Person)
    client.stream_extract("...", Person)  # type: ignore[call-overload]  # without a model


def schemas() -> None:
    """The way from a type to a schema and back."""
    assert_type(schema_of(Person), dict[str, Any])
    assert_type(value_of(Person, {"name": "Ada"}), Person)
    untyped: Any = value_of(Person | None, None)
    assert_type(untyped, Any)


def errors(client: polyvox.Dial) -> None:
    """What a failed extraction knows."""
    try:
        client.extract("...", Person, model="m")
    except polyvox.ExtractError as error:
        assert_type(error.raw, str)
        assert_type(error.path, str | None)
        assert_type(error.faults, tuple[str, ...])
