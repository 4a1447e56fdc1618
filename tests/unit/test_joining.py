"""
Joined HTTP chunks: h11 must come to the same result with and without the joining.
"""

from __future__ import annotations

import random
from itertools import pairwise

import h11
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyvox_core.transport.joining import ChunkJoiner

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"


def chunk(body: bytes, extension: bytes = b"") -> bytes:
    """One HTTP chunk."""
    return b"%x%s\r\n%s\r\n" % (len(body), extension, body)


def answers(reads: list[bytes], *, joined: bool) -> list[tuple[str, object]]:
    """What h11 makes of *reads*: heads, whole bodies, ends and errors, answer by answer."""
    connection = h11.Connection(our_role=h11.CLIENT)
    joiner = ChunkJoiner()
    seen: list[tuple[str, object]] = []
    body = b""

    def ask() -> None:
        connection.send(h11.Request(method="GET", target="/", headers=[("Host", "x")]))
        connection.send(h11.EndOfMessage())

    ask()
    shown = [joiner.feed(read) for read in reads] + [joiner.finish()] if joined else reads
    waiting = [*(one for one in shown if one), b""]
    try:
        while True:
            event = connection.next_event()
            if event is h11.NEED_DATA:
                if not waiting:
                    return [*seen, ("open", body)]
                connection.receive_data(waiting.pop(0))
            elif isinstance(event, h11.Data):
                body += bytes(event.data)
            elif isinstance(event, h11.EndOfMessage):
                seen.append(("body", (body, tuple(event.headers))))
                body = b""
                if connection.their_state is h11.MUST_CLOSE:
                    return seen
                connection.start_next_cycle()
                ask()
            elif isinstance(event, h11.Response | h11.InformationalResponse):
                seen.append(("head", (event.status_code, tuple(event.headers))))
            else:
                return [*seen, (type(event).__name__, body)]
    except h11.RemoteProtocolError:
        return [*seen, ("error", body)]


def split(data: bytes, cuts: list[int]) -> list[bytes]:
    """The *data* cut at the given places."""
    places = sorted({cut % (len(data) + 1) for cut in cuts} | {0, len(data)})
    return [data[a:b] for a, b in pairwise(places) if a != b]


BODIES = st.lists(st.binary(min_size=1, max_size=40), max_size=6)
EXTENSIONS = st.sampled_from([b"", b"", b";a=b", b' ; a="b c"', b";"])
TRAILERS = st.sampled_from([b"", b"", b"X-Sum: 1\r\n", b"A: 1\r\nB: 2\r\n"])
FRAMED = st.sampled_from(
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
        b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 204 No Content\r\n\r\n",
        b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\nx",
    ]
)


@st.composite
def chunked(draw: st.DrawFn) -> bytes:
    """A chunked answer."""
    bodies = draw(BODIES)
    pieces = b"".join(chunk(body, draw(EXTENSIONS)) for body in bodies)
    return HEAD + pieces + b"0\r\n" + draw(TRAILERS) + b"\r\n"


CUTS = st.lists(st.integers(min_value=0, max_value=2000), max_size=12)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(chunked(), FRAMED), min_size=1, max_size=3), CUTS)
def test_same_result_for_whole_answers(parts: list[bytes], cuts: list[int]) -> None:
    """Any sequence of answers, cut anywhere, means the same joined."""
    reads = split(b"".join(parts), cuts)

    assert answers(reads, joined=False) == answers(reads, joined=True)


@settings(max_examples=500, deadline=None)
@given(chunked(), CUTS, st.integers(min_value=0), st.binary(min_size=0, max_size=3))
def test_same_result_for_damaged_answers(
    answer: bytes, cuts: list[int], place: int, damage: bytes
) -> None:
    """Bytes that were changed, lost or added give the same body or an error on both sides."""
    place = len(HEAD) + place % (len(answer) - len(HEAD) + 1)
    reads = split(answer[:place] + damage + answer[place + len(damage) :], cuts)
    plain, joined = answers(reads, joined=False), answers(reads, joined=True)

    assert kinds(plain) == kinds(joined)
    if plain[-1][0] != "error":
        assert plain == joined


def kinds(result: list[tuple[str, object]]) -> list[str]:
    """What happened, without the details."""
    return [kind for kind, _ in result]


@pytest.mark.parametrize("cut", range(1, 60))
def test_every_cut_of_a_small_stream(cut: int) -> None:
    """Two reads, cut at each place after the head."""
    answer = HEAD + chunk(b"data: 1\n\n") + chunk(b"data: 22\n\n", b";x=1") + b"0\r\n\r\n"
    place = len(HEAD) + cut % (len(answer) - len(HEAD))
    reads = [answer[:place], answer[place:]]

    assert answers(reads, joined=False) == answers(reads, joined=True)


def test_one_read_is_one_chunk() -> None:
    """Many chunks of one read reach h11 as one."""
    events = [b"data: %d\n\n" % number for number in range(50)]
    joiner = ChunkJoiner()
    joiner.feed(HEAD)

    shown = joiner.feed(b"".join(chunk(event) for event in events))

    assert chunk(b"".join(events)) == shown


def test_random_reads_lose_nothing() -> None:
    """A long stream in small random reads keeps every byte."""
    generator = random.Random(7)
    events = [b"x" * generator.randrange(1, 300) for _ in range(300)]
    data = HEAD + b"".join(map(chunk, events)) + b"0\r\n\r\n"
    reads = []
    while data:
        size = generator.randrange(1, 500)
        reads.append(data[:size])
        data = data[size:]

    result = answers(reads, joined=True)

    assert ("body", (b"".join(events), ())) == result[1]


def test_what_is_no_http_passes() -> None:
    """Bytes that are no answer reach h11 unchanged, at once or at the end."""
    joiner = ChunkJoiner()

    assert b"SSH-2.0-x\r\n" == joiner.feed(b"SSH-2.0-x\r\n")
    assert b"more" == joiner.feed(b"more")
    assert b"" == joiner.finish()
    half = ChunkJoiner()
    assert b"" == half.feed(b"HTTP/1.1 200")
    assert b"HTTP/1.1 200" == half.finish()


def test_reads_are_large_for_files_and_small_for_streams() -> None:
    """Inside a body of known length 64 KiB are read at once, otherwise 16 KiB."""
    joiner = ChunkJoiner()
    before = joiner.read_max
    joiner.feed(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nx")

    assert (16 * 1024, 64 * 1024) == (before, joiner.read_max)
