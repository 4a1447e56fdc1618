"""Rules for streams. Marks `# <- rule` in the specs expect."""

from __future__ import annotations

from pathlib import Path

import pytest
from lint_types import Faults

from polyvox_generator.validate import check_document

LINES = '                    {"code": 7}\n'
PIECES = "                    data: [DONE]\n\n"
HEAD = '"choices": [{"part": {"type": "text", "text": "Hi"}}]}'


def test_stream_without_items(faults: Faults) -> None:
    """A stream whose items nobody describes is reported at its media type."""
    expected, actual = faults(
        "            application/x-ndjson:\n"
        "              itemSchema: {$ref: '#/components/schemas/Entry'}\n",
        "            application/x-ndjson:  # <- stream-without-items\n",
    )

    assert expected == actual


def test_stream_without_items_before_openapi_3_2(tmp_path: Path) -> None:
    """A document too old for itemSchema is warned, since it has no way to say it."""
    spec = tmp_path / "spec.yaml"
    spec.write_text(
        "openapi: 3.1.0\ninfo: {title: t, version: '1'}\n"
        "paths:\n  /a:\n    get:\n      responses:\n"
        "        '200': {description: x, content: {text/event-stream: {schema: {}}}}\n",
        encoding="utf-8",
    )

    levels = {finding.rule: finding.level for finding in check_document(spec)}

    assert "warning" == levels["stream-without-items"]


def test_stream_without_end(faults: Faults) -> None:
    """A stream that does not say when it is complete is reported."""
    expected, actual = faults(
        "            application/x-ndjson:\n"
        "              itemSchema: {$ref: '#/components/schemas/Entry'}\n"
        "              x-stream-end: never\n",
        "            application/x-ndjson:  # <- stream-end\n"
        "              itemSchema: {$ref: '#/components/schemas/Entry'}\n",
    )

    assert expected == actual


def test_stream_without_end_outside_the_house(clean_spec: str, tmp_path: Path) -> None:
    """Outside `specs/`, where `x-stream-end` is nobody's duty, that is a warning."""
    spec = tmp_path / "spec.yaml"
    spec.write_text(clean_spec.replace("              x-stream-end: never\n", ""), encoding="utf-8")

    (finding,) = check_document(spec, house=False)

    assert ("stream-end", "warning") == (finding.rule, finding.level)


@pytest.mark.parametrize(
    "ends",
    [
        "sometimes",
        "[]",
        "[{data: 3}]",
        "[{count: 0}]",
        "[{count: true}]",
        "[{path: done}]",
        "[{event: end, data: x}]",
        "[{event: end, equals: x}]",
        "[{path: /done, in: []}]",
        "[{path: /done, in: [a], equals: a}]",
        "[done]",
    ],
)
def test_malformed_end_rule(faults: Faults, ends: str) -> None:
    """An end rule that means nothing is reported."""
    expected, actual = faults("x-stream-end: never", f"x-stream-end: {ends}  # <- stream-end")

    assert expected == actual


@pytest.mark.parametrize(
    "ends",
    [
        "[{count: 2}]",
        "[{path: /code}]",
        "[{path: /code, equals: 7}]",
        "[{path: /level, in: [info]}]",
        "[{path: '/*', equals: 7}]",
    ],
)
def test_end_rule_that_the_example_meets(faults: Faults, ends: str) -> None:
    """Each kind of rule is recognised in the example stream."""
    expected, actual = faults("x-stream-end: never", f"x-stream-end: {ends}")

    assert expected == actual == []


@pytest.mark.parametrize(
    "ends", ["[{count: 3}]", "[{path: /done}]", "[{path: /code, equals: 8}]", "[{event: end}]"]
)
def test_end_rule_that_no_example_meets(faults: Faults, ends: str) -> None:
    """An example stream that no rule calls complete is reported: one of the two is wrong."""
    expected, actual = faults(
        "x-stream-end: never\n              examples:\n                lines:\n"
        "                  serializedValue: |\n",
        f"x-stream-end: {ends}\n              examples:\n                lines:\n"
        "                  serializedValue: |  # <- stream-example\n",
    )

    assert expected == actual


def test_stream_without_example(faults: Faults) -> None:
    """A stream has at least one literal example."""
    expected, actual = faults(
        "            application/x-ndjson:\n"
        "              itemSchema: {$ref: '#/components/schemas/Entry'}\n"
        "              x-stream-end: never\n"
        "              examples:\n                lines:\n                  serializedValue: |\n",
        "            application/x-ndjson:  # <- stream-example\n"
        "              itemSchema: {$ref: '#/components/schemas/Entry'}\n"
        "              x-stream-end: never\n"
        "              examples:\n                lines:\n                  description: |\n",
    )

    assert expected == actual


def test_line_that_does_not_validate(clean_spec: str, tmp_path: Path) -> None:
    """An invalid item of a JSON stream is reported in its own line of the literal block."""
    found = one_finding(tmp_path, clean_spec, LINES, LINES.replace("7", '"seven"'))

    assert (line_of(clean_spec, LINES), "invalid-example") == found


def test_line_that_is_not_json(clean_spec: str, tmp_path: Path) -> None:
    """A line that is not JSON is reported in its own line."""
    found = one_finding(tmp_path, clean_spec, LINES, LINES.replace("7", ""))

    assert (line_of(clean_spec, LINES), "invalid-example") == found


def test_event_that_does_not_validate(clean_spec: str, tmp_path: Path) -> None:
    """The payload of each event is checked against the content schema, in the event's line."""
    found = one_finding(tmp_path, clean_spec, HEAD, '"choices": 3}')

    assert (line_of(clean_spec, HEAD), "invalid-example") == found


def test_last_event_that_is_not_closed(clean_spec: str, tmp_path: Path) -> None:
    """A stream whose last event lacks its blank line is reported, as a client would lose it."""
    found = one_finding(tmp_path, clean_spec, "serializedValue: |+", "serializedValue: |")

    assert (line_of(clean_spec, PIECES), "invalid-example") == found


def test_data_value_of_a_stream(faults: Faults) -> None:
    """The data value holds the payloads in order; the first difference is reported."""
    expected, actual = faults(
        "                        - finish_reason: stop\n",
        "                        - finish_reason: length  # <- invalid-example\n",
    )

    assert expected == actual


def test_data_value_with_too_few_payloads(faults: Faults) -> None:
    """A payload that the data value leaves out is reported at the data value."""
    expected, actual = faults(
        "                  dataValue:\n                    - id: '1'\n"
        "                      choices: [{part: {type: text, text: Hi}}]\n",
        "                  dataValue:  # <- invalid-example\n",
    )

    assert expected == actual


def line_of(text: str, part: str) -> int:
    """Line of *part*, which stands once in *text*."""
    return text[: text.index(part)].count("\n") + 1


def one_finding(folder: Path, text: str, old: str, new: str) -> tuple[int, str]:
    """Line and rule of the only finding once *old* is *new* in *text*."""
    path = folder / "spec.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    findings = [found for found in check_document(path) if "dataValue" not in found.message]
    (finding,) = findings
    return finding.line, finding.rule
