"""Origins: equal where they are equal, refused where they could be read in two ways."""

from __future__ import annotations

from contextlib import suppress
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyvox_core.errors import UrlError
from polyvox_core.origin import Origin, normalise_base_url, origin_of, same_origin

RELATIVE = ["", "x", "/v1/files", "//evil.example", "evil.example", "evil.example:80/x", "a:8080"]
SCHEMES = ["ftp://a.example", "file:///etc/passwd", "data:text/plain,hi", "javascript:alert(1)"]
SLASHES = ["http:a.example", "http:/a", "https:///x", "http:\\\\a", "\\\\a.example", "/\\a.example"]
BLANKS = [" http://a", "http://a ", "http://a\u00a0", "\u3000http://a", "\nhttp://a", "ht\ntp://a"]
MALFORMED = RELATIVE + SCHEMES + SLASHES + BLANKS
# The rest stands behind "http://".
NO_HOST = ["", "?x", "#x", ":80", "/", ".", "..", "a..b", ".a", "a.."]
USERS = ["u@a.example", "u:p@a.example", "@a", "a.example@evil.example", "a.example\\@evil.example"]
CONTROLS = ["a\x7f.b", "a/\x85", "a\t", "a/?\r", "a.ex\tample", "a/\n", "a/\x00", "a\\x"]
HOSTS = ["a b", "a%2eb", "a%00.b", "a<b", "a|b", "*.a", "a,b", "a;b", "a!b", "a&b", "-a", "a-.b"]
PORTS = [
    "a:b",
    "a:-1",
    "a:0",
    "a:65536",
    "a:099999",
    "a:000080",
    "a:1:2",
    "a: 80",
    "a:80 /",
    "a:+80",
    "a:\u0661",
]
IPV6 = ["[::1", "::1", "[::1]x", "[]", "[1.2.3.4]", "[::1]]", "[[::1]]", "[fe80::1%eth0]", "[::g]"]
IDNA = ["stra\u00dfe.a", "\uff41.a", "a\u3002b", "a\u200db", "\u2100.a", "\u00fc..a", "\ud800"]
LONG = ["a" * 254, "\u00fc" * 254, "\u00fc" * 64 + ".example"]
BEHIND_SCHEME = NO_HOST + USERS + CONTROLS + HOSTS + PORTS + IPV6 + IDNA + LONG
ENCODED = "percent-encoded"
REFUSED = MALFORMED + [f"http://{rest}" for rest in BEHIND_SCHEME]


@pytest.mark.parametrize("url", REFUSED)
def test_refused(url: str) -> None:
    """Whatever is relative, of another scheme, ambiguous or malformed is refused."""
    with pytest.raises(UrlError, match=r"^The URL .* (holds|has|begins|does not)"):
        origin_of(url)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://a.example", Origin("http", "a.example", 80)),
        ("https://a.example", Origin("https", "a.example", 443)),
        ("https://a.example:443/x/y?z#w", Origin("https", "a.example", 443)),
        ("http://a.example:", Origin("http", "a.example", 80)),
        ("http://a.example:00080", Origin("http", "a.example", 80)),
        ("HTTPS://A.Example:8443", Origin("https", "a.example", 8443)),
        ("http://a.example.", Origin("http", "a.example", 80)),
        ("http://a.example.:81", Origin("http", "a.example", 81)),
        (f"http://{'a' * 253}", Origin("http", "a" * 253, 80)),
        ("http://localhost:65535", Origin("http", "localhost", 65535)),
        ("http://dial_core:8080/", Origin("http", "dial_core", 8080)),
        ("http://127.0.0.1:1", Origin("http", "127.0.0.1", 1)),
        ("http://[::1]:8080", Origin("http", "::1", 8080)),
        ("https://[2001:DB8:0:0::0001]", Origin("https", "2001:db8::1", 443)),
        ("https://B\u00fccher.example", Origin("https", "xn--bcher-kva.example", 443)),
        ("https://xn--bcher-kva.example", Origin("https", "xn--bcher-kva.example", 443)),
        ("https://\u0434\u043e\u043c.\u0440\u0444.", Origin("https", "xn--d1aqf.xn--p1ai", 443)),
        ("http://a.example/@b?u=http://c.example\u2028x", Origin("http", "a.example", 80)),
        ("http://a.example?x=@b", Origin("http", "a.example", 80)),
        ("http://a.example#@b", Origin("http", "a.example", 80)),
    ],
)
def test_normalised(url: str, expected: Origin) -> None:
    """Scheme, host and port come out in one form, whatever follows them."""
    assert expected == origin_of(url)


@pytest.mark.parametrize("code", [*range(0x20), *range(0x7F, 0xA0), ord("\\")])
def test_no_control_character(code: int) -> None:
    """Control characters and backslashes are refused in every part of a URL."""
    for url in (f"http://a{chr(code)}b", f"http://a/{chr(code)}b", f"http://a/?{chr(code)}b"):
        with pytest.raises(UrlError, match="holds a backslash or a control character"):
            origin_of(url)


@pytest.mark.parametrize("shape", ["{}", "{}a", "a{}", "a{}b", "a.{}", "a.{}b", "a.b{}", "a.b{}c"])
def test_characters_of_hosts(shape: str) -> None:
    """Letters, digits and underscores may stand anywhere in a host, hyphens inside of labels."""
    hyphens = {"a{}b", "a.b{}c"}
    for character in map(chr, range(0x21, 0x7F)):
        url = f"http://{shape.format(character)}"
        if character in "/?#\\@:[]":
            continue  # They end the host, or are refused before.
        if character.isalnum() or character == "_" or (character == "-" and shape in hyphens):
            assert url.lower() == str(origin_of(url))
        elif character != "." or shape in {"{}", "{}a", "a.{}", "a.{}b"}:
            with pytest.raises(UrlError, match="has a malformed host"):
                origin_of(url)


@pytest.mark.parametrize("code", range(0x20, 0x7F))
def test_characters_of_paths(code: int) -> None:
    """What RFC 3986 allows in a path stays in a base URL, all else is to be encoded."""
    if (character := chr(code)) in "?#\\%":
        return
    url = f"http://a/b{character}c"
    if character.isalnum() or character in "._~!$&'()*+,;=:@/-":
        assert f"{url}/" == normalise_base_url(url)
    else:
        with pytest.raises(UrlError, match="not percent-encoded"):
            normalise_base_url(url)


HEX = ["00", "09", "0a", "0F", "90", "a0", "fF", "Af", "Bc", "De", "cE", "eD"]


@pytest.mark.parametrize("code", HEX)
def test_percent_signs_in_paths(code: str) -> None:
    """A percent sign wants two hex digits after it."""
    assert f"http://a/%{code}/" == normalise_base_url(f"http://a/%{code}")
    for wrong in (code[0], f"g{code[1]}", f"{code[0]}G", f"{code[0]}:", f"/{code}"):
        with pytest.raises(UrlError, match="not percent-encoded"):
            normalise_base_url(f"http://a/%{wrong}")


@pytest.mark.parametrize(
    "url",
    [
        "http://user:hunter2@a.example/x",
        "http://user:a@hunter2@a.example/x",
        "http://user:hunter2/a@b.example",
        "http://user:hunter2?a@b.example",
        "http://user:hunter2#a@b.example:bad",
        "ftp://a.example/x?key=hunter2",
        "ftp://a.example/x#hunter2",
    ],
)
def test_message_holds_no_secret(url: str) -> None:
    """Neither a password nor a query value reaches the message."""
    with pytest.raises(UrlError) as caught:
        origin_of(url)

    assert "hunter2" not in str(caught.value)


MALFORMED_HOST = "has a malformed host. Use letters, digits, hyphens and dots."
AMBIGUOUS = "has an ambiguous international host. Write it in Punycode (xn--...)."
BAD_PORT = "has a malformed host or port. Write it as host:port."
MESSAGES = {
    "": ("", "does not begin with http:// or https://. Pass an absolute URL."),
    "ftp://a": ("ftp://a", "does not begin with http:// or https://. Pass an absolute URL."),
    "http://a\\b": ("http://a\\b", "holds a backslash or a control character. Remove it."),
    " http://a": (" http://a", "begins or ends with white space. Remove it."),
    "http://u@a": ("***@a", "holds a user name. Remove it; keys have arguments of their own."),
    "http://a:b": ("http://a:b", BAD_PORT),
    "http://a:0": ("http://a:0", "has no valid port. Ports go from 1 to 65535."),
    "http://a:65536": ("http://a:65536", "has no valid port. Ports go from 1 to 65535."),
    "http:///x": ("http:///x", "has no host. Write it as https://host/path."),
    "http://[x]": ("http://[x]", "has a malformed IPv6 address. Write it as [2001:db8::1]."),
    "http://a..b": ("http://a..b", MALFORMED_HOST),
    f"http://{'a' * 193}.{'b' * 60}": (f"http://{'a' * 193}", MALFORMED_HOST),
    "http://stra\u00dfe": ("http://stra\u00dfe", AMBIGUOUS),
    "http://a b?key=x#y": ("http://a b", MALFORMED_HOST),
    "http://a b#y?key=x": ("http://a b", MALFORMED_HOST),
}


@pytest.mark.parametrize("url", MESSAGES)
def test_message(url: str) -> None:
    """The message shows the URL without its secrets, its fault, and what to do."""
    with pytest.raises(UrlError) as caught:
        origin_of(url)

    shown, rest = MESSAGES[url]
    assert f"The URL {shown!r} {rest}" == str(caught.value)


@pytest.mark.parametrize(
    ("url", "shown", "rest"),
    [
        ("http://a?x", "http://a", "has a query or a fragment. Pass the address without it."),
        ("http://a#x", "http://a", "has a query or a fragment. Pass the address without it."),
        ("http://a/../b", "http://a/../b", "has a path with '.' or '..'. Write the path out."),
        ("http://a/{b}", "http://a/{b}", f"has a path that is not {ENCODED}. Percent-encode it."),
        ("u:p@http://a", "***@http://a", "does not begin with http:// or https://. Pass an "),
    ],
)
def test_message_about_a_base_url(url: str, shown: str, rest: str) -> None:
    """A base URL that cannot be one is refused with advice."""
    with pytest.raises(UrlError) as caught:
        normalise_base_url(url)

    assert str(caught.value).startswith(f"The URL {shown!r} {rest}")


def test_message_is_short() -> None:
    """An endless URL is cut in the message."""
    with pytest.raises(UrlError) as caught:
        origin_of("x" * 10_000)

    assert len(str(caught.value)) < 400


@pytest.mark.parametrize(
    ("origin", "netloc", "text"),
    [
        (Origin("http", "a.example", 80), "a.example", "http://a.example"),
        (Origin("https", "a.example", 80), "a.example:80", "https://a.example:80"),
        (Origin("https", "::1", 443), "[::1]", "https://[::1]"),
        (Origin("http", "::1", 8080), "[::1]:8080", "http://[::1]:8080"),
    ],
)
def test_netloc(origin: Origin, netloc: str, text: str) -> None:
    """An origin prints as people write it, without the default port."""
    assert (netloc, text) == (origin.netloc, str(origin))
    assert origin == origin_of(str(origin))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("https://a.example/x", "HTTPS://A.EXAMPLE.:443/y", True),
        ("http://[::1]", "http://[0:0::1]:80", True),
        ("http://b\u00fccher.example", "http://XN--bcher-kva.example", True),
        ("https://a.example", "http://a.example", False),
        ("https://a.example", "http://a.example:443", False),
        ("https://a.example", "https://a.example:8443", False),
        ("https://a.example", "https://a.example.evil.example", False),
        ("https://a.example", "https://evil-a.example", False),
        ("https://a.example", "https://b.a.example", False),
        ("http://127.0.0.1", "http://localhost", False),
        ("http://127.0.0.1", "http://127.1", False),
    ],
)
def test_same_origin(one: str, other: str, expected: bool) -> None:
    """Two URLs share an origin if scheme, host and port are the same; look-alikes don't."""
    assert expected is same_origin(one, other)
    assert expected is same_origin(other, one)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example", "https://a.example/"),
        ("https://a.example/", "https://a.example/"),
        ("https://a.example//", "https://a.example/"),
        ("https://a.example/v1", "https://a.example/v1/"),
        ("https://a.example/v1/", "https://a.example/v1/"),
        ("HTTP://A.example.:80/V1/b%20c", "http://a.example/V1/b%20c/"),
        ("https://a.example/X", "https://a.example/X/"),
        ("http://[0::1]:81/x.y/...", "http://[::1]:81/x.y/.../"),
    ],
)
def test_base_url(url: str, expected: str) -> None:
    """A base URL ends in one slash and keeps its path; doing it twice changes nothing."""
    assert expected == normalise_base_url(url)
    assert expected == normalise_base_url(expected)


@pytest.mark.parametrize(
    "tail",
    [
        *("?", "?x=1", "#", "#x", "/x?y", "/.", "/..", "/a/../b", "/a/./b", "/%2e%2E/", "/.%2e"),
        *("/a b", "/\u00fc", "/%", "/%2", "/%zz", "/<x>", '/"', "/{id}", "/[x]", "/^", "/|", "/`"),
    ],
)
def test_base_url_refused(tail: str) -> None:
    """A base URL with a query, a fragment, dots or raw characters is refused."""
    with pytest.raises(UrlError):
        normalise_base_url(f"https://a.example{tail}")


PIECES = ["http", "https", ":", "//", "/", "a", "b.c", ".", "@", "[", "]", "::1", "80", "\\", "%"]
PIECE = st.sampled_from(PIECES) | st.text(max_size=1)
URLS = st.text() | st.lists(PIECE, max_size=10).map("".join)


@settings(deadline=None)
@given(URLS | URLS.map(lambda text: f"http://{text}"))
def test_any_text_raises_only_our_error(url: str) -> None:
    """What is accepted, `urllib` reads in the same way; the rest raises `UrlError`."""
    with suppress(UrlError):
        origin = origin_of(url)
        parts = urlsplit(url)

        assert origin == origin_of(str(origin))
        assert (origin.scheme, None) == (parts.scheme, parts.username)
        assert origin.port == (parts.port or {"http": 80, "https": 443}[parts.scheme])


@settings(deadline=None)
@given(URLS | URLS.map(lambda text: f"http://a/{text}"))
def test_base_url_is_stable(url: str) -> None:
    """A normalised base URL is a fixed point."""
    with suppress(UrlError):
        normal = normalise_base_url(url)

        assert normal == normalise_base_url(normal)
