"""Operations of AI DIAL: application_schemas. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.operation import Operation, Parameter, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.application_schemas import JsonSchemaDocument, ListApplicationSchemasResult

__all__ = [
    "ApplicationSchemasOperations",
    "AsyncApplicationSchemasOperations",
    "GET_APPLICATION_META_SCHEMA",
    "GET_APPLICATION_SCHEMA",
    "LIST_APPLICATION_SCHEMAS",
]

LIST_APPLICATION_SCHEMAS: Operation[ListApplicationSchemasResult] = Operation(
    id="list_application_schemas",
    method="GET",
    path="/v1/application_type_schemas/schemas",
    decode=late(__name__, "..models.application_schemas", "decode_list_application_schemas_result"),
)
GET_APPLICATION_SCHEMA: Operation[JsonSchemaDocument] = Operation(
    id="get_application_schema",
    method="GET",
    path="/v1/application_type_schemas/schema",
    parameters=(Parameter("id", "query"),),
)
GET_APPLICATION_META_SCHEMA: Operation[JsonSchemaDocument] = Operation(
    id="get_application_meta_schema",
    method="GET",
    path="/v1/application_type_schemas/meta_schema",
)


class ApplicationSchemasOperations:
    """JSON schemas that describe the types of applications."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def list_application_schemas(
        self,
        *,
        options: CallOptions | None = None,
    ) -> ListApplicationSchemasResult:
        """
        List the application type schemas.

        Answers a bare array with the head of each schema: id, names and pages, not the properties.

        Args:
            options: Limits, retries and headers of this call alone.

        Returns:
            The heads.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, application type schemas (2026).
        """
        return self._client.call(LIST_APPLICATION_SCHEMAS, {}, None, options)

    def get_application_schema(
        self,
        *,
        id: str,
        options: CallOptions | None = None,
    ) -> JsonSchemaDocument:
        """
        Read one application type schema.

        Answers the JSON Schema without its private endpoints. No id answers 400, an unknown one
        404.

        Args:
            id: Id of the schema, a URL.
            options: Limits, retries and headers of this call alone.

        Returns:
            The schema.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, application type schemas (2026).
        """
        return self._client.call(GET_APPLICATION_SCHEMA, {"id": id}, None, options)

    def get_application_meta_schema(
        self,
        *,
        options: CallOptions | None = None,
    ) -> JsonSchemaDocument:
        """
        Read the schema of application type schemas.

        What it holds was not seen; it is passed on as it is.

        Args:
            options: Limits, retries and headers of this call alone.

        Returns:
            The meta schema.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, application type schemas (2026).
        """
        return self._client.call(GET_APPLICATION_META_SCHEMA, {}, None, options)


class AsyncApplicationSchemasOperations:
    """Same as `ApplicationSchemasOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def list_application_schemas(
        self,
        *,
        options: CallOptions | None = None,
    ) -> ListApplicationSchemasResult:
        """Same as `ApplicationSchemasOperations.list_application_schemas`."""
        return await self._client.call(LIST_APPLICATION_SCHEMAS, {}, None, options)

    async def get_application_schema(
        self,
        *,
        id: str,
        options: CallOptions | None = None,
    ) -> JsonSchemaDocument:
        """Same as `ApplicationSchemasOperations.get_application_schema`."""
        return await self._client.call(GET_APPLICATION_SCHEMA, {"id": id}, None, options)

    async def get_application_meta_schema(
        self,
        *,
        options: CallOptions | None = None,
    ) -> JsonSchemaDocument:
        """Same as `ApplicationSchemasOperations.get_application_meta_schema`."""
        return await self._client.call(GET_APPLICATION_META_SCHEMA, {}, None, options)
