"""Where webhooks may go: to public addresses over TLS, and into those private networks that an operator has named.

The name of a host is looked up once for each attempt. All that it means is checked, and the connection goes to what
was checked: a name that means something else a moment later leads nowhere else.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network
from urllib.parse import SplitResult, urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from api.webhooks.enums import Fault

IPAddress = IPv4Address | IPv6Address
LONGEST_ADDRESS = 500
PORTS = {"http": 80, "https": 443}

# Beyond what Python's `is_global` knows in all versions: 168.63.129.16 is public by its number, and answers every
# machine of Azure with what concerns it alone; 192.0.0.0/24 and 192.88.99.0/24 are for protocols.
_NOT_PUBLIC = [ipaddress.ip_network(one) for one in ("168.63.129.16/32", "192.0.0.0/24", "192.88.99.0/24")]
_GLOBAL_UNICAST = IPv6Network("2000::/3")
_TRANSLATED = IPv6Network("64:ff9b::/96")  # RFC 6052: an IPv4 address behind a NAT64
_NOT_PUBLIC_6 = [IPv6Network(one) for one in ("2001::/23", "2001:db8::/32", "3fff::/20")]


class UnknownHostError(Exception):
    """The name of a host means nothing."""


class RefusedAddressError(Exception):
    """An address into which webhooks may not go."""


@dataclass(frozen=True)
class Receiver:
    """The parts of an address: whether over TLS, the host, the port, and what is asked for there."""

    is_secure: bool
    host: str
    port: int
    target: str


def check_address(address: str) -> None:
    """Raise ValidationError where an address is none of a receiver; names are looked up when something is sent."""
    try:
        receiver = receiver_of(address)
    except ValueError as error:
        raise ValidationError(_("Enter a whole address such as https://example.org/hook."), code="invalid") from error
    parts = urlsplit(address)
    if parts.username is not None or parts.password is not None:
        raise ValidationError(_("Leave the user name and the password out of the address."), code="credentials")
    if parts.fragment:
        raise ValidationError(_("Leave out what stands after the “#”: it is not sent."), code="fragment")
    if not receiver.is_secure and not settings.WEBHOOK_NETWORKS:
        raise ValidationError(_("The address has to begin with https://."), code="insecure")
    try:
        check_all(_looked_up(receiver, socket.AI_NUMERICHOST), is_secure=receiver.is_secure)
    except UnknownHostError:
        pass  # a name, not the number of an address
    except RefusedAddressError as error:
        raise ValidationError(Fault.REFUSED_ADDRESS.label, code="refused") from error


def receiver_of(address: str) -> Receiver:
    """Return the parts of an address; raise ValueError where it is none that messages can be sent to."""
    if not address.isprintable() or " " in address:
        raise ValueError(address)
    parts = urlsplit(address)
    if parts.scheme not in PORTS or not parts.hostname:
        raise ValueError(address)
    host = parts.hostname.encode("idna").decode() if ":" not in parts.hostname else parts.hostname
    return Receiver(parts.scheme == "https", host, parts.port or PORTS[parts.scheme], _target(parts))


def _target(parts: SplitResult) -> str:
    target = f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
    target.encode("ascii")  # UnicodeEncodeError is a ValueError
    return target


def checked_addresses(receiver: Receiver) -> list[IPAddress]:
    """Return what a host's name means now, in the order in which to try it.

    Raises UnknownHostError, and RefusedAddressError where anything that it means is refused. It takes as long as the
    resolver of the system has patience.
    """
    addresses = _looked_up(receiver)
    check_all(addresses, is_secure=receiver.is_secure)
    return addresses


def _looked_up(receiver: Receiver, flags: int = 0) -> list[IPAddress]:
    try:
        rows = socket.getaddrinfo(receiver.host, receiver.port, type=socket.SOCK_STREAM, flags=flags)
    except (OSError, UnicodeError) as error:
        raise UnknownHostError(receiver.host) from error
    return list(dict.fromkeys(ipaddress.ip_address(str(row[4][0])) for row in rows))


def check_all(addresses: Iterable[IPAddress], *, is_secure: bool) -> None:
    """Raise RefusedAddressError where any of these is refused."""
    for address in addresses:
        if not may_be_reached(address, is_secure=is_secure):
            raise RefusedAddressError(str(address))


def may_be_reached(address: IPAddress, *, is_secure: bool) -> bool:
    """Tell whether webhooks may go to an address: what is not public, or not over TLS, only where it is allowed."""
    meant = _meant(address)
    if any(meant.version == network.version and meant in network for network in settings.WEBHOOK_NETWORKS):
        return True
    return is_secure and _is_public(meant)


def _meant(address: IPAddress) -> IPAddress:
    """Return the IPv4 address that an IPv6 address stands for, where it does."""
    if not isinstance(address, IPv6Address):
        return address
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address


def _is_public(address: IPAddress) -> bool:
    if not address.is_global or address.is_multicast or address.is_reserved:
        return False
    if isinstance(address, IPv6Address):
        return address in _GLOBAL_UNICAST and not any(address in network for network in _NOT_PUBLIC_6)
    return not any(address in network for network in _NOT_PUBLIC)
