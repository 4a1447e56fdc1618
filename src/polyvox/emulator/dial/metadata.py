"""
Metadata of items, and listings of folders in pages.

Source: ai-dial-core 0.18, ResourceService and FileMetadataController.
"""

from __future__ import annotations

import base64
import binascii

from starlette.responses import Response

from polyvox.emulator import replies
from polyvox.emulator.behaviours import Handler
from polyvox.emulator.calls import Call
from polyvox.emulator.dial.access import check_access, permissions
from polyvox.emulator.dial.addresses import RESOURCE_TYPES, Address, address_in
from polyvox.emulator.dial.auth import Caller
from polyvox.emulator.dial.state import State
from polyvox.emulator.dial.store import Item
from polyvox.emulator.errors import Refusal
from polyvox.emulator.jsonvalues import JsonObject, compact

__all__ = ["described", "metadata_handlers"]

OPERATIONS = {
    "get_file_metadata": "files",
    "get_conversation_metadata": "conversations",
    "get_prompt_metadata": "prompts",
    "get_application_metadata": "applications",
    "get_toolset_metadata": "toolsets",
}
PAGE = 100
VENDOR_TYPE = "application/vnd.dial.metadata+json"


def metadata_handlers(state: State) -> dict[str, Handler]:
    """The handlers of this room by operationId."""
    return {name: handler(state, kind) for name, kind in OPERATIONS.items()}


def handler(state: State, kind: str) -> Handler:
    """The handler for resources of *kind*."""
    return lambda call: metadata(state, kind, call)


def metadata(state: State, kind: str, call: Call) -> Response:
    """What is known about an item, or one page of a folder."""
    address = address_in(kind, call.path)
    caller = state.caller(call.request)
    check_access(caller, address)
    allowed = call.values.get("permissions") is True
    if address.folder:
        shown = listed(state, caller, call, address)
    else:
        item = state.store.find(address)
        shown = None if item is None else described(item, caller, etag=True, allowed=allowed)
    if shown is None:
        return replies.empty(404)
    media_type = VENDOR_TYPE if VENDOR_TYPE in call.header("accept") else "application/json"
    return Response(compact(shown).encode(), media_type=media_type)


def listed(state: State, caller: Caller, call: Call, folder: Address) -> JsonObject | None:
    """One page of *folder*; None if it does not exist."""
    items = state.store.under(folder)
    if not items and folder.path:
        return None
    allowed = call.values.get("permissions") is True
    flat = call.values.get("recursive") is True
    nodes = children(items, caller, folder, flat=flat, allowed=allowed)
    last = opened(str(call.values.get("token", "")))
    limit = int(call.values.get("limit", PAGE))
    keys = sorted(key for key in nodes if key > last)
    shown = node(folder, caller, allowed=allowed)
    shown["items"] = [nodes[key] for key in keys[:limit]]
    if 0 < limit < len(keys):
        shown["nextToken"] = sealed(keys[limit - 1])
    return shown


def children(
    items: list[Item], caller: Caller, folder: Address, *, flat: bool, allowed: bool
) -> dict[str, JsonObject]:
    """The nodes in *folder* by path: everything below if *flat*, else items and sub-folders."""
    start = len(folder.path) + 1 if folder.path else 0
    nodes: dict[str, JsonObject] = {}
    for item in items:
        name, slash, _ = item.path[start:].partition("/")
        if flat or not slash:
            nodes[item.path] = described(item, caller, etag=False, allowed=allowed)
            continue
        path = item.path[:start] + name
        inner = Address(folder.kind, folder.bucket, path, folder=True)
        nodes[f"{path}/"] = {**node(inner, caller, allowed=allowed), "items": None}
    return nodes


def described(item: Item, caller: Caller, *, etag: bool, allowed: bool) -> JsonObject:
    """*item* as metadata; listings leave out its *etag*."""
    shown = node(item.address, caller, allowed=allowed)
    shown |= {"createdAt": item.created_ms, "updatedAt": item.updated_ms}
    if etag:
        shown["etag"] = item.etag
    if item.kind == "files":
        shown |= {"contentLength": item.size_bytes, "contentType": item.content_type}
    return shown


def node(address: Address, caller: Caller, *, allowed: bool) -> JsonObject:
    """What every node shows; *allowed* adds the caller's permissions."""
    shown: JsonObject = {
        "name": address.name,
        "parentPath": address.parent,
        "bucket": address.bucket,
        "url": address.url,
        "nodeType": "FOLDER" if address.folder else "ITEM",
        "resourceType": RESOURCE_TYPES[address.kind],
    }
    if allowed:
        shown["permissions"] = permissions(caller, address)
    return shown


def sealed(key: str) -> str:
    """The token that continues behind *key*."""
    return base64.urlsafe_b64encode(key.encode()).decode()


def opened(token: str) -> str:
    """
    The key behind which *token* continues.

    Raises:
        Refusal: 400 if no page ended with this token.
    """
    try:
        return base64.b64decode(token, altchars=b"-_", validate=True).decode()
    except (binascii.Error, UnicodeError) as error:
        raise Refusal(400, f"Invalid token provided: {token}") from error
