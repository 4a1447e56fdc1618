"""
The forms in which a chat may be passed, and the messages that it makes.
"""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType, SimpleNamespace
from typing import Any

import attrs
import pytest

from polyvox import ConfigError, FilePart, ImagePart, Message, ToolCall
from polyvox.backends.inputs import messages_of
from polyvox_api.openai import models

USER = {"role": "user", "content": "Hi"}
PART = ImagePart(b"x")
CALL = {"id": "c", "type": "function", "function": {"name": "look", "arguments": '{"a":1}'}}


class Role(enum.Enum):
    """Roles as some libraries have them."""

    USER = "user"


class Dumping:
    """Like an object of pydantic: it can be iterated over, and dumps itself."""

    def __init__(self, **members: Any) -> None:
        self.__dict__.update(members)

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        """Iterate over the fields."""
        return iter(self.__dict__.items())

    def model_dump(self, *, mode: str, by_alias: bool, exclude_none: bool) -> dict[str, Any]:
        """The fields that are not None."""
        assert (mode, by_alias, exclude_none) == ("json", True, True)
        return {name: value for name, value in self.__dict__.items() if value is not None}


@dataclasses.dataclass
class Turn:
    """A message of somebody's own."""

    role: str
    content: Any
    id: int = 7
    name: str | None = None


@attrs.define
class Called:
    """A call of a tool that is flat."""

    id: str
    name: str
    arguments: Any
    note: str | None = None


def refused(chat: Any) -> str:
    """The text of the ConfigError that *chat* gives."""
    with pytest.raises(ConfigError) as caught:
        messages_of(chat, None)
    assert caught.value.hint
    return str(caught.value)


def test_texts_and_messages() -> None:
    """A text, one message, and lists of messages in any iterable are what they look like."""
    message = Message("user", "Hi")

    assert [USER] == messages_of("Hi", None) == messages_of(message, None)
    assert [USER] == messages_of(USER, None) == messages_of(iter([message]), None)
    assert [USER, USER] == messages_of((message, USER), None)
    assert [{"role": "system", "content": "S"}, USER] == messages_of([USER], "S")
    assert [{"role": "system", "content": "S"}] == messages_of([], "S")


def test_dicts_are_not_copied() -> None:
    """Dicts and other mappings pass as they are, unknown members included."""
    proxy: Mapping[str, Any] = MappingProxyType(USER)
    given = {"role": "user", "content": [{"type": "text", "text": "Hi"}], "novel": 1}

    first, second = messages_of([given, proxy], None)

    assert first is given
    assert second is proxy


def test_parts_make_a_message() -> None:
    """A part, or a list of texts and parts, is what the user says."""
    part = {"type": "text", "text": "Hi"}

    assert [{"role": "user", "content": [PART]}] == messages_of(PART, None)
    assert [{"role": "user", "content": ["What?", PART, part]}] == messages_of(
        ["What?", PART, part], None
    )
    assert [{"role": "user", "content": ["a", "b"]}] == messages_of(iter(["a", "b"]), None)


@pytest.mark.parametrize(
    "chat", [["Hi", USER], [USER, PART], [Message("user", "Hi"), {"type": "text", "text": "x"}]]
)
def test_mixtures_are_refused(chat: Any) -> None:
    """A list of both is refused: the error says where the parts belong."""
    said = refused(chat)

    assert "mixes messages with parts" in said
    assert "polyvox.Message('user', [text, part])" in said


@pytest.mark.parametrize(
    ("chat", "said"),
    [
        (7, "A int is no chat message"),
        ([7], "A int is no chat message"),
        ([None], "A NoneType is no chat message"),
        (b"Hi", "A bytes is no chat message. Pass a text, or the file as polyvox.ImagePart"),
        ([Path("cat.png")], "Pass a text, or the file as polyvox.ImagePart(...)"),
        ([{"content": "Hi"}], "has no role"),
        ({"type": "text", "text": "Hi"}, "has no role"),
        ([], "has no message"),
        (Turn, "A type is no chat message"),
        ([SimpleNamespace(role="user")], "A SimpleNamespace is no chat message"),
        (SimpleNamespace(role="a", content=None, tool_calls=[7]), "A int is no tool call"),
    ],
)
def test_what_is_no_chat(chat: Any, said: str) -> None:
    """Everything else is refused, and the error says what to pass."""
    assert said in refused(chat)


@pytest.mark.parametrize(
    "message",
    [
        Turn("user", "Hi"),
        SimpleNamespace(role=Role.USER, content="Hi", tool_calls=None, name=None),
        attrs.make_class("Said", ["role", "content", "created_at"])("user", "Hi", 5),
        Dumping(role="user", content="Hi", usage={"tokens": 1}, tool_calls=None),
        models.UserMessage(content="Hi"),
    ],
    ids=["dataclass", "object", "attrs", "pydantic", "generated"],
)
def test_messages_of_others(message: Any) -> None:
    """Whatever has a role and a content is a message; what backends do not know stays behind."""
    assert [USER] == messages_of(message, None) == messages_of([message], None)


def test_contents_of_others() -> None:
    """Contents of other libraries become plain values, and parts stay parts."""
    file = FilePart(b"x")
    block = Dumping(type="text", text="Hi", annotations=None)

    (message,) = messages_of(Turn("user", (block, file, {"type": "x"}, "Ho"), name="Ann"), None)

    assert {
        "role": "user",
        "content": [{"type": "text", "text": "Hi"}, file, {"type": "x"}, "Ho"],
        "name": "Ann",
    } == message


@pytest.mark.parametrize(
    "call",
    [
        CALL,
        ToolCall("c", "look", '{"a":1}'),
        Dumping(id="c", function={"name": "look", "arguments": {"a": 1}}, type=None),
        SimpleNamespace(id="c", function=SimpleNamespace(name="look", arguments='{"a":1}')),
        Called("c", "look", {"a": 1}),
        SimpleNamespace(id="c", name="look", arguments='{"a":1}', _private=1),
    ],
    ids=["dict", "ours", "pydantic", "nested", "attrs", "flat"],
)
def test_tool_calls_of_others(call: Any) -> None:
    """Calls of tools and their answers go back in the form of OpenAI."""
    asked = SimpleNamespace(role="assistant", content=None, tool_calls=[call])
    told = SimpleNamespace(role="tool", content="7", tool_call_id="c")

    assert [
        {"role": "assistant", "content": None, "tool_calls": [CALL]},
        {"role": "tool", "content": "7", "tool_call_id": "c"},
    ] == messages_of([asked, told], None)


def test_calls_without_arguments() -> None:
    """A call without arguments has an empty object of them."""
    asked = SimpleNamespace(role="assistant", content="", tool_calls=[Called("c", "look", None)])

    (message,) = messages_of(asked, None)

    assert {"name": "look", "arguments": "{}"} == message["tool_calls"][0]["function"]


def test_objects_that_do_not_dump() -> None:
    """An object that fails to write itself is refused, with its own error as the cause."""

    class Broken:
        """An object of pydantic that holds something else."""

        def model_dump(self, **_: Any) -> Any:
            """Fail."""
            msg = "unable to serialize unknown type"
            raise ValueError(msg)

    with pytest.raises(ConfigError, match="A Broken cannot be written") as caught:
        messages_of(Turn("user", [Broken()]), None)

    assert isinstance(caught.value.__cause__, ValueError)
