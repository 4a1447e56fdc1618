"""Errors that are safe to show."""

from __future__ import annotations

import pytest

from polyvox_core.errors import ConnectionFailed, ServerError
from polyvox_core.sealing import seal, without_frames
from polyvox_core.secret import Secret

KEY = "key-of-the-tests"


def chained(outer: BaseException, inner: BaseException) -> BaseException:
    """The *outer* error, raised from the *inner* one."""
    try:
        try:
            raise inner
        except type(inner) as error:
            raise outer from error
    except type(outer) as error:
        return error


def test_frames_are_forgotten() -> None:
    """The error and all its causes lose their tracebacks, also where causes make a circle."""
    inner = KeyError("x")
    outer = chained(ConnectionFailed("broken"), inner)
    inner.__context__ = outer

    assert outer is without_frames(outer)
    assert (None, None) == (outer.__traceback__, inner.__traceback__)
    assert inner is outer.__cause__


def test_texts_are_masked() -> None:
    """Message, attributes and nested values lose the credential."""
    error = ServerError(f"bad key {KEY}", hint=f"not {KEY}", body=KEY, status=500).with_(
        headers={"x-echo": KEY}, partial=[KEY]
    )

    sealed = seal(error, [Secret(KEY)])

    assert error is sealed
    assert KEY not in f"{error!r} {error} {vars(error)}"
    assert 500 == error.status


@pytest.mark.parametrize("shows", [True, False])
def test_causes_that_show_it_go(shows: bool) -> None:
    """A cause with the credential is cut off, any other stays."""
    inner = ValueError(KEY if shows else "harmless")
    outer = chained(ConnectionFailed("broken"), inner)
    assert isinstance(outer, ConnectionFailed)

    seal(outer, [Secret(KEY)])

    assert (outer.__cause__ is None) is shows
    assert (outer.__context__ is None) is shows
