"""
The wording of failures: from what a server sent to one of our errors, masked and with advice.
"""

from __future__ import annotations

import re
from typing import Any

from polyvox_core.bodies import ERROR_BODY_LIMIT, ERROR_BODY_SLACK
from polyvox_core.error_bodies import (
    HTML_PAGE,
    ErrorFacts,
    facts_of_body,
    facts_of_value,
    streamed_error_class,
)
from polyvox_core.errors import (
    AuthenticationError,
    BadRequest,
    Conflict,
    DecodeError,
    NotFound,
    PayloadTooLarge,
    PermissionDenied,
    PreconditionFailed,
    RateLimited,
    RedirectRefused,
    ResponseError,
    ServerError,
    StatusError,
    UnexpectedContentType,
    status_error_class,
)
from polyvox_core.message import Headers, request_id_of
from polyvox_core.rate_limits import rate_limits_of
from polyvox_core.retry import should_retry
from polyvox_core.retry_after import parse_retry_after
from polyvox_core.secret import Secret, mask, mask_value
from polyvox_core.settings import Settings

__all__ = ["Explainer"]

_USER = re.compile(r"//[^/]*@")
# What routers of servers and gateways say about a path that they do not know.
_NO_ROUTE = re.compile(
    r"no route\b|(404 )?page not found|cannot (get|post|put|patch|delete) /|unknown request url",
    re.IGNORECASE,
)
# Said of an unknown path, and of an unknown name as well.
_NOT_FOUND = re.compile(r"(404:? ?)?not found[.!]?", re.IGNORECASE)
_TELLING = re.compile("auth|key|token|secret|cookie", re.IGNORECASE)
_HINTS: dict[type[StatusError], str] = {
    RedirectRefused: "Set base_url to the server's own address; API calls follow no redirects.",
    BadRequest: "Check the arguments of the call.",
    AuthenticationError: "Check the API key or token.",
    PermissionDenied: "Ask the server's operator for access.",
    NotFound: "Check the name and base_url.",
    Conflict: "Look at the state of the resource first.",
    PreconditionFailed: "Read the resource again and use its new ETag.",
    PayloadTooLarge: "Send less at once.",
    RateLimited: "Wait, or ask the server's operator for a higher limit.",
    ServerError: "Try again later, or ask the server's operator.",
}


class Explainer:
    """
    Words the failures of one call.

    Args:
        settings: Of the client.
        operation: Name of the operation.
        call: The operation with its path parameters, as messages name it.

    Attributes:
        secrets: Credentials that were sent; cut out of every text.
    """

    def __init__(self, settings: Settings, operation: str, call: str) -> None:
        self._settings = settings
        self._operation = operation
        self._call = call
        # A credential may also come as a plain header of the caller's.
        self.secrets = [Secret(text) for name, text in settings.headers if _TELLING.search(name)]

    def masked(self, text: str) -> str:
        """The *text* without credentials, cut at 64 KiB."""
        masked = mask(text[: ERROR_BODY_LIMIT + ERROR_BODY_SLACK], self.secrets)
        if len(text) >= ERROR_BODY_LIMIT + ERROR_BODY_SLACK:
            # The cut may have gone through a credential; its first half goes too.
            masked = masked[:-ERROR_BODY_SLACK]
        return masked[:ERROR_BODY_LIMIT]

    def safe(self, headers: Headers) -> Headers:
        """The *headers* without credentials."""
        return {name: mask(value, self.secrets) for name, value in headers.items()}

    def status_error(self, status: int, headers: Headers, body: str) -> StatusError:
        """The error for an answer with an error *status*."""
        body = self.masked(body)
        facts = facts_of_body(body, headers.get("content-type", ""))
        error = status_error_class(status)
        hint = self._astray(status, facts.message, self._hint(error))
        wait = parse_retry_after(headers, self._settings.wall_clock())
        if wait is not None and wait >= 1:
            hint = f"{hint} The server asks for a pause of {wait:.0f} s."
        return self._explained(error, status, facts, headers, hint).with_(
            body=body,
            retry_after=wait,
            should_retry=should_retry(headers),
            rate_limits=rate_limits_of(headers),
            etag=headers.get("etag"),
            headers=headers,
        )

    def reported(self, value: Any, headers: Headers) -> StatusError:
        """The error that a decoded *value* inside a successful answer reports."""
        facts = facts_of_value(mask_value(value, self.secrets))
        error, status = streamed_error_class(facts)
        return self._explained(error, status, facts, headers, self._hint(error))

    def undecodable(self, error: Exception, value: Any, headers: Headers) -> DecodeError:
        """The error for an answer that lacks what the specification requires."""
        msg = f"{self._settings.label} answered {self._call} with {_fault(error)}."
        hint = "The server differs from its specification; the raw answer is in `body`."
        return DecodeError(
            self.masked(msg), hint=hint, body=self.masked(str(value)), **self._facts(headers)
        )

    def broken_json(self, error: Exception, body: bytes, headers: Headers) -> DecodeError:
        """The error for a body that should be JSON."""
        what = "an empty body" if not body.strip() else f"broken JSON ({error})"
        msg = f"{self._settings.label} answered {self._call} with {what}."
        hint = "Try again; a proxy may have cut it."
        return DecodeError(
            self.masked(msg), hint=hint, body=self._text(body), **self._facts(headers)
        )

    def no_json(self, error: Exception, body: bytes, headers: Headers) -> ResponseError:
        """The error for a body that is no JSON: broken if it should be, else of another type."""
        content_type = headers.get("content-type", "")
        if "json" in content_type or (not content_type and body[:1] != b"<"):
            return self.broken_json(error, body, headers)
        return self.wrong_type(headers, body)

    def wrong_type(self, headers: Headers, body: bytes = b"") -> UnexpectedContentType:
        """The error for an answer of another media type."""
        kind = headers.get("content-type") or "no content type"
        msg = f"{self._settings.label} answered {self._call} with {kind}."
        hint = f"Is base_url right ({self._settings.base_url})? A web page or a proxy answered."
        return UnexpectedContentType(
            self.masked(msg), hint=hint, body=self._text(body), **self._facts(headers)
        )

    def _text(self, body: bytes) -> str:
        most = ERROR_BODY_LIMIT + ERROR_BODY_SLACK
        return self.masked(body[:most].decode("utf-8", "replace"))

    def _facts(self, headers: Headers) -> dict[str, Any]:
        return {"request_id": request_id_of(headers), "backend": self._settings.backend}

    def _explained(
        self,
        error: type[StatusError],
        status: int | None,
        facts: ErrorFacts,
        headers: Headers,
        hint: str,
    ) -> StatusError:
        told = facts.message or facts.code
        said = f": {told}" if told else ""
        stop = "" if said.endswith((".", "!", "?")) else "."
        answered = f"answered {status} to" if status else "reported an error in answer to"
        msg = f"{self._settings.label} {answered} {self._call}{said}{stop}"
        if error is RedirectRefused:
            target = _USER.sub("//***@", re.split(r"[?#]", headers.get("location", ""))[0])
            msg += f" It redirects elsewhere{f', to {target[:200]!r}' if target else ''}."
        texts = {
            name: self.masked(text) if text else text
            for name, text in facts._asdict().items()
            if name != "message"
        }
        return error(
            self.masked(msg),
            hint=hint,
            status=status,
            server_message=self.masked(facts.message),
            **texts,
            **self._facts(headers),
        )

    def _astray(self, status: int, message: str, hint: str) -> str:
        """The *hint*, or a better one if it seems that nothing answers at this address."""
        base_url = self._settings.base_url
        if status == 405 or _NO_ROUTE.match(message) or (status == 404 and message == HTML_PAGE):
            return f"Is base_url right ({base_url})? Nothing at that address knows this call."
        if status == 404 and _NOT_FOUND.fullmatch(message) and "base_url" not in hint:
            return f"{hint} If nothing is found, check base_url ({base_url})."
        return hint

    def _hint(self, error: type[StatusError]) -> str:
        """What to do: the backend's own advice for this operation, for this error, or ours."""
        hints = self._settings.hints
        return (
            hints.get((self._operation, error))
            or hints.get(error)
            or next((hint for kind, hint in _HINTS.items() if issubclass(error, kind)), "")
        )


def _fault(error: Exception) -> str:
    """What a decoder stumbled over, with the names of the models it was in."""
    models: list[str] = []
    trace = error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_name
        if name.startswith("decode_"):
            models.append(name.removeprefix("decode_"))
        trace = trace.tb_next
    where = f" in {' > '.join(models)}" if models else ""
    if isinstance(error, KeyError):
        return f"a missing member {error.args[0]!r}{where}"
    return f"a value of an unexpected kind{where} ({error})"
