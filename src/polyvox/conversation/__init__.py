"""
Conversations: chats that remember what was said, with branches, bounds and files.

They ask a client of any backend, or a failover pool, and own neither.
"""

from __future__ import annotations

from polyvox.conversation.history import estimated_tokens
from polyvox.conversation.talks import AsyncConversation, Conversation

__all__ = ["AsyncConversation", "Conversation", "estimated_tokens"]
