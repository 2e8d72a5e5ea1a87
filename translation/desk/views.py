"""The screens of the desk: the matrix, a person's work, and actions on many."""

from __future__ import annotations

from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Locale, Page

from cms.formats import day, number
from cms.tables import TABLE_FORMATS
from translation.desk import batches, cells, matrix
from translation.desk import queue as queues
from translation.desk.forms import MatrixForm
from translation.desk.matrix import Chosen, Matrix
from translation.desk.queue import Queue
from translation.desk.rows import PUBLIC, Everything
from translation.enums import BatchKind, State
from translation.jobs import keeping
from translation.jobs.cost import costs
from translation.jobs.forms import JobForm
from translation.models import Batch
from translation.translators import locales_of, translates, vocabularies, vocabularies_of

LEGEND = (State.LIVE, State.REVIEW, State.DRAFT, State.READY, State.CHANGED, State.NOT_BEGUN, State.ABSENT)


class DeskView(WagtailAdminTemplateMixin, TemplateView):
    """A screen of the desk, for those who translate or keep a vocabulary."""

    request: HttpRequest
    header_icon = "globe"
    place = ""  # which of the desk's screens it is

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer those who may translate something."""
        if not (translates(request.user) or vocabularies_of(request.user)):
            raise PermissionDenied
        return self.as_file() or super().dispatch(request, *args, **kwargs)

    def as_file(self) -> HttpResponseBase | None:
        """Return what is taken away instead of being shown, None where nothing is."""
        return None

    @cached_property
    def locales(self) -> list[Locale]:
        """Return all languages, by their names."""
        return sorted(Locale.objects.all(), key=lambda locale: str(locale.get_display_name()))

    @cached_property
    def own_locales(self) -> list[Locale]:
        """Return the languages into which the person translates."""
        if self.request.user.is_superuser:
            return self.locales
        own = set(locales_of(self.request.user).values_list("pk", flat=True))
        return [locale for locale in self.locales if locale.pk in own]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        here = [{"url": "", "label": self.get_page_title()}]
        return [*super().get_breadcrumbs_items(), *(here if self.place == "matrix" else self._below_the_matrix())]

    def _below_the_matrix(self) -> list[dict[str, Any]]:
        return [
            {"url": reverse("translations"), "label": _("Translations")},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what all screens show."""
        now = timezone.localtime()
        return {**super().get_context_data(**kwargs), "place": self.place, "counted_at": now}

    def with_parameters(self, **changes: Any) -> str:
        """Return the address of this screen with other parameters; an empty one is left out, the page begins anew."""
        kept = {name: value for name, value in self.request.GET.items() if name != "page"} | changes
        return f"{self.request.path}?{urlencode({name: value for name, value in kept.items() if value})}"


class MatrixView(DeskView):
    """Pages by languages, or the entries of a vocabulary."""

    template_name = "translation/desk/matrix.html"
    page_title = gettext_lazy("Translations")
    place = "matrix"

    def as_file(self) -> HttpResponseBase | None:
        """Return the table as a file where one is asked for."""
        told = TABLE_FORMATS.get(self.request.GET.get("format", ""))
        if told is None or not self.form.is_valid():
            return None
        language = get_language() or ""
        rows = list(self.matrix.table())  # now: the answer is sent when nobody's language is active any more
        file = StreamingHttpResponse(told.write(rows, language), content_type=told.media_type)
        file["Content-Disposition"] = f'attachment; filename="translations.{told.ending}"'
        return file

    @cached_property
    def form(self) -> MatrixForm:
        """Return what it is filtered by."""
        return MatrixForm(self.request.GET, user=self.request.user, locales=self.locales)

    @cached_property
    def matrix(self) -> Matrix:
        """Return the matrix as it is filtered; all of it where the filter makes no sense."""
        form = self.form
        if not form.is_valid():
            return Matrix(self.request.user, Chosen(), self.locales)
        asked = form.cleaned_data
        locale = next((one for one in self.locales if one.language_code == asked["language"]), None)
        chosen = Chosen(form.kinds.get(asked["kind"], Page), asked["q"], asked["below"], asked["state"], locale)
        return Matrix(self.request.user, chosen, self.locales)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the rows of a part, what each language has, and what can be done with rows."""
        shown = self.matrix
        chosen = shown.chosen
        paginator = Paginator(shown.sources, matrix.A_PAGE)
        page = paginator.get_page(self.request.GET.get("page"))
        rows = shown.rows(list(page.object_list))
        user: Any = self.request.user
        kinds = [(BatchKind.HAND_OVER, _("Hand over…"))] if batches.may_hand_over(user) else []
        kinds += [(BatchKind.PUBLISH, _("Publish…"))] if batches.may_publish(user) else []
        return super().get_context_data(**kwargs) | {
            "form": self.form,
            "chosen": chosen,
            "rows": rows,
            "page": page,
            "listed": ngettext("%(found)s in the list", "%(found)s in the list", paginator.count)
            % {"found": number(paginator.count)},
            "sums": [
                (one, self.with_parameters(language=one.locale.language_code),
                 self.with_parameters(language=one.locale.language_code, state=PUBLIC),
                 self.with_parameters(language=one.locale.language_code, state=State.CHANGED))
                for one in shown.sums
            ],
            "pills": self._pills(),
            "overall": self._overall(),
            "counted": self._counted(),
            "legend": [cells.plainly(state) for state in LEGEND],
            "vocabulary": self._vocabulary() if self._is_whole(page.number) else [],
            "kinds": kinds if rows else [],
            "action_locales": [chosen.locale] if chosen.locale else self.own_locales,
            "files": [(ending.upper(), self.with_parameters(format=ending)) for ending in TABLE_FORMATS],
            "parameters": self.with_parameters(),
        }  # fmt: skip

    def _is_whole(self, number_of_page: int) -> bool:
        chosen = self.matrix.chosen
        return number_of_page == 1 and chosen.model is Page and not (chosen.q or chosen.below or chosen.state)

    def _counted(self) -> str:
        total = self.matrix.total
        counted = (
            ngettext("%(count)s entry", "%(count)s entries", total)
            if self.matrix.chosen.is_vocabulary
            else ngettext("%(count)s page", "%(count)s pages", total)
        )
        return counted % {"count": number(total)}

    def _overall(self) -> list[tuple[str, str]]:
        """Return what asks for something in all shown languages, each with its list."""
        says = {
            State.CHANGED: lambda n: ngettext(
                "%(count)s cell with a changed source", "%(count)s cells with a changed source", n
            ),
            State.REVIEW: lambda n: ngettext("%(count)s cell to review", "%(count)s cells to review", n),
            State.READY: lambda n: ngettext("%(count)s cell ready to publish", "%(count)s cells ready to publish", n),
        }
        counted = [(state, self.matrix.cells_in(state), say) for state, say in says.items()]
        return [
            (say(count) % {"count": number(count)}, self.with_parameters(state=state))
            for state, count, say in counted
            if count
        ]

    def _pills(self) -> list[tuple[str, str]]:
        """Return what was chosen, each with the address without it."""
        chosen = self.matrix.chosen
        found = []
        if chosen.locale:
            name = str(chosen.locale.get_display_name())
            found.append((_("Language: %(language)s") % {"language": name}, self.with_parameters(language="")))
        if chosen.below:
            title = chosen.below.get_admin_display_title()
            found.append((_("Below: %(title)s") % {"title": title}, self.with_parameters(below="")))
        return found

    def _vocabulary(self) -> list[dict[str, Any]]:
        """Return what is live of each vocabulary in each language, each number with its list."""
        found = []
        for kind in matrix.vocabulary_sums(self.matrix.locales):
            label = kind.model._meta.label_lower
            found.append({
                "name": kind.name,
                "href": f"{self.request.path}?{urlencode({'kind': label})}",
                "cells": [
                    {
                        "language": one.locale.get_display_name(),
                        "numbers": [
                            (said, self._list_of(label, one.locale, state))
                            for count, said, state in (
                                (1, cells.of_all(one.live, one.total), PUBLIC),
                                (one.missing, cells.missing(one.missing), State.ABSENT),
                                (one.changed, cells.changed(one.changed), State.CHANGED),
                            )
                            if count
                        ],
                    }
                    for one in kind.sums
                ],
            })  # fmt: skip
        return found

    def _list_of(self, kind: str, locale: Locale, state: str) -> str:
        parameters = {"kind": kind, "language": locale.language_code, "state": state}
        return f"{self.request.path}?{urlencode(parameters)}"


class QueueView(DeskView):
    """What waits for a person."""

    template_name = "translation/desk/queue.html"
    page_title = gettext_lazy("My work")
    place = "queue"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what waits: in order, in groups."""
        asked = self.request.GET
        only = next((one for one in self.own_locales if one.language_code == asked.get("language")), None)
        state = asked.get("state", "") if asked.get("state") in queues.BY_STATE else ""
        queue = Queue(self.request.user, self.own_locales, only=only, q=asked.get("q", "").replace("\0", "")[:100])
        page = Paginator(queue.listed(state), queues.A_PAGE).get_page(asked.get("page"))
        pieces = queue.pieces(list(page.object_list))
        first = pieces[0] if page.number == 1 and pieces else None
        grouped: dict[str, Any] = {}
        counts = {group.state: count for group, _said, count in queue.counts}
        for piece in pieces:
            entry = grouped.setdefault(
                piece.group.state, {"group": piece.group, "count": counts[piece.group.state], "pieces": []}
            )
            entry["pieces"].append(piece)
        return super().get_context_data(**kwargs) | {
            "queue": queue,
            "into": queues.into(queue.locales) if queue.locales else "",
            "today": day(timezone.localdate()),
            "first": first,
            "groups": list(grouped.values()),
            "page": page,
            "state": state,
            "q": queue.q,
            "counts": [
                (said, count, self.with_parameters(state=group.state), group.state == state)
                for group, said, count in queue.counts
            ],
            "all": self.with_parameters(state=""),
            "languages": [
                (str(one.get_display_name()), self.with_parameters(language=one.language_code), one == only)
                for one in self.own_locales
            ] if len(self.own_locales) > 1 else [],
            "all_languages": self.with_parameters(language=""),
            "only": only,
            "parameters": self.with_parameters(),
        }  # fmt: skip


class NewBatchView(DeskView):
    """Asks before something is done to many pages, and has it done; what is handed over is a job."""

    template_name = "translation/desk/confirm_batch.html"

    def get_page_title(self) -> str:
        """Return what is done."""
        return str(BatchKind(self.request.POST.get("kind", BatchKind.HAND_OVER)).label)

    @property
    def asked(self) -> QueryDict:
        """Return what was chosen: in the matrix, here, or by the address that a page's button has."""
        return self.request.POST if self.request.method == "POST" else self.request.GET

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Ask about one page, in all languages into which the person may have it translated."""
        if not self.sources:
            return self._refused(_("Mark rows first, at their beginning."), self._way_back())
        items = batches.items_of(BatchKind.HAND_OVER, self.sources, self.into)
        if not items:
            return self._refused(
                _("There is nothing to do: it is done in each of these languages already."), self._way_back()
            )
        return self._ask(BatchKind.HAND_OVER, items, batches.entries_for(self.sources, self.into), None)

    def _ask(self, kind: str, items: list[Any], entries: list[Any], form: JobForm | None) -> HttpResponse:
        if kind == BatchKind.HAND_OVER and form is None:
            form = JobForm(locales=self.into, initial={"name": str(self.sources[0])[:100]})
        return self.render_to_response(
            self.get_context_data(kind=kind, items=items, entries=entries, back=self._way_back(), job_form=form)
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Ask, or begin."""
        back = self._way_back()
        if request.POST.get("kind") not in BatchKind.values:
            return self._refused(_("Choose what is to be done."), back)
        if not self.sources:
            return self._refused(_("Mark rows first, at their beginning."), back)
        if not self.into:
            return self._refused(_("Choose a language."), back)
        kind = request.POST["kind"]
        items = batches.items_of(kind, self.sources, self.into)
        entries = batches.entries_for(self.sources, self.into) if kind == BatchKind.HAND_OVER else []
        if not items:
            return self._refused(_("There is nothing to do: it is done in each of these languages already."), back)
        if "confirmed" not in request.POST:
            return self._ask(kind, items, entries, None)
        form = JobForm(request.POST, locales=self.into) if kind == BatchKind.HAND_OVER else None
        if form is not None and not form.is_valid():
            return self._ask(kind, items, entries, form)
        with_entries = entries if "entries" in request.POST else []
        with transaction.atomic():
            job = keeping.begin(form.save(commit=False), form.people, request.user) if form else None
            batch = batches.begin(kind, request.user, [*with_entries, *items], job)
        return redirect("translations_batch", batch.pk)

    def _refused(self, said: str, back: str) -> HttpResponse:
        messages.error(self.request, said)
        return redirect(back)

    def _way_back(self) -> str:
        here = reverse("translations")
        back = self.asked.get("back", "")
        return back if back.split("?")[0] == here else here

    @cached_property
    def into(self) -> list[Locale]:
        """Return the languages that were chosen; all that there are where a page's button leads here."""
        wanted = set(self.asked.getlist("language"))
        if self.request.method != "POST" and not wanted:
            return [locale for locale in self.own_locales if locale.pk not in {one.locale_id for one in self.sources}]
        return [locale for locale in self.locales if locale.language_code in wanted]

    @cached_property
    def sources(self) -> list[Any]:
        """Return the chosen pages or entries of which the person may know, what stands above others first."""
        label = self.asked.get("model", "")
        model = next((one for one in (Page, *vocabularies()) if one._meta.label_lower == label), None)
        if model is None:
            return []
        marked = set(self.asked.getlist("source"))
        chosen = [one.pk for one in Everything(model, self.request.user).sources if str(one.pk) in marked]
        read = model._default_manager.select_related("locale").in_bulk(chosen)
        return [read[pk] for pk in chosen if pk in read]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what will be done."""
        names = {locale.language_code: str(locale.get_display_name()) for locale in self.locales}
        titles = {source.pk: source for source in self.sources}
        counted = {code: sum(item[2] == code for item in kwargs["items"]) for code in names}
        is_handing_over = kwargs["kind"] == BatchKind.HAND_OVER
        return super().get_context_data(**kwargs) | {
            "languages": [
                (names[code], _translations(count))
                for code, count in counted.items()
                if count
            ],
            "shown": [
                (source, [names[code] for _model, pk, code in kwargs["items"] if pk == source.pk])
                for source in titles.values()
                if any(pk == source.pk for _model, pk, _code in kwargs["items"])
            ],
            "sent": [("kind", kwargs["kind"])]
            + [(name, value) for name in ("model", "back") for value in self.asked.getlist(name)]
            + [("language", locale.language_code) for locale in self.into if not is_handing_over]
            + [("source", source.pk) for source in self.sources],
            "is_handing_over": is_handing_over,
            "media": kwargs["job_form"].media if kwargs["job_form"] else "",
            "costs": self._costs(kwargs["items"], kwargs["job_form"]) if is_handing_over else [],
        }  # fmt: skip

    def _costs(self, items: list[Any], form: JobForm) -> list[dict[str, Any]]:
        """Return what it costs in each language, and who may do it."""
        locales = {locale.language_code: locale for locale in self.locales}
        sources = {source.pk: source for source in self.sources}
        counted = costs([(sources[pk], locales[code]) for _model, pk, code in items])
        return [
            {
                "code": one.locale.language_code, "language": one.locale.get_display_name(),
                "said": " · ".join([_translations(one.pieces), cells.texts_and_words(one.texts, one.words),
                                    *([_("%(words)s repeated") % {"words": cells.words_of(one.repeated)}]
                                      if one.repeated else [])]),
                "person": form.person(one.locale),
            }
            for one in counted
        ]  # fmt: skip


class BatchView(DeskView):
    """What came of an action on many, while it is done and afterwards; for the person who began it."""

    template_name = "translation/desk/batch.html"

    @cached_property
    def batch(self) -> Batch:
        """Return it. Raises Http404 for one of somebody else."""
        return get_object_or_404(Batch, pk=self.kwargs["pk"], user_id=self.request.user.pk)

    def get_page_title(self) -> str:
        """Return what was done."""
        return str(BatchKind(self.batch.kind).label)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what was done and what was refused."""
        batch = self.batch
        names = {locale.language_code: str(locale.get_display_name()) for locale in self.locales}
        results = [{**one, "language_name": names.get(one["language"], "")} for one in batch.results]
        refused = [one for one in results if one["refused"]]
        done = [one for one in results if not one["refused"]]
        head = _("%(action)s, %(total)s: %(done)s done, %(refused)s refused") % {
            "action": self.get_page_title(),
            "total": _translations(len(results)),
            "done": number(len(done)),
            "refused": number(len(refused)),
        }
        return super().get_context_data(**kwargs) | {
            "batch": batch,
            "done": done,
            "refused": refused,
            "head": head,
            "progress": _("%(done)s of %(total)s") % {"done": len(results), "total": len(batch.items)},
        }


def _translations(count: int) -> str:
    """Return a number of pages or entries in a language."""
    return ngettext("%(count)s translation", "%(count)s translations", count) % {"count": number(count)}
