"""Parts of the drop-in for LWE that need no server: counting, storing, merging."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any

import pytest

from polyvox.compat.lwe.counting import estimate, fitted
from polyvox.compat.lwe.merging import copied, merged
from polyvox.compat.lwe.rows import row_of
from polyvox.compat.lwe.store import Store
from polyvox.errors import ConfigError
from polyvox.parts import ImagePart

ORIGIN: dict[str, str | None] = {"model": "m", "provider": "p", "preset": None}
HI = row_of({"role": "user", "content": "Hi"})


@pytest.mark.parametrize(("text", "tokens"), [("", 0), ("a", 1), ("four", 1), ("fives", 2)])
def test_estimates(text: str, tokens: int) -> None:
    """Four characters are about a token."""
    assert tokens == estimate(text)


def _fit(messages: list[dict[str, Any]], limit: int | None) -> list[dict[str, Any]]:
    return fitted(messages, limit, lambda text: len(text.split()))


def test_turns() -> None:
    """A turn goes as a whole: question, calls, results and answer; other roles stay in place."""
    call = {"id": "c", "type": "function", "function": {"name": "f", "arguments": "a b c"}}
    messages = [
        {"role": "system", "content": "one"},
        {"role": "user", "content": "two"},
        {"role": "assistant", "content": None, "tool_calls": [call]},
        {"role": "tool", "tool_call_id": "c", "content": "three"},
        {"role": "developer", "content": "four"},
        {"role": "user", "content": "five"},
    ]

    assert messages == _fit(messages, None) == _fit(messages, 100)
    assert [messages[0], *messages[4:]] == _fit(messages, 20)


@pytest.mark.parametrize(
    "content",
    [
        [{"type": "text", "text": "one"}, {"type": "image_url", "image_url": {"url": "x" * 999}}],
        [{"type": "text", "text": "one"}, ImagePart(b"\x89PNG\r\n\x1a\n" * 999)],
    ],
)
def test_files_count_alike(content: list[Any]) -> None:
    """A picture counts as one, however long its bytes are."""
    messages = [{"role": "user", "content": content, "n": 1}]

    assert messages == _fit(messages, 100)
    with pytest.raises(ConfigError, match="about 90 tokens"):
        _fit(messages, 50)


def test_merging() -> None:
    """Dicts merge, everything else replaces; nothing is shared with what was given."""
    base = {"a": {"x": [1], "y": 2}, "b": 1}
    over = {"a": {"x": [3]}, "b": {"c": 1}}
    result = merged(base, over)
    result["a"]["x"].append(4)

    assert {"a": {"x": [3, 4], "y": 2}, "b": {"c": 1}} == result
    assert ([1], [3]) == (base["a"]["x"], over["a"]["x"])
    assert (1, 2) == copied((1, 2))


def test_deleted_conversations(tmp_path: Path) -> None:
    """Nothing is added to a conversation that is gone, and nothing else is lost."""
    store = Store(str(tmp_path / "x.db"))
    user = store.user_id("anna")
    first = store.append(None, user, "one", [HI], ORIGIN)
    second = store.append(None, user, "two", [HI], ORIGIN)
    store.delete(first)

    with pytest.raises(ConfigError, match="does not exist any more"):
        store.append(first, user, "again", [HI], ORIGIN)
    store.close()
    again = Store(str(tmp_path / "x.db"))
    assert [second] == [row["id"] for row in again.history(user, 9, 0)]
    assert [] == again.messages(first)
    again.close()
    again.close()


def test_half_a_change() -> None:
    """A change that fails leaves nothing behind, and the store goes on."""
    store = Store()
    user = store.user_id("anna")

    with pytest.raises(ConfigError, match="JSON"):
        store.append(None, user, "one", [{**HI, "message": object()}], ORIGIN)
    assert [] == store.history(user, 9, 0)
    assert 1 == store.append(None, user, "one", [HI], ORIGIN)
    store.close()


def test_times() -> None:
    """Adding a message makes a conversation the newest."""
    times = count(1)
    store = Store(now=lambda: next(times))
    user = store.user_id("anna")
    first = store.append(None, user, "one", [HI], ORIGIN)
    second = store.append(None, user, "two", [HI], ORIGIN)
    store.append(first, user, "", [HI], ORIGIN)

    assert [first, second] == [row["id"] for row in store.history(user, 9, 0)]
    assert 2 == len(store.messages(first))
    store.close()
