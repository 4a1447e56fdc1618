"""Operations of Ollama: models. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.operation import EndRule, Operation, StreamRule, late, nothing

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions
    from polyvox_core.streams import AsyncStream, Stream

    from ..models.models import (
        CopyRequest,
        CreateRequest,
        DeleteRequest,
        ModelDescription,
        ModelList,
        ProgressStatus,
        PullRequest,
        PushRequest,
        RunningModelList,
        ShowRequest,
    )

__all__ = [
    "AsyncModelsOperations",
    "COPY_MODEL",
    "CREATE_MODEL",
    "CREATE_MODEL_STREAM",
    "DELETE_MODEL",
    "LIST_MODELS",
    "LIST_RUNNING_MODELS",
    "ModelsOperations",
    "PULL_MODEL",
    "PULL_MODEL_STREAM",
    "PUSH_MODEL",
    "PUSH_MODEL_STREAM",
    "SHOW_MODEL",
]

LIST_MODELS: Operation[ModelList] = Operation(
    id="list_models",
    method="GET",
    path="/api/tags",
    decode=late(__name__, "..models.models", "decode_model_list"),
)
LIST_RUNNING_MODELS: Operation[RunningModelList] = Operation(
    id="list_running_models",
    method="GET",
    path="/api/ps",
    decode=late(__name__, "..models.models", "decode_running_model_list"),
)
SHOW_MODEL: Operation[ModelDescription] = Operation(
    id="show_model",
    method="POST",
    path="/api/show",
    decode=late(__name__, "..models.models", "decode_model_description"),
    body="json",
    encode=late(__name__, "..models.models", "encode_show_request"),
)
CREATE_MODEL: Operation[ProgressStatus] = Operation(
    id="create_model",
    method="POST",
    path="/api/create",
    decode=late(__name__, "..models.models", "decode_progress_status"),
    body="json",
    encode=late(__name__, "..models.models", "encode_create_request"),
)
CREATE_MODEL_STREAM: Operation[ProgressStatus] = Operation(
    id="create_model_stream",
    method="POST",
    path="/api/create",
    decode=late(__name__, "..models.models", "decode_progress_status"),
    body="json",
    encode=late(__name__, "..models.models", "encode_create_request"),
    stream=StreamRule(
        "ndjson", ends=(EndRule(path="/status", values=("success",)),), constants={"stream": True}
    ),
)
PULL_MODEL: Operation[ProgressStatus] = Operation(
    id="pull_model",
    method="POST",
    path="/api/pull",
    decode=late(__name__, "..models.models", "decode_progress_status"),
    body="json",
    encode=late(__name__, "..models.models", "encode_pull_request"),
)
PULL_MODEL_STREAM: Operation[ProgressStatus] = Operation(
    id="pull_model_stream",
    method="POST",
    path="/api/pull",
    decode=late(__name__, "..models.models", "decode_progress_status"),
    body="json",
    encode=late(__name__, "..models.models", "encode_pull_request"),
    stream=StreamRule(
        "ndjson", ends=(EndRule(path="/status", values=("success",)),), constants={"stream": True}
    ),
)
PUSH_MODEL: Operation[ProgressStatus] = Operation(
    id="push_model",
    method="POST",
    path="/api/push",
    decode=late(__name__, "..models.models", "decode_progress_status"),
    body="json",
    encode=late(__name__, "..models.models", "encode_push_request"),
)
PUSH_MODEL_STREAM: Operation[ProgressStatus] = Operation(
    id="push_model_stream",
    method="POST",
    path="/api/push",
    decode=late(__name__, "..models.models", "decode_progress_status"),
    body="json",
    encode=late(__name__, "..models.models", "encode_push_request"),
    stream=StreamRule(
        "ndjson", ends=(EndRule(path="/status", values=("success",)),), constants={"stream": True}
    ),
)
COPY_MODEL: Operation[None] = Operation(
    id="copy_model",
    method="POST",
    path="/api/copy",
    decode=nothing,
    body="json",
    encode=late(__name__, "..models.models", "encode_copy_request"),
    answer="empty",
)
DELETE_MODEL: Operation[None] = Operation(
    id="delete_model",
    method="DELETE",
    path="/api/delete",
    decode=nothing,
    body="json",
    encode=late(__name__, "..models.models", "encode_delete_request"),
    answer="empty",
)


class ModelsOperations:
    """The models on the server, what they are, and how they come and go."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def list_models(
        self,
        *,
        options: CallOptions | None = None,
    ) -> ModelList:
        """
        List the models on the server.

        Returns every model that was pulled or created, in one answer.

        Args:
            options: Limits, retries and headers of this call alone.

        Returns:
            The models.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ollama docs/api.md and docs/openapi.yaml (2026-08).
        """
        return self._client.call(LIST_MODELS, {}, None, options)

    def list_running_models(
        self,
        *,
        options: CallOptions | None = None,
    ) -> RunningModelList:
        """
        List the models in memory.

        Returns the models that are loaded now, with the time at which each will be unloaded.

        Args:
            options: Limits, retries and headers of this call alone.

        Returns:
            The loaded models.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ollama docs/api.md and docs/openapi.yaml (2026-08).
        """
        return self._client.call(LIST_RUNNING_MODELS, {}, None, options)

    def show_model(
        self,
        *,
        body: ShowRequest,
        options: CallOptions | None = None,
    ) -> ModelDescription:
        """
        Describe a model.

        Returns what the server knows about one model. `parameters` and `modelfile` are texts, not
        JSON; `verbose` fills the long lists of `model_info`, which are null or empty otherwise.

        Args:
            body: Which model, and how fully.
            options: Limits, retries and headers of this call alone.

        Returns:
            The description.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ollama docs/api.md and docs/openapi.yaml (2026-08).
        """
        return self._client.call(SHOW_MODEL, {}, body, options)

    def create_model(
        self,
        *,
        body: CreateRequest,
        options: CallOptions | None = None,
    ) -> ProgressStatus:
        """
        Create a model from another one or from blobs.

        Makes a model of `from`, or of the files in `files`, which map names to digests of blobs
        that `upload_blob` has stored. Set `stream` to false for one answer at the end: the server
        streams its progress by default, and the last status is `success`.

        Args:
            body: What to make, and of what.
            options: Limits, retries and headers of this call alone.

        Returns:
            The last status, or all of them.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ollama docs/api.md and docs/openapi.yaml (2026-08).
        """
        return self._client.call(CREATE_MODEL, {}, body, options)

    def create_model_stream(
        self,
        *,
        body: CreateRequest,
        options: CallOptions | None = None,
    ) -> Stream[ProgressStatus]:
        """
        Create a model from another one or from blobs.

        Makes a model of `from`, or of the files in `files`, which map names to digests of blobs
        that `upload_blob` has stored. Set `stream` to false for one answer at the end: the server
        streams its progress by default, and the last status is `success`.

        Args:
            body: What to make, and of what.
            options: Limits, retries and headers of this call alone.

        Returns:
            A stream that opens when entered or first read.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ollama docs/api.md and docs/openapi.yaml (2026-08).
        """
        return self._client.stream(CREATE_MODEL_STREAM, {}, body, options)

    def pull_model(
        self,
        *,
        body: PullRequest,
        options: CallOptions | None = None,
    ) -> ProgressStatus:
        """
        Download a model to the server.

        Fetches a model from its library; a cancelled download goes on where it stopped, and
        simultaneous calls share one. Set `stream` to false for one answer at the end: the server
        streams its progress by default, in bytes per digest, and the last status is `success`. A
        failure after the first status comes as an object inside the stream.

        Args:
            body: Which model.
            options: Limits, retries and headers of this call alone.

        Returns:
            The last status, or all of them.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ollama docs/api.md and docs/openapi.yaml (2026-08).
        """
        return self._client.call(PULL_MODEL, {}, body, options)

    def pull_model_stream(
        self,
        *,
        body: PullRequest,
        options: CallOptions | None = None,
    ) -> Stream[ProgressStatus]:
        """
        Download a model to the server.

        Fetches a model from its library; a cancelled download goes on where it stopped, and
        simultaneous calls share one. Set `stream` to false for one answer at the end: the server
        streams its progress by default, in bytes per digest, and the last status is `success`. A
        failure after the first status comes as an object inside the stream.

        Args:
            body: Which model.
            options: Limits, retries and headers of this call alone.

        Returns:
            A stream that opens when entered or first read.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ollama docs/api.md and docs/openapi.yaml (2026-08).
        """
        return self._client.stream(PULL_MODEL_STREAM, {}, body, options)

    def push_model(
        self,
        *,
        body: PushRequest,
        options: CallOptions | None = None,
    ) -> ProgressStatus:
        """
        Upload a model from the server to its library.

        Sends a model whose name begins with a namespace of the library; the server's key must be
        registered there. Set `stream` to false for one answer at the end: the server streams its
        progress by default, in bytes per digest, and the last status is `success`.

        Args:
            body: Which model.
            options: Limits, retries and headers of this call alone.

        Returns:
            The last status, or all of them.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ollama docs/api.md and docs/openapi.yaml (2026-08).
        """
        return self._client.call(PUSH_MODEL, {}, body, options)

    def push_model_stream(
        self,
        *,
        body: PushRequest,
        options: CallOptions | None = None,
    ) -> Stream[ProgressStatus]:
        """
        Upload a model from the server to its library.

        Sends a model whose name begins with a namespace of the library; the server's key must be
        registered there. Set `stream` to false for one answer at the end: the server streams its
        progress by default, in bytes per digest, and the last status is `success`.

        Args:
            body: Which model.
            options: Limits, retries and headers of this call alone.

        Returns:
            A stream that opens when entered or first read.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ollama docs/api.md and docs/openapi.yaml (2026-08).
        """
        return self._client.stream(PUSH_MODEL_STREAM, {}, body, options)

    def copy_model(
        self,
        *,
        body: CopyRequest,
        options: CallOptions | None = None,
    ) -> None:
        """
        Give a model a second name.

        Copies a model under another name; the answer has no body. A source that does not exist is a
        404.

        Args:
            body: Both names.
            options: Limits, retries and headers of this call alone.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ollama docs/api.md and docs/openapi.yaml (2026-08).
        """
        return self._client.call(COPY_MODEL, {}, body, options)

    def delete_model(
        self,
        *,
        body: DeleteRequest,
        options: CallOptions | None = None,
    ) -> None:
        """
        Delete a model from the server.

        Removes a model and its data; the name travels in the body, the answer has none. A model
        that does not exist is a 404.

        Args:
            body: Which model.
            options: Limits, retries and headers of this call alone.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ollama docs/api.md and docs/openapi.yaml (2026-08).
        """
        return self._client.call(DELETE_MODEL, {}, body, options)


class AsyncModelsOperations:
    """Same as `ModelsOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def list_models(
        self,
        *,
        options: CallOptions | None = None,
    ) -> ModelList:
        """Same as `ModelsOperations.list_models`."""
        return await self._client.call(LIST_MODELS, {}, None, options)

    async def list_running_models(
        self,
        *,
        options: CallOptions | None = None,
    ) -> RunningModelList:
        """Same as `ModelsOperations.list_running_models`."""
        return await self._client.call(LIST_RUNNING_MODELS, {}, None, options)

    async def show_model(
        self,
        *,
        body: ShowRequest,
        options: CallOptions | None = None,
    ) -> ModelDescription:
        """Same as `ModelsOperations.show_model`."""
        return await self._client.call(SHOW_MODEL, {}, body, options)

    async def create_model(
        self,
        *,
        body: CreateRequest,
        options: CallOptions | None = None,
    ) -> ProgressStatus:
        """Same as `ModelsOperations.create_model`."""
        return await self._client.call(CREATE_MODEL, {}, body, options)

    def create_model_stream(
        self,
        *,
        body: CreateRequest,
        options: CallOptions | None = None,
    ) -> AsyncStream[ProgressStatus]:
        """Same as `ModelsOperations.create_model_stream`."""
        return self._client.stream(CREATE_MODEL_STREAM, {}, body, options)

    async def pull_model(
        self,
        *,
        body: PullRequest,
        options: CallOptions | None = None,
    ) -> ProgressStatus:
        """Same as `ModelsOperations.pull_model`."""
        return await self._client.call(PULL_MODEL, {}, body, options)

    def pull_model_stream(
        self,
        *,
        body: PullRequest,
        options: CallOptions | None = None,
    ) -> AsyncStream[ProgressStatus]:
        """Same as `ModelsOperations.pull_model_stream`."""
        return self._client.stream(PULL_MODEL_STREAM, {}, body, options)

    async def push_model(
        self,
        *,
        body: PushRequest,
        options: CallOptions | None = None,
    ) -> ProgressStatus:
        """Same as `ModelsOperations.push_model`."""
        return await self._client.call(PUSH_MODEL, {}, body, options)

    def push_model_stream(
        self,
        *,
        body: PushRequest,
        options: CallOptions | None = None,
    ) -> AsyncStream[ProgressStatus]:
        """Same as `ModelsOperations.push_model_stream`."""
        return self._client.stream(PUSH_MODEL_STREAM, {}, body, options)

    async def copy_model(
        self,
        *,
        body: CopyRequest,
        options: CallOptions | None = None,
    ) -> None:
        """Same as `ModelsOperations.copy_model`."""
        return await self._client.call(COPY_MODEL, {}, body, options)

    async def delete_model(
        self,
        *,
        body: DeleteRequest,
        options: CallOptions | None = None,
    ) -> None:
        """Same as `ModelsOperations.delete_model`."""
        return await self._client.call(DELETE_MODEL, {}, body, options)
