"""
Running totals of clients: every backend against the emulator, streams, failures and variants.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from config_files import TABLES, refusal, written
from recorder import Recorder, answer, json_answer
from shells import Shell
from verb_cases import CLIENTS

import polyvox
from polyvox.emulator import Emulator

USED = '"usage":{"prompt_tokens":100,"completion_tokens":10,"total_tokens":110}'
WHOLE = f'{{"model":"long","choices":[{{"index":0,"message":{{"content":"Hi"}}}}],{USED}}}'
DELTA = 'data: {"choices":[{"index":0,"delta":{"content":"Hi"}}]}\n\n'
STOP = f'data: {{"choices":[{{"index":0,"delta":{{}},"finish_reason":"stop"}}],{USED}}}\n\n'
SSE = "text/event-stream"


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    """All backends, on one port."""
    with Emulator() as running:
        yield running


@pytest.mark.parametrize("backend", TABLES)
def test_every_backend(backend: str, shell: Shell, emulator: Emulator) -> None:
    """Chats and streams count, with their tokens and costs where the backend tells them."""
    setup = CLIENTS[backend]
    model = {"model": setup.models["chat"]} if setup.models else {}
    prices = {"prices": {model["model"]: (2, 10)}} if model else {}
    url = emulator.url_of(backend)
    client = shell.client(backend, base_url=url, **prices, **setup.arguments)
    reply = shell.call(client.chat, "Hi there", **model)
    stream = client.stream("Hi there", **model)
    shell.items(stream)
    totals = client.usage
    told = [one.usage for one in (reply, stream.final)]
    used = [(one.prompt_tokens or 0) * 2 + (one.completion_tokens or 0) * 10 for one in told if one]

    assert (2, 2 - len(used)) == (totals.calls, totals.unpriced)
    assert (Decimal(sum(used)) / 1_000_000 if used else None) == totals.cost
    assert told.count(None) == totals.unmeasured
    assert sum(one.prompt_tokens or 0 for one in told if one) == totals.prompt_tokens
    assert sum(one.completion_tokens or 0 for one in told if one) == totals.completion_tokens
    assert [2] == [one.calls for one in totals.by_model.values()]
    assert not setup.models or [setup.models["chat"]] == [*totals.by_model]


def client_of(shell: Shell, recorder: Recorder, **options: Any) -> Any:
    """A client of the recorder that knows a price."""
    return shell.client("openai", base_url=recorder.url, **{"prices": {"m": (2, 10)}, **options})


def test_costs(shell: Shell, recorder: Recorder) -> None:
    """Calls cost what the table says, by the name that was asked for; variants count together."""
    recorder.always(json_answer(WHOLE))
    client = client_of(shell, recorder)
    other = client.with_(timeout=5)
    for one, model in ((client, "m"), (other, "m"), (client, "unknown")):
        shell.call(one.chat, "Hi", model=model)
    totals = client.usage

    assert (3, 330, 1) == (totals.calls, totals.total_tokens, totals.unpriced)
    assert Decimal("0.0006") == totals.cost == totals.by_model["m"].cost
    assert None is totals.by_model["unknown"].cost
    assert totals == other.usage


def test_streams(shell: Shell, recorder: Recorder) -> None:
    """A stream counts at its end; a broken one or one that was left, what it had told."""
    recorder.reply(
        answer(f"{DELTA}{STOP}data: [DONE]\n\n".encode(), SSE),
        answer(f"{DELTA}".encode(), SSE),
        answer(f'{DELTA}data: {{{USED},"choices":[]}}\n\n'.encode(), SSE),
        answer(f"{DELTA}{DELTA}data: [DONE]\n\n".encode(), SSE),
    )
    client = client_of(shell, recorder)
    shell.items(client.stream("Hi", model="m"))
    whole = client.usage
    for _ in range(2):
        with pytest.raises(polyvox.StreamTruncated):
            shell.items(client.stream("Hi", model="m"))
    broken = client.usage
    shell.items(client.stream("Hi", model="m"), 1)
    left = client.usage

    assert (1, 110, Decimal("0.0003")) == (whole.calls, whole.total_tokens, whole.cost)
    assert (2, 220, 0) == (broken.calls, broken.total_tokens, broken.unmeasured)
    assert (3, 220, 1) == (left.calls, left.total_tokens, left.unmeasured)


def test_failures_and_other_calls(shell: Shell, recorder: Recorder) -> None:
    """Neither failures nor listings nor raw requests are model calls."""
    recorder.reply(
        answer(status="500 Oops"),
        json_answer('{"data":[]}'),
        json_answer(WHOLE),
        json_answer(WHOLE),
    )
    client = client_of(shell, recorder)
    with pytest.raises(polyvox.StatusError):
        shell.call(client.chat, "Hi", model="m")
    shell.call(client.models.list)
    shell.call(client.request, "POST", "chat/completions", json={"model": "m"})

    assert 0 == client.usage.calls
    shell.call(client.chat, "Hi", model="m")
    assert 1 == client.usage.calls


def test_the_callers_own_callbacks_stay(shell: Shell, recorder: Recorder) -> None:
    """Counting takes no place away from callbacks, and ending one does not end it."""
    recorder.always(json_answer(WHOLE))
    client = client_of(shell, recorder)
    seen: list[Any] = []
    end = client.on("done", seen.append)
    shell.call(client.chat, "Hi", model="m")
    end()
    shell.call(client.chat, "Hi", model="m")

    assert (1, 2) == (len(seen), client.usage.calls)


def test_prices_of_a_profile(
    shell: Shell, recorder: Recorder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A profile may hold the table; an argument wins."""
    lines = f"base_url = '{recorder.url}'\napi_key = 'k'\nprices = {{m = [2, 10]}}"
    written(tmp_path, monkeypatch, f"[profiles.p]\n{lines}\n")
    recorder.always(json_answer(WHOLE))
    costs: list[Any] = []
    for more in ({}, {"prices": polyvox.Prices({"m": (4, 20)})}, {"prices": None}):
        client = shell.client("openai", profile="p", **more)
        shell.call(client.chat, "Hi", model="m")
        costs.append(client.usage.cost)

    assert [Decimal("0.0003"), Decimal("0.0006"), None] == costs


def test_slips(shell: Shell) -> None:
    """A table that cannot be read is refused when the client is made."""
    assert "The model 'm' has 1 prices" in refusal(shell.client, "ollama", prices={"m": (1,)})
