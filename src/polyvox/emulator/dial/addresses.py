"""
Addresses of stored resources: `<kind>/<bucket>/<path>`, checked before anything else sees them.

Source: ai-dial-core 0.18, ResourceDescription.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

from polyvox.emulator.errors import Refusal

__all__ = ["RESOURCE_TYPES", "Address", "address_in", "parsed", "parsed_url"]

RESOURCE_TYPES = {
    "files": "FILE",
    "conversations": "CONVERSATION",
    "prompts": "PROMPT",
    "applications": "APPLICATION",
    "toolsets": "TOOL_SET",
}
BUCKET = re.compile(r"[a-zA-Z0-9]+")
FORBIDDEN = re.compile(r"[{}\x00-\x1f\x7f/]")
UNQUOTED = "-._~!$'()*,;&=@:+"
LONGEST_BYTES = 900


@dataclass(frozen=True)
class Address:
    """
    Where a resource or a folder is.

    Attributes:
        kind: `files`, `prompts` and so on.
        bucket: Id of the bucket.
        path: Decoded path in the bucket, without a slash at its end; empty at the root.
        folder: Whether it names a folder.
    """

    kind: str
    bucket: str
    path: str
    folder: bool

    @property
    def url(self) -> str:
        """The address as DIAL writes it, percent-encoded."""
        path = "/".join(quote(segment, safe=UNQUOTED) for segment in self.path.split("/"))
        tail = "/" if self.folder and path else ""
        return f"{self.kind}/{self.bucket}/{path}{tail}"

    @property
    def name(self) -> str | None:
        """The last segment; None at the root."""
        return self.path.rpartition("/")[2] or None

    @property
    def parent(self) -> str | None:
        """The path of the folder around it; None if that is the root."""
        return self.path.rpartition("/")[0] or None


def address_in(kind: str, path: str) -> Address:
    """
    The address in a raw request *path* such as `/v1/files/<bucket>/<path>`, behind *kind*.

    Raises:
        Refusal: 400 with the words of DIAL Core.
    """
    bucket, _, rest = path.partition(f"/{kind}/")[2].partition("/")
    return parsed(kind, bucket, rest)


def parsed_url(url: str) -> Address:
    """
    The address in a storage *url* such as `files/<bucket>/<path>`.

    Raises:
        Refusal: 400 with the words of DIAL Core.
    """
    kind, _, rest = url.partition("/")
    bucket, slash, path = rest.partition("/")
    if kind not in RESOURCE_TYPES or not slash:
        raise Refusal(400, f"Invalid resource url provided: {url}")
    return parsed(kind, bucket, path)


def parsed(kind: str, bucket: str, raw: str) -> Address:
    """
    The address of the percent-encoded path *raw* in *bucket*.

    Raises:
        Refusal: 400 with the words of DIAL Core.
    """
    if BUCKET.fullmatch(bucket) is None:
        raise Refusal(400, f"Url has invalid bucket: {kind}/{bucket}/")
    folder = raw.endswith("/") or not raw
    segments = (
        [decoded(segment, raw) for segment in raw.removesuffix("/").split("/")] if raw else []
    )
    address = Address(kind, bucket, "/".join(segments), folder)
    if len(f"{kind}/{bucket}/{address.path}".encode()) > LONGEST_BYTES:
        raise Refusal(400, f"Resource path exceeds {LONGEST_BYTES} bytes: {raw}")
    return address


def decoded(segment: str, raw: str) -> str:
    """
    One *segment* of the path *raw*, decoded and checked.

    Raises:
        Refusal: 400 for a segment that cannot be a name.
    """
    try:
        name = unquote(segment, errors="strict")
    except UnicodeDecodeError as error:
        raise Refusal(400, f"Invalid path provided {raw}") from error
    if not name or FORBIDDEN.search(name):
        raise Refusal(400, f"Invalid path provided {raw}")
    if name.endswith("."):
        raise Refusal(400, f"Resource name and folders must not end with .(dot): {raw}")
    return name
