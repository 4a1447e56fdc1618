"""
The Python module of LLM Workflow Engine, drop-in: `ApiBackend`, `Config`, and an async twin.

    from polyvox.compat.lwe import ApiBackend   # was: from lwe import ApiBackend

Nothing is written to disk and no server is asked before the first call needs it. Jinja2, PyYAML
and sqlite3 are loaded by what uses them alone.

Source: llm-workflow-engine 0.23.3; docs/python_module.rst of 0.18.
"""

from __future__ import annotations

from polyvox.compat.lwe.aio import AsyncApiBackend
from polyvox.compat.lwe.backend import ApiBackend
from polyvox.compat.lwe.config import Config
from polyvox.compat.lwe.results import Result

__all__ = ["ApiBackend", "AsyncApiBackend", "Config", "Result"]
