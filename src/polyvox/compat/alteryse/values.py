"""
Options, messages, answers and errors of alteryse-py, and how polyvox's become theirs.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any, NotRequired, TypedDict, TypeVar, cast

import polyvox
from polyvox.backends.alteryse.identity import HOST
from polyvox.errors import PolyvoxError
from polyvox.types import Reply

__all__ = [
    "AlteryseError",
    "ChatRequest",
    "ChatResponse",
    "GenerateResponse",
    "Options",
    "chat_keywords",
    "client_arguments",
    "error_of",
    "prompt_keywords",
    "response_of",
]


class Options(TypedDict, total=False):
    """Settings of the model, all optional; see `AlteryseKeywords` for their meaning."""

    numa: bool
    num_ctx: int
    num_batch: int
    logits_all: bool
    vocab_only: bool
    num_thread: int
    num_keep: int
    seed: int
    num_predict: int
    top_k: int
    top_p: float
    tfs_z: float
    typical_p: float
    repeat_last_n: int
    temperature: float
    repeat_penalty: float
    presence_penalty: float
    frequency_penalty: float
    mirostat: int
    mirostat_tau: float
    mirostat_eta: float
    penalize_newline: bool
    stop: str | list[str]


class ChatRequest(TypedDict):
    """One message of a conversation."""

    role: str
    content: str
    images: NotRequired[list[Any]]


class _Answer:
    """
    An answer.

    Attributes:
        content: The text.
        extra: Whatever else the server sent; also to be had as attributes.
    """

    def __init__(self, content: str = "", **extra: Any) -> None:
        self.content = content
        self.extra = extra

    def __getattr__(self, name: str) -> Any:
        """Give a further member of the answer."""
        try:
            return self.__dict__["extra"][name]
        except KeyError:
            msg = f"The answer has no {name!r}."
            raise AttributeError(msg) from None

    def __eq__(self, other: object) -> bool:
        """Compare class and members."""
        return type(other) is type(self) and vars(other) == vars(self)

    __hash__ = None  # type: ignore[assignment]  # it can be changed

    def __str__(self) -> str:
        """Return the text."""
        return self.content

    def __repr__(self) -> str:
        """Show the text."""
        return f"{type(self).__name__}(content={self.content!r})"


class GenerateResponse(_Answer):
    """The answer to a prompt."""


class ChatResponse(_Answer):
    """The answer to a conversation."""


class AlteryseError(Exception):
    """
    Anything that a call can fail with; the cause has the details.

    Attributes:
        message: What the server said, or what happened.
        status_code: HTTP status; None when there was no answer.
        code: The server's own code, such as that of a 503.
        body: The body of the error's answer.
    """

    def __init__(
        self,
        message: str,
        status_code: int | None = None,
        code: str | None = None,
        body: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.status_code = status_code
        self.code = code
        self.body = body

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle and copy by the arguments."""
        return type(self), (self.message, self.status_code, self.code, self.body)


def error_of(error: PolyvoxError) -> AlteryseError:
    """The same failure as this library knows it."""
    said = getattr(error, "server_message", None) or error.code or error.message
    return AlteryseError(said, error.status, error.code, error.body)


def _settings_of(options: Any) -> dict[str, Any]:
    """*options* in any form as a dict."""
    if options is None:
        return {}
    if isinstance(options, Mapping):
        return dict(cast("Mapping[str, Any]", options))
    if hasattr(options, "to_dict"):
        return {**options.to_dict()}
    return {**vars(options)}


def _is_options(value: Any) -> bool:
    return isinstance(value, Mapping) or hasattr(value, "to_dict")


def prompt_keywords(images: Any, options: Any, more: Mapping[str, Any]) -> dict[str, Any]:
    """The keywords of a prompt; *options* may stand in the place of *images*."""
    if _is_options(images):
        if options is not None:
            msg = "generate() got two options: the second argument and `options`. Pass one."
            raise TypeError(msg)
        images, options = None, images
    if isinstance(images, list | tuple) and any(
        isinstance(one, Mapping) for one in cast("Iterable[Any]", images)
    ):
        msg = "generate() takes images, and these look like messages. Use chat() for them."
        raise TypeError(msg)
    return {"images": images, **chat_keywords(options, more)}


def chat_keywords(options: Any, more: Mapping[str, Any]) -> dict[str, Any]:
    """The keywords of a call; those in *more* win over *options*."""
    own = dict(more)
    call = {"timeout": own.pop("timeout")} if own.get("timeout") is not None else {}
    own.pop("timeout", None)
    return {"options": {**_settings_of(options), **own}, **call}


R = TypeVar("R", GenerateResponse, ChatResponse)


def response_of(kind: type[R], reply: Reply) -> R:
    """The *reply* as this library's answer."""
    extra = {name: value for name, value in reply.wire.items() if name != "content"}
    return kind(reply.text, **extra)


def client_arguments(
    instance_id: str | None,
    api_key: Any,
    base_url: str | None,
    timeout: float | None,
    max_retries: int,
    more: Mapping[str, Any],
) -> dict[str, Any]:
    """What polyvox's client takes; what is missing comes from the environment."""
    return {
        "instance_id": instance_id or os.environ.get("ALTERYSE_INSTANCE_ID", ""),
        "api_key": api_key or polyvox.Secret(os.environ.get("ALTERYSE_API_KEY", "")),
        "base_url": base_url or os.environ.get("ALTERYSE_BASE_URL") or HOST,
        "timeout": timeout,
        "retry": max_retries + 1,
        "profile": None,
        **{name: value for name, value in more.items() if value is not None},
    }
