"""The page that a preview link leads to, and where staff make links and withdraw them."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.template.response import TemplateResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from cms.models import BasePage
from cms.models.previews import PreviewLink
from cms.previews.files import with_keys
from cms.previews.front_ends import HERE
from cms.previews.links import NoPreviewError, make, may_edit, opened, withdraw
from cms.previews.panel import ADDRESS_NAME, LinkForm, links_context


@require_safe
def preview(request: HttpRequest) -> HttpResponse:
    """Show the draft that a link leads to, marked as one; nobody keeps it, lists it, or learns its address from it."""
    try:
        draft = opened(request.GET.get("token", ""))
    except NoPreviewError:
        answer = render(request, "cms/previews/over.html", status=HTTPStatus.NOT_FOUND)
    else:
        page: Any = draft.page
        request.GET = QueryDict()  # what a list makes links of: the token is in none
        request.is_preview, request.preview_until = True, draft.expires_at  # type: ignore[attr-defined]  # for templates
        with translation.override(page.language):
            request.LANGUAGE_CODE = page.language
            made = page.serve_preview(request, HERE)
            html = (made.render() if isinstance(made, TemplateResponse) else made).content.decode()
            answer = HttpResponse(with_keys(html, draft))
        answer.headers["Content-Language"] = page.language
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
def preview_links(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show the links of a page that work, make one, withdraw one.

    The editor's panel asks for the part that changed, and is given the page's list alone.
    """
    page = get_object_or_404(Page, pk=page_id).specific
    if not isinstance(page, BasePage):
        raise Http404
    if not may_edit(request.user, page):
        raise PermissionDenied
    form, made = LinkForm(request.POST or None), None
    if request.method == "POST":
        if request.POST.get("withdraw"):
            _withdraw(request, page)
        elif form.is_valid():
            made = make(page, request.user, int(form.cleaned_data["days"]))
    context = {**links_context(page, request.user), "form": form, "made": made}
    if request.headers.get("X-Requested-With") == "XMLHttpRequest":
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors and not request.POST.get("withdraw") else HTTPStatus.OK
        return render(request, "cms/previews/links.html", context, status=status)
    if request.method == "POST" and (made or request.POST.get("withdraw")):
        return redirect(ADDRESS_NAME, page.pk)
    context |= {"page_title": _("Preview links"), "page_subtitle": page.get_admin_display_title()}
    return render(request, "cms/previews/staff.html", context)


def _withdraw(request: HttpRequest, page: Any) -> None:
    """Withdraw the link that a form names, if it is one of the page's."""
    try:
        key = forms.UUIDField().clean(request.POST["withdraw"])
    except forms.ValidationError as error:
        raise Http404 from error
    withdraw(get_object_or_404(PreviewLink, pk=key, page_id=page.pk), request.user)
