"""What workflows need and this runner has not is told before anything runs; and expressions."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from jinja2 import TemplateError
from lwe_world import played
from shells import Shell

from polyvox.compat.lwe.workflows import TaskEvent
from polyvox.compat.lwe.workflows.arguments import pairs_of, variables_of
from polyvox.compat.lwe.workflows.expressions import OMIT, Expressions
from polyvox.compat.lwe.workflows.filters import FILTERS, TESTS
from polyvox.compat.lwe.workflows.modules.table import MODULES
from polyvox.errors import ConfigError, UnsupportedError

EVERYWHERE = """\
- name: "{{ 1 | f1 }}"
  debug: {var: 1 | f2}
  when: 1 | f3
  vars: {a: ["{{ 1 | f4 }}"]}
  loop: "{{ 1 | f5 }}"
  until: 1 | f6
  delay: "{{ 1 | f7 }}"
  failed_when: [1 | f8]
- block: [fail:]
  rescue: [fail: {msg: "{{ 1 | f9 }}"}]
  always: [assert: {that: 1 | f10}]
  when: 1 | f11
  vars: {"{{ 1 | f12 }}": 1}
- include_tasks: "{{ 1 | f13 }}"
- debug:
  ignore_errors: 1 | f14"""

# Name of the case -> a workflow, or tasks of one; what the message says.
MISSING: dict[str, tuple[str, list[str]]] = {
    "module": ("- name: Run\n  shell: rm", ["mine.yaml, 'Run': module 'shell'"]),
    "module or keyword": ("- apt: x\n  become: true", ["'apt': module 'apt' or 'become'"]),
    "no module": ("- name: Nothing", ["'Nothing': module none"]),
    "keyword": ("- debug:\n  become: true", ["'debug': keyword 'become'"]),
    "two modules": ("- debug:\n  stat: {path: a}", ["'debug': keyword 'stat'"]),
    "keyword of a block": ("- block: []\n  loop: [1]", ["'block': keyword 'loop'"]),
    "keyword of an include": (
        "- include_tasks: {file: none.yaml, apply: 1}\n  register: x",
        ["'include_tasks': keyword 'register'", "keyword 'apply'", "none.yaml'"],
    ),
    "no file": ("- include_tasks: {}", ["'include_tasks': include_tasks names no file"]),
    "keyword of a play": (
        "- name: P\n  hosts: all\n  roles: [a]\n  tasks: []",
        ["'P': keyword 'roles'"],
    ),
    "another computer": (
        "- name: P\n  hosts: web\n  connection: ssh\n  tasks: [{fail: }]",
        ["'P': hosts 'web'", "'P': connection 'ssh'"],
    ),
    "more computers": (
        "- name: P\n  hosts: [localhost, '{{ somewhere }}']\n  tasks: [{fail: }]",
        ["'P': hosts '{{ somewhere }}'"],
    ),
    "keyword of a loop": ("- debug:\n  loop: []\n  loop_control: {pause: 3}", ["keyword 'pause'"]),
    "prompts": (
        "- hosts: all\n  vars_prompt: [{prompt: A}, {name: b, salt: c}]",
        ["an entry of vars_prompt has no name", "keyword 'salt'", "variable 'b', for which nobody"],
    ),
    "parameters": (
        "- stat: {file: a}\n- lwe_llm: {message: a, template: b}\n- copy: {dest: a}",
        [
            "'stat': parameter 'file'",
            "'stat': no parameter 'path'",
            "'lwe_llm': not exactly one of 'message' and 'template'",
            "'copy': not exactly one of 'content' and 'src'",
        ],
    ),
    "one line": ("- debug: hello", ["module 'debug': The argument 'hello' has no name and value"]),
    "filters": (
        "- debug: {msg: \"{{ a | unzip }} {{ b is odder }} {{ lookup('env', 'X') }}\"}",
        ["filter 'unzip'", "test 'odder'", "function 'lookup'"],
    ),
    "everywhere": (
        EVERYWHERE,
        [f"filter 'f{number}'" for number in range(1, 15)],
    ),
    "variables of a play": ("- hosts: a\n  vars: {a: '{{ 1 | f1 }}'}", ["'play 1': filter 'f1'"]),
    "syntax": ("- debug: {msg: '{{ a'}", ["expression '{{ a' ("]),
    "bare syntax": ("- debug:\n  when: a ==", ["expression 'a ==' ("]),
    "shapes": (
        "- debug:\n  vars: [1]\n- block: 3\n- block: [4]",
        ["its vars are no mapping", "a list of tasks is a int", "a task is a int"],
    ),
    "in a file": (
        "- include_tasks: other.yaml\n- include_tasks: other.yaml",
        ["other.yaml, 'apt': module 'apt'"],
    ),
}


@pytest.mark.parametrize("case", MISSING)
def test_what_is_missing(shell: Shell, tmp_path: Path, case: str) -> None:
    """All that is missing is named with its place, once, and nothing runs."""
    text, expected = MISSING[case]
    (tmp_path / "workflows").mkdir()
    (tmp_path / "workflows" / "other.yaml").write_text("- apt:", "utf-8")
    events: list[TaskEvent] = []
    if "hosts:" not in text:
        text = f"- debug:\n{text}"
    result = played(shell, tmp_path, text, on_event=events.append)

    assert not result.success
    assert isinstance(result.error, UnsupportedError)
    assert [] == [one for one in expected if one not in result.message], result.message
    assert 1 == result.message.count(expected[0])
    assert [] == events


# Name of the case -> the text of a workflow, what the message says.
UNREADABLE: dict[str, tuple[str, str]] = {
    "yaml": ("# hosts:\n- a: b: c", "mine.yaml, line 2: not valid YAML"),
    "no list": ("hosts: localhost", "mine.yaml is no list of plays"),
    "no plays": ("- 'hosts: a'", "mine.yaml is no list of plays"),
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_what_is_no_workflow(shell: Shell, tmp_path: Path, case: str) -> None:
    """What is no list of plays is told."""
    text, expected = UNREADABLE[case]

    assert expected in played(shell, tmp_path, text).message


def test_computed_files_are_checked_late(shell: Shell, tmp_path: Path) -> None:
    """A file whose name is computed is checked when it is reached, before its tasks run."""
    (tmp_path / "workflows").mkdir()
    (tmp_path / "workflows" / "other.yaml").write_text("- debug:\n- apt:", "utf-8")
    events: list[TaskEvent] = []
    text = "- include_tasks: '{{ name }}.yaml'"
    result = played(shell, tmp_path, text, "name=other", on_event=events.append)

    assert "The file 'other.yaml' needs what is not there" in result.message
    assert ["include_tasks"] == [event.module for event in events]


def test_macros_may_be_called(shell: Shell, tmp_path: Path) -> None:
    """Macros, functions of Jinja and methods of values are no missing functions."""
    text = (
        "- set_fact: {found: \"{% macro m(x) %}<{{ x.upper() }}>{% endmacro %}{{ m('a') }}"
        "{{ range(2) | list }}{{ now(utc=true, fmt='%Y') | length }}{{ now().year > 2000 }}\"}"
    )

    assert "<A>[0, 1]4True" == played(shell, tmp_path, text).response["found"]


# Expression -> its value, with the variables below.
VALUES: dict[str, Any] = {
    "'/a/b.txt' | basename": "b.txt",
    "'/a/b.txt' | dirname": "/a",
    "'/a/b.txt' | splitext": ["/a/b", ".txt"],
    "'~/a' | expanduser": os.path.expanduser("~/a"),  # noqa: PTH111 - a text
    "'aGk=' | b64decode": "hi",
    "'é' | b64encode": "w6k=",
    "5 | b64encode": "NQ==",
    "['yes' | bool, 0 | bool, none | bool, true | bool]": [True, False, False, True],
    "{'a': {'b': 1}} | combine({'a': {'c': 2}})": {"a": {"c": 2}},
    "{'a': {'b': 1}} | combine({'a': {'c': 2}}, recursive=true)": {"a": {"b": 1, "c": 2}},
    "{'a': 1} | dict2items": [{"key": "a", "value": 1}],
    "[{'key': 'a', 'value': 1}] | items2dict": {"a": 1},
    "[1, 2, 2, 3] | difference([3])": [1, 2],
    "[1, 2, 2, 3] | intersect([2, 3])": [2, 3],
    "[1, 2] | union([2, 3])": [1, 2, 3],
    "[1, [2, [3, none]]] | flatten": [1, 2, 3],
    "[1, [2, [3]]] | flatten(levels=1)": [1, 2, [3]],
    "'[1]' | from_json": [1],
    "'a: [1]' | from_yaml": {"a": [1]},
    "{'a': 'é'} | to_json": '{"a": "é"}',
    "{'b': 1, 'a': 2} | to_nice_json(indent=1)": '{\n "a": 2,\n "b": 1\n}',
    "{'a': [1]} | to_yaml": "a:\n- 1\n",
    "'a' | hash": "86f7e437faa5a7fce15d1ddcb9eaeaea377667b8",
    "'a' | hash('md5')": "0cc175b9c0f1b6a831c399e269772661",
    "1 | mandatory": 1,
    "'a b' | quote": "'a b'",
    "[7] | random": 7,
    "1 | random": 0,
    "'a.b' | regex_escape": r"a\.b",
    "'a1b2' | regex_findall('[0-9]')": ["1", "2"],
    "'aXbx' | regex_replace('x', '-', ignorecase=true)": "a-b-",
    "'a\nb' | regex_replace('^b', '-', multiline=true)": "a\n-",
    "'ab12' | regex_search('[0-9]+')": "12",
    r"'ab12' | regex_search('([a-z])([0-9])', '\\2', '\\1')": ["1", "b"],
    "'ab' | regex_search('[0-9]')": None,
    "'a,b' | split(',')": ["a", "b"],
    "'a b' | split": ["a", "b"],
    "true | ternary(1, 2)": 1,
    "false | ternary(1, 2)": 2,
    "none | ternary(1, 2, 3)": 3,
    "1 | type_debug": "int",
    "[1, 2] | zip([3, 4, 5])": [[1, 3], [2, 4]],
    "[1] is contains(1)": True,
    "here is directory": True,
    "here is exists": True,
    "here is file": False,
    "{'failed': true} is failed": True,
    "{'failed': true} is failure": True,
    "{} is success": True,
    "{} is succeeded": True,
    "{} is successful": True,
    "{'skipped': true} is skip": True,
    "{} is changed": False,
    "0 is falsy": True,
    "1 is truthy": True,
    "'abc' is match('a')": True,
    "'abc' is match('b')": False,
    "'abc' is search('B', ignorecase=true)": True,
    "'abc' is regex('b')": True,
    "[1] is subset([1, 2])": True,
    "[1] is superset([1, 2])": False,
    "[3, 1] | map('string') | list": ["3", "1"],
    "range(2)": [0, 1],
    "1, 2": [1, 2],
    "omit }} {{ 'x'": "omit x",
}


def values_of(names: Any) -> Mapping[str, Any]:
    """The variables there are."""
    known = {"here": str(Path(__file__).parent), "omit": OMIT}
    return {name: known[name] for name in names if name in known}


@pytest.mark.parametrize("expression", VALUES)
def test_filters_and_tests(expression: str) -> None:
    """Each filter and test of Ansible that is there does what Ansible's does."""
    assert VALUES[expression] == Expressions().value(f"{{{{ {expression} }}}}", values_of)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("nowhere | mandatory", "Mandatory variable is not defined"),
        ("nowhere | mandatory(msg='Say it')", "Say it"),
        ("'a' | hash('nope')", "There is no hash 'nope'"),
        ("'a' | hash('shake_128')", "There is no hash"),
        ("'a' is failed", "not a str"),
        ("[1, nowhere]", "'nowhere' is undefined"),
    ],
)
def test_expressions_that_fail(expression: str, expected: str) -> None:
    """What an expression cannot compute is told."""
    with pytest.raises(TemplateError, match=expected):
        Expressions().value(f"{{{{ {expression} }}}}", values_of)


def test_dates_are_data() -> None:
    """What is neither text nor list stays as it is."""
    moment = object()

    assert moment is Expressions().value(moment, values_of)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a=1 b='2 3' c=", [("a", "1"), ("b", "2 3"), ("c", "")]),
        ("a=b=c", [("a", "b=c")]),
        (
            'a="{{ x }} {{ y }}" b={{ z | f("q") }}',
            [("a", "{{ x }} {{ y }}"), ("b", '{{ z | f("q") }}')],
        ),
        ("", []),
    ],
)
def test_variables_in_one_line(text: str, expected: list[tuple[str, str]]) -> None:
    """Names and values are told apart as by a shell, expressions are whole."""
    assert expected == pairs_of(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", "'a' has no name and value"),
        ("=a", "'=a' has no name"),
        ("a='b", "No closing quotation"),
    ],
)
def test_lines_that_cannot_be_read(shell: Shell, tmp_path: Path, text: str, expected: str) -> None:
    """A line that cannot be read is a failure, as is one in a workflow."""
    with pytest.raises(ConfigError, match=expected):
        variables_of(text)
    assert expected in played(shell, tmp_path, "- debug:", text).message


def test_variables_of_nothing() -> None:
    """No variables are given by None."""
    assert {} == variables_of(None)


def test_the_page_lists_what_there_is() -> None:
    """The table of the guide names each module, filter and test, and no other."""
    page = Path(__file__).parents[2] / "docs" / "lwe-workflows.md"
    rows = dict(re.findall(r"^\| (\w+) \| (.*) \|$", page.read_text("utf-8"), re.MULTILINE))
    named = {row: " ".join(re.findall(r"`([^`]*)`", text)).split() for row, text in rows.items()}
    modules = [
        name for row in ("asking", "variables", "files", "data", "servers") for name in named[row]
    ]

    assert sorted(MODULES) == sorted(set(modules))
    assert sorted(FILTERS) == named["filters"]
    assert sorted(TESTS) == named["tests"]
