"""The files of a draft, for whoever has its link: each address gets a key of its own, which opens this file alone.

A page or an answer is made first, as it is for anybody; then the addresses in it of what the draft shows get their
keys, and those of the files that are made of the page itself, such as its citation. A key works as long as its link.
It opens what the link's maker may use, and no document of a restricted collection.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page

from cms.file_rights import File, placeable, places_of_files
from cms.models.media import LibraryDocument, LibraryImage, LibraryRendition
from cms.previews.addresses import PARAMETER
from cms.previews.links import Draft, NoPreviewError, find, may_edit, named, newest_draft
from cms.visibility import WORK

MADE = "made"  # the kind of a file that is made of a page; its number is the page's
_signer = Signer(salt="cms.previews.files", sep=".")


@cache
def _addresses(site: str) -> re.Pattern[str]:
    """Return what finds addresses of files in HTML and JSON, with this site before them or nothing.

    One that only ends like them, at another site or in its query, is not found: a key is given to nobody else.
    """
    return re.compile(
        rf"(?:(?<=[\s\"'(<>,])|(?<=\\n))(?:{re.escape(site)})?(?:"
        r"/documents/(?P<document>[0-9]+)/[^\s\"'<>?#)\\&]+"
        r"|/pictures/(?P<picture>[0-9]+)/[a-z0-9-]+\.[a-z]+"
        r"|/media/(?P<stored>images/[^\s\"'<>?#,)\\&]+)"
        r"|/[a-z]{2}/[a-z]+/(?P<made>[0-9]+)(?:/[0-9a-z]+)?\.[a-z]+(?![\w/.-])"
        r")"
    )


def opens(request: HttpRequest, file: LibraryDocument | LibraryImage) -> bool:
    """Tell whether the address that was asked for has a key to a file."""
    try:
        return bool(
            find(_link_of_key(request, "document" if isinstance(file, LibraryDocument) else "picture", file.pk))
        )
    except NoPreviewError:
        return False


def draft_of_key(request: HttpRequest, number: int) -> Any | None:
    """Return the draft of a page, if the address that was asked for has a key to what is made of it."""
    try:
        return named(_link_of_key(request, MADE, number)).page
    except NoPreviewError:
        return None


def draft_of_editor(user: Any, number: int) -> Any | None:
    """Return the newest draft of a page, if somebody may edit the page."""
    page = Page.objects.filter(pk=number).first() if user.is_authenticated else None
    return newest_draft(page) if page and may_edit(user, page) else None


def _link_of_key(request: HttpRequest, kind: str, number: int) -> str:
    """Return the name of the link by which the address that was asked for opens a file; raises NoPreviewError."""
    try:
        name, *file = _signer.unsign(request.GET.get(PARAMETER, "")).split(":")
    except BadSignature as error:
        raise NoPreviewError from error
    if file != [kind, str(number)]:
        raise NoPreviewError
    return name


def with_keys(text: str, draft: Draft) -> str:
    """Return HTML or JSON in which the addresses of a draft's files have their keys."""
    addresses = _addresses(settings.SITE_URL)
    files = {*_files_of(draft), (MADE, draft.page.pk)}
    stored = {found["stored"] for found in addresses.finditer(text) if found["stored"]}
    renditions = LibraryRendition.objects.filter(file__in=stored).values_list("file", "image_id") if stored else ()
    pictures = dict(renditions)

    def keyed(found: re.Match[str]) -> str:
        kind = next((one for one in ("document", MADE) if found[one]), "picture")
        number = int(found["document"] or found[MADE] or found["picture"] or pictures.get(found["stored"], 0))
        if (kind, number) not in files:
            return found[0]
        return f"{found[0]}?{PARAMETER}={_signer.sign(f'{draft.name}:{kind}:{number}')}"

    return addresses.sub(keyed, text)


def _files_of(draft: Draft) -> set[File]:
    """Return the files that a draft shows and its maker may use; documents in all their editions."""
    shown = set(places_of_files(draft.page))
    documents = {key for kind, key in shown if kind == "document"}
    if documents:
        works = LibraryDocument.objects.filter(pk__in=documents).values(work=WORK)
        editions = LibraryDocument.objects.filter(Q(pk__in=works) | Q(edition_of__in=works))
        shown |= {("document", key) for key in editions.values_list("pk", flat=True)}
    return placeable(draft.maker, shown)
