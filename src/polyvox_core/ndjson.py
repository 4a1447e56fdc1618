"""
Newline-delimited JSON: bytes in, lines out.

Sans-IO, linear in the number of bytes, and indifferent to where the transport cut them. Lines end
in LF or CRLF; JSON's own white space around a line means nothing and is taken off, blank lines are
skipped, and so is one leading byte order mark. What a line says is the caller's business.

Source: ndjson.org specification 1.0; Ollama API, streaming answers.
"""

from __future__ import annotations

from polyvox_core.errors import StreamProtocolError

__all__ = ["LineDecoder"]

_BOM = b"\xef\xbb\xbf"
_WHITE_SPACE = b" \t\r"


class LineDecoder:
    """
    Decoder for one stream of lines.

    Args:
        max_line_bytes: Most bytes in one line. One that is longer raises `StreamProtocolError`,
            after the lines before it were delivered.
    """

    __slots__ = ("_failure", "_line", "_max_line_bytes", "_started")

    def __init__(self, *, max_line_bytes: int = 64 * 1024 * 1024) -> None:
        self._max_line_bytes = max_line_bytes
        self._failure: StreamProtocolError | None = None
        self._started = False
        self._line = bytearray()  # the unfinished line; a bytearray grows in linear time

    @property
    def pending(self) -> bool:
        """Whether bytes of a line without its line end were fed."""
        return bool(self._line)

    def feed(self, data: bytes) -> list[bytes]:
        """
        Lines that *data* completes, in order, none of them blank.

        Raises:
            StreamProtocolError: A line is longer than *max_line_bytes*. When *data* also
                completes lines before it, they are returned and the next call raises.
        """
        if self._failure is not None:
            raise self._failure
        end = data.rfind(b"\n") + 1
        if not end:
            self._line += data
            return self._checked([])
        lines = data[:end]
        if self._line:
            lines = bytes(self._line) + lines
            self._line.clear()
        self._line += data[end:]
        return self._checked(lines.split(b"\n"))

    def finish(self) -> list[bytes]:
        """
        The last line, if the stream ended without a line end after it.

        Raises:
            StreamProtocolError: A line longer than *max_line_bytes* was not yet reported.
        """
        return self.feed(b"\n") if self._line else self.feed(b"")

    def _checked(self, lines: list[bytes]) -> list[bytes]:
        limit = self._max_line_bytes
        if sum(map(len, lines)) > limit and max(map(len, lines)) > limit:
            del lines[next(at for at, line in enumerate(lines) if len(line) > limit) :]
            self._fail()
        if lines and not self._started:
            self._started = True
            lines[0] = lines[0].removeprefix(_BOM)
        lines = [line for line in (line.strip(_WHITE_SPACE) for line in lines) if line]
        if len(self._line) > limit:
            self._fail()
        if self._failure is not None and not lines:
            raise self._failure
        return lines

    def _fail(self) -> None:
        msg = (
            f"The stream sent a line longer than {self._max_line_bytes} bytes, so reading it was "
            "stopped. Raise max_line_bytes if the backend means it."
        )
        self._failure = StreamProtocolError(msg)
        self._line.clear()
