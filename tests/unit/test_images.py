"""Pictures as values: links, bytes, and files that are whole or not there."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from polyvox import Image, Images
from polyvox.errors import ConfigError, DecodeError

PNG = b"\x89PNG\r\n\x1a\nrest"
B64 = base64.b64encode(PNG).decode()


def test_content_comes_from_base64_or_a_data_url() -> None:
    """A picture that the backend sent can be had as bytes, in both forms."""
    assert PNG == Image(b64=B64).content
    assert PNG == Image(url=f"data:image/png;base64,{B64}").content
    assert Image(b64=B64).inline


def test_links_have_no_content() -> None:
    """A link is not fetched behind the caller's back; the message says how to."""
    image = Image(url="https://cdn.example.com/a.png")

    assert not image.inline
    assert "https://cdn.example.com/a.png" == str(image)
    with pytest.raises(ConfigError, match=r"client\.images\.download"):
        _ = image.content


def test_broken_base64_is_a_decode_error() -> None:
    """What is no base64 is an error of ours."""
    with pytest.raises(DecodeError, match="not base64"):
        _ = Image(b64="not base64!").content


def test_save_writes_whole_files(tmp_path: Path) -> None:
    """A saved picture has the bytes, replaces nothing unasked, and leaves no other file."""
    target = Image(b64=B64).save(tmp_path / "cat.png")

    assert PNG == target.read_bytes()
    with pytest.raises(ConfigError, match="exists already"):
        Image(b64=B64).save(target)
    assert target == Image(b64=B64).save(target, overwrite=True)
    assert ["cat.png"] == [path.name for path in tmp_path.iterdir()]


def test_save_fails_before_it_writes(tmp_path: Path) -> None:
    """A folder that is not there, or a broken picture, leaves nothing behind."""
    with pytest.raises(ConfigError, match="cannot be written"):
        Image(b64=B64).save(tmp_path / "nowhere" / "cat.png")
    with pytest.raises(DecodeError):
        Images((Image(b64=B64), Image(b64="!"))).save(tmp_path / "cat.png")

    assert [] == list(tmp_path.iterdir())


def test_several_pictures(tmp_path: Path) -> None:
    """Many pictures are a sequence, with their links, and are saved under numbered names."""
    images = Images((Image(b64=B64), Image(b64=B64)), model="m")
    links = Images((Image(url="https://a.example/1.png"), Image(b64=B64)))

    assert ["cat.png", "cat-2.png"] == [path.name for path in images.save(tmp_path / "cat.png")]
    assert (2, images[0], [B64, B64]) == (len(images), next(iter(images)), images.b64)
    assert (["https://a.example/1.png"], [B64]) == (links.urls, links.b64)


def test_repr_leaves_the_picture_out() -> None:
    """A picture's bytes fill no log, and its text is no picture either."""
    assert B64 not in repr(Images((Image(b64=B64),)))
    assert "<inline picture>" == str(Image(b64=B64))
