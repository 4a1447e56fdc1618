"""Record and replay: the same answers without a network, and no secret in the file."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from shells import Shell

import polyvox
from polyvox.testing import Cassette, FaultServer, UnrecordedRequest
from polyvox.testing.faults import Reset, Silence, answer, chat_events, completion, event_stream
from polyvox_core.errors import ConfigError

KEY = "sk-recorded-0123456789"


def client(shell: Shell, cassette: Cassette, url: str, **options: Any) -> Any:
    """A client whose requests go through *cassette*."""
    transport = cassette.async_transport() if shell.is_async else cassette.transport()
    options = {"api_key": KEY, "transport": transport, **options}
    return shell.dial(base_url=url, **options)


class Tape:
    """A cassette in its block, of either shell."""

    def __init__(self, shell: Shell, path: Path, **options: Any) -> None:
        self.shell = shell
        self.cassette = Cassette(path, **options)

    def __enter__(self) -> Cassette:
        """Enter."""
        if self.shell.is_async:
            return self.shell.call(self.cassette.__aenter__)
        return self.cassette.__enter__()

    def __exit__(self, *error: object) -> None:
        """Leave."""
        if self.shell.is_async:
            self.shell.call(self.cassette.__aexit__, *error)
        else:
            self.cassette.__exit__(*error)


def test_recorded_and_replayed(shell: Shell, tmp_path: Path) -> None:
    """A second run gets the same answers from the file, and asks nobody."""
    path = tmp_path / "folder" / "chat.json"
    with FaultServer((answer(completion("one")),), (answer(completion("two")),)) as server:
        for _ in range(2):
            with Tape(shell, path) as cassette:
                made = client(shell, cassette, server.url)
                texts = [shell.call(made.chat, "Hi", model="m").text for _ in range(2)]
            assert texts == ["one", "two"]

    assert len(server.requests) == 2


def test_streams_keep_their_pieces(shell: Shell, tmp_path: Path) -> None:
    """A stream is replayed with the boundaries that it was recorded with."""
    path = tmp_path / "stream.json"
    script = event_stream(*chat_events("h\u00e9", "llo"))
    with FaultServer(script) as server:
        runs = []
        for _ in range(2):
            with Tape(shell, path) as cassette:
                made = client(shell, cassette, server.url)
                runs.append(shell.items(made.stream("Hi", model="m")))
    (entry,) = json.loads(path.read_text("utf-8"))["interactions"]

    assert runs[0] == runs[1]
    assert len(server.requests) == 1
    assert b"".join(piece.encode() for piece in entry["response"]["pieces"]) == b"".join(
        chat_events("h\u00e9", "llo")
    )


def test_no_secret_is_written(shell: Shell, tmp_path: Path) -> None:
    """Credentials are masked in headers, URLs, bodies and answers, whole or cut in two."""
    path = tmp_path / "secret.json"
    half = len(KEY) // 2
    cut = event_stream(*chat_events("x")[:1], f"data: {KEY[:half]}".encode(), KEY[half:].encode())
    echo = answer(
        {**completion(f"your key is {KEY}"), "mine": "other-secret"},
        headers=[("Set-Cookie", "session=1"), ("X-Echo", KEY), ("X-Left-Tokens", "7")],
    )
    with FaultServer((echo,), cut) as server:
        with Tape(shell, path, secrets=["other-secret"]) as cassette:
            made = client(shell, cassette, server.url)
            shell.call(made.chat, f"I am {KEY}", model="m", extra_query={"k": KEY})
            with pytest.raises(polyvox.PolyvoxError):
                shell.items(made.stream("Hi", model="m"))
        written = path.read_text("utf-8")
        with Tape(shell, path) as cassette:
            made = client(shell, cassette, server.url, api_key="sk-another-0123456789")
            reply = shell.call(
                made.chat,
                "I am sk-another-0123456789",
                model="m",
                extra_query={"k": "sk-another-0123456789"},
            )

    assert KEY not in written
    assert KEY[half:] not in written
    assert "other-secret" not in written
    assert "session=1" not in written
    assert '"x-left-tokens": "7"' in written
    assert reply.text == f"your key is {'*' * len(KEY)}"


def test_uploads_match_in_spite_of_their_boundary(shell: Shell, tmp_path: Path) -> None:
    """Forms are compared without their random boundary, also when they are streamed."""
    path = tmp_path / "upload.json"
    stored = answer({"name": "x", "url": "files/b/x", "nodeType": "ITEM"})

    async def pieces() -> AsyncIterator[bytes]:
        """Two pieces."""
        yield b"con"
        yield b"tent"

    with FaultServer((stored,)) as server:
        for _ in range(2):
            with Tape(shell, path) as cassette:
                made = client(shell, cassette, server.url)
                for source in (b"content", pieces() if shell.is_async else iter([b"con", b"tent"])):
                    uploaded = shell.call(made.files.upload, source, "files/b/x")
                    assert uploaded.url == "files/b/x"

    assert len(server.requests) == 2


def test_downloads_and_binary(shell: Shell, tmp_path: Path) -> None:
    """Bytes that are no text survive, and so does their announced length."""
    path, content = tmp_path / "download.json", bytes(range(256))
    with FaultServer((answer(content, content_type="image/png"),)) as server:
        for _ in range(2):
            with Tape(shell, path) as cassette:
                made = client(shell, cassette, server.url)
                assert shell.call(made.files.read, "files/b/x") == content
    (entry,) = json.loads(path.read_text("utf-8"))["interactions"]

    assert entry["response"]["headers"]["content-length"] == "256"
    assert list(entry["response"]["pieces"][0]) == ["base64"]


def test_compressed_answers_are_kept_in_the_clear(shell: Shell, tmp_path: Path) -> None:
    """Compression would hide a secret from the eyes that look for it."""
    import gzip

    path = tmp_path / "packed.json"
    body = gzip.compress(json.dumps(completion(KEY)).encode())
    script = (answer(body, headers=[("Content-Encoding", "gzip")]),)
    with FaultServer(script) as server:
        for expected in (KEY, "*" * len(KEY)):
            with Tape(shell, path) as cassette:
                made = client(shell, cassette, server.url)
                assert shell.call(made.chat, "Hi", model="m").text == expected

    assert "content-encoding" not in path.read_text("utf-8")


def test_failures_are_recorded(shell: Shell, tmp_path: Path) -> None:
    """A broken connection breaks again, at the same place."""
    path = tmp_path / "broken.json"
    start = event_stream(*chat_events("he", finish=None, done=False), ended=False)
    with FaultServer((Reset(),), (*start, Silence(0.05), Reset())) as server:
        for _ in range(2):
            with Tape(shell, path) as cassette:
                made = client(shell, cassette, server.url)
                with pytest.raises(polyvox.ConnectionFailed):
                    shell.call(made.chat, "Hi", model="m")
                with pytest.raises(polyvox.StreamInterrupted) as raised:
                    shell.items(made.stream("Hi", model="m"))
                assert raised.value.partial.text == "he"

    assert len(server.requests) == 2


def test_an_answer_that_was_left(shell: Shell, tmp_path: Path) -> None:
    """What was not read when it was recorded is no end when it is replayed."""
    path = tmp_path / "left.json"
    with FaultServer.of("stream_silence") as server:
        with Tape(shell, path) as cassette:
            made = client(shell, cassette, server.url)
            assert len(shell.items(made.stream("Hi", model="m"), 1)) == 1
        with Tape(shell, path) as cassette:
            made = client(shell, cassette, server.url)
            with pytest.raises(polyvox.StreamInterrupted, match="recording of this answer ends"):
                shell.items(made.stream("Hi", model="m"))


def test_unrecorded_requests(shell: Shell, tmp_path: Path) -> None:
    """A request that the file does not hold is refused, with advice."""
    path = tmp_path / "chat.json"
    with FaultServer((answer(completion()),)) as server:
        with Tape(shell, path, mode="record") as cassette:
            shell.call(client(shell, cassette, server.url).chat, "Hi", model="m")
        with Tape(shell, path, mode="replay") as cassette:
            made = client(shell, cassette, server.url, retry=3)
            with pytest.raises(UnrecordedRequest, match="another body"):
                shell.call(made.chat, "Ho", model="m")
            with pytest.raises(UnrecordedRequest, match="anew"):
                shell.call(made.chat, "Hi", model="n")
            shell.call(made.chat, "Hi", model="m")
            with pytest.raises(UnrecordedRequest, match="more often"):
                shell.call(made.chat, "Hi", model="m")

    assert len(server.requests) == 1


def test_a_transport_of_the_callers(shell: Shell, tmp_path: Path) -> None:
    """Another transport can make the real requests, and stays open."""
    pool = (polyvox.AsyncClientPool if shell.is_async else polyvox.ClientPool)()
    with FaultServer((answer(completion()),)) as server:
        with Tape(shell, tmp_path / "x.json") as cassette:
            base = pool._transport
            transport = (cassette.async_transport if shell.is_async else cassette.transport)(base)
            made = shell.dial(base_url=server.url, transport=transport)
            shell.call(made.chat, "Hi", model="m")
        other = pool.client(
            polyvox.AsyncDial if shell.is_async else polyvox.Dial, base_url=server.url, api_key=KEY
        )
        assert shell.call(other.chat, "Hi", model="m").text == "hello"
        assert server.connections.count == 1
        shell.shut(pool)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"interactions": [{}]}', "{"])
def test_what_is_no_cassette(tmp_path: Path, content: str) -> None:
    """A malformed file is refused."""
    path = tmp_path / "x.json"
    path.write_text(content, "utf-8")

    with pytest.raises(ConfigError, match="is no cassette"), Cassette(path, mode="replay"):
        pass


def test_modes(tmp_path: Path) -> None:
    """An unknown mode is refused, and so is replaying what is not there."""
    with pytest.raises(ConfigError, match="cassette mode"):
        Cassette(tmp_path / "x.json", mode="always")  # type: ignore[arg-type]
    with (
        pytest.raises(ConfigError, match="cannot be read"),
        Cassette(tmp_path / "x", mode="replay"),
    ):
        pass
    with Cassette(tmp_path / "x.json") as cassette:
        assert cassette.recording
    with Cassette(tmp_path / "x.json") as cassette:
        assert not cassette.recording


def test_an_unknown_coding_is_kept(shell: Shell, tmp_path: Path) -> None:
    """The client refuses it, when it is recorded and when it is replayed."""
    path = tmp_path / "x.json"
    with FaultServer((answer(b"\xff", headers=[("Content-Encoding", "br")]),)) as server:
        for _ in range(2):
            with Tape(shell, path) as cassette:
                made = client(shell, cassette, server.url)
                with pytest.raises(polyvox.errors.DecodeError):
                    shell.call(made.chat, "Hi", model="m")

    assert len(server.requests) == 1
