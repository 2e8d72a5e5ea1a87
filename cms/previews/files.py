"""The files of a draft, for whoever has its link: each address gets a key of its own, which opens this file alone.

A page or an answer is made first, as it is for anybody; then the addresses in it of what the draft shows get their
keys. A key works as long as its link. It opens what the link's maker may use, and no document of a restricted
collection.
"""

from __future__ import annotations

import re

from django.core.signing import BadSignature, Signer
from django.db.models import Q
from django.http import HttpRequest

from cms.file_rights import File, placeable, places_of_files
from cms.models.media import LibraryDocument, LibraryImage, LibraryRendition
from cms.previews.addresses import PARAMETER
from cms.previews.links import Draft, NoPreviewError, find
from cms.visibility import WORK

_signer = Signer(salt="cms.previews.files", sep=".")
_ADDRESS = re.compile(
    r"/documents/(?P<document>[0-9]+)/[^\s\"'<>?#)\\&]+"
    r"|/pictures/(?P<picture>[0-9]+)/[a-z0-9-]+\.[a-z]+"
    r"|/media/(?P<stored>images/[^\s\"'<>?#,)\\&]+)"
)


def opens(request: HttpRequest, file: LibraryDocument | LibraryImage) -> bool:
    """Tell whether the address that was asked for has a key to a file."""
    try:
        name, kind, key = _signer.unsign(request.GET.get(PARAMETER, "")).split(":")
        is_it = (kind, int(key)) == ("document" if isinstance(file, LibraryDocument) else "picture", file.pk)
        return is_it and bool(find(name))
    except (BadSignature, NoPreviewError):
        return False


def with_keys(text: str, draft: Draft) -> str:
    """Return HTML or JSON in which the addresses of a draft's files have their keys."""
    files = _files_of(draft)
    if not files:
        return text
    stored = {found["stored"] for found in _ADDRESS.finditer(text) if found["stored"]}
    renditions = LibraryRendition.objects.filter(file__in=stored).values_list("file", "image_id") if stored else ()
    pictures = dict(renditions)

    def keyed(found: re.Match[str]) -> str:
        kind = "document" if found["document"] else "picture"
        number = int(found["document"] or found["picture"] or pictures.get(found["stored"], 0))
        if (kind, number) not in files:
            return found[0]
        return f"{found[0]}?{PARAMETER}={_signer.sign(f'{draft.name}:{kind}:{number}')}"

    return _ADDRESS.sub(keyed, text)


def _files_of(draft: Draft) -> set[File]:
    """Return the files that a draft shows and its maker may use; documents in all their editions."""
    shown = set(places_of_files(draft.page))
    documents = {key for kind, key in shown if kind == "document"}
    if documents:
        works = LibraryDocument.objects.filter(pk__in=documents).values(work=WORK)
        editions = LibraryDocument.objects.filter(Q(pk__in=works) | Q(edition_of__in=works))
        shown |= {("document", key) for key in editions.values_list("pk", flat=True)}
    return placeable(draft.maker, shown)
