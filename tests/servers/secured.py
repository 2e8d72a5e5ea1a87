"""A genuine Elasticsearch that speaks TLS and asks who wants something."""

from __future__ import annotations

import base64
import hashlib
import os
import ssl
import urllib.request
from pathlib import Path
from typing import Any

from tests.servers.elasticsearch import Elasticsearch, is_well

USER, PASSWORD = "tests", "only-for-tests"


class SecuredElasticsearch(Elasticsearch):
    """One node with security; USER may do everything, anybody else nothing without an API key."""

    @property
    def certificate(self) -> Path:
        """Return the file of the certificate, which has signed itself."""
        return self.folder / "config" / "certificate.pem"

    def security(self) -> dict[str, Any]:
        """Write a certificate and a user, unless they are there; see `Elasticsearch`."""
        config = self.folder / "config"
        key = config / "key.pem"
        if not self.certificate.exists():
            names = "-subj /CN=localhost -addext subjectAltName=IP:127.0.0.1,DNS:localhost"
            making = f"openssl req -x509 -newkey rsa:2048 -nodes -days 2 {names}".split()
            self.run([*making, "-keyout", key, "-out", self.certificate])
        (config / "users").write_text(f"{USER}:{_hashed(PASSWORD)}\n", encoding="utf-8")
        (config / "users_roles").write_text(f"superuser:{USER}\n", encoding="utf-8")
        return {
            "xpack.security.enabled": True,
            "xpack.security.http.ssl.enabled": True,
            "xpack.security.http.ssl.key": str(key),
            "xpack.security.http.ssl.certificate": str(self.certificate),
        }

    def is_well(self) -> bool:
        """Tell whether all indices can be read and written; see `Server`."""
        if not self.certificate.exists():
            return False
        trusted = ssl.create_default_context(cafile=str(self.certificate))
        named = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        return is_well(self.url(), urllib.request.HTTPSHandler(context=trusted), Authorization=f"Basic {named}")

    def url(self) -> str:
        """Return the address as ELASTICSEARCH_URL wants it; see `Server`."""
        return f"https://127.0.0.1:{self.port}"


def _hashed(password: str) -> str:
    """Return a password as Elasticsearch keeps one in a file."""
    salt, rounds = os.urandom(32), 10_000
    made = hashlib.pbkdf2_hmac("sha512", password.encode(), salt, rounds, dklen=32)
    return f"{{PBKDF2}}{rounds}${base64.b64encode(salt).decode()}${base64.b64encode(made).decode()}"
