"""
Plain HTTP clients of one emulated backend, whose JSON answers are checked against its document.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from typing import Any

import httpx

from polyvox.emulator import Emulator
from polyvox.emulator.document import Document
from polyvox.emulator.jsonvalues import object_of
from polyvox.emulator.routing import Router
from polyvox.emulator.schemas import Schemas

__all__ = ["document_of", "lines", "served"]


def document_of(backend: str) -> Document:
    """The document that the package of *backend* ships."""
    text = files("polyvox_api").joinpath(backend, "spec.json").read_text("utf-8")
    return Document(json.loads(text))


def lines(response: httpx.Response) -> list[dict[str, Any]]:
    """The objects of an answer that streams one per line."""
    assert "application/x-ndjson" == response.headers["content-type"]
    return [json.loads(line) for line in response.text.splitlines()]


@contextmanager
def served(backend: str, headers: dict[str, str], **options: Any) -> Iterator[httpx.Client]:
    """A client of an emulated *backend*; each JSON success must fit its document."""
    document = document_of(backend)
    schemas, router = Schemas(document), Router(document.operations)

    def check(response: httpx.Response) -> None:
        """Compare a JSON success with the schema of its operation."""
        kind = response.headers.get("content-type", "")
        path = response.request.url.raw_path.decode().partition("?")[0]
        match = router.find(response.request.method, path.removeprefix(f"/{backend}"))
        if response.status_code != 200 or kind != "application/json" or match is None:
            return
        media = object_of(match.operation.responses["200"]["content"]).get(kind)
        assert media is not None
        problem = schemas.problem(media["schema"], json.loads(response.read()))
        assert problem is None, f"{match.operation.id}: {problem}"

    with (
        Emulator(backends=[backend], **options) as running,
        httpx.Client(
            base_url=running.url_of(backend), headers=headers, event_hooks={"response": [check]}
        ) as client,
    ):
        yield client
