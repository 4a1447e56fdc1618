"""
`polyvox doctor`: which configuration counts, and where on the way to the server something is wrong.
"""

from __future__ import annotations

import sys
from typing import Any

from polyvox.cli.checks import Check, checks
from polyvox.cli.options import Server
from polyvox.cli.screen import fancy, print_json, safe, write

__all__ = ["doctor"]

_USUAL = Server()
_COLOURS = {"ok": "32", "failed": "31", "skipped": "2"}


def doctor(*, json: bool = False, server: Server = _USUAL) -> int:
    """
    Show which configuration counts, and check the way to the server.

    Args:
        json: Print all of it as one JSON object.
    """
    with server.connect() as client:
        settings = client.config.explain()
        if json:
            made = [*checks(client)]
            print_json(_as_json(client, made))
            return _status(made)
        write(f"{settings}\n\n")
        found: list[Check] = []
        for check in checks(client):
            _tell(check)
            found.append(check)
    return _status(found)


def _status(found: list[Check]) -> int:
    return next((one.code for one in found if one.state == "failed"), 0)


def _tell(check: Check) -> None:
    state = f"{check.state:<7}"
    if fancy(sys.stdout):
        sys.stdout.write(f"\x1b[{_COLOURS[check.state]}m{state}\x1b[0m")
    else:
        sys.stdout.write(state)
    write(f"  {check.name:<12}  {safe(check.detail)}\n")
    if check.advice:
        write(f"{'':23}{safe(check.advice)}\n")


def _as_json(client: Any, found: list[Check]) -> dict[str, Any]:
    rows = client.config.explain()
    settings = [{"name": one.name, "value": one.value, "source": one.source} for one in rows]
    return {
        "ok": _status(found) == 0,
        "backend": client.backend,
        "settings": settings,
        "checks": [check._asdict() for check in found],
    }
