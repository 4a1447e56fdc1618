"""Undoing Content-Encoding: any cuts, hard limits, and nothing but our own errors."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyvox_core.decode_content import ContentDecoder, decoder_for
from polyvox_core.errors import DecodeError, ResponseTooLarge


def raw_deflate(body: bytes) -> bytes:
    """Deflate without the zlib wrapper."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


PACKERS = [
    pytest.param("gzip", gzip.compress, id="gzip"),
    pytest.param("x-gzip", gzip.compress, id="x-gzip"),
    pytest.param("deflate", zlib.compress, id="deflate"),
    pytest.param("deflate", raw_deflate, id="raw-deflate"),
]
BODY = bytes(range(256)) * 3 + b"a" * 2000


def unpack(coding: str, chunks: list[bytes], *, max_bytes: int | None = None) -> bytes:
    """The unpacked body of *chunks*, with the end announced."""
    decoder = ContentDecoder(coding, max_bytes=max_bytes)
    return b"".join(map(decoder.feed, chunks)) + decoder.finish()


@pytest.mark.parametrize(("coding", "pack"), PACKERS)
def test_every_split(coding: str, pack: Callable[[bytes], bytes]) -> None:
    """Whole, byte by byte and cut in two anywhere, the body is the same."""
    packed = pack(BODY)
    ways = [[packed], [packed[at : at + 1] for at in range(len(packed))]]
    ways += [[packed[:at], packed[at:]] for at in range(len(packed) + 1)]
    wrong = [way for way in ways if unpack(coding, way) != BODY]

    assert [] == wrong


@pytest.mark.parametrize(("coding", "pack"), PACKERS)
def test_empty_body(coding: str, pack: Callable[[bytes], bytes]) -> None:
    """A packed empty body is empty, and so is one without a byte."""
    assert [b"", b""] == [unpack(coding, [pack(b"")]), unpack(coding, [b""])]


@pytest.mark.parametrize(("coding", "pack"), PACKERS)
def test_truncated(coding: str, pack: Callable[[bytes], bytes]) -> None:
    """A body that stops before its end mark is an error, never a short success."""
    packed = pack(BODY)
    decoders = [ContentDecoder(coding) for _ in range(1, len(packed))]
    for at, decoder in enumerate(decoders, start=1):
        decoder.feed(packed[:at])

    for decoder in decoders:
        with pytest.raises(DecodeError, match="ended early"):
            decoder.finish()


@pytest.mark.parametrize("absent", [None, "", " ", "identity", "Identity, identity", ","])
def test_nothing_to_undo(absent: str | None) -> None:
    """Without a coding there is no decoder."""
    assert None is decoder_for(absent)


@pytest.mark.parametrize("coding", ["gzip", "GZip", " x-gzip ", "identity, gzip"])
def test_known_codings(coding: str) -> None:
    """Names are compared without case and white space."""
    decoder = decoder_for(coding)

    assert decoder is not None
    assert BODY == decoder.feed(gzip.compress(BODY))


@pytest.mark.parametrize("coding", ["br", "zstd", "compress", "gzip, gzip", "deflate, br", "\x00"])
def test_other_codings(coding: str) -> None:
    """What was not asked for is refused by name, chains included."""
    with pytest.raises(DecodeError, match=r"gzip and deflate were asked for") as caught:
        decoder_for(coding)

    assert repr(coding) in str(caught.value)


@pytest.mark.parametrize(("coding", "pack"), PACKERS)
@pytest.mark.parametrize("size", [1, 100, 100_000])
def test_limit(coding: str, pack: Callable[[bytes], bytes], size: int) -> None:
    """A body of exactly the limit passes; one byte more does not."""
    packed = pack(BODY)
    chunks = [packed[at : at + size] for at in range(0, len(packed), size)]

    assert BODY == unpack(coding, chunks, max_bytes=len(BODY))
    with pytest.raises(ResponseTooLarge, match=rf"more than {len(BODY) - 1} bytes.*max_body_bytes"):
        unpack(coding, chunks, max_bytes=len(BODY) - 1)


def test_limit_of_zero() -> None:
    """A limit of zero allows an empty body only."""
    assert b"" == unpack("gzip", [gzip.compress(b"")], max_bytes=0)
    with pytest.raises(ResponseTooLarge):
        unpack("gzip", [gzip.compress(b"a")], max_bytes=0)


def test_bomb_stops_at_the_limit() -> None:
    """A small body that unpacks to 64 MiB is refused after the first piece over the limit."""
    decoder = decoder_for("gzip", max_bytes=1 << 20)
    sizes: list[int] = []

    assert decoder is not None
    with pytest.raises(ResponseTooLarge):
        sizes.extend(map(len, decoder.pieces(gzip.compress(bytes(1 << 26)))))
    assert sum(sizes) <= 1 << 20


def test_pieces_are_bounded() -> None:
    """Without a limit a body still comes in pieces of at most 1 MiB."""
    body = bytes(5_000_000)
    pieces = list(ContentDecoder("gzip").pieces(gzip.compress(body)))

    assert body == b"".join(pieces)
    assert 1 << 20 == max(map(len, pieces))


def test_members_in_a_row() -> None:
    """Gzip members that follow each other are one body, zero padding ends it."""
    packed = gzip.compress(b"one ") + gzip.compress(b"") + gzip.compress(b"two") + bytes(9)

    assert b"one two" == unpack("gzip", [packed])
    assert b"one two" == unpack("gzip", [packed[at : at + 1] for at in range(len(packed))])


@pytest.mark.parametrize(
    ("coding", "packed"),
    [
        ("gzip", b"<html>not packed</html>"),
        ("gzip", gzip.compress(b"a", mtime=0) + b"rubbish"),
        ("gzip", gzip.compress(BODY, mtime=0)[:-8] + bytes(8)),
        ("deflate", b"\xff\xff\xff"),
        ("deflate", zlib.compress(b"a") + b"a"),
        ("deflate", zlib.compress(BODY)[:-4] + bytes(4)),
    ],
)
def test_corrupt(coding: str, packed: bytes) -> None:
    """Broken bytes, wrong checksums and trailing rubbish are errors that name the coding."""
    with pytest.raises(DecodeError, match=f"packed with {coding}"):
        unpack(coding, [packed])


def test_events_are_not_held_back() -> None:
    """What the server flushed comes out at once, so that packed event streams stay live."""
    packer = zlib.compressobj(wbits=zlib.MAX_WBITS | 16)
    decoder = ContentDecoder("gzip")
    events = [b"data: 1\n\n", b"data: 2\n\n"]
    flushed = [packer.compress(event) + packer.flush(zlib.Z_SYNC_FLUSH) for event in events]

    assert events == [decoder.feed(chunk) for chunk in flushed]


def outcome(coding: str, chunks: list[bytes]) -> bytes | type[Exception]:
    """The unpacked body, or the kind of error."""
    try:
        return unpack(coding, chunks, max_bytes=1000)
    except (DecodeError, ResponseTooLarge) as error:
        return type(error)


@settings(deadline=None)
@given(
    st.sampled_from(["gzip", "deflate"]),
    st.sampled_from(
        [b"", gzip.compress(b"ab", mtime=0)[:-6], zlib.compress(b"ab")[:-3], raw_deflate(BODY)]
    ),
    st.lists(st.binary(), min_size=1),
)
def test_any_bytes_raise_only_our_errors(coding: str, start: bytes, chunks: list[bytes]) -> None:
    """Any bytes unpack or raise our errors, and cuts do not change which."""
    chunks = [start, *chunks]

    assert outcome(coding, [b"".join(chunks)]) == outcome(coding, chunks)


@settings(deadline=None)
@given(st.binary(), st.integers(0, 200), st.integers(0, 255))
def test_one_wrong_byte_is_never_a_wrong_body(body: bytes, at: int, value: int) -> None:
    """A gzip body with one byte changed gives the same body or an error, never another one."""
    packed = bytearray(gzip.compress(body, mtime=0))
    packed[at % len(packed)] = value
    with suppress(DecodeError):
        assert body == unpack("gzip", [bytes(packed)])
