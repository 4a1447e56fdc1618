"""
Slips that every newcomer makes: each gets our error at once, with what to do about it.
"""

from __future__ import annotations

from typing import Any

import pytest
from recorder import Recorder, answer
from shells import Shell

import polyvox
from polyvox.errors import NotFound, PreconditionFailed

URL = "http://127.0.0.1:9"


def refused(function: Any, *args: Any, **keywords: Any) -> str:
    """The text of the ConfigError that a call gives."""
    with pytest.raises(polyvox.ConfigError) as caught:
        function(*args, **keywords)
    assert caught.value.hint
    return str(caught.value)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"time_out": 3}, "Did you mean 'timeout'"),
        ({"max_retries": 1}, "has no option 'max_retries'"),
        ({"retry": "2"}, "neither a Retry nor a number"),
        ({"apikey": "k"}, "Did you mean 'api_key'"),
        ({"url": URL}, "base_url"),
    ],
)
def test_unknown_constructor_options(options: dict[str, Any], words: str, shell: Shell) -> None:
    """A misspelt or useless option is refused when the client is made."""
    assert words in refused(shell.dial, base_url=URL, **options)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"stream": True}, "Streams are a verb of their own: client.stream(...)."),
        ({"tools": [refused]}, "'refused' is no dict but can be called. Pass it to client.run"),
        ({"tools": ({}, refused)}, "chat() takes tools as dicts"),
        ({"extra_body": "x"}, "extra_body= is no dict, but of the type str."),
        ({"extra_headers": [("X", "y")]}, "extra_headers= is no dict"),
        ({"extra_query": "a=b"}, "extra_query= is no dict"),
    ],
)
def test_options_of_a_chat(options: dict[str, Any], words: str, shell: Shell) -> None:
    """What other SDKs take in other ways is refused, with the way that it has here."""
    client = shell.dial(base_url=URL)

    assert words in refused(shell.call, client.chat, "Hi", model="m", **options)


def test_extras_that_are_none(shell: Shell, recorder: Recorder) -> None:
    """None for headers, query or body of a call is the same as leaving them out."""
    recorder.reply(answer(b'{"choices":[{"message":{"content":"Hi"}}]}', "application/json"))
    client = shell.dial(base_url=recorder.url)
    extras = {"extra_headers": None, "extra_query": None, "extra_body": None}

    assert "Hi" == shell.call(client.chat, "Hi", model="m", **extras).text


@pytest.mark.parametrize("address", ["http://key@127.0.0.1:9", "http://127.0.0.1:9?api_key=key"])
def test_keys_in_addresses(address: str, shell: Shell) -> None:
    """An address with a key is refused as such, also where no credential was given."""
    kind: Any = polyvox.aconnect if shell.is_async else polyvox.connect

    assert "The URL" in refused(kind, f"dial+{address}")


def test_a_backend_from_the_environment(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """connect() takes the backend, with or without its address, from POLYVOX_BACKEND."""
    kind: Any = polyvox.aconnect if shell.is_async else polyvox.connect
    monkeypatch.delenv("POLYVOX_PROFILE", raising=False)
    monkeypatch.setenv("POLYVOX_BACKEND", f"ollama+{URL}")
    client = kind()

    assert ("ollama", f"{URL}/") == (client.backend, client.base_url)
    monkeypatch.setenv("POLYVOX_BACKEND", "")
    assert "or set POLYVOX_BACKEND or POLYVOX_PROFILE" in refused(kind)


@pytest.mark.parametrize(("wait", "words"), [("90", "a pause of 90 s."), ("0", "limit.")])
def test_waits_are_told(wait: str, words: str, shell: Shell, recorder: Recorder) -> None:
    """A server that wants to be left alone for a while says for how long, and so does the error."""
    recorder.reply(answer(status="429 Slow Down", headers=(f"Retry-After: {wait}",)))
    client = shell.dial(base_url=recorder.url, retry=False)

    with pytest.raises(polyvox.RateLimited) as caught:
        shell.call(client.chat, "Hi", model="m")

    assert caught.value.hint.endswith(words)


def test_an_unset_address(shell: Shell) -> None:
    """None for an address names the usual cause."""
    assert "variable" in refused(shell.dial, base_url=None)


def pool_of(shell: Shell) -> Any:
    """The pool of this shell."""
    return polyvox.AsyncClientPool if shell.is_async else polyvox.ClientPool


def test_pools(shell: Shell) -> None:
    """A pool takes connection options only, leaves none to its clients, and knows its world."""
    kind, other = polyvox.Dial, polyvox.AsyncDial
    if shell.is_async:
        kind, other = polyvox.AsyncDial, polyvox.Dial
    pool = pool_of(shell)(trust_env=False)
    access = {"base_url": URL, "api_key": "key"}

    assert "'max_connections'" in refused(pool_of(shell), max_conections=3)
    assert "has no option 'timeout'" in refused(pool_of(shell), timeout=3)
    assert "proxy= to the pool" in refused(pool.client, kind, proxy=URL, **access)
    assert "connect()" in refused(pool.client, "dial", **access)
    assert "AsyncClientPool" in refused(pool.client, other, **access)
    shell.shut(pool)


@pytest.mark.parametrize("name", ["first_item", "", "Request"])
def test_events_that_never_come(name: Any, shell: Shell) -> None:
    """An unknown event, or a callback that cannot be called, is refused."""
    client = shell.dial(base_url=URL)

    async def later(event: Any) -> None:
        """A callback that nobody would await."""

    assert "first_token" in refused(client.on, name, print)
    assert "plain function" in refused(client.on, "request", None)
    assert "plain function" in refused(client.on, "request", later)


@pytest.mark.parametrize("size", [0, -1, 1001])
def test_page_sizes(size: int, shell: Shell) -> None:
    """A page has 1 to 1000 entries."""
    assert "1 to 1000" in refused(shell.dial(base_url=URL).files.iter, "a/", page_size=size)


@pytest.mark.parametrize(
    ("text", "error", "hint"),
    [
        (b"Source resource files/b/a.txt does not exist", NotFound, "files.list()"),
        (b"destination resource already exists", PreconditionFailed, "overwrite=True"),
        (b"no folders", polyvox.errors.BadRequest, "Check the arguments"),
    ],
)
def test_moves_that_fail(
    text: bytes, error: type[Exception], hint: str, shell: Shell, recorder: Recorder
) -> None:
    """What is in a move's way is told apart, though Core answers 400 to all of it."""
    recorder.reply(answer(text, status="400 Bad Request"))
    client = shell.dial(base_url=recorder.url)

    with pytest.raises(error, match="move_resource") as caught:
        shell.call(client.files.move, "files/b/a.txt", "files/b/c.txt")

    assert 400 == caught.value.status  # type: ignore[attr-defined]  # all are polyvox errors
    assert hint in str(caught.value)


def test_move_into_a_folder(shell: Shell, recorder: Recorder) -> None:
    """A destination that is a folder keeps the file's name."""
    recorder.reply(
        answer(), answer(b'{"url":"files/b/f/a.txt","name":"a.txt"}', "application/json")
    )
    client = shell.dial(base_url=recorder.url)

    moved = shell.call(client.files.move, "files/b/a.txt", "files/b/f/")

    assert "files/b/f/a.txt" == moved.url
    assert b'"destinationUrl":"files/b/f/a.txt"' in recorder.requests[0]


def test_one_text_to_tokenize(shell: Shell, recorder: Recorder) -> None:
    """A text is one input, not one for each of its letters."""
    recorder.reply(
        answer(b'{"outputs":[{"status":"success","token_count":2}]}', "application/json")
    )
    client = shell.dial(base_url=recorder.url)

    assert [2] == shell.call(client.tokenize, "abc def", model="m")
    assert recorder.requests[0].endswith(b'{"inputs":[{"type":"string","value":"abc def"}]}')
