"""Providers: what LWE's parameters become, and every backend behind its name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from lwe_shells import LweShell, bodies, write_preset

from polyvox.compat.lwe.engine import _key
from polyvox.compat.lwe.providers import PROVIDERS, model_call, provider_named
from polyvox.emulator import Emulator
from polyvox.errors import ConfigError, NotFound
from polyvox_core.secret import Secret


def _options(provider: str = "chat_openai", **customizations: Any) -> dict[str, Any]:
    return model_call(provider_named(provider), {}, customizations).options


def test_names() -> None:
    """Providers have LWE's names, and those of polyvox's backends."""
    assert {"chat_openai", "chat_openai_compat", "fake_llm"} < set(PROVIDERS)
    assert {"dial", "aleph_alpha", "alteryse", "amigochat", "ollama", "openai"} < set(PROVIDERS)
    assert provider_named("provider_ollama") is provider_named("ollama")
    with pytest.raises(ConfigError, match="There are: chat_openai"):
        provider_named("zzz")


def test_parameters() -> None:
    """LWE's names become polyvox's; None and what only LWE knows is not sent."""
    assert {"temperature": 0, "timeout": 60, "retry": 3, "seed": 1} == _options(
        temperature=0,
        request_timeout=60,
        max_retries=2,
        seed=1,
        max_tokens=None,
        verbose=True,
        streaming=True,
        model_name="gpt-4o",
    )


def test_older_presets() -> None:
    """What older presets keep in `model_kwargs` is lifted; the rest goes into the body (2.1)."""
    options = _options(
        n=1,
        temperature=0.5,
        model_kwargs={"top_p": 0.5, "temperature": 0.9, "response_format": {}, "new": 1, "x": None},
        extra_body={"more": 2},
    )

    assert {
        "n": 1,
        "temperature": 0.5,
        "top_p": 0.5,
        "response_format": {},
        "extra_body": {"new": 1, "more": 2},
    } == options


@pytest.mark.parametrize("model", ["o1", "o3-mini", "o4-mini", "gpt-5", "gpt-5-mini"])
def test_models_that_think(model: str) -> None:
    """They take no other temperature than 1, and another name for the limit."""
    given: dict[str, Any] = {"model_name": model, "temperature": 0.2, "max_tokens": 5}

    assert {"temperature": 1, "max_completion_tokens": 5} == _options(**given)
    assert {} == _options(model_name=model)
    assert {"temperature": 0.2, "max_tokens": 5} == _options("chat_openai_compat", **given)


def test_models() -> None:
    """A model comes from the preset, the settings, or the provider, in this order."""
    openai, compat = provider_named("chat_openai"), provider_named("chat_openai_compat")

    assert "gpt-4o-mini" == model_call(openai, {}, {}).model
    assert "a" == model_call(openai, {"model": "a"}, {}).model
    assert "b" == model_call(openai, {"model": "a"}, {"model_name": "b"}).model
    assert None is model_call(provider_named("alteryse"), {}, {}).model
    with pytest.raises(ConfigError, match="has no default model"):
        model_call(compat, {}, {})


def test_clients(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a client is made with is told apart, and keys are hidden."""
    monkeypatch.setenv("MY_KEY", "sk-mine")
    provider = provider_named("chat_openai_compat")
    given = {"model_name": "m", "openai_api_base": "https://a", "openai_organization": "o"}
    call = model_call(provider, {"proxy": "p"}, {**given, "openai_api_key": "sk-1"})
    named = model_call(provider, {}, {**given, "api_key_env_var": "MY_KEY"})

    assert {"base_url": "https://a", "organization": "o", "proxy": "p"} == {
        name: value for name, value in call.arguments.items() if name != "api_key"
    }
    assert ("sk-1", "sk-mine") == (
        call.arguments["api_key"].reveal(),
        named.arguments["api_key"].reveal(),
    )
    assert {"sk-1"} == {secret.reveal() for secret in call.secrets}
    assert "sk-1" not in repr(call)


def test_missing_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable that holds no key is named."""
    monkeypatch.delenv("MY_KEY", raising=False)

    with pytest.raises(ConfigError, match="MY_KEY holds no key"):
        model_call(provider_named("openai"), {}, {"api_key_env_var": "MY_KEY"})


def test_the_environment(lwe: LweShell, openai: Emulator, monkeypatch: pytest.MonkeyPatch) -> None:
    """OPENAI_BASE_URL and OPENAI_API_KEY are enough."""
    monkeypatch.setenv("OPENAI_BASE_URL", openai.url_of("openai"))
    monkeypatch.setenv("OPENAI_API_KEY", "key-of-the-tests")
    result = lwe.ask(lwe.backend(), "Hi")

    assert "Hi" == result.response
    assert "gpt-4o-mini" == bodies(openai)[0]["model"]
    assert "Bearer key-of-the-tests" == dict(openai.requests[0].headers)["authorization"]


def test_keys_stay_at_home(
    lwe: LweShell, openai: Emulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A compatible server never gets the key that the environment has for OpenAI."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-openai")
    customizations = {"openai_api_base": openai.url_of("openai"), "model_name": "echo"}
    metadata = {"provider": "chat_openai_compat"}
    write_preset(lwe.config_dir / "presets", "compat", customizations, metadata)
    result = lwe.ask(lwe.backend(), "Hi", {"preset": "compat"})

    assert not result.success
    assert "sk-of-openai" not in result.message
    assert all("authorization" not in dict(one.headers) for one in openai.requests)


def test_unknown_parameters(lwe: LweShell, openai: Emulator) -> None:
    """A parameter that the backend does not know is a failure with its neighbour."""
    write_preset(lwe.config_dir / "presets", "typo", {"temperatur": 1})
    result = lwe.ask(lwe.backend(openai), "Hi", {"preset": "typo"})

    assert "Did you mean 'temperature'?" in result.message


def test_setting_providers(lwe: LweShell, openai: Emulator) -> None:
    """`set_provider` and `set_model` leave the preset; the same provider needs `reset`."""
    backend = lwe.backend(openai, model__default_preset="gpt-4-chatbot-responses")
    same = backend.set_provider("chat_openai")
    done = backend.set_provider("provider_chat_openai", {"temperature": 0.3}, reset=True)
    backend.set_model("tools")
    lwe.ask(backend, "Hi")
    unknown = backend.set_provider("zzz")

    assert (False, True, False) == (same.success, done.success, unknown.success)
    assert "already set" in same.message
    assert ("tools", 0.3) == (bodies(openai)[0]["model"], bodies(openai)[0]["temperature"])
    assert (None, "tools") == (backend.active_preset_name, backend.model)
    assert "ollama" in backend.get_providers()


@pytest.fixture(scope="module")
def everywhere() -> Iterator[Emulator]:
    """An emulator of every backend."""
    with Emulator() as emulator:
        yield emulator


@pytest.mark.parametrize(
    ("provider", "model"),
    [
        ("dial", "echo"),
        ("aleph_alpha", "echo"),
        ("alteryse", None),
        ("amigochat", None),
        ("ollama", "echo"),
        ("openai", "echo"),
    ],
)
def test_every_backend(
    lwe: LweShell, everywhere: Emulator, provider: str, model: str | None
) -> None:
    """Each backend of polyvox answers as a provider, whole and streamed."""
    settings = {"base_url": everywhere.url_of(provider), "model": model, "trust_env": False}
    settings["token" if provider == "aleph_alpha" else "api_key"] = "dial-key"
    if provider == "alteryse":
        settings["instance_id"] = "instance"
    backend = lwe.backend(providers={provider: settings})
    backend.set_provider(provider)
    asked = [{"role": "user", "content": "one two"}]
    whole, streamed = lwe.ask(backend, asked), lwe.ask_stream(backend, asked)

    assert whole.success, whole.message
    assert whole.response == streamed.response
    assert "one two" in whole.response


def test_fakes(lwe: LweShell) -> None:
    """`fake_llm` gives its responses one after the other, from the start again at the end."""
    call = {"id": "c1", "type": "function", "function": {"name": "f", "arguments": "{}"}}
    responses = ["one two", {"content": "", "tool_calls": [call]}]
    backend = lwe.backend(providers={"fake_llm": {"responses": responses}})
    backend.set_provider("fake_llm")
    pieces: list[str] = []
    first = lwe.ask_stream(backend, "Hi", {"stream_callback": pieces.append})
    second, third = lwe.ask(backend, "Hi"), lwe.ask(backend, "Hi")

    assert ("one two", ["one", " two"], "one two") == (first.response, pieces, third.response)
    assert ("f", "tool_calls") == (second.tool_calls[0].name, second.finish_reason)


def test_fakes_with_tools(lwe: LweShell) -> None:
    """Each answer counts once, also those in the middle of a request."""

    def nothing() -> None:
        """Do nothing."""

    call = {"id": "c1", "type": "function", "function": {"name": "nothing", "arguments": "{}"}}
    responses = [{"content": None, "tool_calls": [call]}, "one", "two"]
    backend = lwe.backend(providers={"fake_llm": {"responses": responses}})
    backend.set_provider("fake_llm", {"tools": [nothing]})
    said = [lwe.ask(backend, "Hi").response for _ in range(3)]

    assert ["one", "two", "one"] == said


def test_stopping_a_fake(lwe: LweShell) -> None:
    """Its stream can be stopped, too."""
    backend = lwe.backend(providers={"fake_llm": {"responses": ["one two"]}})
    backend.set_provider("fake_llm")
    stop = {"stream_callback": lambda _: backend.terminate_stream()}

    assert (True, "one", "Generation stopped") == lwe.ask_stream(backend, "Hi", stop)


def test_leaving_a_fake(lwe: LweShell) -> None:
    """An iterator over it may be left, too; there is no connection to close."""
    backend = lwe.backend(providers={"fake_llm": {"responses": ["one two"]}})
    backend.set_provider("fake_llm")
    pieces = backend.stream("Hi")

    assert ["one"] == lwe.items(pieces, 1)
    assert (True, "one", "Generation stopped") == pieces.result


def test_clients_are_kept(lwe: LweShell, openai: Emulator) -> None:
    """One client serves all requests with the same arguments; a value without a hash works, too."""
    backend = lwe.backend(openai, providers__chat_openai__headers={"x-a": "1"})
    lwe.ask(backend, "Hi")
    lwe.ask(backend, "Hi", {"preset": "gpt-4o-mini"})

    assert 1 == len(backend._engine._clients)
    assert isinstance(lwe.ask(backend, "Hi", {"model": "none"}).error, NotFound)


def test_clients_are_told_apart_by_value(lwe: LweShell, openai: Emulator) -> None:
    """Equal dicts and lists mean the same client, others another, though each is read anew."""
    backend = lwe.backend(openai)

    def ask(value: str) -> None:
        custom = {"headers": {"x-team": value}}
        over = {"preset": "gpt-4o-mini", "preset_overrides": {"model_customizations": custom}}
        assert lwe.ask(backend, "Hi", over).success

    for value in ("a", "b", "a", "a"):
        ask(value)

    assert ["a", "b", "a", "a"] == [dict(one.headers)["x-team"] for one in openai.requests]
    assert 2 == len(backend._engine._clients)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"a": {"b": [1, "x"]}, "c": 1}, {"c": 1, "a": {"b": (1, "x")}}, True),
        ({"a": Secret("k")}, {"a": Secret("k")}, True),
        ({"a": Secret("k")}, {"a": "k"}, False),
        ({"a": 1}, {"a": True}, False),
        ({"a": {1}}, {"a": {1}}, False),
    ],
)
def test_keys_of_clients(one: Any, other: Any, same: bool) -> None:
    """Values count with their types; what has no hash is equal to itself alone."""
    assert same == (_key(one) == _key(other))
    assert _key(one) == _key(one)


# Name of the case -> the setting `providers`, what the message says.
UNFIT: dict[str, tuple[dict[str, Any], str]] = {
    "no provider": ({"chat_opnai": {}}, "providers.chat_opnai is of no provider. Did you mean"),
    "no settings": ({"chat_openai": "key"}, "providers.chat_openai is a str. Set a dict"),
    "no api": (
        {"chat_openai": {"api": "respones"}},
        "providers.chat_openai.api is 'respones'. There are: 'chat' and 'responses'.",
    ),
}


@pytest.mark.parametrize("case", UNFIT)
def test_settings_that_cannot_work(lwe: LweShell, openai: Emulator, case: str) -> None:
    """A setting that would count for nothing fails the request before it goes anywhere."""
    settings, expected = UNFIT[case]
    backend = lwe.backend(openai)
    backend.config.set("providers", {**backend.config.get("providers"), **settings})
    result = lwe.ask(backend, "Hi")

    assert not result.success
    assert expected in result.message
    assert [] == openai.requests
