"""
What type checkers see of configuration; checked by mypy and pyright, never run.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, assert_type

import polyvox
from polyvox.config import Config, Explanation, Setting
from polyvox.totals import Totals, UsageTotals


def clients() -> None:
    """Everything may come from elsewhere."""
    assert_type(polyvox.Dial(), polyvox.Dial)
    assert_type(polyvox.AsyncAlteryse(profile="work"), polyvox.AsyncAlteryse)
    polyvox.OpenAI(profile=None, base_url=None, api_key="")
    polyvox.Ollama(profile=3)  # type: ignore[arg-type]  # no name
    polyvox.Ollama(profil="work")  # type: ignore[call-arg]  # misspelt
    assert_type(polyvox.connect("dial", profile="work"), polyvox.Dial)
    assert_type(polyvox.aconnect("ollama"), polyvox.AsyncOllama)
    assert_type(polyvox.connect(profile="work"), Any)
    assert_type(polyvox.connect("dial+https://dial.example", api_key="key"), Any)


async def requests(client: polyvox.Ollama, aclient: polyvox.AsyncDial) -> None:
    """What a raw request takes and gives."""
    found = client.request("GET", "/api/tags", params={"limit": 3}, timeout=5)
    assert_type(found, polyvox.RawResponse)
    assert_type(found.status, int)
    assert_type(found.text, str)
    assert_type(found.content, bytes)
    assert_type(found.request_id, str | None)
    assert_type(await aclient.request("POST", "v1/x", json=[1]), polyvox.RawResponse)
    client.request("GET", "/x", jason=1)  # type: ignore[call-arg]  # misspelt
    assert_type(client.chat("Hi", model="m").headers, Mapping[str, str])


def usages(client: polyvox.OpenAI) -> None:
    """What a client counts, and what it costs."""
    polyvox.OpenAI(prices={"gpt-4o": (2.50, 10), "mini": ("0.15", Decimal("0.60"), 0.075)})
    polyvox.AsyncDial(prices=polyvox.Prices({"m": [1, 2]}))
    polyvox.Ollama(prices={"m": 1})  # type: ignore[dict-item]  # not two
    totals = client.usage
    assert_type(totals, UsageTotals)
    assert_type(totals.cost, Decimal | None)
    assert_type(totals.by_model["gpt-4o"], Totals)
    assert_type(totals.by_model["gpt-4o"].prompt_tokens, int)
    assert_type(polyvox.Prices({}).cost(client.chat("Hi", model="m")), Decimal | None)
    assert_type(polyvox.Prices({}).cost(client.embed("Hi", model="m"), "m"), Decimal | None)


def explanations(client: polyvox.AlephAlpha, aclient: polyvox.AsyncAlephAlpha) -> None:
    """What a client tells about its settings."""
    assert_type(client.config, Config)
    assert_type(aclient.config, Config)
    assert_type(client.config.model, str | None)
    assert_type(client.config.profile, str | None)
    assert_type(client.config.explain(), Explanation)
    for row in client.config.explain():
        assert_type(row, Setting)
        assert_type(row.source, str)
