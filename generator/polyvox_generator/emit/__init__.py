"""Emission: an `Api` becomes the files of a package, as text that still has to be formatted."""

from __future__ import annotations

import json
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from polyvox_generator.emit.calls import CallViews, class_name
from polyvox_generator.emit.expressions import CannotEmit, snake
from polyvox_generator.emit.homes import homes
from polyvox_generator.emit.models import ModelViews
from polyvox_generator.emit.prose import docstring
from polyvox_generator.lower.tree import pascal
from polyvox_generator.shapes import Api, Record

__all__ = ["ROOT_DOCSTRING", "CannotEmit", "emit"]

ROOT_DOCSTRING = (
    '"""Typed low-level clients, one package for each backend; all of it is generated."""\n'
)


def emit(api: Api, title: str) -> dict[str, str]:
    """
    Files of the package for *api*, by path.

    Args:
        api: What to emit.
        title: Name of the API for people, as in `info.title`.

    Raises:
        CannotEmit: A union without a name needs one.
    """
    return _Emitter(api, title).files()


class _Emitter:
    def __init__(self, api: Api, title: str) -> None:
        self.api = api
        self.title = title
        self.places = homes(api)
        self.jinja = Environment(
            loader=PackageLoader("polyvox_generator", "templates"),
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            undefined=StrictUndefined,
            autoescape=False,  # noqa: S701  # Python source, not HTML
        )
        self.jinja.filters["literal"] = _literal
        self.jinja.filters["snake"] = snake

    def files(self) -> dict[str, str]:
        files = {"__init__.py": self._render("package_init", class_name=self._class_name())}
        files["client.py"] = self._client()
        files |= self._models()
        files |= self._operations()
        return dict(sorted(files.items()))

    def _render(self, template: str, **variables: Any) -> str:
        text = self.jinja.get_template(f"{template}.py.jinja")
        return text.render(title=self.title, **variables)

    def _class_name(self) -> str:
        return f"{pascal(self.api.name.replace('_', ' '))}Api"

    def _client(self) -> str:
        tags = [
            {
                "name": tag,
                "class_name": class_name(tag),
                "docstring": docstring(text, 8, f"Operations of `{tag}`."),
            }
            for tag, text in self.api.tags.items()
        ]
        name = self._class_name()
        text = docstring(f"All operations of {self.title}, by tag.", 4, "")
        return self._render("client", class_name=name, tags=tags, docstring=text)

    def _models(self) -> dict[str, str]:
        views = ModelViews(self.api, self.places)
        modules: dict[str, list[str]] = {}
        for name, home in self.places.items():
            modules.setdefault(home, []).append(name)
        files: dict[str, str] = {}
        for home, names in modules.items():
            variables = views.module(names, home)
            files[f"models/{home}.py"] = self._render(
                "models", module=home, files=self._holds_files(names), **variables
            )
        files["models/__init__.py"] = self._render(
            "models_init",
            imports=[(home, sorted(names)) for home, names in sorted(modules.items())],
            names=sorted(self.places),
            homes=sorted(self.places.items()),
        )
        return files

    def _holds_files(self, names: list[str]) -> bool:
        parts = [self.api.components[name] for name in names]
        fields = [field for part in parts if isinstance(part, Record) for field in part.fields]
        return any("FileContent" in repr(field.shape) for field in fields)

    def _operations(self) -> dict[str, str]:
        views = CallViews(self.api, self.places)
        files = {"operations/__init__.py": self._render("operations_init")}
        for tag in self.api.tags:
            files[f"operations/{tag}.py"] = self._render("operations", **views.module(tag))
        return files


def _literal(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)
