"""
Extractions on every backend, by both shells, against models of the emulator with their moods.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from schema_types import Cat, Circle, Dog, Home, Inner, Mood, Outer, Person, Square, Trip
from shells import Shell

from polyvox import ConfigError, ExtractError, InvalidValue, Message, Partial, Schema
from polyvox.backends.registry import BACKENDS
from polyvox.emulator import Emulator
from polyvox_core.errors import BadRequest, UnsupportedError

KEYS: dict[str, dict[str, Any]] = {
    "dial": {"api_key": "dial-key"},
    "aleph_alpha": {"token": "token-of-the-tests"},
    "openai": {"api_key": "key"},
}
NATIVE = ("dial", "aleph_alpha", "ollama", "openai")
IN_WORDS = ("alteryse", "amigochat")
FINISHES = ("dial", "aleph_alpha", "ollama", "openai")

CASES: list[tuple[Any, str, Any]] = [
    (
        Person,
        '{"name": "Ada", "age": 36, "mood": "bad", "friends": [{"name": "Bob", "age": 1}]}',
        Person("Ada", 36, mood=Mood.BAD, friends=[Person("Bob", 1)]),
    ),
    (
        Trip,
        '{"start": "2026-01-31", "stops": [{"city": "Rome", "zip": "1"}], "half": [1, "a"]}',
        Trip(date(2026, 1, 31), [Home("Rome", "1")], half=(1, "a")),
    ),
    (Cat | Dog, '{"kind": "dog", "bark": "woof"}', {"kind": "dog", "bark": "woof"}),
    (Circle | Square, '{"side": 2, "turned": true}', Square(2.0, turned=True)),
    (Outer, '{"x": 1, "inner": [{"y": "a"}]}', Outer(x=1, inner=[Inner(y="a")])),
    (list[Home], '[{"city": "Rome"}, {"city": "Oslo"}]', [Home("Rome"), Home("Oslo")]),
    (Mood, "value: bad", Mood.BAD),
    (dict[str, int], '{"a": 1}', {"a": 1}),
    (int | None, "value: 7", 7),
]


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    """All backends, on one port."""
    with Emulator() as running:
        yield running


class Talk:
    """
    A client of one backend for the emulator.

    Args:
        shell: By which it is called.
        emulator: Where it goes.
        backend: Its name.
    """

    def __init__(self, shell: Shell, emulator: Emulator, backend: str) -> None:
        self.shell = shell
        self.emulator = emulator
        self.backend = backend

    def client(self, model: str) -> tuple[Any, dict[str, Any]]:
        """A client, and the arguments that name *model*, which is an instance for Alteryse."""
        arguments = {**KEYS.get(self.backend, {})}
        if self.backend == "alteryse":
            arguments |= {"instance_id": model, "api_key": "key"}
        url = self.emulator.url_of(self.backend)
        client = self.shell.client(self.backend, base_url=url, **arguments)
        return client, {} if self.backend == "alteryse" else {"model": model}

    def extract(self, chat: Any, wanted: Any, model: str = "gpt-4o-mini", **options: Any) -> Any:
        """What is extracted."""
        if model == "gpt-4o-mini" and self.backend not in IN_WORDS:
            model = "echo"
        client, named = self.client(model)
        self.emulator.forget_requests()
        return self.shell.call(client.extract, chat, wanted, **named, **options)

    def stream(self, chat: Any, wanted: Any, model: str = "echo", **options: Any) -> Any:
        """The stream of an extraction."""
        client, named = self.client(model)
        self.emulator.forget_requests()
        return client.stream_extract(chat, wanted, **named, **options)

    def bodies(self) -> list[Any]:
        """What was sent since the last extraction began."""
        return [json.loads(one.body) for one in self.emulator.requests]


@pytest.fixture(params=BACKENDS)
def talk(request: pytest.FixtureRequest, shell: Shell, emulator: Emulator) -> Talk:
    """Every backend, one after the other."""
    return Talk(shell, emulator, request.param)


@pytest.mark.parametrize(("wanted", "chat", "value"), CASES, ids=lambda one: str(one)[:20])
def test_every_kind_of_type(talk: Talk, wanted: Any, chat: str, value: Any) -> None:
    """Classes of every kind, unions, lists and enums come out of the answer, whole or streamed."""
    assert value == talk.extract(chat, wanted)

    stream = talk.stream(chat, wanted)
    pieces = talk.shell.items(stream)

    assert value == stream.final
    assert pieces
    assert all(isinstance(piece, Partial) for piece in pieces)


def test_messages(talk: Talk) -> None:
    """Messages and options are those of a chat."""
    chat = [Message("user", "name: Ada"), Message("assistant", "And?"), Message("user", "age: 3")]

    found = talk.extract(chat, Person, system="Be brief.", timeout=30)

    assert ("Ada", 3) == (found.name, found.age)


def test_how_schemas_are_asked_for(talk: Talk) -> None:
    """A backend that takes a schema gets it; the others are told in words."""
    talk.extract("city: Rome", Home)
    (body,) = talk.bodies()
    told = "JSON Schema" in str(body["messages"])

    if talk.backend == "ollama":
        assert (True, Schema(Home).schema) == (told, body["format"])
    elif talk.backend in NATIVE:
        wanted = body["response_format"]["json_schema"]
        assert (False, "Home", True) == (told, wanted["name"], wanted["strict"])
    else:
        assert told
        assert not {"response_format", "format"} & body.keys()


def test_words_by_choice(talk: Talk) -> None:
    """native=False tells the schema in words everywhere."""
    found = talk.extract("city: Rome", Schema(Home, native=False))
    (body,) = talk.bodies()

    assert "Rome" == found.city
    assert not {"response_format", "format"} & body.keys()


def test_native_by_choice(talk: Talk) -> None:
    """native=True works where the backend takes schemas, and is refused elsewhere."""
    wanted = Schema(Home, native=True)
    if talk.backend in IN_WORDS:
        with pytest.raises(UnsupportedError, match="takes no JSON Schema"):
            talk.extract("city: Rome", wanted)
        assert [] == talk.bodies()
    else:
        assert "Rome" == talk.extract("city: Rome", wanted).city


def test_servers_that_refuse_schemas(talk: Talk) -> None:
    """A server that refuses the schema is told it in words; native=True keeps its refusal."""
    found = talk.extract("city: Rome", Home, "extract-plain")

    assert "Rome" == found.city
    assert (2 if talk.backend in NATIVE else 1) == len(talk.bodies())
    if talk.backend in NATIVE:
        with pytest.raises(BadRequest, match="does not support response_format"):
            talk.extract("city: Rome", Schema(Home, native=True), "extract-plain")
        assert 1 == len(talk.bodies())


@pytest.mark.parametrize("model", ["extract-fenced", "extract-thinks"])
def test_words_around_the_answer(talk: Talk, model: str) -> None:
    """An answer in a fence, or behind thoughts, is found."""
    assert "Rome" == talk.extract("city: Rome", Home, model).city


def test_repair(talk: Talk) -> None:
    """An answer that does not fit goes back once, with what is wrong and where."""
    found = talk.extract("city: Rome", Home, "extract-late")
    first, second = talk.bodies()
    correction = str(second["messages"][-1])

    assert "Rome" == found.city
    assert 2 == len(second["messages"]) - len(first["messages"])
    assert "$.city: expected a text, got an object with 'wrong'" in correction


@pytest.mark.parametrize("repairs", [0, 1, 3])
def test_repairs_are_bounded(talk: Talk, repairs: int) -> None:
    """A model that never answers well is asked so often and no more."""
    with pytest.raises(ExtractError, match=r"does not fit Home: \$\.city") as caught:
        talk.extract("city: Rome", Schema(Home, repairs=repairs), "extract-never")

    assert 1 + repairs == len(talk.bodies())
    assert "$.city" == caught.value.path
    assert '"wrong"' in caught.value.raw
    assert caught.value.raw == caught.value.reply.text
    assert isinstance(caught.value.__cause__, InvalidValue)


def test_no_json(talk: Talk) -> None:
    """An answer without JSON goes back as well, and is an error at last."""
    with pytest.raises(ExtractError, match="holds no JSON object") as caught:
        talk.extract("city: Rome", Home, "extract-prose")

    assert 2 == len(talk.bodies())
    assert caught.value.path is None


@pytest.mark.parametrize("backend", FINISHES)
def test_cut_answers(backend: str, shell: Shell, emulator: Emulator) -> None:
    """An answer that was cut says so, and is not sent back."""
    talk = Talk(shell, emulator, backend)
    with pytest.raises(ExtractError, match="reached its token limit"):
        talk.extract("city: Rome", Home, "extract-cut")

    assert 1 == len(talk.bodies())


@pytest.mark.parametrize("backend", ["dial", "aleph_alpha", "openai"])
def test_refusals(backend: str, shell: Shell, emulator: Emulator) -> None:
    """A refusal is told in the model's words, and is not sent back."""
    talk = Talk(shell, emulator, backend)
    with pytest.raises(ExtractError, match=r"refused to give Home: 'I cannot help with that\.'"):
        talk.extract("city: Rome", Home, "extract-refuses")

    assert 1 == len(talk.bodies())


def test_nothing_to_ask(talk: Talk) -> None:
    """What is no chat, and options that contradict, are refused before anything is sent."""
    with pytest.raises(ConfigError, match="no message"):
        talk.extract([], Home)
    with pytest.raises(ConfigError, match="no chat message"):
        talk.extract(7, Home)
    with pytest.raises(ConfigError, match="cannot be said in JSON"):
        talk.extract("Hi", bytes)
    with pytest.raises(ConfigError, match="takes no format="):
        talk.extract("Hi", Home, format="json")

    assert [] == talk.bodies()


def test_streamed_states(talk: Talk) -> None:
    """The value grows piece by piece; what is known never changes but by growing."""
    stream = talk.stream('{"name": "Ada Lovelace", "age": 36, "home": {"city": "London"}}', Person)
    states: list[Any] = []

    def seen() -> Any:
        """The state after one more piece."""
        piece = talk.shell.one(stream)
        return json.loads(json.dumps(piece.known)), piece.name, piece.home and piece.home.city

    try:
        while True:
            states.append(seen())
    except (StopIteration, StopAsyncIteration):
        pass
    names = [name for _, name, _ in states if name]

    assert "London" == stream.final.home.city
    assert states[-1][1:] == ("Ada Lovelace", "London")
    assert all("Ada Lovelace".startswith(name) for name in names)
    assert stream.reply.text.endswith("}")
    assert stream.headers


def test_streamed_repair(talk: Talk) -> None:
    """A streamed answer that does not fit begins anew."""
    stream = talk.stream("city: Rome", Home, "extract-late")
    last = talk.shell.items(stream)[-1]

    assert "Rome" == stream.final.city == last.city
    assert 2 == len(talk.bodies())


def test_streamed_fallback(talk: Talk) -> None:
    """A server that refuses the schema is told it in words before the stream begins."""
    stream = talk.stream("city: Rome", Home, "extract-plain")

    assert "Rome" == talk.shell.call(stream.read).city
    assert "Rome" == talk.shell.call(stream.read).city


def test_streamed_errors(talk: Talk) -> None:
    """A streamed answer that never fits is an error, with what was known as a dict."""
    stream = talk.stream("city: Rome", Schema(Home, repairs=0), "extract-never")
    with pytest.raises(ExtractError, match="does not fit Home") as caught:
        talk.shell.items(stream)

    assert {"wrong": True} == caught.value.partial["city"]
    assert 1 == len(talk.bodies())
