"""
Lowering: an OpenAPI 3.2 document becomes a 3.1 document in which nothing can go wrong.

`PASSES` is the order. Each pass is a pure function from document to document and says in its
first line what it does; what generated code needs beyond OpenAPI 3.1 travels in `x-` members.
"""

from __future__ import annotations

from polyvox_generator.lower.calls import one_body, one_media_type, one_success, plain_parameters
from polyvox_generator.lower.naming import cut_circles, name_inline_schemas, safe_names
from polyvox_generator.lower.references import inline_components, join_path_parameters, one_version
from polyvox_generator.lower.schemas import (
    drop_annotations,
    flatten_all_of,
    mark_binary,
    split_types,
)
from polyvox_generator.lower.streams import twin_streams
from polyvox_generator.lower.tree import CannotLower, Pass, Tree
from polyvox_generator.lower.unions import constant_discriminators, one_union, tell_apart

__all__ = ["PASSES", "CannotLower", "lower"]

PASSES: tuple[Pass, ...] = (
    inline_components,
    join_path_parameters,
    one_version,
    one_success,
    twin_streams,
    one_media_type,
    one_body,
    plain_parameters,
    mark_binary,
    drop_annotations,
    flatten_all_of,
    split_types,
    one_union,
    safe_names,
    name_inline_schemas,
    cut_circles,
    constant_discriminators,
    tell_apart,
)


def lower(tree: Tree) -> Tree:
    """
    The lowered form of the document *tree*, which stays as it is.

    Raises:
        CannotLower: A part has no counterpart in generated code; the message names it.
    """
    for step in PASSES:
        tree = step(tree)
    return tree
