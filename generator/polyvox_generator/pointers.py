"""JSON values and pointers (RFC 6901) into them: building, taking apart, looking up."""

from __future__ import annotations

from typing import Any, TypeGuard
from urllib.parse import unquote

__all__ = ["is_list", "is_map", "join", "lookup", "parent", "reference_pointer", "split"]


def is_map(value: object) -> TypeGuard[dict[str, Any]]:
    """Tell whether *value* is a JSON object."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Tell whether *value* is a JSON array."""
    return isinstance(value, list)


def join(pointer: str, *parts: str | int) -> str:
    """Pointer of the member that *parts* lead to below *pointer*."""
    for part in parts:
        pointer += f"/{str(part).replace('~', '~0').replace('/', '~1')}"
    return pointer


def split(pointer: str) -> list[str]:
    """Unescaped parts of *pointer*; the root has none."""
    return [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]


def parent(pointer: str) -> str:
    """Pointer of the value that contains *pointer*; the root's is the root."""
    return pointer.rpartition("/")[0]


def lookup(tree: Any, pointer: str) -> Any:
    """
    Value at *pointer* in *tree*.

    Raises:
        KeyError: Nothing stands there.
    """
    value = tree
    for part in split(pointer):
        if is_map(value) and part in value:
            value = value[part]
        elif is_list(value) and part.isdecimal() and int(part) < len(value):
            value = value[int(part)]
        else:
            raise KeyError(pointer)
    return value


def reference_pointer(reference: str) -> str | None:
    """Pointer in the `$ref` *reference* (`#/...`), or None when it leads out of the document."""
    if reference == "#":
        return ""
    return unquote(reference[1:]) if reference.startswith("#/") else None
