"""
Who the credential belongs to.

Source: aidial-client 0.18, types.user.
"""

from __future__ import annotations

from typing import Any

from polyvox.compat.aidial_client.types.record import Record

__all__ = ["UserInfo"]


class UserInfo(Record, shown="roles project userClaims", fresh={"roles": list}):
    """Roles, and the project of an API key or the claims of a token."""

    roles: list[str]
    project: str | None = None
    userClaims: dict[str, Any] | None = None  # noqa: N815 - the replaced library's name

    @property
    def user_claims(self) -> dict[str, Any] | None:
        """Same as `userClaims`."""
        return self.userClaims
