"""Templates of LWE: found, filled, kept, and run by both shells."""

from __future__ import annotations

import builtins
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from lwe_world import SAMPLES, lwe_backend, lwe_config
from shells import Shell

from polyvox.compat.lwe.extras import loaded
from polyvox.compat.lwe.front_matter import split
from polyvox.compat.lwe.templates import TemplateManager, manager_of
from polyvox.emulator import Emulator
from polyvox.errors import ConfigError


def manager(texts: dict[str, str] | None = None, **options: Any) -> TemplateManager:
    """Templates out of a mapping."""
    return TemplateManager([texts or {}], **options)


@pytest.fixture
def samples() -> TemplateManager:
    """The sample templates."""
    return TemplateManager([SAMPLES / "templates"])


# Name of the case -> text, variables, what comes out.
RENDERED: dict[str, tuple[str, dict[str, Any], str]] = {
    "plain": ("Hi {{ name }}", {"name": "Ada"}, "Hi Ada"),
    "no variable": ("Hi {{ name }}.", {}, "Hi ."),
    "front matter": ("---\nname: Bob\n---\nHi {{ name }}", {}, "Hi Bob"),
    "the caller wins": ("---\nname: Bob\n---\nHi {{ name }}", {"name": "Ada"}, "Hi Ada"),
    "no variables": (
        "---\ndescription: D\nrequest_overrides: {}\n---\n{{ description }}{{ request_overrides }}",
        {},
        "",
    ),
    "front matter is not filled": ("---\nname: '{{ 1 }}'\n---\n{{ name }}", {}, "{{ 1 }}"),
    "empty front matter": ("---\n---\nHi", {}, "Hi"),
    "carriage returns": ("---\r\nname: Bob\r\n---\r\nHi {{ name }}\r\n", {}, "Hi Bob"),
    "a mark at the start": ("\ufeff---\nname: Bob\n---\nHi {{ name }}", {}, "Hi Bob"),
    "a mark alone": ("\ufeffHi", {}, "Hi"),
    "a rule is text": ("---\n\nA rule above.", {}, "---\n\nA rule above."),
    "two rules are text": ("---\nA text.\n---\nMore.", {}, "---\nA text.\n---\nMore."),
    "blank ends": ("\n\n  Hi  \n\n", {}, "Hi"),
    "nothing": ("", {}, ""),
    "only front matter": ("---\nname: Bob\n---", {}, ""),
    "both quotes": ("""{{ 'a' }} "b" {% set x = 'it' %}{{ x }}""", {}, 'a "b" it'),
    "a tag over lines": ("{{\n  name\n}}", {"name": "Ada"}, "Ada"),
    "numbers and lists": ("{{ n + 1 }} {{ l | join('-') }}", {"n": 1, "l": [1, 2]}, "2 1-2"),
    "keys of any kind": ("---\n1: one\n---\nHi", {}, "Hi"),
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("""Say "{{ a }}" and {{ 'b' }}.""", {"a"}),
        ("""{% if x == 'it' %}"{{ y }}"{% endif %}""", {"x", "y"}),
        ("{{\n  name\n  | default('\"')\n}}", {"name"}),
        ("{# 'no' #}{% set own = 1 %}{{ own }}", set()),
    ],
)
def test_variables_of_any_text(text: str, expected: set[str]) -> None:
    """Variables are found whatever quotes a text has, and over lines (5.1.12)."""
    found = manager({"t": text}).get_template_variables_substitutions("t")

    assert found.success, found.message
    assert expected == found.response[1]


@pytest.mark.parametrize("case", RENDERED)
def test_filling(case: str) -> None:
    """Front matter gives defaults, the caller's values win, and text stays as it is."""
    text, values, expected = RENDERED[case]

    assert (expected, {"request_overrides": {}}) == manager({"t": text}).build("t", values)


def test_included_front_matter_is_stripped(samples: TemplateManager) -> None:
    """What is included, extended or imported loses its front matter, in subfolders too."""
    text, _ = samples.build("letter.html", {"name": "Ada"})

    assert "<letter>Dear Ada, thank you.</letter>" == text.replace("\n", "")


def test_overrides_are_merged(samples: TemplateManager) -> None:
    """The caller's overrides are merged over those of the template."""
    given = {"request_overrides": {"preset_overrides": {"metadata": {"name": "x"}}}}
    _, overrides = samples.build("summarise.md", {"text": "T"}, given)

    assert {
        "request_overrides": {
            "title": "A summary",
            "preset_overrides": {"metadata": {"name": "x"}},
        }
    } == overrides
    assert {"preset_overrides": {"metadata": {"name": "x"}}} == given["request_overrides"]


# Name of the case -> texts, what the message says.
FAILING: dict[str, tuple[dict[str, str], str]] = {
    "missing": ({}, "Template 't' not found"),
    "outside": ({"../t": "no"}, "not found"),
    "bad yaml": ({"t": "---\na: b: c\n---\nHi"}, "t, line 2: not valid YAML"),
    "bad date": ({"t": "---\na: 2024-99-99\n---\nHi"}, "not valid YAML"),
    "bad overrides": ({"t": "---\nrequest_overrides: 1\n---\nHi"}, "request_overrides is a int"),
    "unknown override": (
        {"t": "---\nrequest_overrides: {temprature: 1}\n---\nHi"},
        "Template 't': request_overrides has no key 'temprature'. Did you mean 'temperature'?",
    ),
    "syntax": ({"t": "---\na: 1\n---\n\n{% if %}"}, "Template 't', line 5: TemplateSyntaxError"),
    "filter": ({"t": "Hi {{ a | nope }}"}, "No filter named 'nope'"),
    "error": ({"t": "Hi\n{{ 1 / 0 }}"}, "line 2: ZeroDivisionError: division by zero. Mend the"),
    "error inside": (
        {"t": "{% include 'u' %}", "u": "---\na: 1\n---\n\n{{ 1 / 0 }}"},
        "Template 'u', line 5: ZeroDivisionError",
    ),
    "no include": ({"t": "\n\n{% include 'u' %}"}, "it includes 'u', which is not found"),
    "internals": ({"t": "{{ a.__class__.__mro__ }}"}, "SecurityError"),
    "changes": ({"t": "{{ l.append(1) }}"}, "SecurityError"),
    "endless": ({"t": "{% include 't' %}"}, "RecursionError"),
}


@pytest.mark.parametrize("case", FAILING)
def test_failing(case: str) -> None:
    """What cannot be filled is told with file and line; nothing else escapes."""
    texts, expected = FAILING[case]
    made = manager(texts)
    result = made.build_message("t", {"a": 1, "l": []})

    assert (False, "t") == result[:2]
    assert expected in result.message
    assert isinstance(result.error, ConfigError)


def test_overrides_one_level_too_high() -> None:
    """Overrides that are not under request_overrides are refused by name."""
    with pytest.raises(ConfigError, match=r"'preset'.*request_overrides"):
        manager({"t": "Hi"}).build("t", None, {"preset": "x"})


def test_strictness() -> None:
    """Where it is asked for, a variable without a value is an error."""
    result = manager({"t": "Hi\n{{ name }}"}, strict=True).build_message("t")

    assert "Template 't', line 2: UndefinedError: 'name' is undefined" in result.message


def test_builtins_are_read_when_mentioned() -> None:
    """A builtin's function is called only for templates that mention it, at any depth."""
    called: list[str] = []

    def clipboard() -> str:
        called.append("clipboard")
        return "copied"

    texts = {
        "plain": "Hi",
        "outer": "{% include 'inner' %}",
        "listed": "{% include ['nope', 'inner'] %}",
        "chosen": "{% include chosen %}",
        "import": "{% import 'inner' as inner with context %}{% from 'inner' import x %}",
        "inner": "---\nclipboard: none\n---\n"
        "<{{ clipboard }}>{% if loop %}{% include 'outer' %}{% endif %}",
    }
    made = manager(texts, builtins={"clipboard": clipboard})
    made.build("plain")
    assert [] == called
    assert "<copied>" == made.build("outer")[0]
    assert "<copied>" == made.build("listed")[0]
    assert 2 == len(called)
    made.build("import")
    assert 3 == len(called)
    assert "<mine>" == made.build("inner", {"clipboard": "mine"})[0]
    assert "<>" == made.build("chosen", {"chosen": "inner"})[0]


def test_variables_are_found() -> None:
    """A template tells the variables that it expects, with the builtins' values."""
    made = manager(
        {"t": "---\na: 1\n---\n{{ a }} {{ b }} {{ now }}"}, builtins={"now": lambda: "noon"}
    )
    success, (source, variables, values), message = made.get_template_variables_substitutions("t")

    assert (True, {"a", "b", "now"}, {"now": "noon"}) == (success, variables, values)
    assert {"a": 1} == source.metadata
    assert "Retrieved template substitutions: t" == message
    assert not made.get_template_variables_substitutions("u").success
    assert "TemplateSyntaxError" in (
        manager({"t": "{% x %}"}).get_template_variables_substitutions("t").message
    )
    assert "No filter" in (
        manager({"t": "{{ a | nope }}"}).get_template_variables_substitutions("t").message
    )


def test_lines_are_kept() -> None:
    """A source knows how many lines stand above its content."""
    source = split("---\na: 1\n---\n\nHi", "t")

    assert ("\nHi", {"a": 1}, 3) == source
    assert {"a": 1} == source.variables


def test_looking_up(tmp_path: Path) -> None:
    """The first place that has a name wins; names never lead out of a folder."""
    first, second = tmp_path / "first", tmp_path / "second"
    (first / "sub").mkdir(parents=True)
    second.mkdir()
    (tmp_path / "secret.md").write_text("secret", "utf-8")
    (first / "sub" / "a.md").write_text("one", "utf-8")
    (second / "b.md").write_text("two", "utf-8")
    (second / "bad.md").write_bytes(b"\xff")
    made = TemplateManager([first, {"a.md": "mapped", "b.md": "mapped"}, second])

    assert (True, ["a.md", "b.md", "bad.md", "sub/a.md"]) == made.load_templates()[:2]
    assert made.templates == made.load_templates().response
    assert ["one", "one", "mapped", "mapped"] == [
        made.build(name)[0] for name in ("sub/a.md", "/sub/./a.md", "b.md", "a.md")
    ]
    for name in ("../secret.md", "sub/../../secret.md", "", ".", "a\\b", "a\0b", "sub"):
        assert not made.ensure_template(name).success, name
    assert "is no text" not in made.ensure_template("b.md").message
    assert "cannot be read" in made.build_message("bad.md").message


def test_keeping(tmp_path: Path) -> None:
    """Templates are shown, copied into the first folder, and deleted from it."""
    made = TemplateManager([{"m": "---\na: 1\n---\nHi"}, tmp_path])
    new = tmp_path / "sub" / "new.md"

    assert (True, str(new)) == made.copy_template("m", "sub/new.md")[:2]
    assert "---\na: 1\n---\nHi" == made.get_raw_template("sub/new.md").response
    assert "Hi" == made.get_template_source("sub/new.md").response.content
    assert "Hi" == made.render_template("sub/new.md").response
    assert "already exists" in made.copy_template("m", "sub/new.md").message
    assert "has no place" in made.copy_template("m", "../new.md").message
    assert "not found" in made.copy_template("none", "x.md").message
    assert (True, str(new)) == made.template_can_delete("sub/new.md")[:2]
    assert "is no file of yours" in made.template_can_delete("m").message
    assert not made.template_can_delete("none").success
    assert made.template_delete(new).success
    assert not new.exists()
    assert "No such file" in made.template_delete(new).message
    assert "in none of the template folders" in made.template_delete(tmp_path / "../x").message
    assert "has no place" in TemplateManager([{"m": ""}]).copy_template("m", "n").message


def test_templates_in_memory() -> None:
    """Temporary templates live in memory, under names of their own."""
    made = manager({"t": "Hi"})
    (first, _), (second, _) = (
        made.make_temp_template("{{ 1 }}"),
        made.make_temp_template("2", "txt"),
    )

    assert ["1", "2"] == [made.build(name)[0] for name in (first, second)]
    assert (".md", ".txt") == (Path(first).suffix, Path(second).suffix)
    assert sorted([first, second, "t"]) == made.load_templates().response
    made.remove_temp_template(first)
    made.remove_temp_template(first)
    assert not made.get_raw_template(first).success


def test_folders_come_from_the_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The configuration names the folders; the variable LWE_TEMPLATE_DIR wins."""
    config = lwe_config(tmp_path, templates__strict=True)
    assert "letter.html" in manager_of(config).load_templates().response
    assert manager_of(config).strict
    config.set("directories.templates", str(tmp_path))
    assert [tmp_path] == manager_of(config).places
    monkeypatch.setenv("LWE_TEMPLATE_DIR", f"{tmp_path}/a:{tmp_path}/b")
    assert [tmp_path / "a", tmp_path / "b"] == manager_of(config).places


@pytest.fixture
def no_jinja(monkeypatch: pytest.MonkeyPatch) -> None:
    """Jinja2 and PyYAML are not installed."""
    plain = builtins.__import__

    def without(name: str, *args: Any, **keywords: Any) -> Any:
        """Refuse the two."""
        if name.partition(".")[0] in {"jinja2", "yaml"}:
            raise ModuleNotFoundError(name=name.partition(".")[0])
        return plain(name, *args, **keywords)

    for name in list(sys.modules):
        if name.partition(".")[0] in {"jinja2", "yaml"} or name.endswith("lwe.rendering"):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", without)
    monkeypatch.setitem(sys.modules, "yaml", None)


def test_missing_libraries_are_named(no_jinja: None) -> None:
    """Without the extra, the message says what to install."""
    told = manager({"t": "Hi"}).build_message("t").message
    assert "the package 'jinja2' is not installed" in told
    assert "pip install 'polyvox[lwe]'" in told
    told = manager({"t": "---\na: 1\n---\nHi"}).build_message("t").message
    assert "the package 'yaml' is not installed" in told


def sent(emulator: Emulator) -> list[Any]:
    """Messages of the last request."""
    (request,) = emulator.requests
    messages: list[Any] = json.loads(request.body)["messages"]
    return messages


def test_running(shell: Shell, emulator: Emulator, tmp_path: Path) -> None:
    """A template is filled and asked, with the overrides merged."""
    backend = lwe_backend(shell, tmp_path, emulator)
    given = {"request_overrides": {"system_message": "Be brief."}}
    result = shell.call(backend.run_template, "summarise.md", {"text": "Rivers."}, given)

    assert (True, "Please summarise in plain words:\nRivers.") == result[:2]
    assert ["Be brief.", result.response] == [one["content"] for one in sent(emulator)]


def test_running_in_two_steps(shell: Shell, emulator: Emulator, tmp_path: Path) -> None:
    """The two halves of run_template do the same, one after the other."""
    backend = lwe_backend(shell, tmp_path, emulator)
    message, overrides = backend.run_template_setup("summarise.md", {"text": "T"})
    result = shell.call(backend.run_template_compiled, message, overrides)

    assert (message, {"title": "A summary"}) == (
        result.response,
        overrides["request_overrides"],
    )
    assert result.success
    assert shell.call(backend.run_template_compiled, message).success


def test_running_what_is_missing(shell: Shell, tmp_path: Path) -> None:
    """A template that does not exist is a failure that names it, and asks nobody."""
    backend = lwe_backend(shell, tmp_path)

    result = shell.call(backend.run_template, "none.md")

    assert (False, "none.md") == result[:2]
    assert "Template 'none.md' not found. Look at directories.templates" in result.message
    assert "Did you mean 'summarise.md'?" in shell.call(backend.run_template, "sumarise.md").message
    assert not backend.build_message_from_template("none.md").success
    assert backend.build_message_from_template("summarise.md").success
    with pytest.raises(ConfigError, match=r"none\.md"):
        backend.run_template_setup("none.md")


def test_a_clipboard_is_offered(shell: Shell, emulator: Emulator, tmp_path: Path) -> None:
    """A function that the user supplies is the clipboard."""
    backend = lwe_backend(shell, tmp_path, emulator)
    backend.template_manager.builtins["clipboard"] = lambda: "copied"
    name, _ = backend.template_manager.make_temp_template("About: {{ clipboard }}")

    assert "About: copied" == shell.call(backend.run_template, name).response


def test_own_modules_are_not_extras() -> None:
    """A module of ours that is missing is a mistake in the package, not a missing extra."""
    with pytest.raises(ModuleNotFoundError):
        loaded("polyvox.compat.lwe.no_such_module", "Nothing")
