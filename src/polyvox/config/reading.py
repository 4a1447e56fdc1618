"""
One table of the configuration file: checked key by key, and typed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from polyvox.config.fields import Fields, without_user
from polyvox.config.files import Contents, refuse_unknown
from polyvox_core.errors import ConfigError
from polyvox_core.retry import Retry, retry_from
from polyvox_core.secret import Secret
from polyvox_core.settings import checked_headers
from polyvox_core.shapes import is_array, is_object
from polyvox_core.timeouts import Timeouts, timeouts_from

if TYPE_CHECKING:
    from polyvox.prices import Prices

__all__ = ["COMMON", "Reader"]

T = TypeVar("T")

_RETRY = ("attempts", "wait_min", "wait_max", "retry_after_max", "resend_posts")
_TIMEOUTS = ("total", "connect", "read", "write", "pool", "idle")


class Reader:
    """
    Reads one table.

    Args:
        contents: The file.
        name: Of the profile.
    """

    def __init__(self, contents: Contents, name: str) -> None:
        self._path = contents.path
        self._table = contents.profiles[name]
        self._where = f"{contents.path!r}: [profiles.{name}]"

    def refused(self, key: str, wanted: str) -> ConfigError:
        """The error for a value that is none of *wanted*."""
        value = self._table[key]
        kind = "str" if isinstance(value, Secret) else type(value).__name__
        msg = f"{self._where}: {key} is of the wrong type ({kind})."
        return ConfigError(msg, hint=f"Write {wanted}.")

    def text(self, key: str) -> str:
        """The text at *key*, in the clear."""
        return self.secret(key).reveal()

    def secret(self, key: str) -> Secret:
        """The text at *key*, hidden."""
        value = self._table[key]
        if not isinstance(value, Secret):
            raise self.refused(key, "a text in quotes")
        return value

    def flag(self, key: str) -> bool:
        """Whether *key* is on."""
        value = self._table[key]
        if not isinstance(value, bool):
            raise self.refused(key, "true or false")
        return value

    def count(self, key: str) -> int:
        """The whole number at *key*, from 1."""
        value = self._table[key]
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            raise self.refused(key, "a whole number from 1")
        return value

    def timeout(self, key: str) -> Timeouts:
        """The limits at *key*, from seconds or a table."""
        value = self._table[key]
        if is_object(value):
            refuse_unknown(value, _TIMEOUTS, f"{self._where}: {key}", "limit")
            return self._made(key, lambda: Timeouts(**value))
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.refused(key, "seconds, or a table such as {total = 60, connect = 5}")
        return self._made(key, lambda: timeouts_from(float(value), Timeouts()))

    def retry(self, key: str) -> Retry:
        """The policy at *key*, from a number, a switch or a table."""
        value = self._table[key]
        if is_object(value):
            refuse_unknown(value, _RETRY, f"{self._where}: {key}", "option")
            if not all(isinstance(inner, int | float) for inner in value.values()):
                raise self.refused(key, "numbers in the table")
            return self._made(key, lambda: Retry(**value))
        if not isinstance(value, int):
            raise self.refused(key, "a number of attempts, false, or a table of options")
        return self._made(key, lambda: retry_from(value, Retry()))

    def headers(self, key: str) -> dict[str, Secret]:
        """The headers at *key*, fit to be sent."""
        value = self._table[key]
        if not is_object(value) or not all(isinstance(one, Secret) for one in value.values()):
            raise self.refused(key, 'a table such as {X-Team = "research"}')
        if fault := _fault_of(value):
            msg = f"{self._where}: {key} cannot be sent. {fault}"
            raise ConfigError(msg, hint="Mend it, or leave it out.")
        return value

    def prices(self, key: str) -> Prices:
        """The price table at *key*."""
        from polyvox.prices import Prices  # noqa: PLC0415 - decimals take a millisecond

        value = self._table[key]
        if not is_object(value) or not all(is_array(one) for one in value.values()):
            raise self.refused(key, 'a table such as {"gpt-4o" = [2.50, 10]}')
        table = {name: [*map(_opened, amounts)] for name, amounts in value.items()}
        return self._made(key, lambda: Prices(table))

    def transport(self, key: str) -> str:
        from polyvox_core.transport.names import checked_name  # noqa: PLC0415 - only where it is named

        return self._made(key, lambda: checked_name(self.text(key)))

    def verify(self, key: str) -> bool | str:
        """Whether servers are verified at *key*, or the path of a file to do it with."""
        value = self._table[key]
        if isinstance(value, bool):
            return value
        if isinstance(value, Secret):
            return self._beside(value.reveal())
        raise self.refused(key, "true, false, or the path of a file")

    def cert(self, key: str) -> Secret | list[Secret]:
        """The certificate at *key*: a path, or its parts."""
        value = self._table[key]
        if isinstance(value, Secret):
            return Secret(self._beside(value.reveal()))
        whole = is_array(value) and all(isinstance(part, Secret) for part in value)
        if not whole or len(value) not in {2, 3}:
            raise self.refused(key, "a path, or [certificate, key] with a password if need be")
        paths = [Secret(self._beside(part.reveal())) for part in value[:2]]
        return [*paths, *value[2:]]

    def from_variable(self, key: str) -> Secret:
        """The credential in the variable that *key* names."""
        variable = self.text(key)
        if not os.environ.get(variable):
            msg = f"{self._where}: {key} names a variable that is not set: {variable!r}."
            raise ConfigError(msg, hint="Set it in the environment, or name another.")
        return Secret(os.environ[variable])

    def _beside(self, path: str) -> str:
        # As in the file's own words: relative to it, not to wherever the program was started.
        folder = os.path.dirname(self._path)  # noqa: PTH120 - pathlib costs an import here
        return os.path.join(folder, os.path.expanduser(path))  # noqa: PTH111, PTH118 - same

    def _made(self, key: str, make: Callable[[], T]) -> T:
        """What *make* makes; its complaint names file, table and key."""
        try:
            return make()
        except (ConfigError, TypeError) as error:
            msg = f"{self._where}: {key} cannot work. {getattr(error, 'message', error)}"
            raise ConfigError(msg, hint=getattr(error, "hint", "Write a number.")) from error

    def read(self, fields: Fields) -> tuple[dict[str, Any], dict[str, str]]:
        """The typed values, and the variables that credentials were read from."""
        credentials = fields.credentials
        named = {f"{name}_env": name for name in credentials}
        known = {"backend", "model", *fields.table, *named, *COMMON}
        refuse_unknown(self._table, known, self._where, "key")
        values: dict[str, Any] = {}
        sources: dict[str, str] = {}
        for key in self._table:
            if key in named and named[key] in self._table:
                msg = f"{self._where}: {named[key]} and {key} say the same twice."
                raise ConfigError(msg, hint="Remove one of them.")
            if key in named:
                values[named[key]] = self.from_variable(key)
                sources[named[key]] = self.text(key)
            elif key in COMMON:
                values[key] = COMMON[key](self, key)
            elif key in credentials:
                values[key] = self.secret(key)
            else:
                is_flag = key in fields.table and fields.table[key].kind == "flag"
                values[key] = self.flag(key) if is_flag else without_user(self.text(key))
        return values, sources


def _opened(amount: Any) -> Any:
    """An amount; in quotes it is a text."""
    return amount.reveal() if isinstance(amount, Secret) else amount


def _fault_of(headers: Mapping[str, Secret]) -> str:
    """What is wrong with *headers*; the error that knows it has frames with their texts."""
    try:
        checked_headers({name: text.reveal() for name, text in headers.items()})
    except ConfigError as error:
        return error.message
    return ""


COMMON: dict[str, Callable[[Reader, str], Any]] = {
    "timeout": Reader.timeout,
    "retry": Reader.retry,
    "headers": Reader.headers,
    "prices": Reader.prices,
    "transport": Reader.transport,
    "proxy": Reader.secret,
    "verify": Reader.verify,
    "cert": Reader.cert,
    "trust_env": Reader.flag,
    "max_connections": Reader.count,
    "max_idle": Reader.count,
}
"""Keys of every profile besides the fields of its backend, and how they are read."""
