"""
`polyvox chat`: one question, or a conversation.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Sequence
from typing import Annotated, Any

from attrs import frozen
from cyclopts import Parameter, Token

from polyvox.cli.asking import message_from, piped
from polyvox.cli.options import Server
from polyvox.cli.screen import fancy, is_terminal, print_json
from polyvox.cli.views import JsonLines, Plain, View, reply_as_json, show, tell_usage
from polyvox.errors import ConfigError
from polyvox.types import TextDelta

__all__ = ["chat"]


def _whole(kind: Any, tokens: Sequence[Token]) -> int:
    """A whole number; the usual conversion would round what is none."""
    del kind
    return int(tokens[0].value)


_Many = Annotated[tuple[str, ...], Parameter(metavar="PATH|URL")]


@Parameter(name="*")
@frozen
class Question:
    """
    What is asked, and of which model.

    Attributes:
        model: Of the server, as `polyvox models` lists them.
        system: A system message before the others.
        image: A picture to send along; repeatable.
        file: Another file to send along; repeatable.
        temperature: From 0 (sober) to 1 or 2 (wild).
        max_tokens: Most tokens of the answer.
    """

    model: Annotated[str | None, Parameter(alias="-m", metavar="NAME")] = None
    system: Annotated[str | None, Parameter(alias="-s", metavar="TEXT")] = None
    image: _Many = ()
    file: _Many = ()
    temperature: Annotated[float | None, Parameter(metavar="N")] = None
    max_tokens: Annotated[int | None, Parameter(metavar="N", converter=_whole)] = None

    def arguments(self, client: Any) -> dict[str, Any]:
        """
        What the client's verbs take.

        Raises:
            ConfigError: The backend needs a model, and none is named.
        """
        given = {
            "model": self.model or client.config.model,
            "system": self.system,
            "temperature": self.temperature,
            "max_tokens": self.max_tokens,
        }
        default = inspect.signature(client.chat).parameters["model"].default
        if given["model"] is None and default is inspect.Parameter.empty:
            variable = f"POLYVOX_{client.backend.upper()}_MODEL"
            msg = "Nobody says which model to ask."
            hint = f"Pass --model NAME, or set {variable}; polyvox models lists them."
            raise ConfigError(msg, hint=hint)
        return {name: value for name, value in given.items() if value is not None}


@Parameter(name="*")
@frozen
class Form:
    """
    How the answer is shown.

    Attributes:
        json: Print the whole reply as one JSON object.
        jsonl: Print each event as a line of JSON.
        no_stream: Wait for the whole answer.
        plain: Text as it comes, without Markdown.
        usage: Tokens and costs, on stderr.
    """

    json: bool = False
    jsonl: bool = False
    no_stream: bool = False
    plain: bool = False
    usage: bool = False

    def view(self) -> View:
        """What shows the answer."""
        if self.jsonl:
            return JsonLines()
        if self.plain or not fancy(sys.stdout):
            return Plain()
        from polyvox.cli.markdown import MarkdownView  # noqa: PLC0415 - rich, for terminals only

        return MarkdownView()


_QUESTION, _FORM, _SERVER = Question(), Form(), Server()


def chat(
    *text: str, question: Question = _QUESTION, form: Form = _FORM, server: Server = _SERVER
) -> None:
    """
    Ask a model; without words, talk with it. What is piped in stands below the words.

    Args:
        text: What to say.
    """
    if form.json and form.jsonl:
        msg = "--json and --jsonl exclude each other."
        raise ConfigError(msg, hint="Leave one of them out.")
    more = piped()
    message = message_from(" ".join(text), more, [*question.image], [*question.file])
    alone = text or more is not None or form.json or form.jsonl
    talks = not alone and is_terminal(sys.stdin) and is_terminal(sys.stdout)
    if not talks and message is None:
        msg = "There is nothing to say."
        raise ConfigError(msg, hint="Give words, or pipe a text in: polyvox chat 'Hi'.")
    with server.connect() as client:
        arguments = question.arguments(client)
        if talks:
            from polyvox.cli.talking import talk  # noqa: PLC0415 - for terminals only

            talk(client, arguments, message or [], form.view)
        else:
            _ask(client, message, arguments, form)
        if form.usage:
            tell_usage(client)


def _ask(client: Any, message: Any, arguments: dict[str, Any], form: Form) -> None:
    if form.json:
        print_json(reply_as_json(client.chat(message, **arguments)))
    elif form.no_stream and not form.jsonl:
        show([TextDelta(client.chat(message, **arguments).text)], form.view())
    else:
        with client.stream(message, **arguments) as stream:
            show(stream, form.view())
