"""
Templates: files of any extension in Jinja, with defaults and request overrides in front matter.

They are looked up in the user's folders, or in mappings of names to texts; the first wins. Every
method reads the files anew, so that edits count at once.

Source: llm-workflow-engine 0.23.3, template_manager and docs/templates.rst.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from polyvox.compat.lwe.extras import loaded
from polyvox.compat.lwe.front_matter import TemplateSource, split
from polyvox.compat.lwe.merging import merged
from polyvox.compat.lwe.results import Result
from polyvox.compat.lwe.shelves import Place, folders_of, path_in, text_of, texts_in
from polyvox.errors import ConfigError, PolyvoxError
from polyvox_core.nearest import did_you_mean

if TYPE_CHECKING:
    from polyvox.compat.lwe.config import Config
    from polyvox.compat.lwe.rendering import Rendering

__all__ = ["TemplateManager", "manager_of"]


class TemplateManager:
    """
    Finds, fills and keeps templates.

    Args:
        places: Folders, or mappings of names to texts; the first that has a name wins.
        builtins: Functions that give the values of variables such as `clipboard`; each is called
            only when a template mentions its name.
        strict: A variable without a value is an error instead of nothing.

    Attributes:
        templates: Names found when `load_templates` was last called.
    """

    def __init__(
        self,
        places: Sequence[Place] = (),
        *,
        builtins: Mapping[str, Callable[[], Any]] | None = None,
        strict: bool = False,
    ) -> None:
        self.places = list(places)
        self.builtins = dict(builtins or {})
        self.strict = strict
        self.templates: list[str] = []
        self._temporary: dict[str, str] = {}
        self._numbers = itertools.count(1)

    def source_of(self, name: str) -> TemplateSource | None:
        """
        The template *name* taken apart, or None when there is none.

        Raises:
            ConfigError: It cannot be read, or its front matter is no YAML.
        """
        for place in (*self.places, self._temporary):
            text = text_of(place, name)
            if text is not None:
                return split(text, name)
        return None

    def build(
        self,
        name: str,
        template_vars: Mapping[str, Any] | None = None,
        overrides: Mapping[str, Any] | None = None,
    ) -> tuple[str, dict[str, Any]]:
        """
        The text that the template makes, and `{"request_overrides": {...}}` for its request.

        Args:
            name: Of the template.
            template_vars: Values of variables; they win over the template's own and builtins.
            overrides: `{"request_overrides": {...}}`, merged over the template's own.

        Raises:
            ConfigError: There is no such template, or it cannot be filled.
        """
        given = dict(overrides or {})
        own: Mapping[str, Any] = given.pop("request_overrides", None) or {}
        if given:
            msg = f"The overrides of a template hold {min(given)!r}."
            raise ConfigError(msg, hint='Put it into {"request_overrides": {...}}.')
        source = self._existing(name)
        rendering = self._rendering()
        values = {**self._defaults(name, source, rendering), **(template_vars or {})}
        text = rendering.text(name, source, values)
        return text, {"request_overrides": merged(source.overrides(name), own)}

    def build_message(
        self,
        name: str,
        template_vars: Mapping[str, Any] | None = None,
        overrides: Mapping[str, Any] | None = None,
    ) -> Result:
        """Same as `build`, as `(True, (text, overrides), message)` or a failure."""
        return self._result(
            name,
            lambda: self.build(name, template_vars, overrides),
            "Built message from template",
        )

    def load_templates(self) -> Result:
        """Look which templates there are; their names are in `templates`."""
        names = {name for place in self.places for name in texts_in(place)}
        self.templates = sorted(names | self._temporary.keys())
        return Result(True, self.templates, f"Loaded {len(self.templates)} templates")

    def ensure_template(self, template_name: str) -> Result:
        """Whether there is such a template; the response is its name."""
        found = self._result(template_name, lambda: self._existing(template_name), "Found")
        if not found.success:
            return found
        return Result(True, template_name, f"Template {template_name!r} exists")

    def get_raw_template(self, template_name: str) -> Result:
        """The text of a template as it is stored, front matter included."""
        return self._result(template_name, lambda: self._raw(template_name), "Loaded template")

    def get_template_source(self, template_name: str) -> Result:
        """The template taken apart: `content` and `metadata`."""
        return self._result(
            template_name, lambda: self._existing(template_name), "Loaded template source"
        )

    def get_template_variables_substitutions(self, template_name: str) -> Result:
        """The template, the variables it expects, and the builtin values among them."""

        def found() -> tuple[TemplateSource, set[str], dict[str, Any]]:
            source = self._existing(template_name)
            variables = self._rendering().variables(template_name, source)
            return source, variables, self._builtin_values(variables)

        return self._result(template_name, found, "Retrieved template substitutions")

    def render_template(self, template_name: str) -> Result:
        """The text of a template filled with nothing but its own defaults and builtins."""
        return self._result(
            template_name, lambda: self.build(template_name)[0], "Rendered template"
        )

    def copy_template(self, old_name: str, new_name: str) -> Result:
        """Copy a template into the first folder; the response is the new file."""
        return self._result(new_name, lambda: self._copy(old_name, new_name), "Copied template")

    def template_can_delete(self, template_name: str) -> Result:
        """Whether a template is a file of the user; the response is that file."""
        return self._result(
            template_name, lambda: self._file(template_name), "Template can be deleted"
        )

    def template_delete(self, filename: str | Path) -> Result:
        """Delete the file that `template_can_delete` named."""

        def delete() -> str:
            path = Path(filename).resolve()
            if not any(path.is_relative_to(folder.resolve()) for folder in self._folders()):
                msg = f"The file {str(filename)!r} is in none of the template folders."
                raise ConfigError(msg, hint="Pass what template_can_delete() answers.")
            path.unlink()
            return str(filename)

        return self._result(str(filename), delete, "Deleted template")

    def make_temp_template(self, template_contents: str, suffix: str = "md") -> tuple[str, str]:
        """Keep a template in memory; its name, twice, since there is no file."""
        name = f"temporary-{next(self._numbers)}.{suffix}"
        self._temporary[name] = template_contents
        return name, name

    def remove_temp_template(self, template_name: str) -> None:
        """Forget a template that `make_temp_template` keeps."""
        self._temporary.pop(template_name, None)

    def _rendering(self) -> Rendering:
        module = loaded("polyvox.compat.lwe.rendering", "Templates")
        rendering: Rendering = module.Rendering(self.source_of, strict=self.strict)
        return rendering

    def _defaults(self, name: str, source: TemplateSource, rendering: Rendering) -> dict[str, Any]:
        if not self.builtins:
            return source.variables
        values = self._builtin_values(rendering.variables(name, source))
        return {**source.variables, **values}

    def _builtin_values(self, variables: set[str]) -> dict[str, Any]:
        return {key: self.builtins[key]() for key in sorted(variables & self.builtins.keys())}

    def _existing(self, name: str) -> TemplateSource:
        source = self.source_of(name)
        if source is None:
            raise self._not_found(name)
        return source

    def _raw(self, name: str) -> str:
        for place in (*self.places, self._temporary):
            text = text_of(place, name)
            if text is not None:
                return text
        raise self._not_found(name)

    def _not_found(self, name: str) -> ConfigError:
        names = [one for place in self.places for one in texts_in(place)]
        hint = did_you_mean(name, names, "Look at directories.templates, or LWE_TEMPLATE_DIR.")
        msg = f"Template {name!r} not found."
        return ConfigError(msg, hint=hint)

    def _folders(self) -> list[Path]:
        return [Path(place) for place in self.places if not isinstance(place, Mapping)]

    def _file(self, name: str) -> str:
        self._existing(name)
        for folder in self._folders():
            path = path_in(folder, name)
            if path is not None and path.is_file():
                return str(path)
        msg = f"The template {name!r} is no file of yours."
        raise ConfigError(msg, hint="Only files in the template folders can be deleted.")

    def _copy(self, old_name: str, new_name: str) -> str:
        text = self._raw(old_name)
        folders = self._folders()
        path = path_in(folders[0], new_name) if folders else None
        if path is None:
            msg = f"The template {new_name!r} has no place in a template folder."
            raise ConfigError(msg, hint="Configure a folder, and use a name without '..'.")
        if path.exists():
            msg = f"The template {str(path)!r} already exists."
            raise ConfigError(msg, hint="Choose another name, or delete it first.")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return str(path)

    def _result(self, name: str, function: Callable[[], Any], done: str) -> Result:
        try:
            return Result(True, function(), f"{done}: {name}")
        except PolyvoxError as error:
            return Result(False, name, str(error), error=error)
        except OSError as error:
            msg = f"The template {name!r}: {error}."
            failure = ConfigError(msg, hint="Look at the folder and its rights.")
            failure.__cause__ = error
            return Result(False, name, str(failure), error=failure)


def manager_of(
    config: Config, builtins: Mapping[str, Callable[[], Any]] | None = None
) -> TemplateManager:
    """
    The templates that *config* names.

    Args:
        config: A `Config`; `directories.templates`, unless LWE_TEMPLATE_DIR names folders, and
            `templates.strict`.
        builtins: See `TemplateManager`.
    """
    return TemplateManager(
        folders_of(config, ("LWE_TEMPLATE_DIR",), ("templates",)),
        builtins=builtins,
        strict=bool(config.get("templates.strict")),
    )
