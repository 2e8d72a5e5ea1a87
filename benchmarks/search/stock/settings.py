"""Settings of the stock site."""

from __future__ import annotations

import os
from pathlib import Path

from benchmarks import project_template

FOLDER = Path(os.environ["BENCHMARK_FOLDER"])
PREFIX = os.environ["BENCHMARK_PREFIX"]
ELASTICSEARCH_URL = os.environ["ELASTICSEARCH_URL"]

SECRET_KEY = "only for measuring"  # noqa: S105  signs nothing
ALLOWED_HOSTS = ["localhost"]
DEBUG = False
INSTALLED_APPS = [
    "benchmarks.search.stock",
    "wagtail.contrib.redirects",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [*project_template.MIDDLEWARE]
ROOT_URLCONF = "benchmarks.search.stock.urls"
TEMPLATES = project_template.TEMPLATES
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": FOLDER / "stock.sqlite3"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "en"
USE_TZ = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES = [(code, code) for code in ("bg", "en", "lv", "nb", "pl", "ro")]
WAGTAIL_I18N_ENABLED = True
STATIC_URL = "/static/"
WAGTAIL_SITE_NAME = "Stock"
WAGTAILADMIN_BASE_URL = "http://localhost"
WAGTAILSEARCH_BACKENDS = {
    "default": {
        "BACKEND": "modelsearch.backends.elasticsearch9",
        "URLS": [ELASTICSEARCH_URL],
        "INDEX_PREFIX": f"{PREFIX}stock_",
        "AUTO_UPDATE": False,
        "TIMEOUT": 60,
    }
}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler", "level": "WARNING"}},
    "root": {"handlers": ["console"]},
}
