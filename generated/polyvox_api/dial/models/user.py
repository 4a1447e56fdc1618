"""Models of AI DIAL: user. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .shared_deployments_parts import (
    CostWindow,
    LimitStats,
    decode_cost_window,
    decode_limit_stats,
    encode_cost_window,
    encode_limit_stats,
)

__all__ = [
    "DeploymentLimits",
    "LimitedDeploymentType",
    "UserClaims",
    "UserInfo",
    "UserLimits",
]


LimitedDeploymentType: TypeAlias = Literal["model", "application"] | str
"""A kind of deployment with limits."""


@define(eq=False, repr=False, weakref_slot=False)
class UserInfo(Model):
    """
    Who the server takes the caller for.

    Attributes:
        roles: Roles of the caller.
        project: Project of the API key.
        user_id: Id of the user. Newer servers only.
        user_claims: Claims of the caller's token; the key is the claim.
        user_display_name: Name to show for the user. Newer servers only.
    """

    roles: list[str] | None | Unset = UNSET
    project: str | None | Unset = UNSET
    user_id: str | None | Unset = UNSET
    user_claims: UserClaims | Unset = UNSET
    user_display_name: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_user_info(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> UserInfo:
        """The value of a decoded JSON object."""
        return decode_user_info(source)


_USER_INFO: Final = frozenset({"roles", "project", "userId", "userClaims", "userDisplayName"})


def decode_user_info(source: Any) -> UserInfo:
    """`UserInfo` of decoded JSON."""
    get = source.get
    return UserInfo(
        get("roles", UNSET),
        get("project", UNSET),
        get("userId", UNSET),
        get("userClaims", UNSET),
        get("userDisplayName", UNSET),
        None if source.keys() <= _USER_INFO else extra_of(source, _USER_INFO),
    )


def encode_user_info(value: Any) -> JsonObject:
    """JSON of a `UserInfo`."""
    result: JsonObject = {}
    if (item := value.roles) is not UNSET:
        result["roles"] = item
    if (item := value.project) is not UNSET:
        result["project"] = item
    if (item := value.user_id) is not UNSET:
        result["userId"] = item
    if (item := value.user_claims) is not UNSET:
        result["userClaims"] = item
    if (item := value.user_display_name) is not UNSET:
        result["userDisplayName"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class UserLimits(Model):
    """
    Limits and usage of the caller.

    Attributes:
        deployments: Limits and usage; the key is the deployment id.
        minute_cost_stats: A limit on cost in one period.
        day_cost_stats: A limit on cost in one period.
        week_cost_stats: A limit on cost in one period.
        month_cost_stats: A limit on cost in one period.
    """

    deployments: DeploymentLimits | Unset = UNSET
    minute_cost_stats: CostWindow | Unset = UNSET
    day_cost_stats: CostWindow | Unset = UNSET
    week_cost_stats: CostWindow | Unset = UNSET
    month_cost_stats: CostWindow | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_user_limits(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> UserLimits:
        """The value of a decoded JSON object."""
        return decode_user_limits(source)


_USER_LIMITS: Final = frozenset(
    {"deployments", "minuteCostStats", "dayCostStats", "weekCostStats", "monthCostStats"}
)


def decode_user_limits(source: Any) -> UserLimits:
    """`UserLimits` of decoded JSON."""
    get = source.get
    return UserLimits(
        decode_deployment_limits(get("deployments", UNSET)),
        decode_cost_window(value)
        if (value := get("minuteCostStats", UNSET)).__class__ is dict
        else value,
        decode_cost_window(value)
        if (value := get("dayCostStats", UNSET)).__class__ is dict
        else value,
        decode_cost_window(value)
        if (value := get("weekCostStats", UNSET)).__class__ is dict
        else value,
        decode_cost_window(value)
        if (value := get("monthCostStats", UNSET)).__class__ is dict
        else value,
        None if source.keys() <= _USER_LIMITS else extra_of(source, _USER_LIMITS),
    )


def encode_user_limits(value: Any) -> JsonObject:
    """JSON of a `UserLimits`."""
    result: JsonObject = {}
    if (item := value.deployments) is not UNSET:
        result["deployments"] = encode_deployment_limits(item)
    if (item := value.minute_cost_stats) is not UNSET:
        result["minuteCostStats"] = (
            encode_cost_window(item) if isinstance(item, CostWindow) else item
        )
    if (item := value.day_cost_stats) is not UNSET:
        result["dayCostStats"] = encode_cost_window(item) if isinstance(item, CostWindow) else item
    if (item := value.week_cost_stats) is not UNSET:
        result["weekCostStats"] = encode_cost_window(item) if isinstance(item, CostWindow) else item
    if (item := value.month_cost_stats) is not UNSET:
        result["monthCostStats"] = (
            encode_cost_window(item) if isinstance(item, CostWindow) else item
        )
    if value.extra:
        result.update(value.extra)
    return result


UserClaims: TypeAlias = dict[str, list[str]]
"""Claims of the caller's token; the key is the claim."""


DeploymentLimits: TypeAlias = dict[str, LimitStats]
"""Limits and usage; the key is the deployment id."""


def decode_deployment_limits(source: Any) -> DeploymentLimits:
    """`DeploymentLimits` of decoded JSON."""
    result: DeploymentLimits = (
        {
            key: decode_limit_stats(item) if item.__class__ is dict else item
            for key, item in source.items()
        }
        if source.__class__ is dict
        else source
    )
    return result


def encode_deployment_limits(value: Any) -> Any:
    """JSON of a `DeploymentLimits`."""
    return (
        {
            key: encode_limit_stats(item) if isinstance(item, LimitStats) else item
            for key, item in value.items()
        }
        if value.__class__ is dict
        else value
    )
