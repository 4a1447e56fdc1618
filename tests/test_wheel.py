"""
What users install: an sdist, a wheel made from it, and an environment with nothing but both.

Everything happens offline: the run-time dependencies are taken from this environment, as far as the
wheel's own metadata asks for them, so that a dependency that is not declared is missed here.
"""

from __future__ import annotations

import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

ROOT = Path(__file__).parents[1]
HOMES = {
    "polyvox": ROOT / "src",
    "polyvox_core": ROOT / "src",
    "polyvox_api": ROOT / "generated",
    "polyvox_generator": ROOT / "generator",
}

CHAT = """
import asyncio, sys
import polyvox
arguments = {"base_url": sys.argv[1], "api_key": "key"}
with polyvox.Dial(**arguments) as client:
    print(client.chat("Hi", model="m").text)
async def main():
    async with polyvox.AsyncDial(**arguments) as client:
        print((await client.chat("Hi", model="m")).text)
asyncio.run(main())
"""


def run(*command: str | Path, cwd: Path) -> str:
    """What *command* prints; its failure is the test's."""
    wanted = {"PATH", "LANG", "TMPDIR", "HOME"}
    environment = {name: value for name, value in os.environ.items() if name in wanted}
    done = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert 0 == done.returncode, done.stdout + done.stderr
    return done.stdout


def build(kind: str, source: Path, out: Path) -> Path:
    """The one file that building *kind* from *source* leaves in *out*."""
    run(sys.executable, "-m", "build", "--no-isolation", kind, "--outdir", out, source, cwd=out)
    (built,) = out.glob("*.tar.gz" if kind == "--sdist" else "*.whl")
    return built


def sources(package: str) -> set[str]:
    """Files of *package* in this folder, as they should be in the wheel."""
    home = HOMES[package]
    return {
        path.relative_to(home).as_posix()
        for path in (home / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def closure(wheel: Path) -> set[str]:
    """Distributions that *wheel* needs without extras, and what they need in turn."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [one for one in archive.namelist() if one.endswith(".dist-info/METADATA")]
        metadata = archive.read(name).decode()
    waiting = re.findall(r"^Requires-Dist: (.*)$", metadata, re.MULTILINE)
    found: set[str] = set()
    while waiting:
        requirement, _, marker = waiting.pop().partition(";")
        name = re.split(r"[ <>=!~\[(]", requirement.strip(), maxsplit=1)[0].lower()
        if name in found or "extra" in marker or (marker and not needed(name)):
            continue
        found.add(name)
        waiting += importlib.metadata.requires(name) or []
    return found


def needed(name: str) -> bool:
    """Whether a dependency under a condition is one here: then it was installed."""
    try:
        importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sdist of this folder."""
    return build("--sdist", ROOT, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def wheel(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the unpacked sdist."""
    unpacked = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(sdist) as archive:
        archive.extractall(unpacked, filter="data")
    (source,) = unpacked.iterdir()
    return build("--wheel", source, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def clean(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Python of an environment with the wheel and its run-time dependencies, and nothing else."""
    folder = tmp_path_factory.mktemp("clean")
    venv.create(folder, with_pip=False, symlinks=True)
    (site,) = folder.glob("lib/python*/site-packages")
    for name in closure(wheel):
        for file in importlib.metadata.files(name) or []:
            if not file.parts[0].startswith(".."):
                (site / file).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(file.locate(), site / file)
    python = folder / "bin" / "python"
    options = ["--no-index", "--no-deps", "--quiet", "--no-compile"]
    run(sys.executable, "-m", "pip", "--python", python, "install", *options, wheel, cwd=folder)
    return python


@pytest.fixture(scope="module")
def names(wheel: Path) -> list[str]:
    """Files in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


@pytest.mark.parametrize("package", HOMES)
def test_wheel_has_every_file(names: list[str], package: str) -> None:
    """The wheel holds each package whole, marked as typed, and nothing that is not in the tree."""
    inside = {name for name in names if name.startswith(f"{package}/")}

    assert f"{package}/py.typed" in inside
    assert sources(package) == inside


def test_wheel_has_generated_clients(names: list[str]) -> None:
    """What the machine wrote is in the wheel: documents, operations and models."""
    assert "polyvox_api/dial/spec.json" in names
    assert "polyvox_api/dial/operations/chat.py" in names
    assert 40 < len([name for name in names if name.startswith("polyvox_api/dial/")])


def test_wheel_has_nothing_else(names: list[str]) -> None:
    """The wheel holds the four packages and its metadata, no tests, no specifications."""
    tops = {name.partition("/")[0] for name in names}

    assert HOMES.keys() == {top for top in tops if not top.endswith(".dist-info")}


def test_sdist_has_what_a_build_and_a_test_need(sdist: Path) -> None:
    """The sdist brings specifications, tests and the Makefile along, and no environment."""
    with tarfile.open(sdist) as archive:
        tops = {name.split("/")[1] for name in archive.getnames() if "/" in name}

    assert {"src", "generated", "generator", "specs", "tests", "docs", "Makefile"} <= tops
    assert {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "PKG-INFO"} <= tops
    assert set() == {top for top in tops if top.startswith(".")} - {".gitignore"}


def test_clean_environment_imports(clean: Path) -> None:
    """The installed packages import from the environment itself, without any extra."""
    code = (
        "import polyvox, polyvox_api.dial, polyvox_core, polyvox_generator, importlib.util as u\n"
        "extras = ['yaml', 'jsonschema', 'starlette', 'orjson', 'openapi_python_client']\n"
        "assert not [one for one in extras if u.find_spec(one)]\n"
        "from polyvox import *\n"
        "from importlib.metadata import version\n"
        "print(version('polyvox'), polyvox.__file__)"
    )
    version, file = run(clean, "-c", code, cwd=clean.parent).split()

    assert importlib.metadata.version("polyvox") == version
    assert Path(file).is_relative_to(clean.parents[1])


def test_clean_environment_chats(clean: Path, httpserver: HTTPServer) -> None:
    """The installed wheel chats with a server, blocking and with asyncio."""
    answer = {
        "id": "1",
        "object": "chat.completion",
        "created": 1,
        "model": "m",
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": "Hello"},
                "finish_reason": "stop",
            }
        ],
    }
    path = "/openai/deployments/m/chat/completions"
    httpserver.expect_request(path, method="POST", headers={"Api-Key": "key"}).respond_with_json(
        answer
    )

    assert ["Hello", "Hello"] == run(
        clean, "-c", CHAT, httpserver.url_for(""), cwd=clean.parent
    ).split()
    httpserver.check()


def test_missing_extra_is_explained(clean: Path) -> None:
    """Without its extra, the emulator says what to install."""
    code = "try:\n    import polyvox.emulator\nexcept ImportError as error:\n    print(error)"

    assert 'pip install "polyvox[emulator]"' in run(clean, "-c", code, cwd=clean.parent)


def editable_paths(wheel: Path) -> Iterator[str]:
    """Folders that an editable wheel puts on the path."""
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if name.endswith(".pth"):
                yield from archive.read(name).decode().split()


def test_editable_install(tmp_path: Path) -> None:
    """An editable install puts the three roots on the path, where type checkers can follow."""
    code = "import sys, hatchling.build as b; print(b.build_editable(sys.argv[1]))"
    name = run(sys.executable, "-c", code, tmp_path, cwd=ROOT).split()[-1]
    roots = {str(home) for home in HOMES.values()}

    assert roots == set(editable_paths(tmp_path / name))


@pytest.mark.timeout(240)
def test_types_reach_the_user(clean: Path, tmp_path: Path) -> None:
    """A strict type checker sees our types through the installed wheel."""
    (tmp_path / "user.py").write_text(
        "from typing import assert_type\n"
        "import polyvox\n"
        "from polyvox.backends.dial.types import DialReply\n"
        "from polyvox_api.dial import DialApi\n"
        "client = polyvox.Dial(base_url='http://localhost')\n"
        "assert_type(client.chat('Hi', model='m'), DialReply)\n"
        "assert_type(client.api, DialApi)\n"
        "wrong: int = client.chat('Hi', model='m').text\n",
        "utf-8",
    )
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary"]
    options = ["--python-executable", str(clean), "--cache-dir", str(tmp_path / "cache")]
    done = subprocess.run(
        [*command, *options, "user.py"], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert ["user.py:8"] == [line.partition(": ")[0] for line in done.stdout.splitlines()]
