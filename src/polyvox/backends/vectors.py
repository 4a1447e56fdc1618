"""
Embeddings in the OpenAI shape: one vector for each text, in the order of the texts.

Source: OpenAI API reference, embeddings; Aleph Alpha and AI DIAL answer in the same shape.
"""

from __future__ import annotations

import binascii
import struct
from base64 import b64decode
from collections.abc import Callable
from typing import Any

from polyvox.backends.openai_shape import usage_of
from polyvox.types import Embeddings
from polyvox_core.model import JsonObject
from polyvox_core.shapes import as_int, as_object, as_objects, as_text

__all__ = ["embeddings_of"]


def embeddings_of(answer: JsonObject, texts: int, decode: Callable[[Any], Any]) -> Embeddings:
    """
    The vectors in an *answer* to so many *texts*.

    Args:
        answer: Its decoded JSON.
        texts: How many vectors there must be.
        decode: Gives the answer as the generated client's class.

    Raises:
        KeyError: It holds none.
        ValueError: It holds fewer or more than one for each text, or some that are no vectors.
    """
    rows = as_objects(answer["data"])
    if len(rows) != texts:
        msg = f"{len(rows)} vectors for {texts} texts"
        raise ValueError(msg)
    # Servers that leave the index out keep the order.
    places = [as_int(row.get("index", position)) or 0 for position, row in enumerate(rows)]
    ordered = [rows[position] for position in sorted(range(texts), key=places.__getitem__)]
    usage = as_object(answer.get("usage"))
    return Embeddings(
        vectors=[_vector(row["embedding"]) for row in ordered],
        model=as_text(answer.get("model")),
        usage=usage_of(usage) if usage else None,
        raw=decode(answer),
    )


def _vector(embedding: Any) -> list[float]:
    """The numbers of one vector; as base64 it is little-endian 32-bit floats."""
    if not isinstance(embedding, str):
        return list(embedding)
    try:
        packed = b64decode(embedding, validate=True)
        return list(struct.unpack(f"<{len(packed) // 4}f", packed))
    except (binascii.Error, struct.error) as error:
        msg = f"a vector that is no base64 of floats ({error})"
        raise ValueError(msg) from None
