"""Loading documents: values as YAML 1.2 and JSON see them, places, and what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from polyvox_generator.errors import PolyvoxGeneratorError, SpecError
from polyvox_generator.load import Document, load


def loaded(folder: Path, text: str | bytes, name: str = "spec.yaml") -> Document:
    """Document of *text*, written to a file."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load(path)


def refused(folder: Path, text: str | bytes) -> tuple[int | None, int | None, str]:
    """Line, column and message with which *text* is refused."""
    with pytest.raises(SpecError) as caught:
        loaded(folder, text)
    return caught.value.line, caught.value.column, caught.value.message


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("yes", "yes"),
        ("2024-10-21", "2024-10-21"),
        ("12:30:45", "12:30:45"),
        ("1_000", "1_000"),
        ("=", "="),
        ("", None),
        ("~", None),
        ("Null", None),
        ("true", True),
        ("FALSE", False),
        ("012", 12),
        ("-7", -7),
        ("0o17", 15),
        ("0x1F", 31),
        ("0b1", "0b1"),
        ("1.", 1.0),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("'12'", "12"),
        ("!!str 12", "12"),
    ],
)
def test_scalars_follow_yaml_1_2(tmp_path: Path, text: str, value: object) -> None:
    """Plain scalars mean what the YAML 1.2 core schema says, not what YAML 1.1 says."""
    result = loaded(tmp_path, f"key: {text}\n").tree["key"]

    assert (value, type(value)) == (result, type(result))


def test_keys_are_strings(tmp_path: Path) -> None:
    """Mapping keys are the strings that stand there, as in JSON."""
    tree = loaded(tmp_path, "200: a\ntrue: b\nnull: c\n1.0: d\n").tree

    assert {"200": "a", "true": "b", "null": "c", "1.0": "d"} == tree


def test_places_of_nodes(tmp_path: Path) -> None:
    """A mapping member stands at its key, an item at its own start; lines and columns from 1."""
    text = "a:\n  b/c: 1\n  'd~':\n    - x\n    - {e: 2}\n"

    lines = loaded(tmp_path, text).lines

    assert {
        "": (1, 1),
        "/a": (1, 1),
        "/a/b~1c": (2, 3),
        "/a/d~0": (3, 3),
        "/a/d~0/0": (4, 7),
        "/a/d~0/1": (5, 7),
        "/a/d~0/1/e": (5, 8),
    } == lines


def test_place_of_what_is_missing(tmp_path: Path) -> None:
    """What is not written down stands where its nearest ancestor stands."""
    document = loaded(tmp_path, "a:\n  b: 1\n")

    assert (2, 3) == document.locate("/a/b/c/0")


def test_places_in_crlf_and_multibyte_text(tmp_path: Path) -> None:
    """Lines may end with CRLF, and columns count characters."""
    document = loaded(tmp_path, 'a: 1\r\n"é": {b: 2}\r\n')

    assert [(2, 1), (2, 7)] == [document.locate("/é"), document.locate("/é/b")]


def test_literal_blocks_know_their_first_line(tmp_path: Path) -> None:
    """A literal block's text begins in the line below its indicator."""
    document = loaded(tmp_path, "a: |\n  one\n  two\nb: >\n  three\n")

    assert {"/a": 2} == document.texts


def test_json_files(tmp_path: Path) -> None:
    """JSON with tabs, escapes and characters beyond U+FFFF reads as JSON."""
    text = '{\n\t"a\\/b": "\\ud83d\\ude00 \\\\ud83d\\\\ude00 \\u00e9"\n}\n'

    document = loaded(tmp_path, text, "spec.json")

    assert ({"a/b": "\U0001f600 \\ud83d\\ude00 é"}, (2, 2)) == (
        document.tree,
        document.locate("/a~1b"),
    )


def test_byte_order_mark(tmp_path: Path) -> None:
    """A UTF-8 byte order mark is no part of the document."""
    assert {"a": 1} == loaded(tmp_path, b"\xef\xbb\xbfa: 1\n").tree


def test_aliases(tmp_path: Path) -> None:
    """An alias is the value of its anchor."""
    tree: dict[str, Any] = loaded(tmp_path, "a: &x {b: 1}\nc: *x\n").tree

    assert {"a": {"b": 1}, "c": {"b": 1}} == tree


@pytest.mark.parametrize(
    ("text", "line", "column", "part"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, 1, "'a' stands twice in one mapping, first in line 1"),
        ("a:\n  b: {c: 1, 'c': 2}\n", 2, 13, "'c' stands twice"),
        ("200: a\n'200': b\n", 2, 1, "'200' stands twice"),
        ("a: [1\nb: 2\n", 2, 2, "not valid YAML"),
        ("a: 1\n---\nb: 2\n", 2, 1, "not valid YAML"),
        ("a: 1\nb: \x07\n", 2, None, "not valid YAML"),
        ("a: *x\n", 1, 4, "not valid YAML"),
        ("- a\n", 1, 1, "not a mapping"),
        ("text", 1, 1, "not a mapping"),
        ("", None, None, "empty"),
        ("# nothing\n", None, None, "empty"),
        ("? [a]\n: 1\n", 1, 3, "not a scalar"),
        ("a: &x {b: 1}\nc:\n  <<: *x\n", 3, 3, "no merge keys"),
        ("a: !!binary aGk=\n", 1, 4, "has no JSON value"),
        ("a: !mine {b: 1}\n", 1, 4, "has no JSON value"),
        ("a: .nan\n", 1, 4, "not a JSON value"),
        ("a: -.inf\n", 1, 4, "not a JSON value"),
        ("a: !!int x\n", 1, 4, "not a JSON value"),
        ("a: !!bool x\n", 1, 4, "not a JSON value"),
    ],
)
def test_refused_documents(
    tmp_path: Path, text: str, line: int | None, column: int | None, part: str
) -> None:
    """What JSON cannot mean is refused, with its place."""
    found = refused(tmp_path, text)

    assert (line, column, True) == (*found[:2], part in found[2])


def test_bytes_that_are_not_utf_8(tmp_path: Path) -> None:
    """A file in another encoding is refused, with the line of the first bad byte."""
    found = refused(tmp_path, b"a: 1\nb: caf\xe9\n")

    assert (2, None, "Byte 11 is not UTF-8. Save the file as UTF-8.") == found


def test_alias_of_itself(tmp_path: Path) -> None:
    """An alias that contains itself is refused instead of never ending."""
    _, _, message = refused(tmp_path, "a: &x [*x]\n")

    assert "nested too deeply" in message


def test_aliases_that_blow_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Aliases of aliases are refused before they fill the memory."""
    monkeypatch.setattr("polyvox_generator.load._NODES_MAX", 50)
    _, _, message = refused(
        tmp_path, "a: &a [1, 2, 3, 4, 5]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n"
    )

    assert "Aliases blow the document up" in message


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is refused by name, as an error of the generator."""
    path = tmp_path / "none.yaml"
    with pytest.raises(PolyvoxGeneratorError) as caught:
        load(path)

    assert (
        f"{path}: The file cannot be read: No such file or directory. "
        "Name an existing, readable file."
    ) == str(caught.value)
