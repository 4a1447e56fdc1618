"""The flow of one call, without a network: attempts, waits, deadlines, decoding."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from world import GET, KEY, OK, POST, STREAM, Pause, Reply, World, json_reply

from polyvox_core.auth import credential
from polyvox_core.calling import Call, call
from polyvox_core.errors import (
    AuthenticationError,
    BodyNotRewindable,
    ConfigError,
    ConnectFailed,
    ConnectionFailed,
    DeadlineExceeded,
    NotFound,
    PoolTimeout,
    RateLimited,
    ReadTimeout,
    ServerError,
)
from polyvox_core.operation import Operation
from polyvox_core.retry import Retry, RetryBudget
from polyvox_core.settings import CallOptions
from polyvox_core.timeouts import Timeouts

BUSY = Reply(429)
DOWN = Reply(503)
BROKEN = ConnectionFailed("broken")


def get(world: World, operation: Operation[Any] = GET, **changes: Any) -> Any:
    """The value that a GET gives in *world*."""
    settings = world.settings(**changes)
    return world.run(call(settings, operation, {"name": "a"})).value


def post(world: World, body: Any = None, **changes: Any) -> Any:
    """The value that a POST gives in *world*."""
    return world.run(call(world.settings(**changes), POST, {}, body or {"x": 1})).value


def failure(world: World, send: Any = get, **changes: Any) -> Any:
    """The error that a call in *world* ends with."""
    with pytest.raises(Exception) as caught:
        send(world, **changes)
    return caught.value


def test_one_attempt_is_enough() -> None:
    """A good answer is decoded, with its status and headers."""
    world = World(json_reply('{"a":1}', 201, x_thing="t"))

    answer = world.run(call(world.settings(), GET, {"name": "a b"}))

    assert ({"a": 1}, 201, "t") == (answer.value, answer.status, answer.headers["x-thing"])
    request = world.requests[0]
    assert ("GET", "/base/things/a%20b") == (request.method, request.target)
    assert ("Api-Key", KEY) in request.headers


def test_waits_double_up_to_the_cap() -> None:
    """Without a Retry-After, waits grow from `wait_min` to `wait_max`."""
    world = World(*[DOWN] * 6, OK)

    get(world, retry=Retry(attempts=7, wait_min=1, wait_max=10, random=lambda: 1.0))

    assert [1.0, 2.0, 4.0, 8.0, 10.0, 10.0] == world.sleeps


def test_jitter_scales_the_wait() -> None:
    """Full jitter: any part of the wait, even none."""
    numbers = iter([0.25, 0.0])
    world = World(DOWN, DOWN, OK)

    get(world, retry=Retry(wait_min=8, random=lambda: next(numbers)))

    assert [2.0, 0.0] == world.sleeps


def test_attempts_are_counted() -> None:
    """The last error tells how many attempts were made; repetitions say so in a header."""
    world = World(DOWN, DOWN, DOWN, OK)

    error = failure(world)

    assert (ServerError, 3, 503) == (type(error), error.attempts, error.status)
    assert [None, "1", "2"] == [dict(r.headers).get("X-Retry-Count") for r in world.requests]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 412, 413, 422, 501])
def test_final_statuses_are_not_repeated(status: int) -> None:
    """What will not change is not asked again."""
    world = World(Reply(status), OK)

    assert 1 == failure(world).attempts


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_passing_statuses_are_repeated(status: int) -> None:
    """What may pass is asked again, whatever the method."""
    world = World(Reply(status), OK)

    assert {"ok": True} == post(world)


@pytest.mark.parametrize(("wish", "status"), [("true", 404), ("false", 503)])
def test_the_server_decides(wish: str, status: int) -> None:
    """`x-should-retry` is stronger than the status."""
    world = World(Reply(status, x_should_retry=wish), OK)

    if wish == "true":
        assert {"ok": True} == get(world)
    else:
        assert status == failure(world).status


@pytest.mark.parametrize(("value", "wait"), [("7", 7.0), ("Thu, 01 Jan 1970 00:16:45 GMT", 5.0)])
def test_retry_after_is_kept(value: str, wait: float) -> None:
    """The server's wait is taken to the letter; a date is measured by the wall clock."""
    world = World(Reply(429, retry_after=value), OK)

    get(world)

    assert [wait] == world.sleeps


def test_a_long_retry_after_is_an_error_at_once() -> None:
    """Who would have to wait too long is told so, and does not wait."""
    world = World(Reply(429, retry_after="61"), OK)

    error = failure(world)

    assert (RateLimited, 61.0, 1, []) == (
        type(error),
        error.retry_after,
        error.attempts,
        world.sleeps,
    )


def test_budget_runs_out() -> None:
    """An empty bucket stops retries; each costs 5, after a timeout 10."""
    budget = RetryBudget(15)
    retry = Retry(attempts=9, budget=budget, random=lambda: 0.0)
    world = World(DOWN, ReadTimeout("slow"), DOWN, OK)

    error = failure(world, retry=retry)

    assert (503, 3, 0) == (error.status, error.attempts, budget.tokens)


def test_success_refills_the_budget() -> None:
    """A success after a retry gives its cost back, one without gives a single token."""
    budget = RetryBudget(100)
    retry = Retry(budget=budget)
    get(World(DOWN, ReadTimeout("slow"), OK), retry=retry)

    assert 95 == budget.tokens
    get(World(OK), retry=retry)
    assert 96 == budget.tokens


def test_a_post_is_resent_once() -> None:
    """A connection that breaks after sending allows one repetition of a POST."""
    world = World(BROKEN, BROKEN, OK)

    error = failure(world, post, retry=Retry(attempts=5))

    assert (2, ConnectionFailed) == (error.attempts, type(error))


def test_a_post_is_not_resent_on_demand() -> None:
    """`resend_posts=False` never sends a POST twice after the first was out."""
    world = World(ReadTimeout("slow"), OK)

    assert 1 == failure(world, post, retry=Retry(resend_posts=False)).attempts


def test_a_post_that_was_not_sent_is_repeated() -> None:
    """Without a connection nothing was sent, so that a POST may be repeated."""
    world = World(ConnectFailed("refused"), ConnectFailed("refused"), OK)

    assert {"ok": True} == post(world, retry=Retry(resend_posts=False))


def test_a_get_is_repeated_often() -> None:
    """An idempotent request is repeated as often as the policy says."""
    world = World(BROKEN, BROKEN, BROKEN, OK)

    assert {"ok": True} == get(world, retry=Retry(attempts=4))


def test_what_can_be_read_once_is_sent_once() -> None:
    """A body that is gone ends the call with its first failure."""
    upload: Operation[Any] = Operation(
        id="upload", method="PUT", path="/file", body="multipart", answer="empty"
    )
    world = World(DOWN, OK)

    with pytest.raises(ServerError) as caught:
        world.run(call(world.settings(), upload, {}, {"file": iter([b"a"])}))

    assert 1 == caught.value.attempts


@pytest.mark.parametrize(
    "error", [PoolTimeout("full"), DeadlineExceeded("late"), BodyNotRewindable("gone")]
)
def test_final_errors(error: Exception) -> None:
    """Some failures would only repeat themselves."""
    assert 1 == failure(World(error, OK)).attempts


def test_an_untrusted_certificate_is_final() -> None:
    """A failure that says of itself that it lasts is not repeated."""
    error = ConnectFailed("certificate")
    error.retryable = False  # type: ignore[misc]

    assert 1 == failure(World(error, OK)).attempts


def test_no_attempt_begins_after_the_total() -> None:
    """A wait that does not fit into the total is not begun; the error is the attempt's own."""
    world = World(Reply(503, retry_after="10"), OK)

    error = failure(world, timeouts=Timeouts(total=10))

    assert (ServerError, []) == (type(error), world.sleeps)


def test_without_a_total_any_wait_fits() -> None:
    """No total, no reason to give up early."""
    world = World(Reply(503, retry_after="60"), OK)

    assert {"ok": True} == get(world, timeouts=Timeouts(total=None))


def test_a_deadline_while_the_error_is_read_is_a_deadline() -> None:
    """Only the deadline hides an error status; other faults of its body do not."""
    late = World(Reply(404, DeadlineExceeded("late")), OK)
    cut = World(Reply(404, b"no", ConnectionFailed("cut")), OK)

    assert DeadlineExceeded is type(failure(late))
    error = failure(cut)
    assert (NotFound, "") == (type(error), error.body)


def test_options_change_one_call() -> None:
    """Limits, headers, query and body members of one call."""
    world = World(OK)
    options = CallOptions(
        timeout=5, retry=False, headers={"X-A": "1"}, query={"q": "a b"}, body={"y": 2}
    )

    world.run(call(world.settings(), POST, {}, {"x": 1}, options))

    request = world.requests[0]
    assert "/base/things?q=a%20b" == request.target
    assert ("X-A", "1") in request.headers
    assert b'{"x":1,"y":2}' == request.body
    assert 1005.0 == request.patience.deadline


def test_credentials_are_asked_for_each_attempt() -> None:
    """A function gives a fresh token to each attempt, and all of them are masked."""
    tokens = iter(["token-one", "token-two"])
    world = World(DOWN, Reply(401, b"token-one and token-two are bad"))

    error = failure(
        world, credentials=(credential("Authorization", "Bearer ", lambda: next(tokens)),)
    )

    sent = [dict(request.headers)["Authorization"] for request in world.requests]
    assert ["Bearer token-one", "Bearer token-two"] == sent
    assert "*** and *** are bad" == error.body
    assert AuthenticationError is type(error)


def test_open_operations_carry_no_credential() -> None:
    """An operation without security is sent without the key."""
    world = World(OK)

    get(world, evolve(GET, secured=False))

    assert "Api-Key" not in dict(world.requests[0].headers)


def test_a_slow_answer_counts_against_the_total() -> None:
    """The clock of the call runs while the answer is read."""
    world = World(Reply(200, b"[", Pause(5, b"1"), b"]"))
    call_of = Call(world.settings(timeouts=Timeouts(total=9)), GET, {"name": "a"})

    assert [1] == world.run(call_of.attempts(call_of.whole)).value
    assert 4.0 == call_of.patience.left()


def test_streams_are_not_called() -> None:
    """A stream has another door."""
    with pytest.raises(ConfigError, match="is a stream"):
        next(call(World().settings(), STREAM, {}, {}))
