"""
What to test code with that uses polyvox: a scripted fault server, and record and replay.

Nothing here imports pytest but `polyvox.testing.pytest_plugin`.
"""

from __future__ import annotations
