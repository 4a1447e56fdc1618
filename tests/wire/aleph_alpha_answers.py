"""
Answers of Aleph Alpha, and clients that ask for them.
"""

from __future__ import annotations

from typing import Any

from recorder import Recorder, json_answer
from shells import KEY, Shell

__all__ = ["CHAT", "USAGE", "chunk", "client_of", "completion", "events"]

CHAT = "POST /v1/chat/completions"
USAGE = '"usage":{"prompt_tokens":3,"completion_tokens":2,"total_tokens":5}'


def completion(message: str, reason: str = "stop") -> bytes:
    """An answered chat whose message has these members."""
    return json_answer(
        '{"id":"c-1","object":"chat.completion","created":1,"model":"llama","system_fingerprint":'
        f'null,"choices":[{{"index":0,"message":{{"role":"assistant",{message}}},'
        f'"finish_reason":"{reason}","logprobs":null}}],{USAGE}}}'
    )


def events(*payloads: str, end: str = "data: [DONE]\n\n") -> bytes:
    """An answer that streams *payloads*, then *end*."""
    head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
    return (head + "".join(f"data: {payload}\n\n" for payload in payloads) + end).encode()


def chunk(delta: str, reason: str = "null") -> str:
    """A chunk with one choice."""
    choice = f'{{"index":0,"delta":{{{delta}}},"finish_reason":{reason},"logprobs":null}}'
    return f'{{"id":"c-1","model":"llama","choices":[{choice}],"usage":null}}'


def client_of(shell: Shell, recorder: Recorder, **arguments: Any) -> Any:
    """A client of the recorder."""
    return shell.client("aleph_alpha", **{"base_url": recorder.url, "token": KEY, **arguments})
