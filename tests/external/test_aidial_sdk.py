"""
The SDK talks to applications made with EPAM's own server library, `aidial-sdk`.

What a DIAL deployment really sends: stages, attachments, state, heartbeats, errors in the stream.
Run by `make external`, which makes the environment of the server.
"""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

import polyvox
from polyvox.backends.dial.types import Attachment, DialReply, Stage, StageDelta

pytestmark = pytest.mark.external

ROOT = Path(__file__).parents[2]
PYTHON = ROOT / ".venv-external" / "bin" / "python"
Talk = Callable[..., tuple[list[polyvox.Event], DialReply]]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Address of the applications in `apps.py`."""
    if not PYTHON.exists():
        pytest.fail("The environment of the server is not there. Run: make external")
    command = [PYTHON, Path(__file__).with_name("apps.py")]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, **pipes) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.communicate()


@pytest.fixture(params=["blocking", "asyncio"])
def chat(server: str, request: pytest.FixtureRequest) -> Callable[..., DialReply]:
    """`chat` of either client."""

    def blocking(*arguments: Any, **options: Any) -> DialReply:
        with polyvox.Dial(base_url=server, api_key="key") as client:
            return client.chat(*arguments, **options)

    async def awaited(*arguments: Any, **options: Any) -> DialReply:
        """The same, awaited."""
        async with polyvox.AsyncDial(base_url=server, api_key="key") as client:
            return await client.chat(*arguments, **options)

    if request.param == "blocking":
        return blocking
    return lambda *arguments, **options: asyncio.run(awaited(*arguments, **options))


@pytest.fixture(params=["blocking", "asyncio"])
def stream(server: str, request: pytest.FixtureRequest) -> Talk:
    """`stream` of either client, read to its end: its events and the whole reply."""

    def blocking(*arguments: Any, **options: Any) -> tuple[list[polyvox.Event], DialReply]:
        with (
            polyvox.Dial(base_url=server, api_key="key") as client,
            client.stream(*arguments, **options) as events,
        ):
            return list(events), events.final

    async def awaited(*arguments: Any, **options: Any) -> tuple[list[polyvox.Event], DialReply]:
        """The same, awaited."""
        async with (
            polyvox.AsyncDial(base_url=server, api_key="key") as client,
            client.stream(*arguments, **options) as events,
        ):
            return [event async for event in events], events.final

    if request.param == "blocking":
        return blocking
    return lambda *arguments, **options: asyncio.run(awaited(*arguments, **options))


STAGES = (
    Stage(
        name="Looking it up",
        status="completed",
        content="in the library",
        attachments=(Attachment(type="text/plain", title="Source", data="a book"),),
    ),
    Stage(name="Asking a friend", status="failed"),
)
ATTACHMENTS = (
    Attachment(type="text/markdown", title="Table", data="| a |"),
    Attachment(type="image/png", title="Picture", url="files/b/picture.png"),
)


def check_rich(reply: DialReply) -> None:
    """Everything that the application `rich` says has arrived."""
    assert "How are you? " == reply.text
    assert STAGES == reply.stages
    assert ATTACHMENTS == reply.attachments
    assert {"turns": 1} == reply.state
    assert polyvox.Usage(7, 5, 12) == reply.usage
    assert "stop" == reply.finish_reason
    assert [0] == reply.statistics["discarded_messages"]
    (usage,) = reply.statistics["usage_per_model"]
    assert ("inner", 5) == (usage["model"], usage["total_tokens"])


def test_chat(chat: Callable[..., DialReply]) -> None:
    """An answer in one piece has stages, attachments, state and usage."""
    check_rich(chat("How are you?", model="rich"))


def test_stream(stream: Talk) -> None:
    """The same answer in pieces adds up to the same reply."""
    events, reply = stream("How are you?", model="rich")

    check_rich(reply)
    assert polyvox.Done(reply) == events[-1]
    assert ["How ", "are ", "you? "] == [
        event.text for event in events if isinstance(event, polyvox.TextDelta) and event.text
    ]
    assert [(0, "completed"), (1, "failed")] == [
        (event.position, event.status)
        for event in events
        if isinstance(event, StageDelta) and event.status
    ]


def test_state_goes_back(chat: Callable[..., DialReply]) -> None:
    """The message of a reply is accepted as part of the next request."""
    first = chat("Hello", model="rich")
    conversation = [polyvox.Message("user", "Hello"), first.message]

    assert {"turns": 3} == chat(
        [*conversation, polyvox.Message("user", "Again")], model="rich"
    ).state


def test_heartbeats_are_sent(server: str) -> None:
    """The application `slow` sends comment lines, so that the next test says something."""
    body = {"messages": [{"role": "user", "content": "Hi"}], "stream": True}
    path = "/openai/deployments/slow/chat/completions"
    answer = httpx.post(server + path, json=body, headers={"Api-Key": "key"})

    assert answer.text.count(": heartbeat\n") >= 2


def test_heartbeats_are_no_events(stream: Talk) -> None:
    """Comment lines between the chunks disturb nothing."""
    _, reply = stream("Hi", model="slow")

    assert "slow and steady" == reply.text


def test_error_in_the_stream(stream: Talk) -> None:
    """An error after the first chunk is the error of its status, with what had arrived."""
    with pytest.raises(polyvox.StatusError) as caught:
        stream("Hi", model="broken", retry=False)

    assert "So far" == caught.value.partial.text
    assert "quota" == caught.value.code
    assert "Come back tomorrow." == caught.value.display_message
    assert "No more." in str(caught.value)


def test_error_before_the_answer(chat: Callable[..., DialReply]) -> None:
    """A refusal has the server's words, and its wish is not waited for when it is too long."""
    with pytest.raises(polyvox.RateLimited, match=r"Too busy\.") as caught:
        chat("Hi", model="refusing")

    assert (429, 3600) == (caught.value.status, caught.value.retry_after)


def test_error_before_the_stream(stream: Talk) -> None:
    """The same for a stream, which never began."""
    with pytest.raises(polyvox.RateLimited, match=r"Too busy\."):
        stream("Hi", model="refusing")


def test_unknown_deployment(chat: Callable[..., DialReply]) -> None:
    """A deployment that is not there is `NotFound`."""
    with pytest.raises(polyvox.NotFound):
        chat("Hi", model="nobody")


def test_tools(stream: Talk, chat: Callable[..., DialReply]) -> None:
    """A call in pieces adds up, and its answer goes back."""
    tool = {"type": "function", "function": {"name": "weather", "parameters": {"type": "object"}}}
    events, reply = stream("How is Paris?", model="tools", tools=[tool])
    (call,) = reply.tool_calls
    answer = polyvox.Message("tool", "Sunny", tool_call_id=call.id)
    conversation = [polyvox.Message("user", "How is Paris?"), reply.message, answer]

    assert ("call-1", "weather", {"city": "Paris"}) == (call.id, call.name, call.parsed)
    assert "tool_calls" == reply.finish_reason
    assert [] != [event for event in events if isinstance(event, polyvox.ToolCallDelta)]
    assert "Sunny" == chat(conversation, model="tools", tools=[tool]).text
