"""
`Config`: LWE's configuration by dotted keys, with profiles and an optional YAML file.

Making one reads the environment and nothing else; no folder is created, no file is read.
What `set` was told stays on top of what `load_from_file` finds.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, cast

from polyvox.compat.lwe.defaults import default_config
from polyvox.compat.lwe.extras import from_yaml
from polyvox.compat.lwe.merging import copied, merged
from polyvox.compat.lwe.places import config_folder, data_folder, debug_log_file
from polyvox.compat.lwe.secrets import without_secrets
from polyvox.compat.lwe.shapes import as_mapping
from polyvox.compat.lwe.shelves import read_text
from polyvox_core.errors import ConfigError
from polyvox_core.shapes import is_array, is_object

__all__ = ["Config", "used"]


class Config:
    """
    Settings of a backend.

    Args:
        config_dir: Folder of configuration, which must exist; by default LWE_CONFIG_DIR, or
            LWE's own place.
        data_dir: Folder of data, likewise; LWE_DATA_DIR.
        profile: Name of the profile; by default LWE_CONFIG_PROFILE, or `default`.
        config: Settings over the defaults.
        args: Kept as an attribute.

    Raises:
        FileNotFoundError: A given folder does not exist.
    """

    def __init__(
        self,
        config_dir: str | os.PathLike[str] | None = None,
        data_dir: str | os.PathLike[str] | None = None,
        profile: str | None = None,
        config: Mapping[str, Any] | None = None,
        args: Any = None,
    ) -> None:
        self._config_dir = _existing(config_dir, config_folder)
        self._data_dir = _existing(data_dir, data_folder)
        self.profile = profile or os.environ.get("LWE_CONFIG_PROFILE") or "default"
        self.args = args
        # What was said in so many words, and so outlives a file that is loaded later.
        self._said: dict[str, Any] = copied(config or {})
        self._raw: dict[str, Any] = {}
        self._from_file: dict[str, Any] = {}
        self._renew()

    @property
    def config_dir(self) -> str:
        """Folder of configuration."""
        return str(self._config_dir)

    @property
    def data_dir(self) -> str:
        """Folder of data."""
        return str(self._data_dir)

    @property
    def config_profile_dir(self) -> str:
        """Folder of the profile's configuration."""
        return str(self._config_dir / "profiles" / self.profile)

    @property
    def data_profile_dir(self) -> str:
        """Folder of the profile's data."""
        return str(self._data_dir / "profiles" / self.profile)

    @property
    def config_file(self) -> str:
        """What `load_from_file` reads."""
        return str(Path(self.config_profile_dir) / "config.yaml")

    @property
    def config(self) -> dict[str, Any]:
        """All settings, as `get()` gives them."""
        return self._raw

    @property
    def default_config(self) -> dict[str, Any]:
        """The settings of a new object."""
        return self._finished(default_config())

    @property
    def debug(self) -> bool:
        """Whether the console's log level is DEBUG."""
        return bool(self.get("log.console.level") == "DEBUG")

    @property
    def properties(self) -> list[str]:
        """Names of the attributes that describe this object."""
        return [
            "config_dir",
            "config_file",
            "config_profile_dir",
            "data_dir",
            "data_profile_dir",
            "profile",
        ]

    def get(self, keys: str | Iterable[str] | None = None, default: Any = None) -> Any:
        """
        The value at a dotted key, such as `model.default_preset`.

        Args:
            keys: The key, dotted or as a list; without one all settings are given.
            default: What to give where there is nothing.
        """
        value: Any = self._raw
        for key in _split(keys):
            if not is_object(value) or key not in value:
                return default
            value = value[key]
        return value

    def set(self, keys: str | Iterable[str], value: Any, transform: bool = True) -> Any:
        """
        Set the value at a dotted key, and give it back.

        Args:
            keys: The key, dotted or as a list.
            value: The value; a dict replaces the one that is there.
            transform: Whether tokens such as `$DATA_DIR` are replaced in paths, and levels of
                logs written in capitals.

        Raises:
            ConfigError: There is no key, or the value is set inside of one that is no dict.
        """
        path = _split(keys)
        if not path:
            msg = "The setting has no key."
            raise ConfigError(msg, hint="Use a dotted key, such as 'model.default_preset'.")
        for settings in (self._said, self._raw):
            _put(settings, path, copied(value))
        if transform:
            self._raw = self._finished(self._raw)
        return self.get(path)

    def load_from_file(self, profile: str | None = None) -> None:
        """
        Read the profile's `config.yaml`; what was set before stays on top of it.

        Args:
            profile: The profile to change to; by default the present one.

        Raises:
            ConfigError: The file cannot be read, or is no map of settings. A file that does not
                exist means the defaults.
        """
        self.profile = profile or self.profile
        path = Path(self.config_file)
        found: Any = from_yaml(read_text(path), str(path)) if path.exists() else None
        found = {} if found is None else found
        if not is_object(found):
            msg = f"{self.config_file} is no map of settings."
            raise ConfigError(msg, hint="Write `key: value` lines, as in LWE's config.yaml.")
        self._from_file = found
        self._renew()

    def _renew(self) -> None:
        settings = merged(merged(default_config(), self._from_file), self._said)
        self._raw = self._finished(settings)

    def _finished(self, settings: dict[str, Any]) -> dict[str, Any]:
        """*settings* with paths and levels as they are used."""
        settings = copied(settings)
        for name in ("database", "directories"):
            settings[name] = self._paths(settings.get(name))
        for group, name in (("chat", "log"), ("debug", "log"), ("log", "console")):
            log: Any = as_mapping(settings.get(group)).get(name)
            if is_object(log):
                if isinstance(log.get("level"), str):
                    log["level"] = log["level"].upper()
                if "filepath" in log:
                    log["filepath"] = self._paths(log["filepath"])
        return settings

    def _paths(self, value: Any) -> Any:
        if isinstance(value, str):
            for token, place in (
                ("$CONFIG_DIR", self.config_dir),
                ("$DATA_DIR", self.data_dir),
                ("$PROFILE", self.profile),
                ("$HOME", str(Path.home())),
            ):
                value = value.replace(token, place)
            return value
        if is_object(value):
            return {name: self._paths(one) for name, one in value.items()}
        return [self._paths(one) for one in value] if is_array(value) else value

    def debug_log_path(self) -> Path:
        """Where the debug log is written."""
        given = self.get("debug.log.filepath")
        return Path(given).expanduser() if given else debug_log_file()

    def __repr__(self) -> str:
        """Show the settings that differ from the defaults, without secrets."""
        changed = merged(self._from_file, self._said)
        return f"Config(profile={self.profile!r}, config={without_secrets(changed)!r})"


def used(config: Config | None) -> Config:
    """
    The *config* that a backend was given, or a new one.

    Raises:
        ConfigError: It is no `Config`.
    """
    if config is None:
        return Config()
    if not isinstance(config, Config):  # pyright: ignore[reportUnnecessaryIsInstance] # callers err
        msg = f"A {type(config).__name__} is no configuration of a backend."
        raise ConfigError(msg, hint="Pass Config(), or Config(config={...}) with settings.")
    return config


def _existing(given: str | os.PathLike[str] | None, default: Any) -> Path:
    if given is None:
        return cast("Path", default())
    folder = Path(given).expanduser()
    if not folder.is_dir():
        msg = f"There is no folder {str(folder)!r}. Create it first, or leave the argument out."
        raise FileNotFoundError(msg)
    return folder


def _split(keys: str | Iterable[str] | None) -> list[str]:
    if keys is None:
        return []
    return keys.split(".") if isinstance(keys, str) else [str(key) for key in keys]


def _put(settings: dict[str, Any], path: list[str], value: Any) -> None:
    for position, key in enumerate(path[:-1], 1):
        inner: Any = settings.setdefault(key, {})
        if inner is None:
            inner = settings[key] = {}
        if not is_object(inner):
            msg = f"The setting {'.'.join(path[:position])!r} is a value, and holds no settings."
            raise ConfigError(msg, hint="Set it to a dict first, or use another key.")
        settings = inner
    settings[path[-1]] = value
