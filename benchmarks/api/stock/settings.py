"""Settings of the stock side: our pages, Wagtail's interfaces, and the middleware of Wagtail's project template.

Django's own middleware for conditional requests is added: of themselves v2 and v3 have no ETag.
"""

from __future__ import annotations

from benchmarks import project_template
from benchmarks.search.settings import *  # noqa: F403  settings extend one another by star import
from benchmarks.search.settings import INSTALLED_APPS as OURS

INSTALLED_APPS = [*OURS, "benchmarks.api.stock.apps.StockConfig", "wagtail.api.v2", "wagtail.api.v3", "rest_framework"]
MIDDLEWARE = ["django.middleware.http.ConditionalGetMiddleware", *project_template.MIDDLEWARE]
ROOT_URLCONF = "benchmarks.api.stock.urls"
