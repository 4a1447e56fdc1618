"""
Streams become ordinary operations whose answer is one item.

`POST /chat` with JSON and an event stream becomes `create_chat` and `create_chat_stream`; the
latter stands under `/chat#stream` and says in `x-stream` how items are framed and when they end.
"""

from __future__ import annotations

import copy
from typing import Any

from polyvox_generator.lower.calls import operation_pointer
from polyvox_generator.lower.tree import METHODS, CannotLower, Schema, Tree, lowering, resolve

__all__ = ["twin_streams"]

_FRAMINGS = {
    "text/event-stream": "sse",
    "application/x-ndjson": "ndjson",
    "application/jsonl": "ndjson",
    "application/json-lines": "ndjson",
}


@lowering
def twin_streams(tree: Tree) -> None:
    """Split each stream from its operation, or lower it in place when it is the only answer."""
    paths: dict[str, Any] = {}
    for path, item in tree.get("paths", {}).items():
        paths[path] = item
        twins: dict[str, Any] = {}
        for method in METHODS:
            if method not in item:
                continue
            content = item[method]["responses"]["200"].get("content", {})
            streams = {name: content.pop(name) for name in list(content) if name in _FRAMINGS}
            if len(streams) > 1:
                msg = (
                    f"{method.upper()} {path} streams as {' and '.join(streams)}. Keep one of them."
                )
                raise CannotLower(msg, operation_pointer(path, method))
            for name, media in streams.items():
                where = (f"{method.upper()} {path}", operation_pointer(path, method))
                if content:
                    twin = twins[method] = copy.deepcopy(item[method])
                    twin["operationId"] += "_stream"
                else:
                    twin = item[method]
                _lower_stream(tree, twin, media, _FRAMINGS[name], where)
        if twins:
            paths[f"{path}#stream"] = twins
    tree["paths"] = paths


def _lower_stream(
    tree: Tree,
    operation: dict[str, Any],
    media: dict[str, Any],
    framing: str,
    where: tuple[str, str],
) -> None:
    operation.pop("x-may-be-empty", None)
    item = media.get("itemSchema")
    if item is None:
        msg = f"The stream of {where[0]} has no itemSchema. Describe one item of it."
        raise CannotLower(msg, where[1])
    text, ends = False, media.get("x-stream-end")
    if framing == "sse":
        item, text, terminators = _payload(tree, item)
        if ends is None:
            ends = [{"data": word} for word in terminators]
    if not ends:
        msg = f"Nothing says when the stream of {where[0]} is complete. Write x-stream-end."
        raise CannotLower(msg, where[1])
    error_key = media.get("x-stream-error", "error")
    operation["x-stream"] = {
        "framing": framing,
        "ends": [] if ends == "never" else ends,
        "endless": ends == "never",
        "error": error_key,
        "constants": media.get("x-stream-request", {}),
        "text": text,
    }
    schema = _without_errors(tree, item, error_key)
    operation["responses"]["200"]["content"] = {"application/json": {"schema": schema}}


def _payload(tree: Tree, item: Schema) -> tuple[Schema, bool, list[str]]:
    """Schema of the payloads of server-sent events, whether they are text, and terminators."""
    payloads: list[Schema] = []
    terminators: list[str] = []
    text = False
    for event in _options(tree, item):
        for part in _options(tree, event.get("properties", {}).get("data", {"type": "string"})):
            if "const" in part:
                terminators.append(part["const"])
            elif "contentSchema" in part:
                payloads.extend(
                    [] if part["contentSchema"] in payloads else [part["contentSchema"]]
                )
            elif part.get("contentMediaType") == "application/json":
                payloads.append({})
            else:
                text = True
    if not payloads:
        return {"type": "string"}, text, terminators
    schema = payloads[0] if len(payloads) == 1 else {"anyOf": payloads}
    return copy.deepcopy(schema), False, terminators


def _options(tree: Tree, schema: Schema) -> list[Schema]:
    schema = resolve(tree, schema)
    members = schema.get("anyOf") or schema.get("oneOf")
    if not members:
        return [schema]
    return [option for member in members for option in _options(tree, member)]


def _without_errors(tree: Tree, schema: Schema, key: str) -> Schema:
    """The union *schema* without its error reports; anything else as it is."""
    union = resolve(tree, schema)
    name = "anyOf" if "anyOf" in union else "oneOf"
    members = union.get(name, [])
    kept = [member for member in members if not _is_error(resolve(tree, member), key)]
    if not kept or len(kept) == len(members):
        return schema
    rest = copy.deepcopy({other: value for other, value in union.items() if other != name})
    return copy.deepcopy(kept[0]) if len(kept) == 1 else {**rest, name: copy.deepcopy(kept)}


def _is_error(schema: Schema, key: str) -> bool:
    return key in schema.get("required", []) or list(schema.get("properties", {})) == [key]
