"""The WSGI entry point."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production")
application = get_wsgi_application()

from django.core.exceptions import ImproperlyConfigured  # noqa: E402  all below needs the applications to be loaded

from cms.signals import process_started  # noqa: E402  the same
from cms.static_files import what_is_missing  # noqa: E402  the same

if fault := what_is_missing():  # whatever server this is: every page would fail
    raise ImproperlyConfigured(fault)
process_started.send(application)
