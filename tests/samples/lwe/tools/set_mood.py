"""A tool that describes itself."""

from __future__ import annotations

from typing import Any

from polyvox.compat.lwe.core.tool import Tool


class SetMood(Tool):
    """Takes whatever it is given."""

    def get_config(self) -> dict[str, Any]:
        """What the model is told."""
        return {
            "name": self.name,
            "description": "Set the mood",
            "parameters": {"type": "object", "properties": {"mood": {"enum": ["calm", "glad"]}}},
        }

    def __call__(self, **given: Any) -> dict[str, Any]:
        """Give back what was given."""
        return given
