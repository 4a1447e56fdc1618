"""The line decoder: the same lines, whatever the transport does to the bytes."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyvox_core.errors import StreamProtocolError
from polyvox_core.ndjson import LineDecoder

FRAGMENTS = st.sampled_from(
    [b"{}", b'{"a": 1}', b"\n", b"\r\n", b"\r", b" ", b"\t", b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"x"]
)
STREAMS = st.lists(FRAGMENTS | st.binary(max_size=4), max_size=30).map(b"".join)
CASES = [
    pytest.param(b"", [], id="empty"),
    pytest.param(b"\n\r\n \n\t\n", [], id="only-blank"),
    pytest.param(b"{}\n", [b"{}"], id="lf"),
    pytest.param(b"{}\r\n[]\r\n", [b"{}", b"[]"], id="crlf"),
    pytest.param(b"{}\n[]", [b"{}", b"[]"], id="no-final-line-end"),
    pytest.param(b"{}\n[]\r", [b"{}", b"[]"], id="final-cr"),
    pytest.param(b"{}\n\n\n[]\n\n", [b"{}", b"[]"], id="blank-lines"),
    pytest.param(b"  {} \t\n", [b"{}"], id="white-space"),
    pytest.param(b"{\r}\n", [b"{\r}"], id="cr-inside-is-no-line-end"),
    pytest.param(b"\xef\xbb\xbf{}\n", [b"{}"], id="bom"),
    pytest.param(b"\xef\xbb\xbf{}", [b"{}"], id="bom-no-line-end"),
    pytest.param(b"\xef\xbb\xbf\n{}\n", [b"{}"], id="bom-alone"),
    pytest.param(b"\n\xef\xbb\xbf{}\n", [b"\xef\xbb\xbf{}"], id="bom-later-is-kept"),
    pytest.param('"a\u2028b\u0085c"\n'.encode(), ['"a\u2028b\u0085c"'.encode()], id="unicode-ends"),
    pytest.param(b"\x0b\x0c\n", [b"\x0b\x0c"], id="vt-ff-are-no-json-white-space"),
    pytest.param(b"\xff\x00\n", [b"\xff\x00"], id="any-bytes"),
]


def decode(chunks: list[bytes], *, max_line_bytes: int = 1 << 20) -> tuple[list[bytes], bool]:
    """The lines of *chunks*, and whether the decoder gave up."""
    decoder = LineDecoder(max_line_bytes=max_line_bytes)
    lines: list[bytes] = []
    try:
        for chunk in chunks:
            lines += decoder.feed(chunk)
        lines += decoder.finish()
        decoder.finish()
    except StreamProtocolError:
        return lines, True
    return lines, False


@pytest.mark.parametrize(("raw", "expected"), CASES)
def test_case_at_every_split(raw: bytes, expected: list[bytes]) -> None:
    """Whole, byte by byte and cut in two anywhere, a stream gives the same lines."""
    ways = [[raw], [raw[at : at + 1] for at in range(len(raw))]]
    ways += [[raw[:at], raw[at:]] for at in range(len(raw) + 1)]
    wrong = [way for way in ways if decode(way) != (expected, False)]

    assert [] == wrong


@settings(deadline=None)
@given(STREAMS, st.lists(st.integers(0, 200), max_size=8), st.integers(0, 30) | st.just(1000))
def test_cuts_change_nothing(raw: bytes, points: list[int], limit: int) -> None:
    """Lines, and the point where the limit stops them, do not depend on the cuts."""
    bounds = [0, *sorted(point % (len(raw) + 1) for point in points), len(raw)]
    chunks = [raw[start:end] for start, end in pairwise(bounds)]

    assert decode([raw], max_line_bytes=limit) == decode(chunks, max_line_bytes=limit)


@settings(deadline=None)
@given(STREAMS)
def test_agrees_with_plain_splitting(raw: bytes) -> None:
    """The lines are those of one split of the whole text."""
    plain = [line.strip(b" \t\r") for line in raw.removeprefix(b"\xef\xbb\xbf").split(b"\n")]

    assert ([line for line in plain if line], False) == decode([raw])


def test_lines_come_as_soon_as_they_end() -> None:
    """A line is delivered with its line end, not with the next line."""
    decoder = LineDecoder()

    assert [[], [b"{}"], []] == [decoder.feed(chunk) for chunk in (b"{", b"}\n", b"[")]
    assert decoder.pending
    assert [b"["] == decoder.finish()
    assert not decoder.pending


@pytest.mark.parametrize("size", [1, 3, 1000])
def test_line_at_the_limit(size: int) -> None:
    """A line of exactly the limit passes, ended or not."""
    raw = b"0123456789\n0123456789"
    chunks = [raw[at : at + size] for at in range(0, len(raw), size)]

    assert ([b"0123456789"] * 2, False) == decode(chunks, max_line_bytes=10)


@pytest.mark.parametrize("size", [1, 3, 1000])
@pytest.mark.parametrize("end", [b"", b"\n", b"\n{}\n"])
def test_line_over_the_limit(size: int, end: bytes) -> None:
    """A line over the limit is an error, after the lines before it."""
    raw = b"{}\n[]\n0123456789a" + end
    chunks = [raw[at : at + size] for at in range(0, len(raw), size)]

    assert ([b"{}", b"[]"], True) == decode(chunks, max_line_bytes=10)


def test_limit_error_repeats() -> None:
    """A decoder that failed stays failed; its message names the limit and the way out."""
    decoder = LineDecoder(max_line_bytes=10)

    assert [b"{}"] == decoder.feed(b"{}\n0123456789a")
    with pytest.raises(StreamProtocolError, match=r"longer than 10 bytes.*max_line_bytes"):
        decoder.feed(b"")
    with pytest.raises(StreamProtocolError):
        decoder.finish()


def seconds(feeds: int) -> float:
    """CPU seconds, at best of three, for one line in so many pieces."""
    best = float("inf")
    for _ in range(3):
        decoder = LineDecoder()
        start = time.process_time()
        for _ in range(feeds):
            decoder.feed(b"x" * 64)
        decoder.feed(b"\n")
        best = min(best, time.process_time() - start)
    return best


def test_long_lines_cost_linear_time() -> None:
    """Eight times the pieces of one line cost about eight times the time, not sixty-four."""
    assert seconds(80_000) < 24 * seconds(10_000)
