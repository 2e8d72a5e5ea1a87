"""Submitting, updating and publishing translations."""

from __future__ import annotations

from typing import Any

from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Locale
from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.models import Translation
from wagtail_localize.views.submit_translations import SubmitPageTranslationView, SubmitSnippetTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView

from translation.forms import SubmitForm
from translation.localize import apply_machine_translation
from translation.locks import refusal_to_write
from translation.publication import title_of
from translation.submission import origin_of, publish, require_right_to, submit


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
        publish, by_machine = (
            form.cleaned_data.pop(name, False) for name in ("publish_translations", "use_machine_translation")
        )
        form.cleaned_data["publish_translations"] = False
        answer: HttpResponse = super().form_valid(form)
        for translation in self.object.translations.filter(enabled=True).select_related("target_locale"):
            if by_machine:
                translate_by_machine(self.request, translation)
            if publish:
                publish_translation(self.request, translation, said=False)
        return answer


def translate_by_machine(request: HttpRequest, translation: Translation) -> None:
    """Let a machine translate what is not translated, or tell the editor why not."""
    instance = translation.get_target_instance()
    if reason := refusal_to_write(instance, request.user):
        messages.error(request, reason)
    else:
        apply_machine_translation(translation.pk, request.user, get_machine_translator())


def publish_translation(request: HttpRequest, translation: Translation, *, said: bool = True) -> None:
    """Publish a translation, or tell the editor why not; a success is told where `said`."""
    refused = publish(translation, request.user)
    for reason in refused:
        messages.error(request, reason)
    if said and not refused:
        done = {
            "title": title_of(translation.get_target_instance()),
            "language": translation.target_locale.get_display_name(),
        }
        messages.success(request, _("“%(title)s” is published in %(language)s.") % done)


def refuse_alias(request: HttpRequest, page_id: int) -> HttpResponse:
    """Say why a translation cannot become an alias."""
    messages.error(
        request, _("Aliases are not used here: readers would get another language's text at the address of this one.")
    )
    return redirect("wagtailadmin_pages:edit", page_id)
