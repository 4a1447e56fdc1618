"""The whole API of AI DIAL. Generated from the specification; edit that instead."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient

    from .operations.application_schemas import (
        ApplicationSchemasOperations,
        AsyncApplicationSchemasOperations,
    )
    from .operations.applications import ApplicationsOperations, AsyncApplicationsOperations
    from .operations.bucket import AsyncBucketOperations, BucketOperations
    from .operations.chat import AsyncChatOperations, ChatOperations
    from .operations.client_channel import AsyncClientChannelOperations, ClientChannelOperations
    from .operations.completions import AsyncCompletionsOperations, CompletionsOperations
    from .operations.conversations import AsyncConversationsOperations, ConversationsOperations
    from .operations.deployments import AsyncDeploymentsOperations, DeploymentsOperations
    from .operations.embeddings import AsyncEmbeddingsOperations, EmbeddingsOperations
    from .operations.files import AsyncFilesOperations, FilesOperations
    from .operations.metadata import AsyncMetadataOperations, MetadataOperations
    from .operations.models import AsyncModelsOperations, ModelsOperations
    from .operations.notifications import AsyncNotificationsOperations, NotificationsOperations
    from .operations.permissions import AsyncPermissionsOperations, PermissionsOperations
    from .operations.prompts import AsyncPromptsOperations, PromptsOperations
    from .operations.publications import AsyncPublicationsOperations, PublicationsOperations
    from .operations.resources import AsyncResourcesOperations, ResourcesOperations
    from .operations.responses import AsyncResponsesOperations, ResponsesOperations
    from .operations.sharing import AsyncSharingOperations, SharingOperations
    from .operations.skills import AsyncSkillsOperations, SkillsOperations
    from .operations.system import AsyncSystemOperations, SystemOperations
    from .operations.toolsets import AsyncToolsetsOperations, ToolsetsOperations
    from .operations.user import AsyncUserOperations, UserOperations

__all__ = ["AsyncDialApi", "DialApi"]


class DialApi:
    """All operations of AI DIAL, by tag."""

    def __init__(self, client: ApiClient) -> None:
        """
        Bind all operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    @cached_property
    def chat(self) -> ChatOperations:
        """Chat completions of models and applications, as one answer or as a stream."""
        from .operations.chat import ChatOperations

        return ChatOperations(self._client)

    @cached_property
    def completions(self) -> CompletionsOperations:
        """Text completions in the older prompt-and-text form."""
        from .operations.completions import CompletionsOperations

        return CompletionsOperations(self._client)

    @cached_property
    def embeddings(self) -> EmbeddingsOperations:
        """Vectors for texts and attachments."""
        from .operations.embeddings import EmbeddingsOperations

        return EmbeddingsOperations(self._client)

    @cached_property
    def responses(self) -> ResponsesOperations:
        """The OpenAI Responses API, routed by the model named in the body."""
        from .operations.responses import ResponsesOperations

        return ResponsesOperations(self._client)

    @cached_property
    def deployments(self) -> DeploymentsOperations:
        """
        What is deployed, its configuration and limits, its tokenizer, and ratings of its answers.
        """
        from .operations.deployments import DeploymentsOperations

        return DeploymentsOperations(self._client)

    @cached_property
    def models(self) -> ModelsOperations:
        """The models among the deployments."""
        from .operations.models import ModelsOperations

        return ModelsOperations(self._client)

    @cached_property
    def applications(self) -> ApplicationsOperations:
        """Applications, stored by users or deployed, and their lifecycle."""
        from .operations.applications import ApplicationsOperations

        return ApplicationsOperations(self._client)

    @cached_property
    def application_schemas(self) -> ApplicationSchemasOperations:
        """JSON schemas that describe the types of applications."""
        from .operations.application_schemas import ApplicationSchemasOperations

        return ApplicationSchemasOperations(self._client)

    @cached_property
    def toolsets(self) -> ToolsetsOperations:
        """MCP toolsets, their tools and the sign-in to them."""
        from .operations.toolsets import ToolsetsOperations

        return ToolsetsOperations(self._client)

    @cached_property
    def bucket(self) -> BucketOperations:
        """The storage bucket of the caller."""
        from .operations.bucket import BucketOperations

        return BucketOperations(self._client)

    @cached_property
    def files(self) -> FilesOperations:
        """Contents of stored files."""
        from .operations.files import FilesOperations

        return FilesOperations(self._client)

    @cached_property
    def prompts(self) -> PromptsOperations:
        """Stored prompts."""
        from .operations.prompts import PromptsOperations

        return PromptsOperations(self._client)

    @cached_property
    def conversations(self) -> ConversationsOperations:
        """Stored conversations."""
        from .operations.conversations import ConversationsOperations

        return ConversationsOperations(self._client)

    @cached_property
    def metadata(self) -> MetadataOperations:
        """Metadata of stored resources and listings of folders."""
        from .operations.metadata import MetadataOperations

        return MetadataOperations(self._client)

    @cached_property
    def skills(self) -> SkillsOperations:
        """Skills, zipped folders of instructions and files (preview)."""
        from .operations.skills import SkillsOperations

        return SkillsOperations(self._client)

    @cached_property
    def resources(self) -> ResourcesOperations:
        """Moving, copying and watching stored resources of every kind."""
        from .operations.resources import ResourcesOperations

        return ResourcesOperations(self._client)

    @cached_property
    def client_channel(self) -> ClientChannelOperations:
        """Channels over which a deployment asks the caller for something, such as a sign-in."""
        from .operations.client_channel import ClientChannelOperations

        return ClientChannelOperations(self._client)

    @cached_property
    def sharing(self) -> SharingOperations:
        """Sharing of resources and the invitations that grant access."""
        from .operations.sharing import SharingOperations

        return SharingOperations(self._client)

    @cached_property
    def publications(self) -> PublicationsOperations:
        """Requests to publish resources, and their review."""
        from .operations.publications import PublicationsOperations

        return PublicationsOperations(self._client)

    @cached_property
    def permissions(self) -> PermissionsOperations:
        """Permissions that a per-request key grants to other deployments."""
        from .operations.permissions import PermissionsOperations

        return PermissionsOperations(self._client)

    @cached_property
    def notifications(self) -> NotificationsOperations:
        """Notifications addressed to the caller."""
        from .operations.notifications import NotificationsOperations

        return NotificationsOperations(self._client)

    @cached_property
    def user(self) -> UserOperations:
        """The caller, with limits and usage over all deployments."""
        from .operations.user import UserOperations

        return UserOperations(self._client)

    @cached_property
    def system(self) -> SystemOperations:
        """Health and version of the server, without credentials."""
        from .operations.system import SystemOperations

        return SystemOperations(self._client)


class AsyncDialApi:
    """Same as `DialApi`."""

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind all operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    @cached_property
    def chat(self) -> AsyncChatOperations:
        """Chat completions of models and applications, as one answer or as a stream."""
        from .operations.chat import AsyncChatOperations

        return AsyncChatOperations(self._client)

    @cached_property
    def completions(self) -> AsyncCompletionsOperations:
        """Text completions in the older prompt-and-text form."""
        from .operations.completions import AsyncCompletionsOperations

        return AsyncCompletionsOperations(self._client)

    @cached_property
    def embeddings(self) -> AsyncEmbeddingsOperations:
        """Vectors for texts and attachments."""
        from .operations.embeddings import AsyncEmbeddingsOperations

        return AsyncEmbeddingsOperations(self._client)

    @cached_property
    def responses(self) -> AsyncResponsesOperations:
        """The OpenAI Responses API, routed by the model named in the body."""
        from .operations.responses import AsyncResponsesOperations

        return AsyncResponsesOperations(self._client)

    @cached_property
    def deployments(self) -> AsyncDeploymentsOperations:
        """
        What is deployed, its configuration and limits, its tokenizer, and ratings of its answers.
        """
        from .operations.deployments import AsyncDeploymentsOperations

        return AsyncDeploymentsOperations(self._client)

    @cached_property
    def models(self) -> AsyncModelsOperations:
        """The models among the deployments."""
        from .operations.models import AsyncModelsOperations

        return AsyncModelsOperations(self._client)

    @cached_property
    def applications(self) -> AsyncApplicationsOperations:
        """Applications, stored by users or deployed, and their lifecycle."""
        from .operations.applications import AsyncApplicationsOperations

        return AsyncApplicationsOperations(self._client)

    @cached_property
    def application_schemas(self) -> AsyncApplicationSchemasOperations:
        """JSON schemas that describe the types of applications."""
        from .operations.application_schemas import AsyncApplicationSchemasOperations

        return AsyncApplicationSchemasOperations(self._client)

    @cached_property
    def toolsets(self) -> AsyncToolsetsOperations:
        """MCP toolsets, their tools and the sign-in to them."""
        from .operations.toolsets import AsyncToolsetsOperations

        return AsyncToolsetsOperations(self._client)

    @cached_property
    def bucket(self) -> AsyncBucketOperations:
        """The storage bucket of the caller."""
        from .operations.bucket import AsyncBucketOperations

        return AsyncBucketOperations(self._client)

    @cached_property
    def files(self) -> AsyncFilesOperations:
        """Contents of stored files."""
        from .operations.files import AsyncFilesOperations

        return AsyncFilesOperations(self._client)

    @cached_property
    def prompts(self) -> AsyncPromptsOperations:
        """Stored prompts."""
        from .operations.prompts import AsyncPromptsOperations

        return AsyncPromptsOperations(self._client)

    @cached_property
    def conversations(self) -> AsyncConversationsOperations:
        """Stored conversations."""
        from .operations.conversations import AsyncConversationsOperations

        return AsyncConversationsOperations(self._client)

    @cached_property
    def metadata(self) -> AsyncMetadataOperations:
        """Metadata of stored resources and listings of folders."""
        from .operations.metadata import AsyncMetadataOperations

        return AsyncMetadataOperations(self._client)

    @cached_property
    def skills(self) -> AsyncSkillsOperations:
        """Skills, zipped folders of instructions and files (preview)."""
        from .operations.skills import AsyncSkillsOperations

        return AsyncSkillsOperations(self._client)

    @cached_property
    def resources(self) -> AsyncResourcesOperations:
        """Moving, copying and watching stored resources of every kind."""
        from .operations.resources import AsyncResourcesOperations

        return AsyncResourcesOperations(self._client)

    @cached_property
    def client_channel(self) -> AsyncClientChannelOperations:
        """Channels over which a deployment asks the caller for something, such as a sign-in."""
        from .operations.client_channel import AsyncClientChannelOperations

        return AsyncClientChannelOperations(self._client)

    @cached_property
    def sharing(self) -> AsyncSharingOperations:
        """Sharing of resources and the invitations that grant access."""
        from .operations.sharing import AsyncSharingOperations

        return AsyncSharingOperations(self._client)

    @cached_property
    def publications(self) -> AsyncPublicationsOperations:
        """Requests to publish resources, and their review."""
        from .operations.publications import AsyncPublicationsOperations

        return AsyncPublicationsOperations(self._client)

    @cached_property
    def permissions(self) -> AsyncPermissionsOperations:
        """Permissions that a per-request key grants to other deployments."""
        from .operations.permissions import AsyncPermissionsOperations

        return AsyncPermissionsOperations(self._client)

    @cached_property
    def notifications(self) -> AsyncNotificationsOperations:
        """Notifications addressed to the caller."""
        from .operations.notifications import AsyncNotificationsOperations

        return AsyncNotificationsOperations(self._client)

    @cached_property
    def user(self) -> AsyncUserOperations:
        """The caller, with limits and usage over all deployments."""
        from .operations.user import AsyncUserOperations

        return AsyncUserOperations(self._client)

    @cached_property
    def system(self) -> AsyncSystemOperations:
        """Health and version of the server, without credentials."""
        from .operations.system import AsyncSystemOperations

        return AsyncSystemOperations(self._client)
