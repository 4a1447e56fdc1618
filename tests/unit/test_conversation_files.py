"""Conversations in files: all that was said, nobody else's business, refused when damaged."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

import pytest
from pool_fakes import fake
from shells import KEY, Shell

from polyvox import AsyncConversation, Conversation, Message, ToolCall
from polyvox.errors import ConfigError, StateFileRefused
from polyvox.parts import FilePart, ImagePart

PNG = b"\x89PNG\r\n\x1a\n"


def talk(shell: Shell, client: Any, **options: Any) -> Any:
    """A conversation of the right kind."""
    kind: Any = AsyncConversation if shell.is_async else Conversation
    return kind(client, **options)


def loaded(shell: Shell, path: Path, client: Any = None, **options: Any) -> Any:
    """The conversation in *path*."""
    kind: Any = AsyncConversation if shell.is_async else Conversation
    return shell.call(kind.load, path, client or fake(shell), **options)


def test_it_goes_on_from_a_file(shell: Shell, tmp_path: Path) -> None:
    """A loaded conversation has the same past, model, system message and bound."""
    path = tmp_path / "talk.json"
    made = talk(shell, fake(shell), model="m", system="S", max_context_tokens=500)
    shell.call(made.say, "h\u00e9\u2028")
    shell.call(made.save, path)

    other = loaded(shell, str(path), client := fake(shell, "again"))
    shell.call(other.say, "b", temperature=0)

    assert (made.turns, made.messages) == (other.turns[:1], other.messages[:3])
    assert [{"model": "m", "temperature": 0}] == client.calls
    assert 500 == other._history.most


def test_another_model_and_other_options(shell: Shell, tmp_path: Path) -> None:
    """Who loads it decides about the model, the options and the counter."""
    path = tmp_path / "talk.json"
    made = talk(shell, fake(shell), model="m", max_context_tokens=2, counter=len)
    shell.call(made.say, "a")
    shell.call(made.save, path)

    other = loaded(shell, path, client := fake(shell), model="n", top_p=0.5, counter=len)
    shell.call(other.say, "b")

    assert [{"model": "n", "top_p": 0.5}] == client.calls
    assert 1 == len(client.chats[0])


def test_every_kind_of_message(shell: Shell, tmp_path: Path) -> None:
    """Calls, results, parts and what a backend adds come back as they were."""
    picture = tmp_path / "a.png"
    picture.write_bytes(PNG)
    link = FilePart("https://example.com/a.pdf", name="b.pdf")
    messages: list[Any] = [
        Message("user", ["see", ImagePart(picture, detail="low"), link, {"type": "text"}]),
        Message("assistant", None, tool_calls=(ToolCall("c", "look", "{}"),), extra={"state": [1]}),
        Message("tool", "7", tool_call_id="c", name="look"),
    ]
    made = talk(shell, fake(shell), messages=messages)
    shell.call(made.save, tmp_path / "talk.json")
    picture.unlink()

    first, *rest = loaded(shell, tmp_path / "talk.json").messages

    assert messages[1:] == rest
    assert ("see", link, {"type": "text"}) == (first.content[0], *first.content[2:])
    image = first.content[1]
    assert ("low", PNG, "image/png") == (image.detail, *image.read()[:2])


def test_the_file_is_private_and_whole(shell: Shell, tmp_path: Path) -> None:
    """Nobody else may read it, also where it takes the place of a file that everybody could."""
    path = tmp_path / "talk.json"
    path.write_text("older")
    path.chmod(0o644)

    shell.call(talk(shell, fake(shell)).save, path)

    assert 0o600 == stat.S_IMODE(path.stat().st_mode)
    assert [path] == [*tmp_path.iterdir()]


def test_no_options_and_no_credentials(shell: Shell, tmp_path: Path) -> None:
    """The file holds words and the model's name, nothing of the client or of its options."""
    path = tmp_path / "talk.json"
    client = shell.client("openai", base_url="http://127.0.0.1:9", api_key=KEY)
    headers = {"X-Token": "another secret"}

    shell.call(talk(shell, client, model="m", temperature=0, extra_headers=headers).save, path)

    expected = {"polyvox", "version", "model", "system", "max_context_tokens", "turns"}
    assert expected == set(json.loads(path.read_bytes()))
    assert not {KEY.encode(), b"secret"} & set(path.read_bytes().split(b'"'))


LOCAL = {"part": "FilePart", "source": "file:///etc/hostname"}
GOOD = {
    "polyvox": "conversation",
    "version": 1,
    "model": "m",
    "system": None,
    "max_context_tokens": None,
    "turns": [[{"role": "user", "content": "a"}]],
}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is damaged"),
        (json.dumps(GOOD).encode()[:-3], "is damaged"),
        (b"[]", "is not the file of a conversation"),
        (b'{"polyvox":"map","version":1}', "is not the file of a conversation"),
        ({**GOOD, "version": 2}, "written by a newer polyvox"),
        ({**GOOD, "version": "x"}, "is damaged"),
        ({**GOOD, "turns": None}, "is damaged"),
        ({**GOOD, "turns": [[{"content": "a"}]]}, "is damaged"),
        ({**GOOD, "turns": [["a"]]}, "is damaged"),
        ({**GOOD, "turns": [[{"role": "user", "content": [{"part": "Other"}]}]]}, "is damaged"),
        ({**GOOD, "turns": [[{"role": "user", "content": [LOCAL]}]]}, "is damaged"),
        ({**GOOD, "model": 7}, "is damaged"),
        ({**GOOD, "max_context_tokens": "7"}, "is damaged"),
        ({**GOOD, "max_context_tokens": 0}, "is damaged"),
        ({key: value for key, value in GOOD.items() if key != "turns"}, "is damaged"),
    ],
)
def test_files_that_cannot_be_used(content: Any, said: str, shell: Shell, tmp_path: Path) -> None:
    """Damaged, newer and foreign files are refused with the path, and left alone."""
    path = tmp_path / "talk.json"
    text = content if isinstance(content, bytes) else json.dumps(content).encode()
    path.write_bytes(text)

    with pytest.raises(StateFileRefused, match=said) as caught:
        loaded(shell, path)

    assert str(path) in str(caught.value)
    assert text == path.read_bytes()


def test_a_good_file_is_good(shell: Shell, tmp_path: Path) -> None:
    """What the broken files above differ from can be loaded."""
    (tmp_path / "talk.json").write_text(json.dumps(GOOD))

    assert (Message("user", "a"),) == loaded(shell, tmp_path / "talk.json").messages


def test_a_file_that_is_not_there(shell: Shell, tmp_path: Path) -> None:
    """A missing file is told with its path."""
    with pytest.raises(StateFileRefused, match="cannot be read: No such file"):
        loaded(shell, tmp_path / "missing.json")


def test_places_that_cannot_be_written(shell: Shell, tmp_path: Path) -> None:
    """A folder that is not there, and one in the file's place, are told; nothing is left behind."""
    made = talk(shell, fake(shell))
    (tmp_path / "folder").mkdir()

    for path in (tmp_path / "missing" / "talk.json", tmp_path / "folder"):
        with pytest.raises(StateFileRefused, match="cannot be written"):
            shell.call(made.save, path)
    assert [tmp_path / "folder"] == [*tmp_path.iterdir()]


def test_what_json_cannot_say(shell: Shell, tmp_path: Path) -> None:
    """A message that cannot be written leaves the old file as it was."""
    path = tmp_path / "talk.json"
    path.write_text("older")
    made = talk(shell, fake(shell), messages=[{"role": "user", "content": "a", "odd": object()}])

    with pytest.raises(ConfigError, match="cannot be written as JSON"):
        shell.call(made.save, path)
    assert "older" == path.read_text()
