"""
The surface of alteryse-py: `TextGeneration` as its page shows it, and a blocking twin.

    from polyvox.compat.alteryse import TextGeneration

Differs from alteryse-py 0.1.0 as follows. Its page documents coroutines while the package has plain
methods; here `TextGeneration` follows the page and `SyncTextGeneration` the package. `options` may
stand second in `generate`, be a dict, and be given by keywords; what is None is not sent. Unknown
members of an answer do no harm, an empty answer is an error. Every failure is an `AlteryseError`
with `message`, `status_code`, `code` and `body`. Calls end after 120 seconds and are tried again
after a 503. Streams are new.

The address is the argument `base_url`, else the variable ALTERYSE_BASE_URL, else the service's own;
id and key may come from ALTERYSE_INSTANCE_ID and ALTERYSE_API_KEY.
"""

from __future__ import annotations

from polyvox.compat.alteryse.client import SyncTextGeneration, TextGeneration
from polyvox.compat.alteryse.values import (
    AlteryseError,
    ChatRequest,
    ChatResponse,
    GenerateResponse,
    Options,
)

__all__ = [
    "AlteryseError",
    "ChatRequest",
    "ChatResponse",
    "GenerateResponse",
    "Options",
    "SyncTextGeneration",
    "TextGeneration",
]
