"""
What LWE's backend has and this one has not, and what to use in its place.

Source: llm-workflow-engine 0.23.3, backends/api/backend.py and core/backend.py.
"""

from __future__ import annotations

__all__ = ["LEFT_OUT"]

LEFT_OUT = {
    "available_models": "ask the server: polyvox.connect(...).models.list()",
    "conversation": "use get_history, set_title and delete_conversation",
    "conversation_tokens": "use .usage of a result",
    "initialize_backend": "make another ApiBackend(config)",
    "llm": "use ask, or polyvox.connect(...) for a client",
    "make_llm": "use ask, or polyvox.connect(...) for a client",
    "message": "use get_conversation",
    "orm": "use get_history and get_conversation; `database` names the file",
    "plugin_manager": "there are no plugins; tools and templates.builtins take functions",
    "provider_manager": "use get_providers and set_provider",
    "reload_plugin": "there are no plugins, and files are read anew at each use",
    "user_manager": "a user is a name: set_current_user",
}
