"""The names of the library's concepts, as the search keeps them: in step with the vocabularies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from cms.concepts import ConceptNames
from search.analysis import LANGUAGES, is_stop_word, keys, word_spans
from search.analysis.skeleton import skeleton
from search.models import ConceptName

LONGEST_TEXT = 300
LONGEST_SEQUENCE = 600
_COLUMNS = ("number", "text", "is_proper", "stems", "lemmas", "folded", "skeleton")

# A concept and a language; what is stored of a name.
ConceptAndLanguage = tuple[str, str]
StoredColumns = tuple[object, ...]


def forms_of(text: str) -> list[str]:
    """Return the words of a text in order."""
    return [span.form for span in word_spans(text) if not span.is_whole]


def word_sequence(words: Iterable[str]) -> str:
    """Return words as they are stored and looked up."""
    return " ".join(words)[:LONGEST_SEQUENCE]


@transaction.atomic
def write(names: ConceptNames) -> None:
    """Replace the names of a concept in one language."""
    ConceptName.objects.filter(concept=names.concept, language=names.language).delete()
    ConceptName.objects.bulk_create(_names_to_store(names))


def rebuild() -> int:
    """Bring the names of all concepts in step with the vocabularies; return of how many they were wrong."""
    right, wrong = _right(), _wrong()
    with transaction.atomic():
        for concept, language in wrong:
            write(right.get((concept, language), ConceptNames(concept, language, ())))
    return len(wrong)


def faults() -> list[str]:
    """Return in words which concepts are stored by other names than they publicly have."""
    return [f"{language}: the names of {concept} differ from the vocabulary" for concept, language in _wrong()]


def _right() -> dict[ConceptAndLanguage, ConceptNames]:
    public: Iterator[ConceptNames] = import_string(settings.SEARCH_CONCEPTS)()
    return {(names.concept, names.language): names for names in public}


def _wrong() -> list[ConceptAndLanguage]:
    """Return where what is stored is not what the vocabularies say."""
    right = {place: [_stored_columns(name) for name in _names_to_store(names)] for place, names in _right().items()}
    stored: defaultdict[ConceptAndLanguage, list[StoredColumns]] = defaultdict(list)
    for name in ConceptName.objects.order_by("concept", "language", "number"):
        stored[name.concept, name.language].append(_stored_columns(name))
    return sorted(place for place in right.keys() | stored.keys() if right.get(place, []) != stored.get(place, []))


def _stored_columns(name: ConceptName) -> StoredColumns:
    return tuple(getattr(name, column) for column in _COLUMNS)


def _names_to_store(names: ConceptNames) -> list[ConceptName]:
    """Return names as they are stored; one without any letter or digit names nothing."""
    language = names.language
    if language not in LANGUAGES:
        return []
    row = LANGUAGES[language]
    found: list[ConceptName] = []
    for text in names.names:
        forms = forms_of(text)
        if forms:
            content = [form for form in forms if not is_stop_word(form, language)] or forms
            found.append(
                ConceptName(
                    concept=names.concept,
                    language=language,
                    number=len(found),
                    text=text[:LONGEST_TEXT],
                    is_proper=names.is_proper,
                    stems=word_sequence([language, *(keys(form, language).stem for form in content)]),
                    lemmas=word_sequence([language, *(keys(form, language).lemmas[0] for form in content)]),
                    folded=word_sequence(map(row.fold, forms)),
                    skeleton=word_sequence(map(skeleton, forms)) if row.in_cyrillic else "",
                )
            )
    return found
