"""
Every operation of every backend, called by both shells with the specification's examples.

The request is compared byte for byte with a literal that was written by hand, and the answer with
the specification's own example.
"""

from __future__ import annotations

import inspect
import json
import re
from importlib import import_module
from importlib.metadata import version
from typing import Any

import pytest
from examples import (
    Case,
    backends,
    cases,
    generated_operations,
    literal,
    literals,
    spec_operations,
    with_streams,
)
from recorder import Recorder, answer
from shells import KEY, Shell

from polyvox_core.model import Model

ALL = [case for backend in backends() for case in cases(backend)]
NAMES = [f"{case.backend}-{case.id}" for case in ALL]
EMPTY = [case for case in ALL if case.may_be_empty]


def snake(name: str) -> str:
    """The Python name of a parameter."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
    return re.sub(r"\W+", "_", spaced).strip("_").lower()


def decoded_body(case: Case) -> Any:
    """The example of the body, made a value by the generated decoder."""
    source = case.body
    if case.body_media == "application/octet-stream":
        return source.encode()
    if case.body_media == "multipart/form-data":
        source = {
            name: value.encode() if name in case.files else value for name, value in source.items()
        }
    models = import_module(f"polyvox_api.{case.backend}.models")
    model = getattr(models, case.body_component)
    if isinstance(model, type):
        return model.from_dict(source)
    # An alias of a union or a map: its decoder stands beside it, if there is anything to decode.
    home = import_module(f"{models.__name__}.{models._HOMES[case.body_component]}")
    decode = getattr(home, f"decode_{snake(case.body_component)}", None)
    return source if decode is None else decode(source)


def planned(case: Case) -> bytes:
    """The answer's bytes: the specification's example on the wire."""
    status = f"{case.status} Fine"
    if case.answer_media is None:
        return answer(status=status)
    if case.is_stream:
        head = f"HTTP/1.1 {status}\r\nContent-Type: {case.answer_media}\r\n\r\n"
        return (head + case.raw).encode()
    text = case.answer
    if case.answer_media == "application/json":
        text = json.dumps(case.answer, ensure_ascii=False, separators=(",", ":"))
    return answer(text.encode(), case.answer_media, status=status)


def asked(case: Case, shell: Shell, recorder: Recorder) -> Any:
    """What the generated method gives for the examples, in terms of JSON."""
    api = shell.api(case.backend, recorder.url)
    method = getattr(getattr(api, case.tag), case.id)
    names = [snake(name) for name in case.arguments]
    arguments = dict(zip(names, case.arguments.values(), strict=True))
    if case.body_media is not None:
        arguments["body"] = decoded_body(case)
    taken = set(inspect.signature(method).parameters) - {"options"}
    assert taken == set(arguments)
    result = shell.call(method, **arguments)
    if case.is_stream:
        return as_json(shell.items(result, len(case.answer)))
    if generated_operations(case.backend)[case.id].answer == "bytes":
        return shell.call(result.read).decode()
    return as_json(result)


def as_json(value: Any) -> Any:
    """The JSON that *value* stands for."""
    if isinstance(value, Model):
        return value.to_dict()
    if isinstance(value, list):
        return [as_json(one) for one in value]
    if isinstance(value, dict):
        return {name: as_json(one) for name, one in value.items()}
    return value


def canonical(value: Any) -> str:
    """One text for equal JSON values; unlike `==`, it tells 1 from true and 1.0."""
    return json.dumps(value, sort_keys=True)


def expected_request(case: Case, recorder: Recorder) -> bytes:
    """The literal request, with the boundary that was used."""
    content_type = recorder.header("Content-Type") or ""
    _, _, boundary = content_type.partition("boundary=")
    return literal(case, host=recorder.host, version=version("polyvox"), key=KEY, boundary=boundary)


@pytest.mark.parametrize("case", ALL, ids=NAMES)
def test_operation(
    case: Case, shell: Shell, recorder: Recorder, record_property: pytest.RecordProperty
) -> None:
    """The request is the literal one, and the answer is the example."""
    recorder.reply(planned(case))

    result = asked(case, shell, recorder)
    record_property("exercised", f"{case.backend}/{case.id}/{shell.name}")

    assert [expected_request(case, recorder)] == recorder.requests
    assert canonical(case.answer) == canonical(result)


@pytest.mark.parametrize("case", EMPTY, ids=[case.id for case in EMPTY])
def test_answers_that_may_be_empty(case: Case, shell: Shell, recorder: Recorder) -> None:
    """An empty answer is None where the specification allows one."""
    recorder.reply(answer())

    assert asked(case, shell, recorder) is None


@pytest.mark.parametrize("backend", backends())
def test_every_operation_is_generated_and_has_a_literal(backend: str) -> None:
    """Specification, generated package and literal requests have the same operations."""
    wanted = set(with_streams(backend))

    assert wanted == set(generated_operations(backend))
    assert wanted == literals(backend)
    assert spec_operations(backend) <= wanted
    assert len(wanted) == len(with_streams(backend))


def test_one_changed_byte_is_noticed(shell: Shell, recorder: Recorder) -> None:
    """The comparison fails for any literal that differs from the request in one byte."""
    case = next(case for case in ALL if (case.backend, case.tag) == ("dial", "chat"))
    recorder.reply(planned(case))
    asked(case, shell, recorder)
    expected = expected_request(case, recorder)

    changed = [
        expected[:position] + bytes([expected[position] ^ 1]) + expected[position + 1 :]
        for position in range(len(expected))
    ]

    assert [expected] == recorder.requests
    assert not any([one] == recorder.requests for one in changed)
