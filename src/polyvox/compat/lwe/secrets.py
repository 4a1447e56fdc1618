"""
Settings that must not be seen: known by their names, replaced before anything is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from polyvox.compat.lwe.shapes import is_list, is_mapping
from polyvox_core.secret import MASK, Secret

__all__ = ["secrets_in", "without_secrets"]

# `max_tokens` is no secret, `api_key_env_var` is the name of one.
_SECRET_NAME = re.compile(r"(api_?key|password|secret|(^|_)token|authorization)$", re.IGNORECASE)


def without_secrets(value: Any) -> Any:
    """*value* with `***` for what is kept under a name such as `api_key`, at any depth."""
    if is_mapping(value):
        return {
            name: MASK if one and _SECRET_NAME.search(str(name)) else without_secrets(one)
            for name, one in value.items()
        }
    if is_list(value):
        return [without_secrets(one) for one in value]
    return value


def secrets_in(value: Any) -> Iterator[Secret]:
    """The texts in *value* that `without_secrets` hides."""
    if is_mapping(value):
        for name, one in value.items():
            if isinstance(one, str) and _SECRET_NAME.search(str(name)):
                yield Secret(one)
            elif isinstance(one, Secret):
                yield one
            else:
                yield from secrets_in(one)
    elif is_list(value):
        for one in value:
            yield from secrets_in(one)
