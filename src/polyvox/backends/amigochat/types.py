"""
What AmigoChat knows besides chats: models with their personas, and devices.
"""

from __future__ import annotations

from typing import Literal, TypeAlias
from uuid import uuid4

from attrs import field, frozen

__all__ = ["AmigoModel", "Device", "Kind"]

Kind: TypeAlias = Literal["chat", "image"]


@frozen
class AmigoModel:
    """
    A model of AmigoChat.

    Attributes:
        id: Its name on the wire.
        persona_id: The persona that belongs to it.
        kind: `chat` or `image`.
        aliases: Other names that `model=` takes.
        note: What its users reported: `balance` (needs a paid plan), `upstream` (fails).
    """

    id: str
    persona_id: str
    kind: Kind = "chat"
    aliases: tuple[str, ...] = ()
    note: str | None = None


@frozen
class Device:
    """
    What the `x-device-*` headers say.

    Attributes:
        uuid: Id of the device; one per client unless given.
        version: Version of the calling application.
        language: Language of the device.
        platform: Kind of the device.
    """

    uuid: str = field(factory=lambda: str(uuid4()))
    version: str = "1.0.45"
    language: str = "en-US"
    platform: str = "web"

    def arguments(self) -> dict[str, str]:
        """The headers, as arguments of an operation."""
        return {
            "x-device-language": self.language,
            "x-device-platform": self.platform,
            "x-device-uuid": self.uuid,
            "x-device-version": self.version,
        }
