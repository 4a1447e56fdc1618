"""Answers whose framing only their bytes show: every cut of every sample gives the same."""

from __future__ import annotations

import pytest

from polyvox_core.errors import StreamProtocolError
from polyvox_core.unframed import JsonValueDecoder, UnframedDecoder

VALUES = [
    (b'{"a":1}', [b'{"a":1}']),
    (b' {"a":1}\r\n[2,[3]]{"b":{}} ', [b'{"a":1}', b"[2,[3]]", b'{"b":{}}']),
    (b'{\n"a":\n"}{"\n}', [b'{\n"a":\n"}{"\n}']),
    (b'{"a":"\\"}"}{}', [b'{"a":"\\"}"}', b"{}"]),
    (b'{"a":"\\\\"}{}', [b'{"a":"\\\\"}', b"{}"]),
    (b'{"a":1', [b'{"a":1']),
    (b"plain text", [b"plain text"]),
    (b"]{}", [b"]", b"{}"]),
    (b" \n ", []),
    (b"", []),
]
ANSWERS = [
    (b"data: one\n\nevent: e\ndata: two\n\n", [("message", "one"), ("e", "two")]),
    (b"\xef\xbb\xbf\r\n: ping\n\ndata: one\n\n", [("message", "one")]),
    (b'{"a":1}\n{"b":2}', [("", '{"a":1}'), ("", '{"b":2}')]),
    (b' [1]{"b":2}', [("", "[1]"), ("", '{"b":2}')]),
    (b"oops", [("", "oops")]),
    (b"no", [("", "no")]),
    (b"", []),
    (b"retry: 5\nid: 1\ndata: x\n\n", [("message", "x")]),
    (b"<html>no</html>", [("", "<html>no</html>")]),
]


@pytest.mark.parametrize(("text", "values"), VALUES)
def test_values_at_every_cut(text: bytes, values: list[bytes]) -> None:
    """Values are the same wherever the bytes were cut."""
    for cut in range(len(text) + 1):
        decoder = JsonValueDecoder()
        found = decoder.feed(text[:cut]) + decoder.feed(text[cut:]) + decoder.finish()
        assert values == found, cut


def test_values_byte_by_byte() -> None:
    """Even one byte at a time."""
    for text, values in VALUES:
        decoder = JsonValueDecoder()
        found = [value for at in range(len(text)) for value in decoder.feed(text[at : at + 1])]
        assert values == found + decoder.finish()


def test_values_have_a_limit() -> None:
    """A value that does not end is not collected for ever."""
    decoder = JsonValueDecoder(max_value_bytes=10)
    assert [b'{"a":"12345678"}'] == decoder.feed(b'{"a":"12345678"}')

    with pytest.raises(StreamProtocolError, match="longer than 10 bytes"):
        decoder.feed(b'{"a":"12345678')


@pytest.mark.parametrize(("text", "payloads"), ANSWERS)
def test_answers_at_every_cut(text: bytes, payloads: list[tuple[str, str]]) -> None:
    """The framing is taken from the bytes, wherever they were cut."""
    for cut in range(len(text) + 1):
        decoder = UnframedDecoder()
        found = decoder.feed(text[:cut]) + decoder.feed(text[cut:]) + decoder.finish()
        assert payloads == found, cut


def test_a_content_type_may_decide() -> None:
    """Where the type says that these are events, the bytes are not asked."""
    decoder = UnframedDecoder(events=True)

    assert decoder.is_events
    assert [] == decoder.feed(b'{"a":1}\n\n')
    assert [] == decoder.finish()


def test_what_was_decided_can_be_asked() -> None:
    """Undecided at first, then one or the other."""
    events, values = UnframedDecoder(), UnframedDecoder()

    assert events.is_events is None
    events.feed(b"dat")
    assert events.is_events is None
    events.feed(b"a: x\n")
    values.feed(b"[")
    assert (True, False) == (events.is_events, values.is_events)
