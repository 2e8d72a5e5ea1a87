"""Adapted editions: how one begins and ends; the review of a machine's texts."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail_localize.models import Translation

from translation.editions import field_name, overwritten, refuse_to_stop, restart, review, stop
from translation.origins import unreviewed
from translation.publication import PublicationRefusedError
from translation.views.confirmation import confirmation, edit_address, translation_for, way_back


@require_POST
def stop_translation(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Make an adapted edition of a translation, once it was said what that means."""
    translation = translation_for(request, translation_id)
    back = way_back(request, translation)
    try:
        refuse_to_stop(translation)
        if "confirmed" not in request.POST:
            return confirmation(
                request,
                translation,
                back,
                title=_("Make it an adapted edition?"),
                paragraphs=[
                    _("From now on its words are edited here, and no longer follow the source."),
                    _("Readers see “adapted edition” beside the language. Figures, dates and references stay shared."),
                ],
                submit=_("Yes, make it an adapted edition"),
            )
        stop(translation, request.user)
    except PublicationRefusedError as refused:
        messages.error(request, refused.reason)
    else:
        messages.success(request, _("This is an adapted edition now. Readers are told."))
    return redirect(back)


def restart_translation(request: HttpRequest, translation: Translation) -> HttpResponse:
    """Let an adapted edition follow its source again, once it was shown what of it will be replaced."""
    back = edit_address(request, translation)
    if "confirmed" not in request.POST:
        changes = overwritten(translation)
        return confirmation(
            request,
            translation,
            back,
            action=back,
            title=_("Follow the source again?"),
            paragraphs=[
                _("When the translation is next published, it replaces the texts below.")
                if changes
                else _("All texts are those of the translation; nothing is replaced."),
                _("The adapted edition stays in the history of the page and can be read and restored from there."),
            ],
            hidden={"localize-restart-translation": "1"},
            headings=(_("Field"), _("Adapted edition"), _("Translation")),
            rows=[(change.field, change.written, change.translated) for change in changes],
            submit=_("Yes, follow the source again"),
        )
    restart(translation, request.user)
    messages.success(request, _("The translation follows its source again. Nothing public has changed yet."))
    return redirect(back)


def review_translation(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Show a machine's texts beside their source, and note that a person has read them."""
    translation = translation_for(request, translation_id)
    back = edit_address(request, translation)
    if request.method == "POST" and "confirmed" in request.POST:
        count = review(translation, request.user)
        done = ngettext("%(count)s text is reviewed.", "%(count)s texts are reviewed.", count)
        messages.success(request, done % {"count": count})
        return redirect(back)
    model = type(translation.get_target_instance())
    machine = unreviewed(translation).select_related("translation_of", "context").order_by("context__path", "pk")
    return confirmation(
        request,
        translation,
        back,
        title=_("Review the texts of a machine"),
        paragraphs=[
            _("Read each text beside its source; correct in the editor what is wrong."),
            _("Readers then see “machine translation, reviewed”."),
        ],
        headings=(
            _("Field"),
            translation.source.locale.get_display_name(),
            translation.target_locale.get_display_name(),
        ),
        rows=[(field_name(model, text.context.path), text.translation_of.data, text.data) for text in machine],
        submit=_("I have read all of them, and they are right"),
    )


def say_what_is_unreviewed(request: HttpRequest, translation: Translation) -> None:
    """Say in the editor of a translation that a machine's texts wait for a person, with the way to them."""
    count = unreviewed(translation).count()
    if count:
        said = ngettext(
            "%(count)s text was written by a machine and reviewed by nobody.",
            "%(count)s texts were written by a machine and reviewed by nobody.",
            count,
        )
        way = messages.button(reverse("review_translation", args=[translation.pk]), _("Review"))
        messages.warning(request, said % {"count": count}, buttons=[way])
