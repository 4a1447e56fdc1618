"""Heads wait for what follows them, and nothing is lost or reordered."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from polyvox_core.transport.corking import Cork

HEAD = b"GET / HTTP/1.1\r\n\r\n"


def test_a_head_leaves_with_its_body() -> None:
    """One packet for both."""
    cork = Cork()

    assert () == cork.written(HEAD)
    assert (HEAD + b"body",) == cork.written(b"body")
    assert (b"more",) == cork.written(b"more")


def test_a_head_without_a_body_leaves_with_the_end() -> None:
    """An empty end, as httpcore writes it, frees the head."""
    cork = Cork()
    cork.written(HEAD)

    assert (HEAD,) == cork.written(b"")


def test_a_head_alone_leaves_before_its_answer_is_read() -> None:
    """Whoever reads first gets the head sent; after that, a new one may come."""
    cork = Cork()
    cork.written(HEAD)

    assert HEAD == cork.before_read()
    assert b"" == cork.before_read()
    assert () == cork.written(HEAD)


def test_a_large_body_is_not_copied() -> None:
    """It follows its head in a call of its own."""
    cork = Cork()
    cork.written(HEAD)
    body = b"x" * 70_000

    assert (HEAD, body) == cork.written(body)


def test_what_is_no_head_leaves_at_once() -> None:
    """Only a head is held, and one of a usual size."""
    assert (b"x",) == Cork().written(b"x")
    assert (b"x" * 70_000 + HEAD,) == Cork().written(b"x" * 70_000 + HEAD)


@given(st.lists(st.binary(max_size=5) | st.just(HEAD) | st.none(), max_size=20))
def test_bytes_leave_in_order(steps: list[bytes | None]) -> None:
    """Whatever the order of writes and reads (None), what leaves is what was written."""
    cork = Cork()
    sent = b""
    for step in steps:
        sent += cork.before_read() if step is None else b"".join(cork.written(step))
    sent += cork.before_read()

    assert b"".join(step for step in steps if step) == sent
