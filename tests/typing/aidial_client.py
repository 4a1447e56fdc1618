"""
What type checkers see of the drop-in surface of aidial-client; checked, never run.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import assert_type

from polyvox.compat.aidial_client import AsyncDial, Dial, DialClientPool
from polyvox.compat.aidial_client.resources.streams import (
    AsyncChatCompletionStream,
    ChatCompletionStream,
)
from polyvox.compat.aidial_client.types.chat import (
    ChatCompletionChunk,
    ChatCompletionResponse,
    UserMessageParam,
)
from polyvox.compat.aidial_client.types.deployment import Deployment
from polyvox.compat.aidial_client.types.file import FileDownloadResponse
from polyvox.compat.aidial_client.types.metadata import FileItem, FileMetadata

QUESTION: UserMessageParam = {"role": "user", "content": "Hi"}


async def key() -> str:
    """A credential on demand, after a wait."""
    return "key"


def blocking(stream: bool) -> None:
    """What the blocking client gives."""
    client = Dial(base_url="http://localhost", api_key=lambda: "key", timeout=5)
    create = client.chat.completions.create
    assert_type(
        create(deployment_name="echo", messages=[QUESTION], temperature=0), ChatCompletionResponse
    )
    chunks = create(deployment_name="echo", messages=[QUESTION], stream=True)
    assert_type(chunks, ChatCompletionStream)
    for chunk in chunks:
        assert_type(chunk, ChatCompletionChunk)
        assert_type(chunk.choices[0].delta.content, str | None)
    assert_type(
        create(deployment_name="echo", messages=[QUESTION], stream=stream),
        ChatCompletionResponse | ChatCompletionStream,
    )
    assert_type(client.my_files_home() / "a.txt", PurePosixPath)
    assert_type(client.files.upload(client.my_files_home() / "a.txt", b"text"), FileItem)
    assert_type(client.files.upload("files/b/a.txt", ("a.txt", "text/plain", b"text")), FileItem)
    assert_type(client.files.upload("files/b/a.txt", "text", etag_if_none_match="*"), FileItem)
    assert_type(client.files.download("files/b/a.txt"), FileDownloadResponse)
    assert_type(client.files.metadata(url="files/b/a.txt"), FileMetadata)
    assert_type(client.deployments.list(), list[Deployment])
    assert_type(DialClientPool().create_client(base_url="http://localhost", api_key="key"), Dial)


async def asynchronous() -> None:
    """What the asyncio client gives."""
    async with AsyncDial(base_url="http://localhost", bearer_token=key) as client:
        create = client.chat.completions.create
        assert_type(
            await create(deployment_name="echo", messages=[QUESTION]), ChatCompletionResponse
        )
        chunks = await create(deployment_name="echo", messages=[QUESTION], stream=True)
        assert_type(chunks, AsyncChatCompletionStream)
        async for chunk in chunks:
            assert_type(chunk, ChatCompletionChunk)
        assert_type(await client.my_files_home() / "a.txt", PurePosixPath)
        assert_type(await client.files.metadata(url="files/b/a.txt"), FileMetadata)
        async with client.files.stream_download("files/b/a.txt") as response:
            assert_type(response, FileDownloadResponse)
