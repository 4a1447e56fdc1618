"""
The two clients of AI DIAL: one line per method over the flows of this folder.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from polyvox.backends.base import AsyncClientBase, ClientBase
from polyvox.backends.chat_stream import AsyncChatStream, ChatStream
from polyvox.backends.connecting import (
    ClientKeywords,
    configured,
    new_async_client,
    new_client,
)
from polyvox.backends.dial import ops
from polyvox.backends.dial.identity import FIELDS, dial_settings
from polyvox.backends.dial.ops import DialChatKeywords
from polyvox.backends.dial.types import DialReply
from polyvox.backends.inputs import CallKeywords
from polyvox.extracting.support import RESPONSE_FORMAT
from polyvox.extracting.verbs import AsyncExtracts, Extracts
from polyvox.tools.verbs import AsyncRuns, Runs
from polyvox.types import ChatInput, Embeddings
from polyvox_api.dial import AsyncDialApi, DialApi
from polyvox_core.auth import AsyncCredentialValue, CredentialValue, concealed
from polyvox_core.once import Once

if TYPE_CHECKING:
    # A namespace is loaded when it is used: most programs chat, and start-up counts.
    from polyvox.backends.dial.catalog import (
        Applications,
        AsyncApplications,
        AsyncDeployments,
        AsyncModels,
        AsyncUser,
        Deployments,
        Models,
        User,
    )
    from polyvox.backends.dial.files import AsyncFiles, Files
    from polyvox.backends.dial.prompts import AsyncPrompts, Prompts

__all__ = ["AsyncDial", "Dial"]


class Dial(ClientBase, Runs, Extracts):
    """
    A client of AI DIAL.

    Args:
        base_url: Address of the server; it may have a path.
        api_key: Sent as `Api-Key`: a text, a `polyvox.Secret`, or a function that gives one.
        bearer_token: Sent as `Authorization: Bearer ...`, in the same forms.
        api_version: Version of the upstreams' API for all chats, such as `2024-10-21`.
        options: See `ClientKeywords`: timeout, retry, headers, http_client, proxy, verify, ...

    Raises:
        ConfigError: An argument cannot work, for example a key with a line break.

    Close it, or use it in a `with` block. It may be used by many threads.
    """

    schema_support = RESPONSE_FORMAT

    def __init__(
        self,
        *,
        base_url: str | None = None,
        api_key: CredentialValue | None = None,
        bearer_token: CredentialValue | None = None,
        api_version: str | None = None,
        **options: Unpack[ClientKeywords],
    ) -> None:
        api_key, bearer_token = concealed(api_key), concealed(bearer_token)
        found = configured(
            FIELDS,
            options,
            base_url=base_url,
            api_key=api_key,
            bearer_token=bearer_token,
            api_version=api_version,
        )
        self._start(new_client(dial_settings(found), found.options), found)
        self._api_version: str | None = found.get("api_version")
        self._bucket = Once(lambda: ops.get_bucket(self._settings))

    @cached_property
    def api(self) -> DialApi:
        """Every operation of the server, as the generated client."""
        return DialApi(self._client)

    @cached_property
    def files(self) -> Files:
        """Files in the storage."""
        from polyvox.backends.dial.files import Files
        from polyvox.backends.dial.storage import Storage

        return Files(self._client, Storage(self._settings, self._bucket))

    @cached_property
    def prompts(self) -> Prompts:
        """Prompts in the storage."""
        from polyvox.backends.dial.prompts import Prompts, PromptStore

        return Prompts(self._client, PromptStore(self._settings, self._bucket))

    @cached_property
    def deployments(self) -> Deployments:
        """What is deployed."""
        from polyvox.backends.dial.catalog import Deployments

        return Deployments(self._client)

    @cached_property
    def models(self) -> Models:
        """Models among the deployments."""
        from polyvox.backends.dial.catalog import Models

        return Models(self._client)

    @cached_property
    def applications(self) -> Applications:
        """Applications among the deployments."""
        from polyvox.backends.dial.catalog import Applications

        return Applications(self._client)

    @cached_property
    def user(self) -> User:
        """Who the credential belongs to."""
        from polyvox.backends.dial.catalog import User

        return User(self._client)

    def chat(
        self,
        chat: ChatInput,
        *,
        model: str,
        system: str | None = None,
        **options: Unpack[DialChatKeywords],
    ) -> DialReply:
        """
        One answer to a text or to messages.

        Args:
            chat: A text, a message, a list of messages, or a list of texts and parts, such as
                `ImagePart`; dicts are sent as they are.
            model: Id of the deployment; slashes are fine.
            system: A system message before the others.
            options: See `DialChatKeywords`.

        Returns:
            The reply: `text`, `message`, `tool_calls`, `usage`, `attachments`, `stages`, `state`.

        Raises:
            NotFound: There is no such deployment.
            RateLimited: Too many tokens or requests; `retry_after` tells how long to wait.
            PolyvoxError: Any other failure; see `polyvox.errors`.

        Source: ai-dial-core, DeploymentPostController.
        """
        return self._client.run(
            ops.chat(self._settings, chat, model, system, options, self._api_version)
        )

    def stream(
        self,
        chat: ChatInput,
        *,
        model: str,
        system: str | None = None,
        **options: Unpack[DialChatKeywords],
    ) -> ChatStream[DialReply]:
        """
        The same answer as it arrives; use it in a `with` block.

        Yields `TextDelta`, `ReasoningDelta`, `ToolCallDelta`, `UsageEvent`, DIAL's `StageDelta`,
        `AttachmentEvent` and `StateEvent`, and `Done` with the whole reply at last.

        Raises:
            StreamTruncated: The stream ended without its end marker; `partial` has the rest.
            StreamInterrupted: The connection broke; `partial` has the rest.
            StatusError: The deployment reported an error in the stream.
        """
        source = ops.chat_source(self._settings, chat, model, system, options, self._api_version)
        return ChatStream(self._client.runner, source)

    def embed(
        self, texts: str | Sequence[str], *, model: str, **options: Unpack[ops.EmbedKeywords]
    ) -> Embeddings:
        """Vectors for texts, in their order."""
        return self._client.run(ops.embed(self._settings, texts, model, options))

    def tokenize(
        self,
        inputs: str | Sequence[str | ChatInput],
        *,
        model: str,
        **options: Unpack[CallKeywords],
    ) -> list[int]:
        """Tokens of each text or chat, counted by the deployment itself."""
        return self._client.run(ops.count_tokens(self._settings, inputs, model, options))

    def rate(
        self,
        response_id: str | None,
        *,
        model: str,
        good: bool,
        comment: str | None = None,
        **options: Unpack[CallKeywords],
    ) -> None:
        """Tell a deployment whether its answer was good."""
        return self._client.run(
            ops.rate(self._settings, model, response_id, good, comment, options)
        )

    def bucket(self) -> str:
        """Id of your own bucket; looked up once per client."""
        return self._client.run(self._bucket.get())


class AsyncDial(AsyncClientBase, AsyncRuns, AsyncExtracts):
    """Same as `Dial`, for asyncio; credentials may come from coroutine functions too."""

    schema_support = RESPONSE_FORMAT

    def __init__(
        self,
        *,
        base_url: str | None = None,
        api_key: AsyncCredentialValue | None = None,
        bearer_token: AsyncCredentialValue | None = None,
        api_version: str | None = None,
        **options: Unpack[ClientKeywords],
    ) -> None:
        api_key, bearer_token = concealed(api_key), concealed(bearer_token)
        found = configured(
            FIELDS,
            options,
            base_url=base_url,
            api_key=api_key,
            bearer_token=bearer_token,
            api_version=api_version,
        )
        self._start(new_async_client(dial_settings(found), found.options), found)
        self._api_version: str | None = found.get("api_version")
        self._bucket = Once(lambda: ops.get_bucket(self._settings))

    @cached_property
    def api(self) -> AsyncDialApi:
        """Same as `Dial.api`."""
        return AsyncDialApi(self._client)

    @cached_property
    def files(self) -> AsyncFiles:
        """Same as `Dial.files`."""
        from polyvox.backends.dial.files import AsyncFiles
        from polyvox.backends.dial.storage import Storage

        return AsyncFiles(self._client, Storage(self._settings, self._bucket))

    @cached_property
    def prompts(self) -> AsyncPrompts:
        """Same as `Dial.prompts`."""
        from polyvox.backends.dial.prompts import AsyncPrompts, PromptStore

        return AsyncPrompts(self._client, PromptStore(self._settings, self._bucket))

    @cached_property
    def deployments(self) -> AsyncDeployments:
        """Same as `Dial.deployments`."""
        from polyvox.backends.dial.catalog import AsyncDeployments

        return AsyncDeployments(self._client)

    @cached_property
    def models(self) -> AsyncModels:
        """Same as `Dial.models`."""
        from polyvox.backends.dial.catalog import AsyncModels

        return AsyncModels(self._client)

    @cached_property
    def applications(self) -> AsyncApplications:
        """Same as `Dial.applications`."""
        from polyvox.backends.dial.catalog import AsyncApplications

        return AsyncApplications(self._client)

    @cached_property
    def user(self) -> AsyncUser:
        """Same as `Dial.user`."""
        from polyvox.backends.dial.catalog import AsyncUser

        return AsyncUser(self._client)

    async def chat(
        self,
        chat: ChatInput,
        *,
        model: str,
        system: str | None = None,
        **options: Unpack[DialChatKeywords],
    ) -> DialReply:
        """Same as `Dial.chat`."""
        return await self._client.run(
            ops.chat(self._settings, chat, model, system, options, self._api_version)
        )

    def stream(
        self,
        chat: ChatInput,
        *,
        model: str,
        system: str | None = None,
        **options: Unpack[DialChatKeywords],
    ) -> AsyncChatStream[DialReply]:
        """Same as `Dial.stream`."""
        source = ops.chat_source(self._settings, chat, model, system, options, self._api_version)
        return AsyncChatStream(self._client.runner, source)

    async def embed(
        self, texts: str | Sequence[str], *, model: str, **options: Unpack[ops.EmbedKeywords]
    ) -> Embeddings:
        """Same as `Dial.embed`."""
        return await self._client.run(ops.embed(self._settings, texts, model, options))

    async def tokenize(
        self,
        inputs: str | Sequence[str | ChatInput],
        *,
        model: str,
        **options: Unpack[CallKeywords],
    ) -> list[int]:
        """Same as `Dial.tokenize`."""
        return await self._client.run(ops.count_tokens(self._settings, inputs, model, options))

    async def rate(
        self,
        response_id: str | None,
        *,
        model: str,
        good: bool,
        comment: str | None = None,
        **options: Unpack[CallKeywords],
    ) -> None:
        """Same as `Dial.rate`."""
        return await self._client.run(
            ops.rate(self._settings, model, response_id, good, comment, options)
        )

    async def bucket(self) -> str:
        """Same as `Dial.bucket`."""
        return await self._client.run(self._bucket.get())
