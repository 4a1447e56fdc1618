"""
Parts of a message that are no text: images, recordings and files, wherever the caller has them.

A part says where its content is. It is read when it is sent, never before, and a web address is
never fetched here: a backend that can fetch gets it as it is, the others refuse it. How a part
travels is each backend's own table; see `polyvox.backends.encoding`.
"""

from __future__ import annotations

import os
import re
from base64 import b64decode, b64encode
from pathlib import PurePath
from threading import Lock
from typing import Any, NamedTuple, Protocol, TypeAlias, cast
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from polyvox.images import Image
from polyvox.media_types import by_name, sniffed
from polyvox_core.errors import ConfigError, UrlError
from polyvox_core.reading import Readable, material_of

__all__ = ["AudioPart", "Content", "FilePart", "ImagePart", "Part", "PartSource", "StoredFile"]

MAX_BYTES = 50 * 1024 * 1024
"""Largest content of a part; no backend is known to take more in a request."""

_WEB = re.compile(r"https?://[^\s\\]+", re.IGNORECASE)
_DATA = re.compile(r"data:(?P<type>[^,;\s]*)(?P<more>[^,\s]*),", re.IGNORECASE)
_STORED = re.compile(r"(?:files/|file[-_])[^\s\\]+")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+:", re.IGNORECASE)
_MEDIA_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+(?: *;[ -~]*)?", re.ASCII)


class StoredFile(Protocol):
    """A file on the backend, such as the `FileInfo` that `client.files.upload` gives."""

    @property
    def url(self) -> str:
        """What the backend's calls take."""
        ...

    @property
    def name(self) -> str:
        """Its name."""
        ...

    @property
    def content_type(self) -> str | None:
        """Its media type, if known."""
        ...


PartSource: TypeAlias = (
    str | bytes | bytearray | memoryview | os.PathLike[str] | Readable | Image | StoredFile
)
"""Where the content of a part may come from; see `Part`."""


class Content(NamedTuple):
    """What a part holds; `media_type` is empty when nothing tells it."""

    content: bytes
    media_type: str
    name: str | None

    @property
    def base64(self) -> str:
        """The bytes in base64."""
        return b64encode(self.content).decode()

    @property
    def data_url(self) -> str:
        """The bytes as a `data:` URL."""
        return f"data:{self.media_type};base64,{self.base64}"


class Part:
    """
    What all parts have in common.

    Args:
        source: A path (`pathlib.Path`), bytes, a file opened in binary mode, an address, a
            picture that a client made (`polyvox.Image`), or a stored file (what
            `client.files.upload` gives). An address is a text: an `https:` or `data:` URL, the id
            of a file stored by OpenAI (`file-...`), or the URL of one in the storage of DIAL
            (`files/...`). A text is never the name of a local file, so that no text from outside
            can make a program send one: write `Path("cat.png")`.
        name: File name to announce; by default the source's own.
        media_type: Such as `image/png`. By default the first bytes tell, then the name.

    Paths are read anew whenever the part is sent. An open file is read once, when it is first
    sent, and its bytes take its place: so every part can be sent again, as conversations do.

    Raises:
        UrlError: The address is of another kind, `file:` for example.
        ConfigError: The source is none of these.
    """

    __slots__ = ("_lock", "media_type", "name", "source")

    family = ""
    """What the media types of such parts begin with; empty for any."""

    def __init__(
        self, source: PartSource, *, name: str | None = None, media_type: str | None = None
    ) -> None:
        if media_type is not None and not _MEDIA_TYPE.fullmatch(media_type):
            msg = f"The media type {media_type!r} is malformed."
            raise ConfigError(msg, hint="Write it like image/png or application/pdf.")
        self.name: str | None = name
        self.media_type: str | None = media_type
        self._lock: Lock | None = None
        self.source: Any = self._taken(source)
        self.name = self.name or self._own_name()
        if self.media_type:
            self.type_of()

    def _taken(self, source: Any) -> Any:
        if isinstance(source, Image):
            self.media_type = self.media_type or source.content_type
            source = source.content if source.inline else source.url
        if isinstance(source, str):
            return self._address(source)
        if isinstance(source, (bytes, bytearray, memoryview)):
            return bytes(cast("bytes", source))
        if hasattr(source, "__fspath__"):
            return source
        if hasattr(source, "read"):
            self._lock = Lock()
            return source
        if isinstance(getattr(source, "url", None), str):
            self.name = self.name or getattr(source, "name", None)
            self.media_type = self.media_type or getattr(source, "content_type", None)
            return self._address(source.url)
        msg = f"A {type(source).__name__} cannot be sent as {type(self).__name__}."
        raise ConfigError(msg, hint="Pass bytes, a path, an open binary file, or a URL.")

    def _address(self, text: str) -> str:
        if head := _DATA.match(text):
            self.media_type = self.media_type or head["type"].lower() or None
            return text
        if _WEB.fullmatch(text) or _STORED.fullmatch(text):
            return text
        what = f"{type(self).__name__}({text[:80]!r}) names nothing that can be sent"
        # A drive letter of Windows is no scheme.
        if _SCHEME.match(text):
            msg = f"{what}: it is no https: or data: URL."
            raise UrlError(msg, hint="Pass pathlib.Path(...) for a local file.")
        msg = f"{what}: a text is a URL, never the name of a file."
        raise ConfigError(msg, hint=f"Pass pathlib.Path({text[:80]!r}) for a local file.")

    def _own_name(self) -> str | None:
        if isinstance(self.source, bytes) or self._is_data:
            return None
        if isinstance(self.source, str):
            return unquote(PurePath(urlsplit(self.source).path).name) or None
        path: Any = getattr(self.source, "name", None)
        if hasattr(self.source, "__fspath__"):
            path = os.fsdecode(self.source)
        # A file opened by its number has that for a name.
        return (PurePath(path).name or None) if isinstance(path, str) else None

    @property
    def _is_data(self) -> bool:
        return isinstance(self.source, str) and self.source[:5].lower() == "data:"

    @property
    def is_web(self) -> bool:
        """Whether the content is somewhere in the web."""
        return isinstance(self.source, str) and _WEB.match(self.source) is not None

    @property
    def is_stored(self) -> bool:
        """Whether the content is a file that a backend stores."""
        return isinstance(self.source, str) and not (self.is_web or self._is_data)

    def type_of(self, content: bytes = b"") -> str:
        """
        The media type: as given, else as *content* begins, else by the name; empty if none tells.

        Raises:
            ConfigError: It is of another family than the part.
        """
        found = self.media_type or sniffed(content) or by_name(self.name) or ""
        if found and not found.startswith(self.family):
            msg = f"{self!r} is of the type {found}."
            raise ConfigError(msg, hint=f"Use polyvox.{_class_for(found).__name__} for it.")
        return found

    def read(self, *, typed: bool = True) -> Content:
        """
        The content, read now.

        Args:
            typed: Whether the media type must be known.

        Raises:
            ConfigError: It cannot be read, is empty, too large, or of another type.
        """
        content = self._bytes()
        if not content:
            msg = f"{self!r} is empty."
            raise ConfigError(msg, hint="Check where it comes from.")
        media_type = self.type_of(content)
        if typed and not media_type:
            msg = f"Neither the content nor a name tells the media type of {self!r}."
            raise ConfigError(msg, hint="Pass media_type=, such as 'image/png'.")
        return Content(content, media_type, self.name)

    def _bytes(self) -> bytes:
        if isinstance(self.source, str):
            return self._of_data_url(self.source)
        if self._lock is None:
            return self._loaded()
        with self._lock:
            if not isinstance(self.source, bytes):
                self.source = self._loaded()
            return self.source

    def _loaded(self) -> bytes:
        material = material_of(self.source)
        if material.open is None:
            msg = f"{self!r} can only be read by asyncio."
            raise ConfigError(msg, hint="Read it first, and pass its bytes.")
        self._check_size(material.size_bytes or 0)
        if isinstance(self.source, bytes):
            return self.source
        content = bytearray()
        for chunk in material.open():
            content += chunk
            # Pipes and devices do not say where they end.
            self._check_size(len(content))
        return bytes(content)

    def _check_size(self, size_bytes: int) -> None:
        if size_bytes > MAX_BYTES:
            msg = f"{self!r} is larger than {MAX_BYTES // 1024**2} MiB."
            raise ConfigError(msg, hint="Upload it with client.files, where the backend has it.")

    def _of_data_url(self, text: str) -> bytes:
        head = _DATA.match(text)
        if head is None:
            msg = f"The content of {self!r} is elsewhere, and is never fetched here."
            raise ConfigError(msg, hint="Download it first, and pass its bytes or its path.")
        self._check_size((len(text) - head.end()) * 3 // 4)
        content = unquote_to_bytes(text[head.end() :])
        if head["more"].lower().endswith(";base64"):
            try:
                content = b64decode(content, validate=True)
            except ValueError as error:
                msg = f"{self!r} is not base64 ({error})."
                raise ConfigError(msg, hint="Pass the bytes instead.") from None
        return content

    def _key(self) -> tuple[Any, ...]:
        return type(self), self.source, self.name, self.media_type

    def __eq__(self, other: object) -> bool:
        """Whether *other* has the same source; open files are the same only as objects."""
        return isinstance(other, Part) and self._key() == other._key()

    # An open file is replaced by its bytes, and nothing that changes may be a key.
    __hash__ = None  # type: ignore[assignment]  # as Python wants it

    def __getstate__(self) -> dict[str, Any]:
        """What a copy or a pickle needs; an open file cannot be pickled."""
        return {name: getattr(self, name) for name in _fields(type(self)) if name != "_lock"}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Take over *state*."""
        self._lock = Lock() if hasattr(state["source"], "read") else None
        for name, value in state.items():
            setattr(self, name, value)

    def __repr__(self) -> str:
        """Name the source; no content, and nothing of a URL's query, which may be a secret."""
        source = self.source
        if isinstance(source, bytes):
            shown = f"<{len(source):,} bytes>"
        elif self._is_data:
            shown = f"<data: URL of {len(source):,} characters>"
        elif isinstance(source, str):
            shown = repr(source.partition("?")[0][:200])
        elif hasattr(source, "__fspath__"):
            shown = repr(os.fsdecode(source))
        else:
            shown = f"<open file {self.name!r}>" if self.name else f"<{type(source).__name__}>"
        return f"{type(self).__name__}({shown})"


class ImagePart(Part):
    """
    A picture in a message.

    Args:
        source: See `Part`: a `Path`, bytes, an open file, a URL, ...
        detail: How closely to look: "low", "high" or "auto"; OpenAI's word, DIAL takes it too.
        media_type: By default the first bytes tell, then the name.
    """

    __slots__ = ("detail",)

    family = "image/"

    def __init__(
        self, source: PartSource, detail: str | None = None, media_type: str | None = None
    ) -> None:
        super().__init__(source, media_type=media_type)
        self.detail = detail

    def _key(self) -> tuple[Any, ...]:
        return *super()._key(), self.detail


class AudioPart(Part):
    """
    A recording in a message.

    Args:
        source: See `Part`: a `Path`, bytes, an open file, a `data:` URL, ...
        media_type: By default the first bytes tell, then the name.
    """

    __slots__ = ()

    family = "audio/"

    def __init__(self, source: PartSource, media_type: str | None = None) -> None:
        super().__init__(source, media_type=media_type)


class FilePart(Part):
    """
    A file in a message, a PDF for example.

    Args:
        source: See `Part`: a `Path`, bytes, an open file, a stored file, ...
        name: File name to announce; by default the source's own.
        media_type: By default the first bytes tell, then the name.
    """

    __slots__ = ()

    def __init__(
        self, source: PartSource, name: str | None = None, media_type: str | None = None
    ) -> None:
        super().__init__(source, name=name, media_type=media_type)


def _fields(cls: type[Part]) -> list[str]:
    return [name for base in cls.__mro__ for name in getattr(base, "__slots__", ())]


def _class_for(media_type: str) -> type[Part]:
    return next(
        (one for one in (ImagePart, AudioPart) if media_type.startswith(one.family)), FilePart
    )
