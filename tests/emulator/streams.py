"""
Reading event streams in tests, as plainly as possible.
"""

from __future__ import annotations

import json
from typing import Any


def payloads(text: str) -> list[dict[str, Any]]:
    """The JSON payloads of an event stream, without the terminator."""
    lines = [line.removeprefix("data: ") for line in text.splitlines() if line.startswith("data:")]
    return [json.loads(line) for line in lines if line != "[DONE]"]


def text_of(text: str) -> str:
    """The content of the first choice, all chunks together."""
    choices = [chunk["choices"][0] for chunk in payloads(text) if chunk.get("choices")]
    return "".join(choice["delta"].get("content") or "" for choice in choices)
