"""
The caller's own bucket, and the place for an application's own files in it.

Source: aidial-client 0.18, types.bucket.
"""

from __future__ import annotations

from polyvox.compat.aidial_client.types.record import Record

__all__ = ["AppData", "BucketResponse"]


class BucketResponse(Record, shown="bucket appdata"):
    """Id of the bucket; `appdata` is there for per-request keys only."""

    bucket: str = ""
    appdata: str | None = None


class AppData(Record, shown="raw user_bucket app_name"):
    """Where an application keeps its own files in its user's bucket."""

    raw: str = ""
    user_bucket: str = ""
    app_name: str = ""
