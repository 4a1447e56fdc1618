"""`python -m polyvox_generator generate`: all or nothing, and always the same."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from polyvox_generator import generate as command
from polyvox_generator.cli import main
from polyvox_generator.lock import tree_hash

BAD = """\
openapi: 3.2.0
info: {title: T, version: '1'}
paths:
  /x:
    get:
      operationId: x
"""


@pytest.fixture
def place(clean_spec: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current directory, with `specs/a.yaml`."""
    monkeypatch.chdir(tmp_path)
    Path("specs").mkdir()
    Path("specs/a.yaml").write_text(clean_spec, "utf-8")
    return tmp_path


def names(folder: str) -> list[str]:
    """What *folder* holds, sorted."""
    return sorted(entry.name for entry in Path(folder).iterdir())


def lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What was printed."""
    return capsys.readouterr().out.splitlines()


def test_generate_writes_a_package(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The defaults are `specs` and `generated/polyvox_api`; two lines say what was written."""
    status = main(["generate"])
    out = Path("generated/polyvox_api")

    assert (0, 2) == (status, len(printed := lines(capsys)))
    assert "a: 3 operations, 2 streams, " == printed[0][:28]
    assert "a: 3 of 3 operations generated" == printed[1]
    assert ["__init__.py", "a", "lock.json", "py.typed"] == names(str(out))
    assert ["generated", "specs"] == names(".")
    assert [out] == list(Path("generated").iterdir())


def test_the_document_travels_along(place: Path) -> None:
    """`spec.json` is the document as written: not lowered, in its order."""
    main(["generate"])
    spec = json.loads(Path("generated/polyvox_api/a/spec.json").read_text("utf-8"))

    assert ("3.2.0", ["openapi", "info"]) == (spec["openapi"], list(spec)[:2])
    assert "itemSchema" in json.dumps(spec)


def test_output_is_deterministic(place: Path) -> None:
    """Hash seeds, folders and repetition change nothing."""
    hashes = []
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-m", "polyvox_generator", "generate", "--out", f"out{seed}/api"],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        )
        hashes.append(tree_hash(Path(f"out{seed}/api")))
    main(["generate", "--out", "out1/api"])

    assert [tree_hash(Path("out1/api"))] * 2 == hashes


def test_stale_files_disappear(place: Path) -> None:
    """Files and packages without a specification go; what the lock does not know stays."""
    out = Path("generated/polyvox_api")
    main(["generate"])
    Path("specs/a.yaml").rename("specs/b.yaml")
    (out / "mine").mkdir()
    main(["generate"])
    (out / "b/models/stale.py").write_text("", "utf-8")
    main(["generate"])

    assert ["__init__.py", "b", "lock.json", "mine", "py.typed"] == names(str(out))
    assert not (out / "b/models/stale.py").exists()


def test_one_file_leaves_other_packages_alone(place: Path, clean_spec: str) -> None:
    """A single specification is generated beside the others, which stay locked."""
    main(["generate"])
    Path("specs/b.yaml").write_text(clean_spec, "utf-8")
    main(["generate", "specs/b.yaml"])
    lock = json.loads(Path("generated/polyvox_api/lock.json").read_text("utf-8"))

    assert ["a", "b"] == list(lock)
    assert ["spec", "lowered", "generator", "output"] == list(lock["b"])
    assert tree_hash(Path("generated/polyvox_api/b")) == lock["b"]["output"]


def test_faults_stop_before_anything_is_written(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One bad document leaves all packages as they were."""
    main(["generate"])
    before = tree_hash(Path("generated"))
    Path("specs/bad.yaml").write_text(BAD, "utf-8")
    status = main(["generate"])

    assert (2, before) == (status, tree_hash(Path("generated")))
    assert "specs/bad.yaml:" in capsys.readouterr().err


def test_what_cannot_be_lowered_has_a_line(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A valid document without a counterpart in code is refused at its line."""
    answers = "      responses: {'200': {description: Done.}}\n"
    parameters = "      parameters: [{name: a, in: cookie, schema: {type: string}}]\n"
    text = BAD + "      tags: [t]\n" + parameters + answers
    Path("specs/bad.yaml").write_text(text, "utf-8")
    status = main(["generate", "specs/bad.yaml"])

    assert (2, "specs/bad.yaml:5:5: The parameter 'a' of GET /x travels in the cookie.") == (
        status, capsys.readouterr().err[:70],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "message"),
    [("Bad-Name.yaml", "no name for a package"), ("gone.yaml", "No specification")],
)
def test_unusable_files(place: Path, name: str, message: str, clean_spec: str) -> None:
    """A file that is missing, or whose name is no package name, is refused."""
    Path("specs/Bad-Name.yaml").write_text(clean_spec, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "polyvox_generator", "generate", f"specs/{name}"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (2, True) == (done.returncode, message in done.stderr)


def test_a_failing_swap_puts_everything_back(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When a file cannot be moved, the packages are as before."""
    main(["generate"])
    before = tree_hash(Path("generated"))
    Path("specs/a.yaml").write_text(Path("specs/a.yaml").read_text("utf-8") + "\n# end\n", "utf-8")
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        """Move everything but the last new file."""
        if "new" in self.parts and self.name == "lock.json":
            msg = "no room"
            raise OSError(msg)
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(command.CannotWrite, match="no room"):
        command.generate(Path("specs"), Path("generated/polyvox_api"))

    assert before == tree_hash(Path("generated"))
