"""
What type checkers see of the templates, tools and workflows of LWE; never run.
"""

from __future__ import annotations

from typing import Any, assert_type

from polyvox.compat.lwe import ApiBackend, AsyncApiBackend, Result
from polyvox.compat.lwe.core.function import Function
from polyvox.compat.lwe.core.tool import Tool
from polyvox.compat.lwe.templates import TemplateManager
from polyvox.compat.lwe.tooling.manager import ToolManager
from polyvox.compat.lwe.workflows import AsyncWorkflowManager, TaskEvent, WorkflowManager


class ReverseContent(Tool):
    """A tool whose signature is its own."""

    def __call__(self, content: str, times: int = 1) -> dict[str, Any]:
        """Reverse a text."""
        return {"result": content[::-1] * times}


class Older(Function):
    """A coroutine function as a tool."""

    async def __call__(self, content: str) -> str:
        """Give it back."""
        return content


def answer(prompt: str, echo: bool) -> str:
    """Answer a question."""
    return prompt if echo else ""


async def answer_later(prompt: str, echo: bool) -> str:
    """Answer a question."""
    return answer(prompt, echo)


def listen(event: TaskEvent) -> None:
    """Hear of a task."""
    assert_type(event.status == "ok", bool)


def blocking(bot: ApiBackend) -> None:
    """The blocking backend."""
    assert_type(bot.run_template("a.md", {"b": 1}, {"request_overrides": {}}), Result)
    assert_type(bot.build_message_from_template("a.md"), Result)
    assert_type(bot.run_template_setup("a.md"), tuple[str, dict[str, Any]])
    assert_type(bot.template_manager, TemplateManager)
    assert_type(bot.tool_manager, ToolManager)
    assert_type(bot.workflow_manager, WorkflowManager)
    assert_type(bot.workflow_manager.run("a", "b=c", ask_user=answer, on_event=listen), Result)
    assert_type(ReverseContent()("a", times=2), dict[str, Any])
    success, _, message = bot.workflow_manager.run("a", {"b": [1]}, engine="ansible")
    assert_type(success, bool)
    assert_type(message, str)


async def awaited(bot: AsyncApiBackend) -> None:
    """The backend for asyncio."""
    assert_type(await bot.run_template("a.md"), Result)
    assert_type(bot.workflow_manager, AsyncWorkflowManager)
    assert_type(await bot.workflow_manager.run("a", ask_user=answer_later), Result)
