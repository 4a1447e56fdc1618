"""Operations: ids, tags, documentation, and the presence of examples."""

from __future__ import annotations

from collections.abc import Iterator

from polyvox_generator.findings import Finding
from polyvox_generator.lint.context import Context, Operation
from polyvox_generator.lint.media import is_json, is_stream
from polyvox_generator.lint.needs import is_name
from polyvox_generator.lint.values import as_list, as_map, is_snake_case, quote
from polyvox_generator.pointers import join

__all__ = ["documentation", "example_presence", "identity", "unique_ids"]


def unique_ids(context: Context) -> Iterator[Finding]:
    """`duplicate-operation-id`: no two operations, nor their streaming twins, share an id."""
    seen: dict[str, str] = {}
    for node in context.of("operation"):
        identifier = node.value.get("operationId")
        if not isinstance(identifier, str):
            continue
        pointer = join(node.pointer, "operationId")
        if identifier in seen:
            first = context.line(seen[identifier])
            msg = (
                f"operationId {identifier!r} is taken by line {first}. Give each operation its own."
            )
            yield context.finding("duplicate-operation-id", pointer, msg)
        seen.setdefault(identifier, pointer)
    for operation in context.operations:
        twin = f"{operation.value.get('operationId')}_stream"
        if twin in seen and _has_twin(context, operation):
            line = context.line(join(operation.pointer, "operationId"))
            msg = f"{twin!r} is the streaming twin of line {line}. Give this operation another id."
            yield context.finding("duplicate-operation-id", seen[twin], msg)


def identity(context: Context) -> Iterator[Finding]:
    """`operation-id` and `operation-tags`: the id and the one declared tag are snake_case."""
    declared = {str(as_map(tag).get("name")) for tag in as_list(context.tree.get("tags"))}
    for operation in context.operations:
        identifier = operation.value.get("operationId")
        pointer = join(operation.pointer, "operationId")
        if is_name(identifier) and not is_snake_case(identifier):
            msg = f"operationId {identifier!r} is no snake_case name. Rename it."
            yield context.finding("operation-id", pointer, msg)
        yield from _tags(context, operation, declared)


def documentation(context: Context) -> Iterator[Finding]:
    """`operation-summary`, `operation-description`: both there, with a source."""
    for operation in context.operations:
        summary, description = (operation.value.get(key) for key in ("summary", "description"))
        if not isinstance(summary, str) or not summary.strip():
            msg = "The operation has no summary. Say in one sentence what it gives."
            yield context.finding("operation-summary", operation.pointer, msg)
        if not isinstance(description, str) or not description.strip():
            msg = "The operation has no description. Describe it and end with `Source: ...`."
            yield context.finding("operation-description", operation.pointer, msg)
        elif "Source:" not in description:
            msg = "The description names no source. End it with `Source: ...`, where it was seen."
            pointer = join(operation.pointer, "description")
            yield context.finding("operation-description", pointer, msg)


def example_presence(context: Context) -> Iterator[Finding]:
    """`missing-example`: request and success bodies have an example each."""
    for operation in context.operations:
        place = join(operation.pointer, "requestBody")
        place, body = context.follow(place, operation.value.get("requestBody"))
        yield from _content_examples(context, place, body, "request body")
        successes = [name for name in as_map(operation.value.get("responses")) if name[:1] == "2"]
        for status in successes:
            place = join(operation.pointer, "responses", status)
            place, response = context.follow(place, operation.value["responses"][status])
            yield from _content_examples(context, place, response, f"response {status}")


def _tags(context: Context, operation: Operation, declared: set[str]) -> Iterator[Finding]:
    tags = as_list(operation.value.get("tags"))
    pointer = join(operation.pointer, "tags")
    if len(tags) > 1:
        msg = f"The operation has {len(tags)} tags. Give it exactly one: it names the module."
        yield context.finding("operation-tags", pointer, msg)
    for index, tag in enumerate(tags):
        if index == 0 and not is_name(tag):
            continue  # a fault in any document, see `needs`
        if not is_snake_case(tag) or not is_name(tag):
            msg = f"Tag {tag!r} is no snake_case Python name. Rename it."
            yield context.finding("operation-tags", join(pointer, index), msg)
        elif tag not in declared:
            msg = f"Tag {tag!r} is not declared. Add it to the document's `tags`."
            yield context.finding("operation-tags", join(pointer, index), msg)


def _content_examples(
    context: Context, pointer: str, holder: object, what: str
) -> Iterator[Finding]:
    for name, raw in as_map(as_map(holder).get("content")).items():
        inner = join(pointer, "content", name)
        _, media = context.follow(inner, raw)
        # Streams have a rule of their own, which wants a literal example.
        if not is_stream(name) and "example" not in media and not as_map(media.get("examples")):
            msg = f"The {what} has no example for {quote(name)}. Add `example` or `examples`."
            yield context.finding("missing-example", inner, msg)


def _has_twin(context: Context, operation: Operation) -> bool:
    for status, raw in as_map(operation.value.get("responses")).items():
        _, response = context.follow("", raw)
        names = list(as_map(response.get("content")))
        if status[:1] == "2" and any(map(is_stream, names)) and any(map(is_json, names)):
            return True
    return False
