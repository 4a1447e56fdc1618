"""
Commands of other programs of ours: the emulator and the generator, with all their arguments.
"""

from __future__ import annotations

from importlib import import_module
from typing import Annotated

from cyclopts import Parameter

from polyvox.errors import ConfigError

__all__ = ["check", "generate", "serve", "validate"]

_Rest = Annotated[str, Parameter(allow_leading_hyphen=True, show=False)]


def serve(*arguments: _Rest) -> int:
    """Emulate every backend on this machine; `polyvox serve --help` has the options."""
    try:
        module = import_module("polyvox.emulator.__main__")
    except ImportError as error:
        raise _missing("emulator", error) from None
    status: int = module.main(list(arguments), prog="polyvox serve")
    return status


def generate(*arguments: _Rest) -> int:
    """Write clients from OpenAPI documents."""
    return _generator("generate", arguments)


def validate(*arguments: _Rest) -> int:
    """Lint OpenAPI documents."""
    return _generator("validate", arguments)


def check(*arguments: _Rest) -> int:
    """Compare generated clients with their documents."""
    return _generator("check", arguments)


def _generator(command: str, arguments: tuple[str, ...]) -> int:
    try:
        # By name, since nothing of the facade may need the generator.
        module = import_module("polyvox_generator.cli")
    except ImportError as error:
        raise _missing("generator", error) from None
    status: int = module.main([command, *arguments])
    return status


def _missing(extra: str, error: ImportError) -> ConfigError:
    msg = f"The {extra} needs a package that is not installed ({error.name or extra})."
    return ConfigError(msg, hint=f'Run: pip install "polyvox[{extra}]"')
