"""
What all result types stand on: attributes for known and unknown members, as the wire sent them.

Nothing is refused: a member of another kind than expected is kept as it is, an absent one has its
default, an unknown one becomes an attribute.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from inspect import get_annotations
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeAlias

from polyvox_core.shapes import is_array, is_object

__all__ = ["Converter", "JsonObject", "Record", "list_of", "one_of"]

JsonObject: TypeAlias = dict[str, Any]
Converter: TypeAlias = Callable[[Any], Any]


class Record:
    """
    An object of the API.

    Members are attributes, by their Python names and by their names on the wire; names given to
    the constructor may be of either kind. Values are equal when class and members are.
    """

    _fields: ClassVar[tuple[str, ...]] = ()
    _shown: ClassVar[tuple[str, ...]] = ()
    _aliases: ClassVar[Mapping[str, str]] = {}
    _nested: ClassVar[Mapping[str, Converter]] = {}
    _fresh: ClassVar[Mapping[str, Callable[[], Any]]] = {}

    __hash__ = None  # type: ignore[assignment]  # mutable values have no hash

    def __init_subclass__(
        cls,
        *,
        shown: str = "",
        nested: Mapping[str, Converter] | None = None,
        fresh: Mapping[str, Callable[[], Any]] | None = None,
        camel: bool = False,
    ) -> None:
        """
        Collect the fields of a new type.

        Args:
            shown: Names that the repr always shows, in its order, apart by blanks.
            nested: What makes objects of the members that hold some.
            fresh: What makes the value of members that are absent or null.
            camel: The wire spells the names in camelCase.
        """
        own = [name for name in get_annotations(cls) if not name.startswith("_")]
        cls._fields = (*cls._fields, *(name for name in own if name not in cls._fields))
        cls._shown = tuple(shown.split()) or cls._shown
        cls._nested = {**cls._nested, **(nested or {})}
        cls._fresh = {**cls._fresh, **(fresh or {})}
        if camel or cls._aliases:
            cls._aliases = {_camel(name): name for name in cls._fields if _camel(name) != name}

    def __init__(self, /, **values: Any) -> None:
        cls, own = type(self), self.__dict__
        aliases, nested = cls._aliases, cls._nested
        for name, value in values.items():
            field = aliases.get(name, name)
            convert = nested.get(field)
            own[field] = value if convert is None else convert(value)
        for field, make in cls._fresh.items():
            if own.get(field) is None:
                own[field] = make()

    @classmethod
    def of(cls, value: Any) -> Self:
        """
        The object of a decoded JSON *value*.

        Raises:
            TypeError: It is no JSON object.
        """
        if not isinstance(value, Mapping):
            msg = f"{cls.__name__} needs a JSON object, not {type(value).__name__}"
            raise TypeError(msg)
        return cls(**value)

    if not TYPE_CHECKING:  # pragma: no branch - checkers shall know the members only

        def __getattr__(self, name: str) -> Any:
            """Find a member under its other spelling."""
            if not name.startswith("_"):
                cls, own = type(self), self.__dict__
                for other in (cls._aliases.get(name), _snake(name), _camel(name)):
                    if other in own:
                        return own[other]
                    if other in cls._fields and other != name:
                        return getattr(self, other)
            msg = f"{type(self).__name__!r} object has no attribute {name!r}"
            raise AttributeError(msg)

    def _values(self) -> JsonObject:
        """All members: fields in their order, then the others as they came."""
        own = self.__dict__
        fields = {name: getattr(self, name) for name in self._fields}
        return {**fields, **{name: own[name] for name in own if name not in fields}}

    def __eq__(self, other: object) -> bool:
        """Equal when class and members are equal."""
        if not isinstance(other, type(self)):
            return NotImplemented
        return self._values() == other._values()

    def __repr__(self) -> str:
        """Name the class, what is always shown, and what else was sent."""
        values, aliases = self._values(), self._aliases
        shown = {name: values.pop(aliases.get(name, name), None) for name in self._shown}
        more = {
            name: value
            for name, value in values.items()
            if name not in self._fields or value not in (None, {}, [])
        }
        inner = ", ".join(f"{name}={value!r}" for name, value in {**shown, **more}.items())
        return f"{type(self).__name__}({inner})"

    @property
    def model_extra(self) -> JsonObject:
        """Members that this class does not know."""
        own = self.__dict__
        return {name: own[name] for name in own if name not in self._fields}

    @property
    def model_fields_set(self) -> set[str]:
        """Names of the members that were given."""
        return set(self.__dict__)

    def model_dump(
        self,
        *,
        by_alias: bool = False,
        exclude_none: bool = False,
        exclude_unset: bool = False,
        include: Collection[str] | None = None,
        exclude: Collection[str] | None = None,
        **_ignored: Any,
    ) -> JsonObject:
        """
        All members as plain dicts and lists.

        Args:
            by_alias: Under their names on the wire.
            exclude_none: Without those that are None.
            exclude_unset: Without those that were not given.
            include: Only these.
            exclude: All but these.
        """
        wire = {field: alias for alias, field in self._aliases.items()} if by_alias else {}

        def dumped(record: Record) -> JsonObject:
            return record.model_dump(
                by_alias=by_alias, exclude_none=exclude_none, exclude_unset=exclude_unset
            )

        return {
            wire.get(name, name): _plain(value, dumped)
            for name, value in self._values().items()
            if not (exclude_none and value is None)
            and not (exclude_unset and name not in self.__dict__)
            and (include is None or name in include)
            and not (exclude and name in exclude)
        }

    def model_dump_json(self, *, indent: int | None = None, **options: Any) -> str:
        """Same as `model_dump`, as JSON text."""
        separators = (",", ":") if indent is None else None
        return json.dumps(
            self.model_dump(**options), indent=indent, separators=separators, ensure_ascii=False
        )

    @classmethod
    def model_validate(cls, obj: Any, **_ignored: Any) -> Self:
        """The object of a mapping, or *obj* itself when it is one already."""
        return obj if isinstance(obj, cls) else cls.of(obj)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy, with the members in *update*."""
        from copy import copy, deepcopy  # noqa: PLC0415 - rare

        other = deepcopy(self) if deep else copy(self)
        other.__dict__.update(update or {})
        return other

    parse_obj = model_validate
    dict = model_dump
    json = model_dump_json
    copy = model_copy
    to_dict = model_dump
    to_json = model_dump_json


def one_of(cls: type[Record]) -> Converter:
    """Makes *cls* of JSON objects, and leaves everything else as it is."""

    def convert(value: Any) -> Any:
        return cls(**value) if is_object(value) else value

    return convert


def list_of(cls: type[Record]) -> Converter:
    """Makes *cls* of the JSON objects in a list, and leaves everything else as it is."""

    def convert(value: Any) -> Any:
        if not is_array(value):
            return value
        return [cls(**one) if is_object(one) else one for one in value]

    return convert


def _plain(value: Any, dumped: Callable[[Record], JsonObject]) -> Any:
    if isinstance(value, Record):
        return dumped(value)
    if is_object(value):
        return {name: _plain(one, dumped) for name, one in value.items()}
    if is_array(value):
        return [_plain(one, dumped) for one in value]
    return value


def _camel(name: str) -> str:
    head, *tail = name.split("_")
    return head + "".join(part.capitalize() for part in tail)


def _snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)
