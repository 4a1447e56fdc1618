"""The event-stream decoder: the standard's results, whatever the transport does to the bytes."""

from __future__ import annotations

import base64
import json
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyvox_core.errors import StreamProtocolError
from polyvox_core.sse import EventStreamDecoder, ServerSentEvent

TABLE = json.loads((Path(__file__).parents[1] / "data" / "sse_cases.json").read_text("utf-8"))
CASES = [pytest.param(case, id=case["id"]) for case in TABLE["cases"]]

FIELDS = [b"data: a", b"data:", b"data", b"data: {}\n\n", b"event: e", b"id: 1", b"id", b"retry: 5"]
BYTES = [b":c", b"\n", b"\n\n", b"\r", b"\r\n", b"\xef\xbb\xbf", b"\xe2\x82", b"\x00", b"x", b" "]
FRAGMENTS = st.sampled_from(FIELDS + BYTES)
STREAMS = st.lists(FRAGMENTS | st.binary(max_size=4), max_size=30).map(b"".join)

Outcome = tuple[list[ServerSentEvent], str, int | None, bool, bool]


def decode(chunks: list[bytes], *, max_event_bytes: int = 1 << 20) -> Outcome:
    """Everything observable after feeding *chunks*: events, id, retry, pending, failed."""
    decoder = EventStreamDecoder(max_event_bytes=max_event_bytes)
    events: list[ServerSentEvent] = []
    try:
        for chunk in chunks:
            events += decoder.feed(chunk)
        decoder.finish()
    except StreamProtocolError:
        return events, "", None, False, True
    return events, decoder.last_event_id, decoder.retry, decoder.pending, False


def observed(chunks: list[bytes]) -> tuple[list[dict[str, str]], int | None]:
    """The outcome in the shape of the case table."""
    events, _, retry, _, _ = decode(chunks)
    table = [{"type": e.event, "data": e.data, "last_event_id": e.id} for e in events]
    return table, retry


def cut(raw: bytes, points: list[int]) -> list[bytes]:
    """*raw* in pieces, cut at *points*."""
    bounds = [0, *sorted(point % (len(raw) + 1) for point in points), len(raw)]
    return [raw[start:end] for start, end in pairwise(bounds)]


@pytest.mark.parametrize("case", CASES)
def test_case_whole(case: dict[str, Any]) -> None:
    """A stream that arrives in one piece gives the standard's events."""
    raw = base64.b64decode(case["input_b64"])

    assert (case["expected"], case["final_retry"]) == observed([raw])


@pytest.mark.parametrize("case", CASES)
def test_case_byte_by_byte(case: dict[str, Any]) -> None:
    """A stream that arrives byte by byte gives the same events."""
    raw = base64.b64decode(case["input_b64"])

    assert (case["expected"], case["final_retry"]) == observed(cut(raw, list(range(len(raw)))))


@pytest.mark.parametrize("case", CASES)
def test_case_every_two_way_split(case: dict[str, Any]) -> None:
    """A stream cut in two, anywhere, gives the same events."""
    raw = base64.b64decode(case["input_b64"])
    expected = (case["expected"], case["final_retry"])
    wrong = [at for at in range(len(raw) + 1) if expected != observed([raw[:at], raw[at:]])]

    assert [] == wrong


@pytest.mark.parametrize("case", CASES)
def test_table_repr_matches_bytes(case: dict[str, Any]) -> None:
    """The readable form in the table is the input that is tested."""
    assert case["input_repr"] == repr(base64.b64decode(case["input_b64"]))


@settings(deadline=None)
@given(STREAMS, st.lists(st.integers(0, 300), max_size=8))
def test_cuts_change_nothing(raw: bytes, points: list[int]) -> None:
    """Events, id, retry and pending do not depend on how the bytes were cut."""
    assert decode([raw]) == decode(cut(raw, points))


@settings(deadline=None)
@given(STREAMS, st.lists(st.integers(0, 300), max_size=8), st.integers(2, 40))
def test_cuts_do_not_change_the_limit(raw: bytes, points: list[int], limit: int) -> None:
    """The same events are delivered before an event that is too long, however it arrives."""
    whole = decode([raw], max_event_bytes=limit)

    assert whole == decode(cut(raw, points), max_event_bytes=limit)


@settings(deadline=None)
@given(st.lists(st.binary(max_size=50)))
def test_any_bytes_are_accepted(chunks: list[bytes]) -> None:
    """No bytes make the decoder fail; every event is made of text."""
    events = decode(chunks)[0]

    assert all(isinstance(event.data, str) and event.event for event in events)


def reference(raw: bytes) -> list[tuple[str, str, str]]:
    """The standard's algorithm, word by word and one character at a time."""
    text = raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    events: list[tuple[str, str, str]] = []
    buffer = kind = last_id = ""
    for line in text.split("\n")[:-1]:
        name, colon, value = line.partition(":")
        value = value[1:] if value[:1] == " " else value
        if line == "":
            if buffer:
                events.append((kind or "message", buffer[:-1], last_id))
            buffer = kind = ""
        elif colon and not name:
            continue
        elif name == "data":
            buffer += value + "\n"
        elif name == "event":
            kind = value
        elif name == "id" and "\0" not in value:
            last_id = value
    return events


@settings(deadline=None)
@given(STREAMS)
def test_agrees_with_the_standard(raw: bytes) -> None:
    """The fast path and the line by line path both do what the standard's own steps do."""
    assert reference(raw) == [(e.event, e.data, e.id) for e in decode([raw])[0]]


def test_retry_belongs_to_its_event() -> None:
    """An event carries the retry of its own block, the decoder the latest one."""
    decoder = EventStreamDecoder()
    events = decoder.feed(b"retry: 5\ndata: a\n\ndata: b\n\nretry: 6\n\ndata: c\n\n")

    assert ([5, None, None], 6) == ([event.retry for event in events], decoder.retry)


def test_retry_fed_before_its_data() -> None:
    """A retry line that arrived earlier still belongs to the event that follows it."""
    decoder = EventStreamDecoder()
    decoder.feed(b"retry: 5\n")

    assert [ServerSentEvent("message", "a", "", 5)] == decoder.feed(b"data: a\n\n")


def test_retry_of_thousands_of_digits_is_ignored() -> None:
    """A number that Python refuses to parse is no reason to fail."""
    assert None is decode([b"retry: " + b"9" * 10_000 + b"\n\n"])[2]


def test_last_event_id_waits_for_the_blank_line() -> None:
    """An id counts for resuming only once its block has ended."""
    decoder = EventStreamDecoder()
    decoder.feed(b"id: 1\ndata: a\n\nid: 2\ndata: b\n")

    assert "1" == decoder.last_event_id


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"", False),
        (b"data: a\n\n", False),
        (b"data: a\r\n\r\n", False),
        (b"data: a\n\n: bye\n", False),
        (b"data: a\n\nretry: 4\n", False),
        (b"\xef\xbb\xbf", False),
        (b"data: a\n\nd", True),
        (b"data: a\n", True),
        (b"event: a\n", True),
        (b"id: 7\n", True),
        (b"\xef\xbb", True),
    ],
)
def test_pending(raw: bytes, expected: bool) -> None:
    """Pending says whether the end of the stream cut an event off."""
    decoder = EventStreamDecoder()
    decoder.feed(raw)
    decoder.finish()

    assert expected is decoder.pending


def test_events_are_tuples() -> None:
    """Events compare, unpack and print as tuples on the fast path and on the other."""
    (fast,) = EventStreamDecoder().feed(b"data: a\n\n")
    (slow,) = EventStreamDecoder().feed(b"data:a\n\n")
    event, data, last_id, retry = fast

    assert ("message", "a", "", None) == (event, data, last_id, retry)
    assert fast == slow
    assert "ServerSentEvent(event='message', data='a', id='', retry=None)" == repr(fast)


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_event_at_the_limit(size: int) -> None:
    """An event of exactly the limit passes: its lines, each with one line end."""
    raw = b"data: " + b"x" * (100 - 7) + b"\n\n"
    chunks = [raw[at : at + size] for at in range(0, len(raw), size)] * 3

    assert 3 == len(decode(chunks, max_event_bytes=100)[0])


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_event_over_the_limit(size: int) -> None:
    """An event over the limit is an error, after the events before it."""
    raw = b"data: a\n\ndata: " + b"x" * (100 - 6) + b"\n\ndata: b\n\n"
    chunks = [raw[at : at + size] for at in range(0, len(raw), size)]
    events, *_, failed = decode(chunks, max_event_bytes=100)

    assert (["a"], True) == ([event.data for event in events], failed)


def test_limit_counts_all_lines_of_an_event() -> None:
    """Many short lines without a blank one are one event."""
    decoder = EventStreamDecoder(max_event_bytes=1000)

    with pytest.raises(StreamProtocolError, match=r"longer than 1000 bytes.*max_event_bytes"):
        decoder.feed(b"data: x\n" * 1000)


def test_limit_error_repeats() -> None:
    """A decoder that failed stays failed, and finish() tells it too."""
    decoder = EventStreamDecoder(max_event_bytes=10)
    events = decoder.feed(b"data: a\n\ndata: 0123456789")

    assert 1 == len(events)
    with pytest.raises(StreamProtocolError):
        decoder.finish()
    with pytest.raises(StreamProtocolError):
        decoder.feed(b"")


def test_limit_error_says_what_to_do() -> None:
    """The message holds the limit and the name of the argument that raises it."""
    with pytest.raises(StreamProtocolError) as caught:
        EventStreamDecoder(max_event_bytes=7).feed(b"data: ab")

    assert (
        "The event stream sent an event longer than 7 bytes, so reading it was stopped. "
        "Raise max_event_bytes if the backend means it."
    ) == str(caught.value)


@pytest.mark.parametrize(
    ("fed", "room"),
    [
        ([b"data: a\n\n"], 20),
        ([b"data: a\n\ndata: b\n\n"], 20),
        ([b"id: 1\n\ndata: 1\ndata: 2\n\n:c\n"], 17),
        ([b":c\n", b"\n:cc\n"], 16),
        ([b":c\n", b":cc\n"], 13),
        ([b":c\n", b":cc\n", b"d:\n"], 10),
        ([b"id: 1\n\nid: 2\n\n:\n"], 18),
        ([b"\n"], 20),
        ([b"\n\n"], 20),
        ([b"\n\n:c\n"], 17),
    ],
)
def test_limit_counts_since_the_last_blank_line(fed: list[bytes], room: int) -> None:
    """However an event began, exactly the rest of the limit fits in."""
    for more in (room, room + 1):
        decoder = EventStreamDecoder(max_event_bytes=20)
        for piece in fed:
            decoder.feed(piece)
        if more == room:
            assert [] == decoder.feed(b":" * more)
        else:
            with pytest.raises(StreamProtocolError):
                decoder.feed(b":" * more)


def test_limit_of_many_lines_at_once() -> None:
    """Lines are measured one by one only when they might be too many, with the same result."""
    long = b"data: 1\n" * 2 + b"\n"
    decoder = EventStreamDecoder(max_event_bytes=16)

    assert 3 == len(decoder.feed(long * 3))
    assert [] == decoder.feed(b":" * 16)


def test_an_event_over_the_limit_is_not_delivered_in_part() -> None:
    """The lines that came before the limit are no event."""
    decoder = EventStreamDecoder(max_event_bytes=12)
    decoder.feed(b"data: a\n")

    with pytest.raises(StreamProtocolError):
        decoder.feed(b"data: bcd\n\n")


def test_broken_utf8_before_an_event_over_the_limit() -> None:
    """Bytes that are no UTF-8 are replaced in events of the careful path too."""
    decoder = EventStreamDecoder(max_event_bytes=12)

    assert ["\ufffd"] == [e.data for e in decoder.feed(b"data: \xff\n\ndata: bcdefghi\n")]


def test_default_limit() -> None:
    """64 MiB, unless told otherwise."""
    decoder = EventStreamDecoder()
    decoder.feed(b":" * (64 * 1024 * 1024))

    with pytest.raises(StreamProtocolError, match="67108864"):
        decoder.feed(b":")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"9" * 18, 10**18 - 1),
        (b"0" * 30 + b"5", 5),
        (b"0" * 30, 0),
        (b"1" + b"0" * 18, None),
        (b"0XX", None),
        (b"50", 50),
    ],
)
def test_retry_in_digits(raw: bytes, expected: int | None) -> None:
    """Up to eighteen digits count, zeros before them do not."""
    decoder = EventStreamDecoder()
    decoder.feed(b"retry: " + raw + b"\n\n")

    assert expected == decoder.retry


def test_fresh_decoder() -> None:
    """Nothing was seen, nothing is pending."""
    decoder = EventStreamDecoder()

    assert ("", None, False) == (decoder.last_event_id, decoder.retry, decoder.pending)
    assert [] == decoder.feed(b"")


def test_first_line_end_belongs_to_the_stream() -> None:
    """A stream that begins with a line end has an empty line there."""
    assert ([], "", None, True, False) == decode([b"\n", b"data: a\n"])


def seconds(feeds: int, piece: bytes, end: bytes) -> float:
    """CPU seconds, at best of three, to decode *piece* fed so many times and then *end*."""
    best = float("inf")
    for _ in range(3):
        decoder = EventStreamDecoder()
        start = time.process_time()
        for _ in range(feeds):
            decoder.feed(piece)
        decoder.feed(end)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("piece", [b"x" * 64, b"data: x\n", b"data: x\r", b": c\n"])
def test_long_events_cost_linear_time(piece: bytes) -> None:
    """Eight times the pieces of one event cost about eight times the time, not sixty-four."""
    short = seconds(10_000, piece, b"\n\n")
    long = seconds(80_000, piece, b"\n\n")

    assert long < 24 * short
