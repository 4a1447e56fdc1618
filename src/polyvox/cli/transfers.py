"""
Copies between this machine and a server, one file or many, with progress on standard error.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

from polyvox.cli.places import Place, all_in, is_flat, local_name, shown
from polyvox.cli.screen import fancy, safe
from polyvox.errors import ConfigError
from polyvox.types import Progress

__all__ = ["copied", "download", "progress_bars", "upload"]

Report: TypeAlias = Callable[[Progress], object]
Bars: TypeAlias = Callable[[str], Report | None]


@contextmanager
def progress_bars() -> Generator[Bars]:
    """Something that gives a bar for each name, on a terminal; elsewhere it gives None."""
    if not fancy(sys.stderr):
        yield _no_bar
        return
    from rich import progress  # noqa: PLC0415 - for terminals only
    from rich.console import Console  # noqa: PLC0415 - same

    columns = (
        progress.TextColumn("{task.description}", markup=False),
        progress.BarColumn(),
        progress.DownloadColumn(),
        progress.TransferSpeedColumn(),
        progress.TimeRemainingColumn(),
    )
    with progress.Progress(*columns, console=Console(stderr=True)) as bars:

        def bar(name: str) -> Report:
            task = bars.add_task(safe(name), total=None)
            return lambda done: bars.update(task, completed=done.done_bytes, total=done.total_bytes)

        yield bar


def _no_bar(name: str) -> None:
    del name


def upload(
    client: Any, source: str, target: Place, bars: Bars, *, force: bool, recursive: bool
) -> None:
    """
    Store the local file or folder *source* at *target*.

    Raises:
        ConfigError: There is no such file, or it is a folder and *recursive* does not say so.
    """
    path = Path(source)
    if source == "-":
        if target.is_folder:
            msg = "Standard input has no name to be stored under."
            raise ConfigError(msg, hint=f"Name it: polyvox files cp - {target}name.txt")
        _store(client, sys.stdin.buffer, target.path, bars("-"), force=force)
    elif path.is_dir():
        _check_recursive(source, recursive=recursive)
        _check_folders(client)
        folder = target.path if target.is_folder else f"{target.path}/"
        for file in sorted(one for one in path.rglob("*") if one.is_file()):
            below = file.relative_to(path).as_posix()
            _store(client, file, folder + below, bars(below), force=force)
    elif not path.is_file():
        msg = f"There is no file {source!r}."
        raise ConfigError(msg, hint="Check the path.")
    else:
        _store(client, path, target.path, bars(path.name), force=force)


def _store(client: Any, source: Any, to: str, report: Report | None, *, force: bool) -> None:
    if is_flat(client):
        client.files.upload(source, name=to or None, progress=report)
    else:
        client.files.upload(source, to=to, overwrite=force, progress=report)


def download(
    client: Any, source: Place, target: str, bars: Bars, *, force: bool, recursive: bool
) -> None:
    """
    Save the file or folder *source* as *target*.

    Raises:
        ConfigError: It is a folder and *recursive* does not say so, or the target exists.
    """
    if source.is_folder:
        _check_recursive(str(source), recursive=recursive)
        _check_folders(client)
        for file in all_in(client, source.path):
            to = Path(target, local_name(file, source.path))
            to.parent.mkdir(parents=True, exist_ok=True)
            client.files.download(file.url, to=to, overwrite=force, progress=bars(shown(file)))
    else:
        report = bars(source.path.rpartition("/")[2])
        client.files.download(source.path, to=target, overwrite=force, progress=report)


def copied(client: Any, source: Place, target: Place, *, force: bool) -> None:
    """
    Copy a file within a server.

    Raises:
        ConfigError: The backend cannot.
    """
    if not hasattr(client.files, "copy"):
        msg = f"{client.backend} cannot copy files on the server."
        raise ConfigError(msg, hint="Copy it here first, and back from here.")
    client.files.copy(source.path, target.path, overwrite=force)


def _check_recursive(name: str, *, recursive: bool) -> None:
    if not recursive:
        msg = f"{name!r} is a folder."
        raise ConfigError(msg, hint="Pass --recursive (-r) to copy all that is in it.")


def _check_folders(client: Any) -> None:
    if is_flat(client):
        msg = f"{client.backend} keeps files without folders."
        raise ConfigError(msg, hint="Copy the files one by one.")
