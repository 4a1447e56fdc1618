"""When a stream is complete, rule by rule."""

from __future__ import annotations

from typing import Any

import pytest

from polyvox_core.ends import EndTracker
from polyvox_core.operation import EndRule, StreamRule


def tracker(*ends: EndRule) -> EndTracker:
    """A tracker for a stream with *ends*."""
    return EndTracker(StreamRule("sse", ends=ends))


def finished(*reasons: Any) -> dict[str, Any]:
    """A chunk with choices of these finish reasons."""
    return {"choices": [{"finish_reason": reason} for reason in reasons]}


def test_a_literal_ends_the_stream() -> None:
    """The literal counts, blanks around it or not, once something came before."""
    ends = tracker(EndRule(data="[DONE]"))

    assert not ends.is_terminator("{}")
    ends.observe("", {})
    assert not ends.complete
    assert ends.is_terminator(" [DONE] ")
    assert (True, True) == (ends.over, ends.complete)
    assert ends.is_terminator("anything after it")


def test_a_literal_alone_is_no_answer() -> None:
    """A stream that only says that it is over delivered nothing."""
    ends = tracker(EndRule(data="[DONE]"))
    ends.is_terminator("[DONE]")

    assert (True, False) == (ends.over, ends.complete)


def test_events_counts_and_values_end_the_stream() -> None:
    """A named event, a number of items, a value that is named."""
    named = tracker(EndRule(event="end"))
    counted = tracker(EndRule(count=2))
    valued = tracker(EndRule(path="/state/name", values=("a", "b")))

    for ends in (named, counted, valued):
        ends.observe("other", {"state": {"name": "z"}})
    assert [False] * 3 == [ends.over for ends in (named, counted, valued)]
    for ends in (named, counted, valued):
        ends.observe("end", {"state": {"name": "b"}})
    assert [True] * 3 == [ends.over for ends in (named, counted, valued)]
    for ends in (named, counted, valued):
        ends.observe("more", {})
    assert [True] * 3 == [ends.complete for ends in (named, counted, valued)]


def test_a_value_makes_an_end_legitimate() -> None:
    """Any value but null at the path allows an end; more may follow."""
    ends = tracker(EndRule(path="/usage"))
    ends.observe("", {"usage": None})
    assert not ends.complete
    ends.observe("", {"usage": 0})
    assert (False, True) == (ends.over, ends.complete)
    ends.observe("", {})
    assert ends.complete


@pytest.mark.parametrize("value", [None, 5, [], {"choices": None}, {"choices": {"a": 1}}])
def test_other_shapes_are_no_sign(value: Any) -> None:
    """What has not the shape of the path says nothing."""
    ends = tracker(
        EndRule(path="/choices/*/finish_reason"),
        EndRule(path="/a/b"),
        EndRule(path="/a/b", values=(1,)),
    )
    ends.observe("", value)

    assert not ends.complete


def test_every_choice_must_finish() -> None:
    """With several choices, all that were seen need a reason."""
    ends = tracker(EndRule(path="/choices/*/finish_reason"))

    ends.observe("", finished(None, None))
    ends.observe("", finished("stop", None))
    assert not ends.complete
    ends.observe("", {"choices": [{"index": 1, "finish_reason": "length"}]})
    assert ends.complete


def test_choices_are_told_apart_by_their_index() -> None:
    """One choice per chunk, in any order."""
    ends = tracker(EndRule(path="/choices/*/finish_reason"))

    for index, reason in [(0, None), (1, None), (1, "stop"), (1, None)]:
        ends.observe("", {"choices": [{"index": index, "finish_reason": reason}]})
    assert not ends.complete
    ends.observe("", {"choices": [{"index": 0, "finish_reason": "stop"}]})
    assert ends.complete
    ends.observe("", {"choices": []})
    assert ends.complete


def test_a_finished_choice_may_go_on_silently() -> None:
    """A choice that finished, and is sent again without a reason, stays finished."""
    ends = tracker(EndRule(path="/choices/*/finish_reason"))

    ends.observe("", finished("stop"))
    ends.observe("", finished(None))
    assert ends.complete


def test_without_rules_there_is_no_end() -> None:
    """A stream without rules is never complete."""
    ends = tracker()
    ends.observe("", {})

    assert not ends.complete


@pytest.mark.parametrize("index", [None, [], {}, "0", 1.5])
def test_an_odd_index_counts_as_none(index: Any) -> None:
    """What is no number tells nothing apart; the position does."""
    ends = tracker(EndRule(path="/choices/*/finish_reason"))

    ends.observe("", {"choices": [{"index": index, "finish_reason": None}]})
    assert not ends.complete
    ends.observe("", {"choices": [{"index": index, "finish_reason": "stop"}]})
    assert ends.complete


def test_a_rule_that_says_nothing() -> None:
    """An empty rule is no sign."""
    ends = tracker(EndRule())
    ends.observe("", {"a": 1})

    assert not ends.complete
