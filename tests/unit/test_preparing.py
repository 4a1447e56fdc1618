"""From an operation and its arguments to a request: path, query, headers, body."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from world import GET, POST, STREAM, World

from polyvox_core.errors import ConfigError, UrlError
from polyvox_core.model import UNSET
from polyvox_core.operation import Operation, Parameter
from polyvox_core.preparing import Prepared, prepare
from polyvox_core.progress import Progress
from polyvox_core.settings import CallOptions

FORM: Operation[Any] = Operation(
    id="send_form", method="POST", path="/form", body="multipart", answer="empty"
)


def prepared(
    operation: Operation[Any],
    arguments: dict[str, Any],
    body: Any = None,
    options: CallOptions | None = None,
    **changes: Any,
) -> Prepared:
    """The prepared request."""
    settings = World().settings(**changes)
    return prepare(settings, operation, arguments, body, options or CallOptions())


def with_parameters(*parameters: Parameter, path: str = "/p") -> Operation[Any]:
    """A GET with *parameters*."""
    return evolve(GET, path=path, parameters=parameters)


@pytest.mark.parametrize(
    ("parameter", "value", "path"),
    [
        (Parameter("x", "path"), "a b", "a%20b"),
        (Parameter("x", "path"), 7, "7"),
        (Parameter("x", "path"), "\u00e9?#&=+", "%C3%A9%3F%23%26%3D%2B"),
        (Parameter("x", "path", segments=True), "a/b c/", "a/b%20c/"),
        (Parameter("x", "path", segments=True, may_be_empty=True), "", ""),
        (Parameter("x", "path", segments=True, may_be_empty=True), UNSET, ""),
    ],
)
def test_path_values_are_encoded(parameter: Parameter, value: Any, path: str) -> None:
    """Each value fills its place, percent-encoded, and nothing else."""
    arguments = {} if value is UNSET else {"x": value}
    found = prepared(with_parameters(parameter, path="/v1/{x}"), arguments)

    assert f"/base/v1/{path}" == found.target


@pytest.mark.parametrize("value", [UNSET, None, ["a"], 1.5])
def test_path_values_are_texts(value: Any) -> None:
    """A path parameter that is no text is refused."""
    with pytest.raises(ConfigError, match="The path parameter name is"):
        prepared(GET, {"name": value})


@pytest.mark.parametrize("value", ["", "..", "a/b", "%2e%2e", "a\nb"])
def test_unsafe_path_values_are_refused(value: str) -> None:
    """A value that would change the path's shape is refused."""
    with pytest.raises(UrlError):
        prepared(GET, {"name": value})


def test_query_keeps_the_order_of_the_specification() -> None:
    """Values travel in order, encoded; absent ones and None do not travel."""
    operation = with_parameters(
        Parameter("b c", "query"),
        Parameter("yes", "query"),
        Parameter("no", "query"),
        Parameter("list", "query"),
        Parameter("joined", "query", joined=True),
        Parameter("void", "query", joined=True),
        Parameter("none", "query"),
        Parameter("unset", "query"),
        Parameter("absent", "query"),
    )
    found = prepared(
        operation,
        {
            "unset": UNSET,
            "none": None,
            "void": [],
            "joined": ["x,y", "z"],
            "list": (1, "a&b"),
            "no": False,
            "yes": True,
            "b c": "\u00fc/",
        },
        options=CallOptions(query={"extra": "1 2"}),
    )

    assert (
        "/base/p?b%20c=%C3%BC%2F&yes=true&no=false&list=1&list=a%26b&joined=x%2Cy,z&extra=1%202"
    ) == found.target


def test_headers_come_in_order() -> None:
    """Fixed headers first, parameters after the credential, framing last."""
    operation = evolve(
        POST, parameters=(Parameter("X-One", "header"), Parameter("X-Two", "header"))
    )
    found = prepared(operation, {"X-Two": 2, "X-One": True}, {"a": 1}, headers={"X-Mine": "m"})

    assert [
        ("Host", "toy.test"),
        ("Accept", "application/json"),
        ("Accept-Encoding", "gzip, deflate"),
        ("User-Agent", "polyvox"),
    ] == found.leading
    assert [
        ("X-One", "true"),
        ("X-Two", "2"),
        ("X-Mine", "m"),
        ("Content-Type", "application/json"),
        ("Content-Length", "7"),
    ] == found.trailing


def test_given_headers_replace_ours() -> None:
    """A header that the caller sets is sent once, with the caller's value."""
    given = {"accept": "text/x", "USER-AGENT": "mine", "content-type": "text/y", "x-one": "own"}
    operation = evolve(POST, parameters=(Parameter("X-One", "header"),))
    found = prepared(operation, {"X-One": "spec"}, {}, headers=given)

    names = [name.lower() for name, _ in [*found.leading, *found.trailing]]
    assert sorted(set(names)) == sorted(names)
    assert set(given.items()) <= set(found.trailing)


@pytest.mark.parametrize(
    ("operation", "accept"),
    [
        (GET, "application/json"),
        (evolve(GET, answer="text"), "text/plain"),
        (evolve(GET, answer="bytes"), "*/*"),
        (evolve(GET, answer="empty"), "*/*"),
        (STREAM, "text/event-stream"),
        (evolve(STREAM, stream=evolve(STREAM.stream, framing="ndjson")), "application/x-ndjson"),
    ],
)
def test_accept(operation: Operation[Any], accept: str) -> None:
    """The request says what it can read."""
    found = prepared(operation, {"name": "a"}, {})

    assert ("Accept", accept) in found.leading


def test_streams_ask_for_a_stream() -> None:
    """Constants of a stream are merged into the body, in place or at the end."""
    assert b'{"a":1,"stream":true}' == prepared(STREAM, {}, {"a": 1}).body
    assert b'{"stream":true,"a":1}' == prepared(STREAM, {}, {"stream": False, "a": 1}).body


def test_requests_without_a_body() -> None:
    """Methods that may have a body say that theirs is empty."""
    assert [] == prepared(GET, {"name": "a"}).trailing
    put = evolve(GET, method="PUT")
    assert [("Content-Length", "0")] == prepared(put, {"name": "a"}).trailing
    assert [("Content-Length", "0")] == prepared(POST, {}, UNSET).trailing
    assert prepared(POST, {}, UNSET).body is None


def test_forms_know_their_length() -> None:
    """A form of known size announces it, one of unknown size is sent in chunks."""
    known: Any = prepared(FORM, {}, {"file": b"abc"}).body
    trailing = dict(prepared(FORM, {}, {"file": iter([b"abc"])}).trailing)

    assert len(b"".join(known.chunks())) == known.content_length
    assert "chunked" == trailing["Transfer-Encoding"]
    assert "Content-Length" not in trailing


def test_forms_report_progress() -> None:
    """With a callback, the form's pieces are reported."""
    seen: list[Progress] = []
    options = CallOptions(progress=seen.append)
    body: Any = prepared(FORM, {}, {"file": b"abc"}, options).body

    total = len(b"".join(body.chunks()))

    assert Progress(total, total) == seen[-1]


def test_bare_bytes_are_a_body_too() -> None:
    """An operation may take a file's bytes without a form around them."""
    raw = evolve(FORM, body="bytes")
    found = prepared(raw, {}, b"abc")
    body: Any = found.body

    assert b"abc" == b"".join(body.chunks())
    assert [("Content-Type", "application/octet-stream"), ("Content-Length", "3")] == found.trailing


def test_wrong_bodies_are_refused() -> None:
    """What is no model and no dict cannot be a body."""

    def encode(value: Any) -> Any:
        """Encode a model."""
        return {"a": value.a}

    operation = evolve(POST, encode=encode)

    assert b'{"b":1}' == prepared(operation, {}, {"b": 1}).body
    with pytest.raises(ConfigError, match="A str cannot be the body of make_thing"):
        prepared(operation, {}, "text")


def test_calls_are_named_by_their_path() -> None:
    """Messages name the operation and its path parameters."""
    assert "get_thing(name='a b')" == prepared(GET, {"name": "a b"}).call
    assert "make_thing()" == prepared(POST, {}, {}).call


def test_line_breaks_in_header_parameters_are_refused() -> None:
    """A value cannot smuggle in another header."""
    operation = evolve(POST, parameters=(Parameter("X-One", "header"),))

    with pytest.raises(ConfigError, match="The value of the header X-One"):
        prepared(operation, {"X-One": "a\r\nX-Two: b"}, {})
