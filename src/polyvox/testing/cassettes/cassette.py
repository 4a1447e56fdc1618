"""
Cassettes: real traffic in a JSON file, recorded once and replayed without a network.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self, TypeAlias

from polyvox.testing.cassettes.interactions import Interaction, Question
from polyvox.testing.cassettes.scrubbing import Scrubber
from polyvox.testing.cassettes.transports import AsyncCassetteTransport, CassetteTransport
from polyvox_core.errors import ConfigError
from polyvox_core.run_async import AsyncTransport
from polyvox_core.run_sync import Transport

__all__ = ["Cassette", "CassetteMode", "UnrecordedRequest"]

CassetteMode: TypeAlias = Literal["once", "replay", "record"]
_MODES = ("once", "replay", "record")
_VERSION = 1


class UnrecordedRequest(ConfigError):
    """A request, or more of an answer, that the cassette does not hold."""


class Cassette:
    """
    Recorded traffic; use it in a `with` or `async with` block around the client.

    Args:
        path: The file.
        mode: `once` replays the file if it is there, and records it otherwise; `replay` demands
            it; `record` makes it anew.
        secrets: Values to mask besides those of credential headers, six characters or more.

    Attributes:
        recording: Whether real requests are made.

    Raises:
        ConfigError: The mode is unknown; or, when entered, the file is missing or malformed.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        mode: CassetteMode = "once",
        secrets: Iterable[str] = (),
    ) -> None:
        if mode not in _MODES:
            msg = f"There is no cassette mode {mode!r}."
            raise ConfigError(msg, hint=f"Use one of {', '.join(_MODES)}.")
        self._path = Path(path)
        self._mode = mode
        self._scrubber = Scrubber(secrets)
        self._interactions: list[Interaction] = []
        self._waiting: list[Interaction] = []
        self._transports: list[CassetteTransport] = []
        self._async_transports: list[AsyncCassetteTransport] = []
        self.recording = False

    def transport(self, base: Transport | None = None) -> CassetteTransport:
        """
        What a blocking client takes as `transport=`.

        Args:
            base: What makes real requests; by default one of its own.
        """
        made = CassetteTransport(self, base)
        self._transports.append(made)
        return made

    def async_transport(self, base: AsyncTransport | None = None) -> AsyncCassetteTransport:
        """Same as `transport`, for the Async clients."""
        made = AsyncCassetteTransport(self, base)
        self._async_transports.append(made)
        return made

    def start(self, question: Question, headers: Iterable[tuple[str, str]]) -> Interaction:
        """Begin to record the answer to *question*; remembers what the *headers* keep secret."""
        self._scrubber.learn_from(headers)
        made = Interaction(question)
        self._interactions.append(made)
        return made

    def find(self, question: Question, headers: Iterable[tuple[str, str]]) -> Interaction:
        """
        The next recorded answer to *question*.

        Raises:
            UnrecordedRequest: There is none, or it was given already.
        """
        self._scrubber.learn_from(headers)
        asked = question.scrubbed(self._scrubber)
        for position, one in enumerate(self._waiting):
            if one.question.scrubbed(self._scrubber) == asked:
                return self._waiting.pop(position)
        msg = f"The cassette {self._path.name} has no answer left for {asked!r}."
        raise UnrecordedRequest(msg, hint=self._hint(asked))

    def _hint(self, asked: Question) -> str:
        same = [
            one
            for one in self._interactions
            if (one.question.method, one.question.target) == (asked.method, asked.target)
        ]
        if not same:
            return "Record it anew with mode='record'."
        if any(one.question.body == asked.body for one in same):
            return "It was asked more often than when it was recorded."
        return "It was recorded with another body; record it anew with mode='record'."

    def _open(self) -> None:
        self.recording = self._mode == "record" or (
            self._mode == "once" and not self._path.exists()
        )
        if self.recording:
            return
        try:
            content: dict[str, Any] = json.loads(self._path.read_text("utf-8"))
            self._interactions = [Interaction.from_dict(one) for one in content["interactions"]]
        except OSError as error:
            msg = f"The cassette {self._path} cannot be read: {error.strerror}."
            raise ConfigError(msg, hint="Record it first, with mode='record'.") from None
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            msg = f"{self._path} is no cassette ({error})."
            raise ConfigError(msg, hint="Record it anew with mode='record'.") from None
        self._waiting = [*self._interactions]

    def _save(self) -> None:
        if not self.recording:
            return
        content = {
            "polyvox_cassette": _VERSION,
            "interactions": [one.to_dict(self._scrubber) for one in self._interactions],
        }
        self._path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(content, indent=1, ensure_ascii=False)
        part = self._path.with_name(f"{self._path.name}.part")
        part.write_text(f"{text}\n", "utf-8")
        part.replace(self._path)

    def __enter__(self) -> Self:
        """Read the file, or get ready to record."""
        self._open()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Write what was recorded, and close the connections of blocking clients."""
        for transport in self._transports:
            transport.close()
        self._save()

    async def __aenter__(self) -> Self:
        """Same, for asyncio."""
        return self.__enter__()

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Write what was recorded, and close all connections."""
        for transport in self._async_transports:
            await transport.close()
        self.__exit__(kind, error, trace)
