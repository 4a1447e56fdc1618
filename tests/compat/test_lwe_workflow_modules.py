"""Modules of workflows: models, files, databases, texts, and what they refuse."""

from __future__ import annotations

import base64
import sqlite3
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from lwe_world import lwe_backend, made_up, played
from shells import Shell

from polyvox.compat.lwe.workflows.modules.calling import TaskFault, coerced
from polyvox.compat.lwe.workflows.modules.text import text_of_html


def test_conversations_go_on(shell: Shell, tmp_path: Path) -> None:
    """A task continues the conversation of another; tasks without one begin their own."""
    backend = lwe_backend(shell, tmp_path, backend_options__default_user="ada")
    made_up(backend, "one", "two", "three")
    text = """
    - lwe_llm: {message: First, title: Mine, user: ada, profile: default}
      register: first
    - lwe_llm: {message: Second, conversation_id: "{{ first.conversation_id }}"}
      register: second
    - lwe_llm: {message: Third}
      register: third
    """
    result = played(shell, tmp_path, text, backend=backend)
    found = result.response

    assert result.success, result.message
    assert found["first"]["conversation_id"] == found["second"]["conversation_id"]
    assert found["first"]["conversation_id"] != found["third"]["conversation_id"]
    history = shell.call(backend.get_history).response
    assert "Mine" == history[found["first"]["conversation_id"]]["title"]


# What lwe_llm cannot do -> its parameters, what the message says.
UNASKED: dict[str, tuple[str, str]] = {
    "profile": ("{message: Hi, profile: other}", "The backend's profile is 'default', not 'other'"),
    "user": ("{message: Hi, user: bob}", "The backend's user is None, not 'bob'"),
    "preset": ("{message: Hi, preset: none}", "Preset 'none' not found"),
    "template": ("{template: none.md}", "Template 'none.md' not found"),
    "failure": ("{message: Hi}", "fake"),
}


@pytest.mark.parametrize("case", UNASKED)
def test_models_that_cannot_be_asked(shell: Shell, tmp_path: Path, case: str) -> None:
    """What stands in the way of a question is told, and the task fails."""
    arguments, expected = UNASKED[case]
    backend = lwe_backend(shell, tmp_path)
    made_up(backend, {"content": ""})
    expected = expected.replace("fake", "The model's answer is empty")

    assert expected in played(shell, tmp_path, f"- lwe_llm: {arguments}", backend=backend).message


@pytest.mark.parametrize(
    ("kind", "given", "expected"),
    [
        ("any", [1], [1]),
        ("bool", True, True),
        ("bool", "Yes", True),
        ("bool", "off", False),
        ("bool", 1, True),
        ("dict", {1: 2}, {"1": 2}),
        ("float", "1.5", 1.5),
        ("int", "7", 7),
        ("list", "a", ["a"]),
        ("list", 1, [1]),
        ("list", (1, 2), [1, 2]),
        ("path", "a/b", Path("a/b")),
        ("str", 7, "7"),
    ],
)
def test_parameters(kind: str, given: Any, expected: Any) -> None:
    """A parameter takes what can be meant by it."""
    assert expected == coerced(given, kind, "x")


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        ("bool", "maybe"),
        ("dict", "a"),
        ("float", "a"),
        ("float", None),
        ("int", True),
        ("int", "1.5"),
        ("list", {}),
        ("path", None),
        ("str", []),
    ],
)
def test_parameters_that_do_not_fit(kind: str, given: Any) -> None:
    """Anything else is refused by the parameter's name."""
    with pytest.raises(TaskFault, match=f"The parameter 'x' takes a {kind}, not "):
        coerced(given, kind, "x")


def test_home_is_found() -> None:
    """A path may begin in the user's home."""
    assert Path.home() / "a" == coerced("~/a", "path", "x")


def test_messages(shell: Shell, tmp_path: Path) -> None:
    """Messages and variables are shown; assertions tell that they hold."""
    text = """
    - debug:
      register: first
    - debug: {var: first.msg}
      register: second
    - debug: {msg: [1, "{{ 2 }}"]}
      register: third
    - assert: {that: "1 < 2", quiet: true}
      register: fourth
    - assert: {that: ["1 < 2"], success_msg: Fine}
      register: fifth
    """
    found = played(shell, tmp_path, text).response

    assert "Hello world!" == found["first"]["msg"] == found["second"]["first.msg"]
    assert [1, 2] == found["third"]["msg"]
    assert ["All assertions passed", "Fine"] == [found[one]["msg"] for one in ("fourth", "fifth")]


def test_writing(shell: Shell, tmp_path: Path) -> None:
    """Content is written once; lists and dicts become JSON; folders take the name of the source."""
    text = """
    - copy: {content: "{{ [1, {'a': 'é'}] }}", dest: "{{ folder }}/a.json"}
      register: first
    - copy: {content: "{{ [1, {'a': 'é'}] }}", dest: "{{ folder }}/a.json", mode: 384}
      register: second
    - copy: {content: "{{ [1, {'a': 'é'}] }}", dest: "{{ folder }}/a.json", mode: "0600"}
      register: third
    - copy: {content: 7, dest: "{{ folder }}/a.json", force: false}
      register: fourth
    - file: {dest: "{{ folder }}/sub", state: directory}
      register: fifth
    - copy: {src: "{{ folder }}/a.json", dest: "{{ folder }}/sub"}
      register: sixth
    - copy: {content: 7, dest: "{{ folder }}/seven"}
    - copy: {content: "{{ raw }}", dest: "{{ folder }}/raw"}
    """
    result = played(shell, tmp_path, text, {"folder": str(tmp_path), "raw": b"\xff"})
    found = result.response

    assert result.success, result.message
    assert '[1,{"a":"é"}]' == (tmp_path / "a.json").read_text("utf-8")
    assert [True, True, False, False, True, True] == [
        found[name]["changed"] for name in ("first", "second", "third", "fourth", "fifth", "sixth")
    ]
    assert "0600" == found["third"]["mode"]
    assert found["first"]["checksum"] == found["fourth"]["checksum"]
    assert str(tmp_path / "sub" / "a.json") == found["sixth"]["dest"]
    assert "7" == (tmp_path / "seven").read_text("utf-8")
    assert b"\xff" == (tmp_path / "raw").read_bytes()


def test_states(shell: Shell, tmp_path: Path) -> None:
    """Files and folders are made and removed, and it is told whether anything changed."""
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    text = """
    - file: {path: "{{ folder }}/a", state: touch, mode: "0640"}
    - file: {path: "{{ folder }}/a", mode: "0600"}
    - file: {path: "{{ folder }}/a"}
    - file: {path: "{{ folder }}/d/e", state: directory}
    - file: {path: "{{ folder }}/d/e", state: directory}
    - file: {name: "{{ folder }}/a", state: absent}
    - file: {path: "{{ folder }}/a", state: absent}
    - file: {path: "{{ folder }}/link", state: absent}
    - file: {path: "{{ folder }}/d", state: absent}
    """
    changed: list[bool] = []
    given = {"folder": str(tmp_path)}
    listen = lambda event: changed.append(event.result["changed"])  # noqa: E731 - a line of test
    result = played(shell, tmp_path, text, given, on_event=listen)

    assert result.success, result.message
    assert [True, True, False, True, False, True, False, True, True] == changed
    assert ["workflows"] == [one.name for one in tmp_path.iterdir()]


def test_looking(shell: Shell, tmp_path: Path) -> None:
    """What is at a path is told, and so is that nothing is."""
    (tmp_path / "a").write_bytes(b"\xff\x00")
    text = """
    - stat: {path: "{{ folder }}/a"}
      register: file
    - stat: {path: "{{ folder }}", get_checksum: false}
      register: folder_stat
    - stat: {path: "{{ folder }}/a/b"}
      register: nothing
    - slurp: {path: "{{ folder }}/a"}
      register: raw
    """
    found = played(shell, tmp_path, text, {"folder": str(tmp_path)}).response

    assert (True, 2, "da33e419") == (
        found["file"]["stat"]["isreg"],
        found["file"]["stat"]["size"],
        found["file"]["stat"]["checksum"][:8],
    )
    assert found["folder_stat"]["stat"]["isdir"]
    assert "checksum" not in found["folder_stat"]["stat"]
    assert {"exists": False} == found["nothing"]["stat"]
    assert b"\xff\x00" == base64.b64decode(found["raw"]["content"])


# Name of the case -> a task in a folder with the files a (text), b (bytes), notes.db -> message.
REFUSED: dict[str, tuple[str, str]] = {
    "no file": ("slurp: {src: '{{ f }}/none'}", "No such file or directory"),
    "no folder": ("copy: {content: a, dest: '{{ f }}/none/a'}", "No such file or directory"),
    "not there": ("file: {path: '{{ f }}/none'}", "No such file or directory"),
    "state": (
        "file: {path: '{{ f }}/a', state: hard}",
        "is none of absent, directory, file, touch",
    ),
    "mode": ("copy: {content: a, dest: '{{ f }}/c', mode: u+x}", "is no octal number"),
    "too long a name": ("stat: {path: '{{ \"a\" * 999 }}'}", "File name too long"),
    "no text": ("text_extractor: {path: '{{ f }}/b'}", "is no text in UTF-8"),
    "no pdf": ("text_extractor: {path: '{{ f }}/a.pdf'}", "reading one needs pypdf"),
    "sql": ("lwe_sqlite_query: {db: '{{ f }}/notes.db', query: SELEC}", "SQLite: near"),
    "sql in a list": (
        "lwe_sqlite_query: {db: '{{ f }}/notes.db', query: [INSERT INTO t VALUES (1), SELEC]}",
        "SQLite: near",
    ),
    "sql without values": (
        "lwe_sqlite_query: {db: '{{ f }}/notes.db', query: [a, b], query_params: [[]]}",
        "There are 2 queries and 1 lists of query_params",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refusals(shell: Shell, tmp_path: Path, case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be done is a failure of the task that says why."""
    task, expected = REFUSED[case]
    monkeypatch.setitem(sys.modules, "pypdf", None)
    (tmp_path / "a").write_text("Text", "utf-8")
    (tmp_path / "b").write_bytes(b"a\xff")
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 \xff")
    with sqlite3.connect(tmp_path / "notes.db") as connection:
        connection.execute("CREATE TABLE t (a)")
    connection.close()
    result = played(shell, tmp_path, f"- {task}", {"f": str(tmp_path)})
    connection = sqlite3.connect(tmp_path / "notes.db")

    assert expected in result.message
    assert [] == connection.execute("SELECT * FROM t").fetchall()
    connection.close()


def test_queries(shell: Shell, tmp_path: Path) -> None:
    """Queries take values by position and by name, and tell how many rows they changed."""
    text = """
    - lwe_sqlite_query: {db: "{{ db }}", query: CREATE TABLE t (a)}
      register: made
    - lwe_sqlite_query:
        db: "{{ db }}"
        query: INSERT INTO t VALUES (?), (?)
        query_params: [1, 2]
      register: filled
    - lwe_sqlite_query:
        db: "{{ db }}"
        query: ["UPDATE t SET a = a + 1", "SELECT a FROM t WHERE a > :least"]
        query_params: [[], {least: 2}]
      register: read
    - lwe_sqlite_query: {db: "{{ db }}", query: ["DELETE FROM t", "SELECT a FROM t"]}
      register: emptied
    """
    result = played(shell, tmp_path, text, {"db": str(tmp_path / "t.db")})
    found = result.response

    assert result.success, result.message
    assert ([], 0, False) == tuple(found["made"][one] for one in ("data", "row_count", "changed"))
    assert (2, True) == (found["filled"]["row_count"], found["filled"]["changed"])
    assert ([{"a": 3}], 1) == (found["read"]["data"], found["read"]["row_count"])
    assert ([], 2) == (found["emptied"]["data"], found["emptied"]["row_count"])


def test_texts(shell: Shell, tmp_path: Path) -> None:
    """Files are told apart by their endings; the default ending does no harm to texts."""
    for name, text in {"a.txt": "\ufeffOne", "b": "Two", "c.HTM": "<p>Seventy"}.items():
        (tmp_path / name).write_text(text, "utf-8")
    text = """
    - text_extractor: {path: "{{ folder }}/{{ item }}", max_length: 5}
      loop: [a.txt, b, c.HTM]
      register: read
    - text_extractor: {path: "{{ folder }}/b", default_extension: .html}
      register: other
    """
    result = played(shell, tmp_path, text, {"folder": str(tmp_path)})

    assert result.success, result.message
    assert ["One", "Two", "Seven"] == [one["content"] for one in result.response["read"]["results"]]
    assert 3 == result.response["other"]["length"]


def test_pages_of_pdf(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With pypdf the pages of a PDF are read; one that is broken is a failure."""

    class Reader:
        """Stands in for pypdf's."""

        def __init__(self, stream: Any) -> None:
            if b"broken" in stream.read():
                msg = "EOF"
                raise ValueError(msg)
            page = SimpleNamespace(extract_text=lambda: " Page ")
            self.pages = [page, page]

    monkeypatch.setitem(sys.modules, "pypdf", SimpleNamespace(PdfReader=Reader))
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7 broken")
    text = "- text_extractor: {path: '{{ folder }}/{{ name }}.pdf'}\n  register: read"
    whole, broken = (
        played(shell, tmp_path, text, {"folder": str(tmp_path), "name": name}) for name in "ab"
    )

    assert "Page\n\nPage" == whole.response["read"]["content"]
    assert "cannot be read as a PDF: EOF" in broken.message


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("a <b>b</b>\n c", "a b c"),
        ("<p>a<br>b</p>c", "a\nb\nc"),
        ("<pre>a\n  b</pre>c\nd", "a\nb\nc d"),
        ("</pre>a\nb", "a b"),
        ("<head><title>x</title><body>a", "a"),
        ("<script>x</script>a<style>y</style>", "a"),
        ("<svg><g>x</svg>a</b>", "a"),
        ("&lt;a&gt; &amp; &#233;", "<a> & é"),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        ("a<!-- b -->c", "ac"),
    ],
)
def test_text_of_pages(page: str, expected: str) -> None:
    """A page's text is what its reader sees."""
    assert expected == text_of_html(page)
