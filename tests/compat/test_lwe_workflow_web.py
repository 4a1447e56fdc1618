"""Workflows and other servers: what may be reached, what is sent, what comes back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lwe_world import lwe_backend, lwe_config, played
from pytest_httpserver import HTTPServer
from shells import Shell
from werkzeug import Request, Response

from polyvox.compat.lwe import Result
from polyvox.compat.lwe.workflows.fetching import AsyncFetcher, Fetched, Fetcher, Limits
from polyvox.errors import ConfigError, PolyvoxError


@pytest.fixture
def server(httpserver: HTTPServer) -> str:
    """Origin of a scripted server."""
    return httpserver.url_for("").rstrip("/")


def fetch(shell: Shell, limits: Limits, method: str, url: str, **options: Any) -> Fetched:
    """The answer to a request, by the shell under test."""
    fetcher = (AsyncFetcher if shell.is_async else Fetcher)(limits)
    arguments: dict[str, Any] = {"headers": {}, "body": None, "timeout": 10.0, **options}
    answer: Fetched = shell.call(fetcher, method, url, **arguments)
    return answer


def test_what_is_sent(shell: Shell, httpserver: HTTPServer, server: str) -> None:
    """A request has what the workflow says, and no more than it must."""
    httpserver.expect_request("/a/b").respond_with_data("Yes", headers={"X-Mine": "1"})
    limits = Limits((server,))
    answer = fetch(shell, limits, "PUT", f"{server}/a/b?c=%20#d", headers={"accept": "text/x"})
    ((request, _),) = httpserver.log

    assert (200, b"Yes", "1") == (answer.status, answer.body, answer.headers["x-mine"])
    assert {"Host", "Accept", "Accept-Encoding", "User-Agent", "Content-Length"} == {
        name.title() for name in dict(request.headers)
    }
    assert ("PUT", "c=%20", "text/x", "0") == (
        request.method,
        request.query_string.decode(),
        request.headers["accept"],
        request.headers["content-length"],
    )


def test_redirects_stay_at_home(shell: Shell, httpserver: HTTPServer, server: str) -> None:
    """Redirects of GET are followed to the same origin; others are refused."""
    httpserver.expect_request("/old").respond_with_data(status=302, headers={"Location": "/new"})
    httpserver.expect_request("/new").respond_with_data("Here")
    httpserver.expect_request("/away").respond_with_data(
        status=301, headers={"Location": "http://example.invalid/secret?key=1"}
    )
    httpserver.expect_request("/odd").respond_with_data(
        status=301, headers={"Location": "file:///"}
    )
    httpserver.expect_request("/round").respond_with_data(
        status=307, headers={"Location": "/round"}
    )
    httpserver.expect_request("/bare").respond_with_data("No", status=302)
    limits = Limits((server, "http://example.invalid"))
    answer = fetch(shell, limits, "GET", f"{server}/old")

    assert (b"Here", f"{server}/new") == (answer.body, answer.url)
    assert 302 == fetch(shell, limits, "GET", f"{server}/bare").status
    for method, path, expected in (
        ("GET", "away", "redirects GET to 'http://example.invalid'"),
        ("POST", "old", "redirects POST"),
        ("GET", "odd", "does not begin with http"),
        ("GET", "round", "redirects in a circle"),
    ):
        with pytest.raises(PolyvoxError, match=expected):
            fetch(shell, limits, method, f"{server}/{path}")


def test_answers_are_bounded(shell: Shell, httpserver: HTTPServer, server: str) -> None:
    """An answer over the limit is refused."""
    httpserver.expect_request("/").respond_with_data("x" * 11)

    assert 11 == len(fetch(shell, Limits((server,), 11), "GET", server).body)
    with pytest.raises(PolyvoxError, match="exceeds 10 bytes"):
        fetch(shell, Limits((server,), 10), "GET", server)


@pytest.mark.parametrize(
    ("method", "url", "expected"),
    [
        ("GET", "http://other.invalid/", "http://other.invalid, which is not allowed"),
        ("GET", "http://one.invalid:81/", "http://one.invalid:81, which is not allowed"),
        ("GET", "https://one.invalid/", "https://one.invalid, which is not allowed"),
        ("GET", "http://one.invalid@other.invalid/", "holds a user name"),
        ("GET", "file:///etc/passwd", "does not begin with http"),
        ("GET", "http://one.invalid/a b", "is not percent-encoded"),
        ("GET", "http://one.invalid/é", "is not percent-encoded"),
        ("GET /x", "http://one.invalid/", "is no HTTP method"),
    ],
)
def test_what_is_not_sent(shell: Shell, method: str, url: str, expected: str) -> None:
    """Servers that are not allowed, and requests that cannot be, are refused before sending."""
    with pytest.raises(ConfigError, match=expected):
        fetch(shell, Limits(("http://one.invalid",)), method, url)


def test_headers_are_checked(shell: Shell) -> None:
    """Headers that would break the request are refused."""
    with pytest.raises(ConfigError, match="cannot be set"):
        fetch(
            shell, Limits(("http://a.invalid",)), "GET", "http://a.invalid", headers={"Host": "b"}
        )


def test_limits_come_from_the_configuration(tmp_path: Path) -> None:
    """Origins are compared in one form; nothing is allowed by default."""
    assert () == Limits.of(lwe_config(tmp_path)).origins
    allowed = "HTTPS://Example.org:443/path"
    config = lwe_config(tmp_path, workflows__allowed_origins=allowed, workflows__max_bytes=5)
    assert Limits(("https://example.org",), 5) == Limits.of(config)
    config.set("workflows.allowed_origins", ["example.org"])
    with pytest.raises(ConfigError):
        Limits.of(config)


def web(shell: Shell, folder: Path, server: str, tasks: str) -> Result:
    """The outcome of *tasks*, with the scripted server allowed."""
    backend = lwe_backend(shell, folder, workflows__allowed_origins=server)
    return played(shell, folder, tasks, {"s": server, "f": str(folder)}, backend=backend)


def test_a_bad_configuration_is_told(shell: Shell, tmp_path: Path) -> None:
    """An origin that is none fails the run before it begins."""
    assert "does not begin with http" in web(shell, tmp_path, "x", "- debug:").message


def test_bodies(shell: Shell, httpserver: HTTPServer, server: str, tmp_path: Path) -> None:
    """Bodies travel as JSON, as a form, or as they are; the type can be said."""

    def mirror(request: Request) -> Response:
        """Give back what came."""
        return Response(request.get_data(), content_type=request.content_type or "text/none")

    httpserver.expect_request("/").respond_with_handler(mirror)
    text = """
    - uri: {url: "{{ s }}", method: post, body: {a: [1, "é"]}, body_format: json}
      register: a
    - uri: {url: "{{ s }}", method: POST, body: '{"b": 1}', body_format: json, return_content: yes}
      register: b
    - uri: {url: "{{ s }}", method: POST, body: {c: [1, 2], d: é}, body_format: form-urlencoded,
            return_content: true}
      register: c
    - uri: {url: "{{ s }}", method: POST, body: "d=1", body_format: form-urlencoded,
            headers: {content-type: text/mine}, return_content: true}
      register: d
    - uri: {url: "{{ s }}", method: POST, body: [1], return_content: true, timeout: 5}
      register: e
    - uri: {url: "{{ s }}", method: POST, body: plain, dest: "{{ f }}/plain"}
      register: f
    """
    result = web(shell, tmp_path, server, text)
    found = result.response

    assert result.success, result.message
    assert ({"a": [1, "é"]}, {"b": 1}) == (found["a"]["json"], found["b"]["json"])
    assert "content" not in found["a"]
    assert ["c=1&c=2&d=%C3%A9", "d=1", "[1]"] == [found[one]["content"] for one in "cde"]
    assert ["application/x-www-form-urlencoded", "text/mine", "text/none"] == [
        found[one]["content_type"] for one in "cde"
    ]
    assert "plain" == (tmp_path / "plain").read_text("utf-8")
    assert (str(tmp_path / "plain"), True) == (found["f"]["path"], found["f"]["changed"])


# Name of the case -> a task, what the message says.
REFUSED: dict[str, tuple[str, str]] = {
    "status": ("uri: {url: '{{ s }}/busy'}", "Status code was 503 and not [200]: later"),
    "statuses": ("uri: {url: '{{ s }}/busy', status_code: '200, 201'}", "and not [200, 201]"),
    "no status": ("uri: {url: '{{ s }}/busy', status_code: fine}", "is no list of numbers"),
    "no json": ("uri: {url: '{{ s }}/odd'}", "says it is JSON, and is not"),
    "format": ("uri: {url: '{{ s }}', body: a, body_format: xml}", "is none of raw, json"),
    "nobody": ("uri: {url: 'http://127.0.0.1:1/'}", "which is not allowed"),
    "download": ("get_url: {url: '{{ s }}/busy', dest: '{{ f }}/x'}", "Status code was 503"),
    "no name": ("get_url: {url: '{{ s }}/', dest: '{{ f }}'}", "which is no file name"),
    "bad name": ("get_url: {url: '{{ s }}/a%2fb', dest: '{{ f }}'}", "which is no file name"),
    "checksum": (
        "get_url: {url: '{{ s }}/file', dest: '{{ f }}/x', checksum: 'sha256:00'}",
        "The sha256 of what arrived is",
    ),
    "algorithm": (
        "get_url: {url: '{{ s }}/file', dest: '{{ f }}/x', checksum: '00'}",
        "is not written as sha256:",
    ),
    "text": ("text_extractor: {path: '{{ s }}/busy'}", "Status code was 503"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refusals(
    shell: Shell, httpserver: HTTPServer, server: str, tmp_path: Path, case: str
) -> None:
    """What goes wrong with a server is a failure of the task."""
    task, expected = REFUSED[case]
    httpserver.expect_request("/busy").respond_with_data("later", status=503)
    httpserver.expect_request("/odd").respond_with_data("{", content_type="application/json")
    httpserver.expect_request("/file").respond_with_data("content")
    httpserver.expect_request("/").respond_with_data("root")
    httpserver.expect_request("/a/b").respond_with_data("root")
    result = web(shell, tmp_path, server, f"- {task}")

    assert expected in result.message
    assert not (tmp_path / "x").exists()


def test_statuses_that_are_fine(
    shell: Shell, httpserver: HTTPServer, server: str, tmp_path: Path
) -> None:
    """A status that the workflow expects is none to fail on."""
    httpserver.expect_request("/none").respond_with_data("gone", status=404)
    text = """
    - uri: {url: "{{ s }}/none", status_code: 404, return_content: true}
      register: none
    - uri: {url: "{{ s }}/none", status_code: [200, 404]}
    """
    result = web(shell, tmp_path, server, text)

    assert result.success, result.message
    assert (404, "gone") == (result.response["none"]["status"], result.response["none"]["content"])


def test_downloads(shell: Shell, httpserver: HTTPServer, server: str, tmp_path: Path) -> None:
    """A file is fetched once, checked, and named after its address in a folder."""
    httpserver.expect_request("/a/file.txt").respond_with_data("content")
    checksum = "sha1:040f06fd774092478d450774f5ba30c5da78acc8"
    text = f"""
    - get_url: {{url: "{{{{ s }}}}/a/file.txt?b=c", dest: "{{{{ f }}}}", checksum: "{checksum}"}}
      register: first
    - get_url: {{url: "{{{{ s }}}}/a/file.txt", dest: "{{{{ f }}}}/file.txt"}}
      register: second
    - get_url: {{url: "{{{{ s }}}}/a/file.txt", dest: "{{{{ f }}}}/file.txt", force: true}}
      register: third
    """
    found = web(shell, tmp_path, server, text).response

    assert str(tmp_path / "file.txt") == found["first"]["dest"]
    assert "content" == (tmp_path / "file.txt").read_text("utf-8")
    assert [True, False, False] == [found[one]["changed"] for one in ("first", "second", "third")]
    assert 2 == len(httpserver.log)


def test_texts_of_servers(
    shell: Shell, httpserver: HTTPServer, server: str, tmp_path: Path
) -> None:
    """The type of an answer, else the ending of its address, tells what it is."""
    httpserver.expect_request("/a").respond_with_data("<p>A", content_type="text/html; a=b")
    httpserver.expect_request("/b.html").respond_with_data("<p>B", content_type="text/plain")
    httpserver.expect_request("/c").respond_with_data("<p>C", content_type="text/plain")
    text = """
    - text_extractor: {path: "{{ s }}/{{ item }}"}
      loop: [a, b.html, c]
      register: read
    """
    results = web(shell, tmp_path, server, text).response["read"]["results"]

    assert ["A", "B", "<p>C"] == [one["content"] for one in results]
