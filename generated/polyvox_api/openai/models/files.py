"""Models of OpenAI: files. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .shared import FileObject, FilePurpose, decode_file_object, encode_file_object

if TYPE_CHECKING:
    from polyvox_core.content import FileContent

__all__ = [
    "DeletedFile",
    "FileList",
    "FileUploadRequest",
    "ListOrder",
]


ListOrder: TypeAlias = Literal["asc", "desc"] | str
"""Order by creation time, oldest or newest first."""


@define(eq=False, repr=False, weakref_slot=False)
class FileUploadRequest(Model):
    """
    A file and its purpose.

    Attributes:
        purpose: What a file is for. Results have purposes of their own, such as `batch_output`.
        file: The content.
    """

    purpose: FilePurpose
    file: FileContent
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_file_upload_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> FileUploadRequest:
        """The value of a decoded JSON object."""
        return decode_file_upload_request(source)


_FILE_UPLOAD_REQUEST: Final = frozenset({"purpose", "file"})


def decode_file_upload_request(source: Any) -> FileUploadRequest:
    """`FileUploadRequest` of decoded JSON."""
    return FileUploadRequest(
        source["purpose"],
        source["file"],
        None if source.keys() <= _FILE_UPLOAD_REQUEST else extra_of(source, _FILE_UPLOAD_REQUEST),
    )


def encode_file_upload_request(value: Any) -> JsonObject:
    """JSON of a `FileUploadRequest`."""
    result: JsonObject = {}
    result["purpose"] = value.purpose
    result["file"] = value.file
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class FileList(Model):
    """
    A page of files.

    Attributes:
        object: Kind of the object, `list`.
        data: The files.
        first_id: Id of the first file of the page.
        last_id: Id of the last file of the page.
        has_more: Whether there is a next page.
    """

    object: str | None | Unset = UNSET
    data: list[FileObject] | Unset = UNSET
    first_id: str | None | Unset = UNSET
    last_id: str | None | Unset = UNSET
    has_more: bool | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_file_list(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> FileList:
        """The value of a decoded JSON object."""
        return decode_file_list(source)


_FILE_LIST: Final = frozenset({"object", "data", "first_id", "last_id", "has_more"})


def decode_file_list(source: Any) -> FileList:
    """`FileList` of decoded JSON."""
    get = source.get
    return FileList(
        get("object", UNSET),
        [decode_file_object(item) if item.__class__ is dict else item for item in value]
        if (value := get("data", UNSET)).__class__ is list
        else value,
        get("first_id", UNSET),
        get("last_id", UNSET),
        get("has_more", UNSET),
        None if source.keys() <= _FILE_LIST else extra_of(source, _FILE_LIST),
    )


def encode_file_list(value: Any) -> JsonObject:
    """JSON of a `FileList`."""
    result: JsonObject = {}
    if (item := value.object) is not UNSET:
        result["object"] = item
    if (item := value.data) is not UNSET:
        result["data"] = (
            [encode_file_object(part) if isinstance(part, FileObject) else part for part in item]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.first_id) is not UNSET:
        result["first_id"] = item
    if (item := value.last_id) is not UNSET:
        result["last_id"] = item
    if (item := value.has_more) is not UNSET:
        result["has_more"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class DeletedFile(Model):
    """
    The confirmation that a file was deleted.

    Attributes:
        id: Id of the file.
        object: Kind of the object, `file`.
        deleted: Whether it is deleted.
    """

    id: str | Unset = UNSET
    object: str | None | Unset = UNSET
    deleted: bool | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_deleted_file(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> DeletedFile:
        """The value of a decoded JSON object."""
        return decode_deleted_file(source)


_DELETED_FILE: Final = frozenset({"id", "object", "deleted"})


def decode_deleted_file(source: Any) -> DeletedFile:
    """`DeletedFile` of decoded JSON."""
    get = source.get
    return DeletedFile(
        get("id", UNSET),
        get("object", UNSET),
        get("deleted", UNSET),
        None if source.keys() <= _DELETED_FILE else extra_of(source, _DELETED_FILE),
    )


def encode_deleted_file(value: Any) -> JsonObject:
    """JSON of a `DeletedFile`."""
    result: JsonObject = {}
    if (item := value.id) is not UNSET:
        result["id"] = item
    if (item := value.object) is not UNSET:
        result["object"] = item
    if (item := value.deleted) is not UNSET:
        result["deleted"] = item
    if value.extra:
        result.update(value.extra)
    return result
