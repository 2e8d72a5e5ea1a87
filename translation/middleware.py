"""A publication that is refused anywhere in the administration."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from wagtail.admin import messages

from translation.publication import PublicationRefusedError


class RefusalMiddleware:
    """Say why a translation was not published, on the page the editor came from, instead of failing.

    Wagtail publishes in many places (bulk actions, workflow, reports) and expects no objection there.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        """Answer a refusal in the administration with its message."""
        home = reverse("wagtailadmin_home")
        if not isinstance(exception, PublicationRefusedError) or not request.path.startswith(home):
            return None
        messages.error(request, exception.reason)
        back = request.headers.get("Referer", "")
        known = url_has_allowed_host_and_scheme(
            back, allowed_hosts={request.get_host()}, require_https=request.is_secure()
        )
        return HttpResponseRedirect(back if known else home)
