"""What has changed in a source that its translations do not say yet; which of it changes no translation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from html import unescape
from itertools import groupby
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join, strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail_localize.models import TranslationSource

from translation.desk.views import DeskView
from translation.editions import field_name
from translation.locks import refusal_of_lock
from translation.publication import title_of
from translation.rights import may_publish
from translation.small_corrections import Older, declare, declared, older, take_back


@dataclass(frozen=True)
class Change:
    """A text of a source that has changed: its field, what went and what came, and its translations of before."""

    field: str
    difference: SafeString
    languages: list[Older]


class SourceChangesView(DeskView):
    """Shows what has changed in a source, and lets those who may publish it say what is a small correction."""

    template_name = "translation/changes.html"
    page_title = gettext_lazy("What has changed")

    @cached_property
    def source(self) -> TranslationSource:
        """Return the source. Raises Http404 where there is none."""
        return get_object_or_404(TranslationSource, pk=self.kwargs["source_id"])

    @cached_property
    def instance(self) -> Any:
        """Return its page or entry. Raises Http404 where it is gone, PermissionDenied where it is not theirs."""
        try:
            instance = self.source.get_source_instance()
        except models.ObjectDoesNotExist as error:
            raise Http404 from error
        if not may_publish(self.request.user, instance):
            raise PermissionDenied
        return instance

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do what was chosen."""
        if reason := refusal_of_lock(self.instance, request.user):
            messages.error(request, reason)
        else:
            _do(request, self.source)
        return redirect(request.path)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what has changed, and what was said of it."""
        model = type(self.instance)
        return super().get_context_data(**kwargs) | {
            "title": title_of(self.instance),
            "source": self.source,
            "changes": _changes(model, older(self.source)),
            "corrections": [
                (one, field_name(model, one.path), difference(one.before, one.after)) for one in declared(self.source)
            ],
            "back": AdminURLFinder(self.request.user).get_edit_url(self.instance) or reverse("wagtailadmin_home"),
        }


def _do(request: HttpRequest, source: TranslationSource) -> None:
    if corrections := _numbers(request, "correction"):
        count = take_back(source, corrections, request.user)
        done = ngettext(
            "%(count)s small correction was taken back.", "%(count)s small corrections were taken back.", count
        )
    elif texts := _numbers(request, "text"):
        count = declare(source, texts, request.user)
        done = ngettext("%(count)s translation stays as it is.", "%(count)s translations stay as they are.", count)
    else:
        messages.error(request, _("Choose at least one text."))
        return
    messages.success(request, done % {"count": count})


def _numbers(request: HttpRequest, name: str) -> set[int]:
    return {int(one) for one in request.POST.getlist(name) if re.fullmatch(r"[0-9]{1,18}", one, re.ASCII)}


def _changes(model: Any, found: list[Older]) -> list[Change]:
    """Return the changes with the languages in which each was translated before."""

    def of(one: Older) -> tuple[str, str, str]:
        return one.text.context.path, one.before, one.after

    return [
        Change(field_name(model, path), difference(before, after), list(languages))
        for (path, before, after), languages in groupby(sorted(found, key=of), key=of)
    ]


def difference(before: str, after: str) -> SafeString:
    """Return two texts as one, with the words that went and those that came marked."""
    old, new = (re.findall(r"\w+|\s+|[^\w\s]", unescape(strip_tags(text))) for text in (before, after))
    said: list[SafeString] = []
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            said.append(format_html("{}", "".join(old[start:end])))
            continue
        if went := "".join(old[start:end]):
            said.append(format_html("<del>{}</del>", went))
        if came := "".join(new[new_start:new_end]):
            said.append(format_html("<ins>{}</ins>", came))
    return format_html_join("", "{}", ((one,) for one in said))


def say_what_became_older(request: HttpRequest, instance: Any) -> None:
    """Say after a publication which translations are older than the source now, with the way to what has changed."""
    source = TranslationSource.objects.filter(
        object_id=instance.translation_key, locale_id=instance.locale_id, translations__enabled=True
    ).first()
    found = older(source) if source is not None else []
    if not found or not may_publish(request.user, instance):
        return
    languages = {one.text.locale_id for one in found}
    said = ngettext(
        "A translation into %(count)s language is older than this page now.",
        "Translations into %(count)s languages are older than this page now.",
        len(languages),
    )
    way = messages.button(reverse("source_changes", args=[source.pk]), _("What has changed"))
    messages.info(request, said % {"count": len(languages)}, buttons=[way])
