"""
One extraction as it proceeds: what to send next, by the server's means or in words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from polyvox.extracting.answers import Verdict, judged
from polyvox.extracting.asking import corrected, instructed, messages_in
from polyvox.extracting.support import SchemaSupport
from polyvox.extracting.wanted import Schema
from polyvox.types import Reply
from polyvox_core.errors import (
    BadRequest,
    ConfigError,
    ExtractError,
    StatusError,
    UnprocessableRequest,
    UnsupportedError,
)
from polyvox_core.sealing import seal
from polyvox_core.secret import Secret, mask

__all__ = ["Attempts"]

# A refusal that names one of these is about the schema, and not about the rest of the request.
_ABOUT_SCHEMAS = ("response_format", "json_schema", "json schema", "structured", "guided")


class Attempts:
    """
    Requests of one extraction.

    Args:
        schema: What is wanted.
        support: How the backend takes schemas; None when it does not.
        chat: The conversation.
        options: The caller's options of the chat.
        secrets: Credentials, which no error may show.

    Raises:
        UnsupportedError: The server shall hold the answer to the schema, and cannot.
        ConfigError: The options speak of the answer's form themselves.
    """

    def __init__(
        self,
        schema: Schema[Any],
        support: SchemaSupport | None,
        chat: Any,
        options: Mapping[str, Any],
        secrets: Sequence[Secret] = (),
    ) -> None:
        if schema.native and support is None:
            msg = "This backend takes no JSON Schema, so native=True cannot work."
            raise UnsupportedError(msg, hint="Leave native= out: the model is told in words.")
        for name in {"response_format", "format", "n"} & options.keys():
            msg = f"extract() takes no {name}=."
            raise ConfigError(msg, hint="The Schema says what the one answer looks like.")
        self.schema = schema
        self._support = None if schema.native is False else support
        self._asked = messages_in(chat)
        self._answered: list[Any] = []
        self._options = options
        self._repairs = schema.repairs
        self._secrets = secrets

    @property
    def messages(self) -> list[Any]:
        """The conversation to send."""
        told = self._support is None or self._support.told
        asked = instructed(self._asked, self.schema) if told else self._asked
        return [*asked, *self._answered]

    @property
    def options(self) -> dict[str, Any]:
        """The options to send."""
        if self._support is None:
            return {**self._options}
        value = self._support.value(self.schema.name, self.schema.schema)
        return {**self._options, self._support.option: value}

    def falls_back(self, error: StatusError) -> bool:
        """Whether the server refused the schema, and the next attempt tells it in words."""
        if self._support is None or self.schema.native:
            return False
        if not isinstance(error, BadRequest | UnprocessableRequest):
            return False
        told = f"{error.param} {error.message} {error.body}".lower()
        if not any(word in told for word in (*_ABOUT_SCHEMAS, self._support.option)):
            return False
        self._support = None
        return True

    def take(self, reply: Reply) -> Verdict | None:
        """What *reply* is worth; None when it does not fit and the next attempt says so."""
        verdict = judged(self.schema, reply)
        if verdict.error is None:
            return verdict
        if not verdict.repairable or not self._repairs:
            return verdict._replace(error=self._sealed(verdict.error))
        self._repairs -= 1
        self._answered = corrected(self._answered, verdict.error)
        return None

    def _sealed(self, error: ExtractError) -> ExtractError:
        """The *error* without credentials that the answer may echo."""
        error.faults = tuple(mask(fault, self._secrets) for fault in error.faults)
        seal(error, self._secrets)
        return error
