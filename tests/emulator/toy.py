"""
A small document with one of everything that the generic server knows.
"""

from __future__ import annotations

from typing import Any

__all__ = ["TOY"]

TEXT = {"type": "string"}


def parameter(name: str, place: str = "path", **more: Any) -> dict[str, Any]:
    """A parameter object."""
    required = {"required": True} if place == "path" else {}
    return {"name": name, "in": place, "schema": TEXT, **required, **more}


def answers(kind: str, **media: Any) -> dict[str, Any]:
    """A responses object with one success of the media type *kind*."""
    return {"200": {"description": "Fine.", "content": {kind: media}}}


def operation(name: str, responses: dict[str, Any], **more: Any) -> dict[str, Any]:
    """An operation object."""
    return {"operationId": name, "responses": responses, **more}


def shown(name: str) -> dict[str, Any]:
    """Responses that show *name*, to tell routes apart."""
    return answers("application/json", example={"route": name})


FILE = parameter("path") | {"x-segments": True}
ROOT = FILE | {"x-may-be-empty": True}

TOY: dict[str, Any] = {
    "openapi": "3.2.0",
    "info": {"title": "Toy", "version": "1"},
    "security": [{"key": []}],
    "paths": {
        "/items": {
            "get": operation(
                "list_items",
                shown("list"),
                parameters=[
                    parameter("limit", "query", schema={"type": "integer", "maximum": 10}),
                    parameter(
                        "kinds",
                        "query",
                        explode=False,
                        schema={"type": "array", "items": {"enum": ["a", "b"]}},
                    ),
                    parameter("deep", "query", schema={"type": "boolean"}),
                    parameter("X-Need", "header", required=True),
                ],
            ),
        },
        "/items/{id}": {"get": operation("get_item", shown("one"), parameters=[parameter("id")])},
        "/items/latest": {"get": operation("latest", shown("latest"))},
        "/items/{id}/": {"get": operation("folder", shown("folder"), parameters=[parameter("id")])},
        "/tree/{path}": {"get": operation("in_tree", shown("tree"), parameters=[FILE])},
        "/tree/{path}/raw": {"get": operation("raw", shown("raw"), parameters=[FILE])},
        "/root/{path}": {"get": operation("root", shown("root"), parameters=[ROOT])},
        "/chat": {
            "post": operation(
                "chat",
                {
                    "200": {
                        "description": "Fine.",
                        "headers": {"X-Tag": {"schema": TEXT, "example": "t-1"}},
                        "content": {
                            "application/json": {"example": {"text": "Hi, 你"}},
                            "text/event-stream": {
                                "x-stream-request": {"stream": True},
                                "examples": {
                                    "s": {"serializedValue": 'data: {"a":1}\n\n: 你\n\ndata: !\n\n'}
                                },
                            },
                        },
                    }
                },
                requestBody={
                    "required": True,
                    "content": {
                        "application/json": {"schema": {"$ref": "#/components/schemas/Ask"}}
                    },
                },
            )
        },
        "/lines": {
            "post": operation(
                "lines",
                answers(
                    "application/x-ndjson", examples={"s": {"dataValue": [{"a": 1}, {"a": 2}]}}
                ),
            )
        },
        "/text": {"get": operation("text", answers("text/plain", example="plain"), security=[])},
        "/blob": {
            "get": operation(
                "blob",
                answers(
                    "application/octet-stream", examples={"b": {"serializedValue": "raw bytes"}}
                ),
            )
        },
        "/made": {
            "get": operation(
                "made", answers("application/json", schema={"$ref": "#/components/schemas/Ask"})
            )
        },
        "/gone": {"delete": operation("gone", {"204": {"description": "Gone."}})},
        "/upload": {
            "put": operation(
                "upload",
                shown("upload"),
                requestBody={
                    "required": True,
                    "content": {
                        "multipart/form-data": {
                            "schema": {"type": "object", "required": ["file"], "properties": {}}
                        }
                    },
                },
            )
        },
    },
    "components": {
        "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
        "responses": {
            "Error": {
                "description": "Failure.",
                "content": {
                    "application/json": {"example": {"fault": {"detail": "?", "kind": "toy"}}}
                },
            }
        },
        "schemas": {
            "Ask": {
                "type": "object",
                "required": ["text"],
                "properties": {
                    "text": TEXT,
                    "stream": {"type": "boolean"},
                    "parts": {
                        "type": "array",
                        "items": {
                            "anyOf": [
                                {
                                    "type": "object",
                                    "required": ["type", "url"],
                                    "properties": {"type": {"const": "link"}, "url": TEXT},
                                },
                                {
                                    "type": "object",
                                    "required": ["type", "words"],
                                    "properties": {"type": {"const": "words"}, "words": TEXT},
                                },
                            ]
                        },
                    },
                },
            }
        },
    },
}
