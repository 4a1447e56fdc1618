"""
What must be mended in the seed documents before their Python blocks run.

Block 0 stands for all blocks of a document. `docs/seeds.md` shows the same tables; a test compares.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["AIDIAL", "AIDIAL_BEFORE", "Mend", "Preparation"]


class Mend(NamedTuple):
    """
    One replacement.

    Attributes:
        block: Number of the Python block, from 1; 0 for all.
        old: What stands in the document.
        new: What runs instead.
        reason: Why it cannot run as it stands.
    """

    block: int
    old: str
    new: str
    reason: str


class Preparation(NamedTuple):
    """
    Code that runs before a block.

    Attributes:
        block: Number of the Python block.
        code: What runs before it.
        reason: What the block takes for granted.
    """

    block: int
    code: str
    reason: str


AIDIAL = (
    Mend(
        0,
        "from aidial_client import",
        "from polyvox.compat.aidial_client import",
        "the import line is what a user changes",
    ),
    Mend(
        0,
        '"https://your-dial-instance.com"',
        "emulator_url",
        "the host is a placeholder",
    ),
    Mend(
        0,
        '"gpt-35-turbo"',
        '"gpt-4o"',
        "the emulator has another deployment",
    ),
    Mend(
        11,
        "async_client.files.upload(\n",
        "await async_client.files.upload(\n",
        "a coroutine has to be awaited",
    ),
    Mend(
        11,
        '"some-relative-path/my-file.txt", ...',
        '"some-relative-path/my-file.txt", file=b"text"',
        "`...` stands for the file, and a positional argument cannot follow `url=`",
    ),
    Mend(
        12,
        '"files/test-bucket/some-relative-path/my-file.txt"',
        'f"{sync_client.my_files_home()}/some-relative-path/my-file.txt"',
        "nobody may write to another's bucket",
    ),
    Mend(
        12,
        "url=relative_url, ...",
        'url=relative_url, file=b"text"',
        "`...` stands for the file, and a positional argument cannot follow `url=`",
    ),
    Mend(
        13,
        '"http://dial.core/v1/files/test-bucket/some-relative-path/my-file.txt"',
        'f"{emulator_url}/v1/{sync_client.my_files_home()}/some-relative-path/my-file.txt"',
        "the host is a placeholder, and nobody may write to another's bucket",
    ),
    Mend(
        13,
        "url=absolute_url, ...",
        'url=absolute_url, file=b"text"',
        "`...` stands for the file, and a positional argument cannot follow `url=`",
    ),
    Mend(
        15,
        "sync_client.files.upload(",
        'with open("./some-local-file.txt", "rb") as file: sync_client.files.upload(',
        "the block before has closed the file",
    ),
    Mend(
        20,
        "await sync_client.files.delete(",
        "sync_client.files.delete(",
        "the call of a blocking client gives nothing to await",
    ),
    Mend(
        25,
        '"app_id"',
        '"stages"',
        "the emulator has another application",
    ),
    Mend(
        27,
        "from dial_client import",
        "from polyvox.compat.aidial_client import",
        "there is no package dial_client; aidial_client is meant",
    ),
)

_UPLOADED = 'client.my_files_home() / "relative_folder/my-file.txt", b"some text"'

AIDIAL_BEFORE = (
    Preparation(
        14,
        'pathlib.Path("some-local-file.txt").write_text("some text")',
        "a local file",
    ),
    Preparation(
        16,
        f"client.files.upload({_UPLOADED})",
        "a file in the storage",
    ),
    Preparation(
        20,
        f"sync_client.files.upload(sync_{_UPLOADED})",
        "a file in the storage of the other client",
    ),
    Preparation(
        21,
        f"client.files.upload({_UPLOADED})",
        "a file in the storage: the block before has removed it",
    ),
    Preparation(
        22,
        "from polyvox.compat.aidial_client.types.metadata import FileMetadata",
        "the name of a type",
    ),
    Preparation(
        24,
        "from polyvox.compat.aidial_client.types.application import Application, Features",
        "names of types",
    ),
)
