"""What a backend remembers: nothing, a conversation in memory, or conversations in a file."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from lwe_shells import LweShell, bodies, write_preset

from polyvox.emulator import Emulator

SAVED = "Conversation updated with new messages"
PICTURE = {"type": "image_url", "image_url": {"url": "data:image/png;base64,iVBORw0KGgo="}}
SYSTEM = {"role": "system", "content": "You are a helpful assistant."}


def _said(body: dict[str, Any]) -> list[str]:
    return [f"{one['role'][0]}:{one['content']}" for one in body["messages"]]


def test_nothing_is_remembered(lwe: LweShell, openai: Emulator) -> None:
    """Without a user each request stands alone, and there is no conversation."""
    backend = lwe.backend(openai)
    lwe.ask(backend, "one")
    lwe.ask(backend, "two")
    result = lwe.call(backend.get_conversation)

    assert [["s:You are a helpful assistant.", f"u:{n}"] for n in ("one", "two")] == [
        _said(body) for body in bodies(openai)
    ]
    assert (None, None) == (backend.conversation_id, backend.current_user)
    assert (False, None) == result[:2]
    assert "No current conversation" in result.message


@pytest.mark.parametrize("how", ["remember", "user"])
def test_a_conversation(lwe: LweShell, openai: Emulator, how: str) -> None:
    """With a user, or `remember`, requests continue; each costs one request (titles none)."""
    settings: dict[str, Any] = {"remember": True}
    if how == "user":
        settings = {"backend_options__default_user": "anna"}
    backend = lwe.backend(openai, **settings)
    first, second = lwe.ask(backend, "one"), lwe.ask_stream(backend, "two")

    assert [(True, "one", SAVED), (True, "two", SAVED)] == [first, second]
    assert ["s:You are a helpful assistant.", "u:one", "a:one", "u:two"] == _said(bodies(openai)[1])
    assert 2 == len(openai.requests)
    assert first.conversation_id == second.conversation_id == backend.conversation_id
    assert ("default" if how == "remember" else "anna") == backend.current_user


def test_what_is_stored(lwe: LweShell, openai: Emulator) -> None:
    """Messages are rows with LWE's columns."""
    backend = lwe.backend(openai, remember=True)
    lwe.ask(backend, "one two", {"preset": "gpt-4o-mini"})
    whole = lwe.call(backend.get_conversation).response
    rows = whole["messages"]

    assert "one two" == whole["conversation"]["title"]
    assert [
        ("system", SYSTEM["content"], "content", {}, "gpt-4o-mini", "chat_openai", "gpt-4o-mini"),
        ("user", "one two", "content", {}, "gpt-4o-mini", "chat_openai", "gpt-4o-mini"),
        ("assistant", "one two", "content", {}, "gpt-4o-mini", "chat_openai", "gpt-4o-mini"),
    ] == [
        tuple(
            row[name]
            for name in (
                "role",
                "message",
                "message_type",
                "message_metadata",
                "model",
                "provider",
                "preset",
            )
        )
        for row in rows
    ]


def test_failures_are_not_stored(lwe: LweShell, openai: Emulator) -> None:
    """A request that failed leaves no trace; a stopped one leaves what was said."""
    backend = lwe.backend(openai, remember=True)
    lwe.ask(backend, "one", {"model": "none"})
    after_failure = backend.conversation_id
    lwe.ask_stream(backend, "a b", {"stream_callback": lambda _: backend.terminate_stream()})
    rows = lwe.call(backend.get_conversation).response["messages"]

    assert None is after_failure
    assert ["a b", "a"] == [row["message"] for row in rows[1:]]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Hi", "Hi"),
        ("  One\n two ", "One two"),
        ("word " * 20, " ".join(["word"] * 12) + " ..."),
        ("", "Conversation"),
        ([{"role": "user", "content": [{"type": "text", "text": "Look"}]}], "Look"),
        ([{"role": "user", "content": [PICTURE]}], "Conversation"),
    ],
)
def test_titles(lwe: LweShell, openai: Emulator, text: Any, title: str) -> None:
    """A conversation is called by its first words, and no model is asked for a title (5.2)."""
    backend = lwe.backend(openai, remember=True)
    lwe.ask(backend, text)

    assert title == backend.conversation_title == lwe.call(backend.get_current_conversation_title)
    assert 1 == len(openai.requests)


def test_given_titles(lwe: LweShell, openai: Emulator) -> None:
    """The override `title` names a conversation that begins; `set_title` renames it."""
    backend = lwe.backend(openai, remember=True)
    lwe.ask(backend, "one", {"title": "Mine"})
    lwe.ask(backend, "two", {"title": "Too late"})
    first = backend.conversation_title
    renamed = lwe.call(backend.set_title, "Yours")

    assert ("Mine", "Yours", "Yours") == (
        first,
        renamed.response["title"],
        backend.conversation_title,
    )
    assert "Title set to: Yours" == renamed.message


def test_many_conversations(lwe: LweShell, openai: Emulator) -> None:
    """They are listed, the newest first, switched to, renamed and deleted."""
    backend = lwe.backend(openai, remember=True)
    for text in ("one", "two", "three"):
        lwe.call(backend.new_conversation)
        lwe.ask(backend, text)
    titles = [
        [row["title"] for row in lwe.call(backend.get_history, limit, offset).response.values()]
        for limit, offset in ((20, 0), (1, 1))
    ]
    lwe.call(backend.switch_to_conversation, 1)
    lwe.ask(backend, "again")
    newest = next(iter(lwe.call(backend.get_history).response))
    lwe.call(backend.set_title, "second", 2)
    lwe.call(backend.delete_conversation, 3)
    left = lwe.call(backend.get_history).response

    assert [["three", "two", "one"], ["two"]] == titles
    assert ("one", 1) == (backend.conversation_title, newest)
    assert ["u:one", "a:one", "u:again"] == _said(bodies(openai)[-1])[1:]
    assert {1: "one", 2: "second"} == {number: row["title"] for number, row in left.items()}


def test_deleting_the_current_one(lwe: LweShell, openai: Emulator) -> None:
    """The next request begins another."""
    backend = lwe.backend(openai, remember=True)
    lwe.ask(backend, "one")
    deleted = lwe.call(backend.delete_conversation)
    after = backend.conversation_id
    lwe.ask(backend, "two")

    assert (1, None, "two") == (deleted.response, after, backend.conversation_title)
    assert {"system", "user"} == {one["role"] for one in bodies(openai)[-1]["messages"]}


@pytest.mark.parametrize("method", ["switch_to_conversation", "get_conversation"])
def test_conversations_that_do_not_exist(lwe: LweShell, openai: Emulator, method: str) -> None:
    """They are failures; without a user there is none at all."""
    result = lwe.call(getattr(lwe.backend(openai, remember=True), method), 99)
    without = lwe.call(getattr(lwe.backend(openai), method), 99)

    assert (False, None) == result[:2]
    assert "Conversation 99 not found" in result.message
    assert "No current user" in without.message


def test_what_needs_a_conversation(lwe: LweShell, openai: Emulator) -> None:
    """Renaming and deleting say when there is no current conversation; it has no title."""
    backend = lwe.backend(openai, remember=True)

    assert "No current conversation" in lwe.call(backend.set_title, "x").message
    assert "No current conversation" in lwe.call(backend.delete_conversation).message
    assert None is lwe.call(backend.get_current_conversation_title)
    assert "No current user" in lwe.call(lwe.backend(openai).get_history).message


def test_going_on_in_time(lwe: LweShell, openai: Emulator) -> None:
    """A conversation that is deleted elsewhere fails the next request."""
    backend = lwe.backend(openai, remember=True)
    lwe.ask(backend, "one")
    other = backend.session(backend.conversation_id)
    title = lwe.call(other.get_current_conversation_title)
    lwe.call(other.delete_conversation)
    result = lwe.ask(backend, "two")
    again = lwe.call(backend.session(1).get_current_conversation_title)

    assert ("one", None) == (title, again)
    assert "Conversation 1 not found" in result.message


def test_switching_back(lwe: LweShell, openai: Emulator) -> None:
    """The preset that answered last is active again; else its provider and model are."""
    write_preset(lwe.config_dir / "presets", "mine", {"model_name": "tools"})
    backend = lwe.backend(openai, remember=True)
    lwe.ask(backend, "one", {"preset": "gpt-4o-mini"})
    backend.new_conversation()
    lwe.ask(backend, "two", {"model": "thinking"})
    backend.new_conversation()
    lwe.ask(backend, "three", {"preset": "mine"})
    (lwe.config_dir / "presets" / "mine.yaml").unlink()
    seen: list[tuple[str | None, str | None]] = []
    for number in (1, 2, 3):
        lwe.call(backend.load_conversation, number)
        seen.append((backend.active_preset_name, backend.model))

    assert [("gpt-4o-mini", "gpt-4o-mini"), (None, "thinking"), (None, "tools")] == seen


def test_providers_that_are_gone(lwe: LweShell, openai: Emulator) -> None:
    """A conversation goes on with the present provider when its own does not exist any more."""
    backend = lwe.backend(openai, remember=True)
    lwe.ask(backend, "one")
    origin: dict[str, str | None] = {"model": "m", "provider": "chat_gone", "preset": None}
    row = {"role": "user", "message": "x", "message_type": "content", "message_metadata": {}}
    backend._engine.memory.store().append(1, 1, "", [row], origin)
    result = lwe.call(backend.switch_to_conversation, 1)

    assert (True, 1) == (result.success, result.conversation_id)
    assert "chat_openai" == backend.provider_name


def test_a_file(lwe: LweShell, openai: Emulator, tmp_path: Path) -> None:
    """Conversations in a file are there for the next program, and for nobody else to read."""
    settings: dict[str, Any] = {
        "database": "sqlite:///$DATA_DIR/storage.db",
        "backend_options__default_user": "anna",
    }
    lwe.ask(lwe.backend(openai, **settings), "one")
    later = lwe.backend(openai, **settings, backend_options__default_conversation_id=1)
    lwe.ask(later, "two")
    other = lwe.backend(openai, **{**settings, "backend_options__default_user": "bert"})
    path = lwe.data_dir / "storage.db"

    assert ["u:one", "a:one", "u:two"] == _said(bodies(openai)[-1])[1:]
    assert 0o600 == path.stat().st_mode & 0o777
    assert {} == lwe.call(other.get_history).response
    assert not lwe.call(other.get_conversation, 1).success
    assert "bert" == other.current_user


@pytest.mark.parametrize(
    ("database", "problem"),
    [
        ("postgresql://host/x", "names a postgresql server"),
        ("{tmp}/file/x.db", "cannot be opened"),
        ("{tmp}/text.db", "cannot be used"),
        ("{tmp}/other.db", "another program or version"),
        ("{tmp}/newer.db", "another program or version"),
    ],
)
def test_files_that_cannot_be_used(
    lwe: LweShell, openai: Emulator, tmp_path: Path, database: str, problem: str
) -> None:
    """They are failures, and stay as they are; nobody is asked on a terminal (5.2)."""
    (tmp_path / "file").write_text("", "utf-8")
    (tmp_path / "text.db").write_text("no database at all " * 100, "utf-8")
    for name, statement in (
        ("other", "CREATE TABLE user (id)"),
        ("newer", "PRAGMA user_version=9"),
    ):
        connection = sqlite3.connect(tmp_path / f"{name}.db")
        connection.execute(statement)
        connection.close()
    before = {path.name: path.read_bytes() for path in tmp_path.glob("*.db")}
    backend = lwe.backend(openai, remember=True, database=database.format(tmp=tmp_path))
    result = lwe.ask(backend, "Hi")

    assert (False, None) == result[:2]
    assert problem in result.message
    assert before == {path.name: path.read_bytes() for path in tmp_path.glob("*.db")}


@pytest.mark.parametrize("database", ["sqlite://", "sqlite:///:memory:", ":memory:"])
def test_names_of_memory(lwe: LweShell, openai: Emulator, database: str) -> None:
    """What names no file is kept in memory."""
    backend = lwe.backend(openai, remember=True, database=database)

    assert lwe.ask(backend, "Hi").success
    assert not lwe.data_dir.exists()


def test_users(lwe: LweShell, openai: Emulator) -> None:
    """A name is a user at its first use; a number must be one."""
    backend = lwe.backend(openai)
    backend.set_current_user("anna")
    lwe.ask(backend, "one")
    backend.load_user("bert")
    other = lwe.call(backend.get_history).response
    backend.set_current_user(1)
    mine = lwe.call(backend.get_history).response
    theirs = lwe.call(backend.get_history, user_id="bert").response
    backend.set_current_user(7)
    missing = lwe.call(backend.get_history)
    backend.set_current_user(None)

    assert ([], [1], []) == (list(other), list(mine), list(theirs))
    assert "no user with the id 7" in missing.message
    assert "No current user, conversation not saved" == lwe.ask(backend, "Hi").message


def test_sessions(lwe: LweShell, openai: Emulator) -> None:
    """Each session has a conversation of its own over the same connections."""
    backend = lwe.backend(openai, remember=True)
    one, two = backend.session(), backend.session()
    lwe.ask(one, "one")
    lwe.ask(two, "two")
    lwe.ask(one, "more")

    assert ["u:one", "a:one", "u:more"] == _said(bodies(openai)[-1])[1:]
    assert (1, 2, None) == (one.conversation_id, two.conversation_id, backend.conversation_id)
    assert one.template_manager is backend.template_manager
    assert one.workflow_manager is not backend.workflow_manager


def test_token_limits(lwe: LweShell, openai: Emulator) -> None:
    """The oldest turns are left out, the system message never (5.1.9)."""
    backend = lwe.backend(openai, remember=True, counter=lambda text: len(text.split()))
    for number in range(5):
        lwe.ask(backend, f"word word word word {number}")
    lwe.ask(backend, "last", {"max_submission_tokens": 40})
    refused = lwe.ask(backend, "Hi", {"max_submission_tokens": 5})
    backend.set_max_submission_tokens(40)
    lwe.ask(backend, "again")

    first, second = bodies(openai)[5:7]
    assert SYSTEM == first["messages"][0]
    assert ["u:word word word word 4", "a:word word word word 4", "u:last"] == _said(first)[1:]
    assert SYSTEM == second["messages"][0]
    assert "u:last" == _said(second)[1]
    assert "are allowed" in refused.message
    assert 40 == backend.max_submission_tokens


def test_ids_are_given_once(lwe: LweShell, openai: Emulator) -> None:
    """Who is in a conversation that was deleted does not find itself in a stranger's."""
    backend = lwe.backend(openai, remember=True)
    lwe.ask(backend, "one")
    other = backend.session()
    lwe.call(other.switch_to_conversation, backend.conversation_id)
    lwe.call(backend.delete_conversation)
    lwe.ask(backend, "two")
    result = lwe.ask(other, "three")

    assert 2 == backend.conversation_id
    assert not result.success
    assert "Conversation 1 not found" in result.message
