"""
Who is let in: keys, tokens, both, neither.
"""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from polyvox.emulator import Emulator

BOTH = "Either API-KEY or Authorization header must be provided but not both"


@pytest.mark.parametrize(
    ("headers", "status", "text"),
    [
        ({}, 401, "At least API-KEY or Authorization header must be provided"),
        ({"Api-Key": "unknown"}, 401, "Unknown api key"),
        ({"Api-Key": "reject-me"}, 401, "Unknown api key"),
        ({"Authorization": "Bearer reject-me"}, 401, "Bad Authorization header"),
        ({"Authorization": "Basic abc"}, 401, "Bad Authorization header"),
        ({"Authorization": "Bearer"}, 401, "Bad Authorization header"),
        ({"Api-Key": "dial-key", "Authorization": "Bearer other"}, 400, BOTH),
    ],
)
def test_refused(emulator: Emulator, headers: dict[str, str], status: int, text: str) -> None:
    """Each way of not being let in has the words of DIAL Core, as plain text."""
    response = httpx.get(f"{emulator.dial_url}/v1/bucket", headers=headers)

    assert (status, text) == (response.status_code, response.text)


@pytest.mark.parametrize(
    "headers",
    [
        {"api-key": "dial-key"},
        {"Authorization": "Bearer anything"},
        {"Authorization": "bearer anything"},
        {"Api-Key": "dial-key", "Authorization": "Bearer dial-key"},
        {"Api-Key": "per-request-key", "Authorization": "Bearer other"},
    ],
)
def test_let_in(emulator: Emulator, headers: dict[str, str]) -> None:
    """A known key, any token, or both where DIAL Core takes both."""
    response = httpx.get(f"{emulator.dial_url}/v1/bucket", headers=headers)

    assert 200 == response.status_code


def test_unknown_route_needs_credentials_too(emulator: Emulator) -> None:
    """Without credentials not even the absence of a route is told."""
    response = httpx.get(f"{emulator.dial_url}/nowhere")

    assert 401 == response.status_code


@pytest.mark.parametrize("path", ["/health", "/version"])
def test_open_paths(emulator: Emulator, path: str) -> None:
    """Health and version need no credentials."""
    response = httpx.get(emulator.dial_url + path)

    assert 200 == response.status_code


def test_own_keys_replace_the_well_known(dial_document: dict[str, Any]) -> None:
    """With keys given, only those are accepted, as keys and as tokens."""
    headers = [
        {"Api-Key": "mine"},
        {"Authorization": "Bearer mine"},
        {"Api-Key": "dial-key"},
        {"Authorization": "Bearer other"},
    ]
    with Emulator(backends=(), documents={"dial": dial_document}, keys={"mine"}) as emulator:
        url = f"{emulator.dial_url}/v1/bucket"
        statuses = [httpx.get(url, headers=each).status_code for each in headers]

    assert [200, 200, 401, 401] == statuses


def test_bucket_follows_from_the_credential(dial: httpx.Client, other: httpx.Client) -> None:
    """One credential has one bucket, letters and digits only; another has another."""
    mine, again = (dial.get("/v1/bucket").json()["bucket"] for _ in range(2))
    theirs = other.get("/v1/bucket").json()["bucket"]

    assert mine == again
    assert mine.isalnum()
    assert mine != theirs


def test_per_request_key_learns_its_folder(emulator: Emulator) -> None:
    """Only a per-request key is told where its application keeps its data."""
    headers = {"Api-Key": "per-request-key"}
    answer = httpx.get(f"{emulator.dial_url}/v1/bucket", headers=headers).json()

    assert f"{answer['bucket']}/appdata/echo" == answer["appdata"]


def test_user_behind_a_key(dial: httpx.Client) -> None:
    """A key belongs to a project."""
    assert {"roles": ["default"], "project": "emulator"} == dial.get("/v1/user/info").json()


def test_user_behind_a_token(other: httpx.Client) -> None:
    """A token carries claims."""
    assert {"title": ["Analyst"]} == other.get("/v1/user/info").json()["userClaims"]
