"""The seed document of aleph-alpha-client runs, with nothing but the listed mends."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from seed_blocks import SEEDS, mended
from seed_mends_aleph_alpha import ALEPH_ALPHA, USAGE_BEGINS, USAGE_ENDS, indented

import polyvox.compat.aleph_alpha_client as aleph
from polyvox.emulator import Emulator

DOCUMENT = "aleph-alpha-client-chat.md"
PAGE = (Path(__file__).parents[2] / "docs" / "seeds.md").read_text("utf-8")
PNG = b"\x89PNG\r\n\x1a\n and the rest"


def _text() -> str:
    return (SEEDS / DOCUMENT).read_text("utf-8")


def _usage() -> str:
    """The usage part, as it stands."""
    return _text().split(USAGE_BEGINS)[1].split(USAGE_ENDS)[0]


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    """An emulator that accepts the token of the page."""
    with Emulator(backends=("aleph_alpha",), keys=("your-api-token",)) as running:
        yield running


@pytest.mark.seeds
def test_usage(
    emulator: Emulator,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """All usages run in their order, print what they should, and the structured answer parses."""
    monkeypatch.chdir(tmp_path)
    Path("chart.png").write_bytes(PNG)
    names: dict[str, Any] = {"emulator_url": emulator.url_of("aleph_alpha")}
    code = mended(0, indented(_usage()), ALEPH_ALPHA)

    try:
        exec(compile(code, "<seed>", "exec"), names)
    finally:
        names["client"].close()
    printed = capsys.readouterr().out.splitlines()
    structured = json.loads(names["response"].message.content)

    assert "Assistant: What is the capital of Spain?" == printed[0]
    assert "Finish reason: FinishReason.Stop" == printed[1]
    assert "Assistant: Can you show me a more efficient way?" == printed[2]
    assert "What trends do you see in this chart?" == printed[3]
    assert "Assistant: Tell me a story about robots." == printed[4]
    assert ["Finished: FinishReason.Stop", "", "Tokens used: 12"] == printed[5:]
    assert {"theme", "characters", "rating"} == set(structured)
    assert 1 <= structured["rating"] <= 10


@pytest.mark.seeds
def test_requests(emulator: Emulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The usages send limits under the service's name, and the very bytes of the picture."""
    monkeypatch.chdir(tmp_path)
    Path("chart.png").write_bytes(PNG)
    names: dict[str, Any] = {"emulator_url": emulator.url_of("aleph_alpha")}
    code = mended(0, indented(_usage()), ALEPH_ALPHA)

    try:
        exec(compile(code, "<seed>", "exec"), names)
    finally:
        names["client"].close()
    bodies = [json.loads(request.body) for request in emulator.requests]

    assert [100, None, None, 200, 300, None] == [body.get("max_tokens") for body in bodies]
    assert [] == [body for body in bodies if "maximum_tokens" in body]
    url = bodies[3]["messages"][0]["content"][1]["image_url"]["url"]
    assert url == "data:image/png;base64,iVBORw0KGgogYW5kIHRoZSByZXN0"
    assert ("story_analysis", False) == (
        bodies[5]["response_format"]["json_schema"]["name"],
        bodies[5]["response_format"]["json_schema"]["strict"],
    )


def _declared() -> list[tuple[str, str]]:
    """Classes and members as the page declares them."""
    try:
        text = _text().split(USAGE_BEGINS)[0]
    except OSError:
        return []
    found: list[tuple[str, str]] = []
    for declared in re.split(r"\bclass (?=[A-Z]\w*(?:\(str, Enum\))?:\n)", text)[1:]:
        name = re.match(r"\w+", declared)
        assert name is not None
        part, *functions = declared.split("def ")
        members = re.findall(r"^(\w+)(?:: | = )", part, re.MULTILINE)
        members += [function.partition("(")[0] for function in functions]
        found += [(name[0], member) for member in members]
    return found


@pytest.mark.seeds
@pytest.mark.parametrize(("kind", "member"), sorted(set(_declared())))
def test_declared_classes(kind: str, member: str) -> None:
    """Each class of the page exists, with each member that it declares."""
    value = getattr(aleph, kind)
    known = {field.name for field in fields(value)} if is_dataclass(value) else set[str]()
    if issubclass(value, Enum):
        known |= set(value.__members__)
    if member in {"chat", "chat_with_streaming"}:
        value = aleph.Client

    assert member in known or hasattr(value, member)


def test_page_lists_the_mends() -> None:
    """Each mend is a row of the page about the seeds, in order; nothing else is."""
    section = PAGE.split("\n## aleph-alpha-client\n")[1].split("\n## ")[0]
    rows = [
        line
        for line in section.splitlines()
        if line.startswith("| ") and not line.startswith(("| ---", "| part"))
    ]

    assert [
        (
            "| streaming | `async def streaming_chat():` | its body, indented | "
            "the page has lost all indentation |"
        ),
        *(
            f"| all | `{' '.join(mend.old.split())}` | `{' '.join(mend.new.split())}` "
            f"| {mend.reason} |"
            for mend in ALEPH_ALPHA
        ),
        (
            "| last comment | `schemaInstall with Tessl CLI` | `schema` "
            "| the foot of the page runs into the comment |"
        ),
    ] == rows


@pytest.mark.seeds
def test_mends_are_needed() -> None:
    """Each mend finds its text."""
    assert [] == [mend.old for mend in ALEPH_ALPHA if mend.old not in _usage()]
