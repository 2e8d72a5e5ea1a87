"""The names of the library's concepts, which the search keeps in step with the vocabularies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from cms.concepts import ConceptNames
from search.analysis import LANGUAGES, is_stop_word, keys, word_spans
from search.analysis.skeleton import skeleton
from search.models import ConceptName, SearchChange

LONGEST_TEXT = 300
LONGEST_SEQUENCE = 600
_COLUMNS = ("number", "text", "is_proper", "stems", "lemmas", "folded", "skeleton")

# The key of a concept and the code of a language.
ConceptAndLanguage = tuple[str, str]
# The values of _COLUMNS.
StoredColumns = tuple[object, ...]


def forms_of(text: str) -> list[str]:
    """Return the words of a text in order, without wholes that signs join."""
    return [span.form for span in word_spans(text) if not span.is_whole]


def word_sequence(words: Iterable[str]) -> str:
    """Return words as one text, in which form they are stored and looked up."""
    return " ".join(words)[:LONGEST_SEQUENCE]


@transaction.atomic
def write(names: ConceptNames) -> None:
    """Replace the names of a concept in one language."""
    ConceptName.objects.filter(concept=names.concept, language=names.language).delete()
    ConceptName.objects.bulk_create(_names_to_store(names))
    SearchChange.objects.create()


def rebuild() -> int:
    """Bring the names of all concepts in step with the vocabularies; return how many concepts had wrong ones."""
    right, wrong = _right(), _wrong()
    with transaction.atomic():
        for concept, language in wrong:
            write(right.get((concept, language), ConceptNames(concept, language, ())))
    return len(wrong)


def faults() -> list[str]:
    """Return a sentence for each concept that is stored by other names than it publicly has."""
    return [f"{language}: the names of {concept} differ from the vocabulary" for concept, language in _wrong()]


def _right() -> dict[ConceptAndLanguage, ConceptNames]:
    public: Iterator[ConceptNames] = import_string(settings.SEARCH_CONCEPTS)()
    return {(names.concept, names.language): names for names in public}


def _wrong() -> list[ConceptAndLanguage]:
    """Return the concepts and languages of which other names are stored than the vocabularies have."""
    right = {key: [_stored_columns(name) for name in _names_to_store(names)] for key, names in _right().items()}
    stored: defaultdict[ConceptAndLanguage, list[StoredColumns]] = defaultdict(list)
    for name in ConceptName.objects.order_by("concept", "language", "number"):
        stored[name.concept, name.language].append(_stored_columns(name))
    return sorted(key for key in right.keys() | stored.keys() if right.get(key, []) != stored.get(key, []))


def _stored_columns(name: ConceptName) -> StoredColumns:
    return tuple(getattr(name, column) for column in _COLUMNS)


def _names_to_store(names: ConceptNames) -> list[ConceptName]:
    """Return names as they are stored; a name without any letter or digit is left out."""
    language = names.language
    if language not in LANGUAGES:
        return []
    row = LANGUAGES[language]
    stored: list[ConceptName] = []
    for text in names.names:
        forms = forms_of(text)
        if forms:
            content = [form for form in forms if not is_stop_word(form, language)] or forms
            stored.append(
                ConceptName(
                    concept=names.concept,
                    language=language,
                    number=len(stored),
                    text=text[:LONGEST_TEXT],
                    is_proper=names.is_proper,
                    stems=word_sequence([language, *(keys(form, language).stem for form in content)]),
                    lemmas=word_sequence([language, *(keys(form, language).lemmas[0] for form in content)]),
                    folded=word_sequence(map(row.fold, forms)),
                    skeleton=word_sequence(map(skeleton, forms)) if row.in_cyrillic else "",
                )
            )
    return stored
