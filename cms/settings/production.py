"""Settings of a real installation: refuses to start without what has no safe default."""

from __future__ import annotations

import os

from django.core.exceptions import ImproperlyConfigured

from cms.settings.base import *  # noqa: F403  settings extend one another by star import
from cms.settings.base import HSTS_PRELOAD, HSTS_SECONDS, HSTS_SUBDOMAINS, SILENCED_SYSTEM_CHECKS, SITE_URL

# Without these a laptop's default would lose data, send mail nowhere or sign with a known key.
REQUIRED = [
    "SECRET_KEY",
    "ALLOWED_HOSTS",
    "SITE_URL",
    "DATABASE_URL",
    "MEDIA_ROOT",
    "EMAIL_URL",
    "DEFAULT_FROM_EMAIL",
]
if missing := [name for name in REQUIRED if not os.environ.get(name)]:
    message = f"Set these environment variables (cms/settings/base.py tells what each means): {', '.join(missing)}"
    raise ImproperlyConfigured(message)

DEBUG = False
CSRF_TRUSTED_ORIGINS = [SITE_URL]
# The server speaks HTTP to the proxy that ends TLS. It believes this header of TRUSTED_PROXY alone, and the proxy
# has to overwrite it, or a visitor could claim a secure connection.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = ["^health/$"]  # asked on the machine itself, not through the proxy
# Browsers remember it: what they have heard once cannot be taken back. So an hour of this host alone by default.
SECURE_HSTS_SECONDS = HSTS_SECONDS
SECURE_HSTS_INCLUDE_SUBDOMAINS = HSTS_SUBDOMAINS
SECURE_HSTS_PRELOAD = HSTS_PRELOAD
if HSTS_PRELOAD and not (HSTS_SUBDOMAINS and HSTS_SECONDS >= 31_536_000):
    message = "HSTS_PRELOAD: lists of browsers take a host with HSTS_SUBDOMAINS=yes and HSTS_SECONDS=31536000 or more."
    raise ImproperlyConfigured(message)
# The checks that would have all hosts below this one, and the lists: an operator decides that.
SILENCED_SYSTEM_CHECKS = [*SILENCED_SYSTEM_CHECKS, "security.W005", "security.W021"]
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
