"""Every output × a work that was withdrawn: it is there with its mark, or it is not there."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Page

from cms.languages import LANGUAGE_CODES
from cms.withdrawal import sentence
from projects.models import ProjectEvent, ProjectFigure, TrainingSession, Unit
from tests.factories.home import StandardPageFactory, home
from tests.factories.projects import (
    BulletinPageFactory,
    HandbookChapterPageFactory,
    HandbookPageFactory,
    ProjectPageFactory,
    TrainingPageFactory,
    concept,
    index,
    row,
)
from tests.projects.reading import words

pytestmark = pytest.mark.django_db
MARKED, ABSENT = "marked", "absent"
GONE = {"withdrawn_on": date(2026, 5, 4), "withdrawal_reason": "It was wrong."}
DAY = date(2026, 3, 9)
TYPES = ("project", "training", "handbook", "bulletin")
# What stands around a title and its mark; of a page's own title it is the whole page.
AROUND = ["li", "dd", "p", "td", "a", "h3", "main"]
BESIDE = ["a", "h3"]  # beside which a mark stands


@pytest.fixture(scope="module")
def _library(once: Callable[[Callable[[], dict[str, int]]], dict[str, int]]) -> dict[str, int]:
    return once(lambda: {name: page.pk for name, page in _written().items()})


@pytest.fixture
def library(_library: dict[str, int], db: None) -> dict[str, Any]:
    """Return a withdrawn work of each type, each of the standing project, with a standing one beside it."""
    return {name: Page.objects.get(pk=number).specific for name, number in _library.items()}


def _written() -> dict[str, Any]:
    english = home()
    unit = concept(Unit, "people", forms="person\npeople")
    standing = ProjectPageFactory(parent=index("project", english), title="Standing project", start=DAY)
    of_project = {"project": standing}
    session = row(TrainingSession, title="Opening", start=DAY)
    for number in (1, 3):
        BulletinPageFactory(parent=index("bulletin", english), title=f"Issue no. {number}", number=number, **of_project)
    handbook = HandbookPageFactory(parent=index("handbook", english), title="Lost handbook", **of_project, **GONE)
    return {
        "standing": standing,
        "project": ProjectPageFactory(
            parent=index("project", english), title="Lost project", start=DAY, **GONE,
            events=[row(ProjectEvent, date=DAY, text="Meeting.")],
            figures=[row(ProjectFigure, value=Decimal(900), unit=unit, what="lost figure")],
        ),
        "training": TrainingPageFactory(
            parent=index("training", english), title="Lost training", start=DAY, **of_project, **GONE,
            sessions=[session],
        ),
        "handbook": handbook,
        "chapter": HandbookChapterPageFactory(parent=handbook, title="Lost chapter"),
        "bulletin": BulletinPageFactory(
            parent=index("bulletin", english), title="Lost issue", number=2, date=DAY, **of_project, **GONE
        ),
    }  # fmt: skip


def answer(address: str, **query: str) -> str:
    return Client().get(address, query).getvalue().decode()


def in_html(text: str, title: str) -> str:
    """Tell whether a title stands on a page, and with its mark wherever it does."""
    soup = BeautifulSoup(text, "html.parser")
    for unseen in soup.select("head, script, .crumbs, .cover"):
        unseen.decompose()
    found = [node for node in soup.find_all(string=True) if title in node]
    for node in found:
        around: Any = node.find_parent("main") if node.find_parent("h1") else node.find_parent(AROUND)
        while "withdrawn" not in around.get_text().lower() and around.name in BESIDE:
            around = around.find_parent(AROUND)
        assert "withdrawn" in around.get_text().lower(), str(around)
    return MARKED if found else ABSENT


def in_text(text: str, title: str) -> str:
    """Tell whether a title stands in a text for programs, and with its mark wherever it does."""
    assert text.count(title) == text.count(f"{title} (withdrawn)"), text
    return MARKED if title in text else ABSENT


def structured(text: str) -> str:
    """Return what a page says to machines, without the way to it."""
    found = [
        json.loads(script.get_text()) for script in BeautifulSoup(text, "html.parser").select("script[type$=json]")
    ]
    parts = [part for part in found if part["@type"] != "BreadcrumbList"]
    return json.dumps(parts, ensure_ascii=False)


def unfolded(text: str) -> str:
    return text.replace("\r\n ", "")


Output = Callable[[dict[str, Any], str], str]


def listed(made: dict[str, Any], name: str) -> str:
    return in_html(answer(made[name].get_parent().url_path), made[name].title)


def list_for_machines(made: dict[str, Any], name: str) -> str:
    return in_text(structured(answer(made[name].get_parent().url_path)), made[name].title)


def followed(made: dict[str, Any], name: str) -> str:
    return in_text(answer(made[name].get_parent().url_path, format="atom"), made[name].title)


def exported(made: dict[str, Any], name: str) -> str:
    (line,) = [line for line in answer(made[name].get_parent().url_path, format="csv").splitlines() if "Lost" in line]
    return MARKED if "2026-05-04" in line else "unmarked"


def own_page(made: dict[str, Any], name: str) -> str:
    text = answer(made[name].url_path)
    banner = BeautifulSoup(text, "html.parser").select_one(".withdrawal")
    assert "withdrawn on 4\xa0May 2026" in banner.get_text().replace("W", "w")
    assert "It was wrong." in banner.get_text()
    return in_html(text, made[name].title)


def head(made: dict[str, Any], name: str) -> str:
    soup = BeautifulSoup(answer(made[name].url_path), "html.parser")
    shared = soup.find("meta", property="og:title")
    assert shared["content"].endswith("(withdrawn)")
    return in_text(soup.title.get_text(), made[name].title)


def machine(made: dict[str, Any], name: str) -> str:
    return (
        MARKED if "Withdrawn on 4\xa0May 2026. It was wrong." in structured(answer(made[name].url_path)) else "unmarked"
    )


def cited(form: str) -> Output:
    def output(made: dict[str, Any], name: str) -> str:
        return MARKED if "Withdrawn on 4 May 2026." in answer(f"/en/cite/{made[name].pk}.{form}") else "unmarked"

    return output


def cited_on_the_page(made: dict[str, Any], name: str) -> str:
    line = BeautifulSoup(answer(made[name].url_path), "html.parser").select_one(".cite-text")
    return MARKED if "Withdrawn on 4\xa0May 2026." in line.get_text() else "unmarked"


def calendar_file(made: dict[str, Any], name: str) -> str:
    return in_text(unfolded(answer(f"/en/calendar/{made[name].pk}.ics")), made[name].title)


def calendar(made: dict[str, Any], name: str) -> str:
    return in_html(answer(made[name].get_parent().url_path, month="2026-03"), made[name].title)


def day_of_the_calendar(made: dict[str, Any], _name: str) -> str:
    cells = BeautifulSoup(answer("/en/trainings/", month="2026-03"), "html.parser").select(".calendar td a")
    return MARKED if ["withdrawn" in cell.get_text() for cell in cells] == [True] else "unmarked"


def found(language: str, mark: str) -> Output:
    def output(made: dict[str, Any], name: str) -> str:
        home(language)
        page = BeautifulSoup(answer(f"/{language}/search/", q=made[name].title), "html.parser")
        (hit,) = [item for item in page.select("main li:has(h3)") if made[name].title in words(item.h3)]
        return MARKED if words(hit.select_one(".tag")) == mark else "unmarked"

    return output


def suggested(made: dict[str, Any], name: str) -> str:
    several = json.loads(answer("/en/search/suggest/", q=made[name].title))["suggestions"]
    (page,) = [one for one in several if one["text"] == made[name].title]
    return MARKED if page["detail"].endswith(", withdrawn") else "unmarked"


def front_page(made: dict[str, Any], name: str) -> str:
    text = answer("/en/")
    assert "lost figure" not in text
    return in_html(text, made[name].title)


def sitemap(made: dict[str, Any], name: str) -> str:
    return MARKED if made[name].url_path in answer("/sitemap-en.xml") else ABSENT


def nearly_there(made: dict[str, Any], name: str) -> str:
    return in_html(answer(f"/en/somewhere/{made[name].slug}/").replace(made[name].slug, ""), made[name].title)


def of_its_project(made: dict[str, Any], name: str) -> str:
    return in_html(answer(made["standing"].url_path), made[name].title)


def beside(made: dict[str, Any], name: str) -> str:
    neighbour = made[name].get_siblings().first()
    return in_html(answer(neighbour.url_path), made[name].title)


def project_of_a_work(made: dict[str, Any], name: str) -> str:
    for model in ("training", "handbook", "bulletin"):
        page = made[model]
        page.project, page.withdrawn_on, page.withdrawal_reason = made[name], None, ""
        page.save()
        text = answer(page.url_path)
        assert in_html(text, made[name].title) == MARKED
        if model != "training":
            assert in_text(structured(text), made[name].title) == MARKED
    return MARKED


def contents(made: dict[str, Any], name: str) -> str:
    chapter = made[name]
    HandbookChapterPageFactory(parent=made["handbook"], title="Next chapter")
    chapter.withdrawn_on, chapter.withdrawal_reason = GONE["withdrawn_on"], "Outdated."
    chapter.save()
    made["handbook"].withdrawn_on, made["handbook"].withdrawal_reason = None, ""
    made["handbook"].save()
    text = answer(made["handbook"].url_path)
    assert in_text(structured(text), chapter.title) == MARKED
    assert in_html(answer("/en/handbooks/lost-handbook/next-chapter/"), chapter.title) == MARKED
    return in_html(text, chapter.title)


def facet(made: dict[str, Any], name: str) -> str:
    made["training"].project = made["project"]
    made["training"].save()
    text = answer("/en/search/", q="lost")
    labels = [
        label for label in BeautifulSoup(text, "html.parser").select("label") if made[name].title in label.get_text()
    ]
    assert labels
    return in_text(" ".join(label.get_text() for label in labels), made[name].title)


def replaces(made: dict[str, Any], name: str) -> str:
    standing = made["standing"]
    standing.withdrawn_on, standing.withdrawal_reason, standing.successor = DAY, "Old.", made[name]
    standing.save()
    banner = BeautifulSoup(answer(standing.url_path), "html.parser").select_one(".withdrawal")
    return MARKED if banner.select_one(".tag") else "unmarked"


OUTPUTS: dict[str, tuple[Output, tuple[str, ...], str]] = {
    "its own page": (own_page, (*TYPES, "chapter"), MARKED),
    "the head of its page": (head, (*TYPES, "chapter"), MARKED),
    "its page for machines": (machine, (*TYPES, "chapter"), MARKED),
    "its citation": (cited_on_the_page, (*TYPES, "chapter"), MARKED),
    "BibTeX": (cited("bib"), (*TYPES, "chapter"), MARKED),
    "RIS": (cited("ris"), (*TYPES, "chapter"), MARKED),
    "its list": (listed, TYPES, MARKED),
    "its list for machines": (list_for_machines, TYPES, MARKED),
    "feed": (followed, TYPES, MARKED),
    "table": (exported, TYPES, MARKED),
    "calendar file": (calendar_file, ("project", "training"), MARKED),
    "calendar of the month": (calendar, ("training",), MARKED),
    "day of the calendar": (day_of_the_calendar, ("training",), MARKED),
    "search": (found("en", "withdrawn"), (*TYPES, "chapter"), MARKED),
    "search from another language": (found("bg", "оттеглено"), (*TYPES, "chapter"), MARKED),
    "suggestions": (suggested, (*TYPES, "chapter"), MARKED),
    "choices of the search": (facet, ("project", "handbook"), MARKED),
    "front page": (front_page, TYPES, ABSENT),
    "sitemap": (sitemap, (*TYPES, "chapter"), ABSENT),
    "what is nearly at an address": (nearly_there, TYPES, ABSENT),
    "what its project left": (of_its_project, ("training", "handbook", "bulletin"), MARKED),
    "the issue before": (beside, ("bulletin",), MARKED),
    "the project of a work": (project_of_a_work, ("project",), MARKED),
    "contents of a handbook": (contents, ("chapter",), MARKED),
    "what took a page's place": (replaces, ("project",), MARKED),
}


@pytest.mark.parametrize("output", OUTPUTS)
def test_a_withdrawn_work_is_marked_or_not_there(output: str, library: dict[str, Any]) -> None:
    say, names, wanted = OUTPUTS[output]
    assert {name: say(library, name) for name in names} == dict.fromkeys(names, wanted)


@pytest.mark.parametrize("reason", ["", "It was wrong."])
@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_a_sentence_ends_once_also_where_a_date_ends_in_a_full_stop(language: str, reason: str) -> None:
    said = sentence(DAY, reason, language)
    assert said.endswith(".")
    assert ".." not in said


def test_all_outputs_count_the_same_works(library: dict[str, Any]) -> None:
    front = BeautifulSoup(answer("/en/"), "html.parser")
    tally = {
        item.get_text(strip=True): item.find_next_sibling("dd").get_text(strip=True)
        for item in front.select(".tally dt")
    }
    assert tally["projects"] == "2"
    listed_page = BeautifulSoup(answer("/en/projects/"), "html.parser")
    assert listed_page.select_one("#list").get_text(strip=True) == "2 projects"
    assert len(answer("/en/projects/", format="csv").splitlines()) == 1 + 2
    assert answer("/en/projects/", format="atom").count("<entry") == 2
    assert '"numberOfItems": 2' in structured(answer("/en/projects/"))


def test_a_work_of_a_withdrawn_project_stands(library: dict[str, Any]) -> None:
    page = TrainingPageFactory(parent=index("training", home()), title="Kept training", project=library["project"])
    assert not page.facets.filter(name="withdrawn").exists()
    assert page.url_path in answer("/sitemap-en.xml")


def test_a_page_about_the_site_is_never_withdrawn() -> None:
    StandardPageFactory(parent=home(), title="About us", slug="about")
    assert "/en/about/" in answer("/sitemap-en.xml")


def test_who_lifts_a_withdrawal_brings_the_work_back_with_its_parts(library: dict[str, Any]) -> None:
    page = library["handbook"]
    page.withdrawn_on, page.withdrawal_reason = None, ""
    page.save()
    addresses = answer("/sitemap-en.xml")
    assert page.url_path in addresses
    assert library["chapter"].url_path in addresses
