"""Tools of LWE in files and out of them: found, described, and called by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lwe_world import SAMPLES, lwe_config

from polyvox.compat.lwe.core.function import Function
from polyvox.compat.lwe.core.tool import Tool
from polyvox.compat.lwe.tooling.manager import ToolManager
from polyvox.errors import ConfigError


@pytest.fixture
def manager(tmp_path: Path) -> ToolManager:
    """The sample tools, and those in the folder `tools`."""
    (tmp_path / "tools").mkdir()
    return ToolManager(lwe_config(tmp_path))


def described(manager: ToolManager, name: str) -> dict[str, Any]:
    """What a model is told of the tool *name*."""
    result = manager.get_tool_config(name)
    assert result.success, result.message
    told: dict[str, Any] = result.response
    return told


def test_schemas(manager: ToolManager) -> None:
    """A tool is described by its signature, by the file beside it, or by itself."""
    counted = described(manager, "count_words")
    assert "Count the parts of a text." == counted["description"]
    assert {"type": "boolean"} == counted["parameters"]["properties"]["strict"]
    assert ["words", "letters"] == counted["parameters"]["properties"]["unit"]["enum"]
    assert "What to count." == counted["parameters"]["properties"]["unit"]["description"]
    assert ["text"] == counted["parameters"]["required"]

    looked = described(manager, "look_up")
    assert "Looks a word up in the glossary" == looked["description"]
    assert "^[a-z]+$" == looked["parameters"]["properties"]["word"]["pattern"]

    assert ["calm", "glad"] == described(manager, "set_mood")["parameters"]["properties"]["mood"][
        "enum"
    ]
    assert not manager.get_tool_config("nope").success


def test_calling_by_hand(manager: ToolManager) -> None:
    """Tools are called with a mapping or JSON; what goes wrong is a failure."""
    assert (True, {"count": 3, "strict": False}) == manager.run_tool(
        "count_words", {"text": "a b c"}
    )[:2]
    assert {"mood": "calm"} == manager.run_tool("set_mood", '{"mood": "calm"}').response
    for given, expected in (
        ("{", "are no JSON"),
        ({"words": 1}, "no such member"),
        ("[1]", "are no object"),
    ):
        assert expected in manager.run_tool("count_words", given).message
    assert "Tool call failed: TypeError" in manager.run_tool("look_up", {"words": 1}).message


def test_tools_without_files(manager: ToolManager) -> None:
    """Functions, classes and objects can be named once they are added."""

    class Greet(Tool):
        """Greets."""

        def __call__(self, name: str) -> dict[str, Any]:
            """Greet somebody."""
            return {"text": f"Hello {name}"}

    class Described(Function):
        """Says what it is."""

        def get_config(self) -> dict[str, Any]:
            """Give the usual, in the form of the wire."""
            told = super().get_config()
            return {"type": "function", "function": {**told, "description": "Mine"}}

        def __call__(self, text: str) -> str:
            """Give it back."""
            return text

    async def later(text: str) -> str:
        """Think."""
        return text

    class Ready:
        """Gives what must be awaited, and is no coroutine."""

        def __call__(self) -> Any:
            """Give it."""
            return _Awaitable()

    assert ["greet", "described", "later"] == [
        manager.add(one) for one in (Greet, Described(), later)
    ]
    assert {"text": "Hello Ada"} == manager.run_tool("greet", {"name": "Ada"}).response
    assert "Mine" == described(manager, "described")["description"]
    assert ["text"] == described(manager, "described")["parameters"]["required"]
    assert "is a coroutine function" in manager.run_tool("later", {"text": "x"}).message
    assert "is a coroutine function" in manager.run_tool(manager.add(Ready()), {}).message


class _Awaitable:
    def __await__(self) -> Any:
        """Never called."""
        raise NotImplementedError


def test_own_descriptions_are_checked(manager: ToolManager) -> None:
    """A get_config() that gives no mapping is told."""

    class Odd(Tool):
        """Describes itself with a text."""

        def get_config(self) -> Any:
            """Give no mapping."""
            return "odd"

        def __call__(self) -> None:
            """Do nothing."""

    with pytest.raises(ConfigError, match=r"get_config\(\) of the tool 'odd' gives a str"):
        manager.add(Odd)


HEAD = "from polyvox.compat.lwe.core.tool import Tool\n"
# Name of the case -> files, what the message says about the tool `mine`.
BROKEN: dict[str, tuple[dict[str, str], str]] = {
    "syntax": ({"mine.py": "class"}, "cannot be loaded: SyntaxError"),
    "old import": (
        {"mine.py": "from lwe.core.tool import Tool"},
        "Write polyvox.compat.lwe where it imports lwe.",
    ),
    "other import": ({"mine.py": "import no_such_package"}, "ModuleNotFoundError"),
    "no class": ({"mine.py": "x = 1"}, "has no class 'Mine'. Write: class Mine(Tool)"),
    "abstract": ({"mine.py": f"{HEAD}class Mine(Tool): pass"}, "cannot be made: TypeError"),
    "no types": (
        {"mine.py": f"{HEAD}class Mine(Tool):\n    def __call__(self, x): pass"},
        "'x' of the tool 'mine' has no type",
    ),
    "description": (
        {
            "mine.py": f"{HEAD}class Mine(Tool):\n    def __call__(self): pass",
            "mine.config.yaml": "- no",
        },
        "describes no function",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_files_that_cannot_be_used(manager: ToolManager, tmp_path: Path, case: str) -> None:
    """What is wrong with a file is told with its name."""
    files, expected = BROKEN[case]
    for name, text in files.items():
        (tmp_path / "tools" / name).write_text(text, "utf-8")
    result = manager.get_tool_config("mine")

    assert expected in result.message
    assert isinstance(result.error, ConfigError)


def test_files_are_loaded_when_needed(manager: ToolManager, tmp_path: Path) -> None:
    """Listing runs no file; a changed file is loaded anew; a later folder wins."""
    folder = tmp_path / "tools"
    file = folder / "mine.py"
    text = "class Mine:\n    def __call__(self) -> int:\n        return {}\n"
    (folder / "look_up.py").write_text("raise SystemExit", "utf-8")
    (folder / "_hidden.py").write_text("raise SystemExit", "utf-8")
    (folder / "no-name.py").write_text("raise SystemExit", "utf-8")
    file.write_text(text.format(1), "utf-8")
    found = manager.load_tools().response

    assert ["count_words", "look_up", "mine", "reverse_text", "set_mood"] == sorted(found)
    assert str(folder / "look_up.py") == found["look_up"]
    assert [1, 1] == [manager.run_tool("mine", {}).response for _ in range(2)]
    file.write_text(text.format(22), "utf-8")
    assert 22 == manager.run_tool("mine", {}).response


def test_names_can_be_set() -> None:
    """A tool can be told its name and its file, as LWE does."""

    class Greet(Tool):
        """Greets."""

        def __call__(self) -> str:
            """Greet."""
            return "Hello"

    tool = Greet()
    tool.set_name("hello")
    tool.set_filepath("hello.py")

    assert ("hello", "hello.py") == (tool.name, tool.filepath)
    assert "hello" == tool.get_config()["name"]
    tool.set_filepath(str(SAMPLES / "tools" / "look_up.py"))
    assert "look_up" == tool.get_config()["name"]


def test_variables_name_folders(
    manager: ToolManager, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The variables LWE_TOOL_DIR and LWE_FUNCTION_DIR win over the configuration."""
    monkeypatch.setenv("LWE_TOOL_DIR", str(tmp_path))
    assert ["reverse_text"] == sorted(manager.load_tools().response)
    monkeypatch.setenv("LWE_FUNCTION_DIR", str(tmp_path))
    assert {} == manager.load_tools().response
