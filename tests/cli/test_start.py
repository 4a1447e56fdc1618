"""The command itself: help, version, what it loads, what is missing, what it forwards."""

from __future__ import annotations

import json
import re
import shutil
import signal
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from commands import POLYVOX, World
from cyclopts import App

import polyvox
from polyvox.cli import main
from polyvox.cli.app import app
from polyvox.emulator import Emulator

ROOT = Path(__file__).parents[2]
FORWARDED = ("serve", "generate", "validate", "check")


def commands(parent: App, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command of *parent*, as the words of a command line."""
    yield path
    for name, child in parent.resolved_commands().items():
        if not name.startswith("-") and name not in FORWARDED:
            yield from commands(child, (*path, name))


COMMANDS = [*commands(app)]


def test_commands_are_found() -> None:
    """The tests below look at every command."""
    assert {(), ("chat",), ("files", "cp"), ("completion", "install")} < {*COMMANDS}


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_help_fits_the_screen(
    path: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Help fits a screen of 24 by 80 with the line of the prompt, and describes everything."""
    monkeypatch.setenv("COLUMNS", "80")

    assert 0 == main([*path, "--help"])
    lines = capsys.readouterr().out.splitlines()

    assert 23 >= len(lines)
    assert 80 >= max(map(len, lines))
    assert lines[0].startswith(" ".join(("Usage: polyvox", *path)))
    assert all(re.search(r"\S  +\S", line) for line in lines if line.startswith("  -"))


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_no_key_on_a_command_line(
    path: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """No option takes a key, which every user of the machine could read."""
    main([*path, "--help"])

    assert not re.search(r"--[\w-]*(key|token\b|secret|password)", capsys.readouterr().out)


@pytest.mark.parametrize("name", FORWARDED)
def test_other_parsers(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Forwarded commands answer --help themselves, and fit the screen too."""
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    lines = capsys.readouterr().out.splitlines()

    assert 0 == ended.value.code
    assert 24 >= len(lines)


def test_main_help_has_the_statuses(capsys: pytest.CaptureFixture[str]) -> None:
    """The main help tells what exit statuses mean; without words it is shown as well."""
    assert (0, 0) == (main(["--help"]), main([]))
    first, second = capsys.readouterr().out.split("Usage: ")[1:]

    assert first == second
    assert "9 broken stream" in first


def test_version(world: World) -> None:
    """--version tells the version; --help is stronger."""
    assert (0, f"{polyvox.__version__}\n", "") == world.run("--version")
    assert "Usage: " in world.run("--version", "--help").out


def test_script() -> None:
    """The installed command is `polyvox`, and calls `main`."""
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    (name,) = scripts

    assert "polyvox" == name
    assert main is EntryPoint(name, scripts[name], "console_scripts").load()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["nope"], 'Unknown command "nope"'),
        (["files", "nope"], 'Unknown command "nope"'),
        (["chat", "-m"], "-m requires an argument"),
        (["completion", "show", "tcsh"], "tcsh"),
    ],
)
def test_usage_errors(words: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be understood is said in two lines, the second leads to the help."""
    assert 2 == main(words)
    out, err = capsys.readouterr()

    assert "" == out
    assert err.startswith("polyvox: ")
    assert message in err
    assert re.search(r"\nSee: polyvox[ a-z]* --help\n$", err)


BLOCKED = """
import sys
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {names!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Blocker())
from polyvox.cli import main
sys.exit(main({words!r}))
"""


def without(world: World, names: list[str], *words: str) -> tuple[int, str, str]:
    """How a command ends where the packages *names* are not installed."""
    done = subprocess.run(
        [sys.executable, "-c", BLOCKED.format(names=names, words=[*words])],
        cwd=world.folder,
        env=world.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("package", ["cyclopts", "docstring_parser", "rich"])
def test_missing_extra(world: World, package: str) -> None:
    """Without the extra the command says in one line what to install."""
    status, out, err = without(world, [package], "chat", "--help")

    assert (2, "") == (status, out)
    assert 1 == err.count("\n")
    assert f"{package!r}" in err
    assert 'pip install "polyvox[cli]"' in err


def test_version_without_the_extra(world: World) -> None:
    """The version needs nothing."""
    done = without(world, ["cyclopts", "rich"], "--version")

    assert (0, f"{polyvox.__version__}\n", "") == done


@pytest.mark.parametrize(
    ("package", "words", "extra"),
    [
        ("starlette", ["serve"], "emulator"),
        ("uvicorn", ["serve"], "emulator"),
        ("openapi_python_client", ["generate"], "generator"),
        ("polyvox_generator", ["check"], "generator"),
    ],
)
def test_missing_other_extras(world: World, package: str, words: list[str], extra: str) -> None:
    """The emulator and the generator say what they need, with status 2."""
    status, _, err = without(world, [package], *words)

    assert 2 == status
    assert f'pip install "polyvox[{extra}]"' in err
    assert "Traceback" not in err


def test_another_import_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """A module that is missing for other reasons is not blamed on the extra."""
    monkeypatch.delitem(sys.modules, "polyvox.cli.app")
    monkeypatch.setitem(sys.modules, "polyvox.cli.failing", None)

    with pytest.raises(ModuleNotFoundError, match=r"polyvox\.cli\.failing"):
        main(["chat", "Hi"])


def test_interrupted_while_it_loads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C has no traceback before the command begins, either."""

    class Interrupted:
        """A finder during which Ctrl-C comes."""

        def find_spec(self, name: str, path: object = None, target: object = None) -> None:
            """Find nothing."""
            if name == "polyvox.cli.app":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "polyvox.cli.app")
    monkeypatch.setattr(sys, "meta_path", [Interrupted(), *sys.meta_path])

    assert 130 == main(["chat", "Hi"])


LOADED = """
import json, sys
from polyvox.cli import main
main({words!r})
print(json.dumps([one for one in {modules!r} if one in sys.modules]), file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("words", "loaded"),
    [
        (["--version"], []),
        (["--help"], ["rich.table"]),
        (["chat", "Hi"], ["httpcore"]),
        (["files", "ls"], ["httpcore"]),
    ],
)
def test_what_is_loaded(world: World, words: list[str], loaded: list[str]) -> None:
    """A command loads what it needs: no Markdown in a pipe, no client for help."""
    modules = ["asyncio", "rich.markdown", "rich.progress", "rich.live", "rich.table", "httpcore"]
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(words=words, modules=modules)],
        env=world.environment,
        capture_output=True,
        text=True,
        check=True,
    )

    assert loaded == json.loads(done.stderr)


def test_serve(world: World) -> None:
    """The emulator starts, says where it is, and ends with Ctrl-C."""
    with world.start("serve", "--port", "0", "--backend", "ollama") as process:
        assert process.stdout is not None
        line = process.stdout.readline().decode()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)

    assert (0, b"") == (process.returncode, err)
    assert line.startswith("polyvox emulator at http://127.0.0.1:")
    assert out.endswith(b"Stopped.\n")


def test_help_of_serve(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """Help calls the emulator as it was called."""
    del world
    with pytest.raises(SystemExit, match="0"):
        main(["serve", "--help"])

    assert capsys.readouterr().out.startswith("usage: polyvox serve [-h]")


def test_generator(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """The generator gets all arguments, and its exit status is ours."""
    assert 2 == main(["validate", str(world.folder / "none.yaml")])

    assert "none.yaml" in capsys.readouterr().err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str, world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """The script of each shell knows commands and options, and the shell can read it."""
    assert 0 == main(["completion", "show", shell])
    script = capsys.readouterr().out
    path = world.folder / "script"
    path.write_text(script)

    assert "doctor" in script
    assert "max-tokens" in script
    if shutil.which(shell):
        subprocess.run([shell, "-n", path], check=True)


def test_installed_completion(
    world: World, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The script is put where it is wanted; what cannot be written is said."""
    monkeypatch.setenv("HOME", str(world.folder))
    path = world.folder / "deep" / "polyvox.bash"

    assert 0 == main(["completion", "install", "bash", "--output", str(path)])
    assert "doctor" in path.read_text()
    assert str(path) in capsys.readouterr().err
    assert 2 == main(["completion", "install", "bash", "--output", str(path / "below")])
    assert "--output" in capsys.readouterr().err


def test_module(world: World) -> None:
    """`python -m polyvox` is the same command."""
    done = subprocess.run([*POLYVOX, "--version"], capture_output=True, text=True, check=True)

    assert f"{polyvox.__version__}\n" == done.stdout


def test_lists_of_models(world: World) -> None:
    """In a pipe there is a name on each line, on a terminal a table, and JSON has everything."""
    plain = world.run("models").out.split()
    described = json.loads(world.run("models", "--json").out)
    with world.terminal("models") as terminal:
        assert 0 == terminal.status()

    assert "echo" in plain
    assert plain == [model["id"] for model in described]
    assert "Answers with the last user message." in terminal.shown
    assert all(name in terminal.shown for name in plain)


@pytest.mark.parametrize("backend", ["openai", "ollama", "aleph_alpha", "amigochat"])
def test_models_of_every_backend(backend: str, world: World, emulator: Emulator) -> None:
    """Every backend that lists models lists them here, in a table too."""
    upper = backend.upper()
    variables = {
        f"POLYVOX_{upper}_BASE_URL": emulator.url_of(backend),
        f"POLYVOX_{upper}_API_KEY": "key",
        "POLYVOX_ALEPH_ALPHA_TOKEN": "key",
    }
    plain = world.run("models", "-b", backend, **variables)
    with world.terminal("models", "-b", backend, **variables) as terminal:
        assert 0 == terminal.status()

    assert 0 == plain.status
    assert all(name in terminal.shown for name in plain.out.split())
