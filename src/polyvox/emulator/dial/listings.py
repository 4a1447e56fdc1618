"""
Listings of deployments, models, applications and toolsets.

Source: ai-dial-core 0.18 and 2026, controllers of deployments.
"""

from __future__ import annotations

from starlette.responses import Response

from polyvox.emulator import replies
from polyvox.emulator.behaviours import Handler
from polyvox.emulator.calls import Call
from polyvox.emulator.dial.chat import found_deployment
from polyvox.emulator.dial.state import State
from polyvox.emulator.jsonvalues import items_of

__all__ = ["listing_handlers"]


def listing_handlers(state: State) -> dict[str, Handler]:
    """The handlers of this room by operationId."""
    return {
        "list_deployments": lambda _: listed(state, "model", "application", shown="deployment"),
        "list_models": lambda _: listed(state, "model"),
        "list_applications": lambda _: listed(state, "application"),
        "list_toolsets": lambda _: listed(state, "toolset"),
        "get_deployment": lambda call: one(state, call, shown="deployment"),
        "get_typed_deployment": lambda call: one(state, call),
        "get_model": lambda call: one(state, call, "model"),
        "get_application": lambda call: one(state, call, "application"),
        "get_toolset": lambda call: one(state, call, "toolset"),
        "list_typed_deployments": lambda call: by_interface(state, call),
        "list_deployment_names": lambda call: names(state, call),
    }


def listed(state: State, *kinds: str, shown: str | None = None) -> Response:
    """The deployments of *kinds* in a list object."""
    found = [deployment.described(shown) for deployment in state.deployments(*kinds)]
    return replies.json_reply({"data": found, "object": "list"})


def one(state: State, call: Call, kind: str | None = None, shown: str | None = None) -> Response:
    """One deployment; 404 without a body if there is none of that *kind*."""
    deployment = found_deployment(state, call)
    if deployment is None or kind not in {None, deployment.kind}:
        return replies.empty(404)
    return replies.json_reply(deployment.described(shown))


def by_interface(state: State, call: Call) -> Response:
    """A bare array of the deployments with one of the wanted interfaces; all without any."""
    wanted = set(items_of(call.values.get("interface_type")))
    found = state.deployments()
    if wanted and "all" not in wanted:
        found = [item for item in found if wanted.intersection(item.interfaces)]
    return replies.json_reply([item.described() for item in found])


def names(state: State, call: Call) -> Response:
    """A bare array of ids and kinds."""
    kinds = items_of(call.values.get("type"))
    found = state.deployments(*kinds)
    return replies.json_reply([{"id": item.id, "object": item.kind} for item in found])
