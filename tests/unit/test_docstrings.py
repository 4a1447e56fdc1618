"""Docstrings of functions and classes in the three usual styles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyvox.schemas.docstrings import docstring_of

GOOGLE = """
    The weather
    of a city.

    From a good source.

    Args:
        city (str): The city,
            in any language.

            Not its region.
        unit, scale: How it is told.
        days (dict[str, Optional[int]], optional):
            How many.
        *rest: Others.
        silent:
        not a parameter

    Returns:
        report: not a parameter.

    Raises:
        ValueError: Never.
    """
REST = """
    The weather of a city.

    From a good source.

    :param city: The city,
        in any language.
    :param int days: How many.
    :parameter unit: How it is told.
    :type city: str
    :returns: A report: with a colon.
    :raises ValueError: Never.
    """
NUMPY = """
    The weather of a city.

    From a good source.

    Parameters
    ----------
    city : str
        The city,
        in any language.
    unit, scale : {'c', 'f'}, optional
        How it is told.
    days
        How many.

    Other Parameters
    ----------------
    rest : int
        Others.

    Returns
    -------
    report : str
        Not a parameter.
    """


def test_google() -> None:
    """Sections with a colon, entries indented."""
    read = docstring_of(GOOGLE)

    assert "The weather of a city.\n\nFrom a good source." == read.summary
    assert {
        "city": "The city, in any language. Not its region.",
        "unit": "How it is told.",
        "scale": "How it is told.",
        "days": "How many.",
        "rest": "Others.",
    } == read.members


def test_rest() -> None:
    """Fields between colons, the type before the name or in a field of its own."""
    read = docstring_of(REST)

    assert "The weather of a city.\n\nFrom a good source." == read.summary
    assert {
        "city": "The city, in any language.",
        "days": "How many.",
        "unit": "How it is told.",
    } == read.members


def test_numpy() -> None:
    """Underlined sections, the text below the name."""
    read = docstring_of(NUMPY)

    assert "The weather of a city.\n\nFrom a good source." == read.summary
    assert {
        "city": "The city, in any language.",
        "unit": "How it is told.",
        "scale": "How it is told.",
        "days": "How many.",
        "rest": "Others.",
    } == read.members


@pytest.mark.parametrize(
    ("text", "summary", "parameters"),
    [
        (None, "", {}),
        (
            "A city.\n\nAttributes:\n    name: How.\n\nKeys:\n    a: A.",
            "A city.",
            {"name": "How.", "a": "A."},
        ),
        ("A city.\n\n:ivar str name: How.", "A city.", {"name": "How."}),
        ("", "", {}),
        ("One line.", "One line.", {}),
        ("Args: none of them.", "Args: none of them.", {}),
        ("Do it.\n\nArgs:\n    a: First.\nMore.", "Do it.\n\nMore.", {"a": "First."}),
        ("Do it.\n\nNote that: this stays.", "Do it.\n\nNote that: this stays.", {}),
        ("Do it.\n\nTable\n-----\nrow", "Do it.\n\nTable ----- row", {}),
        ("Args:\n    a: First.\nReturns:\n    b: No.", "", {"a": "First."}),
        ("Do it.\n\nSo:\n    Args:\n        a: Deep.", "Do it.\n\nSo: Args: a: Deep.", {}),
        ("Do it.\n\n:param: nameless\n:param a:", "Do it.", {}),
        ("Do it.\n\n:meta private:\n\nMore.", "Do it.\n\nMore.", {}),
        ("Do it.\n\nArgs:", "Do it.", {}),
        ("Do it.\n\nParameters\n----------", "Do it.", {}),
        ("Parameters\n----------\n1. no\na : int\n    A.", "", {"a": "A."}),
        ("Do it.\n\nArgs:\n    --: no\n    a: A.\n    b : B.", "Do it.", {"a": "A.", "b": "B."}),
    ],
)
def test_corners(text: str | None, summary: str, parameters: dict[str, str]) -> None:
    """What is in no style is summary; what is cut short is nothing."""
    read = docstring_of(text)

    assert (summary, parameters) == (read.summary, read.members)


NAMES = st.lists(st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True), unique=True, max_size=4)
WORDS = st.from_regex(r"[A-Z][a-z]{1,8}( [a-z]{1,8}){0,4}\.", fullmatch=True)


@given(NAMES, WORDS, st.data())
def test_styles_say_the_same(names: list[str], summary: str, data: st.DataObject) -> None:
    """The same facts in each style are read alike."""
    texts = {name: data.draw(WORDS) for name in names}
    google = "".join(f"\n        {name}: {text}" for name, text in texts.items())
    fields = "".join(f"\n    :param {name}: {text}" for name, text in texts.items())
    numpy = "".join(f"\n    {name} : int\n        {text}" for name, text in texts.items())

    for body in (
        f"{summary}\n\n    Args:{google}\n",
        f"{summary}\n{fields}\n",
        f"{summary}\n\n    Parameters\n    ----------{numpy}\n",
    ):
        read = docstring_of(body)
        assert (summary, texts) == (read.summary, read.members)


PIECES = ("Args:", "Parameters", "-----", "    a: b", "c : d", ":param x: y", "", "z")
LINES = st.sampled_from(PIECES)


@given(st.text() | st.lists(LINES).map("\n".join))
def test_any_text_can_be_read(text: str) -> None:
    """No docstring is an error, and no parameter has an empty text."""
    read = docstring_of(text)

    assert all(name and value for name, value in read.members.items())
