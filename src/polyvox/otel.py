"""
OpenTelemetry for any client: one span per model call, and the two GenAI metrics.

Needs the extra `polyvox[otel]`. What is recorded follows the GenAI semantic conventions; the
content of messages is never recorded.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from polyvox.types import CallDone, Embeddings, Reply, RequestSent, RetryPlanned, Usage
from polyvox_core.errors import ConfigError

__all__ = ["instrument"]

# Which operations are model calls, by a part of their name; the first that fits.
_KINDS = (("chat", "chat"), ("embed", "embeddings"), ("complet", "text_completion"))


def _kind(operation: str) -> str | None:
    return next((kind for part, kind in _KINDS if part in operation), None)


def instrument(
    client: Any, *, tracer_provider: Any = None, meter_provider: Any = None
) -> Callable[[], None]:
    """
    Record the model calls of *client*, and of the clients that share its callbacks.

    A span `chat <model>` of kind CLIENT covers all attempts and, for a stream, its reading to the
    end. Metrics: `gen_ai.client.operation.duration` (s) and `gen_ai.client.token.usage`.

    Args:
        client: Any polyvox client.
        tracer_provider: By default the global one.
        meter_provider: By default the global one.

    Returns:
        A function that ends it.

    Raises:
        ConfigError: The extra is not installed.

    Source: OpenTelemetry semantic conventions for GenAI clients, 2026 (status: development).
    """
    try:
        from opentelemetry import metrics, trace  # noqa: PLC0415 - an extra
    except ImportError as error:
        msg = "OpenTelemetry is not installed."
        raise ConfigError(msg, hint='Run: pip install "polyvox[otel]"') from error
    recorder = _Recorder(
        trace.get_tracer("polyvox", tracer_provider=tracer_provider),
        metrics.get_meter("polyvox", meter_provider=meter_provider),
        trace,
    )
    ends = [
        client.on("request", recorder.begin),
        client.on("retry", recorder.note_retry),
        client.on("done", recorder.end),
    ]

    def end() -> None:
        for one in ends:
            one()

    return end


class _Recorder:
    """Open spans by the number of their call."""

    def __init__(self, tracer: Any, meter: Any, trace: Any) -> None:
        self._tracer = tracer
        self._trace = trace
        self._spans: dict[int, Any] = {}
        self._duration = meter.create_histogram(
            "gen_ai.client.operation.duration", unit="s", description="Duration of model calls."
        )
        self._tokens = meter.create_histogram(
            "gen_ai.client.token.usage", unit="{token}", description="Tokens used by model calls."
        )

    def begin(self, event: RequestSent) -> None:
        """Open a span at the first attempt."""
        kind = _kind(event.operation)
        if kind is None or event.number in self._spans:
            return
        self._spans[event.number] = self._tracer.start_span(
            f"{kind} {event.model}" if event.model else kind,
            kind=self._trace.SpanKind.CLIENT,
            attributes=_attributes(event, kind),
        )

    def note_retry(self, event: RetryPlanned) -> None:
        """Note another attempt in the span."""
        if span := self._spans.get(event.number):
            span.set_attribute("http.request.resend_count", event.attempt)

    def end(self, event: CallDone) -> None:
        """Close the span and record the metrics."""
        span = self._spans.pop(event.number, None)
        kind = _kind(event.operation)
        if span is None or kind is None:
            return
        shared = _attributes(event, kind)
        if event.error is not None:
            shared["error.type"] = type(event.error).__name__
            span.set_status(self._trace.StatusCode.ERROR, type(event.error).__name__)
        usage = _usage(event.value)
        span.set_attributes({**shared, **_answer(event.value), **_spent(usage)})
        span.end()
        self._duration.record(event.seconds, shared)
        if usage is not None:
            for side, count in (
                ("input", usage.prompt_tokens),
                ("output", usage.completion_tokens),
            ):
                if count is not None:
                    self._tokens.record(count, {**shared, "gen_ai.token.type": side})


def _attributes(event: RequestSent | CallDone, kind: str) -> dict[str, Any]:
    host, _, port = event.server.rpartition(":")
    found: dict[str, Any] = {
        "gen_ai.operation.name": kind,
        "gen_ai.provider.name": event.backend,
        "server.address": host or event.server,
    }
    if event.model is not None:
        found["gen_ai.request.model"] = event.model
    if host and port.isdigit():
        found["server.port"] = int(port)
    return found


def _usage(value: Any) -> Usage | None:
    return value.usage if isinstance(value, Reply | Embeddings) else None


def _answer(value: Any) -> dict[str, Any]:
    if not isinstance(value, Reply):
        return {}
    facts = {"gen_ai.response.model": value.model, "gen_ai.response.id": value.id}
    found: dict[str, Any] = {name: fact for name, fact in facts.items() if fact is not None}
    if value.finish_reason is not None:
        found["gen_ai.response.finish_reasons"] = (value.finish_reason,)
    return found


def _spent(usage: Usage | None) -> dict[str, Any]:
    if usage is None:
        return {}
    facts = {
        "gen_ai.usage.input_tokens": usage.prompt_tokens,
        "gen_ai.usage.output_tokens": usage.completion_tokens,
    }
    return {name: fact for name, fact in facts.items() if fact is not None}
