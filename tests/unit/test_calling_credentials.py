"""Which credentials an attempt carries, to whom it is sent, and how attempts are counted."""

from __future__ import annotations

from typing import Any

import pytest
from world import GET, KEY, OK, POST, Reply, World

from polyvox_core.auth import credential
from polyvox_core.calling import Call, call
from polyvox_core.errors import ConfigError, ConnectFailed, ConnectionFailed, ServerError
from polyvox_core.observing import Events, RetryPlanned
from polyvox_core.origin import Origin
from polyvox_core.retry import Retry, RetryBudget
from polyvox_core.settings import CallOptions

DOWN = Reply(503)
BROKEN = ConnectionFailed("broken")
FIRST = credential("Api-Key", "", KEY)
SECOND = credential("Authorization", "Bearer ", "token-of-the-tests")


def sent(world: World, **changes: Any) -> list[tuple[str, str]]:
    """The headers of the first request that a GET in *world* sends."""
    options = changes.pop("options", None)
    world.run(call(world.settings(**changes), GET, {"name": "a"}, None, options))
    return list(world.requests[0].headers)


def test_the_request_goes_to_the_clients_own_origin() -> None:
    """A request names the origin that the credential was given for."""
    world = World(OK)
    sent(world)

    assert Origin("http", "toy.test", 80) == world.requests[0].origin


def test_all_credentials_are_sent() -> None:
    """A client may have two credentials; each goes into its own header, in order."""
    headers = sent(World(OK), credentials=(FIRST, SECOND))

    assert [("Api-Key", KEY), ("Authorization", "Bearer token-of-the-tests")] == [
        pair for pair in headers if pair[0] in {"Api-Key", "Authorization"}
    ]


@pytest.mark.parametrize("name", ["Api-Key", "api-key", "API-KEY"])
def test_headers_of_the_call_replace_their_credential(name: str) -> None:
    """A header of the call stands for the credential of that name, and for no other."""
    options = CallOptions(headers={name: "other"})
    headers = sent(World(OK), credentials=(FIRST, SECOND), options=options)

    assert [(name, "other")] == [pair for pair in headers if pair[0].lower() == "api-key"]
    assert ("Authorization", "Bearer token-of-the-tests") in headers


def test_functions_are_named_in_their_errors() -> None:
    """A function that gives no text is found by its header; nothing is sent."""
    world = World(OK)

    with pytest.raises(ConfigError, match="for the header X-Token gave a int"):
        sent(world, credentials=(credential("X-Token", "", lambda: 5),))
    assert [] == world.requests


def test_a_secret_is_remembered_once() -> None:
    """The same key, sent again, is not masked twice as much."""
    world = World(DOWN, DOWN, OK)
    this = Call(world.settings(), GET, {"name": "a"})
    world.run(this.attempts(this.whole))

    assert 1 == len(this.explain.secrets)


def test_each_resending_counts() -> None:
    """Broken connections add up, with answers between them; a POST goes out twice at most."""
    world = World(BROKEN, DOWN, BROKEN, OK)

    with pytest.raises(ConnectionFailed) as caught:
        world.run(call(world.settings(retry=Retry(attempts=9)), POST, {}, {"x": 1}))

    assert (3, 3) == (caught.value.attempts, len(world.requests))


def test_answers_count_as_no_resending() -> None:
    """After an error status the request is still sent for the first time, in this sense."""
    world = World(DOWN, DOWN, BROKEN, OK)

    assert {"ok": True} == world.run(
        call(world.settings(retry=Retry(attempts=9)), POST, {}, {"x": 1})
    ).value


def test_listeners_hear_of_each_retry() -> None:
    """A retry is told with its wait, its error and the attempt that failed."""
    told: list[RetryPlanned] = []
    events = Events()
    events.on("retry", told.append)
    world = World(DOWN, ConnectFailed("refused"), OK)
    sent(world, events=events)

    assert [(1, 0.5, ServerError), (2, 1.0, ConnectFailed)] == [
        (one.attempt, one.wait, type(one.error)) for one in told
    ]


def test_an_attempt_has_no_idle_limit_of_the_one_before() -> None:
    """The idle limit of a failed attempt is gone when the next one begins."""
    world = World(OK, OK)
    this = Call(world.settings(), GET, {"name": "a"})
    failures = iter([ConnectionFailed("cut")])
    limits: list[Any] = []

    def finish(incoming: Any) -> Any:
        """Fail once, after a limit was set."""
        limits.append(this.patience.idle_until)
        for error in failures:
            this.patience.idle_until = world.now + 1
            raise error
        return (yield from this.whole(incoming))

    world.run(this.attempts(finish))

    assert [None, None] == limits


def test_a_success_gives_one_token() -> None:
    """A call that needs no retry refills the bucket by one."""
    budget = RetryBudget(10)
    budget.take(5)
    sent(World(OK), retry=Retry(budget=budget))

    assert 6 == budget.tokens
