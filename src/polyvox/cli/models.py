"""
`polyvox models`: what a server can be asked to answer with.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

import attrs

from polyvox.cli.options import Server
from polyvox.cli.screen import fancy, is_terminal, print_json, safe, write
from polyvox_core.shapes import is_object

__all__ = ["models"]

_USUAL = Server()
# What is worth a column; the first of each that a model has.
_NAMES = ("id", "name", "model")
_WORDS = ("description", "display_name", "details", "note", "owned_by", "kind")


def models(*, json: bool = False, server: Server = _USUAL) -> None:
    """
    List the models of a server.

    Args:
        json: Print everything that the server says, as JSON.
    """
    with server.connect() as client:
        found = [_dict_of(model) for model in client.models.list()]
    if json:
        print_json(found)
    elif is_terminal(sys.stdout):
        _print_table(found)
    else:
        write("".join(f"{_first(model, _NAMES)}\n" for model in found))


def _dict_of(model: Any) -> dict[str, Any]:
    if hasattr(model, "to_dict"):
        described: dict[str, Any] = model.to_dict()
        return described
    return attrs.asdict(model)


def _first(model: Mapping[str, Any], names: tuple[str, ...]) -> str:
    """The first of *names* that the *model* has, on one line; of an object its texts."""
    value: Any = next((model[name] for name in names if model.get(name)), "")
    if is_object(value):
        value = " ".join(one for one in value.values() if isinstance(one, str) and one)
    return " ".join(safe(str(value)).split())


def _print_table(found: list[dict[str, Any]]) -> None:
    from rich.console import Console  # noqa: PLC0415 - for terminals only
    from rich.table import Table  # noqa: PLC0415 - same
    from rich.text import Text  # noqa: PLC0415 - same

    table = Table(box=None, pad_edge=False, show_header=False, expand=True)
    table.add_column(style="bold", overflow="fold")
    table.add_column(no_wrap=True, overflow="ellipsis", ratio=1)
    for model in found:
        table.add_row(*(Text(_first(model, names)) for names in (_NAMES, _WORDS)))
    Console(no_color=not fancy(sys.stdout), highlight=False).print(table)
