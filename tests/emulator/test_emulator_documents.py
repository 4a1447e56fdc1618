"""
JSON resources, and moving and copying of everything.
"""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from fixture_types import Put

PROMPT = {"id": "i", "folderId": "f", "name": "n", "content": "c", "extra": [1]}
CONVERSATION = {
    "id": "i",
    "folderId": "f",
    "name": "n",
    "prompt": "",
    "temperature": 1,
    "lastActivityDate": 1,
    "model": {"id": "echo"},
    "selectedAddons": [],
    "messages": [],
}
APPLICATION = {"endpoint": "http://127.0.0.1/", "displayName": "Mine"}
TOOLSET = {"endpoint": "http://127.0.0.1/", "transport": "HTTP"}
DOCUMENTS = [
    ("prompts", "PROMPT", PROMPT),
    ("conversations", "CONVERSATION", CONVERSATION),
    ("applications", "APPLICATION", APPLICATION),
    ("toolsets", "TOOL_SET", TOOLSET),
]


@pytest.mark.parametrize(("kind", "name", "document"), DOCUMENTS)
def test_documents_are_kept_as_they_are(
    dial: httpx.Client, folder: str, kind: str, name: str, document: dict[str, Any]
) -> None:
    """A document is stored byte for byte, with a tag, and can be listed and deleted."""
    path = f"/v1/{kind}/{folder}/one"
    stored = dial.put(path, json=document)
    read = dial.get(path)
    listed = dial.get(f"/v1/metadata/{kind}/{folder}/").json()["items"]
    deleted = dial.delete(path)

    assert name == stored.json()["resourceType"]
    assert "contentLength" not in stored.json()
    assert stored.request.content == read.content
    assert stored.headers["etag"] == read.headers["etag"] == stored.json()["etag"]
    assert ["one"] == [item["name"] for item in listed]
    assert (200, b"") == (deleted.status_code, deleted.content)


@pytest.mark.parametrize("method", ["GET", "DELETE"])
def test_missing_document_is_404_in_words(dial: httpx.Client, folder: str, method: str) -> None:
    """The text names the resource."""
    response = dial.request(method, f"/v1/prompts/{folder}/none")

    assert (404, f"Not found: prompts/{folder}/none") == (response.status_code, response.text)


def test_folder_is_no_document(dial: httpx.Client, folder: str) -> None:
    """A path that ends with a slash is refused."""
    path = f"/v1/prompts/{folder}/"
    responses = [dial.get(path), dial.put(path, json=PROMPT), dial.delete(path)]

    assert {(400, f"Folder not allowed: prompts/{folder}/")} == {
        (response.status_code, response.text) for response in responses
    }


def test_document_preconditions(dial: httpx.Client, folder: str) -> None:
    """Documents have the same preconditions as files."""
    path = f"/v1/prompts/{folder}/one"
    tag = dial.put(path, json=PROMPT).headers["etag"]
    statuses = [
        dial.put(path, json=PROMPT, headers={"If-None-Match": "*"}).status_code,
        dial.put(path, json=PROMPT, headers={"If-Match": "other"}).status_code,
        dial.put(path, json=PROMPT, headers={"If-Match": tag}).status_code,
        dial.get(path, headers={"If-None-Match": tag}).status_code,
    ]

    assert [412, 412, 200, 304] == statuses


def test_document_is_checked(dial: httpx.Client, folder: str) -> None:
    """What is no prompt is refused in words."""
    response = dial.put(f"/v1/prompts/{folder}/one", json=[])

    assert 400 == response.status_code
    assert response.text.startswith("The request body does not fit: ")


def test_large_document_is_413(dial: httpx.Client, folder: str) -> None:
    """A document over the limit is refused."""
    body = {**PROMPT, "content": "x" * 60_000}

    assert 413 == dial.put(f"/v1/prompts/{folder}/one", json=body).status_code


def moved(dial: httpx.Client, verb: str, source: str, target: str, **more: bool) -> httpx.Response:
    """The answer to moving or copying *source* to *target*."""
    body = {"sourceUrl": source, "destinationUrl": target, **more}
    return dial.post(f"/v1/ops/resource/{verb}", json=body)


@pytest.mark.parametrize(("verb", "status"), [("move", 404), ("copy", 200)])
def test_files_are_moved_and_copied(
    dial: httpx.Client, put: Put, folder: str, verb: str, status: int
) -> None:
    """The target has the content; the source stays only for a copy."""
    put(f"{folder}/a%20b", b"x", "image/png")
    response = moved(dial, verb, f"files/{folder}/a%20b", f"files/{folder}/sub/c")
    target = dial.get(f"/v1/files/{folder}/sub/c")

    assert (200, b"") == (response.status_code, response.content)
    assert (b"x", "image/png") == (target.content, target.headers["content-type"])
    assert status == dial.get(f"/v1/files/{folder}/a%20b").status_code


@pytest.mark.parametrize(("kind", "name", "document"), DOCUMENTS)
def test_documents_are_moved(
    dial: httpx.Client, folder: str, kind: str, name: str, document: dict[str, Any]
) -> None:
    """Every kind of resource can be moved."""
    dial.put(f"/v1/{kind}/{folder}/a", json=document)
    moved(dial, "move", f"{kind}/{folder}/a", f"{kind}/{folder}/b")

    assert document == dial.get(f"/v1/{kind}/{folder}/b").json()


@pytest.mark.parametrize("verb", ["move", "copy"])
def test_overwriting_must_be_wanted(dial: httpx.Client, put: Put, folder: str, verb: str) -> None:
    """An existing target is refused with 400 unless overwriting is asked for."""
    put(f"{folder}/a", b"new")
    put(f"{folder}/b", b"old")
    source, target = f"files/{folder}/a", f"files/{folder}/b"
    refused = moved(dial, verb, source, target)
    done = moved(dial, verb, source, target, overwrite=True)

    assert (400, True) == (refused.status_code, "already exists" in refused.text)
    assert (200, b"new") == (done.status_code, dial.get(f"/v1/{target}").content)


def test_missing_source_is_400(dial: httpx.Client, folder: str) -> None:
    """The text names the source."""
    response = moved(dial, "move", f"files/{folder}/none", f"files/{folder}/b")

    assert (400, f"Source resource files/{folder}/none does not exist") == (
        response.status_code,
        response.text,
    )


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("files/{}/a/", "files/{}/b"),
        ("files/{}/a", "files/{}/b/"),
        ("files/{}/a", "prompts/{}/a"),
        ("files/{}/a", "files/{}/a"),
        ("things/{}/a", "files/{}/a"),
        ("files", "files/{}/a"),
    ],
)
def test_impossible_moves_are_400(
    dial: httpx.Client, folder: str, source: str, target: str
) -> None:
    """Folders, other kinds, the same place and made-up urls are refused."""
    response = moved(dial, "move", source.format(folder), target.format(folder))

    assert 400 == response.status_code
    assert response.text


@pytest.mark.parametrize(("verb", "status"), [("move", 403), ("copy", 200)])
def test_public_files_can_only_be_copied(
    dial: httpx.Client, folder: str, verb: str, status: int
) -> None:
    """Moving away needs the right to write."""
    response = moved(dial, verb, "files/public/welcome.txt", f"files/{folder}/w")

    assert status == response.status_code


def test_nothing_is_moved_to_strangers(
    dial: httpx.Client, other: httpx.Client, put: Put, folder: str
) -> None:
    """The target must be the caller's own."""
    put(f"{folder}/a")
    theirs = other.get("/v1/bucket").json()["bucket"]

    assert 403 == moved(dial, "copy", f"files/{folder}/a", f"files/{theirs}/a").status_code
