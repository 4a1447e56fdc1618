"""Models of Ollama: models. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .shared import ChatMessage, OpenObject, Think, decode_chat_message, encode_chat_message

__all__ = [
    "CopyRequest",
    "CreateRequest",
    "DeleteRequest",
    "FileDigests",
    "ModelDescription",
    "ModelDetails",
    "ModelList",
    "ModelSummary",
    "ProgressStatus",
    "PullRequest",
    "PushRequest",
    "RunningModel",
    "RunningModelList",
    "ShowRequest",
    "ThinkingChoices",
]


@define(eq=False, repr=False, weakref_slot=False)
class ModelList(Model):
    """
    The models on the server.

    Attributes:
        models: The models.
    """

    models: list[ModelSummary] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_model_list(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ModelList:
        """The value of a decoded JSON object."""
        return decode_model_list(source)


_MODEL_LIST: Final = frozenset({"models"})


def decode_model_list(source: Any) -> ModelList:
    """`ModelList` of decoded JSON."""
    get = source.get
    return ModelList(
        [decode_model_summary(item) if item.__class__ is dict else item for item in value]
        if (value := get("models", UNSET)).__class__ is list
        else value,
        None if source.keys() <= _MODEL_LIST else extra_of(source, _MODEL_LIST),
    )


def encode_model_list(value: Any) -> JsonObject:
    """JSON of a `ModelList`."""
    result: JsonObject = {}
    if (item := value.models) is not UNSET:
        result["models"] = (
            [
                encode_model_summary(part) if isinstance(part, ModelSummary) else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ModelSummary(Model):
    """
    One model on the server.

    Attributes:
        name: Name of the model.
        model: The name again; older servers leave it out.
        modified_at: Time of the last change, in RFC 3339.
        size: Size on disk in bytes.
        digest: SHA-256 of the manifest, in hexadecimal.
        details: Kind and size of a model.
    """

    name: str | Unset = UNSET
    model: str | Unset = UNSET
    modified_at: str | Unset = UNSET
    size: int | Unset = UNSET
    digest: str | Unset = UNSET
    details: ModelDetails | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_model_summary(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ModelSummary:
        """The value of a decoded JSON object."""
        return decode_model_summary(source)


_MODEL_SUMMARY: Final = frozenset({"name", "model", "modified_at", "size", "digest", "details"})


def decode_model_summary(source: Any) -> ModelSummary:
    """`ModelSummary` of decoded JSON."""
    get = source.get
    return ModelSummary(
        get("name", UNSET),
        get("model", UNSET),
        get("modified_at", UNSET),
        get("size", UNSET),
        get("digest", UNSET),
        decode_model_details(value)
        if (value := get("details", UNSET)).__class__ is dict
        else value,
        None if source.keys() <= _MODEL_SUMMARY else extra_of(source, _MODEL_SUMMARY),
    )


def encode_model_summary(value: Any) -> JsonObject:
    """JSON of a `ModelSummary`."""
    result: JsonObject = {}
    if (item := value.name) is not UNSET:
        result["name"] = item
    if (item := value.model) is not UNSET:
        result["model"] = item
    if (item := value.modified_at) is not UNSET:
        result["modified_at"] = item
    if (item := value.size) is not UNSET:
        result["size"] = item
    if (item := value.digest) is not UNSET:
        result["digest"] = item
    if (item := value.details) is not UNSET:
        result["details"] = encode_model_details(item) if isinstance(item, ModelDetails) else item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ModelDetails(Model):
    """
    Kind and size of a model.

    Attributes:
        parent_model: Model it was made of.
        format: Format of the file, such as `gguf`.
        family: Family of the model, such as `llama`.
        families: All families it belongs to.
        parameter_size: Rough number of parameters, such as `8.2B`.
        quantization_level: Precision of the weights, such as `Q4_K_M`.
    """

    parent_model: str | Unset = UNSET
    format: str | Unset = UNSET
    family: str | Unset = UNSET
    families: list[str] | None | Unset = UNSET
    parameter_size: str | Unset = UNSET
    quantization_level: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_model_details(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ModelDetails:
        """The value of a decoded JSON object."""
        return decode_model_details(source)


_MODEL_DETAILS: Final = frozenset(
    {"parent_model", "format", "family", "families", "parameter_size", "quantization_level"}
)


def decode_model_details(source: Any) -> ModelDetails:
    """`ModelDetails` of decoded JSON."""
    get = source.get
    return ModelDetails(
        get("parent_model", UNSET),
        get("format", UNSET),
        get("family", UNSET),
        get("families", UNSET),
        get("parameter_size", UNSET),
        get("quantization_level", UNSET),
        None if source.keys() <= _MODEL_DETAILS else extra_of(source, _MODEL_DETAILS),
    )


def encode_model_details(value: Any) -> JsonObject:
    """JSON of a `ModelDetails`."""
    result: JsonObject = {}
    if (item := value.parent_model) is not UNSET:
        result["parent_model"] = item
    if (item := value.format) is not UNSET:
        result["format"] = item
    if (item := value.family) is not UNSET:
        result["family"] = item
    if (item := value.families) is not UNSET:
        result["families"] = item
    if (item := value.parameter_size) is not UNSET:
        result["parameter_size"] = item
    if (item := value.quantization_level) is not UNSET:
        result["quantization_level"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class RunningModelList(Model):
    """
    The models in memory.

    Attributes:
        models: The models.
    """

    models: list[RunningModel] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_running_model_list(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> RunningModelList:
        """The value of a decoded JSON object."""
        return decode_running_model_list(source)


_RUNNING_MODEL_LIST: Final = frozenset({"models"})


def decode_running_model_list(source: Any) -> RunningModelList:
    """`RunningModelList` of decoded JSON."""
    get = source.get
    return RunningModelList(
        [decode_running_model(item) if item.__class__ is dict else item for item in value]
        if (value := get("models", UNSET)).__class__ is list
        else value,
        None if source.keys() <= _RUNNING_MODEL_LIST else extra_of(source, _RUNNING_MODEL_LIST),
    )


def encode_running_model_list(value: Any) -> JsonObject:
    """JSON of a `RunningModelList`."""
    result: JsonObject = {}
    if (item := value.models) is not UNSET:
        result["models"] = (
            [
                encode_running_model(part) if isinstance(part, RunningModel) else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class RunningModel(Model):
    """
    One model in memory.

    Attributes:
        name: Name of the model.
        model: The name again.
        size: Size in memory in bytes.
        digest: SHA-256 of the manifest, in hexadecimal.
        details: Kind and size of a model.
        expires_at: Time at which it will be unloaded, in RFC 3339.
        size_vram: Bytes of it in the memory of GPUs.
        context_length: Size of its context in tokens.
    """

    name: str | Unset = UNSET
    model: str | Unset = UNSET
    size: int | Unset = UNSET
    digest: str | Unset = UNSET
    details: ModelDetails | Unset = UNSET
    expires_at: str | Unset = UNSET
    size_vram: int | Unset = UNSET
    context_length: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_running_model(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> RunningModel:
        """The value of a decoded JSON object."""
        return decode_running_model(source)


_RUNNING_MODEL: Final = frozenset(
    {"name", "model", "size", "digest", "details", "expires_at", "size_vram", "context_length"}
)


def decode_running_model(source: Any) -> RunningModel:
    """`RunningModel` of decoded JSON."""
    get = source.get
    return RunningModel(
        get("name", UNSET),
        get("model", UNSET),
        get("size", UNSET),
        get("digest", UNSET),
        decode_model_details(value)
        if (value := get("details", UNSET)).__class__ is dict
        else value,
        get("expires_at", UNSET),
        get("size_vram", UNSET),
        get("context_length", UNSET),
        None if source.keys() <= _RUNNING_MODEL else extra_of(source, _RUNNING_MODEL),
    )


def encode_running_model(value: Any) -> JsonObject:
    """JSON of a `RunningModel`."""
    result: JsonObject = {}
    if (item := value.name) is not UNSET:
        result["name"] = item
    if (item := value.model) is not UNSET:
        result["model"] = item
    if (item := value.size) is not UNSET:
        result["size"] = item
    if (item := value.digest) is not UNSET:
        result["digest"] = item
    if (item := value.details) is not UNSET:
        result["details"] = encode_model_details(item) if isinstance(item, ModelDetails) else item
    if (item := value.expires_at) is not UNSET:
        result["expires_at"] = item
    if (item := value.size_vram) is not UNSET:
        result["size_vram"] = item
    if (item := value.context_length) is not UNSET:
        result["context_length"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ShowRequest(Model):
    """
    Which model to describe.

    Attributes:
        model: Name of the model.
        verbose: Whether to return the long lists as well.
    """

    model: str
    verbose: bool | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_show_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ShowRequest:
        """The value of a decoded JSON object."""
        return decode_show_request(source)


_SHOW_REQUEST: Final = frozenset({"model", "verbose"})


def decode_show_request(source: Any) -> ShowRequest:
    """`ShowRequest` of decoded JSON."""
    get = source.get
    return ShowRequest(
        source["model"],
        get("verbose", UNSET),
        None if source.keys() <= _SHOW_REQUEST else extra_of(source, _SHOW_REQUEST),
    )


def encode_show_request(value: Any) -> JsonObject:
    """JSON of a `ShowRequest`."""
    result: JsonObject = {}
    result["model"] = value.model
    if (item := value.verbose) is not UNSET:
        result["verbose"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ModelDescription(Model):
    """
    What the server knows about a model.

    Attributes:
        parameters: Settings, one per line.
        template: Prompt template.
        license: Text of the licence.
        modelfile: Recipe from which the model could be made again.
        details: Kind and size of a model.
        model_info: A JSON object whose keys nobody prescribes.
        capabilities: What the model can do, such as `completion`, `tools`, `vision`, `thinking`,
            `embedding`.
        thinking: How much the model can be told to think. The members are known by name only.
        modified_at: Time of the last change, in RFC 3339.
    """

    parameters: str | Unset = UNSET
    template: str | Unset = UNSET
    license: str | Unset = UNSET
    modelfile: str | Unset = UNSET
    details: ModelDetails | Unset = UNSET
    model_info: OpenObject | Unset = UNSET
    capabilities: list[str] | Unset = UNSET
    thinking: ThinkingChoices | Unset = UNSET
    modified_at: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_model_description(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ModelDescription:
        """The value of a decoded JSON object."""
        return decode_model_description(source)


_MODEL_DESCRIPTION: Final = frozenset(
    {
        "parameters",
        "template",
        "license",
        "modelfile",
        "details",
        "model_info",
        "capabilities",
        "thinking",
        "modified_at",
    }
)


def decode_model_description(source: Any) -> ModelDescription:
    """`ModelDescription` of decoded JSON."""
    get = source.get
    return ModelDescription(
        get("parameters", UNSET),
        get("template", UNSET),
        get("license", UNSET),
        get("modelfile", UNSET),
        decode_model_details(value)
        if (value := get("details", UNSET)).__class__ is dict
        else value,
        get("model_info", UNSET),
        get("capabilities", UNSET),
        decode_thinking_choices(value)
        if (value := get("thinking", UNSET)).__class__ is dict
        else value,
        get("modified_at", UNSET),
        None if source.keys() <= _MODEL_DESCRIPTION else extra_of(source, _MODEL_DESCRIPTION),
    )


def encode_model_description(value: Any) -> JsonObject:
    """JSON of a `ModelDescription`."""
    result: JsonObject = {}
    if (item := value.parameters) is not UNSET:
        result["parameters"] = item
    if (item := value.template) is not UNSET:
        result["template"] = item
    if (item := value.license) is not UNSET:
        result["license"] = item
    if (item := value.modelfile) is not UNSET:
        result["modelfile"] = item
    if (item := value.details) is not UNSET:
        result["details"] = encode_model_details(item) if isinstance(item, ModelDetails) else item
    if (item := value.model_info) is not UNSET:
        result["model_info"] = item
    if (item := value.capabilities) is not UNSET:
        result["capabilities"] = item
    if (item := value.thinking) is not UNSET:
        result["thinking"] = (
            encode_thinking_choices(item) if isinstance(item, ThinkingChoices) else item
        )
    if (item := value.modified_at) is not UNSET:
        result["modified_at"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ThinkingChoices(Model):
    """
    How much the model can be told to think. The members are known by name only.

    Attributes:
        values: Values that `think` may have.
        default: Whether the model thinks first, or how much, in levels that the model defines
            (`low`, `medium`, `high`).
    """

    values: list[Think] | Unset = UNSET
    default: Think | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_thinking_choices(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ThinkingChoices:
        """The value of a decoded JSON object."""
        return decode_thinking_choices(source)


_THINKING_CHOICES: Final = frozenset({"values", "default"})


def decode_thinking_choices(source: Any) -> ThinkingChoices:
    """`ThinkingChoices` of decoded JSON."""
    get = source.get
    return ThinkingChoices(
        get("values", UNSET),
        get("default", UNSET),
        None if source.keys() <= _THINKING_CHOICES else extra_of(source, _THINKING_CHOICES),
    )


def encode_thinking_choices(value: Any) -> JsonObject:
    """JSON of a `ThinkingChoices`."""
    result: JsonObject = {}
    if (item := value.values) is not UNSET:
        result["values"] = item
    if (item := value.default) is not UNSET:
        result["default"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class CreateRequest(Model):
    """
    A model to create.

    Attributes:
        model: Name of the new model.
        from_: Model to start from.
        files: Digests of blobs by file names.
        template: Prompt template.
        system: Instructions for the model.
        parameters: A JSON object whose keys nobody prescribes.
        messages: A conversation that every chat begins with.
        quantize: Precision to convert the weights to, such as `q4_K_M`.
        stream: Whether to report progress, which is the default; set by the streaming call.
    """

    model: str
    from_: str | Unset = UNSET
    files: FileDigests | Unset = UNSET
    template: str | Unset = UNSET
    system: str | Unset = UNSET
    parameters: OpenObject | Unset = UNSET
    messages: list[ChatMessage] | Unset = UNSET
    quantize: str | Unset = UNSET
    stream: bool | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_create_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CreateRequest:
        """The value of a decoded JSON object."""
        return decode_create_request(source)


_CREATE_REQUEST: Final = frozenset(
    {"model", "from", "files", "template", "system", "parameters", "messages", "quantize", "stream"}
)


def decode_create_request(source: Any) -> CreateRequest:
    """`CreateRequest` of decoded JSON."""
    get = source.get
    return CreateRequest(
        source["model"],
        get("from", UNSET),
        get("files", UNSET),
        get("template", UNSET),
        get("system", UNSET),
        get("parameters", UNSET),
        [decode_chat_message(item) if item.__class__ is dict else item for item in value]
        if (value := get("messages", UNSET)).__class__ is list
        else value,
        get("quantize", UNSET),
        get("stream", UNSET),
        None if source.keys() <= _CREATE_REQUEST else extra_of(source, _CREATE_REQUEST),
    )


def encode_create_request(value: Any) -> JsonObject:
    """JSON of a `CreateRequest`."""
    result: JsonObject = {}
    result["model"] = value.model
    if (item := value.from_) is not UNSET:
        result["from"] = item
    if (item := value.files) is not UNSET:
        result["files"] = item
    if (item := value.template) is not UNSET:
        result["template"] = item
    if (item := value.system) is not UNSET:
        result["system"] = item
    if (item := value.parameters) is not UNSET:
        result["parameters"] = item
    if (item := value.messages) is not UNSET:
        result["messages"] = (
            [encode_chat_message(part) if isinstance(part, ChatMessage) else part for part in item]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.quantize) is not UNSET:
        result["quantize"] = item
    if (item := value.stream) is not UNSET:
        result["stream"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class PullRequest(Model):
    """
    A model to download.

    Attributes:
        model: Name of the model.
        insecure: Whether a library without TLS, or with a doubtful certificate, will do.
        stream: Whether to report progress, which is the default; set by the streaming call.
    """

    model: str
    insecure: bool | Unset = UNSET
    stream: bool | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_pull_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> PullRequest:
        """The value of a decoded JSON object."""
        return decode_pull_request(source)


_PULL_REQUEST: Final = frozenset({"model", "insecure", "stream"})


def decode_pull_request(source: Any) -> PullRequest:
    """`PullRequest` of decoded JSON."""
    get = source.get
    return PullRequest(
        source["model"],
        get("insecure", UNSET),
        get("stream", UNSET),
        None if source.keys() <= _PULL_REQUEST else extra_of(source, _PULL_REQUEST),
    )


def encode_pull_request(value: Any) -> JsonObject:
    """JSON of a `PullRequest`."""
    result: JsonObject = {}
    result["model"] = value.model
    if (item := value.insecure) is not UNSET:
        result["insecure"] = item
    if (item := value.stream) is not UNSET:
        result["stream"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class PushRequest(Model):
    """
    A model to upload.

    Attributes:
        model: Name of the model, beginning with a namespace.
        insecure: Whether a library without TLS, or with a doubtful certificate, will do.
        stream: Whether to report progress, which is the default; set by the streaming call.
    """

    model: str
    insecure: bool | Unset = UNSET
    stream: bool | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_push_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> PushRequest:
        """The value of a decoded JSON object."""
        return decode_push_request(source)


_PUSH_REQUEST: Final = frozenset({"model", "insecure", "stream"})


def decode_push_request(source: Any) -> PushRequest:
    """`PushRequest` of decoded JSON."""
    get = source.get
    return PushRequest(
        source["model"],
        get("insecure", UNSET),
        get("stream", UNSET),
        None if source.keys() <= _PUSH_REQUEST else extra_of(source, _PUSH_REQUEST),
    )


def encode_push_request(value: Any) -> JsonObject:
    """JSON of a `PushRequest`."""
    result: JsonObject = {}
    result["model"] = value.model
    if (item := value.insecure) is not UNSET:
        result["insecure"] = item
    if (item := value.stream) is not UNSET:
        result["stream"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ProgressStatus(Model):
    """
    How far an operation on a model has come.

    Attributes:
        status: What is being done; `success` at the end.
        digest: Blob that is being transferred.
        total: Size of the blob in bytes.
        completed: Bytes transferred; absent before the first.
    """

    status: str
    digest: str | Unset = UNSET
    total: int | Unset = UNSET
    completed: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_progress_status(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ProgressStatus:
        """The value of a decoded JSON object."""
        return decode_progress_status(source)


_PROGRESS_STATUS: Final = frozenset({"status", "digest", "total", "completed"})


def decode_progress_status(source: Any) -> ProgressStatus:
    """`ProgressStatus` of decoded JSON."""
    get = source.get
    return ProgressStatus(
        source["status"],
        get("digest", UNSET),
        get("total", UNSET),
        get("completed", UNSET),
        None if source.keys() <= _PROGRESS_STATUS else extra_of(source, _PROGRESS_STATUS),
    )


def encode_progress_status(value: Any) -> JsonObject:
    """JSON of a `ProgressStatus`."""
    result: JsonObject = {}
    result["status"] = value.status
    if (item := value.digest) is not UNSET:
        result["digest"] = item
    if (item := value.total) is not UNSET:
        result["total"] = item
    if (item := value.completed) is not UNSET:
        result["completed"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class CopyRequest(Model):
    """
    A model and its second name.

    Attributes:
        source: Name of the model.
        destination: The second name.
    """

    source: str
    destination: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_copy_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CopyRequest:
        """The value of a decoded JSON object."""
        return decode_copy_request(source)


_COPY_REQUEST: Final = frozenset({"source", "destination"})


def decode_copy_request(source: Any) -> CopyRequest:
    """`CopyRequest` of decoded JSON."""
    return CopyRequest(
        source["source"],
        source["destination"],
        None if source.keys() <= _COPY_REQUEST else extra_of(source, _COPY_REQUEST),
    )


def encode_copy_request(value: Any) -> JsonObject:
    """JSON of a `CopyRequest`."""
    result: JsonObject = {}
    result["source"] = value.source
    result["destination"] = value.destination
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class DeleteRequest(Model):
    """
    A model to delete.

    Attributes:
        model: Name of the model.
    """

    model: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_delete_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> DeleteRequest:
        """The value of a decoded JSON object."""
        return decode_delete_request(source)


_DELETE_REQUEST: Final = frozenset({"model"})


def decode_delete_request(source: Any) -> DeleteRequest:
    """`DeleteRequest` of decoded JSON."""
    return DeleteRequest(
        source["model"],
        None if source.keys() <= _DELETE_REQUEST else extra_of(source, _DELETE_REQUEST),
    )


def encode_delete_request(value: Any) -> JsonObject:
    """JSON of a `DeleteRequest`."""
    result: JsonObject = {}
    result["model"] = value.model
    if value.extra:
        result.update(value.extra)
    return result


FileDigests: TypeAlias = dict[str, str]
"""Digests of blobs by file names."""
