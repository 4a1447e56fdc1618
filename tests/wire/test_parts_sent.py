"""
Parts on the wire: what each backend gets and what it refuses, by both shells and in streams.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from part_cases import (
    INLINE,
    PNG,
    PNG64,
    REFUSED,
    SENT,
    TEXT,
    cases,
    connected,
    messages,
    model_of,
    parts,
    pictured,
)
from shells import Shell
from verb_cases import CLIENTS

from polyvox import ConfigError, ImagePart, Message, UnsupportedError
from polyvox.emulator import Emulator


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    """All backends, on one port."""
    with Emulator() as running:
        yield running


@pytest.mark.parametrize("backend", CLIENTS)
def test_every_backend_is_here(backend: str) -> None:
    """Each backend has parts that it takes and parts that it refuses."""
    assert SENT[backend]
    assert REFUSED[backend]


@pytest.mark.parametrize(("backend", "part", "expected"), cases(SENT))
def test_parts_are_sent(
    backend: str, part: Any, expected: Any, shell: Shell, emulator: Emulator
) -> None:
    """A bare list, a message and a dict make the same request; so does a stream."""
    client, model = connected(shell, emulator, backend), model_of(backend)
    forms: list[Any] = [
        ["What?", part],
        Message("user", ["What?", part]),
        [{"role": "user", "content": [TEXT, part]}],
    ]

    for form in forms:
        reply = shell.call(client.chat, form, **model)
        assert "What?" in reply.text
        assert [expected] == messages(emulator)
    events = shell.items(client.stream(forms[0], **model))

    assert [expected] == messages(emulator)
    assert "What?" in events[-1].reply.text


@pytest.mark.parametrize(("backend", "part", "why"), cases(REFUSED))
def test_parts_are_refused(
    backend: str, part: Any, why: str, shell: Shell, emulator: Emulator
) -> None:
    """What a backend cannot take is never sent, and the error names what it does take."""
    client, model = connected(shell, emulator, backend), model_of(backend)

    with pytest.raises(UnsupportedError, match=why) as caught:
        shell.call(client.chat, ["What?", part], **model)
    with pytest.raises(UnsupportedError, match=why):
        shell.items(client.stream(["What?", part], **model))

    assert "It takes texts" in caught.value.hint
    assert [] == emulator.requests


@pytest.mark.parametrize("backend", CLIENTS)
def test_a_history_with_parts(
    backend: str, shell: Shell, emulator: Emulator, tmp_path: Path
) -> None:
    """One part of a path or an open file goes out with each turn; the others stay as they are."""
    client, model = connected(shell, emulator, backend), model_of(backend)
    path = tmp_path / "cat.png"
    path.write_bytes(PNG)
    expected = pictured(PNG64) if backend in {"ollama", "alteryse"} else parts(TEXT, INLINE)
    history: list[Any] = []
    with path.open("rb") as file:
        for part in (ImagePart(path), ImagePart(file)):
            history += [Message("user", ["What?", part])]
            history += [shell.call(client.chat, history, **model).message]
    history[0:0] = [{"role": "system", "content": "Be brief."}]

    shell.call(client.chat, [*history, {"role": "user", "content": "So?"}], **model)

    sent = messages(emulator)
    assert [expected, expected] == [sent[1], sent[3]]
    assert {"role": "user", "content": "So?"} == sent[-1]


@pytest.mark.parametrize("backend", CLIENTS)
def test_files_that_are_missing(backend: str, shell: Shell, emulator: Emulator) -> None:
    """A file that cannot be read is an error with its name, before anything is sent."""
    client, model = connected(shell, emulator, backend), model_of(backend)
    stream = client.stream(ImagePart(Path("gone.png")), **model)

    for use in (
        lambda: shell.call(client.chat, ImagePart(Path("gone.png")), **model),
        lambda: shell.items(stream),
    ):
        with pytest.raises(ConfigError, match=r"gone\.png"):
            use()
    shell.shut(client.stream(ImagePart(Path("gone.png")), **model))
    assert {} == stream.headers
    assert [] == emulator.requests


@pytest.mark.parametrize("backend", ["openai", "dial", "aleph_alpha", "amigochat"])
def test_messages_beside_parts_are_not_touched(
    backend: str, shell: Shell, emulator: Emulator
) -> None:
    """Messages whose content is a text, nothing or a dict's parts go out as they are."""
    client, model = connected(shell, emulator, backend), model_of(backend)
    others: list[Any] = [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": [TEXT]},
        {"role": "assistant", "content": "Yes."},
        {"role": "user", "content": "So?", "images": ["beside"]},
    ]

    shell.call(client.chat, [*others, Message("user", ImagePart(PNG))], **model)

    assert [*others, parts(INLINE)] == messages(emulator)
