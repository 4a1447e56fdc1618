"""`python -m polyvox_generator check`: every difference has a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from polyvox_generator.cli import main

OUT = Path("generated/polyvox_api")


@pytest.fixture
def generated(clean_spec: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current directory, with `specs/a.yaml` and what was generated from it."""
    monkeypatch.chdir(tmp_path)
    Path("specs").mkdir()
    Path("specs/a.yaml").write_text(clean_spec, "utf-8")
    main(["generate"])
    return tmp_path


def checked(capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    """Status and output of `check`."""
    capsys.readouterr()
    status = main(["check"])
    return status, capsys.readouterr().out.splitlines()


def test_identical(generated: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """When nothing differs, a line says so; byte code does not count."""
    cache = OUT / "a/__pycache__"
    cache.mkdir()
    (cache / "x.pyc").write_text("", "utf-8")
    status, out = checked(capsys)

    assert (0, 2) == (status, len(out))
    assert ("a: 3 operations, 2 streams", "identical") == (out[0][:26], out[0].rpartition(": ")[2])
    assert "a: 3 of 3 operations generated" == out[1]


def test_changed_file_is_shown(generated: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A changed file is named, with an excerpt of the difference."""
    file = OUT / "a/client.py"
    file.write_text(file.read_text("utf-8").replace("cached_property", "property"), "utf-8")
    status, out = checked(capsys)

    assert (1, "changed: a/client.py") == (status, out[0])
    assert {
        "    -from functools import property",
        "    +from functools import cached_property",
    } <= set(out)
    assert "a: 3 operations, 2 streams" in "\n".join(out)
    assert "different" in "\n".join(out)


def test_missing_and_extra_files_are_named(
    generated: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Both directions are compared, packages without a specification included."""
    (OUT / "a/client.py").unlink()
    (OUT / "a/zombie.py").write_text("", "utf-8")
    (OUT / "old").mkdir()
    (OUT / "old/__init__.py").write_text("", "utf-8")
    status, out = checked(capsys)

    assert 1 == status
    assert ["missing: a/client.py", "extra: a/zombie.py", "extra: old/__init__.py"] == out[:3]


def test_a_cut_file_is_changed(generated: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that lost its end is not taken for the whole."""
    file = OUT / "a/client.py"
    file.write_text(file.read_text("utf-8")[:-200], "utf-8")
    status, out = checked(capsys)

    assert (1, "changed: a/client.py") == (status, out[0])


def test_edited_specification_shows(generated: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The lock notices a specification that was edited, whatever the output."""
    spec = Path("specs/a.yaml")
    spec.write_text(spec.read_text("utf-8") + "\n# a remark\n", "utf-8")
    status, out = checked(capsys)

    assert (1, "changed: lock.json") == (status, out[0])
    assert "Run `python -m polyvox_generator generate specs`." in out[-1]


def test_advice_repeats_the_arguments(generated: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What to run is the command for the folders that were compared, quoted for a shell."""
    Path("specs").rename("my specs")
    status = main(["check", "my specs", "--out", "gone"])

    last = capsys.readouterr().out.splitlines()[-1]
    command = "python -m polyvox_generator generate 'my specs' --out gone"
    assert (1, f"The generated code does not match. Run `{command}`.") == (status, last)


def test_nothing_generated(generated: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without any output, every file is missing."""
    OUT.rename("elsewhere")
    status, out = checked(capsys)

    assert (1, "missing: __init__.py") == (status, out[0])


def test_check_writes_nothing(generated: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Checking leaves the folder as it is."""
    (OUT / "a/zombie.py").write_text("", "utf-8")
    before = sorted(path.as_posix() for path in Path().rglob("*"))
    checked(capsys)

    assert before == sorted(path.as_posix() for path in Path().rglob("*"))
