"""Rows X-01 to X-03 and X-17: the credential shows up nowhere."""

from __future__ import annotations

import copy
import inspect
import logging
import pickle
import traceback
from collections.abc import Iterator
from functools import partial
from typing import Any, Self

from cases import KEY, Bench, case
from config_files import TABLES
from shells import TRANSPORT

import polyvox
from polyvox.testing.faults import (
    End,
    HeadOnly,
    Reset,
    Script,
    Send,
    Silence,
    answer,
    chat_events,
    event,
    event_stream,
    head,
)

ERROR = {"error": dict.fromkeys(("message", "code", "type", "param", "display_message"), KEY)}
HEADERS = [("X-Request-Id", KEY), ("ETag", KEY), ("X-Echo", KEY), ("Location", f"http://x/{KEY}")]
CHUNKED = head(200, ("Content-Type", "application/json"), ("Transfer-Encoding", "chunked"))
HE = chat_events(KEY, finish=None, done=False)

ECHOES: dict[str, Script] = {
    "401": (answer(ERROR, status=401, headers=HEADERS),),
    "307": (answer(ERROR, status=307, headers=HEADERS),),
    "text": (answer(KEY, status=403, content_type=f"text/plain; k={KEY}", headers=HEADERS),),
    "reason": (Send(f"HTTP/1.1 401 {KEY}\r\nContent-Length: 0\r\n\r\n".encode()),),
    "html": (answer(f"<html>{KEY}", content_type=f"text/html; k={KEY}", headers=HEADERS),),
    "broken JSON": (answer(f'{{"a": "{KEY}"', headers=HEADERS),),
    "other JSON": (answer({"choices": KEY, KEY: KEY}, headers=HEADERS),),
    "error in 200": (answer(ERROR, headers=HEADERS),),
    "broken gzip": (answer(KEY, headers=[*HEADERS, ("Content-Encoding", "gzip")]),),
    "odd encoding": (answer(b"x", headers=[*HEADERS, ("Content-Encoding", KEY)]),),
    "status line": (Send(f"HTTP/1.1 abc {KEY}\r\n\r\n".encode()), End()),
    "header line": (Send(f"HTTP/1.1 200 OK\r\nbad {KEY}\x00\r\n\r\n".encode()), End()),
    "chunk": (CHUNKED, Send(f"{KEY}\r\n".encode()), End()),
    "truncated": (answer(f'{{"a": "{KEY}"', length=5000, headers=HEADERS), End()),
    "dribble": (answer(f'{{"a": "{KEY}"', length=5000, headers=HEADERS), Silence()),
    "cut": (answer("x" * (65536 - 5) + KEY + "x" * 99, status=500, content_type="text/plain"),),
    "reset": (Reset(),),
    "silence": (Silence(),),
}
STREAMS: dict[str, Script] = {
    "truncated": event_stream(*HE, headers=HEADERS),
    "reset": (*event_stream(*HE, headers=HEADERS, ended=False), Silence(0.05), Reset()),
    "error": event_stream(*HE, event(ERROR), headers=HEADERS),
    "long error": event_stream(*HE, event({"error": "x" * 490 + KEY}), headers=HEADERS),
    "broken": event_stream(*HE, f"data: {{{KEY}\n\n".encode(), headers=HEADERS),
    "silence": (*event_stream(*HE, headers=HEADERS, ended=False), Silence()),
    "no choices": event_stream(*HE, event({"choices": KEY}), headers=HEADERS),
}


REQUIRED = {
    name
    for table in TABLES.values()
    for name, field in table.table.items()
    if field.required and field.kind != "address"
}


def clients(bench: Bench) -> Iterator[tuple[Any, list[str]]]:
    """Every public client class of this shell, ready to be called, with its credentials' names."""
    for name in polyvox.__all__:
        value = getattr(polyvox, name)
        if inspect.isclass(value) and name.startswith("Async") == bench.shell.is_async:
            parameters = inspect.signature(value).parameters.values()
            credentials = [p.name for p in parameters if "CredentialValue" in str(p.annotation)]
            needed = {p.name: "x" for p in parameters if p.name in REQUIRED}
            if credentials:
                yield partial(value, **needed), credentials


def made(bench: Bench, url: str) -> Iterator[Any]:
    """A client of each class and credential, and one from a pool."""
    for kind, names in clients(bench):
        for name in names:
            client = kind(base_url=url, retry=False, trust_env=False, timeout=0.15, **{name: KEY})
            bench.later(client)
            yield client
    pool = (polyvox.AsyncClientPool if bench.shell.is_async else polyvox.ClientPool)()
    bench.later(pool)
    for kind, names in clients(bench):
        yield pool.client(kind, base_url=url, retry=False, timeout=0.15, **{names[-1]: KEY})


def frames(error: BaseException | traceback.TracebackException) -> Iterator[str]:
    """Locals and messages in the traceback of *error* and its causes, but for those of tests."""
    if isinstance(error, BaseException):
        error = traceback.TracebackException.from_exception(error, capture_locals=True)
    yield from error.format_exception_only()
    for frame in error.stack:
        if "/tests/" not in frame.filename:
            yield f"{frame.name}: {frame.locals}"
    for other in (error.__cause__, error.__context__):
        if other is not None:
            yield from frames(other)


def check(value: Any, where: str = "") -> None:
    """The key is in none of the forms in which *value* may be shown or kept."""
    forms = {"repr": repr(value), "str": str(value), "format": f"{value}"}
    if isinstance(value, BaseException):
        forms["traceback"] = "\n".join(frames(value))
        forms["attributes"] = str(vars(value))
    try:
        forms["pickle"] = pickle.dumps(value).decode("latin-1")
    except (TypeError, AttributeError, pickle.PicklingError) as refusal:
        # Refusing is fine, as long as the refusal shows nothing.
        forms["refusal"] = str(refusal)
    shown = [name for name, form in forms.items() if KEY in form]
    assert (where, shown) == (where, [])


class Logs(logging.Handler):
    """Keeps every record, at every level, of every logger."""

    def __init__(self) -> None:
        super().__init__(0)
        self.text = ""

    def emit(self, record: logging.LogRecord) -> None:
        """Keep *record* as it would be written, and its arguments."""
        self.text += f"{record.name} {record.getMessage()} {record.args}\n"

    def __enter__(self) -> Self:
        """Listen to the root logger."""
        self._level = logging.root.level
        logging.root.addHandler(self)
        logging.root.setLevel(0)
        return self

    def __exit__(self, *_: object) -> None:
        """Listen no more."""
        logging.root.setLevel(self._level)
        logging.root.removeHandler(self)


@case(
    "X-01", "Every public client class is made with a credential, and all it offers is looked at."
)
def public_objects(bench: Bench) -> str:
    """No public object shows it."""
    seen = 0
    for client in made(bench, "http://127.0.0.1:9"):
        for name in [None, *(name for name in dir(client) if not name.startswith("_"))]:
            check(client if name is None else getattr(client, name), str(name))
            seen += 1
        for inner in (client._settings, client._client, *client._settings.credentials):
            check(inner, type(inner).__name__)
        assert KEY not in str(vars(client))
    assert seen > 20
    return "the key is in no repr, str, format and pickle"


@case("X-01", "Every public class of `polyvox`, `.errors` and `.types` is looked at.")
def public_names(bench: Bench) -> str:
    """Errors can be pickled and copied; nothing else may hold a Secret in the clear."""
    check(polyvox.Secret(KEY))
    for name in (*polyvox.__all__, *polyvox.errors.__all__):
        value = getattr(polyvox, name, None) or getattr(polyvox.errors, name)
        if inspect.isclass(value) and issubclass(value, polyvox.PolyvoxError):
            error = value("what", hint="do", status=400, partial={"text": "x"})
            error.secret = polyvox.Secret(KEY)
            check(error, name)
            del error.secret
            for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
                assert type(twin) is value
                assert (str(twin), twin.status, twin.partial) == (str(error), 400, {"text": "x"})
    return "every error survives pickle and copy; a Secret refuses to be pickled"


def echo(bench: Bench, scripts: dict[str, Script], *, stream: bool) -> int:
    """Call all clients against servers that echo the key; count the errors, all of them clean."""
    errors = 0
    for name, script in scripts.items():
        for client in made(bench, bench.server(script).url):
            if not hasattr(type(client), "stream" if stream else "chat"):
                continue
            with Logs() as logs:
                call = (
                    (lambda c=client: bench.events(c))
                    if stream
                    else (lambda c=client: bench.chat(c))
                )
                try:
                    call()
                except polyvox.PolyvoxError as error:
                    check(error, name)
                    errors += 1
            assert (name, KEY in logs.text) == (name, False)
    return errors


@case("X-01", "18 answers that echo the key in bodies, headers, status lines and chunks.")
def echoed(bench: Bench) -> str:
    """No error shows it, not even in the locals of its traceback."""
    assert echo(bench, ECHOES, stream=False) >= len(ECHOES)
    return "the key is in no message, attribute, pickle, traceback local or DEBUG log"


@case("X-01", "7 streams that echo the key in text, errors and headers, and break in all ways.")
def echoed_in_streams(bench: Bench) -> str:
    """No error shows it, not even in `partial`."""
    assert echo(bench, STREAMS, stream=True) >= len(STREAMS)
    return "the key is in no message, attribute, pickle, traceback local or DEBUG log"


@case("X-01", "Clients are made with unusable addresses and credentials.")
def unusable(bench: Bench) -> str:
    """The constructor's own frames do not show it."""
    bad = ("not a URL", "ftp://x", "http://user@x", "http://x/?a", "")
    values: list[Any] = [KEY, f"{KEY}\n", f" {KEY}", f"{KEY}\u00e9", KEY.encode(), [KEY]]
    for kind, names in clients(bench):
        for name in names:
            for url in bad:
                error = bench.error(
                    lambda kind=kind, name=name, url=url: kind(base_url=url, **{name: KEY})
                )
                check(error, url)
            for value in values[1:]:
                error = bench.error(
                    lambda kind=kind, name=name, value=value: kind(
                        base_url="http://x", **{name: value}
                    )
                )
                assert isinstance(error, polyvox.ConfigError)
                check(error, name)
    return "ConfigError; the key is in no form of it"


@case("X-01", "Clients are made by name, with unusable addresses.")
def unusable_by_name(bench: Bench) -> str:
    """The frames of connect and of pools do not show it."""
    connect = polyvox.aconnect if bench.shell.is_async else polyvox.connect
    pool = (polyvox.AsyncClientPool if bench.shell.is_async else polyvox.ClientPool)()
    bench.later(pool)
    for made_by in (connect, pool.connect):
        for backend in ("dial", "no_such_backend"):
            error = bench.error(
                lambda made_by=made_by, backend=backend: made_by(
                    backend, base_url="not a URL", api_key=KEY
                )
            )
            assert isinstance(error, polyvox.ConfigError)
            check(error, backend)
    return "ConfigError; the key is in no form of it"


@case("X-01", "The credential comes from a function; a second function, or a callback, fails.")
def functions(bench: Bench) -> str:
    """The caller's own error arrives, and no frame of ours shows the credential."""

    def broken() -> str:
        """Fail, as a token service may."""
        raise ZeroDivisionError

    server = bench.server((HeadOnly(), Silence()))
    client = bench.dial(server, api_key=lambda: KEY, bearer_token=broken)
    try:
        bench.chat(client)
    except ZeroDivisionError as error:
        check(error, "function")
    client = bench.dial(server, api_key=lambda: KEY, timeout=0.3)
    client.on("request", lambda _: broken())
    try:
        bench.chat(client)
    except ZeroDivisionError as error:
        check(error, "callback")
    else:
        raise AssertionError
    return "ZeroDivisionError; the key is in no local of its traceback"


@case("X-02", "A call with everything logged at DEBUG, ours and the HTTP library's.")
def debug_logs(bench: Bench) -> str:
    """Steps are logged, credentials are not."""
    server = bench.server((answer(ERROR, status=401, headers=HEADERS),))
    with Logs() as logs:
        bench.chat_error(bench.dial(server, bearer_token=f"{KEY}-2"))
    assert "create_chat_completion" in logs.text
    if TRANSPORT != "aiohttp":  # It logs nothing of a call.
        assert "receive_response_headers.complete status=401" in logs.text
    assert KEY not in logs.text
    return "both loggers speak; the key is in no record"


@case("X-03", "401 whose JSON body repeats the key four times.")
def reflected(bench: Bench) -> str:
    """It is masked, and the rest of the message stays."""
    body = {"error": {"message": f"Key {KEY} is wrong: {KEY}", "code": KEY}}
    error = bench.chat_error(bench.dial(bench.server((answer(body, status=401),))))
    assert "Key *** is wrong: ***" in str(error)
    assert error.body == '{"error": {"message": "Key *** is wrong: ***", "code": "***"}}'
    assert error.code == "***"
    return "the message with *** in place of the key"


@case("X-17", "A client, its settings, and a Secret are pickled and copied.")
def copied(bench: Bench) -> str:
    """Pickling is refused."""
    client = bench.dial("http://127.0.0.1:9")
    for value in (client, client._settings, polyvox.Secret(KEY)):
        try:
            pickle.dumps(value)
        except (TypeError, AttributeError, pickle.PicklingError) as error:
            assert KEY not in str(error)
        else:
            raise AssertionError(value)
    assert repr(copy.copy(polyvox.Secret(KEY))) == "Secret('***')"
    return "TypeError; nothing is written"
