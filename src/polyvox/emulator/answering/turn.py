"""
One chat turn: the request as modes read it, and the answer as modes give it.

An answer is a list of steps, so that the whole message and the stream cannot differ.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from polyvox.emulator.jsonvalues import JsonObject, object_of, objects_of, text_of
from polyvox.emulator.tokens import count_message, plain_text

__all__ = ["Answer", "Break", "Chat", "Chunk", "Delta", "Fault", "Note", "Raw", "Step"]


@dataclass(frozen=True)
class Delta:
    """A piece of the message."""

    content: JsonObject


@dataclass(frozen=True)
class Chunk:
    """A whole chunk, sent as it is."""

    content: JsonObject


@dataclass(frozen=True)
class Note:
    """A comment line, such as a heartbeat."""

    text: str = "heartbeat"


@dataclass(frozen=True)
class Fault:
    """An error inside the stream; instead of the whole message it is an error answer."""

    error: JsonObject
    status: int = 500


@dataclass(frozen=True)
class Raw:
    """Text written as it is."""

    text: str


@dataclass(frozen=True)
class Break:
    """
    The end of the answer before its time.

    Attributes:
        abrupt: The connection breaks; otherwise the answer just ends.
    """

    abrupt: bool


Step: TypeAlias = Delta | Chunk | Note | Fault | Raw | Break


@dataclass
class Answer:
    """
    What a deployment answers.

    Attributes:
        steps: Pieces of the message and what stands between them, in order.
        finish_reason: Why the answer ends; None leaves it open.
        usage_details: Goes into the usage beside the three sums.
        separate_usage: The stream tells its usage in a chunk without choices.
        extra_tokens: Completion tokens that are not in the text.
    """

    steps: list[Step] = field(default_factory=list[Step])
    finish_reason: str | None = "stop"
    usage_details: JsonObject = field(default_factory=dict[str, object])
    separate_usage: bool = False
    extra_tokens: int = 0

    @property
    def deltas(self) -> list[JsonObject]:
        """The pieces of the message alone."""
        return [step.content for step in self.steps if isinstance(step, Delta)]


@dataclass(frozen=True)
class Chat:
    """
    A chat completion request.

    Attributes:
        fields: The request body.
        deployment: The deployment's id.
        discarded: Indices of messages that did not fit the prompt.
    """

    fields: JsonObject
    deployment: str
    discarded: tuple[int, ...] = ()

    @property
    def messages(self) -> list[JsonObject]:
        """The messages that reach the deployment, oldest first."""
        everything = objects_of(self.fields.get("messages"))
        return [item for index, item in enumerate(everything) if index not in self.discarded]

    @property
    def question(self) -> str:
        """The text of the last user message; empty without one."""
        return plain_text(self._last_user().get("content"))

    @property
    def attachments(self) -> list[JsonObject]:
        """The attachments of the last user message."""
        return objects_of(object_of(self._last_user().get("custom_content")).get("attachments"))

    @property
    def configuration(self) -> JsonObject:
        """What `custom_fields.configuration` holds."""
        return object_of(object_of(self.fields.get("custom_fields")).get("configuration"))

    @property
    def functions(self) -> list[JsonObject]:
        """The functions among the tools."""
        tools = objects_of(self.fields.get("tools"))
        return [object_of(tool["function"]) for tool in tools if tool.get("type") == "function"]

    @property
    def tool_answer(self) -> str | None:
        """The content of the last message if it answers a tool call."""
        last = self.messages[-1] if self.messages else {}
        return plain_text(last.get("content")) if last.get("role") == "tool" else None

    @property
    def response_format(self) -> str:
        """The kind of answer asked for: `text`, `json_object` or `json_schema`."""
        return text_of(object_of(self.fields.get("response_format")).get("type"), "text")

    @property
    def prompt_tokens(self) -> int:
        """Tokens of the messages that reach the deployment."""
        return sum(map(count_message, self.messages))

    def _last_user(self) -> JsonObject:
        users = [message for message in self.messages if message.get("role") == "user"]
        return users[-1] if users else {}
