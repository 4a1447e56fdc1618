"""Rows R-01 to R-07: what the server says about trying again."""

from __future__ import annotations

import time
from email.utils import formatdate

from cases import Bench, case

import polyvox
from polyvox.errors import PreconditionFailed
from polyvox.testing.faults import answer, completion, error_answer

GOOD = (answer(completion()),)


def waited(bench: Bench, *headers: tuple[str, str], status: int = 429) -> list[float]:
    """Waits of a client whose first answer has these *headers*, and whose second is good."""
    server = bench.server((error_answer(status, headers=headers),), GOOD)
    client = bench.dial(server, retry=polyvox.Retry(wait_min=0.5, random=lambda: 1.0), timeout=None)
    waits = bench.waits(client)
    assert bench.chat(client).text == "hello"
    assert len(server.requests) == 2
    return waits


@case("R-01", "429 with Retry-After: 1, then an answer.")
def seconds(bench: Bench) -> str:
    """The server's wait is not undercut."""
    assert waited(bench, ("Retry-After", "1")) == [1.0]
    return "one wait of 1 s, then the answer"


@case("R-01", "503 with Retry-After: 2.5, then an answer.")
def fraction(bench: Bench) -> str:
    """Other statuses may carry it too."""
    assert waited(bench, ("Retry-After", "2.5"), status=503) == [2.5]
    return "one wait of 2.5 s, then the answer"


@case("R-02", "429 with an HTTP date half a minute ahead, in all three forms.")
def date(bench: Bench) -> str:
    """A date counts from now."""
    then = time.time() + 30
    forms = [
        formatdate(then, usegmt=True),
        time.strftime("%A, %d-%b-%y %H:%M:%S GMT", time.gmtime(then)),
        time.strftime("%a %b %d %H:%M:%S %Y", time.gmtime(then)),
    ]
    for form in forms:
        (wait,) = waited(bench, ("Retry-After", form))
        assert 25 < wait <= 30
    return "one wait until that date, then the answer"


@case("R-02", "429 with a date that has passed, garbage, -5, inf, 1e9, or 0.")
def nonsense(bench: Bench) -> str:
    """Our own backoff applies."""
    past = formatdate(0, usegmt=True)
    for value in (past, "soon", "-5", "inf", "1e9", "", "0"):
        assert waited(bench, ("Retry-After", value)) == [0.5]
    return "one wait of our own backoff, then the answer"


@case("R-03", "429 with Retry-After-Ms: 50 and Retry-After: 120.")
def milliseconds(bench: Bench) -> str:
    """Milliseconds win."""
    assert waited(bench, ("Retry-After-Ms", "50"), ("Retry-After", "120")) == [0.05]
    return "one wait of 0.05 s, then the answer"


@case("R-04", "429 with Retry-After: 120; no total, but a cap of 60 s.")
def over_the_cap(bench: Bench) -> str:
    """A wait over the cap is an error at once."""
    server = bench.play("retry_after_long")
    client = bench.dial(server, timeout=None)
    waits = bench.waits(client)
    error = bench.chat_error(client)
    assert isinstance(error, polyvox.RateLimited)
    assert (error.retry_after, waits, len(server.requests)) == (120.0, [], 1)
    return "RateLimited at once, with `retry_after` 120"


@case("R-04", "429 with Retry-After: 5; total 2 s.")
def over_the_deadline(bench: Bench) -> str:
    """A wait that does not fit into the total is an error at once."""
    server = bench.server((error_answer(429, headers=[("Retry-After", "5")]),))
    client = bench.dial(server, timeout=2.0)
    waits = bench.waits(client)
    error = bench.chat_error(client)
    assert isinstance(error, polyvox.RateLimited)
    assert (error.retry_after, waits, len(server.requests)) == (5.0, [], 1)
    return "RateLimited at once, with `retry_after` 5"


@case("R-04", "429 with Retry-After: 99999 and X-Should-Retry: true; no total.")
def cap_beats_the_wish(bench: Bench) -> str:
    """A server that wants a retry cannot make the client sleep for a day."""
    headers = [("Retry-After", "99999"), ("X-Should-Retry", "true")]
    server = bench.server((error_answer(429, headers=headers),))
    client = bench.dial(server, timeout=None)
    waits = bench.waits(client)
    error = bench.chat_error(client)
    assert isinstance(error, polyvox.RateLimited)
    assert waits == []
    return "RateLimited at once"


@case("R-05", "408, 429, 500, 502, 503 or 504, then an answer.")
def transient(bench: Bench) -> str:
    """Each is tried again."""
    for status in (408, 429, 500, 502, 503, 504):
        server = bench.server((error_answer(status),), GOOD)
        assert bench.chat(bench.dial(server)).text == "hello"
        assert len(server.requests) == 2
    return "the answer, from the second attempt"


@case("R-05", "409 (a conflict of states in AI DIAL) and 412 (an ETag that changed).")
def conflicts(bench: Bench) -> str:
    """Trying again cannot help."""
    for status, kind in ((409, polyvox.errors.Conflict), (412, PreconditionFailed)):
        server = bench.server((error_answer(status),), GOOD)
        assert kind is type(bench.chat_error(bench.dial(server)))
        assert len(server.requests) == 1
    return "Conflict and PreconditionFailed, after one request each"


@case("R-06", "400, 401, 403, 404, 405, 412, 413, 415, 422, 501.")
def final(bench: Bench) -> str:
    """None is tried again."""
    for status in (400, 401, 403, 404, 405, 412, 413, 415, 422, 501):
        server = bench.server((error_answer(status),), GOOD)
        error = bench.chat_error(bench.dial(server))
        assert isinstance(error, polyvox.StatusError)
        assert (error.status, len(server.requests)) == (status, 1)
    return "a StatusError of its own class, after one request each"


@case("R-07", "503 with X-Should-Retry: false.")
def told_not_to(bench: Bench) -> str:
    """The server's no counts."""
    server = bench.play("should_not_retry")
    assert bench.chat_error(bench.dial(server)).status == 503
    assert len(server.requests) == 1
    return "ServerError after one request"


@case("R-07", "409 with X-Should-Retry: true, then an answer.")
def told_to(bench: Bench) -> str:
    """The server's yes counts."""
    server = bench.play("should_retry")
    assert bench.chat(bench.dial(server)).text == "hello"
    assert len(server.requests) == 2
    return "the answer, from the second attempt"
