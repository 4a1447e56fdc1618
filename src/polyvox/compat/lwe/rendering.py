"""
Jinja as templates use it: sandboxed, over any function that finds sources; loaded when needed.

Nothing of a template reaches Python's internals: attributes with underscores, and methods that
change their object, are out of reach.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, TemplateError, TemplateNotFound, Undefined
from jinja2 import TemplateSyntaxError as JinjaSyntaxError
from jinja2.environment import Environment, Template
from jinja2.meta import find_undeclared_variables
from jinja2.nodes import Const, Extends, FromImport, Import, Include, List, Tuple
from jinja2.nodes import Template as Tree
from jinja2.sandbox import ImmutableSandboxedEnvironment

from polyvox.compat.lwe.front_matter import TemplateSource
from polyvox.errors import ConfigError

__all__ = ["Rendering"]

Find = Callable[[str], TemplateSource | None]


class Rendering:
    """
    Renders templates that *find* gives.

    Args:
        find: The source of a template by its name, or None.
        strict: Variables without a value are errors; else they are empty.
    """

    def __init__(self, find: Find, *, strict: bool = False) -> None:
        self._find = find
        self.environment: Environment = ImmutableSandboxedEnvironment(
            loader=FunctionLoader(self._load), undefined=StrictUndefined if strict else Undefined
        )

    def _load(self, name: str) -> tuple[str, str, None] | None:
        source = self._find(name)
        # The name stands for the file, so that a traceback tells which template a line is of.
        return None if source is None else (_numbered(source, source.content), name, None)

    def variables(self, name: str, source: TemplateSource) -> set[str]:
        """
        Names that *source*, and what it includes, expect to be given.

        Raises:
            ConfigError: A template cannot be parsed.
        """
        found: set[str] = set()
        waiting, seen = [(name, source)], {name}
        while waiting:
            name, source = waiting.pop()
            tree, expected = self._parsed(name, source)
            found |= expected
            for other in _shared(tree) - seen:
                seen.add(other)
                inner = self._find(other)
                if inner is not None:
                    waiting.append((other, inner))
        return found

    def _parsed(self, name: str, source: TemplateSource) -> tuple[Tree, set[str]]:
        try:
            tree = self.environment.parse(_numbered(source, source.content), name)
            return tree, find_undeclared_variables(tree)
        except TemplateError as error:
            raise _explained(error, name) from error

    def text(self, name: str, source: TemplateSource, values: Mapping[str, Any]) -> str:
        """
        The template *source* filled with *values*; blank ends of the source are cut off.

        Raises:
            ConfigError: It cannot be parsed or filled; the message names file and line.
        """
        environment = self.environment
        try:
            code = environment.compile(_numbered(source, source.content.strip()), name, name)
            shared = environment.make_globals(None)
            template = Template.from_code(environment, code, shared, None)
            return template.render(values)
        except Exception as error:
            raise _explained(error, name) from error


def _numbered(source: TemplateSource, content: str) -> str:
    """The *content* after a comment of as many lines as were cut off above it."""
    above = source.content[: source.content.index(content)]
    cut = source.lines + above.count("\n")
    return f"{{#{chr(10) * cut}#}}{content}" if cut else content


def _shared(tree: Tree) -> set[str]:
    """Templates that see the variables of *tree*, as far as their names are written out."""
    names: set[str] = set()
    for node in tree.find_all((Extends, Include, Import, FromImport)):
        if isinstance(node, Import | FromImport) and not node.with_context:
            continue
        template: Any = getattr(node, "template")  # noqa: B009 - the classes share no base with it
        if isinstance(template, Const):
            value: Any = template.value
            names |= {value} if isinstance(value, str) else set(value)
        elif isinstance(template, List | Tuple):
            names |= {one.value for one in template.items if isinstance(one, Const)}
    return names


def _place(error: BaseException, name: str) -> tuple[str, int | None]:
    """The template, and its line, in which *error* arose; *name* is the outermost."""
    if isinstance(error, JinjaSyntaxError):
        return error.name or name, error.lineno
    trace, line = error.__traceback__, None
    while trace is not None:
        # Jinja puts frames of this kind in the place of those of its compiled templates.
        if "__jinja_exception__" in trace.tb_frame.f_globals:
            name, line = trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    return name, line


def _explained(error: Exception, name: str) -> ConfigError:
    name, line = _place(error, name)
    where = f"Template {name!r}" + (f", line {line}" if line else "")
    if isinstance(error, TemplateNotFound):
        msg = f"{where}: it includes {error.name!r}, which is not found."
        return ConfigError(msg, hint="Put that file beside it, or mend the name.")
    msg = f"{where}: {type(error).__name__}: {str(error).rstrip('.')}."
    return ConfigError(msg, hint="Mend the template, or the variables it is given.")
