"""
The rows about generated code: decoders beside those of openapi-python-client, and the generator.

They run in the environment that the benchmark was started with, which has the generator.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from bench.measures import cpu
from bench.processes import ROOT, environment
from bench.rounds import Samples
from bench.wire import OPENAI

__all__ = ["decode", "generate", "growth"]

CHUNK = "ChatCompletionChunk"
SPEC = ROOT / "specs" / "dial.yaml"


def decode(rounds: int) -> Samples:
    """CPU seconds to make attrs objects of one parsed chunk: ours, and the stock `from_dict`."""
    from polyvox_api.dial.models import ChatCompletionChunk  # noqa: PLC0415 - measured elsewhere

    value = json.loads(OPENAI.tokens[0].partition(b"data: ")[2].partition(b"\n")[0])
    with tempfile.TemporaryDirectory() as folder:
        stock = _stock_class(Path(folder))
        rivals = {"stock from_dict": stock.from_dict, "polyvox": ChatCompletionChunk.from_dict}
        samples: dict[str, list[dict[str, float]]] = {name: [] for name in rivals}
        for turn in range(rounds + 1):
            for name, decoder in rivals.items():
                used = _each(decoder, value, 5000)
                if turn:
                    samples[name].append({"cpu": used})
    return {"decode": samples}


def _each(decoder: Callable[[Any], Any], value: Any, number: int) -> float:
    began = cpu()
    for _ in range(number):
        decoder(value)
    return (cpu() - began) / number


def _stock_class(folder: Path) -> Any:
    """The class that openapi-python-client's own templates make of the chunk."""
    from openapi_python_client import Project  # noqa: PLC0415 - heavy, and an extra
    from openapi_python_client.config import Config, ConfigFile, MetaType  # noqa: PLC0415 - same
    from openapi_python_client.parser import GeneratorData  # noqa: PLC0415 - same

    config = Config.from_sources(
        ConfigFile(post_hooks=[], package_name_override="stock_client"),
        MetaType.NONE, Path("chunk.json"), "utf-8", False, folder / "stock_client",
    )  # fmt: skip
    data = GeneratorData.from_dict(_chunk_document(), config=config)
    assert isinstance(data, GeneratorData), data
    with contextlib.redirect_stdout(io.StringIO()):  # it says where it writes
        Project(openapi=data, config=config).build()
    sys.path.insert(0, str(folder))
    try:
        return getattr(import_module("stock_client.models"), CHUNK)
    finally:
        sys.path.remove(str(folder))


def _chunk_document() -> dict[str, Any]:
    """The lowered document of AI DIAL, cut down to what a chunk needs."""
    from polyvox_generator.load import load  # noqa: PLC0415 - an extra
    from polyvox_generator.lower import lower  # noqa: PLC0415 - same

    schemas: dict[str, Any] = lower(load(SPEC).tree)["components"]["schemas"]
    needed, found = {CHUNK}, {CHUNK}
    while found:
        text = json.dumps([schemas[name] for name in found])
        found = {name for name in schemas if f'schemas/{name}"' in text} - needed
        needed |= found
    answer = {"description": "A chunk.", "content": {"application/json": {
        "schema": {"$ref": f"#/components/schemas/{CHUNK}"}}}}  # fmt: skip
    return {
        "openapi": "3.1.0",
        "info": {"title": "stock client", "version": "1"},
        "paths": {"/chunk": {"get": {"operationId": "chunk", "responses": {"200": answer}}}},
        "components": {"schemas": {name: schemas[name] for name in sorted(needed)}},
    }


def generate(rounds: int) -> Samples:
    """CPU and wall seconds to generate each specification by the command, start included."""
    samples: dict[str, list[dict[str, float]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(rounds):
            for spec in sorted((ROOT / "specs").glob("*.yaml")):
                out = str(Path(folder) / "polyvox_api")
                command = [sys.executable, "-m", "polyvox_generator", "generate", str(spec)]
                began = time.perf_counter()
                subprocess.run(
                    [*command, "--out", out],
                    check=True, cwd=ROOT, env=environment(), capture_output=True,
                )  # fmt: skip
                samples.setdefault(spec.stem, []).append({"wall": time.perf_counter() - began})
    return {"generate": samples}


def growth(copies: tuple[int, ...] = (1, 2, 4)) -> Samples:
    """Seconds per operation as a document grows: AI DIAL's, several times over."""
    from polyvox_generator.build import build  # noqa: PLC0415 - an extra

    samples: dict[str, list[dict[str, float]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        build(SPEC.with_stem("alteryse"), Path(folder) / "warm")
        for count in copies:
            spec = Path(folder) / f"copies_{count}.yaml"
            spec.write_text(_grown(count), "utf-8")
            began = time.perf_counter()
            built = build(spec, Path(folder) / spec.stem)
            took = time.perf_counter() - began
            samples[f"{built.operations} operations"] = [{"wall": took / built.operations}]
    return {"growth": samples}


def _grown(count: int) -> str:
    """The document with all paths and schemas *count* times, each copy with names of its own."""
    from polyvox_generator.load import load  # noqa: PLC0415 - an extra

    tree = load(SPEC).tree
    schemas = tree["components"]["schemas"]
    text = json.dumps({"paths": tree["paths"], "schemas": schemas}, ensure_ascii=False)
    paths, grown = dict(tree["paths"]), dict(schemas)
    for copy in range(1, count):
        marked = re.sub(r'(#/components/schemas/\w+)"', rf'\1Copy{copy}"', text)
        marked = re.sub(r'("operationId": "\w+)"', rf'\1_copy_{copy}"', marked)
        again = json.loads(marked)
        paths |= {f"/copy{copy}{path}": item for path, item in again["paths"].items()}
        grown |= {f"{name}Copy{copy}": schema for name, schema in again["schemas"].items()}
    components = {**tree["components"], "schemas": grown}
    return json.dumps({**tree, "paths": paths, "components": components}, ensure_ascii=False)
