"""
Advice about names that nobody knows.
"""

from __future__ import annotations

from polyvox_core.nearest import did_you_mean


def test_near_and_far_names() -> None:
    """A slip gets a question, anything else the other advice."""
    names = ("temperature", "top_p")

    assert "Did you mean 'temperature'?" == did_you_mean("temprature", names, "No.")
    assert "There are two." == did_you_mean("xyz", names, "There are two.")
