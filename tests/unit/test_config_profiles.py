"""
Profiles: which one counts, what may stand in one, and what a client makes of it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from config_files import TABLES, refusal, written

from polyvox.config.profiles import backend_of
from polyvox.config.resolved import Resolved
from polyvox.config.resolving import resolve
from polyvox.prices import Prices
from polyvox_core.retry import NO_RETRY, Retry
from polyvox_core.secret import Secret
from polyvox_core.timeouts import Timeouts

BOTH = """
[defaults]
dial = "one"
[profiles.one]
backend = "dial"
model = "model-one"
[profiles.two]
backend = "dial"
model = "model-two"
[profiles.ai]
backend = "openai"
model = "model-ai"
[profiles.any]
model = "model-any"
"""


def resolved(
    backend: str = "dial", options: dict[str, Any] | None = None, **given: Any
) -> Resolved:
    """What a client of *backend* is made of."""
    return resolve(TABLES[backend], options or {}, given)


@pytest.mark.parametrize(
    ("backend", "options", "variable", "model"),
    [
        ("dial", {}, "", "model-one"),
        ("dial", {"profile": "two"}, "", "model-two"),
        ("dial", {"profile": "two"}, "one", "model-two"),
        ("dial", {"profile": "any"}, "", "model-any"),
        ("dial", {}, "two", "model-two"),
        ("dial", {}, "any", "model-any"),
        ("dial", {}, "ai", "model-one"),
        ("dial", {"profile": None}, "two", None),
        ("dial", {"profile": ""}, "two", None),
        ("openai", {}, "", None),
        ("openai", {}, "ai", "model-ai"),
        ("openai", {}, "two", None),
    ],
)
def test_which_profile_counts(
    backend: str,
    options: dict[str, Any],
    variable: str,
    model: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The one that is named, else the variable's if it is for this backend, else the default."""
    written(tmp_path, monkeypatch, BOTH)
    monkeypatch.setenv("POLYVOX_PROFILE", variable)

    assert model == resolved(backend, options).config.model


def test_when_no_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who passes address and credential reads no file, unless a profile is named."""
    written(tmp_path, monkeypatch, "broken")
    told = {"base_url": "http://x", "api_key": Secret("key")}

    assert None is resolved("dial", **told).config.profile
    assert "is not TOML" in refusal(resolved, "dial", base_url="http://x")
    assert "is not TOML" in refusal(resolved, "dial", api_key=Secret("key"))
    monkeypatch.setenv("POLYVOX_PROFILE", "one")
    assert "is not TOML" in refusal(resolved, "dial", **told)


def test_the_default_is_not_for_who_said_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A variable's profile for another backend does not bring the default one back."""
    written(tmp_path, monkeypatch, BOTH)
    monkeypatch.setenv("POLYVOX_PROFILE", "ai")

    assert None is resolved("dial", base_url="http://x", api_key=Secret("key")).config.model


@pytest.mark.parametrize(
    ("backend", "options", "variable", "words"),
    [
        ("dial", {"profile": "tow"}, "", "no profile 'tow', in '{path}'. Did you mean 'two'?"),
        ("dial", {"profile": "xxx"}, "", "There are: ai, any, one, two."),
        ("dial", {}, "tow", "no profile 'tow', which POLYVOX_PROFILE names, in '{path}'"),
        ("dial", {"profile": "ai"}, "", "'ai' in '{path}' is for 'openai', not for 'dial'"),
    ],
)
def test_profiles_that_do_not_count(
    backend: str,
    options: dict[str, Any],
    variable: str,
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Unknown names, and another backend's profile, are refused with the file's name."""
    path = written(tmp_path, monkeypatch, BOTH)
    monkeypatch.setenv("POLYVOX_PROFILE", variable)

    assert words.format(path=path) in refusal(resolved, backend, options)


@pytest.mark.parametrize(
    ("name", "variable", "backend"),
    [("one", "", "dial"), (None, "ai", "openai"), ("one", "ai", "dial")],
)
def test_backends_of_profiles(
    name: str | None,
    variable: str,
    backend: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A profile says which backend it is for."""
    written(tmp_path, monkeypatch, BOTH)
    monkeypatch.setenv("POLYVOX_PROFILE", variable)

    assert backend == backend_of(name)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (None, "neither a backend nor a profile"),
        ("any", "'any' in '{path}' does not say its backend"),
        ("none", "There is no profile 'none', in '{path}'."),
        ("odd", "'{path}': [profiles.odd]: there is no backend 'dail'. Did you mean 'dial'?"),
    ],
)
def test_profiles_without_a_backend(
    name: str | None, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing says the backend, that is the error."""
    path = written(tmp_path, monkeypatch, f"{BOTH}\n[profiles.odd]\nbackend = 'dail'\n")

    assert words.format(path=path) in refusal(backend_of, name)


@pytest.mark.parametrize(
    ("variable", "words"),
    [(None, "there is no file '{path}'. Create it"), ("", "POLYVOX_CONFIG is empty")],
)
def test_profiles_without_a_file(
    variable: str | None, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A profile that is named where there is no file tells where the file would be."""
    monkeypatch.setattr("polyvox.config.files._WINDOWS", False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.delenv("POLYVOX_CONFIG", raising=False)
    if variable is not None:
        monkeypatch.setenv("POLYVOX_CONFIG", variable)
    path = tmp_path / "polyvox" / "config.toml"

    assert words.format(path=path) in refusal(backend_of, "work")


def profiled(
    folder: Path, monkeypatch: pytest.MonkeyPatch, lines: str, backend: str = "dial"
) -> Resolved:
    """What a client is made of by a profile with these *lines*."""
    written(folder, monkeypatch, f"[profiles.p]\n{lines}\n")
    return resolved(backend, {"profile": "p"})


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("timeout = 30", Timeouts(total=30.0)),
        ("timeout = 0.5", Timeouts(total=0.5)),
        ("timeout = {total = 60, connect = 2.5}", Timeouts(total=60, connect=2.5)),
        ("retry = 2", Retry(attempts=2)),
        ("retry = false", NO_RETRY),
        ("retry = true", Retry()),
        ("retry = {attempts = 5, wait_max = 1.5}", Retry(attempts=5, wait_max=1.5)),
        ("prices = {a = [1, 2.5], b = ['0.1', 2, 3]}", Prices({"a": (1, 2.5), "b": ("0.1", 2, 3)})),
        ("proxy = 'http://proxy:3128'", Secret("http://proxy:3128")),
        ("verify = false", False),
        ("verify = 'ca.pem'", "{folder}/ca.pem"),
        ("verify = '/etc/ca.pem'", "/etc/ca.pem"),
        ("cert = 'mine.pem'", Secret("{folder}/mine.pem")),
        (
            "cert = ['mine.pem', '/etc/mine.key', 'secret']",
            [Secret("{folder}/mine.pem"), Secret("/etc/mine.key"), Secret("secret")],
        ),
        ("trust_env = false", False),
        ("max_connections = 5", 5),
        ("max_idle = 1", 1),
    ],
)
def test_options(line: str, value: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What every client takes may stand in a profile; paths are relative to the file."""
    found = profiled(tmp_path, monkeypatch, line).options
    name = line.partition(" ")[0]

    assert {name} == set(found)
    assert unfolded(value, tmp_path) == found[name]


def unfolded(value: Any, folder: Path) -> Any:
    """The *value* with the folder's name put in."""
    if isinstance(value, list):
        return [unfolded(one, folder) for one in value]
    if isinstance(value, Secret):
        return Secret(unfolded(value.reveal(), folder))
    return value.format(folder=folder) if isinstance(value, str) else value


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("base_url = 3", "[profiles.p]: base_url is of the wrong type (int). Write a text"),
        ("api_key = 3", "[profiles.p]: api_key is of the wrong type (int)"),
        ("api_key_env = true", "[profiles.p]: api_key_env is of the wrong type (bool)"),
        ("model = ['a']", "model is of the wrong type (list)"),
        ("timeout = '30'", "timeout is of the wrong type (str). Write seconds"),
        ("timeout = true", "timeout is of the wrong type (bool)"),
        ("timeout = 0", "timeout cannot work. The time limit total=0.0"),
        ("timeout = {totl = 3}", "timeout has no limit 'totl'. Did you mean 'total'?"),
        ("timeout = {total = '3'}", "timeout cannot work. The time limit total=Secret('***')"),
        ("retry = '2'", "retry is of the wrong type (str). Write a number of attempts"),
        ("retry = 0", "retry cannot work. Retry(attempts=0) would never send anything"),
        ("retry = {attempts = 0}", "retry cannot work"),
        ("retry = {attempts = '2'}", "retry is of the wrong type (dict). Write numbers"),
        ("retry = {atempts = 2}", "retry has no option 'atempts'. Did you mean 'attempts'?"),
        ("headers = 'X: y'", "headers is of the wrong type (str). Write a table"),
        ("headers = {X = 1}", "headers is of the wrong type (dict)"),
        ('headers = {X = "a\\nb"}', "headers cannot be sent. The value of the header X"),
        ("headers = {Host = 'x'}", "headers cannot be sent. The header 'Host' cannot be set"),
        ("prices = [1, 2]", "prices is of the wrong type (list)"),
        ("prices = {a = 1}", "prices is of the wrong type (dict). Write a table"),
        ("prices = {a = [1]}", "prices cannot work. The model 'a' has 1 prices."),
        ("prices = {a = [1, -2]}", "prices cannot work. The price -2 of the model 'a'"),
        ("proxy = 1", "proxy is of the wrong type (int)"),
        ("verify = 1", "verify is of the wrong type (int). Write true, false"),
        ("cert = 1", "cert is of the wrong type (int)"),
        ("cert = ['a']", "cert is of the wrong type (list)"),
        ("cert = ['a', 1]", "cert is of the wrong type (list)"),
        ("trust_env = 'no'", "trust_env is of the wrong type (str). Write true or false"),
        ("max_connections = 0", "max_connections is of the wrong type (int). Write a whole"),
        ("max_connections = true", "max_connections is of the wrong type (bool)"),
        ("max_idle = 1.5", "max_idle is of the wrong type (float)"),
        ("backend = 3", "is for"),
        ("base_uri = 'x'", "[profiles.p] has no key 'base_uri'. Did you mean 'base_url'?"),
        ("token = 'x'", "[profiles.p] has no key 'token'"),
        ("profile = 'q'", "[profiles.p] has no key 'profile'"),
        ("http_client = 'x'", "[profiles.p] has no key 'http_client'"),
        ("transport = 'http'", "transport cannot work. There is no transport 'http'"),
        ("transport = 1", "transport is of the wrong type (int)"),
        ("api_key = 'a'\napi_key_env = 'B'", "api_key and api_key_env say the same twice"),
        ("api_key_env = 'UNSET_VARIABLE'", "a variable that is not set: 'UNSET_VARIABLE'"),
    ],
)
def test_what_is_refused(
    line: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unknown keys and wrong types are refused with file, table and key."""
    if line == "backend = 3":
        words = "backend is of the wrong type (int)"
    text = refusal(profiled, tmp_path, monkeypatch, line)

    assert words in text
    assert str(tmp_path / "config.toml") in text


def test_flags(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A flag of a backend is true or false without quotes."""
    line = "trailing_slash = 'false'"

    assert "true or false" in refusal(profiled, tmp_path, monkeypatch, line, "alteryse")


def test_credentials_in_variables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A profile may name the variable that holds the credential."""
    monkeypatch.setenv("KEY_OF_WORK", "the-key")
    found = profiled(tmp_path, monkeypatch, "bearer_token_env = 'KEY_OF_WORK'")
    sources = {row.name: row.source for row in found.config.explain()}

    assert Secret("the-key") == found.get("bearer_token")
    assert sources["bearer_token"].endswith("config.toml, variable KEY_OF_WORK")


def test_options_that_were_passed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the caller or the environment says about limits is stronger than a profile."""
    written(tmp_path, monkeypatch, "[profiles.p]\ntimeout = 30\nretry = 5\nproxy = 'http://p'\n")
    monkeypatch.setenv("POLYVOX_TIMEOUT", "7")
    options = {"profile": "p", "retry": False, "proxy": None}
    found = resolved("dial", options).options

    assert {"retry": False, "proxy": None, "timeout": Timeouts(total=7)} == found
    assert None is resolved("dial", {**options, "timeout": None}).options["timeout"]


HEADERS = "headers = {X-Team = 'research', X-Key = 'key'}"


def test_headers_are_joined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Headers of a profile are sent besides the caller's, which win."""
    written(tmp_path, monkeypatch, f"[profiles.p]\n{HEADERS}\n")
    found = resolved("dial", {"profile": "p", "headers": {"x-team": "sales", "X-A": "a"}})
    rows = {row.name: row for row in found.config.explain()}

    assert {"X-Key": Secret("key")} == found.headers
    assert {"x-team": "sales", "X-A": "a"} == found.options["headers"]
    assert ["X-Key", "x-team", "X-A"] == [*rows["headers"].value]
    assert rows["headers"].source.startswith("argument, profile 'p'")


@pytest.mark.parametrize(
    ("base_url", "kept"), [(None, True), ("http://p.example/x", True), ("http://x", False)]
)
def test_what_is_meant_for_one_server(
    base_url: str | None, kept: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Headers and what concerns certificates go to the profile's server only; limits go along."""
    lines = f"base_url = 'http://p.example'\n{HEADERS}\nverify = false\ncert = 'c'\ntimeout = 3"
    written(tmp_path, monkeypatch, f"[profiles.p]\n{lines}\n")
    found = resolved("dial", {"profile": "p"}, base_url=base_url)
    sources = {row.name: row.source for row in found.config.explain()}

    assert kept is bool(found.headers)
    assert {"timeout", *(("verify", "cert") if kept else ())} == set(found.options)
    assert kept is not sources["headers"].startswith("not used: profile 'p'")
    assert kept is not sources["headers"].endswith("given for http://p.example")


def test_headers_that_stay_behind_ones_that_were_passed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a profile's headers do not count, the caller's are told."""
    written(tmp_path, monkeypatch, f"[profiles.p]\nbase_url = 'http://p'\n{HEADERS}\n")
    found = resolved("dial", {"profile": "p", "headers": {"X-A": "a"}}, base_url="http://x")
    rows = {row.name: row for row in found.config.explain()}

    assert {} == found.headers
    assert ({"X-A": "***"}, "argument") == (rows["headers"].value, rows["headers"].source)


@pytest.mark.parametrize("name", ["transport", "http_client"])
def test_connections_of_others(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who brings connections decides about them; a profile's limits of calls still count."""
    lines = "proxy = 'http://p'\nmax_idle = 1\nverify = false\nretry = 2"
    written(tmp_path, monkeypatch, f"[profiles.p]\n{lines}\n")
    mine, none = object(), None
    found = resolved("dial", {"profile": "p", name: mine}).options

    assert {name: mine, "retry": Retry(attempts=2)} == found
    assert 5 == len(resolved("dial", {"profile": "p", name: none}).options)
