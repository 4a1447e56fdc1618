"""Emitted packages: a small document goes through the whole generator and is imported."""

from __future__ import annotations

import asyncio
import importlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from polyvox_core.model import UNSET
from polyvox_core.operation import EndRule, Operation, Parameter, StreamRule, plain
from polyvox_generator.build import build

SPEC = r'''
openapi: 3.2.0
info: {title: Demo, version: '1'}
tags:
  - {name: chat, description: Talking.}
  - {name: files, description: Storing.}
paths:
  /chat/{model}:
    post:
      operationId: talk
      tags: [chat]
      summary: Talk to a model.
      description: >-
        Say "\o/" and """more""". Source: Demo 1.
      parameters:
        - {name: model, in: path, required: true, schema: {type: string}, x-segments: true,
           description: Which one.}
        - {name: X-Tags, in: query, explode: false, schema: {type: array, items: {type: string}}}
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/Talk'}}}
      responses:
        '200':
          description: What it says.
          content:
            application/json: {schema: {$ref: '#/components/schemas/Node'}}
            text/event-stream:
              x-stream-end: [{data: '[DONE]'}, {path: /type, in: [a, b]}, {path: /ok, equals: true}]
              x-stream-request: {stream: true}
              itemSchema:
                type: object
                properties:
                  data: {type: string, contentMediaType: application/json,
                         contentSchema: {$ref: '#/components/schemas/Node'}}
  /log:
    get:
      operationId: watch
      tags: [chat]
      security: []
      responses:
        '200':
          description: Lines.
          content:
            application/x-ndjson:
              x-stream-end: never
              x-stream-error: fault
              itemSchema: {type: array, items: {$ref: '#/components/schemas/Node'}}
  /files:
    post:
      operationId: upload
      tags: [files]
      requestBody:
        content: {multipart/form-data: {schema: {$ref: '#/components/schemas/Upload'}}}
      responses: {'200': {description: Stored.}}
    get:
      operationId: fetch
      tags: [files]
      responses:
        '200': {description: Bytes., content: {application/octet-stream: {}}}
    put:
      operationId: rename
      tags: [files]
      responses:
        '200': {description: Maybe., x-may-be-empty: true,
                content: {application/json: {schema: {$ref: '#/components/schemas/Part'}}}}
  /version:
    get:
      operationId: version
      tags: [files]
      requestBody: {content: {application/json: {schema: {type: string}}}}
      responses: {'200': {description: Text., content: {text/plain: {schema: {type: string}}}}}
components:
  schemas:
    Talk:
      type: object
      required: [parts, type]
      properties:
        note: {type: [string, 'null'], description: A note.}
        parts: {type: array, items: {$ref: '#/components/schemas/Part'}}
        type: {type: string, const: talk}
        extra: {type: integer}
        by_name: {type: object, additionalProperties: {$ref: '#/components/schemas/Node'}}
        mood: {$ref: '#/components/schemas/Mood'}
        text: {anyOf: [{type: string}, {type: array, items: {$ref: '#/components/schemas/Part'}}]}
    Part:
      description: A part.
      anyOf:
        - {$ref: '#/components/schemas/TextPart'}
        - {$ref: '#/components/schemas/Named'}
        - {type: array, items: {$ref: '#/components/schemas/TextPart'}}
    Named:
      anyOf: [{$ref: '#/components/schemas/Node'}, {$ref: '#/components/schemas/Mood'}]
    Mood: {type: string, enum: [good, bad]}
    TextPart:
      type: object
      required: [type, text]
      properties: {type: {const: text}, text: {type: string}}
    Node:
      type: object
      required: [name]
      properties:
        name: {type: string}
        children: {type: array, items: {$ref: '#/components/schemas/Node'}}
    Upload:
      type: object
      required: [file]
      properties: {file: {type: string, format: binary}, note: {type: string}}
    Unused: {type: object, properties: {a: {type: string}}}
'''


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folder with the emitted package `demo`, which can be imported."""
    folder = tmp_path_factory.mktemp("emitted")
    (folder / "demo.yaml").write_text(SPEC, "utf-8")
    build(folder / "demo.yaml", folder / "demo")
    sys.path.insert(0, str(folder))
    yield folder
    sys.path.remove(str(folder))
    for name in [name for name in sys.modules if name.partition(".")[0] == "demo"]:
        del sys.modules[name]


@pytest.fixture(scope="module")
def models(root: Path) -> ModuleType:
    """The package `demo.models`."""
    return importlib.import_module("demo.models")


@pytest.fixture(scope="module")
def chat(root: Path) -> ModuleType:
    """The module `demo.operations.chat`."""
    return importlib.import_module("demo.operations.chat")


@pytest.fixture(scope="module")
def files(root: Path) -> ModuleType:
    """The module `demo.operations.files`."""
    return importlib.import_module("demo.operations.files")


class Recorder:
    """Stands in for both clients: remembers what it is given, and answers with it."""

    def call(self, *given: Any) -> Any:
        """Give back what a call is made of."""
        return ("call", *given)

    def stream(self, *given: Any) -> Any:
        """Give back what a stream is made of."""
        return ("stream", *given)

    def download(self, *given: Any) -> Any:
        """Give back what a download is made of."""
        return ("download", *given)


class AsyncRecorder(Recorder):
    """Like `Recorder`, with a call to await."""

    async def call(self, *given: Any) -> Any:
        """Same as `Recorder.call`."""
        return ("call", *given)


def test_fields_stand_required_first(models: ModuleType) -> None:
    """Positional arguments are the required fields; constants have their value."""
    talk = models.Talk([models.TextPart("hi")])

    assert ("talk", UNSET, None) == (talk.type, talk.note, talk.extra_)
    assert {"parts": [{"type": "text", "text": "hi"}], "type": "talk"} == talk.to_dict()


def test_encoding_keeps_the_order_of_the_document(models: ModuleType) -> None:
    """Members follow the schema's order, unknown ones come last."""
    source = {"zz": 1, "type": "talk", "extra": 2, "parts": [], "note": None}

    assert ["note", "parts", "type", "extra", "zz"] == list(models.Talk.from_dict(source).to_dict())


def test_unions_are_told_apart(models: ModuleType) -> None:
    """Constants, then required keys; what is neither stays as it came."""
    parts = [
        {"type": "text", "text": "a"},
        {"name": "n"},
        {"odd": 1},
        [{"type": "text", "text": ""}],
        5,
    ]
    talk = models.Talk.from_dict({"type": "talk", "parts": parts})
    kinds = [type(part) for part in talk.parts]

    assert [models.TextPart, models.Node, dict, list, int] == kinds
    assert isinstance(talk.parts[3][0], models.TextPart)
    assert parts == talk.to_dict()["parts"]


@pytest.mark.parametrize(
    "changes",
    [
        {"by_name": {"a": {"name": "x", "children": [{"name": "y", "zz": None}]}}},
        {"by_name": [], "parts": None, "note": 3},
        {"text": "plain"},
        {"text": [{"type": "text", "text": "t"}, "odd"]},
        {"mood": "unheard-of", "type": "other"},
    ],
)
def test_roundtrip(models: ModuleType, changes: dict[str, Any]) -> None:
    """Recursive, mapped and unexpected values come out as they went in."""
    source = {"parts": [], "type": "talk", **changes}

    assert source == models.Talk.from_dict(source).to_dict()


def test_missing_members_are_not_invented(models: ModuleType) -> None:
    """A required member that is absent raises KeyError, which the core words."""
    with pytest.raises(KeyError, match="parts"):
        models.Talk.from_dict({"type": "talk"})


def test_tuples_are_lists_on_the_wire(models: ModuleType) -> None:
    """A sequence may be given as a tuple."""
    assert [{"name": "a"}] == models.Talk(parts=(models.Node("a"),)).to_dict()["parts"]


def test_constants_of_operations(chat: ModuleType) -> None:
    """An operation is data: ids, parameters, functions and the rules of its stream."""
    one: Operation[Any] = chat.TALK_STREAM
    rule = StreamRule(
        "sse",
        (
            EndRule(data="[DONE]"),
            EndRule(path="/type", values=("a", "b")),
            EndRule(path="/ok", values=(True,)),
        ),
        constants={"stream": True},
    )

    assert ("talk_stream", "POST", "/chat/{model}", "json") == (
        one.id,
        one.method,
        one.path,
        one.body,
    )
    assert rule == one.stream
    assert (
        Parameter("model", "path", segments=True),
        Parameter("X-Tags", "query", joined=True),
    ) == one.parameters


def test_streams_of_lists(chat: ModuleType) -> None:
    """An endless stream of JSON lines, without a credential, whose items are lists."""
    watch = chat.WATCH
    (node,) = watch.decode([{"name": "n"}])

    assert StreamRule("ndjson", endless=True, error_key="fault") == watch.stream
    assert ("Node", False) == (type(node).__name__, watch.secured)


def test_answers(files: ModuleType) -> None:
    """Answers may be empty, bytes, text, or JSON that is there at times."""
    operations = [files.UPLOAD, files.FETCH, files.VERSION, files.RENAME]
    kinds = [(operation.answer, operation.may_be_empty) for operation in operations]

    assert [("empty", False), ("bytes", False), ("text", False), ("json", True)] == kinds
    assert "multipart" == files.UPLOAD.body
    assert plain is files.VERSION.encode


def test_methods_pass_wire_names(chat: ModuleType) -> None:
    """Arguments are given to the client by the names that they have on the wire."""
    operations = chat.ChatOperations(Recorder())
    called = operations.talk("m", body="b", x_tags=["t"], options="o")
    streamed = operations.talk_stream("m", body="b")

    assert ("call", chat.TALK, {"model": "m", "X-Tags": ["t"]}, "b", "o") == called
    assert ("stream", chat.TALK_STREAM, {"model": "m", "X-Tags": UNSET}, "b", None) == streamed


def test_async_methods_mirror_them(chat: ModuleType, files: ModuleType) -> None:
    """Calls are awaited; streams and downloads open later and are not."""
    client = AsyncRecorder()
    called = asyncio.run(chat.AsyncChatOperations(client).talk("m", body="b"))
    downloaded = files.AsyncFilesOperations(client).fetch()

    assert ("call", chat.TALK) == called[:2]
    assert ("download", files.FETCH, {}, None, None) == downloaded


def test_docstrings_carry_the_specification(chat: ModuleType) -> None:
    """Summary, description, arguments and source are there; odd characters do no harm."""
    text = chat.ChatOperations.talk.__doc__

    assert 'Say "\\o/" and """more""".' in text
    assert ["Args:", "Returns:", "Raises:", "Source: Demo 1."] == [
        line.strip()
        for line in text.splitlines()
        if line.strip().partition(":")[0] in ("Args", "Returns", "Raises", "Source")
    ]
    assert "Same as `ChatOperations.talk`." == chat.AsyncChatOperations.talk.__doc__


def test_client_offers_every_tag(root: Path) -> None:
    """Both clients have one namespace for each tag."""
    demo = importlib.import_module("demo")
    client = demo.DemoApi(Recorder())
    twin = demo.AsyncDemoApi(AsyncRecorder())

    assert "ChatOperations" == type(client.chat).__name__
    assert "AsyncFilesOperations" == type(twin.files).__name__
    assert ["AsyncDemoApi", "DemoApi", "models"] == dir(demo)


def test_names_of_packages_are_lazy(root: Path) -> None:
    """Importing a package loads no model; unknown names are refused."""
    code = "import sys, demo, demo.models; print([m for m in sys.modules if m.count('.') > 1])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    demo = importlib.import_module("demo")

    assert "demo.models." not in done.stdout
    assert "Talk" in dir(demo.models)
    with pytest.raises(AttributeError, match="'demo' has no attribute 'nope'"):
        _ = demo.nope
    with pytest.raises(AttributeError, match=r"'demo\.models' has no attribute 'nope'"):
        _ = demo.models.nope


def test_models_live_with_their_tag(root: Path) -> None:
    """One tag: its module; several: shared; none: other."""
    homes = importlib.import_module("demo.models")._HOMES

    assert ("chat", "files", "shared", "other") == (
        homes["Talk"], homes["Upload"], homes["Node"], homes["Unused"],
    )  # fmt: skip


def test_no_generated_file_knows_httpx(root: Path) -> None:
    """Generated code stands on the core alone."""
    texts = [file.read_text("utf-8") for file in (root / "demo").rglob("*.py")]

    assert [] == [text[:80] for text in texts if "httpx" in text]
