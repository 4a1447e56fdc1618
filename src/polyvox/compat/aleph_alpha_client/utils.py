"""
Files and downloads in base64.
"""

from __future__ import annotations

import base64

from polyvox.compat.aleph_alpha_client.images import downloaded, file_bytes

__all__ = ["load_base64_from_file", "load_base64_from_url"]


def load_base64_from_url(url: str) -> str:
    """What an http or https URL gives, in base64."""
    return base64.b64encode(downloaded(url)).decode()


def load_base64_from_file(path_and_filename: str) -> str:
    """The content of a file, in base64."""
    return base64.b64encode(file_bytes(path_and_filename)).decode()
