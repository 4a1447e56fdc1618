"""
What must be mended in the seed documents of alteryse-py and AmigoChat before their blocks run.

Block 0 stands for all blocks of a document. `docs/seeds.md` shows the same tables; a test compares.
"""

from __future__ import annotations

from seed_mends import Mend, Preparation

__all__ = ["ALTERYSE", "ALTERYSE_BEFORE", "AMIGOCHAT", "AMIGOCHAT_BEFORE"]

_G4F = "from hypotez.src.endpoints.gpt4free.g4f"

ALTERYSE = (
    Mend(
        0,
        "from alteryse import",
        "from polyvox.compat.alteryse import",
        "the import line is what a user changes",
    ),
    Mend(
        1,
        "api_key='your-api-key'",
        "api_key='your-api-key', base_url=emulator_url",
        "the host is left out",
    ),
    Mend(
        4,
        "api_key: str):",
        "api_key: str): ...",
        "a signature without a body is no program",
    ),
    Mend(
        5,
        "-> GenerateResponse:",
        "-> GenerateResponse: ...",
        "a signature without a body is no program",
    ),
    Mend(
        6,
        "-> ChatResponse:",
        "-> ChatResponse: ...",
        "a signature without a body is no program",
    ),
    Mend(
        7,
        "'system' | 'user' | 'assistant'",
        "'user'",
        "texts cannot be joined by a bar; one of them is meant",
    ),
    Mend(
        7,
        "'content': str",
        "'content': 'Hi'",
        "a type stands for a text",
    ),
    Mend(
        7,
        "Optional[List[str]]",
        "['iVBORw0KGgo=']",
        "a type stands for pictures",
    ),
)

ALTERYSE_BEFORE = (
    Preparation(
        5,
        "from typing import List, Optional",
        "names that signatures use",
    ),
    Preparation(
        5,
        "from polyvox.compat.alteryse import ChatRequest, ChatResponse, GenerateResponse, Options",
        "names that signatures use",
    ),
)

AMIGOCHAT = (
    Mend(
        0,
        f"{_G4F}.Provider.not_working.AmigoChat import",
        "from polyvox.compat.amigochat import",
        "the import line is what a user changes",
    ),
    Mend(
        0,
        f"{_G4F}.typing import",
        "from polyvox.compat.amigochat import",
        "the import line is what a user changes",
    ),
    Mend(
        0,
        "AmigoChat()",
        "AmigoChat(base_url=emulator_url)",
        "the host is left out",
    ),
    Mend(
        4,
        "'http://proxy.example.com:8080'",
        "proxy_url",
        "the host of the proxy is a placeholder",
    ),
)

AMIGOCHAT_BEFORE = (
    Preparation(
        2,
        "from polyvox.compat.amigochat import ImageResponse",
        "a name that the block uses and never imports",
    ),
)
