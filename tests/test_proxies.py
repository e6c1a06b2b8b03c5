"""Whose word is taken for a client's address and for HTTPS."""

import pytest
from django.http import HttpResponse

from unioncms.proxies import TrustedProxies, client_address, read_networks

OURS = read_networks(["127.0.0.1", "10.0.0.0/8"])


@pytest.mark.parametrize(
    ("peer", "forwarded", "client"),
    [
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "203.0.113.7", "203.0.113.7"),
        ("127.0.0.1", "203.0.113.7, 10.1.2.3", "203.0.113.7"),
        ("127.0.0.1", "198.51.100.1, 203.0.113.7, 10.1.2.3", "203.0.113.7"),
        ("127.0.0.1", "not an address", "127.0.0.1"),
        ("127.0.0.1", "2001:db8::1", "2001:db8::1"),
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
    ],
)
def test_the_client_is_the_nearest_address_that_is_not_ours(peer, forwarded, client):
    assert client_address(peer, forwarded, OURS) == client


@pytest.mark.parametrize(
    ("peer", "is_https", "address"),
    [("127.0.0.1", True, "203.0.113.7"), ("203.0.113.9", False, "203.0.113.9")],
)
def test_headers_count_from_a_proxy_of_ours_only(rf, settings, peer, is_https, address):
    settings.TRUSTED_PROXIES = OURS
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    seen = []
    answer = TrustedProxies(lambda request: seen.append(request) or HttpResponse())
    answer(
        rf.get(
            "/", REMOTE_ADDR=peer, headers={"X-Forwarded-For": "203.0.113.7", "X-Forwarded-Proto": "https"}
        )
    )
    assert seen[0].is_secure() is is_https
    assert seen[0].META["REMOTE_ADDR"] == address


def test_a_network_that_is_none_is_named():
    with pytest.raises(SystemExit, match="TRUSTED_PROXIES holds addresses or networks: 'nginx'"):
        read_networks(["nginx"])
