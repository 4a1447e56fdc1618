"""Row X-13: configuration files that others can read, and keys for other servers."""

from __future__ import annotations

import contextlib
import os
import warnings
from collections.abc import Iterator
from pathlib import Path

from cases import KEY, Bench, case

import polyvox
from polyvox.config import ConfigWarning
from polyvox.testing.faults import answer, completion

GOOD = (answer(completion()),)


@contextlib.contextmanager
def configured(path: Path) -> Iterator[None]:
    """The environment with the configuration file at *path*."""
    before = os.environ["POLYVOX_CONFIG"]
    os.environ["POLYVOX_CONFIG"] = str(path)
    try:
        yield
    finally:
        os.environ["POLYVOX_CONFIG"] = before


def profile(bench: Bench, url: str, mode: int) -> Path:
    """A file with a profile for the server at *url*."""
    path = bench.folder / "config.toml"
    path.write_text(f"[profiles.p]\nbase_url = '{url}'\napi_key = '{KEY}'\n", "utf-8")
    path.chmod(mode)
    return path


@case("X-13", "A profile with a key, in a file of mode 0644, used twice; and one of mode 0600.")
def readable_file(bench: Bench) -> str:
    """One warning with the command that mends it, and without the key."""
    server = bench.server(GOOD)
    for mode, most in ((0o644, 1), (0o600, 0)):
        with (
            configured(profile(bench, server.url, mode)),
            warnings.catch_warnings(record=True) as caught,
        ):
            warnings.simplefilter("always")
            for _ in range(2):
                bench.chat(bench.shell.client("dial", profile="p"))
        assert [ConfigWarning] * most == [one.category for one in caught]
        assert all("chmod 600" in str(one.message) for one in caught)
        assert all(KEY not in str(one.message) for one in caught)
    return "one ConfigWarning with the command that mends it; the calls work"


@case("X-13", "A profile's key, and another server's address as an argument.")
def key_for_another_server(bench: Bench) -> str:
    """Refused before anything is sent."""
    server, other = bench.server(GOOD), bench.server(GOOD)
    with configured(profile(bench, server.url, 0o600)):
        error = bench.error(lambda: bench.shell.client("dial", profile="p", base_url=other.url))
    assert isinstance(error, polyvox.ConfigError)
    assert f"was given for {server.url}" in str(error)
    assert KEY not in str(error)
    assert other.connections.count == 0
    return "ConfigError that says whose the key is; nothing is sent"
