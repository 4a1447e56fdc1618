"""
What a caller learns about itself: its bucket and who it is.
"""

from __future__ import annotations

from starlette.responses import Response

from polyvox.emulator import replies
from polyvox.emulator.behaviours import Handler
from polyvox.emulator.calls import Call
from polyvox.emulator.dial.state import State
from polyvox.emulator.jsonvalues import JsonObject

__all__ = ["caller_handlers"]


def caller_handlers(state: State) -> dict[str, Handler]:
    """The handlers of this room by operationId."""
    return {
        "get_bucket": lambda call: bucket(state, call),
        "get_user_info": lambda call: user(state, call),
    }


def bucket(state: State, call: Call) -> Response:
    """The caller's bucket; a per-request key learns its application's folder too."""
    caller = state.caller(call.request)
    body = {"bucket": caller.bucket}
    if caller.per_request:
        body["appdata"] = f"{caller.bucket}/appdata/echo"
    return replies.json_reply(body)


def user(state: State, call: Call) -> Response:
    """The caller's roles, and the project of a key or the claims of a token."""
    body: JsonObject = {"roles": ["default"]}
    if state.caller(call.request).kind == "key":
        body["project"] = "emulator"
    else:
        body |= {"userId": "user-1", "userClaims": {"title": ["Analyst"]}}
    return replies.json_reply(body)
