"""`spec.json`: the document as written, as JSON, for everything that reads it at run time."""

from __future__ import annotations

import json
from collections.abc import Iterator

from polyvox_generator.errors import SpecError
from polyvox_generator.lint.values import as_list, as_map
from polyvox_generator.load import Document
from polyvox_generator.pointers import join

__all__ = ["bundle"]


def bundle(document: Document) -> str:
    """
    JSON text of *document*, keys in their order, ending with a newline.

    Raises:
        SpecError: A reference leads out of the document, so the JSON would not stand alone.
    """
    for pointer, target in _references(document.tree, ""):
        if not target.startswith("#/"):
            line, column = document.locate(pointer)
            msg = f"The reference {target!r} leads out of the document. Move its target in here."
            raise SpecError(msg, file=str(document.path), line=line, column=column)
    return json.dumps(document.tree, ensure_ascii=False, indent=1) + "\n"


def _references(value: object, pointer: str) -> Iterator[tuple[str, str]]:
    for key, inner in as_map(value).items():
        here = join(pointer, key)
        if key == "$ref" and isinstance(inner, str):
            yield here, inner
        elif key not in ("example", "examples"):
            yield from _references(inner, here)
    for index, inner in enumerate(as_list(value)):
        yield from _references(inner, join(pointer, index))
