"""The review of a translation, and what its editor says of it."""

from __future__ import annotations

from html import unescape
from typing import Any

from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail_localize.models import Translation

from translation.approvals import is_required
from translation.editions import field_name
from translation.locks import refusal_of_lock, require_unlocked
from translation.reviewing import ToReview, fingerprint, review, to_review
from translation.rights import may_open, may_review, may_translate, require_right_to_review
from translation.views.confirmation import confirmation, edit_address, translation_for


def review_translation(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Show the texts that wait for a review beside their source, and note that somebody has read them."""
    translation = translation_for(request, translation_id, may_open)
    instance = translation.get_target_instance()
    back = edit_address(request, translation) if may_translate(request.user, instance) else reverse("wagtailadmin_home")
    required = is_required(translation.target_locale_id)
    found = to_review(translation)
    readable = [one for one in found if not (required and request.user.pk in one.writers)]
    if request.method == "POST" and "confirmed" in request.POST:
        if required:
            require_right_to_review(request.user, instance)
        require_unlocked(instance, request.user)
        if request.POST.get("read") != fingerprint(readable):
            messages.warning(request, _("The texts have changed while you were reading. Read them again."))
            return redirect(request.path)
        count = review(translation, request.user, readable)
        done = ngettext("%(count)s text is reviewed.", "%(count)s texts are reviewed.", count)
        messages.success(request, done % {"count": count})
        return redirect(back)
    may_approve = bool(readable) and (not required or may_review(request.user, instance))
    return confirmation(
        request,
        translation,
        back,
        title=_("Review the translation") if required else _("Review the texts of a machine"),
        paragraphs=_paragraphs(request, translation, found, readable, required=required),
        headings=(
            _("Field"),
            translation.source.locale.get_display_name(),
            translation.target_locale.get_display_name(),
            *((_("Written by"),) if required else ()),
        ),
        rows=_rows(type(instance), readable, with_writers=required),
        hidden={"read": fingerprint(readable)},
        submit=_("I have read all of them, and they are right") if may_approve else "",
    )


def _paragraphs(
    request: HttpRequest, translation: Translation, found: list[ToReview], readable: list[ToReview], *, required: bool
) -> list[str]:
    said = []
    if readable:
        said.append(_("Read each text beside its source; correct in the editor what is wrong."))
    if not required:
        return [*said, _("Readers then see “machine translation, reviewed”.")]
    language = {"language": translation.target_locale.get_display_name()}
    said.append(
        _("Translations into %(language)s are published once somebody has approved them who did not write them.")
        % language
    )
    if own := len(found) - len(readable):
        of_own = ngettext(
            "%(count)s text more was written by you: somebody else has to approve it.",
            "%(count)s texts more were written by you: somebody else has to approve them.",
            own,
        )
        said.append(of_own % {"count": own})
    if not found:
        said.append(_("No text waits for a review."))
    elif not may_review(request.user, translation.get_target_instance()):
        said.append(_("You may not review translations into %(language)s.") % language)
    return said


def _rows(model: Any, texts: list[ToReview], *, with_writers: bool) -> list[tuple[str, ...]]:
    users = get_user_model()._default_manager.in_bulk({key for one in texts for key in one.writers})
    return [
        (
            field_name(model, one.path),
            unescape(one.source),
            unescape(one.text),
            *(
                (", ".join(get_user_display_name(users[key]) for key in sorted(one.writers) if key in users),)
                if with_writers
                else ()
            ),
        )
        for one in texts
    ]


def say_what_holds_up(request: HttpRequest, translation: Translation) -> None:
    """Say in the editor of a translation that it is locked, or what waits for a person, with the way to it."""
    if locked := refusal_of_lock(translation.get_target_instance(), request.user):
        messages.warning(request, locked)
    count = len(to_review(translation))
    if not count:
        return
    if is_required(translation.target_locale_id):
        said = ngettext(
            "%(count)s text waits for somebody to approve it who did not write it.",
            "%(count)s texts wait for somebody to approve them who did not write them.",
            count,
        )
    else:
        said = ngettext(
            "%(count)s text was written by a machine and reviewed by nobody.",
            "%(count)s texts were written by a machine and reviewed by nobody.",
            count,
        )
    way = messages.button(reverse("review_translation", args=[translation.pk]), _("Review"))
    messages.warning(request, said % {"count": count}, buttons=[way])
