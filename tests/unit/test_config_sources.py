"""
Which of argument, environment, profile and default counts, and where a key may go.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from config_files import TABLES, refusal, written

import polyvox
from polyvox.backends.ollama.identity import ollama_address
from polyvox.backends.registry import BACKENDS
from polyvox.config.resolved import Resolved
from polyvox.config.resolving import given, resolve
from polyvox_core.errors import AuthenticationError, ConfigError, PermissionDenied, UrlError
from polyvox_core.secret import Secret

FIELDS = [
    pytest.param(backend, name, id=f"{backend}-{name}")
    for backend, table in TABLES.items()
    for name in table.table
]
OPENAI = "https://api.openai.com"


def resolved(backend: str, options: dict[str, Any] | None = None, **arguments: Any) -> Resolved:
    """What a client of *backend* is made of."""
    return resolve(TABLES[backend], options or {}, arguments)


def value_of(backend: str, name: str, where: str, **arguments: Any) -> Any:
    """The value of a field, its text laid open."""
    # An address beside it, so that a credential may go there.
    more = {} if name == "base_url" else {"base_url": where}
    value = resolved(backend, **more, **arguments).get(name)
    return value.reveal() if isinstance(value, Secret) else value


@pytest.mark.parametrize(("backend", "name"), FIELDS)
def test_the_order(
    backend: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An argument beats our variable, which beats others' ones, a profile, and the default."""
    table = TABLES[backend]
    field = table.table[name]
    where = table.key_home() or "https://dial.example"
    texts = [f"http://{word}.example/" for word in ("argument", "ours", "theirs", "profile")]
    if field.kind == "flag":
        texts = [True, False, True, False]  # type: ignore[list-item]  # a flag is no text
    argument, ours, theirs, profile = texts
    seen = [value_of(backend, name, where)]
    line = f"{name} = {str(profile).lower() if field.kind == 'flag' else repr(profile)}"
    written(tmp_path, monkeypatch, f"[profiles.p]\n{line}\n[defaults]\n{backend} = 'p'\n")
    seen.append(value_of(backend, name, where))
    own, *shared = table.variables(name)
    for variable in shared:
        monkeypatch.setenv(variable, str(theirs))
        seen.append(value_of(backend, name, where))
    monkeypatch.setenv(own, str(ours))
    seen += [value_of(backend, name, where), value_of(backend, name, where, **{name: argument})]

    assert [field.default, profile, *[theirs for _ in shared], ours, argument] == seen


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("", "http://127.0.0.1:11434"),
        ("box", "http://box:11434"),
        (" box:80 ", "http://box:80"),
        (":5000", "http://127.0.0.1:5000"),
        ("0.0.0.0", "http://127.0.0.1:11434"),
        ("0.0.0.0:5000", "http://127.0.0.1:5000"),
        ("[::]:5000", "http://[::1]:5000"),
        ("[2001:db8::1]", "http://[2001:db8::1]:11434"),
        ("http://box", "http://box"),
        ("https://box", "https://box"),
        ("https://box:8443/ollama/", "https://box:8443/ollama/"),
        ("box/ollama", "http://box:11434/ollama"),
        ('"box:1"', "http://box:1"),
    ],
)
def test_hosts_of_ollama(host: str, address: str) -> None:
    """OLLAMA_HOST has forms of its own; ours is an address."""
    assert address == ollama_address(host)


def test_our_variable_has_no_such_forms(monkeypatch: pytest.MonkeyPatch) -> None:
    """POLYVOX_OLLAMA_BASE_URL is an address, and the complaint names it."""
    monkeypatch.setenv("POLYVOX_OLLAMA_BASE_URL", "box")

    assert "came from environment variable POLYVOX_OLLAMA_BASE_URL" in refusal(resolved, "ollama")


def test_an_address_that_was_passed() -> None:
    """The complaint about an argument says nothing of where it came from."""
    with pytest.raises(UrlError) as caught:
        polyvox.Dial(base_url="dial.example", api_key="key")

    assert "came from" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "flag"), [("1", True), (" Yes ", True), ("off", False), ("FALSE", False)]
)
def test_flags(text: str, flag: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """True and false have several spellings."""
    monkeypatch.setenv("POLYVOX_ALTERYSE_TRAILING_SLASH", text)

    assert flag is resolved("alteryse").get("trailing_slash")


def test_flags_that_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Anything else is refused, with the name of the variable."""
    monkeypatch.setenv("POLYVOX_AMIGOCHAT_STRICT_MODELS", "maybe")

    assert "POLYVOX_AMIGOCHAT_STRICT_MODELS is 'maybe'" in refusal(resolved, "amigochat")


@pytest.mark.parametrize("variable", ["POLYVOX_OPENAI_TIMEOUT", "POLYVOX_TIMEOUT"])
@pytest.mark.parametrize("text", ["soon", "0", "-1", "nan"])
def test_timeouts_that_are_none(variable: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable that is no time limit is refused, with its name."""
    monkeypatch.setenv(variable, text)

    assert variable in refusal(resolved, "openai")


def test_the_backends_own_timeout(monkeypatch: pytest.MonkeyPatch) -> None:
    """POLYVOX_<BACKEND>_TIMEOUT is stronger than POLYVOX_TIMEOUT, and no other backend's."""
    monkeypatch.setenv("POLYVOX_TIMEOUT", "5")
    monkeypatch.setenv("POLYVOX_OPENAI_TIMEOUT", "7")

    assert 7 == resolved("openai").options["timeout"].total
    assert 5 == resolved("ollama").options["timeout"].total


# Variables, argument base_url, and which key is sent; "" is none.
HOMES = [
    ("openai", {"OPENAI_API_KEY": "A"}, None, "A"),
    ("openai", {"OPENAI_API_KEY": "A"}, f"{OPENAI}/v1", "A"),
    ("openai", {"OPENAI_API_KEY": "A"}, "HTTPS://API.OPENAI.COM:443/v2", "A"),
    ("openai", {"OPENAI_API_KEY": "A"}, "http://api.openai.com/v1", ""),
    ("openai", {"OPENAI_API_KEY": "A"}, "https://api.openai.com.evil.example/v1", ""),
    ("openai", {"OPENAI_API_KEY": "A"}, "https://api.openai.com:8443/v1", ""),
    ("openai", {"OPENAI_API_KEY": "A", "OPENAI_BASE_URL": "http://x"}, None, "A"),
    ("openai", {"OPENAI_API_KEY": "A", "OPENAI_BASE_URL": "http://x"}, "http://x/v1", "A"),
    ("openai", {"OPENAI_API_KEY": "A", "OPENAI_BASE_URL": "http://x"}, "http://y", ""),
    ("openai", {"OPENAI_API_KEY": "A", "OPENAI_BASE_URL": "http://x"}, OPENAI, ""),
    ("openai", {"OPENAI_API_KEY": "A", "OPENAI_BASE_URL": "broken"}, "http://y", ""),
    ("openai", {"OPENAI_API_KEY": "A", "POLYVOX_OPENAI_BASE_URL": "http://x"}, None, "A"),
    ("openai", {"OPENAI_API_KEY": "A", "POLYVOX_OPENAI_BASE_URL": "http://x"}, OPENAI, ""),
    (
        "openai",
        {
            "OPENAI_API_KEY": "A",
            "OPENAI_BASE_URL": "http://y",
            "POLYVOX_OPENAI_BASE_URL": "http://x",
        },
        None,
        "",
    ),
    ("openai", {"POLYVOX_OPENAI_API_KEY": "A", "OPENAI_BASE_URL": "http://x"}, None, "A"),
    ("openai", {"POLYVOX_OPENAI_API_KEY": "A"}, "http://x", ""),
    ("openai", {"POLYVOX_OPENAI_API_KEY": "A", "OPENAI_API_KEY": "B"}, None, "A"),
    (
        "openai",
        {
            "POLYVOX_OPENAI_API_KEY": "A",
            "POLYVOX_OPENAI_BASE_URL": "http://x",
            "OPENAI_API_KEY": "B",
            "OPENAI_BASE_URL": OPENAI,
        },
        OPENAI,
        "B",
    ),
    ("ollama", {"OLLAMA_API_KEY": "A"}, None, ""),
    ("ollama", {"OLLAMA_API_KEY": "A"}, "https://ollama.com", "A"),
    ("ollama", {"OLLAMA_API_KEY": "A", "OLLAMA_HOST": "box"}, None, "A"),
    ("dial", {"DIAL_API_KEY": "A"}, "http://x", "A"),
    ("dial", {"DIAL_API_KEY": "A", "DIAL_URL": "http://y"}, "http://x", ""),
    (
        "dial",
        {
            "POLYVOX_DIAL_API_KEY": "A",
            "POLYVOX_DIAL_BEARER_TOKEN": "B",
            "POLYVOX_DIAL_BASE_URL": "http://y",
        },
        "http://x",
        "",
    ),
    ("aleph_alpha", {"AA_TOKEN": "A"}, None, "A"),
    ("aleph_alpha", {"AA_TOKEN": "A"}, "http://x", ""),
    ("alteryse", {"ALTERYSE_API_KEY": "A"}, "http://x", ""),
    ("amigochat", {"POLYVOX_AMIGOCHAT_API_KEY": "A"}, "http://x", ""),
]


def key_of(backend: str, found: Resolved) -> str:
    """The first credential that is sent."""
    values = [found.get(name) for name in TABLES[backend].credentials]
    return next((value.reveal() for value in values if value), "")


@pytest.mark.parametrize(("backend", "variables", "base_url", "key"), HOMES)
def test_where_keys_of_the_environment_go(
    backend: str,
    variables: dict[str, str],
    base_url: str | None,
    key: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A key goes to the address beside it or to the default one; without either, anywhere."""
    for name, text in variables.items():
        monkeypatch.setenv(name, text)

    assert key == key_of(backend, resolved(backend, base_url=base_url))


PROFILE = "[profiles.p]\napi_key = 'P'\n"
BOUND = f"{PROFILE}base_url = 'http://p.example'\n"


@pytest.mark.parametrize(
    ("backend", "text", "variables", "base_url", "key"),
    [
        ("openai", BOUND, {}, None, "P"),
        ("openai", BOUND, {}, "http://p.example/v1", "P"),
        ("openai", BOUND, {}, "https://p.example", ""),
        ("openai", BOUND, {"OPENAI_BASE_URL": "http://x"}, None, ""),
        ("openai", BOUND, {"OPENAI_API_KEY": "A"}, None, "P"),
        ("openai", BOUND, {"OPENAI_API_KEY": "A"}, OPENAI, "A"),
        ("openai", PROFILE, {}, None, "P"),
        ("openai", PROFILE, {}, "http://x", ""),
        ("openai", PROFILE, {"OPENAI_BASE_URL": "http://x"}, None, ""),
        ("dial", BOUND, {"DIAL_API_KEY": "A"}, None, "A"),
        ("dial", PROFILE, {}, "http://x", "P"),
    ],
)
def test_where_keys_of_profiles_go(
    backend: str,
    text: str,
    variables: dict[str, str],
    base_url: str | None,
    key: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A profile's key goes to its address or the default one; a weaker one that fits is used."""
    written(tmp_path, monkeypatch, text)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert key == key_of(backend, resolved(backend, {"profile": "p"}, base_url=base_url))


def test_credentials_come_from_one_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever passes one credential is not given a second one by the environment."""
    monkeypatch.setenv("POLYVOX_DIAL_BEARER_TOKEN", "B")
    monkeypatch.setenv("DIAL_API_KEY", "A")
    found = resolved("dial", base_url="http://x", api_key=Secret("mine"))

    assert None is found.get("bearer_token")
    assert None is resolved("dial", base_url="http://x").get("api_key")
    assert Secret("B") == resolved("dial", base_url="http://x").get("bearer_token")


def test_no_credential_on_purpose(monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty credential is none, though a variable has one."""
    monkeypatch.setenv("OPENAI_API_KEY", "A")
    found = resolved("openai", api_key="")

    assert () == found.credentials(("api_key", "Authorization", "Bearer "))
    assert {
        AuthenticationError: "The client has no API key or token. Pass api_key=."
    } == found.advice({})


def test_organisations_stay_at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Organisation and project are for OpenAI; another server does not learn them."""
    monkeypatch.setenv("OPENAI_ORG_ID", "org")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "project")
    elsewhere = resolved("openai", base_url="http://x", project="passed")

    assert "org" == resolved("openai").get("organization")
    assert (None, "passed") == (elsewhere.get("organization"), elsewhere.get("project"))


def test_words_for_what_is_lacking(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names every way to give it, and the key that stayed at home."""
    monkeypatch.setenv("DIAL_URL", "https://a.example/x")
    monkeypatch.setenv("DIAL_API_KEY", "secret-of-dial")
    found = resolved("dial", base_url="https://b.example")
    words = str(found.lacking("credential", "api_key", "bearer_token"))

    assert (
        "The client of AI DIAL has no credential. The one from environment variable DIAL_API_KEY "
        "was given for https://a.example, and goes nowhere else. Pass api_key= or bearer_token=, "
        "set the environment variable POLYVOX_DIAL_API_KEY or DIAL_API_KEY or "
        "POLYVOX_DIAL_BEARER_TOKEN, or name a profile."
    ) == words
    with pytest.raises(ConfigError, match=r"has no base_url\. Pass base_url=, set the environment"):
        given(TABLES["dial"], {}).text("base_url")


def test_advice_after_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The advice about 401 and 403 tells of the key that stayed; about 401, that there is none."""
    hints = {PermissionDenied: "Wait."}
    monkeypatch.setenv("OPENAI_API_KEY", "secret-of-openai")
    advice = resolved("openai", base_url="http://x").advice(hints)

    assert advice[AuthenticationError] == advice[PermissionDenied]
    assert advice[AuthenticationError].startswith("No credential was sent. The one from environ")
    assert advice[AuthenticationError].endswith("nowhere else. Pass api_key=.")
    monkeypatch.delenv("OPENAI_API_KEY")
    none = {**hints, AuthenticationError: "The client has no API key or token. Pass api_key=."}
    assert none == resolved("openai", base_url="http://x").advice(hints)
    assert hints == resolved("openai", base_url="http://x", api_key=Secret("k")).advice(hints)


def test_keys_that_no_header_can_carry(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key with a line break is refused with the place where it stands, and is not shown."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-with-newline\n")
    wanted = ("api_key", "Authorization", "Bearer ")
    words = refusal(resolved("openai").credentials, wanted)
    passed = refusal(resolved("openai", api_key=Secret("a b\n")).credentials, wanted)

    assert "It came from environment variable OPENAI_API_KEY." in words
    assert "sk-with" not in words
    assert "came from" not in passed


def test_the_caller_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The drop-in surfaces take what they are given, and ask nobody else."""
    written(tmp_path, monkeypatch, f"{BOUND}[defaults]\nopenai = 'p'\n")
    for name in ("OPENAI_BASE_URL", "OPENAI_API_KEY", "POLYVOX_OPENAI_MODEL"):
        monkeypatch.setenv(name, "http://x")
    monkeypatch.setenv("POLYVOX_TIMEOUT", "5")
    monkeypatch.setenv("POLYVOX_PROFILE", "p")
    found = given(TABLES["openai"], {"retry": 1}, organization="org")

    assert ({"retry": 1}, "org") == (found.options, found.get("organization"))
    assert f"{OPENAI}/v1" == found.get("base_url")
    assert [None, None] == [found.get(name) for name in ("api_key", "model")]


@pytest.mark.parametrize("backend", TABLES)
def test_the_page_names_all_variables(backend: str) -> None:
    """The table in docs/configuration.md has the row that the fields of each backend make."""
    table = TABLES[backend]
    names = (" or ".join(f"`{one}`" for one in table.variables(name)) for name in table.table)
    row = f"| `{BACKENDS[backend]}` | {', '.join(names)} |"
    page = Path(__file__).parents[2] / "docs" / "configuration.md"

    assert row in page.read_text("utf-8").splitlines()


def test_no_file_costs_no_parser() -> None:
    """A client without a file loads no parser of files."""
    code = (
        "import sys, polyvox\n"
        "polyvox.Ollama().close()\n"
        "polyvox.Dial(base_url='http://localhost', api_key='k').close()\n"
        "assert 'tomllib' not in sys.modules"
    )
    left_out = ("COV", "POLYVOX_CONFIG")  # coverage would load the parser for itself
    environment = {k: v for k, v in os.environ.items() if not k.startswith(left_out)}
    environment["XDG_CONFIG_HOME"] = str(Path(__file__).parent)

    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
