"""The tree of errors: messages, attributes, pickles, statuses."""

from __future__ import annotations

import copy
import pickle

import pytest

from polyvox_core import errors
from polyvox_core.errors import PolyvoxError, StatusError, status_error_class

CLASSES = [
    getattr(errors, name) for name in errors.__all__ if isinstance(getattr(errors, name), type)
]


@pytest.mark.parametrize("kind", CLASSES)
def test_every_error_survives_a_pickle(kind: type[PolyvoxError]) -> None:
    """Class, message and all attributes come back, also for attributes of its own."""
    error = kind(
        "What happened.",
        hint="Do this.",
        status=429,
        code="c",
        request_id="r",
        body="b",
        backend="toy",
        retry_after=1.5,
        partial={"text": "so far"},
    ).with_(attempts=3)

    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert kind is type(twin)
        assert vars(error) == vars(twin)
        assert "What happened. Do this." == str(twin)
        assert error.args == twin.args


@pytest.mark.parametrize("kind", CLASSES)
def test_every_error_is_ours_and_described(kind: type[PolyvoxError]) -> None:
    """One tree, drawn at the top of the module."""
    assert issubclass(kind, PolyvoxError)
    assert kind.__doc__
    assert errors.__doc__
    assert kind.__name__ in errors.__doc__


def test_facts_are_absent_by_default() -> None:
    """What nobody told reads as None, and a message needs no hint."""
    error = PolyvoxError("What happened.")

    assert "What happened." == str(error)
    names = ("status", "code", "request_id", "body", "backend", "retry_after", "type", "param")
    more = ("display_message", "partial", "attempts", "etag")
    assert {None} == {getattr(error, name) for name in (*names, *more)}


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (301, "RedirectRefused"),
        (304, "NotModified"),
        (399, "RedirectRefused"),
        (400, "BadRequest"),
        (401, "AuthenticationError"),
        (402, "StatusError"),
        (403, "PermissionDenied"),
        (404, "NotFound"),
        (409, "Conflict"),
        (412, "PreconditionFailed"),
        (413, "PayloadTooLarge"),
        (418, "StatusError"),
        (422, "UnprocessableRequest"),
        (429, "RateLimited"),
        (499, "StatusError"),
        (500, "ServerError"),
        (599, "ServerError"),
    ],
)
def test_statuses_have_classes(status: int, name: str) -> None:
    """The class for each status."""
    found = status_error_class(status)

    assert name == found.__name__
    assert issubclass(found, StatusError)
