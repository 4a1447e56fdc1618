"""
Backends of the drop-in for LLM Workflow Engine, over the emulator and the samples.
"""

from __future__ import annotations

import itertools
import textwrap
from pathlib import Path
from typing import Any

from shells import Shell

from polyvox.compat.lwe import ApiBackend, AsyncApiBackend, Config, Result
from polyvox.emulator import Emulator

__all__ = ["SAMPLES", "lwe_backend", "lwe_config", "made_up", "played"]

SAMPLES = Path(__file__).parents[1] / "samples" / "lwe"


def lwe_config(folder: Path, base_url: str = "http://127.0.0.1:1", **settings: Any) -> Config:
    """The samples' configuration, with more *settings* by their dotted keys."""
    kinds = ("functions", "presets", "templates", "tools", "workflows")
    config = Config(folder, folder)
    for kind in kinds:
        config.set(["directories", kind], [str(SAMPLES / kind), str(folder / kind)])
    config.set("providers.dial", {"base_url": base_url, "api_key": "dial-key", "trust_env": False})
    config.set("model.default_preset", "echo")
    for key, value in settings.items():
        config.set(key.replace("__", "."), value)
    return config


def lwe_backend(
    shell: Shell, folder: Path, emulator: Emulator | None = None, **settings: Any
) -> Any:
    """A backend of the shell under test, closed at the end; without an emulator it asks nobody."""
    kind = AsyncApiBackend if shell.is_async else ApiBackend
    config = lwe_config(folder, emulator.dial_url if emulator else "http://127.0.0.1:1", **settings)
    backend = kind(config)
    shell._clients.append(backend)
    return backend


def made_up(backend: Any, *answers: Any, **customizations: Any) -> None:
    """Let *backend* answer with *answers*, texts or messages, one after the other."""
    backend._engine._fakes = itertools.count()
    backend.set_provider("fake_llm", {"responses": list(answers), **customizations}, reset=True)


def played(shell: Shell, folder: Path, text: str, given: Any = None, **options: Any) -> Result:
    """The outcome of the workflow *text*: plays, or the tasks of one."""
    place = folder / "workflows"
    place.mkdir(exist_ok=True)
    if "hosts:" not in text:
        tasks = textwrap.indent(textwrap.dedent(text).strip("\n"), "    ")
        text = f"- hosts: localhost\n  tasks:\n{tasks}\n"
    (place / "mine.yaml").write_text(text, "utf-8")
    backend = options.pop("backend", None) or lwe_backend(shell, folder)
    result: Result = shell.call(backend.workflow_manager.run, "mine", given, **options)
    return result
