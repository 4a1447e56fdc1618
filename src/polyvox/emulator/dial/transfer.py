"""
Moving and copying stored resources of any kind.

Source: ai-dial-core 0.18, ResourceOperationController; the copy is of 2026.
"""

from __future__ import annotations

from starlette.responses import Response

from polyvox.emulator import replies
from polyvox.emulator.behaviours import Handler
from polyvox.emulator.calls import Call
from polyvox.emulator.dial.access import check_access
from polyvox.emulator.dial.addresses import parsed_url
from polyvox.emulator.dial.state import State
from polyvox.emulator.errors import Refusal
from polyvox.emulator.jsonvalues import text_of

__all__ = ["transfer_handlers"]


def transfer_handlers(state: State) -> dict[str, Handler]:
    """The handlers of this room by operationId."""
    return {
        "move_resource": lambda call: transfer(state, call, "move"),
        "copy_resource": lambda call: transfer(state, call, "copy"),
    }


def transfer(state: State, call: Call, verb: str) -> Response:
    """Move or copy one resource, as *verb* says."""
    source = parsed_url(text_of(call.fields.get("sourceUrl")))
    target = parsed_url(text_of(call.fields.get("destinationUrl")))
    if source.folder or target.folder:
        raise Refusal(400, f"Moving of folders is not supported: {source.url}")
    if source.kind != target.kind:
        raise Refusal(400, "Source and destination resources must be of the same type")
    if source == target:
        raise Refusal(400, "Source and destination resources cannot be the same")
    caller = state.caller(call.request)
    check_access(caller, source, "WRITE" if verb == "move" else "READ")
    check_access(caller, target, "WRITE")
    item = state.store.find(source)
    if item is None:
        raise Refusal(400, f"Source resource {source.url} does not exist")
    if state.store.find(target) is not None and call.fields.get("overwrite") is not True:
        msg = f"Can't {verb} resource {source.url} to {target.url}, because "
        raise Refusal(400, msg + "destination resource already exists")
    state.store.copy(item, target)
    if verb == "move":
        state.store.remove(item)
    return replies.empty()
