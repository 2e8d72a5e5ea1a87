"""The addresses of Wagtail."""

from __future__ import annotations

from django.urls import include, path
from wagtail import urls
from wagtail.admin import urls as admin

urlpatterns = [path("admin/", include(admin)), path("", include(urls))]
