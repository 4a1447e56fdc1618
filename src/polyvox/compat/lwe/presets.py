"""
Presets: model settings under a name, shipped as data and read from the user's YAML files.

Folders are searched in order, later ones win. A file that cannot be used is told in `problems`
and hides no other one. Every look-up reads the files anew, so that edits count at once.

Source: llm-workflow-engine 0.23.3, core/preset_manager.py and docs/presets.rst.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from polyvox.compat.lwe.defaults import system_presets
from polyvox.compat.lwe.extras import from_yaml, loaded
from polyvox.compat.lwe.merging import copied, merged
from polyvox.compat.lwe.results import Result
from polyvox.compat.lwe.shelves import folders_of, path_in, read_text
from polyvox_core.errors import ConfigError
from polyvox_core.shapes import is_object

if TYPE_CHECKING:
    from polyvox.compat.lwe.config import Config

__all__ = ["Preset", "PresetManager"]


@frozen
class Preset:
    """
    Settings of a model under a name.

    Attributes:
        metadata: `name`, `provider`, `description`, `system_message`, `max_submission_tokens`,
            `return_on_tool_call`, `return_on_tool_response`, and `filepath` of a file.
        customizations: Parameters of the model by the provider's names.
    """

    metadata: dict[str, Any] = field(factory=dict[str, Any])
    customizations: dict[str, Any] = field(factory=dict[str, Any])

    def __iter__(self) -> Any:
        """Metadata and customizations, as LWE's pair."""
        return iter((self.metadata, self.customizations))

    def merged(self, over: Mapping[str, Any]) -> Preset:
        """This preset with the `metadata` and `model_customizations` of *over* merged into it."""
        return Preset(
            merged(self.metadata, over.get("metadata") or {}),
            merged(self.customizations, over.get("model_customizations") or {}),
        )


class PresetManager:
    """
    Finds and keeps presets.

    Args:
        config: Names the folders and the profile.

    Attributes:
        presets: What the last look-up found, by name.
        problems: Why files of the last look-up could not be used, by their paths.
    """

    def __init__(self, config: Config) -> None:
        self._config = config
        self.presets: dict[str, Preset] = {}
        self.problems: dict[str, str] = {}

    @property
    def user_preset_dirs(self) -> list[Path]:
        """The user's folders; new presets go into the last."""
        return folders_of(self._config, ("LWE_PRESET_DIR",), ("presets",))

    def user_metadata_fields(self) -> dict[str, type]:
        """Metadata that a user may set, and the types of the values."""
        return {
            "description": str,
            "system_message": str,
            "max_submission_tokens": int,
            "return_on_tool_call": bool,
            "return_on_tool_response": bool,
        }

    def load_presets(self) -> Result:
        """Read all presets anew; the response maps names to presets."""
        found = {
            name: Preset(one["metadata"], one["model_customizations"])
            for name, one in system_presets(self._config.profile).items()
        }
        problems: dict[str, str] = {}
        for folder in self.user_preset_dirs:
            for path in sorted(folder.glob("*.yaml")):
                try:
                    found[path.stem] = _read(path)
                except ConfigError as error:
                    problems[str(path)] = str(error)
        self.presets, self.problems = found, problems
        return Result(True, found, f"Loaded {len(found)} presets")

    def ensure_preset(self, name: str) -> Result:
        """The preset *name*; the failure says why its file could not be used, if there is one."""
        self.load_presets()
        if name in self.presets:
            return Result(True, self.presets[name], f"Loaded preset {name!r}")
        msg = f"Preset {name!r} not found."
        for path, problem in self.problems.items():
            if Path(path).stem == name:
                msg = f"{msg} {problem}"
        error = ConfigError(msg, hint=f"There are: {', '.join(sorted(self.presets))}.")
        return Result(False, None, msg, error=error)

    def save_preset(
        self,
        name: str,
        metadata: Mapping[str, Any],
        customizations: Mapping[str, Any],
        preset_dir: str | Path | None = None,
    ) -> Result:
        """
        Write a preset to a file; the response is its path.

        Args:
            name: Name of the preset.
            metadata: About the preset; `name` and `provider` of it count.
            customizations: Parameters of the model.
            preset_dir: Folder of the file; by default the last of the user's.
        """
        try:
            path = self._path(name, preset_dir)
            about = {**copied(metadata), "name": name}
            about.pop("filepath", None)
            whole = {"metadata": about, "model_customizations": copied(customizations)}
            text = loaded("yaml", "Presets in files").safe_dump(whole, sort_keys=False)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(str(text), "utf-8")
        except (ConfigError, OSError) as error:
            return _failed(f"Preset {name!r} could not be saved", error)
        self.load_presets()
        return Result(True, str(path), f"Saved preset {name!r}")

    def delete_preset(self, name: str, preset_dir: str | Path | None = None) -> Result:
        """Delete the user's preset *name*; the response is the path of the file."""
        try:
            path = self._path(name, preset_dir)
            path.unlink()
        except (ConfigError, OSError) as error:
            return _failed(f"Preset {name!r} could not be deleted", error)
        self.load_presets()
        return Result(True, str(path), f"Deleted preset {name!r}")

    def _path(self, name: str, preset_dir: str | Path | None) -> Path:
        folders = [Path(preset_dir)] if preset_dir is not None else self.user_preset_dirs
        path = path_in(folders[-1], f"{name}.yaml") if folders else None
        if path is None or not name or "/" in name:
            msg = f"{name!r} is no name of a preset, or there is no folder for it."
            raise ConfigError(msg, hint="Use letters, digits, dots and dashes.")
        return path


def _failed(what: str, error: Exception) -> Result:
    msg = f"{what}: {error}"
    kept = error if isinstance(error, ConfigError) else ConfigError(msg)
    return Result(False, None, msg, error=kept)


def _read(path: Path) -> Preset:
    """
    The preset in the file at *path*.

    Raises:
        ConfigError: It cannot be read, or is no preset.
    """
    value = from_yaml(read_text(path), str(path))
    whole = value if is_object(value) else {"metadata": value}
    metadata: Any = whole.get("metadata") or {}
    customizations: Any = whole.get("model_customizations") or {}
    if not is_object(metadata) or not is_object(customizations):
        msg = f"{path} is no preset."
        raise ConfigError(msg, hint="It has the maps 'metadata' and 'model_customizations'.")
    return Preset({"name": path.stem, **metadata, "filepath": str(path)}, customizations)
