"""What the entries of the vocabularies are called, for the search."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cms.concepts import ConceptNames
from projects.models import Concept, Organisation, Place, Programme, Term, Topic

SEARCHED: tuple[type[Concept], ...] = (Term, Topic, Place, Organisation, Programme)
_PROPER = (Place, Organisation, Programme)
# "European Regional Development Fund (ERDF)" is two names; a bracket in small letters explains the one name.
_BRACKET = re.compile(r"\s*\((\w{2,12})\)\s*$")


def names_of(entry: Concept) -> ConceptNames:
    """Return what an entry is called in its language; nothing while it is a draft."""
    return ConceptNames(
        f"{entry._meta.model_name}-{entry.translation_key}",
        entry.locale.language_code,
        tuple(dict.fromkeys(_names(entry))) if entry.live else (),
        isinstance(entry, _PROPER),
    )


def public_names() -> Iterator[ConceptNames]:
    """Yield what each public entry is called in each language: one query a vocabulary."""
    for model in SEARCHED:
        for entry in model._default_manager.filter(live=True).select_related("locale").order_by("pk"):
            yield names_of(entry)


def _names(entry: Concept) -> Iterator[str]:
    others = entry.variant_list if isinstance(entry, Term) else [getattr(entry, "short_name", "")]
    for name in (entry.name, *others):
        bracket = _BRACKET.search(name)
        if bracket and bracket[1].isupper():
            yield name[: bracket.start()]
            yield bracket[1]
        elif name.strip():
            yield name.strip()
