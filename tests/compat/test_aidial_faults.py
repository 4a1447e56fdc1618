"""
Faults 1 to 8 of the sixteen of aidial-client 0.18 that the drop-in surface must not repeat.
"""

from __future__ import annotations

import gc
import io
import json
import threading
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from compat_shells import QUESTION, CompatShell
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

import polyvox.compat.aidial_client as aidial
from polyvox.emulator import Emulator

LIMITS = SimpleNamespace(max_connections=1, max_keepalive_connections=1)


def _sent(request: Any) -> Any:
    """The JSON body of a recorded *request*."""
    return json.loads(request.body)


def test_01_folders_are_listed(shell: CompatShell, client: Any, emulator: Emulator) -> None:
    """The slash at a folder's end stays, and a bucket's root needs none."""
    home = shell.home(client)
    shell.call(client.files.upload, home / "folder/a.txt", b"a")

    listed = shell.call(client.files.get_metadata, f"{home}/folder/")
    root = shell.call(client.files.get_metadata, home)
    whole = shell.call(client.files.list, home, recursive=True, limit=1)

    assert ["a.txt"] == [item.name for item in listed.items]
    assert emulator.requests[-1].path.endswith(f"{home}/")
    assert "folder/" in {item.url.rpartition(str(home))[2].lstrip("/") for item in root.items}
    assert f"{home}/folder/a.txt" in [item.url for item in whole]


@pytest.mark.parametrize("status", [403, 404, 412, 429, 500])
def test_02_streamed_downloads_fail_as_others(
    shell: CompatShell, served: Callable[..., Any], httpserver: HTTPServer, status: int
) -> None:
    """An error status of a streamed download is a DialException with the server's words."""
    httpserver.expect_request("/v1/files/b/a.txt").respond_with_data("said so", status=status)

    with pytest.raises(aidial.DialException) as caught:
        shell.within(served().files.stream_download("files/b/a.txt"), lambda response: response)

    assert status == caught.value.status_code
    assert "said so" == caught.value.message


class OwnFile:
    """A file-like object of a user's own."""

    def __init__(self, content: bytes) -> None:
        self._left = content

    def read(self, size: int = -1) -> bytes:
        """What is left, at once."""
        content, self._left = self._left, b""
        return content


def _path(folder: Path) -> Path:
    path = folder / "local.txt"
    path.write_bytes(b"text")
    return path


FORMS: dict[str, Callable[[Path], Any]] = {
    "bytes": lambda _: b"text",
    "bytearray": lambda _: bytearray(b"text"),
    "text": lambda _: "text",
    "path": _path,
    "memory": lambda _: io.BytesIO(b"text"),
    "own": lambda _: OwnFile(b"text"),
    "iterable": lambda _: iter([b"tex", b"t"]),
    "name-content": lambda _: ("n.txt", b"text"),
    "name-text": lambda _: ("n.txt", "text"),
    "name-content-type": lambda _: ("n.bin", b"text", "text/plain"),
    "name-text-type": lambda _: ("n.bin", "text", "text/plain"),
    "name-type-content": lambda _: ("n.bin", "text/plain", b"text"),
    "name-type-file": lambda _: ("n.bin", "text/plain", io.BytesIO(b"text")),
    "with-headers": lambda _: ("n.bin", "text", "text/plain", {"X-Own": "1"}),
}


@pytest.mark.parametrize("form", FORMS)
def test_03_every_form_of_upload(
    shell: CompatShell, client: Any, tmp_path: Path, form: str
) -> None:
    """Bytes, texts, paths, open files, iterables and tuples in both orders are stored alike."""
    url = shell.home(client) / "forms" / f"{form}.txt"

    stored = shell.call(client.files.upload, url, FORMS[form](tmp_path))

    response = shell.call(client.files.download, url)
    assert b"text" == shell.whole(response)
    assert "text/plain" == stored.content_type


@pytest.mark.parametrize("wrong", [(), ("n.txt",), ("n.txt", 7), 7, ("a", "b", "c", "d", "e")])
def test_03_what_is_no_file(
    shell: CompatShell, client: Any, emulator: Emulator, wrong: Any
) -> None:
    """What can be no file is refused before anything is sent."""
    with pytest.raises(aidial.InvalidRequestError):
        shell.call(client.files.upload, "files/b/a.txt", wrong)

    assert [] == emulator.requests


def test_03_an_open_file_twice(shell: CompatShell, client: Any, tmp_path: Path) -> None:
    """One open file may be uploaded twice in a row: it is sent from its start."""
    home = shell.home(client)
    with _path(tmp_path).open("rb") as file:
        for name in ("first.txt", "second.txt"):
            shell.call(client.files.upload, url=home / name, file=file)

    assert b"text" == shell.whole(shell.call(client.files.download, home / "second.txt"))


def test_04_errors_after_a_retry(
    shell: CompatShell, served: Callable[..., Any], httpserver: HTTPServer
) -> None:
    """An error after a retry is mapped like one at once."""
    path = "/v1/files/b/a.txt"
    httpserver.expect_ordered_request(path).respond_with_data(
        status=429, headers={"Retry-After": "0"}
    )
    httpserver.expect_ordered_request(path).respond_with_data("changed", status=412)

    with pytest.raises(aidial.EtagMismatchError) as caught:
        shell.call(served(max_retries=1).files.delete, "files/b/a.txt", etag_if_match="e")

    assert ("changed", 412) == (caught.value.message, caught.value.status_code)


def test_05_chats_keep_limits(
    shell: CompatShell, served: Callable[..., Any], httpserver: HTTPServer
) -> None:
    """A chat ends at its timeout, and is sent once when max_retries is 0."""
    over = threading.Event()

    def hang(request: Request) -> Response:
        """Answer when the test is over."""
        over.wait(20)
        return Response("{}")

    httpserver.expect_request("/openai/deployments/d/chat/completions").respond_with_handler(hang)
    client = served(timeout=0.1, max_retries=0)

    try:
        with pytest.raises(aidial.DialException) as caught:
            shell.call(client.chat.completions.create, deployment_name="d", messages=QUESTION)
    finally:
        over.set()

    assert ("Request timed out.", 500) == (caught.value.message, caught.value.status_code)
    assert len(httpserver.log) <= 1


@pytest.mark.parametrize("how", ["close", "with", "drop"])
def test_06_streams_left_early(shell: CompatShell, emulator: Emulator, how: str) -> None:
    """The only connection is free again after a stream was closed, left, or dropped."""
    client = shell.pool(connection_limits=LIMITS).create_client(
        base_url=emulator.dial_url, api_key="dial-key", timeout=5, max_retries=0
    )
    stream = shell.call(
        client.chat.completions.create, deployment_name="echo", messages=QUESTION, stream=True
    )

    shell.one(stream)
    if how == "close":
        shell.shut(stream)
    elif how == "with":
        shell.items(stream, limit=1)
    del stream
    gc.collect()

    assert shell.call(client.my_bucket)


def test_06_closed_streams_end(shell: CompatShell, client: Any) -> None:
    """A stream that was closed gives nothing more, and shows the headers of its answer."""
    stream = shell.call(
        client.chat.completions.create, deployment_name="echo", messages=QUESTION, stream=True
    )
    shell.shut(stream)

    assert [] == shell.each(stream)
    assert "text/event-stream" in stream.headers["Content-Type"]


def test_07_model_stays_out_of_the_url(shell: CompatShell, client: Any, emulator: Emulator) -> None:
    """The deployment alone makes the URL; the model goes into the body."""
    create = client.chat.completions.create
    shell.call(create, deployment_name="echo", model="other", messages=QUESTION)
    shell.call(create, deployment_name="echo", messages=QUESTION)

    paths = {request.path for request in emulator.requests}
    assert {"/dial/openai/deployments/echo/chat/completions"} == paths
    assert ["other", "echo"] == [_sent(one)["model"] for one in emulator.requests]
    assert [False, False] == [_sent(one)["stream"] for one in emulator.requests]


def test_08_extras_are_sent(shell: CompatShell, client: Any, emulator: Emulator) -> None:
    """extra_params, extra_headers and extra_body all reach the server."""
    shell.call(
        client.chat.completions.create,
        deployment_name="echo",
        messages=QUESTION,
        api_version="2024-10-21",
        extra_params={"trace": "1"},
        extra_headers={"X-Own": "2", "Api-Key": "per-request-key"},
        extra_body={"own": 3},
    )

    (request,) = emulator.requests
    assert {"trace=1", "api-version=2024-10-21"} == set(request.query.split("&"))
    assert ("2", "per-request-key") == (request.headers["x-own"], request.headers["api-key"])
    assert 3 == _sent(request)["own"]
