"""
Pictures of AmigoChat on the wire: made, and fetched from wherever a link leads.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from recorder import Recorder, answer, json_answer
from shells import Shell

from polyvox import Image
from polyvox.backends.amigochat.types import Device
from polyvox_core.errors import (
    ConfigError,
    DecodeError,
    NotFound,
    RedirectRefused,
    UnexpectedContentType,
    UrlError,
)

PNG = b"\x89PNG\r\n\x1a\nrest"


@pytest.fixture
def client(shell: Shell, recorder: Recorder) -> Any:
    """A client with a token and a header of its own."""
    return shell.client(
        "amigochat",
        base_url=f"{recorder.url}/api",
        api_key="t-1",
        headers={"X-Mine": "secret"},
        device=Device("d-1"),
    )


def test_generate_is_literally_this(shell: Shell, recorder: Recorder, client: Any) -> None:
    """The prompt is sent as it is, with the model's persona; links and prompts come back."""
    recorder.reply(
        json_answer(
            '{"created":5,"data":[{"url":"https://cdn.example.com/a.png","revised_prompt":"A cat"},'
            '{"url":null},{"b64_json":"iVBORw0KGgo="}]}',
            status="201 Created",
        )
    )

    images = shell.call(client.images.generate, "Кот", model="flux", chat_id="7b6c")

    assert ["POST /api/v1/images/generations"] == recorder.heads()
    assert (
        '{"prompt":"Кот","model":"flux-realism","personaId":"flux-realism","chatId":"7b6c"}'
    ).encode() == recorder.body()
    assert (["https://cdn.example.com/a.png"], ["iVBORw0KGgo="]) == (images.urls, images.b64)
    assert ("A cat", 5, "flux-realism") == (
        images[0].revised_prompt,
        images.created,
        images.model,
    )
    assert 3 == len(images.raw.data)


def test_unknown_image_models(shell: Shell, recorder: Recorder, client: Any) -> None:
    """A model that nobody knows has the persona that later clients send for all of them."""
    recorder.reply(json_answer('{"data":[{"url":"https://cdn.example.com/a.png"}]}'))

    shell.call(client.images.generate, "Кот", model="flux-9")

    assert b'"model":"flux-9","personaId":"image-generator"}' in recorder.body()


@pytest.mark.parametrize("body", ['{"created":5}', '{"data":[]}', '{"data":[{}]}', "[]", "null"])
def test_no_picture_is_an_error(shell: Shell, recorder: Recorder, client: Any, body: str) -> None:
    """An answer without a picture is not taken for one."""
    recorder.reply(json_answer(body, status="201 Created"))

    with pytest.raises(DecodeError, match="no picture"):
        shell.call(client.images.generate, "Кот", model="flux")


def test_download_takes_nothing_secret_along(
    shell: Shell, recorder: Recorder, client: Any, tmp_path: Path
) -> None:
    """A picture is saved under its own name; no credential, header or prefix goes with it."""
    recorder.reply(answer(PNG, "image/png"))
    link = f"{recorder.url}/a%20b/кот.png?sig=a%2Bb&x=1#part"

    path = shell.call(client.images.download, link, tmp_path)

    assert ("кот.png", PNG) == (path.name, path.read_bytes())
    assert ["GET /a%20b/%D0%BA%D0%BE%D1%82.png?sig=a%2Bb&x=1"] == recorder.heads()
    assert [None, None, None] == [
        recorder.header(name) for name in ("Authorization", "X-Mine", "x-device-uuid")
    ]


def test_download_to_a_file(shell: Shell, recorder: Recorder, client: Any, tmp_path: Path) -> None:
    """A file is replaced only when asked to; inline pictures need no request."""
    recorder.always(answer(PNG, "image/png"))
    image = Image(url=f"{recorder.url}?id=1")
    inline = Image(b64="iVBORw0KGgo=")

    shell.call(client.images.download, image, tmp_path / "a.png")
    with pytest.raises(ConfigError, match="exists already"):
        shell.call(client.images.download, image, tmp_path / "a.png")
    shell.call(client.images.download, image, tmp_path / "a.png", overwrite=True)
    shell.call(client.images.download, inline, tmp_path)

    assert PNG == (tmp_path / "a.png").read_bytes()
    assert b"\x89PNG\r\n\x1a\n" == (tmp_path / "image.png").read_bytes()
    assert ["GET /?id=1"] * 2 == recorder.heads()


def test_read_gives_bytes(shell: Shell, recorder: Recorder, client: Any) -> None:
    """A picture can be had in memory, from a link or from what came with the answer."""
    recorder.reply(answer(PNG, "binary/octet-stream"))

    assert PNG == shell.call(client.images.read, Image(url=f"{recorder.url}/a.png"))
    assert b"\x89PNG\r\n\x1a\n" == shell.call(client.images.read, Image(b64="iVBORw0KGgo="))


def test_what_is_no_picture_is_refused(
    shell: Shell, recorder: Recorder, client: Any, tmp_path: Path
) -> None:
    """Pages, dead links, redirects and other schemes are errors, and leave no file."""
    recorder.reply(
        answer(b"<html>", "text/html"),
        answer(status="404 Not Found"),
        answer(status="302 Found", headers=("Location: http://127.0.0.1/",)),
    )
    link = f"{recorder.url}/a.png"

    with pytest.raises(UnexpectedContentType, match="not to a picture"):
        shell.call(client.images.download, link, tmp_path / "a.png")
    with pytest.raises(NotFound, match="expire"):
        shell.call(client.images.download, link, tmp_path / "a.png")
    with pytest.raises(RedirectRefused):
        shell.call(client.images.read, link)
    for bad in ("file:///etc/hostname", "/a.png"):
        with pytest.raises(UrlError):
            shell.call(client.images.read, bad)
    with pytest.raises(ConfigError, match="no link"):
        shell.call(client.images.read, Image())

    assert [] == list(tmp_path.iterdir())


def test_the_generated_client(shell: Shell, recorder: Recorder, client: Any) -> None:
    """`api` reaches the operations themselves, with the token."""
    recorder.reply(json_answer('{"data":[{"url":"https://cdn.example.com/a.png"}]}'))

    body = {"prompt": "Кот", "model": "flux-realism"}
    made = shell.call(client.api.images.create_image, body=body, x_device_uuid="d-2")

    assert "https://cdn.example.com/a.png" == made.data[0].url
    assert ("d-2", "Bearer t-1") == (
        recorder.header("x-device-uuid"),
        recorder.header("Authorization"),
    )
