"""
Parts of messages: where they may come from, when they are read, and what tells their media type.
"""

from __future__ import annotations

import asyncio
import copy
import io
import os
import pickle
import threading
from pathlib import Path
from typing import Any

import pytest

from polyvox import AudioPart, ConfigError, FilePart, Image, ImagePart, parts
from polyvox.errors import UrlError
from polyvox.parts import Part
from polyvox.types import FileInfo

PNG = b"\x89PNG\r\n\x1a\nrest"
BASE64 = "iVBORw0KGgpyZXN0"
MAGIC = {
    "image/png": PNG,
    "image/jpeg": b"\xff\xd8\xff\xe0rest",
    "image/gif": b"GIF89a....",
    "image/webp": b"RIFF\x10\0\0\0WEBPVP8 ",
    "audio/wav": b"RIFF\x10\0\0\0WAVEfmt ",
    "audio/mpeg": b"ID3\x04rest",
    "audio/flac": b"fLaC\0\0\0",
    "audio/ogg": b"OggS\0\x02",
    "application/pdf": b"%PDF-1.7\n",
}


def refused(make: Any, kind: type[ConfigError] = ConfigError) -> str:
    """The text of the error of exactly this *kind* that *make* ends with."""
    with pytest.raises(ConfigError) as caught:
        make()
    assert kind is type(caught.value)
    assert caught.value.hint
    return str(caught.value)


@pytest.mark.parametrize("media_type", MAGIC)
def test_the_first_bytes_tell_the_type(media_type: str) -> None:
    """What the content begins like counts more than what its name says."""
    source = io.BytesIO(MAGIC[media_type])
    source.name = "misnamed.txt"

    assert media_type == FilePart(MAGIC[media_type]).read().media_type
    assert media_type == FilePart(source).read().media_type


def test_frames_of_mp3_have_no_magic_word() -> None:
    """A recording that begins with a frame is one all the same; so is an older GIF a picture."""
    assert "audio/mpeg" == AudioPart(b"\xff\xfb\x90\x64rest").read().media_type
    assert "image/gif" == ImagePart(b"GIF87a...").read().media_type


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.md", "text/markdown"),
        ("a.TXT", "text/plain"),
        ("a.csv", "text/csv"),
        ("a.webp", "image/webp"),
        ("a.mp3", "audio/mpeg"),
    ],
)
def test_then_the_name_tells_it(name: str, media_type: str) -> None:
    """Content without a known beginning is what its name promises."""
    assert media_type == FilePart(b"content", name).read().media_type


def test_what_is_said_counts_first() -> None:
    """A given media type is not second-guessed."""
    content = ImagePart(PNG, media_type="image/x-own").read()

    assert ("image/x-own", "data:image/x-own;base64," + BASE64) == (
        content.media_type,
        content.data_url,
    )


@pytest.mark.parametrize("content", [b"\0\1\2", b"\xff", b"RIFF\x10\0\0\0AVI LIST"])
def test_nothing_tells_the_type(content: bytes) -> None:
    """Without magic and name the type must be passed, unless nobody needs it."""
    part = FilePart(content)

    assert "media_type=" in refused(part.read)
    assert (content, "") == part.read(typed=False)[:2]
    assert "a/b" == FilePart(content, media_type="a/b").read().media_type


@pytest.mark.parametrize(
    ("make", "better"),
    [
        (lambda: ImagePart(MAGIC["application/pdf"]).read(), "FilePart"),
        (lambda: ImagePart(MAGIC["audio/wav"]).read(typed=False), "AudioPart"),
        (lambda: AudioPart(PNG).read(), "ImagePart"),
        (lambda: ImagePart(PNG, media_type="application/pdf"), "FilePart"),
        (lambda: AudioPart("data:image/png;base64,AAAA"), "ImagePart"),
    ],
)
def test_parts_of_the_wrong_kind(make: Any, better: str) -> None:
    """A picture is no recording; the error names the class that fits."""
    assert f"polyvox.{better}" in refused(make)


@pytest.mark.parametrize("media_type", ["", "png", "image/", "image/png\r\nX: y", "*/*"])
def test_malformed_types(media_type: str) -> None:
    """A media type that is none is refused when the part is made."""
    assert "malformed" in refused(lambda: FilePart(b"x", media_type=media_type))


def test_every_source(tmp_path: Path) -> None:
    """Bytes of all kinds, paths, open files, data: URLs and pictures give the same content."""
    path = tmp_path / "a.png"
    path.write_bytes(PNG)
    with path.open("rb") as file:
        sources: list[Any] = [
            PNG,
            bytearray(PNG),
            memoryview(PNG),
            path,
            *os.scandir(tmp_path),
            file,
            io.BytesIO(PNG),
            f"data:image/png;base64,{BASE64}",
            "DATA:,%89PNG%0D%0A%1A%0Arest",
            Image(b64=BASE64),
            Image(url=f"data:image/png;base64,{BASE64}"),
        ]

        contents = [ImagePart(source).read() for source in sources]

    assert [PNG] * len(sources) == [one.content for one in contents]
    assert {"image/png"} == {one.media_type for one in contents}
    assert [None, "a.png", "a.png", "a.png"] == [one.name for one in contents[2:6]]


def test_bytes_that_change_later() -> None:
    """What is sent is what the bytes were when the part was made."""
    source = bytearray(PNG)
    part = ImagePart(source)
    source[:] = b"other"

    assert PNG == part.read().content


def test_nothing_is_read_before_it_is_sent(tmp_path: Path) -> None:
    """A part may be made before its file is there; paths are read anew each time."""
    path = tmp_path / "late.png"
    part = ImagePart(path)
    path.write_bytes(PNG)
    first = part.read().content
    path.write_bytes(PNG + b"!")

    assert (PNG, PNG + b"!") == (first, part.read().content)


def test_open_files_are_read_once(tmp_path: Path) -> None:
    """An open file may be closed after the first sending, and the part be sent again."""
    path = tmp_path / "a.png"
    path.write_bytes(b"skipped" + PNG)
    with path.open("rb") as file:
        part = ImagePart(file)
        file.seek(7)
        assert "<open file 'a.png'>" in repr(part)
        first = part.read()

    assert first == part.read()
    assert (PNG, "a.png", "ImagePart(<12 bytes>)") == (*first[::2], repr(part))


def test_threads_share_a_part() -> None:
    """Two threads that send a part at once read its file once, both wholly."""
    begun, go_on = threading.Event(), threading.Event()
    reads: list[int] = []

    class Slow:
        """A file that waits in the middle, and cannot seek."""

        def read(self, size: int) -> bytes:
            """Give the content, then the end."""
            reads.append(size)
            begun.set()
            assert go_on.wait(10)
            return PNG if len(reads) == 1 else b""

    part = ImagePart(Slow())
    contents: list[bytes] = []
    threads = [
        threading.Thread(target=lambda: contents.append(part.read().content)) for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    assert begun.wait(10)
    go_on.set()
    for thread in threads:
        thread.join(10)

    assert ([PNG, PNG], 2) == (contents, len(reads))


@pytest.mark.parametrize(
    "text",
    [
        "file:///etc/passwd",
        "FILE:/etc/passwd",
        "ftp://example.com/a.png",
        "gopher://example.com/",
        "https:/example.com/a.png",
        "https://example.com/a b.png",
        "https://example.com\\a.png",
        "https://example.com/a.png\n",
        "javascript:alert(1)",
    ],
)
def test_addresses_that_are_none(text: str) -> None:
    """`file:` and other schemes are refused when the part is made, as is what only looks right."""
    for kind in (ImagePart, AudioPart, FilePart):
        said = refused(lambda kind=kind: kind(text), UrlError)
        assert "https: or data: URL" in said


@pytest.mark.parametrize(
    "text", ["cat.png", "/etc/passwd", "C:\\cat.png", "", "//host/a.png", "iVBO"]
)
def test_texts_are_no_paths(text: str) -> None:
    """A text never names a local file; the error shows how to name one."""
    assert f"pathlib.Path({text!r})" in refused(lambda: ImagePart(text))


@pytest.mark.parametrize("source", [7, None, ["a"], {"url": 1}, PNG.hex, object()])
def test_sources_that_are_none(source: Any) -> None:
    """Anything else is refused when the part is made."""
    assert "cannot be sent as FilePart" in refused(lambda: FilePart(source))


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    """The error of a file that is missing, a folder, text, closed or async names it."""

    class Async:
        """A file of asyncio."""

        async def read(self, size: int) -> bytes:
            """Give the content."""
            await asyncio.sleep(size)
            return PNG

    text: Any = io.StringIO("x")
    closed = io.BytesIO(PNG)
    closed.close()
    waiting: Any = Async()

    assert "gone.png" in refused(ImagePart(tmp_path / "gone.png").read)
    assert str(tmp_path) in refused(ImagePart(tmp_path).read)
    assert "text mode" in refused(FilePart(text).read)
    assert "closed" in refused(ImagePart(closed).read)
    assert "asyncio" in refused(ImagePart(waiting).read)


def test_empty_and_broken_content() -> None:
    """Nothing is sent for an empty file or a data: URL that is not base64."""
    assert "empty" in refused(ImagePart(b"").read)
    assert "not base64" in refused(ImagePart("data:image/png;base64,%%%").read)
    assert "not base64" in refused(ImagePart("data:image/png;base64,AAA").read)


def test_large_content(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is too large is refused by its size, and what has none after the limit."""
    monkeypatch.setattr(parts, "MAX_BYTES", 1024**2)
    path = tmp_path / "a.png"
    path.write_bytes(PNG.ljust(1024**2 + 1))

    class Endless:
        """A device without an end."""

        asked = 0

        def read(self, size: int) -> bytes:
            """Give as much as is wanted."""
            self.asked += size
            return b"\0" * size

    endless = Endless()
    sources: list[Any] = [path, path.read_bytes(), endless]

    for source in [*sources, f"data:,{'x' * (3 * 1024**2)}"]:
        assert "larger than 1 MiB" in refused(ImagePart(source).read)
    assert endless.asked <= 2 * 1024**2
    assert 1024**2 == len(ImagePart(PNG.ljust(1024**2)).read().content)


def test_contents_elsewhere_are_never_fetched() -> None:
    """Reading a part whose content is in the web, or stored, is refused."""
    for source in ("https://example.com/a.png", "file-abc", "files/b/a.png"):
        assert "never fetched" in refused(ImagePart(source).read)


@pytest.mark.parametrize(
    ("source", "web", "stored", "name"),
    [
        ("https://example.com/a%20b.png?sig=1", True, False, "a b.png"),
        ("HTTP://EXAMPLE.COM", True, False, None),
        ("file-abc", False, True, "file-abc"),
        ("files/b/c/d.pdf", False, True, "d.pdf"),
        ("data:,x", False, False, None),
    ],
)
def test_what_an_address_is(source: str, web: bool, stored: bool, name: str | None) -> None:
    """Addresses are told apart, and name what they lead to."""
    part = FilePart(source)

    assert (web, stored, name) == (part.is_web, part.is_stored, part.name)


def test_stored_files() -> None:
    """A stored file gives its address, name and type; what is passed counts first."""
    info = FileInfo("files/b/x", "report", content_type="application/pdf")
    part, renamed = FilePart(info), FilePart(info, "other.pdf", "a/b")

    assert ("files/b/x", "report", "application/pdf") == (part.source, part.name, part.type_of())
    assert ("other.pdf", "a/b") == (renamed.name, renamed.type_of())
    assert None is FilePart(FileInfo("file-abc", "a.bin")).media_type


def test_pictures_of_clients() -> None:
    """A picture that a client made goes back as its link, or as its content."""
    link = ImagePart(Image(url="https://example.com/a.png"))

    assert (True, "a.png") == (link.is_web, link.name)
    assert "image/x" == ImagePart(Image(b64=BASE64, content_type="image/x")).read().media_type


def test_nothing_private_is_shown(tmp_path: Path) -> None:
    """The repr names the source without content, and without the query of a URL."""
    path = tmp_path / "a.png"
    anonymous = io.BytesIO(PNG)
    shown = {
        "ImagePart(<12 bytes>)": ImagePart(PNG),
        "ImagePart('https://example.com/a.png')": ImagePart("https://example.com/a.png?sig=1"),
        "ImagePart(<data: URL of 26 characters>)": ImagePart("data:image/png;base64,AAAA"),
        "FilePart('file-abc')": FilePart("file-abc"),
        f"AudioPart({str(path)!r})": AudioPart(path),
        "ImagePart(<BytesIO>)": ImagePart(anonymous),
    }

    assert [*shown] == [repr(part) for part in shown.values()]


def test_files_by_number(tmp_path: Path) -> None:
    """A file that was opened by its number has no name."""
    path = tmp_path / "a.png"
    path.write_bytes(PNG)
    with os.fdopen(os.open(path, os.O_RDONLY), "rb") as file:
        part = ImagePart(file)

        assert (None, PNG) == (part.name, part.read().content)


def test_parts_are_values() -> None:
    """Equal sources make equal parts, which can be copied and pickled, but not be keys."""
    part = ImagePart(PNG, "low")
    kept = FilePart(io.BytesIO(PNG))
    kept_copy = copy.copy(FilePart(io.BytesIO(PNG)))
    assert kept != FilePart(PNG)
    kept.read()

    assert part == ImagePart(PNG, "low") == copy.deepcopy(part) == pickle.loads(pickle.dumps(part))
    assert kept == pickle.loads(pickle.dumps(kept)) == FilePart(PNG)
    assert PNG == kept_copy.read().content
    assert part != ImagePart(PNG)
    assert FilePart(PNG) not in (ImagePart(PNG), Part(PNG), PNG)
    with pytest.raises(TypeError, match="unhashable"):
        hash(part)
