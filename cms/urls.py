"""The addresses of the site."""

from __future__ import annotations

from django.urls import include, path, re_path
from wagtail import views as wagtail_views
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents.views import serve as wagtaildocs_views
from wagtail.urls import serve_pattern

from api.urls import api_urls
from cms import signing_in, sitemap, views
from cms.languages import LANGUAGE_CODES
from cms.previews.views import preview
from cms.throttling import COLLECTION, PAGE, throttled
from projects.urls import library_urls
from publishing.urls import publishing_urls
from search.urls import search_urls

LANGUAGE = f"(?:{'|'.join(LANGUAGE_CODES)})"

urlpatterns = [
    path("", views.choose_language, name="choose_language"),
    path("api/v1/", include(api_urls)),
    path("admin/login/", signing_in.SignInView.as_view()),
    path("admin/logout/", signing_in.SignOutView.as_view()),
    path("admin/password_reset/confirm/<uidb64>/<token>/", signing_in.NewPasswordView.as_view()),
    path("admin/", include(wagtailadmin_urls)),
    re_path(r"^documents/([0-9]{1,18})/(.+)$", views.document, name="wagtaildocs_serve"),
    path(
        "documents/authenticate_with_password/<int:restriction_id>/",
        throttled(wagtaildocs_views.authenticate_with_password, COLLECTION),
        name="wagtaildocs_authenticate_with_password",
    ),
    path("id/<int:pk>/", views.permanent, name="permanent"),
    path("preview/", preview, name="preview"),
    path("write/<str:token>/", views.write_to, name="write_to"),
    path("health/", views.health, name="health"),
    path("robots.txt", views.robots, name="robots"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("sitemap.xml", sitemap.index, name="sitemap"),
    re_path(rf"^sitemap-(?P<language>{LANGUAGE})\.xml$", sitemap.language_sitemap, name="language_sitemap"),
    re_path(r"^pictures/([0-9]{1,9})/([a-z0-9-]{1,40})\.([a-z]{1,8})$", views.picture, name="picture"),
    path("media/images/<path:name>", views.rendition, name="rendition"),
    re_path(rf"^{LANGUAGE}/", include((search_urls, "search"))),
    re_path(rf"^{LANGUAGE}/", include((library_urls, "library"))),
    re_path(rf"^{LANGUAGE}/", include((publishing_urls, "publishing"))),
    path(
        "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
        throttled(wagtail_views.authenticate_with_password, PAGE),
        name="wagtailcore_authenticate_with_password",
    ),
    path("_util/login/", signing_in.SignInView.as_view(), name="wagtailcore_login"),
    re_path(serve_pattern, views.serve, name="wagtail_serve"),
]

handler400 = "cms.errors.bad_request"
handler403 = "cms.errors.permission_denied"
handler404 = "cms.errors.page_not_found"
handler500 = "cms.errors.server_error"
