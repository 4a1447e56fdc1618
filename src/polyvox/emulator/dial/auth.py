"""
Who calls: an API key or a bearer token, by the rules of DIAL Core.

Every credential owns one bucket, whose id follows from the credential.
Source: ai-dial-core 0.18, Proxy; docs/error_codes.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from starlette.requests import Request

from polyvox.emulator.behaviours import REJECTED
from polyvox.emulator.errors import Refusal

__all__ = ["DIAL_KEY", "PER_REQUEST_KEY", "Caller", "caller_of"]

DIAL_KEY = "dial-key"
PER_REQUEST_KEY = "per-request-key"
DEFAULT_KEYS = frozenset({DIAL_KEY, PER_REQUEST_KEY})
ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
NOBODY = "At least API-KEY or Authorization header must be provided"
BOTH = "Either API-KEY or Authorization header must be provided but not both"


@dataclass(frozen=True)
class Caller:
    """
    Whoever brought a credential that was accepted.

    Attributes:
        kind: `key` or `token`.
        credential: The credential itself.
    """

    kind: str
    credential: str

    @property
    def bucket(self) -> str:
        """Id of the caller's bucket, letters and digits, the same in every run."""
        digest = hashlib.sha256(f"{self.kind}:{self.credential}".encode()).digest()
        number, letters = int.from_bytes(digest, "big"), ""
        while number:
            number, rest = divmod(number, len(ALPHABET))
            letters = ALPHABET[rest] + letters
        return letters

    @property
    def per_request(self) -> bool:
        """Whether the credential is a per-request key."""
        return self.kind == "key" and self.credential == PER_REQUEST_KEY


def caller_of(request: Request, keys: frozenset[str] | None) -> Caller:
    """
    The caller behind *request*.

    Args:
        request: The request.
        keys: Credentials to accept; None accepts the well-known keys and every token.

    Raises:
        Refusal: 401 or 400, with the words of DIAL Core.
    """
    key = request.headers.get("api-key", "")
    authorization = request.headers.get("authorization", "")
    if not key and not authorization:
        raise Refusal(401, NOBODY)
    token = bearer_of(authorization)
    if key and authorization and key not in {token, PER_REQUEST_KEY}:
        raise Refusal(400, BOTH)
    if key:
        if key == REJECTED or key not in (DEFAULT_KEYS if keys is None else keys):
            raise Refusal(401, "Unknown api key")
        return Caller("key", key)
    if token in {"", REJECTED} or (keys is not None and token not in keys):
        raise Refusal(401, "Bad Authorization header")
    return Caller("token", token)


def bearer_of(authorization: str) -> str:
    """The token of an `Authorization` header; empty if it holds none."""
    scheme, _, token = authorization.partition(" ")
    return token.strip() if scheme.lower() == "bearer" and " " not in token.strip() else ""
