"""
Writes `docs/backends.md`: which backend has which verb, and what its client wants, read from the
client classes.

Run by `make generate`; with `--check` it only compares. `tests/test_verbs.py` runs every verb of
the table on every backend that has it, and sees every other one refused.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

from polyvox.backends.base import VERBS, ClientBase
from polyvox.backends.registry import BACKENDS, client_class

__all__ = ["offered", "page"]

PAGE = Path(__file__).parents[1] / "docs" / "backends.md"
HEAD = """\
# Backends and their verbs

Every backend offers the same verbs under the same names. What a backend lacks raises
`UnsupportedError` as soon as it is looked up, and the message names what the backend does offer.
The clients for asyncio have the same names, with `await`.

This page is written by `make generate` from the classes themselves; the tests run every entry, with
both kinds of client, against the emulator.
"""
MIDDLE = """\
All backends have `with_`, `on`, `request`, `config`, `usage`, `close` and `api`, which is the whole
generated client. What a verb takes is in its docstring: options differ between backends, and a
misspelt one is an error with a suggestion.

## Making a client

A credential is a text, a `Secret`, or a function that gives one. Every client also takes the
options on the page [Clients and pools](clients-and-pools.md); all arguments are named. What is not
passed may come from the environment or from a profile: [Configuration](configuration.md).
"""
FOOT = """\
[Adding a backend](adding-a-backend.md) tells how the next column comes about.
"""


def offered(backend: str) -> dict[str, list[str]]:
    """What *backend* has: its verbs, and for each namespace the names in it."""
    client = client_class(backend, is_async=False)
    known = {name for name in dir(ClientBase) if not name.startswith("_")} | {"api"}
    names = [
        name
        for part in client.__mro__
        for name, member in vars(part).items()
        if not name.startswith("_") and name not in known and _is_offer(member)
    ]
    return {name: [*_members(inspect.getattr_static(client, name))] for name in names}


def _is_offer(member: Any) -> bool:
    """Whether a member of a client or of its mixins is a verb or a namespace."""
    return inspect.isfunction(member) or isinstance(member, cached_property)


def _members(member: Any) -> Iterator[str]:
    """Names of a namespace's methods; none for a method."""
    if isinstance(member, cached_property):
        for name, method in vars(_namespace(member.func)).items():
            if inspect.isfunction(method) and not name.startswith("_"):
                yield name


def _namespace(give: Any) -> Any:
    """The class that a property of a client gives; it lives in the client's room."""
    name = give.__annotations__["return"]
    room = import_module(give.__module__.rpartition(".")[0])
    modules = [import_module(give.__module__)]
    modules += [import_module(f"{room.__name__}.{m.name}") for m in iter_modules(room.__path__)]
    return next(vars(module)[name] for module in modules if name in vars(module))


def flat(backend: str) -> list[str]:
    """What *backend* has, as people write it: `chat`, `files.upload`, ..."""
    return [
        name
        for verb, members in offered(backend).items()
        for name in ([f"{verb}.{member}" for member in members] if members else [verb])
    ]


def page() -> str:
    """The text of the page."""
    have = {backend: flat(backend) for backend in BACKENDS}
    every = dict.fromkeys(name for names in have.values() for name in names)
    rows = sorted(every, key=lambda name: (_place(name.partition(".")[0]), "." in name))
    classes = [f"`{name}`" for name in BACKENDS.values()]
    lines = [
        f"| | {' | '.join(classes)} |",
        f"| --- |{' :-: |' * len(classes)}",
        *(
            f"| `{name}` | {' | '.join('yes' if name in have[one] else '' for one in BACKENDS)} |"
            for name in rows
        ),
    ]
    table = "\n".join(line.replace("|  |", "| |").replace("|  |", "| |") for line in lines)
    return f"{HEAD}\n{table}\n\n{MIDDLE}\n{_clients()}\n\n{FOOT}"


def _clients() -> str:
    """The table of what each client is made of."""
    lines = [
        "| client | credentials | required | default `base_url` | variables that others read too |",
        "| --- | --- | --- | --- | --- |",
    ]
    for backend, name in BACKENDS.items():
        fields = import_module(f"polyvox.backends.{backend}.identity").FIELDS
        required = [one for one, field in fields.table.items() if field.required]
        url = fields.table["base_url"].default
        shared = [one for field in fields.table.values() for one in field.variables]
        cells = [_coded([name]), _coded(fields.credentials), _coded(required)]
        cells += [f"`{url}`" if url else "", _coded(shared)]
        row = f"| {' | '.join(cells)} |"
        lines.append(row.replace("|  |", "| |").replace("|  |", "| |"))
    return "\n".join(lines)


def _coded(names: Sequence[str]) -> str:
    """Names as code, separated by commas."""
    return ", ".join(f"`{name}`" for name in names)


def _place(verb: str) -> int:
    """Where *verb* stands among the others; what one backend alone has comes last."""
    return VERBS.index(verb) if verb in VERBS else len(VERBS)


def main(arguments: list[str]) -> int:
    """Write or compare the page; the exit status."""
    text = page()
    if "--check" not in arguments:
        PAGE.write_text(text, encoding="utf-8")
        return 0
    if PAGE.read_text(encoding="utf-8") == text:
        return 0
    print("docs/backends.md differs from its source. Run 'make generate'.")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
