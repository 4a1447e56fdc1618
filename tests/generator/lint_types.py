"""Types of the linter's fixtures."""

from __future__ import annotations

from collections.abc import Callable

Found = list[tuple[int, str]]
Faults = Callable[..., tuple[Found, Found]]
