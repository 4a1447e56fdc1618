"""
What the shipped specifications say: operations, their examples, and the literal requests here.
"""

from __future__ import annotations

import json
import pkgutil
import re
from functools import cache
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import polyvox_api
from polyvox_core.operation import Operation

__all__ = [
    "FRAMINGS",
    "Case",
    "backends",
    "cases",
    "generated_operations",
    "literal",
    "literals",
    "spec_operations",
    "with_streams",
]

FRAMINGS = ("text/event-stream", "application/x-ndjson")
_HERE = Path(__file__).parent


class Case(NamedTuple):
    """
    One generated operation and what the specification shows of it.

    Attributes:
        backend: Name of the backend.
        id: Name of the generated method.
        tag: Name of its namespace.
        arguments: Parameter examples by their names on the wire; those in the path first.
        body_media: Media type of the body, or None.
        body_component: Name of the body's schema.
        body: Example of the body.
        files: Names of the members of a multipart body that are files.
        status: Of a successful answer.
        answer_media: Media type of the answer, or None.
        answer: Example of the answer: JSON, a text, or the bytes as text; for streams the items.
        raw: The answer as it travels, for streams.
        may_be_empty: Whether the answer may have no body.
    """

    backend: str
    id: str
    tag: str
    arguments: dict[str, Any]
    body_media: str | None
    body_component: str
    body: Any
    files: frozenset[str]
    status: str
    answer_media: str | None
    answer: Any
    raw: str
    may_be_empty: bool

    @property
    def is_stream(self) -> bool:
        """Whether the method gives a stream."""
        return self.answer_media in FRAMINGS


@cache
def backends() -> tuple[str, ...]:
    """Backends with a generated package."""
    return tuple(module.name for module in pkgutil.iter_modules(polyvox_api.__path__))


@cache
def document(backend: str) -> dict[str, Any]:
    """The specification that the package of *backend* ships."""
    text = files("polyvox_api").joinpath(backend, "spec.json").read_text("utf-8")
    return dict(json.loads(text))


def _resolved(backend: str, value: dict[str, Any]) -> dict[str, Any]:
    reference = value.get("$ref")
    if reference is None:
        return value
    found: Any = document(backend)
    for name in reference.removeprefix("#/").split("/"):
        found = found[name.replace("~1", "/").replace("~0", "~")]
    return _resolved(backend, found)


@cache
def spec_operations(backend: str) -> frozenset[str]:
    """Ids of all operations in the specification."""
    return frozenset(operation["operationId"] for operation in _operations(backend))


def _operations(backend: str) -> list[dict[str, Any]]:
    return [
        {**operation, "parameters": [*item.get("parameters", ()), *operation.get("parameters", ())]}
        for item in document(backend)["paths"].values()
        for operation in item.values()
        if isinstance(operation, dict) and "operationId" in operation
    ]


@cache
def cases(backend: str) -> tuple[Case, ...]:
    """Every generated operation that the specification asks for, streaming twins included."""
    return tuple(case for operation in _operations(backend) for case in _cases(backend, operation))


def with_streams(backend: str) -> tuple[str, ...]:
    """Names of all methods that the specification asks for."""
    return tuple(case.id for case in cases(backend))


def _cases(backend: str, operation: dict[str, Any]) -> list[Case]:
    body_media, component, body = _body(backend, operation)
    status = min(code for code in operation["responses"] if code.startswith("2"))
    response = _resolved(backend, operation["responses"][status])
    answers = response.get("content") or {None: {}}
    return [
        Case(
            backend,
            operation["operationId"]
            + ("_stream" if media in FRAMINGS and len(answers) > 1 else ""),
            operation["tags"][0],
            _arguments(backend, operation),
            body_media,
            component,
            body,
            _files(backend, component),
            status,
            media,
            *_example(content),
            bool(response.get("x-may-be-empty")),
        )
        for media, content in answers.items()
    ]


def _arguments(backend: str, operation: dict[str, Any]) -> dict[str, Any]:
    parameters = [_resolved(backend, one) for one in operation["parameters"]]
    parameters.sort(key=lambda parameter: parameter["in"] != "path")
    return {parameter["name"]: parameter["example"] for parameter in parameters}


def _body(backend: str, operation: dict[str, Any]) -> tuple[str | None, str, Any]:
    content = _resolved(backend, operation.get("requestBody") or {}).get("content") or {}
    for media, described in content.items():
        component = described["schema"]["$ref"].rpartition("/")[2]
        return media, component, _example(described)[0]
    return None, "", None


def _files(backend: str, component: str) -> frozenset[str]:
    schema = document(backend)["components"]["schemas"].get(component, {})
    return frozenset(
        name
        for name, part in schema.get("properties", {}).items()
        if "binary" in json.dumps(_resolved(backend, part))
    )


def _example(content: dict[str, Any]) -> tuple[Any, str]:
    """The example's value, and its text as it travels."""
    if "example" in content:
        return content["example"], ""
    if not content:
        return None, ""
    first = next(iter(content["examples"].values()))
    raw = first.get("serializedValue", "")
    return first.get("dataValue", first.get("value", raw)), raw


@cache
def generated_operations(backend: str) -> dict[str, Operation[Any]]:
    """All operations of the generated package, by their ids."""
    package = import_module(f"polyvox_api.{backend}.operations")
    found: dict[str, Operation[Any]] = {}
    for module in pkgutil.iter_modules(package.__path__):
        loaded = import_module(f"{package.__name__}.{module.name}")
        for value in vars(loaded).values():
            if isinstance(value, Operation):
                found[value.id] = value
    return found


def literals(backend: str) -> set[str]:
    """Names of the literal requests."""
    return {path.stem for path in (_HERE / backend).glob("*.http")}


def literal(case: Case, *, host: str, version: str, key: str, boundary: str) -> bytes:
    """The request that *case* must send, byte for byte."""
    path = _HERE / case.backend / f"{case.id}.http"
    head, _, body = path.read_bytes().partition(b"\n\n")
    if case.body_media == "multipart/form-data":
        body = body.replace(b"\n", b"\r\n").replace(b"{boundary}", boundary.encode())
    else:
        body = body.removesuffix(b"\n")
    values = {
        "host": host,
        "version": version,
        "key": key,
        "boundary": boundary,
        "length": str(len(body)),
    }
    text = re.sub(r"\{(\w+)\}", lambda match: values[match[1]], head.decode())
    return text.replace("\n", "\r\n").encode() + b"\r\n\r\n" + body
