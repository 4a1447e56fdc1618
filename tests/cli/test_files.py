"""`polyvox files`: to a server, from it, within it, and away."""

from __future__ import annotations

import json
import sys

import pytest
from commands import World

from polyvox.cli import main
from polyvox.cli.places import Place, local_name, place
from polyvox.emulator import Emulator
from polyvox.errors import UrlError
from polyvox.types import FileInfo


@pytest.fixture
def own(world: World, request: pytest.FixtureRequest) -> World:
    """A world with a bucket of its own."""
    del world.environment["DIAL_API_KEY"]
    world.environment["POLYVOX_DIAL_BEARER_TOKEN"] = f"token-of-{request.node.name}"
    return world


@pytest.fixture
def here(
    own: World, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> World:
    """The same for commands in this process."""
    for name, value in own.environment.items():
        if name.startswith(("DIAL", "POLYVOX")):
            monkeypatch.setenv(name, value)
    monkeypatch.chdir(own.folder)
    monkeypatch.setattr(sys, "stdin", None)
    return own


def told(capfdbinary: pytest.CaptureFixture[bytes]) -> tuple[str, str]:
    """What was written to standard output and standard error."""
    out, err = capfdbinary.readouterr()
    return out.decode(), err.decode()


def test_there_and_back(own: World) -> None:
    """A file goes up under its own name, is listed, read, and comes down; nothing is replaced."""
    (own.folder / "may.csv").write_text("day,sum\n")

    assert (0, "", "") == own.run("files", "cp", "may.csv", "dial:reports/")
    assert (0, "reports/\n", "") == own.run("files", "ls")
    assert (0, "may.csv\n", "") == own.run("files", "ls", "dial:reports")
    assert (0, "day,sum\n", "") == own.run("files", "cat", "dial:reports/may.csv")
    refused = own.run("files", "cp", "dial:reports/may.csv", "may.csv")
    assert 2 == refused.status
    assert "--force" in refused.err
    assert (0, "", "") == own.run("files", "cp", "dial:reports/may.csv", "june.csv")

    assert "day,sum\n" == (own.folder / "june.csv").read_text()


def test_what_exists_is_kept(here: World, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Without --force an upload replaces nothing."""
    (here.folder / "a").write_text("1")

    assert 0 == main(["files", "cp", "a", "dial:a"])
    assert 11 == main(["files", "cp", "a", "dial:a"])
    assert "Pass --force." in told(capfdbinary)[1]
    assert 0 == main(["files", "cp", "-f", "a", "dial:a"])


def test_folders(here: World, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """--recursive copies folders both ways, lists and removes them; without it, it is a mistake."""
    for name in ("d/a b.txt", "d/sub/c#.txt"):
        path = here.folder / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(name)

    assert 2 == main(["files", "cp", "d", "dial:x"])
    assert "--recursive" in told(capfdbinary)[1]
    assert 0 == main(["files", "cp", "-r", "d", "dial:x"])
    assert 0 == main(["files", "ls", "-r"])
    assert {"x/a b.txt", "x/sub/c#.txt"} == {*told(capfdbinary)[0].splitlines()}
    assert 2 == main(["files", "cp", "dial:x/", "back"])
    assert 0 == main(["files", "cp", "-r", "dial:x/", "back"])
    assert "d/sub/c#.txt" == (here.folder / "back" / "sub" / "c#.txt").read_text()
    assert 2 == main(["files", "rm", "-y", "dial:x/"])
    assert 0 == main(["files", "rm", "-r", "-y", "dial:x/"])
    assert 4 == main(["files", "rm", "-r", "-y", "dial:x/"])
    assert 4 == main(["files", "cp", "-r", "dial:x/", "back"])
    assert "There is nothing in 'x/'." in told(capfdbinary)[1]


def test_copies_on_the_server(here: World, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Between two places of a server nothing comes here."""
    (here.folder / "a").write_text("1")

    assert 0 == main(["files", "cp", "a", "dial:a"])
    assert 0 == main(["files", "cp", "dial:a", "dial:b"])
    assert 0 == main(["files", "cat", "a", "dial:b"])
    assert "11" == told(capfdbinary)[0]


def test_streams(own: World) -> None:
    """`-` is standard input, and standard output."""
    assert 0 == own.run("files", "cp", "-", "dial:a.bin", stdin=b"\x00\xff").status
    assert "\x00\ufffd" == own.run("files", "cp", "dial:a.bin", "-").out
    nameless = own.run("files", "cp", "-", "dial:", stdin=b"x")

    assert 2 == nameless.status
    assert "polyvox files cp - dial:name.txt" in nameless.err


def test_json(here: World, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """With --json, ls has sizes and times."""
    (here.folder / "a.csv").write_text("1")
    main(["files", "cp", "a.csv", "dial:x/"])
    main(["files", "ls", "x/", "--json"])
    (file,) = json.loads(told(capfdbinary)[0])

    assert ("x/a.csv", "a.csv", 1, False) == (
        file["path"], file["name"], file["size_bytes"], file["is_folder"]
    )  # fmt: skip
    assert file["updated_at"].endswith("+00:00")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("cp", "a", "b"), "Neither 'a' nor 'b' is on a server."),
        (("cp", "no", "dial:x"), "There is no file 'no'."),
        (("cp", "no", "dail:x/"), "There is no backend 'dail'"),
        (("ls", "open-ai:"), "Did you mean 'openai'? A file of that name is './open-ai:'."),
        (("cp", "dial:a", "openai:b"), "The places are on dial and openai"),
        (("cp", "dial:../x", "y"), "x"),
        (("ls", "openai:", "-b", "dial"), "The place is on 'openai', but --backend says 'dial'."),
        (("cp", "--forec", "a"), "There is no option '--forec'."),
        (("rm",), "No file was named."),
        (("cat",), "No file was named."),
        (("rm", "dial:a"), "Nobody can be asked"),
    ],
)
def test_what_cannot_work(
    here: World,
    arguments: tuple[str, ...],
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    """Mistakes are said, and nothing happens; the status is 2."""
    with (here.folder / "empty").open("w+") as nothing:
        monkeypatch.setattr(sys, "stdin", nothing)
        status = main(["files", *arguments])

    assert 2 == status
    assert words in told(capfdbinary)[1]


def test_no_files_at_all(world: World) -> None:
    """A backend without files says what it offers."""
    done = world.run("files", "ls", "ollama:")

    assert (10, "") == done[:2]
    assert "Ollama has no 'files'." in done.err


def test_files_with_ids(
    here: World,
    emulator: Emulator,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    """OpenAI knows files by their ids: no folders, no copies; names are given."""
    monkeypatch.setenv("POLYVOX_OPENAI_BASE_URL", emulator.url_of("openai"))
    monkeypatch.setenv("POLYVOX_OPENAI_API_KEY", "key")
    (here.folder / "a.txt").write_text("hello")
    (here.folder / "d").mkdir()

    assert 0 == main(["files", "cp", "a.txt", "openai:"])
    assert 0 == main(["files", "ls", "openai:", "--json"])
    file = next(one for one in json.loads(told(capfdbinary)[0]) if one["name"] == "a.txt")
    assert 0 == main(["files", "cat", f"openai:{file['url']}"])
    assert "hello" == told(capfdbinary)[0]
    assert 2 == main(["files", "ls", "openai:folder/"])
    assert 2 == main(["files", "cp", "-r", "d", "openai:"])
    assert 2 == main(["files", "cp", "openai:a", "openai:b"])
    assert 3 == told(capfdbinary)[1].count("polyvox: openai ")
    assert 0 == main(["files", "rm", "-y", f"openai:{file['url']}"])


def test_progress_on_a_terminal(own: World) -> None:
    """A terminal shows bytes and speed of each transfer, on standard error."""
    (own.folder / "big.bin").write_bytes(bytes(3_000_000))
    with own.terminal("files", "cp", "big.bin", "dial:x/") as terminal:
        assert 0 == terminal.status()
    up = terminal.shown
    with own.terminal("files", "cp", "-r", "dial:x/", "back") as terminal:
        assert 0 == terminal.status()

    assert "big.bin" in up
    assert "3.0/3.0 MB" in up
    assert "3.0/3.0 MB" in terminal.shown
    assert 3_000_000 == (own.folder / "back" / "big.bin").stat().st_size


def test_tables_on_a_terminal(own: World) -> None:
    """A terminal shows sizes and times."""
    (own.folder / "a.csv").write_text("1")
    own.run("files", "cp", "a.csv", "dial:x/")
    own.run("files", "cp", "a.csv", "dial:b.csv")
    with own.terminal("files", "ls") as terminal:
        assert 0 == terminal.status()
    lines = [line.split() for line in terminal.shown.splitlines()]

    assert ["size", "written", "(UTC)", "name"] == lines[0]
    assert ["1", "byte"] == next(line for line in lines if line[-1] == "b.csv")[:2]
    assert "-" == next(line for line in lines if line[-1] == "x/")[0]


def test_removing_asks(own: World) -> None:
    """On a terminal, rm asks; only yes is yes."""
    for name in ("a", "b"):
        own.run("files", "cp", "-", f"dial:x/{name}", stdin=b"1")
    with own.terminal("files", "rm", "dial:x/a") as terminal:
        terminal.wait_for("Remove 'x/a'? [y/N] ")
        terminal.type("\n")
        assert 0 == terminal.status()
    assert "a\nb\n" == own.run("files", "ls", "dial:x/").out
    with own.terminal("files", "rm", "-r", "dial:x/") as terminal:
        terminal.wait_for("Remove 2 files? [y/N] ")
        terminal.type("y\n")
        assert 0 == terminal.status()

    assert "" == own.run("files", "ls", "dial:x/").out


def test_places() -> None:
    """A place on a server begins with the name of a backend; anything else is here."""
    assert Place("dial", "a/b") == place("dial:a/b")
    assert Place("openai", "") == place("openai:")
    assert Place(None, "C:\\a") == place("C:\\a")
    assert Place(None, "other:a") == place("other:a")
    assert "dial:a" == str(place("dial:a"))
    assert "a" == str(place("a"))


@pytest.mark.parametrize("name", ["..", "a%2Fb", "a%5Cb", "%2E%2E", "c%3Ad", "a%00"])
def test_names_that_lead_elsewhere(name: str) -> None:
    """A name on the server never leads out of the folder that it is saved in."""
    with pytest.raises(UrlError):
        local_name(FileInfo(f"files/bucket/x/{name}", name), "x/")


def test_names_below_a_folder() -> None:
    """Files of a storage URL keep their whole path."""
    file = FileInfo("files/bucket/x/a%20b", "a b")

    assert "a b" == str(local_name(file, "x/"))
    assert "x/a b" == local_name(file, "").as_posix()
    assert "a b" == local_name(file, "files/bucket/x/").as_posix()
    assert "file-1" == local_name(FileInfo("file-1", "a"), "").as_posix()
