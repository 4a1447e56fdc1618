"""Contents: what a caller passes as a file, and how it is announced."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from polyvox_core.content import open_content
from polyvox_core.errors import ConfigError


@pytest.mark.parametrize("content", [None, 1, {}, {"a": b"b"}, object()])
def test_no_content(content: Any) -> None:
    """Other objects are refused, with what is accepted."""
    with pytest.raises(
        ConfigError, match=r"^Cannot send an object of type \w+ as a file\. Pass bytes"
    ):
        open_content(content)


def test_str() -> None:
    """A str is refused: it could mean a text or a path."""
    with pytest.raises(ConfigError, match=r"could be text or a path\. Pass text\.encode\(\)"):
        open_content("a.txt")  # type: ignore[arg-type]  # the error under test


@pytest.mark.parametrize(
    ("value", "filename", "content_type", "headers"),
    [
        (("a.txt", b"hi"), "a.txt", "text/plain", ()),
        ((None, b"hi"), None, "application/octet-stream", ()),
        (("", b"hi"), None, "application/octet-stream", ()),
        (("a.txt", b"hi", None), "a.txt", "text/plain", ()),
        (("a.txt", b"hi", "image/png"), "a.txt", "image/png", ()),
        (("a.txt", "image/png", b"hi"), "a.txt", "image/png", ()),
        (("a.txt", None, b"hi"), "a.txt", "text/plain", ()),
        ((None, None, b"hi"), None, "application/octet-stream", ()),
        (("a", b"hi", "a/b", {"X-A": "1"}), "a", "a/b", (("X-A", "1"),)),
        (("a", b"hi", None, {}), "a", "application/octet-stream", ()),
    ],
)
def test_tuples(value: Any, filename: str | None, content_type: str, headers: Any) -> None:
    """A tuple gives name, type and headers, with content and type in either order."""
    source = open_content(value)
    said = (source.filename or None, source.content_type, source.headers, b"".join(source.chunks()))

    assert (filename, content_type, headers, b"hi") == said


@pytest.mark.parametrize(
    "value",
    [
        *((), ("a",), (b"a", b"b"), (1, b"b"), ("a", b"b", 1), ("a", b"b", b"c"), ("a", 1, b"c")),
        *(("a", b"b", "c/d", None), ("a", b"b", "c/d", [1]), ("a", b"b", 1, {}), ("a",) * 5),
        *(("a", "b", "c"), ("a", None), ("a", None, None), ("a", ("b", b"c")), ("a", "text")),
    ],
)
def test_malformed_tuples(value: Any) -> None:
    """A tuple of another shape is refused."""
    with pytest.raises(ConfigError, match=r"^Cannot send .*\. Pass "):
        open_content(value)


def test_keywords_come_first(tmp_path: Path) -> None:
    """Name and type as keywords win over those that the content brings."""
    path = tmp_path / "a.txt"
    path.touch()
    source = open_content(path, name="b.png")
    other = open_content(("a", b"", "a/b"), name="c", content_type="c/d")

    assert ("b.png", "image/png") == (source.filename, source.content_type)
    assert ("c", "c/d") == (other.filename, other.content_type)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.json", "application/json"),
        ("A.JPG", "image/jpeg"),
        ("a.tar.gz", "application/gzip"),
        ("a.txt.bz2", "application/x-bzip2"),
        ("a.xz", "application/x-xz"),
        ("a.Z", "application/octet-stream"),
        ("a", "application/octet-stream"),
        ("a.nonsense", "application/octet-stream"),
    ],
)
def test_guessed_type(name: str, expected: str) -> None:
    """The type follows the name; packed files are announced as packed."""
    assert expected == open_content(b"", name=name).content_type


@pytest.mark.parametrize(
    "content_type", ["text", "/", "a/", "/b", "a/b\r\nX: 1", "a/b\n", "a/\u00fc", " "]
)
def test_malformed_type(content_type: str) -> None:
    """A type that would break the head of its part is refused."""
    with pytest.raises(ConfigError, match=r"^The content type '"):
        open_content(b"", content_type=content_type)


@pytest.mark.parametrize(
    "headers",
    [
        *({"X-A": "1\r\nX-B: 2"}, {"X-A": "\x00"}, {"X A": "1"}, {"": "1"}, {"X-A\n": "1"}),
        *({"Content-Type": "a/b"}, {"content-disposition": "x"}, {"CONTENT-LENGTH": "1"}),
    ],
)
def test_malformed_headers(headers: dict[str, str]) -> None:
    """Headers that would break the part, or repeat what the tuple says, are refused."""
    with pytest.raises(ConfigError, match=r"^The header '"):
        open_content(("a", b"", None, headers))


def test_repr() -> None:
    """A source prints what is announced, never its content."""
    source = open_content(b"secret", name="a.txt")

    assert "<Source 'a.txt' text/plain size_bytes=6>" == repr(source)
