"""TLS contexts: made once, shared, and from the certificates that were named."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest
import trustme

from polyvox_core.errors import ConfigError
from polyvox_core.transport import options as room
from polyvox_core.transport.options import TransportOptions, tls_context


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """No contexts of other tests, and no certificate variables."""
    monkeypatch.setattr(room, "_contexts", {})
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    monkeypatch.delenv("SSL_CERT_DIR", raising=False)


@pytest.fixture
def authority(tmp_path: Path) -> Path:
    """The certificate of a private authority."""
    path = tmp_path / "ca.pem"
    trustme.CA().cert_pem.write_to_path(str(path))
    return path


def test_contexts_are_shared() -> None:
    """Equal options give the same context."""
    first = tls_context(TransportOptions())

    assert first is tls_context(TransportOptions(max_idle=3))
    assert first is not tls_context(TransportOptions(verify=False))
    assert (ssl.CERT_REQUIRED, True) == (first.verify_mode, first.check_hostname)
    assert ssl.TLSVersion.TLSv1_2 == first.minimum_version
    assert first.get_ca_certs()


def test_a_given_context_is_used_as_it_is() -> None:
    """Who brings a context decides everything."""
    given = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

    assert given is tls_context(TransportOptions(verify=given))


def test_verification_can_be_switched_off() -> None:
    """False accepts any certificate."""
    context = tls_context(TransportOptions(verify=False))

    assert (ssl.CERT_NONE, False) == (context.verify_mode, context.check_hostname)


@pytest.mark.parametrize("as_text", [True, False])
def test_private_authorities(authority: Path, as_text: bool) -> None:
    """A file of other authorities takes the place of the usual ones."""
    context = tls_context(TransportOptions(verify=str(authority) if as_text else authority))

    assert 1 == len(context.get_ca_certs())


def test_a_folder_of_authorities(authority: Path) -> None:
    """A folder is looked into when certificates are checked."""
    context = tls_context(TransportOptions(verify=authority.parent))

    assert [] == context.get_ca_certs()
    assert ssl.CERT_REQUIRED == context.verify_mode


def test_the_environment_names_authorities(
    authority: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SSL_CERT_FILE and SSL_CERT_DIR count, unless the environment does not."""
    monkeypatch.setenv("SSL_CERT_FILE", str(authority))

    assert 1 == len(tls_context(TransportOptions()).get_ca_certs())
    assert 1 < len(tls_context(TransportOptions(trust_env=False)).get_ca_certs())


def test_client_certificates(tmp_path: Path) -> None:
    """One file with both, or certificate and key, with a password or none."""
    issued = trustme.CA().issue_cert("client.test")
    both, key = tmp_path / "both.pem", tmp_path / "key.pem"
    issued.private_key_and_cert_chain_pem.write_to_path(str(both))
    issued.private_key_pem.write_to_path(str(key))

    tls_context(TransportOptions(verify=False, cert=str(both)))
    tls_context(TransportOptions(verify=False, cert=(str(both), str(key))))
    tls_context(TransportOptions(verify=False, cert=(str(both), str(key), "password")))

    assert 3 == len(room._contexts)


@pytest.mark.parametrize("what", ["verify", "cert"])
def test_missing_files(tmp_path: Path, what: str) -> None:
    """A certificate that is not there is told at once."""
    missing = str(tmp_path / "none.pem")
    wrong = (
        TransportOptions(verify=missing)
        if what == "verify"
        else TransportOptions(verify=False, cert=missing)
    )

    with pytest.raises(ConfigError, match="certificates cannot be loaded"):
        tls_context(wrong)


def test_paths_and_proxies_are_not_shown() -> None:
    """A proxy's URL may hold a password."""
    options = TransportOptions(proxy="http://user:pass@p:1", cert="c.pem")

    assert "pass" not in repr(options)
    assert "c.pem" not in repr(options)
