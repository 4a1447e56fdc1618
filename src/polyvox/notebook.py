"""
What notebooks show of replies, runs and pictures: Markdown and HTML, made without I/O.

What a server sent is shown and never acts: no markup of its own, no script, no link that runs one,
and no picture that is fetched unasked. Tables, emphasis, mathematics and code stay what they are.
"""

from __future__ import annotations

import re
from base64 import b64encode
from html import escape
from typing import TYPE_CHECKING, Any

from polyvox.media_types import sniffed
from polyvox_core.errors import PolyvoxError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from polyvox.images import Image

__all__ = ["image_html", "images_html", "markdown_of", "safe_markdown"]

SHOWN_BYTES = 8 * 1024 * 1024
"""Most bytes of pictures that one output holds; a notebook keeps them in its file."""

_SHOWN_TYPES = ("image/png", "image/jpeg", "image/gif", "image/webp")
_FENCED = re.compile(
    r"^ {0,3}(?P<fence>`{3,}|~{3,})(?P<kind>[^\n`]*)\n"
    r"(?P<code>.*?)(?:^ {0,3}(?P=fence)[`~]*[ \t]*$|\Z)",
    re.MULTILINE | re.DOTALL,
)
_SPAN = re.compile(
    r"(?<![`\\])(?P<ticks>`+)(?!`)(?P<code>(?:(?!\n[ \t]*\n).){1,1000}?)(?<!`)(?P=ticks)(?!`)",
    re.DOTALL,
)
_TAG = re.compile(r"<(?=[a-z/!?])", re.IGNORECASE)
_ENTITY = re.compile(r"&(?=#|\w+;)")
_SCRIPT = re.compile(r"(?:javascript|vbscript)(?=[^\w]{0,3}:)", re.IGNORECASE)
_PICTURE = re.compile(r"!(?=\[)")
_RISKS = (_TAG, _ENTITY, _SCRIPT, _PICTURE)
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
# Takes no room, and parts what must not be read as one.
_GAP = "\u200b"


def markdown_of(value: Any) -> str:
    """
    Markdown that shows a reply or a run: reasoning and tool calls folded, then the text.

    Args:
        value: A `Reply`, or a `Run`.
    """
    reply = getattr(value, "reply", value)
    blocks = [_folded("Reasoning", safe_markdown(reply.reasoning))] if reply.reasoning else []
    blocks += [_called(one) for one in getattr(value, "calls", ())]
    if reply.text:
        blocks.append(safe_markdown(reply.text))
    if reply.refusal:
        blocks.append(f"**Refused:** {safe_markdown(reply.refusal)}")
    blocks += [_code(f"{call.name}({call.arguments})") for call in reply.tool_calls]
    return "\n\n".join(blocks) or "*No text.*"


def _folded(title: str, body: str) -> str:
    return f"<details><summary>{_inert(title)}</summary>\n\n{body}\n\n</details>"


def _called(result: Any) -> str:
    """A call of a tool, with what the model was told."""
    call = result.call
    body = f"{_code(f'{call.name}({call.arguments})')}\n\n{_code(result.text)}"
    return _folded(f"{call.name} failed" if result.error else call.name, body)


def safe_markdown(text: str) -> str:
    """
    The Markdown *text* without anything that acts.

    Code that looks like markup is written as HTML whose every sign is an entity, so that no
    renderer can take it for something else; all other code stays Markdown, and is coloured.
    """
    pieces: list[str] = []
    end = 0
    for fenced in _FENCED.finditer(text):
        pieces += [
            _prose(text[end : fenced.start()]),
            _code(fenced["code"], fenced["kind"].strip()),
        ]
        end = fenced.end()
    pieces.append(_prose(text[end:]))
    return "\n\n".join(piece for piece in pieces if piece.strip())


def _code(code: str, kind: str = "") -> str:
    """A block of code that nothing in it can end."""
    code = code.rstrip("\n")
    if _is_risky(code) or not re.fullmatch(r"[\w+#.-]*", kind):
        return f"<pre><code>{_inert(code)}</code></pre>"
    longest = max((len(run) for run in re.findall(r"`+", code)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{kind}\n{code}\n{fence}"


def _prose(text: str) -> str:
    """Text between blocks of code."""
    pieces: list[str] = []
    end = 0
    for span in _SPAN.finditer(text):
        code = span["code"]
        shown = f"<code>{_inert(code.strip())}</code>" if _is_risky(code) else span[0]
        pieces += [_quiet(text[end : span.start()]), shown]
        end = span.end()
    pieces.append(_quiet(text[end:]))
    return "".join(pieces).strip("\n")


def _quiet(text: str) -> str:
    text = _TAG.sub("&lt;", _ENTITY.sub("&amp;", text))
    text = _SCRIPT.sub(lambda found: found[0] + _GAP, text)
    return _PICTURE.sub(f"!{_GAP}", text)


def _is_risky(code: str) -> bool:
    return any(risk.search(code) for risk in _RISKS)


def _inert(text: str) -> str:
    """The *text* as HTML that is no Markdown either."""
    return _PUNCTUATION.sub(lambda sign: f"&#{ord(sign[0])};", text)


def images_html(images: Iterable[Image]) -> str:
    """HTML that shows pictures: those that came as bytes, as far as there is room; else links."""
    shown: list[str] = []
    left = SHOWN_BYTES
    for image in images:
        html, size_bytes = _figure(image, left)
        shown.append(html)
        left -= size_bytes
    return "\n".join(shown)


def image_html(image: Image) -> str:
    """HTML that shows one picture."""
    return images_html([image])


def _figure(image: Image, left: int) -> tuple[str, int]:
    """A picture in HTML, and how many bytes of it are inline."""
    body, size_bytes = _inline(image, left) if image.inline else (_link(image.url or ""), 0)
    caption = image.revised_prompt
    below = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
    return f"<figure>{body}{below}</figure>", size_bytes


def _inline(image: Image, left: int) -> tuple[str, int]:
    try:
        content = image.content
    except PolyvoxError as error:
        return f"<p>{escape(error.message)}</p>", 0
    media_type = sniffed(content)
    if media_type not in _SHOWN_TYPES:
        return f"<p>{len(content):,} bytes that are no known picture; save() keeps them.</p>", 0
    if len(content) > left:
        return f"<p>A picture of {len(content):,} bytes, too large to show; save() keeps it.</p>", 0
    source = f"data:{media_type};base64,{b64encode(content).decode()}"
    return f'<img src="{source}" alt="" style="max-width: 100%">', len(content)


def _link(url: str) -> str:
    if not re.match(r"https?://", url, re.IGNORECASE):
        return f"<p>{escape(url)}</p>"
    where = escape(url, quote=True)
    return f'<a href="{where}" target="_blank" rel="noopener noreferrer">{where}</a>'
