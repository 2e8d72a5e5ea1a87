"""Settings of the stock side."""

from __future__ import annotations

import os
from pathlib import Path

from benchmarks import project_template

SECRET_KEY = "of a benchmark"  # noqa: S105  nothing is signed with it that leaves the process
DEBUG = False
INSTALLED_APPS = [
    "benchmarks.translation.stock", "wagtail_localize", "wagtail_localize.locales",
    "wagtail.contrib.redirects", "wagtail.embeds", "wagtail.sites", "wagtail.users", "wagtail.snippets",
    "wagtail.documents", "wagtail.images", "wagtail.search", "wagtail.admin", "wagtail", "modelcluster",
    "taggit", "django_filters", "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions",
    "django.contrib.messages", "django.contrib.staticfiles",
]  # fmt: skip
MIDDLEWARE = project_template.MIDDLEWARE
ROOT_URLCONF = "benchmarks.translation.stock.urls"
TEMPLATES = project_template.TEMPLATES
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": Path(os.environ.get("VAR_DIR", ".")) / "stock.sqlite3",
    }
}
LANGUAGE_CODE = "en"
USE_I18N = WAGTAIL_I18N_ENABLED = USE_TZ = True
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("en", "English"), ("nb", "Norwegian Bokmål")]
WAGTAIL_SITE_NAME = "Stock"
WAGTAILADMIN_BASE_URL = "http://localhost"
STATIC_URL = "/static/"
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
