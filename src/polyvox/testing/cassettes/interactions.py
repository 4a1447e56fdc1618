"""
One recorded exchange: what was asked, what came back, and its form in the file.
"""

from __future__ import annotations

import base64
import re
from typing import Any

from attrs import define, field

from polyvox.testing.cassettes.scrubbing import Scrubber
from polyvox_core.message import Request

__all__ = ["Interaction", "Question", "question_of"]

_BOUNDARY = re.compile(r"boundary=\"?([^\";]+)", re.IGNORECASE)
# Of a request's headers these are kept, for whoever reads the file.
_KEPT = frozenset({"accept", "content-type"})


@define
class Question:
    """
    What a request asks: requests with equal questions get the same answer.

    Attributes:
        method: HTTP method.
        target: Path and query.
        body: Its content, without the random boundary of a form.
    """

    method: str
    target: str
    body: bytes = field(repr=False)

    def scrubbed(self, scrubber: Scrubber) -> Question:
        """The same without secrets."""
        return Question(self.method, scrubber.text(self.target), scrubber.content(self.body))


def question_of(request: Request, body: bytes) -> Question:
    """The question of *request*, whose content is *body*."""
    headers = {name.lower(): value for name, value in request.headers}
    boundary = _BOUNDARY.search(headers.get("content-type", ""))
    if boundary:
        body = body.replace(boundary[1].encode(), b"boundary")
    return Question(request.method, request.target, body)


@define
class Interaction:
    """
    A question and its answer.

    Attributes:
        question: What was asked.
        asked: Headers of the request that are worth reading.
        status: HTTP status of the answer; 0 when none came.
        headers: Headers of the answer.
        pieces: Its body, as it arrived.
        complete: Whether the body was read to its end.
        failure: Class and message of the error that ended it.
    """

    question: Question
    asked: list[tuple[str, str]] = field(factory=list[tuple[str, str]], repr=False)
    status: int = 0
    headers: list[tuple[str, str]] = field(factory=list[tuple[str, str]], repr=False)
    pieces: list[bytes] = field(factory=list[bytes], repr=False)
    complete: bool = False
    failure: tuple[str, str] | None = None

    def ask(self, request: Request) -> None:
        """Keep what is worth reading of the headers of *request*."""
        self.asked = [pair for pair in request.headers if pair[0].lower() in _KEPT]

    def to_dict(self, scrubber: Scrubber) -> dict[str, Any]:
        """Its form in the file, without secrets."""
        question = self.question.scrubbed(scrubber)
        entry: dict[str, Any] = {
            "request": {
                "method": question.method,
                "target": question.target,
                "headers": dict(scrubber.headers(self.asked)),
                "body": _packed(question.body),
            }
        }
        if self.status:
            entry["response"] = {
                "status": self.status,
                "headers": dict(scrubber.headers(self.headers)),
                "pieces": [_packed(piece) for piece in scrubber.pieces(self.pieces)],
                "complete": self.complete,
            }
        if self.failure:
            entry["failure"] = {"kind": self.failure[0], "message": scrubber.text(self.failure[1])}
        return entry

    @classmethod
    def from_dict(cls, entry: dict[str, Any]) -> Interaction:
        """
        The interaction that a file holds.

        Raises:
            KeyError: It lacks something.
        """
        asked, answer = entry["request"], entry.get("response", {})
        failure = entry.get("failure")
        return cls(
            Question(asked["method"], asked["target"], _unpacked(asked["body"])),
            list(asked["headers"].items()),
            answer.get("status", 0),
            list(answer.get("headers", {}).items()),
            [_unpacked(piece) for piece in answer.get("pieces", ())],
            answer.get("complete", False),
            (failure["kind"], failure["message"]) if failure else None,
        )


def _packed(content: bytes) -> str | dict[str, str]:
    """Text where it is text, so that people can read and compare the file."""
    try:
        return content.decode()
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(content).decode("ascii")}


def _unpacked(packed: str | dict[str, str]) -> bytes:
    return packed.encode() if isinstance(packed, str) else base64.b64decode(packed["base64"])
