"""Workflows of LWE end to end: the samples run against the emulator, in both shells."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lwe_world import SAMPLES, lwe_backend
from pytest_httpserver import HTTPServer
from shells import Shell

from polyvox.compat.lwe.workflows import TaskEvent
from polyvox.emulator import Emulator


@pytest.fixture
def backend(shell: Shell, emulator: Emulator, tmp_path: Path) -> Any:
    """A backend with the samples."""
    return lwe_backend(shell, tmp_path, emulator)


def asked(emulator: Emulator) -> list[str]:
    """What models were asked, in order."""
    return [messages[-1]["content"] for messages in conversations(emulator)]


def conversations(emulator: Emulator) -> list[list[dict[str, Any]]]:
    """The messages of each request to a model."""
    return [json.loads(request.body)["messages"] for request in emulator.requests]


def test_a_question_and_its_answer(shell: Shell, backend: Any) -> None:
    """Variables given in one line reach the question; the answer is registered."""
    result = shell.call(backend.workflow_manager.run, "greet", "name='old friend'")

    assert result.success
    assert "Say hello to old friend" == result.response["greeting"]["response"]
    assert "Workflow greet completed" == result.message


def test_events_tell_each_task(shell: Shell, backend: Any) -> None:
    """Whoever listens is told of each task in order, with what it gave."""
    events: list[TaskEvent] = []
    shell.call(backend.workflow_manager.run, "greet", on_event=events.append)

    assert ["lwe_llm", "debug", "debug"] == [one.module for one in events]
    assert ["changed", "ok", "ok"] == [one.status for one in events]
    assert "Ask for a greeting of world" == events[0].task
    assert "The answer is: Say hello to world" == events[1].result["msg"]
    assert "Say hello to world" == events[2].result["greeting.response"]
    assert {"greet"} == {one.workflow for one in events}
    assert {"Greet somebody"} == {one.play for one in events}


def test_a_chain_with_retries(shell: Shell, backend: Any, emulator: Emulator) -> None:
    """Answers go into the next question, and what failed is tried again."""
    result = shell.call(backend.workflow_manager.run, "refine", {"text": shell.name})
    draft = f"Please summarise in plain words:\n{shell.name}"

    assert result.success, result.message
    assert draft == result.response["draft"]["response"]
    assert "at last" == result.response["polished"]["response"]
    assert [1, 3] == [result.response[name]["attempts"] for name in ("draft", "polished")]
    assert [draft, *[f"Polish this:\n{draft}"] * 3] == asked(emulator)
    assert "You are a creative writing assistant." == conversations(emulator)[-1][0]["content"]


def test_retries_end(shell: Shell, backend: Any) -> None:
    """When the retries are used up, the workflow fails with the last failure."""
    events: list[str] = []
    result = shell.call(
        backend.workflow_manager.run,
        "refine",
        {"polisher": "mute"},
        on_event=lambda event: events.append(event.status),
    )

    assert not result.success
    assert 4 == result.response["polished"]["attempts"]
    assert ["changed", "retrying", "retrying", "retrying", "failed"] == events
    assert result.message.startswith("Error running workflow refine: task 'Polish': ")
    assert "Polish" == result.error.task


def test_questions_to_the_user(shell: Shell, backend: Any) -> None:
    """Prompts and inputs are asked of a function; what is given is not asked for."""
    questions: list[tuple[str, bool]] = []

    def ask_user(prompt: str, echo: bool) -> str:
        questions.append((prompt, echo))
        return "I like them. "

    run = backend.workflow_manager.run
    result = shell.call(run, "interview", {"topic": "rivers"}, ask_user=ask_user)

    assert [("In which tone", True), ("What do you think of rivers?", True)] == questions
    assert "Answer in a I like them.  tone: I like them. " == result.response["reply"]["response"]


def test_coroutine_functions_answer(shell: Shell, backend: Any) -> None:
    """With asyncio, users and listeners may be coroutine functions; defaults fill silence."""
    heard: list[str] = []

    async def ask_user(prompt: str, echo: bool) -> str:
        """Answer all questions but one."""
        return "" if "tone" in prompt else "Fine"

    async def listen(event: TaskEvent) -> None:
        """Note the module."""
        heard.append(event.module)

    run = backend.workflow_manager.run
    result = shell.call(run, "interview", ask_user=ask_user, on_event=listen)

    if shell.is_async:
        assert "Answer in a friendly tone: Fine" == result.response["reply"]["response"]
        assert ["lwe_input", "lwe_llm"] == heard
    else:
        assert "coroutine function" in result.message


def test_nobody_to_ask(shell: Shell, backend: Any, emulator: Emulator) -> None:
    """A workflow that asks the user says so before it runs, when there is nobody."""
    result = shell.call(backend.workflow_manager.run, "interview")

    assert not result.success
    assert "'topic', for which nobody can be asked; pass it, or ask_user=" in result.message
    assert "'tone'" not in result.message
    assert "module 'lwe_input' has nobody to ask" in result.message
    assert [] == emulator.requests


def test_loops(shell: Shell, backend: Any, tmp_path: Path) -> None:
    """Each item is asked for, one is skipped, and the answers end up in a file."""
    events: list[TaskEvent] = []
    run = backend.workflow_manager.run
    given = {"folder": str(tmp_path), "skipped": "delta"}
    result = shell.call(run, "glossary", given, on_event=events.append)

    assert result.success, result.message
    assert "1. river\n3. spring" == (tmp_path / "glossary.txt").read_text("utf-8")
    assert [False, True, False] == [
        one.get("skipped", False) for one in result.response["explained"]["results"]
    ]
    assert ["river", "delta", "Spring"] == [one.item for one in events[:3]]
    assert "Explain delta" == events[1].task


def test_included_tasks(shell: Shell, backend: Any, emulator: Emulator) -> None:
    """Files are included in loops, inside of each other; an outer item is not lost."""
    result = shell.call(backend.workflow_manager.run, "book")
    pages = ["Chapter Source: rain", "Chapter Source: moss", "Chapter Mouth: salt"]

    assert result.success, result.message
    assert pages == result.response["pages"]
    assert f"3 pages: {' / '.join(pages)}" == result.response["book"]["msg"]
    assert pages == asked(emulator)


def test_a_database(shell: Shell, backend: Any, emulator: Emulator, tmp_path: Path) -> None:
    """A list of queries is one transaction; rows are dicts that a loop can use."""
    given = {"db": str(tmp_path / "notes.db"), "like": "wide"}
    result = shell.call(backend.workflow_manager.run, "archive", given)

    assert result.success, result.message
    assert 2 == result.response["filled"]["row_count"]
    assert [{"topic": "river", "text": "wide"}] == result.response["notes"]["data"]
    assert ["river is wide"] == asked(emulator)


def test_a_document(shell: Shell, backend: Any, emulator: Emulator, tmp_path: Path) -> None:
    """The text of a page goes through a template to the model, cut at its length."""
    page = tmp_path / "page.html"
    page.write_text(
        "<html><head><title>No</title><style>p {}</style></head><body><h1>Rivers</h1>"
        "<p>They are <b>long</b>\n and wide &amp; deep.<script>no()</script><p>" + "x" * 99,
        "utf-8",
    )
    result = shell.call(backend.workflow_manager.run, "digest", {"document": str(page)})
    text = "Rivers\nThey are long and wide & deep.\n" + "x" * 22

    assert result.success, result.message
    assert {"content": text, "length": 60} == {
        name: result.response["text"][name] for name in ("content", "length")
    }
    assert [f"Please summarise in PAGE.HTML words:\n{text}"] == asked(emulator)


def test_failures_are_handled(shell: Shell, backend: Any) -> None:
    """Failures are ignored, rescued and cleaned up after, as the workflow says."""
    events: list[tuple[str, str]] = []
    result = shell.call(
        backend.workflow_manager.run,
        "careful",
        on_event=lambda event: events.append((event.module, event.status)),
    )

    assert result.success, result.message
    assert result.response["silence"]["failed"]
    assert "An answer that is not good enough" == result.response["rescued"]
    assert result.response["tidy"] is True
    assert [
        ("lwe_llm", "ignored"),
        ("lwe_llm", "failed"),
        ("set_fact", "ok"),
        ("assert", "ok"),
        ("set_fact", "ok"),
    ] == events


def test_blocks_are_skipped(shell: Shell, backend: Any) -> None:
    """The condition of a block counts for each of its tasks."""
    result = shell.call(backend.workflow_manager.run, "careful", "strict=no")

    assert result.success, result.message
    assert result.response["graded"]["skipped"]
    assert "tidy" not in result.response


def test_files(shell: Shell, backend: Any, tmp_path: Path) -> None:
    """Files are written with their mode, looked at, read, copied and removed."""
    result = shell.call(backend.workflow_manager.run, "keep", {"folder": str(tmp_path)})

    assert result.success, result.message
    assert "calm" == result.response["mood"]
    assert "0600" == result.response["written"]["mode"]
    assert not result.response["gone"]["stat"]["exists"]
    assert {"mood": "calm"} == json.loads((tmp_path / "copy.json").read_text("utf-8"))
    assert not (tmp_path / "notes").exists()


def test_decisions(shell: Shell, backend: Any, emulator: Emulator) -> None:
    """The model's JSON is data that conditions and filters work on."""
    result = shell.call(backend.workflow_manager.run, "branch")
    found = result.response

    assert result.success, result.message
    assert (7.5, 7, "Glad", True) == tuple(
        found[name] for name in ("score", "stars", "kind", "again")
    )
    assert found["tag"] in {"short", "warm"}
    assert "Thank them (short and warm)" == found["thanks"]["response"]
    assert found["apology"]["skipped"]
    assert 2 == len(emulator.requests)


def test_other_servers(
    shell: Shell, emulator: Emulator, httpserver: HTTPServer, tmp_path: Path
) -> None:
    """Servers that the user allows are asked; files and JSON come back."""
    server = httpserver.url_for("").rstrip("/")
    httpserver.expect_oneshot_request(
        "/topics", method="POST", query_string="q=big+rivers", json={"limit": 2}
    ).respond_with_json({"names": ["Nile", "Rhine"]}, status=201)
    for _ in range(2):
        httpserver.expect_oneshot_request("/page.html").respond_with_data(
            "<p>Both are <i>old</i>.</p>", content_type="text/html"
        )
    backend = lwe_backend(shell, tmp_path, emulator, workflows__allowed_origins=[server])
    given = {"server": server, "folder": str(tmp_path)}
    result = shell.call(backend.workflow_manager.run, "gather", given)

    assert result.success, result.message
    assert ["Nile, Rhine: Both are old."] == asked(emulator)
    assert "<p>Both are <i>old</i>.</p>" == (tmp_path / "page.html").read_text("utf-8")
    assert "dial-key" not in str([dict(one.headers) for one, _ in httpserver.log])


def test_other_servers_are_refused(shell: Shell, backend: Any, tmp_path: Path) -> None:
    """A server that nobody allowed is not asked; the message says how to allow it."""
    given = {"server": "http://127.0.0.1:1", "folder": str(tmp_path)}
    result = shell.call(backend.workflow_manager.run, "gather", given)

    assert not result.success
    assert "asks for http://127.0.0.1:1, which is not allowed" in result.message
    assert "config.set('workflows.allowed_origins'" in result.message


def test_what_is_missing_is_told_first(shell: Shell, backend: Any, emulator: Emulator) -> None:
    """A module that does not exist is named before anything runs."""
    events: list[TaskEvent] = []
    result = shell.call(backend.workflow_manager.run, "unpack", on_event=events.append)

    assert not result.success
    assert "unpack.yaml, 'Unpack the archive': module 'unarchive'" in result.message
    assert "engine='ansible'" in result.message
    assert [] == events
    assert [] == emulator.requests


def test_all_samples_are_run() -> None:
    """Every sample workflow has its test in this file."""
    text = Path(__file__).read_text("utf-8")
    names = [path.stem for path in (SAMPLES / "workflows").glob("*.yaml")]

    assert 12 == len(names)
    assert [] == [name for name in names if f'"{name}"' not in text]
