"""
Vectors, tokens, ranks, concepts and listings: what the service offers beside generation.
"""

from __future__ import annotations

import hashlib
from zlib import crc32

from starlette.responses import Response

from polyvox.emulator import replies
from polyvox.emulator.aleph_alpha.catalog import MODELS, model_for
from polyvox.emulator.aleph_alpha.completions import VERSION, prompt_text
from polyvox.emulator.behaviours import Handler
from polyvox.emulator.calls import Call
from polyvox.emulator.jsonvalues import JsonObject, compact, items_of, text_of
from polyvox.emulator.tokens import count, words
from polyvox.emulator.vectors import vector

__all__ = ["text_handlers"]

DIMENSIONS = 8
COMPRESSED = 128


def text_handlers() -> dict[str, Handler]:
    """The handlers of this room by operationId."""
    vocabulary = Vocabulary()
    return {
        "create_embeddings": embeddings,
        "semantic_embed": semantic,
        "instructable_embed": semantic,
        "batch_semantic_embed": batch,
        "tokenize": vocabulary.tokenize,
        "detokenize": vocabulary.detokenize,
        "rerank": rerank,
        "create_steering_concept": concept,
        "list_model_settings": lambda _: replies.json_reply(
            [model.settings() for model in MODELS.values()]
        ),
        "list_available_models": lambda _: replies.json_reply(
            [model.available() for model in MODELS.values()]
        ),
    }


def embeddings(call: Call) -> Response:
    """One small vector per input, the same for the same text."""
    fields = call.fields
    model = model_for(fields, "embed")
    inputs = inputs_of(fields)
    size = fields.get("dimensions")
    size = size if isinstance(size, int) else DIMENSIONS
    as_text = fields.get("encoding_format") == "base64"
    rows = [
        {"object": "embedding", "embedding": vector(text, size, as_text=as_text), "index": index}
        for index, text in enumerate(inputs)
    ]
    tokens = sum(map(count, inputs))
    usage = {"prompt_tokens": tokens, "total_tokens": tokens}
    return replies.json_reply({"object": "list", "data": rows, "model": model.name, "usage": usage})


def inputs_of(fields: JsonObject) -> list[str]:
    """The inputs as texts: one text, a list of texts, tokens, or lists of tokens."""
    source = fields.get("input")
    if isinstance(source, str):
        return [source]
    inputs = items_of(source)
    inputs = [inputs] if inputs and isinstance(inputs[0], int) else inputs
    return [item if isinstance(item, str) else compact(item) for item in inputs]


def semantic(call: Call) -> Response:
    """The vector of one prompt."""
    text = prompt_text(call.fields.get("prompt", call.fields.get("input")))
    text = f"{text_of(call.fields.get('instruction'))}{text}"
    return replies.json_reply(
        {
            "model_version": VERSION,
            "embedding": vector(text, size_of(call.fields), as_text=False),
            "num_tokens_prompt_total": count(text),
        }
    )


def batch(call: Call) -> Response:
    """The vectors of prompts, in their order; the document refuses more than 100."""
    prompts = [prompt_text(prompt) for prompt in items_of(call.fields.get("prompts"))]
    size = size_of(call.fields)
    return replies.json_reply(
        {
            "model_version": VERSION,
            "embeddings": [vector(text, size, as_text=False) for text in prompts],
            "num_tokens_prompt_total": sum(map(count, prompts)),
        }
    )


def size_of(fields: JsonObject) -> int:
    """Length of semantic vectors."""
    return COMPRESSED if fields.get("compress_to_size") == COMPRESSED else DIMENSIONS


class Vocabulary:
    """Tokens and their ids; a token is a word with the blank before it."""

    def __init__(self) -> None:
        """Start with an empty vocabulary; every text adds to it."""
        self._tokens: dict[int, str] = {}

    def tokenize(self, call: Call) -> Response:
        """The tokens, the ids, or both."""
        model_for(call.fields)
        pieces = [piece.replace(" ", "\u0120") for piece in words(text_of(call.fields["prompt"]))]
        ids = [crc32(piece.encode()) % 100_000 for piece in pieces]
        self._tokens.update(zip(ids, pieces, strict=True))
        body: JsonObject = {}
        if call.fields.get("tokens") is True:
            body["tokens"] = pieces
        if call.fields.get("token_ids") is True:
            body["token_ids"] = ids
        return replies.json_reply(body)

    def detokenize(self, call: Call) -> Response:
        """The text of ids that were handed out before; unknown ones show as themselves."""
        model_for(call.fields)
        ids = items_of(call.fields.get("token_ids"))
        text = "".join(self._tokens.get(number, f"<{number}>") for number in ids)
        return replies.json_reply({"result": text.replace("\u0120", " ")})


def rerank(call: Call) -> Response:
    """The documents by the share of the query's words that they have."""
    model_for(call.fields, "rerank")
    asked = set(text_of(call.fields.get("query")).lower().split())
    documents = [text_of(item) for item in items_of(call.fields.get("documents"))]
    shares = [
        len(asked.intersection(document.lower().split())) / max(1, len(asked))
        for document in documents
    ]
    order = sorted(range(len(documents)), key=lambda index: -shares[index])
    most = call.fields.get("top_n")
    results = [{"index": index, "relevance_score": shares[index]} for index in order[:most]]
    total = sum(map(count, documents))
    usage = {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": total}
    return replies.json_reply({"results": results, "usage": usage})


def concept(call: Call) -> Response:
    """The id of a steering concept; equal examples give the same."""
    text = compact(call.fields.get("examples"))
    return replies.json_reply({"id": hashlib.sha256(text.encode()).hexdigest()}, 201)
