"""
`client.skills`: references to skills and to their files; nothing is sent before a verb.

    ref = client.skills / "writing" / "tone-of-voice"
    ref.download(), ref.files.list(), (ref.files / "SKILL.md").read()

Source: aidial-client 0.18, resources.skills; ai-dial-core, `/v2/skills` (preview).
"""

from __future__ import annotations

from pathlib import PurePath
from typing import Any, Generic, Protocol, Self, TypeVar

from attrs import evolve, frozen

from polyvox.compat.aidial_client.content import Target
from polyvox.compat.aidial_client.errors import InvalidDialURLError, dial_error
from polyvox.compat.aidial_client.places import check_segments, skill_place
from polyvox.compat.aidial_client.session import fetched, shaped
from polyvox.compat.aidial_client.types.metadata import SkillFileMetadata, SkillMetadata
from polyvox.errors import PolyvoxError
from polyvox_api.dial.operations import skills as skills_api
from polyvox_core.flow import Flow
from polyvox_core.settings import Settings

__all__ = ["FileReference", "Reference", "SkillReference", "SkillSession"]

_SKILLS = shaped(skills_api.LIST_SKILLS, SkillMetadata.of)
_FILES = shaped(skills_api.LIST_SKILL_FILES, SkillFileMetadata.of)
_FILE = shaped(skills_api.GET_SKILL_FILE_METADATA, SkillFileMetadata.of)


class SkillSession(Protocol):
    """What references need of a session."""

    settings: Settings

    def bucket(self) -> Flow[str]:
        """The caller's own bucket."""
        ...


S = TypeVar("S", bound=SkillSession)


def _parts(path: str | PurePath) -> tuple[str, ...]:
    """The segments of a relative *path*."""
    text = path.as_posix() if isinstance(path, PurePath) else path
    fault = None
    if not text:
        fault = "path must not be empty"
    elif text.startswith("/"):
        fault = f"path must be relative, got: {text!r}"
    elif text.endswith("/"):
        fault = f"path must not end with '/', got: {text!r}; the verb decides what it names"
    if fault:
        raise InvalidDialURLError(fault)
    check_segments(text, "path")
    return tuple(text.split("/"))


@frozen(repr=False)
class Reference(Generic[S]):
    """
    A place among the skills of a bucket.

    Attributes:
        session: Of the client.
        bucket: Whose skills; None is the caller's own, looked up when a verb needs it.
        path: Segments below the bucket.
    """

    session: S
    bucket: str | None = None
    path: tuple[str, ...] = ()

    def __truediv__(self, path: str | PurePath) -> Self:
        """The place at *path* below this one."""
        return evolve(self, path=(*self.path, *_parts(path)))

    def _shown(self) -> str:
        return f"skills/{self.bucket or '<my-bucket>'}/{'/'.join(self.path)}"

    def _whose(self) -> Flow[str]:
        return self.bucket or (yield from self.session.bucket())


def _placed(url: str | PurePath, settings: Settings) -> tuple[str, tuple[str, ...]]:
    """Bucket and segments of a skill's *url*."""
    try:
        place = skill_place(url, settings)
    except PolyvoxError as error:
        raise dial_error(error) from error
    return place.bucket, tuple(place.path.split("/")) if place.path else ()


@frozen(repr=False)
class SkillReference(Reference[S]):
    """A skill, or a folder of skills; see `Reference`."""

    def __call__(
        self,
        *,
        path: str | PurePath | None = None,
        bucket: str | None = None,
        url: str | PurePath | None = None,
    ) -> Self:
        """
        Another place.

        Args:
            path: Below this one.
            bucket: At the same path of another bucket.
            url: Named by a URL of its own: `skills/<bucket>/<path>`.
        """
        if url is not None and (path is not None or bucket is not None):
            msg = "url= cannot be combined with bucket= or path="
            raise TypeError(msg)
        if url is not None:
            owner, parts = _placed(url, self.session.settings)
            return evolve(self, bucket=owner, path=parts)
        if path is None and bucket is None:
            msg = "one of url=, bucket= or path= is required"
            raise TypeError(msg)
        moved = self if bucket is None else evolve(self, bucket=bucket)
        return moved if path is None else moved / path

    def __repr__(self) -> str:
        """Name the place."""
        return f"{type(self).__name__}({self._shown()!r})"

    def listed(
        self, limit: int | None, token: str | None, recursive: bool | None
    ) -> Flow[SkillMetadata]:
        """One page of the folder."""
        bucket = yield from self._whose()
        path = "/".join(self.path)
        arguments = {
            "bucket": bucket,
            "path": f"{path}/" if path else "",
            "limit": limit,
            "token": token,
            "recursive": recursive,
        }
        return (yield from fetched(self.session.settings, _SKILLS, arguments))

    def target(self) -> Flow[Target]:
        """What a download asks for."""
        if not self.path:
            msg = (
                "download() addresses one skill, but this reference points at the bucket root. "
                'Name a skill first, as in client.skills / "my-skill".'
            )
            raise InvalidDialURLError(msg)
        bucket = yield from self._whose()
        arguments = {"bucket": bucket, "path": "/".join(self.path)}
        return Target(f"{self.path[-1]}.zip", skills_api.DOWNLOAD_SKILL, arguments)


@frozen(repr=False)
class FileReference(Reference[S]):
    """
    A file of a skill, or a folder of them; see `Reference`.

    Attributes:
        skill_path: Segments of the skill; `path` counts from there.
    """

    skill_path: tuple[str, ...] = ()

    def __call__(
        self, *, path: str | PurePath | None = None, url: str | PurePath | None = None
    ) -> Self:
        """The place at *path* below this one, or the one that *url* names."""
        if (url is None) == (path is None):
            msg = "one of url= or path= is required, and not both"
            raise TypeError(msg)
        if url is None:
            return self / (path or "")
        owner, parts = _placed(url, self.session.settings)
        if "files" not in parts:
            msg = f"This URL names no file of a skill (skills/<bucket>/<skill>/files/...): {url}"
            raise InvalidDialURLError(msg)
        cut = parts.index("files")
        return evolve(self, bucket=owner, skill_path=parts[:cut], path=parts[cut + 1 :])

    def __repr__(self) -> str:
        """Name the place."""
        skill = "/".join((*self.skill_path, "files", ""))
        shown = f"skills/{self.bucket or '<my-bucket>'}/{skill}{'/'.join(self.path)}"
        return f"{type(self).__name__}({shown!r})"

    def _arguments(self) -> Flow[dict[str, Any]]:
        if not self.skill_path:
            msg = 'No skill was named. Start from one, as in (client.skills / "my-skill").files.'
            raise InvalidDialURLError(msg)
        bucket = yield from self._whose()
        arguments = {"bucket": bucket, "path": "/".join(self.skill_path)}
        return {**arguments, "file_path": "/".join(self.path)} if self.path else arguments

    def listed(
        self, limit: int | None, token: str | None, recursive: bool | None
    ) -> Flow[SkillFileMetadata]:
        """One page of the folder."""
        arguments = yield from self._arguments()
        query = {"limit": limit, "token": token, "recursive": recursive}
        operation = _FILE if self.path else _FILES
        return (yield from fetched(self.session.settings, operation, {**arguments, **query}))

    def target(self) -> Flow[Target]:
        """What reading asks for."""
        if not self.path:
            msg = (
                "read() addresses one file, but no file path was given. "
                'Name it, as in skill.files(path="SKILL.md").'
            )
            raise InvalidDialURLError(msg)
        arguments = yield from self._arguments()
        return Target(self.path[-1], skills_api.DOWNLOAD_SKILL_FILE, arguments)
