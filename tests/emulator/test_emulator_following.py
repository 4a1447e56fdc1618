"""
Models that follow schemas: what they read out of the prompt, and their moods.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from polyvox.emulator.answering.following import MOODS, followed, pieces_of, wanted_schema
from polyvox.emulator.answering.modes import MODES
from polyvox.emulator.answering.turn import Chat
from polyvox.emulator.errors import Refusal

PLACE = {
    "type": "object",
    "properties": {
        "city": {"type": "string"},
        "size": {"type": "integer"},
        "height": {"type": "number"},
        "capital": {"type": "boolean"},
        "kind": {"enum": ["Old", "New"]},
        "river": {"anyOf": [{"type": "string"}, {"type": "null"}]},
    },
    "required": ["city", "size", "river"],
    "additionalProperties": False,
}
PLACES = {
    "type": "object",
    "properties": {"value": {"type": "array", "items": {"$ref": "#/$defs/Place"}}},
    "required": ["value"],
    "additionalProperties": False,
    "$defs": {"Place": PLACE},
}
TOLD = f"City: Rome, size = 3\n\nIt must fit this JSON Schema:\n{json.dumps(PLACE)}\nThanks."


def chat(*texts: str, schema: Any = PLACE, name: str = "echo") -> Chat:
    """A chat with these texts of the user, with the *schema* unless it is None."""
    roles = ("user", "assistant")
    messages = [{"role": roles[index % 2], "content": text} for index, text in enumerate(texts)]
    wanted = {"type": "json_schema", "json_schema": {"name": "place", "schema": schema}}
    fields = {"messages": messages, **({"response_format": wanted} if schema else {})}
    return Chat(fields, name)


def said(mode: str, given: Chat) -> str:
    """What the model of this *mode* says."""
    return "".join(pieces_of(MODES[mode](given)))


def test_objects_of_the_prompt() -> None:
    """An object in the prompt that fits is the answer, with nulls for what it lacks."""
    given = chat('Not {this} or {"size": 1} but {"city": "Rome", "size": 3}, or {}.')

    assert {"city": "Rome", "size": 3, "river": None} == json.loads(said("echo", given))


def test_arrays_of_the_prompt() -> None:
    """What is wrapped in the schema may come without the wrapping."""
    given = chat('[{"city": "Rome", "size": 3}]', schema=PLACES)

    assert {"value": [{"city": "Rome", "size": 3, "river": None}]} == json.loads(
        said("echo", given)
    )


def test_members_of_the_prompt() -> None:
    """Members that the prompt names have the values that it says, where they fit."""
    given = chat("city: Rome, size: 3; height = 2.5\ncapital: yes, kind: new, river: Tiber")
    other = chat("size: big, capital: perhaps, kind: huge")

    assert {
        "city": "Rome",
        "size": 3,
        "height": 2.5,
        "capital": True,
        "kind": "New",
        "river": "Tiber",
    } == json.loads(said("echo", given))
    assert (0, True, "Old") == tuple(
        json.loads(said("echo", other))[name] for name in ("size", "capital", "kind")
    )


def test_the_last_words_count() -> None:
    """Later messages win over earlier ones, and all count."""
    found = json.loads(said("echo", chat("city: Rome, size: 1", "Well?", "size: 2")))

    assert ("Rome", 2) == (found["city"], found["size"])


def test_schemas_in_words() -> None:
    """A schema told in a message is followed, also by later answers; it is not read as a value."""
    given = chat(TOLD, "No.", "Please.", schema=None)

    assert wanted_schema(given) == PLACE
    assert ("Rome", 3) == tuple(json.loads(said("echo", given))[key] for key in ("city", "size"))


def test_no_schema() -> None:
    """Without a schema every model echoes, whatever its mood."""
    given = chat("Hello", schema=None)

    assert wanted_schema(given) is None
    assert {"Hello"} == {said(mood, given) for mood in MOODS}


def test_nothing_asked() -> None:
    """A chat without a user's message is answered by an example."""
    given = Chat({**chat("a").fields, "messages": []}, "echo")

    assert Draft202012Validator(PLACE).is_valid(json.loads(said("echo", given)))


@pytest.mark.parametrize("mood", ["extract-fenced", "extract-thinks"])
def test_words_around(mood: str) -> None:
    """The answer stands between words, with marks around it."""
    text = said(mood, chat("city: Rome"))

    assert '{"city":"Rome"' in text
    assert not text.startswith("{")


def test_late_and_never() -> None:
    """The first answer is wrong; the second one too if the model never learns."""
    first, second = chat("city: Rome"), chat("city: Rome", "{}", "No.")
    validator = Draft202012Validator(PLACE)
    told = [
        validator.is_valid(json.loads(said(mood, given)))
        for mood in ("extract-late", "extract-never")
        for given in (first, second)
    ]

    assert [False, True, False, False] == told


@pytest.mark.parametrize(
    "schema",
    [PLACES, {"type": "object", "properties": {}}, {"type": "object", "properties": {"a": PLACE}}],
)
def test_wrong_answers(schema: Any) -> None:
    """The first member of a wrong answer has another kind, or there is one that nobody wants."""
    text = said("extract-never", chat("Hi", schema=schema))

    assert "wrong" in str(next(iter(json.loads(text).values())))


def test_cut() -> None:
    """Half of the answer, with the reason."""
    answer = MODES["extract-cut"](chat("city: Rome"))

    assert "length" == answer.finish_reason
    with pytest.raises(ValueError, match=r"Unterminated|Expecting"):
        json.loads("".join(pieces_of(answer)))


def test_refusal() -> None:
    """A refusal in place of the content; as text where there is nothing else."""
    answer = MODES["extract-refuses"](chat("Hi"))

    assert all("refusal" in delta for delta in answer.deltas)
    assert "I cannot help with that." == "".join(pieces_of(answer))


def test_plain() -> None:
    """Schemas by other means than words are refused with 400."""
    with pytest.raises(Refusal, match="does not support response_format") as caught:
        said("extract-plain", chat("Hi"))

    assert 400 == caught.value.status
    assert '"Rome"' in said("extract-plain", chat(TOLD, schema=None))


def test_prose() -> None:
    """No JSON at all."""
    assert "{" not in said("extract-prose", chat("Hi"))


def test_followed_directly() -> None:
    """The answer comes in pieces that add up."""
    pieces = pieces_of(followed(chat("city: Rome"), PLACE))

    assert len(pieces) > 1
    assert "Rome" == json.loads("".join(pieces))["city"]
