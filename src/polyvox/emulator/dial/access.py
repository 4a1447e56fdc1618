"""
Who may do what in which bucket: everything in one's own, reading in `public`, nothing elsewhere.
"""

from __future__ import annotations

from polyvox.emulator.dial.addresses import Address
from polyvox.emulator.dial.auth import Caller
from polyvox.emulator.errors import Refusal

__all__ = ["PUBLIC", "check_access", "permissions"]

PUBLIC = "public"


def permissions(caller: Caller, address: Address) -> list[str]:
    """What *caller* may do at *address*."""
    if address.bucket == caller.bucket:
        return ["READ", "WRITE"]
    return ["READ"] if address.bucket == PUBLIC else []


def check_access(caller: Caller, address: Address, permission: str = "READ") -> None:
    """
    Check that *caller* has *permission* at *address*.

    Raises:
        Refusal: 403 with the words of DIAL Core.
    """
    if permission not in permissions(caller, address):
        raise Refusal(403, f"You don't have an access to: {address.url}")
