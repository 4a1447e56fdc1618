"""
The answer to a call that no operation describes: as it came.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from polyvox_core.bodies import text_of
from polyvox_core.errors import DecodeError
from polyvox_core.json import loads
from polyvox_core.message import request_id_of

__all__ = ["RawResponse"]


@frozen
class RawResponse:
    """
    An answer as it came.

    Attributes:
        status: HTTP status; always a success, since others are raised.
        headers: Names in lower case to values.
        content: The body, decompressed.
    """

    status: int
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(repr=False)

    @property
    def request_id(self) -> str | None:
        """The server's id of the request, for its operator."""
        return request_id_of(self.headers)

    @property
    def text(self) -> str:
        """The body as text, in the charset that the headers name; UTF-8 without one."""
        return text_of(self.content, self.headers)

    def json(self) -> Any:
        """
        The body as a JSON value.

        Raises:
            DecodeError: It is none.
        """
        try:
            return loads(self.content)
        except ValueError as error:
            kind = self.headers.get("content-type") or "no content type"
            msg = f"The answer, with {kind}, is no JSON ({error})."
            hint = "Read `text` or `content` instead."
            raise DecodeError(msg, hint=hint, request_id=self.request_id) from None
