"""Operations of AI DIAL: applications. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.model import UNSET, Unset
from polyvox_core.operation import Operation, Parameter, late, nothing

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.applications import (
        ApplicationLink,
        ApplicationList,
        ApplicationLogs,
        ApplicationResource,
    )
    from ..models.shared_applications import ResourceMetadata
    from ..models.shared_deployments_parts import ApplicationDeployment

__all__ = [
    "ApplicationsOperations",
    "AsyncApplicationsOperations",
    "DELETE_APPLICATION_RESOURCE",
    "DEPLOY_APPLICATION",
    "GET_APPLICATION",
    "GET_APPLICATION_LOGS",
    "GET_APPLICATION_RESOURCE",
    "LIST_APPLICATIONS",
    "PUT_APPLICATION_RESOURCE",
    "REDEPLOY_APPLICATION",
    "UNDEPLOY_APPLICATION",
]

LIST_APPLICATIONS: Operation[ApplicationList] = Operation(
    id="list_applications",
    method="GET",
    path="/openai/applications",
    decode=late(__name__, "..models.applications", "decode_application_list"),
)
GET_APPLICATION: Operation[ApplicationDeployment] = Operation(
    id="get_application",
    method="GET",
    path="/openai/applications/{application_name}",
    decode=late(__name__, "..models.shared_deployments_parts", "decode_application_deployment"),
    parameters=(Parameter("application_name", "path", segments=True),),
)
DEPLOY_APPLICATION: Operation[ApplicationResource] = Operation(
    id="deploy_application",
    method="POST",
    path="/v1/ops/application/deploy",
    decode=late(__name__, "..models.applications", "decode_application_resource"),
    body="json",
    encode=late(__name__, "..models.applications", "encode_application_link"),
)
UNDEPLOY_APPLICATION: Operation[ApplicationResource] = Operation(
    id="undeploy_application",
    method="POST",
    path="/v1/ops/application/undeploy",
    decode=late(__name__, "..models.applications", "decode_application_resource"),
    body="json",
    encode=late(__name__, "..models.applications", "encode_application_link"),
)
REDEPLOY_APPLICATION: Operation[ApplicationResource] = Operation(
    id="redeploy_application",
    method="POST",
    path="/v1/ops/application/redeploy",
    decode=late(__name__, "..models.applications", "decode_application_resource"),
    body="json",
    encode=late(__name__, "..models.applications", "encode_application_link"),
)
GET_APPLICATION_LOGS: Operation[ApplicationLogs] = Operation(
    id="get_application_logs",
    method="POST",
    path="/v1/ops/application/logs",
    decode=late(__name__, "..models.applications", "decode_application_logs"),
    body="json",
    encode=late(__name__, "..models.applications", "encode_application_link"),
)
GET_APPLICATION_RESOURCE: Operation[ApplicationResource] = Operation(
    id="get_application_resource",
    method="GET",
    path="/v1/applications/{bucket}/{path}",
    decode=late(__name__, "..models.applications", "decode_application_resource"),
    parameters=(
        Parameter("bucket", "path"),
        Parameter("path", "path", segments=True),
        Parameter("If-None-Match", "header"),
    ),
)
PUT_APPLICATION_RESOURCE: Operation[ResourceMetadata] = Operation(
    id="put_application_resource",
    method="PUT",
    path="/v1/applications/{bucket}/{path}",
    decode=late(__name__, "..models.shared_applications", "decode_resource_metadata"),
    parameters=(
        Parameter("bucket", "path"),
        Parameter("path", "path", segments=True),
        Parameter("If-Match", "header"),
        Parameter("If-None-Match", "header"),
    ),
    body="json",
    encode=late(__name__, "..models.applications", "encode_application_resource"),
)
DELETE_APPLICATION_RESOURCE: Operation[None] = Operation(
    id="delete_application_resource",
    method="DELETE",
    path="/v1/applications/{bucket}/{path}",
    decode=nothing,
    parameters=(
        Parameter("bucket", "path"),
        Parameter("path", "path", segments=True),
        Parameter("If-Match", "header"),
    ),
    answer="empty",
)


class ApplicationsOperations:
    """Applications, stored by users or deployed, and their lifecycle."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def list_applications(
        self,
        *,
        options: CallOptions | None = None,
    ) -> ApplicationList:
        """
        List the applications the caller may use.

        Holds configured applications, the caller's own and public ones.

        Args:
            options: Limits, retries and headers of this call alone.

        Returns:
            The applications.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, listings in /openai, 0.18 and 2026.
        """
        return self._client.call(LIST_APPLICATIONS, {}, None, options)

    def get_application(
        self,
        application_name: str,
        *,
        options: CallOptions | None = None,
    ) -> ApplicationDeployment:
        """
        Describe one application.

        An unknown name answers 404 and a forbidden one 403, both without a body.

        Args:
            application_name: Name of the application; may hold slashes.
            options: Limits, retries and headers of this call alone.

        Returns:
            The application.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, listings in /openai, 0.18 and 2026.
        """
        return self._client.call(
            GET_APPLICATION, {"application_name": application_name}, None, options
        )

    def deploy_application(
        self,
        *,
        body: ApplicationLink,
        options: CallOptions | None = None,
    ) -> ApplicationResource:
        """
        Deploy a stored application.

        Builds and starts its function; answers at once, so read the application until its status is
        `DEPLOYED` or `FAILED`. A running one answers 409.

        Args:
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The application as it now is.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, application operations (2026).
        """
        return self._client.call(DEPLOY_APPLICATION, {}, body, options)

    def undeploy_application(
        self,
        *,
        body: ApplicationLink,
        options: CallOptions | None = None,
    ) -> ApplicationResource:
        """
        Undeploy a stored application.

        Stops its function; answers at once, so read the application until its status is
        `UNDEPLOYED`. One that does not run answers 409.

        Args:
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The application as it now is.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, application operations (2026).
        """
        return self._client.call(UNDEPLOY_APPLICATION, {}, body, options)

    def redeploy_application(
        self,
        *,
        body: ApplicationLink,
        options: CallOptions | None = None,
    ) -> ApplicationResource:
        """
        Redeploy a stored application.

        Stops its function, builds and starts it again; answers at once, so read the application
        until its status is `DEPLOYED` or `FAILED`.

        Args:
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The application as it now is.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, application operations (2026).
        """
        return self._client.call(REDEPLOY_APPLICATION, {}, body, options)

    def get_application_logs(
        self,
        *,
        body: ApplicationLink,
        options: CallOptions | None = None,
    ) -> ApplicationLogs:
        """
        Read the logs of a running application.

        Answers one text per instance. The shape was seen in one version of Core only.

        Args:
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The logs.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial- core, application operations (2026).
        """
        return self._client.call(GET_APPLICATION_LOGS, {}, body, options)

    def get_application_resource(
        self,
        bucket: str,
        path: str,
        *,
        if_none_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ApplicationResource:
        """
        Read an application stored in a bucket.

        The stored JSON with its entity tag in `ETag`. A missing one answers 404, a folder path 400,
        no permission 403. Core adds the fields it sets itself.

        Args:
            bucket: Bucket id (letters and digits only), or `public`.
            path: Path of the application in its bucket, folders separated by `/`.
            if_none_match: Entity tag the caller already holds; newer Core answers 304 while it is
                current.
            options: Limits, retries and headers of this call alone.

        Returns:
            The stored application.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, application resources (2026).
        """
        return self._client.call(
            GET_APPLICATION_RESOURCE,
            {"bucket": bucket, "path": path, "If-None-Match": if_none_match},
            None,
            options,
        )

    def put_application_resource(
        self,
        bucket: str,
        path: str,
        *,
        body: ApplicationResource,
        if_match: str | Unset = UNSET,
        if_none_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ResourceMetadata:
        """
        Store an application in a bucket, replacing what is there.

        Answers the metadata of what was written, with the new entity tag. Invalid JSON or a folder
        path answers 400, a failed precondition 412, a body over the size limit 413. Core also takes
        camelCase spellings.

        Args:
            bucket: Bucket id (letters and digits only), or `public`.
            path: Path of the application in its bucket, folders separated by `/`.
            if_match: Acts only while the application still has this entity tag; otherwise 412.
            if_none_match: `*` writes only when no application exists there yet; otherwise 412.
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            Metadata of the stored application.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, application resources (2026).
        """
        return self._client.call(
            PUT_APPLICATION_RESOURCE,
            {"bucket": bucket, "path": path, "If-Match": if_match, "If-None-Match": if_none_match},
            body,
            options,
        )

    def delete_application_resource(
        self,
        bucket: str,
        path: str,
        *,
        if_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> None:
        """
        Delete an application from a bucket.

        Answers 200 without a body; a missing one answers 404, a changed one 412 when `If-Match` was
        sent. A running one answers 409.

        Args:
            bucket: Bucket id (letters and digits only), or `public`.
            path: Path of the application in its bucket, folders separated by `/`.
            if_match: Acts only while the application still has this entity tag; otherwise 412.
            options: Limits, retries and headers of this call alone.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, application resources (2026).
        """
        return self._client.call(
            DELETE_APPLICATION_RESOURCE,
            {"bucket": bucket, "path": path, "If-Match": if_match},
            None,
            options,
        )


class AsyncApplicationsOperations:
    """Same as `ApplicationsOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def list_applications(
        self,
        *,
        options: CallOptions | None = None,
    ) -> ApplicationList:
        """Same as `ApplicationsOperations.list_applications`."""
        return await self._client.call(LIST_APPLICATIONS, {}, None, options)

    async def get_application(
        self,
        application_name: str,
        *,
        options: CallOptions | None = None,
    ) -> ApplicationDeployment:
        """Same as `ApplicationsOperations.get_application`."""
        return await self._client.call(
            GET_APPLICATION, {"application_name": application_name}, None, options
        )

    async def deploy_application(
        self,
        *,
        body: ApplicationLink,
        options: CallOptions | None = None,
    ) -> ApplicationResource:
        """Same as `ApplicationsOperations.deploy_application`."""
        return await self._client.call(DEPLOY_APPLICATION, {}, body, options)

    async def undeploy_application(
        self,
        *,
        body: ApplicationLink,
        options: CallOptions | None = None,
    ) -> ApplicationResource:
        """Same as `ApplicationsOperations.undeploy_application`."""
        return await self._client.call(UNDEPLOY_APPLICATION, {}, body, options)

    async def redeploy_application(
        self,
        *,
        body: ApplicationLink,
        options: CallOptions | None = None,
    ) -> ApplicationResource:
        """Same as `ApplicationsOperations.redeploy_application`."""
        return await self._client.call(REDEPLOY_APPLICATION, {}, body, options)

    async def get_application_logs(
        self,
        *,
        body: ApplicationLink,
        options: CallOptions | None = None,
    ) -> ApplicationLogs:
        """Same as `ApplicationsOperations.get_application_logs`."""
        return await self._client.call(GET_APPLICATION_LOGS, {}, body, options)

    async def get_application_resource(
        self,
        bucket: str,
        path: str,
        *,
        if_none_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ApplicationResource:
        """Same as `ApplicationsOperations.get_application_resource`."""
        return await self._client.call(
            GET_APPLICATION_RESOURCE,
            {"bucket": bucket, "path": path, "If-None-Match": if_none_match},
            None,
            options,
        )

    async def put_application_resource(
        self,
        bucket: str,
        path: str,
        *,
        body: ApplicationResource,
        if_match: str | Unset = UNSET,
        if_none_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ResourceMetadata:
        """Same as `ApplicationsOperations.put_application_resource`."""
        return await self._client.call(
            PUT_APPLICATION_RESOURCE,
            {"bucket": bucket, "path": path, "If-Match": if_match, "If-None-Match": if_none_match},
            body,
            options,
        )

    async def delete_application_resource(
        self,
        bucket: str,
        path: str,
        *,
        if_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> None:
        """Same as `ApplicationsOperations.delete_application_resource`."""
        return await self._client.call(
            DELETE_APPLICATION_RESOURCE,
            {"bucket": bucket, "path": path, "If-Match": if_match},
            None,
            options,
        )
