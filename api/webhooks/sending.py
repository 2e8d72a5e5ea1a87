"""One message on its way: a POST to an address that was checked, bounded in time and in what is read.

Redirects are not followed: a receiver that has moved is entered anew. Proxies of the environment are not asked.
"""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from django.utils import timezone

from api.webhooks.enums import Fault
from api.webhooks.networks import IPAddress, Receiver, RefusedAddressError, UnknownHostError, checked_addresses

CONNECT = 5.0  # seconds to reach one address
PATIENCE = 10.0  # seconds for all of it, once the host's name is looked up
MOST_READ = 1000  # bytes of the answer


@dataclass(frozen=True)
class Outcome:
    """What came of an attempt: a status, or else a fault; `retry_after` is in seconds."""

    status: int | None
    fault: str
    milliseconds: int
    answer: str = ""
    retry_after: float = 0

    @property
    def is_success(self) -> bool:
        """Tell whether the receiver has taken the message."""
        return self.status is not None and HTTPStatus.OK <= self.status < HTTPStatus.MULTIPLE_CHOICES

    @property
    def is_gone(self) -> bool:
        """Tell whether the receiver wants no messages any more."""
        return self.status == HTTPStatus.GONE

    @property
    def is_away(self) -> bool:
        """Tell whether the next message would fare no better than this one."""
        return self.status is None or self.status in {
            HTTPStatus.TOO_MANY_REQUESTS,
            HTTPStatus.BAD_GATEWAY,
            HTTPStatus.SERVICE_UNAVAILABLE,
            HTTPStatus.GATEWAY_TIMEOUT,
        }


def send(receiver: Receiver, body: bytes, headers: Mapping[str, str]) -> Outcome:
    """Send a message and return what came of it, whatever that is."""
    began = time.monotonic()
    status, answer, retry_after, fault = None, b"", 0.0, ""
    try:
        status, answer, retry_after = _exchange(receiver, checked_addresses(receiver), body, headers)
    except UnknownHostError:
        fault = Fault.UNKNOWN_HOST
    except RefusedAddressError:
        fault = Fault.REFUSED_ADDRESS
    except ssl.SSLCertVerificationError:
        fault = Fault.CERTIFICATE
    except TimeoutError:
        fault = Fault.TIMEOUT
    except OSError:
        fault = Fault.CONNECTION
    except http.client.HTTPException:
        fault = Fault.NOT_HTTP
    told = answer.decode("utf-8", "replace").replace("\x00", "\N{REPLACEMENT CHARACTER}")
    return Outcome(status, fault, int((time.monotonic() - began) * 1000), told, retry_after)


def _exchange(
    receiver: Receiver, addresses: Sequence[IPAddress], body: bytes, headers: Mapping[str, str]
) -> tuple[int, bytes, float]:
    line = _Line(receiver, addresses, time.monotonic() + PATIENCE)
    connection = (_Secure if receiver.is_secure else _Plain)(line)
    try:
        connection.request("POST", receiver.target, body, {**headers, "Connection": "close"})
        response = connection.getresponse()
        if line.is_over:  # headers that are cut off look like those that end
            raise TimeoutError
        answer = b""
        with contextlib.suppress(OSError, http.client.HTTPException):  # the status counts, whatever comes after it
            answer = response.read1(MOST_READ)
        return response.status, answer, _seconds(response.getheader("Retry-After"))
    except (OSError, http.client.HTTPException) as error:
        if line.is_over:
            raise TimeoutError from error
        raise
    finally:
        connection.close()
        line.close()


class _Line:
    """A connection to one of several addresses that ends at a time, whatever is going on then.

    Limits of a socket are for each byte: a receiver that sends one every few seconds would hold a worker for hours.
    """

    def __init__(self, receiver: Receiver, addresses: Sequence[IPAddress], end: float) -> None:
        self.receiver, self.addresses, self.end = receiver, addresses, end
        self.is_over = False
        self._handle: socket.socket | None = None
        self._timer: threading.Timer | None = None

    def open(self) -> socket.socket:
        """Connect; raise OSError of the last address where none can be reached."""
        failure: OSError = TimeoutError()
        for address in self.addresses:
            left = self.end - time.monotonic()
            if left <= 0:
                break
            opened = socket.socket(socket.AF_INET if address.version == 4 else socket.AF_INET6)
            opened.settimeout(min(CONNECT, left))
            try:
                opened.connect((str(address), self.receiver.port))
            except OSError as error:
                opened.close()
                failure = error
                continue
            opened.settimeout(PATIENCE)
            self._handle = opened.dup()  # the same connection, however it is wrapped
            self._timer = threading.Timer(max(0, self.end - time.monotonic()), self._cut)
            self._timer.daemon = True
            self._timer.start()
            return opened
        raise failure

    def _cut(self) -> None:
        self.is_over = True
        if self._handle is not None:
            with contextlib.suppress(OSError):  # it may be closed already
                self._handle.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Forget the time."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()
        if self._handle is not None:
            self._handle.close()


class _Plain(http.client.HTTPConnection):
    """Speaks HTTP with an address that was checked."""

    def __init__(self, line: _Line) -> None:
        super().__init__(line.receiver.host, line.receiver.port)
        self.line = line

    def connect(self) -> None:
        """Connect to what was checked, not to what the name means by now."""
        self.sock = self.line.open()


class _Secure(_Plain):
    """Speaks HTTPS: the certificate has to be that of the host's name."""

    default_port = http.client.HTTPS_PORT

    def connect(self) -> None:
        """Connect, and check the certificate against the system's authorities."""
        context = ssl.create_default_context()
        self.sock = context.wrap_socket(self.line.open(), server_hostname=self.host)


def _seconds(told: str | None) -> float:
    """Return for how many seconds an answer asks to wait: it says so as a number or as a date (RFC 9110, 10.2.3)."""
    if not told:
        return 0
    if told.strip().isascii() and told.strip().isdigit():
        return float(told[:12])
    try:
        at: datetime = parsedate_to_datetime(told)
    except ValueError:
        return 0
    at = at if at.tzinfo else timezone.make_aware(at)
    return max(0.0, (at - timezone.now()).total_seconds())
