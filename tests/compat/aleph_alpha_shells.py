"""
The two shells of the drop-in surface of aleph-alpha-client, driven in one way.
"""

from __future__ import annotations

import json
from typing import Any

from pytest_httpserver import HTTPServer
from shells import Shell

import polyvox.compat.aleph_alpha_client as aleph

__all__ = ["TOKEN", "AlephShell", "sent"]

TOKEN = "aa-token"


class AlephShell(Shell):
    """A shell whose clients are those of the drop-in surface."""

    def client_of(self, host: str, **arguments: Any) -> Any:
        """A client of the service at *host*, without retries, closed at the end."""
        kind = aleph.AsyncClient if self.is_async else aleph.Client
        client = kind(**{"token": TOKEN, "host": host, "total_retries": 0, **arguments})
        self._clients.append(client)
        return client

    def shut(self, closable: Any) -> None:
        """Close *closable*."""
        self.call(closable.close)


def sent(server: HTTPServer, position: int = -1) -> dict[str, Any]:
    """The JSON body of the request at *position*."""
    request, _ = server.log[position]
    body: dict[str, Any] = json.loads(request.get_data())
    return body
