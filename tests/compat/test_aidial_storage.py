"""Files, prompts and metadata of the drop-in surface."""

from __future__ import annotations

import asyncio
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from compat_shells import CompatShell
from pytest_httpserver import HTTPServer

import polyvox.compat.aidial_client as aidial
from polyvox.compat.aidial_client.types.metadata import (
    ConversationMetadata,
    FileItem,
    FileMetadata,
    PromptItem,
    PromptMetadata,
)
from polyvox.compat.aidial_client.types.prompt import Prompt
from polyvox.emulator import Emulator

REFUSED = {
    "/files/b/x": "Root-relative URL is forbidden: ",
    "v1/files/b/x": "API prefix as relative part is not allowed: ",
    "v2/files/b/x": "API prefix as relative part is not allowed: ",
    "files/b/../x": '"." and ".." are not allowed in url, got: ',
    "files/b/./x": '"." and ".." are not allowed in url, got: ',
    "files/b/%2e%2e/x": '"." and ".." are not allowed in url, got: ',
    "files/b/a//c": "Empty path segment in url, ",
    "files/b/a%2fb": "An encoded path separator is not allowed in url, ",
    "files/x.txt": "Missing bucket path in URL: ",
    "files": "Missing bucket in URL",
    "nope/b/x": "Invalid resource type: ",
    "prompts/b/x": "Invalid resource type for URL: ",
    "files/b/folder/": "URL points to a directory, not a file",
}


@pytest.mark.parametrize("url", REFUSED)
def test_refused_urls(shell: CompatShell, client: Any, emulator: Emulator, url: str) -> None:
    """Malformed URLs are refused before anything is sent, in the words of aidial-client."""
    for verb in (client.files.download, client.files.delete):
        with pytest.raises(aidial.InvalidDialURLException) as caught:
            shell.call(verb, url)

        assert caught.value.message.startswith(REFUSED[url])
        assert (400, "invalid_request_error") == (caught.value.status_code, caught.value.type)
    assert [] == emulator.requests


def test_foreign_urls(shell: CompatShell, client: Any, emulator: Emulator) -> None:
    """URLs of other servers and other APIs are refused."""
    with pytest.raises(aidial.NotDialURLError, match="Provided URL is not DIAL URL: "):
        shell.call(client.files.download, "http://other.invalid/v1/files/b/x")
    with pytest.raises(aidial.InvalidDialURLError, match=r"Provided URL path .* does not match"):
        shell.call(client.files.download, f"{client.base_url}v2/files/b/x")
    assert [] == emulator.requests


def test_accepted_urls(shell: CompatShell, client: Any) -> None:
    """Paths, relative and absolute URLs, encoded or not, in either scheme, lead to one file."""
    home = shell.home(client)
    shell.call(client.files.upload, home / "a b#1?.txt", b"text")
    relative = f"{home}/a%20b%231%3F.txt"
    absolute = f"{client.api_url}{relative}"

    for url in (
        home / "a b#1?.txt",
        f"{home}/a b#1?.txt",
        relative,
        absolute,
        f"{absolute}?version=1",
        absolute.replace("http://", "https://"),
    ):
        response = shell.call(client.files.download, url)
        assert (b"text", "a b#1?.txt") == (shell.whole(response), response.filename)


def test_upload_and_conditions(shell: CompatShell, client: Any) -> None:
    """ETags guard uploads, downloads and deletes."""
    url = shell.home(client) / "guarded.txt"
    stored = shell.call(client.files.upload, url, b"one")
    files = client.files

    assert isinstance(stored, FileItem)
    for guarded in (
        lambda: shell.call(files.upload, url, b"x", etag_if_match="other"),
        lambda: shell.call(files.upload, url, b"x", etag_if_none_match="*"),
        lambda: shell.call(files.download, url, etag_if_match="other"),
        lambda: shell.call(files.delete, url, etag_if_match="other"),
    ):
        with pytest.raises(aidial.EtagMismatchError) as caught:
            guarded()
        assert 412 == caught.value.status_code
    again = shell.call(files.upload, url, b"two", etag_if_match=stored.etag)
    assert None is shell.call(files.delete, url, etag_if_match=again.etag)
    with pytest.raises(aidial.ResourceNotFoundError):
        shell.call(files.download, url)


def test_etags_of_headers(shell: CompatShell, httpserver: HTTPServer) -> None:
    """An ETag that only the headers have is found in the result, without quotes."""
    httpserver.expect_request("/v1/files/b/a.txt", method="PUT").respond_with_json(
        {"name": "a.txt"}, headers={"ETag": '"e"'}
    )
    client = shell.client_of(httpserver.url_for("/"), api_key="k")

    stored = shell.call(client.files.upload, "files/b/a.txt", b"text")

    assert ("a.txt", "e") == (stored.name, stored.etag)


def test_download(shell: CompatShell, client: Any, tmp_path: Path) -> None:
    """A download can be iterated, read and written again and again."""
    url = shell.home(client) / "folder" / "down.txt"
    shell.call(client.files.upload, url, ("x.bin", b"text", "text/plain"))

    response = shell.call(client.files.download, url)

    assert [b"text"] == list(response) == shell.each(response)
    assert b"text" == shell.whole(response) == response.get_content()
    for _ in range(2):
        shell.saved(response, tmp_path / "saved.txt")
    assert b"text" == (tmp_path / "saved.txt").read_bytes()
    assert ("down.txt", "text/plain") == (response.filename, response.content_type)
    assert "4" == response.headers["Content-Length"] == response.headers["content-length"]
    assert "content-length" in list(response.headers)
    assert len(response.headers) == len(list(response.headers))
    assert "content-length" in repr(response.headers)


def test_large_downloads(
    shell: CompatShell, client: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A download that is too large for the memory waits on disk, and reads the same."""
    monkeypatch.setattr("polyvox.compat.aidial_client.content._IN_MEMORY_BYTES", 1000)
    content = bytes(range(256)) * 4000
    url = shell.home(client) / "large.bin"
    shell.call(client.files.upload, url, content)

    response = shell.call(client.files.download, url)

    shell.saved(response, str(tmp_path / "large.bin"))
    assert content == (tmp_path / "large.bin").read_bytes()
    assert content == b"".join(shell.each(response)) == b"".join(response)
    assert content == shell.whole(response)


def test_writing_fails(shell: CompatShell, client: Any, tmp_path: Path) -> None:
    """A folder that does not exist is the OSError that it always was."""
    url = shell.home(client) / "w.txt"
    shell.call(client.files.upload, url, b"text")
    response = shell.call(client.files.download, url)

    with pytest.raises(FileNotFoundError):
        shell.saved(response, tmp_path / "missing" / "w.txt")
    with pytest.raises(aidial.InvalidRequestError):
        shell.saved(response, tmp_path)
    assert [] == list(tmp_path.iterdir())


def test_damaged_downloads(shell: CompatShell, httpserver: HTTPServer, tmp_path: Path) -> None:
    """A file whose checksum is wrong is not written."""
    httpserver.expect_request("/v1/files/b/a.txt").respond_with_data(
        b"text", headers={"ETag": "0" * 32}
    )
    client = shell.client_of(httpserver.url_for("/"), api_key="k")

    response = shell.call(client.files.download, "files/b/a.txt")

    with pytest.raises(aidial.DialException, match="MD5"):
        shell.saved(response, tmp_path / "a.txt")
    assert [] == list(tmp_path.iterdir())


def test_stream_download(shell: CompatShell, client: Any, tmp_path: Path) -> None:
    """A streamed download is iterated, read or written inside its with block."""
    url = shell.home(client) / "streamed.txt"
    shell.call(client.files.upload, url, b"text")

    def opened() -> Any:
        """Start another download."""
        return client.files.stream_download(url)

    async def aiterated(response: Any) -> list[bytes]:
        """Iterate."""
        return [piece async for piece in response]

    async def asaved(response: Any) -> None:
        """Write."""
        await response.awrite_to(tmp_path / "s.txt")

    if shell.is_async:
        uses: Any = (aiterated, lambda response: response.aget_content(), asaved)
    else:
        uses = (
            list,
            lambda response: response.get_content(),
            lambda response: response.write_to(tmp_path / "s.txt"),
        )
    assert [b"text"] == shell.within(opened(), uses[0])
    assert b"text" == shell.within(opened(), uses[1])
    shell.within(opened(), uses[2])
    assert b"text" == (tmp_path / "s.txt").read_bytes()


def test_stream_download_refuses(shell: CompatShell, client: Any, emulator: Emulator) -> None:
    """A folder is refused when the block begins, and nothing is sent."""
    with pytest.raises(aidial.InvalidDialURLError):
        shell.within(client.files.stream_download("files/b/folder/"), lambda response: response)

    assert [] == emulator.requests


def test_streams_in_the_wrong_manner(emulator: Emulator, tmp_path: Path) -> None:
    """A streamed download of one client is not read in the manner of the other."""
    common: dict[str, Any] = {"base_url": emulator.dial_url, "api_key": "dial-key"}

    async def wrongly() -> None:
        """Read an asyncio download with blocking calls, and the other way round."""
        async with aidial.AsyncDial(**common) as aclient:
            url = await aclient.my_files_home() / "manner.txt"
            await aclient.files.upload(url, b"text")
            async with aclient.files.stream_download(url) as response:
                for use in (list, lambda r: r.get_content(), lambda r: r.write_to(tmp_path / "a")):
                    with pytest.raises(aidial.InvalidRequestError, match="Dial"):
                        use(response)
        with aidial.Dial(**common) as client, client.files.stream_download(url) as response:
            with pytest.raises(aidial.InvalidRequestError, match="AsyncDial"):
                await response.aget_content()
            with pytest.raises(aidial.InvalidRequestError, match="AsyncDial"):
                await response.awrite_to(tmp_path / "a")

    asyncio.run(wrongly())


@pytest.mark.parametrize("verb", ["move_to", "copy_to"])
def test_move_and_copy(shell: CompatShell, client: Any, emulator: Emulator, verb: str) -> None:
    """Files are moved and copied within the storage; other kinds are refused unsent."""
    home = shell.home(client)
    source, target = home / "from here.txt", f"{client.api_url}{home}/{verb}.txt"
    shell.call(client.files.upload, source, b"text")

    assert None is shell.call(getattr(client.files, verb), source, target, overwrite=True)

    assert b"text" == shell.whole(shell.call(client.files.download, target))
    emulator.forget_requests()
    with pytest.raises(aidial.InvalidDialURLError):
        shell.call(getattr(client.files, verb), source, "prompts/b/x")
    assert [] == emulator.requests


def test_metadata(shell: CompatShell, client: Any) -> None:
    """Metadata is found by calling `files.metadata`, by `get_metadata` and by `metadata.get`."""
    url = shell.home(client) / "meta" / "my-file.txt"
    stored = shell.call(client.files.upload, url, b"some text")

    found = [
        shell.call(client.files.metadata, url=url),
        shell.call(client.files.get_metadata, url),
        shell.call(client.files.metadata.get, "files", str(url)),
        shell.call(client.metadata.get, "files", str(url)),
    ]

    for one in found:
        assert isinstance(one, FileMetadata)
        assert ("my-file.txt", "meta", "ITEM", 9) == (
            one.name,
            one.parent_path,
            one.node_type,
            one.content_length,
        )
        assert (stored.created_at, stored.updated_at) == (one.created_at, one.updated_at)
        assert (stored.created_at, stored.updated_at) == (one.createdAt, one.updatedAt)
        assert stored.etag == one.etag


def test_pages(shell: CompatShell, client: Any) -> None:
    """Limit and token lead from page to page; `list` follows them by itself."""
    folder = shell.home(client) / "pages"
    for name in "abc":
        shell.call(client.files.upload, folder / f"{name}.txt", b"text")

    first = shell.call(client.files.get_metadata, f"{folder}/", limit=2)
    second = shell.call(client.files.get_metadata, f"{folder}/", limit=2, token=first.next_token)
    names = [item.name for item in (*first.items, *second.items)]

    assert ["a.txt", "b.txt", "c.txt"] == names
    assert None is second.next_token
    assert names == [one.name for one in shell.call(client.files.list, folder, limit=2)]
    shown = shell.call(client.files.list, f"{folder}/", permissions=True)
    assert "READ" in shown[0].permissions


def test_unknown_metadata(shell: CompatShell, client: Any) -> None:
    """There is metadata of three kinds of resources."""
    with pytest.raises(aidial.InvalidRequestError, match="files, conversations, prompts"):
        shell.call(client.metadata.get, "skills", "skills/b/")


def test_prompts(shell: CompatShell, client: Any, emulator: Emulator) -> None:
    """Prompts are saved, read, described and removed, with their unknown members."""
    url = shell.call(client.my_prompts_home) / "folder" / "greeting"
    prompt = Prompt(id=str(url), name="greeting", folderId="folder", content="Hi", own=[1])

    saved = shell.call(client.prompts.save, url, prompt, etag_if_none_match="*")
    described = shell.call(client.prompts.get_metadata, url)

    assert (PromptItem, PromptMetadata) == (type(saved), type(described))
    assert prompt == shell.call(client.prompts.get, url)
    assert saved.etag
    with pytest.raises(aidial.EtagMismatchError):
        shell.call(client.prompts.save, url, prompt, etag_if_match="other")
    shell.call(client.prompts.save, url, prompt.model_dump(), etag_if_match=saved.etag)
    shell.call(client.prompts.delete, url)
    with pytest.raises(aidial.ResourceNotFoundError):
        shell.call(client.prompts.get, url)
    with pytest.raises(aidial.InvalidDialURLError):
        shell.call(client.prompts.get, "files/b/x")


def test_conversations(shell: CompatShell, client: Any) -> None:
    """Metadata of conversations is found by its relative URL."""
    home = shell.call(client.my_conversations_home)

    found = shell.call(client.metadata.get, "conversations", f"{home}/")

    assert isinstance(found, ConversationMetadata)
    assert [] == found.items
    assert shell.call(client.prompts.metadata.get, "conversations", PurePosixPath(home)) == found
