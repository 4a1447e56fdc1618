"""
The sixteen faults of aidial-client 0.18 that the drop-in surface must not repeat, by number.
"""

from __future__ import annotations

import asyncio
import copy
import gc
import io
import json
import pickle
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from conftest import CompatShell
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

import polyvox.compat.aidial_client as aidial
from polyvox.emulator import Emulator

QUESTION = [{"role": "user", "content": "Hi there"}]
LIMITS = SimpleNamespace(max_connections=1, max_keepalive_connections=1)


@pytest.fixture
def served(shell: CompatShell, httpserver: HTTPServer) -> Callable[..., Any]:
    """Make clients of the shell under test over the scripted server."""

    def make(**arguments: Any) -> Any:
        """Give a client without retries, unless *arguments* say otherwise."""
        kind = aidial.AsyncDial if shell.is_async else aidial.Dial
        defaults = {"base_url": httpserver.url_for("/"), "api_key": "k", "max_retries": 0}
        client = kind(**{**defaults, **arguments})
        shell._clients.append(client)
        return client

    return make


def _script(*items: Any) -> dict[str, Any]:
    return {"configuration": {"script": list(items)}}


def _sent(request: Any) -> Any:
    """The JSON body of a recorded *request*."""
    return json.loads(request.body)


def _chunks(shell: CompatShell, client: Any, *items: Any) -> list[Any]:
    """All chunks of a stream that plays *items*."""
    stream = shell.call(
        client.chat.completions.create,
        deployment_name="scripted",
        messages=QUESTION,
        stream=True,
        custom_fields=_script(*items),
    )
    return shell.each(stream)


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
    "iterable": lambda _: iter([b"te", b"xt"]),
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


def _pool(shell: CompatShell) -> Any:
    pools = (aidial.DialClientPool, aidial.AsyncDialClientPool)
    pool = pools[shell.is_async](connection_limits=LIMITS)
    shell._clients.append(pool)
    return pool


@pytest.mark.parametrize("how", ["close", "with", "drop"])
def test_06_streams_left_early(shell: CompatShell, emulator: Emulator, how: str) -> None:
    """The only connection is free again after a stream was closed, left, or dropped."""
    client = _pool(shell).create_client(
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


ODD = (
    {"choices": None},
    {"id": "only"},
    {"choices": [{"index": 0, "delta": None}]},
    {"choices": [{"delta": {"custom_content": {"attachments": [{"title": "no data"}]}}}]},
    {"choices": [{"delta": {"custom_content": {"stages": [{"index": 0, "status": "new"}]}}}]},
    {"choices": [{"delta": {"custom_content": {"attachments": "text"}}}]},
    {"choices": ["text"]},
    {"choices": "text"},
    {"usage": {"prompt_tokens": None}, "choices": []},
    {"choices": [{"delta": {"tool_calls": [{"index": None, "function": "f"}]}}]},
)


def test_09_odd_chunks(shell: CompatShell, client: Any) -> None:
    """Chunks of any shape are given as they are."""
    chunks = _chunks(shell, client, *({"chunk": chunk} for chunk in ODD), "text")

    assert len(chunks) > len(ODD)
    assert all(isinstance(chunk.choices, (list, str)) for chunk in chunks)
    assert "no data" in repr(chunks)


def test_09_values_that_are_no_chunks(shell: CompatShell, client: Any) -> None:
    """An event that is JSON but no object is an empty chunk."""
    chunks = _chunks(shell, client, {"raw": "data: 7\n\ndata: [1]\n\n"}, "text")

    assert any(chunk.choices == [] for chunk in chunks)


def test_09_an_error_that_looks_like_success(
    shell: CompatShell, served: Callable[..., Any], httpserver: HTTPServer
) -> None:
    """A 200 with an error object is a DialException with its facts."""
    httpserver.expect_request("/openai/deployments/d/chat/completions").respond_with_json(
        {"error": {"message": "no", "type": "t", "code": "429"}}
    )

    with pytest.raises(aidial.DialException) as caught:
        shell.call(served().chat.completions.create, deployment_name="d", messages=QUESTION)

    assert ("no", 429, "t") == (caught.value.message, caught.value.status_code, caught.value.type)


def test_10_errors_in_streams(shell: CompatShell, client: Any) -> None:
    """An error in a stream has the status of its code, and the server's words alone."""
    error = {"message": "Slow down", "type": "limit", "code": "429", "display_message": "Busy"}

    with pytest.raises(aidial.DialException) as caught:
        _chunks(shell, client, "text", {"error": error})

    found = caught.value
    assert ("Slow down", 429, "429") == (found.message, found.status_code, found.code)
    assert ("limit", "Busy") == (found.type, found.display_message)


def test_10_chat_messages_are_pure(shell: CompatShell, client: Any) -> None:
    """The message of a failed chat is the server's, without a prefix."""
    with pytest.raises(aidial.DialException) as caught:
        shell.call(client.chat.completions.create, deployment_name="nope", messages=QUESTION)

    assert ("Deployment not found", 404) == (caught.value.message, caught.value.status_code)
    assert "Deployment not found" in str(caught.value.__cause__)


@pytest.mark.parametrize(
    "name", ["stages", "toolsets/public/search", "applications/public/assistant"]
)
def test_11_deployments_of_any_kind(shell: CompatShell, client: Any, name: str) -> None:
    """One deployment may be an application or a toolset; its own fields are attributes."""
    found = shell.call(client.deployments.get, name)

    kind = "toolset" if name.startswith("toolsets") else "application"
    assert (name, name) == (found.id, getattr(found, kind))
    assert found.model is None


def test_11_listings_with_gaps(
    shell: CompatShell, served: Callable[..., Any], httpserver: HTTPServer
) -> None:
    """A listing bears items that lack fields."""
    httpserver.expect_request("/openai/deployments").respond_with_json(
        {"data": [{"id": "a"}, {"id": "b", "object": "own", "features": {"rate": True}}]}
    )

    first, second = shell.call(served().deployments.list)

    assert ("a", None, {}) == (first.id, first.created_at, first.defaults)
    assert second.features.rate
    assert second.features["rate"]


def test_12_no_configuration(shell: CompatShell, client: Any) -> None:
    """A deployment without a configuration has an empty schema."""
    assert {} == shell.call(client.deployments.get_configuration_schema, "echo")


def test_12_missing_metadata(shell: CompatShell, client: Any) -> None:
    """Metadata of what is not there is a ResourceNotFoundError."""
    with pytest.raises(aidial.ResourceNotFoundError):
        shell.call(client.files.get_metadata, shell.home(client) / "missing.txt")


@pytest.mark.parametrize(
    "copied", [copy.copy, copy.deepcopy, lambda e: pickle.loads(pickle.dumps(e))]
)
@pytest.mark.parametrize(
    "kind",
    [
        aidial.DialException,
        aidial.InvalidRequestError,
        aidial.InvalidDialURLError,
        aidial.NotDialURLError,
        aidial.ParsingDataError,
        aidial.EtagMismatchError,
        aidial.ResourceNotFoundError,
    ],
)
def test_13_exceptions_are_copied(kind: type[aidial.DialException], copied: Any) -> None:
    """Exceptions survive pickling and copying, with all facts and their args."""
    error = kind("said", code="7", param="p")

    other = copied(error)

    assert (kind, repr(error)) == (type(other), repr(other))
    assert ("said",) == other.args


def test_14_clients_of_a_pool(shell: CompatShell, emulator: Emulator) -> None:
    """Closing a client leaves its pool open; api_version is taken."""
    pool = _pool(shell)
    common: dict[str, Any] = {"base_url": emulator.dial_url, "api_key": "dial-key"}
    first = pool.create_client(**common, api_version="2024-10-21")
    second = pool.create_client(**common)

    shell.shut(first)

    assert shell.call(second.my_bucket)
    assert "2024-10-21" == first.api_version


@pytest.mark.parametrize(("status", "sent"), [(409, 1), (400, 1), (503, 3), (502, 3), (429, 3)])
def test_15_what_is_tried_again(
    shell: CompatShell,
    served: Callable[..., Any],
    httpserver: HTTPServer,
    status: int,
    sent: int,
) -> None:
    """Conflicts are final, overload is not, and Retry-After is waited for."""
    httpserver.expect_request("/v1/bucket").respond_with_data(
        status=status, headers={"Retry-After": "7"}
    )
    client = served(max_retries=2)
    waits: list[float] = []

    async def asleep(seconds: float) -> None:
        """Note a wait."""
        waits.append(seconds)

    client._session.client.runner.sleep = asleep if shell.is_async else waits.append

    with pytest.raises(aidial.DialException) as caught:
        shell.call(client.my_bucket)

    assert status == caught.value.status_code
    assert sent == len(httpserver.log)
    assert [7.0] * (sent - 1) == waits


def test_16_the_bucket_is_asked_for_once(emulator: Emulator) -> None:
    """Many threads or tasks that need the bucket at once make one request."""
    common: dict[str, Any] = {"base_url": emulator.dial_url, "api_key": "dial-key"}
    with aidial.Dial(**common) as client, ThreadPoolExecutor(8) as threads:
        found = set(threads.map(lambda _: client.my_bucket(), range(16)))

    async def ask() -> set[str]:
        """Ask in many tasks at once."""
        async with aidial.AsyncDial(**common) as aclient:
            return set(await asyncio.gather(*(aclient.my_bucket() for _ in range(16))))

    assert asyncio.run(ask()) == found
    assert 2 == len([one for one in emulator.requests if one.path.endswith("/v1/bucket")])
