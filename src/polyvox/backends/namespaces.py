"""
What `client.models`, `client.files` and `client.images` have in common: a clear no.

What the namespace of another backend has, and this one lacks, raises `UnsupportedError` as soon as
it is looked up, as verbs of clients do.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from polyvox.config.fields import Fields
from polyvox_core.errors import UnsupportedError

__all__ = ["MEMBERS", "Namespace"]

MEMBERS: Mapping[str, tuple[str, ...]] = {
    "files": (
        "upload",
        "download",
        "open",
        "read",
        "iter",
        "list",
        "metadata",
        "exists",
        "delete",
        "move",
        "copy",
    ),
    "images": ("generate", "download", "read", "edit"),
    "models": ("list", "get", "running", "pull", "push", "create", "copy", "delete"),
}
"""What any backend has in the namespaces that are not the same everywhere."""


class Namespace:
    """
    Base of a namespace, which is called as the client calls it: `Models`, `AsyncModels`.

    Args:
        of: Who the client is.
    """

    _label: ClassVar[str]
    _name: ClassVar[str]

    def __init_subclass__(cls, of: Fields) -> None:
        super().__init_subclass__()
        cls._label = of.label
        cls._name = cls.__name__.removeprefix("Async").lower()

    if not TYPE_CHECKING:  # pragma: no branch - checkers shall know the members only

        def __getattr__(self, name: str) -> None:
            """Refuse what only others have; called for unknown names only."""
            known = MEMBERS[self._name]
            if name in known:
                msg = f"{self._label} has no '{self._name}.{name}'."
                here = [f"{self._name}.{one}" for one in known if hasattr(type(self), one)]
                raise UnsupportedError(msg, hint=f"It offers: {', '.join(here)}.")
            msg = f"{type(self).__name__!r} object has no attribute {name!r}"
            raise AttributeError(msg)
