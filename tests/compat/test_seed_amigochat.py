"""Every block of the seed document of AmigoChat runs, with nothing but the listed mends."""

# ruff: noqa: RUF001 - the page is in Russian

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from chat_pages import blocks_of, listed, rows_of, run_block
from loopback_proxy import LoopbackProxy
from seed_blocks import SEEDS
from seed_mends_chats import AMIGOCHAT, AMIGOCHAT_BEFORE

from polyvox.compat.amigochat import AmigoChat
from polyvox.emulator import Emulator

DOCUMENT = "amigochat.ru.md"


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    """An emulator of AmigoChat."""
    with Emulator(backends=("amigochat",)) as running:
        yield running


def run(emulator: Emulator, number: int, **names: Any) -> None:
    """Run the block with this *number*, as a program of its own."""
    names |= {"emulator_url": emulator.url_of("amigochat"), "__name__": "__main__"}
    run_block(number, blocks_of(DOCUMENT)[number - 1], AMIGOCHAT, AMIGOCHAT_BEFORE, names)


@pytest.mark.seeds
@pytest.mark.parametrize(
    ("number", "printed"), [(1, "Привет! Расскажи мне о себе.\n"), (3, "Привет! Как дела?")]
)
def test_texts(
    emulator: Emulator, capsys: pytest.CaptureFixture[str], number: int, printed: str
) -> None:
    """A generator gives text, whole by default and word by word as a stream."""
    run(emulator, number)

    assert printed == capsys.readouterr().out
    assert (number == 3) == json.loads(emulator.requests[-1].body)["stream"]


@pytest.mark.seeds
def test_pictures(emulator: Emulator, capsys: pytest.CaptureFixture[str]) -> None:
    """A picture is an `ImageResponse`, which knows its links."""
    run(emulator, 2)

    link = rf"\['{re.escape(emulator.url_of('amigochat'))}/pictures/[0-9a-f]+\.png'\]"
    assert re.fullmatch(f"Сгенерировано изображение: {link}\n", capsys.readouterr().out)
    assert "Сгенерируй изображение с котиком." == json.loads(emulator.requests[-1].body)["prompt"]


@pytest.mark.seeds
def test_driver(emulator: Emulator, capsys: pytest.CaptureFixture[str]) -> None:
    """The plain methods run, print, keep the chat's id, and one goes through a proxy."""
    with LoopbackProxy() as proxy:
        run(emulator, 4, proxy_url=proxy.url)

    printed = capsys.readouterr().out
    bodies = [json.loads(request.body) for request in emulator.requests]
    chats = [body["chatId"] for body in bodies if "messages" in body]
    assert printed.startswith("Привет!\nСгенерировано изображение: http://127.0.0.1")
    assert printed.endswith(".png\nКак дела?Привет!\n")
    assert 3 == len(chats) == len(bodies) - 1
    assert 1 == len(set(chats))
    assert [f"{emulator.url_of('amigochat')}/v1/chat/completions"] == proxy.targets


@pytest.mark.seeds
def test_models_of_the_page() -> None:
    """The lists of models are those of the page, in its order."""
    text = (SEEDS / DOCUMENT).read_text("utf-8")
    chats, images = (
        re.findall(r"^        - `(.+)`$", part, re.MULTILINE)
        for part in text.split("- **Chat:**")[1].split("- **Image:**")
    )

    assert chats == AmigoChat.chat_models
    assert images == AmigoChat.image_models


@pytest.mark.seeds
def test_attributes_of_the_page() -> None:
    """Every attribute and method that the page names is there; it has four blocks."""
    text = (SEEDS / DOCUMENT).read_text("utf-8").split("**Принцип работы**")[0]
    names = re.findall(r"^- `(\w+)\(?", text, re.MULTILINE)

    assert {"url", "model_aliases", "get_personaId", "create_async_generator"} <= {*names}
    public = {
        name for name in names if name not in {"AsyncGeneratorProvider", "ProviderModelMixin"}
    }
    assert [] == [name for name in public if not hasattr(AmigoChat, name)]
    assert 4 == len(blocks_of(DOCUMENT))


def test_mends_are_listed() -> None:
    """Each mend is a row of the page about the documents, in order."""
    assert listed(AMIGOCHAT, AMIGOCHAT_BEFORE) == rows_of("AmigoChat")
