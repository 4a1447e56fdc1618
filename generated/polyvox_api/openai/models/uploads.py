"""Models of OpenAI: uploads. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .shared import (
    ExpiresAfter,
    FileObject,
    FilePurpose,
    decode_expires_after,
    decode_file_object,
    encode_expires_after,
    encode_file_object,
)

if TYPE_CHECKING:
    from polyvox_core.content import FileContent

__all__ = [
    "AddUploadPartRequest",
    "CompleteUploadRequest",
    "CreateUploadRequest",
    "Upload",
    "UploadPart",
    "UploadStatus",
]


UploadStatus: TypeAlias = Literal["pending", "completed", "cancelled", "expired"] | str
"""State of an upload."""


@define(eq=False, repr=False, weakref_slot=False)
class CreateUploadRequest(Model):
    """
    The file that is going to come in parts.

    Attributes:
        filename: Name of the file.
        purpose: What a file is for. Results have purposes of their own, such as `batch_output`.
        bytes_: Size of the whole file in bytes.
        mime_type: MIME type, one that the purpose allows.
        expires_after: How long a file lives.
    """

    filename: str
    purpose: FilePurpose
    bytes_: int
    mime_type: str
    expires_after: ExpiresAfter | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_create_upload_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CreateUploadRequest:
        """The value of a decoded JSON object."""
        return decode_create_upload_request(source)


_CREATE_UPLOAD_REQUEST: Final = frozenset(
    {"filename", "purpose", "bytes", "mime_type", "expires_after"}
)


def decode_create_upload_request(source: Any) -> CreateUploadRequest:
    """`CreateUploadRequest` of decoded JSON."""
    get = source.get
    return CreateUploadRequest(
        source["filename"],
        source["purpose"],
        source["bytes"],
        source["mime_type"],
        decode_expires_after(value)
        if (value := get("expires_after", UNSET)).__class__ is dict
        else value,
        None
        if source.keys() <= _CREATE_UPLOAD_REQUEST
        else extra_of(source, _CREATE_UPLOAD_REQUEST),
    )


def encode_create_upload_request(value: Any) -> JsonObject:
    """JSON of a `CreateUploadRequest`."""
    result: JsonObject = {}
    result["filename"] = value.filename
    result["purpose"] = value.purpose
    result["bytes"] = value.bytes_
    result["mime_type"] = value.mime_type
    if (item := value.expires_after) is not UNSET:
        result["expires_after"] = (
            encode_expires_after(item) if isinstance(item, ExpiresAfter) else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class AddUploadPartRequest(Model):
    """
    One part of a file.

    Attributes:
        data: The content of the part, up to 64 MB.
    """

    data: FileContent
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_add_upload_part_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> AddUploadPartRequest:
        """The value of a decoded JSON object."""
        return decode_add_upload_part_request(source)


_ADD_UPLOAD_PART_REQUEST: Final = frozenset({"data"})


def decode_add_upload_part_request(source: Any) -> AddUploadPartRequest:
    """`AddUploadPartRequest` of decoded JSON."""
    return AddUploadPartRequest(
        source["data"],
        None
        if source.keys() <= _ADD_UPLOAD_PART_REQUEST
        else extra_of(source, _ADD_UPLOAD_PART_REQUEST),
    )


def encode_add_upload_part_request(value: Any) -> JsonObject:
    """JSON of a `AddUploadPartRequest`."""
    result: JsonObject = {}
    result["data"] = value.data
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class CompleteUploadRequest(Model):
    """
    How the parts become a file.

    Attributes:
        part_ids: Ids of the parts, in the order of the file.
        md5: MD5 of the whole file in hexadecimal, to be checked by the server.
    """

    part_ids: list[str]
    md5: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_complete_upload_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CompleteUploadRequest:
        """The value of a decoded JSON object."""
        return decode_complete_upload_request(source)


_COMPLETE_UPLOAD_REQUEST: Final = frozenset({"part_ids", "md5"})


def decode_complete_upload_request(source: Any) -> CompleteUploadRequest:
    """`CompleteUploadRequest` of decoded JSON."""
    get = source.get
    return CompleteUploadRequest(
        source["part_ids"],
        get("md5", UNSET),
        None
        if source.keys() <= _COMPLETE_UPLOAD_REQUEST
        else extra_of(source, _COMPLETE_UPLOAD_REQUEST),
    )


def encode_complete_upload_request(value: Any) -> JsonObject:
    """JSON of a `CompleteUploadRequest`."""
    result: JsonObject = {}
    result["part_ids"] = value.part_ids
    if (item := value.md5) is not UNSET:
        result["md5"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class Upload(Model):
    """
    The upload of a file in parts.

    Attributes:
        id: Id of the upload.
        object: Kind of the object, `upload`.
        bytes_: Size of the whole file in bytes.
        created_at: Creation time in seconds since 1970.
        expires_at: Time in seconds since 1970 at which the upload expires.
        filename: Name of the file.
        purpose: What a file is for. Results have purposes of their own, such as `batch_output`.
        status: State of an upload.
        file: What is known about a stored file.
    """

    id: str
    object: str | None | Unset = UNSET
    bytes_: int | None | Unset = UNSET
    created_at: int | None | Unset = UNSET
    expires_at: int | None | Unset = UNSET
    filename: str | None | Unset = UNSET
    purpose: FilePurpose | None | Unset = UNSET
    status: UploadStatus | Unset = UNSET
    file: FileObject | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_upload(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> Upload:
        """The value of a decoded JSON object."""
        return decode_upload(source)


_UPLOAD: Final = frozenset(
    {"id", "object", "bytes", "created_at", "expires_at", "filename", "purpose", "status", "file"}
)


def decode_upload(source: Any) -> Upload:
    """`Upload` of decoded JSON."""
    get = source.get
    return Upload(
        source["id"],
        get("object", UNSET),
        get("bytes", UNSET),
        get("created_at", UNSET),
        get("expires_at", UNSET),
        get("filename", UNSET),
        get("purpose", UNSET),
        get("status", UNSET),
        decode_file_object(value) if (value := get("file", UNSET)).__class__ is dict else value,
        None if source.keys() <= _UPLOAD else extra_of(source, _UPLOAD),
    )


def encode_upload(value: Any) -> JsonObject:
    """JSON of a `Upload`."""
    result: JsonObject = {}
    result["id"] = value.id
    if (item := value.object) is not UNSET:
        result["object"] = item
    if (item := value.bytes_) is not UNSET:
        result["bytes"] = item
    if (item := value.created_at) is not UNSET:
        result["created_at"] = item
    if (item := value.expires_at) is not UNSET:
        result["expires_at"] = item
    if (item := value.filename) is not UNSET:
        result["filename"] = item
    if (item := value.purpose) is not UNSET:
        result["purpose"] = item
    if (item := value.status) is not UNSET:
        result["status"] = item
    if (item := value.file) is not UNSET:
        result["file"] = encode_file_object(item) if isinstance(item, FileObject) else item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class UploadPart(Model):
    """
    A part of an upload.

    Attributes:
        id: Id of the part.
        object: Kind of the object, `upload.part`.
        created_at: Creation time in seconds since 1970.
        upload_id: Id of the upload.
    """

    id: str
    object: str | None | Unset = UNSET
    created_at: int | None | Unset = UNSET
    upload_id: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_upload_part(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> UploadPart:
        """The value of a decoded JSON object."""
        return decode_upload_part(source)


_UPLOAD_PART: Final = frozenset({"id", "object", "created_at", "upload_id"})


def decode_upload_part(source: Any) -> UploadPart:
    """`UploadPart` of decoded JSON."""
    get = source.get
    return UploadPart(
        source["id"],
        get("object", UNSET),
        get("created_at", UNSET),
        get("upload_id", UNSET),
        None if source.keys() <= _UPLOAD_PART else extra_of(source, _UPLOAD_PART),
    )


def encode_upload_part(value: Any) -> JsonObject:
    """JSON of a `UploadPart`."""
    result: JsonObject = {}
    result["id"] = value.id
    if (item := value.object) is not UNSET:
        result["object"] = item
    if (item := value.created_at) is not UNSET:
        result["created_at"] = item
    if (item := value.upload_id) is not UNSET:
        result["upload_id"] = item
    if value.extra:
        result.update(value.extra)
    return result
