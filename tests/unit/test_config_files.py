"""
The configuration file: where it is, what is refused in it, and who may read it.
"""

from __future__ import annotations

import traceback
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from config_files import TABLES, refusal, written

import polyvox
from polyvox.config import ConfigWarning, files
from polyvox.config.files import config_path, load
from polyvox.config.resolving import resolve
from polyvox.errors import ConfigError

KEY = "key-that-nobody-may-see"
WORK = f"[profiles.work]\napi_key = '{KEY}'\n"


@pytest.fixture(autouse=True)
def nobody_was_warned(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test begins with nobody warned."""
    monkeypatch.setattr(files, "_warned", set())


def used(backend: str = "dial", **options: Any) -> Any:
    """What a client of *backend* is made of."""
    return resolve(TABLES[backend], options, {})


@pytest.mark.parametrize(
    ("windows", "variables", "path"),
    [
        (False, {}, "~/.config/polyvox/config.toml"),
        (False, {"XDG_CONFIG_HOME": "{tmp}"}, "{tmp}/polyvox/config.toml"),
        (False, {"XDG_CONFIG_HOME": "relative"}, "~/.config/polyvox/config.toml"),
        (False, {"APPDATA": "{tmp}"}, "~/.config/polyvox/config.toml"),
        (True, {"APPDATA": "{tmp}"}, "{tmp}/polyvox/config.toml"),
        (True, {"XDG_CONFIG_HOME": "{tmp}"}, "~/.config/polyvox/config.toml"),
        (False, {"POLYVOX_CONFIG": "~/other.toml"}, "~/other.toml"),
        (False, {"POLYVOX_CONFIG": "here.toml"}, "here.toml"),
        (False, {"POLYVOX_CONFIG": ""}, ""),
    ],
)
def test_where_it_is(
    windows: bool,
    variables: dict[str, str],
    path: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In the folder of the platform, unless POLYVOX_CONFIG says otherwise."""
    monkeypatch.setattr(files, "_WINDOWS", windows)
    for name in ("POLYVOX_CONFIG", "XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, text in variables.items():
        monkeypatch.setenv(name, text.format(tmp=tmp_path))
    wanted = str(Path(path.format(tmp=tmp_path)).expanduser()) if path else ""

    assert (wanted, "POLYVOX_CONFIG" in variables) == config_path()


def test_no_file_is_fine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the file would be there need be none, nor the folder."""
    monkeypatch.delenv("POLYVOX_CONFIG")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    absent = load()
    (tmp_path / "polyvox").write_text("a file in the place of the folder")

    assert (None, None) == (absent, load())
    assert "since there is no file" in refusal(used, profile="work")


def test_a_named_file_must_be_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that POLYVOX_CONFIG names and that is not there is a slip."""
    monkeypatch.setenv("POLYVOX_CONFIG", str(tmp_path / "none.toml"))

    assert "none.toml' is not there. Create it, or let POLYVOX_CONFIG" in refusal(used)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"[profiles.work\napi_key = 'key-that-nobody-may-see'", "is not TOML: "),
        (b"api_key = 'key-that-nobody-may-see", "is not TOML: "),
        (b"api_key = 'key-that-nobody-may-see\xff'", "is not UTF-8"),
        (b"profils = {}", "has no table 'profils'. Did you mean 'profiles'?"),
        (b"x = 1", "There are: defaults, profiles."),
        (b"profiles = 3", "profiles is no table. Write [profiles] on a line of its own."),
        (b"[profiles]\nwork = 'x'", "profiles.work is no table. Write [profiles.work]"),
        (b"defaults = []", "defaults is no table"),
        (b"[defaults]\ndial = 'work'", "'dial' in [defaults] names no profile of the file. There"),
        (
            b"[defaults]\ndial = 1\n[profiles.work]",
            "names no profile of the file. There are: work.",
        ),
        (b"[defaults]\ndial = 'wrk'\n[profiles.work]", "Did you mean 'work'?"),
        (
            b"[defaults]\nollama = 'work'\n[profiles.work]\nbackend = 'dial'",
            "'ollama' in [defaults] names a profile for another backend. Name one",
        ),
        (
            b"[defaults]\ndail = 'work'\n[profiles.work]",
            "[defaults] has no backend 'dail'. Did you mean 'dial'?",
        ),
    ],
)
def test_what_is_refused(
    content: bytes, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is no TOML, or laid out in another way, is refused with the name of the file."""
    path = written(tmp_path, monkeypatch, "")
    path.write_bytes(content)
    text = refusal(used)

    assert str(path) in text
    assert words in text
    assert KEY not in text


def test_files_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder in the place of the file is told, with the system's reason."""
    monkeypatch.setenv("POLYVOX_CONFIG", str(tmp_path))

    assert "cannot be read: " in refusal(used)


@pytest.mark.parametrize(
    "text",
    [
        f"{WORK}base_url = 'https://user:{KEY}@host'\n",
        f"{WORK}timeout = 0\n",
        f"{WORK}nonsense = '{KEY}'\n",
        f"{WORK}headers = {{X-Key = '{KEY}\\n'}}\n",
        f'{WORK}headers = {{X-Key = "{KEY}\\n"}}\n',
        f'{WORK}headers = {{X-Key = "{KEY}", Host = "x"}}\n',
        f"{WORK}verify = ['{KEY}']\n",
        f"{WORK}[profiles.other]\n[defaults]\ndial = '{KEY}'\n",
        f"{WORK}[profiles.work]\n",
        f"{WORK}broken '{KEY}'\n",
    ],
)
def test_errors_hold_no_secret(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a message nor any local of the frames below shows what the file holds."""
    written(tmp_path, monkeypatch, text)

    with pytest.raises(ConfigError) as caught:
        polyvox.Dial(profile="work", headers={"Bad name": "x"})
    seen = [*told(traceback.TracebackException(*exc_info(caught.value), capture_locals=True))]

    assert len(seen) > 3
    assert [] == [one for one in seen if KEY in one]


def exc_info(error: BaseException) -> tuple[Any, Any, Any]:
    """What describes *error*, without the frame of the test."""
    assert error.__traceback__ is not None
    return type(error), error, error.__traceback__.tb_next


def told(error: traceback.TracebackException) -> Iterator[str]:
    """The text of *error* and of those behind it, and the locals of all their frames."""
    yield str(error)
    yield from (f"{frame.name}: {frame.locals}" for frame in error.stack)
    for behind in (error.__cause__, error.__context__):
        if behind is not None:
            yield from told(behind)


def test_readers_are_warned_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file with a key that others can read is told once, with what to do, where it is used."""
    path = written(tmp_path, monkeypatch, f"{WORK}base_url = 'http://x'", mode=0o644)
    with pytest.warns(ConfigWarning, match="Run: chmod 600") as caught:
        polyvox.Dial(profile="work").close()
    again = polyvox.Dial(profile="work")
    again.close()

    assert __file__ == caught[0].filename
    assert str(path) in str(caught[0].message)
    assert KEY not in str(caught[0].message)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o666])
@pytest.mark.parametrize(
    "text",
    [
        WORK,
        "[profiles.a]\nbearer_token = 'x'",
        "[profiles.a]\nheaders = {Authorization = 'x'}",
        "[profiles.a.headers]\nCookie = 'x'",
        "[profiles.a]\nproxy = 'http://u:p@proxy'",
    ],
)
def test_what_is_a_key(
    text: str, mode: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Credentials, telling headers, and a proxy with a user name count; group and all may read."""
    written(tmp_path, monkeypatch, text, mode=mode)

    with pytest.warns(ConfigWarning):
        load()


@pytest.mark.parametrize(
    ("windows", "mode", "text"),
    [
        (True, 0o666, WORK),
        (False, 0o600, WORK),
        (False, 0o622, WORK),
        (False, 0o644, "[profiles.a]\napi_key_env = 'X'\nproxy = 'http://proxy'\ntimeout = 3"),
        (False, 0o644, "[profiles.a]\nheaders = {X-Team = 'x'}\n[defaults]\ndial = 'a'"),
    ],
)
def test_what_is_no_reason_to_warn(
    windows: bool, mode: int, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody else can read it, there is no key in it, or modes say nothing on this system."""
    written(tmp_path, monkeypatch, text, mode=mode)
    monkeypatch.setattr(files, "_WINDOWS", windows)

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        found = load()

    assert [] == caught
    assert found is not None
