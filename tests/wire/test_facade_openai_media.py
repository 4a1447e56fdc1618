"""
Vectors, models, files, pictures and sound of OpenAI on the wire: literal requests, both shells.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from recorder import Recorder, answer, json_answer
from shells import KEY, Shell

from polyvox import ConfigError, FileInfo, NotFound, Progress
from polyvox_core.errors import BadRequest, DecodeError

FILE = '{"id":"file-1","object":"file","bytes":5,"created_at":0,"filename":"a.txt"}'
GONE = json_answer('{"error":{"message":"No such File object"}}', status="404 Not Found")


def openai(shell: Shell, recorder: Recorder) -> Any:
    """A client for the recorder."""
    return shell.client("openai", base_url=f"{recorder.url}/v1", api_key=KEY)


def form(recorder: Recorder) -> tuple[str, bytes]:
    """The boundary and the body of the last multipart request."""
    kind = recorder.header("Content-Type") or ""
    return kind.removeprefix("multipart/form-data; boundary="), recorder.body()


def page(*ids: str, more: str = "false") -> bytes:
    """A page of files with these *ids*."""
    items = ",".join(FILE.replace("file-1", one) for one in ids)
    return json_answer(f'{{"object":"list","data":[{items}],"has_more":{more}}}')


@pytest.mark.parametrize(
    ("body", "vectors"),
    [
        ('{"data":[{"index":1,"embedding":[1]},{"index":0,"embedding":[2]}]}', [[2], [1]]),
        ('{"data":[{"embedding":[1]},{"embedding":[2]}],"usage":null}', [[1], [2]]),
        ('{"data":[{"embedding":"AACAPgAAAL8="},{"embedding":[]}]}', [[0.25, -0.5], []]),
    ],
)
def test_embed(body: str, vectors: Any, shell: Shell, recorder: Recorder) -> None:
    """Vectors come in the order of the texts, whatever the server sends, base64 included."""
    recorder.reply(json_answer(body))

    made = shell.call(openai(shell, recorder).embed, ["a", "b"], model="m", dimensions=2)

    assert b'{"model":"m","input":["a","b"],"dimensions":2}' == recorder.body()
    assert vectors == made.vectors


@pytest.mark.parametrize(
    "body",
    [
        '{"data":[{"embedding":[1]}]}',
        '{"data":[{"embedding":"AAA"},{"embedding":[]}]}',
        '{"data":[{"embedding":"AAAA"},{"embedding":[]}]}',
        '{"data":[{},{}]}',
        "{}",
    ],
)
def test_vectors_that_are_none(body: str, shell: Shell, recorder: Recorder) -> None:
    """Too few vectors, broken ones, or none at all are a typed error."""
    recorder.reply(json_answer(body))

    with pytest.raises(DecodeError):
        shell.call(openai(shell, recorder).embed, ["a", "b"], model="m")


def test_models(shell: Shell, recorder: Recorder) -> None:
    """Models are listed with what servers add; ids keep their slashes."""
    listed = '{"data":[{"id":"a/b","max_model_len":9,"pricing":{"prompt":"0"}},{"id":"c"}]}'
    recorder.reply(json_answer(listed), json_answer('{"id":"a/b:free"}'))
    models = openai(shell, recorder).models

    found = shell.call(models.list)
    one = shell.call(models.get, "a/b:free")

    assert ["GET /v1/models", "GET /v1/models/a/b%3Afree"] == recorder.heads()
    assert (["a/b", "c"], 9, "a/b:free") == (
        [model.id for model in found],
        found[0].max_model_len,
        one.id,
    )
    assert {"pricing": {"prompt": "0"}} == found[0].extra


def test_upload(shell: Shell, recorder: Recorder) -> None:
    """A file goes out as a form, named, with its purpose and its end."""
    recorder.reply(json_answer(FILE))
    seen: list[Progress] = []

    info = shell.call(
        openai(shell, recorder).files.upload,
        b"hello",
        purpose="batch",
        name="a.txt",
        expires_after=3600,
        progress=seen.append,
    )

    boundary, body = form(recorder)
    fields = {
        "purpose": "batch",
        "expires_after[anchor]": "created_at",
        "expires_after[seconds]": "3600",
    }
    texts = "".join(
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n'
        for name, text in fields.items()
    )
    assert (
        f"{texts}--{boundary}\r\n"
        'Content-Disposition: form-data; name="file"; filename="a.txt"\r\n'
        f"Content-Type: text/plain\r\n\r\nhello\r\n--{boundary}--\r\n"
    ).encode() == body
    moment = datetime(1970, 1, 1, tzinfo=UTC)
    assert FileInfo(url="file-1", name="a.txt", size_bytes=5, created_at=moment) == info
    assert Progress(len(body), len(body)) == seen[-1]


def test_files_come_page_by_page(shell: Shell, recorder: Recorder) -> None:
    """The last id of a page asks for the next one, as long as there is more."""
    recorder.reply(page("f1", "f2", more="true"), page("f3"))
    files = openai(shell, recorder).files

    found = shell.each(files.iter(purpose="batch", page_size=2))

    assert [
        "GET /v1/files?limit=2&purpose=batch",
        "GET /v1/files?after=f2&limit=2&purpose=batch",
    ] == recorder.heads()
    assert ["f1", "f2", "f3"] == [one.url for one in found]


@pytest.mark.parametrize(
    "pages",
    [
        [page("f1", more="true"), page("f1", more="true")],
        [page("f1", more="true"), page(more="true")],
        [page("f1", more="null"), page("f2")],
    ],
)
def test_listings_end(pages: list[bytes], shell: Shell, recorder: Recorder) -> None:
    """A server that repeats itself, or has an empty page, is not asked for ever."""
    recorder.reply(*pages)

    found = shell.call(openai(shell, recorder).files.list)

    assert {"f1"} == {one.url for one in found}
    assert len(recorder.requests) <= 2


def test_contents(shell: Shell, recorder: Recorder, tmp_path: Path) -> None:
    """A content is read, or saved under the file's own name, with nothing of a path in it."""
    named = FILE.replace("a.txt", "../evil/../a.txt")
    content = answer(b"hello", "application/octet-stream")
    recorder.reply(content, json_answer(named), content)
    files = openai(shell, recorder).files

    read = shell.call(files.read, "file-1")
    path = shell.call(files.download, "file-1", tmp_path)

    assert [
        "GET /v1/files/file-1/content",
        "GET /v1/files/file-1",
        "GET /v1/files/file-1/content",
    ] == recorder.heads()
    assert (b"hello", tmp_path / "a.txt") == (read, path)
    assert b"hello" == path.read_bytes()
    with pytest.raises(ConfigError, match="exists already"):
        shell.call(files.download, "file-1", path)


def test_files_that_are_gone(shell: Shell, recorder: Recorder) -> None:
    """A missing file does not exist; deleting it is an error unless that is fine."""
    recorder.always(GONE)
    files = openai(shell, recorder).files

    assert not shell.call(files.exists, "file-1")
    assert shell.call(files.delete, "file-1", missing_ok=True) is None
    with pytest.raises(NotFound):
        shell.call(files.delete, "file-1")
    with pytest.raises(NotFound, match=r"files\.list"):
        shell.call(files.read, "file-1")


def test_delete_answers_nothing(shell: Shell, recorder: Recorder) -> None:
    """A server may confirm with an empty body."""
    recorder.reply(answer())

    assert shell.call(openai(shell, recorder).files.delete, "file-1") is None
    assert ["DELETE /v1/files/file-1"] == recorder.heads()


def test_images(shell: Shell, recorder: Recorder, tmp_path: Path) -> None:
    """Pictures come in base64 or as links; both can be saved."""
    recorder.reply(
        json_answer('{"created":1,"data":[{"b64_json":"YWJj"}],"output_format":"webp"}'),
        json_answer(
            f'{{"data":[{{"url":"{recorder.url}/fox.png?sig=1","revised_prompt":"A red fox"}}]}}'
        ),
        answer(b"png", "image/png"),
    )
    images = openai(shell, recorder).images

    inline = shell.call(images.generate, "A fox", model="gpt-image-1", size="auto")
    linked = shell.call(images.generate, "A fox", n=1)
    path = shell.call(images.download, linked[0], tmp_path / "fox.png")

    assert b'{"prompt":"A fox","model":"gpt-image-1","size":"auto"}' == recorder.body(0)
    assert b'{"prompt":"A fox","n":1}' == recorder.body(1)
    assert (b"abc", "image/webp", 1) == (
        inline[0].content,
        inline[0].content_type,
        inline.created,
    )
    assert "A red fox" == linked[0].revised_prompt
    assert b"png" == path.read_bytes()
    assert ("GET /fox.png?sig=1", None) == (recorder.heads()[-1], recorder.header("Authorization"))


@pytest.mark.parametrize("body", ["{}", '{"data":[]}', '{"data":null}', '{"data":[{}]}'])
def test_answers_without_pictures(body: str, shell: Shell, recorder: Recorder) -> None:
    """An answer without a picture is a typed error."""
    recorder.reply(json_answer(body))

    with pytest.raises(DecodeError):
        shell.call(openai(shell, recorder).images.generate, "A fox")


def test_image_edits(shell: Shell, recorder: Recorder) -> None:
    """One picture is sent as `image`, several as `image[]`."""
    recorder.always(json_answer('{"data":[{"b64_json":"YWJj"}]}'))
    images = openai(shell, recorder).images

    shell.call(images.edit, "Rain", b"one", mask=b"two", model="m")
    _, first = form(recorder)
    shell.call(images.edit, "Rain", [b"one", b"two"], n=2)
    _, second = form(recorder)

    assert [1, 1, 0] == [first.count(one) for one in (b'"image"', b'"mask"', b'"image[]"')]
    assert [0, 0, 2] == [second.count(one) for one in (b'"image"', b'"mask"', b'"image[]"')]
    assert b'name="n"\r\n\r\n2\r\n' in second


def test_transcribe(shell: Shell, recorder: Recorder) -> None:
    """A recording goes out under a name, since the server tells its format by that."""
    recorder.reply(json_answer('{"text":"Hello","language":"en"}'))

    heard = shell.call(
        openai(shell, recorder).audio.transcribe,
        b"sound",
        model="whisper-1",
        timestamp_granularities=("word", "segment"),
    )

    _, body = form(recorder)
    assert b'name="file"; filename="recording.wav"' in body
    assert 2 == body.count(b'name="timestamp_granularities[]"')
    assert ("Hello", "en") == (heard.text, heard.language)


def test_transcription_that_is_none(shell: Shell, recorder: Recorder) -> None:
    """An answer without a text is a typed error; an error under the status 200 is one too."""
    recorder.reply(json_answer("{}"), json_answer('{"error":{"message":"No","code":400},"id":1}'))
    audio = openai(shell, recorder).audio

    with pytest.raises(DecodeError):
        shell.call(audio.transcribe, b"sound", model="m")
    with pytest.raises(BadRequest, match="No"):
        shell.call(audio.transcribe, ("a.mp3", b"sound"), model="m")


def test_speech(shell: Shell, recorder: Recorder, tmp_path: Path) -> None:
    """A spoken text arrives as bytes, and can be saved."""
    recorder.always(answer(b"sound", "audio/mpeg"))
    audio = openai(shell, recorder).audio

    read = shell.call(audio.speech("Hi", model="m", voice="alloy", speed=1.5).read)
    opened = audio.speech("Hi", model="m", voice="alloy")
    path = shell.call(opened.save, tmp_path / "hi.mp3")

    assert b'{"model":"m","input":"Hi","voice":"alloy","speed":1.5}' == recorder.body(0)
    assert [b"sound", b"sound"] == [read, path.read_bytes()]
