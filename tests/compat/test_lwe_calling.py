"""Tools over the wire with `chat_openai`: streamed or not, at once, and without a word printed."""

from __future__ import annotations

import asyncio
import json
import threading
from typing import Any

import pytest
from lwe_shells import LweShell, bodies

from polyvox.emulator import Emulator
from polyvox.errors import StreamTruncated
from polyvox.testing.faults import FaultServer, answer, completion, event, event_stream, last_chunk


def double(x: int) -> dict[str, int]:
    """Twice as much."""
    return {"y": 2 * x}


def _call(name: str, number: int, **arguments: Any) -> dict[str, Any]:
    function = {"name": name, "arguments": json.dumps(arguments)}
    return {"id": f"c{number}", "type": "function", "function": function}


def _asking(*calls: dict[str, Any]) -> Any:
    """An answer that asks for *calls*."""
    message = {"role": "assistant", "content": None, "tool_calls": list(calls)}
    choice = {"index": 0, "message": message, "finish_reason": "tool_calls"}
    return answer({"id": "x", "object": "chat.completion", "choices": [choice]})


def _streamed(*calls: dict[str, Any]) -> tuple[Any, ...]:
    """The same as `_asking`, in pieces that cut the arguments in two."""
    chunks: list[dict[str, Any]] = []
    for index, call in enumerate(calls):
        arguments = call["function"]["arguments"]
        begin = {**call, "function": {**call["function"], "arguments": arguments[:2]}}
        chunks.append({"tool_calls": [{"index": index, **begin}]})
        chunks.append({"tool_calls": [{"index": index, "function": {"arguments": arguments[2:]}}]})
    choices = [{"index": 0, "delta": one, "finish_reason": None} for one in chunks]
    choices[-1]["finish_reason"] = "tool_calls"
    start = {"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "m"}
    return event_stream(*(event({**start, "choices": [one]}) for one in choices), event("[DONE]"))


@pytest.mark.parametrize("streaming", [False, True])
def test_calls_of_the_emulated_model(
    lwe: LweShell, openai: Emulator, streaming: bool, capfd: pytest.CaptureFixture[str]
) -> None:
    """A call that is streamed is made, and nothing of it is printed (5.1.3, 5.1.5, 5.1.11)."""
    pieces: list[str] = []
    overrides = {"model": "tools", "tools": [double], "stream_callback": pieces.append}
    ask = lwe.ask_stream if streaming else lwe.ask
    result = ask(lwe.backend(openai, remember=True), "Hi", overrides)
    roles = [[one["role"] for one in body["messages"]] for body in bodies(openai)]

    assert (True, '{"y":0}') == result[:2]
    assert (result.response if streaming else "") == "".join(pieces)
    assert [["system", "user"], ["system", "user", "assistant", "tool"]] == roles
    assert ("", "") == tuple(capfd.readouterr())


@pytest.mark.parametrize("streaming", [False, True])
def test_returned_calls(lwe: LweShell, streaming: bool) -> None:
    """Calls in many pieces are the response where a preset wants them (5.1.3)."""
    calls = [_call("double", 1, x=20), _call("double", 2, x=1)]
    returned = {"metadata": {"return_on_tool_call": True}}
    overrides = {"preset": "gpt-4o-mini", "preset_overrides": returned, "tools": [double]}
    with FaultServer(_streamed(*calls) if streaming else _asking(*calls)) as server:
        ask = lwe.ask_stream if streaming else lwe.ask
        result = ask(lwe.backend(server), "Hi", overrides)

    assert result.success, result.message
    assert [
        {"name": "double", "args": {"x": 20}, "id": "c1", "type": "tool_call"},
        {"name": "double", "args": {"x": 1}, "id": "c2", "type": "tool_call"},
    ] == result.response
    assert ["c1", "c2"] == [call.id for call in result.tool_calls]


def test_calls_at_once(lwe: LweShell) -> None:
    """With `tools.parallel`, calls of one answer wait for each other without an end."""
    together, arrived = threading.Barrier(2, timeout=10), asyncio.Event()
    waiting: list[int] = []

    def meet(x: int) -> int:
        """Wait for the other one."""
        together.wait()
        return x

    async def ameet(x: int) -> int:
        """Wait for the other one."""
        waiting.append(x)
        if len(waiting) == 2:
            arrived.set()
        async with asyncio.timeout(10):
            await arrived.wait()
        return x

    tool = ameet if lwe.is_async else meet
    calls = [_call(tool.__name__, 1, x=1), _call(tool.__name__, 2, x=2)]
    with FaultServer((_asking(*calls),), (answer(completion("Done")),)) as server:
        backend = lwe.backend(server, tools__parallel=2)
        result = lwe.ask(backend, "Hi", {"tools": [tool]})
        sent = json.loads(server.requests[1].partition(b"\r\n\r\n")[2])["messages"]

    assert (True, "Done") == result[:2]
    assert ["1", "2"] == [one["content"] for one in sent if one["role"] == "tool"]


@pytest.mark.parametrize("settings", [{"max_tool_rounds": 0}, {"tool_errors": "zz"}])
def test_bounds_that_cannot_be(lwe: LweShell, openai: Emulator, settings: dict[str, Any]) -> None:
    """A bound or an option that means nothing is a failure before anybody is asked."""
    result = lwe.ask(lwe.backend(openai), "Hi", {"tools": [double], **settings})

    assert (False, None) == result[:2]
    assert [] == bodies(openai)


def test_no_tools_for_once(lwe: LweShell, openai: Emulator) -> None:
    """An empty list of tools takes a preset's tools away."""
    backend = lwe.backend(openai)
    backend.set_provider("chat_openai", {"model_name": "tools", "tools": [double]}, reset=True)
    lwe.ask(backend, "Hi", {"tools": []})

    assert ["messages", "model"] == sorted(bodies(openai)[0])


def test_cut_calls(lwe: LweShell) -> None:
    """A stream that ends inside of a call is a failure, and nothing is called (5.1.2)."""
    called: list[int] = []

    def note(x: int) -> None:
        """Note it."""
        called.append(x)

    whole = _streamed(_call("note", 1, x=1))
    with FaultServer((*whole[:2], last_chunk())) as server:
        result = lwe.ask_stream(lwe.backend(server), "Hi", {"tools": [note]})

    assert isinstance(result.error, StreamTruncated)
    assert (False, True) == (result.success, result.partial)
    assert [] == called
