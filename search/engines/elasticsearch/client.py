"""The clients of Elasticsearch: one for searches, which must not wait, and one for the worker, which can.

A client and its connections belong to the process that made them, and are kept open.
"""

from __future__ import annotations

import os
import threading
from functools import lru_cache
from typing import Any

import urllib3
from django.conf import settings
from elastic_transport import NodeConfig, Urllib3HttpNode
from elastic_transport.client_utils import DEFAULT, DefaultType
from elasticsearch import Elasticsearch

CONNECT = 0.3  # seconds to reach a host, TLS handshake included
BUDGET = 1.0  # seconds that a reader's request may take
PATIENCE = 30.0  # seconds that a request of the worker may take
CONNECTIONS = 16  # a host, more than a process has threads


class PromptNode(Urllib3HttpNode):
    """A host that has to be reached within CONNECT, however long its answer may take.

    The client itself has one limit for both: a host that is gone would take all of it.
    """

    def __init__(self, config: NodeConfig) -> None:
        super().__init__(config)
        self.pool.timeout = _limits(config.request_timeout)

    def perform_request(
        self,
        method: str,
        target: str,
        body: bytes | None = None,
        headers: Any = None,
        request_timeout: DefaultType | float | None = DEFAULT,
    ) -> Any:
        """Send a request; see the class above it."""
        limits: Any = DEFAULT if request_timeout is DEFAULT else _limits(request_timeout)
        return super().perform_request(method, target, body, headers, limits)


def _limits(seconds: Any) -> urllib3.Timeout:
    return urllib3.Timeout(connect=CONNECT if seconds is None else min(CONNECT, seconds), total=seconds)


def is_used() -> bool:
    """Tell whether this installation has Elasticsearch."""
    return bool(settings.ELASTICSEARCH_URL)


def client() -> Elasticsearch:
    """Return the client for searches: each request ends within BUDGET, and is not tried again."""
    return _client(BUDGET)


def patient_client() -> Elasticsearch:
    """Return the client of the worker and of commands: it has more time, and tries no request again.

    Requests are not compressed: that took ten times as long as all the rest of sending a document.
    """
    return _client(PATIENCE)


_LOCK = threading.Lock()


def _client(seconds: float) -> Elasticsearch:
    with _LOCK:
        return _made(
            os.getpid(),
            tuple(settings.ELASTICSEARCH_URL),
            settings.ELASTICSEARCH_API_KEY,
            settings.ELASTICSEARCH_CA_CERTS,
            seconds,
        )


@lru_cache(maxsize=8)
def _made(_process: int, hosts: tuple[str, ...], api_key: str, ca_certs: str, seconds: float) -> Elasticsearch:
    """Return a client. It is cached by the process too, so that a forked process does not share its connections."""
    options: dict[str, Any] = {"ca_certs": ca_certs} if ca_certs else {}
    if api_key:
        options["api_key"] = api_key
    return Elasticsearch(
        list(hosts),
        node_class=PromptNode,
        request_timeout=seconds,
        connections_per_node=CONNECTIONS,
        max_retries=0,
        retry_on_timeout=False,
        meta_header=False,
        **options,
    )
