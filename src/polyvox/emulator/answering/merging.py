"""
A whole message from its deltas, by the rules of DIAL: objects by key, texts joined, lists by index.

Source: aidial-sdk 0.46, merging of chat completion chunks; ai-dial-core, MergeChunks.
"""

from __future__ import annotations

from collections.abc import Iterable

from polyvox.emulator.jsonvalues import (
    Json,
    JsonObject,
    is_array,
    is_object,
    items_of,
    object_of,
    objects_of,
)

__all__ = ["merged_message"]

REPLACED = frozenset({"id", "type", "role", "status", "index", "url", "finish_reason"})


def merged_message(deltas: Iterable[JsonObject]) -> JsonObject:
    """The message that *deltas* add up to, without the indices that only streams carry."""
    message: JsonObject = {"role": "assistant", "content": None}
    for delta in deltas:
        message = merged(message, delta, "")
    return object_of(without_indices(message))


def merged(old: Json, new: Json, key: str) -> Json:
    """*old* with *new* added, both being values of *key*."""
    if new is None:
        return old
    if old is None or key in REPLACED:
        return new
    if is_object(old) and is_object(new):
        result = dict(object_of(old))
        for name, value in object_of(new).items():
            result[name] = merged(result.get(name), value, name)
        return result
    if is_array(old) and is_array(new):
        return merged_lists(items_of(old), items_of(new))
    if isinstance(old, str) and isinstance(new, str):
        return old + new
    return new


def merged_lists(old: list[Json], new: list[Json]) -> list[Json]:
    """Lists of indexed objects element by element, other lists one after the other."""
    if not all("index" in object_of(item) for item in [*old, *new]):
        return [*old, *new]
    by_index = {item["index"]: item for item in objects_of(old)}
    for item in objects_of(new):
        by_index[item["index"]] = merged(by_index.get(item["index"]), item, "")
    return [by_index[index] for index in sorted(by_index)]


def without_indices(value: Json) -> Json:
    """A copy of *value* whose lists hold objects without `index`."""
    if is_array(value):
        return [without_indices(without_index(item)) for item in items_of(value)]
    if is_object(value):
        return {key: without_indices(item) for key, item in object_of(value).items()}
    return value


def without_index(item: Json) -> Json:
    """*item*, without `index` if it is an object."""
    if not is_object(item):
        return item
    return {key: value for key, value in object_of(item).items() if key != "index"}
