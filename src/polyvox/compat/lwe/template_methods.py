"""
What backends do with templates; mixed into both, since only asking differs.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from polyvox.compat.lwe.config import Config
from polyvox.compat.lwe.results import Result
from polyvox.compat.lwe.starting import checked
from polyvox.compat.lwe.templates import TemplateManager

__all__ = ["AsyncRunsTemplates", "BuildsMessages", "RunsTemplates"]

Values = Mapping[str, Any] | None


class _Asks(Protocol):
    """A backend, as far as running templates goes."""

    config: Config

    @property
    def template_manager(self) -> TemplateManager:
        """The templates."""
        ...

    def make_request(self, input: Any, request_overrides: Any = None) -> Result:  # noqa: A002 - LWE's name
        """Ask."""
        ...


class _AsksLater(Protocol):
    """An async backend, as far as running templates goes."""

    config: Config

    @property
    def template_manager(self) -> TemplateManager:
        """The templates."""
        ...

    async def make_request(self, input: Any, request_overrides: Any = None) -> Result:  # noqa: A002 - LWE's name
        """Ask."""
        ...


class _Finds(Protocol):
    """Any backend, as far as filling templates goes."""

    @property
    def template_manager(self) -> TemplateManager:
        """The templates."""
        ...


class BuildsMessages:
    """Fills templates without asking anybody."""

    def build_message_from_template(
        self: _Finds, template_name: str, template_vars: Values = None, overrides: Values = None
    ) -> Result:
        """
        The text that a template makes, and how its request differs; nothing is sent.

        Args:
            template_name: Name of the file, with its extension.
            template_vars: Values of variables; they win over those in the front matter.
            overrides: `{"request_overrides": {...}}`, over those in the front matter.

        Returns:
            `(True, (text, overrides), message)`, or a failure.
        """
        return self.template_manager.build_message(template_name, template_vars, overrides)

    def run_template_setup(
        self: _Finds, template_name: str, substitutions: Values = None
    ) -> tuple[str, dict[str, Any]]:
        """
        The first half of `run_template`: the text, and the overrides for the second.

        Raises:
            ConfigError: There is no such template, or it cannot be filled.
        """
        return self.template_manager.build(template_name, substitutions)


class RunsTemplates(BuildsMessages):
    """Fills templates and asks."""

    def run_template(
        self: _Asks, template_name: str, template_vars: Values = None, overrides: Values = None
    ) -> Result:
        """
        The answer to the text that a template makes.

        Args:
            template_name: Name of the file, with its extension.
            template_vars: Values of variables; they win over those in the front matter.
            overrides: `{"request_overrides": {...}}`, over those in the front matter.
        """
        built = self.template_manager.build_message(template_name, template_vars, overrides)
        if built.error is not None:
            return checked(built, self.config, (overrides or {}).get("request_overrides"))
        text, changed = built.response
        return self.make_request(text, changed["request_overrides"])

    def run_template_compiled(self: _Asks, message: str, overrides: Values = None) -> Result:
        """The second half of `run_template`: ask what `run_template_setup` made."""
        return self.make_request(message, (overrides or {}).get("request_overrides"))


class AsyncRunsTemplates(BuildsMessages):
    """Same as `RunsTemplates`, for asyncio."""

    async def run_template(
        self: _AsksLater, template_name: str, template_vars: Values = None, overrides: Values = None
    ) -> Result:
        """Same as `RunsTemplates.run_template`."""
        built = self.template_manager.build_message(template_name, template_vars, overrides)
        if built.error is not None:
            return checked(built, self.config, (overrides or {}).get("request_overrides"))
        text, changed = built.response
        return await self.make_request(text, changed["request_overrides"])

    async def run_template_compiled(
        self: _AsksLater, message: str, overrides: Values = None
    ) -> Result:
        """Same as `RunsTemplates.run_template_compiled`."""
        return await self.make_request(message, (overrides or {}).get("request_overrides"))
