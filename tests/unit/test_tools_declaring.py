"""Functions declared as tools: what the model is told, and what is refused at once."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable
from enum import Enum
from typing import Annotated, Any, Literal, TypedDict

import attrs
import pytest

from polyvox.tools.declaring import tool, tool_of
from polyvox_core.errors import ConfigError, DecodeError, InvalidValue


class Unit(Enum):
    """Units of temperature."""

    CELSIUS = "c"
    FAHRENHEIT = "f"


@attrs.frozen
class Place:
    """A place."""

    name: str
    near: list[Place]


class Options(TypedDict, total=False):
    """Options."""

    wind: bool


def weather(
    city: str,
    days: int = 1,
    *,
    unit: Unit = Unit.CELSIUS,
    kind: Literal["short", "long"] = "short",
    places: list[Place] | None = None,
    limits: dict[str, float] | None = None,
    options: Options | None = None,
    note: Annotated[str | int, "Whatever."] = "",
) -> str:
    """
    The weather of a city.

    Args:
        city: The city, in any language.
        days: How many days.
    """
    return f"{city} {days} {unit} {places}"


def test_what_the_model_is_told() -> None:
    """Name, description, and a schema with the description of each parameter."""
    made = tool_of(weather)
    function = made.wire["function"]
    schema = function["parameters"]
    properties = schema["properties"]

    assert ("function", "weather") == (made.wire["type"], function["name"])
    assert "The weather of a city." == function["description"] == made.description
    assert (["city"], "object", schema) == (schema["required"], schema["type"], made.parameters)
    assert {"type": "string", "description": "The city, in any language."} == properties["city"]
    assert {"type": "integer", "description": "How many days."} == properties["days"]
    assert ["short", "long"] == properties["kind"]["enum"]
    assert "Whatever." == properties["note"]["description"]
    assert ["c", "f"] == properties["unit"]["enum"]
    assert {"type": "array", "items": {"$ref": "#/$defs/Place"}} in properties["places"]["anyOf"]


def test_arguments_become_values() -> None:
    """Enums, classes and nested lists arrive as such; what was left out keeps its default."""
    made = tool_of(weather)
    sent = {"city": "Ulm", "unit": "f", "places": [{"name": "a", "near": []}]}
    typed = made.read(sent)

    assert {"city": "Ulm", "unit": Unit.FAHRENHEIT, "places": [Place("a", [])]} == typed
    assert "Ulm 1 Unit.FAHRENHEIT [Place(name='a', near=[])]" == made.bound(typed)()


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({}, r"\$\.city"),
        ({"city": 5}, r"\$\.city"),
        ({"city": "a", "unit": "k"}, r"\$\.unit"),
        ({"city": "a", "places": [{"near": []}]}, r"\$\.places\[0\]\.name"),
        ({"city": "a", "more": 1}, r"\$\.more"),
    ],
)
def test_arguments_that_do_not_fit(sent: Any, message: str) -> None:
    """The error says where."""
    with pytest.raises(InvalidValue, match=message):
        tool_of(weather).read(sent)


@pytest.mark.parametrize("sent", [[], "x", None])
def test_arguments_that_are_no_object(sent: Any) -> None:
    """A model may write anything."""
    with pytest.raises(DecodeError, match="are no object"):
        tool_of(weather).read(sent)


class Desk:
    """Answers questions."""

    @tool
    def ask(self, question: str, /, times: int = 1) -> str:
        """Ask the desk."""
        return question * times

    @tool(name="ask_all")
    @classmethod
    def everyone(cls, question: str) -> str:
        """Ask everyone."""
        return f"{cls.__name__}: {question}"

    @staticmethod
    @tool(description="Shut it.")
    def shut(firmly: bool) -> bool:
        """Close."""
        return firmly

    def __call__(self, loudly: bool) -> str:
        """Call the desk."""
        return "LOUD" if loudly else "quiet"


class Plain:
    """A thing to call."""

    def __call__(self, number: int) -> int:
        """Give the number back."""
        return number

    # The tool is described by its class; other rules want a text here.
    __call__.__doc__ = None


def lines(count: int, text: str = "x") -> str:
    """Give lines."""
    return text * count


@pytest.mark.parametrize(
    ("function", "name", "description", "sent", "value"),
    [
        (lines, "lines", "Give lines.", {"count": 2}, "xx"),
        (Desk().ask, "ask", "Ask the desk.", {"question": "a", "times": 2}, "aa"),
        (Desk.shut, "shut", "Shut it.", {"firmly": True}, True),
        (Desk(), "Desk", "Call the desk.", {"loudly": True}, "LOUD"),
        (Plain(), "Plain", "A thing to call.", {"number": 4}, 4),
        (functools.partial(lines, text="y"), "lines", "Give lines.", {"count": 2}, "yy"),
        (functools.partial(lines, 3), "lines", "Give lines.", {"text": "z"}, "zzz"),
        (functools.partial(Plain()), "Plain", "A thing to call.", {"number": 4}, 4),
    ],
)
def test_anything_callable(
    function: Any, name: str, description: str, sent: dict[str, Any], value: Any
) -> None:
    """Functions, methods, objects and partials are tools."""
    made = tool_of(function)

    assert (name, description) == (made.name, made.description)
    assert value == made.bound(made.read(sent))()
    assert f"Tool(name={name!r}, description={description!r})" == repr(made)


def test_bound_arguments_are_hidden() -> None:
    """What a partial has filled in is not the model's to choose."""
    made = tool_of(functools.partial(functools.partial(lines, text="y"), 3))

    assert {} == made.parameters["properties"]
    assert {} == tool_of(wrapped(functools.partial(cached, number=2))).parameters["properties"]


def test_decorated_functions_stay_functions() -> None:
    """A marked function can be called and used like any other."""

    @tool(name="other-name", description="Other words.")
    def double(number: int) -> int:
        """Double it."""
        return 2 * number

    made = tool_of(double)

    assert 4 == double(2)
    assert ("other-name", "Other words.") == (made.name, made.description)
    assert "Desk: hi" == Desk.everyone("hi")
    assert made is tool_of(made)


@functools.cache
def cached(number: int) -> int:
    """Give the number."""
    return number


def wrapped(function: Callable[..., Any]) -> Callable[..., Any]:
    """A decorator as people write them."""

    @functools.wraps(function)
    def inner(*args: Any, **keywords: Any) -> Any:
        """Call it."""
        return function(*args, **keywords)

    return inner


@pytest.mark.parametrize(
    "function", [cached, wrapped(cached), functools.partial(wrapped(cached)), wrapped(tool(cached))]
)
def test_decorated_by_others(function: Any) -> None:
    """What stands behind a wrapper says what the tool is."""
    made = tool_of(function)

    assert ("cached", "Give the number.") == (made.name, made.description)
    assert 7 == made.bound(made.read({"number": 7}))()


def test_marks_of_methods_and_objects() -> None:
    """A method of one object can have a name of its own; others of its class keep theirs."""
    desk = Desk()
    first, second = tool(name="ask_first")(desk.ask), tool(name="call_it")(desk)

    assert ("aa", "LOUD") == (first("a", 2), second(loudly=True))
    assert ("ask_first", "call_it") == (tool_of(first).name, tool_of(second).name)
    assert "ask_last" == tool_of(tool(name="ask_last")(functools.partial(first))).name
    assert ("ask", "Desk") == (tool_of(desk.ask).name, tool_of(desk).name)


def test_tools_without_words() -> None:
    """A function without a docstring has no description, not an empty one."""

    def bare() -> None:
        pass

    made = tool_of(bare)

    assert {"name": "bare", "parameters": made.parameters} == made.wire["function"]


@pytest.mark.parametrize(
    ("wire", "name"),
    [
        ({"type": "function", "function": {"name": "look"}}, "look"),
        ({"type": "web_search"}, "web_search"),
        ({}, ""),
    ],
)
def test_ready_made_tools(wire: dict[str, Any], name: str) -> None:
    """A dict is sent as it is, and has no function."""
    made = tool_of(wire)

    assert (name, None) == (made.name, made.function)
    assert wire is made.wire


def untyped(city, days: int = 1) -> None:  # noqa: ANN001 # it must be refused
    """Have a parameter without a type."""


def foreign(city: str, lock: threading.Lock) -> None:
    """Take what JSON cannot say."""


def unknown(city: Nowhere) -> None:  # type: ignore[name-defined]  # noqa: F821 - it must be refused
    """Take what nobody defined."""


def starred(*cities: str) -> None:
    """Take any number."""


def named(**cities: str) -> None:
    """Take any names."""


@pytest.mark.parametrize(
    ("function", "message"),
    [
        (untyped, "The parameter 'city' of the tool 'untyped' has no type. Write city: str"),
        (foreign, "The parameter 'lock' of the tool 'foreign' has a type that no model"),
        (foreign, "Use str, int, float, bool"),
        (unknown, "The types of the tool 'unknown' cannot be read: name 'Nowhere' is not defined"),
        (starred, r"The tool 'starred' takes \*cities"),
        (named, r"The tool 'named' takes \*\*cities"),
        (lambda: 1, "The tool '<lambda>' has a name that models cannot call"),
        (Place, "A type is no tool"),
        (5, "A int is no tool"),
        (dict.fromkeys, "does not tell its parameters|has no type"),
        (type("Odd", (), {"__call__": None})(), "is no tool|does not tell"),
    ],
)
def test_refused_when_declared(function: Any, message: str) -> None:
    """What cannot work is refused before any chat, naming function, parameter and type."""
    with pytest.raises(ConfigError, match=message):
        tool_of(function)


def test_silent_signatures() -> None:
    """A callable whose parameters cannot be found is refused."""

    class Silent:
        """A callable that hides its signature."""

        __signature__ = "none"

        def __call__(self) -> None:
            """Do nothing."""

    with pytest.raises(ConfigError, match="does not tell its parameters"):
        tool_of(Silent())


@pytest.mark.parametrize("mark", [tool, tool(name="other"), tool(description="Words.")])
def test_the_decorator_refuses_at_once(mark: Callable[..., Any]) -> None:
    """The decorator does not wait until the tool is used."""
    with pytest.raises(ConfigError, match="has no type"):
        mark(untyped)


def test_bad_names_are_refused() -> None:
    """A name that no backend takes."""
    with pytest.raises(ConfigError, match="'two words' has a name that models cannot call"):
        tool(name="two words")(lines)
