"""
The facade of Aleph Alpha on the wire: literal requests, canned answers, both shells.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from aleph_alpha_answers import CHAT, USAGE, client_of, completion
from recorder import Recorder, json_answer
from shells import KEY, Shell

from polyvox import (
    ConfigError,
    Message,
    NotFound,
    ToolCall,
    UnsupportedError,
    Usage,
)
from polyvox.errors import BadRequest, DecodeError


@pytest.mark.parametrize("name", ["max_tokens", "maximum_tokens", "max_completion_tokens"])
def test_limit_is_sent_as_max_tokens(shell: Shell, recorder: Recorder, name: str) -> None:
    """However the limit is called, it travels under the only name that the service obeys."""
    recorder.reply(completion('"content":"Hello!"'))
    client = client_of(shell, recorder)

    reply = shell.call(client.chat, "Hi", model="llama", system="Be brief.", **{name: 64})

    assert [CHAT] == recorder.heads()
    assert (
        b'{"model":"llama","messages":[{"role":"system","content":"Be brief."},'
        b'{"role":"user","content":"Hi"}],"max_tokens":64}'
    ) == recorder.body()
    assert f"Bearer {KEY}" == recorder.header("Authorization")
    assert ("Hello!", "stop", "llama", "c-1") == (
        reply.text,
        reply.finish_reason,
        reply.model,
        reply.id,
    )
    assert Usage(prompt_tokens=3, completion_tokens=2, total_tokens=5) == reply.usage
    assert "Hello!" == reply.raw.choices[0].message.content


def test_limits_that_differ(shell: Shell, recorder: Recorder) -> None:
    """Two limits that mean the same and differ are refused before anything is sent."""
    client = client_of(shell, recorder)

    with pytest.raises(ConfigError, match="max_tokens=1, maximum_tokens=2"):
        shell.call(client.chat, "Hi", model="llama", max_tokens=1, maximum_tokens=2)

    assert [] == recorder.requests


def test_tool_messages(shell: Shell, recorder: Recorder) -> None:
    """A tool call goes back as it came, with an empty text for null; the answer names its id."""
    call = '{"id":"call_1","type":"function","function":{"name":"f","arguments":"{\\"a\\": 1}"}}'
    recorder.reply(
        completion(f'"content":null,"tool_calls":[{call}]', "tool_calls"),
        completion('"content":"7 degrees","tool_calls":[]'),
    )
    client = client_of(shell, recorder)
    tools = [{"type": "function", "function": {"name": "f"}}]

    first = shell.call(client.chat, "Warm?", model="llama", tools=tools)
    answered = Message("tool", '{"celsius":7}', tool_call_id="call_1")
    second = shell.call(client.chat, [first.message, answered], model="llama", tools=tools)

    assert (ToolCall("call_1", "f", '{"a": 1}'),) == first.tool_calls
    assert (
        b'{"model":"llama","messages":[{"role":"assistant","content":"","tool_calls":['
        + call.encode()
        + b']},{"role":"tool","content":"{\\"celsius\\":7}","tool_call_id":"call_1"}],'
        b'"tools":[{"type":"function","function":{"name":"f"}}]}'
    ) == recorder.body()
    assert ("7 degrees", {"role": "assistant", "content": "7 degrees"}) == (
        second.text,
        second.message.to_dict(),
    )


def test_options_of_the_service(shell: Shell, recorder: Recorder) -> None:
    """`nice` goes into the query, the others into the body; a picture's URL is left alone."""
    recorder.reply(completion('"content":"A cat"'))
    client = client_of(shell, recorder)
    part = {"type": "image_url", "image_url": {"url": "data:image/jpeg;base64,/9j/"}}

    shell.call(
        client.chat,
        [{"role": "user", "content": [part]}],
        model="llama",
        nice=True,
        hosting="aleph-alpha",
        steering_concepts=["_worker/informal"],
    )

    assert [f"{CHAT}?nice=true"] == recorder.heads()
    assert {
        "model": "llama",
        "messages": [{"role": "user", "content": [part]}],
        "hosting": "aleph-alpha",
        "steering_concepts": ["_worker/informal"],
    } == json.loads(recorder.body())


def test_reasoning_is_set_apart(shell: Shell, recorder: Recorder) -> None:
    """What stands between think tags is reasoning; a structured answer behind it parses."""
    recorder.reply(completion('"content":"<think>\\nHm.\\n</think>\\n\\n{\\"a\\":1}"'))
    client = client_of(shell, recorder)

    reply = shell.call(client.chat, "Hi", model="qwen")

    assert ({"a": 1}, "Hm.\n") == (json.loads(reply.text), reply.reasoning)
    assert '{"a":1}' == reply.message.content
    assert reply.wire["choices"][0]["message"]["content"].startswith("<think>")


def test_errors_have_codes_and_advice(shell: Shell, recorder: Recorder) -> None:
    """The service's code is in `code`; the advice fits the call."""
    recorder.reply(
        json_answer('{"error":"No chat.","code":"MISSING_CAPABILITY"}', status="400 Bad Request"),
        json_answer('{"error":"No model.","code":"UNKNOWN_MODEL"}', status="404 Not Found"),
    )
    client = client_of(shell, recorder)

    with pytest.raises(BadRequest, match="which models can chat") as first:
        shell.call(client.chat, "Hi", model="luminous-base")
    with pytest.raises(NotFound, match=r"client\.models\.list") as second:
        shell.call(client.complete, "Hi", model="none")

    assert ("MISSING_CAPABILITY", "UNKNOWN_MODEL") == (first.value.code, second.value.code)


def test_complete(shell: Shell, recorder: Recorder) -> None:
    """A prompt goes to /complete under its own names; why it stopped is told as in chats."""
    recorder.reply(
        json_answer(
            '{"model_version":"1","completions":[{"index":0,"completion":"a day",'
            '"finish_reason":"maximum_tokens"}],"num_tokens_prompt_total":2,'
            '"num_tokens_generated":3}'
        )
    )
    client = client_of(shell, recorder)

    reply = shell.call(
        client.complete, "An apple", model="m", max_tokens=3, stop="END", nice=True, top_k=1
    )

    assert ["POST /v1/complete?nice=true"] == recorder.heads()
    assert (
        b'{"model":"m","prompt":"An apple","top_k":1,"maximum_tokens":3,"stop_sequences":["END"]}'
    ) == recorder.body()
    assert ("a day", "length", Usage(2, 3, 5)) == (reply.text, reply.finish_reason, reply.usage)
    assert "maximum_tokens" == reply.raw.completions[0].finish_reason


@pytest.mark.parametrize("vectors", ["[1.0,0.5]", '"AACAPwAAAD8="'])
def test_embed(shell: Shell, recorder: Recorder, vectors: str) -> None:
    """Vectors come in the order of the texts, also when they were sent as base64."""
    rows = f'[{{"embedding":{vectors},"index":1}},{{"embedding":[0.0,0.0],"index":0}}]'
    recorder.reply(json_answer(f'{{"object":"list","data":{rows},"model":"m",{USAGE}}}'))
    client = client_of(shell, recorder)

    made = shell.call(client.embed, ["a", "b"], model="m", dimensions=2)

    assert b'{"model":"m","input":["a","b"],"dimensions":2}' == recorder.body()
    assert [[0.0, 0.0], [1.0, 0.5]] == made.vectors
    assert ("m", 3) == (made.model, made.usage.prompt_tokens)


@pytest.mark.parametrize("row", ['"AAA"', '"AAA="', '"!"', "5"])
def test_broken_vectors(shell: Shell, recorder: Recorder, row: str) -> None:
    """A vector that is none is an error of ours."""
    recorder.reply(json_answer(f'{{"data":[{{"embedding":{row},"index":0}}]}}'))
    client = client_of(shell, recorder)

    with pytest.raises(DecodeError):
        shell.call(client.embed, "a", model="m")


@pytest.mark.parametrize(
    ("verb", "body"),
    [
        ("chat", '{"choices":[]}'),
        ("chat", "[]"),
        ("complete", '{"completions":[]}'),
        ("complete", "{}"),
        ("embed", '{"data":[]}'),
        ("tokenize", '{"token_ids":null}'),
    ],
)
def test_answers_that_are_none(shell: Shell, recorder: Recorder, verb: str, body: str) -> None:
    """A success without an answer is an error of ours."""
    recorder.reply(json_answer(body))
    client = client_of(shell, recorder)

    with pytest.raises(DecodeError):
        shell.call(getattr(client, verb), "Hi", model="m")


def test_tokenize(shell: Shell, recorder: Recorder) -> None:
    """One request per text, and the number of its ids."""
    recorder.reply(json_answer('{"token_ids":[1,2]}'), json_answer('{"token_ids":[3]}'))
    client = client_of(shell, recorder)

    counts = shell.call(client.tokenize, ["a b", "c"], model="m")

    assert [2, 1] == counts
    assert (b'{"model":"m","prompt":"a b","tokens":false,"token_ids":true}') == recorder.body(0)


def test_models(shell: Shell, recorder: Recorder) -> None:
    """Models come from the listing of settings; one that is not in it is not found."""
    recorder.always(json_answer('[{"name":"a","chat":true},{"name":"b","chat":false}]'))
    client = client_of(shell, recorder)

    assert ["a", "b"] == [model.name for model in shell.call(client.models.list)]
    assert False is shell.call(client.models.get, "b").chat
    with pytest.raises(NotFound, match="There are: a, b"):
        shell.call(client.models.get, "c")
    assert {"GET /v1/model-settings"} == set(recorder.heads())


@pytest.mark.parametrize(
    ("path", "prefix"),
    [("", "/v1"), ("/", "/v1"), ("/v1", "/v1"), ("/v1/", "/v1"), ("/inference", "/inference")],
)
def test_addresses(shell: Shell, recorder: Recorder, path: str, prefix: str) -> None:
    """A bare host gets /v1; any path counts as it is."""
    recorder.reply(completion('"content":"Hi"'))
    client = client_of(shell, recorder, base_url=recorder.url + path)

    shell.call(client.chat, "Hi", model="m")

    assert [f"POST {prefix}/chat/completions"] == recorder.heads()


@pytest.mark.parametrize("token", [None, "", "a\nb"])
def test_tokens_that_are_none(shell: Shell, recorder: Recorder, token: Any) -> None:
    """A client needs a token that a header can carry."""
    with pytest.raises(ConfigError):
        client_of(shell, recorder, token=token)


def test_what_is_lacking(shell: Shell, recorder: Recorder) -> None:
    """A verb that the service lacks, an unknown option and a missing model say so."""
    client = client_of(shell, recorder)

    with pytest.raises(UnsupportedError, match=r"It offers: chat, stream, .*complete"):
        _ = client.images
    with pytest.raises(ConfigError, match="Did you mean 'maximum_tokens'"):
        shell.call(client.chat, "Hi", model="m", maximum_token=1)
    with pytest.raises(ConfigError, match="names no model"):
        shell.call(client.complete, "Hi", model="")
