"""
`request_overrides`: how one request differs from the others.

The caller's dict is read, never changed; a key that does not exist is refused with its neighbour.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, TypedDict, cast

from polyvox.compat.lwe.merging import copied
from polyvox.compat.lwe.shapes import as_mapping
from polyvox_core.errors import ConfigError
from polyvox_core.nearest import did_you_mean

__all__ = ["DIRECT", "KEYS", "RequestOverrides", "checked_overrides", "customized"]


class RequestOverrides(TypedDict, total=False):
    """
    What one request may say.

    Keys:
        preset: Name of the preset to use for this request.
        activate_preset: Keep that preset for the requests after this one, if it succeeds.
        preset_overrides: `metadata` and `model_customizations` merged over the preset.
        system_message: System message, or the alias of one, for a conversation that begins.
        title: Title of a conversation that begins.
        stream: Whether to stream.
        print_stream: Write the text to standard output as it arrives.
        stream_callback: Called with each piece of text; a coroutine function, too, with asyncio.
        files: Paths, bytes, URLs, open files, content parts or messages to send along.
        model: Name of the model.
        temperature: Sampling temperature.
        max_tokens: Most tokens of the answer.
        tools: Names of tools, or functions.
        tool_choice: auto, none, required, or the name of a tool.
        max_tool_rounds: Most answers of the model when it calls tools.
        tool_errors: "tell" the model what went wrong in a tool, or "raise" it as a failure.
        response_format: Form of the answer, as the backend takes it.
        timeout: Seconds for each call of the model.
        max_submission_tokens: Most tokens to send; older messages are left out.
        raise_errors: Raise failures instead of returning them.
    """

    preset: str | None
    activate_preset: bool | None
    preset_overrides: Mapping[str, Any] | None
    system_message: str | None
    title: str | None
    stream: bool | None
    print_stream: bool | None
    stream_callback: Callable[[str], Any] | None
    files: Any
    model: str | None
    temperature: float | None
    max_tokens: int | None
    tools: Sequence[Any] | None
    tool_choice: Any
    max_tool_rounds: int | None
    tool_errors: Literal["tell", "raise"] | None
    response_format: Any
    timeout: float | None
    max_submission_tokens: int | None
    raise_errors: bool | None


KEYS = tuple(RequestOverrides.__annotations__)
# Direct keys and the customization of a preset that each of them sets.
DIRECT = {
    "model": "model_name",
    "temperature": "temperature",
    "max_tokens": "max_tokens",
    "tools": "tools",
    "tool_choice": "tool_choice",
    "response_format": "response_format",
    "timeout": "request_timeout",
}
_PARTS = ("metadata", "model_customizations")
_KINDS: dict[str, type | tuple[type, ...]] = {
    "preset": str,
    "preset_overrides": Mapping,
    "system_message": str,
    "title": str,
    "max_submission_tokens": int,
    "max_tool_rounds": int,
    "model": str,
}


def checked_overrides(given: Mapping[str, Any] | None) -> RequestOverrides:
    """
    A copy of what the caller gave, without the keys that are None.

    Raises:
        ConfigError: A key does not exist, or a value is of another type.
    """
    if given is None:
        return {}
    if not isinstance(given, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance] # callers err
        msg = f"request_overrides is a {type(given).__name__}."
        raise ConfigError(msg, hint="Pass a dict, such as {'temperature': 0.5}.")
    for key, value in given.items():
        if key not in KEYS:
            hint = did_you_mean(str(key), KEYS, f"There are: {', '.join(KEYS)}.")
            msg = f"request_overrides has no key {key!r}."
            raise ConfigError(msg, hint=hint)
        kind = _KINDS.get(key, object)
        if value is not None and not isinstance(value, kind):
            msg = f"request_overrides[{key!r}] is a {type(value).__name__}."
            raise ConfigError(msg, hint=f"It takes a value like {_example(key)}.")
    _check_callback(given.get("stream_callback"))
    _check_preset(given.get("preset_overrides"))
    kept = {key: copied(value) for key, value in given.items() if value is not None}
    return cast("RequestOverrides", kept)


def _example(key: str) -> str:
    return {
        "preset_overrides": "{'metadata': {...}}",
        "max_submission_tokens": "4000",
        "max_tool_rounds": "5",
    }.get(key, "'a text'")


def _check_callback(callback: Any) -> None:
    if callback is not None and not callable(callback):
        msg = f"request_overrides['stream_callback'] is a {type(callback).__name__}."
        raise ConfigError(msg, hint="Pass a function that takes a text.")


def _check_preset(given: Any) -> None:
    for part, value in as_mapping(given).items():
        if part not in _PARTS:
            msg = f"request_overrides['preset_overrides'] has no key {part!r}."
            raise ConfigError(msg, hint=f"There are: {' and '.join(_PARTS)}.")
        if value is not None and not isinstance(value, Mapping):
            msg = f"request_overrides['preset_overrides'][{part!r}] is a {type(value).__name__}."
            raise ConfigError(msg, hint="Pass a dict.")


def customized(customizations: Mapping[str, Any], overrides: RequestOverrides) -> dict[str, Any]:
    """The *customizations* of a preset with the direct keys of *overrides* over them."""
    given = cast("Mapping[str, Any]", overrides)
    return {
        **copied(customizations),
        **{DIRECT[key]: copied(given[key]) for key in DIRECT if key in given},
    }
