"""
Every backend on loopback, served from its OpenAPI document: for tests, demos and trying things out.

`Emulator` is the whole interface; `python -m polyvox.emulator` starts one from a shell.
Needs the extra `polyvox[emulator]`.
"""

from __future__ import annotations

import sys

from polyvox.emulator.errors import EmulatorNotInstalled, EmulatorStartFailed, UnsafeHost

try:
    from polyvox.emulator.application import RecordedRequest
    from polyvox.emulator.server import Emulator
except ModuleNotFoundError as error:
    msg = (
        f"The emulator needs the package {error.name!r}, which is not installed. "
        'Run: pip install "polyvox[emulator]"'
    )
    if sys.argv[:1] == ["-m"] and "polyvox.emulator" in sys.orig_argv:
        # `python -m polyvox.emulator` is still looking for `__main__`, which cannot catch this.
        sys.stderr.write(f"{msg}\n")
        raise SystemExit(2) from error
    raise EmulatorNotInstalled(msg, name=error.name) from error

__all__ = [
    "Emulator",
    "EmulatorNotInstalled",
    "EmulatorStartFailed",
    "RecordedRequest",
    "UnsafeHost",
]
