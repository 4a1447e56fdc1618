"""
What works on every backend around its verbs, each once; `tests/test_verbs.py` runs them all.

A helper that not every backend has is listed with the verb that it needs. A backend joins with an
entry in `CLIENTS`, once its emulated model says what it was told, and its chats take options.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass
from types import ModuleType
from typing import Any, NamedTuple
from unittest.mock import patch

import attrs
import pydantic
import pytest
from verb_cases import TEXT, Use, shout

from polyvox import (
    ConfigError,
    Done,
    Message,
    ReasoningDelta,
    RoundsExceeded,
    TextDelta,
    Toolbox,
    ToolError,
    ToolResult,
)

__all__ = ["HELPERS"]

# Models of the emulator that reason, with the options it takes; the others never do.
REASONING: dict[str, dict[str, Any]] = {
    "dial": {"model": "usage"},
    "aleph_alpha": {"model": "thinking"},
    "ollama": {"model": "thinking", "think": True},
    "openai": {"model": "thinking"},
}
EXTRAS: dict[str, Any] = {
    "extra_body": {"brand_new": 1},
    "extra_headers": {"X-Extra": "yes"},
    "extra_query": {"extra": "1"},
}


@attrs.frozen
class Turn:
    """A message as an attrs class, with more than anybody reads."""

    role: str
    content: str
    seen: bool = True


@dataclass
class Said:
    """A message as a dataclass."""

    role: str
    content: str


class Row(NamedTuple):
    """A message as a tuple."""

    role: str
    content: str


class Model(pydantic.BaseModel):
    """A message as a pydantic model."""

    role: str
    content: str


def last(use: Use) -> Any:
    """The body of the last request."""
    return json.loads(use.emulator.requests[-1].body)


def messages(use: Use) -> None:
    """Texts, dicts, messages and objects of any class are sent alike, in chats and streams."""
    forms = [lambda role, content: {"role": role, "content": content}, Message, Turn, Said, Row]
    sent: list[Any] = []
    for form in (*forms, lambda role, content: Model(role=role, content=content)):
        chat = [form("user", "One"), form("assistant", "Two"), form("user", TEXT)]
        reply = use.call(use.client.chat, chat, **use.model("chat"))
        sent.append(last(use)["messages"])
        use.shell.items(use.client.stream(chat, **use.model("stream")))
        sent.append(last(use)["messages"])
        assert TEXT == reply.text.strip()
    use.call(use.client.chat, form("user", TEXT), **use.model("chat"))
    alone = last(use)["messages"]
    use.call(use.client.chat, TEXT, system="Be brief.", **use.model("chat"))
    system = last(use)["messages"]

    assert [sent[0]] * len(sent) == sent
    assert [("user", "One"), ("assistant", "Two"), ("user", TEXT)] == [
        (one["role"], one["content"]) for one in sent[0]
    ]
    assert [{"role": "user", "content": TEXT}] == alone
    assert [{"role": "system", "content": "Be brief."}, *alone] == system


def extras(use: Use) -> None:
    """What polyvox does not know goes along: members of the body, headers, and the query."""
    use.call(use.client.chat, TEXT, **use.model("chat"), **EXTRAS)
    whole = use.emulator.requests[-1]
    use.shell.items(use.client.stream(TEXT, **use.model("stream"), **EXTRAS))
    streamed = use.emulator.requests[-1]

    for request in (whole, streamed):
        assert ("yes", 1) == (request.headers["x-extra"], json.loads(request.body)["brand_new"])
        assert "extra=1" in request.query


def slips(use: Use) -> None:
    """A misspelt option is refused with the nearest name, and nothing is sent."""
    use.emulator.forget_requests()
    for ask in (
        lambda: use.call(use.client.chat, TEXT, **use.model("chat"), temprature=1),
        lambda: use.shell.items(use.client.stream(TEXT, **use.model("stream"), temprature=1)),
    ):
        with pytest.raises(
            ConfigError, match=r"no option 'temprature'\. Did you mean 'temperature'"
        ):
            ask()

    assert [] == use.emulator.requests


def raw(use: Use) -> None:
    """A reply, streamed or not, is also there as the class of the generated client, and as JSON."""
    whole = use.call(use.client.chat, TEXT, **use.model("chat"))
    stream = use.client.stream(TEXT, **use.model("stream"))
    use.shell.items(stream)

    for reply in (whole, stream.final):
        assert type(reply.raw).__module__.startswith(f"polyvox_api.{use.client.backend}.")
        assert reply.wire == reply.raw.to_dict()
        assert "content-type" in reply.headers
    assert type(whole.raw) is type(stream.final.raw)
    assert whole.wire.keys() - {"usage"} <= stream.final.wire.keys()


def reasoning(use: Use) -> None:
    """Reasoning is kept apart from the text: in events, replies, and what notebooks show."""
    if use.client.backend not in REASONING:
        assert use.call(use.client.chat, TEXT, **use.model("chat")).reasoning is None
        return
    options = REASONING[use.client.backend]
    reply = use.call(use.client.chat, TEXT, **options)
    stream = use.client.stream(TEXT, **options)
    events = use.shell.items(stream)
    thoughts = "".join(one.text for one in events if isinstance(one, ReasoningDelta))

    assert TEXT == "".join(one.text for one in events if isinstance(one, TextDelta))
    assert (TEXT, TEXT) == (reply.text, stream.final.text)
    assert thoughts == stream.final.reasoning == reply.reasoning
    assert thoughts.strip()
    assert reply._repr_markdown_().startswith("<details><summary>Reasoning</summary>")


class Screen:
    """A notebook's front end, which keeps what each output shows at last."""

    def __init__(self) -> None:
        self.kernel = self
        self.shown: list[str] = []

    def display(self, bundle: dict[str, str], **_: Any) -> Screen:
        """Begin an output."""
        self.shown.append("")
        self.update(bundle)
        return self

    def update(self, bundle: dict[str, str], **_: Any) -> None:
        """Replace the last output."""
        self.shown[-1] = bundle["text/markdown"]


def displays(use: Use) -> None:
    """Replies show themselves; streams fill in, and outside of notebooks print their text."""
    reply = use.call(use.client.chat, "<b>", **use.model("chat"))
    screen, printed = Screen(), io.StringIO()
    notebook = {name: ModuleType(name) for name in ("IPython", "IPython.display")}
    notebook["IPython"].__dict__["get_ipython"] = lambda: screen
    notebook["IPython.display"].__dict__["display"] = screen.display
    with patch.dict(sys.modules, notebook):
        live = use.client.stream("<b>", **use.model("stream"))
        if use.shell.is_async:
            assert "*No text.*" == live._repr_markdown_()
            use.call(live.show)
            assert screen.shown == [live._repr_markdown_()]
        else:
            live._ipython_display_()
    with patch.dict(sys.modules, {"IPython": None}), redirect_stdout(printed):
        use.call(use.client.stream(TEXT, **use.model("stream")).show)

    assert ["&lt;b>"] == [one.strip() for one in screen.shown]
    assert "&lt;b>" == reply._repr_markdown_().strip()
    assert TEXT == printed.getvalue().strip()


def settings(use: Use) -> None:
    """A client tells where its settings came from, and shows no credential."""
    rows = {row.name: row for row in use.client.config.explain()}
    secrets = {"api_key", "token"} & use.setup.arguments.keys()

    assert use.client.base_url.rstrip("/") == str(rows["base_url"].value).rstrip("/")
    assert {"argument"} == {rows[one].source for one in (*use.setup.arguments, "base_url")}
    assert {"***"} >= {str(rows[one].value) for one in secrets}
    assert use.client.backend == rows["backend"].value


def fail(text: str) -> None:
    """Fail."""
    raise LookupError(text)


def hooks(use: Use) -> None:
    """Each call of a tool is confirmed; a refusal is told to the model, whole and streamed."""
    asked: list[Any] = []

    def confirm(call: Any, arguments: dict[str, Any]) -> str:
        """Refuse."""
        asked.append((call.name, arguments))
        return "Not today."

    toolbox = Toolbox([shout], confirm=confirm)
    done = use.call(use.client.run, TEXT, toolbox, model="tools")
    stream = use.client.stream_run(TEXT, toolbox, model="tools")
    (result,) = (one for one in use.shell.items(stream) if isinstance(one, ToolResult))

    assert [("shout", {"text": TEXT})] * 2 == asked
    assert all("Not today." in one.text for one in (done, stream.final))
    assert done.calls == stream.final.calls == (result,)
    assert result.value is None


def failing_tools(use: Use) -> None:
    """What a tool raises is told to the model, or ends the run with what was done so far."""
    told = use.client.stream_run(TEXT, [fail], model="tools")
    use.shell.items(told)
    strict = Toolbox([fail], on_error="raise")
    runs: list[Callable[[], Any]] = [
        lambda: use.call(use.client.run, TEXT, strict, model="tools"),
        lambda: use.shell.items(use.client.stream_run(TEXT, strict, model="tools")),
    ]

    assert {"error": f"LookupError: {TEXT}"} == json.loads(told.final.text)
    for run in runs:
        with pytest.raises(ToolError, match="fail") as caught:
            run()
        assert isinstance(caught.value.__cause__, LookupError)
        assert caught.value.partial.messages


def bounds(use: Use) -> None:
    """A run stops at its bound, one answer included, with parallel calls or one by one."""
    for rounds, parallel in ((1, 1), (2, 1), (3, 4)):
        toolbox = Toolbox([shout, fail], rounds=rounds, parallel=parallel)
        use.emulator.forget_requests()
        with pytest.raises(RoundsExceeded) as caught:
            use.call(use.client.run, TEXT, toolbox, model="endless")

        assert rounds == len(use.emulator.requests) == caught.value.partial.rounds
        assert ["shout", "fail"] * (rounds - 1) == [
            one.call.name for one in caught.value.partial.calls
        ]


def pictures(use: Use) -> None:
    """Pictures show themselves: those that came as bytes, and links to the others."""
    made = use.call(use.client.images.generate, "A fox", **use.model("images"))
    html = made._repr_html_()

    assert made[0]._repr_html_() == html
    assert ("<img src=" if made[0].inline else '<a href="http') in html


def spoken(use: Use) -> None:
    """Streams of runs show their calls of tools, and the last answer."""
    stream = use.client.stream_run(TEXT, [shout], model="tools")
    events = use.shell.items(stream)
    shown = stream.final._repr_markdown_()

    assert isinstance(events[-1], Done)
    assert shown.startswith("<details><summary>shout</summary>")
    assert shown.endswith(TEXT.upper())


HELPERS: dict[Callable[[Use], None], str] = {
    **dict.fromkeys((messages, extras, slips, raw, reasoning, displays, settings), "chat"),
    **dict.fromkeys((hooks, failing_tools, bounds, spoken), "run"),
    pictures: "images",
}
