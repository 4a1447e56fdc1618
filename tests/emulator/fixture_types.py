"""Types of the emulator's fixtures."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import httpx

Chat: TypeAlias = Callable[..., httpx.Response]
Put: TypeAlias = Callable[..., httpx.Response]
