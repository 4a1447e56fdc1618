"""
`ApiBackend`: LWE's Python module for blocking code.
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
from polyvox.compat.lwe.template_methods import RunsTemplates
from polyvox.compat.lwe.worlds import BLOCKING

__all__ = ["ApiBackend"]


class ApiBackend(RunsTemplates):
    """
    Asks models by LWE's rules; one object may be shared by threads.

    Args:
        config: Settings; by default those of a new `Config`.
    """

    def __init__(self, config: Config | None = None) -> None:
        self.config = config or Config()
        self._engine = Engine(self.config, BLOCKING)

    def ask(self, input: Any, request_overrides: Mapping[str, Any] | None = None) -> Result:  # noqa: A002 - LWE's name
        """The answer to a text, or to a list of messages."""
        return self.make_request(input, request_overrides)

    def ask_stream(self, input: Any, request_overrides: Mapping[str, Any] | None = None) -> Result:  # noqa: A002 - LWE's name
        """The same answer; the override `stream_callback` gets each piece as it arrives."""
        return self.make_request(input, {**(request_overrides or {}), "stream": True})

    def make_request(
        self,
        input: Any,  # noqa: A002 - LWE's name
        request_overrides: Mapping[str, Any] | None = None,
    ) -> Result:
        """What `ask` and `ask_stream` come to."""
        overrides = checked_overrides(request_overrides)
        running = Running()
        talk = asked(self._engine, input, overrides, running)
        try:
            return BLOCKING.runner.run(driven(talk, deliverer(overrides)))
        finally:
            if running.stream is not None:
                running.stream.close()
