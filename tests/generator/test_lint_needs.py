"""What `generate` needs is an error of `validate` in any document, and stops `generate` typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from lint_types import Faults

from polyvox_generator.build import build
from polyvox_generator.errors import SpecError

HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"
GOOD = {
    "post": "",
    "operationId": "make",
    "tags": "[t]",
    "requestBody": "{content: {application/json: {schema: {type: string}}}}",
    "responses": "{'200': {description: Done.}}",
}
FAULTS = {
    "no id": ("operationId", None, "operation-id"),
    "keyword": ("operationId", "import", "operation-id"),
    "dashes": ("operationId", "make-it", "operation-id"),
    "no tag": ("tags", None, "operation-tags"),
    "empty tags": ("tags", "[]", "operation-tags"),
    "tag of two words": ("tags", "[the tag]", "operation-tags"),
    "no success": ("responses", "{default: {description: Bad.}}", "missing-response"),
    "text body": ("requestBody", "{content: {text/csv: {}}}", "unsendable-body"),
    "empty body": ("requestBody", "{content: {}}", "unsendable-body"),
}


def document(key: str = "", value: str | None = None, mark: str = "") -> str:
    """A document with one operation, in which *key* has *value*, or is not there."""
    operation = dict(GOOD)
    if key and value is not None:
        operation[key] = f"{value}{mark}"
    elif key:
        del operation[key]
        operation["post"] = mark
    if key == "responses":
        operation = {**operation, "responses": str(value), "post": mark}
    if key == "tags" and value == "[]":
        operation["tags"] = f"[]{mark}"
    post = operation.pop("post")
    lines = "".join(f"      {name}: {text}\n" for name, text in operation.items())
    return f"{HEAD}paths:\n  /x:\n    post: {post}\n{lines}"


@pytest.mark.parametrize("house", [False, True])
@pytest.mark.parametrize("name", FAULTS)
def test_needs_of_the_generator(text_faults: Faults, name: str, house: bool) -> None:
    """Each is found once, at its line, with and without the house rules."""
    key, value, rule = FAULTS[name]
    expected, actual = text_faults(document(key, value, f" # <- {rule}"), house=house)

    assert expected == [found for found in actual if found[1] == rule]


@pytest.mark.parametrize("name", FAULTS)
def test_generate_refuses_with_a_line(tmp_path: Path, name: str) -> None:
    """The generator raises its own error, which names file and line."""
    key, value, rule = FAULTS[name]
    spec = tmp_path / "a.yaml"
    spec.write_text(document(key, value), "utf-8")
    with pytest.raises(SpecError, match=rule) as caught:
        build(spec, tmp_path / "a")

    assert (str(spec), True) == (caught.value.file, caught.value.line is not None)


def test_what_is_needed_suffices(text_faults: Faults, tmp_path: Path) -> None:
    """With all of it, nothing is found and a package comes out."""
    expected, actual = text_faults(document())
    built = build(tmp_path / "spec.yaml", tmp_path / "spec")

    assert expected == actual == []
    assert "spec: 1 operation, 0 streams, 0 models" == str(built)


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
def test_document_without_paths(text_faults: Faults, version: str) -> None:
    """A document that describes nothing gets one finding."""
    expected, actual = text_faults(
        f"openapi: {version}  # <- openapi\ninfo: {{title: T, version: '1'}}\n"
    )

    assert expected == actual
