"""The decoder that takes the framing from the bytes: the same at every cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyvox_core.errors import StreamProtocolError
from polyvox_core.json import dumps
from polyvox_core.unframed import JsonValueDecoder, UnframedDecoder

CASES = [
    pytest.param(b"", [], id="empty"),
    pytest.param(b" \r\n\t ", [], id="only-blank"),
    pytest.param(b'{"a": 1}', [("", '{"a": 1}')], id="document"),
    pytest.param(b'{\n  "a": [1,\n 2]\n}\n', [("", '{\n  "a": [1,\n 2]\n}')], id="spread"),
    pytest.param(b"{}\n[]\r\n", [("", "{}"), ("", "[]")], id="lines"),
    pytest.param(b'{"a":"}"}{"b":"{"}', [("", '{"a":"}"}'), ("", '{"b":"{"}')], id="in-a-row"),
    pytest.param(rb'{"a":"\"}\\"}[1]', [("", r'{"a":"\"}\\"}'), ("", "[1]")], id="escapes"),
    pytest.param(b'\xef\xbb\xbf\n{"a":1}', [("", '{"a":1}')], id="bom"),
    pytest.param('{"a":"мир 🐈"}'.encode(), [("", '{"a":"мир 🐈"}')], id="utf-8"),
    pytest.param(b'{"a":"Hel', [("", '{"a":"Hel')], id="broken-off"),
    pytest.param(b"Amigo, no", [("", "Amigo, no")], id="text"),
    pytest.param(b"no", [("", "no")], id="short-text"),
    pytest.param(b'data: {"a":1}\n\n', [("message", '{"a":1}')], id="events"),
    pytest.param(b"data:{}\r\n\r\ndata: []\r\n\r\n", [("message", "{}"), ("message", "[]")]),
    pytest.param(b": ping\n\nevent: x\ndata: 1\n\n", [("x", "1")], id="comment-first"),
    pytest.param(b"retry: 5\ndata: 1\n\n", [("message", "1")], id="retry-first"),
    pytest.param(b"data:", [], id="unfinished-event"),
]


def decoded(chunks: list[bytes], *, events: bool = False) -> list[tuple[str, str]]:
    """What the decoder makes of *chunks*."""
    decoder = UnframedDecoder(events=events)
    return [pair for chunk in chunks for pair in decoder.feed(chunk)] + decoder.finish()


@pytest.mark.parametrize(("stream", "expected"), CASES)
def test_every_cut(stream: bytes, expected: list[tuple[str, str]]) -> None:
    """The same payloads whole, in two pieces cut anywhere, and byte by byte."""
    cuts = [[stream[:cut], stream[cut:]] for cut in range(len(stream) + 1)]

    assert [expected] * len(cuts) == [decoded(cut) for cut in cuts]
    assert expected == decoded([stream[at : at + 1] for at in range(len(stream))])


def test_content_type_decides_first() -> None:
    """What a content type calls events is never read as JSON."""
    assert [] == decoded([b'{"a":1}'], events=True)
    assert [("message", "{}")] == decoded([b"\xef\xbb\xbfdata: {}\n\n"], events=True)


@given(st.lists(st.dictionaries(st.text(), st.text() | st.lists(st.integers()))), st.data())
def test_values_in_a_row(values: list[dict[str, object]], data: st.DataObject) -> None:
    """Any JSON objects come out as they went in, without separators, at any cut."""
    texts = [dumps(value) for value in values]
    stream = b"".join(texts)
    cut = data.draw(st.integers(0, len(stream)))
    decoder = JsonValueDecoder()

    assert texts == decoder.feed(stream[:cut]) + decoder.feed(stream[cut:]) + decoder.finish()


def test_values_have_a_limit() -> None:
    """A value that never ends is not collected for ever."""
    decoder = JsonValueDecoder(max_value_bytes=10)
    decoder.feed(b'{"a":1}')

    with pytest.raises(StreamProtocolError, match="longer than 10 bytes"):
        decoder.feed(b'{"a":"' + b"x" * 10)
