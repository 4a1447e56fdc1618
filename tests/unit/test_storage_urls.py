"""Storage URLs of AI DIAL: what they mean, and whether they may be followed at all."""

from __future__ import annotations

from contextlib import suppress
from pathlib import PurePosixPath
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from polyvox.backends.dial.urls import KINDS, StorageUrl, parse_storage_url
from polyvox_core.errors import ForeignOriginError, UrlError
from polyvox_core.settings import Settings

SETTINGS = Settings(backend="dial", label="AI DIAL", base_url="https://dial.example/core")
ROOT = "https://dial.example/core/v1/"


def parsed(value: Any, **needed: Any) -> StorageUrl:
    """The place that *value* names for a client of https://dial.example/core."""
    return parse_storage_url(value, SETTINGS, **needed)


@pytest.mark.parametrize(
    ("relative", "expected"),
    [
        ("files/B1/a.txt", StorageUrl("files", "B1", "a.txt")),
        ("files/B1/docs/a%20b.txt", StorageUrl("files", "B1", "docs/a b.txt")),
        ("files/B1/docs/a b.txt", StorageUrl("files", "B1", "docs/a b.txt")),
        ("files/B1/docs/", StorageUrl("files", "B1", "docs/")),
        ("files/B1/", StorageUrl("files", "B1", "")),
        ("files/B%201/a", StorageUrl("files", "B 1", "a")),
        ("files/B1/v1/a", StorageUrl("files", "B1", "v1/a")),
        ("files/B1/%C3%BC/%25", StorageUrl("files", "B1", "\u00fc/%")),
        ("prompts/B1/a__1.0", StorageUrl("prompts", "B1", "a__1.0")),
        ("conversations/B1/a", StorageUrl("conversations", "B1", "a")),
        ("applications/public/a/b", StorageUrl("applications", "public", "a/b")),
        ("toolsets/B1/a", StorageUrl("toolsets", "B1", "a")),
    ],
)
def test_meaning(relative: str, expected: StorageUrl) -> None:
    """Relative and absolute, encoded and plain: the same place."""
    assert expected == parsed(relative)
    assert expected == parsed(f"{ROOT}{relative}")
    assert expected == parsed(f"HTTPS://DIAL.example:443/core/v1/{relative}")
    assert expected == parsed(str(expected))


def test_path_objects() -> None:
    """A path object is read with plain slashes."""
    assert StorageUrl("files", "B1", "a/b.txt") == parsed(PurePosixPath("files/B1/a/b.txt"))


@pytest.mark.parametrize(
    ("url", "text", "name", "is_folder"),
    [
        (StorageUrl("files", "B1", ""), "files/B1/", "", True),
        (StorageUrl("files", "B1", "a b/"), "files/B1/a%20b/", "", True),
        (StorageUrl("files", "B 1", "a/b?.txt"), "files/B%201/a/b%3F.txt", "b?.txt", False),
        (StorageUrl("prompts", "B1", "a"), "prompts/B1/a", "a", False),
    ],
)
def test_parts(url: StorageUrl, text: str, name: str, is_folder: bool) -> None:
    """A place prints as the server takes it, and knows its name and whether it is a folder."""
    assert (text, name, is_folder) == (str(url), url.name, url.is_folder)


@pytest.mark.parametrize(
    ("url", "message"),
    [
        (StorageUrl("files", "..", "a"), "The bucket '..' has '.' or '..' for a part."),
        (StorageUrl("files", "B1", "../a"), "The path '../a' has '.' or '..' for a part."),
    ],
)
def test_unsafe_parts_do_not_print(url: StorageUrl, message: str) -> None:
    """A place made by hand is checked before it becomes a URL."""
    with pytest.raises(UrlError) as caught:
        str(url)

    assert f"{message} Write the path out." == str(caught.value)


FAULTS = {
    "http://dial.example/core/v1/files/B1/a": (
        "Provided URL is not DIAL URL: {!r}. It leads to another server. "
        "This client talks to https://dial.example only."
    ),
    "https://dial.example/v1/files/B1/a": (
        "Provided URL path '/v1/files/B1/a' does not match with DIAL API URL '/core/v1/'. "
        "Absolute URLs begin with https://dial.example/core/v1/."
    ),
    "//dial.example/core/v1/files/B1/a": (
        "The URL {!r} does not begin with http:// or https://. Pass an absolute URL."
    ),
    "/files/B1/a": "Root-relative URL is forbidden: {!r}. Leave the first slash out.",
    "/core/v1/files/B1/a": "Root-relative URL is forbidden: {!r}. Leave the first slash out.",
    f"{ROOT}/files/B1/a": "Root-relative URL is forbidden: {!r}. Leave the first slash out.",
    "v1/files/B1/a": "API prefix as relative part is not allowed: {!r}. Leave the prefix out.",
    "v2/files/B1/a": "API prefix as relative part is not allowed: {!r}. Leave the prefix out.",
    f"{ROOT}v1/files/B1/a": (
        "API prefix as relative part is not allowed: {!r}. Leave the prefix out."
    ),
    "skills/B1/a": f"Invalid resource type: {{!r}}. Use one of {', '.join(KINDS)}.",
    "": f"Invalid resource type: {{!r}}. Use one of {', '.join(KINDS)}.",
    "files": "Missing bucket in URL: {!r}. Use files/<bucket>/<path>.",
    "prompts/": "Missing bucket in URL: {!r}. Use prompts/<bucket>/<path>.",
    "files//a": "Missing bucket in URL: {!r}. Use files/<bucket>/<path>.",
    "files/B1": "Missing bucket path in URL: {!r}. Use files/<bucket>/<path>.",
    "files/B1/%ff": (
        "Percent-encoding is not UTF-8: {!r}. Encode the UTF-8 bytes of each character."
    ),
    "files/%ff/a": (
        "Percent-encoding is not UTF-8: {!r}. Encode the UTF-8 bytes of each character."
    ),
    "files/B1//a": "The url '/a' begins with a slash. Pass it without.",
    "files/B1/a%2fb": (
        "The url 'a%2fb' holds a backslash or an encoded separator. "
        "Separate parts by plain slashes."
    ),
    "files/B1/..": "The url '..' has '.' or '..' for a part. Write the path out.",
    "files/%2e%2e/a": "The url '%2e%2e' has '.' or '..' for a part. Write the path out.",
}


@pytest.mark.parametrize("value", FAULTS)
def test_refused(value: str) -> None:
    """What is no place of this server is refused with advice."""
    with pytest.raises(UrlError) as caught:
        parsed(value)

    assert FAULTS[value].format(value) == str(caught.value)


@pytest.mark.parametrize(
    "value", ["http://dial.example/core/v1/files/B1/a", "https://other.example/core/v1/files/B1/a"]
)
def test_other_servers_have_an_error_of_their_own(value: str) -> None:
    """Another origin is told apart from a malformed URL."""
    with pytest.raises(ForeignOriginError):
        parsed(value)


def test_the_one_kind_that_will_do() -> None:
    """Where one kind is needed, another is refused."""
    assert "prompts" == parsed("prompts/B1/a", kind="prompts").kind
    with pytest.raises(UrlError) as caught:
        parsed("prompts/B1/a", kind="files")

    assert (
        "Invalid resource type for URL: 'prompts/B1/a'. Expected: files, got: prompts. "
        "Pass a URL that begins with files/."
    ) == str(caught.value)


@pytest.mark.parametrize("value", ["files/B1/", "files/B1/docs/"])
def test_a_file_is_needed(value: str) -> None:
    """A folder will not do for a file."""
    assert parsed(value, folder=True).is_folder
    with pytest.raises(UrlError) as caught:
        parsed(value, folder=False)

    assert (
        f"URL points to a directory, not a file: {value!r}. "
        "Name a file in it, without a slash at the end."
    ) == str(caught.value)


def test_a_folder_is_needed() -> None:
    """A file will not do for a folder."""
    assert not parsed("files/B1/a", folder=False).is_folder
    with pytest.raises(UrlError) as caught:
        parsed("files/B1/a", folder=True)

    assert (
        "URL points to a file, not a directory: 'files/B1/a'. End the URL of a folder with a slash."
    ) == str(caught.value)


PARTS = st.sampled_from(
    ["files", "B1", "a", "/", "//", "..", ".", "%2e", "%2f", "%", "?", "#", "v1"]
)
TEXTS = st.text() | st.lists(PARTS | st.text(max_size=1), max_size=9).map("".join)


@hypothesis_settings(deadline=None)
@given(TEXTS | TEXTS.map(lambda text: f"files/B1/{text}"))
def test_any_text_is_a_safe_place_or_refused(value: str) -> None:
    """What is accepted prints as itself, without any way up; the rest raises `UrlError`."""
    with suppress(UrlError):
        url = parsed(value)

        assert url == parsed(str(url))
        assert not {".", ".."} & set(str(url).split("/"))
