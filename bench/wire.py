"""
The bytes that the benchmark's server sends, and what an honest client reads from them.

An event is as long as those of a chat model, about 260 bytes with its HTTP chunk. Only the
standard library: every environment of the benchmark imports this module.
"""

from __future__ import annotations

import json
from typing import Any

__all__ = [
    "ALEPH",
    "ANSWER",
    "HISTORY",
    "OPENAI",
    "QUESTION",
    "STREAM_HEAD",
    "TOKENS",
    "TOKEN_SIZE",
    "Dialect",
    "answer",
    "chunked",
]

Messages = list[dict[str, str]]

# Texts of one length, in turn: litellm gives up on a hundred equal ones.
TOKENS = (" tokens", " pieces", " things", " chunks", " events", " traces", " values", " floats")
ANSWER = "Hello! How can I help you today?"
TOKEN_SIZE = len(TOKENS[0])
QUESTION: Messages = [{"role": "user", "content": "Hi, what can you do for me?"}]
HISTORY: Messages = [
    {
        "role": ("user", "assistant")[number % 2],
        "content": f"Message {number}: " + "the quick brown fox jumps over the lazy dog. " * 4,
    }
    for number in range(199)
] + QUESTION

STREAM_HEAD = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
)


def packed(value: Any) -> bytes:
    """JSON without spaces."""
    return json.dumps(value, separators=(",", ":")).encode()


def chunked(data: str | bytes) -> bytes:
    """One server-sent event as one HTTP chunk."""
    event = b"data: " + (data.encode() if isinstance(data, str) else data) + b"\n\n"
    return b"%x\r\n%s\r\n" % (len(event), event)


def answer(body: bytes, kind: bytes = b"application/json") -> bytes:
    """A whole answer with its length."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
    return head % (kind, len(body)) + body


def _chunk(delta: dict[str, str], finish: str | None = None) -> bytes:
    choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}
    return packed(
        {
            "id": "chatcmpl-AbCdEfGhIjKlMnOpQrStUvWxYz012",
            "object": "chat.completion.chunk",
            "created": 1760000000,
            "model": "gpt-4o-2024-08-06",
            "system_fingerprint": "fp_50cad350e4",
            "choices": [choice],
        }
    )


def _completion() -> bytes:
    message = {"role": "assistant", "content": ANSWER, "refusal": None}
    choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}
    return packed(
        {
            "id": "chatcmpl-AbCdEfGhIjKlMnOpQrStUvWxYz012",
            "object": "chat.completion",
            "created": 1760000000,
            "model": "gpt-4o-2024-08-06",
            "choices": [choice],
            "usage": {"prompt_tokens": 15, "completion_tokens": 9, "total_tokens": 24},
            "system_fingerprint": "fp_50cad350e4",
        }
    )


class Dialect:
    """
    How one family of servers answers.

    Args:
        whole: Body of an answer that is not streamed.
        tokens: An event with each of `TOKENS`.
        last: Events after the text, each as JSON.
    """

    def __init__(self, whole: bytes, tokens: list[bytes], last: tuple[bytes, ...]) -> None:
        self.whole = answer(whole)
        self.tokens = [chunked(token) for token in tokens]
        self.last = b"".join(chunked(one) for one in last)

    def events(self, number: int) -> bytes:
        """So many events with a text each."""
        turns, rest = divmod(number, len(self.tokens))
        return b"".join(self.tokens) * turns + b"".join(self.tokens[:rest])


OPENAI = Dialect(
    _completion(),
    [_chunk({"content": token}) for token in TOKENS],
    (_chunk({}, "stop"),),
)
ALEPH = Dialect(
    packed(
        {
            "model_version": "2024-10",
            "completions": [{"completion": ANSWER, "finish_reason": "end_of_text"}],
            "num_tokens_prompt_total": 15,
            "num_tokens_generated": 9,
        }
    ),
    [
        packed(
            {
                "type": "stream_chunk",
                "index": 0,
                "completion": token,
                "raw_completion": token,
                "completion_tokens": [token],
                "log_probs": [{token: -0.5, " words": -1.25, " books": -2.5, " pages": -3.75}],
            }
        )
        for token in TOKENS
    ],
    (
        packed(
            {
                "type": "stream_summary",
                "index": 0,
                "model_version": "2024-10",
                "finish_reason": "end_of_text",
            }
        ),
        packed(
            {
                "type": "completion_summary",
                "num_tokens_prompt_total": 15,
                "num_tokens_generated": 9,
            }
        ),
    ),
)
