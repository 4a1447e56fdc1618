"""
What a model's answer is worth, what it is told, and how partial values read.
"""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from schema_types import Cat, Chain, Dog, Home, Mood, Numbers, Outer, Person, Point

from polyvox import ConfigError, ImagePart, Message, Partial, Reply, Schema, ToolCall
from polyvox.extracting.answers import judged
from polyvox.extracting.asking import corrected, instructed, messages_in
from polyvox.extracting.attempts import Attempts
from polyvox.extracting.reader import PartialReader
from polyvox.extracting.support import FORMAT, RESPONSE_FORMAT
from polyvox.extracting.wanted import wanted_of
from polyvox_core.errors import BadRequest, NotFound, UnsupportedError
from polyvox_core.secret import Secret

HOME = '{"city": "Rome"}'


def reply(text: str, **facts: Any) -> Reply:
    """A reply of this text."""
    return Reply(text, Message("assistant", text), **facts)


@pytest.mark.parametrize(
    "text",
    [
        HOME,
        f"  {HOME}\n",
        f"```json\n{HOME}\n```",
        f"```\n{HOME}```",
        f"Sure! Here it is:\n\n```JSON\r\n{HOME}\r\n```\r\nAnything else?",
        f"Sure: {HOME} Is it {{right}}?",
        f"Like [1] or {{this}}: {HOME}",
        f"<think>\nPerhaps {{}}?\n</think>\n\n{HOME}",
        '```text\nnothing\n``` {"city": 1} {"city": "Rome"}',
        '{"city": "Rome", "zip": null}',
    ],
)
def test_values_are_found(text: str) -> None:
    """The object is read alone, out of a fence, out of prose, and behind thoughts."""
    verdict = judged(Schema(Home), reply(text))

    assert Home("Rome") == verdict.value
    assert verdict.error is None


@pytest.mark.parametrize(
    ("wanted", "text", "value"),
    [
        (list[int], '{"value": [1]}', [1]),
        (list[int], "[1]", [1]),
        (list[int], "They are [1].", [1]),
        (Mood, '{"value": "bad"}', Mood.BAD),
        (Mood, '"bad"', Mood.BAD),
        (int, "7", 7),
        (Cat | Dog, '{"value": {"kind": "cat", "lives": null}}', {"kind": "cat"}),
        (Cat | Dog, '{"kind": "cat"}', {"kind": "cat"}),
        (dict[str, int], '{"value": 1}', {"value": 1}),
        (Numbers, '{"value": [1]}', Numbers([1])),
        (Chain, '{"next": {"next": null}}', Chain(next=Chain())),
        (Outer, '{"x": 1, "inner": null, "count": null}', Outer(x=1)),
        (Point, '{"x": 1, "y": null}', Point(1.0)),
    ],
)
def test_types_that_are_no_objects(wanted: Any, text: str, value: Any) -> None:
    """What is no object comes in one, and is taken without it too; nulls are defaults."""
    assert value == judged(Schema(wanted), reply(text)).value


UNFIT = [
    ("Hello.", None, "holds no JSON object for Home"),
    ("", None, "holds no JSON object"),
    ("{", None, "holds no JSON object"),
    ("{" * 300, None, "holds no JSON object"),
    ("[1]", None, "holds no JSON object"),
    ('{"city": 1}', "$.city", "does not fit Home: $.city: expected a text, got the number 1."),
    ('{"city": 1} {"zip": 2}', "$.city", "expected a text, got the number 1"),
    ("{}", "$.city", "got nothing"),
]


@pytest.mark.parametrize(("text", "path", "words"), UNFIT)
def test_unfit_answers(text: str, path: str | None, words: str) -> None:
    """An answer that does not fit says why, has the answer, and may be sent back."""
    given = reply(text, request_id="r-1")
    verdict = judged(Schema(Home), given)

    assert verdict.repairable
    assert verdict.error is not None
    assert words in str(verdict.error)
    assert (text, given, path, "r-1") == (
        verdict.error.raw,
        verdict.error.reply,
        verdict.error.path,
        verdict.error.request_id,
    )


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"finish_reason": "length"}, "reached its token limit"),
        ({"finish_reason": "max_tokens"}, "Raise max_tokens"),
        ({"finish_reason": "content_filter"}, "content filter"),
        ({"refusal": "I will not."}, "refused to give Home: 'I will not.'"),
    ],
)
def test_answers_that_are_final(facts: dict[str, Any], words: str) -> None:
    """Cut, withheld and refused answers say so, whatever they hold, and are not sent back."""
    verdict = judged(Schema(Home), reply(HOME, **facts))

    assert verdict.error is not None
    assert words in str(verdict.error)
    assert not verdict.repairable


def test_tools_instead_of_an_answer() -> None:
    """A model that calls tools instead says so; beside an answer they do not matter."""
    calls = (ToolCall("1", "look", "{}"),)
    verdict = judged(Schema(Home), reply(" ", tool_calls=calls))

    assert verdict.error is not None
    assert "called tools: look" in str(verdict.error)
    assert Home("Rome") == judged(Schema(Home), reply(HOME, tool_calls=calls)).value


@pytest.mark.parametrize(
    "begin", ["", "{", "```json\n", "<think>", "<think></think>", '{"city": "']
)
def test_endless_blanks(begin: str) -> None:
    """A model that writes blanks without end costs no more than they are long."""
    verdict = judged(Schema(Home), reply(begin + " \n" * 200_000))

    assert verdict.error is not None
    assert "holds no JSON object" in str(verdict.error)


def test_deep_answers() -> None:
    """An answer that nests deeper than Python can follow does not fit."""
    deep = '{"next":' * 600 + "null" + "}" * 600
    verdict = judged(Schema(Chain), reply(deep))

    assert verdict.error is not None
    assert verdict.repairable


def test_errors_travel() -> None:
    """An error with its faults survives pickling."""
    error = judged(Schema(Home), reply('{"city": 1}')).error
    again = pickle.loads(pickle.dumps(error))

    assert error is not None
    assert (str(error), error.faults, error.raw) == (str(again), again.faults, again.raw)


def test_instruction() -> None:
    """The schema is told at the end of the user's last message."""
    told = instructed(messages_in("Where?"), Schema(Home))

    assert 1 == len(told)
    assert told[0].content.startswith("Where?\n\nAnswer with one JSON object")
    assert told[0].content.endswith('"additionalProperties":false}')


def test_instruction_in_any_chat() -> None:
    """Texts, parts, dicts and messages of others all get the instruction, and stay whole."""
    picture = ImagePart(b"\x89PNG\r\n\x1a\n")
    foreign = type("Own", (), {"role": "user", "content": "Hi"})()
    schema = Schema(Home)
    before = {"role": "system", "content": "Be brief."}
    parts = instructed(messages_in(["Look:", picture]), schema)[0]
    alone = instructed(messages_in(picture), schema)[0]
    dicts = instructed(
        messages_in([before, {"role": "user", "content": "Hi", "name": "a"}]), schema
    )
    single = instructed(messages_in({"role": "user", "content": None}), schema)[0]
    answered = instructed(messages_in([Message("assistant", "Hi")]), schema)
    after = instructed([{"role": "assistant", "content": "Hi"}], schema)
    others = instructed(messages_in(foreign), schema)

    assert ["Look:", picture, "text"] == [*parts.content[:2], parts.content[2]["type"]]
    assert [picture, "text"] == [alone.content[0], alone.content[1]["type"]]
    assert (before, "a") == (dicts[0], dicts[1]["name"])
    assert dicts[1]["content"].startswith("Hi\n\nAnswer with")
    assert single["content"].startswith("Answer with")
    assert ["assistant", "user"] == [one.role for one in answered]
    assert "user" == after[1].role
    assert [foreign, "user"] == [others[0], others[1].role]


def test_chats_that_are_none() -> None:
    """What is no chat is left for the client to refuse."""
    assert [7] == messages_in(7)
    assert [] == instructed(messages_in([]), Schema(Home))


def test_correction() -> None:
    """The model gets its answer back, and what is wrong with it."""
    wrong = judged(Schema(Home), reply('{"city": 1}')).error
    empty = judged(Schema(Home), reply("")).error
    assert wrong is not None
    assert empty is not None
    told = corrected([], wrong)

    assert ["assistant", "user"] == [one.role for one in told]
    assert "$.city: expected a text, got the number 1" in told[1].content
    assert "it holds no JSON object" in corrected([], empty)[0].content


def test_strict_envelope() -> None:
    """OpenAI's envelope has a strict schema where that can be said, else the schema itself."""
    strict = RESPONSE_FORMAT.value("Home", Schema(Home).schema)
    loose = RESPONSE_FORMAT.value("Numbers", Schema(dict[str, int]).schema)

    assert (True, ["city", "zip"]) == (
        strict["json_schema"]["strict"],
        strict["json_schema"]["schema"]["required"],
    )
    assert (False, Schema(dict[str, int]).schema) == (
        loose["json_schema"]["strict"],
        loose["json_schema"]["schema"],
    )
    assert Schema(Home).schema == FORMAT.value("Home", Schema(Home).schema)


def test_names_on_the_wire() -> None:
    """A schema's name has letters, digits and underscores only."""
    assert "Home" == Schema(Home).name
    assert "list_Home" == Schema(list[Home]).name
    assert "my_name" == Schema(Home, name="my name").name
    assert 64 == len(Schema(Home, name="x" * 99).name)
    assert "Schema(list[Home], repairs=2, native=None)" == repr(Schema(list[Home], repairs=2))


@pytest.mark.parametrize("repairs", [-1, 11, True])
def test_bounds_of_repairs(repairs: Any) -> None:
    """The number of repairs is bounded."""
    with pytest.raises(ConfigError, match="no number of repairs"):
        Schema(Home, repairs=repairs)


def test_classes_are_remembered() -> None:
    """The schema of a class is made once; unions that differ in order are two."""
    assert wanted_of(Home) is wanted_of(Home)
    assert wanted_of(Home) is not wanted_of(Point)
    assert "Home | Point" == wanted_of(Home | Point).label
    assert "Point | Home" == wanted_of(Point | Home).label


def test_native_that_is_not() -> None:
    """To demand of a backend what it cannot is refused before anything is sent."""
    with pytest.raises(UnsupportedError, match="takes no JSON Schema"):
        Attempts(Schema(Home, native=True), None, "Hi", {})


@pytest.mark.parametrize("option", ["response_format", "format", "n"])
def test_options_that_contradict(option: str) -> None:
    """The form of the answer is said by the schema alone."""
    with pytest.raises(ConfigError, match=f"takes no {option}="):
        Attempts(Schema(Home), RESPONSE_FORMAT, "Hi", {option: 1})


def test_fallback() -> None:
    """A refusal that speaks of the schema makes the next attempt one in words; others do not."""
    attempts = Attempts(Schema(Home), RESPONSE_FORMAT, "Hi", {"model": "m"})
    before = attempts.options
    other = attempts.falls_back(BadRequest("The message is too long."))
    missing = attempts.falls_back(NotFound("No response_format."))
    refused = attempts.falls_back(BadRequest("Unsupported.", body="unknown json_schema"))
    again = attempts.falls_back(BadRequest("Unknown response_format."))

    assert [False, False, True, False] == [other, missing, refused, again]
    assert {"model", "response_format"} == before.keys()
    assert {"model": "m"} == attempts.options
    assert "JSON Schema" in attempts.messages[0].content


def test_no_fallback_when_native_is_demanded() -> None:
    """native=True stays with the server's own means."""
    attempts = Attempts(Schema(Home, native=True), RESPONSE_FORMAT, "Hi", {})

    assert not attempts.falls_back(BadRequest("Unknown response_format."))


def test_secrets_stay_out_of_errors() -> None:
    """A credential that the model echoes is masked in the error."""
    secret = Secret("secret-key-123")
    attempts = Attempts(Schema(Home, repairs=0), None, "Hi", {}, [secret])
    verdict = attempts.take(reply('{"city": 1, "secret-key-123": 2}'))

    assert verdict is not None
    assert verdict.error is not None
    shown = f"{verdict.error} {verdict.error.faults} {verdict.error.raw}"
    assert "***" in shown
    assert secret.reveal() not in shown


def partial_of(wanted: Any, text: str) -> Partial[Any]:
    """What is known of a value after this much text."""
    schema = Schema(wanted)
    reader = PartialReader()
    reader.feed(text)
    return Partial(lambda: schema.known_of(reader.known), schema.value_rules, schema.schema)


def test_partial_members() -> None:
    """Known members read by attribute at any depth, those to come as None."""
    partial = partial_of(Person, '{"name": "Ada", "friends": [{"name": "Bo", "home": {"city": "R')

    assert ("Ada", None, None) == (partial.name, partial.age, partial.home)
    assert "R" == partial.friends[0].home.city
    assert "R" == partial.friends[-1].home.city
    assert partial.friends[0].home.zip is None
    assert ["Bo"] == [friend.name for friend in partial.friends]
    assert (2, 1) == (len(partial), len(partial.friends))
    assert ["name", "friends"] == [*partial]
    assert "name" in partial
    assert "age" not in partial
    assert {"city": "R"} == partial.friends[0]["home"].known
    assert "Partial({'city': 'R'})" == repr(partial.friends[0].home)


def test_partial_names() -> None:
    """A name that the class does not have is an AttributeError that suggests one."""
    partial = partial_of(Person, '{"name": "Ada", "friends": [{')

    with pytest.raises(AttributeError, match="no member 'frends'; did you mean 'friends'"):
        _ = partial.frends
    with pytest.raises(AttributeError, match=r"no member 'xyz'$"):
        _ = partial.friends[0].xyz
    with pytest.raises(AttributeError):
        _ = partial.__html__


def test_members_that_nobody_declared() -> None:
    """What a model adds is there to be read, at any depth."""
    partial = partial_of(Home, '{"city": "Rome", "more": {"a": [1, 2')

    assert (1, [1]) == (partial.more.a[0], partial.more.a.known)
    assert partial["more"].known is partial.known["more"]


def test_nothing_known_yet() -> None:
    """Before anything has arrived all members are still to come."""
    partial = partial_of(Person, "")

    assert (None, None, 0, []) == (partial.known, partial.name, len(partial), [*partial])
    assert "name" not in partial
    with pytest.raises(KeyError):
        _ = partial["name"]
    with pytest.raises(IndexError):
        _ = partial[0]
    with pytest.raises(IndexError):
        _ = partial_of(list[int], '{"value": [1, ')[-2]


def test_partials_of_other_types() -> None:
    """Lists, unions, maps and pairs are looked into as well."""
    homes = partial_of(list[Home], '{"value": [{"city": "Rome"}, {')
    either = partial_of(Cat | Dog, '{"value": {"kind": "dog", ')
    named = partial_of(dict[str, Home], '{"a": {"city": "Rome"')
    pair = partial_of(tuple[int, Home], '{"value": [1, {')

    assert ["Rome", None] == [home.city for home in homes]
    assert ("dog", None, None) == (either.kind, either.bark, either.lives)
    assert ("Rome", "Rome") == (named.a.city, named["a"].city)
    assert (1, None) == (pair[0], pair[1].city)
