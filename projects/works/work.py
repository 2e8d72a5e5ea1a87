"""What all works of the library are told by: their common values, and the forms that are alike for all."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from django.conf import settings
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from cms.facets import Label
from cms.passages import Passage, sections
from cms.presenting import About, Context, Data, PageView, Presenter, ReadPage, presenter_of
from cms.searchable import Section, one_after_another
from cms.templatetags.library import withdrawn_mark
from cms.withdrawal import sentence
from projects.lists.types import ListType
from projects.models import LibraryPage, Organisation
from projects.vocabulary.labels import NamesOfConcepts, Reference
from projects.vocabulary.notes import TermNote
from projects.works.citation import Citation, CitationForm
from projects.works.documents import Files, Work
from projects.works.relatives import Relative, Relatives, relatives


@dataclass(frozen=True)
class WorkView(PageView):
    """What every work has: the notes of the terms in its text by number, and what belongs to the same project."""

    terms: Mapping[int, TermNote]
    relatives: Relatives


V = TypeVar("V", bound=WorkView)


@dataclass(frozen=True)
class Wanted:
    """What works refer to: the pages of which the project is wanted, concepts, and files by number."""

    read: Sequence[ReadPage]
    concepts: Iterable[Reference | None]
    files: Iterable[int | None] = ()


@dataclass(frozen=True)
class Found:
    """What was found of what works refer to; `relatives` are those of each page that was wanted."""

    relatives: Sequence[Relatives]
    names: NamesOfConcepts
    files: Files


# How works of a type are read: says what they refer to, is sent what was found of it, and returns the views.
Reading = Generator[Wanted, Found, list[V]]


class WorkPresenter(Presenter[V], Generic[V]):
    """How a type of work is told."""

    anchors: frozenset[str] = frozenset({"cite-this-page"})
    list_type: ListType | None = None
    citation_form = CitationForm()

    def views(self, pages: Sequence[Any], language: str | None = None) -> list[V]:
        """Read works of the type."""
        (found,) = views_together([self.reading(pages, language)])
        return found

    def reading(self, pages: Sequence[Any], language: str | None) -> Reading[V]:
        """Begin to read works of the type."""
        raise NotImplementedError

    def context(self, view: V) -> Context:
        """Return what the template shows of any work."""
        return {
            "not_stated": self.not_stated(view),
            "passages": view.passages,
            "relatives": view.relatives,
            "term_notes": view.terms,
            "citation": self.citation(view),
        }

    def not_stated(self, view: V) -> str:
        """Return what is said of a missing fact; only a source that readers are led to can have left it out."""
        project = view.relatives.project
        return gettext("not stated in the source") if project and project.website else gettext("not stated")

    def citation(self, view: V) -> Citation:
        """Return how the work is cited."""
        raise NotImplementedError

    def described(self, view: V) -> Data:
        """Return what the work says of itself in the vocabulary of schema.org, beside what all works say."""
        raise NotImplementedError

    def withdrawn(self, view: V) -> Any:
        """Return what says since when and why the work is withdrawn: itself, or the whole that it is a part of."""
        return view.about

    def structured(self, view: V) -> Data:
        """Return what the work is, in the vocabulary of schema.org."""
        about, withdrawn = view.about, self.withdrawn(view)
        return filled(
            {
                "@context": "https://schema.org",
                "@id": settings.SITE_URL + about.permanent_address,
                "name": about.title,
                "description": about.description,
                "url": settings.SITE_URL + about.address,
                "disambiguatingDescription": sentence(
                    withdrawn.withdrawn_on, withdrawn.withdrawal_reason, about.language
                ),
                **self.described(view),
            }
        )

    def sections(self, view: V) -> tuple[Section, ...]:
        """Return the work's own text, then what its margin explains."""
        return (*self.text(view), *margin(view.passages, view.terms))

    def text(self, view: V) -> Iterable[Section]:
        """Return the work's text by section."""
        return sections(view.passages)


def work_presenter(page: LibraryPage) -> WorkPresenter[Any]:
    """Return the presenter of a work's type."""
    return cast("WorkPresenter[Any]", presenter_of(type(page)))


# ------------------------------------------------------------------------------------- the search


def margin(passages: Iterable[Passage], terms: Mapping[int, TermNote]) -> list[Section]:
    """Return what the margin explains beside each section, as the search reads it."""
    found = []
    for passage in passages:
        notes = [terms[term.pk] for term in passage.terms if term and term.pk in terms]
        words = [": ".join(filter(None, [note.name.text, note.definition.text])) for note in notes]
        if words:
            found.append(Section.in_margin(passage.anchor, one_after_another(words)))
    return found


def section(anchor: str, heading: str, facts: Iterable[str]) -> Section:
    """Return facts as the text of a section."""
    return Section(anchor, heading, one_after_another(facts))


def fact(*parts: str) -> str:
    """Return the parts of a fact as one text."""
    return ", ".join(filter(None, parts))


# ----------------------------------------------------------------------------------- schema.org


def written(about: About) -> Data:
    """Return what is said of a page that is a work of its own."""
    translated = {} if about.is_original else {"translationOfWork": {"inLanguage": about.original_language}}
    published, changed = about.published_at, about.changed_at
    return {
        "inLanguage": about.language,
        "datePublished": timezone.localtime(published).date().isoformat() if published else "",
        "dateModified": timezone.localtime(changed).date().isoformat() if changed else "",
        **translated,
    }


def part_of(relatives: Relatives) -> Data:
    """Return the project to which a work belongs."""
    project = relatives.project
    if project is None:
        return {}
    address = settings.SITE_URL + project.address
    return {"producer": {"@type": "ResearchProject", "name": project.plain_title, "url": address}}


def organisation(name: Label | None) -> dict[str, str]:
    """Return an organisation by its name."""
    return {"@type": "Organization", "name": name.text} if name else {}


def place(name: Label) -> dict[str, str]:
    """Return a place by its name."""
    return {"@type": "Place", "name": name.text}


def files(work: Work | None) -> list[Data]:
    """Return the files of a document."""
    return [
        {
            "@type": "MediaObject",
            "contentUrl": settings.SITE_URL + edition.address,
            "inLanguage": edition.language,
            "contentSize": edition.size or "",
        }
        for edition in (work.editions if work else ())
    ]


def filled(described: Mapping[str, Any]) -> Data:
    """Return what is known: a property without a value says nothing."""
    return {name: value for name, value in described.items() if value not in ("", None, [], {}, ())}


# ------------------------------------------------------------------------------------- the pages


def publisher_reference(organisation_id: int | None) -> Reference | None:
    """Return the reference to a publisher, None where there is none."""
    return (Organisation, organisation_id) if organisation_id else None


def section_numbers(passages: Iterable[Passage], chapter: int | None = None) -> dict[str, str]:
    """Return the number of each section with a heading by its anchor: “2.1” in a chapter with a number, else “1”."""
    headed = [passage.anchor for passage in passages if passage.heading]
    before = f"{chapter}." if chapter else ""
    return {anchor: f"{before}{position}" for position, anchor in enumerate(headed, start=1)}


def link(title: str, address: str, language: str, readers_language: str, withdrawn_on: Any) -> SafeString:
    """Return a link to a page with its mark; where its language is not the reader's, it says so."""
    mark = withdrawn_mark(withdrawn_on)
    if language == readers_language:
        return format_html('<a href="{}">{}</a> {}', address, title, mark)
    return format_html('<a href="{0}" lang="{1}" hreflang="{1}">{2}</a> {3}', address, language, title, mark)


def beside(several: Iterable[Relative], key: Any, language: str) -> tuple[Relative | None, Relative | None]:
    """Return what comes before and after one of several works, of those in the reader's language."""
    readable = [one for one in several if one.language == language or one.key == key]
    here = next((position for position, one in enumerate(readable) if one.key == key), None)
    if here is None:
        return None, None
    return (readable[here - 1] if here else None), (readable[here + 1] if here + 1 < len(readable) else None)


def views_together(readings: Sequence[Reading[Any]]) -> list[list[Any]]:
    """Return the views of works of several types: what all of them refer to is read at once, in three queries."""
    wanted = [next(reading) for reading in readings]
    names = NamesOfConcepts(reference for one in wanted for reference in one.concepts)
    files = Files(number for one in wanted for number in one.files)
    belongings = iter(relatives([read for one in wanted for read in one.read]))
    return [
        _finished(reading, Found([next(belongings) for _read in one.read], names, files))
        for reading, one in zip(readings, wanted, strict=True)
    ]


def _finished(reading: Reading[Any], found: Found) -> list[Any]:
    try:
        reading.send(found)
    except StopIteration as finished:
        return list(finished.value)
    message = "What a reading refers to is said once."
    raise RuntimeError(message)
