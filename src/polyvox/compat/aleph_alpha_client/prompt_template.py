"""
`PromptTemplate`: prompts from Liquid templates, with pictures and token ids among the text.
"""

from __future__ import annotations

import re
from typing import Any, TypeAlias
from uuid import UUID, uuid4

from polyvox.compat.aleph_alpha_client.images import optional
from polyvox.compat.aleph_alpha_client.prompt import Image, Prompt, PromptItem, Text, Tokens

__all__ = ["Placeholder", "PromptTemplate"]

Placeholder: TypeAlias = UUID


class PromptTemplate:
    """
    A Liquid template that becomes a `Prompt`.

    Args:
        template_str: The template.

    Raises:
        ImportError: python-liquid is not installed.
    """

    def __init__(self, template_str: str) -> None:
        liquid = optional("liquid", "python-liquid", "A prompt template")
        self.template: Any = liquid.Template(template_str)
        self.non_text_items: dict[Placeholder, Image | Tokens] = {}

    def placeholder(self, prompt_item: Image | Tokens) -> Placeholder:
        """What stands for *prompt_item* in the values of the template."""
        made = uuid4()
        self.non_text_items[made] = prompt_item
        return made

    def embed_prompt(self, prompt: Prompt) -> str:
        """A whole *prompt* as a value of the template; texts that follow each other get a blank."""
        parts: list[str] = []
        after_text = False
        for item in prompt.items:
            if not isinstance(item, Text):
                parts.append(str(self.placeholder(item)))
                after_text = False
            elif item.text:
                if after_text and not (parts[-1][-1].isspace() or item.text[0].isspace()):
                    parts.append(" ")
                parts.append(item.text)
                after_text = True
        return "".join(parts)

    def to_prompt(self, **kwargs: Any) -> Prompt:
        """The prompt that the template makes of these values; placeholders are used up."""
        rendered: str = self.template.render(**kwargs)
        saved = {str(name): item for name, item in self.non_text_items.items()}
        self.non_text_items = {}
        if not saved:
            return Prompt(_texts(rendered))
        items: list[PromptItem] = []
        for part in re.split(f"({'|'.join(saved)})", rendered):
            items += [saved[part]] if part in saved else _texts(part)
        return Prompt(items)


def _texts(text: str) -> list[PromptItem]:
    return [Text(text, [])] if text else []
