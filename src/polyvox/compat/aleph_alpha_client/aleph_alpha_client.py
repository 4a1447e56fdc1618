"""
The clients and their constants, under the name of the module where the original keeps them.
"""

from __future__ import annotations

from polyvox.compat.aleph_alpha_client.async_client import AsyncClient
from polyvox.compat.aleph_alpha_client.client import Client
from polyvox.compat.aleph_alpha_client.errors import BusyError, QuotaError
from polyvox.compat.aleph_alpha_client.session import DEFAULT_REQUEST_TIMEOUT, RETRY_STATUS_CODES

__all__ = [
    "DEFAULT_REQUEST_TIMEOUT",
    "POOLING_OPTIONS",
    "RETRY_STATUS_CODES",
    "AsyncClient",
    "BusyError",
    "Client",
    "QuotaError",
]

POOLING_OPTIONS = ["mean", "max", "last_token", "abs_max"]
