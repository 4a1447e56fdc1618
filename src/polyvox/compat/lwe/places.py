"""
Where LWE keeps its files, on each system; looked up, never created here.

Source: llm-workflow-engine 0.23.3, core/config.py and core/util.py.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

__all__ = ["config_folder", "data_folder", "debug_log_file"]

_NAME = "llm-workflow-engine"


def config_folder() -> Path:
    """LWE_CONFIG_DIR, or LWE's own folder for configuration on this system."""
    if given := os.environ.get("LWE_CONFIG_DIR"):
        return Path(given).expanduser()
    return _base_for_config() / _NAME


def data_folder() -> Path:
    """LWE_DATA_DIR, or LWE's own folder for data on this system."""
    if given := os.environ.get("LWE_DATA_DIR"):
        return Path(given).expanduser()
    return _base_for_data() / _NAME


def _base_for_config() -> Path:
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or home)
    if sys.platform == "darwin":
        return home / "Library" / "Application Support"
    return home / ".config"


def _base_for_data() -> Path:
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home)
    return home / ".local" / "share"


def debug_log_file() -> Path:
    """Where the debug log goes unless the configuration says otherwise."""
    return Path(tempfile.gettempdir()) / "lwe-debug.log"
