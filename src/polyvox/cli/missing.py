"""
What to install when a package of the extra `cli` is missing.
"""

from __future__ import annotations

__all__ = ["what_to_install"]

_EXTRA = frozenset({"cyclopts", "docstring_parser", "markdown_it", "pygments", "rich"})


def what_to_install(error: ModuleNotFoundError) -> str | None:
    """What to tell about *error*; None if it is not about a package of the extra."""
    package = (error.name or "").partition(".")[0]
    if package not in _EXTRA:
        return None
    return (
        f"The command line needs the package {package!r}, which is not installed. "
        'Run: pip install "polyvox[cli]"'
    )
