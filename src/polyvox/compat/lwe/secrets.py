"""
Settings that must not be seen: known by their names, replaced before anything is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from polyvox_core.secret import MASK, Secret

__all__ = ["secrets_in", "without_secrets"]

# `max_tokens` is no secret, `api_key_env_var` is the name of one.
_SECRET_NAME = re.compile(r"(api_?key|password|secret|(^|_)token|authorization)$", re.IGNORECASE)


def _items(value: Mapping[Any, Any]) -> Iterable[tuple[Any, Any]]:
    return value.items()


def _members(value: Iterable[Any]) -> Iterable[Any]:
    return value


def without_secrets(value: Any) -> Any:
    """*value* with `***` for what is kept under a name such as `api_key`, at any depth."""
    if isinstance(value, Mapping):
        return {
            name: MASK if one and _SECRET_NAME.search(str(name)) else without_secrets(one)
            for name, one in _items(value)
        }
    if isinstance(value, list | tuple):
        return [without_secrets(one) for one in _members(value)]
    return value


def secrets_in(value: Any) -> Iterator[Secret]:
    """The texts in *value* that `without_secrets` hides."""
    if isinstance(value, Mapping):
        for name, one in _items(value):
            if isinstance(one, str) and _SECRET_NAME.search(str(name)):
                yield Secret(one)
            elif isinstance(one, Secret):
                yield one
            else:
                yield from secrets_in(one)
    elif isinstance(value, list | tuple):
        for one in _members(value):
            yield from secrets_in(one)
