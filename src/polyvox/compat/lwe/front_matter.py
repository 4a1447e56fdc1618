"""
Front matter of templates: YAML between two lines of dashes at the top of a text.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple, cast

from polyvox.compat.lwe.extras import from_yaml
from polyvox.compat.lwe.overrides import checked_overrides
from polyvox.errors import ConfigError

__all__ = ["TemplateSource", "split"]

_FRONT = re.compile(
    r"\A\ufeff?\s*-{3,}[ \t]*\r?\n(.*?)^-{3,}[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_NO_VARIABLES = ("description", "request_overrides")


class TemplateSource(NamedTuple):
    """
    A template taken apart.

    Attributes:
        content: The text without its front matter.
        metadata: What the front matter says.
        lines: Lines that stand above the content.
    """

    content: str
    metadata: dict[str, Any]
    lines: int = 0

    @property
    def variables(self) -> dict[str, Any]:
        """Defaults of the template's variables."""
        return {key: value for key, value in self.metadata.items() if key not in _NO_VARIABLES}

    def overrides(self, name: str) -> dict[str, Any]:
        """
        The template's own `request_overrides`; *name* is the template's, for the message.

        Raises:
            ConfigError: They are no mapping, or none that a request takes.
        """
        found = self.metadata.get("request_overrides")
        if found is not None and not isinstance(found, dict):
            msg = f"Template {name!r}: request_overrides is a {type(found).__name__}."
            raise ConfigError(msg, hint="Write keys and values below it.")
        own = cast("dict[str, Any]", found or {})
        try:
            checked_overrides(own)
        except ConfigError as error:
            msg = f"Template {name!r}: {error.message}"
            raise ConfigError(msg, hint=error.hint) from None
        return own


def split(text: str, where: str) -> TemplateSource:
    """
    The *text* as content and front matter.

    Dashes that do not enclose a mapping, as a rule in Markdown does not, are part of the text.

    Raises:
        ConfigError: What stands between the dashes is no YAML.
    """
    match = _FRONT.match(text)
    if match is None:
        return TemplateSource(text.removeprefix("\ufeff"), {})
    # Lines above keep their number in messages.
    metadata: Any = from_yaml("\n" * text.count("\n", 0, match.start(1)) + match[1], where)
    if not isinstance(metadata, dict | None):
        return TemplateSource(text, {})
    above = text.count("\n", 0, match.end())
    return TemplateSource(text[match.end() :], _named(metadata or {}), above)


def _named(metadata: Any) -> dict[str, Any]:
    return {str(key): value for key, value in metadata.items()}
