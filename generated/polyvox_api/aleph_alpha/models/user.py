"""Models of Aleph Alpha: user. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

__all__ = [
    "ListRecentRequestsResult",
    "LoginRequest",
    "Permission",
    "Permissions",
    "RecentRequest",
    "UserDetail",
]


@define(eq=False, repr=False, weakref_slot=False)
class UserDetail(Model):
    """
    An account.

    Attributes:
        id: Its id.
        email: Its email address.
        role: Its role.
        credits_remaining: Always 0.
        invoice_allowed: Always true.
        out_of_credits_threshold: Always 0.
        terms_of_service_version: Version of the terms that were accepted.
    """

    id: int
    email: str
    role: str
    credits_remaining: float | Unset = UNSET
    invoice_allowed: bool | Unset = UNSET
    out_of_credits_threshold: int | Unset = UNSET
    terms_of_service_version: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_user_detail(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> UserDetail:
        """The value of a decoded JSON object."""
        return decode_user_detail(source)


_USER_DETAIL: Final = frozenset(
    {
        "id",
        "email",
        "role",
        "credits_remaining",
        "invoice_allowed",
        "out_of_credits_threshold",
        "terms_of_service_version",
    }
)


def decode_user_detail(source: Any) -> UserDetail:
    """`UserDetail` of decoded JSON."""
    get = source.get
    return UserDetail(
        source["id"],
        source["email"],
        source["role"],
        get("credits_remaining", UNSET),
        get("invoice_allowed", UNSET),
        get("out_of_credits_threshold", UNSET),
        get("terms_of_service_version", UNSET),
        None if source.keys() <= _USER_DETAIL else extra_of(source, _USER_DETAIL),
    )


def encode_user_detail(value: Any) -> JsonObject:
    """JSON of a `UserDetail`."""
    result: JsonObject = {}
    result["id"] = value.id
    result["email"] = value.email
    result["role"] = value.role
    if (item := value.credits_remaining) is not UNSET:
        result["credits_remaining"] = item
    if (item := value.invoice_allowed) is not UNSET:
        result["invoice_allowed"] = item
    if (item := value.out_of_credits_threshold) is not UNSET:
        result["out_of_credits_threshold"] = item
    if (item := value.terms_of_service_version) is not UNSET:
        result["terms_of_service_version"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class LoginRequest(Model):
    """
    Who signs in.

    Attributes:
        email: Email address of the account.
        password: Its password.
    """

    email: str
    password: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_login_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> LoginRequest:
        """The value of a decoded JSON object."""
        return decode_login_request(source)


_LOGIN_REQUEST: Final = frozenset({"email", "password"})


def decode_login_request(source: Any) -> LoginRequest:
    """`LoginRequest` of decoded JSON."""
    return LoginRequest(
        source["email"],
        source["password"],
        None if source.keys() <= _LOGIN_REQUEST else extra_of(source, _LOGIN_REQUEST),
    )


def encode_login_request(value: Any) -> JsonObject:
    """JSON of a `LoginRequest`."""
    result: JsonObject = {}
    result["email"] = value.email
    result["password"] = value.password
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class RecentRequest(Model):
    """
    One request that succeeded.

    Attributes:
        create_timestamp: When it was made.
        model_name: Name of the model.
        request_type: What it asked for.
        token_count_prompt: Tokens of the prompt.
        image_count_prompt: Images in the prompt.
        token_count_completion: Tokens of the completion.
        duration_millis: How long it took, in milliseconds.
        credits: What it cost.
    """

    create_timestamp: str | Unset = UNSET
    model_name: str | Unset = UNSET
    request_type: str | Unset = UNSET
    token_count_prompt: int | Unset = UNSET
    image_count_prompt: int | Unset = UNSET
    token_count_completion: int | Unset = UNSET
    duration_millis: int | Unset = UNSET
    credits: float | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_recent_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> RecentRequest:
        """The value of a decoded JSON object."""
        return decode_recent_request(source)


_RECENT_REQUEST: Final = frozenset(
    {
        "create_timestamp",
        "model_name",
        "request_type",
        "token_count_prompt",
        "image_count_prompt",
        "token_count_completion",
        "duration_millis",
        "credits",
    }
)


def decode_recent_request(source: Any) -> RecentRequest:
    """`RecentRequest` of decoded JSON."""
    get = source.get
    return RecentRequest(
        get("create_timestamp", UNSET),
        get("model_name", UNSET),
        get("request_type", UNSET),
        get("token_count_prompt", UNSET),
        get("image_count_prompt", UNSET),
        get("token_count_completion", UNSET),
        get("duration_millis", UNSET),
        get("credits", UNSET),
        None if source.keys() <= _RECENT_REQUEST else extra_of(source, _RECENT_REQUEST),
    )


def encode_recent_request(value: Any) -> JsonObject:
    """JSON of a `RecentRequest`."""
    result: JsonObject = {}
    if (item := value.create_timestamp) is not UNSET:
        result["create_timestamp"] = item
    if (item := value.model_name) is not UNSET:
        result["model_name"] = item
    if (item := value.request_type) is not UNSET:
        result["request_type"] = item
    if (item := value.token_count_prompt) is not UNSET:
        result["token_count_prompt"] = item
    if (item := value.image_count_prompt) is not UNSET:
        result["image_count_prompt"] = item
    if (item := value.token_count_completion) is not UNSET:
        result["token_count_completion"] = item
    if (item := value.duration_millis) is not UNSET:
        result["duration_millis"] = item
    if (item := value.credits) is not UNSET:
        result["credits"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class Permission(Model):
    """
    One permission.

    Attributes:
        permission: Its name.
    """

    permission: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_permission(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> Permission:
        """The value of a decoded JSON object."""
        return decode_permission(source)


_PERMISSION: Final = frozenset({"permission"})


def decode_permission(source: Any) -> Permission:
    """`Permission` of decoded JSON."""
    return Permission(
        source["permission"],
        None if source.keys() <= _PERMISSION else extra_of(source, _PERMISSION),
    )


def encode_permission(value: Any) -> JsonObject:
    """JSON of a `Permission`."""
    result: JsonObject = {}
    result["permission"] = value.permission
    if value.extra:
        result.update(value.extra)
    return result


Permissions: TypeAlias = list[Permission]
"""Permissions of a caller."""


def decode_permissions(source: Any) -> Permissions:
    """`Permissions` of decoded JSON."""
    result: Permissions = (
        [decode_permission(item) if item.__class__ is dict else item for item in source]
        if source.__class__ is list
        else source
    )
    return result


def encode_permissions(value: Any) -> Any:
    """JSON of a `Permissions`."""
    return (
        [encode_permission(item) if isinstance(item, Permission) else item for item in value]
        if value.__class__ in (list, tuple)
        else value
    )


ListRecentRequestsResult: TypeAlias = list[RecentRequest]
"""The type `ListRecentRequestsResult`."""


def decode_list_recent_requests_result(source: Any) -> ListRecentRequestsResult:
    """`ListRecentRequestsResult` of decoded JSON."""
    result: ListRecentRequestsResult = (
        [decode_recent_request(item) if item.__class__ is dict else item for item in source]
        if source.__class__ is list
        else source
    )
    return result


def encode_list_recent_requests_result(value: Any) -> Any:
    """JSON of a `ListRecentRequestsResult`."""
    return (
        [encode_recent_request(item) if isinstance(item, RecentRequest) else item for item in value]
        if value.__class__ in (list, tuple)
        else value
    )
