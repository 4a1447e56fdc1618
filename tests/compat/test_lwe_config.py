"""`Config`: dotted keys, places, profiles, files, and no secret shown."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from polyvox.compat.lwe import ApiBackend, AsyncApiBackend, Config
from polyvox.compat.lwe.core.config import Config as SameConfig
from polyvox.errors import ConfigError

pytestmark = pytest.mark.usefixtures("lwe_home")


def _written(config: Config, text: str) -> None:
    path = Path(config.config_file)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_where_users_look_for_it() -> None:
    """The class is in LWE's module, too."""
    assert SameConfig is Config


def test_dotted_keys() -> None:
    """Values are set and read by dotted keys or lists; what is missing has a default."""
    config = Config()
    config.set("a.b.c", 1)
    config.set(["a", "d.e"], 2)

    assert (1, {"c": 1}, 2) == (config.get("a.b.c"), config.get("a.b"), config.get(["a", "d.e"]))
    assert (None, 5) == (config.get("a.x.y"), config.get("a.x.y", 5))
    assert None is config.get("a.b.c.d")
    assert config.get()["a"] == config.config["a"]


def test_setting_gives_the_value_back() -> None:
    """`set` gives what `get` would, and keeps its own copy."""
    config = Config()
    given = {"x": [1]}
    result = config.set("a", given)
    given["x"].append(2)

    assert {"x": [1]} == result == config.get("a")


@pytest.mark.parametrize("key", ["backend.x", "backend.x.y"])
def test_setting_inside_a_value(key: str) -> None:
    """A value holds no settings."""
    with pytest.raises(ConfigError, match="'backend' is a value"):
        Config().set(key, 1)


def test_setting_nothing() -> None:
    """A key is needed."""
    with pytest.raises(ConfigError, match="no key"):
        Config().set([], 1)


def test_defaults() -> None:
    """LWE's defaults are there; what is None in them can be filled from below."""
    config = Config()
    config.set("model.default_preset.x", 1)

    assert "You are a creative writing assistant." == config.get(
        "model.system_message.creative_writer"
    )
    assert None is Config().get("model.default_preset")
    assert {"x": 1} == config.get("model.default_preset")
    assert Config().get() == config.default_config


def test_settings_at_once() -> None:
    """A dict of settings merges into the defaults: dicts by key, lists as a whole."""
    config = Config(config={"model": {"default_preset": "x"}, "plugins": {"enabled": ["a"]}})

    assert ("x", "default", ["a"]) == (
        config.get("model.default_preset"),
        config.get("model.default_system_message"),
        config.get("plugins.enabled"),
    )


def test_paths(lwe_home: Path) -> None:
    """Tokens in paths are replaced, also in those that are set later."""
    config = Config(profile="work")
    config.set("database", "sqlite:///$DATA_DIR/$PROFILE.db")
    config.set("directories.tools", ["$HOME/tools", "$CONFIG_DIR/x"])
    place = str(lwe_home)

    assert f"sqlite:///{place}/data/work.db" == config.get("database")
    assert [f"{Path.home()}/tools", f"{place}/config/x"] == config.get("directories.tools")
    assert [f"{place}/config/presets", f"{place}/config/profiles/work/presets"] == config.get(
        "directories.presets"
    )
    assert f"{place}/data/cache" == config.get("directories.cache")


def test_paths_of_logs(lwe_home: Path) -> None:
    """The same tokens count where logs are written."""
    config = Config()
    config.set("debug.log.filepath", "$DATA_DIR/debug.log")
    config.set("chat.log", {"enabled": True, "filepath": "$CONFIG_DIR/chat.log"})

    assert lwe_home / "data" / "debug.log" == config.debug_log_path()
    assert f"{lwe_home}/config/chat.log" == config.get("chat.log.filepath")


def test_without_transforming() -> None:
    """`transform=False` leaves a value as it was given."""
    config = Config()
    config.set("log.console.level", "debug", transform=False)
    plain = config.get("log.console.level")
    config.set("log.console.level", "debug")

    assert ("debug", "DEBUG", True) == (plain, config.get("log.console.level"), config.debug)


def test_attributes(lwe_home: Path) -> None:
    """The attributes name the places."""
    config = Config(profile="work", args={"a": 1})
    place = str(lwe_home)

    assert {
        "config_dir": f"{place}/config",
        "config_file": f"{place}/config/profiles/work/config.yaml",
        "config_profile_dir": f"{place}/config/profiles/work",
        "data_dir": f"{place}/data",
        "data_profile_dir": f"{place}/data/profiles/work",
        "profile": "work",
    } == {name: getattr(config, name) for name in config.properties}
    assert {"a": 1} == config.args
    assert not config.debug


def test_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    """The constructor honours LWE's variables; arguments win."""
    monkeypatch.setenv("LWE_CONFIG_PROFILE", "mine")

    assert ("mine", "work") == (Config().profile, Config(profile="work").profile)


@pytest.mark.parametrize(
    ("platform", "variables", "config", "data"),
    [
        ("linux", {}, ".config", ".local/share"),
        ("darwin", {}, "Library/Application Support", ".local/share"),
        ("win32", {"APPDATA": "a", "LOCALAPPDATA": "l"}, "a", "l"),
        ("win32", {"APPDATA": "", "LOCALAPPDATA": ""}, "", ""),
    ],
)
def test_places(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    platform: str,
    variables: dict[str, str],
    config: str,
    data: str,
) -> None:
    """Without variables the places are LWE's own on each system."""
    for name in ("LWE_CONFIG_DIR", "LWE_DATA_DIR"):
        monkeypatch.delenv(name)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    for name, value in variables.items():
        monkeypatch.setenv(name, str(tmp_path / value) if value else "")
    made = Config()

    assert str(tmp_path / config / "llm-workflow-engine") == made.config_dir
    assert str(tmp_path / data / "llm-workflow-engine") == made.data_dir


def test_given_folders(tmp_path: Path) -> None:
    """A folder that is given must exist."""
    folder = tmp_path / "here"
    folder.mkdir()

    assert str(folder) == Config(folder, data_dir=folder).data_dir
    with pytest.raises(FileNotFoundError, match="Create it first"):
        Config(tmp_path / "nowhere")
    with pytest.raises(FileNotFoundError, match="nowhere"):
        Config(data_dir=str(tmp_path / "nowhere"))


def test_files() -> None:
    """The profile's file goes over the defaults, and what was set stays on top of it."""
    config = Config(config={"a": {"x": "given"}})
    config.set("model.default_preset", "set")
    _written(config, "model: {default_preset: file, other: file}\na: {x: file, y: file}\n")
    before = config.get("a.y")
    config.load_from_file()

    assert (None, "set", "file", "given", "file") == (
        before,
        config.get("model.default_preset"),
        config.get("model.other"),
        config.get("a.x"),
        config.get("a.y"),
    )
    assert "default" == config.get("model.default_system_message")


def test_another_profile() -> None:
    """Loading may change the profile, and with it the places."""
    config = Config()
    config.load_from_file("work")

    assert "work" == config.profile
    assert config.get("directories.presets")[1].endswith("profiles/work/presets")


@pytest.mark.parametrize("text", ["", "# nothing\n"])
def test_empty_files(text: str) -> None:
    """A file without settings, like one that is missing, means the defaults."""
    config = Config()
    config.load_from_file()
    _written(config, text)
    config.load_from_file()

    assert Config().get() == config.get()


@pytest.mark.parametrize(
    ("text", "problem"), [("- a", "no map of settings"), ("a: [", "not valid YAML")]
)
def test_bad_files(text: str, problem: str) -> None:
    """What is no map of settings is refused by its name."""
    config = Config()
    _written(config, text)

    with pytest.raises(ConfigError, match=problem):
        config.load_from_file()


def test_without_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names the extra when PyYAML is missing; without a file it is not needed."""
    monkeypatch.setitem(sys.modules, "yaml", None)
    config = Config()
    config.load_from_file()
    _written(config, "a: 1")

    with pytest.raises(ConfigError, match=r"polyvox\[lwe\]"):
        config.load_from_file()


def test_strange_levels() -> None:
    """A setting of another shape than the default's is left alone."""
    config = Config(config={"log": {"console": None}, "debug": {"log": {"level": 10}}})

    assert (None, 10) == (config.get("log.console"), config.get("debug.log.level"))


@pytest.mark.parametrize(
    "settings",
    [
        {"providers": {"chat_openai": {"api_key": "sk-secret"}}},
        {"plugins": [{"openai_api_key": "sk-secret"}]},
        {"x": {"Authorization": "sk-secret", "token": "sk-secret", "db_password": "sk-secret"}},
    ],
)
def test_secrets(settings: dict[str, Any]) -> None:
    """The repr shows what was changed, but no secret."""
    config = Config(config={"max_tokens": 12345, "api_key_env_var": "NAME", **settings})

    assert "sk-secret" not in repr(config)
    assert "***" in repr(config)
    assert "12345" in repr(config)
    assert "NAME" in repr(config)
    assert "creative" not in repr(config)


@pytest.mark.parametrize("kind", [ApiBackend, AsyncApiBackend])
def test_what_is_no_configuration(kind: Any) -> None:
    """A backend takes a `Config`, and says so when it is given settings alone."""
    with pytest.raises(ConfigError, match=r"A dict is no configuration.*Config\(config="):
        kind({"model": {"default_preset": "gpt-4o-mini"}})
