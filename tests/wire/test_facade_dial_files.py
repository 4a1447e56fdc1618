"""
Files of AI DIAL on the wire: literal requests, canned answers, both shells.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from recorder import Recorder, answer, json_answer
from shells import Shell

from polyvox import FileInfo, NotFound, Progress
from polyvox_core.errors import (
    ConfigError,
    ForeignOriginError,
    IntegrityError,
    PreconditionFailed,
    UrlError,
)

ITEM = (
    '{"name":"a b.txt","parentPath":"docs","bucket":"B1","url":"files/B1/docs/a%20b.txt",'
    '"nodeType":"ITEM","resourceType":"FILE","createdAt":1000,"updatedAt":2000,"etag":"e1",'
    '"contentLength":5,"contentType":"text/plain"}'
)
INFO = FileInfo(
    url="files/B1/docs/a%20b.txt",
    name="a b.txt",
    size_bytes=5,
    content_type="text/plain",
    etag="e1",
    created_at=datetime.fromtimestamp(1, UTC),
    updated_at=datetime.fromtimestamp(2, UTC),
)
BUCKET = json_answer('{"bucket":"B1"}')
HELLO = hashlib.md5(b"hello").hexdigest()
MISSING = json_answer('{"error":{"message":"gone"}}', status="404 Not Found")


def folder_page(names: list[str], token: str | None = None) -> bytes:
    """One page of a listing."""
    items = ",".join(
        f'{{"name":"{name}","url":"files/B1/docs/{name}","nodeType":"ITEM"}}' for name in names
    )
    more = f',"nextToken":"{token}"' if token else ""
    return json_answer(f'{{"url":"files/B1/docs/","nodeType":"FOLDER","items":[{items}]{more}}}')


def test_upload_sends_one_form(shell: Shell, recorder: Recorder) -> None:
    """A path in the own bucket is looked up once; the file is one part with its type."""
    recorder.reply(BUCKET, json_answer(ITEM))
    client = shell.dial(base_url=recorder.url)

    info = shell.call(client.files.upload, b"hello", "docs/a b.txt")

    assert ["GET /v1/bucket", "PUT /v1/files/B1/docs/a%20b.txt"] == recorder.heads()
    assert INFO == info
    kind = recorder.header("Content-Type") or ""
    boundary = kind.removeprefix("multipart/form-data; boundary=")
    assert (
        f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="a b.txt"\r\n'
        f"Content-Type: text/plain\r\n\r\nhello\r\n--{boundary}--\r\n"
    ).encode() == recorder.body()
    assert str(len(recorder.body())) == recorder.header("Content-Length")


def test_upload_conditions_types_and_progress(shell: Shell, recorder: Recorder) -> None:
    """`overwrite=False`, `if_match`, `content_type` and `progress` do what they say."""
    recorder.reply(json_answer(ITEM))
    client = shell.dial(base_url=recorder.url)
    seen: list[Progress] = []

    shell.call(
        client.files.upload,
        ("x.bin", b"hello"),
        "files/B1/docs/",
        content_type="image/png",
        overwrite=False,
        if_match="e0",
        progress=seen.append,
    )

    assert ["PUT /v1/files/B1/docs/x.bin"] == recorder.heads()
    assert ("e0", "*") == (recorder.header("If-Match"), recorder.header("If-None-Match"))
    assert b"\r\nContent-Type: image/png\r\n" in recorder.body()
    total = len(recorder.body())
    assert Progress(total, total) == seen[-1]


def test_upload_of_a_stream_is_chunked(shell: Shell, recorder: Recorder) -> None:
    """A source of unknown size is sent in chunks."""
    recorder.reply(json_answer(ITEM))
    client = shell.dial(base_url=recorder.url)

    shell.call(client.files.upload, iter([b"hel", b"lo"]), f"{recorder.url}/v1/files/B1/a.bin")

    assert "chunked" == recorder.header("Transfer-Encoding")
    assert recorder.header("Content-Length") is None
    assert b"\r\n3\r\nhel\r\n2\r\nlo\r\n" in recorder.body()


def test_upload_of_a_file_is_named_by_it(shell: Shell, recorder: Recorder, tmp_path: Path) -> None:
    """A folder takes the file under its own name."""
    (tmp_path / "r\u00e9port.pdf").write_bytes(b"%PDF")
    recorder.reply(BUCKET, json_answer(ITEM))
    client = shell.dial(base_url=recorder.url)

    shell.call(client.files.upload, tmp_path / "r\u00e9port.pdf", "")

    assert "PUT /v1/files/B1/r%C3%A9port.pdf" == recorder.heads()[-1]
    assert b"\r\nContent-Type: application/pdf\r\n" in recorder.body()


def test_upload_that_exists(shell: Shell, recorder: Recorder) -> None:
    """A failed condition says what to do."""
    recorder.reply(answer(status="412 Precondition Failed", headers=("ETag: e9",)))
    client = shell.dial(base_url=recorder.url)

    with pytest.raises(PreconditionFailed, match="Pass overwrite=True") as caught:
        shell.call(client.files.upload, b"x", "files/B1/a.txt", overwrite=False)

    assert "e9" == caught.value.etag


def test_download_to_a_path(shell: Shell, recorder: Recorder, tmp_path: Path) -> None:
    """The file appears under its name, with the content that its ETag promises."""
    recorder.reply(answer(b"hello", "text/plain", headers=(f'ETag: "{HELLO}"',)))
    client = shell.dial(base_url=recorder.url)
    seen: list[Progress] = []

    path = shell.call(
        client.files.download,
        "files/B1/docs/a%20b.txt",
        tmp_path / "x.txt",
        if_match="e1",
        progress=seen.append,
    )

    assert ["GET /v1/files/B1/docs/a%20b.txt"] == recorder.heads()
    assert "e1" == recorder.header("If-Match")
    assert tmp_path / "x.txt" == path
    assert b"hello" == path.read_bytes()
    assert [Progress(5, 5)] == seen


@pytest.mark.parametrize("slash", ["", "/"])
def test_download_into_a_folder(
    shell: Shell, recorder: Recorder, tmp_path: Path, slash: str
) -> None:
    """A folder takes the file under its own name."""
    recorder.reply(answer(b"hello"))
    client = shell.dial(base_url=recorder.url)

    path = shell.call(client.files.download, "files/B1/docs/a%20b.txt", f"{tmp_path}{slash}")

    assert tmp_path / "a b.txt" == path
    assert ["a b.txt"] == [one.name for one in tmp_path.iterdir()]


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (answer(b"hullo", headers=(f"ETag: {HELLO}",)), IntegrityError),
        (MISSING, NotFound),
    ],
    ids=["checksum", "missing"],
)
def test_failed_downloads_leave_nothing(
    shell: Shell, recorder: Recorder, tmp_path: Path, reply: bytes, error: type[Exception]
) -> None:
    """What fails leaves no file behind."""
    recorder.reply(reply)
    client = shell.dial(base_url=recorder.url)

    with pytest.raises(error):
        shell.call(client.files.download, "files/B1/a.txt", tmp_path / "a.txt")

    assert [] == list(tmp_path.iterdir())


def test_download_keeps_existing_files(shell: Shell, recorder: Recorder, tmp_path: Path) -> None:
    """An existing file is replaced only on demand, and nothing is sent otherwise."""
    (tmp_path / "a.txt").write_bytes(b"old")
    recorder.reply(answer(b"hello"))
    client = shell.dial(base_url=recorder.url)

    with pytest.raises(ConfigError, match="exists already"):
        shell.call(client.files.download, "files/B1/a.txt", tmp_path / "a.txt")

    assert [] == recorder.requests
    shell.call(client.files.download, "files/B1/a.txt", tmp_path / "a.txt", overwrite=True)
    assert b"hello" == (tmp_path / "a.txt").read_bytes()


def test_open_and_read(shell: Shell, recorder: Recorder) -> None:
    """An open download tells what it is before it is read; `read` gives all."""
    headers = ('ETag: W/"e1"',)
    recorder.always(answer(b"hello", "text/plain", headers=headers))
    client = shell.dial(base_url=recorder.url)

    download = client.files.open("files/B1/a.txt", if_match="e1")
    pieces = shell.items(download)

    assert b"hello" == b"".join(pieces)
    assert ("text/plain", "e1", 5) == (download.content_type, download.etag, download.size_bytes)
    assert b"hello" == shell.call(client.files.read, "files/B1/a.txt")


def test_iter_follows_tokens(shell: Shell, recorder: Recorder) -> None:
    """Pages are fetched as they are needed, each with the token of the one before."""
    recorder.reply(
        BUCKET, folder_page(["a", "b"], "t/1"), folder_page([], "t2"), folder_page(["c"])
    )
    client = shell.dial(base_url=recorder.url)

    listing = client.files.iter("docs/", recursive=True, page_size=2, permissions=True)
    first = shell.one(listing)
    asked = len(recorder.requests)
    rest = shell.each(listing)

    assert 2 == asked
    assert ["a", "b", "c"] == [one.name for one in [first, *rest]]
    assert [
        "GET /v1/bucket",
        "GET /v1/metadata/files/B1/docs/?limit=2&recursive=true&permissions=true",
        "GET /v1/metadata/files/B1/docs/?limit=2&token=t%2F1&recursive=true&permissions=true",
        "GET /v1/metadata/files/B1/docs/?limit=2&token=t2&recursive=true&permissions=true",
    ] == recorder.heads()


def test_list_of_a_missing_folder_is_empty(shell: Shell, recorder: Recorder) -> None:
    """A folder without files does not exist for the server, and is empty here."""
    recorder.reply(BUCKET, MISSING)
    client = shell.dial(base_url=recorder.url)

    assert [] == shell.call(client.files.list)
    assert "GET /v1/metadata/files/B1/" == recorder.heads()[-1]


def test_metadata_and_exists(shell: Shell, recorder: Recorder) -> None:
    """Metadata of a file, and whether there is one."""
    recorder.reply(json_answer(ITEM), json_answer(ITEM), MISSING)
    client = shell.dial(base_url=recorder.url)
    place = "files/B1/docs/a%20b.txt"

    assert INFO == shell.call(client.files.metadata, place)
    assert shell.call(client.files.exists, place) is True
    assert shell.call(client.files.exists, place) is False
    assert ["GET /v1/metadata/files/B1/docs/a%20b.txt"] * 3 == recorder.heads()


def test_delete(shell: Shell, recorder: Recorder) -> None:
    """A file is removed; a missing one is an error unless that is fine."""
    recorder.reply(answer(), MISSING, MISSING)
    client = shell.dial(base_url=recorder.url)
    place = "files/B1/a.txt"

    shell.call(client.files.delete, place, if_match="e1")
    assert ["DELETE /v1/files/B1/a.txt"] == recorder.heads()
    assert "e1" == recorder.header("If-Match")
    shell.call(client.files.delete, place, missing_ok=True)
    with pytest.raises(NotFound):
        shell.call(client.files.delete, place)


@pytest.mark.parametrize("verb", ["move", "copy"])
def test_move_and_copy(shell: Shell, recorder: Recorder, verb: str) -> None:
    """Both name source and destination, and give the file at its new place."""
    recorder.reply(answer(), json_answer(ITEM))
    client = shell.dial(base_url=recorder.url)

    info = shell.call(
        getattr(client.files, verb),
        "files/B1/old.txt",
        f"{recorder.url}/v1/files/B1/docs/a%20b.txt",
        overwrite=True,
    )

    assert INFO == info
    assert [
        f"POST /v1/ops/resource/{verb}",
        "GET /v1/metadata/files/B1/docs/a%20b.txt",
    ] == recorder.heads()
    assert (
        b'{"sourceUrl":"files/B1/old.txt","destinationUrl":"files/B1/docs/a%20b.txt",'
        b'"overwrite":true}'
    ) == recorder.body(0)


@pytest.mark.parametrize(
    ("place", "error"),
    [
        ("http://127.0.0.1:1/v1/files/B1/a.txt", ForeignOriginError),
        ("files/B1/../a.txt", UrlError),
        ("files/B1/%2e%2e/a.txt", UrlError),
        ("prompts/B1/a.txt/", UrlError),
        ("/v1/files/B1/a.txt", UrlError),
        ("files/B1/docs/", UrlError),
        ("files/B1", UrlError),
    ],
)
def test_unsafe_places_send_nothing(
    shell: Shell, recorder: Recorder, place: str, error: type[Exception]
) -> None:
    """A place that leads elsewhere, or is no file, is refused before anything is sent."""
    client = shell.dial(base_url=recorder.url)
    client = client.with_(timeout=5)
    recorder.always(BUCKET)

    with pytest.raises(error):
        shell.call(client.files.read, place)

    assert [] == [head for head in recorder.heads() if head != "GET /v1/bucket"]


@pytest.mark.parametrize("method", ["metadata", "exists", "list"])
def test_other_options_are_refused(shell: Shell, recorder: Recorder, method: str) -> None:
    """An unknown option is an error, not silence."""
    client = shell.dial(base_url=recorder.url)
    options: dict[str, Any] = {"overwite": True}

    with pytest.raises(ConfigError, match="has no option 'overwite'"):
        shell.call(getattr(client.files, method), "files/B1/a/", **options)
