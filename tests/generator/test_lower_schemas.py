"""Lowering of schemas: annotations, types, allOf, unions, names and circles."""

from __future__ import annotations

from typing import Any

import pytest

from polyvox_generator.lower import CannotLower, lower

TEXT: dict[str, Any] = {"type": "string"}


def schemas(**given: Any) -> dict[str, Any]:
    """The lowered components of a document with the schemas *given*."""
    info = {"title": "T", "version": "1"}
    tree = {"openapi": "3.2.0", "info": info, "paths": {}, "components": {"schemas": given}}
    result: dict[str, Any] = lower(tree)["components"]["schemas"]
    return result


def ref(name: str) -> dict[str, Any]:
    """Reference to the schema *name*."""
    return {"$ref": f"#/components/schemas/{name}"}


def record(*required: str, **properties: Any) -> dict[str, Any]:
    """An object with *properties*."""
    return {"type": "object", "required": list(required), "properties": properties}


def const(value: str) -> dict[str, Any]:
    """A text with one possible value."""
    return {"type": "string", "const": value}


def test_annotations_are_dropped() -> None:
    """Titles, defaults, examples and limits shape no type; a property may be called so."""
    part = {"type": "string", "title": "T", "default": "d", "example": "e", "maxLength": 3}
    result = schemas(A=record(title=part, default=part))

    assert {"title": TEXT, "default": TEXT} == result["A"]["properties"]


def test_several_types_become_a_union() -> None:
    """Each type takes the words that belong to it."""
    result = schemas(A=record(a={"type": ["array", "null"], "items": TEXT, "description": "D"}))
    expected = {"anyOf": [{"type": "array", "items": TEXT}, {"type": "null"}], "description": "D"}

    assert expected == result["A"]["properties"]["a"]


def test_nulls_of_enums() -> None:
    """A null among the values makes the enum nullable."""
    result = schemas(A=record(a={"enum": ["x", None]}))

    assert {"anyOf": [ref("AA"), {"type": "null"}]} == result["A"]["properties"]["a"]
    assert (["x"], "string") == (result["AA"]["enum"], result["AA"]["type"])


def test_all_of_is_merged_in_order() -> None:
    """Properties, required names and nested allOf come together; the outer description wins."""
    base = {**record("a", a=TEXT), "description": "Base."}
    middle = {"allOf": [ref("Base"), record(b=TEXT)]}
    top = {"allOf": [ref("Middle"), record("c", c=TEXT)], "description": "Top."}
    result = schemas(Base=base, Middle=middle, Top=top)["Top"]

    assert (["a", "b", "c"], ["a", "c"]) == (list(result["properties"]), result["required"])
    assert "Top." == result["description"]


def test_all_of_around_one_reference_is_that_reference() -> None:
    """`allOf` with one reference only adds a description."""
    result = schemas(A=record(a=TEXT), B=record(a={"allOf": [ref("A")], "description": "D"}))

    assert {**ref("A"), "description": "D"} == result["B"]["properties"]["a"]


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ([{"type": "string"}, {"type": "integer"}], "disagree on 'type'"),
        ([ref("A"), ref("A")], "contains itself"),
    ],
)
def test_impossible_all_of(parts: list[Any], message: str) -> None:
    """Contradictions and circles are refused."""
    with pytest.raises(CannotLower, match=message):
        schemas(A={"allOf": parts})


def test_properties_beside_a_union_go_to_its_members() -> None:
    """Common properties are written out; a union that only says `required` is dropped."""
    either = [{"required": ["a"]}, {"required": ["b"]}]
    result = schemas(
        A={**record("x", x=TEXT), "oneOf": [record("a", a=TEXT), record("b", b=TEXT)]},
        B={**record(a=TEXT, b=TEXT), "anyOf": either},
    )
    first, second = (member["$ref"].rpartition("/")[2] for member in result["A"]["anyOf"])

    assert [["x", "a"], ["x", "b"]] == [
        list(result[name]["properties"]) for name in (first, second)
    ]
    assert ["a", "b"] == list(result["B"]["properties"])


def test_unions_have_one_spelling() -> None:
    """Nested unions, repetitions, lone members and constants are joined."""
    nested = {"oneOf": [const("a"), {"anyOf": [const("b"), {"type": "integer"}]}, const("a")]}
    result = schemas(A=record(a=nested, b={"oneOf": [TEXT]}, c={"anyOf": [TEXT, {}]}))
    properties = result["A"]["properties"]

    assert [ref("AAWord"), {"type": "integer"}] == properties["a"]["anyOf"]
    assert (["a", "b"], TEXT, {}) == (result["AAWord"]["enum"], properties["b"], properties["c"])


def test_discriminators_become_constants_and_a_table() -> None:
    """Mapped values become constants; an unmapped member goes by its own constant."""
    union = {
        "oneOf": [ref("A"), ref("B")],
        "discriminator": {"propertyName": "kind", "mapping": {"a": "#/components/schemas/A"}},
    }
    result = schemas(A=record("kind", kind=TEXT), B=record("kind", kind=const("b")), U=union)
    expected: Any = {"property": "kind", "table": {"a": "A", "b": "B"}, "keys": [], "default": None}

    assert expected == result["U"]["x-dispatch"]
    assert const("a") == result["A"]["properties"]["kind"]


def test_default_mapping() -> None:
    """The default takes all other values, so its property gets no constant."""
    discriminator = {
        "propertyName": "kind",
        "mapping": {"a": "#/components/schemas/A", "b": "#/components/schemas/B"},
        "defaultMapping": "#/components/schemas/B",
    }
    union = {"oneOf": [ref("A"), ref("B")], "discriminator": discriminator}
    result = schemas(A=record(kind=TEXT), B=record(kind=TEXT), U=union)

    assert ("B", TEXT) == (result["U"]["x-dispatch"]["default"], result["B"]["properties"]["kind"])


def test_constants_tell_members_apart() -> None:
    """Without a discriminator, a required constant does, through nested unions too."""
    inner = {"anyOf": [ref("A"), ref("B")]}
    result = schemas(
        A=record("t", t=const("a")), B=record("t", t=const("b")), C=record("t", t=const("c")),
        Inner=inner, U={"anyOf": [ref("Inner"), ref("C"), TEXT]},
    )  # fmt: skip

    assert {"a": "A", "b": "B", "c": "C"} == result["U"]["x-dispatch"]["table"]


def test_required_keys_tell_members_apart() -> None:
    """Members are tried in an order in which none takes the objects of a later one."""
    result = schemas(
        A=record("x", x=TEXT), B=record("x", "y", x=TEXT, y=TEXT), C=record(z=TEXT),
        U={"anyOf": [ref("A"), ref("B"), ref("C")]},
    )["U"]["x-dispatch"]  # fmt: skip

    assert ([("B", ["x", "y"]), ("A", ["x"])], "C") == (result["keys"], result["default"])


def test_members_alike_are_an_error() -> None:
    """A union whose members cannot be told apart is refused, with its place."""
    with pytest.raises(CannotLower, match="Nothing tells A, B apart in the union 'U'") as caught:
        schemas(A=record("x", x=TEXT), B=record("x", x=TEXT), U={"anyOf": [ref("A"), ref("B")]})

    assert "/components/schemas/U" == caught.value.pointer


def test_everything_gets_a_name() -> None:
    """Objects, lists of objects, enums and unions inside a schema are named after their place."""
    inner = record(b={"enum": ["x", "y"]})
    union = {"anyOf": [record("t", t=const("one")), record("t", t=const("two"))]}
    result = schemas(A=record(parts={"type": "array", "items": inner}, either=union))

    assert ["A", "APart", "APartB", "AEither", "AEitherOne", "AEitherTwo"] == list(result)


def test_names_are_unique_and_safe() -> None:
    """Names in use, reserved words and odd characters do not clash."""
    result = schemas(
        **{"A": record(b=record(c=TEXT)), "AB": TEXT, "Model": TEXT, "odd-name": TEXT, "3d": TEXT}
    )

    assert ["A", "AB", "ModelValue", "OddName", "Schema3d", "ABItem"] == list(result)


def test_names_do_not_depend_on_neighbours() -> None:
    """A new component moves no other name."""
    one = schemas(A=record(b=record(c=TEXT)))
    two = schemas(Z=record(b=record(c=TEXT)), A=record(b=record(c=TEXT)))

    assert one.keys() <= two.keys()


def test_circles_without_objects_are_cut() -> None:
    """An alias that contains itself ends in any JSON; objects may contain themselves."""
    result = schemas(
        Json={"anyOf": [TEXT, {"type": "array", "items": ref("Json")}]},
        Tree=record(children={"type": "array", "items": ref("Tree")}),
    )

    assert "$ref" not in result["Json"]["anyOf"][1]["items"]
    assert ref("Tree") == result["Tree"]["properties"]["children"]["items"]


def test_dangling_references_are_errors() -> None:
    """A reference that leads nowhere is refused."""
    with pytest.raises(CannotLower, match="leads nowhere"):
        schemas(A={"allOf": [ref("Gone"), record(a=TEXT)]})


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"type": ["string"]}, TEXT),
        ({"type": "string", "nullable": True}, {"anyOf": [TEXT, {"type": "null"}]}),
        ({"type": ["string", "integer"], "const": 1},
         {"anyOf": [TEXT, {"type": "integer", "const": 1}]}),
        ({"type": ["string", "null"], "anyOf": [TEXT, {"type": "integer"}]},
         {"anyOf": [TEXT, {"type": "integer"}]}),
        ({"const": True, "enum": [True]}, {"const": True, "type": "boolean"}),
        ({"const": {"a": 1}}, {}),
        ({"type": "number", "enum": [0.5]}, {"type": "number"}),
        ({"type": "object", "additionalProperties": False}, {"type": "object"}),
    ],
)  # fmt: skip
def test_values_and_types(given: dict[str, Any], expected: dict[str, Any]) -> None:
    """Odd spellings of types, constants and enums have one lowered form each."""
    result = schemas(A=given)["A"]

    assert expected == {key: value for key, value in result.items() if key != "x-dispatch"}


def test_enums_of_an_all_of_are_cut() -> None:
    """Parts of an allOf that both list values allow what is in both."""
    parts = [{"type": "string", "enum": ["a", "b"]}, {"enum": ["b", "c"]}]

    assert ["b"] == schemas(A={"allOf": parts})["A"]["enum"]


def test_lists_of_different_objects_are_joined() -> None:
    """A list of this or a list of that is a list of either."""
    lists = [{"type": "array", "items": ref(name)} for name in ("A", "B")]
    result = schemas(
        A=record("a", a=TEXT), B=record("b", b=TEXT), U={"anyOf": [TEXT, *lists]}
    )["U"]["anyOf"]  # fmt: skip

    assert [TEXT, {"type": "array", "items": ref("UItem")}] == result


def test_discriminators_need_their_targets() -> None:
    """A mapping to a schema that does not exist is refused."""
    discriminator = {"propertyName": "t", "mapping": {"a": "#/components/schemas/Gone"}}

    with pytest.raises(CannotLower, match="maps to 'Gone', which does not exist"):
        schemas(A=record(t=TEXT), U={"anyOf": [ref("A"), TEXT], "discriminator": discriminator})


def test_values_of_maps_get_a_name() -> None:
    """An object inside a map is named after the map."""
    values = {"type": "object", "additionalProperties": record(b=TEXT)}

    assert ["A", "AByName", "AByNameValue"] == list(schemas(A=record(by_name=values)))


def test_references_in_a_circle_are_errors() -> None:
    """Two schemas that are nothing but references to each other are refused."""
    with pytest.raises(CannotLower, match="leads nowhere or in a circle"):
        schemas(A=ref("B"), B=ref("A"), C={"allOf": [ref("A"), record(a=TEXT)]})


def test_nullable_unions_keep_their_null() -> None:
    """The named union holds the members; null stays at the place of use."""
    either = {"anyOf": [ref("A"), ref("B"), {"type": "null"}], "description": "D."}
    result = schemas(A=record("a", a=TEXT), B=record("b", b=TEXT), C=record(c=either))

    assert [ref("A"), ref("B")] == result["CC"]["anyOf"]
    assert {"anyOf": [ref("CC"), {"type": "null"}], "description": "D."} == (
        result["C"]["properties"]["c"]
    )


def test_references_name_schemas() -> None:
    """A reference to something else than a component schema is refused."""
    with pytest.raises(CannotLower, match="does not name a component schema"):
        schemas(A=record(a={"$ref": "#/paths"}))
