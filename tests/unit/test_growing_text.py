"""
A text that grows: whole, falsy until something came, and no list of small objects.
"""

from __future__ import annotations

import tracemalloc

import pytest

from polyvox.backends.growing_text import GrowingText


@pytest.mark.parametrize("number", [0, 1, 511, 512, 513, 5000])
def test_the_whole_text(number: int) -> None:
    """It can be read at any time, and goes on growing."""
    text = GrowingText()
    pieces = [f" {n}" for n in range(number)]
    for piece in pieces:
        text.add(piece)

    assert "".join(pieces) == str(text)
    assert bool(number) == bool(text)
    text.add("!")
    assert "".join(pieces) + "!" == str(text)


def test_an_empty_piece_counts() -> None:
    """A backend that sent an empty text did send one."""
    text = GrowingText()
    text.add("")

    assert text
    assert "" == str(text)


def test_memory() -> None:
    """Many pieces take what their characters take."""
    text = GrowingText()
    tracemalloc.start()
    try:
        for number in range(20_000):
            text.add(f"{number:5}")
        taken = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()

    assert taken < 200_000
