"""
Runs with tools on every backend that has them: against the emulator, and literal requests.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from typing import Any

import pytest
from shells import Shell

import polyvox
from polyvox import Done, RoundsExceeded, TextDelta, Toolbox, ToolCallDelta, ToolResult
from polyvox.emulator import Emulator
from polyvox.errors import ServerError, StreamInterrupted, StreamTruncated
from polyvox.testing.faults import End, FaultServer
from polyvox.testing.faults.answers import (
    answer,
    chat_events,
    error_answer,
    event,
    event_stream,
)

ARGUMENTS: dict[str, dict[str, Any]] = {
    "dial": {"api_key": "dial-key"},
    "openai": {"api_key": "key"},
    "ollama": {},
    "aleph_alpha": {"token": "token"},
}
TEXT = "Hello big world"

each = pytest.mark.parametrize("backend", ARGUMENTS)


def shout(text: str) -> str:
    """
    Say it aloud.

    Args:
        text: What to say.
    """
    return text.upper()


def count(text: str, times: int | None = None) -> dict[str, int]:
    """Count the words."""
    return {"words": len(text.split()) * (times or 1)}


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    """All backends, on one port."""
    with Emulator() as running:
        yield running


def connected(shell: Shell, emulator: Emulator, backend: str) -> Any:
    """A client of *backend* for the emulator."""
    return shell.client(backend, base_url=emulator.url_of(backend), **ARGUMENTS[backend])


@each
def test_run(backend: str, shell: Shell, emulator: Emulator) -> None:
    """The model calls a tool and answers with what it gave; the history can be gone on with."""
    client = connected(shell, emulator, backend)
    run = shell.call(client.run, TEXT, [shout], model="tools")
    again = shell.call(
        client.run, [*run.messages, polyvox.Message("user", "Bye")], [shout], model="tools"
    )

    assert (TEXT.upper(), 2) == (run.text, run.rounds)
    assert [(TEXT.upper(), None)] == [(one.value, one.error) for one in run.calls]
    assert ["user", "assistant", "tool", "assistant"] == [one.role for one in run.messages]
    assert run.usage.total_tokens > run.reply.usage.total_tokens
    assert ("BYE", 8) == (again.text, len(again.messages))


@each
def test_stream_run(backend: str, shell: Shell, emulator: Emulator) -> None:
    """The same events of both rounds, the tool's result between them, the reply at last."""
    client = connected(shell, emulator, backend)
    stream = client.stream_run(TEXT, [shout], model="tools")
    events = shell.items(stream)
    kinds = [type(one) for one in events]
    pieces = [one.arguments for one in events if isinstance(one, ToolCallDelta)]

    assert {"text": TEXT} == json.loads("".join(pieces))
    assert kinds.index(ToolCallDelta) < kinds.index(ToolResult) < kinds.index(TextDelta)
    assert TEXT.upper() == "".join(one.text for one in events if isinstance(one, TextDelta))
    assert Done(stream.final.reply) == events[-1]
    assert shell.call(client.run, TEXT, [shout], model="tools").messages == stream.final.messages


@each
@pytest.mark.parametrize("streamed", [False, True])
def test_parallel_calls_and_the_bound(
    backend: str, streamed: bool, shell: Shell, emulator: Emulator
) -> None:
    """A model that calls two tools in every round is stopped by the bound."""
    client = connected(shell, emulator, backend)
    toolbox = Toolbox([shout, count], rounds=3)

    with pytest.raises(RoundsExceeded) as caught:
        if streamed:
            shell.items(client.stream_run(TEXT, toolbox, model="endless"))
        else:
            shell.call(client.run, TEXT, toolbox, model="endless")
    partial = caught.value.partial

    assert [TEXT.upper(), {"words": 3}] * 2 == [one.value for one in partial.calls]
    assert (3, ["shout", "count"]) == (partial.rounds, [one.name for one in partial.pending])


@each
def test_tools_of_the_caller(backend: str, shell: Shell, emulator: Emulator) -> None:
    """A tool in the form of the wire is sent as it is, and its call given back."""
    schema = {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}
    wire = {"type": "function", "function": {"name": "look", "parameters": schema}}
    run = shell.call(connected(shell, emulator, backend).run, "Ulm", wire, model="tools")

    assert [("look", {"city": "Ulm"})] == [(one.name, one.parsed) for one in run.pending]


@each
def test_errors_are_told(backend: str, shell: Shell, emulator: Emulator) -> None:
    """What a tool raises reaches the model on every backend."""

    def fail(text: str) -> None:
        """Fail."""
        raise LookupError(text)

    run = shell.call(connected(shell, emulator, backend).run, "Nowhere", [fail], model="tools")

    assert {"error": "LookupError: Nowhere"} == json.loads(run.text)


def test_leaving_a_stream_frees_the_connection(shell: Shell, emulator: Emulator) -> None:
    """Who leaves in the middle of a round can use the client at once."""
    client = connected(shell, emulator, "dial")
    for _ in range(3):
        shell.items(client.stream_run(TEXT, [shout], model="tools"), limit=1)

    assert TEXT.upper() == shell.call(client.run, TEXT, [shout], model="tools").text


def test_cancelling_a_run(emulator: Emulator) -> None:
    """A cancelled run stops its tool, and leaves the client usable."""
    ended: list[str] = []

    async def scene() -> str:
        """Cancel inside a tool, then chat."""
        begun = asyncio.Event()

        async def wait(text: str) -> None:
            """Wait for ever."""
            try:
                begun.set()
                await asyncio.Event().wait()
            finally:
                ended.append(text)

        url = emulator.url_of("openai")
        async with polyvox.AsyncOpenAI(base_url=url, api_key="key", trust_env=False) as client:
            task = asyncio.create_task(client.run(TEXT, [wait], model="tools"))
            await begun.wait()
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            return (await client.chat("Hi", model="echo")).text

    assert "Hi" == asyncio.run(scene())
    assert [TEXT] == ended


def called(name: str = "shout", arguments: str = '{"text":"hi"}') -> list[dict[str, Any]]:
    """A tool call in the form of the wire."""
    return [
        {
            "index": 0,
            "id": "c1",
            "type": "function",
            "function": {"name": name, "arguments": arguments},
        }
    ]


def asking() -> tuple[bytes, ...]:
    """The events of an answer that asks for a tool."""
    chunk = {
        "object": "chat.completion.chunk",
        "choices": [{"index": 0, "delta": {"tool_calls": called()}}],
    }
    return (event(chunk), *chat_events(finish="tool_calls"))


@pytest.mark.parametrize(
    ("second", "error"),
    [
        (event_stream(*chat_events("It ", "is", finish=None, done=False)), StreamTruncated),
        (
            event_stream(chat_events("It ", "is")[0], chat_events("", "is")[1], ended=False),
            StreamInterrupted,
        ),
    ],
)
def test_streams_that_break_in_a_later_round(second: Any, error: Any, shell: Shell) -> None:
    """The error carries what the tools did, and the piece of the answer."""
    with FaultServer([*event_stream(*asking())], [*second, End()]) as server:
        client = shell.client("openai", base_url=server.url, api_key="key")
        with pytest.raises(error) as caught:
            shell.items(client.stream_run("hi", [shout], model="m"))
    partial = caught.value.partial

    assert ("It is", 1, ["HI"]) == (
        partial.text,
        partial.rounds,
        [one.value for one in partial.calls],
    )
    assert "tool" == partial.messages[-1].role


def test_requests_that_fail_in_a_later_round(shell: Shell) -> None:
    """So does the error of a request that fails."""
    message = {"role": "assistant", "content": None, "tool_calls": called()}
    first = {"choices": [{"index": 0, "message": message, "finish_reason": "tool_calls"}]}
    with FaultServer([answer(first)], [error_answer(500)]) as server:
        client = shell.client("openai", base_url=server.url, api_key="key")
        with pytest.raises(ServerError) as caught:
            shell.call(client.run, "hi", [shout], model="m")
        body = json.loads(server.requests[1].partition(b"\r\n\r\n")[2])

    assert ["HI"] == [one.value for one in caught.value.partial.calls]
    assert [
        {"role": "user", "content": "hi"},
        {
            "role": "assistant",
            "content": None,
            "tool_calls": [
                {
                    "id": "c1",
                    "type": "function",
                    "function": {"name": "shout", "arguments": '{"text":"hi"}'},
                }
            ],
        },
        {"role": "tool", "content": "HI", "tool_call_id": "c1"},
    ] == body["messages"]


def test_what_ollama_is_told(shell: Shell) -> None:
    """Ollama gets arguments as an object, and the tool's name in place of an id."""
    call = {"function": {"name": "shout", "arguments": {"text": "hi"}}}
    message = {"role": "assistant", "content": "", "tool_calls": [call]}
    first = {"model": "q", "message": message, "done": True, "done_reason": "stop"}
    last = {**first, "message": {"role": "assistant", "content": "Done."}}
    with FaultServer([answer(first)], [answer(last)]) as server:
        client = shell.client("ollama", base_url=server.url)
        run = shell.call(client.run, "hi", [shout], model="q")
        body = json.loads(server.requests[1].partition(b"\r\n\r\n")[2])

    assert "Done." == run.text
    assert [
        {"role": "user", "content": "hi"},
        {"role": "assistant", "content": "", "tool_calls": [call]},
        {"role": "tool", "content": "HI", "tool_name": "shout"},
    ] == body["messages"]
