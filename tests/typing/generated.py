"""
What type checkers see of a generated client; checked by mypy and pyright, never run.
"""

from __future__ import annotations

from typing import assert_type

from polyvox_api.dial import AsyncDialApi, DialApi
from polyvox_api.dial.models import (
    ChatCompletion,
    ChatCompletionChunk,
    ChatCompletionRequest,
    RateRequest,
    RateResult,
    UserInfo,
)
from polyvox_core.client import CallOptions
from polyvox_core.downloads import AsyncDownload, Download
from polyvox_core.model import JsonObject, Unset
from polyvox_core.streams import AsyncStream, Stream


def blocking(api: DialApi, request: ChatCompletionRequest) -> None:
    """Calls, streams and downloads."""
    assert_type(api.chat.create_chat_completion("m", body=request), ChatCompletion)
    chunks = api.chat.create_chat_completion_stream("m", body=request)
    assert_type(chunks, Stream[ChatCompletionChunk])
    with chunks as entered:
        for chunk in entered:
            assert_type(chunk, ChatCompletionChunk)
    assert_type(api.user.get_user_info(options=CallOptions(timeout=5)), UserInfo)
    assert_type(api.files.download_file("bucket", "a.txt"), Download)
    rating = RateRequest(rate=True)
    assert_type(api.deployments.rate_response("m", body=rating), RateResult | None)
    assert_type(rating.comment, str | Unset | None)
    assert_type(rating.to_dict(), JsonObject)
    assert_type(RateRequest.from_dict({}), RateRequest)
    api.chat.create_chat_completion("m")  # type: ignore[call-arg]  # without a body
    RateRequest(rate="yes")  # type: ignore[arg-type]  # no boolean


async def asynchronous(api: AsyncDialApi, request: ChatCompletionRequest) -> None:
    """The same with asyncio."""
    assert_type(await api.chat.create_chat_completion("m", body=request), ChatCompletion)
    chunks = api.chat.create_chat_completion_stream("m", body=request)
    assert_type(chunks, AsyncStream[ChatCompletionChunk])
    async with chunks as entered:
        async for chunk in entered:
            assert_type(chunk, ChatCompletionChunk)
    assert_type(api.files.download_file("bucket", "a.txt"), AsyncDownload)
