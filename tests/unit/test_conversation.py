"""Conversations without a network: history, branches, bounds, and turns that fail."""

from __future__ import annotations

import gc
import threading
import warnings
from typing import Any

import pytest
from pool_fakes import fake
from shells import Shell

from polyvox import AsyncConversation, AsyncDial, Conversation, Message, TextDelta, ToolCall
from polyvox.errors import ConfigError, ServerError, StreamClosed, StreamInterrupted
from polyvox.parts import ImagePart
from polyvox.types import Done

SECONDS = 20
BROKEN = ServerError("broken")
CUT = StreamInterrupted("cut")


def talk(shell: Shell, client: Any, **options: Any) -> Any:
    """A conversation of the right kind."""
    kind: Any = AsyncConversation if shell.is_async else Conversation
    return kind(client, **options)


def said(made: Any) -> list[tuple[str, Any]]:
    """Role and content of everything that was said."""
    return [(message.role, message.content) for message in made.messages]


def sent(client: Any, call: int = -1) -> list[tuple[str, Any]]:
    """Role and content of what a call sent."""
    return [(message.role, message.content) for message in client.chats[call]]


def test_it_remembers(shell: Shell) -> None:
    """Each turn sends what was said before, the system message first."""
    client = fake(shell, "one", "two")
    made = talk(shell, client, model="m", system="S", temperature=0)

    replies = [shell.call(made.say, text).text for text in ("a", "b")]

    assert ["one", "two"] == replies
    before = [("system", "S"), ("user", "a"), ("assistant", "one"), ("user", "b")]
    assert before == sent(client)
    assert [*before, ("assistant", "two")] == said(made)
    assert [{"model": "m", "temperature": 0}] * 2 == client.calls
    assert (2, "m") == (len(made), made.model)


def test_options_of_one_turn(shell: Shell) -> None:
    """A turn may name another model and other options; the next one has the usual again."""
    client = fake(shell)
    made = talk(shell, client, model="m", temperature=0)

    shell.call(made.say, "a", model="n", temperature=1, top_p=0.5)
    shell.call(made.say, "b")

    expected = [{"model": "n", "temperature": 1, "top_p": 0.5}, {"model": "m", "temperature": 0}]
    assert expected == client.calls


def test_without_a_model(shell: Shell) -> None:
    """A pool whose members know their models needs none."""
    client = fake(shell)

    shell.call(talk(shell, client).say, "a")

    assert [{}] == client.calls


def test_a_client_that_wants_a_model(shell: Shell) -> None:
    """Where the client wants a model and nobody names one, the error says where to name it."""
    made = talk(shell, shell.dial(base_url="http://127.0.0.1:9", api_key="key"))

    with pytest.raises(ConfigError, match=r"names no model\. Pass model="):
        shell.call(made.say, "a")

    assert 0 == len(made)


def test_a_client_for_asyncio() -> None:
    """A blocking conversation refuses a client for asyncio, and names the one for it."""
    with pytest.raises(ConfigError, match=r"AsyncDial is none\. Use AsyncConversation"):
        talk(Shell("sync"), AsyncDial(base_url="http://127.0.0.1:9", api_key="key"))


def test_a_failed_turn_changes_nothing(shell: Shell) -> None:
    """After an error the history is as it was, and the conversation goes on."""
    made = talk(shell, fake(shell, "one", BROKEN, "two"), model="m")
    shell.call(made.say, "a")
    before = made.messages

    with pytest.raises(ServerError):
        shell.call(made.say, "b")

    assert before == made.messages
    assert "two" == shell.call(made.say, "b").text


def test_streams_join_the_history(shell: Shell) -> None:
    """A streamed turn is part of it when its end was reached."""
    client = fake(shell, ["one", " two"], "three")
    made = talk(shell, client, model="m")
    stream = made.stream("a", temperature=1)

    early = (len(made), stream.headers)
    events = shell.items(stream)
    shell.call(made.say, "b")

    assert (0, {}) == early
    assert [TextDelta("one"), TextDelta(" two"), Done(stream.final)] == events
    assert [("user", "a"), ("assistant", "one two"), ("user", "b")] == sent(client)
    assert {"model": "m", "temperature": 1} == client.calls[0]


def test_broken_and_left_streams_change_nothing(shell: Shell) -> None:
    """A stream that breaks, or is left before its end, is forgotten; others may talk at once."""
    made = talk(shell, fake(shell, ["a", CUT], ["b", "c"], [BROKEN], "d"), model="m")

    with pytest.raises(StreamInterrupted) as caught:
        shell.items(made.stream("x"))
    left = made.stream("x")
    shell.items(left, limit=1)
    with pytest.raises(ServerError):
        shell.items(made.stream("x"))
    assert ("a", "b") == (caught.value.partial.text, left.partial.text)
    assert () == made.messages
    assert "d" == shell.call(made.say, "x").text


def test_a_stream_that_was_not_opened(shell: Shell) -> None:
    """There is no partial reply before anything was asked; closing is nothing."""
    made = talk(shell, fake(shell, ["a"]), model="m")
    stream = made.stream("x")

    with pytest.raises(StreamClosed, match="was not opened"):
        _ = stream.partial
    stream._source.interrupt()
    shell.call(made._runner.run, stream._source.close())


def test_interrupting_a_stream() -> None:
    """The interruption reaches the client's stream."""
    made = Conversation(client := fake(Shell("sync"), ["a", "b"]), model="m")
    stream = made.stream("x")
    next(stream)
    interrupted: list[bool] = []
    client.streams[0].interrupt = lambda: interrupted.append(True)

    stream.interrupt()
    stream.close()

    assert [True] == interrupted


def test_a_stream_without_an_end(shell: Shell) -> None:
    """A client whose stream has no `Done` leaves the history as it was."""
    made = talk(shell, fake(shell, ["a", None]), model="m")

    assert [TextDelta("a")] == shell.items(made.stream("x"))
    assert () == made.messages


def test_one_at_a_time(shell: Shell) -> None:
    """While an answer is awaited nothing else may be said; a fork may."""
    made = talk(shell, fake(shell, ["a", "b"], "c"), model="m")
    stream = made.stream("x")
    shell.one(stream)

    made._client.run = None
    refused: list[Any] = [lambda: made.say("y"), made.retry, lambda: made.run("y", [])]
    for verb in refused:
        with pytest.raises(ConfigError, match="waits for an answer already"):
            shell.done(verb())
    with pytest.raises(ConfigError, match="waits for an answer already"):
        made.back_to(0)
    with pytest.raises(ConfigError, match="waits for an answer already"):
        shell.one(made.stream("y"))
    assert "c" == shell.call(made.fork().say, "y").text
    shell.each(stream)
    assert 1 == len(made)


def test_one_at_a_time_over_threads() -> None:
    """A second thread is refused instead of mixing its words in."""
    shell, inside, gate = Shell("sync"), threading.Event(), threading.Event()
    client = fake(shell)

    def chat(chat: Any, **_: Any) -> Any:
        """Wait for the gate."""
        inside.set()
        assert gate.wait(SECONDS)
        return client_chat(chat, model="m")

    client_chat = client.chat
    client.chat = chat
    made = talk(shell, client, model="m")
    thread = threading.Thread(target=made.say, args=("a",))
    thread.start()
    assert inside.wait(SECONDS)

    with pytest.raises(ConfigError, match="waits for an answer"):
        made.say("b")
    gate.set()
    thread.join()
    assert [("user", "a"), ("assistant", "hello")] == said(made)


def test_a_forgotten_stream_does_not_end_it(shell: Shell) -> None:
    """A stream that nobody closes is told about, and lets others talk."""
    made = talk(shell, fake(shell, ["a", "b"], "c"), model="m")
    streams = [made.stream("x")]
    shell.one(streams[0])

    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        streams.clear()
        text = str(told[0].message)
        told.clear()  # What was told holds the stream.
        gc.collect()

    assert text.startswith("unclosed")
    assert "c" == shell.call(made.say, "y").text


def test_branches(shell: Shell) -> None:
    """A fork shares the past, and nothing that comes after it."""
    made = talk(shell, fake(shell, "1", "2", "3"), model="m", system="S")
    shell.call(made.say, "a")
    other = made.fork()

    shell.call(made.say, "b")
    shell.call(other.say, "c")

    past = [("system", "S"), ("user", "a"), ("assistant", "1")]
    assert [*past, ("user", "b"), ("assistant", "2")] == said(made)
    assert [*past, ("user", "c"), ("assistant", "3")] == said(other)


@pytest.mark.parametrize(("turn", "left"), [(0, 0), (1, 1), (3, 3), (-1, 2), (-3, 0)])
def test_going_back(turn: int, left: int, shell: Shell) -> None:
    """Turns are forgotten from one on, as slices count."""
    made = talk(shell, fake(shell), model="m", system="S")
    for text in "abc":
        shell.call(made.say, text)

    made.back_to(turn)

    assert left == len(made)
    assert ("system", "S") == said(made)[0]


def test_going_back_too_far(shell: Shell) -> None:
    """A turn that there is not is an error."""
    made = talk(shell, fake(shell), model="m")
    shell.call(made.say, "a")

    for turn in (2, -2):
        with pytest.raises(ConfigError, match=f"has 1 turns, and no number {turn}"):
            made.back_to(turn)


def test_another_try(shell: Shell) -> None:
    """The last turn is asked again, and its new answer takes the place of the old."""
    client = fake(shell, "one", "two", "other", BROKEN)
    made = talk(shell, client, model="m")
    shell.call(made.say, "a")
    shell.call(made.say, "b")

    reply = shell.call(made.retry, temperature=1)
    with pytest.raises(ServerError):
        shell.call(made.retry)

    past = [("user", "a"), ("assistant", "one"), ("user", "b")]
    assert "other" == reply.text
    assert past == sent(client, 2)
    assert [*past, ("assistant", "other")] == said(made)
    assert {"model": "m", "temperature": 1} == client.calls[2]


def test_nothing_to_try_again(shell: Shell) -> None:
    """Where the user has said nothing yet there is nothing to repeat."""
    begun = talk(shell, fake(shell), model="m", messages=[Message("assistant", "Hello!")])

    for made in (talk(shell, fake(shell), model="m"), begun):
        with pytest.raises(ConfigError, match="no turn of the user"):
            shell.call(made.retry)


def test_earlier_messages(shell: Shell) -> None:
    """A conversation may begin with messages; turns begin where the user speaks again."""
    call = ToolCall("c", "look", "{}")
    messages: list[Any] = [
        {"role": "developer", "content": "D"},
        {"role": "user", "content": "a"},
        {"role": "user", "content": "a2"},
        Message("assistant", None, tool_calls=(call,)),
        {"role": "tool", "content": "7", "tool_call_id": "c"},
        Message("assistant", "one"),
        Message("user", "b"),
    ]
    client = fake(shell)
    made = talk(shell, client, model="m", messages=messages)

    assert [1, 5, 1] == [len(turn) for turn in made.turns]
    assert (call,) == made.turns[1][2].tool_calls
    shell.call(made.say, "c")
    assert 8 == len(client.chats[0])


def test_what_can_be_said(shell: Shell) -> None:
    """Parts, messages and results of tools are said as texts are."""
    client = fake(shell)
    made = talk(shell, client, model="m")
    part = ImagePart(b"\x89PNG\r\n\x1a\n")

    shell.call(made.say, ["What is it?", part])
    shell.call(made.say, {"role": "tool", "content": "7", "tool_call_id": "c", "odd": 1})

    assert [("user", ["What is it?", part]), ("assistant", "hello"), ("tool", "7")] == sent(client)
    assert {"odd": 1} == made.messages[2].extra


@pytest.mark.parametrize("text", [7, [], [{"content": "x"}], [{"role": 7, "content": "x"}]])
def test_what_cannot_be_said(text: Any, shell: Shell) -> None:
    """What is no message is refused, and the history is as it was."""
    made = talk(shell, fake(shell), model="m")

    with pytest.raises(ConfigError):
        shell.call(made.say, text)
    with pytest.raises(ConfigError):
        made.stream(text)
    assert () == made.messages


def test_repr_shows_no_words(shell: Shell) -> None:
    """A conversation in a log tells its length; it is true before anything was said."""
    made = talk(shell, fake(shell), model="m", system="secret words")

    assert f"{type(made).__name__}(model='m', turns=0)" == repr(made)
    assert made


def test_clients_without_tools(shell: Shell) -> None:
    """`run` needs a client that has it."""
    made = talk(shell, fake(shell), model="m")

    with pytest.raises(AttributeError):
        shell.done(made.run("a", []))
    assert 0 == len(made)
