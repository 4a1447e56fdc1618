"""
Several clients of any backends as one: the next one answers when one fails.

Members keep their own credentials, limits and connections; what is asked of the pool is asked of
one of them after the other, and never of two at once.
"""

from __future__ import annotations

from polyvox.failover.map_streams import AsyncMapResults, MapResults
from polyvox.failover.mapping import MapProgress, MapResult
from polyvox.failover.members import Member, MemberStats
from polyvox.failover.pools import AsyncFailoverPool, FailoverPool
from polyvox.failover.roster import FAILS_OVER
from polyvox.failover.streams import AsyncFailoverStream, FailoverStream

__all__ = [
    "FAILS_OVER",
    "AsyncFailoverPool",
    "AsyncFailoverStream",
    "AsyncMapResults",
    "FailoverPool",
    "FailoverStream",
    "MapProgress",
    "MapResult",
    "MapResults",
    "Member",
    "MemberStats",
]
