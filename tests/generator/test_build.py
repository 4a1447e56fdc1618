"""All stages in a row: faults of each stage are reported as faults of the specification."""

from __future__ import annotations

from pathlib import Path

import pytest

from polyvox_generator import build as stages
from polyvox_generator.build import build
from polyvox_generator.bundle import bundle
from polyvox_generator.emit import emit
from polyvox_generator.emit.expressions import CannotEmit, snake
from polyvox_generator.emit.homes import homes
from polyvox_generator.errors import PolyvoxGeneratorError, SpecError
from polyvox_generator.format import CannotFormat, format_tree
from polyvox_generator.load import load
from polyvox_generator.lock import read_lock
from polyvox_generator.lower import CannotLower
from polyvox_generator.parse import CannotParse
from polyvox_generator.shapes import Alias, Api, Array, Call, Either, Field, Named, Plain, Record


@pytest.fixture
def spec(clean_spec: str, tmp_path: Path) -> Path:
    """A specification without faults."""
    path = tmp_path / "demo.yaml"
    path.write_text(clean_spec, "utf-8")
    return path


@pytest.mark.parametrize(
    ("stage", "error"),
    [
        ("lower", CannotLower("No counterpart. Change it.", "/info/title")),
        ("lower", CannotLower("No counterpart. Change it.")),
        ("parse", CannotParse("Lost. Change it.")),
        ("emit", CannotEmit("No code. Change it.")),
    ],
)
def test_each_stage_names_the_file(
    spec: Path, monkeypatch: pytest.MonkeyPatch, stage: str, error: Exception
) -> None:
    """Whatever a stage refuses becomes an error with the file, chained to the cause."""

    def refuse(*_: object) -> None:
        """Stand in for the stage."""
        raise error

    monkeypatch.setattr(stages, stage, refuse)
    with pytest.raises(SpecError) as caught:
        build(spec, spec.with_suffix(""))

    assert (str(spec), error) == (caught.value.file, caught.value.__cause__)
    assert str(error) == caught.value.message


def test_faults_of_the_linter_stop(spec: Path) -> None:
    """A structural fault stops before anything is lowered, with its line and rule."""
    spec.write_text(spec.read_text("utf-8").replace("openapi: 3.2.0", "openapi: 2.0.0"), "utf-8")

    with pytest.raises(SpecError) as caught:
        build(spec, spec.with_suffix(""))

    assert caught.value.line is not None
    assert not spec.with_suffix("").exists()


def test_lost_operations_are_noticed(spec: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An operation that is missing from the written code is an error, not a gap."""
    monkeypatch.setattr(stages, "emit", lambda *_: {"operations/logs.py": ""})

    with pytest.raises(PolyvoxGeneratorError, match="Operations got lost on the way to code: "):
        build(spec, spec.with_suffix(""))


def test_bundles_stand_alone(spec: Path) -> None:
    """A reference to another file is refused; examples may look like one."""
    text = spec.read_text("utf-8")
    spec.write_text(text + "\nx-a: {$ref: other.yaml}\nx-b: {example: {$ref: x}}\n", "utf-8")

    with pytest.raises(SpecError, match=r"The reference 'other\.yaml' leads out of the document"):
        bundle(load(spec))


def test_broken_code_is_not_formatted(tmp_path: Path) -> None:
    """Text that is not Python is refused with what ruff says."""
    (tmp_path / "a.py").write_text("def (", "utf-8")

    with pytest.raises(
        CannotFormat, match=r"ruff format failed on emitted code: .*Failed to parse a\.py"
    ):
        format_tree(tmp_path)


def test_formatting_needs_ruff(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without ruff, the message says what to install."""
    monkeypatch.setattr("polyvox_generator.format._find_ruff", lambda: str(tmp_path / "ruff"))

    with pytest.raises(CannotFormat, match=r"Install the pinned ruff \(extra `generator`\)"):
        format_tree(tmp_path)


@pytest.mark.parametrize("text", ["", "[1]", "{"])
def test_damaged_locks_are_empty(tmp_path: Path, text: str) -> None:
    """A lock file that cannot be read locks nothing."""
    file = tmp_path / "lock.json"
    file.write_text(text, "utf-8")

    assert {} == read_lock(file)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("ChatChunk", "chat_chunk"), ("URLCitation", "url_citation"), ("Gpt4Model", "gpt4_model")],
)
def test_names_of_functions(name: str, expected: str) -> None:
    """Functions are called after their class, in snake_case."""
    assert expected == snake(name)


def api_with(used: list[list[str]], components: list[Record | Alias]) -> Api:
    """An API with a call in each of the tags t0, t1 ..., which uses the components *used*."""
    calls = [
        Call(
            id=f"{tag}_{name}", method="GET", path="/", tag=f"t{tag}", summary="", description="",
            arguments=(), body=None, answer="json", result=Named(name), result_description="",
            may_be_empty=False, secured=True, stream=None,
        )
        for tag, names in enumerate(used)
        for name in names
    ]  # fmt: skip
    tags = {f"t{tag}": "" for tag in range(len(used))}
    return Api("demo", tags, tuple(calls), {component.name: component for component in components})


def wide(name: str, *needs: str) -> Record:
    """A record of some 800 lines that refers to *needs*."""
    shapes = [Array(Named(need)) for need in needs] + [Plain("str")] * (130 - len(needs))
    fields = (Field(f"f{i}", f"f{i}", shape, False, None, "") for i, shape in enumerate(shapes))
    return Record(name, tuple(fields), "")


def test_long_modules_are_split() -> None:
    """What others need moves to `_parts` modules; circles stay together."""
    components = [wide("A", "B"), wide("B", "C", "D"), wide("C", "B"), wide("D")]
    places = homes(api_with([["A"]], list(components)))

    assert {"A": "t0", "B": "t0_parts_2", "C": "t0_parts_2", "D": "t0_parts"} == places


def test_long_shared_modules_go_by_first_tag() -> None:
    """When `shared` grows too long, its parts are called after the first tag that uses them."""
    components = [wide("A"), wide("B")]

    assert {"A": "shared", "B": "t1"} == homes(api_with([["A"], ["A", "B"]], list(components)))
    assert {"A": "shared_t0", "B": "shared_t1"} == homes(
        api_with([["A"], ["A", "B"], ["B"]], list(components))
    )


def test_members_alike_have_no_code() -> None:
    """A union of two records without a dispatch, which lowering never gives, is refused."""
    records = [Record(name, (), "") for name in ("A", "B")]
    union = Alias("U", Either((Named("A"), Named("B"))), "", None)

    with pytest.raises(CannotEmit, match=r"Nothing tells the members of 'A \| B' apart"):
        emit(api_with([["U"]], [*records, union]), "Demo")
