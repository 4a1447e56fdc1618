"""
The import rules of pyproject.toml bite: one violation of each is planted in a copy, and reported.

That the real code keeps them is what `make lint` checks.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CORE, FACADE = "src/polyvox_core", "src/polyvox"
API, GENERATOR = "generated/polyvox_api", "generator/polyvox_generator"

# Rule -> the file that breaks it, the import to add, and how the report names both ends.
PLANTED = {
    "ground-floor": (f"{CORE}/secret.py", "polyvox_api.dial", "polyvox_core is not allowed"),
    "facade": (f"{FACADE}/backends/inputs.py", "polyvox.pool", "polyvox.backends.inputs"),
    "backends": (f"{FACADE}/backends/other/__init__.py", "polyvox.backends.dial.urls", "other"),
    "generated": (f"{API}/other/__init__.py", "polyvox_api.dial.client", "polyvox_api.other"),
    "compat": (f"{FACADE}/pool.py", "polyvox.compat", "polyvox.pool"),
    "emulator": (f"{FACADE}/emulator/routing.py", "polyvox_api.dial.models", "emulator.routing"),
    "emulated": (f"{FACADE}/emulator/ollama/state.py", "polyvox.emulator.dial", "emulator.ollama"),
    "generator": (f"{GENERATOR}/errors.py", "polyvox.types", "polyvox_generator.errors"),
    "no-generator": (f"{FACADE}/errors.py", "polyvox_generator.load", "polyvox.errors"),
    "httpx": (f"{CORE}/auth.py", "httpx", "polyvox_core.auth"),
    "aiohttp": (f"{CORE}/errors.py", "aiohttp", "polyvox_core.errors"),
}


def contracts() -> dict[str, str]:
    """Name of each rule by its id."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    rules = settings["tool"]["importlinter"]["contracts"]
    return {rule["id"]: rule["name"] for rule in rules}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What import-linter says about a copy of the code with all the violations."""
    copy = tmp_path_factory.mktemp("copy")
    shutil.copy(ROOT / "pyproject.toml", copy)
    for folder in ("src", "generated", "generator"):
        ignored = shutil.ignore_patterns("__pycache__", "*.json", "*.jinja")
        shutil.copytree(ROOT / folder, copy / folder, ignore=ignored)
    for file, module, _ in PLANTED.values():
        (copy / file).parent.mkdir(exist_ok=True)
        with (copy / file).open("a", encoding="utf-8") as text:
            text.write(f"\nimport {module}\n")
    paths = os.pathsep.join(str(copy / folder) for folder in ("src", "generated", "generator"))
    linter = Path(sys.executable).with_name("lint-imports")
    command = [linter, "--no-cache", "--no-logo", "--config", copy / "pyproject.toml"]
    environment = {"PYTHONPATH": paths, "COLUMNS": "200", "PATH": os.environ["PATH"]}
    done = subprocess.run(
        command, cwd=copy, env=environment, capture_output=True, text=True, check=False
    )
    assert 1 == done.returncode, done.stderr
    return done.stdout


def test_every_rule_is_planted() -> None:
    """Each rule in pyproject.toml has its violation here."""
    assert contracts().keys() == PLANTED.keys()


@pytest.mark.parametrize("rule", PLANTED)
def test_violation_is_reported(report: str, rule: str) -> None:
    """A broken rule is named, with the modules at fault."""
    name = contracts()[rule]
    section = report.partition("Broken contracts")[2].partition(f"\n{name}\n")[2]

    assert f"{name} BROKEN" in report
    assert PLANTED[rule][2] in section
