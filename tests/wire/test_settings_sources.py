"""
Where settings come from, and keys that make the attempts of one POST count as one.
"""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from recorder import Recorder, answer, json_answer
from shells import Shell

import polyvox

WHOLE = '{"choices":[{"index":0,"message":{"role":"assistant","content":"Hi"}}]}'


def total(client: Any) -> float | None:
    """The total that *client* gives each call."""
    limit: float | None = client._settings.timeouts.total
    return limit


def test_client_beats_environment(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """`timeout=` wins over POLYVOX_TIMEOUT, which wins over the default."""
    base_url = "http://127.0.0.1:9"
    assert 600.0 == total(shell.dial(base_url=base_url))
    monkeypatch.setenv("POLYVOX_TIMEOUT", "7.5")

    assert 7.5 == total(shell.dial(base_url=base_url))
    assert 3 == total(shell.dial(base_url=base_url, timeout=3))
    assert None is total(shell.dial(base_url=base_url, timeout=None))


@pytest.mark.parametrize("text", ["soon", "0", "-1", "nan"])
def test_nonsense_in_the_environment(
    text: str, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A variable that is no time limit is refused when the client is made."""
    monkeypatch.setenv("POLYVOX_TIMEOUT", text)

    with pytest.raises(polyvox.ConfigError):
        shell.dial(base_url="http://127.0.0.1:9")


def keys(recorder: Recorder) -> list[str | None]:
    """The idempotency keys of all requests."""
    return [recorder.header("Idempotency-Key", n) for n in range(len(recorder.requests))]


def test_one_key_for_all_attempts(shell: Shell, recorder: Recorder) -> None:
    """The attempts of one POST share a key, the next call has another, a GET has none."""
    retry = polyvox.Retry(wait_min=0.0)
    client = shell.dial(base_url=recorder.url, retry=retry)
    client._settings = evolve(client._settings, idempotency_header="Idempotency-Key")
    recorder.reply(answer(status="503 Busy"), json_answer(WHOLE), json_answer(WHOLE))

    shell.call(client.chat, "Hi", model="m")
    shell.call(client.chat, "Hi", model="m")
    first, again, other = keys(recorder)

    assert first == again
    assert first != other
    assert None not in {first, other}


def test_no_key_by_default(shell: Shell, recorder: Recorder) -> None:
    """A backend that knows no such header is not sent one."""
    recorder.reply(json_answer(WHOLE))

    shell.call(shell.dial(base_url=recorder.url).chat, "Hi", model="m")

    assert [None] == keys(recorder)
