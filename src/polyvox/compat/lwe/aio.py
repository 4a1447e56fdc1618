"""
`AsyncApiBackend`: the same backend for asyncio.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from polyvox.compat.lwe.config import Config
from polyvox.compat.lwe.driving import driven
from polyvox.compat.lwe.engine import Engine
from polyvox.compat.lwe.overrides import checked_overrides
from polyvox.compat.lwe.requests import asked, deliverer
from polyvox.compat.lwe.results import Result
from polyvox.compat.lwe.talk import Running
from polyvox.compat.lwe.template_methods import AsyncRunsTemplates
from polyvox.compat.lwe.worlds import ASYNCIO

__all__ = ["AsyncApiBackend"]


class AsyncApiBackend(AsyncRunsTemplates):
    """Same as `ApiBackend`, for asyncio; one object may be shared by tasks."""

    def __init__(self, config: Config | None = None) -> None:
        self.config = config or Config()
        self._engine = Engine(self.config, ASYNCIO)

    async def ask(self, input: Any, request_overrides: Mapping[str, Any] | None = None) -> Result:  # noqa: A002 - LWE's name
        """Same as `ApiBackend.ask`."""
        return await self.make_request(input, request_overrides)

    async def ask_stream(
        self,
        input: Any,  # noqa: A002 - LWE's name
        request_overrides: Mapping[str, Any] | None = None,
    ) -> Result:
        """Same as `ApiBackend.ask_stream`."""
        return await self.make_request(input, {**(request_overrides or {}), "stream": True})

    async def make_request(
        self,
        input: Any,  # noqa: A002 - LWE's name
        request_overrides: Mapping[str, Any] | None = None,
    ) -> Result:
        """Same as `ApiBackend.make_request`."""
        overrides = checked_overrides(request_overrides)
        running = Running()
        talk = asked(self._engine, input, overrides, running)
        try:
            return await ASYNCIO.runner.run(driven(talk, deliverer(overrides)))
        finally:
            if running.stream is not None:
                await running.stream.aclose()
