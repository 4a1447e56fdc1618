"""Path values and file names from outside: encoded, or refused before they are joined."""

from __future__ import annotations

from contextlib import suppress
from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyvox_core.errors import UrlError
from polyvox_core.paths import encode_segment, encode_segments, safe_filename

DOTS = [".", "..", "%2e", "%2E", "%2e%2e", "%2E.", ".%2e", "%252e", "%252e%252E", "%25252e%2e"]
SEPARATORS = ["\\", "a\\b", "..\\", "%5c", "a%5Cb", "%255c", "a%2fb", "%2F", "%252f", "..%2f.."]
CONTROLS = ["\x00", "a\x00b", "%00", "a%2500", "\n", "\r", "\t", "\x7f", "\x85", "%0a", "%0D%0A"]
OTHERS = ["\ud800", "a\udcff", "%25252525252e", "%2525252541"]
PLAIN = "Separate parts by plain slashes."
UNSAFE_PARTS = DOTS + SEPARATORS + CONTROLS + OTHERS


@pytest.mark.parametrize("part", UNSAFE_PARTS)
def test_unsafe_part_refused(part: str) -> None:
    """An unsafe part is refused wherever it stands, encoded or not."""
    for value in (part, f"{part}/a", f"a/{part}", f"a/{part}/b", f"a/{part}/"):
        with pytest.raises(UrlError, match=r"^The file path '"):
            encode_segments(value, what="file path", allow_empty=True)


@pytest.mark.parametrize("part", UNSAFE_PARTS)
def test_unsafe_segment_refused(part: str) -> None:
    """A single segment obeys the same rules."""
    with pytest.raises(UrlError, match=r"^The id '"):
        encode_segment(part, what="id")


@pytest.mark.parametrize("value", ["/", "/a", "//", "//host/x", "a//b", "a//", "a/b//c"])
def test_stray_slashes_refused(value: str) -> None:
    """A leading slash and empty parts in the middle are refused."""
    with pytest.raises(UrlError, match=r"begins with a slash|has an empty part"):
        encode_segments(value, what="file path", allow_empty=True)


@pytest.mark.parametrize("value", ["a/b", "/", "a/", "/a"])
def test_slash_in_one_segment_refused(value: str) -> None:
    """One segment holds no slash."""
    with pytest.raises(UrlError, match=r"holds a slash"):
        encode_segment(value, what="id")


def test_empty() -> None:
    """The empty text is refused unless it is allowed."""
    assert "" == encode_segments("", what="path", allow_empty=True)
    with pytest.raises(UrlError, match=r"^The path '' is empty\."):
        encode_segments("", what="path")
    with pytest.raises(UrlError, match=r"^The id '' is empty\."):
        encode_segment("", what="id")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("gpt-4o", "gpt-4o"),
        ("applications/b/My App", "applications/b/My%20App"),
        ("folder/", "folder/"),
        ("a/b/", "a/b/"),
        ("...", "..."),
        (".hidden/..a/b..", ".hidden/..a/b.."),
        ("a?b#c", "a%3Fb%23c"),
        ("a&b=c+d;e,f:g@h", "a%26b%3Dc%2Bd%3Be%2Cf%3Ag%40h"),
        ("100%", "100%25"),
        ("a%20b", "a%2520b"),
        ("%41", "%2541"),
        ("\u00fc/\u4f60 \U0001f600", "%C3%BC/%E4%BD%A0%20%F0%9F%98%80"),
        ("~a_b-c.d", "~a_b-c.d"),
        ("\u2028", "%E2%80%A8"),
    ],
)
def test_encoded(value: str, expected: str) -> None:
    """Everything but unreserved characters is encoded; slashes stay, the last one too."""
    assert expected == encode_segments(value, what="path")


def test_segment_encoded() -> None:
    """One segment is encoded like a part of a path."""
    assert "ft%3Agpt%20x" == encode_segment("ft:gpt x", what="id")


@pytest.mark.parametrize(
    ("value", "rest"),
    [
        ("", "is empty. Give every part a name."),
        ("a//b", "has an empty part. Give every part a name."),
        ("/a", "begins with a slash. Pass it without."),
        ("a/..", "has '.' or '..' for a part. Write the path out."),
        ("%2E", "has '.' or '..' for a part. Write the path out."),
        ("a%2fb", f"holds a backslash or an encoded separator. {PLAIN}"),
        ("a%5cb", f"holds a backslash or an encoded separator. {PLAIN}"),
        ("a%00", "holds a control character. Remove it."),
        ("%25252541", "is percent-encoded over and over. Pass it decoded."),
        ("\ud800", "holds half of a surrogate pair. Pass valid Unicode text."),
    ],
)
def test_message(value: str, rest: str) -> None:
    """The message names the value, its fault, and what to do."""
    with pytest.raises(UrlError) as caught:
        encode_segments(value, what="file path")

    assert f"The file path {value!r} {rest}" == str(caught.value)


def test_message_of_one_segment() -> None:
    """A slash in a single segment has advice of its own."""
    with pytest.raises(UrlError) as caught:
        encode_segment("a/b", what="id")

    assert ("The id 'a/b' holds a slash. It is one path segment; pass it without.") == str(
        caught.value
    )


@pytest.mark.parametrize("length", [100, 101])
def test_message_shows_a_hundred_characters(length: int) -> None:
    """A value of up to a hundred characters is shown whole."""
    value = "/" + "x" * (length - 1)
    with pytest.raises(UrlError) as caught:
        encode_segments(value, what="id")

    assert (length == 100) is (f"The id {value!r} begins" in str(caught.value))
    assert (length > 100) is (f"The id '{value[:100]}...' begins" in str(caught.value))


@pytest.mark.parametrize("value", ["%41", "%2541", "%252541"])
def test_encoded_a_few_times(value: str) -> None:
    """What is harmless at each of the first levels passes as it is."""
    assert value.replace("%", "%25") == encode_segment(value, what="id")


def test_message_cuts_long_values() -> None:
    """An endless value is cut in the message, which says what to do."""
    with pytest.raises(UrlError, match=r"x\.\.\.' holds a control .*Remove it\.$") as caught:
        encode_segment("x" * 10_000 + "\n", what="id")

    assert len(str(caught.value)) < 200


@settings(deadline=None)
@given(st.text(), st.booleans())
def test_accepted_values_come_back(value: str, allow_empty: bool) -> None:
    """What is accepted decodes to itself and holds no dot segment; the rest raises `UrlError`."""
    with suppress(UrlError):
        encoded = encode_segments(value, what="path", allow_empty=allow_empty)

        assert value == unquote(encoded)
        assert not {".", ".."} & set(encoded.split("/"))
        assert encoded.isascii()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.txt", "a.txt"),
        ("/etc/passwd", "passwd"),
        ("../../a.txt", "a.txt"),
        ("..\\..\\a.txt", "a.txt"),
        ("C:\\Windows\\a.txt", "a.txt"),
        ("C:a.txt", "C_a.txt"),
        ("a.txt:stream", "a.txt_stream"),
        ("a\x00b\n.txt", "ab.txt"),
        (".bashrc", "bashrc"),
        ("...a", "a"),
        (" . a", "a"),
        ("a. . ", "a"),
        ('a<b>c|d?e*f"g', "a_b_c_d_e_f_g"),
        ("CON", "_CON"),
        ("con.txt", "_con.txt"),
        ("nul .tar.gz", "_nul .tar.gz"),
        ("Com1", "_Com1"),
        ("lpt\u00b9.x", "_lpt\u00b9.x"),
        ("conin$", "_conin$"),
        ("console", "console"),
        ("com10", "com10"),
        ("coma", "coma"),
        ("co\u202en", "_con"),
        ("gpj.\u202eexe", "gpj.exe"),
        ("\u4f60\u597d.pdf", "\u4f60\u597d.pdf"),
        ("a\ud800b", "a_b"),
        ("~", "~"),
        ("a%2fb", "a%2fb"),
        ("", "download"),
        (".", "download"),
        ("..", "download"),
        ("a/", "download"),
        ("a/..", "download"),
        ("\x00", "download"),
        ("MAX", "MAX"),
        ("XXL. ", "XXL"),
        ("a" * 255, "a" * 255),
        ("a" * 251 + "." + "b" * 3, "a" * 251 + "." + "b" * 3),
        ("a" * 250 + " .txt", "a" * 250 + " .txt"),
        ("a" * 251 + " .txt", "a" * 251 + ".txt"),
        ("a" * 300, "a" * 255),
        ("a" * 300 + "." + "b" * 32, "a" * 222 + "." + "b" * 32),
        ("a" * 300 + "." + "b" * 33, "a" * 255),
        ("a" * 300 + ".pdf", "a" * 251 + ".pdf"),
        ("\u00fc" * 200 + ".pdf", "\u00fc" * 125 + ".pdf"),
        ("a" * 10 + "." + "b" * 300, "a" * 10 + "." + "b" * 244),
        ("a" * 249 + "..  " + "b" * 20 + ".pdf", "a" * 249 + ".pdf"),
    ],
)
def test_safe_filename(name: str, expected: str) -> None:
    """A server's name becomes one harmless file name."""
    assert expected == safe_filename(name)


@pytest.mark.parametrize("code", [*range(0x20), *range(0x7F, 0xA0)])
def test_no_control_character(code: int) -> None:
    """Control characters are refused in paths, plain and encoded, and dropped from file names."""
    for value in (f"a{chr(code)}b", *([f"a%{code:02x}b"] if code < 0x80 else [])):
        with pytest.raises(UrlError, match="holds a control character"):
            encode_segment(value, what="id")
    assert "ab" == safe_filename(f"a{chr(code)}b")


@pytest.mark.parametrize("code", range(0x20, 0x7F))
def test_characters_of_file_names(code: int) -> None:
    """What Windows reserves is replaced, all else stays."""
    character = chr(code)
    if character in "/\\":
        return
    expected = "_" if character in '<>:"|?*' else character

    assert f"a{expected}b" == safe_filename(f"a{character}b")


@pytest.mark.parametrize("code", [0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
def test_no_text_direction(code: int) -> None:
    """Characters that turn text around are dropped from file names; their neighbours are not."""
    assert "ab" == safe_filename(f"a{chr(code)}b")
    for near in (0x200D, 0x2010, 0x2029, 0x202F, 0x2065, 0x206A):
        assert f"a{chr(near)}b" == safe_filename(f"a{chr(near)}b")


PORTS = [f"{port}{number}" for port in ("com", "lpt") for number in "0123456789\u00b9\u00b2\u00b3"]


@pytest.mark.parametrize("name", ["con", "prn", "aux", "nul", "conin$", "conout$", *PORTS])
def test_names_of_devices(name: str) -> None:
    """A name that Windows keeps for a device gets another beginning, in any case and form."""
    for form in (name, name.upper(), f"{name}.txt", f"{name} .txt", f"{name}  .tar.gz"):
        assert f"_{form}" == safe_filename(form)
    for form in (f"{name}x", f"x{name}", f"{name} x"):
        assert form == safe_filename(form)


@settings(deadline=None)
@given(st.text() | st.text("./\\:con nul\x00\u00fc", max_size=600))
def test_any_filename_is_safe(name: str) -> None:
    """Whatever the server says, the result is one plain name on either system."""
    safe = safe_filename(name)

    assert (safe, safe) == (PurePosixPath(safe).name, PureWindowsPath(safe).name)
    assert not PureWindowsPath(safe).is_reserved()
    assert 0 < len(safe.encode()) <= 255
    assert not safe.startswith(".")
    assert safe == safe_filename(safe)
