"""What is refused anywhere in the administration, and who asks there."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from wagtail.admin import messages

from cms.signals import RefusedError
from translation.reading import asked


class RefusalMiddleware:
    """Say why something was refused, on the page the editor came from, instead of failing.

    Wagtail publishes in many places (bulk actions, workflow, reports) and expects no objection there. Meanwhile it is
    known who asks (`translation.reading`).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer."""
        token = asked.set(request)
        try:
            return self.get_response(request)
        finally:
            asked.reset(token)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        """Answer a refusal in the administration with its message."""
        home = reverse("wagtailadmin_home")
        if not isinstance(exception, RefusedError) or not request.path.startswith(home):
            return None
        messages.error(request, exception.reason)
        back = request.headers.get("Referer", "")
        known = url_has_allowed_host_and_scheme(
            back, allowed_hosts={request.get_host()}, require_https=request.is_secure()
        )
        return HttpResponseRedirect(back if known else home)
