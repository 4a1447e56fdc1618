"""
How to construct each backend's client for the emulator, and how to use each verb once.

A backend joins by itself if its client takes an `api_key` and has a model for everything; else with
an entry in `CLIENTS`. A verb that no other backend has joins with one function in `USES`.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from shells import Shell

from polyvox import Done, TextDelta, ToolResult
from polyvox.emulator import Emulator

__all__ = ["CLIENTS", "USES", "Setup", "Use"]

TEXT = "Hello big world"
PNG = b"\x89PNG\r\n\x1a\n"


@dataclass
class Place:
    """What an extraction gives."""

    city: str


class Setup(NamedTuple):
    """
    A client for the emulator.

    Attributes:
        arguments: What its class takes besides the address.
        models: Models by the verb that wants them; `chat` stands for all others.
        options: More arguments by verb.
    """

    arguments: Mapping[str, Any] = {"api_key": "key"}
    models: Mapping[str, str] = {}
    options: Mapping[str, Mapping[str, Any]] = {}


CLIENTS: Mapping[str, Setup] = {
    "dial": Setup({"api_key": "dial-key"}, {"chat": "echo", "embed": "embedding"}),
    "aleph_alpha": Setup(
        {"token": "key-of-nobody"},
        {"chat": "echo", "complete": "luminous-base", "embed": "qwen3-embedding-0.6b"},
    ),
    "alteryse": Setup({"instance_id": "instance", "api_key": "key"}, {}),
    "amigochat": Setup({}, {"chat": "gpt-4o-mini", "images": "flux-realism"}),
    "ollama": Setup({}, {"chat": "echo", "embed": "embedding"}),
    "openai": Setup({"api_key": "key"}, {"chat": "echo", "embed": "embedding"}),
}


class Use(NamedTuple):
    """One use of a verb: a client, what it needs, and the server it calls."""

    shell: Shell
    client: Any
    setup: Setup
    folder: Path
    emulator: Emulator

    def model(self, verb: str) -> dict[str, Any]:
        """The `model` argument for *verb*, and what else it takes here."""
        name = self.setup.models.get(verb, self.setup.models.get("chat"))
        return {**({"model": name} if name else {}), **self.setup.options.get(verb, {})}

    def call(self, function: Callable[..., Any], *args: Any, **keywords: Any) -> Any:
        """What *function* returns, awaited if need be."""
        return self.shell.call(function, *args, **keywords)

    def stored(self, name: str = "notes/hello.txt") -> str:
        """Store a file under *name*; gives what other calls take for it."""
        upload = self.client.files.upload
        takes_place = "to" in inspect.signature(upload).parameters
        place = {"to": name} if takes_place else {"name": name.rpartition("/")[2]}
        return str(self.call(upload, b"hello", **place).url)

    def copied(self, name: str) -> str:
        """A model of Ollama's called *name*, made now."""
        self.call(self.client.models.copy, "echo", name)
        return name


def chat(use: Use) -> None:
    """The answer says what was asked."""
    reply = use.call(use.client.chat, TEXT, **use.model("chat"))

    assert TEXT == reply.text.strip()
    assert ("assistant", reply.text) == (reply.message.role, reply.message.content)


def stream(use: Use) -> None:
    """The pieces add up to the answer, which is the last event."""
    opened = use.client.stream(TEXT, **use.model("stream"))
    events = use.shell.items(opened)

    assert TEXT == "".join(one.text for one in events if isinstance(one, TextDelta)).strip()
    assert Done(opened.final) == events[-1]


def shout(text: str) -> str:
    """Say *text* aloud."""
    return text.upper()


def run(use: Use) -> None:
    """A tool is called, and the model answers with what it gave."""
    done = use.call(use.client.run, TEXT, [shout], model="tools")

    assert (TEXT.upper(), 2) == (done.text.strip(), done.rounds)
    assert [TEXT.upper()] == [result.value for result in done.calls]


def stream_run(use: Use) -> None:
    """The same as it happens."""
    opened = use.client.stream_run(TEXT, [shout], model="tools")
    events = use.shell.items(opened)

    assert TEXT.upper() == "".join(one.text for one in events if isinstance(one, TextDelta)).strip()
    assert [TEXT.upper()] == [one.value for one in events if isinstance(one, ToolResult)]
    assert Done(opened.final.reply) == events[-1]


def extract(use: Use) -> None:
    """An object is read out of the answer."""
    found = use.call(use.client.extract, "It is about city: Paris", Place, **use.model("chat"))

    assert Place("Paris") == found


def stream_extract(use: Use) -> None:
    """An object grows until it is whole."""
    opened = use.client.stream_extract("city: Paris", Place, **use.model("chat"))
    pieces = use.shell.items(opened)

    assert {"city": "Paris"} == pieces[-1].known
    assert Place("Paris") == opened.final


def complete(use: Use) -> None:
    """The prompt is continued."""
    reply = use.call(use.client.complete, TEXT, **use.model("complete"))

    assert reply.text
    assert reply.wire


def stream_complete(use: Use) -> None:
    """The pieces of a continuation add up to it."""
    opened = use.client.stream_complete(TEXT, **use.model("complete"))
    events = use.shell.items(opened)

    assert "".join(one.text for one in events if isinstance(one, TextDelta))
    assert Done(opened.final) == events[-1]


def embed(use: Use) -> None:
    """Each text has a vector, all of one length; equal texts have equal ones."""
    vectors = use.call(use.client.embed, ["a", "b", "a"], **use.model("embed")).vectors

    assert vectors[0] == vectors[2] != vectors[1]
    assert 1 == len({len(vector) for vector in vectors})


def generate(use: Use) -> None:
    """A picture is made, and can be had as bytes."""
    made = use.call(use.client.images.generate, "A fox", **use.model("images"))

    assert 1 == len(made)
    assert use.call(use.client.images.read, made[0]).startswith(PNG)


def edit(use: Use) -> None:
    """A picture is changed."""
    made = use.call(use.client.images.edit, "A fox", PNG, **use.model("images"))

    assert made[0].content.startswith(PNG)


def save_image(use: Use) -> None:
    """A picture is saved, whether it came as bytes or as a link."""
    made = use.call(use.client.images.generate, "A fox", **use.model("images"))
    path = use.call(use.client.images.download, made[0], use.folder / "fox.png")

    assert path.read_bytes().startswith(PNG)


def speech(use: Use) -> None:
    """A text is spoken and written down again."""
    audio = use.client.audio
    recording = use.call(audio.speech(TEXT, voice="alloy", **use.model("audio")).read)
    heard = use.call(audio.transcribe, recording, **use.model("audio"))

    assert b"RIFF" == recording[:4]
    assert TEXT == heard.text


def upload(use: Use) -> None:
    """A stored file is there, with its name and content."""
    files, place = use.client.files, use.stored()
    known = use.call(files.metadata, place)

    assert ("hello.txt", 5) == (known.name, known.size_bytes)
    assert b"hello" == use.call(files.read, place)
    assert b"hello" == b"".join(use.shell.items(files.open(place)))
    assert b"hello" == use.call(files.download, place, use.folder / "h").read_bytes()
    assert use.call(files.exists, place)


def listed(use: Use) -> None:
    """A stored file is in the listing."""
    files, place = use.client.files, use.stored("listed.txt")
    listing = use.call(files.list)

    assert place in [one.url for one in listing]
    assert listing == use.shell.each(files.iter())


def delete(use: Use) -> None:
    """A deleted file is gone."""
    files, place = use.client.files, use.stored("gone.txt")
    use.call(files.delete, place)

    assert not use.call(files.exists, place)


def move(use: Use) -> None:
    """A file is copied and moved."""
    files, place = use.client.files, use.stored("here.txt")
    copy = use.call(files.copy, place, f"{place}.copy", overwrite=True)
    moved = use.call(files.move, place, f"{place}.moved", overwrite=True)

    assert [f"{place}.copy", f"{place}.moved"] == [copy.url, moved.url]
    assert not use.call(files.exists, place)


def models(use: Use) -> None:
    """Every listed model can be looked up; the one that chats is among them."""
    found = use.call(use.client.models.list)
    names = [getattr(one, "id", None) or one.name for one in found]
    wanted = use.setup.models["chat"]
    one = use.call(use.client.models.get, wanted)

    assert wanted in names
    assert wanted in repr(one)


def running(use: Use) -> None:
    """A model in memory says when it leaves."""
    assert all(one.expires_at for one in use.call(use.client.models.running))


def pull(use: Use) -> None:
    """A model that is fetched, made or given away ends in success."""
    own = use.client.models
    name = use.copied(f"me/{use.shell.name}")
    streams = [own.pull("new"), own.push(name), own.create("made", source="echo")]
    last = [use.shell.items(opened)[-1].status for opened in streams]

    assert ["success"] * 3 == last


def delete_model(use: Use) -> None:
    """A copied model is there until it is deleted."""
    own = use.client.models
    name = use.copied(f"copy-{use.shell.name}")
    before = [one.name for one in use.call(own.list)]
    use.call(own.delete, name)

    assert name in before
    assert name not in [one.name for one in use.call(own.list)]


def tokenize(use: Use) -> None:
    """Tokens are counted text by text."""
    assert [3, 1] == use.call(use.client.tokenize, [TEXT, "one"], **use.model("tokenize"))


def rate(use: Use) -> None:
    """A rating is taken."""
    assert use.call(use.client.rate, "r-1", good=True, **use.model("rate")) is None


def deployments(use: Use) -> None:
    """What is deployed is listed, by kinds too, and known in detail."""
    own = use.client.deployments
    ids = [one.id for one in use.call(own.list)]

    assert "echo" == use.call(own.get, "echo").id
    assert {"echo"} <= set(ids)
    assert {"echo"} <= {one.id for one in use.call(own.names, "model")}
    assert use.call(own.configuration, "scripted")
    assert use.call(own.limits, "echo").minute_token_stats


def applications(use: Use) -> None:
    """Every listed application is known in detail."""
    own = use.client.applications
    ids = [one.id for one in use.call(own.list)]

    assert ids
    assert ids[0] == use.call(own.get, ids[0]).id


def prompts(use: Use) -> None:
    """A prompt is stored, read, and deleted."""
    own = use.client.prompts
    place = use.call(own.create, "greeting", "Say hello.").url

    assert "Say hello." == use.call(own.get, place).content
    assert place == use.call(own.metadata, place).url
    assert use.call(own.delete, place) is None


def user(use: Use) -> None:
    """The server knows who asks, and what is used of the limits."""
    own = use.client.user

    assert use.call(own.info).roles is not None
    assert use.call(own.limits)
    assert use.call(own.usage)


def bucket(use: Use) -> None:
    """The own bucket is the one that files go to."""
    assert f"files/{use.call(use.client.bucket)}/" in use.stored()


USES: dict[str, Callable[[Use], None]] = {
    "chat": chat,
    "stream": stream,
    "extract": extract,
    "stream_extract": stream_extract,
    "run": run,
    "stream_run": stream_run,
    "complete": complete,
    "stream_complete": stream_complete,
    "embed": embed,
    "images.generate": generate,
    "images.read": generate,
    "images.edit": edit,
    "images.download": save_image,
    **dict.fromkeys(("audio.speech", "audio.transcribe"), speech),
    **dict.fromkeys((f"files.{name}" for name in ("upload", "metadata", "read")), upload),
    **dict.fromkeys((f"files.{name}" for name in ("open", "download", "exists")), upload),
    **dict.fromkeys(("files.list", "files.iter"), listed),
    "files.delete": delete,
    **dict.fromkeys(("files.move", "files.copy"), move),
    **dict.fromkeys(("models.list", "models.get"), models),
    "models.running": running,
    **dict.fromkeys((f"models.{name}" for name in ("pull", "push", "create")), pull),
    **dict.fromkeys(("models.copy", "models.delete"), delete_model),
    "tokenize": tokenize,
    "rate": rate,
    **dict.fromkeys((f"deployments.{name}" for name in ("list", "get", "names")), deployments),
    **dict.fromkeys(("deployments.configuration", "deployments.limits"), deployments),
    **dict.fromkeys(("applications.list", "applications.get"), applications),
    **dict.fromkeys((f"prompts.{name}" for name in ("create", "get")), prompts),
    **dict.fromkeys((f"prompts.{name}" for name in ("metadata", "delete")), prompts),
    **dict.fromkeys((f"user.{name}" for name in ("info", "limits", "usage")), user),
    "bucket": bucket,
}
