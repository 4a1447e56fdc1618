"""Tools and functions of LWE: the loop that lets a model call them, in both shells."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lwe_world import lwe_backend, made_up
from shells import Shell

from polyvox.emulator import Emulator
from polyvox.errors import ToolError

HI = "Count the words"


def call(name: str, number: int = 1, **arguments: Any) -> dict[str, Any]:
    """A call as models write it."""
    function = {"name": name, "arguments": json.dumps(arguments)}
    return {"id": f"c{number}", "type": "function", "function": function}


def calling(*calls: dict[str, Any]) -> dict[str, Any]:
    """A message that asks for calls."""
    return {"content": None, "tool_calls": list(calls)}


ONCE = calling(call("count_words", text="a b c"))
SHOWN = [{"name": "count_words", "args": {"text": "a b c"}, "id": "c1", "type": "tool_call"}]
COUNTED = {"count": 3, "strict": False}


@pytest.fixture
def backend(shell: Shell, tmp_path: Path) -> Any:
    """A backend that remembers, with the samples, and with nobody to ask."""
    return lwe_backend(shell, tmp_path, backend_options__default_user="tester")


def stored(shell: Shell, backend: Any) -> list[tuple[str, str, Any]]:
    """Role, type and content of the messages in the current conversation."""
    messages = shell.call(backend.get_conversation).response["messages"]
    return [(one["role"], one["message_type"], one["message"]) for one in messages][2:]


@pytest.fixture
def spy(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[Any], dict[str, Any]]]:
    """Messages and options of each request to the made-up model."""
    from polyvox.compat.lwe.turns import FakeDialect

    seen: list[tuple[list[Any], dict[str, Any]]] = []
    plain: Callable[..., Any] = FakeDialect.whole

    def whole(self: Any, messages: Any, options: dict[str, Any]) -> Any:
        """Note what is asked."""
        seen.append((list(messages), dict(options)))
        return plain(self, messages, options)

    monkeypatch.setattr(FakeDialect, "whole", whole)
    return seen


def test_the_loop(shell: Shell, backend: Any, spy: list[Any]) -> None:
    """The tool is called, and the model asked again with the whole conversation."""
    made_up(backend, "Hello", ONCE, "There are three.", tools=["count_words"])
    shell.call(backend.ask, "Hi")
    result = shell.call(backend.ask, HI)

    assert (True, "There are three.") == result[:2]
    assert ["system", "user", "assistant", "user", "assistant", "tool"] == [
        one["role"] for one in spy[-1][0]
    ]
    assert COUNTED == json.loads(spy[-1][0][-1]["content"])
    assert [
        ("user", "content", HI),
        ("assistant", "tool_call", SHOWN),
        ("tool", "tool_response", COUNTED),
        ("assistant", "content", "There are three."),
    ] == stored(shell, backend)[1:]
    assert "count_words" == spy[0][1]["tools"][0]["function"]["name"]


def test_streaming_with_tools(shell: Shell, backend: Any) -> None:
    """While streaming, calls are made as well; the text of the answer arrives in pieces."""
    pieces: list[str] = []
    made_up(backend, ONCE, "There are three.", tools=["count_words"])
    result = shell.call(backend.ask_stream, HI, {"stream_callback": pieces.append})

    assert "There are three." == result.response
    assert "There are three." == "".join(pieces)


def test_tools_over_the_wire(shell: Shell, emulator: Emulator, tmp_path: Path) -> None:
    """A real chat with a tool: the emulated model calls it, and repeats what it gave."""
    backend = lwe_backend(shell, tmp_path, emulator)
    overrides = {"model": "tools", "tools": ["count_words"]}
    result = shell.call(backend.ask, HI, overrides)
    first, second = (json.loads(one.body) for one in emulator.requests)

    assert result.success, result.message
    assert "count" in json.loads(result.response)
    assert ["text"] == first["tools"][0]["function"]["parameters"]["required"]
    assert ["system", "user", "assistant", "tool"] == [one["role"] for one in second["messages"]]


def test_rounds_are_bounded(shell: Shell, emulator: Emulator, tmp_path: Path) -> None:
    """A model that never stops calling is a failure that names the bound."""
    backend = lwe_backend(shell, tmp_path, emulator)
    overrides = {"model": "endless", "tools": ["count_words"], "max_tool_rounds": 3}
    result = shell.call(backend.ask, HI, overrides)

    assert not result.success
    assert "After 3 answers" in result.message
    assert "max_tool_rounds" in result.message
    assert 3 == len(emulator.requests)


def test_forced_choice(shell: Shell, backend: Any, spy: list[Any]) -> None:
    """A tool that must be called gives the answer itself, and the model is not asked again."""
    made_up(backend, ONCE, tools=["count_words", "look_up"], tool_choice="count_words")
    result = shell.call(backend.ask, HI)

    assert (True, COUNTED) == result[:2]
    assert [{"type": "function", "function": {"name": "count_words"}}] == [
        options["tool_choice"] for _, options in spy
    ]
    assert ["tool_call", "tool_response"] == [one[1] for one in stored(shell, backend)]


def test_any_is_required(shell: Shell, backend: Any, spy: list[Any]) -> None:
    """LWE's choice `any` is `required`; it stays until a call succeeds."""
    wrong = calling(call("count_words", words="a b c"))
    made_up(backend, wrong, ONCE, tools=["count_words"], tool_choice="any")
    result = shell.call(backend.ask, HI)

    assert COUNTED == result.response
    assert ["required", "required"] == [options["tool_choice"] for _, options in spy]


def test_free_choice(shell: Shell, backend: Any, spy: list[Any]) -> None:
    """A choice that is left to the model ends with its answer, and is sent once."""
    made_up(backend, ONCE, "Three", tools=["count_words"], tool_choice="auto")

    assert "Three" == shell.call(backend.ask, HI).response
    assert ["auto", None] == [options.get("tool_choice") for _, options in spy]


def test_calls_are_returned(shell: Shell, backend: Any, spy: list[Any]) -> None:
    """With return_on_tool_call nothing is called; the conversation can go on afterwards."""
    made_up(backend, ONCE, "Fine", tools=["count_words"])
    over = {"preset_overrides": {"metadata": {"return_on_tool_call": True}}}
    backend._engine.activate(backend._engine.active.with_preset("p", backend._engine.active.preset))
    result = shell.call(backend.ask, HI, {**over, "max_tool_rounds": 1})

    assert (True, SHOWN) == result[:2]
    assert [("assistant", "tool_call", SHOWN)] == stored(shell, backend)
    assert "Fine" == shell.call(backend.ask, "Go on").response
    assert ["assistant", "tool", "user"] == [one["role"] for one in spy[-1][0][2:]]
    assert "handed to the program" in spy[-1][0][3]["content"]


@pytest.mark.parametrize("flag", ["return_on_tool_response", "return_on_function_response"])
def test_results_are_returned(shell: Shell, backend: Any, spy: list[Any], flag: str) -> None:
    """With return_on_tool_response the last result is the answer, without another request."""
    two = calling(call("count_words", text="a b c"), call("look_up", 2, word="river"))
    made_up(backend, two, tools=["count_words", "look_up"])
    active = backend._engine.active
    active.preset.metadata[flag] = True
    result = shell.call(backend.ask, HI)

    assert {"word": "river", "known": True} == result.response
    assert 1 == len(spy)


def test_functions_of_older_presets(shell: Shell, backend: Any, spy: list[Any]) -> None:
    """The words of LWE 0.18 work: functions in model_kwargs, with their folder and class."""
    forward = calling(call("reverse_text", text="abc"))
    older = {"functions": ["reverse_text"], "top_p": 0.5, "logit": 1}
    made_up(backend, forward, "cba it is", model_kwargs=older)

    assert "cba it is" == shell.call(backend.ask, HI).response
    assert [{"logit": 1}, 0.5] == [spy[0][1]["extra_body"], spy[0][1]["top_p"]]

    made_up(backend, forward, model_kwargs={**older, "function_call": {"name": "reverse_text"}})
    assert {"text": "cba"} == shell.call(backend.ask, HI).response
    assert "reverse_text" == spy[-1][1]["tool_choice"]["function"]["name"]

    made_up(backend, forward, model_kwargs={"functions": ["reverse_text"]})
    backend._engine.active.preset.metadata["return_on_function_call"] = True
    assert {"name": "reverse_text", "arguments": {"text": "abc"}} == (
        shell.call(backend.ask, HI).response
    )
    assert "extra_body" not in spy[-1][1]


def test_functions_and_dicts_as_tools(shell: Shell, backend: Any) -> None:
    """Plain functions are tools; what a dict describes is handed to the caller."""

    def shout(text: str, times: int = 1) -> str:
        """Say it louder."""
        return text.upper() * times

    wire = {"type": "function", "function": {"name": "whisper", "parameters": {}}}
    made_up(backend, calling(call("shout", text="hi", times=2)), "Done")
    assert "Done" == shell.call(backend.ask, HI, {"tools": [shout]}).response
    assert ("tool", "tool_response", "HIHI") == stored(shell, backend)[1]

    made_up(backend, calling(call("whisper", text="hi")))
    result = shell.call(backend.ask, HI, {"tools": wire})
    assert [{"name": "whisper", "args": {"text": "hi"}, "id": "c1", "type": "tool_call"}] == (
        result.response
    )


def test_coroutine_functions_as_tools(shell: Shell, backend: Any) -> None:
    """With asyncio tools may be coroutine functions; blocking code refuses them first."""

    async def slow(text: str) -> str:
        """Think about it."""
        return text

    made_up(backend, calling(call("slow", text="hi")), "Done")
    result = shell.call(backend.ask, HI, {"tools": [slow]})

    assert (shell.is_async, "coroutine function" not in result.message) == (
        result.success,
        shell.is_async,
    )


def test_errors_are_told_or_raised(shell: Shell, backend: Any, spy: list[Any]) -> None:
    """A tool that fails is told to the model, or is the failure of the request."""

    def broken(text: str) -> str:
        """Never works."""
        raise ValueError(text)

    made_up(backend, calling(call("broken", text="oops")), "Sorry")
    assert "Sorry" == shell.call(backend.ask, HI, {"tools": broken}).response
    assert {"error": "ValueError: oops"} == json.loads(spy[-1][0][-1]["content"])

    made_up(backend, calling(call("broken", text="oops")), "Sorry")
    result = shell.call(backend.ask, HI, {"tools": [broken], "tool_errors": "raise"})
    assert not result.success
    told = "The tool 'broken' failed: ValueError: oops."
    assert f"{told} tool_errors='tell' lets the model correct itself." == result.message
    assert isinstance(result.error, ToolError)
    assert ("broken", "raised") == (result.error.tool, result.error.reason)
    assert isinstance(result.error.__cause__, ValueError)


def test_arguments_that_are_no_json(shell: Shell, backend: Any) -> None:
    """Calls that are handed over must be readable; else the request fails."""
    bad = {"id": "c1", "type": "function", "function": {"name": "look_up", "arguments": "{"}}
    made_up(backend, calling(bad), tools=["look_up"])
    backend._engine.active.preset.metadata["return_on_tool_call"] = True

    assert "are not JSON" in shell.call(backend.ask, HI).message


# Tools that cannot be used -> what the message says.
REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "unknown": ({"tools": ["nope"]}, "Tool 'nope' not found. There are: count_words, "),
    "langchain": ({"tools": ["Langchain-Search"]}, "one of LangChain's"),
    "no list": ({"tools": 7}, "tools are a int"),
    "no tool": ({"tools": [7]}, "is no tool"),
    "choice": ({"tools": ["look_up"], "tool_choice": "nope"}, "tool_choice names 'nope'"),
    "twice": ({"tools": ["look_up", "look_up"]}, "Two tools have the name 'look_up'"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_tools_that_cannot_be_used(shell: Shell, backend: Any, spy: list[Any], case: str) -> None:
    """What is no tool fails the request before the model is asked."""
    customizations, expected = REFUSED[case]
    made_up(backend, "Hi", **customizations)
    result = shell.call(backend.ask, HI)

    assert not result.success
    assert expected in result.message
    assert [] == spy


def test_older_choices_are_understood(shell: Shell, backend: Any, spy: list[Any]) -> None:
    """A choice in model_kwargs counts where the preset has no other."""
    made_up(backend, "Hi", tools=["look_up"], model_kwargs={"tool_choice": "none"})
    shell.call(backend.ask, HI)

    assert "none" == spy[0][1]["tool_choice"]


def test_a_choice_without_tools(shell: Shell, backend: Any, spy: list[Any]) -> None:
    """A choice is not sent where there is nothing to choose."""
    made_up(backend, "Hi", tool_choice="auto")
    shell.call(backend.ask, HI)

    assert "tool_choice" not in spy[0][1]
