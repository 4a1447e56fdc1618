"""Deployments, identity, permissions, skills and the client channel of the drop-in surface."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from compat_shells import CompatShell
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

import polyvox.compat.aidial_client as aidial
from polyvox.compat.aidial_client.types.application import Application
from polyvox.compat.aidial_client.types.deployment import Deployment, DeploymentName
from polyvox.compat.aidial_client.types.skill import SkillFileMetadata, SkillMetadata
from polyvox.emulator import Emulator

INTERACT = "/v1/ops/client-channel/interact"
SUCCESS, DENIED, ERROR = aidial.SigninResult


@pytest.fixture
def served(shell: CompatShell, httpserver: HTTPServer) -> Iterator[Any]:
    """A client of the shell under test over the scripted server."""
    yield shell.client_of(httpserver.url_for("/"), api_key="k")
    httpserver.check()


def test_deployments(shell: CompatShell, client: Any, emulator: Emulator) -> None:
    """Deployments are listed, named and got; ids may hold slashes."""
    listed = shell.call(client.deployments.list)
    names = shell.call(client.deployments.list_names, ["model", "toolset"])

    assert {Deployment} == {type(one) for one in listed}
    assert {DeploymentName} == {type(one) for one in names}
    assert {"model", "toolset"} == {one.object for one in names}
    assert "type=model,toolset" == emulator.requests[-1].query
    assert len(names) < len(shell.call(client.deployments.list_names))
    assert "standard" == shell.call(client.deployments.get, "echo").scale_settings.scale_type
    assert shell.call(client.deployments.get_configuration_schema, "scripted")


def test_applications_models_toolsets(shell: CompatShell, client: Any) -> None:
    """Applications are listed and got, models and toolsets got."""
    listed = shell.call(client.application.list)
    model: aidial.ModelInfo = shell.call(client.model.get, "echo")
    toolset: aidial.ToolsetInfo = shell.call(client.toolset.get, "toolsets/public/search")

    assert {Application} == {type(one) for one in listed}
    assert listed[0] == shell.call(client.application.get, listed[0].id)
    assert (aidial.ModelLimits, aidial.ModelPricing) == (type(model.limits), type(model.pricing))
    assert model.limits is not None
    assert 8192 == model.limits.max_total_tokens
    assert (["web_search"], "HTTP") == (toolset.allowed_tools, toolset.transport)


@pytest.mark.parametrize("resource", ["application", "model", "toolset", "deployments"])
def test_unknown_names(shell: CompatShell, client: Any, resource: str) -> None:
    """A name that nothing has is a ResourceNotFoundError, which is a DialException."""
    with pytest.raises(aidial.DialException) as caught:
        shell.call(getattr(client, resource).get, "nope")

    assert (aidial.ResourceNotFoundError, 404) == (type(caught.value), caught.value.status_code)


def test_user(shell: CompatShell, client: Any) -> None:
    """The caller's roles and project."""
    found: aidial.UserInfo = shell.call(client.user.info)

    assert (["default"], "emulator", None) == (found.roles, found.project, found.userClaims)


@pytest.mark.parametrize(("given", "sent"), [(None, ["READ"]), (["WRITE"], ["WRITE"])])
def test_permissions(
    shell: CompatShell, served: Any, httpserver: HTTPServer, given: Any, sent: list[str]
) -> None:
    """Grants name resources, receiver and permissions, by default reading."""
    httpserver.expect_request(
        "/v1/ops/resource/per-request-permissions/grant",
        method="POST",
        json={
            "resourcePermissions": [{"url": "files/b/x", "permissions": sent}],
            "receiver": "app",
        },
    ).respond_with_data("")

    assert None is shell.call(served.resource_permissions.grant, ["files/b/x"], "app", given)


@pytest.mark.parametrize(
    ("body", "content_type"), [("<html>", "text/html"), ("{", "application/json"), ("[1]", "")]
)
def test_answers_of_another_kind(
    shell: CompatShell, served: Any, httpserver: HTTPServer, body: str, content_type: str
) -> None:
    """What is no JSON, or no listing, is a ParsingDataError."""
    httpserver.expect_request("/openai/deployments").respond_with_data(
        body, content_type=content_type
    )

    with pytest.raises(aidial.ParsingDataError) as caught:
        shell.call(served.deployments.list)

    assert 422 == caught.value.status_code


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("plain", ("plain", "runtime_error", None)),
        ('{"error": {"message": "m", "type": "t", "code": "c"}}', ("m", "t", "c")),
        ('{"error": {"message": "m"}}', ("m", None, None)),
        ('{"detail": "d"}', ("d", None, None)),
    ],
)
def test_bodies_of_errors(
    shell: CompatShell, served: Any, httpserver: HTTPServer, body: str, expected: Any
) -> None:
    """All shapes of error bodies give the message alone, and what facts they have."""
    httpserver.expect_request("/v1/user/info").respond_with_data(body, status=401)

    with pytest.raises(aidial.DialException) as caught:
        shell.call(served.user.info)

    found = caught.value
    assert expected == (found.message, found.type, found.code)
    assert (401, None, None) == (found.status_code, found.param, found.display_message)
    assert repr(found) == str(found)


def test_lost_connections(shell: CompatShell, emulator: Emulator) -> None:
    """A server that is not there is a DialException 500, worded as ever."""
    client = shell.client(emulator, base_url="http://unknown.invalid")

    with pytest.raises(aidial.DialException) as plain:
        shell.call(client.my_bucket)
    with pytest.raises(aidial.DialException) as chat:
        shell.call(
            client.chat.completions.create,
            deployment_name="echo",
            messages=[{"role": "user", "content": "Hi"}],
            stream=True,
        )

    assert ("Unknown error during request", 500) == (plain.value.message, plain.value.status_code)
    assert ("Connection error.", 500) == (chat.value.message, chat.value.status_code)


def test_timeouts(shell: CompatShell) -> None:
    """A timeout outside of chats has the status 408."""
    from polyvox.compat.aidial_client.errors import dial_error
    from polyvox.errors import ReadTimeout

    found = dial_error(ReadTimeout("slow"))

    assert ("Request timed out", 408) == (found.message, found.status_code)


def test_error_data() -> None:
    """An exception can be made of an error object."""
    found = aidial.DialException.from_error_data(404, {"message": "m", "code": "c"})

    assert ("m", 404, "c", None) == (found.message, found.status_code, found.code, found.type)


def test_skill_references(client: Any) -> None:
    """References are made without any request, and never change."""
    root = client.skills
    skill = root / "writing" / "tone of voice"
    prefix = "Async" if type(client) is aidial.AsyncDial else ""

    assert f"{prefix}SkillsRef('skills/<my-bucket>/')" == repr(root)
    assert f"{prefix}SkillsRef('skills/<my-bucket>/writing/tone of voice')" == repr(skill)
    assert skill == root(path="writing/tone of voice")
    assert f"{prefix}SkillsRef('skills/B/writing/tone of voice')" == repr(skill(bucket="B"))
    assert root(url="skills/B/a%20b/c") == root(bucket="B") / "a b" / "c"
    assert root(url=f"{client.api_url_v2}skills/B/a") == root(bucket="B", path="a")
    assert root(url="skills/B/") == root(bucket="B")
    files = skill.files / "docs"
    assert f"{prefix}SkillFilesRef('skills/<my-bucket>/writing/tone of voice/files/docs')" == repr(
        files
    )
    assert files / "a.md" == skill.files(path="docs/a.md")
    assert root.files(url="skills/B/a/files/b.md") == (root(bucket="B") / "a").files / "b.md"


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("", "path must not be empty"),
        ("/a", "path must be relative, got: "),
        ("a/", "path must not end with '/', got: "),
        ("..", '"." and ".." are not allowed in path, got: '),
        ("a/%2E/b", '"." and ".." are not allowed in path, got: '),
        ("a%2fb", "An encoded path separator is not allowed in path, got: "),
        ("a//b", "Empty path segment in path, got: "),
    ],
)
def test_refused_skill_paths(client: Any, path: str, message: str) -> None:
    """Paths that servers could misread are refused at once."""
    for reference in (client.skills, (client.skills / "a").files):
        for make in (lambda r=reference: r / path, lambda r=reference: r(path=path)):
            with pytest.raises(aidial.InvalidDialURLError) as caught:
                make()
            assert caught.value.message.startswith(message)


def test_refused_skill_urls(client: Any) -> None:
    """URLs of skills are checked like others, and exclude other arguments."""
    root = client.skills
    for url in ("files/b/x", "/skills/b/x", "skills", f"{client.api_url}skills/b/x"):
        with pytest.raises(aidial.InvalidDialURLError):
            root(url=url)
    with pytest.raises(aidial.NotDialURLError):
        root(url="http://other.invalid/v2/skills/b/x")
    with pytest.raises(aidial.InvalidDialURLError, match="no file of a skill"):
        root.files(url="skills/b/x")
    for wrong in ({}, {"url": "skills/b/x", "path": "y"}):
        for reference in (root, root.files):
            with pytest.raises(TypeError):
                reference(**wrong)


def test_guards_of_skills(shell: CompatShell, client: Any, emulator: Emulator) -> None:
    """What names no skill or no file is refused before anything is sent."""
    root = client.skills
    refused: list[Callable[[], Any]] = [
        lambda: shell.call(root.download),
        lambda: shell.call((root / "a").files.read),
        lambda: shell.call(root.files.list),
        lambda: shell.call((root.files / "b").read),
        lambda: shell.within(root.stream_download(), lambda response: response),
    ]

    for verb in refused:
        with pytest.raises(aidial.InvalidDialURLError):
            verb()
    assert [] == emulator.requests


def test_skills(shell: CompatShell, client: Any, emulator: Emulator) -> None:
    """Skills are listed page by page, with the slashes that Core wants."""
    bucket = shell.call(client.my_bucket)
    skill = client.skills / "a b"

    listed = shell.call(client.skills.list)
    inner = shell.call(skill.list, limit=3, token="t", recursive=True)
    files = shell.call(skill.files.list)
    folder = shell.call((skill.files / "docs").list, recursive=False)

    assert [SkillMetadata] * 2 == [type(listed), type(inner)]
    assert [SkillFileMetadata] * 2 == [type(files), type(folder)]
    root = f"/dial/v2/metadata/skills/{bucket}/"
    sent = [(one.path, one.query) for one in emulator.requests[1:]]
    assert [
        (root, ""),
        (f"{root}a%20b/", "limit=3&token=t&recursive=true"),
        (f"{root}a%20b/files", ""),
        (f"{root}a%20b/files/docs", "recursive=false"),
    ] == sent


def test_skill_downloads(shell: CompatShell, client: Any) -> None:
    """Skills are downloaded as archives, their files by name, whole or as they arrive."""
    skill = client.skills / "writing"
    file = skill.files / "docs/SKILL.md"

    archive, text = shell.call(skill.download), shell.call(file.read)

    assert ("writing.zip", "SKILL.md") == (archive.filename, text.filename)
    assert shell.whole(archive).startswith(b"PK")

    async def aread(response: Any) -> Any:
        """Read a stream of asyncio."""
        return response.filename, await response.aget_content()

    def read(response: Any) -> Any:
        """Read a blocking stream."""
        return response.filename, response.get_content()

    use = aread if shell.is_async else read
    assert ("writing.zip", shell.whole(archive)) == shell.within(skill.stream_download(), use)
    assert ("SKILL.md", shell.whole(text)) == shell.within(file.stream(), use)


def _channel(httpserver: HTTPServer, answer: Callable[[list[Any]], str]) -> None:
    def respond(request: Request) -> Response:
        """Answer a batch with heartbeats and one event."""
        assert "ch" == request.headers["X-DIAL-CLIENT-CHANNEL-ID"]
        return Response(
            f": heartbeat\n\n{answer(json.loads(request.data))}", content_type="text/event-stream"
        )

    httpserver.expect_request(INTERACT, method="POST").respond_with_handler(respond)


def _event(value: Any) -> str:
    return f"data: {json.dumps(value)}\n\n"


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        ({"result": "success"}, SUCCESS),
        ({"result": "denied"}, DENIED),
        ({"result": "error"}, ERROR),
        ({"result": {"own": 1}}, ERROR),
        ({"result": None}, ERROR),
        ({"error": {"code": 1, "message": "m"}}, ERROR),
    ],
)
def test_signing_in(
    shell: CompatShell, served: Any, httpserver: HTTPServer, result: Any, expected: Any
) -> None:
    """Each toolset has its result; whatever is neither success nor denial is an error."""
    _channel(
        httpserver,
        lambda batch: _event([{"jsonrpc": "2.0", "id": one["id"], **result} for one in batch]),
    )

    found = shell.call(
        served.client_channel.signin_toolsets, channel_id="ch", toolset_ids=["a", "b"], timeout=5
    )

    assert {"a": expected, "b": expected} == found
    sent = json.loads(httpserver.log[0][0].data)
    assert [
        ("toolset/signin", {"toolsetId": "a"}, "1"),
        ("toolset/signin", {"toolsetId": "b"}, "2"),
    ] == [(one["method"], one["params"], one["id"]) for one in sent]


def test_signing_in_with_gaps(shell: CompatShell, served: Any, httpserver: HTTPServer) -> None:
    """A toolset without an answer is an error; an id may come back as a number."""
    _channel(httpserver, lambda _: _event({"jsonrpc": "2.0", "id": 1, "result": "success"}))

    signin = served.client_channel.signin_toolsets
    found = shell.call(signin, channel_id="ch", toolset_ids=["a", "b"])

    assert {"a": SUCCESS, "b": ERROR} == found
    assert {} == shell.call(signin, channel_id="ch", toolset_ids=[])
    assert 1 == len(httpserver.log)


@pytest.mark.parametrize(
    ("event", "status"),
    [("", 504), ("data: {bad\n\n", 422), ('data: {"own": 1}\n\n', 422), ("data: [7]\n\n", 422)],
)
def test_signing_in_fails(
    shell: CompatShell, served: Any, httpserver: HTTPServer, event: str, status: int
) -> None:
    """No answer is 504, one that is no JSON-RPC is a ParsingDataError."""
    _channel(httpserver, lambda _: event)

    with pytest.raises(aidial.DialException) as caught:
        shell.call(served.client_channel.signin_toolsets, channel_id="ch", toolset_ids=["a"])

    assert status == caught.value.status_code
    assert (status == 422) is isinstance(caught.value, aidial.ParsingDataError)


def test_not_given() -> None:
    """The mark for arguments left out is false and names itself."""
    from polyvox.compat.aidial_client.resources.client_channel import NOT_GIVEN

    assert not NOT_GIVEN
    assert "NOT_GIVEN" == repr(NOT_GIVEN)
