"""What of each type of work stands in its document, beside its body: made of the view that its page is made of."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext

from cms.formats import day, number
from cms.languages import language_name
from cms.presenting import Context
from projects.enums import FactKind
from projects.wording import state_name
from projects.works.bulletin import BulletinView
from projects.works.chapter import ChapterView
from projects.works.facts import ProjectView
from projects.works.handbook import HandbookView
from projects.works.relatives import Relatives
from projects.works.training import TrainingView
from projects.works.work import WorkPresenter, WorkView
from publishing.bodies import body, picture
from publishing.facts import (
    ProjectFactsWriter,
    Row,
    contacts,
    documents,
    figures,
    filled,
    period_words,
    relative,
)
from publishing.writing import Hand, Piece, Runs, heading, listing, paragraph

V = TypeVar("V", bound=WorkView)


class WorkForm(Generic[V]):
    """How a work of any type becomes a document; `page` gives its pictures, `shown` is what its page shows."""

    def __init__(self, page: Any, presenter: WorkPresenter[V], view: V, shown: Context) -> None:
        self.page = page
        self.presenter = presenter
        self.view = view
        self.shown = shown

    def kind(self) -> str:
        """Return what the work is."""
        return str(self.presenter.name)

    def container(self) -> str:
        """Return the title of the whole that the work is a part of."""
        return ""

    def subtitle(self) -> str:
        """Return the line below the title."""
        return self.view.about.summary

    def card(self, hand: Hand) -> list[Row]:
        """Return the rows of the catalogue card; those without a value are left out."""
        return project_row(self.view.relatives, hand)

    def body(self, hand: Hand) -> list[Piece]:
        """Return the text."""
        return body(self.view.passages, self.view.terms, hand, numbers=self.shown.get("numbers"))


class ProjectForm(WorkForm[ProjectView]):
    """A project: its card, then its sections with their facts."""

    def __init__(self, *about: Any) -> None:
        super().__init__(*about)
        self.facts = ProjectFactsWriter(self.view, self.shown)

    def subtitle(self) -> str:
        """Return the full title, else the summary."""
        return self.view.full_title or self.view.about.summary

    def card(self, hand: Hand) -> list[Row]:
        """Return the card where no section of the body shows it."""
        return [] if FactKind.IDENTITY in self.view.placed else self.facts.card(hand)

    def body(self, hand: Hand) -> list[Piece]:
        """Return the sections with their facts."""
        return body(self.view.passages, self.view.terms, hand, facts=self.facts)


class TrainingForm(WorkForm[TrainingView]):
    """A training: for whom, objectives, body, sessions, who took part, materials, contacts, its project."""

    def kind(self) -> str:
        """Return the kind of training."""
        return capfirst(str(self.presenter.kinds.get(self.view.kind, self.presenter.name)))

    def card(self, hand: Hand) -> list[Row]:
        """Return when and where it takes place."""
        shown, not_stated = self.shown, str(self.shown["not_stated"])
        spoken = ", ".join(language_name(code, hand.language) for code in shown["session_languages"])
        return [
            *super().card(hand),
            (gettext("Period"), [hand.label(period_words(shown["period"], not_stated))]),
            (gettext("Status"), [hand.label(state_name(self.view.state) or not_stated)]),
            (gettext("Places"), [hand.labels(shown["places"]) or hand.label(not_stated)]),
            (gettext("Countries"), [hand.label(", ".join(name for _code, name in shown["countries"]))]),
            (gettext("Language of the training"), [hand.label(spoken)]),
            (gettext("Topics"), [hand.labels(self.view.topics)]),
        ]

    def body(self, hand: Hand) -> list[Piece]:
        """Return the sections in the order of the page."""
        view, shown, found = self.view, self.shown, []
        audience = hand.paragraphs(view.audience) if view.audience else []
        image = getattr(self.page, "image", None)
        pictures = picture(image, view.image_alt, "", hand) if image else []
        objectives = [listing([hand.paragraphs(one) for one in view.objectives], numbered=True)]
        project = view.relatives.project
        about_project = [paragraph(relative(project, hand))] if project else []
        if project and project.summary:
            about_project.append(paragraph([hand.run(project.summary, project.language)]))
        for anchor, name, pieces in (
            ("for-whom", gettext("For whom?"), [*audience, *pictures]),
            ("objectives", gettext("What will participants be able to do?"), objectives if view.objectives else []),
            ("", "", super().body(hand)),
            ("sessions", gettext("Sessions"), self.sessions(hand)),
            ("participants", gettext("Who took part?"), figures(shown["figures"], hand)),
            ("materials", gettext("Materials"), documents(view.documents, hand)),
            ("contacts", gettext("Contacts"), contacts(view.contacts, hand)),
            ("the-project", gettext("The project"), about_project),
        ):
            if pieces:
                found += [*([heading([hand.run(name)], 1, anchor)] if name else []), *pieces]
        return found

    def sessions(self, hand: Hand) -> list[Piece]:
        """Return the meetings with day, place, language and room."""
        found = []
        for one in self.shown["sessions"]:
            room = ngettext("%(number)s place", "%(number)s places", one.capacity or 0) % {"number": one.capacity}
            days = " – ".join(moment.text for moment in (one.start, one.end) if moment)
            found.append(
                {
                    "kind": "dated",
                    "when": [hand.run(days or gettext("date not stated"))],
                    "title": [hand.run(one.title)],
                    "pieces": hand.paragraphs(one.text),
                    "meta": hand.words(
                        one.place or gettext("place not stated"),
                        language_name(one.language, hand.language) if one.language else "",
                        room if one.capacity else "",
                    ),
                }
            )
        return found


class BulletinForm(WorkForm[BulletinView]):
    """An issue: its articles are the sections of its body."""

    def kind(self) -> str:
        """Return the issue's number."""
        return gettext("Bulletin, no. %(number)s") % {"number": self.view.number}

    def card(self, hand: Hand) -> list[Row]:
        """Return date and publisher."""
        view = self.view
        return [
            *super().card(hand),
            (
                gettext("Date"),
                [hand.label(day(view.date, hand.language) if view.date else str(self.shown["not_stated"]))],
            ),
            (gettext("Publisher"), [hand.label(view.publisher)]),
        ]


class ChapterForm(WorkForm[ChapterView]):
    """A chapter, which names its handbook."""

    def kind(self) -> str:
        """Return the chapter's number."""
        if not self.view.number:
            return gettext("Chapter")
        return gettext("Chapter %(number)s of %(total)s") % {
            "number": self.view.number,
            "total": self.view.contents.total,
        }

    def container(self) -> str:
        """Return the handbook's title."""
        return self.view.contents.plain_title

    def card(self, hand: Hand) -> list[Row]:
        """Return the handbook and its publisher."""
        contents = self.view.contents
        return [
            (gettext("Handbook"), [hand.label(contents.plain_title, contents.address)]),
            (gettext("Publisher"), [hand.label(self.view.publisher)]),
        ]


class HandbookForm(WorkForm[HandbookView]):
    """A handbook: its introduction; the chapters follow."""

    def card(self, hand: Hand) -> list[Row]:
        """Return edition, year and identifiers."""
        view, not_stated = self.view, str(self.shown["not_stated"])
        printed = ""
        if view.print_run:
            pattern = ngettext("%(written)s copy", "%(written)s copies", view.print_run)
            printed = pattern % {"written": number(view.print_run, hand.language)}
        spoken = ", ".join(language_name(code, hand.language) for code in self.shown["languages"])
        return [
            (gettext("Publisher"), [hand.label(view.publisher) or hand.label(not_stated)]),
            *super().card(hand),
            (gettext("Edition"), [hand.label(view.edition)]),
            (gettext("Year"), [hand.label(str(view.year or not_stated))]),
            ("ISBN", [hand.label(view.isbn)]),
            (gettext("Print run"), [hand.label(printed)]),
            (gettext("Languages"), [hand.label(spoken)]),
        ]


_FORMS: dict[type[WorkView], type[WorkForm[Any]]] = {
    ProjectView: ProjectForm,
    TrainingView: TrainingForm,
    BulletinView: BulletinForm,
    ChapterView: ChapterForm,
    HandbookView: HandbookForm,
}


def form_of(page: Any, presenter: WorkPresenter[Any], view: Any) -> WorkForm[Any]:
    """Return how a work becomes a document; a type without a form of its own has what every work has."""
    form = next((_FORMS[one] for one in type(view).__mro__ if one in _FORMS), WorkForm)
    return form(page, presenter, view, presenter.context(view))


def card_rows(form: WorkForm[Any], hand: Hand) -> list[dict[str, Any]]:
    """Return the card's rows as they are set."""
    return [{"name": name, "values": values} for name, values in filled(form.card(hand))]


def project_row(relatives: Relatives, hand: Hand) -> list[Row]:
    """Return the project that a work belongs to."""
    project = relatives.project
    if project is None:
        return []
    title: Runs = [hand.run(project.plain_title, project.language, project.address)]
    return [(gettext("Project"), [title])]
