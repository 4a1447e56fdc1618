"""Models of AI DIAL: shared_files. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import define
from polyvox_core.model import JsonObject, Model, extra_of

if TYPE_CHECKING:
    from polyvox_core.content import FileContent

__all__ = [
    "FileUpload",
]


@define(eq=False, repr=False, weakref_slot=False)
class FileUpload(Model):
    """
    One file.

    Attributes:
        file: The content; the type of this part is stored with it.
    """

    file: FileContent
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_file_upload(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> FileUpload:
        """The value of a decoded JSON object."""
        return decode_file_upload(source)


_FILE_UPLOAD: Final = frozenset({"file"})


def decode_file_upload(source: Any) -> FileUpload:
    """`FileUpload` of decoded JSON."""
    return FileUpload(
        source["file"],
        None if source.keys() <= _FILE_UPLOAD else extra_of(source, _FILE_UPLOAD),
    )


def encode_file_upload(value: Any) -> JsonObject:
    """JSON of a `FileUpload`."""
    result: JsonObject = {}
    result["file"] = value.file
    if value.extra:
        result.update(value.extra)
    return result
