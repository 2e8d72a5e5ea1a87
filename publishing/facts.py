"""A project's typed facts as pieces of a document: one function for each kind of facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext, pgettext

from cms.destinations import allowed
from cms.languages import country_name, language_name
from cms.presenting import Context
from cms.templatetags.library import file_size
from projects.drawings.figures import DrawnFigures
from projects.enums import FactKind
from projects.values import Contact, Party, Statement
from projects.wording import Span, days_in_words, state_name
from projects.works.documents import Work
from projects.works.facts import ProjectView
from projects.works.relatives import Relative
from publishing.bodies import margin_note, table
from publishing.writing import Hand, Piece, Runs, listing, paragraph

# The name of a fact and its values.
Row = tuple[str, list[Runs]]


class ProjectFactsWriter:
    """Writes the facts of one project; `shown` is what its page shows."""

    def __init__(self, view: ProjectView, shown: Context) -> None:
        self.view = view
        self.facts = view.facts
        self.shown = shown
        self.not_stated = str(shown["not_stated"])

    def __call__(self, kind: str, hand: Hand) -> tuple[list[Piece], list[Piece]]:
        """Return the facts of a kind, and what stands beside them."""
        pieces = KINDS[FactKind(kind)](self, hand)
        return pieces or [paragraph([hand.run(self.not_stated)], muted=True)], self.beside(kind, hand)

    def beside(self, kind: str, hand: Hand) -> list[Piece]:
        """Return the notes on some organisations."""
        if kind != FactKind.PARTIES:
            return []
        return [
            margin_note(
                [*([hand.run(f"{party.number}. ")] if party.number else []), *hand.label(party.name)],
                hand.paragraphs(party.note),
            )
            for party in self.facts.noted
        ]

    def card(self, hand: Hand) -> list[Row]:
        """Return the rows of the project's catalogue card."""
        facts, view = self.facts, self.view
        with_notes = FactKind.PARTIES not in view.placed
        parties = [
            *((gettext("Funders"), facts.funders),),
            *((capfirst(role), several) for role, several in facts.beneficiaries_by_role),
            *((gettext("Partners"), facts.partners),),
        ]
        no_partners = view.no_partners and not facts.partners
        money = (
            [facts.budget.total, *(f"{one.source}: {one.amount}" for one in facts.budget.parts)] if facts.budget else []
        )
        if facts.own_percent:
            money.append(f"{gettext('Own contribution')}: {facts.own_percent}")
        site = allowed(view.website)
        rows: list[Row] = [
            (gettext("Project number"), [hand.label(view.code)]),
            (gettext("Programme"), [hand.label(facts.programme)]),
            (gettext("Fund"), [hand.label(facts.fund)]),
            (gettext("Grant scheme"), [hand.label(view.scheme)]),
            *((name, [party_runs(one, hand, noted=with_notes) for one in several]) for name, several in parties),
            (gettext("Partners"), [hand.label(pgettext("partners", "none"))] if no_partners else []),
            (gettext("Budget"), [hand.label(one) for one in money or [self.not_stated]]),
            (gettext("Period"), [hand.label(period_words(facts.period, self.not_stated))]),
            (gettext("Status"), [hand.label(state_name(view.state) or self.not_stated)]),
            (gettext("Countries"), [hand.label(", ".join(one.country for one in facts.places))]),
            (gettext("Topics"), [hand.labels(facts.topics)]),
            (gettext("The project’s own site"), [hand.label(view.website_label or site, site)] if site else []),
        ]
        return filled(rows)

    # ------------------------------------------------------------------------------ the kinds

    def identity(self, hand: Hand) -> list[Piece]:
        """Return the catalogue card."""
        return [card(self.card(hand))]

    def funders(self, hand: Hand) -> list[Piece]:
        """Return who pays."""
        rows = filled(
            [
                (gettext("Funders"), [party_runs(one, hand, with_country=True) for one in self.facts.funders]),
                (gettext("Programme"), [hand.label(self.facts.programme)]),
                (gettext("Fund"), [hand.label(self.facts.fund)]),
                (gettext("Grant scheme"), [hand.label(self.view.scheme)]),
            ]
        )
        return [card(rows)] if rows else []

    def parties(self, hand: Hand) -> list[Piece]:
        """Return who carries the project out; one who withdrew keeps the number."""
        items = [
            [
                paragraph(
                    [
                        *hand.label(party.name),
                        hand.run("\n"),
                        *hand.words(
                            party.role_name,
                            country_name(party.country, hand.language) if party.country else "",
                            party.department,
                            gettext("withdrew") if party.withdrew else "",
                        ),
                    ]
                )
            ]
            for party in self.facts.parties
        ]
        pieces = [listing(items, numbered=True)] if items else []
        if self.view.no_partners and not self.facts.partners:
            none = f"{gettext('Partners')}: {pgettext('partners', 'none')}"
            pieces.append(paragraph([hand.run(none)], muted=True))
        return pieces

    def budget(self, hand: Hand) -> list[Piece]:
        """Return the total, a bar, and the sources as a table."""
        budget = self.facts.budget
        if budget is None:
            return []
        total = {"kind": "sum", "value": [hand.run(budget.total)], "unit": [hand.run(pgettext("budget", "in all"))]}
        rest = gettext("Other sources (the difference)")
        rows = [(part.source, part.amount, part.percent) for part in budget.parts]
        rows += [(rest, budget.rest.amount, budget.rest.percent)] if budget.rest else []
        if budget.own_percent:
            rows.append((gettext("Own contribution"), "", budget.own_percent))
            rows += [] if budget.parts else [(rest, "", budget.own_rest)]
        if not rows:
            return [total]
        heads = [pgettext("budget", "Source"), pgettext("budget", "Amount"), pgettext("budget", "Share")]
        widths = [part.width for part in budget.parts] or ([budget.own_width] if budget.own_width else [])
        return [
            total,
            {"kind": "shares", "shares": [float(width) / 10 for width in widths]},
            table([], [hand.label(head) for head in heads], [[hand.label(one) for one in row] for row in rows], (1, 2)),
        ]

    def period(self, hand: Hand) -> list[Piece]:
        """Return when the project took place."""
        return [paragraph([hand.run(period_words(self.facts.period, self.not_stated))])]

    def status(self, hand: Hand) -> list[Piece]:
        """Return where the project stands."""
        end = self.facts.period.end
        said = [capfirst(state_name(self.view.state) or self.not_stated)]
        said += [end.text] if self.view.state == "completed" and end else []
        return [paragraph([hand.run(", ".join(said))])]

    def places(self, hand: Hand) -> list[Piece]:
        """Return the places by country."""
        rows: list[Row] = [
            (one.country, [hand.labels(one.places) or hand.label(gettext("not stated more exactly"))])
            for one in self.facts.places
        ]
        return [card(rows)] if rows else []

    def target_groups(self, hand: Hand) -> list[Piece]:
        """Return whom the project reaches, by kind."""
        found: list[Piece] = []
        for kind, groups in self.facts.target_groups:
            found += [paragraph([hand.run(capfirst(kind), bold=True)], keep=True)] if kind else []
            for group in groups:
                what = [] if group.repeats_unit else hand.label(group.name)
                found.append(figure(group.number, hand.label(group.unit), hand.words(what, group.detail, between=". ")))
        return found

    def results(self, hand: Hand) -> list[Piece]:
        """Return the results in figures."""
        return figures(self.facts.figures, hand)

    def events(self, hand: Hand) -> list[Piece]:
        """Return what happened on a day."""
        return [
            {
                "kind": "dated",
                "when": hand.words(event.moment.text, event.place, between=", "),
                "title": [],
                "pieces": hand.paragraphs(event.text),
                "meta": [],
            }
            for event in self.facts.events
        ]

    def documents(self, hand: Hand) -> list[Piece]:
        """Return the documents, each with its languages, and where the project's own site is."""
        found = documents(self.view.documents, hand)
        if not found:
            found = [paragraph([hand.run(gettext("none in the library"))], muted=True)]
        site = allowed(self.view.website)
        if site:
            words = self.view.website_label or gettext("The project’s own site")
            found.append({"kind": "action", "runs": [hand.run(words, address=site)]})
        return found

    def contacts(self, hand: Hand) -> list[Piece]:
        """Return where to ask."""
        return contacts(self.facts.contacts, hand)

    def related(self, hand: Hand) -> list[Piece]:
        """Return what the project left behind."""
        works = [work for group in self.view.relatives.groups for work in group.works]
        if not works:
            return [paragraph([hand.run(gettext("none in the library"))], muted=True)]
        return [listing([[paragraph(relative(work, hand))] for work in works])]

    def disclaimer(self, hand: Hand) -> list[Piece]:
        """Return the funder's disclaimer."""
        return hand.paragraphs(self.view.disclaimer)

    def objectives(self, hand: Hand) -> list[Piece]:
        """Return the general objective and the specific ones."""
        found: list[Piece] = []
        for name, kind in (
            (gettext("General objective"), FactKind.GENERAL_OBJECTIVE),
            (gettext("Specific objectives"), FactKind.SPECIFIC_OBJECTIVES),
        ):
            said = statements(self.facts.statements[kind], hand)
            found += [paragraph([hand.run(name, bold=True)], keep=True), *said] if said else []
        return found

    def of_statements(self, kind: FactKind) -> Sequence[Statement]:
        """Return the statements of a kind."""
        return self.facts.statements[kind]


def _stated(kind: FactKind) -> Callable[[ProjectFactsWriter, Hand], list[Piece]]:
    return lambda writer, hand: statements(writer.of_statements(kind), hand)


KINDS: dict[FactKind, Callable[[ProjectFactsWriter, Hand], list[Piece]]] = {
    FactKind.IDENTITY: ProjectFactsWriter.identity,
    FactKind.FUNDERS: ProjectFactsWriter.funders,
    FactKind.PARTIES: ProjectFactsWriter.parties,
    FactKind.BUDGET: ProjectFactsWriter.budget,
    FactKind.PERIOD: ProjectFactsWriter.period,
    FactKind.STATUS: ProjectFactsWriter.status,
    FactKind.PLACES: ProjectFactsWriter.places,
    FactKind.TARGET_GROUPS: ProjectFactsWriter.target_groups,
    FactKind.RESULTS: ProjectFactsWriter.results,
    FactKind.EVENTS: ProjectFactsWriter.events,
    FactKind.DOCUMENTS: ProjectFactsWriter.documents,
    FactKind.CONTACTS: ProjectFactsWriter.contacts,
    FactKind.RELATED: ProjectFactsWriter.related,
    FactKind.DISCLAIMER: ProjectFactsWriter.disclaimer,
    FactKind.OBJECTIVES: ProjectFactsWriter.objectives,
    **{
        kind: _stated(kind)
        for kind in (
            FactKind.GENERAL_OBJECTIVE, FactKind.SPECIFIC_OBJECTIVES, FactKind.STAGES, FactKind.ACTIVITIES,
            FactKind.PACKAGE, FactKind.OUTPUTS, FactKind.ACHIEVEMENTS,
        )
    },
}  # fmt: skip


# ------------------------------------------------------------------------- what several types have


def filled(rows: Iterable[Row]) -> list[Row]:
    """Return the rows that say something."""
    kept = [(name, [value for value in values if value]) for name, values in rows]
    return [(name, values) for name, values in kept if values]


def card(rows: list[Row]) -> Piece:
    """Return facts as a catalogue card."""
    return {"kind": "card", "rows": [{"name": name, "values": values} for name, values in rows]}


def party_runs(party: Party, hand: Hand, *, with_country: bool = False, noted: bool = False) -> Runs:
    """Return an organisation in one line."""
    country = country_name(party.country, hand.language) if with_country and party.country else ""
    said = hand.words(party.name, party.department, country, between=", ")
    if party.withdrew:
        said.append(hand.run(f" ({gettext('withdrew')})"))
    if noted and party.note:
        said += [hand.run("\n"), *hand.plain(party.note)]
    return said


def period_words(period: Span, not_stated: str) -> str:
    """Return a period as exactly as it is known."""
    if period.start and not period.end:
        days = f"{pgettext('of a period', 'start')}: {period.start.text}"
    elif period.end and not period.start:
        days = f"{pgettext('of a period', 'end')}: {period.end.text}"
    else:
        days = days_in_words(period.start, period.end)
    return " · ".join(filter(None, [days, period.duration])) or not_stated


def statements(several: Sequence[Statement], hand: Hand) -> list[Piece]:
    """Return numbered statements; one alone has no number."""
    if len(several) == 1 and not several[0].name:
        return hand.paragraphs(several[0].text)
    items = [
        [*([paragraph([hand.run(one.name, bold=True)], keep=True)] if one.name else []), *hand.paragraphs(one.text)]
        for one in several
    ]
    return [listing(items, numbered=True)] if items else []


def figure(value: str, unit: Runs, what: Runs, *, part: bool = False) -> Piece:
    """Return a result in figures: its number, its unit, and what it counts."""
    return {"kind": "figure", "value": value, "unit": unit, "what": what, "part": part}


def figures(drawn: DrawnFigures, hand: Hand) -> list[Piece]:
    """Return results in figures, parts below their wholes."""
    found = []
    for one in drawn.all:
        unit = hand.words(
            one.unit,
            str(one.kind_name) if not one.is_achieved or drawn.tells_kind else "",
            gettext("of %(whole)s") % {"whole": one.whole} if one.whole else "",
        )
        found.append(figure(one.value, unit, hand.plain(one.what), part=bool(one.whole)))
    return found


def documents(works: Iterable[Work], hand: Hand) -> list[Piece]:
    """Return documents, each with a link for each of its languages, as far as everybody may have them.

    A page asks who follows the link; paper would only tell what is kept from its reader.
    """
    items = []
    for work in works:
        editions: list[Any] = []
        if work.restricted:
            continue
        for one in work.editions:
            if one.restricted:
                continue
            name = ", ".join(filter(None, [language_name(one.language, one.language).capitalize(), one.edition]))
            size = file_size(one.size)
            editions.append([hand.run(name, one.language, one.address), *([hand.run(f", {size}")] if size else [])])
        if work.missing:
            missing = language_name(work.missing, work.missing).capitalize()
            editions.append(f"{missing}: {gettext('not available')}")
        items.append([paragraph([hand.run(f"{work.title} ({work.format})\n"), *hand.words(*editions)])])
    return [listing(items)] if items else []


def contacts(several: Iterable[Contact], hand: Hand) -> list[Piece]:
    """Return departments to ask."""
    items = []
    for one in several:
        lines = [
            [hand.run(one.department, bold=True)],
            hand.label(one.organisation),
            hand.label(one.address),
            hand.words(
                [hand.email(one.email)] if one.email else "",
                [hand.run(one.phone, address=f"tel:{one.dialled}")] if one.phone else "",
            ),
        ]
        items.append([paragraph(hand.words(*lines, between="\n"))])
    return [listing(items)] if items else []


def relative(work: Relative, hand: Hand) -> Runs:
    """Return a work that belongs to the same project, as a link."""
    said = [hand.run(work.plain_title, work.language, work.address)]
    foreign = language_name(work.language, hand.language) if work.language != hand.language else ""
    about = hand.words(capfirst(work.kind_name), foreign)
    return [*said, *([hand.run(" · "), *about] if about else [])]
