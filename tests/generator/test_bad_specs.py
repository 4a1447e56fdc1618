"""
Specifications that cannot be read: file, place and advice are named, and nothing is left behind.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from polyvox_generator.cli import main

BROKEN = {
    "utf8": (b'openapi: 3.2.0\ninfo: {title: "\xff"}\n', ":2: Byte 30 is not UTF-8.", "Save"),
    "latin": ("openapi: 3.2.0 # \u00fc".encode("latin-1"), ":1: Byte 17 is not UTF-8.", "Save"),
    "yaml": (b"openapi: 3.2.0\ninfo: {title: [\n", ":3:1: The file is not valid YAML:", "Correct"),
    "tab": (b"openapi: 3.2.0\ninfo:\n\ttitle: a\n", ":3:1: The file is not valid YAML:", "Correct"),
    "binary": (b"\x00\x01\x02", ":1: The file is not valid YAML:", "Correct"),
    "empty": (b"", ": The file is empty.", "Write an OpenAPI document"),
    "list": (b"- a\n", ":1:1: The document is not a mapping.", "starts with"),
}
OTHERS = {
    "notes": (
        b"hello: world\n",
        "The OpenAPI version is None, which is not read. Write `openapi: 3.2.0`.",
    ),
    "swagger": (
        b"swagger: '2.0'\npaths: {}\n",
        "This is Swagger 2.0; convert it to OpenAPI 3.",
    ),
    "future": (
        b"openapi: 4.0.0\n",
        "The OpenAPI version is '4.0.0', which is not read. Write `openapi: 3.2.0`.",
    ),
}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current directory, empty."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def outcome(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit status and both outputs of a command."""
    status = main(arguments)
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def left(place: Path) -> list[str]:
    """What is in *place*."""
    return sorted(str(entry.relative_to(place)) for entry in place.rglob("*"))


@pytest.mark.parametrize("name", BROKEN)
def test_files_that_are_no_documents(
    place: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """Both commands end with status 2 and one line: file, place, fault and advice."""
    content, fault, advice = BROKEN[name]
    Path("a.yaml").write_bytes(content)

    for command in (["validate", "a.yaml"], ["generate", "a.yaml", "--out", "made/api"]):
        status, out, err = outcome(capsys, *command)
        assert (2, "") == (status, out)
        assert err.startswith(f"a.yaml{fault}")
        assert advice in err
        assert 1 == err.count("\n")
    assert ["a.yaml"] == left(place)


@pytest.mark.parametrize("name", OTHERS)
def test_files_that_are_no_openapi_documents(
    place: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """A document of another kind is a finding for `validate`, and stops `generate`."""
    content, fault = OTHERS[name]
    Path("a.yaml").write_bytes(content)
    found = outcome(capsys, "validate", "a.yaml")
    refused = outcome(capsys, "generate", "a.yaml", "--out", "made/api")

    line = f"a.yaml:1:1: openapi-version: {fault}\n"
    assert (1, line) == (found[0], found[1].splitlines(keepends=True)[0])
    assert (2, "", line) == refused
    assert ["a.yaml"] == left(place)


def test_missing_files(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is not there is named, and nothing is made."""
    found = outcome(capsys, "validate", "gone.yaml")
    refused = outcome(capsys, "generate", "gone.yaml", "--out", "made/api")

    fault = "gone.yaml: The file cannot be read: No such file or directory. Name an existing"
    assert (2, "", fault) == (*found[:2], found[2][: len(fault)])
    fault = "gone.yaml: No specification is here. Name a folder with .yaml files, or one such file."
    assert (2, "", f"{fault}\n") == refused
    assert [] == left(place)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_unreadable_files(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that the system does not open is named with the system's reason."""
    Path("specs").mkdir()
    Path("specs/a.yaml").symlink_to("a.yaml")  # a circle, which not even root can read

    for command in (
        ["validate", "specs/a.yaml"],
        ["generate", "specs/a.yaml", "--out", "made/api"],
    ):
        status, out, err = outcome(capsys, *command)
        assert (2, "") == (status, out)
        assert err.startswith("specs/a.yaml: ")
        assert "Name a" in err
    assert ["specs", "specs/a.yaml"] == left(place)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads anything")
def test_forbidden_files(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file without permission is named with the system's reason."""
    Path("a.yaml").write_text("openapi: 3.2.0\n", "utf-8")
    Path("a.yaml").chmod(0)
    status, _, err = outcome(capsys, "validate", "a.yaml")

    assert 2 == status
    assert "a.yaml: The file cannot be read: Permission denied." in err


@pytest.mark.parametrize("name", BROKEN)
def test_one_broken_file_stops_all(
    place: Path, capsys: pytest.CaptureFixture[str], clean_spec: str, name: str
) -> None:
    """With one unreadable document among good ones, `generate` writes none of them."""
    Path("specs").mkdir()
    Path("specs/a.yaml").write_text(clean_spec, "utf-8")
    Path("specs/b.yaml").write_bytes(BROKEN[name][0])
    status, out, err = outcome(capsys, "generate", "specs", "--out", "made/api")

    assert (2, "") == (status, out)
    assert err.startswith(f"specs/b.yaml{BROKEN[name][1]}")
    assert ["specs", "specs/a.yaml", "specs/b.yaml"] == left(place)


@pytest.mark.parametrize("out", ["made", "made/api", "made/more/api"])
def test_a_file_where_the_packages_go(
    place: Path, capsys: pytest.CaptureFixture[str], clean_spec: str, out: str
) -> None:
    """A file in the way of `--out` is an error with advice, and stays."""
    Path("a.yaml").write_text(clean_spec, "utf-8")
    Path("made").write_text("mine", "utf-8")
    status, _, err = outcome(capsys, "generate", "a.yaml", "--out", out)

    assert 2 == status
    assert err.startswith(f"{out} could not be replaced: ")
    assert err.endswith("It is as it was; make it a writable folder.\n")
    assert ["a.yaml", "made"] == left(place)
    assert "mine" == Path("made").read_text("utf-8")


def test_new_folders_are_made(
    place: Path, capsys: pytest.CaptureFixture[str], clean_spec: str
) -> None:
    """Folders above `--out` are made when there is something to put in, and only they."""
    Path("a.yaml").write_text(clean_spec, "utf-8")
    status = outcome(capsys, "generate", "a.yaml", "--out", "new/more/api")[0]

    assert 0 == status
    assert ["a.yaml", "new"] == sorted(entry.name for entry in place.iterdir())
    assert ["more"] == [entry.name for entry in Path("new").iterdir()]
    assert ["api"] == [entry.name for entry in Path("new/more").iterdir()]
