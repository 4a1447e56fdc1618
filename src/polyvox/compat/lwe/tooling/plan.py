"""
What a request does with tools, read from its preset and overrides, in the present words or in
those of LWE 0.18.

Source: llm-workflow-engine 0.23.3, backends/api/request.py; 0.18, docs/functions.rst.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import field, frozen

from polyvox.compat.lwe.config import Config
from polyvox.compat.lwe.shapes import as_mapping, is_list, is_mapping
from polyvox.compat.lwe.tooling.manager import ToolManager
from polyvox.errors import ConfigError
from polyvox.tools.toolbox import Toolbox

__all__ = ["Plan", "plan_of"]

_ROUNDS = 10
_FREE = frozenset({"auto", "none"})


@frozen
class Plan:
    """
    Tools of one request, and when it ends.

    Attributes:
        toolbox: The tools and their bounds; its `tool_choice` is the request's.
        is_forced: The model must call a tool; what the tool gives is the answer.
        ends_with_call: What the model wants to call is the answer, and nothing is called.
        ends_with_result: What the last tool gives is the answer.
        is_legacy: The words are those of LWE 0.18, with one call instead of a list.
    """

    toolbox: Toolbox = field(factory=lambda: Toolbox([]))
    is_forced: bool = False
    ends_with_call: bool = False
    ends_with_result: bool = False
    is_legacy: bool = False


def _legacy(customizations: Mapping[str, Any]) -> Mapping[str, Any]:
    return as_mapping(customizations.get("model_kwargs"))


def plan_of(
    manager: ToolManager,
    config: Config,
    metadata: Mapping[str, Any],
    customizations: Mapping[str, Any],
    overrides: Mapping[str, Any],
) -> Plan:
    """
    What a request does with tools.

    Args:
        manager: Finds tools by their names.
        config: `tools.max_rounds`, `tools.on_error` and `tools.parallel`.
        metadata: Of the preset: `return_on_tool_call`, `return_on_tool_response`.
        customizations: Of the preset: `tools`, `tool_choice`.
        overrides: `max_tool_rounds` and `tool_errors`.

    Raises:
        ConfigError: A tool cannot be used, or a setting cannot work.
    """
    old = _legacy(customizations)
    is_legacy = bool(old.get("functions")) and not customizations.get("tools")
    named = old.get("functions") if is_legacy else customizations.get("tools")
    given = customizations.get("tool_choice") or old.get("tool_choice")
    choice = _choice(old.get("function_call") if given is None else given)
    ends_with_call = _flag(metadata, "call")
    rounds = overrides.get("max_tool_rounds")
    if rounds is None:
        rounds = config.get("tools.max_rounds")
    toolbox = Toolbox(
        manager.resolved(_listed(named)),
        rounds=_rounds(rounds, ends_with_call),
        on_error=overrides.get("tool_errors") or config.get("tools.on_error") or "tell",
        parallel=config.get("tools.parallel") or 1,
        tool_choice=choice,
    )
    return Plan(
        toolbox,
        is_forced=choice is not None and choice not in _FREE,
        ends_with_call=ends_with_call,
        ends_with_result=_flag(metadata, "response"),
        is_legacy=is_legacy,
    )


def _rounds(given: Any, ends_with_call: bool) -> Any:
    rounds = _ROUNDS if given is None else given
    # A request that ends with a call needs a round that never comes.
    return 2 if ends_with_call and rounds == 1 else rounds


def _flag(metadata: Mapping[str, Any], what: str) -> bool:
    return any(bool(metadata.get(f"return_on_{kind}_{what}")) for kind in ("tool", "function"))


def _listed(named: Any) -> Sequence[Any]:
    if is_list(named):
        return named
    if isinstance(named, str) or callable(named) or is_mapping(named):
        return [named]
    msg = f"The preset's tools are a {type(named).__name__}."
    raise ConfigError(msg, hint="List their names, or functions.")


def _choice(given: Any) -> Any:
    """The tool choice: auto, none, required, or the name of a tool."""
    function = as_mapping(as_mapping(given).get("function")) or as_mapping(given)
    if "name" in function:
        return function["name"]
    return "required" if given == "any" else given
