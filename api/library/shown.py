"""What files and pictures have in common: the items that show them, and their number in addresses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from django.utils.translation import gettext_noop
from wagtail.models import Page, ReferenceIndex

from api.language_choice import LanguageChoice
from api.library.items import MODELS
from api.parameters import whole_number
from api.references import Reference, api_address
from api.schemas import described
from cms.editions import Chain
from cms.site_addresses import whole
from cms.visibility import public_pages

HIGHEST = 2**31 - 1
_NUMBER = whole_number("id", gettext_noop("Number of the item."), 1, HIGHEST, 12)
NUMBER_IN_PATH = replace(_NUMBER, is_in_path=True, default=None)  # 12 is an example here


class ShownBy(Reference):
    """An item that shows a file or a picture."""

    model_config = described(gettext_noop("An item that shows it, in the language in which the reader reads it best."))


def pages_showing(model: type[Model], files: Mapping[int, int]) -> dict[int, set[int]]:
    """Return the numbers of all pages that refer to files of a model: one statement.

    `files` has the number under which the pages are returned by that of each file.
    """
    types = ContentType.objects.get_for_models(Page, model)
    references = ReferenceIndex.objects.filter(
        base_content_type=types[Page],
        to_content_type=types[model],
        to_object_id__in=[str(number) for number in files],
    )
    found: dict[int, set[int]] = {number: set() for number in files.values()}
    for page, file in references.values_list("object_id", "to_object_id"):
        found[files[int(file)]].add(int(page))
    return found


def shown_by(showing: Mapping[int, set[int]], wanted: LanguageChoice) -> dict[int, list[ShownBy]]:
    """Return the public items that some pages are, each once, by what `pages_showing` found them for: one statement."""
    pages = {page.pk: page for page in _public(number for several in showing.values() for number in several)}
    return {
        number: _best((pages[page] for page in sorted(several) if page in pages), wanted)
        for number, several in showing.items()
    }


def _public(numbers: Iterable[int]) -> QuerySet[Page]:
    """Return the public pages among some that are items of the API."""
    types = ContentType.objects.get_for_models(*MODELS.values())
    pages = public_pages(Page.objects.filter(pk__in=set(numbers), content_type__in=types.values()))
    return pages.select_related("locale")


def _best(pages: Iterable[Page], wanted: LanguageChoice) -> list[ShownBy]:
    """Return each item among some pages in the language that a client wants most; any stands for a missing one."""
    names = {model: name for name, model in MODELS.items()}
    by_key: defaultdict[UUID, dict[str, Page]] = defaultdict(dict)
    for page in pages:
        by_key[page.translation_key].setdefault(page.locale.language_code, page)
    chain = Chain(wanted.languages, others=True)
    best: list[Page] = [chain.best(by_language) for by_language in by_key.values()]
    return [
        ShownBy(
            type=(name := names[page.specific_class]),
            key=page.translation_key,
            language=page.locale.language_code,
            title=page.title,
            address=whole(page.url_path),
            api_address=api_address(name, page.translation_key, page.locale.language_code),
        )
        for page in sorted(best, key=lambda page: (page.title.casefold(), page.pk))
    ]
