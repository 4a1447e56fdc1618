"""What the flow of a call makes of answers: decoded values, or typed errors."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest
from attrs import evolve
from world import GET, Reply, World, json_reply

from polyvox_core.calling import call
from polyvox_core.errors import (
    DecodeError,
    NotFound,
    RedirectRefused,
    ResponseTooLarge,
    ServerError,
    StatusError,
    UnexpectedContentType,
)
from polyvox_core.operation import Operation
from polyvox_core.retry import Retry


def get(world: World, operation: Operation[Any] = GET, **changes: Any) -> Any:
    """The value that a GET gives in *world*."""
    settings = world.settings(**changes)
    return world.run(call(settings, operation, {"name": "a"})).value


def failure(world: World, **changes: Any) -> Any:
    """The error that a GET in *world* ends with."""
    with pytest.raises(Exception) as caught:
        get(world, **changes)
    return caught.value


@pytest.mark.parametrize(
    ("reply", "error", "text"),
    [
        (Reply(200, b"", content_type="application/json"), DecodeError, "an empty body"),
        (Reply(200), DecodeError, "an empty body"),
        (Reply(200, b'{"a":'), DecodeError, "broken JSON"),
        (Reply(200, b"<html>"), UnexpectedContentType, "no content type"),
        (Reply(200, b"hi", content_type="text/plain"), UnexpectedContentType, "text/plain"),
        (Reply(200, b"{}", content_type="text/html"), UnexpectedContentType, "text/html"),
        (json_reply('{"error":{"message":"no","code":"404"}}'), NotFound, "answered 404"),
        (json_reply('{"error":"no"}'), ServerError, "reported an error in answer to"),
        (Reply(302, location="http://evil.test/"), RedirectRefused, "redirects elsewhere"),
        (Reply(418), StatusError, "418"),
    ],
)
def test_what_is_no_answer(reply: Reply, error: type[Exception], text: str) -> None:
    """Whatever is not the promised JSON is a typed error."""
    found = failure(World(reply), retry=Retry(attempts=1))

    assert error is type(found)
    assert text in str(found)
    assert "toy" == found.backend


def test_an_error_member_among_others_is_data() -> None:
    """Only an object that holds nothing but an error reports one."""
    assert {"error": "x", "a": 1} == get(World(json_reply('{"error":"x","a":1}')))


def test_decode_errors_name_the_models() -> None:
    """A missing member is named, with the models that wanted it."""

    def decode_wheel(source: Any) -> Any:
        """A wheel."""
        return source["size"]

    def decode_car(source: Any) -> Any:
        """A car."""
        return [decode_wheel(wheel) for wheel in source["wheels"]]

    car = evolve(GET, decode=decode_car)
    missing = failure(World(json_reply('{"wheels":[{}]}', x_request_id="r-1")), operation=car)
    wrong = failure(World(json_reply('{"wheels":[5]}')), operation=car)

    assert "a missing member 'size' in car > wheel" in str(missing)
    assert ("r-1", "{'wheels': [{}]}", KeyError) == (
        missing.request_id,
        missing.body,
        type(missing.__cause__),
    )
    assert "a value of an unexpected kind in car > wheel" in str(wrong)


def test_texts_and_empty_answers() -> None:
    """Text in its charset, nothing for operations without an answer."""
    text = evolve(GET, answer="text")
    latin = Reply(200, b"caf\xe9", content_type='text/plain; charset="latin-1"')
    unknown = Reply(200, b"caf\xc3\xa9", content_type="text/plain; charset=none-such")

    assert "caf\u00e9" == get(World(latin), text)
    assert "caf\u00e9" == get(World(unknown), text)
    assert get(World(Reply(200, b"ignored")), evolve(GET, answer="empty")) is None
    assert get(World(Reply(200, b" \n")), evolve(GET, may_be_empty=True)) is None
    assert {"a": 1} == get(World(json_reply('{"a":1}')), evolve(GET, may_be_empty=True))


def test_answers_are_unpacked_within_the_limit() -> None:
    """Compressed answers are unpacked; whatever exceeds the limit is an error."""
    packed = gzip.compress(json.dumps(["a" * 100]).encode())
    reply = Reply(200, packed[:9], packed[9:], content_encoding="gzip")
    world = World(Reply(200, b"[1,", b"2]"))

    assert ["a" * 100] == get(World(reply))
    assert ResponseTooLarge is type(failure(world, max_body_bytes=4))
    assert 1 == world.opened[0].closed
    assert ResponseTooLarge is type(failure(World(reply), max_body_bytes=50))


def test_error_bodies_are_unpacked_and_cut() -> None:
    """An error's body is unpacked and kept up to 64 KiB."""
    packed = gzip.compress(b'{"message":"packed"}')
    error = failure(World(Reply(404, packed, content_encoding="gzip")))
    long = failure(World(Reply(404, *[b"x" * 10_000] * 20)))

    assert "packed" in str(error)
    assert 64 * 1024 == len(long.body)


NOWHERE = "Is base_url right (https://toy.test/api/)? Nothing at that address knows this call."
UNSURE = "If nothing is found, check base_url (https://toy.test/api/)."


@pytest.mark.parametrize(
    ("reply", "hint"),
    [
        (Reply(404, b"<html>x</html>"), NOWHERE),
        (Reply(404, b"x", content_type="text/html"), NOWHERE),
        (Reply(404, b"404 page not found\n"), NOWHERE),
        (Reply(404, b'{"error":"Cannot POST /api/things"}'), NOWHERE),
        (Reply(404, b'{"message":"no Route matched with those values"}'), NOWHERE),
        (Reply(502, b"No route"), NOWHERE),
        (Reply(405), NOWHERE),
        (Reply(405, b'{"detail":"Method Not Allowed"}'), NOWHERE),
        (Reply(404, b'{"detail":"Not Found"}'), f"List them. {UNSURE}"),
        (Reply(404, b"404: Not found"), f"List them. {UNSURE}"),
        (Reply(404), "List them."),
        (Reply(404, b'{"error":"The model was not found"}'), "List them."),
        (Reply(503, b"<html>x</html>"), "Try again later, or ask the server's operator."),
    ],
)
def test_addresses_where_nobody_is_home(reply: Reply, hint: str) -> None:
    """What routers and gateways say about an unknown path points at base_url."""
    settings = {"base_url": "https://toy.test/api", "hints": {NotFound: "List them."}}

    assert hint == failure(World(reply), retry=Retry(attempts=1), **settings).hint


def test_advice_that_knows_the_address() -> None:
    """Advice that already speaks of base_url is not given twice."""
    hints = {NotFound: "Check base_url."}

    assert "Check base_url." == failure(World(Reply(404, b"Not Found")), hints=hints).hint


@pytest.mark.parametrize(
    ("location", "shown"),
    [
        ("https://other.test/v1/x", "It redirects elsewhere, to 'https://other.test/v1/x'."),
        ("/login?token=abc#d", "It redirects elsewhere, to '/login'."),
        ("https://user:word@other.test/", "It redirects elsewhere, to 'https://***@other.test/'."),
        (f"/{'x' * 300}", f"It redirects elsewhere, to '/{'x' * 199}'."),
        ("?a=b", "It redirects elsewhere."),
    ],
)
def test_where_redirects_lead(location: str, shown: str) -> None:
    """A redirect is told with its target, without user, query and fragment."""
    error = failure(World(Reply(302, location=location)))

    assert error.message.endswith(shown)
    assert "base_url" in error.hint
