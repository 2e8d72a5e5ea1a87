"""The WSGI entry point."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production")
application = get_wsgi_application()

from cms.signals import process_started  # noqa: E402  receivers are connected once the applications are loaded

process_started.send(application)
