"""What the drop-in surface of aleph-alpha-client sends beside chats, and how it reads answers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from aleph_alpha_shells import AlephShell, sent
from pytest_httpserver import HTTPServer

import polyvox.compat.aleph_alpha_client as aleph
from polyvox.compat.aleph_alpha_client import Prompt


@pytest.fixture(params=("sync", "async"))
def shell(request: pytest.FixtureRequest) -> Iterator[AlephShell]:
    """Both shells, one after the other."""
    with AlephShell(request.param) as made:
        yield made


@pytest.fixture
def client(shell: AlephShell, httpserver: HTTPServer) -> Any:
    """A client of the scripted server."""
    return shell.client_of(httpserver.url_for("/v1"))


COMPLETION: dict[str, Any] = {
    "prompt": [{"type": "text", "data": "Hi", "controls": []}],
    "temperature": 0.0,
    "top_k": 0,
    "top_p": 0.0,
    "presence_penalty": 0.0,
    "frequency_penalty": 0.0,
    "repetition_penalties_include_prompt": False,
    "use_multiplicative_presence_penalty": False,
    "n": 1,
    "tokens": False,
    "disable_optimizations": False,
    "minimum_tokens": 0,
    "echo": False,
    "use_multiplicative_frequency_penalty": False,
    "sequence_penalty": 0.0,
    "sequence_penalty_min_length": 2,
    "use_multiplicative_sequence_penalty": False,
    "completion_bias_inclusion_first_token_only": False,
    "completion_bias_exclusion_first_token_only": False,
    "control_log_additive": True,
    "repetition_penalties_include_completion": True,
    "raw_completion": False,
}


@pytest.mark.parametrize("prompt", [Prompt("Hi"), "Hi"])
def test_complete_sends_its_defaults(
    shell: AlephShell, client: Any, httpserver: HTTPServer, prompt: Any
) -> None:
    """A completion keeps `maximum_tokens`; 22 defaults travel with it; a bare text will do."""
    httpserver.expect_request("/v1/complete").respond_with_json(
        {
            "model_version": "1",
            "completions": [{"index": 0, "completion": "x", "log_probs": [{}, {"a": None}]}],
            "optimized_prompt": [{"type": "text", "data": "Hi", "add_prefix_space": False}],
            "num_tokens_prompt_total": 1,
            "num_tokens_generated": 2,
        }
    )
    request = aleph.CompletionRequest(prompt, maximum_tokens=5, logit_bias={560: -1.5})

    answer = shell.call(client.complete, request, "m")

    more = {"maximum_tokens": 5, "logit_bias": {"560": -1.5}, "model": "m"}
    assert {**COMPLETION, **more} == sent(httpserver)
    assert 22 == len(COMPLETION)
    assert ("x", [{}, {"a": None}]) == (
        answer.completions[0].completion,
        answer.completions[0].log_probs,
    )
    assert Prompt("Hi") == answer.optimized_prompt
    assert "x" == answer.to_json()["completions"][0]["completion"]


SEMANTIC = aleph.SemanticRepresentation.Query
CASES: list[tuple[str, str, Any, dict[str, Any]]] = [
    (
        "embed",
        "/embed",
        aleph.EmbeddingRequest(Prompt("a"), [-1], ["mean"]),
        {"layers": [-1], "pooling": ["mean"], "type": None, "tokens": False, "normalize": False},
    ),
    (
        "semantic_embed",
        "/semantic_embed",
        aleph.SemanticEmbeddingRequest(Prompt("a"), SEMANTIC),
        {"representation": "query", "compress_to_size": None, "normalize": False},
    ),
    (
        "instructable_embed",
        "/instructable_embed",
        aleph.InstructableEmbeddingRequest(Prompt("a"), "For search"),
        {"instruction": "For search", "input": [{"type": "text", "data": "a", "controls": []}]},
    ),
    (
        "evaluate",
        "/evaluate",
        aleph.EvaluationRequest(Prompt("a"), "b"),
        {"completion_expected": "b", "contextual_control_threshold": None},
    ),
    (
        "explain",
        "/explain",
        aleph.ExplanationRequest(
            Prompt("a"),
            "b",
            prompt_granularity=aleph.PromptGranularity.Word,
            target_granularity=aleph.TargetGranularity.Token,
            postprocessing=aleph.ExplanationPostprocessing.Square,
            control_token_overlap=aleph.ControlTokenOverlap.Complete,
        ),
        {
            "target": "b",
            "prompt_granularity": {"type": "word"},
            "target_granularity": "token",
            "postprocessing": "square",
            "control_token_overlap": "complete",
        },
    ),
    ("detokenize", "/detokenize", aleph.DetokenizationRequest([1, 2]), {"token_ids": [1, 2]}),
    (
        "rerank",
        "/rerank",
        aleph.RerankRequest("q", ("a", "b"), 1),
        {"query": "q", "documents": ["a", "b"], "top_n": 1},
    ),
]
ANSWERS: dict[str, Any] = {
    "/embed": {"embeddings": {"layer_40": {"mean": [0.5]}}, "tokens": None},
    "/semantic_embed": {"embedding": [0.5]},
    "/instructable_embed": {"embedding": [0.5]},
    "/evaluate": {"result": {"log_probability": -1.0}},
    "/explain": {"explanations": []},
    "/detokenize": {"result": "ab"},
    "/rerank": {
        "results": [{"index": 1, "relevance_score": 0.5}],
        "usage": {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 3},
    },
}


@pytest.mark.parametrize(("method", "path", "request_", "members"), CASES)
def test_other_requests(
    client: Any,
    shell: AlephShell,
    httpserver: HTTPServer,
    method: str,
    path: str,
    request_: Any,
    members: dict[str, Any],
) -> None:
    """Each request has its members; those of the older kinds have nulls, the others have none."""
    answer = {"model_version": "1", "num_tokens_prompt_total": 1, **ANSWERS[path]}
    httpserver.expect_request(f"/v1{path}").respond_with_json(answer)

    result = shell.call(getattr(client, method), request_, "m")
    body = sent(httpserver)

    assert {**members, "model": "m"} == {name: body[name] for name in (*members, "model")}
    assert path in {"/embed", "/semantic_embed", "/evaluate", "/instructable_embed"} or (
        None not in body.values()
    )
    assert type(result).__name__.endswith("Response")


def test_embeddings_by_layer(shell: AlephShell, client: Any, httpserver: HTTPServer) -> None:
    """Vectors are found by layer and pooling."""
    answer = {"model_version": "1", "num_tokens_prompt_total": 1, **ANSWERS["/embed"]}
    httpserver.expect_request("/v1/embed").respond_with_json(answer)

    found = shell.call(client.embed, aleph.EmbeddingRequest(Prompt("a"), [-1], ["mean"]), "m")

    assert {("layer_40", "mean"): [0.5]} == found.embeddings


def test_translation_and_steering(shell: AlephShell, client: Any, httpserver: HTTPServer) -> None:
    """The two calls without a model argument send what the request holds."""
    part = {"source": "a", "translation": "b", "score": 0.5}
    sums = {"num_tokens_prompt_total": 0, "num_tokens_generated": 0}
    httpserver.expect_request("/v1/translate").respond_with_json(
        {"translation": "b", "score": 0.5, "segments": [part], **sums}
    )
    httpserver.expect_request("/v1/steering_concepts").respond_with_json({"id": "f00"}, status=201)
    examples = [aleph.SteeringPairedExample("no", "yes")]

    translated = shell.call(client.translate, aleph.TranslationRequest("m", "a", "de"))
    made = shell.call(
        client.create_steering_concept, aleph.SteeringConceptCreationRequest(examples)
    )

    assert {"model": "m", "source": "a", "target_language": "de"} == sent(httpserver, 0)
    assert {"examples": [{"negative": "no", "positive": "yes"}]} == sent(httpserver, 1)
    assert ([aleph.TranslationSegment(**part)], "f00") == (translated.segments, made.id)


def test_batches_of_100(shell: AlephShell, client: Any, httpserver: HTTPServer) -> None:
    """250 prompts are sent in three requests; the vectors come back in the order of the prompts."""

    def answer(request: Any) -> Any:
        """One vector per prompt, which holds its text as a number."""
        from werkzeug.wrappers import Response

        prompts = json.loads(request.get_data())["prompts"]
        vectors = [[float(one[0]["data"])] for one in prompts]
        body = {"model_version": "1", "embeddings": vectors, "num_tokens_prompt_total": 1}
        return Response(json.dumps(body), content_type="application/json")

    httpserver.expect_request("/v1/batch_semantic_embed").respond_with_handler(answer)
    prompts = [Prompt(str(number)) for number in range(250)]
    more = {"num_concurrent_requests": 2, "progress_bar": True} if shell.is_async else {}

    found = shell.call(
        client.batch_semantic_embed,
        aleph.BatchSemanticEmbeddingRequest(prompts, SEMANTIC),
        "m",
        **more,
    )
    sizes = sorted(len(sent(httpserver, position)["prompts"]) for position in range(3))

    assert [[float(number)] for number in range(250)] == found.embeddings
    assert ([50, 100, 100], 3) == (sizes, found.num_tokens_prompt_total)


@pytest.mark.parametrize("size", [0, 101])
def test_batch_size(size: int, httpserver: HTTPServer) -> None:
    """A batch size that the service does not take is refused before anything is sent."""
    with AlephShell("async") as shell:
        client = shell.client_of(httpserver.url_for("/v1"))
        request = aleph.BatchSemanticEmbeddingRequest([Prompt("a")], SEMANTIC)

        with pytest.raises(ValueError, match="1 to 100"):
            shell.call(client.batch_semantic_embed, request, "m", batch_size=size)

    assert [] == httpserver.log


def test_models_and_versions(shell: AlephShell, client: Any, httpserver: HTTPServer) -> None:
    """Models come as dicts; a newer service than the library knew is fine, an older one is not."""
    httpserver.expect_request("/v1/models_available").respond_with_json([{"name": "m"}])
    httpserver.expect_ordered_request("/v1/version").respond_with_data(
        "4.7.0", content_type="text/plain"
    )
    httpserver.expect_ordered_request("/v1/version").respond_with_data(
        "1.18.9", content_type="text/plain"
    )

    shell.call(client.validate_version)
    with pytest.raises(RuntimeError, match=r"1\.19\.0"):
        shell.call(client.validate_version)

    assert [{"name": "m"}] == shell.call(client.models)


def test_tokenizer(
    shell: AlephShell,
    client: Any,
    httpserver: HTTPServer,
    monkeypatch: pytest.MonkeyPatch,
    fake_module: Callable[..., None],
) -> None:
    """A tokenizer is made by the package `tokenizers`, which must be there."""
    httpserver.expect_request("/v1/models/m/tokenizer").respond_with_json({"version": "1.0"})
    monkeypatch.setitem(__import__("sys").modules, "tokenizers", None)
    with pytest.raises(ImportError, match="pip install tokenizers"):
        shell.call(client.tokenizer, "m")

    class Tokenizer:
        """Stands in for the real one."""

        @staticmethod
        def from_str(text: str) -> str:
            """The text."""
            return text

    fake_module("tokenizers", Tokenizer=Tokenizer)

    assert '{"version":"1.0"}' == shell.call(client.tokenizer, "m")


@pytest.fixture
def fake_module(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Put a module with these names in the place of one that is not installed."""

    def put(name: str, **names: Any) -> None:
        """Put the module *name* there."""
        import sys
        from types import ModuleType

        module = ModuleType(name)
        module.__dict__.update(names)
        monkeypatch.setitem(sys.modules, name, module)

    return put


def test_a_with_block(httpserver: HTTPServer) -> None:
    """The blocking client closes at the end of its with block, too."""
    httpserver.expect_request("/v1/version").respond_with_data("4.7.0", content_type="text/plain")

    with aleph.Client("aa-token", httpserver.url_for("/v1")) as client:
        version = client.get_version()

    assert "4.7.0" == version


def test_streams_that_cannot_be_sent(shell: AlephShell, client: Any) -> None:
    """A request that is no JSON is refused when the stream is made."""
    request = aleph.ChatRequest("m", [], temperature=float("nan"))

    with pytest.raises(ValueError, match="JSON"):
        client.chat_with_streaming(request, "m")
