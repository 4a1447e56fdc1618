"""Rules for shape, references, ids and paths. Marks `# <- rule` in the specs expect."""

from __future__ import annotations

from pathlib import Path

from lint_types import Faults

from polyvox_generator.validate import check_document


def test_clean_spec_has_no_findings(clean_spec: str, text_faults: Faults) -> None:
    """A sound document gives nothing, with the house rules on."""
    expected, actual = text_faults(clean_spec, house=True)

    assert expected == actual == []


def test_dangling_reference_in_item_schema(faults: Faults) -> None:
    """A `$ref` to nothing is found inside itemSchema, where openapi-spec-validator is blind."""
    expected, actual = faults(
        "itemSchema: {$ref: '#/components/schemas/Entry'}",
        "itemSchema:\n                $ref: '#/components/schemas/Entri'  # <- dangling-ref",
    )

    assert expected == actual


def test_dangling_reference_in_content_schema(faults: Faults) -> None:
    """A `$ref` to nothing is found in the payload schema of an event."""
    expected, actual = faults(
        "contentSchema: {$ref: '#/components/schemas/Error'}",
        "contentSchema: {$ref: '#/components/schemas/Eror'}  # <- dangling-ref",
    )

    assert expected == actual


def test_dangling_reference_suggests_the_close_name(clean_spec: str, tmp_path: Path) -> None:
    """The message of a misspelt reference names the component that was meant."""
    spec = tmp_path / "spec.yaml"
    spec.write_text(clean_spec.replace("schemas/Message'", "schemas/Mesage'"), encoding="utf-8")

    (finding,) = check_document(spec)

    assert (
        "$ref '#/components/schemas/Mesage' resolves to nothing. Did you mean 'Message'?"
        == finding.message
    )


def test_reference_out_of_the_document(faults: Faults) -> None:
    """A reference into another file is refused: a document stands alone."""
    expected, actual = faults(
        "default: {$ref: '#/components/responses/Error'}\n    delete:",
        "default: {$ref: 'other.yaml#/Error'}  # <- dangling-ref\n    delete:",
    )

    assert expected == actual


def test_dangling_discriminator_mapping(faults: Faults) -> None:
    """A discriminator's mapping resolves like a reference."""
    expected, actual = faults(
        "          image: ImagePart\n",
        "          image: ImagePart\n          sound: SoundPart  # <- dangling-ref\n",
    )

    assert expected == actual


def test_reference_to_another_kind(faults: Faults) -> None:
    """A schema reference that names a response is refused."""
    expected, actual = faults(
        "          items: {$ref: '#/components/schemas/Message'}",
        "          items: {$ref: '#/components/responses/Error'}  # <- reference-kind",
    )

    assert expected == actual


def test_reference_cycle(faults: Faults) -> None:
    """References that only lead to each other are found, at each of them."""
    expected, actual = faults(
        "    Level: {type: string, enum: [info, warn]}",
        "    Level: {$ref: '#/components/schemas/Grade'}  # <- reference-cycle\n"
        "    Grade: {$ref: '#/components/schemas/Level'}  # <- reference-cycle",
    )

    assert expected == actual


def test_property_called_like_a_keyword(text_faults: Faults) -> None:
    """Properties that share a keyword's name are properties; example values stay untouched."""
    expected, actual = text_faults(
        "openapi: 3.2.0\n"
        "info: {title: t, version: '1'}\n"
        "components:\n"
        "  schemas:\n"
        "    A:\n"
        "      properties:\n"
        "        example: {type: integer}\n"
        "        examples: {$ref: '#/components/schemas/Nope'}  # <- dangling-ref\n"
        "        x-note: {$ref: '#/components/schemas/Nope'}  # <- dangling-ref\n"
        "        $ref: {type: string}\n"
        "      examples:\n"
        "        - other: {$ref: '#/nowhere'}\n"
    )

    assert expected == actual


def test_unknown_security_scheme(faults: Faults) -> None:
    """A security requirement names a declared scheme."""
    expected, actual = faults(
        "security: [{key: []}]", "security: [{kee: []}]  # <- unknown-security"
    )

    assert expected == actual


def test_unexpected_key_is_placed_at_the_key(faults: Faults) -> None:
    """What the OpenAPI schema refuses is reported at the key that does not belong there."""
    expected, actual = faults(
        "      operationId: read_logs\n",
        "      operationId: read_logs\n      sumary: x  # <- openapi\n",
    )

    assert expected == actual


def test_wrong_value_in_the_document(faults: Faults) -> None:
    """What the OpenAPI schema refuses is reported at the value."""
    expected, actual = faults(
        "          in: query\n          description: Which levels",
        "          in: quary  # <- openapi\n          description: Which levels",
    )

    assert expected == actual


def test_invalid_schema(faults: Faults) -> None:
    """What JSON Schema refuses is reported at the keyword, also deep inside a component."""
    expected, actual = faults(
        "        code: {type: integer}",
        "        code:\n          type: whole  # <- invalid-schema\n          minimum: 0",
    )

    assert expected == actual


def test_schema_that_is_none(faults: Faults) -> None:
    """A schema must be an object or a boolean; nothing else breaks because of it."""
    expected, actual = faults(
        "        code: {type: integer}", "        code: 3  # <- invalid-schema"
    )

    assert expected == actual


def test_document_without_version(text_faults: Faults) -> None:
    """A document that does not say which OpenAPI it is gets that one finding."""
    expected, actual = text_faults("paths: {}  # <- openapi-version\n")

    assert expected == actual


def test_older_version_in_the_house(faults: Faults) -> None:
    """Our own documents are OpenAPI 3.2."""
    expected, actual = faults(
        "openapi: 3.2.0\ninfo: {title: Clean, version: '1'}",
        "openapi: 3.3.0  # <- openapi-version\ninfo: {title: Clean, version: '1'}",
    )

    assert expected == actual


def test_openapi_3_0_documents_are_read(text_faults: Faults) -> None:
    """Documents of OpenAPI 3.0 keep their own rules, such as `nullable`."""
    expected, actual = text_faults(
        "openapi: 3.0.3\n"
        "info: {title: Old, version: '1'}\n"
        "paths: {}\n"
        "components:\n"
        "  schemas:\n"
        "    Good: {type: string, nullable: true, example: null}\n"
        "    Bad:\n"
        "      type: integer\n"
        "      example: one  # <- invalid-example\n"
    )

    assert expected == actual


def test_duplicate_operation_id(faults: Faults) -> None:
    """The second use of an operationId is reported."""
    expected, actual = faults(
        "operationId: delete_logs", "operationId: read_logs  # <- duplicate-operation-id"
    )

    assert expected == actual


def test_operation_id_of_a_streaming_twin(faults: Faults) -> None:
    """An operation that answers JSON and a stream takes the id of its twin, too."""
    expected, actual = faults(
        "operationId: delete_logs", "operationId: create_chat_stream  # <- duplicate-operation-id"
    )

    assert expected == actual


def test_undeclared_path_parameter(faults: Faults) -> None:
    """A name in braces needs a parameter in the operation or its path item."""
    expected, actual = faults(
        "  /logs:\n    get:\n",
        "  /chat/{model}/{part}:\n    delete:  # <- undeclared-parameter\n"
        "      operationId: cut\n      tags: [chat]\n"
        "      parameters:\n        - {name: model, in: path, required: true}\n"
        "      responses: {'204': {description: Done.}}\n"
        "  /logs:\n    get:\n",
        house=False,
    )

    assert expected == [finding for finding in actual if finding[1] != "openapi"]


def test_unused_path_parameter(faults: Faults) -> None:
    """A path parameter needs its name in the template."""
    expected, actual = faults(
        "        - name: levels\n          in: query\n",
        "        - name: levels  # <- unused-parameter\n          in: path\n"
        "          required: true\n",
    )

    assert expected == actual


def test_duplicate_parameter(faults: Faults) -> None:
    """Two parameters with one name and place are one too many, also through a reference."""
    expected, actual = faults(
        "        - $ref: '#/components/parameters/Version'\n",
        "        - $ref: '#/components/parameters/Version'\n"
        "        - $ref: '#/components/parameters/Version'  # <- duplicate-parameter\n",
    )

    assert expected == actual


def test_duplicate_path(faults: Faults) -> None:
    """Templates that differ in parameter names only are the same path."""
    expected, actual = faults(
        "  /logs:\n    get:\n", "  /chat/{name}: {}  # <- duplicate-path\n  /logs:\n    get:\n"
    )

    assert expected == actual
