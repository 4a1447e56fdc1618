"""
Every operation of DIAL, asked with its own examples, is accepted and answered as it says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from polyvox.emulator import Emulator
from polyvox.emulator.document import Document, Operation, Parameter
from polyvox.emulator.jsonvalues import object_of


@pytest.fixture(scope="module")
def showcase(dial_document: dict[str, Any]) -> Iterator[Emulator]:
    """An emulator that answers from examples only."""
    documents = {"dial": dial_document}
    with Emulator(backends=(), documents=documents, examples_only=True) as running:
        yield running


@pytest.fixture
def visitor(
    showcase: Emulator, conforms: Callable[[httpx.Response], None]
) -> Iterator[httpx.Client]:
    """A client whose JSON answers are checked against the document."""
    with httpx.Client(
        base_url=showcase.dial_url,
        headers={"Api-Key": "dial-key"},
        event_hooks={"response": [conforms]},
    ) as client:
        yield client


def wire(parameter: Parameter) -> str:
    """The example of *parameter* as it travels."""
    value = parameter.example
    if isinstance(value, list):
        return ",".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def asked(client: httpx.Client, document: Document, operation: Operation) -> httpx.Response:
    """The answer to *operation* with every example."""
    path = operation.template
    places: dict[str, dict[str, str]] = {"query": {}, "header": {}, "path": {}}
    for parameter in operation.parameters:
        places[parameter.place][parameter.name] = wire(parameter)
        safe = "/" if parameter.segments else ""
        path = path.replace(f"{{{parameter.name}}}", quote(wire(parameter), safe=safe))
    fields: dict[str, Any] = {"params": places["query"], "headers": places["header"]}
    for kind, media in (operation.body.content if operation.body else {}).items():
        examples = list(object_of(media.get("examples")).values())
        value = media.get("example", examples[0].get("dataValue") if examples else None)
        if kind.startswith("multipart/"):
            parts = object_of(value)
            fields["files"] = {name: ("upload", text) for name, text in parts.items()}
        else:
            fields["json"] = value
    return client.request(operation.method, path, **fields)


def test_every_operation_answers_its_own_examples(
    visitor: httpx.Client, dial_document: dict[str, Any]
) -> None:
    """No operation refuses its own example, and every answer is the success it shows."""
    document = Document(dial_document)
    answers = {
        operation.id: asked(visitor, document, operation).status_code
        for operation in document.operations
    }

    assert {} == {name: status for name, status in answers.items() if status // 100 != 2}
    assert len(answers) > 80


def test_every_handler_has_its_operation(dial_document: dict[str, Any], tmp_path: Any) -> None:
    """The names of the handlers are operations of the document."""
    from polyvox.emulator.dial import DialBehaviours
    from polyvox.emulator.settings import Settings

    document = Document(dial_document)
    handlers = DialBehaviours(document, Settings(tmp_path)).handlers

    assert set() == set(handlers) - {operation.id for operation in document.operations}
