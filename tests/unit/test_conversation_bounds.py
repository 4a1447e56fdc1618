"""How much of a conversation is sent: whole turns, the newest first, and how tokens are counted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from pool_fakes import fake
from shells import Shell

from polyvox import AsyncConversation, Conversation, Message, ToolCall
from polyvox.conversation import estimated_tokens
from polyvox.errors import ConfigError
from polyvox.parts import ImagePart


def talk(shell: Shell, client: Any, **options: Any) -> Any:
    """A conversation of the right kind."""
    kind: Any = AsyncConversation if shell.is_async else Conversation
    return kind(client, **options)


def sent(client: Any) -> list[tuple[str, Any]]:
    """Role and content of what the last call sent."""
    return [(message.role, message.content) for message in client.chats[-1]]


def one_each(messages: Sequence[Message]) -> int:
    """A counter for which every message has one token."""
    return len(messages)


def test_old_turns_are_left_out(shell: Shell) -> None:
    """What does not fit is left out in whole turns, oldest first; the history keeps it."""
    client = fake(shell)
    made = talk(shell, client, model="m", system="S", max_context_tokens=6, counter=one_each)

    for text in "abcde":
        shell.call(made.say, text)

    assert [2, 4, 6, 6, 6] == [len(chat) for chat in client.chats]
    expected = [
        ("system", "S"),
        ("user", "c"),
        ("assistant", "hello"),
        ("user", "d"),
        ("assistant", "hello"),
        ("user", "e"),
    ]
    assert expected == sent(client)
    assert 11 == len(made.messages)


def test_tool_messages_leave_with_their_turn(shell: Shell) -> None:
    """A tool's answer never stays without the call before it; system messages always stay."""
    call = ToolCall("c", "look", "{}")
    messages: list[Any] = [
        Message("user", "a"),
        Message("assistant", None, tool_calls=(call,)),
        Message("tool", "7", tool_call_id="c"),
        Message("assistant", "one"),
        Message("developer", "D"),
        Message("user", "b"),
        Message("assistant", "two"),
    ]
    client = fake(shell)
    made = talk(shell, client, model="m", messages=messages, max_context_tokens=5, counter=one_each)

    shell.call(made.say, "c")

    roles = ["developer", "user", "assistant", "user"]
    assert roles == [role for role, _ in sent(client)]


@pytest.mark.parametrize("most", range(2, 40))
def test_every_bound(most: int) -> None:
    """Whatever the bound, as many turns as fit are sent, and not one more."""
    shell = Shell("sync")
    sizes = [3, 1, 4, 1, 5, 9, 2, 6]
    messages = [Message("user", "x" * size) for size in sizes]
    pairs = [one for message in messages for one in (message, Message("assistant", ""))]

    def letters(messages: Sequence[Message]) -> int:
        """The letters of the messages."""
        return sum(len(str(message.content)) for message in messages)

    client = fake(shell)
    made = talk(shell, client, model="m", messages=pairs, max_context_tokens=most, counter=letters)
    made.say("x" * 2)
    fitting = max(n for n in range(len(sizes) + 1) if sum(sizes[len(sizes) - n :]) + 2 <= most)

    assert 2 * fitting + 1 == len(client.chats[0])


def test_a_turn_that_does_not_fit(shell: Shell) -> None:
    """When not even the last turn fits, that is an error before anything is sent."""
    client = fake(shell)
    made = talk(shell, client, model="m", system="S", max_context_tokens=1, counter=one_each)

    with pytest.raises(ConfigError, match="more than max_context_tokens=1"):
        shell.call(made.say, "a")
    with pytest.raises(ConfigError, match="more than max_context_tokens=1"):
        shell.items(made.stream("a"))
    assert [] == client.chats


def test_bounds_that_cannot_be(shell: Shell) -> None:
    """A bound of nothing is refused."""
    with pytest.raises(ConfigError, match="room for nothing"):
        talk(shell, fake(shell), model="m", max_context_tokens=0)


def test_estimates() -> None:
    """Four characters are a token, each message has four more, and what is no text a thousand."""
    call = ToolCall("c", "look", '{"a":1}')

    assert 0 == estimated_tokens([])
    assert 4 + 2 == estimated_tokens([Message("user", "12345")])
    assert 4 == estimated_tokens([Message("assistant", None)])
    assert 4 + 3 == estimated_tokens([Message("assistant", None, tool_calls=(call,))])
    parts = ["12345678", {"type": "text", "text": "1234"}, ImagePart(b"x"), {"type": "odd"}]
    assert 4 + 3 + 2000 == estimated_tokens([Message("user", parts)])
    assert 4 + 1000 == estimated_tokens([Message("user", ImagePart(b"x"))])
