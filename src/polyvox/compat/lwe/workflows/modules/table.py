"""
The modules as data: where each is, and what it takes. Nothing here loads one.

Source: llm-workflow-engine 0.23.3, library and action_plugins; ansible-core's modules for the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import Any, Literal, TypeAlias

from attrs import field, frozen

from polyvox.compat.lwe.workflows.modules.calling import ModuleCall
from polyvox_core.flow import Flow

__all__ = ["MODULES", "Kind", "Module"]

Kind: TypeAlias = Literal["any", "bool", "dict", "float", "int", "list", "path", "str"]


@frozen
class Module:
    """
    A module.

    Attributes:
        home: File and function that carry it out.
        parameters: Kind of each parameter.
        required: Parameters that must be given.
        one_of: Parameters of which exactly one must be given.
        bare: Parameters that hold expressions without braces.
        is_open: Takes any other parameter as well.
        other_names: Parameter by its other name.
        asks: Needs somebody who answers.
    """

    home: str
    parameters: Mapping[str, Kind]
    required: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    is_open: bool = False
    other_names: Mapping[str, str] = field(factory=dict[str, str])
    asks: bool = False

    def misfits(self, given: Iterable[str]) -> list[str]:
        """What is wrong with the names of the *given* parameters, in words."""
        names = {self.other_names.get(name, name) for name in given}
        unknown = set[str]() if self.is_open else names - self.parameters.keys()
        problems = [f"parameter {name!r}" for name in sorted(unknown)]
        problems += [f"no parameter {name!r}" for name in self.required if name not in names]
        if self.one_of and len(names.intersection(self.one_of)) != 1:
            problems.append(f"not exactly one of {' and '.join(map(repr, self.one_of))}")
        return problems

    def function(self) -> Callable[[ModuleCall], Flow[dict[str, Any]]]:
        """The flow that carries it out."""
        file, _, name = self.home.partition(":")
        found: Callable[[ModuleCall], Flow[dict[str, Any]]] = getattr(
            import_module(f"{__package__}.{file}"), name
        )
        return found


_PATH = {"dest": "path", "name": "path"}

MODULES: dict[str, Module] = {
    "assert": Module(
        "plain:check",
        {"that": "any", "fail_msg": "str", "success_msg": "str", "quiet": "bool"},
        required=("that",),
        bare=("that",),
        other_names={"msg": "fail_msg"},
    ),
    "copy": Module(
        "files:copy",
        {"content": "any", "src": "path", "dest": "path", "mode": "any", "force": "bool"},
        required=("dest",),
        one_of=("content", "src"),
    ),
    "debug": Module("plain:debug", {"msg": "any", "var": "any", "verbosity": "int"}, bare=("var",)),
    "fail": Module("plain:fail", {"msg": "str"}),
    "file": Module(
        "files:file",
        {"path": "path", "state": "str", "mode": "any"},
        required=("path",),
        other_names=_PATH,
    ),
    "get_url": Module(
        "web:get_url",
        {
            "url": "str",
            "dest": "path",
            "headers": "dict",
            "checksum": "str",
            "force": "bool",
            "mode": "any",
            "timeout": "float",
        },
        required=("url", "dest"),
    ),
    "lwe_input": Module("llm:ask_user", {"prompt": "str", "echo": "bool"}, asks=True),
    "lwe_llm": Module(
        "llm:ask_model",
        {
            "message": "str",
            "template": "str",
            "template_vars": "dict",
            "profile": "str",
            "preset": "str",
            "preset_overrides": "dict",
            "system_message": "str",
            "max_submission_tokens": "int",
            "user": "any",
            "conversation_id": "int",
            "title": "str",
        },
        one_of=("message", "template"),
    ),
    "lwe_sqlite_query": Module(
        "sqlite:query",
        {"db": "path", "query": "any", "query_params": "list"},
        required=("db", "query"),
    ),
    "set_fact": Module("plain:set_fact", {"cacheable": "bool"}, is_open=True),
    "setup": Module("plain:setup", {}),
    "slurp": Module("files:slurp", {"src": "path"}, ("src",), other_names={"path": "src"}),
    "stat": Module(
        "files:stat",
        {"path": "path", "get_checksum": "bool"},
        required=("path",),
        other_names=_PATH,
    ),
    "text_extractor": Module(
        "text:extract",
        {"path": "str", "max_length": "int", "default_extension": "str"},
        required=("path",),
    ),
    "uri": Module(
        "web:uri",
        {
            "url": "str",
            "method": "str",
            "body": "any",
            "body_format": "str",
            "headers": "dict",
            "return_content": "bool",
            "status_code": "any",
            "timeout": "float",
            "dest": "path",
        },
        required=("url",),
    ),
}
