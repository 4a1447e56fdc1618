"""
Small vectors for texts: the same for the same text, and nothing like a real embedding.
"""

from __future__ import annotations

import base64
import hashlib
import struct

from polyvox.emulator.jsonvalues import Json, JsonObject, compact, items_of

__all__ = ["embedded_inputs", "vector"]


def embedded_inputs(fields: JsonObject) -> list[str]:
    """The inputs as texts: one text, a list of texts, tokens, or lists of tokens."""
    source = fields.get("input")
    if isinstance(source, str):
        inputs: list[Json] = [source]
    else:
        inputs = items_of(source)
        inputs = [inputs] if inputs and isinstance(inputs[0], int) else inputs
    inputs = [*inputs, *items_of(fields.get("custom_input"))]
    return [item if isinstance(item, str) else compact(item) for item in inputs]


def vector(text: str, size: int, *, as_text: bool) -> list[float] | str:
    """*size* numbers between -1 and 1 that follow from *text*; base64 if *as_text*."""
    numbers: list[float] = []
    while len(numbers) < size:
        digest = hashlib.sha256(f"{len(numbers)}:{text}".encode()).digest()
        # Multiples of 1/128 survive the way through 32-bit floats unchanged.
        numbers += [(byte - 128) / 128 for byte in digest]
    numbers = numbers[:size]
    if not as_text:
        return numbers
    return base64.b64encode(struct.pack(f"<{size}f", *numbers)).decode()
