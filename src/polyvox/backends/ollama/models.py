"""
`client.models` of Ollama: what is on the server, and how it comes and goes.

Answers are the generated client's own classes: every field that a server left out reads as
`UNSET`, and what the specification does not know is in `extra`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, Unpack

from polyvox.backends.inputs import CallKeywords, split_options
from polyvox.backends.namespaces import Namespace
from polyvox.backends.ollama.identity import FIELDS
from polyvox_api.ollama.operations import models as models_api
from polyvox_core.calling import Call, call
from polyvox_core.client import ApiClient, AsyncApiClient
from polyvox_core.flow import Flow
from polyvox_core.operation import Operation
from polyvox_core.settings import Settings
from polyvox_core.streaming import Items
from polyvox_core.streams import AsyncStream, Stream

if TYPE_CHECKING:
    from polyvox_api.ollama.models import (
        ModelDescription,
        ModelSummary,
        ProgressStatus,
        RunningModel,
    )

    RunningModels: TypeAlias = list[RunningModel]

__all__ = ["AsyncModels", "CreateKeywords", "Models"]

T = TypeVar("T")

_SHOW = models_api.SHOW_MODEL
_CREATE = models_api.CREATE_MODEL_STREAM
_PULL = models_api.PULL_MODEL_STREAM
_PUSH = models_api.PUSH_MODEL_STREAM


class CreateKeywords(CallKeywords, total=False):
    """
    What a new model may have.

    Keys:
        files: Digests of blobs by file names, instead of another model.
        template: Prompt template.
        system: Instructions.
        parameters: Settings of the model, in Ollama's names.
        messages: A conversation that every chat begins with.
        quantize: Precision to convert the weights to, such as `q4_K_M`.
    """

    files: Mapping[str, str] | None
    template: str | None
    system: str | None
    parameters: Mapping[str, Any] | None
    messages: list[Mapping[str, Any]] | None
    quantize: str | None


_CREATE_NAMES = CreateKeywords.__optional_keys__ - CallKeywords.__optional_keys__


def _asked(
    settings: Settings, operation: Operation[T], body: Any, options: Mapping[str, Any]
) -> Flow[T]:
    _, call_options = split_options(options, (), operation.id)
    answer = yield from call(
        settings, operation, {}, body if body is None else dict(body), call_options
    )
    return answer.value


def _models(flow: Flow[Any]) -> Flow[list[Any]]:
    """The models in a listing's answer."""
    answer = yield from flow
    return list(answer.models or ())


def _progress(
    settings: Settings,
    operation: Operation[Any],
    body: Mapping[str, Any],
    options: Mapping[str, Any],
    names: frozenset[str] = frozenset(),
) -> Items[ProgressStatus]:
    more, call_options = split_options(options, names, operation.id)
    return Items(Call(settings, operation, {}, {**body, **more}, call_options))


def _shown(name: str, verbose: bool) -> dict[str, Any]:
    return {"model": name, **({"verbose": True} if verbose else {})}


def _moved(name: str, insecure: bool) -> dict[str, Any]:
    return {"model": name, **({"insecure": True} if insecure else {})}


class Models(Namespace, of=FIELDS):
    """Models on the server."""

    def __init__(self, client: ApiClient) -> None:
        self._client = client

    def list(self, **options: Unpack[CallKeywords]) -> list[ModelSummary]:
        """All models on the server."""
        return self._client.run(
            _models(_asked(self._client.settings, models_api.LIST_MODELS, None, options))
        )

    def running(self, **options: Unpack[CallKeywords]) -> RunningModels:
        """The models in memory, with the time at which each will be unloaded."""
        return self._client.run(
            _models(_asked(self._client.settings, models_api.LIST_RUNNING_MODELS, None, options))
        )

    def get(
        self, name: str, *, verbose: bool = False, **options: Unpack[CallKeywords]
    ) -> ModelDescription:
        """One model: template, parameters, capabilities; `NotFound` when it is not there."""
        return self._client.run(
            _asked(self._client.settings, _SHOW, _shown(name, verbose), options)
        )

    def pull(
        self, name: str, *, insecure: bool = False, **options: Unpack[CallKeywords]
    ) -> Stream[ProgressStatus]:
        """
        Download a model to the server; iterate over the stream, which tells its progress.

        Its `status` is `success` at the end; `completed` and `total` are bytes of the blob
        `digest`. Leaving the stream stops the download; another call resumes it. The client's
        total limit holds, so pass `timeout=None` for a large model.

        Raises:
            StatusError: There is no such model, or the download failed on its way.
        """
        items = _progress(self._client.settings, _PULL, _moved(name, insecure), options)
        return Stream(self._client.runner, items)

    def push(
        self, name: str, *, insecure: bool = False, **options: Unpack[CallKeywords]
    ) -> Stream[ProgressStatus]:
        """Upload a model to its library; as `pull`. The name begins with a namespace."""
        items = _progress(self._client.settings, _PUSH, _moved(name, insecure), options)
        return Stream(self._client.runner, items)

    def create(
        self, name: str, *, source: str | None = None, **options: Unpack[CreateKeywords]
    ) -> Stream[ProgressStatus]:
        """Make a model of the model *source* or of `files`; as `pull`."""
        body = {"model": name, **({"from": source} if source else {})}
        items = _progress(self._client.settings, _CREATE, body, options, _CREATE_NAMES)
        return Stream(self._client.runner, items)

    def copy(self, source: str, destination: str, **options: Unpack[CallKeywords]) -> None:
        """Give a model a second name."""
        body = {"source": source, "destination": destination}
        return self._client.run(_asked(self._client.settings, models_api.COPY_MODEL, body, options))

    def delete(self, name: str, **options: Unpack[CallKeywords]) -> None:
        """Remove a model and its data; `NotFound` when it is not there."""
        body = {"model": name}
        return self._client.run(
            _asked(self._client.settings, models_api.DELETE_MODEL, body, options)
        )


class AsyncModels(Namespace, of=FIELDS):
    """Same as `Models`, for asyncio."""

    def __init__(self, client: AsyncApiClient) -> None:
        self._client = client

    async def list(self, **options: Unpack[CallKeywords]) -> list[ModelSummary]:
        """Same as `Models.list`."""
        return await self._client.run(
            _models(_asked(self._client.settings, models_api.LIST_MODELS, None, options))
        )

    async def running(self, **options: Unpack[CallKeywords]) -> RunningModels:
        """Same as `Models.running`."""
        return await self._client.run(
            _models(_asked(self._client.settings, models_api.LIST_RUNNING_MODELS, None, options))
        )

    async def get(
        self, name: str, *, verbose: bool = False, **options: Unpack[CallKeywords]
    ) -> ModelDescription:
        """Same as `Models.get`."""
        return await self._client.run(
            _asked(self._client.settings, _SHOW, _shown(name, verbose), options)
        )

    def pull(
        self, name: str, *, insecure: bool = False, **options: Unpack[CallKeywords]
    ) -> AsyncStream[ProgressStatus]:
        """Same as `Models.pull`."""
        items = _progress(self._client.settings, _PULL, _moved(name, insecure), options)
        return AsyncStream(self._client.runner, items)

    def push(
        self, name: str, *, insecure: bool = False, **options: Unpack[CallKeywords]
    ) -> AsyncStream[ProgressStatus]:
        """Same as `Models.push`."""
        items = _progress(self._client.settings, _PUSH, _moved(name, insecure), options)
        return AsyncStream(self._client.runner, items)

    def create(
        self, name: str, *, source: str | None = None, **options: Unpack[CreateKeywords]
    ) -> AsyncStream[ProgressStatus]:
        """Same as `Models.create`."""
        body = {"model": name, **({"from": source} if source else {})}
        items = _progress(self._client.settings, _CREATE, body, options, _CREATE_NAMES)
        return AsyncStream(self._client.runner, items)

    async def copy(self, source: str, destination: str, **options: Unpack[CallKeywords]) -> None:
        """Same as `Models.copy`."""
        body = {"source": source, "destination": destination}
        return await self._client.run(
            _asked(self._client.settings, models_api.COPY_MODEL, body, options)
        )

    async def delete(self, name: str, **options: Unpack[CallKeywords]) -> None:
        """Same as `Models.delete`."""
        body = {"model": name}
        return await self._client.run(
            _asked(self._client.settings, models_api.DELETE_MODEL, body, options)
        )
