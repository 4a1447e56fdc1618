"""
What `client.config` shows: every setting, its value, and where it came from; nothing secret.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from attrs import evolve, field, frozen

from polyvox.config.fields import Fields
from polyvox_core.origin import origin_of
from polyvox_core.retry import Retry
from polyvox_core.secret import MASK, Secret
from polyvox_core.shapes import as_object, is_object
from polyvox_core.timeouts import Timeouts
from polyvox_core.transport.names import NAMES

__all__ = ["Config", "Explanation", "Setting", "shown"]

_NOT_GIVEN = "not given"
# Transports that are made here, with the settings of connections.
_NAMED = (None, *NAMES)
# What `with_` takes, and how the constructor calls it.
_CHANGEABLE = {"timeout": "timeout", "retry": "retry", "extra_headers": "headers"}


@frozen
class Setting:
    """
    One setting of a client.

    Attributes:
        name: As the client's argument is called.
        value: What counts; credentials are a `Secret`, or say that a function gives them.
        source: Where it came from: argument, environment variable, profile, default.
    """

    name: str
    value: Any
    source: str


class Explanation:
    """
    The settings of a client as a table: print it, or go through its rows.

    Args:
        rows: One for each setting.
    """

    def __init__(self, rows: Iterable[Setting]) -> None:
        self.rows = tuple(rows)

    def __iter__(self) -> Iterator[Setting]:
        """Go through the rows."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.rows)

    def __str__(self) -> str:
        """Return the table as text, in columns."""
        cells = [("setting", "value", "from")]
        cells += [(row.name, _text(row.value), row.source) for row in self.rows]
        wide = [max(len(line[column]) for line in cells) for column in (0, 1)]
        return "\n".join(
            f"{name:<{wide[0]}}  {value:<{wide[1]}}  {source}" for name, value, source in cells
        )

    def __repr__(self) -> str:
        """Return the table, so that an interactive session shows it."""
        return str(self)


def _text(value: Any) -> str:
    if value is None:
        return "-"
    if is_object(value):
        return ", ".join(value)
    return f"{value:g}" if isinstance(value, float) else str(value)


@frozen
class Config:
    """
    Where the settings of one client came from.

    Attributes:
        backend: Name of the backend.
        profile: Name of the profile that counted, or None.
    """

    backend: str
    profile: str | None
    _fields: Fields = field(repr=False)
    _found: Mapping[str, Setting] = field(repr=False)

    @property
    def model(self) -> str | None:
        """The model that environment or profile name, for programs that let the user choose."""
        model: str | None = self.get("model")
        return model

    def get(self, name: str) -> Any:
        """The value of the setting *name*; None when there is none."""
        return next((row.value for row in self.explain() if row.name == name), None)

    def explain(self) -> Explanation:
        """Every setting, its value, and where it came from."""
        rows = [Setting("backend", self.backend, "the client's class")]
        if self.profile is not None:
            rows.append(self._found["profile"])
        brought = (self._found.get(name) for name in ("transport", "http_client"))
        shared = any(one is not None and one.value not in _NAMED for one in brought)
        fallback = {**_defaults(self._fields), **_limits(), **({} if shared else _connections())}
        for name, value in fallback.items():
            source = _NOT_GIVEN if value is None else "default"
            row = self._found.get(name) or Setting(name, value, source)
            rows.append(self._proxy() or row if row.name == "proxy" else row)
        rows += [row for name, row in self._found.items() if name not in fallback | {"profile": 0}]
        return Explanation(rows)

    def _proxy(self) -> Setting | None:
        """The proxy that the environment names, if it counts."""
        found, default = self._found, self._fields.table["base_url"].default
        trust = found["trust_env"].value if "trust_env" in found else True
        address: Any = found["base_url"].value if "base_url" in found else default
        if address is None or "proxy" in found:
            return None
        from polyvox_core.transport.proxies import proxy_named  # noqa: PLC0415 - for those who ask

        named = proxy_named(origin_of(address), None, trust_env=trust)
        return named and Setting("proxy", named[0], named[1].removeprefix("the "))

    def changed(self, options: Mapping[str, Any]) -> Config:
        """The same for a client that `with_` made with *options*."""
        found = dict(self._found)
        for option, name in _CHANGEABLE.items():
            if option in options:
                value = shown(name, options[option])
                if name == "headers":
                    value = {**as_object(self.get(name)), **value}
                found[name] = Setting(name, value, "with_()")
        return evolve(self, found=found)


def _defaults(fields: Fields) -> dict[str, Any]:
    return {**{name: field.default for name, field in fields.table.items()}, "model": None}


def _limits() -> dict[str, Any]:
    usual = {"timeout": Timeouts().total, "retry": Retry().attempts}
    return {**usual, "headers": None, "prices": None}


def _connections() -> dict[str, Any]:
    from polyvox_core.transport.options import TransportOptions  # noqa: PLC0415 - lazy ssl

    usual = TransportOptions()
    return {
        "transport": NAMES[0],
        "proxy": None,
        "verify": usual.verify,
        "cert": None,
        "trust_env": usual.trust_env,
        "max_connections": usual.max_connections,
        "max_idle": usual.max_idle,
    }


def shown(name: str, value: Any) -> Any:
    """The *value* of the setting *name* as it may be shown: no secret, and nothing alive."""
    if name in _SHOWN:
        return _SHOWN[name](value)
    if isinstance(value, str | int | float | Secret) or value is None:
        return value
    return "a function" if callable(value) else f"a {type(value).__name__}"


def _shown_headers(value: Any) -> Any:
    # Any of them may be a credential; their names are enough.
    return dict.fromkeys(value, MASK)


def _shown_proxy(value: Any) -> Any:
    text = value.reveal() if isinstance(value, Secret) else value
    if not isinstance(text, str):
        return None
    scheme, separator, rest = text.rpartition("://")
    _, at, place = rest.rpartition("@")
    return f"{scheme}{separator}{f'{MASK}@' if at else ''}{place}"


def _shown_cert(value: Any) -> Any:
    if isinstance(value, Secret):
        return value.reveal()
    # The third part may be a password.
    return value if isinstance(value, str) or not value else _shown_cert(value[0])


def _shown_timeout(value: Any) -> Any:
    if not isinstance(value, Timeouts):
        return value
    return value.total if value == Timeouts(total=value.total) else value


def _shown_retry(value: Any) -> Any:
    if not isinstance(value, Retry):
        return value
    return value.attempts if value == Retry(attempts=value.attempts) else value


def _shown_prices(value: Any) -> Any:
    models: Any = value
    return ", ".join(map(str, models)) if isinstance(value, Iterable) else None


_SHOWN: dict[str, Callable[[Any], Any]] = {
    "headers": _shown_headers,
    "prices": _shown_prices,
    "proxy": _shown_proxy,
    "cert": _shown_cert,
    "timeout": _shown_timeout,
    "retry": _shown_retry,
}
