"""
Stored prompts.

Source: aidial-client 0.18, types.prompt; ai-dial-core, ResourceController.
"""

from __future__ import annotations

from polyvox.compat.aidial_client.types.record import Record

__all__ = ["Prompt"]


class Prompt(Record, camel=True, shown="id name folder_id content"):
    """A prompt; `folder_id` is `folderId` on the wire, and may be given in either form."""

    id: str = ""
    name: str = ""
    folder_id: str = ""
    content: str | None = None
