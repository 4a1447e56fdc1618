"""
HTTP chunks of one read, joined into one; no I/O.

A server sends each event of a stream as an HTTP chunk of its own, and h11 takes about 4 us for
each. Our network backends hand it one chunk per read instead. Framing is rewritten only where it
was understood; from the first oddity on, bytes pass as they are and h11 judges them.

A differential test feeds the same bytes to h11 with and without this room.
"""

from __future__ import annotations

import re
from collections.abc import Callable

__all__ = ["ChunkJoiner"]

_HEAD_END = re.compile(rb"\r?\n\r?\n")
_HEAD_BYTES_MAX = 64 * 1024
_SIZE = re.compile(rb"([0-9A-Fa-f]{1,15})(?:;[\x20-\x7e]*)?")
_SIZE_LINE_MAX = 4096
_SIZES_KNOWN = 512
_READ_MAX = 64 * 1024
_READ_MAX_CHUNKS = 16 * 1024
_STATUS = re.compile(rb"HTTP/1\.[01] ([0-9]{3})[ \r\n]")
_FRAMING = re.compile(rb"\n(transfer-encoding|content-length):[ \t]*([^\r\n]*)")

_Step = Callable[[bytes, list[bytes]], bytes]


class ChunkJoiner:
    """
    Rewrites what one connection receives; feed it every read in order.

    It holds back a head until it is whole, and the unfinished line before a chunk; `finish` gives
    them when the connection ends.
    """

    __slots__ = ("_held", "_left", "_sizes", "_step")

    def __init__(self) -> None:
        self._step: _Step = self._head
        self._held = b""
        self._left = 0
        # Events of a stream are about as long as each other, and a look-up beats a match.
        self._sizes: dict[bytes, int] = {}

    @property
    def read_max(self) -> int:
        """
        How many bytes to read at once.

        A body of known length is a file, where large reads pay. Chunks are usually a stream, whose
        items are all decoded when a read is done: less at once keeps its memory flat.
        """
        return _READ_MAX if self._step == self._counted else _READ_MAX_CHUNKS

    def feed(self, received: bytes) -> bytes:
        """What h11 is to see of *received*; may be empty, which is not an end."""
        out: list[bytes] = []
        rest = self._held + received if self._held else received
        self._held = b""
        while rest:
            rest = self._step(rest, out)
        return out[0] if len(out) == 1 else b"".join(out)

    def finish(self) -> bytes:
        """What was held back, when nothing more will come."""
        held, self._held = self._held, b""
        return held

    def _raw(self, rest: bytes, out: list[bytes]) -> bytes:
        """A body that ends with the connection, or something odd: everything passes."""
        self._step = self._raw
        out.append(rest)
        return b""

    def _hold(self, rest: bytes) -> bytes:
        self._held = rest
        return b""

    def _head(self, rest: bytes, out: list[bytes]) -> bytes:
        """Between answers: a head."""
        end = _HEAD_END.search(rest)
        if end is None:
            plausible = rest[:7] == b"HTTP/1."[: len(rest)] and len(rest) <= _HEAD_BYTES_MAX
            return self._hold(rest) if plausible else self._raw(rest, out)
        head = rest[: end.end()]
        out.append(head)
        self._step = self._after(head)
        return rest[end.end() :]

    def _after(self, head: bytes) -> _Step:
        """What follows *head*."""
        status = _STATUS.match(head)
        if status is None:
            return self._raw
        code = status[1]
        if code[:1] == b"1" and code != b"101":
            return self._head
        if code in {b"204", b"304"}:
            return self._head
        framing = {name: value.strip() for name, value in _FRAMING.findall(head.lower())}
        if framing.get(b"transfer-encoding") == b"chunked":
            return self._chunks
        length = framing.get(b"content-length", b"")
        if b"transfer-encoding" in framing or not length.isdigit() or len(length) > 18:
            return self._raw
        self._left = int(length)
        return self._counted if self._left else self._head

    def _counted(self, rest: bytes, out: list[bytes]) -> bytes:
        """A body of known length."""
        body = rest[: self._left]
        out.append(body)
        self._left -= len(body)
        if not self._left:
            self._step = self._head
        return rest[len(body) :]

    def _chunks(self, rest: bytes, out: list[bytes]) -> bytes:
        """Chunks, at the line that gives a size."""
        pieces: list[bytes] = []
        at, end, find, known = 0, len(rest), rest.find, self._sizes
        while at < end:
            line_end = find(b"\r\n", at, at + _SIZE_LINE_MAX)
            if line_end < 0:
                break
            line = rest[at:line_end]
            length = known.get(line, -1)
            if length < 0:
                length = _size_of(line)
                if length < 0:
                    break
                if len(known) < _SIZES_KNOWN:
                    known[line] = length
            start = line_end + 2
            stop = start + length
            if not length or stop + 2 > end or rest[stop : stop + 2] != b"\r\n":
                return self._last_chunk(rest, at, start, length, pieces, out)
            pieces.append(rest[start:stop])
            at = stop + 2
        _emit(pieces, out)
        unfinished = rest[at:]
        if not unfinished:
            return b""
        cut_short = len(unfinished) < _SIZE_LINE_MAX and b"\n" not in unfinished
        return self._hold(unfinished) if cut_short else self._raw(unfinished, out)

    def _last_chunk(
        self, rest: bytes, at: int, start: int, length: int, pieces: list[bytes], out: list[bytes]
    ) -> bytes:
        """The chunk at which joining stops: the final one, or one that is not whole yet."""
        if not length:
            _emit(pieces, out)
            out.append(rest[at:start])
            self._step = self._trailer
            return rest[start:]
        body = rest[start : start + length]
        if len(body) == length:
            # Its own line end is missing or wrong: h11 sees this chunk as it came.
            _emit(pieces, out)
            out.append(rest[at : start + length])
            self._step = self._line_end
            return rest[start + length :]
        if body:
            pieces.append(body)
        _emit(pieces, out)
        self._left = length - len(body)
        self._step = self._inside
        return b""

    def _inside(self, rest: bytes, out: list[bytes]) -> bytes:
        """The rest of a chunk of which a part was given already."""
        body = rest[: self._left]
        out.append(b"%x\r\n" % len(body) + body)
        self._left -= len(body)
        if self._left:
            out.append(b"\r\n")
        else:
            self._step = self._line_end
        return rest[len(body) :]

    def _line_end(self, rest: bytes, out: list[bytes]) -> bytes:
        """The line end after a chunk, as it comes."""
        if rest == b"\r":
            return self._hold(rest)
        if not rest.startswith(b"\r\n"):
            return self._raw(rest, out)
        out.append(b"\r\n")
        self._step = self._chunks
        return rest[2:]

    def _trailer(self, rest: bytes, out: list[bytes]) -> bytes:
        """Lines after the final chunk, up to an empty one."""
        line_end = rest.find(b"\n") + 1
        if not line_end:
            return self._hold(rest) if len(rest) < _HEAD_BYTES_MAX else self._raw(rest, out)
        line = rest[:line_end]
        out.append(line)
        if line in {b"\r\n", b"\n"}:
            self._step = self._head
        return rest[line_end:]


def _size_of(line: bytes) -> int:
    """The size of a chunk, from the *line* before it; -1 when it is none."""
    size = _SIZE.fullmatch(line)
    return -1 if size is None else int(size[1], 16)


def _emit(pieces: list[bytes], out: list[bytes]) -> None:
    """Add *pieces* as one chunk."""
    if len(pieces) == 1:
        out += (b"%x\r\n" % len(pieces[0]), pieces[0], b"\r\n")
    elif pieces:
        body = b"".join(pieces)
        out += (b"%x\r\n" % len(body), body, b"\r\n")
    pieces.clear()
