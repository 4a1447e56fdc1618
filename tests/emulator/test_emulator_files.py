"""
Files: upload, download, delete, entity tags, names, buckets.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from fixture_types import Put

from polyvox.emulator import Emulator
from polyvox.emulator.dial.addresses import Address
from polyvox.emulator.dial.store import Store

HELLO = "5d41402abc4b2a76b9719d911017c592"


def test_upload_answers_metadata(put: Put, folder: str) -> None:
    """The answer describes what was stored, and its tag is not quoted."""
    response = put(f"{folder}/a%20b.txt")
    shown = response.json()
    bucket, _, name = folder.partition("/")

    assert HELLO == response.headers["etag"] == shown["etag"]
    assert ("a b.txt", name, bucket, "ITEM", "FILE", 5, "text/plain") == tuple(
        shown[key]
        for key in (
            "name",
            "parentPath",
            "bucket",
            "nodeType",
            "resourceType",
            "contentLength",
            "contentType",
        )
    )
    assert f"files/{folder}/a%20b.txt" == shown["url"]


def test_download_gives_what_was_uploaded(dial: httpx.Client, put: Put, folder: str) -> None:
    """Content, type, length and tag come back."""
    content = bytes(range(256)) * 1000
    put(f"{folder}/blob", content, "image/png")
    response = dial.get(f"/v1/files/{folder}/blob")

    assert content == response.content
    assert ("image/png", "256000", hashlib.md5(content).hexdigest()) == (
        response.headers["content-type"],
        response.headers["content-length"],
        response.headers["etag"],
    )


def test_empty_file(dial: httpx.Client, put: Put, folder: str) -> None:
    """A file may be empty."""
    put(f"{folder}/empty", b"")

    assert b"" == dial.get(f"/v1/files/{folder}/empty").content


def test_part_without_a_type(dial: httpx.Client, folder: str) -> None:
    """A part without a content type is stored as bytes."""
    head = b'--b\r\nX-Odd: 1\r\nContent-Disposition: form-data; name="file"\r\n\r\n'
    body = head + b"x\r\n--b--\r\n"
    headers = {"Content-Type": "multipart/form-data; boundary=b"}
    response = dial.put(f"/v1/files/{folder}/x", content=body, headers=headers)

    assert "application/octet-stream" == response.json()["contentType"]


def test_multipart_without_a_boundary_is_refused(dial: httpx.Client, folder: str) -> None:
    """The boundary must be named."""
    headers = {"Content-Type": "multipart/form-data"}
    response = dial.put(f"/v1/files/{folder}/x", content=b"x", headers=headers)

    assert (400, "The Content-Type of the multipart body names no boundary.") == (
        response.status_code,
        response.text,
    )


def test_garbage_multipart_is_refused(dial: httpx.Client, folder: str) -> None:
    """A body that is no multipart at all is refused in words."""
    headers = {"Content-Type": "multipart/form-data; boundary=b"}
    response = dial.put(f"/v1/files/{folder}/x", content=b"garbage", headers=headers)

    assert 400 == response.status_code
    assert response.text.startswith("The multipart body is malformed: ")


def test_upload_replaces(dial: httpx.Client, put: Put, folder: str) -> None:
    """A second upload replaces the content and keeps the time of creation."""
    first = put(f"{folder}/a").json()
    second = put(f"{folder}/a", b"new").json()

    assert b"new" == dial.get(f"/v1/files/{folder}/a").content
    assert first["createdAt"] == second["createdAt"] <= second["updatedAt"]


def test_delete_is_final(dial: httpx.Client, put: Put, folder: str) -> None:
    """A deleted file is gone; deleting again finds nothing."""
    put(f"{folder}/a")
    responses = [
        dial.delete(f"/v1/files/{folder}/a"),
        dial.delete(f"/v1/files/{folder}/a"),
        dial.get(f"/v1/files/{folder}/a"),
    ]

    assert [(200, b""), (404, b""), (404, b"")] == [
        (response.status_code, response.content) for response in responses
    ]


def test_folders_are_no_files(dial: httpx.Client, folder: str) -> None:
    """What ends with a slash can be neither read nor deleted nor written."""
    path = f"/v1/files/{folder}/"
    responses = [dial.get(path), dial.delete(path), dial.put(path, files={"file": b"x"})]

    assert [
        (400, "Can't download a folder"),
        (400, "Can't delete a folder"),
        (400, "File name is missing"),
    ] == [(response.status_code, response.text) for response in responses]


@pytest.mark.parametrize(
    "name", ["a.", "dot./a", "a%7Bb", "b%7D", "a%00", "a%0A", "a//b", "a%2Fb", "%FF", "x" * 900]
)
def test_bad_names_are_refused(dial: httpx.Client, folder: str, name: str) -> None:
    """Names that DIAL does not take answer 400 in words."""
    response = dial.put(f"/v1/files/{folder}/{name}", files={"file": b"x"})

    assert 400 == response.status_code
    assert response.text


@pytest.mark.parametrize("name", ["a%20b", "%E4%BD%A0", "a+b", "100%25", "a'(b)!", "%23%3F"])
def test_odd_names_are_kept(dial: httpx.Client, put: Put, folder: str, name: str) -> None:
    """Any other name works, and its url leads back to it."""
    url = put(f"{folder}/{name}").json()["url"]

    assert b"hello" == dial.get(f"/v1/{url}").content


def test_foreign_bucket_is_403(dial: httpx.Client, other: httpx.Client) -> None:
    """Somebody else's bucket is closed, for reading too."""
    theirs = other.get("/v1/bucket").json()["bucket"]
    responses = [
        dial.get(f"/v1/files/{theirs}/a"),
        dial.put(f"/v1/files/{theirs}/a", files={"file": b"x"}),
        dial.delete(f"/v1/files/{theirs}/a"),
    ]

    assert {(403, f"You don't have an access to: files/{theirs}/a")} == {
        (response.status_code, response.text) for response in responses
    }


def test_invalid_bucket_is_400(dial: httpx.Client) -> None:
    """A bucket has letters and digits only."""
    response = dial.get("/v1/files/my-bucket/a")

    assert (400, "Url has invalid bucket: files/my-bucket/") == (
        response.status_code,
        response.text,
    )


def test_public_bucket_can_be_read_only(dial: httpx.Client) -> None:
    """Everybody reads `public`, nobody writes there."""
    read = dial.get("/v1/files/public/welcome.txt")
    written = dial.put("/v1/files/public/welcome.txt", files={"file": b"x"})

    assert ("Welcome to the emulator.\n", 403) == (read.text, written.status_code)


@pytest.mark.parametrize("tag", [HELLO, f'"{HELLO}"', f"other, {HELLO}", "*", f'W/"{HELLO}"'])
def test_if_match_lets_through(dial: httpx.Client, put: Put, folder: str, tag: str) -> None:
    """The current tag, quoted or not, alone or listed, is a match."""
    put(f"{folder}/a")
    headers = {"If-Match": tag}
    statuses = [
        dial.get(f"/v1/files/{folder}/a", headers=headers).status_code,
        put(f"{folder}/a", If_Match=tag).status_code,
        dial.delete(f"/v1/files/{folder}/a", headers=headers).status_code,
    ]

    assert [200, 200, 200] == statuses


def test_if_match_refuses(dial: httpx.Client, put: Put, folder: str) -> None:
    """Another tag is refused with the current one, and nothing changes."""
    put(f"{folder}/a")
    headers = {"If-Match": "other"}
    responses = [
        put(f"{folder}/a", b"new", If_Match="other"),
        dial.delete(f"/v1/files/{folder}/a", headers=headers),
        dial.get(f"/v1/files/{folder}/a", headers=headers),
    ]

    assert {(412, f"If-match condition is failed for etag: {HELLO}")} == {
        (response.status_code, response.text) for response in responses
    }
    assert b"hello" == dial.get(f"/v1/files/{folder}/a").content


def test_if_match_creates(put: Put, folder: str) -> None:
    """Where nothing is there is nothing to match."""
    assert 200 == put(f"{folder}/a", If_Match="other").status_code


@pytest.mark.parametrize("tag", ["*", HELLO])
def test_if_none_match_protects(put: Put, folder: str, tag: str) -> None:
    """What exists is not overwritten."""
    statuses = [put(f"{folder}/a", If_None_Match=tag) for _ in range(2)]

    assert [(200, ""), (412, "Resource already exists")] == [
        (response.status_code, "" if response.is_success else response.text)
        for response in statuses
    ]


@pytest.mark.parametrize(("tag", "status"), [(HELLO, 304), ("*", 304), ("other", 200)])
def test_not_modified(dial: httpx.Client, put: Put, folder: str, tag: str, status: int) -> None:
    """A caller that holds the content is told so, with the tag."""
    put(f"{folder}/a")
    response = dial.get(f"/v1/files/{folder}/a", headers={"If-None-Match": tag})

    assert (status, HELLO) == (response.status_code, response.headers["etag"])


def test_large_upload_is_413(dial: httpx.Client, put: Put, folder: str) -> None:
    """An upload over the limit is refused, and the connection still works."""
    response = put(f"{folder}/big", b"x" * 400_000)

    assert 413 == response.status_code
    assert 404 == dial.get(f"/v1/files/{folder}/big").status_code


def test_large_upload_of_unknown_length_is_413(dial: httpx.Client, folder: str) -> None:
    """The limit holds for bodies that do not say how long they are."""
    head = b'--b\r\nContent-Disposition: form-data; name="file"\r\n\r\n'
    body = iter([head, *(b"x" * 50_000 for _ in range(8)), b"\r\n--b--\r\n"])
    headers = {"Content-Type": "multipart/form-data; boundary=b"}
    response = dial.put(f"/v1/files/{folder}/big", content=body, headers=headers)

    assert 413 == response.status_code


def test_missing_file_part_is_400(dial: httpx.Client, folder: str) -> None:
    """The part must be called `file`."""
    response = dial.put(f"/v1/files/{folder}/a", files={"other": b"x"})

    assert (400, "The multipart body lacks the field 'file'.") == (
        response.status_code,
        response.text,
    )


def test_refused_uploads_leave_nothing(
    emulator: Emulator, dial: httpx.Client, put: Put, folder: str
) -> None:
    """Parts that nobody took are removed."""
    put(f"{folder}/big", b"x" * 400_000)
    dial.put(f"/v1/files/{folder}/a", files={"other": b"x"})
    put("SomebodyElse/a")

    assert [] == list((emulator.folder / "incoming").iterdir())


def test_folder_is_never_an_item(tmp_path: Path) -> None:
    """The store finds items only, even where a folder has the name of one."""
    store = Store(tmp_path, lambda: datetime.now(UTC))
    item = store.write(Address("files", "b", "a", folder=False), b"x", "text/plain")

    assert item == store.find(item.address)
    assert None is store.find(Address("files", "b", "a", folder=True))
