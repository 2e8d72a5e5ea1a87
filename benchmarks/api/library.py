"""A library of generated bulletins and trainings, each in six languages, for all systems.

python -m benchmarks.api.library NUMBER
"""

from __future__ import annotations

import random
import sys
import uuid
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import islice
from typing import Any

import django

django.setup()

from django.db import connection, transaction
from wagtail.models import Page

from benchmarks.front_pages import front_page
from benchmarks.inserting import ROWS, insert_pages, page_fields
from benchmarks.search import corpus
from benchmarks.search.corpus import LANGUAGES, Document
from cms.models import BasePage
from projects.models import BulletinIndexPage, BulletinPage, TrainingIndexPage, TrainingPage
from projects.models.rows import TrainingObjective, TrainingSession

TYPES: Sequence[tuple[type[BasePage], type[BasePage], str]] = (
    (BulletinPage, BulletinIndexPage, "bulletins"),
    (TrainingPage, TrainingIndexPage, "trainings"),
)
FIRST_DAY = date(2009, 1, 1)


def load(number: int) -> None:
    """Write as many pages: half of them bulletins, half trainings, each item in all languages."""
    documents = corpus.documents(number)
    for (model, index, slug), count in zip(TYPES, (number - number // 2, number // 2), strict=True):
        shelves = [_shelf(code, index, slug) for code in LANGUAGES]
        written = [0] * len(shelves)
        numbered = zip(range(count), documents, strict=False)
        while rows := list(islice(numbered, ROWS)):
            with transaction.atomic():
                pages = [_page(model, place, row, shelves) for place, row in rows]
                insert_pages(pages)
                if model is TrainingPage:
                    _insert_rows(pages)
            for place, _row in rows:
                written[place % len(shelves)] += 1
        for shelf, children in zip(shelves, written, strict=True):
            Page.objects.filter(pk=shelf.pk).update(numchild=children)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _shelf(code: str, index: type[BasePage], slug: str) -> BasePage:
    home = front_page(code)
    shelf = index(title=slug, slug=slug, locale=home.locale, translation_key=uuid.uuid5(uuid.NAMESPACE_URL, slug))
    home.add_child(instance=shelf)
    return shelf


def _page(model: type[BasePage], place: int, row: Document, shelves: Sequence[BasePage]) -> BasePage:
    item, of_language = divmod(place, len(shelves))
    shelf = shelves[of_language]
    return model(
        **page_fields(model, shelf, item, f"b{item}", row.title),
        locale=shelf.locale,
        translation_key=uuid.uuid5(uuid.NAMESPACE_URL, f"{model.__name__} {item}"),
        summary=row.summary[:500],
        original_language=LANGUAGES[0],
        origin="human",
        reviewed_on=FIRST_DAY + timedelta(days=item),
        body=_body(row, shelf),
        **_facts(model, item, row),
    )


def _facts(model: type[BasePage], item: int, row: Document) -> dict[str, Any]:
    day = FIRST_DAY + timedelta(days=item % 5000)
    if model is BulletinPage:
        return {"number": item + 1, "date": day}
    return {"audience": row.summary, "start": day, "end": day + timedelta(days=2)}


def _body(row: Document, shelf: Page) -> list[dict[str, Any]]:
    """Return about ten blocks: headings, paragraphs with links and emphasis, lists, a quotation."""
    chance = random.Random(row.key)  # noqa: S311  no secret
    source = corpus.sentences(row.language)
    blocks: list[tuple[str, Any]] = []
    for place, (_anchor, heading, text) in enumerate([*row.sections, *row.sections[:1]]):
        blocks.append(("heading", {"text": heading or row.title[:60], "anchor": f"s{place}"}))
        first, second = text, " ".join(chance.sample(source, 3))
        link = f'<a linktype="page" id="{shelf.pk}">{shelf.title}</a>'
        points = "".join(f"<li>{one}</li>" for one in chance.sample(source, 3))
        blocks.append(("text", f"<p>{first}</p><p>{link} <b>{chance.choice(source)}</b> {second}</p><ul>{points}</ul>"))
        blocks.append(("text", f'<p><a href="https://example.org/{place}">{heading or "…"}</a> {second}</p>'))
    blocks.append(("quote", {"text": chance.choice(source), "source": row.title[:60]}))
    return [{"type": kind, "value": value, "id": str(uuid.UUID(int=chance.getrandbits(128)))} for kind, value in blocks]


def _insert_rows(pages: Sequence[Any]) -> None:
    """Give trainings two objectives and two sessions each."""
    objectives, sessions = [], []
    for page in pages:
        for place in range(2):
            own = {"page": page, "sort_order": place, "locale": page.locale}
            objectives.append(TrainingObjective(**own, text=f"{page.summary} {place}"))
            start = page.start + timedelta(days=place)
            sessions.append(TrainingSession(**own, title=page.title, start=start, end=start, text=page.summary))
    TrainingObjective.objects.bulk_create(objectives)
    TrainingSession.objects.bulk_create(sessions)


if __name__ == "__main__":
    load(int(sys.argv[1]))
