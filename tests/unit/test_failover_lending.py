"""What a pool lends its members: time, retries, names of models, options, and the chat itself."""

from __future__ import annotations

from typing import Any

import pytest
from pool_fakes import Clock, fake, pool, stats
from shells import Shell

from polyvox import AllMembersFailed, DeadlineExceeded, Member, Message, Timeouts
from polyvox.errors import ConfigError, PolyvoxError, ServerError

BROKEN = ServerError("broken", request_id="r-1")
LATE = DeadlineExceeded("too late")


def spending(clock: Clock, seconds: float, outcome: Any) -> Any:
    """An outcome that takes some time."""

    def spend() -> Any:
        """Let the time pass."""
        clock.now += seconds
        if isinstance(outcome, PolyvoxError):
            raise outcome
        return outcome

    return spend


def lent(client: Any, name: str) -> list[Any]:
    """What each call of a fake got as the option *name*."""
    return [call.get(name) for call in client.calls]


def test_time_is_shared(shell: Shell) -> None:
    """`timeout=` bounds the whole call: each member is lent what the others left."""
    clock = Clock()
    first, second = fake(shell, spending(clock, 7.5, BROKEN)), fake(shell)
    made = pool(shell, first, second, clock=clock)

    shell.call(made.chat, "Hi", timeout=10)

    assert ([10.0], [2.5]) == (lent(first, "timeout"), lent(second, "timeout"))


def test_forms_of_time_limits(shell: Shell) -> None:
    """Parts of `Timeouts` are kept; None lends no limit; without one, clients have their own."""
    clock = Clock()
    first, second = fake(shell, spending(clock, 4, BROKEN)), fake(shell)
    made = pool(shell, first, second, clock=clock, strategy="priority", cooldown=0)

    for timeout in (Timeouts(total=10, idle=3), Timeouts(total=None), None):
        shell.call(made.chat, "Hi", timeout=timeout)
    shell.call(made.chat, "Hi")

    assert [
        Timeouts(total=6, idle=3),
        Timeouts(total=None),
        None,
        None,
    ] == lent(second, "timeout")
    assert "timeout" not in second.calls[-1]


def test_a_members_own_time_limit(shell: Shell) -> None:
    """The shorter of the member's own limit and what is left counts."""
    clock = Clock()
    first, second = fake(shell, spending(clock, 2, BROKEN)), fake(shell)
    members = [
        Member(first, name="a", options={"timeout": 2}),
        Member(second, name="b", options={"timeout": Timeouts(total=5, read=1)}),
    ]
    made = pool(shell, *members, clock=clock, strategy="priority", cooldown=0)

    shell.call(made.chat, "Hi", timeout=100)
    shell.call(made.chat, "Hi", timeout=3)
    shell.call(made.chat, "Hi")
    shell.call(made.chat, "Hi", timeout=None)

    assert [2, 2, 2, 2] == lent(first, "timeout")
    assert [5, 1, 5, 5] == [one.total for one in lent(second, "timeout")]
    assert {1} == {one.read for one in lent(second, "timeout")}


def test_a_member_that_uses_up_its_own_time(shell: Shell) -> None:
    """A member's own limit ends its try, not the call."""
    clock = Clock()
    first = fake(shell, spending(clock, 2, LATE))
    members = [Member(first, name="a", options={"timeout": 2}), Member(fake(shell), name="b")]
    made = pool(shell, *members, clock=clock)

    assert "b" == shell.call(made.chat, "Hi", timeout=60).served_by
    assert 1 == stats(made, "failures")["a"]


def test_the_deadline_of_the_call(shell: Shell) -> None:
    """When the time is used up nobody else is asked, whoever used it up."""
    clock = Clock()
    third = fake(shell)
    outcomes = [spending(clock, 4, BROKEN), spending(clock, 6, LATE)]
    made = pool(shell, *(fake(shell, one) for one in outcomes), third, clock=clock)

    with pytest.raises(DeadlineExceeded, match=r"total time of 10 s\. a: ServerError.*; b: ") as (
        caught
    ):
        shell.call(made.chat, "Hi", timeout=10)

    assert [] == third.calls
    assert caught.value.__cause__ is not None
    assert {"a": 1, "b": 0, "c": 0} == stats(made, "failures")


def test_the_first_to_use_up_the_time_cools_down(shell: Shell) -> None:
    """Who had all the time and used it up is skipped next time; who got the rest is not."""
    clock = Clock()
    made = pool(shell, fake(shell, spending(clock, 10, LATE)), fake(shell), clock=clock)

    with pytest.raises(DeadlineExceeded):
        shell.call(made.chat, "Hi", timeout=10)

    assert {"a": 1, "b": 0} == stats(made, "failures")


def test_a_failure_after_the_deadline(shell: Shell) -> None:
    """A member that fails otherwise, but too late, ends the call as well."""
    clock = Clock()
    second = fake(shell)
    made = pool(shell, fake(shell, spending(clock, 11, BROKEN)), second, clock=clock)

    with pytest.raises(DeadlineExceeded, match="total time of 10 s") as caught:
        shell.call(made.chat, "Hi", timeout=10)

    assert "r-1" == caught.value.request_id
    assert [] == second.calls


def test_retries_do_not_multiply(shell: Shell) -> None:
    """While there is somebody else to go to, a member tries once; the last one as it was told."""
    first, second = fake(shell, BROKEN), fake(shell, BROKEN)
    made = pool(shell, first, second, clock=Clock(), cooldown=0)

    for options in ({}, {"retry": 5}):
        with pytest.raises(AllMembersFailed):
            shell.call(made.chat, "Hi", **options)

    assert [{"retry": False}, {"retry": False}] == first.calls
    assert [{}, {"retry": 5}] == second.calls


def test_members_that_cool_down_are_nobody_to_go_to(shell: Shell) -> None:
    """The only member that is left keeps its retries."""
    first, second = fake(shell, BROKEN), fake(shell)
    made = pool(shell, first, second, clock=Clock())

    for _ in range(2):
        shell.call(made.chat, "Hi")

    assert [{}, {}] == second.calls


def test_a_members_own_retries(shell: Shell) -> None:
    """A member may be told to try more than once all the same."""
    first = fake(shell, BROKEN)
    made = pool(shell, Member(first, name="a", options={"retry": 2}), fake(shell))

    shell.call(made.chat, "Hi", retry=9)

    assert [2] == lent(first, "retry")


def test_models_are_renamed(shell: Shell) -> None:
    """One call names one model; each member has its own name for it."""
    clients = [fake(shell) for _ in range(3)]
    members = [
        Member(clients[0], name="a", models={"smart": "gpt-4o"}),
        Member(clients[1], name="b", models={"smart": "llama"}, model="small"),
        Member(clients[2], name="c"),
    ]
    made = pool(shell, *members)

    for model in ("smart", "other"):
        for _ in members:
            shell.call(made.chat, "Hi", model=model)

    assert ["gpt-4o", "other"] == lent(clients[0], "model")
    assert ["llama", "small"] == lent(clients[1], "model")
    assert ["smart", "other"] == lent(clients[2], "model")


def test_calls_without_a_model(shell: Shell) -> None:
    """A member with a model of its own needs none, nor does a client that has but one."""
    first, second = fake(shell), fake(shell)
    made = pool(shell, Member(first, name="a", model="own"), second)

    for _ in range(2):
        shell.call(made.chat, "Hi")

    assert (["own"], [None]) == (lent(first, "model"), lent(second, "model"))


def test_clients_that_take_no_model(shell: Shell) -> None:
    """A client of your own that knows no models is called without one."""
    client = fake(shell)
    plain = type(client)()

    def chat(chat: Any, **options: Any) -> Any:
        """Ask the other one."""
        return client.chat(chat, **options)

    async def achat(chat: Any, **options: Any) -> Any:
        """Ask the other one."""
        return await client.chat(chat, **options)

    plain.chat = achat if shell.is_async else chat
    made = pool(shell, plain)

    shell.call(made.chat, "Hi", model="m")

    assert [{}] == client.calls


def test_a_model_that_nobody_names(shell: Shell) -> None:
    """A client that wants a model, and gets none from anybody, is not asked."""
    client = shell.client("openai", base_url="http://127.0.0.1:9", api_key="key")
    made = pool(shell, client)

    with pytest.raises(ConfigError, match="names no model, and the member 'a' has none"):
        shell.call(made.chat, "Hi")


def test_options_of_members(shell: Shell) -> None:
    """Options of the call come before those of the member; headers and the like are joined."""
    first = fake(shell)
    own = {
        "temperature": 0,
        "top_p": 0.5,
        "extra_body": {"a": 1, "b": 1},
        "extra_query": {"q": "1"},
    }
    made = pool(shell, Member(first, name="a", options=own))

    shell.call(made.chat, "Hi", system="S", temperature=1, extra_body={"b": 2})

    assert [
        {
            "system": "S",
            "temperature": 1,
            "top_p": 0.5,
            "extra_body": {"a": 1, "b": 2},
            "extra_query": {"q": "1"},
        }
    ] == first.calls


def test_a_chat_can_be_read_again(shell: Shell) -> None:
    """A chat from a generator reaches the second member too."""
    first, second = fake(shell, BROKEN), fake(shell)
    made = pool(shell, first, second)

    shell.call(made.chat, (Message("user", text) for text in "ab"))

    expected = [{"role": "user", "content": "a"}, {"role": "user", "content": "b"}]
    assert [expected] == first.chats == second.chats


def test_broken_input_is_noticed_first(shell: Shell) -> None:
    """What is no chat, and what is no time limit, is refused before anybody is asked."""
    first = fake(shell)
    made = pool(shell, first)

    with pytest.raises(ConfigError, match="no chat message"):
        shell.call(made.chat, [7])
    with pytest.raises(ConfigError, match="time limit"):
        shell.call(made.chat, "Hi", timeout=-1)
    assert [] == first.calls
