"""Settings of a real installation: refuses to start without what has no safe default."""

from __future__ import annotations

import os

from django.core.exceptions import ImproperlyConfigured

from cms.settings.base import *  # noqa: F403  settings extend one another by star import
from cms.settings.base import SITE_URL

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
# Browsers remember for a year that this host and all below it are reached by TLS only.
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
