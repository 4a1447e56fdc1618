"""Rows X-04 to X-18: where credentials go, and what comes in from outside."""

from __future__ import annotations

import ast
import gzip
import importlib.util
from pathlib import Path
from typing import Any

from cases import KEY, Bench, case

import polyvox
from polyvox.errors import RedirectRefused, ResponseTooLarge, StreamProtocolError, UrlError
from polyvox.testing.faults import Repeat, answer, chunked, completion, event_stream

GOOD = (answer(completion()),)
STORED = (answer({"name": "x", "url": "files/b/x", "nodeType": "ITEM"}),)


@case("X-04", "301, 302, 303, 307 and 308 to another server, and to itself for ever.")
def redirects(bench: Bench) -> str:
    """No call follows a redirect."""
    other = bench.server(GOOD)
    for status in (301, 302, 303, 307, 308):
        for target in (f"{other.url}/x", "/", "//evil.example/", "https://127.0.0.1/"):
            server = bench.server((answer(status=status, headers=[("Location", target)]),))
            assert RedirectRefused is type(bench.chat_error(bench.dial(server)))
            assert len(server.requests) == 1
    assert other.connections.count == 0
    return "RedirectRefused after one request; the other server is not contacted"


@case("X-04", "The same for a download and a stream.")
def redirected_downloads(bench: Bench) -> str:
    """Nor do downloads and streams."""
    other = bench.server(GOOD)
    server = bench.server((answer(status=302, headers=[("Location", f"{other.url}/x")]),))
    client = bench.dial(server)
    for call in (
        lambda: bench.shell.call(client.files.read, "files/b/x"),
        lambda: bench.events(client),
    ):
        assert RedirectRefused is type(bench.error(call))
    assert other.connections.count == 0
    return "RedirectRefused; the other server is not contacted"


@case("X-05", "16 absolute URLs that lead elsewhere, or look as if they did not.")
def foreign_urls(bench: Bench) -> str:
    """Refused before any look-up; the tests' own guard would see one."""
    server = bench.server(GOOD)
    host, port = server.address
    path = "v1/files/b/x"
    urls = [
        f"http://evil.example/{path}",
        f"//evil.example/{path}",
        f"https://{host}:{port}/{path}",
        f"http://{host}:{port + 1}/{path}",
        f"http://{host}/{path}",
        f"http://{host}:{port}@evil.example/{path}",
        f"http://user@{host}:{port}/{path}",
        f"http://{host}.evil.example:{port}/{path}",
        f"http://evil.example\\@{host}:{port}/{path}",
        f"http://{host}:{port}\t/{path}",
        f"http://{host}:{port}\n.evil.example/{path}",
        f"HTTP://EVIL.EXAMPLE/{path}",
        f"http://evil.example./{path}",
        f"http://\uff45vil.example/{path}",
        f"ftp://{host}:{port}/{path}",
        f"http://[::1%25lo]:{port}/{path}",
    ]
    client = bench.dial(server)
    for url in urls:
        error = bench.error(lambda url=url: bench.shell.call(client.files.read, url))
        assert isinstance(error, UrlError), url
    assert server.requests == []
    return "UrlError or ForeignOriginError; nothing is sent or looked up"


@case("X-05", "The client's own address in capitals, with a dot at its end, and as it is.")
def own_urls(bench: Bench) -> str:
    """The same server under another spelling is the same server."""
    server = bench.server((answer(b"content", content_type="text/plain"),))
    client = bench.dial(server.url.replace("127.0.0.1", "localhost"))
    port = server.address[1]
    for host in ("localhost", "LOCALHOST", "localhost."):
        url = f"http://{host}:{port}/v1/files/b/x"
        assert bench.shell.call(client.files.read, url) == b"content"
    return "the content"


@case("X-06", "Paths with dots, encoded separators, NUL, control characters, or nothing.")
def unsafe_paths(bench: Bench) -> str:
    """Refused before they are joined to anything."""
    server = bench.server(GOOD)
    client = bench.dial(server)
    odd = (
        "..",
        "a/../b",
        "./a",
        "%2e%2e/a",
        "a%2f..%2fb",
        "a\0",
        "a\nb",
        "a//b",
        "a\\b",
        "%252e%252e",
    )
    for value in odd:
        for call in (
            lambda value=value: bench.shell.call(client.files.read, f"files/b/{value}"),
            lambda value=value: bench.chat(client, model=value),
            lambda value=value: bench.shell.call(client.deployments.get, value),
        ):
            assert isinstance(bench.error(call), polyvox.ConfigError), value
    assert isinstance(bench.error(lambda: bench.chat(client, model="")), polyvox.ConfigError)
    assert server.requests == []
    return "UrlError; nothing is sent"


@case("X-07", "Downloads into a folder under names that systems reserve or hide.")
def unsafe_names(bench: Bench) -> str:
    """They stay in the folder, under a harmless name."""
    server = bench.server((answer(b"content", content_type="text/plain"),))
    client = bench.dial(server)
    for name in ("CON", ".bashrc", "a:b", "x" * 300, "nul.txt", "a|b?"):
        path = bench.shell.call(client.files.download, f"files/b/{name}", bench.folder)
        assert path.resolve().parent == bench.folder.resolve()
        assert path.name.upper() not in {"CON", "NUL.TXT"}
        assert not path.name.startswith(".")
        assert path.read_bytes() == b"content"
    return "the file, under a harmless name in that folder"


@case("X-07", "A download over an existing file, and over a symbolic link.")
def existing_targets(bench: Bench) -> str:
    """Neither overwritten unasked, nor written through."""
    server = bench.server((answer(b"content", content_type="text/plain"),))
    client = bench.dial(server)
    victim, link = bench.folder / "victim", bench.folder / "link"
    victim.write_bytes(b"mine")
    link.symlink_to(victim)
    for target in (victim, link):
        error = bench.error(
            lambda target=target: bench.shell.call(client.files.download, "files/b/x", target)
        )
        assert isinstance(error, polyvox.ConfigError)
    bench.shell.call(client.files.download, "files/b/x", link, overwrite=True)
    assert (victim.read_bytes(), link.read_bytes(), link.is_symlink()) == (
        b"mine",
        b"content",
        False,
    )
    return "ConfigError; with overwrite=True the link is replaced, not followed"


@case("X-08", "Credentials and headers with CR, LF, NUL, blanks at an end, or non-ASCII text.")
def header_injection(bench: Bench) -> str:
    """Refused, and not shown."""
    for end in ("\n", "\r\nX-Evil: 1", "\0", " ", "\u00e9", "\u2028"):
        error = bench.error(lambda end=end: bench.dial("http://x", api_key=KEY + end))
        assert isinstance(error, polyvox.ConfigError)
        assert KEY not in str(error)
    server = bench.server(GOOD)
    for value in ("a\r\nX-Evil: 1", "a\nb", "a\0b"):
        for name in ("X-Mine", "X-Mine\r\nX-Evil"):
            error = bench.error(
                lambda name=name, value=value: bench.dial(server, headers={name: value})
            )
            assert isinstance(error, polyvox.ConfigError)
        client = bench.dial(server)
        headers = {"X-Mine": value}
        error = bench.error(lambda c=client, headers=headers: bench.chat(c, extra_headers=headers))
        assert isinstance(error, polyvox.ConfigError)
        error = bench.error(lambda c=client, value=value: bench.chat(c, conversation_id=value))
        assert isinstance(error, polyvox.ConfigError)
    assert server.requests == []
    return "ConfigError that does not show the value; nothing is sent"


@case("X-09", "An upload whose file name has quotes, line breaks and a header in it.")
def multipart_names(bench: Bench) -> str:
    """It is escaped."""
    server = bench.server(STORED)
    upload = ('a"b\r\nX-Evil: 1.txt', b"content", "text/plain")
    bench.caught_now(bench.dial(server).files.upload, upload, "files/b/x")
    for request in server.requests:
        assert b"\r\nX-Evil" not in request
        assert b'"a"b' not in request
    return "one part with an escaped name, or a ConfigError"


@case("X-10", "200 KB that unpack to 200 MiB: as an answer, as an error, and as a stream.")
def bombs(bench: Bench) -> str:
    """Unpacking stops at a limit."""
    bomb = gzip.compress(bytes(1 << 20)) * 200
    headers = [("Content-Encoding", "gzip")]
    client = bench.dial(bench.server((answer(bomb, headers=headers),)))
    assert ResponseTooLarge is type(bench.chat_error(client))
    client = bench.dial(bench.server((answer(bomb, status=400, headers=headers),)))
    assert isinstance(bench.chat_error(client), polyvox.StatusError)
    client = bench.dial(bench.server(event_stream(bomb, headers=headers)))
    assert isinstance(bench.stream_error(client), StreamProtocolError)
    return "ResponseTooLarge, the StatusError, StreamProtocolError"


@case("X-10", "A JSON answer that never ends.")
def endless_body(bench: Bench) -> str:
    """Reading stops at 64 MiB."""
    start = event_stream(headers=[("Content-Type", "application/json")], ended=False)
    script = (*start, Repeat(chunked(b" " * (1 << 20)).content, seconds=0))
    error = bench.chat_error(bench.dial(bench.server(script), timeout=30))
    assert ResponseTooLarge is type(error)
    return "ResponseTooLarge"


@case("X-15", "data:, file: and javascript: URLs where a URL is fetched.")
def other_schemes(bench: Bench) -> str:
    """Refused."""
    client = bench.dial("http://127.0.0.1:9")
    for url in ("file:///etc/passwd", "data://text/plain,x", "javascript://x"):
        error = bench.error(lambda url=url: bench.shell.call(client.files.read, f"{url}"))
        assert isinstance(error, UrlError)
    return "UrlError; nothing is read"


@case("X-16", "A chat with the URL of an image on another server.")
def image_urls(bench: Bench) -> str:
    """The URL is passed on, never fetched."""
    server, other = bench.server(GOOD), bench.server(GOOD)
    part = {"type": "image_url", "image_url": {"url": f"{other.url}/a.png"}}
    message = {"role": "user", "content": [part]}
    bench.shell.call(bench.dial(server).chat, [message], model="m")
    assert other.connections.count == 0
    assert f"{other.url}/a.png".encode() in server.requests[0]
    return "the answer; the other server is not contacted"


# Runs ansible-playbook, without a shell, when the caller asks for that engine.
STARTS_PROGRAMS = {"hand_off.py": ["subprocess"]}


@case("X-18", "The source of all packages is searched for eval, exec, unpickling and shells.")
def no_eval(bench: Bench) -> str:
    """Nothing that a server sends can become code."""
    forbidden = {"eval", "exec", "compile", "__import__"}
    modules = {"pickle", "marshal", "shelve", "subprocess", "ctypes", "yaml"}
    for package in ("polyvox", "polyvox_core", "polyvox_api"):
        spec = importlib.util.find_spec(package)
        assert spec is not None
        for folder in spec.submodule_search_locations or ():
            for path in Path(folder).rglob("*.py"):
                if "emulator" not in path.parts:
                    names = dangers(ast.parse(path.read_text("utf-8")), forbidden, modules)
                    assert (path.name, names) == (path.name, STARTS_PROGRAMS.get(path.name, []))
    return "none is there"


def dangers(tree: ast.AST, forbidden: set[str], modules: set[str]) -> list[str]:
    """Names in *tree* that could turn data into code."""
    found: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            found += [node.func.id] if node.func.id in forbidden else []
        names: list[Any] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        found += [name for name in names if name.partition(".")[0] in modules]
    return found
