"""Who is really asking, when a proxy such as nginx stands in front.

The login lockout counts by address, and HTTPS is known by a header: both are believed from TRUSTED_PROXIES
only, and dropped when anyone else sends them.
"""

from collections.abc import Callable
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from itertools import pairwise

from django.conf import settings
from django.http import HttpRequest, HttpResponse

Network = IPv4Network | IPv6Network


def read_networks(names: list[str]) -> list[Network]:
    """Addresses and networks, as 10.0.0.0/8; a name that is neither ends the process with a sentence."""
    try:
        return [ip_network(name.strip()) for name in names if name.strip()]
    except ValueError as error:
        raise SystemExit(f"TRUSTED_PROXIES holds addresses or networks: {error}.") from None


def is_trusted(address: str, networks: list[Network]) -> bool:
    try:
        return any(ip_address(address) in network for network in networks)
    except ValueError:
        return False


def client_address(peer: str, forwarded: str, networks: list[Network]) -> str:
    """The nearest address that is none of ours: what stands further left anyone can have written."""
    hops = [peer, *reversed([hop.strip() for hop in forwarded.split(",") if hop.strip()])]
    for nearer, further in pairwise(hops):
        if not is_trusted(nearer, networks) or not _is_address(further):
            return nearer
    return hops[-1]


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


class TrustedProxies:
    """Middleware: REMOTE_ADDR becomes the client's address; headers of strangers are dropped."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response
        self.networks = settings.TRUSTED_PROXIES

    def __call__(self, request: HttpRequest) -> HttpResponse:
        peer = request.META.get("REMOTE_ADDR", "")
        forwarded = request.META.pop("HTTP_X_FORWARDED_FOR", "")
        if is_trusted(peer, self.networks):
            request.META["REMOTE_ADDR"] = client_address(peer, forwarded, self.networks)
        else:
            request.META.pop("HTTP_X_FORWARDED_PROTO", None)
        return self.get_response(request)
