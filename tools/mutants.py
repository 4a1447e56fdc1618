"""
Mutation testing of the rooms that must not be wrong: `make mutants`.

mutmut changes one place at a time in a copy of the sources, and runs the unit tests of the room; a
change that no test notices survives. Prints a table and each survivor; the exit status is 1 when a
room kills less than 90 % of what could be noticed. `mutants_equivalent.toml` lists the rest.
"""

from __future__ import annotations

import argparse
import fnmatch
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
WORKSHOP = ROOT / ".make" / "mutants"
GOAL = 90
KILLED = {"killed", "timeout", "segfault", "caught by type check"}

# Room -> its functions, as module and pattern. Of `calling`, only what a room decides there.
ROOMS: dict[str, list[tuple[str, str]]] = {
    "decoder": [("polyvox_core.sse", "*")],
    "retry": [
        ("polyvox_core.retry", "*"),
        ("polyvox_core.retry_after", "*"),
        ("polyvox_core.calling", "Call.attempts"),
        ("polyvox_core.calling", "Call._wait"),
    ],
    "auth": [("polyvox_core.auth", "*"), ("polyvox_core.calling", "Call._authorised")],
    "urls": [
        ("polyvox_core.origin", "*"),
        ("polyvox_core.paths", "*"),
        ("polyvox.backends.dial.urls", "*"),
    ],
}
TESTS = ("sse", "retry", "auth", "calling", "origin", "paths", "storage_urls")


class Change(NamedTuple):
    """What a mutant changes, as the list of equivalents names it."""

    function: str
    old: str
    new: str


@dataclass
class Tally:
    """What became of a room's mutants."""

    killed: int = 0
    equivalent: int = 0
    survivors: list[Change] = field(default_factory=list[Change])

    @property
    def percent(self) -> float:
        """How many of those that a test could notice were noticed."""
        noticeable = self.killed + len(self.survivors)
        return 100 * self.killed / noticeable if noticeable else 0.0


def place(mutant: str) -> tuple[str, str]:
    """Module and function of a mutant, as people write them, from mutmut's name for it."""
    home, _, name = mutant.rpartition("__mutmut_")[0].rpartition(".")
    return home, name.removeprefix("x_") if name.startswith("x_") else _method(name)


def _method(name: str) -> str:
    return name.removeprefix("x\u01c1").replace("\u01c1", ".")


def prepare(rooms: Iterable[str]) -> None:
    """A fresh copy of the sources and tests, set up for mutmut."""
    shutil.rmtree(WORKSHOP, ignore_errors=True)
    WORKSHOP.mkdir(parents=True)
    for folder in ("src", "generated", "tests"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / folder, WORKSHOP / folder, ignore=ignored)
    homes = sorted({home for room in rooms for home, _ in ROOMS[room]})
    found = [path for name in TESTS for path in WORKSHOP.glob(f"tests/unit/test_{name}*.py")]
    tests = sorted({path.relative_to(WORKSHOP).as_posix() for path in found})
    settings = {
        "source_paths": ["src"],
        "only_mutate": [f"src/{home.replace('.', '/')}.py" for home in homes],
        "also_copy": ["generated"],
        "pytest_add_cli_args_test_selection": tests,
    }
    lines = [f"{name} = {values!r}" for name, values in settings.items()]
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    text += "\n".join(["", "[tool.mutmut]", *lines, ""])
    (WORKSHOP / "pyproject.toml").write_text(text, "utf-8")


def mutmut(*arguments: str) -> str:
    """What a command of mutmut prints."""
    command = [str(Path(sys.executable).with_name("mutmut")), *arguments]
    done = subprocess.run(  # noqa: S603 - our own command
        command, cwd=WORKSHOP, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"mutmut {arguments[0]} failed.\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    return done.stdout


def patterns(rooms: Iterable[str]) -> list[str]:
    """The functions of *rooms* as mutmut names their mutants."""
    names: list[str] = []
    for room in rooms:
        for home, function in ROOMS[room]:
            inner = function.replace(".", "\u01c1")
            prefix = "x\u01c1" if "." in function else "x*"
            names.append(f"{home}.{prefix}{inner}__mutmut_*")
    return names


def room_of(mutant: str, rooms: Iterable[str]) -> str | None:
    """The room that a mutant belongs to."""
    home, function = place(mutant)
    for room in rooms:
        for module, pattern in ROOMS[room]:
            if home == module and fnmatch.fnmatchcase(function, pattern):
                return room
    return None


def change(mutant: str) -> Change:
    """What a mutant changes."""
    lines = mutmut("show", mutant).splitlines()
    sides: dict[str, list[str]] = {"-": [], "+": []}
    for line in lines:
        if line[:1] in sides and not line.startswith(("---", "+++")):
            sides[line[0]].append(line[1:].strip())
    return Change(".".join(place(mutant)), " ".join(sides["-"]), " ".join(sides["+"]))


def equivalents() -> dict[Change, str]:
    """Changes that no test can notice, and why."""
    listed = tomllib.loads((ROOT / "tools" / "mutants_equivalent.toml").read_text("utf-8"))
    return {
        Change(one["function"], one["old"], one["new"]): one["reason"]
        for one in listed["equivalent"]
    }


def counted(rooms: list[str], known: dict[Change, str]) -> dict[str, Tally]:
    """What became of the mutants of *rooms*, and says which of the *known* are gone."""
    tallies = {room: Tally() for room in rooms}
    unseen = set(known)
    for line in mutmut("results", "--all", "true").splitlines():
        mutant, _, status = line.strip().partition(": ")
        room = room_of(mutant, rooms)
        if room is None:
            continue
        if status in KILLED:
            tallies[room].killed += 1
        elif (made := change(mutant)) in known:
            tallies[room].equivalent += 1
            unseen.discard(made)
        else:
            tallies[room].survivors.append(made)
    for one in sorted(unseen if rooms == list(ROOMS) else ()):
        print(f"Listed as equivalent, but no survivor: {one.function}: {one.new}")
    return tallies


def report(tallies: dict[str, Tally]) -> None:
    """Print the survivors, then the table."""
    for room, tally in tallies.items():
        for one in tally.survivors:
            print(f"{room}: {one.function}\n  - {one.old}\n  + {one.new}")
    print(f"\n{'room':<10}{'killed':>8}{'survived':>10}{'equivalent':>12}{'killed, %':>11}")
    for room, tally in tallies.items():
        figures = (tally.killed, len(tally.survivors), tally.equivalent, tally.percent)
        print(f"{room:<10}{figures[0]:>8}{figures[1]:>10}{figures[2]:>12}{figures[3]:>11.1f}")


def main() -> int:
    """Run the mutants of the rooms asked for; the exit status."""
    parser = argparse.ArgumentParser(description="Mutation testing of the rooms that matter most.")
    names = ", ".join(ROOMS)
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help=f"{names}; all by default")
    parser.add_argument("--processes", default="2", help="how many tests run at a time")
    arguments = parser.parse_args()
    rooms = arguments.rooms or list(ROOMS)
    if unknown := set(rooms) - ROOMS.keys():
        parser.error(f"There is no room {min(unknown)!r}. Take some of {names}.")
    prepare(rooms)
    mutmut("run", "--max-children", arguments.processes, *patterns(rooms))
    tallies = counted(rooms, equivalents())
    report(tallies)
    return int(any(tally.percent < GOAL for tally in tallies.values()))


if __name__ == "__main__":
    sys.exit(main())
