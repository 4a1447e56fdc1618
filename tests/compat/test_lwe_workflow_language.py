"""The language of workflows: variables, conditions, loops, retries, blocks and includes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lwe_world import played
from shells import Shell

from polyvox.compat.lwe.workflows import TaskEvent, WorkflowFailed
from polyvox.compat.lwe.worlds import ASYNCIO, BLOCKING


@pytest.fixture
def naps(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Seconds that were waited, without waiting."""
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        """Note the seconds."""
        slept.append(seconds)

    monkeypatch.setattr(BLOCKING.runner, "sleep", slept.append)
    monkeypatch.setattr(ASYNCIO.runner, "sleep", sleep)
    return slept


# Name of the case -> tasks, given variables, the variable `found`.
FOUND: dict[str, tuple[str, Any, Any]] = {
    "a value stays a value": ("- set_fact: {found: '{{ [1, 2] }}'}", None, [1, 2]),
    "a text of two": ("- set_fact: {found: '{{ 1 }} {{ 2 }}'}", None, "1 2"),
    "digits stay text": ("- set_fact: {found: '{{ n }}'}", "n=007", "007"),
    "any type is given": ("- set_fact: {found: '{{ n }}'}", {"n": {"a": [None]}}, {"a": [None]}),
    "own variables": (
        "- set_fact: {found: '{{ a }}'}\n  vars: {a: '{{ b }}', b: 'in {{ c }}', c: 1}",
        None,
        "in 1",
    ),
    "given wins": ("- set_fact: {found: '{{ a }}'}\n  vars: {a: 1}", {"a": 2}, 2),
    "facts win over vars": (
        "- set_fact: {a: 3}\n- set_fact: {found: '{{ a }}'}\n  vars: {a: 1}",
        None,
        3,
    ),
    "data is no expression": (
        "- set_fact: {a: '{{ b }}'}\n- set_fact: {found: '{{ a }}'}",
        {"b": "{{ 1 + 1 }}"},
        "{{ 1 + 1 }}",
    ),
    "omitted": (
        (
            "- assert: {that: true, success_msg: '{{ x | default(omit) }}'}\n  register: r\n"
            "- set_fact: {found: '{{ r.msg }}'}"
        ),
        None,
        "All assertions passed",
    ),
    "omitted inside": (
        "- set_fact: {found: [1, {a: '{{ x | default(omit) }}', b: 2}, '{{ omit }}']}",
        None,
        [1, {"b": 2}],
    ),
    "undefined inside": (
        "- set_fact: {found: \"{{ a | default('none') }}\"}\n  vars: {a: '{{ nowhere.at.all }}'}",
        None,
        "none",
    ),
    "facts of the runner": (
        "- set_fact: {found: '{{ inventory_hostname }} {{ ansible_date_time.year | length }}'}",
        None,
        "localhost 4",
    ),
    "facts by the module": (
        (
            "- setup:\n  register: r\n"
            "- set_fact: {found: '{{ r.ansible_facts.system == ansible_system }}'}"
        ),
        None,
        True,
    ),
    "one line": ("- set_fact: found='{{ a }} b' other=\"c d\"", {"a": "x y"}, "x y b"),
    "a set": ("- set_fact: {found: '{{ {1: 2}.items() | list }}'}", None, [[1, 2]]),
    "names of Ansible": (
        "- ansible.builtin.set_fact: {found: '{{ [1] | ansible.builtin.to_json }}'}",
        None,
        "[1]",
    ),
    "blocks of Jinja": (
        "- set_fact: {found: '{% for x in [1, 2] %}{{ x }}{% endfor %}'}",
        None,
        "12",
    ),
    "a comment": ("- set_fact: {found: 'a{# not this #}'}", None, "a"),
    "no index": (
        (
            "- debug: {msg: '{{ i }}{{ item }}'}\n  loop: [a, b]\n  loop_control: {index_var: i}\n"
            "  register: r\n- set_fact: {found: \"{{ r.results | map(attribute='msg') }}\"}"
        ),
        None,
        ["0a", "1b"],
    ),
    "an empty loop": (
        "- debug:\n  loop: []\n  register: r\n- set_fact: {found: '{{ r.skipped, r.results }}'}",
        None,
        [False, []],
    ),
    "a skipped loop": (
        (
            "- debug:\n  loop: '{{ nowhere }}'\n  when: false\n  register: r\n"
            "- set_fact: {found: '{{ r is skipped }}'}"
        ),
        None,
        True,
    ),
    "changed": (
        "- debug:\n  changed_when: true\n  register: r\n- set_fact: {found: '{{ r is changed }}'}",
        None,
        True,
    ),
    "not failed": (
        "- fail:\n  failed_when: false\n  register: r\n- set_fact: {found: '{{ r is failed }}'}",
        None,
        False,
    ),
    "conditions with braces": (
        "- set_fact: {found: 1}\n  when: ['{{ a }}', a == 1]",
        {"a": 1},
        1,
    ),
}


@pytest.mark.parametrize("case", FOUND)
def test_values(shell: Shell, tmp_path: Path, case: str) -> None:
    """Expressions give values, variables have their order, and data is never computed."""
    text, given, expected = FOUND[case]
    result = played(shell, tmp_path, text, given)

    assert result.success, result.message
    assert expected == result.response["found"]


# Name of the case -> tasks, what the message says.
FAILING: dict[str, tuple[str, str]] = {
    "fail": ("- fail: {msg: No more}", "task 'fail': No more"),
    "fail without words": ("- fail:", "Failed as requested"),
    "named": ("- name: Stop {{ 1 + 1 }}\n  fail:", "task 'Stop 2':"),
    "named badly": ("- name: Stop {{ nowhere }}\n  fail:", "task 'Stop {{ nowhere }}':"),
    "assert": ("- assert: {that: [true, 1 > 2]}", "Assertion failed"),
    "undefined": ("- debug: {msg: '{{ nowhere }}'}", "'nowhere' is undefined"),
    "undefined deep": ("- debug: {msg: '{{ {1: nowhere} }}'}", "'nowhere' is undefined"),
    "in a circle": (
        "- debug: {msg: '{{ a }}'}\n  vars: {a: '{{ b }}', b: '{{ a }}'}",
        "refers to itself: a -> b -> a",
    ),
    "when": ("- debug:\n  when: nowhere", "'nowhere' is undefined"),
    "failed_when": ("- debug:\n  failed_when: nowhere", "'nowhere' is undefined"),
    "changed_when": ("- debug:\n  changed_when: 1 / 0", "ZeroDivisionError"),
    "until": ("- debug:\n  until: nowhere\n  delay: 0", "'nowhere' is undefined"),
    "retries": ("- debug:\n  until: true\n  retries: many", "ValueError"),
    "never": ("- debug:\n  until: false\n  retries: 0", "Hello world!"),
    "loop": ("- debug:\n  loop: abc", "loop takes a list, not a str"),
    "loop undefined": ("- debug:\n  loop: '{{ nowhere }}'", "'nowhere' is undefined"),
    "loop and when": ("- debug:\n  loop: '{{ nowhere }}'\n  when: nowhere", "is undefined"),
    "items": ("- fail: {msg: '{{ item }}'}\n  loop: [a, b]", "2 of 2 items failed: a"),
    "internals": ("- debug: {msg: '{{ [].__class__ }}'}", "is unsafe"),
    "not a result": ("- debug:\n  when: 1 is failed", "takes the result of a task, not a int"),
    "kinds": ("- lwe_sqlite_query: {db: x, query: y, query_params: {a: 1}}", "takes a list"),
    "no kind": ("- stat: {path: [1]}", "The parameter 'path' takes a path, not '[1]'"),
    "not enough": ("- stat: {path: '{{ omit }}'}", "no parameter 'path'"),
    "ignored badly": ("- fail: {msg: Never}\n  ignore_errors: nowhere", "Never"),
    "rescue fails": ("- block: [fail: {msg: a}]\n  rescue: [fail: {msg: b}]", "task 'fail': b"),
    "always fails": ("- block: [fail: {msg: a}]\n  always: [fail: {msg: b}]", "task 'fail': b"),
    "a file that is not there": (
        "- include_tasks: '{{ x }}.yaml'\n  vars: {x: none}",
        "There is no file",
    ),
}


@pytest.mark.parametrize("case", FAILING)
def test_failures(shell: Shell, tmp_path: Path, case: str) -> None:
    """A task that fails ends the workflow, and the message names the task and the reason."""
    text, expected = FAILING[case]
    result = played(shell, tmp_path, text + "\n- set_fact: {never: 1}")

    assert not result.success
    assert expected in result.message
    assert "Error running workflow mine: " in result.message
    assert isinstance(result.error, WorkflowFailed)
    assert "never" not in result.response


def statuses(events: list[TaskEvent]) -> list[str]:
    """How the tasks ended, in order."""
    return [event.status for event in events]


def test_errors_are_ignored(shell: Shell, tmp_path: Path) -> None:
    """What is ignored does no harm: tasks, items of a loop, tasks of a block."""
    events: list[TaskEvent] = []
    text = """
    - fail:
      ignore_errors: yes
    - fail:
      loop: [1, 2]
      ignore_errors: "{{ item == 1 or true }}"
    - block:
        - fail:
        - fail:
          ignore_errors: false
          when: false
      ignore_errors: true
    - set_fact: {done: true}
    """
    result = played(shell, tmp_path, text, on_event=events.append)

    assert result.success, result.message
    assert result.response == {"done": True}
    assert ["ignored"] * 4 + ["skipped", "ok"] == statuses(events)


def test_blocks(shell: Shell, tmp_path: Path) -> None:
    """A failure leaves its block; what always runs does; the rest goes on when rescued."""
    text = """
    - block:
        - fail: {msg: "{{ why }}"}
        - set_fact: {never: 1}
      rescue:
        - set_fact: {rescued: "{{ ansible_failed_result.msg }} {{ ansible_failed_task.name }}"}
      always:
        - set_fact: {always: 1}
      vars: {why: broken}
    - block:
        - set_fact: {second: 1}
      rescue:
        - set_fact: {never: 1}
    """
    result = played(shell, tmp_path, text)

    assert result.success, result.message
    assert "broken fail" == result.response["rescued"]
    assert {"always", "second"} <= result.response.keys()
    assert "never" not in result.response


def test_retries_wait(shell: Shell, tmp_path: Path, naps: list[float]) -> None:
    """Between attempts the delay passes; three retries are the default."""
    events: list[TaskEvent] = []
    text = """
    - fail:
      register: first
      until: first is not failed
      delay: "{{ 0.5 * 3 }}"
      ignore_errors: true
    - fail:
      retries: 1
      ignore_errors: true
    - set_fact: {count: "{{ count | default(0) + 1 }}"}
      until: count == 2
    """
    result = played(shell, tmp_path, text, on_event=events.append)

    assert result.success, result.message
    assert [1.5, 1.5, 1.5, 5.0, 5.0] == naps
    assert 4 == result.response["first"]["attempts"]
    assert 2 == result.response["count"]
    assert [1, 2, 3, 4, 1, 2, 1, 2] == [event.attempt for event in events]
    assert "ok" == events[-1].status


def test_what_never_holds(shell: Shell, tmp_path: Path, naps: list[float]) -> None:
    """A condition that never holds is a failure, though the task itself succeeds."""
    result = played(shell, tmp_path, "- set_fact: {a: 1}\n  until: a == 2\n  register: r", None)

    assert "The condition of until never held." in result.message
    assert result.response["r"]["failed"]
    assert 3 == len(naps)


def test_plays(shell: Shell, tmp_path: Path) -> None:
    """Plays run one after the other; facts stay, variables of a play do not."""
    events: list[TaskEvent] = []
    text = """
- name: First
  hosts: localhost
  connection: local
  gather_facts: true
  tags: [all]
  vars: {a: 1}
  tasks:
    - set_fact: {first: "{{ a }}"}
- hosts: all
  tasks:
    - set_fact: {second: "{{ first + (a | default(10)) }}"}
"""
    result = played(shell, tmp_path, text, on_event=events.append)

    assert result.success, result.message
    assert {"first": 1, "second": 11} == result.response
    assert ["First", "play 2"] == [event.play for event in events]


def test_prompts(shell: Shell, tmp_path: Path) -> None:
    """Answers to prompts are data, win over the play's variables, and are not told."""
    asked: list[tuple[str, bool]] = []
    text = """
- hosts: localhost
  vars: {secret: none}
  vars_prompt:
    - {name: secret, prompt: Tell}
    - {name: other, default: usual, private: false}
  tasks:
    - set_fact: {found: "{{ secret }} {{ other }}"}
"""

    def ask_user(prompt: str, echo: bool) -> str:
        asked.append((prompt, echo))
        return "{{ 1 }}" if prompt == "Tell" else ""

    result = played(shell, tmp_path, text, ask_user=ask_user)

    assert {"found": "{{ 1 }} usual"} == result.response
    assert [("Tell", False), ("other", True)] == asked
    assert {"found": "x usual"} == played(shell, tmp_path, text, "secret=x").response


def test_includes(shell: Shell, tmp_path: Path) -> None:
    """Included files see their variables, count from their own folder, and may be computed."""
    folder = tmp_path / "workflows" / "sub"
    folder.mkdir(parents=True)
    (folder / "one.yaml").write_text(
        "- set_fact: {'{{ name }}': '{{ value }}'}\n- import_tasks: two.yaml", "utf-8"
    )
    (folder / "two.yaml").write_text("- set_fact: {value: 9}\n", "utf-8")
    (folder / "none.yaml").write_text("", "utf-8")
    text = """
    - include_tasks: sub/one.yaml
      vars: {name: a, value: "{{ 1 + 1 }}"}
    - include_tasks: "sub/{{ file }}.yaml"
      vars: {name: b, value: "{{ a + 1 }}", file: one}
    - include_tasks: sub/none.yaml
    - include_tasks: sub/one.yaml
      when: false
      register: nothing
    """.replace("      register: nothing\n", "")
    result = played(shell, tmp_path, text)

    assert result.success, result.message
    assert {"a": 2, "b": 3, "value": 9} == result.response


def test_failures_of_included_tasks(shell: Shell, tmp_path: Path) -> None:
    """A failure in an included file is that of its task; it can be rescued from outside."""
    (tmp_path / "workflows").mkdir()
    (tmp_path / "workflows" / "bad.yaml").write_text("- fail: {msg: deep}", "utf-8")
    text = "- block: [include_tasks: bad.yaml]\n  rescue: [debug:]\n- include_tasks: bad.yaml"
    result = played(shell, tmp_path, text)

    assert "Error running workflow mine: task 'fail': deep" == result.message


def test_includes_without_end(shell: Shell, tmp_path: Path) -> None:
    """A file that includes itself for ever is stopped."""
    (tmp_path / "workflows").mkdir()
    (tmp_path / "workflows" / "again.yaml").write_text("- include_tasks: again.yaml", "utf-8")
    result = played(shell, tmp_path, "- include_tasks: again.yaml")

    assert "Includes are nested more than 40 deep" in result.message


def test_listeners_may_fail(shell: Shell, tmp_path: Path) -> None:
    """What a listener raises is the caller's own, and ends the run."""

    def listen(event: TaskEvent) -> None:
        raise LookupError(event.task)

    with pytest.raises(LookupError, match="debug"):
        played(shell, tmp_path, "- debug:", on_event=listen)
