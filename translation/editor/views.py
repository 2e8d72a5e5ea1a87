"""The screens of the editor: a translation as a whole, and one text of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.ui.menus.pages import get_page_header_buttons
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page, PreviewableMixin
from wagtail_localize.models import StringSegment, Translation

from translation.desk import cells
from translation.desk.cells import Said
from translation.editor.notation import MarkupError, html_of, notation, tags
from translation.editor.saving import ConflictError, save
from translation.editor.sheet import Sheet, Text, origin_of_text, state_as_html, state_of, version
from translation.locks import LockedError, refusal_to_write
from translation.models import DismissedCheck, Status
from translation.quality.checks import BY_ID
from translation.quality.findings import dismiss, dismissed_in, findings_of_text, take_back
from translation.rights import may_open, may_publish, may_translate
from translation.views.confirmation import edit_address, translation_and_target
from translation.views.reviews import say_what_holds_up
from translation.views.submission import publish_translation

TO_DO, CHANGED, UNREAD, FOUND = "to_do", "changed", "unread", "found"
SETTINGS = "settings"  # asks at a page's own address for localize's editor, where what is no text is chosen
FILES = ("download", "upload")  # what is done with PO files
LONGEST = 20_000  # characters of one text; more is no text that somebody wrote


@dataclass
class Typed:
    """What somebody has typed for a text that could not be saved, and why not; `theirs` is what stands there now."""

    written: str
    problem: str
    theirs: str = ""
    seen: str = ""


@dataclass
class Opened:
    """The text that is open: its form, and what helps with it."""

    text: Text
    written: str
    seen: str
    problem: str = ""
    theirs: str = ""
    earlier: Any = None
    writes: bool = True
    dismissed: list[tuple[DismissedCheck, str]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)


class OfTranslation:
    """A view of one translation, for those who work on it."""

    request: HttpRequest
    kwargs: dict[str, Any]

    @cached_property
    def _found(self) -> tuple[Translation, Any]:
        return translation_and_target(self.request, self.kwargs["translation_id"], may_open)

    @property
    def translation(self) -> Translation:
        """Return the translation. Raises Http404, PermissionDenied."""
        return self._found[0]

    @property
    def target(self) -> Any:
        """Return the page or entry in its language."""
        return self._found[1]

    @cached_property
    def sheet(self) -> Sheet:
        """Return all texts."""
        return Sheet(self.translation, type(self.target))

    @cached_property
    def refused(self) -> str:
        """Return why the person may not write, "" where they may."""
        return refusal_to_write(self.target, self.request.user)

    @property
    def address(self) -> str:
        """Return where the whole translation is."""
        return reverse("translate", args=[self.translation.pk])

    def languages(self) -> dict[str, Any]:
        """Return the languages of both sides, for templates."""
        return {
            "source_locale": self.translation.source.locale,
            "target_locale": self.translation.target_locale,
            "translation": self.translation,
        }

    def progress(self) -> dict[str, Any]:
        """Return how far the translation is, as it was last counted."""
        status = Status.objects.filter(translation=self.translation.pk).first() or Status()
        return {"legend": _legend(status), "bar": _bar(status), "counted": _counted(status)}

    def opened(self, text: Text, typed: Typed | None = None) -> Opened:
        """Return a text as it is opened: what was typed for it, or what is written."""
        found = dismissed_in(self.translation).get(text.pk, [])
        return Opened(
            text=text,
            written=typed.written if typed else text.target,
            seen=typed.seen if typed else text.version,
            problem=typed.problem if typed else text.problem,
            theirs=typed.theirs if typed else "",
            earlier=self.sheet.earlier(text),
            writes=not self.refused,
            dismissed=[(one, str(BY_ID[one.check_id].name)) for one in found if one.check_id in BY_ID],
            tags=list(dict.fromkeys(text.tags)),
        )


class EditorView(OfTranslation, WagtailAdminTemplateMixin, TemplateView):
    """A translation, text by text beside its source."""

    template_name = "translation/editor/editor.html"
    header_icon = "globe"
    typed: Typed | None = None
    active: int | None = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Send to Wagtail's own editor what is written there: an edition that goes its own way."""
        if not self.translation.enabled:
            return redirect(edit_address(request, self.translation))
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the translation, and what keeps it from being published."""
        say_what_holds_up(request, self.translation)
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Publish the translation, or say why not."""
        publish_translation(request, self.translation)
        return redirect(self.address)

    def get_page_title(self) -> str:
        """Return what is translated, as its source calls it."""
        return str(self.translation.source.object_repr)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("translations"), "label": _("Translations")},
            {"url": reverse("translations_queue"), "label": _("My work")},
            {"url": "", "label": self.get_page_title()},
        ]

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        """Return what else is done with a page: its history and preview links, unpublishing, moving."""
        if not isinstance(self.target, Page):
            return []
        buttons: list[Any] = get_page_header_buttons(self.target, self.request.user, self.address, "edit")
        return buttons

    @cached_property
    def chosen(self) -> list[Text]:
        """Return the texts that are shown: all, or those that are asked for."""
        asked = self.request.GET.get("show", "")
        wanted = self.request.GET.get("q", "").casefold().split()
        return [
            text
            for text in self.sheet.texts
            if (asked != TO_DO or text.to_do or text.pk == self.active)
            and (asked != CHANGED or text.stale)
            and (asked != UNREAD or text.said.look == cells.REVIEW)
            and (asked != FOUND or text.findings)
            and all(word in f"{text.source}\n{text.target}".casefold() for word in wanted)
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return all that the screen shows."""
        texts = self.sheet.texts
        active = self.sheet.by_number.get(self.active or _number(self.request.GET.get("text", "")))
        shown_open = self.opened(active, self.typed) if active else None
        return {
            **super().get_context_data(**kwargs),
            **self.languages(),
            **self.progress(),
            "address": self.address,
            "parts": self.sheet.parts(self.chosen),
            "opened": shown_open,
            "query": self.request.GET.get("q", ""),
            "show": self.request.GET.get("show", ""),
            "filters": [
                ("", _("All"), len(texts)),
                (TO_DO, _("To do"), sum(text.to_do for text in texts)),
                (CHANGED, _("Source changed"), sum(text.stale for text in texts)),
                (UNREAD, _("Needs review"), sum(text.said.look == cells.REVIEW for text in texts)),
                (FOUND, _("With findings"), sum(bool(text.findings) for text in texts)),
            ],
            "refused": self.refused,
            "files": {name: reverse(f"wagtail_localize:{name}_pofile", args=[self.translation.pk]) for name in FILES},
            "may_publish": may_publish(self.request.user, self.target),
            "ways": self._ways(),
        }

    def _ways(self) -> list[tuple[str, str, str]]:
        """Return where else something of this translation is done: address, words and icon."""
        number = self.translation.pk
        ways = [(reverse("read_source", args=[number]), _("Read the original"), "doc-full")]
        if edits_source := self._source_address():
            ways.append((edits_source, _("Edit the original"), "edit"))
        if isinstance(self.target, PreviewableMixin):
            ways.append((reverse("wagtail_localize:preview_translation", args=[number]), _("Preview"), "view"))
        if may_translate(self.request.user, self.target):
            own = f"{edit_address(self.request, self.translation)}?{SETTINGS}"
            ways.append((own, _("Pictures, links and settings"), "cogs"))
        return ways

    def _source_address(self) -> str:
        """Return where the source is edited, "" where the person may not or it was deleted."""
        try:
            source = self.translation.source.get_source_instance()
        except ObjectDoesNotExist:
            return ""
        return str(AdminURLFinder(self.request.user).get_edit_url(source) or "")


class TextView(OfTranslation, View):
    """One text of a translation: GET shows it opened, POST writes it."""

    @cached_property
    def segment(self) -> StringSegment:
        """Return the text of the source. Raises Http404."""
        segments = StringSegment.objects.select_related("string", "context")
        return get_object_or_404(segments, pk=self.kwargs["segment_id"], source=self.translation.source_id)

    @cached_property
    def in_background(self) -> bool:
        """Tell whether the editor's script asks, which takes data."""
        return self.request.headers.get("Accept", "").startswith("application/json")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the text, opened where that is asked for."""
        text = self.sheet.by_number.get(self.kwargs["segment_id"])
        if text is None:
            raise Http404
        if not self.in_background:
            return redirect(_at(self.address, text.pk))
        opened = self.opened(text) if "open" in request.GET else None
        context = {**self.languages(), "text": text, "opened": opened, "address": self.address}
        return HttpResponse(render_to_string("translation/editor/text.html", context, request))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Write the text; what is refused is told with what stands there, and nothing that was typed is lost."""
        if "text" not in request.POST and self.segment:
            return HttpResponseBadRequest()
        written, seen = request.POST["text"], request.POST.get("seen", "")
        done = request.POST.get("action") == "done"
        try:
            row = self._save(written, seen, done=done)
        except MarkupError as error:
            return self._not_saved(Typed(written, str(error), seen=seen), HTTPStatus.UNPROCESSABLE_ENTITY)
        except LockedError as error:
            return self._not_saved(Typed(written, error.reason, seen=seen), HTTPStatus.FORBIDDEN)
        except ConflictError as error:
            theirs = notation(error.row.data) if error.row else ""
            return self._not_saved(Typed(written, error.reason, theirs, version(error.row)), HTTPStatus.CONFLICT)
        if not self.in_background:
            return redirect(self._next() if done else _at(self.address, self.segment.pk))
        said, to_do = state_of(row, self.segment.context.path)
        context = {**self.languages(), **self.progress(), "text_pk": self.segment.pk, "writes": True}
        return JsonResponse(
            {
                "version": version(row),
                "text": notation(row.data) if row else "",
                "to_do": to_do,
                "state": state_as_html(said, origin_of_text(row)),
                "findings": render_to_string(
                    "translation/editor/findings.html",
                    context | {"findings": findings_of_text(self.translation, self.segment) if row else []},
                    request,
                ),
                "progress": render_to_string("translation/editor/progress.html", context, request),
                "saved": _("Saved at %(time)s") % {"time": date_format(timezone.localtime(), "TIME_FORMAT")},
            }
        )

    def _save(self, written: str, seen: str, *, done: bool) -> Any:
        if self.refused:
            raise LockedError(self.refused)
        if not self.translation.enabled:
            raise LockedError(_("This is an adapted edition now. Its words are written in the page itself."))
        if len(written) > LONGEST:
            raise MarkupError(_("This is too long for one text."))
        html = html_of(written, tags(self.segment.string.data))
        return save(self.translation, self.segment, html, seen=seen, user=self.request.user, done=done)

    def _not_saved(self, typed: Typed, status: HTTPStatus) -> HttpResponse:
        if self.in_background:
            answer = {"problem": typed.problem, "theirs": typed.theirs, "version": typed.seen}
            return JsonResponse(answer, status=status)
        messages.error(self.request, typed.problem)
        view = EditorView(typed=typed, active=self.segment.pk)
        view.setup(self.request, **self.kwargs)
        return view.render_to_response(view.get_context_data(), status=status)

    def _next(self) -> str:
        """Return where the next text is that is to do, the whole translation where none is."""
        texts = self.sheet.texts
        at = next((index for index, text in enumerate(texts) if text.pk == self.segment.pk), 0)
        following = next((text for text in (*texts[at + 1 :], *texts[:at]) if text.to_do), None)
        return _at(self.address, following.pk) if following else self.address


class DismissView(OfTranslation, View):
    """Says that what a check found in a text is right, and why; or that it is not."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Keep the reason, or say what is wrong with it; let the check tell again where that is asked for."""
        segments = StringSegment.objects.select_related("string", "context")
        segment = get_object_or_404(segments, pk=self.kwargs["segment_id"], source=self.translation.source_id)
        if self.refused:
            messages.error(request, self.refused)
        elif "again" in request.POST:
            for one in dismissed_in(self.translation).get(segment.pk, []):
                if one.check_id == request.POST["again"]:
                    take_back(one, self.translation, request.user)
        else:
            try:
                said = request.POST.get("check", ""), request.POST.get("reason", "")
                dismiss(self.translation, segment, *said, request.user)
            except ValidationError as error:
                messages.error(request, " ".join(error.messages))
        return redirect(_at(self.address, segment.pk))


def _at(address: str, number: int) -> str:
    return f"{address}?{urlencode({'text': number})}#text-{number}"


def _number(said: str) -> int:
    """Return a number that stands in an address, 0 where none does that could be one of ours."""
    return int(said) if said.isascii() and said.isdigit() and len(said) < 19 else 0


def _legend(status: Status) -> list[Said]:
    """Return how many texts are in each state, without those that none is in."""
    drafts, review = status.draft, status.review - status.stale
    counted = [
        (cells.APPROVED, status.approved, ngettext("%(count)s translated", "%(count)s translated", status.approved)),
        (cells.REVIEW, review, ngettext("%(count)s to review", "%(count)s to review", review)),
        (cells.DRAFT, drafts, ngettext("%(count)s draft", "%(count)s drafts", drafts)),
        (cells.STALE, status.stale, ngettext("%(count)s changed", "%(count)s changed", status.stale)),
        (cells.NONE, status.missing, ngettext("%(count)s not translated", "%(count)s not translated", status.missing)),
    ]
    return [cells.said(look, words % {"count": count}) for look, count, words in counted if count]


def _bar(status: Status) -> list[tuple[str, float, float]]:
    """Return the pieces of a bar of 1000: look, start and width."""
    pieces: list[tuple[str, float, float]] = []
    start = 0.0
    counts = {"ok": status.approved, "rev": status.review - status.stale, "dra": status.draft, "old": status.stale}
    for look, count in counts.items():
        width = round(1000 * count / status.total, 1) if status.total else 0.0
        if width:
            pieces.append((look, start, width))
        start += width
    return pieces


def _counted(status: Status) -> str:
    """Return how long the source is and how much is left."""
    said = cells.texts_and_words(status.total, status.words)
    if not status.words_left:
        return said
    return f"{said} · " + _("%(words)s left") % {"words": cells.words_of(status.words_left)}
