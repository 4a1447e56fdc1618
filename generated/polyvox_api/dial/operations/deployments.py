"""Operations of AI DIAL: deployments. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.model import UNSET, Unset
from polyvox_core.operation import Operation, Parameter, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.deployments import (
        AnyDeployment,
        ConfigurationSchema,
        DeploymentKind,
        DeploymentList,
        InterfaceType,
        ListDeploymentNamesResult,
        ListTypedDeploymentsResult,
        RateRequest,
        RateResult,
        TokenizeRequest,
        TokenizeResult,
        TruncatePromptRequest,
        TruncatePromptResult,
    )
    from ..models.shared_deployments_parts import LimitStats

__all__ = [
    "AsyncDeploymentsOperations",
    "DeploymentsOperations",
    "GET_DEPLOYMENT",
    "GET_DEPLOYMENT_CONFIGURATION",
    "GET_DEPLOYMENT_LIMITS",
    "GET_TYPED_DEPLOYMENT",
    "LIST_DEPLOYMENTS",
    "LIST_DEPLOYMENT_NAMES",
    "LIST_TYPED_DEPLOYMENTS",
    "RATE_RESPONSE",
    "TOKENIZE",
    "TRUNCATE_PROMPT",
]

RATE_RESPONSE: Operation[RateResult | None] = Operation(
    id="rate_response",
    method="POST",
    path="/v1/{deployment_name}/rate",
    parameters=(Parameter("deployment_name", "path", segments=True),),
    body="json",
    encode=late(__name__, "..models.deployments", "encode_rate_request"),
    may_be_empty=True,
)
TOKENIZE: Operation[TokenizeResult] = Operation(
    id="tokenize",
    method="POST",
    path="/v1/deployments/{deployment_name}/tokenize",
    decode=late(__name__, "..models.deployments", "decode_tokenize_result"),
    parameters=(Parameter("deployment_name", "path", segments=True),),
    body="json",
    encode=late(__name__, "..models.deployments", "encode_tokenize_request"),
)
TRUNCATE_PROMPT: Operation[TruncatePromptResult] = Operation(
    id="truncate_prompt",
    method="POST",
    path="/v1/deployments/{deployment_name}/truncate_prompt",
    decode=late(__name__, "..models.deployments", "decode_truncate_prompt_result"),
    parameters=(Parameter("deployment_name", "path", segments=True),),
    body="json",
    encode=late(__name__, "..models.deployments", "encode_truncate_prompt_request"),
)
GET_DEPLOYMENT_CONFIGURATION: Operation[ConfigurationSchema | None] = Operation(
    id="get_deployment_configuration",
    method="GET",
    path="/v1/deployments/{deployment_name}/configuration",
    parameters=(Parameter("deployment_name", "path", segments=True),),
    may_be_empty=True,
)
GET_DEPLOYMENT_LIMITS: Operation[LimitStats] = Operation(
    id="get_deployment_limits",
    method="GET",
    path="/v1/deployments/{deployment_name}/limits",
    decode=late(__name__, "..models.shared_deployments_parts", "decode_limit_stats"),
    parameters=(Parameter("deployment_name", "path", segments=True),),
)
LIST_DEPLOYMENTS: Operation[DeploymentList] = Operation(
    id="list_deployments",
    method="GET",
    path="/openai/deployments",
    decode=late(__name__, "..models.deployments", "decode_deployment_list"),
)
GET_DEPLOYMENT: Operation[AnyDeployment] = Operation(
    id="get_deployment",
    method="GET",
    path="/openai/deployments/{deployment_name}",
    decode=late(__name__, "..models.deployments", "decode_any_deployment"),
    parameters=(Parameter("deployment_name", "path", segments=True),),
)
LIST_TYPED_DEPLOYMENTS: Operation[ListTypedDeploymentsResult] = Operation(
    id="list_typed_deployments",
    method="GET",
    path="/v1/deployments",
    decode=late(__name__, "..models.deployments", "decode_list_typed_deployments_result"),
    parameters=(Parameter("interface_type", "query", joined=True),),
)
GET_TYPED_DEPLOYMENT: Operation[AnyDeployment] = Operation(
    id="get_typed_deployment",
    method="GET",
    path="/v1/deployments/{deployment_name}",
    decode=late(__name__, "..models.deployments", "decode_any_deployment"),
    parameters=(Parameter("deployment_name", "path", segments=True),),
)
LIST_DEPLOYMENT_NAMES: Operation[ListDeploymentNamesResult] = Operation(
    id="list_deployment_names",
    method="GET",
    path="/v1/deployment-names",
    decode=late(__name__, "..models.deployments", "decode_list_deployment_names_result"),
    parameters=(Parameter("type", "query", joined=True),),
)


class DeploymentsOperations:
    """What is deployed, its configuration and limits, its tokenizer, and ratings of its answers."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def rate_response(
        self,
        deployment_name: str,
        *,
        body: RateRequest,
        options: CallOptions | None = None,
    ) -> RateResult | None:
        """
        Rate an answer of a deployment.

        Tells the deployment whether an answer was good. Core answers 200 with an empty body when
        the deployment has no rate endpoint; otherwise the body is whatever the deployment sends.
        The path has no `deployments/` part. `comment` reaches deployments with the feature
        `support_comment_in_rate_response`.

        Args:
            deployment_name: Id of the deployment; stored applications contain slashes.
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The rating was taken; the body is empty or defined by the deployment.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core RouteTemplate (2026) and docs/open_api_core.yaml (2026).
        """
        return self._client.call(RATE_RESPONSE, {"deployment_name": deployment_name}, body, options)

    def tokenize(
        self,
        deployment_name: str,
        *,
        body: TokenizeRequest,
        options: CallOptions | None = None,
    ) -> TokenizeResult:
        """
        Count the tokens of texts and chat requests.

        Returns one output per input, each with a count or with an error of its own. Core answers
        403 with the text `Forbidden deployment` when the deployment has no tokenizer.

        Args:
            deployment_name: Id of the deployment; stored applications contain slashes.
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            One output per input, in the same order.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core docs/open_api_core.yaml (2026).
        """
        return self._client.call(TOKENIZE, {"deployment_name": deployment_name}, body, options)

    def truncate_prompt(
        self,
        deployment_name: str,
        *,
        body: TruncatePromptRequest,
        options: CallOptions | None = None,
    ) -> TruncatePromptResult:
        """
        Find which messages a chat request would lose to its token limit.

        Returns one output per chat request, each with the indices of the messages that do not fit
        `max_prompt_tokens`, or with an error of its own. Core answers 403 with the text `Forbidden
        deployment` when the deployment cannot truncate.

        Args:
            deployment_name: Id of the deployment; stored applications contain slashes.
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            One output per request, in the same order.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core docs/open_api_core.yaml (2026).
        """
        return self._client.call(
            TRUNCATE_PROMPT, {"deployment_name": deployment_name}, body, options
        )

    def get_deployment_configuration(
        self,
        deployment_name: str,
        *,
        options: CallOptions | None = None,
    ) -> ConfigurationSchema | None:
        """
        Read the schema of a deployment's configuration.

        Returns the JSON schema of `custom_fields.configuration` in a chat request. The answer is
        200 with an empty body when the deployment cannot be configured.

        Args:
            deployment_name: Id of the deployment; stored applications contain slashes.
            options: Limits, retries and headers of this call alone.

        Returns:
            The schema, or an empty body.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core RouteTemplate (2026); aidial-client 0.18, resources/deployments.
        """
        return self._client.call(
            GET_DEPLOYMENT_CONFIGURATION, {"deployment_name": deployment_name}, None, options
        )

    def get_deployment_limits(
        self,
        deployment_name: str,
        *,
        options: CallOptions | None = None,
    ) -> LimitStats:
        """
        Read the caller's limits for a deployment and what is used of them.

        Returns a window per period for tokens, requests and cost. An unlimited total is the largest
        64-bit integer, 9223372036854775807. Older servers send only minute and day tokens, and hour
        and day requests.

        Args:
            deployment_name: Id of the deployment; stored applications contain slashes.
            options: Limits, retries and headers of this call alone.

        Returns:
            The limits.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core docs/open_api_core.yaml (2026); ai-dial-core 0.18, LimitController.
        """
        return self._client.call(
            GET_DEPLOYMENT_LIMITS, {"deployment_name": deployment_name}, None, options
        )

    def list_deployments(
        self,
        *,
        options: CallOptions | None = None,
    ) -> DeploymentList:
        """
        List the deployments the caller may use.

        Core 0.18 lists models only, with few fields.

        Args:
            options: Limits, retries and headers of this call alone.

        Returns:
            The deployments.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, listings in /openai, 0.18 and 2026.
        """
        return self._client.call(LIST_DEPLOYMENTS, {}, None, options)

    def get_deployment(
        self,
        deployment_name: str,
        *,
        options: CallOptions | None = None,
    ) -> AnyDeployment:
        """
        Describe one deployment.

        Newer Core answers models, applications and toolsets alike. An unknown name answers 404 and
        a forbidden one 403, both without a body.

        Args:
            deployment_name: Name of the deployment; may hold slashes.
            options: Limits, retries and headers of this call alone.

        Returns:
            The deployment.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, listings in /openai, 0.18 and 2026.
        """
        return self._client.call(
            GET_DEPLOYMENT, {"deployment_name": deployment_name}, None, options
        )

    def list_typed_deployments(
        self,
        *,
        interface_type: list[InterfaceType] | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ListTypedDeploymentsResult:
        """
        List deployments of every kind by interface.

        Answers a bare array. Members are models, applications and toolsets, told apart by `object`;
        each has `interfaces`.

        Args:
            interface_type: Interfaces to look for, joined by commas; `all` takes every one.
            options: Limits, retries and headers of this call alone.

        Returns:
            The deployments.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, RouteTemplate (2026).
        """
        return self._client.call(
            LIST_TYPED_DEPLOYMENTS, {"interface_type": interface_type}, None, options
        )

    def get_typed_deployment(
        self,
        deployment_name: str,
        *,
        options: CallOptions | None = None,
    ) -> AnyDeployment:
        """
        Describe one deployment of any kind.

        Same data as in the list by interface. Newest Core only.

        Args:
            deployment_name: Name of the deployment; may hold slashes.
            options: Limits, retries and headers of this call alone.

        Returns:
            The deployment.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, published OpenAPI document (September 2026).
        """
        return self._client.call(
            GET_TYPED_DEPLOYMENT, {"deployment_name": deployment_name}, None, options
        )

    def list_deployment_names(
        self,
        *,
        type: list[DeploymentKind] | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ListDeploymentNamesResult:
        """
        List names and kinds of deployments.

        Answers a bare array, much shorter than the full lists. Newest Core only.

        Args:
            type: Kinds to list, joined by commas; all of them when absent.
            options: Limits, retries and headers of this call alone.

        Returns:
            The names.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: aidial-client 0.18, resources/deployments.
        """
        return self._client.call(LIST_DEPLOYMENT_NAMES, {"type": type}, None, options)


class AsyncDeploymentsOperations:
    """Same as `DeploymentsOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def rate_response(
        self,
        deployment_name: str,
        *,
        body: RateRequest,
        options: CallOptions | None = None,
    ) -> RateResult | None:
        """Same as `DeploymentsOperations.rate_response`."""
        return await self._client.call(
            RATE_RESPONSE, {"deployment_name": deployment_name}, body, options
        )

    async def tokenize(
        self,
        deployment_name: str,
        *,
        body: TokenizeRequest,
        options: CallOptions | None = None,
    ) -> TokenizeResult:
        """Same as `DeploymentsOperations.tokenize`."""
        return await self._client.call(
            TOKENIZE, {"deployment_name": deployment_name}, body, options
        )

    async def truncate_prompt(
        self,
        deployment_name: str,
        *,
        body: TruncatePromptRequest,
        options: CallOptions | None = None,
    ) -> TruncatePromptResult:
        """Same as `DeploymentsOperations.truncate_prompt`."""
        return await self._client.call(
            TRUNCATE_PROMPT, {"deployment_name": deployment_name}, body, options
        )

    async def get_deployment_configuration(
        self,
        deployment_name: str,
        *,
        options: CallOptions | None = None,
    ) -> ConfigurationSchema | None:
        """Same as `DeploymentsOperations.get_deployment_configuration`."""
        return await self._client.call(
            GET_DEPLOYMENT_CONFIGURATION, {"deployment_name": deployment_name}, None, options
        )

    async def get_deployment_limits(
        self,
        deployment_name: str,
        *,
        options: CallOptions | None = None,
    ) -> LimitStats:
        """Same as `DeploymentsOperations.get_deployment_limits`."""
        return await self._client.call(
            GET_DEPLOYMENT_LIMITS, {"deployment_name": deployment_name}, None, options
        )

    async def list_deployments(
        self,
        *,
        options: CallOptions | None = None,
    ) -> DeploymentList:
        """Same as `DeploymentsOperations.list_deployments`."""
        return await self._client.call(LIST_DEPLOYMENTS, {}, None, options)

    async def get_deployment(
        self,
        deployment_name: str,
        *,
        options: CallOptions | None = None,
    ) -> AnyDeployment:
        """Same as `DeploymentsOperations.get_deployment`."""
        return await self._client.call(
            GET_DEPLOYMENT, {"deployment_name": deployment_name}, None, options
        )

    async def list_typed_deployments(
        self,
        *,
        interface_type: list[InterfaceType] | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ListTypedDeploymentsResult:
        """Same as `DeploymentsOperations.list_typed_deployments`."""
        return await self._client.call(
            LIST_TYPED_DEPLOYMENTS, {"interface_type": interface_type}, None, options
        )

    async def get_typed_deployment(
        self,
        deployment_name: str,
        *,
        options: CallOptions | None = None,
    ) -> AnyDeployment:
        """Same as `DeploymentsOperations.get_typed_deployment`."""
        return await self._client.call(
            GET_TYPED_DEPLOYMENT, {"deployment_name": deployment_name}, None, options
        )

    async def list_deployment_names(
        self,
        *,
        type: list[DeploymentKind] | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ListDeploymentNamesResult:
        """Same as `DeploymentsOperations.list_deployment_names`."""
        return await self._client.call(LIST_DEPLOYMENT_NAMES, {"type": type}, None, options)
