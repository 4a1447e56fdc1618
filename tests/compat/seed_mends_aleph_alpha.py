"""
What must be mended in the seed document of aleph-alpha-client before its Python runs.

The document is one run-on text: no fences, no indentation. `docs/seeds.md` shows the same table.
"""

from __future__ import annotations

from seed_mends import Mend

__all__ = ["ALEPH_ALPHA", "USAGE_BEGINS", "USAGE_ENDS", "indented"]

USAGE_BEGINS = "Basic chat interactions and advanced features:\n"
USAGE_ENDS = "Install with Tessl CLI"

_STREAMING = ("async def streaming_chat():", "asyncio.run(streaming_chat())")
# How deep each line between the two stands, in steps.
_DEPTHS = (1, 2, 3, 2, 2, 3, 3, 3, 3, 3, 2, 2, 2, 3, 4, 3, 4, 3, 4)

ALEPH_ALPHA = (
    Mend(
        0,
        "from aleph_alpha_client import",
        "from polyvox.compat.aleph_alpha_client import",
        "the import line is what a user changes",
    ),
    Mend(
        0,
        "FinishReason, StreamOptions\n",
        "FinishReason, StreamOptions, AsyncClient, ChatStreamChunk, Usage\n",
        "names that the text uses and never imports",
    ),
    Mend(
        0,
        'Client(token="your-api-token")',
        'Client(token="your-api-token", host=emulator_url)',
        "the host is left out",
    ),
)


def indented(text: str) -> str:
    """The *text* with the indentation that the body of its one function has lost."""
    before, rest = text.split(f"{_STREAMING[0]}\n")
    body, after = rest.split(_STREAMING[1])
    lines = body.splitlines()
    assert len(lines) == len(_DEPTHS)
    deep = (f"{'    ' * depth}{line}\n" for depth, line in zip(_DEPTHS, lines, strict=True))
    return f"{before}{_STREAMING[0]}\n{''.join(deep)}{_STREAMING[1]}{after}"
