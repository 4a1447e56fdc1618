"""
The public face: names, laziness, and that the blocking and the async side offer the same.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import os
import pkgutil
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import polyvox
import polyvox.errors
import polyvox_api.dial
import polyvox_core.errors
from polyvox.backends.registry import BACKENDS

# What `import polyvox` must not load, because each costs more than all of polyvox.
HEAVY = {"anyio", "attr", "attrs", "httpcore", "httpx", "orjson", "polyvox_api", "ssl"}

WATCHED_IMPORT = """
import sys, threading
opened = []
sys.addaudithook(lambda event, _: opened.append(event) if event.startswith("socket.") else None)
import polyvox
assert dir(polyvox)
assert opened == [], opened
assert threading.active_count() == 1, threading.enumerate()
print(*sys.modules)
"""

# A task is cancelled; a thread that waits needs a method for it.
SYNC_ONLY = {"interrupt"}

# Names that differ because asyncio wants them so.
ASYNC_NAMES = {
    "close": "aclose",
    "__enter__": "__aenter__",
    "__exit__": "__aexit__",
    "__iter__": "__aiter__",
    "__next__": "__anext__",
}


def fresh_python(code: str, *options: str) -> str:
    """What *code* prints in a new interpreter in which every warning is an error."""
    environment = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    command = [sys.executable, "-W", "error", "-X", "dev", *options, "-c", code]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (0, "") == (done.returncode, done.stderr)
    return done.stdout


def type_checking_names(module: Any) -> set[str]:
    """Names that *module* imports for type checkers only, or that its stub has."""
    path = Path(module.__file__)
    stub = path.with_suffix(".pyi")
    if stub.exists():
        return set(ast.literal_eval(stub.read_text("utf-8").partition("__all__ = ")[2]))
    tree = ast.parse(path.read_text("utf-8"))
    return {
        alias.asname or alias.name
        for node in tree.body
        if isinstance(node, ast.If)
        and isinstance(node.test, ast.Name)
        and node.test.id == "TYPE_CHECKING"
        for statement in node.body
        if isinstance(statement, ast.ImportFrom)
        for alias in statement.names
    }


def exporting() -> Iterator[Any]:
    """The packages that load their names lazily."""
    yield polyvox
    for package in sorted(Path(polyvox_api.dial.__file__).parents[1].glob("*/__init__.py")):
        name = f"polyvox_api.{package.parent.name}"
        yield importlib.import_module(name)
        yield importlib.import_module(f"{name}.models")


LAZY = [pytest.param(module, id=module.__name__) for module in exporting()]


@pytest.mark.parametrize("module", LAZY)
def test_names_are_listed(module: Any) -> None:
    """`__all__` is sorted, without doubles, and what `dir` shows."""
    assert sorted(set(module.__all__)) == list(module.__all__)
    assert list(module.__all__) == dir(module)


@pytest.mark.parametrize("module", LAZY)
def test_names_resolve(module: Any) -> None:
    """Every public name can be had, and says where it comes from."""
    assert [] == [name for name in module.__all__ if not hasattr(module, name)]
    assert [] == [name for name in module.__all__ if getattr(module, name) is None]


@pytest.mark.parametrize("module", LAZY)
def test_checkers_see_the_same_names(module: Any) -> None:
    """Type checkers and the interpreter agree on the names."""
    assert set(module.__all__) == type_checking_names(module)


@pytest.mark.parametrize("module", LAZY)
def test_unknown_names_are_refused(module: Any) -> None:
    """A name that is not there is an AttributeError that names the module."""
    with pytest.raises(AttributeError, match=rf"{re.escape(module.__name__)}.*'Nothing'"):
        _ = module.Nothing


def test_star_import() -> None:
    """`from polyvox import *` gives the public names."""
    namespace: dict[str, Any] = {}
    exec("from polyvox import *", namespace)

    assert set(polyvox.__all__) == namespace.keys() - {"__builtins__"}


def test_errors_are_all_there() -> None:
    """`polyvox.errors` has every error of the core."""
    assert set(polyvox_core.errors.__all__) - {"status_error_class"} == set(polyvox.errors.__all__)


def test_import_is_light() -> None:
    """`import polyvox` loads nothing heavy, opens no socket, starts no thread, warns of nothing."""
    loaded = {name.partition(".")[0] for name in fresh_python(WATCHED_IMPORT).split()}

    assert "polyvox" in loaded
    assert set() == loaded & HEAVY


def test_client_is_light() -> None:
    """A blocking client loads no httpx, asyncio or generated model, and makes no TLS context."""
    code = (
        "import sys, polyvox\n"
        "polyvox.Dial(base_url='http://localhost', api_key='k').close()\n"
        "from polyvox_core.transport import options\n"
        "assert options._contexts == {}\n"
        "print(*sys.modules)"
    )
    loaded = set(fresh_python(code).split())

    assert "polyvox.backends.dial.client" in loaded
    assert set() == loaded & {"httpx", "asyncio", "importlib.metadata"}
    assert [] == [name for name in loaded if name.startswith("polyvox_api.dial.models.")]


def test_every_module_imports_cleanly() -> None:
    """Each module can be the first one to be imported, without a warning."""
    code = (
        "import importlib, pkgutil, polyvox, polyvox_core\n"
        "for package in (polyvox_core, polyvox):\n"
        "    for found in pkgutil.walk_packages(package.__path__, package.__name__ + '.'):\n"
        "        if not found.name.endswith('__main__'): importlib.import_module(found.name)\n"
        "print('done')"
    )

    assert "done\n" == fresh_python(code)


def twins() -> Iterator[tuple[type, type]]:
    """Every public class that has an async twin in the same module, with it."""
    from polyvox import backends, pieces, pool
    from polyvox.conversation import talks
    from polyvox.failover import map_streams, members, pools
    from polyvox.failover import streams as failover_streams
    from polyvox.tools import streaming, verbs
    from polyvox_core import client as core_client
    from polyvox_core import downloads, paging, streams

    modules = [pieces, streaming, verbs, pool, core_client, downloads, paging, streams]
    below = pkgutil.walk_packages(backends.__path__, f"{backends.__name__}.")
    modules += [importlib.import_module(found.name) for found in below]
    modules += [talks, map_streams, members, pools, failover_streams]
    api = Path(polyvox_api.dial.__file__).parents[1]
    for path in sorted(api.glob("*/client.py")) + sorted(api.glob("*/operations/[a-z]*.py")):
        name = ".".join(path.relative_to(api.parent).with_suffix("").parts)
        modules.append(importlib.import_module(name))
    for module in modules:
        for name in sorted(vars(module)):
            twin = getattr(module, f"Async{name}", None)
            one = getattr(module, name)
            if isinstance(twin, type) and one.__module__ == module.__name__:
                yield one, twin


TWINS = [pytest.param(one, twin, id=twin.__qualname__) for one, twin in twins()]


def methods(cls: type) -> dict[str, Any]:
    """Public methods and properties of *cls*, and what makes it usable in blocks and loops."""
    return {
        name: inspect.getattr_static(cls, name)
        for name in dir(cls)
        if not name.startswith("_") or name in {*ASYNC_NAMES, *ASYNC_NAMES.values()}
    }


def shape(member: Any) -> list[tuple[str, Any, Any, str]] | None:
    """Parameters of a method in the blocking words; None for a property."""
    if not inspect.isfunction(member):
        return None
    found = inspect.signature(member).parameters.values()
    return [(one.name, one.kind, one.default, blocking(str(one.annotation))) for one in found]


def blocking(annotation: str) -> str:
    """An annotation without its async words."""
    return annotation.replace("Async", "")


def test_twins_are_found() -> None:
    """Clients, files, pools, streams and all generated operations are compared below."""
    names = {value.values[0].__name__ for value in TWINS}

    assert {"Dial", "Files", "ClientPool", "ChatStream", "Stream", "Download", "DialApi"} <= names
    assert set(BACKENDS.values()) <= names
    assert len([name for name in names if name.endswith("Operations")]) >= 20


@pytest.mark.parametrize(("one", "twin"), TWINS)
def test_both_sides_offer_the_same(one: type, twin: type) -> None:
    """A class and its async twin have the same names, parameters and defaults."""
    left, right = methods(one), methods(twin)

    assert {ASYNC_NAMES.get(name, name) for name in left} - SYNC_ONLY == set(right)
    for name, member in left.items():
        if name in SYNC_ONLY:
            continue
        assert shape(member) == shape(right[ASYNC_NAMES.get(name, name)]), name


def public_functions(cls: type) -> dict[str, Callable[..., Any]]:
    """Methods of *cls* that carry a name people call."""
    return {
        name: member
        for name, member in methods(cls).items()
        if inspect.isfunction(member) and not name.startswith("_")
    }


@pytest.mark.parametrize(("one", "twin"), TWINS)
def test_both_sides_are_described(one: type, twin: type) -> None:
    """Every method says what it gives; the async one refers to its twin or says the same."""
    silent = [
        f"{cls.__name__}.{name}"
        for cls in (one, twin)
        for name, member in public_functions(cls).items()
        if not (member.__doc__ or "").strip()
    ]

    assert [] == silent


def test_stub_is_in_step() -> None:
    """The stub of `polyvox` is what `make generate` would write."""
    tool = Path(__file__).parents[1] / "tools" / "stub.py"
    done = subprocess.run([sys.executable, tool, "--check"], capture_output=True, check=False)

    assert (0, b"") == (done.returncode, done.stdout)
