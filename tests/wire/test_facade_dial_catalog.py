"""
Listings, prompts, buckets and settings of AI DIAL on the wire, both shells.
"""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from recorder import Recorder, answer, json_answer
from shells import KEY, Shell

import polyvox
from polyvox import ConfigError, NotFound, RateLimited

BUCKET = json_answer('{"bucket":"B1"}')
PROMPT = '{"id":"prompts/B1/hi","folderId":"prompts/B1","name":"hi","content":"Say hi"}'
STORED = '{"name":"hi","bucket":"B1","url":"prompts/B1/hi","nodeType":"ITEM","etag":"e1"}'


@pytest.mark.parametrize(
    ("room", "path"),
    [
        ("deployments", "/openai/deployments"),
        ("models", "/openai/models"),
        ("applications", "/openai/applications"),
    ],
)
def test_list_and_get(shell: Shell, recorder: Recorder, room: str, path: str) -> None:
    """Each kind can be listed, and one of it fetched; what is unknown survives."""
    one = '{"id":"m","object":"model","brand_new":1}'
    recorder.reply(
        json_answer(f'{{"data":[{one}],"object":"list"}}'),
        json_answer(one),
        json_answer('{"error":{"message":"No such"}}', status="404 Not Found"),
    )
    rooms = getattr(shell.dial(base_url=recorder.url), room)

    listed = shell.call(rooms.list)

    assert ["m"] == [found.id for found in listed]
    assert {"brand_new": 1} == listed[0].extra
    assert "m" == shell.call(rooms.get, "m").id
    assert [f"GET {path}", f"GET {path}/m"] == recorder.heads()
    with pytest.raises(NotFound, match="No such"):
        shell.call(rooms.get, "a/b")
    assert f"GET {path}/a/b" == recorder.heads()[-1]


def test_names_configuration_and_limits(shell: Shell, recorder: Recorder) -> None:
    """What else deployments tell about themselves."""
    recorder.reply(
        json_answer('{"data":[{"id":"m","type":"model"}]}'),
        json_answer('{"data":[]}'),
        json_answer('{"type":"object"}'),
        answer(),
        json_answer('{"minuteTokenStats":{"total":9,"used":1}}'),
    )
    deployments = shell.dial(base_url=recorder.url).deployments

    shell.call(deployments.names, "model", "toolset")
    shell.call(deployments.names)
    schema = shell.call(deployments.configuration, "m")
    nothing = shell.call(deployments.configuration, "m")
    limits = shell.call(deployments.limits, "m")

    assert [
        "GET /v1/deployment-names?type=model,toolset",
        "GET /v1/deployment-names",
        "GET /v1/deployments/m/configuration",
        "GET /v1/deployments/m/configuration",
        "GET /v1/deployments/m/limits",
    ] == recorder.heads()
    assert ({"type": "object"}, None) == (schema, nothing)
    assert 9 == limits.minute_token_stats.total


def test_user(shell: Shell, recorder: Recorder) -> None:
    """Who the credential belongs to, and its limits."""
    recorder.reply(json_answer('{"roles":["a"]}'), json_answer("{}"), json_answer("{}"))
    user = shell.dial(base_url=recorder.url).user

    info = shell.call(user.info)
    shell.call(user.limits)
    shell.call(user.usage)

    assert ["a"] == info.roles
    assert ["GET /v1/user/info", "GET /v1/user/limits", "GET /v1/user/usage"] == recorder.heads()


def test_prompts(shell: Shell, recorder: Recorder) -> None:
    """Prompts are stored, read, looked at and removed."""
    recorder.reply(BUCKET, json_answer(STORED), json_answer(PROMPT), json_answer(STORED), answer())
    prompts = shell.dial(base_url=recorder.url).prompts

    info = shell.call(prompts.create, "hi", "Say hi", overwrite=False, if_match="e0")
    prompt = shell.call(prompts.get, "prompts/B1/hi")
    metadata = shell.call(prompts.metadata, "hi")
    shell.call(prompts.delete, "hi", if_match="e1")

    assert [
        "GET /v1/bucket",
        "PUT /v1/prompts/B1/hi",
        "GET /v1/prompts/B1/hi",
        "GET /v1/metadata/prompts/B1/hi",
        "DELETE /v1/prompts/B1/hi",
    ] == recorder.heads()
    assert PROMPT.encode() == recorder.body(1)
    assert ("e0", "*") == (recorder.header("If-Match", 1), recorder.header("If-None-Match", 1))
    assert "e1" == recorder.header("If-Match")
    assert ("prompts/B1/hi", "e1") == (info.url, info.etag)
    assert info == metadata
    assert "Say hi" == prompt.content


def test_credentials(shell: Shell, recorder: Recorder) -> None:
    """Key and token travel in their headers; functions are asked anew for each call."""
    recorder.always(BUCKET)
    tokens = iter(["t1", "t2"])
    client = shell.dial(base_url=recorder.url, bearer_token=lambda: next(tokens))
    asked = client.api.bucket.get_bucket

    shell.call(asked)
    shell.call(asked)

    assert (KEY, "Bearer t1") == (
        recorder.header("Api-Key", 0),
        recorder.header("Authorization", 0),
    )
    assert "Bearer t2" == recorder.header("Authorization", 1)


@pytest.mark.parametrize("value", [None, ""])
def test_a_client_needs_a_credential(shell: Shell, value: str | None) -> None:
    """Without key and token there is no client."""
    with pytest.raises(ConfigError, match="no credential"):
        shell.dial(base_url="http://127.0.0.1:1", api_key=value)


def test_with_changes_limits_and_headers(shell: Shell, recorder: Recorder) -> None:
    """`with_` gives a client over the same connections; the first one stays as it was."""
    recorder.always(BUCKET)
    client = shell.dial(base_url=recorder.url, headers={"X-A": "1"})
    other = client.with_(extra_headers={"x-a": "2", "X-B": "3"}, timeout=5, retry=2)

    shell.call(other.api.bucket.get_bucket)
    shell.shut(other)
    shell.call(client.api.bucket.get_bucket)

    assert ("2", "3") == (recorder.header("X-A", 0), recorder.header("X-B", 0))
    assert ("1", None) == (recorder.header("X-A", 1), recorder.header("X-B", 1))
    assert 1 == recorder.connections


def test_with_shares_the_bucket(shell: Shell, recorder: Recorder) -> None:
    """A client and those made of it look the bucket up once."""
    recorder.always(BUCKET)
    client = shell.dial(base_url=recorder.url)

    found = shell.call(client.with_(retry=2).bucket), shell.call(client.bucket)

    assert ("B1", "B1") == found
    assert 1 == len(recorder.requests)


def test_retries_reach_the_wire(shell: Shell, recorder: Recorder) -> None:
    """A refused call is sent again, when it may be."""
    busy = answer(status="429 Slow Down", headers=("Retry-After: 0",))
    recorder.reply(busy, busy, BUCKET)
    client = shell.dial(base_url=recorder.url, retry=polyvox.Retry(wait_min=0))

    assert "B1" == shell.call(client.bucket)
    assert 3 == len(recorder.requests)


def test_no_retries(shell: Shell, recorder: Recorder) -> None:
    """`retry=False` sends once."""
    recorder.always(answer(status="429 Slow Down", headers=("Retry-After: 0",)))
    client = shell.dial(base_url=recorder.url, retry=3)

    with pytest.raises(RateLimited) as caught:
        shell.call(client.deployments.list, retry=False)

    assert 1 == len(recorder.requests)
    assert (0.0, 1) == (caught.value.retry_after, caught.value.attempts)


def test_repr_holds_no_secret(shell: Shell) -> None:
    """A client shows its address only."""
    client = shell.dial(base_url="http://127.0.0.1:1/x")

    assert client.base_url in repr(client)
    assert KEY not in repr(client)


@pytest.mark.blocking
def test_twenty_threads_look_the_bucket_up_once(recorder: Recorder) -> None:
    """Threads that need the bucket at the same time share one look-up."""
    started = threading.Barrier(20)
    recorder.always(BUCKET)
    with polyvox.Dial(base_url=recorder.url, api_key=KEY, trust_env=False) as client:

        def look_up() -> str:
            """Wait for the others, then ask."""
            started.wait()
            return client.bucket()

        with ThreadPoolExecutor(20) as pool:
            found = [one.result() for one in [pool.submit(look_up) for _ in range(20)]]

    assert ["B1"] * 20 == found
    assert ["GET /v1/bucket"] == recorder.heads()


def test_twenty_tasks_look_the_bucket_up_once(recorder: Recorder) -> None:
    """Tasks that need the bucket at the same time share one look-up."""
    recorder.always(BUCKET)

    async def look_up() -> list[str]:
        """Ask from twenty tasks of one loop."""
        async with polyvox.AsyncDial(base_url=recorder.url, api_key=KEY, trust_env=False) as client:
            return await asyncio.gather(*(client.bucket() for _ in range(20)))

    assert ["B1"] * 20 == asyncio.run(look_up())
    assert ["GET /v1/bucket"] == recorder.heads()


def test_a_failed_look_up_is_tried_by_the_next(shell: Shell, recorder: Recorder) -> None:
    """A failed look-up is not remembered."""
    recorder.reply(answer(status="503 Down"), BUCKET)
    client = shell.dial(base_url=recorder.url)

    with pytest.raises(polyvox.StatusError):
        shell.call(client.bucket)

    assert "B1" == shell.call(client.bucket)


def test_waiting_tasks_occupy_no_threads(recorder: Recorder) -> None:
    """More waiting tasks than worker threads do not starve the look-up's own name resolution."""
    recorder.always(BUCKET)
    turn = asyncio.Event()

    async def late_key() -> str:
        """The key, once all tasks are waiting."""
        await turn.wait()
        return KEY

    async def look_up() -> list[str]:
        """Ask from forty tasks of one loop."""
        url = recorder.url.replace("127.0.0.1", "localhost")
        async with polyvox.AsyncDial(
            base_url=url, api_key=late_key, trust_env=False, retry=False
        ) as client:
            tasks = [asyncio.create_task(client.bucket()) for _ in range(40)]
            await asyncio.sleep(0)
            turn.set()
            return await asyncio.gather(*tasks)

    assert ["B1"] * 40 == asyncio.run(asyncio.wait_for(look_up(), 30))
    assert ["GET /v1/bucket"] == recorder.heads()
