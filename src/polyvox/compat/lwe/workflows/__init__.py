"""
Workflows: playbooks in Ansible's language, run in this process, without Ansible.

`manager` finds and runs them, `reading` turns YAML into `model`, `library` says what cannot be run,
`running` is the run as a flow, and `modules` holds what tasks can do.
"""

from __future__ import annotations

from polyvox.compat.lwe.workflows.events import TaskEvent, WorkflowFailed
from polyvox.compat.lwe.workflows.manager import AsyncWorkflowManager, WorkflowManager

__all__ = ["AsyncWorkflowManager", "TaskEvent", "WorkflowFailed", "WorkflowManager"]
