"""
What users get wrong: credentials, names, addresses, paths, folders. Each has its own error with
advice, and nothing goes where it should not.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from recorder import Recorder, json_answer
from shells import KEY, Shell

import polyvox
from polyvox import AuthenticationError, NotFound, PolyvoxError
from polyvox.emulator import Emulator
from polyvox_core.errors import ConfigError, ForeignOriginError, UrlError

BUCKET = json_answer('{"bucket":"B1"}')
HERE = "files/B1/here.txt"

# One call for each way in which a place can be passed.
USES: dict[str, Callable[[Any, Any, Path], Any]] = {
    "read": lambda files, place, _: files.read(place),
    "open": lambda files, place, _: files.open(place),
    "download": lambda files, place, folder: files.download(place, folder),
    "upload": lambda files, place, _: files.upload(("n.txt", b"x"), place),
    "delete": lambda files, place, _: files.delete(place, missing_ok=True),
    "metadata": lambda files, place, _: files.metadata(place),
    "exists": lambda files, place, _: files.exists(place),
    "list": lambda files, place, _: files.list(f"{place}/"),
    "move": lambda files, place, _: files.move(place, HERE),
    "move to": lambda files, place, _: files.move(HERE, place),
    "copy": lambda files, place, _: files.copy(place, HERE),
    "copy to": lambda files, place, _: files.copy(HERE, place),
}

# {own} is the client's own server and {other} another one, both as host:port.
FOREIGN = [
    "http://{other}/v1/files/B1/a.txt",
    "HTTP://{other}/v1/files/B1/a.txt",
    "http://localhost:{other_port}/v1/files/B1/a.txt",
    "http://localhost:{own_port}/v1/files/B1/a.txt",
    "http://127.1:{other_port}/v1/files/B1/a.txt",
    "http://2130706433:{other_port}/v1/files/B1/a.txt",
    "http://0x7f.0.0.1:{other_port}/v1/files/B1/a.txt",
    "http://[::ffff:127.0.0.1]:{other_port}/v1/files/B1/a.txt",
    "https://{own}/v1/files/B1/a.txt",
    "https://{other}/v1/files/B1/a.txt",
]
TRICKS = [
    "http://{own}@{other}/v1/files/B1/a.txt",
    "http://key:secret@{other}/v1/files/B1/a.txt",
    "http://{other}@{own}/v1/files/B1/a.txt",
    "http://{own}\\@{other}/v1/files/B1/a.txt",
    "http://{other}\\@{own}/v1/files/B1/a.txt",
    "http://{own}#@{other}/v1/files/B1/a.txt",
    "http://{own}?@{other}/v1/files/B1/a.txt",
    "http:\\\\{other}\\v1\\files\\B1\\a.txt",
    "\\\\{other}\\v1\\files\\B1\\a.txt",
    "//{other}/v1/files/B1/a.txt",
    "/\\{other}/v1/files/B1/a.txt",
    " http://{other}/v1/files/B1/a.txt",
    "http://{other} /v1/files/B1/a.txt",
    "ht\ntp://{other}/v1/files/B1/a.txt",
    "http://{own}\t.{other}/v1/files/B1/a.txt",
    "http://{own}.{other}/v1/files/B1/a.txt",
    "http://{own}%40{other}/v1/files/B1/a.txt",
    "ftp://{other}/v1/files/B1/a.txt",
    "file:///etc/passwd",
    "http://{own}/v2/files/B1/a.txt",
    "http://{own}/v1/../v1/files/B1/a.txt",
    "http://{own}/v1/files/B1/a.txt/../../../../x",
]
DOTS = ["..", "%2e%2e", "%2E%2e", ".%2e", "%2e.", "%252e%252E", "%25252e%252e", ".", "%2e"]
HIDDEN = ["..%2fa.txt", "%2e%2e%2fa.txt", "..\\a.txt", "%2e%2e%5ca.txt", "a%252f..%252fb.txt"]


def failure(shell: Shell, function: Callable[[], Any]) -> PolyvoxError:
    """The error that *function* ends with; a stream or download is read to its end."""
    with pytest.raises(PolyvoxError) as caught:
        result = shell.call(function)
        if hasattr(result, "__aiter__") or hasattr(result, "__iter__"):
            shell.items(result)
    return caught.value


def advised(error: PolyvoxError, kind: type[PolyvoxError]) -> bool:
    """Whether *error* is of exactly this *kind*, and its message ends in advice."""
    return type(error) is kind and bool(error.hint) and str(error).endswith(error.hint)


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    """A running emulator."""
    with Emulator() as running:
        yield running


@pytest.fixture
def dial(shell: Shell, emulator: Emulator) -> Any:
    """A client of the emulator."""
    return shell.dial(base_url=emulator.dial_url, api_key="dial-key")


@pytest.fixture
def stranger() -> Iterator[Recorder]:
    """Another server, which nobody should ever reach."""
    with Recorder() as running:
        running.always(json_answer('{"bucket":"stolen"}'))
        yield running


@pytest.fixture
def client(shell: Shell, recorder: Recorder) -> Any:
    """A client of the recorder, whose bucket is B1."""
    recorder.always(BUCKET)
    return shell.dial(base_url=recorder.url)


def leaked(recorder: Recorder) -> list[str]:
    """What was asked besides the client's own bucket."""
    return [head for head in recorder.heads() if head != "GET /v1/bucket"]


@pytest.mark.parametrize("name", ["api_key", "bearer_token"])
def test_wrong_credentials(shell: Shell, emulator: Emulator, name: str) -> None:
    """A credential that the server refuses: 401, with advice and without the credential."""
    credentials: dict[str, Any] = {"api_key": None, name: "reject-me"}
    client = shell.dial(base_url=emulator.dial_url, **credentials)

    for use in (lambda: client.chat("Hi", model="echo"), lambda: client.files.read("a.txt")):
        error = failure(shell, use)
        assert advised(error, AuthenticationError)
        assert "Check the API key or token." == error.hint
        assert 401 == error.status
        assert "reject-me" not in str(error)
    stream = failure(shell, lambda: client.stream("Hi", model="echo"))
    assert advised(stream, AuthenticationError)


@pytest.mark.parametrize("key", [f"{KEY}\n", f"\t{KEY}", f"{KEY}\r\nHost: evil", f"{KEY}\u2028"])
@pytest.mark.parametrize("name", ["api_key", "bearer_token"])
def test_credentials_that_no_header_carries(shell: Shell, name: str, key: str) -> None:
    """A key with a line break is refused before any request, and is not shown."""
    credentials: dict[str, Any] = {"api_key": None, name: key}

    error = failure(shell, lambda: shell.dial(base_url="http://127.0.0.1:1", **credentials))

    assert advised(error, ConfigError)
    assert "newline" in error.hint
    assert KEY not in str(error)


@pytest.mark.parametrize("given", [f"{KEY}\n", "", None, 5, f"{KEY}\r\nX: y"])
def test_functions_that_give_no_credential(shell: Shell, recorder: Recorder, given: Any) -> None:
    """What a function gives is checked as well; nothing is sent."""
    client = shell.dial(base_url=recorder.url, api_key=lambda: given)

    error = failure(shell, lambda: client.chat("Hi", model="echo"))

    assert advised(error, ConfigError)
    assert KEY not in str(error)
    assert 0 == recorder.connections


@pytest.mark.parametrize("key", [None, ""])
def test_no_credential(shell: Shell, key: str | None) -> None:
    """A client without a credential is refused at once."""
    error = failure(shell, lambda: shell.dial(base_url="http://127.0.0.1:1", api_key=key))

    assert advised(error, ConfigError)
    assert "api_key=" in error.hint


@pytest.mark.blocking
def test_coroutine_functions_are_for_async_clients() -> None:
    """A blocking client says so when it gets a coroutine function, and leaves none unawaited."""

    async def key() -> str:
        """Give the key."""
        await asyncio.sleep(0)
        return KEY

    coroutine: Any = key
    with (
        polyvox.Dial(base_url="http://127.0.0.1:1", api_key=coroutine) as client,
        pytest.raises(ConfigError) as caught,
    ):
        client.chat("Hi", model="echo")

    assert advised(caught.value, ConfigError)


@pytest.mark.parametrize(
    "base_url", ["", "dial.example", "ftp://a.example", "http://u:p@a.example", "http://a/?x=1"]
)
def test_addresses_that_are_none(shell: Shell, base_url: str) -> None:
    """An address that is none is refused at once."""
    assert advised(failure(shell, lambda: shell.dial(base_url=base_url)), UrlError)


@pytest.mark.parametrize("method", ["chat", "stream", "embed", "deployments.get"])
def test_unknown_deployment(shell: Shell, dial: Any, method: str) -> None:
    """A deployment that is not there: 404, and how to see which are."""
    uses: dict[str, Callable[[], Any]] = {
        "chat": lambda: dial.chat("Hi", model="gone"),
        "stream": lambda: dial.stream("Hi", model="gone"),
        "embed": lambda: dial.embed(["a"], model="gone"),
        "deployments.get": lambda: dial.deployments.get("gone"),
    }
    error = failure(shell, uses[method])

    assert advised(error, NotFound)
    assert "client.deployments.list()" in error.hint
    assert "gone" in str(error)


@pytest.mark.parametrize("model", [*DOTS, *HIDDEN, "a/../b", "/a", "a//b", "a\nb"])
def test_deployments_that_are_no_names(
    shell: Shell, client: Any, recorder: Recorder, model: str
) -> None:
    """A deployment's name cannot lead to another path of the server."""
    for use in (lambda: client.chat("Hi", model=model), lambda: client.stream("Hi", model=model)):
        assert advised(failure(shell, use), UrlError)

    assert 0 == recorder.connections


def filled(url: str, own: Recorder, other: Recorder) -> str:
    """The *url* with the two servers put in."""
    ports = {"own_port": own.host.partition(":")[2], "other_port": other.host.partition(":")[2]}
    return url.format(own=own.host, other=other.host, **ports)


@pytest.mark.parametrize("use", USES)
@pytest.mark.parametrize("url", FOREIGN)
def test_other_servers(
    shell: Shell,
    client: Any,
    recorder: Recorder,
    stranger: Recorder,
    tmp_path: Path,
    url: str,
    use: str,
) -> None:
    """An absolute URL of another server is refused by name, and that server is never contacted."""
    place = filled(url, recorder, stranger)
    error = failure(shell, lambda: USES[use](client.files, place, tmp_path))

    assert advised(error, ForeignOriginError)
    assert recorder.url in error.hint
    assert (0, []) == (stranger.connections, leaked(recorder))


@pytest.mark.parametrize("use", USES)
@pytest.mark.parametrize("url", TRICKS)
def test_tricks_with_urls(
    shell: Shell,
    client: Any,
    recorder: Recorder,
    stranger: Recorder,
    tmp_path: Path,
    url: str,
    use: str,
) -> None:
    """A URL that could be read in two ways is refused, and neither reading is followed."""
    place = filled(url, recorder, stranger)
    error = failure(shell, lambda: USES[use](client.files, place, tmp_path))

    assert advised(error, UrlError)
    assert (0, []) == (stranger.connections, leaked(recorder))


def test_no_way_down_to_http(shell: Shell, recorder: Recorder) -> None:
    """A client of an https server follows no http URL of the same host and port."""
    client = shell.dial(base_url=f"https://{recorder.host}")
    error = failure(shell, lambda: client.files.read(f"{recorder.url}/v1/files/B1/a.txt"))

    assert advised(error, ForeignOriginError)
    assert 0 == recorder.connections


def test_redirects_are_not_followed(shell: Shell, recorder: Recorder, stranger: Recorder) -> None:
    """A server cannot send the client, and its key, to another one."""
    location = f"Location: {stranger.url}/v1/bucket"
    recorder.reply(json_answer("{}", status="307 Elsewhere", headers=(location,)))
    client = shell.dial(base_url=recorder.url)

    error = failure(shell, client.bucket)

    assert advised(error, polyvox.errors.RedirectRefused)
    assert 0 == stranger.connections


@pytest.mark.parametrize("use", USES)
@pytest.mark.parametrize("part", DOTS + HIDDEN)
def test_dots_in_paths(
    shell: Shell, client: Any, recorder: Recorder, tmp_path: Path, part: str, use: str
) -> None:
    """`..` in a path is refused in every encoding, wherever it stands."""
    for begin in ("", "files/B1/", f"{recorder.url}/v1/files/B1/"):
        for place in (f"{begin}{part}", f"{begin}{part}/a.txt", f"{begin}a/{part}/b.txt"):
            error = failure(shell, lambda place=place: USES[use](client.files, place, tmp_path))
            assert advised(error, UrlError)

    assert [] == leaked(recorder)
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("use", USES)
@pytest.mark.parametrize("bucket", DOTS)
def test_dots_for_a_bucket(
    shell: Shell, client: Any, recorder: Recorder, tmp_path: Path, bucket: str, use: str
) -> None:
    """The bucket's place in a URL is no way out either."""
    for place in (f"files/{bucket}/a.txt", f"{recorder.url}/v1/files/{bucket}/a.txt"):
        error = failure(shell, lambda place=place: USES[use](client.files, place, tmp_path))
        assert advised(error, UrlError)

    assert 0 == recorder.connections


def test_dots_in_path_objects(shell: Shell, client: Any, recorder: Recorder) -> None:
    """A path object is checked like a text."""
    error = failure(shell, lambda: client.files.read(PurePosixPath("a/../../b.txt")))

    assert advised(error, UrlError)
    assert [] == leaked(recorder)


FOLDERS_TOO = {"metadata", "exists", "list", "move to", "copy to"}


@pytest.mark.parametrize("use", [use for use in USES if use not in FOLDERS_TOO])
@pytest.mark.parametrize("folder", ["docs/", "files/B1/docs/", "files/B1/", ""])
def test_a_folder_where_a_file_is_needed(
    shell: Shell, client: Any, recorder: Recorder, tmp_path: Path, folder: str, use: str
) -> None:
    """The URL of a folder is refused where only a file will do, before it is sent."""
    if use == "upload":
        # An upload takes a folder, and the name of its source; this one has none.
        error = failure(shell, lambda: client.files.upload(b"x", folder))
        assert advised(error, ConfigError)
    else:
        error = failure(shell, lambda: USES[use](client.files, folder, tmp_path))
        assert advised(error, UrlError)

    assert [] == leaked(recorder)


@pytest.mark.parametrize("place", ["a.txt", "files/B1/a.txt"])
def test_a_file_where_a_folder_is_needed(
    shell: Shell, client: Any, recorder: Recorder, place: str
) -> None:
    """A listing wants the URL of a folder, which ends in a slash."""
    error = failure(shell, lambda: client.files.list(place))

    assert advised(error, UrlError)
    assert "slash" in error.hint
    assert [] == leaked(recorder)


@pytest.mark.parametrize("name", [".", "gone.txt"])
def test_sources_that_are_no_files(
    shell: Shell, client: Any, recorder: Recorder, tmp_path: Path, name: str
) -> None:
    """A local folder, or a file that is not there, cannot be uploaded; nothing is sent."""
    error = failure(shell, lambda: client.files.upload(tmp_path / name, "files/B1/a.txt"))

    assert advised(error, ConfigError)
    assert 0 == recorder.connections


def test_targets_that_are_folders(shell: Shell, dial: Any, tmp_path: Path) -> None:
    """A download cannot replace a folder, nor land in one that is not there."""
    shell.call(dial.files.upload, b"hello", "bad-input/a.txt")
    (tmp_path / "a.txt").mkdir()

    for target in (tmp_path, tmp_path / "gone" / "a.txt"):
        error = failure(
            shell,
            lambda target=target: dial.files.download("bad-input/a.txt", target, overwrite=True),
        )
        assert advised(error, ConfigError)
    assert ["a.txt"] == [entry.name for entry in tmp_path.rglob("*")]


def test_missing_files(shell: Shell, dial: Any, tmp_path: Path) -> None:
    """A file that is not there: 404, and how to see which are; nothing is left on disk."""
    error = failure(shell, lambda: dial.files.download("bad-input/gone.txt", tmp_path))

    assert advised(error, NotFound)
    assert "files.list()" in error.hint
    assert [] == list(tmp_path.iterdir())
