"""What the generator cannot do without, in any document: a name, a home, an answer, a body."""

from __future__ import annotations

from collections.abc import Iterator
from keyword import iskeyword

from polyvox_generator.findings import Finding
from polyvox_generator.lint.context import Context, Operation
from polyvox_generator.lint.media import is_json
from polyvox_generator.lint.values import as_list, as_map, quote
from polyvox_generator.pointers import join

__all__ = ["answers", "bodies", "is_name", "names"]

_BODIES = ("multipart/form-data", "application/octet-stream")


def is_name(value: object) -> bool:
    """Tell whether *value* can be a name in Python."""
    return isinstance(value, str) and value.isidentifier() and not iskeyword(value)


def names(context: Context) -> Iterator[Finding]:
    """`operation-id` and `operation-tags`: both are there, and names in Python."""
    for operation in context.operations:
        identifier = operation.value.get("operationId")
        if identifier is None:
            msg = "The operation has no operationId. Give it a unique snake_case one."
            yield context.finding("operation-id", operation.pointer, msg)
        elif not is_name(identifier):
            msg = f"operationId {quote(identifier)} is no Python name. Rename it in snake_case."
            yield context.finding("operation-id", join(operation.pointer, "operationId"), msg)
        yield from _home(context, operation)


def answers(context: Context) -> Iterator[Finding]:
    """`missing-response`: something says what a call returns."""
    for operation in context.operations:
        if not any(status[:1] == "2" for status in as_map(operation.value.get("responses"))):
            msg = "The operation has no success response. Add one with a 2xx status."
            yield context.finding("missing-response", operation.pointer, msg)


def bodies(context: Context) -> Iterator[Finding]:
    """`unsendable-body`: one media type of the request is JSON, multipart or raw bytes."""
    for operation in context.operations:
        place = join(operation.pointer, "requestBody")
        place, body = context.follow(place, operation.value.get("requestBody"))
        content = as_map(body.get("content"))
        if "content" in body and not any(is_json(name) or name in _BODIES for name in content):
            msg = (
                f"The body is {', '.join(content) or 'of no media type'}, which cannot be sent. "
                "Offer application/json, multipart/form-data or application/octet-stream."
            )
            yield context.finding("unsendable-body", join(place, "content"), msg)


def _home(context: Context, operation: Operation) -> Iterator[Finding]:
    tags = as_list(operation.value.get("tags"))
    pointer = join(operation.pointer, "tags")
    if not tags:
        msg = "The operation has no tag. Give it one: it names the module."
        yield context.finding("operation-tags", pointer, msg)
    elif not is_name(tags[0]):
        msg = f"Tag {quote(tags[0])} is no Python name. Rename it in snake_case: it names a module."
        yield context.finding("operation-tags", join(pointer, 0), msg)
