"""
What notebooks show: replies and runs as Markdown, pictures as HTML, and nothing that acts.
"""

from __future__ import annotations

import base64
import re
from types import SimpleNamespace
from typing import Any

import pytest

from polyvox import Image, Images, Message, Reply, ToolCall, notebook
from polyvox.notebook import safe_markdown

PNG = b"\x89PNG\r\n\x1a\n"
PNG64 = base64.b64encode(PNG).decode()
EVIL = "</code></pre></details><script>alert(1)</script>"


def reply(text: str = "", **members: Any) -> Any:
    """A reply, and what IPython asks it for."""
    return Reply(text, Message("assistant", text), **members)


def shown(value: Any) -> str:
    """The Markdown that a notebook gets of *value*."""
    return str(value._repr_markdown_())


def test_plain_replies() -> None:
    """Ordinary Markdown is shown as the model wrote it."""
    text = (
        "# Hi\n\n**a < b** & `x < y`, $a < b$, [link](https://example.com/?a=1&b=2)\n\n| a |\n|---|"
    )

    assert text == shown(reply(text))


def test_code_stays_code() -> None:
    """Fenced code keeps its language, one that was not ended yet is ended."""
    text = "Look:\n```python\nprint('a < b')\n```\nand\n~~~\n```\n~~~\nor\n```sh\nls"

    assert (
        "Look:\n\n```python\nprint('a < b')\n```\n\nand\n\n````\n```\n````\n\nor\n\n```sh\nls\n```"
    ) == shown(reply(text))


def test_reasoning_and_tools() -> None:
    """Reasoning is folded away before the text, tool calls are code behind it."""
    calls = (ToolCall("c", "look", '{"city":"Minsk"}'),)
    made = reply("Let me see.", reasoning="Hm.", tool_calls=calls)

    assert (
        "<details><summary>Reasoning</summary>\n\nHm.\n\n</details>\n\nLet me see.\n\n"
        '```\nlook({"city":"Minsk"})\n```'
    ) == shown(made)


def test_refusals_and_nothing() -> None:
    """A refusal says so; a reply without anything is not invisible."""
    assert "**Refused:** I cannot." == shown(reply(refusal="I cannot."))
    assert "*No text.*" == shown(reply())


def test_runs() -> None:
    """A run shows its calls of tools, folded, with what the model was told."""
    call = ToolCall("c", "look", "{}")
    results = (
        SimpleNamespace(call=call, error=None, text="7 C"),
        SimpleNamespace(call=call, error=ValueError("no"), text="It failed."),
    )
    run = SimpleNamespace(reply=reply("Seven."), calls=results)

    assert (
        "<details><summary>look</summary>\n\n```\nlook({})\n```\n\n```\n7 C\n```\n\n</details>"
        "\n\n<details><summary>look failed</summary>\n\n```\nlook({})\n```\n\n```\nIt failed.\n```"
        "\n\n</details>\n\nSeven."
    ) == notebook.markdown_of(run)


@pytest.mark.parametrize("field", ["text", "reasoning", "refusal"])
@pytest.mark.parametrize(
    "wrapped", ["{}", "`{}`", "```\n{}\n```", "```html\n{}", "\\`{}`", "- ```\n{}"]
)
def test_markup_is_not_markup(field: str, wrapped: str) -> None:
    """No tag of a model is one: not in its text, nor in code, nor where code seems to be."""
    found = shown(reply(**{"text": "x", field: wrapped.format(EVIL)}))

    tags = set(re.findall(r"<[^>]*>", found))
    assert tags <= {
        "<details>",
        "</details>",
        "<summary>",
        "</summary>",
        "<pre>",
        "</pre>",
        "<code>",
        "</code>",
    }
    assert "alert" in found
    assert found.count("</details>") == found.count("<details>")


def test_markup_in_tool_calls() -> None:
    """Neither the name nor the arguments of a call, nor the answer of a tool, are markup."""
    call = ToolCall("c", f"look{EVIL}", f"```{EVIL}")
    results = (SimpleNamespace(call=call, error=None, text=EVIL),)
    run = SimpleNamespace(reply=reply(tool_calls=(call,)), calls=results)

    assert "<script" not in notebook.markdown_of(run)
    assert 1 == notebook.markdown_of(run).count("</details>")


def test_code_that_looks_like_markup() -> None:
    """It is shown as it was written, sign by sign, where no renderer can misread it."""
    text = "```cpp\n#include <vector>\n```\n`a<b>`"

    assert (
        "<pre><code>&#35;include &#60;vector&#62;</code></pre>\n\n<code>a&#60;b&#62;</code>"
    ) == safe_markdown(text)


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt\\:alert(1))",
        "[x]\n\n[x]: vbscript:alert(1)",
        "\\`[x](javascript:alert(1))`",
        "[x](&#106;avascript:alert(1))",
        "[x](javascript&colon;alert(1))",
        "```\\\n[x](javascript:alert(1))\n```",
    ],
)
def test_links_run_nothing(text: str) -> None:
    """No link of a model runs a script, however it is written."""
    found = safe_markdown(text)

    assert None is re.search(r"(?i)(java|vb)script\\?:(?!\u200b)|&#106;|&colon;", found)
    assert found != text


def test_pictures_in_answers_are_links() -> None:
    """A picture in an answer is not fetched, since its address could tell what was said."""
    assert "!\u200b[x](https://example.com/?told=all)" == safe_markdown(
        "![x](https://example.com/?told=all)"
    )


@pytest.mark.parametrize(
    ("content", "kind"),
    [(PNG, "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF89a", "gif"), (b"RIFF....WEBP", "webp")],
)
def test_pictures_are_shown(content: bytes, kind: str) -> None:
    """A picture that came as bytes is shown inline, by what it is and not by what it is called."""
    text = base64.b64encode(content).decode()
    image = Image(b64=text, content_type="text/html", revised_prompt="A <b> & a fox")

    assert (
        f'<figure><img src="data:image/{kind};base64,{text}" alt="" style="max-width: 100%">'
        "<figcaption>A &lt;b&gt; &amp; a fox</figcaption></figure>"
    ) == image._repr_html_()
    assert image._repr_html_() == Images((image,))._repr_html_()
    assert f"base64,{text}" in Image(url=f"data:image/x;base64,{text}")._repr_html_()


def test_pictures_elsewhere_are_links() -> None:
    """A link is shown, and fetched only when somebody follows it."""
    image = Image(url='https://example.com/a.png?"><script>')

    where = "https://example.com/a.png?&quot;&gt;&lt;script&gt;"
    assert (
        f'<figure><a href="{where}" target="_blank" rel="noopener noreferrer">{where}</a></figure>'
    ) == image._repr_html_()
    assert (
        "<figure><p>javascript:alert(1)</p></figure>"
        == Image(url="javascript:alert(1)")._repr_html_()
    )
    assert "<figure><p></p></figure>" == Image()._repr_html_()


def test_pictures_that_are_none() -> None:
    """What is no picture, or no base64, is said in words; nothing is raised."""
    svg = base64.b64encode(b"<svg onload=alert(1)>").decode()

    assert "21 bytes that are no known picture" in Image(b64=svg)._repr_html_()
    assert "not base64" in Image(b64='"><script>')._repr_html_()
    assert "<script" not in Image(b64='"><script>')._repr_html_()


def test_large_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """One output holds so many bytes of pictures; those that do not fit are told."""
    monkeypatch.setattr(notebook, "SHOWN_BYTES", 20)
    image = Image(b64=PNG64)

    html = Images((image, image, image))._repr_html_()

    assert 2 == html.count("<img ")
    assert 1 == html.count("A picture of 8 bytes, too large to show")
