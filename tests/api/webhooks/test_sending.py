"""One message on its way, to a real server on this machine."""

from __future__ import annotations

import base64
import hashlib
import hmac
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from socket import create_server
from threading import Thread

import pytest
from pytest_django import Settings

from api.webhooks import sending
from api.webhooks.enums import Fault
from api.webhooks.networks import receiver_of
from api.webhooks.sending import MOST_READ, send
from api.webhooks.signing import new_secret, signed
from tests.api.webhooks.conftest import HERE
from tests.api.webhooks.receiver import CERTIFICATE, Handler, Receiver, receiving


def test_a_message_arrives_as_it_was_sent(receiver: Receiver) -> None:
    outcome = send(receiver_of(receiver.address), "{“”}".encode(), {"webhook-id": "msg_1"})
    assert (outcome.status, outcome.fault, outcome.answer) == (200, "", "thanks")
    (request,) = receiver.requests
    assert (request.path, request.body) == ("/hook?from=library", "{“”}".encode())
    assert request.headers["webhook-id"] == "msg_1"


def test_a_certificate_has_to_be_that_of_the_name(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.WEBHOOK_NETWORKS = HERE
    with receiving(is_secure=True) as receiver:
        assert send(receiver_of(receiver.address), b"{}", {}).fault == Fault.CERTIFICATE  # nobody vouches for it
        monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
        assert send(receiver_of(receiver.address), b"{}", {}).status == 200
        elsewhere = receiver.address.replace("localhost", "127.0.0.1")
        assert send(receiver_of(elsewhere), b"{}", {}).fault == Fault.CERTIFICATE
    assert len(receiver.requests) == 1


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(receiver: Receiver, status: int) -> None:
    receiver.answers, receiver.headers = [status], {"Location": receiver.address}
    outcome = send(receiver_of(receiver.address), b"{}", {})
    assert (outcome.status, outcome.is_success, outcome.is_away) == (status, False, False)
    assert len(receiver.requests) == 1


def test_of_a_huge_answer_only_the_beginning_is_read(receiver: Receiver) -> None:
    receiver.body = b"x" * 50_000_000
    began = time.monotonic()
    outcome = send(receiver_of(receiver.address), b"{}", {})
    assert (outcome.status, outcome.answer) == (200, "x" * MOST_READ)
    assert time.monotonic() - began < sending.PATIENCE


def test_an_answer_that_is_no_text_is_kept_as_far_as_it_can_be_read(receiver: Receiver) -> None:
    receiver.body = b"\x00\xff ok"
    assert send(receiver_of(receiver.address), b"{}", {}).answer == "�� ok"


class Silent(Handler):
    def do_POST(self) -> None:  # noqa: N802  the standard library's name
        self.receiver.is_over.wait()


class Dripping(Handler):
    """Sends a letter of a header now and then, so that no limit of a single letter is reached."""

    def do_POST(self) -> None:  # noqa: N802  the standard library's name
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        while not self.receiver.is_over.wait(0.02):
            self.wfile.write(b"x")


class Babbling(Handler):
    def do_POST(self) -> None:  # noqa: N802  the standard library's name
        self.wfile.write(b"220 mail.example.org ESMTP\r\n")


class Endless(Handler):
    """Says all is well, and never ends what it has to add."""

    def do_POST(self) -> None:  # noqa: N802  the standard library's name
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")
        self.receiver.is_over.wait()


@pytest.mark.parametrize("handler", [Silent, Dripping])
def test_a_slow_receiver_is_given_up(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, handler: type[Handler]
) -> None:
    settings.WEBHOOK_NETWORKS = HERE
    monkeypatch.setattr(sending, "PATIENCE", 0.3)
    with receiving(handler=handler) as receiver:
        outcome = send(receiver_of(receiver.address), b"{}", {})
    assert (outcome.status, outcome.fault, outcome.is_away) == (None, Fault.TIMEOUT, True)
    assert 250 <= outcome.milliseconds < 3000


def test_a_receiver_that_says_it_has_taken_it_and_dawdles_has_taken_it(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.WEBHOOK_NETWORKS = HERE
    monkeypatch.setattr(sending, "PATIENCE", 0.3)
    with receiving(handler=Endless) as receiver:
        outcome = send(receiver_of(receiver.address), b"{}", {})
    assert (outcome.status, outcome.is_success, outcome.answer) == (200, True, "")


def test_what_is_no_http_is_a_fault(settings: Settings) -> None:
    settings.WEBHOOK_NETWORKS = HERE
    with receiving(handler=Babbling) as receiver:
        assert send(receiver_of(receiver.address), b"{}", {}).fault == Fault.NOT_HTTP


@contextmanager
def hanging_up() -> Iterator[int]:
    """Serve on a port of which every connection is closed at once; yield it."""
    with create_server(("127.0.0.1", 0)) as server:

        def hang_up() -> None:
            server.accept()[0].close()

        thread = Thread(target=hang_up)
        thread.start()
        yield server.getsockname()[1]
        thread.join()


def test_a_server_that_hangs_up_could_not_be_reached(settings: Settings) -> None:
    settings.WEBHOOK_NETWORKS = HERE
    with hanging_up() as port:
        assert send(receiver_of(f"http://127.0.0.1:{port}/"), b"{}", {}).fault == Fault.CONNECTION
    assert send(receiver_of(f"http://127.0.0.1:{port}/"), b"{}", {}).fault == Fault.CONNECTION  # nobody is there


@pytest.mark.parametrize(
    ("told", "least", "most"),
    [
        ("120", 120, 120),
        (timedelta(hours=1), 3000, 3600),
        (timedelta(hours=-1), 0, 0),
        ("soon", 0, 0),
        ("-5", 0, 0),
        ("1e9", 0, 0),
    ],
)
def test_when_to_come_again_is_read(receiver: Receiver, told: str | timedelta, least: int, most: int) -> None:
    after = told if isinstance(told, str) else format_datetime(datetime.now(UTC) + told, usegmt=True)
    receiver.answers, receiver.headers = [429], {"Retry-After": after}
    outcome = send(receiver_of(receiver.address), b"{}", {})
    assert least <= outcome.retry_after <= most
    assert outcome.is_away


# ------------------------------------------------------------------------------- signatures


def test_the_signature_is_that_of_the_standards_own_example() -> None:
    headers = signed(
        ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        datetime.fromtimestamp(1614265330, UTC),
        '{"test": 2432232314}',
    )
    assert headers == {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }


def test_each_secret_signs_as_anybody_would_compute_it() -> None:
    secrets = [new_secret(), new_secret()]
    headers = signed(secrets, "msg_1", datetime.fromtimestamp(1_800_000_000.9, UTC), "{“”}")
    expected = [
        hmac.digest(base64.b64decode(one.removeprefix("whsec_")), "msg_1.1800000000.{“”}".encode(), hashlib.sha256)
        for one in secrets
    ]
    assert headers["webhook-signature"] == " ".join(f"v1,{base64.b64encode(one).decode()}" for one in expected)
    assert len({len(base64.b64decode(one.removeprefix("whsec_"))) for one in secrets}) == 1
