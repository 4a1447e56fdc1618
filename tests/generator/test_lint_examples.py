"""Rules for examples, defaults and unions. Marks `# <- rule` in the specs expect."""

from __future__ import annotations

import re

from lint_types import Faults


def test_body_example_that_does_not_validate(faults: Faults) -> None:
    """An invalid value inside a body's example is reported in its own line."""
    expected, actual = faults(
        "                - role: user\n", "                - role: 3  # <- invalid-example\n"
    )

    # A wrong type also misses the enum, which is a fault of its own at the same place.
    assert set(expected) == set(actual)


def test_missing_required_key_in_an_example(faults: Faults) -> None:
    """A missing key is reported at the object that lacks it."""
    expected, actual = faults(
        "                - role: user\n                  text: Hi\n",
        "                - role: user  # <- invalid-example\n",
    )

    assert expected == actual


def test_parameter_example(faults: Faults) -> None:
    """Examples of parameters are checked, referenced ones where they stand."""
    expected, actual = faults(
        "      example: 2024-10-21\n", "      example: 2024  # <- invalid-example\n"
    )

    assert expected == actual


def test_list_parameter_example(faults: Faults) -> None:
    """A wrong item of a list is reported at the item."""
    expected, actual = faults(
        "          example: [info, warn]\n",
        "          example:\n            - info\n            - loud  # <- invalid-example\n",
    )

    assert expected == actual


def test_referenced_example(faults: Faults) -> None:
    """A component example is checked against the schema of the place that uses it."""
    expected, actual = faults(
        "          - finish_reason: stop\n            part:",
        "          - finish_reason: 1  # <- invalid-example\n            part:",
    )

    assert expected == actual


def test_component_response_example(faults: Faults) -> None:
    """Examples of component responses are checked."""
    expected, actual = faults(
        "          example: {error: {message: no}}",
        "          example: {err: no}  # <- invalid-example",
    )

    assert expected == actual


def test_schema_level_example(faults: Faults) -> None:
    """Each of a schema's own examples is checked against it."""
    expected, actual = faults(
        "examples: [stop, null]}", "examples: [stop, 1]}  # <- invalid-example"
    )

    assert expected == actual


def test_default(faults: Faults) -> None:
    """A default is checked against its schema."""
    expected, actual = faults(
        "temperature: {type: number, default: 1}",
        "temperature: {type: number, default: hot}  # <- invalid-default",
    )

    assert expected == actual


def test_format_is_checked(faults: Faults) -> None:
    """Formats count: a date-time must be one."""
    expected, actual = faults(
        "        at: {type: string, format: date-time}",
        "        at: {type: string, format: date-time, examples: [noon]}  # <- invalid-example",
    )

    assert expected == actual


def test_serialized_json_that_does_not_validate(faults: Faults) -> None:
    """The serialized form of a JSON example is parsed and checked."""
    expected, actual = faults(
        "          example: {error: {message: no}}",
        "          examples:\n            odd:\n"
        "              serializedValue: '{\"err\": 1}'  # <- invalid-example",
    )

    assert expected == actual


def test_serialized_json_that_is_none(faults: Faults) -> None:
    """A serialized JSON example that cannot be parsed is reported."""
    expected, actual = faults(
        "          example: {error: {message: no}}",
        "          examples: {odd: {serializedValue: '{'}}  # <- invalid-example",
    )

    assert expected == actual


def test_serialized_and_data_value_disagree(faults: Faults) -> None:
    """Both forms of an example say the same; the first difference is reported."""
    expected, actual = faults(
        "          example: {error: {message: no}}",
        "          examples:\n            odd:\n"
        '              serializedValue: \'{"error": {"message": "no"}}\'\n'
        "              dataValue:\n                error:\n"
        "                  message: yes  # <- invalid-example\n",
    )

    assert expected == actual


UNION = (
    "    Holder:\n"
    "      type: object\n"
    "      properties:\n"
    "        part:\n"
    "          anyOf: [<A>, <B>, {type: string}]\n"
    "      examples:\n"
    "        - part:%s\n"
    "    A: {type: object, required: [k, n], properties: {k: {const: a}, n: {type: integer}}}\n"
    "    B: {type: object, required: [k, t], properties: {k: {const: b}, t: {type: string}}}\n"
)


def test_union_member_that_was_meant(text_faults: Faults) -> None:
    """In a union the fault is looked for in the member that the constant selects."""
    expected, actual = text_faults(
        components(
            UNION % "\n            k: b\n            n: 1\n            t: 2  # <- invalid-example"
        )
    )

    assert expected == actual


def test_constant_that_selects_no_union_member(text_faults: Faults) -> None:
    """A constant that no member has is the fault, not what else is missing then."""
    expected, actual = text_faults(
        components(UNION % "\n            n: 1\n            k: c  # <- invalid-example")
    )

    assert expected == actual


def test_value_that_fits_no_union_member(text_faults: Faults) -> None:
    """A value of a type that no member has is reported itself."""
    expected, actual = text_faults(components(UNION % " 7  # <- invalid-example"))

    assert expected == actual


def test_examples_wait_for_sound_schemas(faults: Faults) -> None:
    """While a schema is broken, examples are not judged by it."""
    expected, actual = faults(
        "        role: {type: string, enum: [user, assistant]}",
        "        role: {type: strin}  # <- invalid-schema",
    )

    assert expected == actual


def test_union_without_discriminator(faults: Faults) -> None:
    """A union that nothing tells apart is reported at its keyword."""
    expected, actual = faults(
        "      oneOf:\n        - $ref: '#/components/schemas/TextPart'\n"
        "        - $ref: '#/components/schemas/ImagePart'\n"
        "      discriminator:\n        propertyName: type\n        mapping:\n"
        "          text: '#/components/schemas/TextPart'\n          image: ImagePart\n",
        "      oneOf:  # <- ambiguous-union\n        - $ref: '#/components/schemas/TextPart'\n"
        "        - $ref: '#/components/schemas/Overlap'\n"
        "    Overlap:\n      type: object\n      required: [type]\n"
        "      properties: {type: {type: string}}\n",
        house=False,
    )

    assert expected == [finding for finding in actual if finding[1] != "invalid-example"]


def test_union_told_apart_by_required_keys(text_faults: Faults) -> None:
    """Disjoint required keys are enough; a key that the other merely defines is not."""
    expected, actual = text_faults(
        components(
            "    Good: {oneOf: [<A>, <B>]}\n"
            "    Bad: {oneOf: [<A>, <C>]}"
            "  # <- ambiguous-union\n"
            "    A: {type: object, required: [a], properties: {a: {}}}\n"
            "    B: {type: object, required: [b], properties: {b: {}}}\n"
            "    C: {type: object, required: [c], properties: {c: {}, a: {}}}\n"
        )
    )

    assert expected == actual


def test_union_told_apart_by_constants(text_faults: Faults) -> None:
    """A required constant in every member is enough; the same value twice is not."""
    expected, actual = text_faults(
        components(
            "    Good: {anyOf: [<A>, <B>]}\n"
            "    Bad: {anyOf: [<A>, <C>]}"
            "  # <- ambiguous-union\n"
            "    A: {type: object, required: [k], properties: {k: {const: a}}}\n"
            "    B: {type: object, required: [k], properties: {k: {enum: [b]}}}\n"
            "    C: {allOf: [{$ref: '#/components/schemas/A'}]}\n"
        )
    )

    assert expected == actual


def test_constant_must_be_required(text_faults: Faults) -> None:
    """An optional constant tells nothing when it is absent."""
    expected, actual = text_faults(
        components(
            "    Bad: {anyOf: [<A>, <B>]}"
            "  # <- ambiguous-union\n"
            "    A: {type: object, properties: {k: {const: a}}}\n"
            "    B: {type: object, required: [k], properties: {k: {const: b}}}\n"
        )
    )

    assert expected == actual


def test_discriminator_leaves_a_member_out(text_faults: Faults) -> None:
    """A mapping names every member of the union."""
    expected, actual = text_faults(
        components(
            "    Bad:\n"
            "      oneOf: [<A>, <B>]"
            "  # <- ambiguous-union\n"
            "      discriminator: {propertyName: k, mapping: {a: A}}\n"
            "    A: {type: object, required: [k], properties: {k: {type: string}}}\n"
            "    B: {type: object, required: [k], properties: {k: {type: string}}}\n"
        )
    )

    assert expected == actual


def test_discriminator_names_no_property(text_faults: Faults) -> None:
    """A discriminator names a property that every member defines."""
    expected, actual = text_faults(
        components(
            "    Bad:\n"
            "      oneOf: [<A>, <B>]"
            "  # <- ambiguous-union\n"
            "      discriminator: {propertyName: kind, mapping: {a: A, b: B}}\n"
            "    A: {type: object, required: [k], properties: {k: {type: string}}}\n"
            "    B: {type: object, required: [k], properties: {k: {type: string}}}\n"
        )
    )

    assert expected == actual


def test_default_mapping_covers_one_member(text_faults: Faults) -> None:
    """The schema for unknown values counts as mapped."""
    expected, actual = text_faults(
        components(
            "    Good:\n"
            "      oneOf: [<A>, <B>]\n"
            "      discriminator: {propertyName: k, mapping: {a: A}, defaultMapping: B}\n"
            "    A: {type: object, required: [k], properties: {k: {type: string}}}\n"
            "    B: {type: object, required: [k], properties: {k: {type: string}}}\n"
        )
    )

    assert expected == actual == []


def test_nested_union_is_flattened(text_faults: Faults) -> None:
    """Members of a union inside a union count, the inner discriminator's values as constants."""
    expected, actual = text_faults(
        components(
            "    Good: {anyOf: [<Inner>, <C>]}\n"
            "    Bad: {anyOf: [<Inner>, <D>]}"
            "  # <- ambiguous-union\n"
            "    Inner:\n"
            "      oneOf: [<A>, <B>]\n"
            "      discriminator: {propertyName: k, mapping: {a: A, b: B}}\n"
            "    A: {type: object, required: [k], properties: {k: {type: string}}}\n"
            "    B: {type: object, required: [k], properties: {k: {type: string}}}\n"
            "    C: {type: object, required: [k], properties: {k: {const: c}}}\n"
            "    D: {type: object, required: [k], properties: {k: {const: a}}}\n"
        )
    )

    assert expected == actual


def test_constraints_and_scalars_are_no_union(text_faults: Faults) -> None:
    """Members that only constrain, or are not objects, need not be told apart."""
    expected, actual = text_faults(
        components(
            "    Either:\n      type: object\n      properties: {a: {}, b: {}}\n"
            "      anyOf: [{required: [a]}, {required: [b]}]\n"
            "    Text: {anyOf: [{type: string}, {type: array}, {$ref: '#/components/schemas/A'}]}\n"
            "    A: {type: object, properties: {a: {}}}\n"
        )
    )

    assert expected == actual == []


def test_payload_union_in_a_stream(text_faults: Faults) -> None:
    """JSON payloads inside strings are members of a union, too."""
    payload = "{type: string, contentMediaType: application/json, contentSchema: {$ref: '%s'}}"
    one, other = (payload % f"#/components/schemas/{name}" for name in "AB")
    expected, actual = text_faults(
        components(
            f"    Bad:\n      anyOf:  # <- ambiguous-union\n        - {one}\n        - {other}\n"
            "    A: {type: object, properties: {a: {}}}\n"
            "    B: {type: object, properties: {b: {}}}\n"
        )
    )

    assert expected == actual


def components(schemas: str) -> str:
    """A document that holds only *schemas*, indented by four; `<A>` is a reference to A."""
    references = re.sub(r"<(\w+)>", r"{$ref: '#/components/schemas/\1'}", schemas)
    return (
        "openapi: 3.2.0\ninfo: {title: t, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"
        f"{references}"
    )
