"""
The filters, tests and functions of expressions that Jinja itself does not have.

Source: ansible-core, plugins/filter/core.py and plugins/test/core.py; those that workflows use.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import json
import os
import random
import re
import shlex
from collections.abc import Callable, Container, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from jinja2 import Undefined
from jinja2.exceptions import FilterArgumentError, UndefinedError

from polyvox.compat.lwe.extras import from_yaml, to_yaml
from polyvox.compat.lwe.merging import merged
from polyvox.compat.lwe.shapes import is_list, is_mapping

__all__ = ["FILTERS", "FUNCTIONS", "TESTS"]


def _regex_flags(ignorecase: bool, multiline: bool) -> int:
    return (re.IGNORECASE if ignorecase else 0) | (re.MULTILINE if multiline else 0)


def _regex_replace(
    value: Any, pattern: str, by: str = "", ignorecase: bool = False, multiline: bool = False
) -> str:
    return re.sub(pattern, by, str(value), flags=_regex_flags(ignorecase, multiline))


def _regex_search(
    value: Any, pattern: str, *groups: str, ignorecase: bool = False, multiline: bool = False
) -> Any:
    match = re.search(pattern, str(value), _regex_flags(ignorecase, multiline))
    if match is None or not groups:
        return match and match[0]
    # Written as in a replacement: '\\1', or '\\g<name>'.
    return [match.expand(group) for group in groups]


def _regex_findall(
    value: Any, pattern: str, ignorecase: bool = False, multiline: bool = False
) -> list[Any]:
    return re.findall(pattern, str(value), _regex_flags(ignorecase, multiline))


def _random(value: Any, start: int = 0, step: int = 1, seed: Any = None) -> Any:
    chosen = random.Random(seed)  # noqa: S311 - a choice of texts, not cryptography
    if isinstance(value, int):
        return chosen.randrange(start, value, step)
    return chosen.choice(list(value))


def _bool(value: Any) -> bool:
    if value is None or isinstance(value, bool):
        return bool(value)
    return str(value).strip().lower() in {"1", "on", "true", "yes", "y", "t"}


def _combine(*values: Mapping[str, Any], recursive: bool = False) -> dict[str, Any]:
    if recursive:
        return functools.reduce(merged, values, {})
    return {name: one for value in values for name, one in value.items()}


def _flatten(value: Iterable[Any], levels: int | None = None) -> list[Any]:
    flat: list[Any] = []
    for one in value:
        if is_list(one) and levels != 0:
            flat += _flatten(one, None if levels is None else levels - 1)
        elif one is not None:
            flat.append(one)
    return flat


def _mandatory(value: Any, msg: str | None = None) -> Any:
    if isinstance(value, Undefined):
        raise UndefinedError(msg or "Mandatory variable is not defined.")
    return value


def _hash(value: Any, algorithm: str = "sha1") -> str:
    if algorithm not in hashlib.algorithms_guaranteed or algorithm.startswith("shake"):
        msg = f"There is no hash {algorithm!r}."
        raise FilterArgumentError(msg)
    return hashlib.new(algorithm, str(value).encode(), usedforsecurity=False).hexdigest()


def _text(value: Any) -> str:
    return value if isinstance(value, str) else str(value)


def _split(value: Any, by: str | None = None, maxsplit: int = -1) -> list[str]:
    return _text(value).split(by, maxsplit)


def _ternary(value: Any, yes: Any, no: Any, none: Any = None) -> Any:
    if value is None and none is not None:
        return none
    return yes if value else no


def _distinct(values: Iterable[Any]) -> list[Any]:
    kept: list[Any] = []
    for one in values:
        if one not in kept:
            kept.append(one)
    return kept


def _json(value: Any, **options: Any) -> str:
    return json.dumps(value, ensure_ascii=False, **options)


def _b64decode(value: str, encoding: str = "utf-8") -> str:
    return base64.b64decode(value).decode(encoding)


def _b64encode(value: Any, encoding: str = "utf-8") -> str:
    return base64.b64encode(_text(value).encode(encoding)).decode()


def _dict2items(
    value: Mapping[str, Any], key_name: str = "key", value_name: str = "value"
) -> list[dict[str, Any]]:
    return [{key_name: key, value_name: one} for key, one in value.items()]


def _items2dict(
    value: Iterable[Mapping[str, Any]], key_name: str = "key", value_name: str = "value"
) -> dict[Any, Any]:
    return {one[key_name]: one[value_name] for one in value}


def _difference(one: Iterable[Any], other: Container[Any]) -> list[Any]:
    return [value for value in _distinct(one) if value not in other]


def _intersect(one: Iterable[Any], other: Container[Any]) -> list[Any]:
    return [value for value in _distinct(one) if value in other]


def _union(one: Iterable[Any], other: Iterable[Any]) -> list[Any]:
    return _distinct([*one, *other])


def _from_yaml(value: Any) -> Any:
    return from_yaml(_text(value), "from_yaml")


def _nice_json(value: Any, indent: int = 4, sort_keys: bool = True) -> str:
    return _json(value, indent=indent, sort_keys=sort_keys)


def _quote(value: Any) -> str:
    return shlex.quote(_text(value))


def _regex_escape(value: Any) -> str:
    return re.escape(_text(value))


def _type_debug(value: Any) -> str:
    return type(value).__name__


def _zip(*values: Iterable[Any]) -> list[list[Any]]:
    return [list(one) for one in zip(*values, strict=False)]


FILTERS: dict[str, Callable[..., Any]] = {
    "b64decode": _b64decode,
    "b64encode": _b64encode,
    "basename": os.path.basename,
    "bool": _bool,
    "combine": _combine,
    "dict2items": _dict2items,
    "difference": _difference,
    "dirname": os.path.dirname,
    "expanduser": os.path.expanduser,
    "flatten": _flatten,
    "from_json": json.loads,
    "from_yaml": _from_yaml,
    "hash": _hash,
    "intersect": _intersect,
    "items2dict": _items2dict,
    "mandatory": _mandatory,
    "quote": _quote,
    "random": _random,
    "regex_escape": _regex_escape,
    "regex_findall": _regex_findall,
    "regex_replace": _regex_replace,
    "regex_search": _regex_search,
    "split": _split,
    "splitext": os.path.splitext,
    "ternary": _ternary,
    "to_json": _json,
    "to_nice_json": _nice_json,
    "to_nice_yaml": to_yaml,
    "to_yaml": to_yaml,
    "type_debug": _type_debug,
    "union": _union,
    "zip": _zip,
}


def _member(name: str, value: Any) -> bool:
    if not is_mapping(value):
        msg = f"The test {name!r} takes the result of a task, not a {type(value).__name__}."
        raise FilterArgumentError(msg)
    return bool(value.get(name, False))


def _changed(value: Any) -> bool:
    return _member("changed", value)


def _failed(value: Any) -> bool:
    return _member("failed", value)


def _skipped(value: Any) -> bool:
    return _member("skipped", value)


def _succeeded(value: Any) -> bool:
    return not _failed(value)


def _matches(value: Any, pattern: str, ignorecase: bool = False, multiline: bool = False) -> bool:
    return bool(re.match(pattern, _text(value), _regex_flags(ignorecase, multiline)))


def _searches(value: Any, pattern: str, ignorecase: bool = False, multiline: bool = False) -> bool:
    return bool(re.search(pattern, _text(value), _regex_flags(ignorecase, multiline)))


def _contains(value: Container[Any], one: Any) -> bool:
    return one in value


def _falsy(value: Any) -> bool:
    return not value


def _subset(value: Iterable[Any], other: Container[Any]) -> bool:
    return all(one in other for one in value)


def _superset(value: Container[Any], other: Iterable[Any]) -> bool:
    return _subset(other, value)


TESTS: dict[str, Callable[..., bool]] = {
    "changed": _changed,
    "contains": _contains,
    "directory": os.path.isdir,
    "exists": os.path.exists,
    "failed": _failed,
    "failure": _failed,
    "falsy": _falsy,
    "file": os.path.isfile,
    "match": _matches,
    "regex": _searches,
    "search": _searches,
    "skip": _skipped,
    "skipped": _skipped,
    "subset": _subset,
    "succeeded": _succeeded,
    "success": _succeeded,
    "successful": _succeeded,
    "superset": _superset,
    "truthy": bool,
}


def _now(utc: bool = False, fmt: str | None = None) -> Any:
    moment = datetime.now(UTC if utc else None)
    return moment.strftime(fmt) if fmt else moment


FUNCTIONS: dict[str, Callable[..., Any]] = {"now": _now}
