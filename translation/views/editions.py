"""Adapted editions: how one begins and ends."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail_localize.models import Translation

from translation.editions import overwritten, refuse_to_stop, restart, stop
from translation.locks import require_unlocked
from translation.publication import PublicationRefusedError
from translation.views.confirmation import confirmation, edit_address, translation_for, way_back


@require_POST
def stop_translation(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Make an adapted edition of a translation, once it was said what that means."""
    translation = translation_for(request, translation_id, writes=True)
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
    require_unlocked(translation.get_target_instance(), request.user)
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
