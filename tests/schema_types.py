"""
Classes of every kind, for the tests of schemas and of extractions.
"""

from __future__ import annotations

import enum
from dataclasses import InitVar, dataclass, field
from datetime import date
from typing import (
    Annotated,
    ClassVar,
    Generic,
    Literal,
    NamedTuple,
    NewType,
    NotRequired,
    Required,
    TypedDict,
    TypeVar,
)

import attrs
import pydantic
from typing_extensions import Doc, TypeAliasType

T = TypeVar("T")
Bounded = TypeVar("Bounded", bound=int)
Chosen = TypeVar("Chosen", int, str)
Euros = NewType("Euros", int)
Names = TypeAliasType("Names", list[str])
Nested = TypeAliasType("Nested", "list[Nested] | int")
Pair = TypeAliasType("Pair", tuple[T, T], type_params=(T,))
Noted = TypeAliasType("Noted", Annotated[Names, "All of them"])
Endless = TypeAliasType("Endless", "Endless")
LostAlias = TypeAliasType("LostAlias", "list[Missing]")  # noqa: F821 # same as `Lost`


class Mood(enum.Enum):
    """How it goes."""

    GOOD = "good"
    BAD = "bad"


class Level(enum.IntEnum):
    """How much."""

    LOW = 1
    HIGH = 2


@attrs.define
class Home:
    """
    Where somebody lives.

    Attributes:
        city: The city,
            in full.
        _zip: Kept apart.
    """

    city: str
    _zip: str | None = None


@attrs.define
class Person:
    """Somebody."""

    name: Annotated[str, "Full name"]
    age: int
    home: Home | None = None
    mood: Mood = Mood.GOOD
    tags: set[str] = attrs.field(factory=set)
    friends: list[Person] = attrs.field(factory=list)
    seen: int = attrs.field(init=False, default=0)
    score: float = attrs.field(default=0.5, metadata={"description": "From 0 to 1"})


@dataclass
class Trip:
    """A dataclass."""

    kind: ClassVar[str] = "trip"
    start: date
    stops: list[Home]
    price: Annotated[Euros, Doc("In euros")] = Euros(0)
    level: Level = Level.LOW
    guide: Person | None = None
    half: tuple[int, str] = (0, "")
    total: int = field(init=False, default=0)
    seed: InitVar[int] = 1

    def __post_init__(self, seed: int) -> None:
        """See that the price makes sense."""
        self.total = int(self.price) + seed
        if self.price < 0:
            msg = "the price is negative"
            raise ValueError(msg)


class Cat(TypedDict):
    """A cat."""

    kind: Literal["cat"]
    lives: NotRequired[int]


class Dog(TypedDict, total=False):
    """A dog."""

    kind: Required[Literal["dog"]]
    bark: Annotated[NotRequired[str], "How it sounds"]


class Point(NamedTuple):
    """A place."""

    x: float
    y: float = 0.0


class Inner(pydantic.BaseModel):
    """A pydantic model inside another."""

    y: Annotated[str, pydantic.Field(description="Why")]


class Outer(pydantic.BaseModel):
    """A pydantic model."""

    x: int
    inner: list[Inner] = []
    when: date | None = None
    count: int = 3


class Chain(pydantic.BaseModel):
    """A pydantic model that holds itself."""

    next: Chain | None = None


class Numbers(pydantic.RootModel[list[int]]):
    """A pydantic model that is a list."""


@attrs.define
class Box(Generic[T]):
    """A generic class."""

    item: T
    more: list[T] = attrs.field(factory=list)


@attrs.define
class IntBox(Box[int]):
    """What inherits from a generic class."""

    label: str = ""


class Loud(TypedDict, total=False):
    """Told by its volume, which may be missing."""

    volume: Literal["loud"]
    noise: int


class Quiet(TypedDict, total=False):
    """Told by its volume, which may be missing."""

    volume: Literal["quiet"]
    whisper: str


class Tomcat(TypedDict):
    """A cat as well."""

    kind: Literal["cat"]
    fights: int


@attrs.define
class Circle:
    """Told by the members it needs."""

    radius: float


@attrs.define
class Square:
    """Told by the members it needs."""

    side: float
    turned: bool = False


class Odd:
    """A class without fields."""


@dataclass
class Lost:
    """It names something that is not there."""

    other: Missing  # type: ignore[name-defined]  # noqa: F821 # what the test is about


class Empty(enum.Enum):
    """An Enum without members."""


class Strange(enum.Enum):
    """An Enum whose values are no JSON."""

    ONE = b"one"
