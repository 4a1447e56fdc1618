"""
The text of files and pages: plain text as it is, HTML without its tags, PDF with pypdf.

Source: llm-workflow-engine 0.23.3, library/text_extractor.py.
"""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from polyvox.compat.lwe.workflows.modules.calling import ModuleCall, TaskFault
from polyvox.compat.lwe.workflows.modules.files import done
from polyvox.compat.lwe.workflows.modules.web import fetched
from polyvox_core.flow import Flow

__all__ = ["extract", "text_of_html"]

_HTML = frozenset({".htm", ".html", ".xhtml"})
_SILENT = frozenset({"head", "script", "style", "template", "noscript", "svg"})
_BREAKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figure"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main"),
        *("nav", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"),
    }
)


def extract(call: ModuleCall) -> Flow[dict[str, Any]]:
    """The text of a file or web page, cut at `max_length` characters."""
    given = call.arguments
    path: str = given["path"]
    if re.match(r"[a-z][a-z0-9+.-]+://", path, re.IGNORECASE):
        answer = yield from fetched(call, "GET", path)
        kind = answer.headers.get("content-type", "").partition(";")[0].strip()
        suffix = ".html" if "html" in kind else PurePosixPath(urlsplit(path).path).suffix
        content: bytes = answer.body
        name = path
    else:
        source = Path(path).expanduser()
        found = yield from done(lambda: {"content": source.read_bytes()})
        content, suffix, name = found["content"], source.suffix, str(source)
    text = _text_of(content, (suffix or given.get("default_extension", ".pdf")).lower(), name)
    limit = given.get("max_length")
    text = text if limit is None else text[: max(limit, 0)]
    return {"content": text, "length": len(text)}


def _text_of(content: bytes, suffix: str, name: str) -> str:
    # Its beginning tells a PDF; the ending may be the default one, of a file that is none.
    if content.startswith(b"%PDF-"):
        return _text_of_pdf(content, name)
    if not _is_text(content):
        msg = f"{name!r} is no text in UTF-8. Convert it first."
        raise TaskFault(msg)
    text = content.decode("utf-8-sig")
    return text_of_html(text) if suffix in _HTML else text


def _is_text(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\0" not in content


def _text_of_pdf(content: bytes, name: str) -> str:
    try:
        pypdf = import_module("pypdf")
    except ModuleNotFoundError:
        msg = f"{name!r} is a PDF, and reading one needs pypdf. Run: pip install pypdf"
        raise TaskFault(msg) from None
    try:
        pages = pypdf.PdfReader(io.BytesIO(content)).pages
        return "\n\n".join(page.extract_text().strip() for page in pages)
    except Exception as error:
        msg = f"{name!r} cannot be read as a PDF: {error}"
        raise TaskFault(msg) from error


class _Stripper(HTMLParser):
    """Collects what a reader of the page would see."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent: list[str] = []
        self._verbatim = 0

    def handle_starttag(
        self,
        tag: str,
        attrs: list[tuple[str, str | None]],  # noqa: ARG002 - HTMLParser's interface
    ) -> None:
        """Begin a line, or fall silent."""
        if tag in _SILENT:
            self._silent.append(tag)
        elif tag == "body":
            self._silent.clear()  # A head that nobody closed.
        elif tag in _BREAKS:
            self._verbatim += tag == "pre"
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a line, or the silence."""
        if tag in self._silent:
            del self._silent[self._silent.index(tag) :]
        elif tag in _BREAKS:
            self._verbatim -= tag == "pre" and self._verbatim > 0
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep the text; lines of the source mean nothing outside of `pre`."""
        if not self._silent:
            self.pieces.append(data if self._verbatim else re.sub(r"\s+", " ", data))


def text_of_html(text: str) -> str:
    """What a reader of the page *text* would see, one line for each part."""
    stripper = _Stripper()
    stripper.feed(text)
    stripper.close()
    lines = (" ".join(line.split()) for line in "".join(stripper.pieces).split("\n"))
    return "\n".join(line for line in lines if line)
