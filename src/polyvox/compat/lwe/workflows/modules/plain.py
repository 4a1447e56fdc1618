"""
Modules that touch nothing outside of the workflow.
"""

from __future__ import annotations

from typing import Any

from polyvox.compat.lwe.shapes import is_list
from polyvox.compat.lwe.workflows.modules.calling import ModuleCall, TaskFault
from polyvox_core.flow import Flow

__all__ = ["check", "debug", "fail", "set_fact", "setup"]


def debug(call: ModuleCall) -> Flow[dict[str, Any]]:
    """Show a message, or what a variable holds; it is in the event and in the result."""
    yield from ()
    if "var" in call.arguments:
        name = str(call.arguments["var"])
        return {name: call.evaluate(name)}
    return {"msg": call.arguments.get("msg", "Hello world!")}


def set_fact(call: ModuleCall) -> Flow[dict[str, Any]]:
    """Set variables for the rest of the workflow."""
    yield from ()
    facts = {name: value for name, value in call.arguments.items() if name != "cacheable"}
    return {"ansible_facts": facts}


def setup(call: ModuleCall) -> Flow[dict[str, Any]]:
    """The facts, which are there anyway."""
    yield from ()
    return {"ansible_facts": dict(call.facts)}


def fail(call: ModuleCall) -> Flow[dict[str, Any]]:
    """Fail with a message."""
    yield from ()
    raise TaskFault(call.arguments.get("msg", "Failed as requested from task"))


def check(call: ModuleCall) -> Flow[dict[str, Any]]:
    """Fail unless all conditions hold."""
    yield from ()
    that = call.arguments["that"]
    for condition in that if is_list(that) else [that]:
        if not call.holds(condition):
            msg = call.arguments.get("fail_msg", "Assertion failed")
            raise TaskFault(msg, assertion=condition, evaluated_to=False)
    return {"msg": call.arguments.get("success_msg", "All assertions passed")}
