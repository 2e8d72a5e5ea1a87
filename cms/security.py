"""The Content-Security-Policy: strict for readers, looser for who is signed in to the administration."""

from __future__ import annotations

from http import HTTPStatus

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

# Wagtail's administration still has inline scripts and styles, and shows pictures before they are sent.
ADMINISTRATION = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
}


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """Send the policy of the settings; add to it what the administration needs, behind its login only."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        """Return the policy of one answer."""
        parts = super().get_policy_parts(request, response, report_only)
        is_of_staff = request.path_info.startswith(reverse("wagtailadmin_home"))
        if is_of_staff and response.status_code != HTTPStatus.SERVICE_UNAVAILABLE and _is_signed_in(request):
            parts.replace = ADMINISTRATION | (parts.replace or {})
        return parts


def _is_signed_in(request: HttpRequest) -> bool:
    return hasattr(request, "user") and request.user.is_authenticated
