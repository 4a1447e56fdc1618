"""
Metadata and listings: folders, pages, recursion, permissions, nulls.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from fixture_types import Put


@pytest.fixture
def tree(put: Put, folder: str) -> str:
    """A folder with items and sub-folders."""
    for path in ("b.txt", "a/1.txt", "a/2.txt", "c/d/3.txt", "z.txt"):
        put(f"{folder}/{path}")
    return folder


def pages(dial: httpx.Client, path: str, **query: Any) -> Iterator[dict[str, Any]]:
    """Every page of a listing."""
    while True:
        page = dial.get(f"/v1/metadata/files/{path}", params=query).json()
        yield page
        if "nextToken" not in page:
            return
        query["token"] = page["nextToken"]


def test_folder_lists_items_and_folders(dial: httpx.Client, tree: str) -> None:
    """Sub-folders stand between the items, with null for their own items."""
    shown = dial.get(f"/v1/metadata/files/{tree}/").json()
    bucket, _, name = tree.partition("/")
    expected = [("a", "FOLDER"), ("b.txt", "ITEM"), ("c", "FOLDER"), ("z.txt", "ITEM")]

    assert (name, None, bucket, f"files/{tree}/", "FOLDER", "FILE") == tuple(
        shown[key] for key in ("name", "parentPath", "bucket", "url", "nodeType", "resourceType")
    )
    assert expected == [(item["name"], item["nodeType"]) for item in shown["items"]]
    assert None is shown["items"][0]["items"]
    assert f"files/{tree}/a/" == shown["items"][0]["url"]


def test_listed_items_have_no_etag(dial: httpx.Client, tree: str) -> None:
    """Listings tell sizes and times, tags only the item itself."""
    listed = dial.get(f"/v1/metadata/files/{tree}/").json()["items"][1]
    item = dial.get(f"/v1/metadata/files/{tree}/b.txt").json()

    assert "etag" not in listed
    assert item == {**listed, "etag": item["etag"]}


def test_folder_without_the_slash_is_404(dial: httpx.Client, tree: str) -> None:
    """Without a slash at its end a folder is looked up as an item."""
    response = dial.get(f"/v1/metadata/files/{tree}")

    assert (404, b"") == (response.status_code, response.content)


@pytest.mark.parametrize("path", ["none", "none/"])
def test_unknown_is_404(dial: httpx.Client, folder: str, path: str) -> None:
    """Neither an unknown item nor an unknown folder exists."""
    response = dial.get(f"/v1/metadata/files/{folder}/{path}")

    assert (404, b"") == (response.status_code, response.content)


def test_recursive_listing_is_flat(dial: httpx.Client, tree: str) -> None:
    """Everything below, and no folder nodes."""
    shown = dial.get(f"/v1/metadata/files/{tree}/", params={"recursive": "true"}).json()

    assert ["1.txt", "2.txt", "b.txt", "3.txt", "z.txt"] == [
        item["name"] for item in shown["items"]
    ]
    assert {"ITEM"} == {item["nodeType"] for item in shown["items"]}


@pytest.mark.parametrize(("recursive", "number"), [("false", 4), ("true", 5)])
@pytest.mark.parametrize("limit", [1, 2, 3, 100])
def test_pages_add_up(
    dial: httpx.Client, tree: str, limit: int, recursive: str, number: int
) -> None:
    """The pages hold everything once, in order, whatever their size."""
    listed = [
        item["url"]
        for page in pages(dial, f"{tree}/", limit=limit, recursive=recursive)
        for item in page["items"]
    ]

    assert sorted(set(listed)) == listed
    assert number == len(listed)


def test_page_of_nothing(dial: httpx.Client, tree: str) -> None:
    """A limit of zero gives no items and no token."""
    shown = dial.get(f"/v1/metadata/files/{tree}/", params={"limit": 0}).json()

    assert ([], False) == (shown["items"], "nextToken" in shown)


@pytest.mark.parametrize("limit", ["-1", "1001", "many"])
def test_limit_is_bounded(dial: httpx.Client, bucket: str, limit: str) -> None:
    """Limits beyond 0 to 1000 are refused in words."""
    response = dial.get(f"/v1/metadata/files/{bucket}/", params={"limit": limit})

    assert 400 == response.status_code
    assert response.text.startswith("Query parameter 'limit': ")


@pytest.mark.parametrize("token", ["?", "/w==", "_w=="])
def test_made_up_token_is_refused(dial: httpx.Client, tree: str, token: str) -> None:
    """A token that no page gave is refused."""
    response = dial.get(f"/v1/metadata/files/{tree}/", params={"token": token})

    assert (400, f"Invalid token provided: {token}") == (response.status_code, response.text)


def test_permissions_on_request(dial: httpx.Client, tree: str) -> None:
    """Every node tells what the caller may do, if asked."""
    shown = dial.get(f"/v1/metadata/files/{tree}/", params={"permissions": "true"}).json()
    item = dial.get(f"/v1/metadata/files/{tree}/b.txt", params={"permissions": "true"}).json()
    public = dial.get("/v1/metadata/files/public/", params={"permissions": "true"}).json()

    assert [["READ", "WRITE"]] * 6 == [
        node["permissions"] for node in (shown, item, *shown["items"])
    ]
    assert ["READ"] == public["permissions"]


@pytest.mark.parametrize("kind", ["files", "prompts", "conversations", "applications", "toolsets"])
def test_empty_root_exists(other: httpx.Client, kind: str) -> None:
    """The root of a bucket is there even when nothing is in it."""
    bucket = other.get("/v1/bucket").json()["bucket"]
    shown = other.get(f"/v1/metadata/{kind}/{bucket}/").json()

    assert (None, None, []) == (shown["name"], shown["parentPath"], shown["items"])


def test_vendor_type_on_request(dial: httpx.Client, bucket: str) -> None:
    """The vendor's media type is used where it is accepted."""
    kind = "application/vnd.dial.metadata+json"
    response = dial.get(f"/v1/metadata/files/{bucket}/", headers={"Accept": kind})

    assert kind == response.headers["content-type"]


def test_foreign_listing_is_403(other: httpx.Client, bucket: str) -> None:
    """Nobody lists somebody else's bucket."""
    assert 403 == other.get(f"/v1/metadata/files/{bucket}/").status_code
