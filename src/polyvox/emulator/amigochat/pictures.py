"""
Pictures that are made: a link to the emulator itself, or the picture in base64.
"""

from __future__ import annotations

import base64
import hashlib
import re

from starlette.requests import Request
from starlette.responses import Response

from polyvox.emulator import replies
from polyvox.emulator.calls import Call
from polyvox.emulator.jsonvalues import JsonObject, text_of
from polyvox.emulator.pictures import png
from polyvox.emulator.settings import Settings

__all__ = ["draw", "picture_of"]

NOTHING = "nothing"
INLINE = "inline"
CREATED = 201
PICTURE = re.compile(r".*/pictures/([0-9a-f]{16})\.png")


def draw(call: Call, settings: Settings) -> Response:
    """The answer to a prompt; the models `nothing` and `inline` make none, and send it along."""
    prompt, model = text_of(call.fields.get("prompt")), call.fields.get("model")
    made: JsonObject = {"created": int(settings.now().timestamp())}
    if model != NOTHING:
        name = hashlib.sha256(prompt.encode()).hexdigest()[:16]
        if model == INLINE:
            entry: JsonObject = {"b64_json": base64.b64encode(png(name)).decode()}
        else:
            entry = {"url": f"{root_of(call.request)}/pictures/{name}.png"}
        made["data"] = [{**entry, "revised_prompt": f"A picture of: {prompt}"}]
    return replies.json_reply(made, CREATED)


def root_of(request: Request) -> str:
    """The address of the backend that answers *request*."""
    return str(request.url).partition("/v1/")[0]


def picture_of(request: Request) -> bytes | None:
    """The picture that *request* asks for; None if it asks for none."""
    found = PICTURE.fullmatch(request.url.path)
    return png(found[1]) if found else None
