"""Media types by name: which are streams, which are JSON; parameters and case do not count."""

from __future__ import annotations

from polyvox_generator.pointers import split

__all__ = ["EVENT_STREAM", "JSON_SEQUENCE", "base", "is_json", "is_stream", "name_of"]

EVENT_STREAM = "text/event-stream"
JSON_SEQUENCE = "application/json-seq"
_STREAMS = frozenset(
    {EVENT_STREAM, JSON_SEQUENCE, "application/x-ndjson", "application/ndjson"}
    | {"application/jsonl", "application/x-jsonl", "application/jsonlines"}
)


def base(media_type: str) -> str:
    """*media_type* without parameters, in lower case."""
    return media_type.partition(";")[0].strip().lower()


def is_stream(media_type: str) -> bool:
    """Tell whether a body of *media_type* is a sequence of items."""
    return base(media_type) in _STREAMS


def is_json(media_type: str) -> bool:
    """Tell whether a body of *media_type* is one JSON value."""
    name = base(media_type)
    return name == "application/json" or name.endswith("+json")


def name_of(pointer: str) -> str:
    """Media type whose object stands at *pointer*; empty when its key is not a media type."""
    parts = split(pointer)
    return parts[-1] if parts[-2:-1] == ["content"] else ""
