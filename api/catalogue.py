"""What the library gives to take away, described for catalogues of open data as DCAT-AP 3.0.1 has it (SEMIC).

Each list is a dataset; its files are its distributions, and the API is the service that gives all of them. What nobody
stated is left out: a comment says which of it DCAT-AP asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Max
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override

from api.changes import RESOURCES
from api.exports import LISTS, WholeList, address_of_all, files_of
from api.operations import ROOT, Operation, address_of, api, operation
from api.rdf import TYPE, Graph, Iri, Statement, Text
from api.schemas import JSON
from cms import correspondence
from cms.languages import LANGUAGE_CODES
from cms.models import PublicChange
from cms.tables import XLSX
from cms.visibility import public_pages
from home.models import HomePage, SiteSettings

_AUTHORITY = "http://publications.europa.eu/resource/authority/"
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
# Languages as the Publications Office of the EU names them; one that is not here is not told.
_LANGUAGES = {"bg": "BUL", "en": "ENG", "lv": "LAV", "nb": "NOB", "pl": "POL", "ro": "RON"}
# Types of files of its list, by media type. Of JSON Lines neither it nor IANA has a name.
_FILE_TYPES = {
    JSON: "JSON",
    "text/csv": "CSV",
    XLSX.media_type: "XLSX",
}
_PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_DESCRIPTION = gettext_noop("All lists of the library, to be taken away as tables and as JSON.")
_NO_PUBLISHER = gettext_noop("The publisher is not stated. It is named on the front page, in the administration.")


@dataclass(frozen=True)
class Stated:
    """What people stated of the library, by language where words are, and when each type of item changed last.

    Under "" of `changes` stands the last change of all.
    """

    titles: dict[str, str]
    publishers: dict[str, str]
    contact: str
    licence: str
    changes: dict[str, datetime]

    @classmethod
    def now(cls) -> Stated:
        """Return what is stated now: three statements."""
        homes = public_pages(HomePage.objects.all()).order_by("locale__language_code")
        rows = list(homes.values_list("locale__language_code", "title", "publisher"))
        site = SiteSettings.objects.first() or SiteSettings()
        last = PublicChange.objects.order_by().values_list("type").annotate(Max("at"))
        changes: dict[str, datetime] = {name: at for name, at in last if name}
        if changes:
            changes[""] = max(changes.values())
        return cls(
            {code: title for code, title, _publisher in rows},
            {code: publisher for code, _title, publisher in rows if publisher},
            site.contact_email,
            site.licence,
            changes,
        )


class Catalogue:
    """The description of the library, as a graph; all in it has an address."""

    def __init__(self, stated: Stated) -> None:
        self.stated = stated
        self.graph = Graph(_PREFIXES)
        self.here = f"{settings.SITE_URL}{ROOT}catalogue.ttl#"
        self.service = Iri(f"{self.here}api")
        self._describe()

    def _of_type(self, address: str, of_type: str) -> Iri:
        """Return what has an address, with its type, which the shapes ask for."""
        self.graph.say(address, (TYPE, of_type))
        return Iri(address)

    def _describe(self) -> None:
        catalogue = f"{self.here}catalogue"
        self.graph.say(
            catalogue,
            (TYPE, "dcat:Catalog"),
            *self._titles(),
            *_words("dct:description", _DESCRIPTION),
            *(() if self.stated.publishers else _words("rdfs:comment", _NO_PUBLISHER)),
            ("foaf:homepage", self._of_type(f"{settings.SITE_URL}/", "foaf:Document")),
            *self._of_all(),
            ("dcat:service", self.service),
        )
        self.graph.say(
            self.service.address,
            (TYPE, "dcat:DataService"),
            *_words("dct:title", gettext_noop("Interface for programs")),
            *_words("dct:description", str(api.description)),
            ("dcat:endpointURL", self._of_type(f"{settings.SITE_URL}{ROOT}", "rdfs:Resource")),
            ("dcat:endpointDescription", self._of_type(address_of("openapi.json"), "rdfs:Resource")),
            ("foaf:page", self._of_type(address_of("docs"), "foaf:Document")),
            *self._of_all(),
        )
        for whole in LISTS:
            self.graph.say(catalogue, ("dcat:dataset", self._dataset(whole)))

    def _titles(self) -> Iterator[Statement]:
        """Yield what the library is called: as its front pages are, else as the site is."""
        for code, title in self.stated.titles.items():
            yield "dct:title", Text(title, code)
        if not self.stated.titles:
            yield "dct:title", Text(settings.WAGTAIL_SITE_NAME)

    def _of_all(self, type_name: str = "") -> Iterator[Statement]:
        """Yield what is said of the catalogue, of each dataset and of the service alike."""
        for code in self.stated.titles or LANGUAGE_CODES:
            if code in _LANGUAGES:
                language = f"{_AUTHORITY}language/{_LANGUAGES[code]}"
                yield "dct:language", self._of_type(language, "dct:LinguisticSystem")
        if changed := self.stated.changes.get(type_name):
            yield "dct:modified", Text(changed.isoformat(), datatype="xsd:dateTime")
        yield from self._licence()
        if self.stated.publishers:
            publisher = self._of_type(f"{self.here}publisher", "foaf:Agent")
            self.graph.say(publisher.address, *self._names("foaf:name"))
            yield "dct:publisher", publisher
        if self.stated.contact:
            contact = self._of_type(f"{self.here}contact", "vcard:Kind")
            writing = f"{settings.SITE_URL}{correspondence.address(self.stated.contact)}"
            where = self._of_type(writing, "rdfs:Resource")
            self.graph.say(contact.address, ("vcard:hasURL", where), *self._names("vcard:fn"))
            yield "dcat:contactPoint", contact

    def _names(self, predicate: str) -> Iterator[Statement]:
        for code, name in self.stated.publishers.items():
            yield predicate, Text(name, code)

    def _licence(self) -> Iterator[Statement]:
        if self.stated.licence:
            yield "dct:license", self._of_type(self.stated.licence, "dct:LicenseDocument")

    def _dataset(self, whole: WholeList) -> Iri:
        of = whole.of
        dataset = Iri(f"{self.here}{of.path}")
        type_name = next((name for name, resource in RESOURCES.items() if resource == of.path), "")
        self.graph.say(
            dataset.address,
            (TYPE, "dcat:Dataset"),
            ("dct:identifier", Text(dataset.address)),
            *_words("dct:title", of.summary),
            *_words("dct:description", of.description),
            ("dct:accessRights", self._of_type(f"{_AUTHORITY}access-right/PUBLIC", "dct:RightsStatement")),
            ("foaf:page", self._of_type(address_of(f"docs/{of.name}"), "foaf:Document")),
            *self._of_all(type_name),
        )
        self.graph.say(self.service.address, ("dcat:servesDataset", dataset))
        for told in (of, *files_of(whole)):
            self.graph.say(dataset.address, ("dcat:distribution", self._distribution(of, told)))
        return dataset

    def _distribution(self, of: Operation, told: Operation) -> Iri:
        ending = "json" if told is of else told.path.rpartition(".")[2]
        distribution = Iri(f"{self.here}{of.path}-{ending}")
        address = self._of_type(address_of_all(told), "rdfs:Resource")
        self.graph.say(
            distribution.address,
            (TYPE, "dcat:Distribution"),
            *_words("dct:title", of.summary, f" ({ending.upper()})"),
            ("dcat:accessURL", address),
            ("dcat:accessService", self.service) if told is of else ("dcat:downloadURL", address),
            *self._licence(),
        )
        if told.media_type in _FILE_TYPES:
            file_type = f"{_AUTHORITY}file-type/{_FILE_TYPES[told.media_type]}"
            self.graph.say(
                distribution.address,
                ("dct:format", self._of_type(file_type, "dct:MediaTypeOrExtent")),
                ("dcat:mediaType", self._of_type(f"{_MEDIA_TYPES}{told.media_type}", "dct:MediaType")),
            )
        return distribution


def _words(predicate: str, text: str, after: str = "") -> Iterator[Statement]:
    """Yield what a text of the interface says in each language."""
    for code in LANGUAGE_CODES:
        with override(code):
            said = f"{capfirst(_(text))}{after}"
        yield predicate, Text(said, code)


@dataclass(frozen=True)
class Form:
    """A way to write the catalogue: the end of its address, its media type, what writes it."""

    ending: str
    content_type: str
    write: Callable[[Graph], str]
    summary: str


FORMS = (
    Form("ttl", "text/turtle; charset=utf-8", Graph.as_turtle, gettext_noop("The catalogue as Turtle")),
    Form("jsonld", "application/ld+json", Graph.as_json_ld, gettext_noop("The catalogue as JSON-LD")),
    Form("rdf", "application/rdf+xml; charset=utf-8", Graph.as_xml, gettext_noop("The catalogue as RDF/XML")),
)


def _declare(form: Form) -> None:
    def catalogue(_request: HttpRequest, _asked: dict[str, Any]) -> str:
        """Answer with the catalogue: three statements."""
        return form.write(Catalogue(Stated.now()).graph)

    operation(
        Operation(
            path=f"catalogue.{form.ending}",
            name=f"get_catalogue_{form.ending}",
            summary=form.summary,
            description=gettext_noop(
                "Describes the lists of the library as datasets for catalogues of open data, as DCAT-AP 3.0.1 has it, "
                "in all languages. What nobody stated is left out; where DCAT-AP asks for it, a comment of the "
                "catalogue says so."
            ),
            parameters=(),
            answer=None,
            example="",
            content_type=form.content_type,
        )
    )(catalogue)


for each in FORMS:
    _declare(each)
