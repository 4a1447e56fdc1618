"""Rows E: the event-stream standard, case by case of the shared table, through a client."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

from cases import CASES, Bench, Case

from polyvox.errors import StreamTruncated
from polyvox.testing.faults import chunked, event_stream
from polyvox_core.operation import Operation, StreamRule
from polyvox_core.sse import EventStreamDecoder

TABLE = json.loads((Path(__file__).parents[1] / "data" / "sse_cases.json").read_text("utf-8"))
TEXTS: Operation[str] = Operation(
    id="watch", method="GET", path="/watch", secured=False, stream=StreamRule("sse", text=True)
)


def decoded(pieces: list[bytes]) -> tuple[list[dict[str, str]], int | None]:
    """What the decoder makes of *pieces*, in the table's terms."""
    decoder = EventStreamDecoder()
    events = [event for piece in pieces for event in decoder.feed(piece)]
    decoder.finish()
    seen = [{"type": e.event, "data": e.data, "last_event_id": e.id} for e in events]
    return seen, decoder.retry


def received(bench: Bench, pieces: list[bytes]) -> list[str]:
    """Data of the events that a client receives when a server sends *pieces*."""
    head, *_, last = event_stream()
    server = bench.server((head, *(chunked(piece) for piece in pieces), last))
    stream = bench.dial(server, retry=False)._client.stream(TEXTS, {})
    texts: list[str] = []

    def read() -> None:
        """Read until the end, which this operation has no marker for."""
        while True:
            texts.append(bench.shell.one(stream))

    assert isinstance(bench.error(read), StreamTruncated)
    return texts


def standard(row: dict[str, Any]) -> Case:
    """The case for one *row* of the shared table."""
    raw = base64.b64decode(row["input_b64"])
    expected, retry = row["expected"], row["final_retry"]
    texts = [one["data"] for one in expected if one["data"]]

    def conforms(bench: Bench) -> str:
        """The standard's events, however the bytes are cut."""
        single = [raw[n : n + 1] for n in range(len(raw))]
        halves = [[raw[:n], raw[n:]] for n in range(len(raw) + 1)]
        for pieces in ([raw], single, *halves):
            assert decoded(pieces) == (expected, retry)
        assert received(bench, [raw]) == texts
        assert received(bench, single) == texts
        return f"the standard's events ({len(expected)})"

    conforms.__name__ = row["id"].replace("-", "_")
    done = f"`{row['id']}` whole, byte by byte, and cut in two at every place."
    return Case(f"E-{row['id']}", done, conforms)


CASES.extend(standard(row) for row in TABLE["cases"])
