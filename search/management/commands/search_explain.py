"""Tell why a page stands where it stands among the results of a search."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from search.engines import engine
from search.models import SearchDocument
from search.reading.plan import Plan
from search.request import SearchRequest
from search.results.highlights import Marker
from search.results.page import ResultsPage


class Command(BaseCommand):
    """Print how a text is read, where its words stand in a document, and how the engine counts them."""

    help = "Explain the rank of a document: search_explain “waste fee” 42, or the address of its page."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the query and the document."""
        parser.add_argument("query", help="what somebody types")
        parser.add_argument("document", help="the number of a search document, or the address of its page")
        parser.add_argument("--verbatim", action="store_true", help="without second tries")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print how the text was read, where its words stand, and how the engine ranks the document."""
        document = self.document(options["document"])
        with translation.override(document.language):
            search = SearchRequest(document.language, document.language, options["query"], verbatim=options["verbatim"])
            results_page = ResultsPage(search)
        self.write(f"{document.page.url_path}  document {document.pk}, {document.language}, version {document.version}")
        self.reading(results_page.plan)
        query = results_page.plan.query
        if query is None:
            self.write("Nothing of this can be found in this language.")
            return
        self.places(document, Marker(query), results_page.plan)
        self.write("How it is counted:")
        for line in engine().explain(query, document.pk):
            self.write(f"  {line}")

    def document(self, named: str) -> SearchDocument:
        """Return the document of a number or an address."""
        documents = SearchDocument.objects.select_related("page")
        by_number = named.isdigit()
        documents = documents.filter(pk=int(named)) if by_number else documents.filter(page__url_path=_path(named))
        document = documents.first()
        if document is None:
            message = f"There is no search document {named}."
            raise CommandError(message)
        return document

    def reading(self, plan: Plan) -> None:
        """Print how the text was read."""
        self.write(f"Read as ({plan.how.value}): {plan.instead or plan.text}")
        for word in plan.words:
            used = f" as {', '.join(word.used)}" if word.used else ""
            self.write(f"  {word.typed.text}: {word.how.value}{used}; keys {' '.join(word.condition.keys)}")
        if plan.too_common:
            self.write(f"  too common: {', '.join(plan.too_common)}")
        if plan.query:
            self.write(f"  a strict hit has {plan.query.minimum} of {len(plan.query.words)} words")

    def places(self, document: SearchDocument, marker: Marker, plan: Plan) -> None:
        """Print where the words stand."""
        words = [word.typed.text for word in plan.words if not word.is_open] + list(plan.phrases)
        texts = [("title", document.title), ("summary", document.summary)]
        for section in document.sections.all():
            texts += [(f"heading {section.number}", section.heading), (f"text {section.number}", section.text)]
        for name, text in texts:
            words_here = [
                f"{words[number]} → {text[match.start : match.end]}"
                for match in marker.matches(text)
                for number in sorted(match.words)
                if number < len(words)
            ]
            if words_here:
                self.write(f"  {name}: {'; '.join(words_here)}")

    def write(self, line: str) -> None:
        """Print a line."""
        self.stdout.write(line)


def _path(address: str) -> str:
    path = address.removeprefix(settings.SITE_URL)
    return path if path.endswith("/") else f"{path}/"
