"""
Messages as the rows that history keeps and `get_conversation` shows; back again without a loss.

Source: llm-workflow-engine 0.23.3, table `message` and its types.
"""

from __future__ import annotations

from typing import Any

from polyvox.compat.lwe.files import restored, storable
from polyvox.compat.lwe.shapes import as_mapping
from polyvox_core.json import dumps, loads
from polyvox_core.shapes import as_objects, as_text, is_array, is_object

__all__ = ["Row", "message_of", "row_of"]

Row = dict[str, Any]


def row_of(message: dict[str, Any]) -> Row:
    """The columns `role, message, message_type, message_metadata` of a *message*."""
    calls = as_objects(message.get("tool_calls"))
    rest = {
        name: value
        for name, value in message.items()
        if name not in {"role", "content", "tool_calls", "tool_call_id"} and value is not None
    }
    row: Row = {"role": message["role"], "message_type": "content", "message_metadata": rest}
    content = storable(message.get("content"))
    if calls:
        row["message_type"] = "tool_call"
        row["message"] = [_call_row(call) for call in calls]
        if content:
            rest["content"] = content
    elif message["role"] == "tool":
        row["message_type"] = "tool_response"
        row["message"] = _value(content)
        rest["id"] = message.get("tool_call_id")
        if not isinstance(content, str):
            rest["content"] = content
    else:
        row["message"] = content
    return row


def message_of(row: Row) -> dict[str, Any]:
    """The message that a *row* was made of."""
    rest = dict(as_mapping(row["message_metadata"]))
    message: dict[str, Any] = {"role": row["role"]}
    if row["message_type"] == "tool_call":
        message["content"] = restored(rest.pop("content", None))
        message["tool_calls"] = [_call(call) for call in as_objects(row["message"])]
    elif row["message_type"] == "tool_response":
        content = row["message"]
        text = content if isinstance(content, str) else dumps(content).decode()
        message["content"] = restored(rest.pop("content", text))
        message["tool_call_id"] = rest.pop("id", None)
    else:
        message["content"] = restored(row["message"])
    return {**message, **rest}


def _call_row(call: dict[str, Any]) -> dict[str, Any]:
    function = as_mapping(call.get("function"))
    return {
        "name": function.get("name"),
        "args": _value(function.get("arguments")),
        "id": call.get("id"),
        "type": "tool_call",
    }


def _call(row: dict[str, Any]) -> dict[str, Any]:
    args = row.get("args")
    text = args if isinstance(args, str) else dumps(args).decode()
    function = {"name": row.get("name"), "arguments": text}
    return {"id": row.get("id"), "type": "function", "function": function}


def _value(content: Any) -> Any:
    """The object that a JSON text holds; the text itself when it holds none."""
    text = as_text(content)
    if text is None:
        return content
    try:
        value = loads(text)
    except ValueError:
        return text
    return value if is_object(value) or is_array(value) else text
