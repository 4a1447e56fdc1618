"""One request body, one success answer, plain parameters: what a method signature can say."""

from __future__ import annotations

from typing import Any

from polyvox_generator.lower.tree import CannotLower, Tree, lowering, operations, resolve

__all__ = ["one_body", "one_media_type", "one_success", "plain_parameters"]

_PLACES = ("path", "query", "header")

_BODIES = {"multipart/form-data": "multipart", "application/octet-stream": "bytes"}


@lowering
def one_success(tree: Tree) -> None:
    """Keep the first successful answer; errors are decoded by hand-written code."""
    for path, method, operation in operations(tree):
        answers = operation["responses"]
        good = {code: answers[code] for code in sorted(answers) if code.startswith("2")}
        if not good:
            msg = (
                f"{method.upper()} {path} has no answer with a status of 200 to 299, so nothing "
                "says what a call returns. Describe the successful answer."
            )
            raise CannotLower(msg, operation_pointer(path, method))
        full = [code for code, answer in good.items() if answer.get("content")]
        chosen = good[(full or list(good))[0]]
        if chosen.get("x-may-be-empty") or (full and len(full) < len(good)):
            operation["x-may-be-empty"] = True
        operation["responses"] = {"200": {"description": "", **chosen}}
        operation["responses"]["200"].pop("headers", None)


@lowering
def one_media_type(tree: Tree) -> None:
    """Keep one media type of the answer, and note its kind: json, text, bytes or empty."""
    for _, _, operation in operations(tree):
        answer = operation["responses"]["200"]
        content: dict[str, Any] = answer.pop("content", {})
        kind, schema = _answer(content)
        operation["x-answer"] = kind
        if schema is not None:
            name = "application/octet-stream" if kind == "bytes" else "application/json"
            answer["content"] = {name: {"schema": schema}}


def _answer(content: dict[str, Any]) -> tuple[str, dict[str, Any] | None]:
    if not content:
        return "empty", None
    for name, media in content.items():
        if _is_json(name):
            return "json", media.get("schema", {})
    if any(name.startswith("text/") for name in content):
        return "text", {"type": "string"}
    return "bytes", {"type": "string", "format": "binary"}


@lowering
def one_body(tree: Tree) -> None:
    """Keep one request body: JSON before multipart before raw bytes."""
    for path, method, operation in operations(tree):
        body = operation.get("requestBody")
        if body is None:
            continue
        content = body["content"]
        json = [name for name in content if _is_json(name)]
        name = next((name for name in [*json, *_BODIES] if name in content), None)
        if name is None:
            msg = (
                f"The body of {method.upper()} {path} is {', '.join(content)}, which cannot be "
                "sent. Offer application/json, multipart/form-data or application/octet-stream."
            )
            raise CannotLower(msg, operation_pointer(path, method))
        operation["x-body"] = _BODIES.get(name, "json")
        schema = content[name].get("schema", {})
        if operation["x-body"] == "bytes":
            schema = {"type": "string", "x-binary": True}
        media = name if name in _BODIES else "application/json"
        body["content"] = {media: {"schema": schema}}


@lowering
def plain_parameters(tree: Tree) -> None:
    """Give each parameter a schema of text, number, truth value, or a list of them in the query."""
    for path, method, operation in operations(tree):
        for parameter in operation["parameters"]:
            where = f"The parameter {parameter['name']!r} of {method.upper()} {path}"
            place = parameter["in"]
            if place not in _PLACES:
                msg = f"{where} travels in the {place}. Use path, query or header."
                raise CannotLower(msg, operation_pointer(path, method))
            if "content" in parameter:
                del parameter["content"]
                parameter["schema"] = {"type": "string"}
            schema = resolve(tree, parameter.setdefault("schema", {"type": "string"}))
            if schema.get("type") == "object" or "properties" in schema:
                msg = f"{where} is an object, which has no agreed spelling. Make it text."
                raise CannotLower(msg, operation_pointer(path, method))
            if schema.get("type") == "array":
                if place != "query":
                    parameter["schema"] = {"type": "string"}
                elif parameter.get("explode") is False:
                    parameter["x-joined"] = True
            _keep(parameter, {"name", "in", "required", "description", "schema"})


def _keep(parameter: dict[str, Any], names: set[str]) -> None:
    for key in [key for key in parameter if key not in names and not key.startswith("x-")]:
        del parameter[key]


def _is_json(name: str) -> bool:
    plain = name.partition(";")[0].strip().lower()
    return plain == "application/json" or plain.endswith("+json")


def operation_pointer(path: str, method: str) -> str:
    """JSON pointer of an operation."""
    return f"/paths/{path.replace('~', '~0').replace('/', '~1')}/{method}"
