"""
Chat messages, tools and choices in the words of the Responses API; no I/O but reading files.

Source: OpenAI API reference, input items (2026).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from polyvox.compat.lwe.shapes import as_mapping, is_list, is_mapping
from polyvox.parts import AudioPart, ImagePart, Part
from polyvox_core.errors import ConfigError
from polyvox_core.shapes import as_objects

__all__ = ["input_items", "tool_choice_of", "tools_of"]


def input_items(messages: Sequence[Any]) -> list[dict[str, Any]]:
    """The input items that *messages* make."""
    return [item for message in messages for item in _items(message)]


def _items(message: dict[str, Any]) -> Iterator[dict[str, Any]]:
    role, content = message["role"], message.get("content")
    if role == "tool":
        call_id = message.get("tool_call_id")
        yield {"type": "function_call_output", "call_id": call_id, "output": content}
        return
    if content or not message.get("tool_calls"):
        kind = "output_text" if role == "assistant" else "input_text"
        parts = content if is_list(content) else [{"type": "text", "text": content or ""}]
        sent = [_part(part, kind) for part in parts]
        yield {"type": "message", "role": role, "content": sent}
    for call in as_objects(message.get("tool_calls")):
        function = as_mapping(call.get("function"))
        yield {
            "type": "function_call",
            "call_id": call.get("id"),
            "name": function.get("name"),
            "arguments": function.get("arguments"),
        }


def _part(part: Any, text_kind: str) -> Any:
    if isinstance(part, Part):
        return _file(part)
    if not is_mapping(part):
        return part
    kind = part.get("type")
    if kind == "text":
        text: dict[str, Any] = {"type": text_kind, "text": part.get("text")}
        return {**text, "annotations": []} if text_kind == "output_text" else text
    if kind == "image_url":
        image = as_mapping(part.get("image_url"))
        return {"type": "input_image", "image_url": image.get("url") or part.get("image_url")}
    return {"type": "input_file", **as_mapping(part.get("file"))} if kind == "file" else part


def _file(part: Part) -> dict[str, Any]:
    if isinstance(part, AudioPart):
        msg = "The Responses API takes no recordings."
        raise ConfigError(msg, hint="Use chat completions: leave use_responses_api out.")
    kind = "image" if isinstance(part, ImagePart) else "file"
    if part.is_stored:
        return {"type": f"input_{kind}", "file_id": part.source}
    url = part.source if part.is_web else part.read().data_url
    if kind == "image":
        return {"type": "input_image", "image_url": url}
    if part.is_web:
        return {"type": "input_file", "file_url": url}
    return {"type": "input_file", "filename": part.name or "file", "file_data": url}


def tools_of(tools: Sequence[Any]) -> list[Any]:
    """The *tools* of a chat, functions without their wrapper."""
    return [
        {"type": "function", **as_mapping(tool["function"])} if "function" in tool else tool
        for tool in tools
    ]


def tool_choice_of(choice: Any) -> Any:
    """The *choice* of a chat, a function without its wrapper."""
    if is_mapping(choice) and "function" in choice:
        return {"type": "function", **as_mapping(choice["function"])}
    return choice
