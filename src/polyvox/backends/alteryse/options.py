"""
What a call of Alteryse takes: the settings of the model, which are Ollama's.

Source: alteryse-js (2024), types; the defaults are the instance's, so nothing is sent unasked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from polyvox.backends.inputs import CallKeywords, split_options
from polyvox_core.settings import CallOptions

__all__ = ["AlteryseKeywords", "CompleteKeywords", "body_options"]


class AlteryseKeywords(CallKeywords, total=False):
    """
    Options of any call of Alteryse; what is unset or None is not sent.

    Keys:
        numa: Spread memory over NUMA nodes.
        num_ctx: Size of the context in tokens.
        num_batch: Prompt tokens processed at once.
        logits_all: Keep the logits of all tokens.
        vocab_only: Load only the vocabulary.
        num_thread: Threads to compute with.
        num_keep: Tokens of the prompt kept when the context shifts.
        seed: Makes sampling repeatable.
        num_predict: Most tokens to generate; -1 until the model stops, -2 until the end of context.
        max_tokens: The same by the name that other backends use.
        top_k: Number of most likely tokens to sample from.
        top_p: Share of probability to sample from, 0 to 1.
        tfs_z: Strength of tail-free sampling; 1 switches it off.
        typical_p: Share of probability for typical sampling; 1 switches it off.
        repeat_last_n: Tokens looked back on to avoid repetition; 0 none, -1 the whole context.
        temperature: Sampling temperature.
        repeat_penalty: Penalty on repetition.
        presence_penalty: Penalty on tokens that occurred.
        frequency_penalty: Penalty on frequent tokens.
        mirostat: Version of Mirostat sampling, 0 to 2; 0 switches it off.
        mirostat_tau: Target entropy of Mirostat.
        mirostat_eta: Learning rate of Mirostat.
        penalize_newline: Whether line breaks count as repetition.
        stop: A text, or texts, at which the answer ends.
        options: Further settings by their names on the wire; the keywords here win.
    """

    numa: bool | None
    num_ctx: int | None
    num_batch: int | None
    logits_all: bool | None
    vocab_only: bool | None
    num_thread: int | None
    num_keep: int | None
    seed: int | None
    num_predict: int | None
    max_tokens: int | None
    top_k: int | None
    top_p: float | None
    tfs_z: float | None
    typical_p: float | None
    repeat_last_n: int | None
    temperature: float | None
    repeat_penalty: float | None
    presence_penalty: float | None
    frequency_penalty: float | None
    mirostat: int | None
    mirostat_tau: float | None
    mirostat_eta: float | None
    penalize_newline: bool | None
    stop: str | Sequence[str] | None
    options: Mapping[str, Any] | None


class CompleteKeywords(AlteryseKeywords, total=False):
    """
    Options of a prompt to Alteryse, besides those of every call.

    Keys:
        images: A picture or several: bytes, paths, open files, base64, `data:` URLs, or `Image`.
    """

    images: Any


_NAMES = AlteryseKeywords.__optional_keys__ - CallKeywords.__optional_keys__


def body_options(given: Mapping[str, Any], what: str) -> tuple[dict[str, Any], CallOptions]:
    """
    The member `options` of the body, if there is one, and the options of the call.

    Raises:
        ConfigError: A name is unknown.
    """
    own, call_options = split_options(given, _NAMES, what)
    more = own.pop("options", {})
    settings = {name: value for name, value in more.items() if value is not None} | own
    if "max_tokens" in settings:
        settings.setdefault("num_predict", settings.pop("max_tokens"))
    stop: Any = settings.get("stop")
    if stop is not None:
        settings["stop"] = [stop] if isinstance(stop, str) else list(cast("Sequence[str]", stop))
    return ({"options": settings} if settings else {}), call_options
