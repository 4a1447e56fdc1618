"""
Stored resources on disk: one file with the content and one with the facts, found by address.

Names on disk are made here and never come from a request. A folder exists through what is
in it. What lies in the data folder at the start is there again.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from polyvox.emulator.dial.addresses import Address

__all__ = ["Item", "Store"]

CONTENT, FACTS = ".bin", ".json"


@dataclass(frozen=True)
class Item:
    """
    One stored resource.

    Attributes:
        kind: `files`, `prompts` and so on.
        bucket: Id of its bucket.
        path: Decoded path in the bucket.
        etag: Lower-case hexadecimal MD5 of the content.
        size_bytes: Length of the content.
        content_type: As it was uploaded.
        created_ms: Unix time of the first upload, in milliseconds.
        updated_ms: Unix time of the last upload, in milliseconds.
        blob: Name of its files on disk.
    """

    kind: str
    bucket: str
    path: str
    etag: str
    size_bytes: int
    content_type: str
    created_ms: int
    updated_ms: int
    blob: str

    @property
    def address(self) -> Address:
        """Where it is."""
        return Address(self.kind, self.bucket, self.path, folder=False)


class Store:
    """
    Resources under *folder*.

    Args:
        folder: Where they lie; made if missing.
        now: The clock.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        """Take over what *folder* holds."""
        self._folder = folder
        self._now = now
        folder.mkdir(parents=True, exist_ok=True)
        self._items: dict[tuple[str, str, str], Item] = {}
        for facts in folder.glob(f"*{FACTS}"):
            self._keep(Item(**json.loads(facts.read_text("utf-8"))))

    def find(self, address: Address) -> Item | None:
        """The item at *address*; None if there is none, also for a folder."""
        if address.folder:
            return None
        return self._items.get((address.kind, address.bucket, address.path))

    def all_of(self, *kinds: str) -> Iterator[Item]:
        """Every item of these *kinds*, by address."""
        return (item for key, item in sorted(self._items.items()) if key[0] in kinds)

    def under(self, folder: Address) -> list[Item]:
        """The items in *folder* and below, by path."""
        prefix = f"{folder.path}/" if folder.path else ""
        return [
            item
            for item in self.all_of(folder.kind)
            if item.bucket == folder.bucket and item.path.startswith(prefix)
        ]

    def content(self, item: Item) -> Path:
        """The file with the content of *item*."""
        return self._folder / f"{item.blob}{CONTENT}"

    def take(self, address: Address, source: Path, etag: str, content_type: str) -> Item:
        """Store the file *source* at *address*, moving it; what was there is replaced."""
        old = self.find(address)
        moment = int(self._now().timestamp() * 1000)
        item = Item(
            kind=address.kind,
            bucket=address.bucket,
            path=address.path,
            etag=etag,
            size_bytes=source.stat().st_size,
            content_type=content_type,
            created_ms=moment if old is None else old.created_ms,
            updated_ms=moment,
            blob=uuid4().hex,
        )
        source.replace(self.content(item))
        facts = json.dumps(asdict(item), ensure_ascii=False)
        self._facts(item).write_text(facts, "utf-8")
        self._keep(item)
        if old is not None:
            self._erase(old)
        return item

    def write(self, address: Address, content: bytes, content_type: str) -> Item:
        """Store *content* at *address*; what was there is replaced."""
        draft = self._folder / f"{uuid4().hex}.part"
        draft.write_bytes(content)
        etag = hashlib.md5(content, usedforsecurity=False).hexdigest()
        return self.take(address, draft, etag, content_type)

    def copy(self, item: Item, address: Address) -> Item:
        """Store the content of *item* at *address* too."""
        draft = self._folder / f"{uuid4().hex}.part"
        shutil.copyfile(self.content(item), draft)
        return self.take(address, draft, item.etag, item.content_type)

    def remove(self, item: Item) -> None:
        """Forget *item* and erase its content."""
        self._items.pop((item.kind, item.bucket, item.path), None)
        self._erase(item)

    def _facts(self, item: Item) -> Path:
        return self._folder / f"{item.blob}{FACTS}"

    def _keep(self, item: Item) -> None:
        self._items[item.kind, item.bucket, item.path] = item

    def _erase(self, item: Item) -> None:
        self._facts(item).unlink(missing_ok=True)
        self.content(item).unlink(missing_ok=True)
