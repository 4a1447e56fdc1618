"""
Flows that change which preset or model answers: activation, and going back to a conversation.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import evolve

from polyvox.compat.lwe.engine import Engine
from polyvox.compat.lwe.memory import Conversation, found
from polyvox.compat.lwe.presets import Preset
from polyvox.compat.lwe.providers import PROVIDERS, provider_named
from polyvox.compat.lwe.results import Result
from polyvox_core.errors import PolyvoxError
from polyvox_core.flow import Flow

__all__ = ["activated", "switched"]


def activated(engine: Engine, name: str) -> Flow[Result]:
    """Use the preset *name* for the requests that follow; a failure changes nothing."""
    try:
        preset = yield from engine.preset_named(name)
        active = engine.active.with_preset(name, preset)
        provider_named(active.provider)
    except PolyvoxError as error:
        return Result(False, None, str(error), error=error)
    engine.activate(active)
    return Result(True, preset, f"Activated preset {name}")


def switched(engine: Engine, begin: Callable[[Conversation], None], number: int) -> Flow[Result]:
    """Go on with a conversation, with the preset, or else the model, that answered in it last."""
    try:
        row, messages = yield from engine.memory.working(
            lambda store, user: (found(store, user, number), store.messages(number))
        )
    except PolyvoxError as error:
        return Result(False, None, str(error), error=error)
    conversation = Conversation(number)
    conversation.title = row["title"]
    begin(conversation)
    last: dict[str, Any] = messages[-1] if messages else {}
    message = f"Switched to conversation {number}"
    if last.get("preset"):
        again = yield from activated(engine, last["preset"])
        if again.success:
            return Result(True, row, message, conversation_id=number)
    if last.get("provider") in PROVIDERS:
        model = {"model_name": last["model"]} if last["model"] else {}
        engine.activate(
            evolve(
                engine.active,
                provider=last["provider"],
                preset_name=None,
                preset=Preset({}, model),
            )
        )
    return Result(True, row, message, conversation_id=number)
