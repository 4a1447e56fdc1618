"""
Stands in for aidial-client: `from polyvox.compat.aidial_client import Dial` and nothing else.

Differs from aidial-client 0.18 on purpose: truncated streams are errors, 5xx is tried again and
409 is not, `model` stays out of the URL, error messages are what the server said, types refuse
nothing, closing a client leaves its pool open. See docs/migrating-from-aidial-client.md.
"""

from __future__ import annotations

from polyvox.compat.aidial_client.async_client import AsyncDial
from polyvox.compat.aidial_client.client import Dial
from polyvox.compat.aidial_client.common import AsyncAuthValue, SyncAuthValue
from polyvox.compat.aidial_client.errors import (
    DialException,
    EtagMismatchError,
    InvalidDialURLError,
    InvalidDialURLException,
    InvalidRequestError,
    NotDialURLError,
    ParsingDataError,
    ResourceNotFoundError,
)
from polyvox.compat.aidial_client.pool import AsyncDialClientPool, DialClientPool
from polyvox.compat.aidial_client.types.client_channel import SigninResult
from polyvox.compat.aidial_client.types.model import ModelInfo, ModelLimits, ModelPricing
from polyvox.compat.aidial_client.types.toolset import ToolsetInfo
from polyvox.compat.aidial_client.types.user import UserInfo

__all__ = [
    "AsyncAuthValue",
    "AsyncDial",
    "AsyncDialClientPool",
    "Dial",
    "DialClientPool",
    "DialException",
    "EtagMismatchError",
    "InvalidDialURLError",
    "InvalidDialURLException",
    "InvalidRequestError",
    "ModelInfo",
    "ModelLimits",
    "ModelPricing",
    "NotDialURLError",
    "ParsingDataError",
    "ResourceNotFoundError",
    "SigninResult",
    "SyncAuthValue",
    "ToolsetInfo",
    "UserInfo",
]
