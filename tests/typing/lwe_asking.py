"""
What type checkers see of LWE's backends: results, streams, overrides, what is not there; never run.
"""

from __future__ import annotations

from typing import Any, assert_type

from polyvox.compat.lwe import ApiBackend, AsyncApiBackend, Config, Result
from polyvox.compat.lwe.overrides import RequestOverrides
from polyvox.compat.lwe.pieces import AsyncPieces, Pieces
from polyvox.errors import PolyvoxError
from polyvox.types import ToolCall, Usage


def blocking(bot: ApiBackend, overrides: RequestOverrides) -> None:
    """The tuple, and what is beside it."""
    success, response, message = bot.ask("Hi", overrides)
    assert_type(success, bool)
    assert_type(response, Any)
    assert_type(message, str)

    result = assert_type(bot.ask_stream("Hi", {"stream_callback": print}), Result)
    assert_type(result.error, PolyvoxError | None)
    assert_type(result.usage, Usage | None)
    assert_type(result.tool_calls, tuple[ToolCall, ...])
    assert_type(bot.map(["a", "b"], concurrency=2), list[Result])
    assert_type(bot.session(), ApiBackend)
    with bot.stream("Hi") as pieces:
        assert_type(pieces, Pieces)
        for piece in pieces:
            assert_type(piece, str)


async def asynchronous(bot: AsyncApiBackend) -> None:
    """Same as `blocking`."""
    assert_type(await bot.ask("Hi"), Result)
    assert_type(await bot.map(["a"], fallback_presets=["b"]), list[Result])
    assert_type(await bot.run_template("t.md", {"a": 1}), Result)
    async with bot.stream("Hi") as pieces:
        assert_type(pieces, AsyncPieces)
        async for piece in pieces:
            assert_type(piece, str)


def refused(bot: ApiBackend) -> None:
    """What is left out is unknown to checkers, too."""
    bot.make_llm()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    ApiBackend({"model": {}})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    Config(profile=3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
