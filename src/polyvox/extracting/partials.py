"""
What is known of a value while it arrives: members by attribute, places by index.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import Any, Generic, TypeVar

from polyvox.schemas.strict import resolved
from polyvox_core.model import JsonObject
from polyvox_core.shapes import as_object, is_array, is_object

__all__ = ["Partial"]

T = TypeVar("T")


class Partial(Generic[T]):
    """
    The part of a value that is known so far; it goes on growing with the stream it comes from.

    Members that are still to come read as None; a name that the class does not have is an
    AttributeError. Texts may be cut anywhere, numbers are whole. Nothing is validated yet.

    Args:
        find: Gives the JSON value as far as it is known.
        rules: What the schema says about it.
        root: The whole schema.
    """

    __slots__ = ("_find", "_root", "_rules")

    def __init__(self, find: Callable[[], Any], rules: Any, root: JsonObject) -> None:
        self._find = find
        self._rules = rules
        self._root = root

    @property
    def known(self) -> Any:
        """The JSON value so far, as dicts and lists; copy it to keep a state of it."""
        return self._find()

    def _inner(self, key: str | int) -> Any:
        """What is known of a member or place."""
        value = self.known[key]
        if not is_object(value) and not is_array(value):
            return value
        rules = next((one for one in self._rules_of(key) if one is not None), None)
        inner: Partial[Any] = Partial(lambda: self.known[key], rules, self._root)
        return inner

    def _forms(self) -> list[JsonObject]:
        """The alternatives that the value may be."""
        rules = resolved(self._rules, self._root)
        branches = [one for key in ("anyOf", "oneOf") for one in rules.get(key, ())]
        return [resolved(one, self._root) for one in branches] or [rules]

    def _rules_of(self, key: str | int) -> Iterator[Any]:
        for form in self._forms():
            if isinstance(key, str):
                yield as_object(form.get("properties")).get(key, form.get("additionalProperties"))
            else:
                places = form.get("prefixItems", ())
                yield places[key] if 0 <= key < len(places) else form.get("items")

    def __getattr__(self, name: str) -> Any:
        """The member *name* as far as it is known; None while it is not."""
        if not name.startswith("__"):
            known = self.known
            if is_object(known) and name in known:
                return self._inner(name)
            names = [key for form in self._forms() for key in as_object(form.get("properties"))]
            if name in names:
                return None
            near = get_close_matches(name, names, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            msg = f"the value has no member {name!r}{hint}"
            raise AttributeError(msg)
        raise AttributeError(name)

    def __getitem__(self, key: str | int) -> Any:
        """The member or place, which must be known already."""
        known = self.known
        if is_array(known) and isinstance(key, int) and key < 0:
            key += len(known)
        if known is None or (is_array(known) and isinstance(key, int) and key < 0):
            raise (IndexError if isinstance(key, int) else KeyError)(key)
        return self._inner(key)

    def __len__(self) -> int:
        """How many members or places are known."""
        known = self.known
        return 0 if known is None else len(known)

    def __iter__(self) -> Iterator[Any]:
        """What is known: the places of an array, the names of an object."""
        known = self.known
        if is_object(known):
            return iter([*known])
        return (self._inner(place) for place in range(len(self)))

    def __contains__(self, key: object) -> bool:
        """Whether a member of this name, or this value, is known."""
        return key in (self.known or ())

    def __repr__(self) -> str:
        """Show what is known."""
        return f"Partial({self.known!r})"
