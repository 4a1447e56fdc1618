"""
`Document`, which no operation takes any more; kept for code that still makes them.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import Any

from polyvox.compat.aleph_alpha_client.images import file_bytes
from polyvox.compat.aleph_alpha_client.prompt import Prompt

__all__ = ["Document"]


class Document:
    """
    A text, prompt items, or a docx file in base64.

    Args:
        docx: The file, in base64.
        prompt: The items.
        text: The text.
    """

    def __init__(
        self,
        docx: str | None = None,
        prompt: Sequence[Any] | None = None,
        text: str | None = None,
    ) -> None:
        self.docx = docx
        self.prompt = prompt
        self.text = text

    @classmethod
    def from_docx_bytes(cls, bytes: bytes) -> Document:  # noqa: A002 - the replaced library's name
        """The document in the *bytes* of a docx file."""
        return cls(docx=base64.b64encode(bytes).decode())

    @classmethod
    def from_docx_file(cls, path: str) -> Document:
        """The document in the docx file at *path*."""
        return cls.from_docx_bytes(file_bytes(path))

    @classmethod
    def from_prompt(cls, prompt: Prompt | Sequence[Any]) -> Document:
        """The document of prompt items."""
        return cls(prompt=prompt.items if isinstance(prompt, Prompt) else prompt)

    @classmethod
    def from_text(cls, text: str) -> Document:
        """The document of a text."""
        return cls(text=text)
