"""
In which module each component lives.

A component that one tag uses lives in the module of that tag; one that several use lives in
`shared`, or, when that grows too long, in `shared_<first of these tags>`. Whatever a component
needs is used by the same tags at least, so modules never import each other in a circle, and an
operation loads only what it needs. What no operation uses lives in `other`.
"""

from __future__ import annotations

from collections.abc import Iterable

from polyvox_generator.emit.expressions import named
from polyvox_generator.shapes import Alias, Api, Component, Record, Shape

__all__ = ["dependencies", "homes", "in_order_of_need"]

_LINES_MAX = 1500


def dependencies(component: Component) -> list[str]:
    """Components that *component* names, without repetition."""
    shapes: list[Shape] = []
    extra: list[str] = []
    if isinstance(component, Record):
        shapes = [field.shape for field in component.fields]
    elif isinstance(component, Alias):
        shapes = [component.shape]
        if component.dispatch is not None:
            extra = [*component.dispatch.table.values(), component.dispatch.default or ""]
            extra += [name for name, _ in component.dispatch.keys]
    found = [name for shape in shapes for name in named(shape)]
    return [name for name in dict.fromkeys(found + extra) if name]


def homes(api: Api) -> dict[str, str]:
    """Component -> name of its module, in the order of the document."""
    users = _users(api)
    shared = [name for name, tags in users.items() if len(tags) > 1]
    is_long = sum(_lines(api.components[name]) for name in shared) > _LINES_MAX
    places: dict[str, str] = {}
    for name, tags in users.items():
        if len(tags) > 1:
            places[name] = f"shared_{tags[0]}" if is_long else "shared"
        else:
            places[name] = tags[0] if tags else "other"
    return _split_long_modules(api, places)


def _users(api: Api) -> dict[str, list[str]]:
    """Component -> tags that use it, in the order of the tags."""
    users: dict[str, set[str]] = {name: set() for name in api.components}
    for call in api.calls:
        shapes = [argument.shape for argument in call.arguments] + [call.result]
        shapes += [call.body.shape] if call.body is not None else []
        _mark(api, (name for shape in shapes for name in named(shape)), call.tag, users)
    order = list(api.tags)
    return {name: sorted(tags, key=order.index) for name, tags in users.items()}


def _mark(api: Api, names: Iterable[str], tag: str, users: dict[str, set[str]]) -> None:
    left = list(names)
    while left:
        name = left.pop()
        if tag not in users[name]:
            users[name].add(tag)
            left += dependencies(api.components[name])


def _lines(component: Component) -> int:
    """About how many lines the code of *component* takes."""
    if isinstance(component, Record):
        return 40 + 6 * len(component.fields)
    return 30 if isinstance(component, Alias) else 6


def _split_long_modules(api: Api, places: dict[str, str]) -> dict[str, str]:
    """Move what others need into `<module>_parts` until no module is too long."""
    for module in dict.fromkeys(places.values()):
        members = [name for name, home in places.items() if home == module]
        chunks: list[list[str]] = [[]]
        lines = 0
        for circle in _circles(api, members):
            size = sum(_lines(api.components[name]) for name in circle)
            if chunks[-1] and lines + size > _LINES_MAX:
                chunks.append([])
                lines = 0
            chunks[-1] += circle
            lines += size
        for number, chunk in enumerate(chunks[:-1], 1):
            suffix = "parts" if number == 1 else f"parts_{number}"
            places.update(dict.fromkeys(chunk, f"{module}_{suffix}"))
    return places


def _circles(api: Api, names: list[str]) -> list[list[str]]:
    """Groups of *names* that need each other, each behind the groups that it needs (Tarjan)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    trail: list[str] = []
    found: list[list[str]] = []
    inside = set(names)

    def visit(name: str) -> None:
        index[name] = low[name] = len(index)
        trail.append(name)
        for needed in dependencies(api.components[name]):
            if needed in inside and needed not in index:
                visit(needed)
                low[name] = min(low[name], low[needed])
            elif needed in trail:
                low[name] = min(low[name], index[needed])
        if low[name] == index[name]:
            at = trail.index(name)
            found.append(trail[at:])
            del trail[at:]

    for name in names:
        if name not in index:
            visit(name)
    return found


def in_order_of_need(api: Api, names: list[str]) -> list[str]:
    """The aliases *names*, each behind those that it names."""
    return [name for circle in _circles(api, names) for name in circle]
