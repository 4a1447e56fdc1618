"""Presets: system ones, files, activation, overrides and what they send."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lwe_shells import LweShell, bodies, write_preset

from polyvox.emulator import Emulator

PROGRAMMER = "You are an expert programmer, who responds to questions with brief examples in code."
WRITER = "You are a creative writing assistant."
HELPER = "You are a helpful assistant."


def _system(body: dict[str, Any]) -> str:
    message = body["messages"][0]
    assert "system" == message["role"]
    return str(message["content"])


@pytest.mark.parametrize(
    ("name", "model", "temperature", "top_p", "system"),
    [
        ("gpt-4-chatbot-responses", "gpt-4o", 0.5, 0.5, HELPER),
        ("gpt-4-code-generation", "gpt-4-turbo", 0.2, 0.1, PROGRAMMER),
        ("gpt-4-creative-writing", "gpt-4o", 0.7, 0.8, WRITER),
        ("gpt-4o-mini", "gpt-4o-mini", None, None, HELPER),
    ],
)
def test_system_presets(
    lwe: LweShell,
    openai: Emulator,
    name: str,
    model: str,
    temperature: float | None,
    top_p: float | None,
    system: str,
) -> None:
    """The four presets send what LWE's send: as the default, for one request, and activated."""
    by_default = lwe.backend(openai, model__default_preset=name)
    activated = lwe.backend(openai)
    assert lwe.call(activated.activate_preset, name).success
    results = [
        lwe.ask(by_default, "Hello, world!"),
        lwe.ask(activated, "Hello, world!"),
        lwe.ask(lwe.backend(openai), "Hello, world!", {"preset": name}),
    ]

    assert ["Hello, world!"] * 3 == [result.response for result in results]
    for body in bodies(openai):
        assert (model, temperature, top_p) == (
            body["model"],
            body.get("temperature"),
            body.get("top_p"),
        )
        assert system == _system(body)


def test_an_unknown_default_preset(lwe: LweShell, openai: Emulator) -> None:
    """It fails the first request, and no other model answers in its place (5.1.13)."""
    backend = lwe.backend(openai, model__default_preset="gpt-4-chatbot")
    result = lwe.ask(backend, "Hi")
    again = lwe.ask(backend, "Hi")

    assert (False, None) == result[:2]
    assert "Preset 'gpt-4-chatbot' not found" in result.message
    assert "gpt-4-chatbot-responses" in result.message
    assert result.message == again.message
    assert [] == bodies(openai)
    assert backend.active_preset_name is None


def test_another_preset_mends_that(lwe: LweShell, openai: Emulator) -> None:
    """What is activated replaces a default that cannot be used."""
    backend = lwe.backend(openai, model__default_preset="none")
    lwe.call(backend.activate_preset, "gpt-4o-mini")

    assert lwe.ask(backend, "Hi").success
    assert "gpt-4o-mini" == backend.active_preset_name


def test_a_preset_for_one_request(lwe: LweShell, openai: Emulator) -> None:
    """Its system message and token limit count for that request, and for no other (5.1.8)."""
    write_preset(
        lwe.config_dir / "presets",
        "short",
        {"model_name": "gpt-4o"},
        {"system_message": "programmer", "max_submission_tokens": 30},
    )
    backend = lwe.backend(openai)
    lwe.ask(backend, "Hi", {"preset": "short"})
    refused = lwe.ask(backend, "words " * 40, {"preset": "short"})
    allowed = lwe.ask(backend, "words " * 40)

    assert [PROGRAMMER, HELPER] == [_system(body) for body in bodies(openai)]
    assert (False, True) == (refused.success, allowed.success)
    assert "No messages to send" in refused.message


def test_activation_by_request(lwe: LweShell, openai: Emulator) -> None:
    """`activate_preset` keeps the preset after a success, without the request's own keys."""
    backend = lwe.backend(openai)
    lwe.ask(backend, "Hi", {"preset": "gpt-4-code-generation", "model": "none"})
    after_one = backend.active_preset_name
    failing = {"preset": "gpt-4-code-generation", "activate_preset": True, "model": "none"}
    lwe.ask(backend, "Hi", failing)
    after_failure = backend.active_preset_name
    lwe.ask(backend, "Hi", {**failing, "model": "gpt-4o"})
    lwe.ask(backend, "Hi")

    assert (None, None, "gpt-4-code-generation") == (
        after_one,
        after_failure,
        backend.active_preset_name,
    )
    assert ["gpt-4o", "gpt-4-turbo"] == [body["model"] for body in bodies(openai)[-2:]]


def test_failed_activation(lwe: LweShell) -> None:
    """It changes nothing."""
    backend = lwe.backend()
    lwe.call(backend.activate_preset, "gpt-4o-mini")
    result = lwe.call(backend.activate_preset, "none")

    assert not result.success
    assert "gpt-4o-mini" == backend.active_preset_name


def test_overriding_a_preset(lwe: LweShell, openai: Emulator) -> None:
    """`preset_overrides` merge into the preset; direct keys win over both."""
    overrides = {
        "preset": "gpt-4-chatbot-responses",
        "preset_overrides": {
            "metadata": {"system_message": "creative_writer"},
            "model_customizations": {"temperature": 0.9, "seed": 3},
        },
        "temperature": 0.1,
        "max_tokens": 9,
    }
    lwe.ask(lwe.backend(openai), "Hi", overrides)
    body = bodies(openai)[0]

    assert {"temperature": 0.1, "top_p": 0.5, "seed": 3, "max_tokens": 9} == {
        name: body[name] for name in ("temperature", "top_p", "seed", "max_tokens")
    }
    assert WRITER == _system(body)


def test_overriding_the_active_preset(lwe: LweShell, openai: Emulator) -> None:
    """Without `preset` the active one is overridden; without that there is nothing to override."""
    backend = lwe.backend(openai)
    overrides = {"preset_overrides": {"model_customizations": {"temperature": 0}}}
    nothing = lwe.ask(backend, "Hi", overrides)
    lwe.call(backend.activate_preset, "gpt-4-chatbot-responses")
    lwe.ask(backend, "Hi", overrides)

    assert (False, None) == nothing[:2]
    assert "No active preset to override" in nothing.message
    assert (0, 0.5) == (bodies(openai)[0]["temperature"], bodies(openai)[0]["top_p"])


@pytest.mark.parametrize(
    ("given", "sent"),
    [("programmer", PROGRAMMER), ("default", HELPER), ("Be brief.", "Be brief."), ("mine", "M!")],
)
def test_system_messages(lwe: LweShell, openai: Emulator, given: str, sent: str) -> None:
    """Aliases are resolved wherever a system message is named (5.1.7)."""
    settings = {"model__system_message": {"mine": "M!"}}
    by_default = lwe.backend(openai, model__default_system_message=given, **settings)
    lwe.ask(by_default, "Hi")
    backend = lwe.backend(openai, **settings)
    lwe.ask(backend, "Hi", {"system_message": given})
    lwe.ask(backend, [{"role": "user", "content": "Hi"}], {"system_message": given})
    result = backend.set_system_message(given)
    lwe.ask(backend, "Hi")

    assert [sent] * 4 == [_system(body) for body in bodies(openai)]
    assert (sent, sent) == (result.response, backend.system_message)
    assert sent == backend.get_system_message(given)


def test_own_system_messages(lwe: LweShell, openai: Emulator) -> None:
    """Messages that bring a system message get no other."""
    messages = [{"role": "system", "content": "Mine."}, {"role": "user", "content": "Hi"}]
    lwe.ask(lwe.backend(openai), messages, {"system_message": "programmer"})

    assert messages == bodies(openai)[0]["messages"]


def test_back_to_the_configured_message(lwe: LweShell) -> None:
    """`init_system_message` undoes `set_system_message`."""
    backend = lwe.backend(model__default_system_message="programmer")
    backend.set_system_message("Be brief.")
    alias = backend.system_message_alias
    backend.init_system_message()

    assert (None, "programmer") == (alias, backend.system_message_alias)
    assert {"default", "programmer", "creative_writer"} == set(backend.get_system_message_aliases())
    backend.set_system_message()
    assert HELPER == backend.system_message


def test_files(lwe: LweShell, openai: Emulator) -> None:
    """Files of the main folder and then of the profile's win over what ships."""
    write_preset(lwe.config_dir / "presets", "gpt-4o-mini", {"model_name": "echo"})
    write_preset(lwe.config_dir / "presets", "mine", {"model_name": "tools"})
    write_preset(lwe.config_dir / "profiles/work/presets", "mine", {"model_name": "thinking"})
    backend = lwe.backend(openai, profile="work")
    for name in ("gpt-4o-mini", "mine"):
        lwe.ask(backend, "Hi", {"preset": name})

    assert ["echo", "thinking"] == [body["model"] for body in bodies(openai)]


def test_files_are_read_anew(lwe: LweShell, openai: Emulator) -> None:
    """New files and edits of known ones count at once."""
    backend = lwe.backend(openai)
    for model in ("echo", "tools"):
        write_preset(lwe.config_dir / "presets", "mine", {"model_name": model})
        lwe.ask(backend, "Hi", {"preset": "mine"})

    assert ["echo", "tools"] == [body["model"] for body in bodies(openai)]


def test_the_variable_wins(lwe: LweShell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """LWE_PRESET_DIR names the folders in place of the configuration."""
    monkeypatch.setenv("LWE_PRESET_DIR", str(tmp_path / "elsewhere"))
    write_preset(lwe.config_dir / "presets", "here", {})
    write_preset(tmp_path / "elsewhere", "there", {})
    manager = lwe.backend().preset_manager

    assert (False, True) == (
        manager.ensure_preset("here").success,
        manager.ensure_preset("there").success,
    )


def test_incomplete_files(lwe: LweShell) -> None:
    """A file without a name, metadata or customizations is a preset all the same."""
    folder = lwe.config_dir / "presets"
    folder.mkdir(parents=True)
    (folder / "a.yaml").write_text("model_customizations:\n  model_name: echo\n", "utf-8")
    (folder / "b.yaml").write_text("metadata:\n  provider: fake_llm\n", "utf-8")
    manager = lwe.backend().preset_manager
    metadata, customizations = manager.ensure_preset("a").response

    assert {"name": "a", "filepath": str(folder / "a.yaml")} == metadata
    assert {"model_name": "echo"} == customizations
    assert (True, "test response") == lwe.ask(lwe.backend(), "Hi", {"preset": "b"})[:2]


def test_bad_files_hide_no_others(lwe: LweShell) -> None:
    """A file that cannot be used is told by its name, and the next one is read (2.1)."""
    folder = lwe.config_dir / "presets"
    write_preset(folder, "good", {"model_name": "echo"})
    (folder / "bad.yaml").write_text("a: [", "utf-8")
    (folder / "list.yaml").write_text("- a", "utf-8")
    (folder / "text.yaml").write_bytes(b"\xff")
    manager = lwe.backend().preset_manager

    assert manager.ensure_preset("good").success
    for name, problem in (("bad", "not valid YAML"), ("list", "no preset"), ("text", "read")):
        result = manager.ensure_preset(name)
        assert not result.success
        assert problem in result.message
        assert problem in manager.problems[str(folder / f"{name}.yaml")]


def test_saving_and_deleting(lwe: LweShell, openai: Emulator) -> None:
    """A preset made of the present settings is written, found, used, and deleted."""
    backend = lwe.backend(openai)
    before, _ = backend.make_preset()
    assert {"provider": "chat_openai", "system_message": "default"} == before
    backend.set_model("tools")
    backend.set_system_message("programmer")
    backend.set_max_submission_tokens(500)
    manager = backend.preset_manager
    saved = manager.save_preset("mine", *backend.make_preset())
    other = lwe.backend(openai, model__default_preset="mine")
    lwe.ask(other, "Hi")
    known = "mine" in manager.presets
    deleted = manager.delete_preset("mine")

    assert saved.response == deleted.response
    assert saved.response == str(lwe.config_dir / "profiles" / "default" / "presets" / "mine.yaml")
    assert "tools" == bodies(openai)[0]["model"]
    assert PROGRAMMER == _system(bodies(openai)[0])
    assert 500 == other.max_submission_tokens
    assert (True, False) == (known, "mine" in manager.presets)
    assert not manager.delete_preset("mine").success


def test_saving_elsewhere(lwe: LweShell, tmp_path: Path) -> None:
    """A folder may be named; `filepath` is not written, and a name leads nowhere else."""
    manager = lwe.backend().preset_manager
    folder = tmp_path / "more"
    result = manager.save_preset("mine", {"filepath": "x", "provider": "ollama"}, {}, folder)

    assert result.success
    assert "filepath" not in (folder / "mine.yaml").read_text("utf-8")
    for name in ("../mine", "a/b", ""):
        assert not manager.save_preset(name, {}, {}, folder).success
    assert ["mine.yaml"] == [path.name for path in tmp_path.rglob("*.yaml")]


def test_a_file_in_the_way(lwe: LweShell, tmp_path: Path) -> None:
    """A folder that cannot be made is a failure."""
    (tmp_path / "file").write_text("", "utf-8")
    result = lwe.backend().preset_manager.save_preset("mine", {}, {}, tmp_path / "file")

    assert not result.success
    assert "could not be saved" in result.message


def test_no_folders(lwe: LweShell) -> None:
    """Without a folder nothing can be saved, and the system presets are all there is."""
    manager = lwe.backend(directories__presets=[]).preset_manager

    assert not manager.save_preset("mine", {}, {}).success
    assert 4 == len(manager.load_presets().response)


def test_presets_for_tests(lwe: LweShell) -> None:
    """The profile `test` has two presets that ask nobody."""
    backend = lwe.backend(profile="test")
    for name in ("test", "test_2"):
        lwe.call(backend.activate_preset, name)
        assert "test response" == lwe.ask(backend, "Hi").response

    assert ("fake_llm", "gpt-4o") == (backend.provider_name, backend.model)
    assert "max_submission_tokens" in backend.preset_manager.user_metadata_fields()


def test_what_is_active(lwe: LweShell, openai: Emulator) -> None:
    """The default preset shows in the attributes before the first request."""
    backend = lwe.backend(openai, model__default_preset="gpt-4-code-generation")
    metadata, customizations = backend.active_preset

    assert "gpt-4-code-generation" == metadata["name"] == backend.active_preset_name
    assert 0.2 == customizations["temperature"]
    assert ("gpt-4-turbo", "chat_openai", "programmer") == (
        backend.model,
        backend.provider.name,
        backend.system_message_alias,
    )
    assert lwe.backend(openai).active_preset is None
