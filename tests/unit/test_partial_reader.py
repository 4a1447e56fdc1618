"""
JSON that comes in pieces: what is known after each, for a cost that grows with the text alone.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyvox.extracting.reader import PartialReader

SAMPLES: list[tuple[str, Any]] = [
    (
        '{"a": [1, 2.5, -3e2, true, {"b": "x\\n\\u00e9\\ud83d\\ude00 \\"q\\" \\\\"}], "c": {}}',
        {"a": [1, 2.5, -300.0, True, {"b": 'x\né😀 "q" \\'}], "c": {}},
    ),
    (
        'Sure:\n```json\n{"e\\u0041": "z", "f": false, "d": []}\n```\nDone {not} this.',
        {"eA": "z", "f": False, "d": []},
    ),
    (' <think>{"no": 1} {</think> {"yes": [[], [[]], null]}', {"yes": [[], [[]], None]}),
    ('text {name} {"a": {"b": {"c": "deep"}}} after', {"a": {"b": {"c": "deep"}}}),
    ('{"a" 1} {"b": 2}', {"b": 2}),
    (
        '{"half": "\\ud83d \\ud83dx \\ude00 \\ud83d\\u0041"}',
        {"half": "\ufffd \ufffdx \ufffd \ufffdA"},
    ),
    ("<thin {}", {}),
]


def read(*pieces: str) -> PartialReader:
    """A reader that was fed all *pieces*."""
    reader = PartialReader()
    for piece in pieces:
        reader.feed(piece)
    return reader


@pytest.mark.parametrize(("text", "final"), SAMPLES)
def test_every_cut(text: str, final: Any) -> None:
    """The same is known at the end wherever the text is cut in three."""
    for first in range(len(text) + 1):
        for second in {first, first + 1, first + 2, len(text)}:
            reader = read(text[:first], text[first:second], text[second:])

            assert (final, True) == (reader.known, reader.complete)


@pytest.mark.parametrize(("text", "final"), SAMPLES)
def test_letter_by_letter(text: str, final: Any) -> None:
    """What is known may be looked at after every character."""
    reader = PartialReader()
    for letter in text:
        reader.feed(letter)
        _ = reader.known

    assert final == reader.known


STATES = [
    ("", None),
    ("Sure: ", None),
    ("<th", None),
    ("<think> {", None),
    ("{", {}),
    ('{"na', {}),
    ('{"name"', {}),
    ('{"name":', {}),
    ('{"name": "', {"name": ""}),
    ('{"name": "A', {"name": "A"}),
    ('{"name": "A\\', {"name": "A"}),
    ('{"name": "A\\u00', {"name": "A"}),
    ('{"name": "A\\ud83d', {"name": "A"}),
    ('{"name": "A\\ud83d\\', {"name": "A"}),
    ('{"name": "A\\ud83d\\ude0', {"name": "A"}),
    ('{"name": "Ada"', {"name": "Ada"}),
    ('{"name": "Ada", "age": 3', {"name": "Ada"}),
    ('{"name": "Ada", "age": 36,', {"name": "Ada", "age": 36}),
    ('{"a": tru', {}),
    ('{"a": [', {"a": []}),
    ('{"a": ["x", "y', {"a": ["x", "y"]}),
    ('{"a": [{"b": [1, 2', {"a": [{"b": [1]}]}),
    ('{"a": "b" ', {"a": "b"}),
    ('{"a": 1} ', {"a": 1}),
]


@pytest.mark.parametrize(("text", "known"), STATES)
def test_states(text: str, known: Any) -> None:
    """Texts are known as far as they go, numbers and words once they are whole."""
    assert known == read(text).known


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 01,',
        '{"a": maybe,',
        '{"a": ?',
        '{"a": "\\x',
        '{"a": "\\u00g',
        '{"a"; ',
        "{1",
        '{"a": 1 2',
        '{"a": [1 }',
        '{"a": ' + "1" * 1001,
    ],
)
def test_malformed_text_is_forgotten(text: str) -> None:
    """What is no JSON is forgotten, and the next object is read."""
    reader = PartialReader()

    assert reader.feed(text)
    assert reader.known is None
    assert {"b": 1} == read(text, ' {"b": 1}').known


def test_news() -> None:
    """Feeding tells whether more is known."""
    reader = PartialReader()
    pieces = ["a ", "{", '"na', 'me": ', '"A', "", 'da"', "}", " b"]
    told = [piece for piece in pieces if reader.feed(piece)]

    assert ["{", '"A', 'da"'] == told


def test_known_values_grow() -> None:
    """The containers stay the same objects while they grow."""
    reader = read('{"a": [1,')
    first = reader.known
    reader.feed(" 2]}")

    assert first is reader.known
    assert {"a": [1, 2]} == first


def test_nothing_is_read_twice() -> None:
    """Only the beginning of a word, number or escape waits for the next piece."""
    text = json.dumps({"items": [{"name": "n" * 500 + "\u00e9", "value": 12345}] * 20})
    reader = PartialReader()
    waiting: list[int] = []
    for start in range(0, len(text), 7):
        reader.feed(text[start : start + 7])
        waiting.append(len(reader._rest))

    assert max(waiting) < 7


@pytest.mark.parametrize("begin", ["", "<think>", "{", '{"a": ', '{"a": "b" '])
def test_blanks_do_not_wait(begin: str) -> None:
    """Blanks are done with at once, wherever they stand."""
    reader = read(begin, *[" \n"] * 20)

    assert len(reader._rest) < 9


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), VALUES), st.booleans(), st.integers(1, 9))
def test_any_object(value: Any, ascii_only: bool, size: int) -> None:
    """Whatever the object and the pieces, the whole of it is known at the end."""
    text = json.dumps(value, ensure_ascii=ascii_only)
    reader = read(*(text[start : start + size] for start in range(0, len(text), size)))

    assert (value, True) == (reader.known, reader.complete)
