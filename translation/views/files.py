"""PO files on their way out and in."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail_localize.models import Translation

from cms.enums import TextOrigin
from cms.slugs import ascii_slug
from translation.catalogues import CatalogueError, Taken, exported, read, said_origin, take_over
from translation.origins import KINDS
from translation.rights import may_open
from translation.views.confirmation import confirmation, translation_for, way_back


def download_po(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Answer with the PO file of a translation."""
    translation = translation_for(request, translation_id, may_open)
    name = f"{ascii_slug(translation.source.object_repr) or 'page'}-{translation.target_locale.language_code}.po"
    return HttpResponse(
        str(exported(translation)),
        content_type="text/x-gettext-translation",
        headers={"Content-Disposition": f"attachment; filename={name}"},
    )


@require_POST
def upload_po(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Take over the translations of a PO file, and say what in it did not fit.

    Where the file does not say who wrote them, ask, and take them over with the answer.
    """
    translation = translation_for(request, translation_id, writes=True)
    back = way_back(request, translation)
    upload = request.FILES.get("file")
    data = upload.read() if upload is not None else request.POST.get("catalogue", "").encode()
    if not data:
        messages.error(request, _("Choose a PO file first."))
        return redirect(back)
    try:
        catalogue = read(data, translation)
        answered = request.POST.get("origin", "")
        origin = TextOrigin(answered) if answered in KINDS else said_origin(catalogue)
    except CatalogueError as error:
        messages.error(request, str(error))
        return redirect(back)
    if origin is None:
        return _ask_who_wrote(request, translation, catalogue, back)
    _say_what_was_taken(request, take_over(translation, catalogue, origin, request.user))
    return redirect(back)


def _ask_who_wrote(request: HttpRequest, translation: Translation, catalogue: Any, back: str) -> HttpResponse:
    return confirmation(
        request,
        translation,
        back,
        title=_("Who translated these texts?"),
        paragraphs=[_("The file does not say who translated its texts. Readers are told.")],
        hidden={"catalogue": str(catalogue)},
        choices=[
            (TextOrigin.HUMAN, _("A person")),
            (TextOrigin.MACHINE, _("A machine, and nobody has read all of it")),
            (TextOrigin.REVIEWED, _("A machine, and a person has read and corrected all of it")),
        ],
        submit=_("Take over the texts"),
    )


def _say_what_was_taken(request: HttpRequest, result: Taken) -> None:
    taken = ngettext("%(count)s translation was taken over.", "%(count)s translations were taken over.", result.taken)
    messages.success(request, taken % {"count": result.taken})
    if result.unknown:
        unknown = ngettext(
            "%(count)s text of the file is not on the page; download a new file.",
            "%(count)s texts of the file are not on the page; download a new file.",
            result.unknown,
        )
        messages.warning(request, unknown % {"count": result.unknown})
    if result.fuzzy:
        fuzzy = ngettext(
            "%(count)s text is marked “fuzzy” and was not taken over. Check it, remove the mark, upload again.",
            "%(count)s texts are marked “fuzzy” and were not taken over. Check them, remove the marks, upload again.",
            result.fuzzy,
        )
        messages.warning(request, fuzzy % {"count": result.fuzzy})
