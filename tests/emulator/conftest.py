"""
Emulators and clients for the tests of this folder.

Every JSON answer of DIAL that a test sees is checked against the document on the way.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from fixture_types import Chat, Put

from polyvox.emulator import Emulator
from polyvox.emulator.document import Document
from polyvox.emulator.routing import Router
from polyvox.emulator.schemas import Schemas

SPEC = Path(__file__).parents[2] / "specs" / "dial.yaml"


@pytest.fixture(scope="session")
def dial_document() -> dict[str, Any]:
    """The DIAL document as the package ships it, or as it is written."""
    shipped = files("polyvox_api").joinpath("dial", "spec.json")
    if shipped.is_file():
        return dict(json.loads(shipped.read_text("utf-8")))
    return dict(json.loads(json.dumps(yaml.safe_load(SPEC.read_text("utf-8")), default=str)))


@pytest.fixture(scope="session")
def conforms(dial_document: dict[str, Any]) -> Callable[[httpx.Response], None]:
    """A check that a JSON success fits the document."""
    document = Document(dial_document)
    schemas, router = Schemas(document), Router(document.operations)

    def check(response: httpx.Response) -> None:
        """Compare a JSON success with the schema of its operation."""
        kind = response.headers.get("content-type", "")
        if response.status_code != 200 or not kind.startswith("application/json"):
            return
        path = response.request.url.raw_path.decode().partition("?")[0].removeprefix("/dial")
        match = router.find(response.request.method, path)
        assert match is not None
        media = match.operation.responses["200"]["content"].get(kind)
        if media is not None:
            problem = schemas.problem(media["schema"], json.loads(response.read()))
            assert problem is None, f"{match.operation.id}: {problem}"

    return check


@pytest.fixture(scope="session")
def emulator(dial_document: dict[str, Any]) -> Iterator[Emulator]:
    """A running emulator of DIAL with small limits."""
    with Emulator(
        documents={"dial": dial_document}, max_upload_bytes=300_000, max_json_bytes=50_000
    ) as running:
        yield running


@pytest.fixture
def dial(emulator: Emulator, conforms: Callable[[httpx.Response], None]) -> Iterator[httpx.Client]:
    """A client with the well-known key."""
    with httpx.Client(
        base_url=emulator.dial_url,
        headers={"Api-Key": "dial-key"},
        event_hooks={"response": [conforms]},
    ) as client:
        yield client


@pytest.fixture
def other(emulator: Emulator) -> Iterator[httpx.Client]:
    """A client of somebody else, with a token."""
    headers = {"Authorization": "Bearer somebody-else"}
    with httpx.Client(base_url=emulator.dial_url, headers=headers) as client:
        yield client


@pytest.fixture
def bucket(dial: httpx.Client) -> str:
    """The bucket of the client `dial`."""
    return str(dial.get("/v1/bucket").json()["bucket"])


@pytest.fixture
def folder(bucket: str, request: pytest.FixtureRequest) -> str:
    """A folder in the bucket that no other test uses, as a storage path."""
    name = "".join(letter if letter.isalnum() else "-" for letter in request.node.name)
    return f"{bucket}/{name}"


@pytest.fixture
def chat(dial: httpx.Client) -> Chat:
    """A function that asks a deployment something."""

    def ask(model: str, question: str = "Hello there, you", **fields: object) -> httpx.Response:
        """Ask *model* a *question*, with more *fields* in the request."""
        messages = fields.pop("messages", [{"role": "user", "content": question}])
        path = f"/openai/deployments/{model}/chat/completions"
        return dial.post(path, json={"messages": messages, **fields})

    return ask


@pytest.fixture
def put(dial: httpx.Client) -> Put:
    """A function that uploads a file to `<bucket>/<path>`."""

    def upload(
        path: str, content: bytes = b"hello", kind: str = "text/plain", **headers: str
    ) -> httpx.Response:
        """Upload *content* to *path*, with request *headers*."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        part = {"file": ("ignored.bin", content, kind)}
        return dial.put(f"/v1/files/{path}", files=part, headers=sent)

    return upload
