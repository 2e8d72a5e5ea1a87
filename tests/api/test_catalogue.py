"""The catalogue of open data: valid as DCAT-AP 3.0.1, in all languages, and nothing in it that nobody stated."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from pyshacl import validate
from rdflib import DCAT, DCTERMS, FOAF, RDF, RDFS, SH, Graph, Namespace, URIRef

import api.urls  # noqa: F401  declares the operations
from api.catalogue import FORMS
from api.exports import LISTS
from cms.languages import LANGUAGE_CODES
from cms.publicity import record
from home.models import HomePage, SiteSettings
from tests.factories.home import home
from tests.factories.projects import ProjectPageFactory, TrainingPageFactory, index

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
FORMATS = {"ttl": "turtle", "jsonld": "json-ld", "rdf": "xml"}
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
HERE = "http://testserver/api/v1/catalogue.ttl#"


@cache
def shapes() -> Graph:
    """Return the shapes as they were published, without two that these name but leave undefined."""
    published = Graph().parse(Path(__file__).parent / "shapes" / "dcat-ap-3.0.1.ttl", format="turtle")
    undefined = {one for one in published.objects(None, SH.property) if (one, None, None) not in published}
    assert len(undefined) == 2
    for one in undefined:
        published.remove((None, SH.property, one))
    return published


def catalogue(ending: str = "ttl") -> Graph:
    answer = Client().get(f"/api/v1/catalogue.{ending}")
    assert answer.status_code == 200
    return Graph().parse(data=answer.content, format=FORMATS[ending])


def breaches(graph: Graph) -> list[str]:
    """Return what the shapes find wrong, each with the path that it is about."""
    _conforms, _report, told = validate(graph, shacl_graph=shapes(), advanced=True)
    return told.split("Constraint Violation")[1:]


def values(graph: Graph, subject: str, predicate: URIRef) -> set[Any]:
    return {str(value) for value in graph.objects(URIRef(f"{HERE}{subject}"), predicate)}


@pytest.fixture
def _stated() -> None:
    """Have somebody state all that the catalogue asks for."""
    for code, name in (("en", "Library Office"), ("bg", "Служба „Библиотека“")):
        front = home(code)
        HomePage.objects.filter(pk=front.pk).update(publisher=name)
    SiteSettings.objects.update_or_create(defaults={"contact_email": "office@example.org", "licence": LICENCE})
    ProjectPageFactory(parent=index("project", home()), title="One")
    record()


@pytest.mark.usefixtures("_stated")
@pytest.mark.parametrize("ending", FORMATS)
def test_it_is_valid_in_each_form_and_says_the_same(ending: str) -> None:
    graph = catalogue(ending)
    assert breaches(graph) == []
    assert set(graph) == set(catalogue("ttl"))


def test_what_is_not_valid_is_found_by_these_shapes() -> None:
    graph = catalogue()
    graph.remove((URIRef(f"{HERE}projects"), DCTERMS.title, None))
    assert [one for one in breaches(graph) if "title" in one]


@pytest.mark.usefixtures("_stated")
def test_every_list_is_a_dataset_with_all_its_files_in_all_languages() -> None:
    graph = catalogue()
    assert len(LISTS) == len(list(graph.subjects(RDF.type, DCAT.Dataset))) == 16
    for whole in LISTS:
        name = whole.of.path
        for predicate in (DCTERMS.title, DCTERMS.description):
            said = list(graph.objects(URIRef(f"{HERE}{name}"), predicate))
            assert sorted(str(one.language) for one in said) == sorted(LANGUAGE_CODES)
            assert all(said)
        files = {f"{HERE}{name}-{ending}" for ending in ("csv", "xlsx", "jsonl", "json")}
        assert values(graph, name, DCAT.distribution) == files
    assert values(graph, "api", DCAT.servesDataset) == {f"{HERE}{whole.of.path}" for whole in LISTS}
    assert values(graph, "projects", DCTERMS.language) == {
        f"http://publications.europa.eu/resource/authority/language/{code}" for code in ("BUL", "ENG")
    }


@pytest.mark.usefixtures("_stated")
def test_every_address_of_the_site_in_it_answers() -> None:
    addresses = {str(one) for one in catalogue().objects() if str(one).startswith("http://testserver/api/")}
    assert len(addresses) > 4 * len(LISTS)
    for address in addresses - {"http://testserver/api/v1/"}:
        parts = urlsplit(address)
        assert Client().head(f"{parts.path}?{parts.query}").status_code == 200, address


@pytest.mark.usefixtures("_stated")
def test_it_says_what_was_stated() -> None:
    graph = catalogue()
    assert set(map(str, graph.objects(URIRef(f"{HERE}publisher"), FOAF.name))) == {
        "Library Office", "Служба „Библиотека“",
    }  # fmt: skip
    (writing,) = values(graph, "contact", VCARD.hasURL)
    assert Client().get(writing.removeprefix("http://testserver"))["Location"] == "mailto:office@example.org"
    # No easier to harvest than on a page.
    assert "office@" not in Client().get("/api/v1/catalogue.ttl").content.decode()
    for subject in ("catalogue", "projects", "api", "projects-csv"):
        assert values(graph, subject, DCTERMS.license) == {LICENCE}
    assert values(graph, "catalogue", RDFS.comment) == set()


def test_what_nobody_stated_is_missing_and_the_catalogue_says_so() -> None:
    home()
    graph = catalogue()
    assert {str(one.language) for one in graph.objects(URIRef(f"{HERE}catalogue"), RDFS.comment)} == {*LANGUAGE_CODES}
    for predicate in (DCTERMS.license, DCTERMS.publisher, DCAT.contactPoint):
        assert not list(graph.objects(None, predicate))
    (breach,) = breaches(graph)
    assert "publisher" in breach


def test_a_dataset_was_modified_when_a_work_of_its_type_was() -> None:
    ProjectPageFactory(parent=index("project", home()), title="One")
    record()
    of_projects = values(catalogue(), "projects", DCTERMS.modified)
    assert len(of_projects) == 1
    TrainingPageFactory(parent=index("training", home()), title="Two")
    record()
    graph = catalogue()
    assert values(graph, "projects", DCTERMS.modified) == of_projects
    assert values(graph, "catalogue", DCTERMS.modified) == values(graph, "trainings", DCTERMS.modified) != of_projects


def test_what_is_stated_anew_is_told_at_once() -> None:
    first = Client().get("/api/v1/catalogue.ttl")
    assert Client().get("/api/v1/catalogue.ttl", headers={"if-none-match": first["ETag"]}).status_code == 304
    SiteSettings.objects.update_or_create(defaults={"licence": LICENCE})
    again = Client().get("/api/v1/catalogue.ttl", headers={"if-none-match": first["ETag"]})
    assert LICENCE in again.content.decode()


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.ending)
def test_it_is_told_as_its_address_says(form: Any) -> None:
    answer = Client().get(f"/api/v1/catalogue.{form.ending}")
    assert answer["Content-Type"] == form.content_type
    assert Client().get(f"/api/v1/catalogue.{form.ending}?language=en").status_code == 422
