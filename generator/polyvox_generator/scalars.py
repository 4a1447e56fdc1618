"""
The YAML 1.2 core schema for plain scalars, on PyYAML's parser.

PyYAML reads YAML 1.1, where `no` is false, `012` is ten and `2024-10-21` is a date; an OpenAPI
document means the strings (or the number twelve) that JSON tools see.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING or not yaml.__with_libyaml__:
    from yaml import SafeLoader as _Loader
else:
    # The C parser is about ten times as fast and keeps the same marks.
    from yaml import CSafeLoader as _Loader

__all__ = ["CORE_TAGS", "CoreLoader", "scalar"]

_PREFIX = "tag:yaml.org,2002:"
CORE_TAGS = frozenset(f"{_PREFIX}{name}" for name in ("str", "null", "bool", "int", "float"))
_RESOLVERS = {
    "null": (re.compile(r"^(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""]),
    "bool": (re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF")),
    "int": (re.compile(r"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$"), list("-+0123456789")),
    "float": (
        re.compile(
            r"^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
            r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$"
        ),
        list("-+.0123456789"),
    ),
}


class CoreLoader(_Loader):
    """Loader whose plain scalars resolve as in the YAML 1.2 core schema."""

    # A dictionary of its own: the base class shares one with every other loader.
    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own attribute


_loader: Any = CoreLoader
for _name, (_pattern, _first) in _RESOLVERS.items():
    _loader.add_implicit_resolver(f"{_PREFIX}{_name}", _pattern, _first)


def scalar(tag: str, text: str) -> Any:
    """
    JSON value of the scalar *text* with the core *tag*.

    Raises:
        ValueError: JSON has no such value: not finite, or a tag that does not fit the text.
    """
    kind = tag.removeprefix(_PREFIX)
    if kind == "null":
        return None
    if kind == "bool":
        return ("false", "true").index(text.lower()) == 1
    if kind == "int":
        return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
    if kind == "float":
        return _finite(text)
    return text


def _finite(text: str) -> float:
    value = float(text.replace(".inf", "inf").replace(".nan", "nan"))
    if not math.isfinite(value):
        raise ValueError(text)
    return value
