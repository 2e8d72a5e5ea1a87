"""Where webhooks may go: what each address and each name means is checked when something is sent."""

from __future__ import annotations

import socket
from ipaddress import ip_address, ip_network
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from pytest_django import Settings

from api.webhooks.enums import Fault
from api.webhooks.networks import check_address, may_be_reached, receiver_of
from api.webhooks.sending import send
from tests.api.webhooks.receiver import receiving

PRIVATE = [
    "10.1.2.3", "172.16.0.1", "192.168.1.1", "127.0.0.1", "127.8.8.8", "0.0.0.0",  # noqa: S104  refused, not bound to
    "169.254.169.254", "100.64.0.1",
    "100.100.100.200", "168.63.129.16", "192.0.0.192", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1",
    "255.255.255.255", "::", "::1", "::127.0.0.1", "::ffff:10.1.2.3", "::ffff:127.0.0.1", "64:ff9b::10.1.2.3",
    "64:ff9b::169.254.169.254", "64:ff9b:1::10.1.2.3", "2002:0a01:0203::1", "2001::1", "fe80::1", "fec0::1",
    "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1", "3fff::1", "100::1",
]  # fmt: skip
PUBLIC = ["93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07::1", "2a00:1450:4001:829::200e", "64:ff9b::8.8.8.8"]


@pytest.mark.parametrize("address", PRIVATE)
def test_what_is_not_public_is_refused(address: str) -> None:
    assert not may_be_reached(ip_address(address), is_secure=True)


@pytest.mark.parametrize("address", PUBLIC)
def test_what_is_public_is_reached_over_tls_alone(address: str) -> None:
    assert may_be_reached(ip_address(address), is_secure=True)
    assert not may_be_reached(ip_address(address), is_secure=False)


def test_a_network_that_is_named_may_be_reached_without_tls_too_and_no_other(settings: Settings) -> None:
    settings.WEBHOOK_NETWORKS = [ip_network("10.20.0.0/16"), ip_network("fd12::/64")]
    for address in ("10.20.3.4", "::ffff:10.20.3.4", "fd12::7"):
        assert may_be_reached(ip_address(address), is_secure=False), address
    for address in ("10.21.0.1", "127.0.0.1", "fd13::7"):
        assert not may_be_reached(ip_address(address), is_secure=True), address


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("", "invalid"),
        ("example.org/hook", "invalid"),
        ("ftp://example.org/", "invalid"),
        ("https://", "invalid"),
        ("https://example.org:99999/", "invalid"),
        ("https://example.org:port/", "invalid"),
        ("https://[::1/", "invalid"),
        ("https://exa mple.org/", "invalid"),
        ("https://example.org/\r\nX: y", "invalid"),
        ("https://example.org/\x00", "invalid"),
        ("https://example.org/път", "invalid"),
        ("https://.example..org/", "invalid"),
        (f"https://{'a' * 64}.org/", "invalid"),
        ("https://user:secret@example.org/", "credentials"),
        ("https://example.org/#part", "fragment"),
        ("http://example.org/", "insecure"),
        ("https://127.0.0.1/", "refused"),
        ("https://[::1]/", "refused"),
        ("https://2130706433/", "refused"),
        ("https://0x7f.1/", "refused"),
        ("https://0177.0.0.1/", "refused"),
        ("https://169.254.169.254/latest/", "refused"),
    ],
)
def test_an_address_that_is_none_is_refused_with_its_reason(address: str, code: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        check_address(address)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    "address", ["https://example.org", "https://example.org:8443/hook?key=1", "https://8.8.8.8/", "https://пример.бг/"]
)
def test_an_address_of_a_receiver_is_taken_and_no_name_is_looked_up(address: str) -> None:
    """The guard of the suite fails a test that looks up a name."""
    check_address(address)


def named(monkeypatch: pytest.MonkeyPatch, *meanings: list[str]) -> list[str]:
    """Let the name of a host mean the first of these, the next time the second; return what was asked for."""
    asked: list[str] = []

    def look_up(host: Any, port: int, **_further: Any) -> list[Any]:
        asked.append(str(host))
        found = meanings[min(len(asked), len(meanings)) - 1]
        return [
            (socket.AF_INET6 if ":" in one else socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in found
        ]

    monkeypatch.setattr("api.webhooks.networks.socket.getaddrinfo", look_up)
    return asked


@pytest.mark.parametrize("meaning", [["10.0.0.5"], ["8.8.8.8", "127.0.0.1"], ["64:ff9b::a00:5"], ["::ffff:10.0.0.5"]])
def test_a_name_that_means_anything_private_is_not_connected_to(
    monkeypatch: pytest.MonkeyPatch, meaning: list[str]
) -> None:
    """Any connection would be refused by the suite's guard, and fail the test."""
    asked = named(monkeypatch, meaning)
    outcome = send(receiver_of("https://hooks.example.org/"), b"{}", {})
    assert (outcome.status, outcome.fault, outcome.is_away) == (None, Fault.REFUSED_ADDRESS, True)
    assert asked == ["hooks.example.org"]


def test_a_name_that_means_something_else_a_moment_later_is_looked_up_once(
    monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    settings.WEBHOOK_NETWORKS = [ip_network("127.0.0.1/32")]
    with receiving() as receiver:
        asked = named(monkeypatch, ["127.0.0.1"], ["127.0.0.2"])
        address = receiver.address.replace("127.0.0.1", "rebound.example.org")
        outcome = send(receiver_of(address), b"{}", {})
    assert outcome.status == 200
    assert asked == ["rebound.example.org"]
    assert receiver.requests[0].headers["host"].startswith("rebound.example.org:")


def test_a_name_without_meaning_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up(*_arguments: Any, **_further: Any) -> Any:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr("api.webhooks.networks.socket.getaddrinfo", look_up)
    assert send(receiver_of("https://nowhere.example.org/"), b"{}", {}).fault == Fault.UNKNOWN_HOST
