"""
Modules that ask: a model through the backend, or the user through a function.

Source: llm-workflow-engine 0.23.3, library/lwe_llm.py and action_plugins/lwe_input.py.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from polyvox.compat.lwe.merging import merged
from polyvox.compat.lwe.results import Result
from polyvox.compat.lwe.workflows.modules.calling import ModuleCall, TaskFault
from polyvox.errors import PolyvoxError
from polyvox_core.flow import Ask, Flow, Work

__all__ = ["ask_model", "ask_user"]

_OVERRIDES = (
    "preset",
    "preset_overrides",
    "system_message",
    "max_submission_tokens",
    "title",
)


def ask_model(call: ModuleCall) -> Flow[dict[str, Any]]:
    """Ask the model a message, or what a template makes."""
    given = call.arguments
    own = {name: given[name] for name in _OVERRIDES if name in given}
    _check(call)
    try:
        text, overrides = yield from _message(call, own)
        # Like LWE, where each task asks by itself: what one says is not heard by the next.
        session = call.backend.session(given.get("conversation_id"))
        ask = partial(session.make_request, text, overrides, raise_errors=False)
        result: Result = yield Ask(ask)
    except PolyvoxError as error:
        raise TaskFault(str(error)) from error
    known = {"conversation_id": result.conversation_id, "user_message": result.message}
    if not result.success:
        raise TaskFault(result.message, **known)
    if not result.response:
        msg = "The model's answer is empty."
        raise TaskFault(msg, **known)
    return {"response": result.response, **known, "changed": True}


def _message(call: ModuleCall, own: dict[str, Any]) -> Flow[tuple[str, dict[str, Any]]]:
    """The text to send, and its overrides; those of the task win over the template's."""
    if "message" in call.arguments:
        return call.arguments["message"], own
    name = call.arguments["template"]
    given = call.arguments.get("template_vars", {})
    built = yield Work(lambda: call.backend.template_manager.build(name, given))
    text, overrides = built
    return text, merged(overrides["request_overrides"], own)


def _check(call: ModuleCall) -> None:
    """
    Raises:
        TaskFault: The task wants another profile or user than the backend has.
    """
    present = {
        "profile": call.backend.config.profile,
        "user": call.backend.current_user,
    }
    for name, value in present.items():
        wanted = call.arguments.get(name)
        if wanted is not None and str(wanted) != str(value):
            msg = f"The backend's {name} is {value!r}, not {wanted!r}; run it with another."
            raise TaskFault(msg)


def ask_user(call: ModuleCall) -> Flow[dict[str, Any]]:
    """Ask the user."""
    prompt = call.arguments.get("prompt", "Enter input")
    echo = call.arguments.get("echo", True)
    ask = call.ask_user
    # Without one, `library` refuses the workflow before it runs.
    assert ask is not None
    answer = yield Ask(lambda: ask(prompt, echo))
    return {"user_input": answer, "changed": True}
