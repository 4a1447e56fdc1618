"""
Faults 9 to 16 of the sixteen of aidial-client 0.18 that the drop-in surface must not repeat.
"""

from __future__ import annotations

import asyncio
import copy
import pickle
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from compat_shells import QUESTION, CompatShell
from pytest_httpserver import HTTPServer

import polyvox.compat.aidial_client as aidial
from polyvox.emulator import Emulator


def _script(*items: Any) -> dict[str, Any]:
    return {"configuration": {"script": list(items)}}


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
    pool = shell.pool()
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
