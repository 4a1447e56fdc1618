"""
`polyvox files`: what lies in the storage of a backend, and how it comes and goes.
"""

from __future__ import annotations

import sys
from typing import Annotated, Any

from cyclopts import Parameter

from polyvox.cli.options import Server
from polyvox.cli.places import all_in, listed, place, remote, shown
from polyvox.cli.screen import fancy, is_terminal, print_json, safe, write
from polyvox.cli.transfers import copied, download, progress_bars, upload
from polyvox.errors import ConfigError
from polyvox.types import FileInfo

__all__ = ["cat", "cp", "ls", "rm"]

_USUAL = Server()
_EXAMPLES = (
    """Places on a server begin with its backend: dial:reports/may.csv. Folders end in a slash."""
)

_Recursive = Annotated[bool, Parameter(alias="-r")]
# `-` is a name here.
_Hyphen = Annotated[str, Parameter(allow_leading_hyphen=True)]
_Force = Annotated[bool, Parameter(alias="-f")]
_Yes = Annotated[bool, Parameter(alias="-y")]


def ls(
    folder: Annotated[str, Parameter(name="PLACE")] = "",
    /,
    *,
    recursive: _Recursive = False,
    json: bool = False,
    server: Server = _USUAL,
) -> None:
    """
    List a folder.

    Args:
        folder: Such as dial:reports/; by default all of yours.
        recursive: All files below it, too.
        json: Print sizes, times and entity tags as JSON.
    """
    backend, (path,) = remote((folder,))
    with server.connect(backend) as client:
        found = listed(client, path, recursive=recursive)
        if json:
            print_json([_facts(file) for file in found])
        elif is_terminal(sys.stdout):
            _print_table(found, whole=recursive)
        else:
            for file in found:
                write(f"{_name(file, whole=recursive)}\n")


def cp(
    source: _Hyphen,
    target: _Hyphen,
    /,
    *,
    recursive: _Recursive = False,
    force: _Force = False,
    server: Server = _USUAL,
) -> None:
    """
    Copy to a server, from it, or within it: polyvox files cp may.csv dial:reports/

    Args:
        source: A local path, - for standard input, or a place.
        target: A local path, - for standard output, or a place.
        recursive: A folder with all that is in it.
        force: Replace what exists.
    """
    for text in (source, target):
        if text.startswith("-") and text != "-":
            msg = f"There is no option {text!r}."
            raise ConfigError(msg, hint=f"A file of that name is ./{text}; see --help.")
    here, there = place(source), place(target)
    if here.backend is None and there.backend is None:
        msg = f"Neither {source!r} nor {target!r} is on a server."
        raise ConfigError(msg, hint="Write a place with its backend: dial:reports/may.csv")
    if here.backend and target == "-":
        cat(source, server=server)
        return
    backend, _ = remote((source, target))
    with server.connect(backend) as client:
        if here.backend and there.backend:
            copied(client, here, there, force=force)
            return
        with progress_bars() as bars:
            if there.backend:
                upload(client, source, there, bars, force=force, recursive=recursive)
            else:
                download(client, here, target, bars, force=force, recursive=recursive)


def rm(
    *places: str, recursive: _Recursive = False, yes: _Yes = False, server: Server = _USUAL
) -> None:
    """
    Remove files; asks first on a terminal.

    Args:
        places: Such as dial:reports/may.csv.
        recursive: A folder with all that is in it.
        yes: Do not ask.
    """
    _check_named(places, "rm")
    backend, paths = remote(places)
    with server.connect(backend) as client:
        doomed = [one for path in paths for one in _doomed(client, path, recursive=recursive)]
        if not yes and not _agreed(doomed):
            return
        for one in doomed:
            client.files.delete(one)


def cat(*places: str, server: Server = _USUAL) -> None:
    """
    Write the bytes of files to standard output.

    Args:
        places: Such as dial:reports/may.csv.
    """
    _check_named(places, "cat")
    backend, paths = remote(places)
    with server.connect(backend) as client:
        for path in paths:
            with client.files.open(path) as content:
                for chunk in content:
                    sys.stdout.buffer.write(chunk)
    sys.stdout.buffer.flush()


def _check_named(places: tuple[str, ...], command: str) -> None:
    if not places:
        msg = "No file was named."
        raise ConfigError(msg, hint=f"Name a place: polyvox files {command} dial:reports/may.csv")


def _doomed(client: Any, path: str, *, recursive: bool) -> list[str]:
    """The places of the files that *path* means."""
    if path and not path.endswith("/"):
        return [path]
    if not recursive:
        msg = f"{path or 'all of your storage'!r} is a folder."
        raise ConfigError(msg, hint="Pass --recursive (-r) to remove all that is in it.")
    return [file.url for file in all_in(client, path)]


def _agreed(doomed: list[str]) -> bool:
    """Whether the person at the terminal agrees."""
    if not is_terminal(sys.stdin):
        msg = "Nobody can be asked whether to remove that, since this is no terminal."
        raise ConfigError(msg, hint="Pass --yes (-y) to remove it without a question.")
    what = repr(safe(doomed[0])) if len(doomed) == 1 else f"{len(doomed)} files"
    sys.stderr.write(f"Remove {what}? [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}


def _name(file: FileInfo, *, whole: bool) -> str:
    name = shown(file) if whole else file.name
    return f"{name.rstrip('/')}/" if file.is_folder else name


def _facts(file: FileInfo) -> dict[str, Any]:
    return {
        "path": shown(file),
        "url": file.url,
        "name": file.name,
        "is_folder": file.is_folder,
        "size_bytes": file.size_bytes,
        "content_type": file.content_type,
        "etag": file.etag,
        "updated_at": file.updated_at and file.updated_at.isoformat(),
    }


def _print_table(found: Any, *, whole: bool) -> None:
    from rich.console import Console  # noqa: PLC0415 - for terminals only
    from rich.filesize import decimal  # noqa: PLC0415 - same
    from rich.table import Table  # noqa: PLC0415 - same
    from rich.text import Text  # noqa: PLC0415 - same

    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("size", justify="right", no_wrap=True)
    table.add_column("written (UTC)", no_wrap=True)
    table.add_column("name", overflow="fold")
    for file in found:
        size = "-" if file.size_bytes is None else decimal(file.size_bytes)
        when = f"{file.updated_at:%Y-%m-%d %H:%M}" if file.updated_at else "-"
        table.add_row(size, when, Text(safe(_name(file, whole=whole))))
    Console(no_color=not fancy(sys.stdout), highlight=False).print(table)
