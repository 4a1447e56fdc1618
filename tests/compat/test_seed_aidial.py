"""Every block of the seed document of aidial-client runs, with nothing but the listed mends."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from seed_blocks import Page, blocks_of, console_values, mended, squeezed
from seed_mends import AIDIAL, AIDIAL_BEFORE

import polyvox.compat.aidial_client as aidial
from polyvox.compat.aidial_client.types import application, chat, deployment, metadata
from polyvox.emulator import Emulator

pytestmark = pytest.mark.seeds

DOCUMENT = "aidial-client.md"
KEYS = (
    "your_api_key",
    "your-api-key",
    "your-bearer-token",
    "your_bearer_token_here",
)
TYPES: dict[str, Any] = {
    name: getattr(module, name)
    for module in (application, chat, deployment, metadata)
    for name in module.__all__
}


def _check_credentials(page: Page) -> None:
    page.run("assert dial_client.my_bucket() == await async_dial_client.my_bucket()")


def _check_whole(page: Page) -> None:
    page.run("assert completion.choices[0].message.role == 'assistant'")
    page.run("assert completion.choices[0].finish_reason == 'stop'")


def _check_chunk(page: Page) -> None:
    page.run("assert chunk.choices[0].finish_reason == 'stop'")
    page.run("assert chunk.usage.prompt_tokens == 1")


CHECKS: dict[int, Callable[[Page], None]] = {
    1: _check_credentials,
    2: _check_credentials,
    3: lambda page: page.run("await async_dial_client.my_bucket()"),
    4: lambda page: page.run("assert sync_client.my_bucket() == await async_client.my_bucket()"),
    5: _check_credentials,
    7: _check_whole,
    8: _check_whole,
    9: _check_chunk,
    10: _check_chunk,
    14: lambda page: page.run(
        "assert async_client.api_url and (await async_client.files.download("
        "await async_client.my_files_home() / 'some-relative-path/my-file.txt'"
        ")).get_content() == b'some text'"
    ),
    15: lambda page: page.run(
        "assert sync_client.files.download(sync_client.my_files_home() / "
        "'some-relative-path/my-file.txt').content_type == 'text/plain'"
    ),
    17: lambda page: page.run("assert bytes_chunk == b'some text'"),
    18: lambda page: page.run("assert all_content == b'some text'"),
    19: lambda page: page.run(
        "assert pathlib.Path('some-local-file.txt').read_bytes() == b'some text'"
    ),
    21: lambda page: page.run("assert metadata.content_length == 9 and metadata.updatedAt"),
    23: lambda page: page.run("assert 'stages' in [one.id for one in applications]"),
    25: lambda page: page.run("assert application.id == 'stages'"),
    26: lambda page: page.run("assert first_client.my_bucket() != second_client.my_bucket()"),
    27: lambda page: page.run(
        "assert await first_client.my_bucket() != await second_client.my_bucket()"
    ),
}


def test_blocks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All Python blocks run in their order, and do what their text says."""
    monkeypatch.chdir(tmp_path)
    blocks = blocks_of(DOCUMENT, "python")
    with Emulator(backends=("dial",), keys=KEYS) as emulator:
        page = Page(emulator_url=emulator.dial_url)
        page.run("import pathlib")
        try:
            for number, block in enumerate(blocks, 1):
                page.prepare(number, AIDIAL_BEFORE)
                page.run(mended(number, block, AIDIAL))
                CHECKS.get(number, lambda _: None)(page)
        finally:
            page.close()

    assert len(blocks) == 27


def test_mends_are_needed() -> None:
    """Each mend of a block finds its text there, and each general one somewhere."""
    blocks = blocks_of(DOCUMENT, "python")
    text = "".join(blocks)
    for mend in AIDIAL:
        assert mend.old in (blocks[mend.block - 1] if mend.block else text)


def _consoles() -> list[str]:
    try:
        blocks = blocks_of(DOCUMENT, "pycon")
    except OSError:
        return []
    return [value for block in blocks for value in console_values(block)]


@pytest.mark.parametrize("printed", _consoles())
def test_console_blocks(printed: str) -> None:
    """Objects made of what the page prints print the same: classes, fields, order."""
    value = eval(printed.strip(), dict(TYPES))

    assert squeezed(printed) == squeezed(repr(value))


@pytest.mark.parametrize("number", [22, 24])
def test_printed_values(number: int) -> None:
    """Values that the page shows as Python print the same."""
    block = blocks_of(DOCUMENT, "python")[number - 1]
    value = eval(block.strip(), dict(TYPES))

    assert squeezed(block) == squeezed(repr(value).replace("Ellipsis", "..."))


def test_answers_print_alike(tmp_path: Path) -> None:
    """What the client gives has the page's classes and fields, in the page's order."""
    printed = _consoles()
    question: list[Any] = [{"role": "system", "content": "2+3="}]
    with Emulator(backends=("dial",)) as emulator:
        url, home = emulator.dial_url, "relative_folder/my-file.txt"
        with aidial.Dial(base_url=url, api_key="dial-key") as client:
            whole = client.chat.completions.create(deployment_name="echo", messages=question)
            *_, chunk = client.chat.completions.create(
                deployment_name="echo", messages=question, stream=True
            )
            listed = client.deployments.list()[0]
            client.files.upload(client.my_files_home() / home, b"some text")
            found = client.files.metadata(url=client.my_files_home() / home)

    expected = eval(printed[0].strip(), dict(TYPES))[0]
    assert _shape(repr(expected)) == _shape(repr(listed))[: len(_shape(repr(expected)))]
    assert repr(whole).startswith("ChatCompletionResponse(id='")
    for name in ("message=ChatCompletionMessage(role='assistant', content=", "logprobs="):
        assert name in repr(whole)
    assert "delta=ChunkEmptyDelta(content=None, object=None, tool_calls=None, " in repr(chunk)
    assert ", items=None, updatedAt=" in repr(found)


def _shape(text: str) -> list[str]:
    """Names of the outermost members in the repr *text*."""
    node = ast.parse(text, mode="eval").body
    assert isinstance(node, ast.Call)
    return [keyword.arg or "" for keyword in node.keywords]
