"""House rules, which hold for documents below `specs/`. Marks `# <- rule` in the specs expect."""

from __future__ import annotations

from pathlib import Path

import pytest
from lint_types import Faults

from polyvox_generator.validate import check_document


def test_house_rules_hold_below_specs_only(clean_spec: str, tmp_path: Path) -> None:
    """The same fault counts below a folder `specs` and nowhere else."""
    text = clean_spec.replace("operationId: read_logs", "operationId: readLogs")
    (tmp_path / "specs").mkdir()
    ours, theirs = tmp_path / "specs" / "a.yaml", tmp_path / "a.yaml"
    ours.write_text(text, encoding="utf-8")
    theirs.write_text(text, encoding="utf-8")

    found = [finding.rule for finding in check_document(ours)], check_document(theirs)

    assert (["operation-id"], []) == found


@pytest.mark.parametrize("name", ["readLogs", "Read", "read__logs", "import", "7"])
def test_operation_id_is_a_snake_case_name(faults: Faults, name: str) -> None:
    """An operationId becomes a method, so it is a snake_case Python name."""
    expected, actual = faults("operationId: read_logs", f"operationId: '{name}'  # <- operation-id")

    assert expected == actual


def test_operation_without_id(faults: Faults) -> None:
    """An operation without an id is reported at its method."""
    expected, actual = faults(
        "    get:\n      operationId: read_logs\n", "    get:  # <- operation-id\n"
    )

    assert expected == actual


@pytest.mark.parametrize("tags", ["[]", "[logs, chat]"])
def test_operation_has_one_tag(faults: Faults, tags: str) -> None:
    """No tag and two tags are both wrong."""
    expected, actual = faults(
        "      tags: [logs]\n      summary: Every",
        f"      tags: {tags}  # <- operation-tags\n      summary: Every",
    )

    assert expected == actual


@pytest.mark.parametrize("tag", ["Logs", "history"])
def test_tag_is_declared_and_snake_case(faults: Faults, tag: str) -> None:
    """A tag is snake_case and declared in the document's list."""
    expected, actual = faults(
        "      tags: [logs]\n      summary: Every",
        f"      tags: [{tag}]  # <- operation-tags\n      summary: Every",
    )

    assert expected == actual


def test_declared_tags(faults: Faults) -> None:
    """Declared tags are snake_case, described and different."""
    expected, actual = faults(
        "    description: Read what happened.\n",
        "    description: Read what happened.\n"
        "  - name: logs  # <- tag\n    description: Again.\n"
        "  - name: Big  # <- tag\n    description: Wrong case.\n"
        "  - name: bare  # <- tag\n",
    )

    assert expected == actual


def test_summary(faults: Faults) -> None:
    """Every operation has a summary."""
    expected, actual = faults(
        "    get:\n      operationId: read_logs\n      tags: [logs]\n"
        "      summary: Every log line.\n",
        "    get:  # <- operation-summary\n      operationId: read_logs\n      tags: [logs]\n",
    )

    assert expected == actual


def test_description_with_a_source(faults: Faults) -> None:
    """A description says where the behaviour was seen."""
    expected, actual = faults(
        "      description: 'Reads on. Source: made up for tests.'\n",
        "      description: Reads on.  # <- operation-description\n",
    )

    assert expected == actual


def test_operation_without_description(faults: Faults) -> None:
    """An operation without a description is reported at its method."""
    expected, actual = faults(
        "    delete:\n      operationId: delete_logs\n      tags: [logs]\n"
        "      summary: Nothing is left.\n"
        "      description: 'Empties the log. Source: made up for tests.'\n",
        "    delete:  # <- operation-description\n      operationId: delete_logs\n"
        "      tags: [logs]\n      summary: Nothing is left.\n",
    )

    assert expected == actual


def test_request_without_example(faults: Faults) -> None:
    """A request body has an example."""
    expected, actual = faults(
        "          application/json:\n"
        "            schema: {$ref: '#/components/schemas/ChatRequest'}\n"
        "            example:\n              messages:\n                - role: user\n"
        "                  text: Hi\n              temperature: 0.5\n",
        "          application/json:  # <- missing-example\n"
        "            schema: {$ref: '#/components/schemas/ChatRequest'}\n",
    )

    assert expected == actual


def test_response_without_example(faults: Faults) -> None:
    """A success response with a body has an example."""
    expected, actual = faults(
        "            application/json:\n              schema: {$ref: '#/components/schemas/Chat'}\n"
        "              examples:\n                whole: {$ref: '#/components/examples/Whole'}\n",
        "            application/json:  # <- missing-example\n"
        "              schema: {$ref: '#/components/schemas/Chat'}\n",
    )

    assert expected == actual


def test_operation_without_success(faults: Faults) -> None:
    """An operation says what success looks like."""
    expected, actual = faults(
        "    delete:\n      operationId: delete_logs\n      tags: [logs]\n"
        "      summary: Nothing is left.\n"
        "      description: 'Empties the log. Source: made up for tests.'\n"
        "      responses:\n        '204':\n          description: Gone.\n",
        "    delete:  # <- missing-response\n      operationId: delete_logs\n      tags: [logs]\n"
        "      summary: Nothing is left.\n"
        "      description: 'Empties the log. Source: made up for tests.'\n"
        "      responses:\n",
    )

    assert expected == actual


@pytest.mark.parametrize("name", ["log_line", "File", "2Lines"])
def test_schema_names(faults: Faults, name: str) -> None:
    """Schema names are PascalCase and not reserved, since they become class names."""
    expected, actual = faults(
        "  schemas:\n", f"  schemas:\n    {name}: {{type: string}}  # <- component-name\n"
    )

    assert expected == actual


def test_names_that_differ_in_case(faults: Faults) -> None:
    """Of two names that differ in case only, the second is reported."""
    expected, actual = faults(
        "    Entry:\n", "    LEVEL: {type: string}  # <- component-name\n    Entry:\n"
    )

    assert expected == actual


def test_response_names(faults: Faults) -> None:
    """Other components are PascalCase, too."""
    expected, actual = faults(
        "  responses:\n    Error:\n",
        "  responses:\n    no_luck: {description: None.}  # <- component-name\n    Error:\n",
    )

    assert expected == actual


def test_parameter_without_example(faults: Faults) -> None:
    """Every parameter has an example, referenced ones where they stand."""
    expected, actual = faults(
        "    Version:\n      name: api-version\n      in: query\n"
        "      description: Version of the wire.\n      schema: {type: string}\n"
        "      example: 2024-10-21\n",
        "    Version:  # <- parameter\n      name: api-version\n      in: query\n"
        "      description: Version of the wire.\n      schema: {type: string}\n",
    )

    assert expected == actual


def test_parameter_without_description(faults: Faults) -> None:
    """Every parameter says what it is for."""
    expected, actual = faults(
        "        - name: levels\n          in: query\n"
        "          description: Which levels to show.\n",
        "        - name: levels  # <- parameter\n          in: query\n",
    )

    assert expected == actual


@pytest.mark.parametrize("line", ["x-evidence: guessed", "x-evidnce: inferred", "x-segments: 1"])
def test_extensions(faults: Faults, line: str) -> None:
    """Extensions are the known ones, with the known values."""
    expected, actual = faults("      x-evidence: inferred\n", f"      {line}  # <- extension\n")

    assert expected == actual


def test_segments_are_for_paths(faults: Faults) -> None:
    """`x-segments` is about the slashes of a path parameter."""
    expected, actual = faults(
        "          explode: false\n",
        "          explode: false\n          x-segments: true  # <- extension\n",
    )

    assert expected == actual


def test_required_names_a_property(faults: Faults) -> None:
    """A required name that no property has is a slip of the pen."""
    expected, actual = faults(
        "      required: [error]\n      properties:\n",
        "      required:\n        - error\n        - eror  # <- required\n      properties:\n",
    )

    assert expected == [finding for finding in actual if finding[1] != "invalid-example"]
