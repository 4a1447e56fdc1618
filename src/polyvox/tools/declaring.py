"""
Functions declared as tools: what the model is told about them, and what they take.

All of it is read when a tool is declared: a parameter without a type, or of a type that no schema
can describe, is refused at once and never surprises a conversation.
"""

from __future__ import annotations

import functools
import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from types import FunctionType
from typing import (
    Annotated,
    Any,
    NotRequired,
    TypedDict,
    TypeGuard,
    TypeVar,
    cast,
    get_type_hints,
    overload,
)

from attrs import field, frozen

from polyvox.schemas import schema_of, value_of
from polyvox.schemas.docstrings import Docstring, docstring_of
from polyvox_core.errors import ConfigError, DecodeError
from polyvox_core.model import JsonObject

__all__ = ["Tool", "tool", "tool_of"]

F = TypeVar("F", bound=Callable[..., Any])

_MARK = "__polyvox_tool__"
_NAME = re.compile(r"[a-zA-Z0-9_-]{1,64}")
_OPEN_ENDED = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)


@frozen
class Tool:
    """
    A function as a model sees it.

    Attributes:
        name: What the model calls.
        description: What it does, for the model.
        parameters: JSON Schema of the arguments, an object.
        function: What is called; None for a tool that the caller carries out.
        wire: The whole tool in the form that chat backends take.
    """

    name: str
    description: str
    parameters: JsonObject = field(repr=False)
    function: Callable[..., Any] | None = field(repr=False)
    wire: Mapping[str, Any] = field(repr=False, eq=False)
    _arguments: Any = field(default=None, repr=False, eq=False, alias="arguments")
    _positional: tuple[str, ...] = field(default=(), repr=False, eq=False, alias="positional")

    def read(self, arguments: Any) -> dict[str, Any]:
        """
        The typed arguments in the JSON value *arguments*.

        Raises:
            PolyvoxError: They do not fit the schema.
        """
        if not isinstance(arguments, dict):
            msg = f"The arguments of {self.name!r} are no object, but {str(arguments)[:80]!r}."
            raise DecodeError(msg, hint="Pass an object with a member for each parameter.")
        typed: dict[str, Any] = value_of(self._arguments, arguments)
        return typed

    def bound(self, arguments: Mapping[str, Any]) -> Callable[[], Any]:
        """The call of the function with typed *arguments*."""
        assert self.function is not None
        named = dict(arguments)
        placed = [named.pop(name) for name in self._positional if name in named]
        return functools.partial(self.function, *placed, **named)


@overload
def tool(function: F, /) -> F: ...


@overload
def tool(*, name: str | None = None, description: str | None = None) -> Callable[[F], F]: ...


def tool(
    function: F | None = None,
    /,
    *,
    name: str | None = None,
    description: str | None = None,
) -> F | Callable[[F], F]:
    """
    Mark a function as a tool; it stays a function. Functions without the mark are tools as well.

    Args:
        function: With a type for each parameter, and a docstring that tells the model what it is
            for. May be a coroutine function.
        name: What the model calls, in place of the function's name.
        description: What it does, in place of the docstring.

    Raises:
        ConfigError: A parameter has no type, or one that no JSON Schema can describe.
    """

    def mark(function: F) -> F:
        plain: Any = function
        if isinstance(plain, classmethod | staticmethod):
            # In the body of a class, these are no functions yet.
            plain = cast("Any", plain).__func__
        elif not isinstance(plain, FunctionType):
            # A method or an object: others that use it see no new name.
            plain = function = cast("F", functools.partial(function))
        tool_of(plain, name, description, skip=_takes_self(plain))
        setattr(plain, _MARK, (name, description))
        return function

    return mark if function is None else mark(function)


def _takes_self(function: Any) -> bool:
    """Whether *function* stands in the body of a class, and is no static method."""
    code = getattr(function, "__code__", None)
    first: str = code.co_varnames[0] if code is not None and code.co_argcount else ""
    return first in {"self", "cls"} and first not in function.__annotations__


def tool_of(
    function: Any, name: str | None = None, description: str | None = None, *, skip: bool = False
) -> Tool:
    """
    The tool that *function* is: a function, a method, anything callable, a partial, or a dict.

    Args:
        function: What to declare; a dict is a tool as backends take it.
        name: In place of its own.
        description: In place of its docstring.
        skip: Leave the first parameter out, which is the instance.

    Raises:
        ConfigError: It is no tool; the message says why.
    """
    if isinstance(function, Tool):
        return function
    if _is_mapping(function):
        return _ready_made(function)
    if not callable(function) or isinstance(function, type):
        msg = f"A {type(function).__name__} is no tool: {str(function)[:80]}."
        hint = "Pass a function, a method, an object with __call__, or a tool as a dict."
        raise ConfigError(msg, hint=hint)
    layers = [*_layers(function)]
    inner = layers[-1]
    marks = [mark for one in layers if (mark := getattr(one, _MARK, None)) is not None]
    marked: tuple[str | None, str | None] = marks[0] if marks else (None, None)
    called = name or marked[0] or _name_of(inner)
    if not _NAME.fullmatch(called):
        msg = f"The tool {called!r} has a name that models cannot call."
        hint = "Name it with up to 64 letters, digits, _ and -: polyvox.tool(name=...)."
        raise ConfigError(msg, hint=hint)
    read = docstring_of(_docstring(inner))
    parameters = _parameters(function, called, skip=skip)
    positional = [one.name for one in parameters if one.kind is one.POSITIONAL_ONLY]
    arguments, schema = _described(inner, parameters, called, read)
    told = description or marked[1] or read.summary
    wire = {"name": called, **({"description": told} if told else {}), "parameters": schema}
    return Tool(
        called,
        told,
        schema,
        function,
        {"type": "function", "function": wire},
        arguments,
        tuple(positional),
    )


def _is_mapping(value: Any) -> TypeGuard[Mapping[str, Any]]:
    return isinstance(value, Mapping)


def _ready_made(wire: Mapping[str, Any]) -> Tool:
    """A tool in the form of the wire, which the caller carries out."""
    function: Any = wire.get("function")
    named = function if _is_mapping(function) else wire
    return Tool(
        name=str(named.get("name") or named.get("type") or ""),
        description=str(named.get("description") or ""),
        parameters=dict(named.get("parameters") or {}),
        function=None,
        wire=wire,
    )


def _layers(function: Any) -> Iterator[Any]:
    """The *function*, and what stands behind it if it is a partial or wraps another one."""
    while function is not None:
        yield function
        is_partial = _is_partial(function)
        function = function.func if is_partial else getattr(function, "__wrapped__", None)


def _is_partial(function: Any) -> TypeGuard[functools.partial[Any]]:
    return isinstance(function, functools.partial)


def _name_of(function: Any) -> str:
    return getattr(function, "__name__", None) or type(function).__name__


def _docstring(function: Any) -> str | None:
    if inspect.isroutine(function):
        return inspect.getdoc(function)
    # An object: what calling it does, else what it is.
    return type(function).__call__.__doc__ or type(function).__doc__


def _parameters(function: Any, name: str, *, skip: bool) -> list[inspect.Parameter]:
    """The parameters that the model fills in."""
    try:
        found = list(inspect.signature(function).parameters.values())[skip:]
    except (TypeError, ValueError) as error:
        msg = f"The tool {name!r} does not tell its parameters ({error})."
        raise ConfigError(msg, hint="Wrap it in a function with types.") from None
    for one in found:
        if one.kind in _OPEN_ENDED:
            msg = f"The tool {name!r} takes {one}, which no schema can describe."
            raise ConfigError(msg, hint="Give it named parameters, or one list or dict.")
    given = {name for one in _layers(function) if _is_partial(one) for name in one.keywords}
    return [one for one in found if one.name not in given]


def _described(
    function: Any, parameters: list[inspect.Parameter], name: str, read: Docstring
) -> tuple[Any, JsonObject]:
    """The type that holds all arguments, and its schema."""
    hints = _hints(function, parameters, name)
    members: dict[str, Any] = {}
    for one in parameters:
        hint = hints[one.name]
        _check(hint, name, one)
        if one.name in read.members:
            hint = Annotated[hint, read.members[one.name]]
        members[one.name] = hint if one.default is one.empty else NotRequired[hint]
    make: Any = TypedDict
    arguments = make("Arguments", members)
    return arguments, schema_of(arguments)


def _hints(function: Any, parameters: list[inspect.Parameter], name: str) -> dict[str, Any]:
    """The type of each parameter."""
    source = function if inspect.isroutine(function) else type(function).__call__
    try:
        hints = get_type_hints(source, include_extras=True)
    except (NameError, TypeError, SyntaxError) as error:
        msg = f"The types of the tool {name!r} cannot be read: {error}."
        raise ConfigError(
            msg, hint="Define them at the top of the module, before the tool."
        ) from None
    for one in parameters:
        if one.name not in hints:
            msg = f"The parameter {one.name!r} of the tool {name!r} has no type."
            raise ConfigError(msg, hint=f"Write {one.name}: str, or whatever it takes.")
    return hints


def _check(hint: Any, name: str, parameter: inspect.Parameter) -> None:
    try:
        schema_of(hint)
    except ConfigError as error:
        msg = (
            f"The parameter {parameter.name!r} of the tool {name!r} has a type that no model can "
            f"be told. {error.message}"
        )
        raise ConfigError(msg, hint=error.hint) from None
