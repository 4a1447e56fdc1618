"""Who is busy: load is spread, streams count until they are closed, and then no longer."""

from __future__ import annotations

import asyncio
import gc
import threading
import warnings
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from pool_fakes import AsyncFake, Clock, Fake, fake, pool, reply, stats
from shells import Shell

from polyvox import AllMembersFailed, AsyncFailoverPool, FailoverPool, Member
from polyvox.errors import BadRequest, PolyvoxError, ServerError, StreamClosed, StreamInterrupted
from polyvox.failover.flows import FailoverSource
from polyvox.types import Done, Reply, TextDelta

SECONDS = 20
CALLS, MEMBERS = 50, 5
CUT = StreamInterrupted("cut")
BROKEN = ServerError("broken")


def test_least_busy_with_threads() -> None:
    """Fifty calls at once are spread evenly over five members, one of which works already."""
    everybody = threading.Barrier(CALLS + 1)

    def answer() -> Reply:
        """Wait until all calls are under way."""
        everybody.wait(SECONDS)
        everybody.wait(SECONDS)
        return reply("hi")

    members = [Fake(answer) for _ in range(MEMBERS)]
    made = FailoverPool(members, strategy="least_busy")
    with ThreadPoolExecutor(CALLS) as threads:
        calls = [threads.submit(made.chat, "Hi") for _ in range(CALLS)]
        everybody.wait(SECONDS)
        busy = {one.busy for one in made.stats().values()}
        everybody.wait(SECONDS)
        served = [call.result().served_by for call in calls]

    assert {CALLS // MEMBERS} == busy
    assert {CALLS // MEMBERS} == {served.count(name) for name in made.stats()}
    assert {0} == {one.busy for one in made.stats().values()}


def test_least_busy_with_tasks() -> None:
    """The same with asyncio: calls that have ended make room, whoever they were of."""

    async def main() -> tuple[set[int], dict[str, Any]]:
        """Fifty calls, then one to a member that has just become free."""
        gate, inside = asyncio.Event(), asyncio.Semaphore(0)

        async def answer() -> Reply:
            """Wait for the gate."""
            inside.release()
            await gate.wait()
            return reply("hi")

        made = AsyncFailoverPool([AsyncFake(answer) for _ in range(MEMBERS)], strategy="least_busy")
        calls = [asyncio.ensure_future(made.chat("Hi")) for _ in range(CALLS)]
        for _ in range(CALLS):
            await inside.acquire()
        busy = {one.busy for one in made.stats().values()}
        calls[7].cancel()
        await asyncio.wait([calls[7]])
        calls.append(asyncio.ensure_future(made.chat("Hi")))
        await inside.acquire()
        gate.set()
        await asyncio.wait(calls)
        return busy, made.stats()

    busy, after = asyncio.run(main())

    assert {CALLS // MEMBERS} == busy
    assert {0} == {one.busy for one in after.values()}
    assert sorted([10, 10, 10, 10, 11]) == sorted(one.calls for one in after.values())


def test_the_least_busy_member_is_asked(shell: Shell) -> None:
    """A member with open streams is asked last."""
    first, second = fake(shell, ["a", "b"]), fake(shell, ["c"])
    made = pool(shell, first, second, strategy="least_busy")
    stream = made.stream("Hi")
    shell.one(stream)

    served = [shell.items(made.stream("Hi")) and stats(made, "calls") for _ in range(3)]
    shell.shut(stream)

    assert {"a": 1, "b": 3} == served[-1]


def test_a_stream_counts_until_it_is_closed(shell: Shell) -> None:
    """A member is busy from the first event to the last, or until the stream is left."""
    made = pool(shell, fake(shell, ["a", "b", "c"]))
    left, read = made.stream("Hi"), made.stream("Hi")

    before = stats(made, "busy")["a"]
    shell.one(left)
    shell.one(read)
    during = stats(made, "busy")["a"]
    shell.shut(left)
    after = stats(made, "busy")["a"]
    shell.each(read)

    assert (0, 2, 1, 0) == (before, during, after, stats(made, "busy")["a"])


def test_a_stream_tells_who_serves_it(shell: Shell) -> None:
    """The stream and its reply name the member, `partial` too; headers are the member's."""
    made = pool(shell, fake(shell, ["a", "b"]))
    stream = made.stream("Hi", model="m", system="S")
    unopened = (stream.served_by, stream.partial.text, stream.headers)

    first = shell.one(stream)
    begun = (stream.served_by, stream.partial.text, stream.partial.served_by, stream.request_id)
    rest = shell.each(stream)

    assert (None, "", {}) == unopened
    assert ("a", "a", "a", "r-1") == begun
    assert [TextDelta("a"), TextDelta("b"), Done(stream.final)] == [first, *rest]
    assert ("ab", "a") == (stream.final.text, stream.final.served_by)


@pytest.mark.parametrize(
    "broken",
    [ServerError("refused", code="refused"), [CUT], BROKEN],
    ids=["at once", "before the first event", "with an error event"],
)
def test_before_the_first_event_the_next_one_streams(broken: Any, shell: Shell) -> None:
    """Nothing was delivered yet, so the next member begins anew."""
    first = fake(shell, broken)
    made = pool(shell, first, fake(shell, ["b"]))

    stream = made.stream("Hi")
    events = shell.items(stream)

    assert [TextDelta("b"), Done(stream.final)] == events
    assert "b" == stream.served_by
    assert {"a": 1, "b": 0} == stats(made, "failures")
    assert {"a": 0, "b": 0} == stats(made, "busy")


def test_after_the_first_event_nobody_goes_on(shell: Shell) -> None:
    """A stream that breaks in the middle is an error with what arrived; its member cools down."""
    second = fake(shell)
    made = pool(shell, fake(shell, ["a", CUT]), second, clock=Clock())

    with pytest.raises(StreamInterrupted) as caught:
        shell.items(made.stream("Hi"))

    error = caught.value
    assert ("a", "a", "a") == (error.served_by, error.partial.text, error.partial.served_by)
    assert [] == second.calls
    assert {"a": 1030.0, "b": None} == stats(made, "cooling_until")
    assert {"a": 0, "b": 0} == stats(made, "busy")


def test_a_final_error_in_the_middle(shell: Shell) -> None:
    """An error in the middle that is the caller's fault makes nobody cool down."""
    made = pool(shell, fake(shell, ["a", BadRequest("too long")]))

    with pytest.raises(BadRequest):
        shell.items(made.stream("Hi"))

    assert {"a": 0} == stats(made, "failures")


def test_all_streams_fail(shell: Shell) -> None:
    """The list of failures is that of a chat."""
    made = pool(shell, fake(shell, BROKEN), fake(shell, BROKEN))

    with pytest.raises(AllMembersFailed):
        shell.items(made.stream("Hi"))
    assert {"a": 0, "b": 0} == stats(made, "busy")


def test_streams_of_pools_in_pools(shell: Shell) -> None:
    """Stream, reply and error name the way to the member."""
    inner = pool(shell, fake(shell, BROKEN), fake(shell, ["b"], ["b", CUT]))
    made = pool(shell, Member(inner, name="inner"))
    stream = made.stream("Hi")
    shell.items(stream)

    with pytest.raises(StreamInterrupted) as caught:
        shell.items(made.stream("Hi"))

    assert ["inner/b"] * 4 == [
        stream.served_by,
        stream.final.served_by,
        caught.value.served_by,
        caught.value.partial.served_by,
    ]


def test_a_stream_that_ends_without_a_reply(shell: Shell) -> None:
    """A client whose stream has no `Done` gives what it has, and no final reply."""
    made = pool(shell, fake(shell, ["a", None]))
    stream = made.stream("Hi")

    assert [TextDelta("a")] == shell.items(stream)
    with pytest.raises(StreamClosed):
        _ = stream.final


def test_errors_without_a_partial(shell: Shell) -> None:
    """An error in the middle that carries nothing is passed on as it is."""

    def cut() -> str:
        """Break off."""
        raise CUT

    made = pool(shell, fake(shell, ["a", cut]))

    with pytest.raises(StreamInterrupted) as caught:
        shell.items(made.stream("Hi"))
    assert (None, "a") == (caught.value.partial, caught.value.served_by)


def test_a_source_can_be_closed_before_it_is_open(shell: Shell) -> None:
    """Closing and interrupting do nothing when nothing was begun."""
    made = pool(shell, fake(shell))
    source = FailoverSource(made._roster, "Hi", None, None, {})

    source.interrupt()
    shell.call(made._runner.run, source.close())

    assert {"a": 0} == stats(made, "calls")


def test_interrupting_while_a_stream_is_opened() -> None:
    """Who interrupts a stream that has not begun wants no other member to be asked."""
    second = Fake()

    def interrupted() -> str:
        """Be interrupted while waiting."""
        stream.interrupt()
        raise BROKEN

    made = FailoverPool([Fake([interrupted]), second])
    stream = made.stream("Hi")

    with pytest.raises(ServerError):
        next(stream)
    assert [] == second.calls


def test_a_bug_in_a_client_frees_its_member(shell: Shell) -> None:
    """An error that is none of polyvox's passes through, and leaves nobody busy."""

    def bug() -> str:
        """Fail."""
        msg = "a bug"
        raise ValueError(msg)

    made = pool(shell, fake(shell, [bug]))

    with pytest.raises(ValueError, match="a bug"):
        shell.items(made.stream("Hi"))
    assert {"a": 0} == stats(made, "busy")


def test_a_forgotten_stream_frees_its_member(shell: Shell) -> None:
    """A stream that nobody closes is told about, and does not keep its member busy."""
    made = pool(shell, fake(shell, ["a", "b"]))
    streams = [made.stream("Hi")]
    shell.one(streams[0])

    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        streams.clear()
        text = str(told[0].message)
        told.clear()  # What was told holds the stream.
        gc.collect()

    assert text.startswith("unclosed")
    assert {"a": 0} == stats(made, "busy")


@pytest.mark.parametrize("wait_for", ["the first event", "the second event"])
def test_cancelled_streams_free_their_member(wait_for: str) -> None:
    """A task that is cancelled while it waits for an event leaves nobody busy."""

    async def main() -> int:
        """Cancel at the wanted moment."""
        waiting = asyncio.Event()

        async def never() -> str:
            """Say that somebody waits, and never come."""
            waiting.set()
            await asyncio.Event().wait()
            raise AssertionError

        script: list[Any] = [never] if wait_for == "the first event" else ["a", never]
        client = AsyncFake(script)
        made = AsyncFailoverPool([Member(client, name="a")])

        async def read() -> None:
            """Read to the end, which never comes."""
            async with made.stream("Hi") as stream:
                async for _ in stream:
                    pass

        task = asyncio.ensure_future(read())
        await asyncio.wait_for(waiting.wait(), SECONDS)
        task.cancel()
        await asyncio.wait([task])
        assert task.cancelled()
        return made.stats()["a"].busy

    assert 0 == asyncio.run(main())


def test_ctrl_c_frees_the_member() -> None:
    """A blocking call that is interrupted leaves nobody busy."""
    made = FailoverPool([Member(Fake(KeyboardInterrupt()), name="a")])

    with pytest.raises(KeyboardInterrupt):
        made.chat("Hi")

    assert 0 == made.stats()["a"].busy


def test_many_threads_and_failures() -> None:
    """Under fifty threads and random failures every call is counted once, and nobody stays busy."""
    lock, number = threading.Lock(), iter(range(10**6))

    def sometimes() -> Reply:
        """Fail each third time."""
        with lock:
            fails = next(number) % 3 == 0
        if fails:
            raise ServerError("now and then")
        return reply("hi")

    made = FailoverPool([Fake(sometimes) for _ in range(3)], cooldown=0)

    def ask(_: int) -> bool:
        """One call."""
        try:
            return made.chat("Hi").served_by is not None
        except PolyvoxError:
            return False

    with ThreadPoolExecutor(CALLS) as threads:
        won = sum(threads.map(ask, range(500)))
    facts = made.stats().values()

    assert won + sum(one.failures for one in facts) == sum(one.calls for one in facts)
    assert {0} == {one.busy for one in facts}
