"""
Writes `src/polyvox/__init__.pyi`, which tells type checkers what `polyvox` loads lazily.

Run by `make generate`; with `--check` it only compares. The tables in `polyvox/__init__.py` and
the registry of backends are its source.
"""

from __future__ import annotations

import sys
from pathlib import Path

import polyvox
from polyvox.backends.registry import BACKENDS

STUB = Path(__file__).parents[1] / "src" / "polyvox" / "__init__.pyi"


def stub() -> str:
    """The text of the stub."""
    lines = [
        "# Written by tools/stub.py from the tables in __init__.py; edit those instead.",
        "from typing import Any, Literal, overload",
        "",
        "from polyvox import errors as errors",
        "from polyvox import types as types",
    ]
    for home, names in sorted(vars(polyvox)["_HOMES"].items()):
        shown = sorted(name for name in names if home != "polyvox.connecting")
        lines += [f"from {home} import {name} as {name}" for name in shown]
    for function, prefix in (("connect", ""), ("aconnect", "Async")):
        for backend, name in BACKENDS.items():
            kind = f"{prefix}{name}"
            lines += [
                "",
                "@overload",
                f'def {function}(backend: Literal["{backend}"], **arguments: Any) -> {kind}: ...',
            ]
        lines += [
            "",
            "@overload",
            f"def {function}(backend: str | None = ..., **arguments: Any) -> Any: ...",
        ]
    names = "".join(f'    "{name}",\n' for name in polyvox.__all__)
    return "\n".join(lines) + f"\n\n__all__ = [\n{names}]\n"


def main(arguments: list[str]) -> int:
    """Write or compare the stub; the exit status."""
    text = stub()
    if "--check" not in arguments:
        STUB.write_text(text, encoding="utf-8")
        return 0
    if STUB.read_text(encoding="utf-8") == text:
        return 0
    print("src/polyvox/__init__.pyi differs from its source. Run 'make generate'.")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
