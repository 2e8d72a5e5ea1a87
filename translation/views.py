"""Views of wagtail-localize that ask for the right to the source and say what went wrong."""

from __future__ import annotations

import tempfile
from typing import Any

import polib
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Locale, Page
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import Translation
from wagtail_localize.views.edit_translation import user_can_edit_instance
from wagtail_localize.views.report import TranslationsReportView
from wagtail_localize.views.submit_translations import SubmitPageTranslationView, SubmitSnippetTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView

from translation.forms import SubmitForm
from translation.publication import title_of, words
from translation.submission import origin_of, require_right_to, submit


class Submission:
    """What submitting a page and a concept have in common."""

    request: HttpRequest
    object: Any
    components: Any

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer those who may edit the source."""
        view: Any = super()
        require_right_to(request.user, view.get_object())
        answer: HttpResponse = view.dispatch(request, *args, **kwargs)
        return answer

    def get_form(self) -> SubmitForm:
        """Return the form with what has to be translated first."""
        chosen = Locale.objects.filter(language_code=self.request.GET.get("select_locale", ""))
        data = self.request.POST if self.request.method == "POST" else None
        return SubmitForm(self.object, self.request.user, data, initial={"locales": list(chosen)})

    def form_valid(self, form: SubmitForm) -> HttpResponseRedirect:
        """Make the drafts, and say of each that could not be made why."""
        view: Any = super()
        locales = list(form.cleaned_data["locales"])
        sources: list[Any] = form.pages or [self.object]
        if form.cleaned_data["vocabulary"] == SubmitForm.SUBMIT:
            entries = [origin_of(concept) for concept in form.nameless]
            for entry in entries:
                require_right_to(self.request.user, entry)
            sources = [*entries, *sources]
        with transaction.atomic():
            made, problems = submit(sources, locales, self.request.user)
            by_source: dict[Any, list[Translation]] = {}
            for translation in made:
                by_source.setdefault(translation.source, []).append(translation)
            self.components.save(self.object, sources_and_translations=by_source)
        for problem in problems:
            messages.error(self.request, problem)
        if made:
            languages = ", ".join(str(locale.get_display_name()) for locale in locales)
            messages.success(self.request, view.get_success_message(languages))
        only = self.object.get_translation_or_none(locales[0]) if len(locales) == 1 else None
        return redirect(view.get_success_url() or view.get_default_success_url(only))


class SubmitPageView(Submission, SubmitPageTranslationView):
    """Submits a page, and those below it, for translation."""


class SubmitConceptView(Submission, SubmitSnippetTranslationView):
    """Submits a concept of a vocabulary for translation."""


class UpdateView(UpdateTranslationsView):
    """Brings the texts of a source up to date in its translations, and publishes those that are whole."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer those who may edit the source."""
        try:
            source = self.get_object().get_source_instance()
        except models.ObjectDoesNotExist as error:
            raise Http404 from error
        require_right_to(request.user, source)
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        return answer

    def get_form(self) -> Any:
        """Return localize's form, which says something else about what is published."""
        form = super().get_form()
        form.fields["publish_translations"].help_text = _("Languages in which a text is missing stay as they are.")
        return form

    def form_valid(self, form: Any) -> HttpResponse:
        """Update, then publish one language after the other; one that is not whole keeps no other back."""
        publish = form.cleaned_data["publish_translations"]
        form.cleaned_data["publish_translations"] = False
        answer: HttpResponse = super().form_valid(form)
        if publish:
            for translation in self.object.translations.filter(enabled=True).select_related("target_locale"):
                publish_translation(self.request, translation, said=False)
        return answer


def publish_translation(request: HttpRequest, translation: Translation, *, said: bool = True) -> None:
    """Publish a translation, or tell the editor why not; a success is told where `said`."""
    instance = translation.get_target_instance()
    if isinstance(instance, Page):
        allowed = instance.permissions_for_user(request.user).can_publish()
    else:
        allowed = policy_registry.get(instance).user_has_permission(request.user, "publish")
    if not allowed:
        language = {"language": translation.target_locale.get_display_name()}
        messages.error(request, _("You may not publish in %(language)s.") % language)
        return
    try:
        translation.save_target(user=request.user, publish=True)
    except ValidationError as error:
        for message in words(error, instance):
            messages.error(request, message)
    else:
        if said:
            done = {
                "title": title_of(translation.get_target_instance()),
                "language": translation.target_locale.get_display_name(),
            }
            messages.success(request, _("“%(title)s” is published in %(language)s.") % done)


@require_POST
def upload_po(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Take over the translations of a PO file, and say what in it did not fit."""
    translation = get_object_or_404(Translation, id=translation_id)
    if not user_can_edit_instance(request.user, translation.get_target_instance()):
        raise PermissionDenied
    catalogue, problem = _catalogue(request, translation)
    if catalogue is None:
        messages.error(request, problem)
    else:
        unknown = {
            warning.index for warning in translation.import_po(catalogue, user=request.user, tool_name="PO File")
        }
        filled = {number for number, entry in enumerate(catalogue) if entry.msgstr and not entry.obsolete}
        taken, unknown = len(filled - unknown), filled & unknown
        messages.success(
            request,
            ngettext("%(count)s translation was taken over.", "%(count)s translations were taken over.", taken)
            % {"count": taken},
        )
        if unknown:
            messages.warning(
                request,
                ngettext(
                    "%(count)s text of the file is not on the page; download a new file.",
                    "%(count)s texts of the file are not on the page; download a new file.",
                    len(unknown),
                )
                % {"count": len(unknown)},
            )
    return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))


def _catalogue(request: HttpRequest, translation: Translation) -> tuple[polib.POFile | None, str]:
    """Return the uploaded PO file, or None and what is wrong with it."""
    upload = request.FILES.get("file")
    if upload is None:
        return None, _("Choose a PO file first.")
    with tempfile.NamedTemporaryFile(suffix=".po") as file:  # polib takes a text for a path if it can
        file.write(upload.read())
        file.flush()
        try:
            catalogue = polib.pofile(file.name)
        except (OSError, ValueError):  # polib's own for syntax; UnicodeDecodeError
            return None, _("This is no PO file, or a damaged one. Download it again and translate that.")
    identity = catalogue.metadata.get("X-WagtailLocalize-TranslationID")
    if identity is None:
        return None, _("The file does not say to which page it belongs: its header is missing. Download it again.")
    if identity != str(translation.uuid):
        return None, _("This file belongs to another page or language. Nothing was taken over.")
    return catalogue, ""


class ReportView(TranslationsReportView):
    """The report on translations: of what the user may edit, and with columns in its spreadsheet."""

    list_export = ["type", "source.object_repr", "source.locale", "target_locale", "status"]
    export_headings = {
        "type": gettext_lazy("Type"),
        "source.object_repr": gettext_lazy("Source"),
        "source.locale": gettext_lazy("Source language"),
        "target_locale": gettext_lazy("Language"),
        "status": gettext_lazy("Status"),
    }

    def get_queryset(self) -> Any:
        """Return the translations whose source or target the user may edit."""
        user = self.request.user
        translations = (
            super().get_queryset().select_related("source__locale", "source__specific_content_type", "target_locale")
        )
        pages = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
        of_page = pages.filter(translation_key=OuterRef("source__object_id"))
        mine = Exists(of_page.filter(locale=OuterRef("target_locale"))) | Exists(
            of_page.filter(locale=OuterRef("source__locale"))
        )
        vocabularies = Q(pk__in=())
        for model in get_snippet_models():
            if policy_registry.get_by_type(model).user_has_permission(user, "change"):
                vocabularies |= Q(
                    source__specific_content_type__app_label=model._meta.app_label,
                    source__specific_content_type__model=model._meta.model_name,
                )
        return translations.filter(mine | vocabularies).order_by(
            "source__object_repr", "target_locale__language_code", "pk"
        )

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        """Return one line of the spreadsheet."""
        item.type = item.source.specific_content_type.name
        item.status = _("Waiting for translations") if item.waiting_for_translation else _("Up to date")
        row: dict[str, Any] = super().to_row_dict(item)
        return row


def refuse_alias(request: HttpRequest, page_id: int) -> HttpResponse:
    """Say why a translation cannot become an alias."""
    messages.error(
        request, _("Aliases are not used here: readers would get another language's text at the address of this one.")
    )
    return redirect("wagtailadmin_pages:edit", page_id)
