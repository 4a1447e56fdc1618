"""Failover pools without a network: who is asked, when the next one is, and who cools down."""

from __future__ import annotations

import pickle
import subprocess
import sys
from typing import Any

import pytest
from pool_fakes import Clock, fake, pool, stats
from shells import Shell

from polyvox import AllMembersFailed, AsyncFailoverPool, FailoverPool, Member, UnsupportedError
from polyvox.errors import (
    AuthenticationError,
    BadRequest,
    ConfigError,
    ConnectFailed,
    DecodeError,
    IdleTimeout,
    NotFound,
    PermissionDenied,
    PolyvoxError,
    RateLimited,
    ReadTimeout,
    ServerError,
    StatusError,
    StreamTruncated,
    UnexpectedContentType,
)

BROKEN = ServerError("broken", status=500, request_id="r-1")
LIMITED = RateLimited("slow down", status=429, retry_after=90.0)

PASSING = [
    LIMITED,
    BROKEN,
    ConnectFailed("refused"),
    ReadTimeout("silent"),
    IdleTimeout("silent"),
    AuthenticationError("who?", status=401),
    PermissionDenied("not you", status=403),
    UnexpectedContentType("a page"),
    DecodeError("broken JSON"),
    StreamTruncated("cut"),
    StatusError("too slow", status=408),
    AllMembersFailed("of an inner pool"),
]
FINAL = [
    BadRequest("no", status=400),
    NotFound("no model", status=404),
    StatusError("pay", status=402),
    ConfigError("wrong"),
    UnsupportedError("lacking"),
    ValueError("a bug"),
]


def named(error: Exception) -> str:
    """The id of a parameter."""
    return f"{type(error).__name__}-{getattr(error, 'status', None)}"


@pytest.mark.parametrize("error", PASSING, ids=named)
def test_the_next_member_answers(error: PolyvoxError, shell: Shell) -> None:
    """After a failure of the member itself another one answers, and the reply says who did."""
    made = pool(shell, fake(shell, error), fake(shell, "hi"))

    reply = shell.call(made.chat, "Hi", model="m")

    assert ("hi", "b") == (reply.text, reply.served_by)
    assert {"a": 1, "b": 0} == stats(made, "failures")
    assert {"a": 1, "b": 1} == stats(made, "calls")
    assert {"a": 0, "b": 0} == stats(made, "busy")
    assert type(error) is type(stats(made, "last_error")["a"])


@pytest.mark.parametrize("error", FINAL, ids=named)
def test_faults_of_the_caller_are_final(error: Exception, shell: Shell) -> None:
    """What another member would answer as well is raised at once, and nobody cools down."""
    second = fake(shell)
    made = pool(shell, fake(shell, error), second)

    with pytest.raises(type(error), match=str(error)):
        shell.call(made.chat, "Hi")

    assert [] == second.calls
    assert {"a": None, "b": None} == stats(made, "cooling_until")
    assert {"a": 0, "b": 0} == stats(made, "failures")
    assert {"a": 0, "b": 0} == stats(made, "busy")


def test_final_errors_tell_what_came_before(shell: Shell) -> None:
    """An error that ends the call names its member, and notes who had failed before."""
    made = pool(shell, fake(shell, BROKEN), fake(shell, BadRequest("no")))

    with pytest.raises(BadRequest) as caught:
        shell.call(made.chat, "Hi")

    assert "b" == caught.value.served_by
    expected = "Before it, other members had failed. a: ServerError: broken (request r-1)."
    assert [expected] == caught.value.__notes__


def test_on_decides(shell: Shell) -> None:
    """`on=` replaces the errors that let the next one try: classes, and HTTP statuses."""
    paid = pool(shell, fake(shell, StatusError("pay", status=402)), fake(shell), on=(402,))
    strict = pool(shell, fake(shell, BROKEN), fake(shell), on=(RateLimited,))

    assert "b" == shell.call(paid.chat, "Hi").served_by
    with pytest.raises(ServerError):
        shell.call(strict.chat, "Hi")


def test_cool_down(shell: Shell) -> None:
    """A member that failed is left alone until it has cooled down, by the pool's clock."""
    clock, first = Clock(), fake(shell, BROKEN, "back")
    made = pool(shell, first, fake(shell), strategy="priority", cooldown=30, clock=clock)

    served = [shell.call(made.chat, "Hi").served_by]
    until = stats(made, "cooling_until")["a"]
    clock.now += 29.9
    served.append(shell.call(made.chat, "Hi").served_by)
    clock.now += 0.1
    cooled = stats(made, "cooling_until")["a"]
    served.append(shell.call(made.chat, "Hi").served_by)

    assert ["b", "b", "a"] == served
    assert (1030.0, None) == (until, cooled)
    assert 2 == len(first.calls)


@pytest.mark.parametrize(("asked", "seconds"), [(90.0, 90.0), (5.0, 30.0), (1e9, 3600.0)])
def test_retry_after_counts(asked: float, seconds: float, shell: Shell) -> None:
    """A server that asks for a longer rest gets it, up to an hour; never less than `cooldown`."""
    limited = RateLimited("slow down", retry_after=asked)
    made = pool(shell, fake(shell, limited), fake(shell), cooldown=30, clock=Clock())

    shell.call(made.chat, "Hi")

    assert 1000 + seconds == stats(made, "cooling_until")["a"]


def test_no_cool_down(shell: Shell) -> None:
    """`cooldown=0` never skips a member."""
    first = fake(shell, BROKEN)
    made = pool(shell, first, fake(shell), strategy="priority", cooldown=0, clock=Clock())

    for _ in range(3):
        shell.call(made.chat, "Hi")

    assert 3 == len(first.calls)


def test_when_all_cool_down_the_earliest_is_asked(shell: Shell) -> None:
    """With everyone cooling, the one that is ready first is asked, and recovers if it answers."""
    clock = Clock()
    first, second = fake(shell, LIMITED, "back"), fake(shell, BROKEN, "well")
    made = pool(shell, first, second, cooldown=30, clock=clock)
    with pytest.raises(AllMembersFailed):
        shell.call(made.chat, "Hi")

    clock.now += 1
    served = shell.call(made.chat, "Hi").served_by

    assert "b" == served
    assert {"a": 1090.0, "b": None} == stats(made, "cooling_until")
    assert 1 == len(first.calls)


def test_an_old_success_does_not_end_a_cool_down(shell: Shell) -> None:
    """Only who was asked although it was cooling has recovered; older calls prove nothing."""
    made = pool(shell, fake(shell), fake(shell), clock=Clock())
    roster = made._roster
    earlier, later = roster.take(()), roster.take([roster.places[1]])
    later.lost(BROKEN)
    earlier.won()

    assert 1030.0 == stats(made, "cooling_until")["a"]


def test_all_members_failed(shell: Shell) -> None:
    """The error lists what each failed with, ids included, and when to come back; it pickles."""
    made = pool(shell, fake(shell, BROKEN), fake(shell, LIMITED), cooldown=30, clock=Clock())

    with pytest.raises(AllMembersFailed) as caught:
        shell.call(made.chat, "Hi")
    error: Any = pickle.loads(pickle.dumps(caught.value))

    assert (
        "No member of the pool answered. a: ServerError: broken (request r-1); "
        "b: RateLimited: slow down. Try again in 30 s, or look at stats()."
    ) == str(error)
    assert {"a": ServerError, "b": RateLimited} == {
        name: type(one) for name, one in error.failures.items()
    }
    assert 30.0 == error.retry_after
    assert ["a", "b"] == [one.served_by for one in error.failures.values()]
    assert caught.value.__cause__ is caught.value.failures["b"]


def test_members_that_were_skipped_are_listed(shell: Shell) -> None:
    """A member that cools down is in the list with what it had failed with before."""
    clock = Clock()
    made = pool(shell, fake(shell, LIMITED), fake(shell, "once", BROKEN), clock=clock)
    shell.call(made.chat, "Hi")

    with pytest.raises(AllMembersFailed, match="Not asked, cooling down: a: RateLimited") as caught:
        shell.call(made.chat, "Hi")

    assert ["b", "a"] == [*caught.value.failures]


def test_long_messages_are_cut(shell: Shell) -> None:
    """A list of failures stays readable, whatever the servers wrote."""
    wordy = ServerError("x" * 5000)
    made = pool(shell, fake(shell, wordy), fake(shell, wordy))

    with pytest.raises(AllMembersFailed) as caught:
        shell.call(made.chat, "Hi")

    assert len(str(caught.value)) < 700


def test_without_cool_down_the_wait_is_none(shell: Shell) -> None:
    """Where nobody cools down, the next call may come at once."""
    made = pool(shell, fake(shell, BROKEN), fake(shell, BROKEN), cooldown=0, clock=Clock())

    with pytest.raises(AllMembersFailed) as caught:
        shell.call(made.chat, "Hi")

    assert 0.0 == caught.value.retry_after


def test_a_pool_of_one(shell: Shell) -> None:
    """A lone member's error is raised itself: there is nothing to list."""
    made = pool(shell, fake(shell, BROKEN))

    with pytest.raises(ServerError) as caught:
        shell.call(made.chat, "Hi")

    assert "a" == caught.value.served_by


def test_round_robin_is_fair(shell: Shell) -> None:
    """Members take turns; one that cools down leaves its turns to all the others."""
    made = pool(shell, fake(shell), fake(shell, BROKEN), fake(shell), fake(shell), clock=Clock())

    served = [shell.call(made.chat, "Hi").served_by for _ in range(9)]

    assert ["a", "c", "d", "a", "c", "d", "a", "c", "d"] == served


def test_priority(shell: Shell) -> None:
    """The lowest priority is asked first; equal ones in the order of the list."""
    members = [
        Member(fake(shell), name="last", priority=9),
        Member(fake(shell, BROKEN), name="first"),
        Member(fake(shell), name="second"),
    ]
    made = pool(shell, *members, strategy="priority", clock=Clock())

    served = [shell.call(made.chat, "Hi").served_by for _ in range(3)]

    assert ["second"] * 3 == served
    assert {"last": 0, "first": 1, "second": 3} == stats(made, "calls")


def test_pools_in_pools(shell: Shell) -> None:
    """A pool can be a member; replies and errors name the way."""
    inner = pool(shell, fake(shell, BROKEN), fake(shell, "hi"))
    made = pool(shell, Member(inner, name="inner"), clock=Clock())
    failing = pool(shell, Member(pool(shell, fake(shell, BadRequest("no"))), name="inner"))

    assert "inner/b" == shell.call(made.chat, "Hi").served_by
    with pytest.raises(BadRequest) as caught:
        shell.call(failing.chat, "Hi")
    assert "inner/a" == caught.value.served_by


def test_embeddings(shell: Shell) -> None:
    """Vectors come from the next member too, and say whose they are."""
    members = [fake(shell, BROKEN), Member(fake(shell), name="b", models={"small": "own-small"})]
    made = pool(shell, *members)

    found = shell.call(made.embed, (text for text in "xy"), model="small")

    assert ([[1.0], [1.0]], "own-small", "b") == (found.vectors, found.model, found.served_by)


def test_embeddings_need_all_members(shell: Shell) -> None:
    """A member without `embed` is an error before anybody is asked."""
    first = fake(shell)
    lacking = pool(shell, first, fake(shell, embeds=False))

    with pytest.raises(UnsupportedError, match="'b' of the pool has no 'embed'"):
        shell.call(lacking.embed, ["x"], model="m")
    assert [] == first.calls


def test_tools_for_clients_of_others(shell: Shell) -> None:
    """A client that is none of ours and chats may take tools as well."""
    first = fake(shell)

    assert shell.call(pool(shell, first).chat, "Hi", model="m", tools=[{}])
    assert [[{}]] == [call["tools"] for call in first.calls]


def test_other_verbs_are_refused(shell: Shell) -> None:
    """What only clients have is refused by name; other names are no attributes."""
    made = pool(shell, fake(shell))

    with pytest.raises(UnsupportedError, match=r"A failover pool has no 'files'\. It offers: chat"):
        _ = made.files
    with pytest.raises(AttributeError, match="FailoverPool' object has no attribute 'nothing'"):
        _ = made.nothing


def test_repr(shell: Shell) -> None:
    """A pool names its members; also one whose making failed."""
    made = pool(shell, fake(shell), fake(shell), strategy="least_busy")
    kind = type(made)

    assert f"{kind.__name__}(['a', 'b'], strategy='least_busy')" == repr(made)
    assert f"{kind.__name__}([], strategy=None)" == repr(object.__new__(kind))


def test_names(shell: Shell) -> None:
    """Members are called by their backends, with numbers where that is not enough."""
    kind = AsyncFailoverPool if shell.is_async else FailoverPool
    made: Any = kind([fake(shell), Member(fake(shell), name="fake-2"), fake(shell), fake(shell)])

    assert ["fake", "fake-2", "fake-3", "fake-4"] == [*made.stats()]


def test_what_no_pool_can_be_made_of(shell: Shell) -> None:
    """Slips are refused when the pool is made, with what to do."""
    kind: Any = AsyncFailoverPool if shell.is_async else FailoverPool
    good = fake(shell)
    other = fake(Shell("sync" if shell.is_async else "async"))
    wrong: list[tuple[Any, dict[str, Any], str]] = [
        ([], {}, "needs a member"),
        ([object()], {}, "object is no client"),
        ([other], {}, "FailoverPool takes blocking clients"),
        ([Member(good, name="x"), Member(good, name="x")], {}, "called 'x'"),
        ([good], {"strategy": "random"}, "There are: round_robin, least_busy, priority"),
        ([good], {"cooldown": -1}, "cool-down of -1"),
        ([good], {"cooldown": True}, "cool-down of True"),
        ([good], {"cooldown": float("nan")}, "cool-down of nan"),
        ([good], {"on": [ValueError]}, "neither an error of polyvox"),
    ]

    for members, options, said in wrong:
        with pytest.raises(ConfigError, match=said):
            kind(members, **options)


def test_closing(shell: Shell) -> None:
    """A pool closes what it owns, each client once, even when one cannot be closed."""
    one, shared, stubborn, last = (fake(shell) for _ in range(4))

    def refuse() -> None:
        """Fail to close."""
        msg = "stuck"
        raise OSError(msg)

    setattr(stubborn, "aclose" if shell.is_async else "close", refuse)
    members = [
        Member(one, name="a"),
        Member(one, name="b"),
        Member(shared, name="c", owned=False),
        Member(stubborn, name="d"),
        Member(stubborn, name="e"),
        Member(last, name="f"),
    ]

    with pytest.raises(OSError, match="stuck"):
        shell.shut(pool(shell, *members))

    shell.shut(pool(shell, one))
    assert (2, 0, 1) == (one.closed, shared.closed, last.closed)


def test_a_blocking_pool_is_light() -> None:
    """Pools and conversations without asyncio do not load it, nor what only some verbs need."""
    code = (
        "import sys, polyvox\n"
        "client = polyvox.Ollama(base_url='http://127.0.0.1:9')\n"
        "polyvox.Conversation(polyvox.FailoverPool([client]))\n"
        "print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert set() == {"asyncio", "httpx", "polyvox.tools.running"} & set(done.stdout.split())
