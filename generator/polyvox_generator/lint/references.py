"""References: every `$ref`, discriminator mapping and security requirement leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from polyvox_generator.findings import Finding
from polyvox_generator.lint.context import Context
from polyvox_generator.lint.values import as_list, as_map
from polyvox_generator.lint.walk import Node
from polyvox_generator.pointers import join, lookup, parent, reference_pointer, split

__all__ = ["mapping_pointer", "references", "security"]


def references(context: Context) -> Iterator[Finding]:
    """`dangling-ref`, `reference-kind`, `reference-cycle`: every reference resolves."""
    for node in context.nodes:
        if "$ref" in node.value:
            yield from _reference(context, node)
        if node.kind == "schema":
            yield from _mapping(context, node)


def security(context: Context) -> Iterator[Finding]:
    """`unknown-security`: every security requirement names a declared scheme."""
    components = as_map(context.tree.get("components"))
    declared = as_map(components.get("securitySchemes"))
    for node in context.of("document", "operation"):
        for index, requirement in enumerate(as_list(node.value.get("security"))):
            for name in as_map(requirement):
                if name not in declared:
                    pointer = join(node.pointer, "security", index, name)
                    msg = f"No security scheme is called {name!r}. Declare it in components."
                    yield context.finding("unknown-security", pointer, msg)


def mapping_pointer(value: str) -> str | None:
    """Pointer of the schema that a discriminator mapping's *value* names."""
    if "#" in value or "/" in value:
        return reference_pointer(value)
    return join("/components/schemas", value)


def _reference(context: Context, node: Node) -> Iterator[Finding]:
    pointer = join(node.pointer, "$ref")
    reference = node.value["$ref"]
    found = context.target(reference)
    if found is None:
        yield context.finding("dangling-ref", pointer, _dangling(context, reference))
        return
    kind = context.kinds.get(found[0], "other")
    if node.kind not in ("other", kind) and not isinstance(found[1], bool):
        wanted = node.kind.replace("_", " ")
        msg = f"$ref {reference!r} stands where a {wanted} is wanted and names none. Name one."
        yield context.finding("reference-kind", pointer, msg)
    elif _is_cycle(context, node):
        msg = f"$ref {reference!r} leads back to itself. Make one of the chain a definition."
        yield context.finding("reference-cycle", pointer, msg)


def _is_cycle(context: Context, node: Node) -> bool:
    """Whether *node* is part of the cycle; those who merely lead into it are not to blame."""
    seen: set[str] = set()
    found = context.target(node.value.get("$ref"))
    while found is not None and found[0] not in seen:
        if found[0] == node.pointer:
            return True
        seen.add(found[0])
        found = context.target(as_map(found[1]).get("$ref"))
    return False


def _dangling(context: Context, reference: object) -> str:
    pointer = reference_pointer(reference) if isinstance(reference, str) else None
    if pointer is None:
        return f"$ref {reference!r} does not stay in this document. Use `#/components/...`."
    try:
        siblings = as_map(lookup(context.tree, parent(pointer)))
    except KeyError:
        siblings = {}
    close = get_close_matches(split(pointer)[-1], list(siblings), n=1)
    advice = f"Did you mean {close[0]!r}?" if close else "Add the component or correct the name."
    return f"$ref {reference!r} resolves to nothing. {advice}"


def _mapping(context: Context, node: Node) -> Iterator[Finding]:
    discriminator = as_map(node.value.get("discriminator"))
    place = join(node.pointer, "discriminator")
    mapping = as_map(discriminator.get("mapping"))
    places = {join(place, "mapping", key): value for key, value in mapping.items()}
    if "defaultMapping" in discriminator:
        places[join(place, "defaultMapping")] = discriminator["defaultMapping"]
    for path, value in places.items():
        pointer = mapping_pointer(value) if isinstance(value, str) else None
        if pointer is None or context.target(f"#{pointer}") is None:
            msg = f"Discriminator mapping {value!r} resolves to nothing. Name a schema."
            yield context.finding("dangling-ref", path, msg)
