"""
Modules for other servers; `fetching` decides which of them may be reached.

Source: ansible-core, modules uri and get_url; only the parameters that workflows use.
"""

from __future__ import annotations

import hashlib
import hmac
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from polyvox.compat.lwe.shapes import is_list
from polyvox.compat.lwe.workflows.fetching import Fetched
from polyvox.compat.lwe.workflows.modules.calling import ModuleCall, TaskFault
from polyvox.compat.lwe.workflows.modules.files import done, write
from polyvox.errors import PolyvoxError
from polyvox_core.bodies import text_of
from polyvox_core.flow import Ask, Flow
from polyvox_core.json import dumps, loads

__all__ = ["fetched", "get_url", "uri"]

_TIMEOUT = 30.0


def _answer(
    call: ModuleCall, method: str, url: str, headers: dict[str, str], body: bytes | None
) -> Flow[Fetched]:
    timeout = call.arguments.get("timeout", _TIMEOUT)
    try:
        answer: Fetched = yield Ask(
            lambda: call.fetch(method, url, headers=headers, body=body, timeout=timeout)
        )
    except PolyvoxError as error:
        raise TaskFault(str(error), url=url, status=-1) from error
    return answer


def fetched(
    call: ModuleCall,
    method: str,
    url: str,
    headers: dict[str, str] | None = None,
    body: bytes | None = None,
) -> Flow[Fetched]:
    """
    The answer of another server, with a status that means success.

    Raises:
        TaskFault: There is none, or its status is an error.
    """
    answer = yield from _answer(call, method, url, headers or {}, body)
    _check(answer, [200])
    return answer


def _check(answer: Fetched, wanted: list[int]) -> None:
    if answer.status not in wanted:
        shown = answer.body[:500].decode("utf-8", "replace")
        msg = f"Status code was {answer.status} and not {wanted}: {shown}"
        raise TaskFault(msg, url=answer.url, status=answer.status)


def _headers(call: ModuleCall) -> dict[str, str]:
    return {name: str(value) for name, value in call.arguments.get("headers", {}).items()}


def uri(call: ModuleCall) -> Flow[dict[str, Any]]:
    """Send a request; `json` has the answer if it is JSON, `content` if that is asked for."""
    given = call.arguments
    headers = _headers(call)
    body = _body(given, headers)
    method = str(given.get("method", "GET")).upper()
    answer = yield from _answer(call, method, given["url"], headers, body)
    _check(answer, _statuses(given.get("status_code", 200)))
    result: dict[str, Any] = {
        "url": answer.url,
        "status": answer.status,
        "msg": f"OK ({len(answer.body)} bytes)",
        **{name.replace("-", "_"): value for name, value in answer.headers.items()},
    }
    if "json" in answer.headers.get("content-type", ""):
        try:
            result["json"] = loads(answer.body)
        except ValueError as error:
            msg = f"The answer says it is JSON, and is not: {error}"
            raise TaskFault(msg, url=answer.url, status=answer.status) from None
    if given.get("return_content", False):
        result["content"] = text_of(answer.body, answer.headers)
    dest: Path | None = given.get("dest")
    if dest is not None:
        written = yield from done(lambda: write(dest, answer.body))
        result |= {"path": written["dest"], "changed": written["changed"]}
    return result


def _body(given: dict[str, Any], headers: dict[str, str]) -> bytes | None:
    """The body, whose type goes into *headers* unless it is there."""
    body = given.get("body")
    if body is None:
        return None
    form = str(given.get("body_format", "raw"))
    names = {name.lower() for name in headers}
    if form == "json":
        kind, content = "application/json", body.encode() if isinstance(body, str) else dumps(body)
    elif form == "form-urlencoded":
        kind = "application/x-www-form-urlencoded"
        content = (body if isinstance(body, str) else urlencode(body, doseq=True)).encode()
    elif form == "raw":
        kind, content = "", dumps(body) if isinstance(body, dict | list) else str(body).encode()
    else:
        msg = f"The body_format {form!r} is none of raw, json, form-urlencoded."
        raise TaskFault(msg)
    if kind and "content-type" not in names:
        headers["Content-Type"] = kind
    return content


def _statuses(given: Any) -> list[int]:
    listed = given if is_list(given) else str(given).split(",")
    try:
        return [int(one) for one in listed]
    except ValueError:
        msg = f"The status_code {given!r} is no list of numbers."
        raise TaskFault(msg) from None


def get_url(call: ModuleCall) -> Flow[dict[str, Any]]:
    """Save what a server answers to a file."""
    given = call.arguments
    dest: Path = given["dest"]
    if dest.is_file() and not given.get("force", False):
        return {"dest": str(dest), "url": given["url"], "msg": "file already exists"}
    answer = yield from fetched(call, "GET", given["url"], _headers(call))
    _verify(answer.body, given.get("checksum"))
    name = answer.url.partition("?")[0].rpartition("/")[2]
    target = dest / (_file_name(name)) if dest.is_dir() else dest
    written = yield from done(lambda: write(target, answer.body, given.get("mode")))
    return {**written, "url": answer.url, "status_code": answer.status, "msg": "OK"}


def _file_name(name: str) -> str:
    if not name or name in {".", ".."} or any(mark in name for mark in "\\:%\0"):
        msg = f"The address ends in {name!r}, which is no file name. Name the file in dest."
        raise TaskFault(msg)
    return name


def _verify(content: bytes, checksum: str | None) -> None:
    if checksum is None:
        return
    algorithm, _, wanted = checksum.partition(":")
    if algorithm not in {"md5", "sha1", "sha224", "sha256", "sha384", "sha512"} or not wanted:
        msg = f"The checksum {checksum[:80]!r} is not written as sha256:... ."
        raise TaskFault(msg)
    found = hashlib.new(algorithm, content, usedforsecurity=False).hexdigest()
    if not hmac.compare_digest(found, wanted.strip().lower()):
        msg = f"The {algorithm} of what arrived is {found}, not {wanted}."
        raise TaskFault(msg)
