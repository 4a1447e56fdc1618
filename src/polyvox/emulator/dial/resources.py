"""
Files and JSON resources: upload, download, delete.

Source: ai-dial-core 0.18, controllers of files and resources.
"""

from __future__ import annotations

from starlette.responses import Response

from polyvox.emulator import replies
from polyvox.emulator.behaviours import Handler
from polyvox.emulator.calls import Call
from polyvox.emulator.dial.access import check_access
from polyvox.emulator.dial.addresses import Address, address_in
from polyvox.emulator.dial.metadata import described
from polyvox.emulator.dial.preconditions import check_preconditions, not_modified
from polyvox.emulator.dial.state import State
from polyvox.emulator.dial.store import Item
from polyvox.emulator.errors import Refusal

__all__ = ["resource_handlers"]

DOCUMENTS = {
    "prompts": ("get_prompt", "put_prompt", "delete_prompt"),
    "conversations": ("get_conversation", "put_conversation", "delete_conversation"),
    "applications": (
        "get_application_resource",
        "put_application_resource",
        "delete_application_resource",
    ),
    "toolsets": ("get_toolset_resource", "put_toolset_resource", "delete_toolset_resource"),
}


def resource_handlers(state: State) -> dict[str, Handler]:
    """The handlers of this room by operationId."""
    handlers: dict[str, Handler] = {
        "download_file": lambda call: download(state, call),
        "upload_file": lambda call: upload(state, call),
        "delete_file": lambda call: delete(state, "files", call),
    }
    for kind, names in DOCUMENTS.items():
        handlers |= dict(zip(names, document_handlers(state, kind), strict=True))
    return handlers


def document_handlers(state: State, kind: str) -> tuple[Handler, Handler, Handler]:
    """Reading, writing and deleting JSON resources of *kind*."""
    return (
        lambda call: read_document(state, kind, call),
        lambda call: write_document(state, kind, call),
        lambda call: delete(state, kind, call),
    )


def upload(state: State, call: Call) -> Response:
    """Store the uploaded part; its name comes from the path."""
    address = address_in("files", call.path)
    if address.folder:
        raise Refusal(400, "File name is missing")
    check_access(state.caller(call.request), address, "WRITE")
    check_preconditions(call, state.store.find(address))
    part = next((part for part in call.parts if part.name == "file"), call.parts[0])
    item = state.store.take(address, part.path, part.md5, part.content_type)
    return stored(state, call, item)


def download(state: State, call: Call) -> Response:
    """The content of a file, from disk."""
    address = address_in("files", call.path)
    check_access(state.caller(call.request), address)
    if address.folder:
        raise Refusal(400, "Can't download a folder")
    return content(state, call, address)


def read_document(state: State, kind: str, call: Call) -> Response:
    """The JSON document as it was stored."""
    address = resource_address(kind, call)
    check_access(state.caller(call.request), address)
    return content(state, call, address)


def write_document(state: State, kind: str, call: Call) -> Response:
    """Store the JSON document as it is."""
    address = resource_address(kind, call)
    check_access(state.caller(call.request), address, "WRITE")
    check_preconditions(call, state.store.find(address))
    item = state.store.write(address, call.content, "application/json")
    return stored(state, call, item)


def delete(state: State, kind: str, call: Call) -> Response:
    """Remove a resource."""
    address = address_in(kind, call.path)
    if address.folder:
        msg = "Can't delete a folder" if kind == "files" else f"Folder not allowed: {address.url}"
        raise Refusal(400, msg)
    check_access(state.caller(call.request), address, "WRITE")
    item = state.store.find(address)
    if item is None:
        return missing(address)
    check_preconditions(call, item)
    state.store.remove(item)
    return replies.empty()


def resource_address(kind: str, call: Call) -> Address:
    """
    The address of a JSON resource.

    Raises:
        Refusal: 400 for a folder.
    """
    address = address_in(kind, call.path)
    if address.folder:
        raise Refusal(400, f"Folder not allowed: {address.url}")
    return address


def content(state: State, call: Call, address: Address) -> Response:
    """The content at *address* with its entity tag, or 304 if the caller holds it."""
    item = state.store.find(address)
    if item is None:
        return missing(address)
    headers = {"etag": item.etag}
    if not_modified(call, item):
        return replies.empty(304, headers)
    path = state.store.content(item)
    return replies.file(path, item.size_bytes, item.content_type, headers)


def missing(address: Address) -> Response:
    """404, without a body for a file."""
    if address.kind == "files":
        return replies.empty(404)
    return replies.text(f"Not found: {address.url}", 404)


def stored(state: State, call: Call, item: Item) -> Response:
    """The metadata of what was written, with its entity tag."""
    shown = described(item, state.caller(call.request), etag=True, allowed=False)
    return replies.json_reply(shown, headers={"etag": item.etag})
