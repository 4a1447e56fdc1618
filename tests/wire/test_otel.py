"""
OpenTelemetry: what a chat and a stream leave behind in the SDK's in-memory exporters.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

import pytest
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind
from recorder import Recorder, answer, json_answer
from shells import Shell

import polyvox
from polyvox.otel import instrument

SECRET_TEXT = "what nobody should record"
USAGE = {"prompt_tokens": 5, "completion_tokens": 2, "total_tokens": 7}


class Telemetry(NamedTuple):
    """Where spans and metrics end up."""

    spans: InMemorySpanExporter
    reader: InMemoryMetricReader
    providers: dict[str, Any]

    def points(self) -> dict[str, list[tuple[dict[str, Any], float]]]:
        """Attributes and sum of every point, by metric."""
        found: dict[str, list[tuple[dict[str, Any], float]]] = {}
        data: Any = self.reader.get_metrics_data()
        for resource in data.resource_metrics:
            for scope in resource.scope_metrics:
                for metric in scope.metrics:
                    found[metric.name] = [
                        (dict(p.attributes), p.sum) for p in metric.data.data_points
                    ]
        return found


@pytest.fixture
def telemetry() -> Telemetry:
    """In-memory exporters with providers of their own."""
    spans, reader = InMemorySpanExporter(), InMemoryMetricReader()
    tracers = TracerProvider()
    tracers.add_span_processor(SimpleSpanProcessor(spans))
    providers = {"tracer_provider": tracers, "meter_provider": MeterProvider([reader])}
    return Telemetry(spans, reader, providers)


def chunk(**members: Any) -> str:
    """One event of a chat stream."""
    return f"data: {json.dumps({'id': 'c-1', 'model': 'gpt-4o-2026', **members})}\n\n"


STREAM = (
    chunk(choices=[{"index": 0, "delta": {"content": SECRET_TEXT}, "finish_reason": None}])
    + chunk(choices=[{"index": 0, "delta": {}, "finish_reason": "stop"}], usage=USAGE)
    + "data: [DONE]\n\n"
)
WHOLE = {
    "id": "c-1",
    "model": "gpt-4o-2026",
    "choices": [
        {
            "index": 0,
            "message": {"role": "assistant", "content": SECRET_TEXT},
            "finish_reason": "stop",
        }
    ],
    "usage": USAGE,
}


def ask(shell: Shell, client: Any, way: str) -> None:
    """A chat or a stream, read to its end."""
    if way == "chat":
        shell.call(client.chat, SECRET_TEXT, model="gpt-4o")
    else:
        shell.items(client.stream(SECRET_TEXT, model="gpt-4o"))


@pytest.mark.parametrize("way", ["chat", "stream"])
def test_one_span_and_two_metrics(
    way: str, shell: Shell, recorder: Recorder, telemetry: Telemetry
) -> None:
    """A model call is one client span and both GenAI metrics, without any content."""
    recorder.reply(
        json_answer(json.dumps(WHOLE))
        if way == "chat"
        else answer(STREAM.encode(), "text/event-stream")
    )
    client = shell.dial(base_url=recorder.url)
    instrument(client, **telemetry.providers)

    ask(shell, client, way)
    (span,) = telemetry.spans.get_finished_spans()
    points = telemetry.points()

    assert ("chat gpt-4o", SpanKind.CLIENT) == (span.name, span.kind)
    facts = dict(span.attributes or {})
    assert "chat" == facts["gen_ai.operation.name"]
    assert "dial" == facts["gen_ai.provider.name"]
    assert ("gpt-4o", "gpt-4o-2026") == (
        facts["gen_ai.request.model"],
        facts["gen_ai.response.model"],
    )
    assert ("stop",) == facts["gen_ai.response.finish_reasons"]
    assert (5, 2) == (facts["gen_ai.usage.input_tokens"], facts["gen_ai.usage.output_tokens"])
    assert {"gen_ai.client.operation.duration", "gen_ai.client.token.usage"} == set(points)
    tokens = {p["gen_ai.token.type"]: total for p, total in points["gen_ai.client.token.usage"]}
    assert {"input": 5, "output": 2} == tokens
    assert SECRET_TEXT not in span.to_json() + str(points)


def test_a_failure_is_named(shell: Shell, recorder: Recorder, telemetry: Telemetry) -> None:
    """A failed call's span has the error's class, and neither body nor key."""
    recorder.reply(answer(b"no such thing", status="404 Not Found"))
    client = shell.dial(base_url=recorder.url)
    instrument(client, **telemetry.providers)

    with pytest.raises(polyvox.NotFound):
        ask(shell, client, "chat")
    (span,) = telemetry.spans.get_finished_spans()

    assert "NotFound" == dict(span.attributes or {})["error.type"]
    assert "no such thing" not in span.to_json()


def test_ending_it(shell: Shell, recorder: Recorder, telemetry: Telemetry) -> None:
    """After the returned function was called, nothing is recorded."""
    recorder.reply(json_answer(json.dumps(WHOLE)))
    client = shell.dial(base_url=recorder.url)

    instrument(client, **telemetry.providers)()
    ask(shell, client, "chat")

    assert () == telemetry.spans.get_finished_spans()
