"""
The models of the server: listed, described, fetched, made, copied and deleted; and blobs.
"""

from __future__ import annotations

import hashlib

from starlette.responses import Response

from polyvox.emulator import replies
from polyvox.emulator.behaviours import Handler
from polyvox.emulator.calls import Call
from polyvox.emulator.errors import Refusal
from polyvox.emulator.jsonvalues import JsonObject, text_of
from polyvox.emulator.ollama.chat import lines
from polyvox.emulator.ollama.state import FAMILY, Model, State

__all__ = ["model_handlers"]

MISSING = "missing"
BLOB_BYTES = 3_000_000
SUCCESS: JsonObject = {"status": "success"}


def model_handlers(state: State) -> dict[str, Handler]:
    """The handlers of this room by operationId."""
    return {
        "list_models": lambda _: listed(state),
        "show_model": lambda call: shown(state, call),
        "pull_model": lambda call: pulled(state, call),
        "push_model": lambda call: pushed(state, call),
        "create_model": lambda call: created(state, call),
        "copy_model": lambda call: copied(state, call),
        "delete_model": lambda call: deleted(state, call),
        "check_blob": lambda call: checked(state, call),
        "upload_blob": lambda call: stored(state, call),
    }


def listed(state: State) -> Response:
    """Every model on the server."""
    moment = state.now()
    return replies.json_reply({"models": [one.summary(moment) for one in state.models.values()]})


def shown(state: State, call: Call) -> Response:
    """What is known about one model."""
    model = state.model(call.fields.get("model"))
    capabilities = ["embedding"] if model.name == "embedding" else ["completion", "tools"]
    body: JsonObject = {
        "parameters": 'stop                           "END"',
        "template": "{{ .Prompt }}",
        "license": "MIT",
        "modelfile": f"FROM {model.name}",
        "details": model.details(),
        "model_info": {"general.architecture": FAMILY},
        "capabilities": [*capabilities, *(["thinking"] if model.mode == "usage" else [])],
        "modified_at": state.now(),
    }
    return replies.json_reply(body)


def progress(call: Call, steps: list[JsonObject]) -> Response:
    """*steps* line by line, or only the last one if no stream is wanted."""
    if call.fields.get("stream") is False:
        return replies.json_reply(steps[-1])
    return lines(steps)


def pulled(state: State, call: Call) -> Response:
    """The model appears; one called `missing` does not exist in the library."""
    name = text_of(call.fields.get("model"))
    manifest = {"status": "pulling manifest"}
    if name == MISSING:
        failure = {"error": "pull model manifest: file does not exist"}
        if call.fields.get("stream") is False:
            return replies.json_reply(failure, 500)
        return lines([manifest, failure])
    state.models.setdefault(name, Model(name, "tools", {}))
    return progress(call, [manifest, *transfer("pulling", name), SUCCESS])


def transfer(verb: str, name: str) -> list[JsonObject]:
    """The blob of a model on its way, in three steps."""
    digest = hashlib.sha256(name.encode()).hexdigest()
    blob: JsonObject = {
        "status": f"{verb} {digest[:12]}",
        "digest": f"sha256:{digest}",
        "total": BLOB_BYTES,
    }
    return [blob, *({**blob, "completed": done} for done in (BLOB_BYTES // 3, BLOB_BYTES))]


def pushed(state: State, call: Call) -> Response:
    """The model goes to the library, if its name has a namespace."""
    name = text_of(call.fields.get("model"))
    state.model(name)
    manifest = {"status": "retrieving manifest"}
    if "/" not in name:
        failure = {"error": "you are not authorized to push to this namespace"}
        if call.fields.get("stream") is False:
            return replies.json_reply(failure, 403)
        return lines([manifest, failure])
    return progress(call, [manifest, *transfer("pushing", name), SUCCESS])


def created(state: State, call: Call) -> Response:
    """A new model, made of another one or of blobs."""
    name, source = text_of(call.fields.get("model")), text_of(call.fields.get("from"))
    base = state.model(source) if source else Model(name, "tools", {})
    state.models[name] = Model(name, base.mode, {})
    made = [{"status": text} for text in ("reading model metadata", "writing manifest")]
    return progress(call, [*made, SUCCESS])


def copied(state: State, call: Call) -> Response:
    """The model has a second name."""
    model = state.model(call.fields.get("source"))
    name = text_of(call.fields.get("destination"))
    state.models[name] = Model(name, model.mode, {})
    return replies.empty()


def deleted(state: State, call: Call) -> Response:
    """The model is gone."""
    del state.models[state.model(call.fields.get("model")).name]
    return replies.empty()


def checked(state: State, call: Call) -> Response:
    """Whether the blob is there; no body either way."""
    return replies.empty(200 if digest_of(call) in state.blobs else 404)


def stored(state: State, call: Call) -> Response:
    """The blob is stored under its digest."""
    found = f"sha256:{hashlib.sha256(call.content).hexdigest()}"
    if found != digest_of(call):
        raise Refusal(400, f"digest mismatch, expected {digest_of(call)}, got {found}")
    state.blobs.add(found)
    return replies.empty(201)


def digest_of(call: Call) -> str:
    """The digest in the path of *call*."""
    return next(iter(call.segments.values()), "")
