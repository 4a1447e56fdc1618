"""
What flows live in without a network: scripted answers, and a clock that only their steps move.
"""

from __future__ import annotations

from collections import deque
from typing import Any

from polyvox_core.auth import credential
from polyvox_core.flow import Ask, Close, Flow, Open, Read, Sleep, Wait, Work
from polyvox_core.message import Headers, Request
from polyvox_core.operation import EndRule, Operation, Parameter, StreamRule
from polyvox_core.retry import Retry
from polyvox_core.settings import Settings

__all__ = [
    "GET",
    "KEY",
    "OK",
    "POST",
    "STREAM",
    "Incoming",
    "Pause",
    "Reply",
    "World",
    "json_reply",
]

KEY = "key-of-the-tests"

GET: Operation[Any] = Operation(
    id="get_thing",
    method="GET",
    path="/things/{name}",
    parameters=(Parameter("name", "path"),),
)
POST: Operation[Any] = Operation(id="make_thing", method="POST", path="/things", body="json")
STREAM: Operation[Any] = Operation(
    id="watch_things",
    method="POST",
    path="/watch",
    body="json",
    stream=StreamRule("sse", ends=(EndRule(data="[DONE]"),), constants={"stream": True}),
)


class Pause:
    """A piece of a body that takes *seconds* to come, and is empty of content."""

    def __init__(self, seconds: float, piece: bytes = b": ping\n\n") -> None:
        self.seconds = seconds
        self.piece = piece


class Reply:
    """
    A scripted answer.

    Args:
        status: Its HTTP status.
        pieces: Its body: bytes, a `Pause`, or an error that reading raises.
        headers: Its headers, names in lower case with underscores for hyphens.
    """

    def __init__(self, status: int, *pieces: bytes | Pause | Exception, **headers: str) -> None:
        self.status = status
        self.pieces = pieces
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


def json_reply(text: str, status: int = 200, **headers: str) -> Reply:
    """An answer that holds JSON."""
    return Reply(status, text.encode(), content_type="application/json", **headers)


OK = json_reply('{"ok":true}')


class Incoming:
    """An answer on its way."""

    def __init__(self, request: Request, reply: Reply) -> None:
        self.request = request
        self.status = reply.status
        self.headers: Headers = reply.headers
        self.pieces = deque(reply.pieces)
        self.closed = 0


class World:
    """
    Answers the steps of flows.

    Args:
        answers: What the next requests meet: a `Reply`, or an error that sending raises.

    Attributes:
        now: The time, in seconds.
        requests: What was sent.
        sleeps: How long flows slept.
        opened: Answers that were opened.
    """

    def __init__(self, *answers: Reply | Exception) -> None:
        self.now = 1000.0
        self.requests: list[Request] = []
        self.sleeps: list[float] = []
        self.opened: list[Incoming] = []
        self._answers = deque(answers)

    def clock(self) -> float:
        """The time."""
        return self.now

    def settings(self, **changes: Any) -> Settings:
        """Settings of a client of this world; the longest wait is always taken."""
        given: dict[str, Any] = {
            "backend": "toy",
            "label": "Toy",
            "base_url": "http://toy.test/base",
            "credentials": (credential("Api-Key", "", KEY),),
            "retry": Retry(random=lambda: 1.0),
            "clock": self.clock,
            "wall_clock": self.clock,
        }
        return Settings(**{**given, **changes})

    def run(self, flow: Flow[Any]) -> Any:
        """What *flow* returns when this world answers its steps."""
        try:
            step = next(flow)
            while True:
                try:
                    result = self._result(step)
                except Exception as error:  # noqa: BLE001 - the flow decides
                    step = flow.throw(error)
                else:
                    step = flow.send(result)
        except StopIteration as stop:
            return stop.value

    def _result(self, step: Any) -> Any:
        if isinstance(step, Open):
            return self._open(step.request)
        if isinstance(step, Read):
            return self._read(step.incoming)
        if isinstance(step, Close):
            step.incoming.closed += 1
            return None
        if isinstance(step, Sleep):
            self.sleeps.append(step.seconds)
            self.now += step.seconds
            return None
        if isinstance(step, Wait):
            return step.future.result()
        assert isinstance(step, Ask | Work)
        return step.function()

    def _open(self, request: Request) -> Incoming:
        self.requests.append(request)
        answer = self._answers.popleft()
        if isinstance(answer, Exception):
            raise answer
        self.opened.append(Incoming(request, answer))
        return self.opened[-1]

    def _read(self, incoming: Any) -> bytes:
        if not incoming.pieces:
            return b""
        piece = incoming.pieces.popleft()
        if isinstance(piece, Exception):
            raise piece
        if isinstance(piece, Pause):
            self.now += piece.seconds
            return piece.piece
        return bytes(piece)
