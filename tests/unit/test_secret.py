"""Secrets show themselves nowhere, and are cut out of texts."""

from __future__ import annotations

import copy
import pickle

import pytest

from polyvox_core.secret import MASK, Secret, mask, mask_value

TEXT = "top-secret-text"
SECRET = Secret(TEXT)


def test_it_shows_nothing() -> None:
    """No text made of a secret holds it."""
    shown = f"{SECRET} {SECRET!r} {SECRET!s} {SECRET:>40}" + "%s" % SECRET  # noqa: UP031

    assert TEXT not in shown
    assert TEXT == SECRET.reveal()
    assert not hasattr(SECRET, "__dict__")


def test_it_has_a_value() -> None:
    """Secrets compare, hash and are false when empty."""
    assert Secret(TEXT) == SECRET
    assert Secret("other") != SECRET
    assert TEXT != SECRET
    assert hash(Secret(TEXT)) == hash(SECRET)
    assert not Secret("")
    assert SECRET


def test_it_is_copied_but_not_pickled() -> None:
    """A copy is the same object; a pickle would hold the text."""
    assert copy.copy(SECRET) is SECRET
    assert copy.deepcopy([SECRET])[0] is SECRET
    with pytest.raises(TypeError, match="cannot be pickled"):
        pickle.dumps(SECRET)


def test_masks() -> None:
    """Every occurrence goes; one of fewer than four characters masks nothing."""
    secrets = [SECRET, Secret(""), Secret("two"), Secret("four")]

    assert f"a {MASK} b {MASK} two {MASK}" == mask(f"a {TEXT} b {TEXT} two four", secrets)
    assert "plain" == mask("plain", secrets)


def test_masks_values_at_any_depth() -> None:
    """Texts in lists and dicts are masked, keys too; other values stay."""
    value = {TEXT: [f"x{TEXT}", 1, None, {"a": TEXT}]}

    assert {MASK: [f"x{MASK}", 1, None, {"a": MASK}]} == mask_value(value, [SECRET])
