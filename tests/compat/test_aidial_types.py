"""Types of the drop-in surface: attributes, spellings, reprs, dumps, and tolerance."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pytest

from polyvox.compat.aidial_client.types.application import Application
from polyvox.compat.aidial_client.types.chat import (
    Attachment,
    ChatCompletionChunk,
    ChatCompletionMessageDelta,
    ChatCompletionResponse,
    Choice,
    ChunkEmptyDelta,
    CompletionUsage,
    CustomContent,
)
from polyvox.compat.aidial_client.types.deployment import Deployment, Features, ScaleSettings
from polyvox.compat.aidial_client.types.metadata import FileItem, FileMetadata
from polyvox.compat.aidial_client.types.prompt import Prompt
from polyvox.compat.aidial_client.types.user import UserInfo

WIRE = {
    "id": "1",
    "choices": [
        {
            "index": 0,
            "message": {
                "role": "assistant",
                "content": None,
                "custom_content": {"attachments": [{"data": "d", "own": 1}], "state": {"a": 1}},
                "tool_calls": [{"id": "t", "function": {"name": "f", "arguments": "{}"}}],
            },
            "finish_reason": "stop",
        }
    ],
    "created": 7,
    "usage": {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3},
    "own_member": {"x": 1},
}


def test_nested_objects() -> None:
    """Nested objects have types of their own; unknown members are attributes."""
    found: Any = ChatCompletionResponse.of(WIRE)
    message = found.choices[0].message

    assert (Choice, CompletionUsage) == (type(found.choices[0]), type(found.usage))
    assert ("d", 1) == (
        message.custom_content.attachments[0].data,
        message.custom_content.attachments[0].own,
    )
    assert ("f", "{}") == (
        message.tool_calls[0].function.name,
        message.tool_calls[0].function.arguments,
    )
    assert {"x": 1} == found.own_member == found.model_extra["own_member"]
    assert {"id", "choices", "created", "usage", "own_member"} == found.model_fields_set


def test_absent_members() -> None:
    """Absent members have defaults; there is always a message and a list of choices."""
    empty = ChatCompletionResponse()

    assert ([], None, "chat.completion") == (empty.choices, empty.usage, empty.object)
    assert "assistant" == Choice().message.role
    assert [] == ChatCompletionChunk(choices=None).choices
    assert Choice().message is not Choice().message


@pytest.mark.parametrize("name", ["nope", "_private", "__wrapped__"])
def test_unknown_attributes(name: str) -> None:
    """What was neither sent nor is known is an AttributeError that names the type."""
    for value in (Attachment(), Features(rate=True)):
        with pytest.raises(AttributeError, match=type(value).__name__):
            getattr(value, name)


def test_two_spellings() -> None:
    """Members are found under Python's and the wire's spelling, and may be given in both."""
    wire = FileMetadata(parentPath="p", nodeType="ITEM", updatedAt=3, createdAt=4, nextToken="t")
    snake = FileMetadata(
        parent_path="p", node_type="ITEM", updated_at=3, created_at=4, next_token="t"
    )
    extra: Any = FileMetadata(sharedWith=["x"])

    assert wire == snake
    assert (3, 4) == (wire.updatedAt, wire.createdAt) == (wire.updated_at, wire.created_at)
    assert "t" == getattr(wire, "nextToken") == wire.next_token  # noqa: B009 - types know one spelling
    assert ["x"] == extra.shared_with == extra.sharedWith
    assert None is getattr(FileMetadata(), "nextToken")  # noqa: B009 - same
    assert ({"a": 1}, {"a": 1}) == (
        UserInfo(userClaims={"a": 1}).user_claims,
        UserInfo(userClaims={"a": 1}).userClaims,
    )


def test_two_names_of_one_type() -> None:
    """Both names of a chunk's delta are one type."""
    assert ChatCompletionMessageDelta is ChunkEmptyDelta
    assert isinstance(ChunkEmptyDelta(content="x"), ChatCompletionMessageDelta)


def test_reprs() -> None:
    """A repr shows the usual members always, and others when they were sent."""
    usage = CompletionUsage(prompt_tokens=1, completion_tokens=2, total_tokens=3)

    assert "CompletionUsage(prompt_tokens=1, completion_tokens=2, total_tokens=3)" == repr(usage)
    assert "Attachment(title='t', own=None)" == repr(Attachment(title="t", own=None))
    assert "Attachment(title='t', own=None)" == str(Attachment(title="t", own=None))
    assert "CustomContent(state={'a': 1})" == repr(CustomContent(state={"a": 1}))


def test_features() -> None:
    """Features are a dict with attributes; a deployment shows them as a dict."""
    sent = {"rate": False, "system_prompt": True, "own": 1}
    deployment = Deployment(id="a", features=sent)
    application = Application(id="a", features=sent)

    for features in (deployment.features, application.features):
        assert features is not None
        assert sent == features
        assert (False, True) == (features.rate, features["system_prompt"])
        assert (None, []) == (features.seed, features.reasoning_efforts)
        assert sent == json.loads(json.dumps(features))
    assert f"features={sent!r}" in repr(deployment)
    assert "features=Features(rate=False, system_prompt=True, own=1)" in repr(application)
    assert "text" == Deployment(features="text").features


def test_equality() -> None:
    """Values are equal when type and members are, and have no hash."""
    assert ScaleSettings() == ScaleSettings(scale_type="standard")
    assert Attachment(data="a") != Attachment(data="b")
    assert Attachment() != "text"
    with pytest.raises(TypeError):
        hash(Attachment())


@pytest.mark.parametrize(
    "copied", [copy.copy, copy.deepcopy, lambda v: pickle.loads(pickle.dumps(v))]
)
def test_copies(copied: Any) -> None:
    """Values survive copying and pickling."""
    for value in (ChatCompletionResponse.of(WIRE), Deployment(features={"rate": True})):
        assert value == copied(value)
        assert repr(value) == repr(copied(value))


def test_dumps() -> None:
    """Dumps are plain, under either spelling, with or without what is absent."""
    prompt = Prompt(id="i", folderId="f", own={"a": [1]})
    full = {"id": "i", "name": "", "folder_id": "f", "content": None, "own": {"a": [1]}}

    assert full == prompt.model_dump() == prompt.dict() == prompt.to_dict()
    assert "f" == prompt.model_dump(by_alias=True)["folderId"]
    assert {"id": "i", "folder_id": "f", "own": {"a": [1]}} == prompt.model_dump(exclude_unset=True)
    assert "content" not in prompt.model_dump(exclude_none=True)
    assert {"id": "i"} == prompt.model_dump(include={"id"})
    assert {"name", "content", "own"} == set(prompt.model_dump(exclude={"id", "folder_id"}))
    assert full == json.loads(prompt.model_dump_json()) == json.loads(prompt.json(indent=2))
    nested = ChatCompletionResponse.of(WIRE).model_dump(exclude_unset=True)
    assert WIRE["choices"] == [
        {**choice, "message": {**choice["message"]}} for choice in nested["choices"]
    ]


def test_validation() -> None:
    """Objects come from mappings, from objects, and from nothing else."""
    item = FileItem.model_validate({"name": "a", "contentLength": 4})

    assert item is FileItem.model_validate(item)
    assert 4 == FileItem.parse_obj({"contentLength": 4}).content_length
    assert "b" == item.model_copy(update={"name": "b"}).name == item.copy(update={"name": "b"}).name
    assert item == item.model_copy(deep=True)
    with pytest.raises(TypeError, match="FileItem needs a JSON object, not list"):
        FileItem.of([])


def test_names_that_would_clash() -> None:
    """Members of any name are kept, also those that mean something to Python."""
    odd: Any = Attachment(**{"self": 1, "cls": 2, "class": 3, "_nested": 4})

    assert (1, 2) == (odd.self, odd.cls)
    assert 3 == getattr(odd, "class")
    assert Attachment(_nested=4) == Attachment.of({"_nested": 4})
