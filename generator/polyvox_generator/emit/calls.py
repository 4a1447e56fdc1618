"""What the template of an `operations` module needs to know."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from polyvox_generator.emit.expressions import Expressions, named, snake
from polyvox_generator.emit.prose import call_docstring, docstring
from polyvox_generator.lower.tree import pascal
from polyvox_generator.shapes import Api, Argument, Call, Shape

__all__ = ["CallViews", "class_name"]


@dataclass(frozen=True, slots=True)
class CallView:
    """One operation: a constant and two methods."""

    id: str
    constant: str
    item: str
    facts: list[str]
    verb: str
    returns: str
    positional: list[str]
    keywords: list[str]
    arguments: str
    body: str
    docstring: str
    twin_docstring: str


def class_name(tag: str) -> str:
    """Name of the class that holds the operations of *tag*."""
    return f"{pascal(tag)}Operations"


class CallViews:
    """Views of the operations of one API."""

    def __init__(self, api: Api, places: dict[str, str]) -> None:
        self.api = api
        self.places = places
        self.code = Expressions(api)

    def module(self, tag: str) -> dict[str, Any]:
        """Variables of the template for the operations of *tag*."""
        calls = [call for call in self.api.calls if call.tag == tag]
        views = [self._view(call) for call in calls]
        name = class_name(tag)
        return {
            "tag": tag,
            "class_name": name,
            "docstring": docstring(self.api.tags[tag], 4, f"Operations of `{tag}`."),
            "names": sorted([name, f"Async{name}", *(view.constant for view in views)]),
            "calls": views,
            "types": self._types(calls),
            "uses_streams": any(view.verb == "stream" for view in views),
            "uses_files": any(
                call.body is not None and call.body.kind == "bytes" for call in calls
            ),
            "uses_downloads": any(view.verb == "download" for view in views),
        }

    def _types(self, calls: list[Call]) -> list[tuple[str, list[str]]]:
        found: dict[str, set[str]] = {}
        for call in calls:
            shapes = [argument.shape for argument in call.arguments] + [call.result]
            shapes += [call.body.shape] if call.body is not None else []
            for shape in shapes:
                for name in named(shape):
                    found.setdefault(self.places[name], set()).add(name)
        return [(home, sorted(names)) for home, names in sorted(found.items())]

    def _view(self, call: Call) -> CallView:
        verb, item, returns, words = self._answer(call)
        positional = [item for item in call.arguments if item.place == "path"]
        keywords = [item for item in call.arguments if item.place != "path"]
        described = [(item.name, item.description) for item in [*positional, *keywords]]
        owner = class_name(call.tag)
        mapping = ", ".join(f"{_text(item.wire)}: {item.name}" for item in call.arguments)
        return CallView(
            id=call.id,
            constant=call.id.upper(),
            item=item,
            facts=self._facts(call),
            verb=verb,
            returns=returns,
            positional=[self._parameter(item) for item in positional],
            keywords=[*self._body(call), *(self._parameter(item) for item in keywords)],
            arguments=mapping,
            body="None" if call.body is None else "body",
            docstring=call_docstring(call, described, words),
            twin_docstring=f'"""Same as `{owner}.{call.id}`."""',
        )

    def _answer(self, call: Call) -> tuple[str, str, str, str]:
        """Client method, type of the operation, type of the call, and words for the result."""
        item = self.code.annotation(call.result)
        words = call.result_description or "The answer."
        if call.stream is not None:
            return (
                "stream",
                item,
                f"Stream[{item}]",
                "A stream that opens when entered or first read.",
            )
        if call.answer == "bytes":
            return (
                "download",
                "bytes",
                "Download",
                "A download that opens when entered or first read.",
            )
        if call.answer == "empty":
            return "call", "None", "None", ""
        item = "str" if call.answer == "text" else item
        if call.may_be_empty and item != "Any":
            item += " | None"
        return "call", item, item, words

    def _body(self, call: Call) -> list[str]:
        if call.body is None:
            return []
        kind = self.code.annotation(call.body.shape)
        return [f"body: {kind}" if call.body.required else f"body: {kind} | None = None"]

    def _parameter(self, argument: Argument) -> str:
        kind = self.code.annotation(argument.shape)
        if argument.required:
            return f"{argument.name}: {kind}"
        return f"{argument.name}: {kind} | Unset = UNSET"

    def _facts(self, call: Call) -> list[str]:
        """Keyword arguments of the `Operation`."""
        facts = [f"id={_text(call.id)}", f"method={_text(call.method)}", f"path={_text(call.path)}"]
        decode = self._decode(call)
        facts += [f"decode={decode}"] if decode != "plain" else []
        if call.arguments:
            facts.append(f"parameters=({', '.join(map(_parameter, call.arguments))},)")
        if call.body is not None:
            facts.append(f"body={_text(call.body.kind)}")
            encode = self._function("encode", call.body.shape)
            facts += [f"encode={encode}"] if encode != "plain" else []
        facts += [f"answer={_text(call.answer)}"] if call.answer != "json" else []
        facts += ["may_be_empty=True"] if call.may_be_empty else []
        facts += [] if call.secured else ["secured=False"]
        facts += [f"stream={_stream(call.stream)}"] if call.stream is not None else []
        return facts

    def _decode(self, call: Call) -> str:
        if call.answer == "empty":
            return "nothing"
        return "plain" if call.answer != "json" else self._function("decode", call.result)

    def _function(self, verb: str, shape: Shape) -> str:
        if not self.code.is_converted(shape):
            return "plain"
        (name,) = named(shape)
        module = _text(f"..models.{self.places[name]}")
        return f'late(__name__, {module}, "{verb}_{snake(name)}")'


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _parameter(argument: Argument) -> str:
    flags = "".join(
        f", {flag}=True"
        for flag in ("segments", "may_be_empty", "joined")
        if getattr(argument, flag)
    )
    return f"Parameter({_text(argument.wire)}, {_text(argument.place)}{flags})"


def _stream(facts: dict[str, Any]) -> str:
    parts = [_text(facts["framing"])]
    if facts["ends"]:
        parts.append(f"ends=({', '.join(map(_end, facts['ends']))},)")
    parts += ["endless=True"] if facts["endless"] else []
    parts += [f"error_key={_text(facts['error'])}"] if facts["error"] != "error" else []
    parts += [f"constants={facts['constants']!r}"] if facts["constants"] else []
    parts += ["text=True"] if facts["text"] else []
    return f"StreamRule({', '.join(parts)})"


def _end(rule: dict[str, Any]) -> str:
    values = tuple(rule["in"]) if "in" in rule else (rule["equals"],) if "equals" in rule else ()
    parts = [f"{key}={rule[key]!r}" for key in ("data", "path", "event", "count") if key in rule]
    parts += [f"values={values!r}"] if values else []
    return f"EndRule({', '.join(parts)})"
