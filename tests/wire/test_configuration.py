"""
Clients of every backend made of variables, profiles and addresses; and keys that stay at home.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from config_files import TABLES, refusal, written
from recorder import Recorder, answer, json_answer
from shells import Shell
from verb_cases import CLIENTS

import polyvox
from polyvox.backends.registry import BACKENDS
from polyvox.emulator import Emulator

WHOLE = '{"choices":[{"index":0,"message":{"role":"assistant","content":"Hi"}}]}'
BARE = {"retry": False, "trust_env": False}


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    """All backends, on one port."""
    with Emulator() as running:
        yield running


def chats(shell: Shell, backend: str, client: Any) -> None:
    """See that *client* can chat, and close it."""
    models = CLIENTS[backend].models
    model = {"model": models["chat"]} if models else {}

    assert "Hi" in shell.call(client.chat, "Hi", **model).text
    shell.shut(client)


def made(shell: Shell, backend: str, **arguments: Any) -> Any:
    """A client of *backend* by its class."""
    kind = getattr(polyvox, f"{'Async' if shell.is_async else ''}{BACKENDS[backend]}")
    return kind(**BARE, **arguments)


@pytest.mark.parametrize("backend", BACKENDS)
def test_the_environment(
    backend: str, shell: Shell, emulator: Emulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without any argument a client takes all from variables; by class, by name, and in a pool."""
    table = TABLES[backend]
    arguments = {"base_url": emulator.url_of(backend), **CLIENTS[backend].arguments}
    for name, text in arguments.items():
        monkeypatch.setenv(table.variables(name)[-1], text)
    pool = (polyvox.AsyncClientPool if shell.is_async else polyvox.ClientPool)(trust_env=False)

    chats(shell, backend, made(shell, backend))
    chats(shell, backend, shell.client(backend))
    chats(shell, backend, pool.connect(backend))
    chats(shell, backend, pool.client(type(made(shell, backend))))
    shell.shut(pool)


@pytest.mark.parametrize("backend", BACKENDS)
def test_profiles(
    backend: str,
    shell: Shell,
    emulator: Emulator,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A profile is enough as well: named, by default, by variable, and without the backend."""
    arguments = {"base_url": emulator.url_of(backend), **CLIENTS[backend].arguments}
    lines = "".join(f"{name} = {str(text)!r}\n" for name, text in arguments.items())
    text = f"[profiles.here]\nbackend = '{backend}'\n{lines}"
    written(tmp_path, monkeypatch, text)
    pool = (polyvox.AsyncClientPool if shell.is_async else polyvox.ClientPool)(trust_env=False)

    chats(shell, backend, made(shell, backend, profile="here"))
    chats(shell, backend, shell.client(None, profile="here"))
    chats(shell, backend, pool.connect(profile="here"))
    monkeypatch.setenv("POLYVOX_PROFILE", "here")
    chats(shell, backend, shell.client(None))
    monkeypatch.delenv("POLYVOX_PROFILE")
    written(tmp_path, monkeypatch, f"{text}[defaults]\n{backend} = 'here'\n")
    chats(shell, backend, made(shell, backend))
    shell.shut(pool)


@pytest.mark.parametrize("backend", BACKENDS)
def test_addresses(backend: str, shell: Shell, emulator: Emulator) -> None:
    """Backend and address in one, for `connect` and for pools."""
    address = f"{backend}+{emulator.url_of(backend)}"
    arguments = CLIENTS[backend].arguments
    pool = (polyvox.AsyncClientPool if shell.is_async else polyvox.ClientPool)(trust_env=False)

    chats(shell, backend, shell.client(address, **arguments))
    chats(shell, backend, pool.connect(address, **arguments))
    shell.shut(pool)


@pytest.mark.parametrize(
    ("address", "more", "words"),
    [
        ("dial+https://user:very-secret@host", {}, "holds a user name"),
        ("dial+https://very-secret@host/path", {}, "holds a user name"),
        ("https://user:very-secret@host", {}, "An address begins with its backend"),
        ("https://host", {}, "dial+https://host"),
        ("dail+https://host", {}, "no backend 'dail'. Did you mean 'dial'?"),
        ("dial+https://host?profile=x", {}, "has a query"),
        ("dial+https://host", {"base_url": "https://host"}, "given twice"),
        ("dial+ftp://host", {}, "There is no backend"),
    ],
)
def test_addresses_that_are_refused(
    address: str, more: dict[str, Any], words: str, shell: Shell
) -> None:
    """Credentials in an address, queries, unknown backends, and two addresses."""
    text = refusal(shell.client, address, api_key="key", **more)

    assert words in text
    assert "very-secret" not in text


def test_neither_backend_nor_profile(shell: Shell) -> None:
    """`connect()` alone says what it needs."""
    assert "neither a backend nor a profile" in refusal(shell.client, None)


def authorizations(recorder: Recorder) -> list[str | None]:
    """The credentials of all requests."""
    return [recorder.header("Authorization", n) for n in range(len(recorder.requests))]


def test_a_key_stays_at_home(
    shell: Shell, recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """OpenAI's key is not sent to another server; its refusal tells why. One that fits is sent."""
    monkeypatch.setenv("OPENAI_API_KEY", "key-of-openai")
    recorder.reply(answer(status="401 Unauthorized"), *[json_answer(WHOLE)] * 2)
    client = shell.client("openai", base_url=recorder.url)

    with pytest.raises(polyvox.AuthenticationError, match="given for https://api") as e:
        shell.call(client.chat, "Hi", model="m")
    shell.call(shell.client("openai", base_url=recorder.url, api_key="mine").chat, "Hi", model="m")
    monkeypatch.setenv("OPENAI_BASE_URL", recorder.url)
    shell.call(shell.client("openai").chat, "Hi", model="m")

    assert "key-of-openai" not in str(e.value)
    assert [None, "Bearer mine", "Bearer key-of-openai"] == authorizations(recorder)


def test_what_a_profile_sends(
    shell: Shell, recorder: Recorder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Key and headers of a profile go to its server; to another one neither does."""
    lines = f"base_url = '{recorder.url}'\napi_key = 'key'\nheaders = {{X-Team = 'research'}}"
    written(tmp_path, monkeypatch, f"[profiles.p]\n{lines}\n")
    recorder.always(json_answer(WHOLE))
    elsewhere = recorder.url.replace("127.0.0.1", "localhost")

    for more in ({}, {"base_url": elsewhere}, {"headers": {"x-team": "sales"}}):
        shell.call(shell.client("openai", profile="p", **more).chat, "Hi", model="m")

    assert ["Bearer key", None, "Bearer key"] == authorizations(recorder)
    assert ["research", None, "sales"] == [recorder.header("X-Team", n) for n in range(3)]
    assert 1 == recorder.requests[2].lower().count(b"x-team:")


def test_connections_of_a_profile(
    shell: Shell, recorder: Recorder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Proxy, certificates and limits of a profile reach the transport, laid open only there."""
    lines = f"proxy = 'http://user:secret@{recorder.host}'\ncert = ['a', 'b']\nmax_idle = 7"
    written(tmp_path, monkeypatch, f"[profiles.p]\napi_key = 'key'\n{lines}\n")
    recorder.always(json_answer(WHOLE))
    client = shell.client("openai", base_url="http://far.invalid", profile="p", api_key="")
    options = client._client.runner.transport.options
    shell.call(
        shell.client("openai", base_url="http://far.invalid", profile="p", cert=None).chat,
        "Hi",
        model="m",
    )

    assert (str(tmp_path / "a"), str(tmp_path / "b")) == options.cert
    assert 7 == options.max_idle
    # Some libraries leave the default port out.
    heads = [head.replace(":80/", "/") for head in recorder.heads()]
    assert ["POST http://far.invalid/chat/completions"] == heads
    assert "Basic dXNlcjpzZWNyZXQ=" == recorder.header("Proxy-Authorization")


def test_a_bare_environment(shell: Shell) -> None:
    """Without configuration a client is as it was: defaults, and errors about what is lacking."""
    client = shell.client("ollama")

    assert "http://localhost:11434/" == client.base_url
    assert "has no base_url. Pass base_url=" in refusal(shell.client, "dial", api_key="key")
    assert "has no instance_id" in refusal(shell.client, "alteryse", api_key="key")
    assert "has no token" in refusal(shell.client, "aleph_alpha")
    assert "has no key" in refusal(shell.client, "openai")


@pytest.mark.blocking
def test_drop_in_surfaces_know_no_profile(
    emulator: Emulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The replaced libraries knew none, so theirs is what they are given."""
    from polyvox.compat.alteryse import SyncTextGeneration
    from polyvox.compat.amigochat import AmigoChat

    written(tmp_path, monkeypatch, "[profiles.p]\nproxy = 'http://127.0.0.1:9'\nretry = false")
    monkeypatch.setenv("POLYVOX_PROFILE", "p")
    monkeypatch.setenv("POLYVOX_AMIGOCHAT_API_KEY", "line\nbreak")
    generation = SyncTextGeneration("any", "k", base_url=emulator.url_of("alteryse"))
    with AmigoChat(base_url=emulator.url_of("amigochat")) as provider:
        client = provider._clients.blocking(None)

    assert "Hi" == generation.generate("Hi").content
    assert (None, None) == (client.config.profile, client._client.runner.transport.options.proxy)
    generation.close()
