"""multipart/form-data bodies: exact bytes, exact lengths, one logic for both kinds of client."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyvox_core.content import open_content
from polyvox_core.errors import BodyNotRewindable, ConfigError
from polyvox_core.multipart import MultipartBody, Part, multipart_from


async def pieces() -> AsyncIterator[bytes]:
    """An async content."""
    yield b"as"
    yield b"ync"


def written(body: MultipartBody) -> bytes:
    """The whole body, the blocking way."""
    return b"".join(body.chunks())


def awritten(body: MultipartBody) -> bytes:
    """The whole body, the async way."""

    async def collect() -> bytes:
        """Join the pieces."""
        return b"".join([chunk async for chunk in body.achunks()])

    return asyncio.run(collect())


def test_exact_bytes() -> None:
    """Texts and files are written as RFC 7578 says."""
    parts: list[Part] = [
        ("purpose", "assistants"),
        ("file", open_content(b"hello")),
        ("page", open_content(("a.txt", b"x\r\n", "text/plain", {"X-Page": "1"}))),
    ]
    body = MultipartBody(parts, boundary="b")
    expected = (
        b'--b\r\nContent-Disposition: form-data; name="purpose"\r\n\r\nassistants\r\n'
        b'--b\r\nContent-Disposition: form-data; name="file"; filename="upload"\r\n'
        b"Content-Type: application/octet-stream\r\n\r\nhello\r\n"
        b'--b\r\nContent-Disposition: form-data; name="page"; filename="a.txt"\r\n'
        b"Content-Type: text/plain\r\nX-Page: 1\r\n\r\nx\r\n\r\n"
        b"--b--\r\n"
    )

    assert expected == written(body) == awritten(body)
    assert len(expected) == body.content_length
    assert "multipart/form-data; boundary=b" == body.content_type


def test_no_parts() -> None:
    """A body without parts is its end mark."""
    body = MultipartBody([], boundary="b")

    assert (b"--b--\r\n", 7) == (written(body), body.content_length)


def test_repeated_names_keep_their_order() -> None:
    """A field name may come more than once."""
    body = MultipartBody([("a", "1"), ("b", "2"), ("a", "3")])
    fields = parsed(body, written(body))

    assert [("a", None, b"1"), ("b", None, b"2"), ("a", None, b"3")] == fields


def parsed(body: MultipartBody, raw: bytes) -> list[tuple[str, str | None, bytes]]:
    """Name, file name and content of each part, as the standard library reads them."""
    head = f"Content-Type: {body.content_type}\r\n\r\n".encode()
    message: Any = message_from_bytes(head + raw, policy=policy.HTTP)
    fields: list[tuple[str, str | None, bytes]] = []
    for part in message.iter_parts():
        name = str(part.get_param("name", header="content-disposition"))
        fields.append((name, part.get_filename(), part.get_payload(decode=True) or b""))
    return fields


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ('a"b', "a%22b"),
        ("a\r\nb", "a%0D%0Ab"),
        ('x"\r\nX-Evil: 1', "x%22%0D%0AX-Evil: 1"),
        ("a\x00\x7fb", "a%00%7Fb"),
        ("a\\b%c;d", "a\\b%c;d"),
        ("\u00fc\u4f60", "\u00fc\u4f60"),
        ("a\udcffb", "a?b"),
    ],
)
def test_names_are_escaped(name: str, expected: str) -> None:
    """Quotes and line ends in field and file names cannot leave their place."""
    parts: list[Part] = [(name, "text"), (name, open_content((name, b"", "a/b")))]
    raw = written(MultipartBody(parts, boundary="b")).decode()

    assert f'form-data; name="{expected}"\r\n\r\n' in raw
    assert f'form-data; name="{expected}"; filename="{expected}"\r\n' in raw


def test_boundaries_are_random() -> None:
    """Each body has a boundary of its own, of 128 bits."""
    boundaries = {MultipartBody([]).content_type.partition("boundary=")[2] for _ in range(100)}

    assert (100, {32}) == (len(boundaries), set(map(len, boundaries)))


@pytest.mark.parametrize("boundary", ["", "a b", 'a"', "a\r\n", "a;b", "x" * 71, "\u00fc", "a\n"])
def test_bad_boundary(boundary: str) -> None:
    """A boundary that would break the header is refused."""
    with pytest.raises(ConfigError, match=r"cannot separate parts\. Use 1 to 70"):
        MultipartBody([], boundary=boundary)


def test_facts_in_memory() -> None:
    """Texts and bytes can be sent again, and never wait."""
    body = MultipartBody([("a", "\u00fc"), ("b", open_content(b"x"))])

    assert (True, False, False) == (body.rewindable, body.blocking, body.is_async)
    assert body.content_length == len(written(body)) == len(written(body))


def test_facts_of_files(tmp_path: Path) -> None:
    """One file that may wait for a disk makes the body one."""
    path = tmp_path / "a.bin"
    path.write_bytes(b"x" * 1000)
    body = MultipartBody([("a", open_content(b"x")), ("b", open_content(path))])

    assert (True, True, False) == (body.rewindable, body.blocking, body.is_async)
    assert body.content_length == len(written(body)) == len(awritten(body))


def test_facts_of_iterators() -> None:
    """One content of unknown size, read once, makes the body so."""
    body = MultipartBody([("a", open_content(b"x")), ("b", open_content(iter([b"once"])))])
    first = written(body)

    assert (False, None) == (body.rewindable, body.content_length)
    assert 1 == first.count(b"once")
    with pytest.raises(BodyNotRewindable):
        written(body)


def test_async_and_blocking_sources_together(tmp_path: Path) -> None:
    """An async client sends async contents, files and bytes in one body."""
    path = tmp_path / "a.bin"
    path.write_bytes(b"disk")
    parts: list[Part] = [
        ("a", open_content(pieces())),
        ("b", open_content(path)),
        ("c", open_content(b"memory")),
        ("d", "text"),
    ]
    body = MultipartBody(parts)
    fields = parsed(body, awritten(body))

    assert [b"async", b"disk", b"memory", b"text"] == [content for _, _, content in fields]
    assert (True, True, None) == (body.is_async, body.blocking, body.content_length)


def test_blocking_client_refuses_async_sources() -> None:
    """A blocking client cannot send an async content."""
    body = MultipartBody([("a", open_content(pieces()))])

    with pytest.raises(ConfigError, match=r"Use the async client"):
        written(body)


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.text("abc-_", min_size=1), st.text("xyz") | st.binary(max_size=50), st.booleans()
        ),
        min_size=1,
        max_size=5,
    )
)
def test_every_body_has_its_length(fields: list[tuple[str, Any, bool]]) -> None:
    """The announced length is the length, and both clients send the same."""
    parts: list[Part] = [
        (name, value if isinstance(value, str) else open_content(io.BytesIO(value)))
        for name, value, _ in fields
    ]
    body = MultipartBody(parts)
    raw = written(body)

    assert (len(raw), raw) == (body.content_length, awritten(body))


def test_from_fields() -> None:
    """Fields become texts where they are text, and files otherwise; lists become several parts."""
    form = {
        "text": "a",
        "number": 1,
        "share": 0.5,
        "yes": True,
        "no": False,
        "file": b"b",
        "named": ("c.txt", b"c"),
        "source": open_content(b"d", name="d.txt"),
        "many": [b"e", ("f.txt", b"f"), "g"],
    }
    body = multipart_from(form)
    expected = [
        ("text", None, b"a"),
        ("number", None, b"1"),
        ("share", None, b"0.5"),
        ("yes", None, b"true"),
        ("no", None, b"false"),
        ("file", "upload", b"b"),
        ("named", "c.txt", b"c"),
        ("source", "d.txt", b"d"),
        ("many", "upload", b"e"),
        ("many", "f.txt", b"f"),
        ("many", None, b"g"),
    ]

    assert expected == parsed(body, written(body))


def test_from_bad_fields() -> None:
    """A value that is neither text nor file is refused."""
    with pytest.raises(ConfigError, match=r"object of type dict as a file"):
        multipart_from({"a": {"b": 1}})
