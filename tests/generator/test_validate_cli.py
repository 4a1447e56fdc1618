"""`python -m polyvox_generator validate`: what it prints and how it ends."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from polyvox_generator.cli import main

SUMMARY = "3 operations, 2 streams, 13 schemas"
BAD = ("operationId: delete_logs", "operationId: read_logs")


@pytest.fixture
def specs(clean_spec: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folder `specs` with one clean document, in the current directory."""
    monkeypatch.chdir(tmp_path)
    folder = Path("specs")
    folder.mkdir()
    (folder / "a.yaml").write_text(clean_spec, encoding="utf-8")
    return folder


def test_clean_document(specs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A clean document gives one summary line and status 0."""
    status = main(["validate", str(specs / "a.yaml")])

    assert (0, f"specs/a.yaml: {SUMMARY}: ok\n") == (status, capsys.readouterr().out)


def test_findings(specs: Path, clean_spec: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Findings come with file, line, column and rule, before the summary; the status is 1."""
    (specs / "a.yaml").write_text(clean_spec.replace(*BAD), encoding="utf-8")
    status = main(["validate", str(specs / "a.yaml")])

    out = capsys.readouterr().out.splitlines()
    assert (1, f"specs/a.yaml: {SUMMARY}: 1 error") == (status, out[-1])
    assert (
        "specs/a.yaml:111:7: duplicate-operation-id: operationId 'read_logs' is taken by line 86. "
        "Give each operation its own."
    ) == out[0]


def test_findings_are_sorted(
    specs: Path, clean_spec: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Findings of one file come in the order of its lines."""
    text = clean_spec.replace(*BAD).replace("{$ref: '#/components/schemas/Part'}", "{$ref: '#/x'}")
    text = text.replace("temperature: 0.5", "temperature: cold")
    (specs / "a.yaml").write_text(text, encoding="utf-8")
    main(["validate", str(specs)])

    out = capsys.readouterr().out.splitlines()[:-1]
    lines = [int(line.split(":")[1]) for line in out]
    assert 3 == len(lines)
    assert sorted(lines) == lines


def test_warnings_do_not_fail(
    clean_spec: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A warning is printed as one and leaves the status at 0."""
    spec = tmp_path / "a.yaml"
    spec.write_text(clean_spec.replace("x-stream-end: never", "x-n: 1"), encoding="utf-8")
    status = main(["validate", str(spec)])

    out = capsys.readouterr().out.splitlines()
    assert (0, f"{spec}: {SUMMARY}: ok, 1 warning") == (status, out[-1])
    assert ": stream-end (warning): " in out[0]


def test_house_rules_on_demand(
    clean_spec: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--house` and `--no-house` overrule the folder."""
    spec = tmp_path / "a.yaml"
    spec.write_text(clean_spec.replace("read_logs", "readLogs"), encoding="utf-8")
    found = [main(["validate", *more, str(spec)]) for more in ([], ["--house"], ["--no-house"])]

    assert [0, 1, 0] == found
    assert 1 == capsys.readouterr().out.count(": operation-id: ")


def test_house_rules_nobody_asked_for(
    specs: Path, clean_spec: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the folder's name alone brought the house rules, the summary says how to do without."""
    spec = str(specs / "a.yaml")
    Path(spec).write_text(clean_spec.replace("read_logs", "readLogs"), encoding="utf-8")
    texts = []
    for more in ([], ["--house"], ["--no-house"]):
        main(["validate", *more, spec])
        texts.append(capsys.readouterr().out.splitlines()[-1].removeprefix(f"{spec}: {SUMMARY}: "))

    hint = " (house rules apply; --no-house turns them off)"
    assert [f"1 error{hint}", "1 error", "ok"] == texts


def test_missing_package(specs: Path) -> None:
    """Without the extra, one line names it, and the status is 2."""
    Path("yaml.py").write_text("raise ModuleNotFoundError('no', name='yaml')\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "polyvox_generator", "validate", str(specs)],
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
        capture_output=True,
        text=True,
        check=False,
    )

    line = (
        "The generator needs the package 'yaml', which is not installed. "
        'Run: pip install "polyvox[generator]"\n'
    )
    assert (2, "", line) == (done.returncode, done.stdout, done.stderr)


def test_folder(specs: Path, clean_spec: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder stands for its YAML and JSON files, in order; other files do not count."""
    (specs / "more").mkdir()
    (specs / "more" / "b.yml").write_text(clean_spec, encoding="utf-8")
    (specs / "c.json").write_text('{"openapi": "3.2.0", "info": 1}', encoding="utf-8")
    (specs / "notes.md").write_text("# Notes", encoding="utf-8")
    status = main(["validate", str(specs), str(specs / "a.yaml")])

    out = capsys.readouterr().out.splitlines()
    names = [line.split(":")[0] for line in out if " operations, " in line]
    assert (1, ["specs/a.yaml", "specs/c.json", "specs/more/b.yml"]) == (status, names)


def test_unreadable_file(specs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is no document ends with status 2; the others are checked all the same."""
    (specs / "b.yaml").write_text("a: 1\na: 2\n", encoding="utf-8")
    status = main(["validate", str(specs / "b.yaml"), str(specs / "a.yaml")])

    captured = capsys.readouterr()
    assert (2, f"specs/a.yaml: {SUMMARY}: ok\n") == (status, captured.out)
    assert (
        "specs/b.yaml:2:1: The key 'a' stands twice in one mapping, first in line 1. "
        "Remove or rename one of the two.\n"
    ) == captured.err


def test_empty_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder without documents ends with status 2, since nothing was checked."""
    status = main(["validate", str(tmp_path)])

    assert 2 == status
    assert "The folder holds no .yaml, .yml or .json file." in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["validate"], ["nonsense"], ["validate", "--what", "x"]])
def test_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Wrong usage ends with status 2."""
    with pytest.raises(SystemExit) as caught:
        main(arguments)

    assert 2 == caught.value.code
    assert "usage: " in capsys.readouterr().err


def test_as_a_module(specs: Path) -> None:
    """`python -m polyvox_generator` is the same command."""
    command = [sys.executable, "-m", "polyvox_generator", "validate", str(specs)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (0, f"specs/a.yaml: {SUMMARY}: ok\n") == (done.returncode, done.stdout)


def test_large_documents_are_quick(tmp_path: Path) -> None:
    """Six thousand lines take seconds, not minutes."""
    operation = (
        "  /p{n}:\n    post:\n      operationId: op_{n}\n      tags: [t]\n"
        "      requestBody:\n        content:\n"
        "          application/json:\n            schema: {{$ref: '#/components/schemas/S{n}'}}\n"
        "            example: {{id: a, next: {{id: b}}, items: [{{id: c}}]}}\n"
        "      responses: {{'204': {{description: Done.}}}}\n"
    )
    schema = (
        "    S{n}:\n      type: object\n      required: [id]\n      properties:\n"
        "        id: {{type: string}}\n        next: {{$ref: '#/components/schemas/S{n}'}}\n"
        "        items:\n          type: array\n          items:\n"
        "            $ref: '#/components/schemas/S{n}'\n"
    )
    numbers = range(320)
    text = (
        "openapi: 3.2.0\ninfo: {title: t, version: '1'}\npaths:\n"
        + "".join(operation.format(n=n) for n in numbers)
        + "components:\n  schemas:\n"
        + "".join(schema.format(n=n) for n in numbers)
    )
    spec = tmp_path / "large.yaml"
    spec.write_text(text, encoding="utf-8")
    start = time.process_time()
    status = main(["validate", str(spec)])
    seconds = time.process_time() - start

    assert 6000 < text.count("\n")
    assert 0 == status
    assert seconds < 5
