"""
Queries of SQLite databases, with the standard library's module.

Source: llm-workflow-engine 0.23.3, library/lwe_sqlite_query.py.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from polyvox.compat.lwe.shapes import is_list, is_mapping
from polyvox.compat.lwe.workflows.modules.calling import ModuleCall, TaskFault
from polyvox_core.flow import Flow, Work

__all__ = ["query"]


def query(call: ModuleCall) -> Flow[dict[str, Any]]:
    """
    Run one query, or a list of them as one transaction.

    Returns:
        `data`, the rows of the last query that gave any, as dicts; and `row_count`, the number
        of these rows, or of those that were changed.
    """
    given: Any = call.arguments["query"]
    params: Sequence[Any] = call.arguments.get("query_params", ())
    if not is_list(given):
        pairs = [(str(given), params)]
    elif params and len(params) != len(given):
        msg = f"There are {len(given)} queries and {len(params)} lists of query_params."
        raise TaskFault(msg)
    else:
        pairs = [(str(one), params[i] if params else ()) for i, one in enumerate(given)]
    try:
        result: dict[str, Any] = yield Work(lambda: _run(call.arguments["db"], pairs))
    except sqlite3.Error as error:
        msg = f"SQLite: {error}"
        raise TaskFault(msg) from error
    return result


def _run(database: Path, queries: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    # Without a level of its own, the module commits nothing behind our back.
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("BEGIN")
        try:
            result = _all(connection, queries)
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
        return result


def _all(connection: sqlite3.Connection, queries: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    rows: list[dict[str, Any]] = []
    before = connection.total_changes
    for text, params in queries:
        bound: Any = params if is_mapping(params) else tuple(params)
        cursor = connection.execute(text, bound)
        if cursor.description is not None:
            rows = [dict(row) for row in cursor.fetchall()]
    changes = connection.total_changes - before
    return {"data": rows, "row_count": len(rows) or changes, "changed": changes > 0}
