"""
The part of the demo that shows every backend: the same verbs, blocking and with await.
"""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from screen import Screen

import polyvox
from polyvox.backends.registry import BACKENDS
from polyvox.emulator import Emulator

__all__ = ["every_backend"]

QUESTION = "One SDK for every chat backend"
COLUMNS = ("chat", "stream", "complete", "embed", "images", "files", "models")


class Access(NamedTuple):
    """How the emulator is reached as one backend: credentials, and models by verb."""

    arguments: Mapping[str, Any]
    models: Mapping[str, str]


ACCESS = {
    "dial": Access({"api_key": "dial-key"}, {"chat": "echo", "embed": "embedding"}),
    "aleph_alpha": Access(
        {"token": "token"},
        {"chat": "echo", "complete": "luminous-base", "embed": "qwen3-embedding-0.6b"},
    ),
    "alteryse": Access({"instance_id": "instance", "api_key": "key"}, {}),
    "amigochat": Access({}, {"chat": "gpt-4o-mini", "images": "flux-realism"}),
    "ollama": Access({}, {"chat": "echo", "embed": "embedding"}),
    "openai": Access({"api_key": "key"}, {"chat": "echo", "embed": "embedding"}),
}


async def chat(client: Any, model: Mapping[str, str]) -> bool:
    """Whether a chat is answered."""
    reply = await _done(client.chat(QUESTION, **model))
    return bool(reply.text)


async def stream(client: Any, model: Mapping[str, str]) -> bool:
    """Whether a streamed chat arrives in pieces that make the whole."""
    pieces: list[str] = []
    events = client.stream(QUESTION, **model)
    if hasattr(events, "__aenter__"):
        async with events:
            pieces += [text async for text in events.text]
    else:
        with events:
            pieces += events.text
    return bool(pieces) and events.final.text == "".join(pieces)


async def complete(client: Any, model: Mapping[str, str]) -> bool:
    """Whether a prompt is completed."""
    reply = await _done(client.complete(QUESTION, **model))
    return bool(reply.text)


async def embed(client: Any, model: Mapping[str, str]) -> bool:
    """Whether two texts become two vectors."""
    found = await _done(client.embed(["one", "two"], **model))
    return len(found.vectors) == 2 and bool(found.vectors[0])


async def images(client: Any, model: Mapping[str, str]) -> bool:
    """Whether a picture is made."""
    made = await _done(client.images.generate("A cat", **model))
    return len(made.images) == 1


async def files(client: Any, model: Mapping[str, str]) -> bool:  # noqa: ARG001 - as all verbs
    """Whether a file comes back as it was stored."""
    takes_place = "to" in inspect.signature(client.files.upload).parameters
    place = {"to": "demo.txt"} if takes_place else {"name": "demo.txt"}
    stored = await _done(client.files.upload(b"hello", **place))
    return bool(await _done(client.files.read(stored.url)) == b"hello")


async def models(client: Any, model: Mapping[str, str]) -> bool:  # noqa: ARG001 - as all verbs
    """Whether there is a list of models."""
    return bool(await _done(client.models.list()))


USES: dict[str, Callable[[Any, Mapping[str, str]], Any]] = {
    use.__name__: use for use in (chat, stream, complete, embed, images, files, models)
}


async def _done(result: Any) -> Any:
    return await result if inspect.isawaitable(result) else result


async def _used(client: Any, backend: str, verb: str) -> None:
    names = ACCESS[backend].models
    name = names.get(verb, names.get("chat"))
    if not await USES[verb](client, {"model": name} if name else {}):
        msg = f"{verb} of {type(client).__name__} gave nothing."
        raise RuntimeError(msg)


async def _both(emulator: Emulator, backend: str, verbs: tuple[str, ...]) -> None:
    """Use *verbs* with both clients of *backend*."""
    arguments = {"base_url": emulator.url_of(backend), **ACCESS[backend].arguments}
    with polyvox.connect(backend, **arguments) as client:
        for verb in verbs:
            await _used(client, backend, verb)
    async with polyvox.aconnect(backend, **arguments) as aclient:
        for verb in verbs:
            await _used(aclient, backend, verb)


def every_backend(screen: Screen, emulator: Emulator) -> None:
    """One row for each backend: what it offers, used with both clients."""
    screen.print(screen.dim("    " + " " * 21 + "".join(f"{verb:<10}" for verb in COLUMNS)))
    for backend, name in BACKENDS.items():
        with screen.step(name) as step:
            offered = getattr(polyvox, name).offers()
            verbs = tuple(verb for verb in COLUMNS if verb in offered)
            asyncio.run(_both(emulator, backend, verbs))
            step.result = "".join(f"{'both' if verb in verbs else '-':<10}" for verb in COLUMNS)
