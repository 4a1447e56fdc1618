"""
What became of a request to sign in.

Source: aidial-client 0.18, types.client_channel.
"""

from __future__ import annotations

from enum import Enum

__all__ = ["SigninResult"]


class SigninResult(str, Enum):  # noqa: UP042 - str() of members as in the replaced library
    """How a sign-in to a toolset ended."""

    SUCCESS = "success"
    DENIED = "denied"
    ERROR = "error"
