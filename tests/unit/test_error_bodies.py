"""Error bodies of every shape, and the class of errors inside streams."""

from __future__ import annotations

from typing import Any

import pytest

from polyvox_core.error_bodies import (
    ErrorFacts,
    facts_of_body,
    facts_of_value,
    streamed_error_class,
)


@pytest.mark.parametrize(
    ("body", "content_type", "facts"),
    [
        ("", "", ErrorFacts()),
        (" \n", "text/plain", ErrorFacts()),
        ("plain words\n", "text/plain", ErrorFacts("plain words")),
        ("x" * 501, "", ErrorFacts("x" * 500 + "...")),
        ("<html><h1>502</h1>", "", ErrorFacts("it sent an HTML page")),
        ("Bad", "text/html; charset=utf-8", ErrorFacts("it sent an HTML page")),
        ('{"error":"no"}', "", ErrorFacts("no")),
        ('{"error":{"message":"no"}}', "", ErrorFacts("no")),
        ('{"detail":"no","code":5}', "", ErrorFacts("no", code="5")),
        ('{"message":"no","type":"t","param":"p"}', "", ErrorFacts("no", type="t", param="p")),
        ('{"message":["a","b"],"error":"Bad Request"}', "", ErrorFacts("a; b")),
        ('{"errors":["a","b"]}', "", ErrorFacts("a; b")),
        ('{"detail":[{"msg":"x"}]}', "", ErrorFacts("[{'msg': 'x'}]")),
        ('{"msg":"no"}', "", ErrorFacts("no")),
        ('{"error":null,"message":"no"}', "", ErrorFacts("no")),
        ('{"error":""}', "", ErrorFacts()),
        ("{}", "", ErrorFacts()),
        ("null", "", ErrorFacts()),
        ("[1]", "", ErrorFacts("[1]")),
        ('"text"', "", ErrorFacts("text")),
    ],
)
def test_bodies(body: str, content_type: str, facts: ErrorFacts) -> None:
    """Whatever a server sends gives what it says, and nothing raises."""
    assert facts == facts_of_body(body, content_type)


def test_all_facts() -> None:
    """DIAL's whole error object."""
    error = {
        "message": {"nested": 1},
        "code": 429,
        "type": "t" * 600,
        "param": "p",
        "display_message": "d",
    }

    assert ErrorFacts(
        "{'nested': 1}", code="429", type="t" * 500 + "...", param="p", display_message="d"
    ) == facts_of_value({"error": error})


@pytest.mark.parametrize(
    ("facts", "name", "status"),
    [
        (ErrorFacts(code="429"), "RateLimited", 429),
        (ErrorFacts(code="404"), "NotFound", 404),
        (ErrorFacts(code="503"), "ServerError", 503),
        (ErrorFacts(code="200"), "ServerError", None),
        (ErrorFacts(code="\u0664\u0662\u0669"), "ServerError", None),
        (ErrorFacts(code="rate_limit_exceeded"), "RateLimited", None),
        (ErrorFacts(type="too_many_requests"), "RateLimited", None),
        (ErrorFacts(code="insufficient_quota"), "RateLimited", None),
        (ErrorFacts(type="authentication_error"), "AuthenticationError", None),
        (ErrorFacts(code="invalid_api_key"), "AuthenticationError", None),
        (ErrorFacts(type="permission_error"), "PermissionDenied", None),
        (ErrorFacts(type="not_found_error"), "NotFound", None),
        (ErrorFacts(type="invalid_request_error"), "BadRequest", None),
        (ErrorFacts(code="context_length_exceeded"), "BadRequest", None),
        (ErrorFacts(), "ServerError", None),
    ],
)
def test_errors_inside_streams(facts: ErrorFacts, name: str, status: Any) -> None:
    """The class comes from the code or the type."""
    found, number = streamed_error_class(facts)

    assert (name, status) == (found.__name__, number)
