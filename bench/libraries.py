"""
Who takes part, and where each lives: the environments are made by `make bench`.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["ALL", "FLOOR", "QUICK", "Library"]

# Default installation of polyvox; the same with its extras; older and newer peers.
DEFAULT, FAST, OLD, NEW = (f".venv-bench-{end}" for end in ("plain", "fast", "old", "new"))
FLOOR = "raw httpx"


class Library(NamedTuple):
    """
    One column of the benchmark.

    Attributes:
        name: In the tables.
        adapter: Module in `bench.adapters`.
        place: Folder of the environment it lives in; empty for the one that runs the benchmark.
        package: What is imported first, for the start-up rows.
        hidden: Packages that it does without. click makes httpx load a command line.
    """

    name: str
    adapter: str
    place: str
    package: str
    hidden: tuple[str, ...] = ()


ALL = (
    Library(FLOOR, "raw_httpx", DEFAULT, "httpx", ("click", "orjson")),
    Library("raw socket", "raw_socket", FAST, "asyncio"),
    Library("polyvox", "polyvox_facade", DEFAULT, "polyvox", ("click", "orjson")),
    Library("polyvox[orjson]", "polyvox_facade", FAST, "polyvox", ("click",)),
    Library("polyvox.api", "polyvox_api", DEFAULT, "polyvox", ("click", "orjson")),
    Library("polyvox.api[orjson]", "polyvox_api", FAST, "polyvox", ("click",)),
    Library("polyvox[aiohttp]", "polyvox_over_aiohttp", FAST, "polyvox", ("click",)),
    Library("polyvox[httpx2]", "polyvox_over_httpx2", FAST, "polyvox", ("click",)),
    Library("openai 2", "openai_library", OLD, "openai"),
    Library("openai 3", "openai_library", NEW, "openai"),
    Library("aidial-client", "aidial_library", OLD, "aidial_client"),
    Library("aleph-alpha-client", "aleph_alpha_library", OLD, "aleph_alpha_client"),
    Library("litellm", "litellm_library", OLD, "litellm"),
)
# Everything that the development environment has.
QUICK = tuple(one._replace(place="") for one in ALL[:5])
