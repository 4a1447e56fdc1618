"""
JSON in and out; the one module that decides who does it.

orjson when it is installed (extra `orjson`), the standard library otherwise. Both give and
accept the same values: no NaN, no Infinity, UTF-8, compact. One difference is left: orjson reads
integers beyond 64 bits as floats.
"""

from __future__ import annotations

import json
import math
from typing import Any, NoReturn, TypeGuard

from polyvox_core.errors import ConfigError
from polyvox_core.shapes import is_array, is_object

try:
    import orjson
except ImportError:
    orjson = None  # type: ignore[assignment]  # optional; the standard library does as well

__all__ = ["dumps", "loads"]


def _refuse_constant(name: str) -> NoReturn:
    msg = f"{name} is not JSON"
    raise ValueError(msg)


# Made once: json.loads and json.dumps make new ones for each call that has options.
_DECODER = json.JSONDecoder(parse_constant=_refuse_constant)
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
_BLOCK_BYTES = 2048


def _std_loads(source: bytes | str) -> Any:
    if isinstance(source, bytes):
        source = source.decode("utf-8-sig")
    try:
        return _DECODER.decode(source)
    except RecursionError:
        msg = "it is nested too deeply"
        raise ValueError(msg) from None


def _std_dumps(value: Any) -> bytes:
    return _ENCODER.encode(value).encode()


def _checked(text: bytes, value: Any) -> bytes:
    """The *text* of *value*, unless orjson turned a number that is none into a null."""
    if b"null" in text:
        _check_numbers(value)
    # orjson leaves a short text in a block of 4 KiB, and a request lives as long as its answer.
    return text if len(text) > _BLOCK_BYTES else bytes(memoryview(text))


def _check_numbers(value: Any) -> None:
    if isinstance(value, float) and not math.isfinite(value):
        msg = f"{value} is not JSON"
        raise ValueError(msg)
    if is_object(value):
        value = [*value.values()]
    if is_array(value) or _is_tuple(value):
        for inner in value:
            _check_numbers(inner)


def _is_tuple(value: Any) -> TypeGuard[tuple[Any, ...]]:
    return isinstance(value, tuple)


def loads(source: bytes | str) -> Any:
    """
    The value of a JSON text.

    Raises:
        ValueError: It is not JSON, not UTF-8, or nested too deeply.
    """
    if orjson is None:
        return _std_loads(source)
    try:
        return orjson.loads(source)
    except ValueError:
        # A byte order mark and deep nesting are treated alike with and without orjson.
        return _std_loads(source)


def dumps(value: Any) -> bytes:
    """
    The compact JSON text of *value*.

    Raises:
        ConfigError: The value holds something that JSON cannot express.
    """
    try:
        if orjson is not None:
            try:
                return _checked(orjson.dumps(value), value)
            except TypeError:
                # Integers over 64 bits and keys that are no str: the standard library decides.
                return _std_dumps(value)
        return _std_dumps(value)
    except (TypeError, ValueError, RecursionError) as error:
        msg = f"The request cannot be written as JSON: {error}."
        raise ConfigError(
            msg, hint="Pass text, numbers, booleans, None, lists and dicts."
        ) from error
