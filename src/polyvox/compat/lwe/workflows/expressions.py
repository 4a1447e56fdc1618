"""
Expressions of workflows: Jinja, sandboxed, with values instead of texts where there is only one.

`"{{ answer.items }}"` is the list itself, `"{{ a }} and {{ b }}"` is a text. What a model or a file
says is data: it is never read as an expression.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, TypeGuard

from jinja2 import StrictUndefined, TemplateError, Undefined, UndefinedError
from jinja2.meta import find_undeclared_variables
from jinja2.nodes import Call, Filter, Macro, Name, Test
from jinja2.nodes import Template as Tree
from jinja2.sandbox import ImmutableSandboxedEnvironment

from polyvox.compat.lwe.shapes import is_list, is_mapping
from polyvox.compat.lwe.workflows.filters import FILTERS, FUNCTIONS, TESTS

__all__ = ["OMIT", "Expressions", "Undefined", "UndefinedError", "without_omitted"]

Values = Callable[[AbstractSet[str]], Mapping[str, Any]]
_PREFIX = "ansible.builtin."


class _Omit:
    """What `default(omit)` gives: the parameter is left out."""

    def __repr__(self) -> str:
        return "omit"


OMIT = _Omit()


class Expressions:
    """Computes expressions, and says what they need."""

    def __init__(self) -> None:
        self.environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined)
        self.environment.globals |= FUNCTIONS
        tables: list[tuple[Any, Any]] = [
            (self.environment.filters, FILTERS),
            (self.environment.tests, TESTS),
        ]
        for known, more in tables:
            known.update(more)
            known.update({_PREFIX + name: known[name] for name in list(known)})
        self._made: dict[str, tuple[Callable[[Mapping[str, Any]], Any], frozenset[str]]] = {}

    def value(self, source: Any, values: Values) -> Any:
        """
        The *source* with every expression in it computed, at any depth.

        Args:
            source: A text, or lists and dicts of texts; anything else is itself.
            values: Gives the values of the variables that are named.

        Raises:
            TemplateError: An expression cannot be computed.
        """
        if isinstance(source, str):
            return self._text(source, values)
        if is_mapping(source):
            return {self.value(key, values): self.value(one, values) for key, one in source.items()}
        if is_list(source):
            return [self.value(one, values) for one in source]
        return source

    def bare(self, source: Any, values: Values) -> Any:
        """The value of an expression that is written without braces."""
        if not isinstance(source, str) or _is_template(source):
            return self.value(source, values)
        return self._computed(source, f"{{{{ {source} }}}}", values)

    def holds(self, condition: Any, values: Values) -> bool:
        """Whether a *condition*, written without braces, is true."""
        return bool(self.bare(condition, values))

    def problems(self, source: Any, *, bare: bool = False) -> Iterator[str]:
        """What expressions in *source* need and there is not, in words."""
        if is_mapping(source):
            for key, one in source.items():
                yield from self.problems(key)
                yield from self.problems(one, bare=bare)
        elif is_list(source):
            for one in source:
                yield from self.problems(one, bare=bare)
        elif isinstance(source, str) and (bare or _is_template(source)):
            text = source if _is_template(source) else f"{{{{ {source} }}}}"
            try:
                tree = self.environment.parse(text)
            except TemplateError as error:
                yield f"expression {source[:80]!r} ({error.message})"
            else:
                yield from self._lacks(tree)

    def _lacks(self, tree: Tree) -> Iterator[str]:
        for one in tree.find_all(Filter):
            if one.name not in self.environment.filters:
                yield f"filter {one.name!r}"
        for test in tree.find_all(Test):
            if test.name not in self.environment.tests:
                yield f"test {test.name!r}"
        # Variables hold data: what is called by its name is a function, or a macro.
        known = {*self.environment.globals, *(one.name for one in tree.find_all(Macro)), "caller"}
        for call in tree.find_all(Call):
            if isinstance(call.node, Name) and call.node.name not in known:
                yield f"function {call.node.name!r}"

    def _text(self, source: str, values: Values) -> Any:
        if not _is_template(source):
            return source
        return self._computed(self._single(source), source, values)

    def _computed(self, expression: str | None, text: str, values: Values) -> Any:
        key = text if expression is None else f"={expression}"
        if key not in self._made:
            names = frozenset(find_undeclared_variables(self.environment.parse(text)))
            if expression is None:
                template = self.environment.from_string(text)
                self._made[key] = (template.render, names)
            else:
                # In brackets, since a list of values needs none between braces.
                compiled = self.environment.compile_expression(
                    f"({expression})", undefined_to_none=False
                )
                self._made[key] = (compiled, names)
        function, names = self._made[key]
        return _settled(function(values(names)))

    def _single(self, source: str) -> str | None:
        """The expression in *source*, if it is one pair of braces and nothing else."""
        pieces = [(kind, text) for _, kind, text in self.environment.lex(source.strip())]
        kinds = [kind for kind, _ in pieces]
        if kinds[0] != "variable_begin" or kinds[-1] != "variable_end":
            return None
        if kinds.count("variable_begin") > 1:
            return None
        return "".join(text for _, text in pieces[1:-1])


def without_omitted(value: Any) -> Any:
    """The *value* without what an expression inside of it omits."""
    if is_mapping(value):
        return {key: without_omitted(one) for key, one in value.items() if one is not OMIT}
    if is_list(value):
        return [without_omitted(one) for one in value if one is not OMIT]
    return value


def _is_template(text: str) -> bool:
    return "{{" in text or "{%" in text or "{#" in text


def _settled(value: Any) -> Any:
    """The *value* as plain data."""
    if isinstance(value, Undefined):
        str(value)  # raises, with the name
    if is_mapping(value):
        return {key: _settled(one) for key, one in value.items()}
    if _is_series(value):
        return [_settled(one) for one in value]
    return value


def _is_series(value: Any) -> TypeGuard[Iterable[Any]]:
    return isinstance(value, list | tuple | range | set | frozenset | Iterator)
