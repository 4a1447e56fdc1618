"""
Values that must not be seen: a wrapper that hides its text, and the masking of texts.

A credential enters the SDK as a `Secret`, leaves it only as a header to the one origin it was
given for, and is cut out of every text that a server sends back.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, NoReturn, final

from polyvox_core.shapes import is_array, is_object

__all__ = ["MASK", "Secret", "mask", "mask_value"]

MASK: Final = "***"
# Local servers are given keys such as "x"; to cut those out would only garble messages.
_SHORTEST = 4


@final
class Secret:
    """
    A text that does not show itself: repr, str and format give `***`.

    Args:
        text: The secret itself; `reveal()` gives it back.
    """

    __slots__ = ("__text",)

    def __init__(self, text: str) -> None:
        self.__text = text

    def reveal(self) -> str:
        """The secret itself; keep it out of logs and messages."""
        return self.__text

    def __repr__(self) -> str:
        """Return a repr without the secret."""
        return f"Secret({MASK!r})"

    def __str__(self) -> str:
        """Return the mask."""
        return MASK

    def __format__(self, spec: str) -> str:
        """Return the mask, whatever *spec* asks for."""
        return MASK

    def __eq__(self, other: object) -> bool:
        """Equal when the hidden texts are equal."""
        return isinstance(other, Secret) and other.reveal() == self.__text

    def __hash__(self) -> int:
        """Hash of the hidden text."""
        return hash(self.__text)

    def __bool__(self) -> bool:
        """Return whether there is any text."""
        return bool(self.__text)

    def __reduce__(self) -> NoReturn:
        """Refuse to be pickled: a pickle would hold the text in the clear."""
        msg = "A Secret cannot be pickled, since the text would lie in the clear. Create it again."
        raise TypeError(msg)

    def __copy__(self) -> Secret:
        """Return itself; it cannot change."""
        return self

    def __deepcopy__(self, memo: object) -> Secret:
        """Return itself; it cannot change."""
        return self


def mask(text: str, secrets: Iterable[Secret]) -> str:
    """The *text* with every occurrence of the *secrets* replaced by `***`."""
    for secret in secrets:
        hidden = secret.reveal()
        if len(hidden) >= _SHORTEST and hidden in text:
            text = text.replace(hidden, MASK)
    return text


def mask_value(value: Any, secrets: Iterable[Secret]) -> Any:
    """The *value* with every text in it masked: itself, or in lists and dicts at any depth."""
    secrets = tuple(secrets)
    if isinstance(value, str):
        return mask(value, secrets)
    if is_object(value):
        return {mask(key, secrets): mask_value(inner, secrets) for key, inner in value.items()}
    if is_array(value):
        return [mask_value(inner, secrets) for inner in value]
    return value
