"""What `search_check` finds in what is derived from documents, and how `--repair` mends it."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import F

from projects.models import Term
from search.documents import vocabulary
from search.engines import database
from search.models import ConceptName, SearchDocument, SearchKeys, SearchSection, TitleStart, Word
from tests.factories.projects import concept
from tests.search.asking import finds, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front_page")]


def check(*options: str) -> str:
    """Return what the command prints, and its refusal."""
    output = StringIO()
    try:
        call_command("search_check", *options, stdout=output, stderr=StringIO())
    except CommandError as problem:
        output.write(str(problem))
    return output.getvalue()


def run(sql: str, *parameters: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)


def mine() -> Any:
    return SearchDocument.objects.filter(title="Łódź and its waste")


def number() -> int:
    found: int = mine().get().pk
    return found


def not_in_full_text() -> None:
    database().remove(number())


def left_over_in_full_text() -> None:
    SearchKeys.objects.filter(document=number()).delete()


def another_text_in_full_text() -> None:
    SearchKeys.objects.filter(document=number()).update(text_exact="ene-roses", text_lemma="enl-rose")


def words_alone() -> None:
    left_over_in_full_text()
    run("DELETE FROM search_fulltext_document WHERE document_id = %s", number())


DAMAGE: dict[str, tuple[Callable[[], Any], str]] = {
    "a beginning of a title is missing": (
        lambda: TitleStart.objects.filter(document=number()).first().delete(),
        "title: document",
    ),
    "a beginning of a title is another one": (
        lambda: TitleStart.objects.filter(document=number(), place=0).update(key=b"zebra"),
        "title: document",
    ),
    "a title has a beginning too many": (
        lambda: TitleStart.objects.create(document=mine().get(), language="en", place=0, key=b"zebra"),
        "title: document",
    ),
    "a beginning is in another language": (
        lambda: TitleStart.objects.filter(document=number()).update(language="pl"),
        "title: document",
    ),
    "a title is sorted by another one": (lambda: mine().update(title_key=b"zebra"), "title: document"),
    "a word is missing": (lambda: Word.objects.filter(form="orchids").delete(), "'orchids' (form) is in 1 documents"),
    "a word is counted wrongly": (lambda: Word.objects.filter(form="orchids").update(frequency=F("frequency") + 3), ""),
    "a word that no document has": (
        lambda: Word.objects.bulk_create([vocabulary._row("en", ("form", "zebra"), 1)]),
        "'zebra' (form) is in 0 documents",
    ),
    "a word is found by other letters": (
        lambda: Word.objects.filter(form="orchids").update(folded="lilies"),
        "'orchids' (form) has other letters",
    ),
    "words of a language that is none of ours": (
        lambda: Word.objects.bulk_create([Word(language="xx", kind="form", form="zebra", length=5)]),
        "there are words of xx",
    ),
    "a name of a concept is missing": (lambda: ConceptName.objects.filter(number=1).delete(), "concept: en"),
    "a name of a concept is another one": (lambda: ConceptName.objects.update(folded="zebra"), "concept: en"),
    "a name of a concept that is none": (lambda: ConceptName.objects.update(concept="term-none"), "concept: en"),
    "a section is missing": (lambda: SearchSection.objects.filter(document=number()).delete(), "has other sections"),
    "a section has another text": (lambda: SearchSection.objects.update(text="Zebras."), "has other sections"),
    "a title is another one": (lambda: mine().update(title="Zebras"), "has other sections, or a title"),
    "keys are missing": (left_over_in_full_text, "has no keys"),
    "a document is not in the full text": (not_in_full_text, "full text: "),
    "the full text has another text": (another_text_in_full_text, "full text: "),
}
if connection.vendor == "postgresql":
    DAMAGE |= {
        "keys of the full text are others": (
            lambda: run("UPDATE search_fulltext_document SET keys = %s", ["ene-zebra"]),
            "full text: ",
        ),
        "what is ranked is another text": (
            lambda: run("UPDATE search_fulltext_document SET vector = 'zebra:1A'"),
            "full text: ",
        ),
        "words in their order are others": (
            lambda: run("UPDATE search_fulltext SET vector = 'zebra:1'"),
            "full text: ",
        ),
        "words in their order are missing": (lambda: run("DELETE FROM search_fulltext"), "full text: "),
        "the full text belongs to another page": (
            lambda: run("UPDATE search_fulltext_document SET page_id = 0 WHERE document_id = %s", number()),
            "full text: ",
        ),
        "words in their order without a document": (words_alone, "full text: "),
    }


@pytest.mark.parametrize("fault", DAMAGE)
def test_a_fault_is_named_and_mended(fault: str) -> None:
    concept(Term, "waste", "en", name="Waste", variants="Refuse\nRubbish", definition="What is thrown away.")
    publish("Orchids.", title="Łódź and its waste")
    publish("Lilies.", title="Other")
    assert "nothing lost" in check()
    damage, said = DAMAGE[fault]
    damage()
    assert said in (found := check()), found
    assert "manage.py search_check --repair" in found
    assert "nothing lost" in (mended := check("--repair")), mended
    assert finds("orchids") == ["Łódź and its waste"]
    assert finds("orchids lilies") == []


def test_what_mends_many_faults_is_done_once(monkeypatch: pytest.MonkeyPatch) -> None:
    publish("Orchids and lilies and roses.", title="-")
    done: list[str] = []
    rebuild = vocabulary.rebuild

    def counted(language: str) -> None:
        done.append(language)
        rebuild(language)

    monkeypatch.setattr(vocabulary, "rebuild", counted)
    Word.objects.filter(language="en").delete()
    assert "nothing lost" in check("--repair")
    assert done == ["en"]


def test_a_check_changes_nothing() -> None:
    publish("Orchids.", title="Łódź and its waste")
    for damage in (DAMAGE["a word is missing"], DAMAGE["a title is sorted by another one"]):
        damage[0]()
    first = check()
    assert "faults" in first
    assert check() == first
