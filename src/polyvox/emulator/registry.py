"""
Which backends there are: every package of `polyvox_api` with a `spec.json`, by folder name.

Behaviours are found by name in `polyvox.emulator.<backend>`; a backend without that module
is served from its examples.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from importlib import import_module
from importlib.resources import files
from importlib.util import find_spec
from typing import cast

from polyvox.emulator.behaviours import Behaviours, BehavioursFactory
from polyvox.emulator.document import Document
from polyvox.emulator.errors import EmulatorStartFailed
from polyvox.emulator.generic import Backend
from polyvox.emulator.jsonvalues import JsonObject, object_of
from polyvox.emulator.settings import Settings

__all__ = ["available", "backends", "factory_of"]

PACKAGE = "polyvox_api"
SPEC = "spec.json"


def available() -> tuple[str, ...]:
    """The names of the backends that can be served, sorted."""
    folders = (entry for entry in files(PACKAGE).iterdir() if entry.is_dir())
    return tuple(sorted(entry.name for entry in folders if entry.joinpath(SPEC).is_file()))


def backends(
    names: Iterable[str] | None, documents: Mapping[str, JsonObject], settings: Settings
) -> dict[str, Backend]:
    """
    The backends to serve, by prefix.

    Args:
        names: Which of the available ones; None for all of them.
        documents: Further documents by name; they win over available ones of the same name.
        settings: What the emulator was started with.

    Raises:
        EmulatorStartFailed: a name is not available.
    """
    known = available()
    wanted = tuple(dict.fromkeys([*(known if names is None else names), *documents]))
    for name in wanted:
        if name not in known and name not in documents:
            msg = f"There is no backend {name!r}. Choose from: {', '.join(known) or 'none'}."
            raise EmulatorStartFailed(msg)
    return {
        name: Backend(
            Document(documents[name] if name in documents else spec_of(name)),
            settings,
            factory_of(name),
        )
        for name in wanted
    }


def spec_of(name: str) -> JsonObject:
    """The document of the available backend *name*."""
    text = files(PACKAGE).joinpath(name, SPEC).read_text("utf-8")
    return object_of(json.loads(text))


def factory_of(name: str) -> BehavioursFactory:
    """What makes the behaviours of the backend *name*: its own, or the base class."""
    module = f"{__package__}.{name}"
    if not name.isidentifier() or find_spec(module) is None:
        return Behaviours
    found = getattr(import_module(module), "BEHAVIOURS", Behaviours)
    return cast("BehavioursFactory", found)
