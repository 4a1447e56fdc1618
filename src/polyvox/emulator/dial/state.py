"""
What one running DIAL emulation remembers: deployments, storage, counters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from starlette.requests import Request

from polyvox.emulator.answering.following import MOODS
from polyvox.emulator.dial.auth import Caller, caller_of
from polyvox.emulator.dial.catalog import BUILT_IN, Deployment, example_deployments, named
from polyvox.emulator.dial.store import Store
from polyvox.emulator.document import Document
from polyvox.emulator.settings import Settings

__all__ = ["State"]


class State:
    """
    The memory of one DIAL emulation.

    Args:
        document: Its document; the deployments in its examples exist.
        settings: What the emulator was started with.

    Attributes:
        store: Everything that callers stored.
        calls: How often each deployment was called.
        played: How often each scripted status was answered.
    """

    def __init__(self, document: Document, settings: Settings) -> None:
        """Start with the built-in deployments and whatever the data folder holds."""
        self.settings = settings
        self.store = Store(settings.data / "dial", settings.now)
        self.calls: Counter[str] = Counter()
        self.played: Counter[str] = Counter()
        self._completions = 0
        self._fixed: dict[str, Deployment] = {}
        for deployment in (*BUILT_IN, *example_deployments(document)):
            self._fixed.setdefault(deployment.id, deployment)

    def caller(self, request: Request) -> Caller:
        """Who makes *request*."""
        return caller_of(request, self.settings.keys)

    def deployment(self, name: str) -> Deployment | None:
        """The deployment called *name*; None if there is none."""
        if name in self._fixed:
            return self._fixed[name]
        if name in MOODS:
            return Deployment(name, mode=name)
        return next((item for item in self._stored() if item.id == name), None)

    def deployments(self, *kinds: str) -> list[Deployment]:
        """The deployments of these *kinds*; all without any."""
        everything = [*self._fixed.values(), *self._stored()]
        return [item for item in everything if not kinds or item.kind in kinds]

    def completion_id(self) -> str:
        """An id for the next completion."""
        self._completions += 1
        return f"chatcmpl-{self._completions}"

    def unix_seconds(self) -> int:
        """The present moment as Unix time."""
        return int(self.settings.now().timestamp())

    def _stored(self) -> Iterator[Deployment]:
        for item in self.store.all_of("applications", "toolsets"):
            yield named(f"{item.kind}/{item.bucket}/{item.path}")
