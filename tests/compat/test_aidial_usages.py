"""
The usages of aidial-client's documents in our own words, for where the documents are not at hand.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from polyvox.compat.aidial_client import (
    AsyncDial,
    AsyncDialClientPool,
    Dial,
    DialClientPool,
    InvalidDialURLException,
)
from polyvox.compat.aidial_client.types.metadata import FileMetadata
from polyvox.emulator import Emulator

SUM: Any = [{"role": "system", "content": "Add."}, {"role": "user", "content": "2 and 3"}]


def _credential() -> str:
    return "dial-key"


async def _awaited() -> str:
    return "dial-key"


@pytest.mark.parametrize("name", ["api_key", "bearer_token"])
@pytest.mark.parametrize("value", ["dial-key", _credential])
def test_credentials(emulator: Emulator, name: str, value: Any) -> None:
    """Keys and tokens are texts or functions, for both clients; both are the same caller."""
    given: dict[str, Any] = {name: value}

    async def own_bucket() -> str:
        """Ask with the other client."""
        async with AsyncDial(base_url=emulator.dial_url, **given) as client:
            return await client.my_bucket()

    with Dial(base_url=emulator.dial_url, **given) as client:
        assert asyncio.run(own_bucket()) == client.my_bucket()


@pytest.mark.parametrize("name", ["api_key", "bearer_token"])
def test_awaited_credentials(emulator: Emulator, name: str) -> None:
    """Async clients await what coroutine functions give."""
    given: dict[str, Any] = {name: _awaited}

    async def listed() -> int:
        """Count the deployments."""
        async with AsyncDial(base_url=emulator.dial_url, **given) as client:
            return len(await client.deployments.list())

    assert asyncio.run(listed())


def test_chat(emulator: Emulator) -> None:
    """A blocking chat answers as a whole or in chunks that add up to it."""
    with Dial(api_key="dial-key", base_url=emulator.dial_url) as client:
        whole = client.chat.completions.create(
            deployment_name="echo", stream=False, messages=SUM, api_version="2024-02-15-preview"
        )
        text, usage = "", None
        for chunk in client.chat.completions.create(
            deployment_name="echo", stream=True, messages=SUM, api_version="2024-02-15-preview"
        ):
            text += chunk.choices[0].delta.content or ""
            usage = chunk.usage or usage

    assert "2 and 3" == whole.choices[0].message.content == text
    assert whole.usage == usage
    assert "api-version=2024-02-15-preview" == emulator.requests[-1].query


def test_async_chat(emulator: Emulator) -> None:
    """The same with asyncio: `await` gives the answer, or what `async for` takes."""

    async def chat() -> tuple[str | None, str]:
        """Ask twice."""
        async with AsyncDial(
            api_key="dial-key", base_url=emulator.dial_url, api_version="2024-10-21"
        ) as client:
            whole = await client.chat.completions.create(deployment_name="echo", messages=SUM)
            stream = await client.chat.completions.create(
                deployment_name="echo", messages=SUM, stream=True
            )
            pieces = [chunk.choices[0].delta.content or "" async for chunk in stream]
            return whole.choices[0].message.content, "".join(pieces)

    assert ("2 and 3", "2 and 3") == asyncio.run(chat())
    assert "api-version=2024-10-21" == emulator.requests[-1].query


def test_a_conversation(emulator: Emulator) -> None:
    """An answer can be sent back as it is, tool calls and custom content included."""
    tool: Any = {"type": "function", "function": {"name": "add", "parameters": {}}}
    with Dial(api_key="dial-key", base_url=emulator.dial_url) as client:
        first = client.chat.completions.create(
            deployment_name="tools", messages=SUM, tools=[tool], parallel_tool_calls=False
        )
        asked = first.choices[0].message
        assert asked.tool_calls is not None
        answered: Any = [
            *SUM,
            asked,
            {"role": "tool", "tool_call_id": asked.tool_calls[0].id, "content": "5"},
        ]
        second = client.chat.completions.create(
            deployment_name="tools", messages=answered, tools=[tool]
        )

    assert "5" == second.choices[0].message.content


def test_an_unknown_option(emulator: Emulator) -> None:
    """A misspelt option is a TypeError, as for any function."""
    wrong: Any = {"temprature": 1}
    with (
        Dial(api_key="dial-key", base_url=emulator.dial_url) as client,
        pytest.raises(TypeError, match="unexpected keyword argument 'temprature'"),
    ):
        client.chat.completions.create(deployment_name="echo", messages=SUM, **wrong)


def test_files(emulator: Emulator, tmp_path: Path) -> None:
    """A file goes up, is described, comes down in three ways, and goes."""
    local = tmp_path / "notes.txt"
    local.write_bytes(b"some notes")
    with Dial(api_key="dial-key", base_url=emulator.dial_url) as client:
        url = client.my_files_home() / "shelf/notes.txt"
        with local.open("rb") as file:
            client.files.upload(url=url, file=file)
        with local.open("rb") as file:
            client.files.upload(url=f"{url}", file=("notes.md", "text/markdown", file))
        client.files.upload(url=f"{client.api_url}{url}.old", file=b"older")
        with pytest.raises(InvalidDialURLException):
            client.files.upload(url="shelf/notes.txt", file=b"no kind, no bucket")
        described = client.files.metadata(url=url)
        result = client.files.download(url=url)
        pieces = b"".join(result)
        content = result.get_content()
        result.write_to(tmp_path / "copy.txt")
        client.files.delete(url=url)

    assert b"some notes" == pieces == content == (tmp_path / "copy.txt").read_bytes()
    assert isinstance(described, FileMetadata)
    assert ("notes.txt", "shelf", 10, "text/markdown") == (
        described.name,
        described.parent_path,
        described.content_length,
        described.content_type,
    )
    assert described.createdAt
    assert described.updatedAt


def test_async_files(emulator: Emulator, tmp_path: Path) -> None:
    """The same with asyncio; the home is awaited before names are joined to it."""

    async def use() -> list[bytes]:
        """Upload, download and delete."""
        async with AsyncDial(api_key="dial-key", base_url=emulator.dial_url) as client:
            url = await client.my_files_home() / "ashelf/notes.txt"
            await client.files.upload(
                url=await client.my_files_home() / "ashelf/notes.txt", file=b"a"
            )
            result = await client.files.download(url=url)
            await result.awrite_to(tmp_path / "copy.txt")
            metadata = await client.files.metadata(url=url)
            await client.files.delete(url=url)
            assert metadata.etag
            return [*[piece async for piece in result], await result.aget_content()]

    assert [b"a", b"a"] == asyncio.run(use())
    assert b"a" == (tmp_path / "copy.txt").read_bytes()


def test_applications(emulator: Emulator) -> None:
    """Applications are listed and got by their ids, with both clients."""

    async def got() -> Any:
        """Get one."""
        async with AsyncDial(api_key="dial-key", base_url=emulator.dial_url) as client:
            first = (await client.application.list())[0]
            return await client.application.get(first.id)

    with Dial(api_key="dial-key", base_url=emulator.dial_url) as client:
        found = client.application.get(client.application.list()[0].id)

    assert asyncio.run(got()) == found
    assert found.features is not None
    assert found.features.rate is found.features["rate"]


def test_pools(emulator: Emulator) -> None:
    """Clients of a pool share connections and differ in who they are."""

    async def buckets() -> set[str]:
        """Ask as two callers."""
        async with AsyncDialClientPool() as pool:
            first = pool.create_client(base_url=emulator.dial_url, api_key="dial-key")
            second = pool.create_client(base_url=emulator.dial_url, bearer_token="t")
            return {await first.my_bucket(), await second.my_bucket()}

    with DialClientPool() as pool:
        first = pool.create_client(base_url=emulator.dial_url, api_key="dial-key")
        second = pool.create_client(base_url=emulator.dial_url, bearer_token="t")

        assert asyncio.run(buckets()) == {first.my_bucket(), second.my_bucket()}
