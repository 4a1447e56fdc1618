"""
What `client.config` shows: everything but secrets.
"""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest
from config_files import TABLES, written

import polyvox
from polyvox.config import Config, Explanation, Setting
from polyvox.config.explaining import shown
from polyvox.config.resolving import resolve
from polyvox.prices import Prices
from polyvox_core.retry import Retry
from polyvox_core.secret import Secret
from polyvox_core.timeouts import Timeouts

KEY = "key-that-nobody-may-see"
URL = "http://127.0.0.1:9/"


@pytest.mark.parametrize("backend", TABLES)
def test_every_setting_has_a_row(backend: str) -> None:
    """Each field and each option of all clients is told, once, in the same order."""
    config = resolve(TABLES[backend], {}, {}).config
    names = [row.name for row in config.explain()]

    assert [
        "backend",
        *TABLES[backend].table,
        "model",
        "timeout",
        "retry",
        "headers",
        "prices",
        "transport",
        "proxy",
        "verify",
        "cert",
        "trust_env",
        "max_connections",
        "max_idle",
    ] == names
    assert backend == config.backend


def test_the_table() -> None:
    """As text the rows stand in columns; names tell headers, and nothing is a dash."""
    rows = [
        Setting("timeout", 2.5, "default"),
        Setting("headers", {"X-A": "***", "B": "***"}, "argument"),
        Setting("api_key", Secret(KEY), "argument"),
        Setting("cert", None, "not given"),
    ]
    table = Explanation(rows)

    assert (
        "setting  value   from\n"
        "timeout  2.5     default\n"
        "headers  X-A, B  argument\n"
        "api_key  ***     argument\n"
        "cert     -       not given"
    ) == str(table)
    assert str(table) == repr(table)
    assert (4, rows) == (len(table), [*table])


@pytest.mark.parametrize(
    ("name", "value", "seen"),
    [
        ("api_key", Secret(KEY), Secret(KEY)),
        ("api_key", lambda: KEY, "a function"),
        ("api_key", [KEY], "a list"),
        ("base_url", URL, URL),
        ("trust_env", False, False),
        ("headers", {"Authorization": KEY}, {"Authorization": "***"}),
        ("prices", {"a": (1, 2), "b": (1, 2)}, "a, b"),
        ("prices", Prices({"a": (1, 2)}), "a"),
        ("prices", 3, None),
        ("proxy", f"http://user:{KEY}@proxy:1", "http://***@proxy:1"),
        ("proxy", Secret(f"socks5://{KEY}@proxy"), "socks5://***@proxy"),
        ("proxy", "http://proxy:1", "http://proxy:1"),
        ("proxy", f"{KEY}@proxy", "***@proxy"),
        ("proxy", None, None),
        ("proxy", 3, None),
        ("cert", ("a.pem", "b.key", KEY), "a.pem"),
        ("cert", [Secret("a.pem"), Secret("b.key"), Secret(KEY)], "a.pem"),
        ("cert", Secret("a.pem"), "a.pem"),
        ("cert", "a.pem", "a.pem"),
        ("cert", (), ()),
        ("cert", None, None),
        ("timeout", Timeouts(total=3), 3),
        ("timeout", Timeouts(read=3), Timeouts(read=3)),
        ("timeout", None, None),
        ("retry", Retry(attempts=2), 2),
        ("retry", Retry(wait_max=2), Retry(wait_max=2)),
        ("retry", False, False),
        ("http_client", Path(), f"a {type(Path()).__name__}"),
    ],
)
def test_what_is_shown(name: str, value: Any, seen: Any) -> None:
    """Secrets stay secrets, headers are named, and what lives is told by its kind."""
    assert seen == shown(name, value)


def test_a_client_of_all_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every value is told with its source, and `with_` is one."""
    lines = f"api_key = '{KEY}'\nmodel = 'gpt-4o'\nretry = 2\nheaders = {{X-A = 'a'}}"
    path = written(tmp_path, monkeypatch, f"[profiles.work]\n{lines}\n")
    monkeypatch.setenv("DIAL_URL", URL)
    monkeypatch.setenv("POLYVOX_TIMEOUT", "7")
    with polyvox.Dial(profile="work", max_idle=3) as client:
        config = client.config
        other = client.with_(timeout=1, extra_headers={"X-B": "b"}).config
    rows = {row.name: (row.value, row.source) for row in config.explain()}
    source = f"profile 'work' in {path}"

    assert ("work", f"in {path}") == rows["profile"]
    assert (URL, "environment variable DIAL_URL") == rows["base_url"]
    assert (Secret(KEY), source) == rows["api_key"]
    assert (None, "not given") == rows["api_version"]
    assert ("gpt-4o", source) == rows["model"]
    assert (7, "environment variable POLYVOX_TIMEOUT") == rows["timeout"]
    assert (2, source) == rows["retry"]
    assert (3, "argument") == rows["max_idle"]
    assert (True, "default") == rows["verify"]
    assert ("gpt-4o", "gpt-4o", "work") == (config.model, config.get("model"), config.profile)
    assert (1, {"X-A": "***", "X-B": "***"}) == (other.get("timeout"), other.get("headers"))
    assert {"with_()"} == {
        row.source for row in other.explain() if row.name in {"timeout", "headers"}
    }
    assert None is config.get("nothing")
    assert KEY not in f"{config} {config.explain()} {vars_of(config)}"
    with pytest.raises(TypeError, match="Secret cannot be pickled"):
        pickle.dumps(config)


def vars_of(config: Config) -> str:
    """Everything that *config* holds, as a debugger would show it."""
    return repr([getattr(config, name) for name in Config.__slots__ if name != "__weakref__"])


@pytest.mark.parametrize(
    ("given", "value", "source"),
    [
        ({}, "proxy.example:3128", "environment variable http_proxy"),
        ({"proxy": "http://other"}, "http://other", "argument"),
        ({"proxy": None}, None, "argument"),
        ({"trust_env": False}, None, "not given"),
    ],
)
def test_the_proxy_of_the_environment(
    given: dict[str, Any], value: str | None, source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A proxy that the environment names is told, without its credentials."""
    monkeypatch.setenv("http_proxy", f"http://user:{KEY}@proxy.example:3128")
    config = resolve(TABLES["dial"], given, {"base_url": "http://dial.example"}).config
    row = next(row for row in config.explain() if row.name == "proxy")
    unknown = resolve(TABLES["dial"], {}, {}).config

    assert (value, source) == (row.value, row.source)
    assert None is unknown.get("proxy")


@pytest.mark.parametrize("name", ["transport", "http_client"])
def test_connections_of_others(name: str) -> None:
    """Who brings connections is told of; what he may have set is not guessed."""
    found = {row.name for row in resolve(TABLES["ollama"], {name: object()}, {}).config.explain()}
    without = {row.name for row in resolve(TABLES["ollama"], {name: None}, {}).config.explain()}

    assert {name} == found - without | {name}
    assert {"proxy", "verify", "cert", "trust_env", "max_connections", "max_idle"} == (
        without - found - {"transport"}
    )
