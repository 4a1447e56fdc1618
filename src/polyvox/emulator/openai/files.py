"""
Files: stored for a purpose, listed newest first page by page, read and deleted.

Source: OpenAI API reference, files (2026).
"""

from __future__ import annotations

from starlette.responses import Response

from polyvox.emulator import replies
from polyvox.emulator.behaviours import Handler
from polyvox.emulator.calls import Call
from polyvox.emulator.errors import Refusal
from polyvox.emulator.jsonvalues import JsonObject
from polyvox.emulator.openai.state import State, StoredFile
from polyvox.emulator.parts import Part

__all__ = ["file_handlers", "named_part", "text_part"]

MOST = 10_000


def file_handlers(state: State) -> dict[str, Handler]:
    """The handlers of this room by operationId."""
    return {
        "upload_file": lambda call: upload(state, call),
        "list_files": lambda call: listed(state, call),
        "get_file": lambda call: replies.json_reply(state.file(id_of(call)).facts),
        "delete_file": lambda call: delete(state, call),
        "download_file_content": lambda call: content(state, call),
    }


def id_of(call: Call) -> str:
    """The id in the path of *call*."""
    return next(iter(call.segments.values()), "")


def named_part(call: Call, name: str) -> Part | None:
    """The part of a multipart body that is called *name*."""
    return next((part for part in call.parts if part.name == name), None)


def text_part(call: Call, name: str) -> str:
    """The text of the part called *name*; empty without one."""
    part = named_part(call, name)
    return part.path.read_text("utf-8") if part is not None else ""


def upload(state: State, call: Call) -> Response:
    """The file is stored under a new id."""
    part = named_part(call, "file")
    if part is None or not part.filename:
        raise Refusal(400, "The part 'file' has no file name.")
    file_id = state.next_id("file")
    lifetime = text_part(call, "expires_after[seconds]")
    facts: JsonObject = {
        "id": file_id,
        "object": "file",
        "bytes": part.size_bytes,
        "created_at": state.now(),
        "expires_at": state.now() + int(lifetime) if lifetime.isdigit() else None,
        "filename": part.filename,
        "purpose": text_part(call, "purpose"),
        "status": "processed",
        "status_details": None,
    }
    target = state.folder / file_id
    part.path.replace(target)
    state.files[file_id] = StoredFile(facts, target, part.size_bytes)
    return replies.json_reply(facts)


def listed(state: State, call: Call) -> Response:
    """A page of files, newest first unless asked otherwise."""
    wanted = call.values.get("purpose")
    files = [
        stored.facts
        for stored in state.files.values()
        if wanted is None or stored.facts["purpose"] == wanted
    ]
    if call.values.get("order") != "asc":
        files.reverse()
    after = call.values.get("after")
    ids = [facts["id"] for facts in files]
    start = ids.index(after) + 1 if after in ids else 0
    limit = call.values.get("limit")
    page = files[start : start + (limit if isinstance(limit, int) else MOST)]
    body: JsonObject = {
        "object": "list",
        "data": page,
        "first_id": page[0]["id"] if page else None,
        "last_id": page[-1]["id"] if page else None,
        "has_more": start + len(page) < len(files),
    }
    return replies.json_reply(body)


def delete(state: State, call: Call) -> Response:
    """The file is gone."""
    stored = state.file(id_of(call))
    del state.files[id_of(call)]
    stored.path.unlink(missing_ok=True)
    return replies.json_reply({"id": id_of(call), "object": "file", "deleted": True})


def content(state: State, call: Call) -> Response:
    """The bytes of the file."""
    stored = state.file(id_of(call))
    name = str(stored.facts["filename"]).encode("ascii", "replace").decode().replace('"', "_")
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return replies.file(stored.path, stored.size_bytes, "application/octet-stream", headers)
