"""Ask the web server of this container whether it can serve readers; the exit code is 1 where it cannot.

Runs without Django every few seconds. It asks for the host of SITE_URL: production answers to no other.
"""

from __future__ import annotations

import os
import sys
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlsplit

PATIENCE = 4  # seconds


def is_well(port: int) -> bool:
    """Tell whether the server on this port of the machine answers that it is well."""
    site = urlsplit(os.environ.get("SITE_URL", "http://localhost"))
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", "/health/", headers={"Host": site.netloc})
        return connection.getresponse().status == HTTPStatus.OK
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(not is_well(int(sys.argv[1]) if len(sys.argv) > 1 else 8000))
