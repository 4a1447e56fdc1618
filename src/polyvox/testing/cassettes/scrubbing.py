"""
Taking secrets out of recorded traffic, before it is written.

Credential headers are masked by their names; what they held is then masked wherever it occurs in
URLs, bodies and answers. In answers each character becomes one `*`, so that lengths and the
boundaries of pieces stay true.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from polyvox_core.secret import MASK

__all__ = ["Scrubber", "is_credential"]

_NAMES = re.compile(r"authorization|cookie|key|secret|token|password", re.IGNORECASE)
# An answer may well count tokens and keys.
_ANSWER_NAMES = re.compile(r"authorization|cookie|api-?key", re.IGNORECASE)
_SCHEME = re.compile(r"(?:bearer|basic|token) +", re.IGNORECASE)
# Shorter ones would be found everywhere; their headers are masked all the same.
_SHORTEST = 6


def is_credential(header: str) -> bool:
    """Whether the *header* of that name holds a credential."""
    return _NAMES.search(header) is not None


class Scrubber:
    """
    Masks known secrets.

    Args:
        secrets: What is known from the beginning; at least six characters each.
    """

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        self._secrets: set[bytes] = set()
        for secret in secrets:
            self.learn(secret)

    def learn(self, secret: str) -> None:
        """Mask *secret* from now on; without the scheme that stands before it in a header."""
        bare = _SCHEME.sub("", secret, count=1)
        if len(bare) >= _SHORTEST:
            self._secrets.add(bare.encode())

    def learn_from(self, headers: Iterable[tuple[str, str]]) -> None:
        """Mask what the credential headers among *headers* hold."""
        for name, value in headers:
            if is_credential(name):
                self.learn(value)

    def text(self, text: str) -> str:
        """The *text* with `***` in place of secrets."""
        return self.content(text.encode()).decode()

    def content(self, content: bytes) -> bytes:
        """The *content* with `***` in place of secrets."""
        for secret in self._longest_first():
            content = content.replace(secret, MASK.encode())
        return content

    def pieces(self, pieces: Sequence[bytes]) -> list[bytes]:
        """The *pieces*, each of its old length, with `*` in place of every byte of a secret."""
        whole = b"".join(pieces)
        for secret in self._longest_first():
            whole = whole.replace(secret, b"*" * len(secret))
        scrubbed: list[bytes] = []
        start = 0
        for piece in pieces:
            scrubbed.append(whole[start : start + len(piece)])
            start += len(piece)
        return scrubbed

    def headers(self, headers: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        """The *headers* of an answer, credentials and secrets masked."""
        return [
            (name, MASK if _ANSWER_NAMES.search(name) else self.text(value))
            for name, value in headers
        ]

    def _longest_first(self) -> list[bytes]:
        return sorted(self._secrets, key=len, reverse=True)
