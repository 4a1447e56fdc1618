"""
Small pictures for texts: a PNG of one colour, the same for the same text.

Source: PNG (Third Edition), W3C 2025.
"""

from __future__ import annotations

import hashlib
import struct
import zlib

__all__ = ["png"]

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def png(text: str, width: int = 16, height: int = 16) -> bytes:
    """A PNG of *width* x *height* pixels whose colour follows from *text*."""
    colour = hashlib.sha256(text.encode()).digest()[:3]
    rows = (b"\0" + colour * width) * height
    # Eight bits for each of red, green and blue; no interlacing.
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return SIGNATURE + b"".join(chunk(kind, content) for kind, content in chunks)


def chunk(kind: bytes, content: bytes) -> bytes:
    """One chunk of a PNG."""
    checksum = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)
