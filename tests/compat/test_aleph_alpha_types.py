"""Values of the drop-in surface of aleph-alpha-client: to JSON and back, pictures, templates."""

from __future__ import annotations

import base64
import io
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from pytest_httpserver import HTTPServer

import polyvox.compat.aleph_alpha_client as aleph
from polyvox.compat.aleph_alpha_client import (
    ChatRequest,
    ControlTokenOverlap,
    Cropping,
    Image,
    ImageControl,
    JSONSchema,
    Message,
    Prompt,
    Role,
    Text,
    TextControl,
    TextMessage,
    TokenControl,
    Tokens,
)
from polyvox.compat.aleph_alpha_client.explanation import TargetScoreWithRaw, TextScoreWithRaw

PNG = b"\x89PNG\r\n\x1a\n and the rest"
JPEG = b"\xff\xd8\xff\xe0 and the rest"
BASE64 = base64.b64encode(PNG).decode()
SCHEMA = {"type": "object", "properties": {"a": {"type": "string"}}}


def test_prompts_travel_both_ways() -> None:
    """A prompt with all kinds of items, controls and a crop is the same after the way back."""
    overlap = ControlTokenOverlap.Complete
    prompt = Prompt(
        [
            Text("An apple", [TextControl(0, 2, 0.5), TextControl(3, 5, 1.5, overlap)]),
            Image(BASE64, Cropping(0, 8, 64), [ImageControl(0.25, 0, 0.5, 0.5, 2.0, overlap)]),
            Image(BASE64, None, [ImageControl(0, 0, 1, 1, 0.5)]),
            Tokens([1, 2], [TokenControl(1, 0.5)]),
        ]
    )
    json = prompt.to_json()

    assert [
        {
            "type": "text",
            "data": "An apple",
            "controls": [
                {"start": 0, "length": 2, "factor": 0.5},
                {"start": 3, "length": 5, "factor": 1.5, "token_overlap": "complete"},
            ],
        },
        {
            "type": "image",
            "data": BASE64,
            "x": 0,
            "y": 8,
            "size": 64,
            "controls": [
                {
                    "rect": {"left": 0.25, "top": 0, "width": 0.5, "height": 0.5},
                    "factor": 2.0,
                    "token_overlap": "complete",
                }
            ],
        },
        {
            "type": "image",
            "data": BASE64,
            "controls": [{"rect": {"left": 0, "top": 0, "width": 1, "height": 1}, "factor": 0.5}],
        },
        {"type": "token_ids", "data": [1, 2], "controls": [{"index": 1, "factor": 0.5}]},
    ] == json
    assert prompt == Prompt.from_json([*json, {"type": "sound"}])


def test_prompts_in_short() -> None:
    """Prompts of one item, and items that are bare texts or lists."""
    assert Prompt("a") == Prompt.from_text("a") == Prompt([Text.from_text("a")])
    assert Prompt.from_tokens([1]) == Prompt([Tokens.from_token_ids([1])])
    assert Prompt.from_image(Image(BASE64, None, [])) == Prompt([Image(BASE64, None, [])])
    bare: list[Any] = ["a", [1]]
    assert [{"type": "text", "data": "a"}, {"type": "token_ids", "data": [1]}] == (
        Prompt(bare).to_json()
    )
    wrong: list[Any] = [1]
    with pytest.raises(ValueError, match="not valid"):
        Prompt(wrong).to_json()


def test_pictures_keep_their_bytes(tmp_path: Path, httpserver: HTTPServer) -> None:
    """From a file, bytes or a URL, with and without a crop: the base64 of the very bytes."""
    path = tmp_path / "a.png"
    path.write_bytes(PNG)
    httpserver.expect_request("/a.png").respond_with_data(PNG)
    url = httpserver.url_for("/a.png")
    square = Cropping(1, 2, 3)

    assert {BASE64} == {
        Image.from_file(path).base_64,
        Image.from_bytes(PNG).base_64,
        Image.from_url(url).base_64,
        Image.from_image_source(path).base_64,
        Image.from_image_source(str(path)).base_64,
        Image.from_image_source(PNG).base_64,
        Image.from_image_source(url).base_64,
        aleph.load_base64_from_file(str(path)),
        aleph.load_base64_from_url(url),
    }
    assert Image(BASE64, square, []) == Image.from_file_with_cropping(str(path), 1, 2, 3)
    assert Image(BASE64, square, []) == Image.from_url_with_cropping(url, 1, 2, 3)


def test_pictures_that_cannot_be_read(
    httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A URL that fails is no missing file; a URL of another kind is refused."""
    httpserver.expect_request("/a.png").respond_with_data("", status=404)

    with pytest.raises(ConnectionError, match="404"):
        Image.from_image_source(httpserver.url_for("/a.png"))
    with pytest.raises(ValueError, match="no http"):
        Image.from_url("file:///etc/hostname")
    httpserver.expect_request("/b.png").respond_with_data(PNG)
    monkeypatch.setattr("polyvox.compat.aleph_alpha_client.images.MOST_BYTES", 3)
    with pytest.raises(ValueError, match="more than 3 bytes"):
        Image.from_url(httpserver.url_for("/b.png"))
    with pytest.raises(FileNotFoundError):
        Image.from_image_source("missing.png")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PNG, "image/png"),
        (JPEG, "image/jpeg"),
        (b"GIF89a.", "image/gif"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (b"BM....", "image/bmp"),
        (b"?", "image/png"),
    ],
)
def test_pictures_in_chats(content: bytes, kind: str) -> None:
    """A picture in a message is a data URL of its own bytes, with its own media type."""
    message = Message(Role.User, ["Look:", Image.from_bytes(content)])

    url = f"data:{kind};base64,{base64.b64encode(content).decode()}"
    assert [
        {"type": "text", "text": "Look:"},
        {"type": "image_url", "image_url": {"url": url}},
    ] == message.to_json()["content"]


def test_pictures_that_chats_cannot_take() -> None:
    """A crop or other values are refused, not lost."""
    with pytest.raises(ValueError, match="Crop"):
        Message(Role.User, [Image(BASE64, Cropping(0, 0, 1), [])]).to_json()
    with pytest.raises(ValueError, match="not valid"):
        Message(Role.User, [1]).to_json()


class Picture:
    """Stands in for a Pillow image: read from a file, and not decoded until `load`."""

    def __init__(self, content: bytes, mode: str = "RGB") -> None:
        self.fp: Any = io.BytesIO(content)
        self.tile = ["not decoded yet"]
        self.mode = mode

    def tell(self) -> int:
        """Number of the frame."""
        return 0

    def load(self) -> None:
        """Decode."""
        self.fp, self.tile = None, []

    def convert(self, mode: str) -> Picture:
        """The same in other colours."""
        changed = Picture(b"", mode)
        changed.load()
        return changed

    def save(self, file: io.BytesIO, format: str) -> None:  # noqa: A002 - as in Pillow
        """Encode."""
        file.write(f"\x89PNG {format} {self.mode}".encode("latin-1"))


def test_pillow_images() -> None:
    """A picture that was only opened travels as its file; a decoded one becomes a PNG."""
    opened, decoded, odd = Picture(JPEG), Picture(JPEG), Picture(JPEG, "CMYK")
    opened.fp.seek(5)
    decoded.load()
    odd.load()
    parts = Message(Role.User, [opened, decoded, odd]).to_json()["content"]
    urls = [part["image_url"]["url"].split(",") for part in parts]

    assert ["data:image/jpeg;base64", base64.b64encode(JPEG).decode()] == urls[0]
    assert b"\x89PNG PNG RGB".decode("latin-1").encode("latin-1") == base64.b64decode(urls[1][1])
    assert base64.b64decode(urls[2][1]).endswith(b"PNG RGB")
    assert 5 == opened.fp.tell()


def test_messages() -> None:
    """Roles may be texts, parts may be dicts, and a missing text is an empty one."""
    role: Any = "user"
    nothing: Any = None
    part = {"type": "text", "text": "Hi"}

    assert {"role": "user", "content": [part]} == Message(role, [part]).to_json()
    assert {"role": "assistant", "content": ""} == TextMessage(Role.Assistant, nothing).to_json()
    assert "developer" == TextMessage.from_json({"role": "developer", "content": "a"}).role.value
    with pytest.raises(KeyError):
        TextMessage.from_json({"role": "user"})
    with pytest.raises(ValueError, match="5"):
        Role(5)


def test_formats_of_answers() -> None:
    """A schema tells its description and strictness always; classes and dicts will do, too."""

    class Aquarium:
        """Describes Nemo."""

        @classmethod
        def model_json_schema(cls) -> dict[str, Any]:
            """Stands in for pydantic's."""
            return SCHEMA

    def sent(wanted: Any) -> Any:
        return ChatRequest("m", [], response_format=wanted).to_json()["response_format"]

    inner = {"schema": SCHEMA, "name": "a", "description": None, "strict": False}
    own = {"type": "json_schema", "json_schema": inner}
    strict = {"name": "Aquarium", "description": "Describes Nemo.", "strict": True}
    assert own == sent(JSONSchema(SCHEMA, "a"))
    assert {"type": "json_schema", "json_schema": {**inner, **strict}} == sent(Aquarium)
    assert own == sent(own)


def test_chat_requests() -> None:
    """Members that are None stay away; a chosen tool and stream options are objects."""
    request = ChatRequest(
        "m",
        [],
        stream_options=aleph.StreamOptions(True),
        steering_concepts=["_worker/informal"],
        tool_choice=aleph.ToolFunction("function", {"name": "f"}),
    )

    assert {
        "model": "m",
        "messages": [],
        "stream_options": {"include_usage": True},
        "steering_concepts": ["_worker/informal"],
        "tool_choice": {"type": "function", "function": {"name": "f"}},
    } == request.to_json()


def test_explanations() -> None:
    """Scores get their parts of prompt and target, and boxes their pixels."""
    json = {
        "model_version": "1",
        "explanations": [
            {
                "target": " Ada",
                "items": [
                    {"type": "text", "scores": [{"start": 0, "length": 2, "score": 0.5}]},
                    {
                        "type": "image",
                        "scores": [
                            {
                                "rect": {"left": 0.5, "top": 0, "width": 0.5, "height": 1},
                                "score": 1.0,
                            }
                        ],
                    },
                    {"type": "token_ids", "scores": [0.25]},
                    {"type": "target", "scores": [{"start": 1, "length": 3, "score": 0.5}]},
                ],
            }
        ],
    }
    prompt = Prompt([Text.from_text("An apple"), Image(BASE64, None, []), Tokens([1], [])])
    request = aleph.ExplanationRequest(prompt, " Ada", prompt_granularity="word")
    text, _, tokens, target = (
        aleph.ExplanationResponse.from_json(json).with_text_from_prompt(request).explanations[0]
    ).items

    assert {"type": "word"} == request.to_json()["prompt_granularity"]
    assert {"type": "custom", "delimiter": "|"} == aleph.CustomGranularity("|").to_json()
    assert [TextScoreWithRaw(0, 2, 0.5, "An")] == text.scores
    assert [aleph.TokenScore.from_json(0.25)] == tokens.scores
    assert "prompt_granularity" not in aleph.ExplanationRequest(prompt, "a").to_json()
    assert [TargetScoreWithRaw(1, 3, 0.5, "Ada")] == target.scores
    with pytest.raises(NotImplementedError, match="sound"):
        aleph.Explanation.prompt_item_from_json({"type": "sound"})


def test_explanations_in_pixels(monkeypatch: pytest.MonkeyPatch) -> None:
    """Boxes in pixels need the size of the picture, which Pillow tells."""
    item = aleph.ImagePromptItemExplanation([aleph.ImageScore(0.5, 0.0, 0.5, 1.0, 2.0)])
    whole = aleph.ExplanationResponse("1", [aleph.Explanation("a", [item])])
    prompt = Prompt([Image(BASE64, None, [])])
    monkeypatch.setitem(sys.modules, "PIL", None)
    with pytest.raises(ImportError, match="pip install pillow"):
        whole.with_image_prompt_items_in_pixels(prompt)
    opener: Any = ModuleType("PIL.Image")
    opener.open = lambda _: SimpleNamespace(width=101, height=50)
    monkeypatch.setitem(sys.modules, "PIL", ModuleType("PIL"))
    monkeypatch.setitem(sys.modules, "PIL.Image", opener)

    found = whole.with_image_prompt_items_in_pixels(prompt).explanations[0].items[0]

    assert [aleph.ImageScore(50, 0, 50, 50, 2.0)] == found.scores
    with pytest.raises(ValueError, match="no pixels"):
        item.in_pixels(Text("a", []))


class Template:
    """Stands in for Liquid: replaces `{{ name }}`."""

    def __init__(self, source: str) -> None:
        self.source = source

    def render(self, **values: Any) -> str:
        """The text with its values."""
        text = self.source
        for name, value in values.items():
            text = text.replace(f"{{{{ {name} }}}}", str(value))
        return text


def test_templates(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures and tokens stand where their placeholders were; texts in a row get a blank."""
    monkeypatch.setitem(sys.modules, "liquid", None)
    with pytest.raises(ImportError, match="pip install python-liquid"):
        aleph.PromptTemplate("a")
    module: Any = ModuleType("liquid")
    module.Template = Template
    monkeypatch.setitem(sys.modules, "liquid", module)
    image = Image(BASE64, None, [])
    template = aleph.PromptTemplate("Q: {{ picture }} {{ asked }} A:")

    values = {
        "picture": template.placeholder(image),
        "asked": template.embed_prompt(
            Prompt([Tokens([1], []), Text("What", []), Text("", []), Text("is it?", [])])
        ),
    }
    prompt = template.to_prompt(**values)

    assert (
        Prompt([Text("Q: ", []), image, Text(" ", []), Tokens([1], []), Text("What is it? A:", [])])
        == prompt
    )
    assert Prompt("just text") == aleph.PromptTemplate("just text").to_prompt()


def test_documents(tmp_path: Path) -> None:
    """Documents can still be made."""
    path = tmp_path / "a.docx"
    path.write_bytes(b"docx")

    assert "ZG9jeA==" == aleph.Document.from_docx_file(str(path)).docx
    assert "a" == aleph.Document.from_text("a").text
    assert ["a"] == aleph.Document.from_prompt(["a"]).prompt
    assert [Text("a", [])] == aleph.Document.from_prompt(Prompt("a")).prompt


def test_batch_answers_travel() -> None:
    """The vectors of a batch become JSON again."""
    json = {"model_version": "1", "embeddings": [[0.5]], "num_tokens_prompt_total": 1}

    assert json == aleph.BatchSemanticEmbeddingResponse.from_json(json).to_json()
