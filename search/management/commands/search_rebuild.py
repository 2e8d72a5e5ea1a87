"""Bring all search documents up to date, and build the indices of Elasticsearch from them."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from wagtail.models import Page

from cms.models import BasePage, write_facets
from search.analysis import LANGUAGES
from search.documents import concept_names, indexing, vocabulary
from search.engines import database
from search.engines.elasticsearch.client import is_used
from search.files import texts
from search.models import SearchChange, SearchDocument
from search.synchronisation import building
from search.synchronisation.sending import NotWellError

BAR = 40


def language(code: str) -> str:
    """Return the code of a language of the search."""
    if code not in LANGUAGES:
        message = f"{code!r} is none of {', '.join(LANGUAGES)}"
        raise ArgumentTypeError(message)
    return code


class Command(BaseCommand):
    """Write documents that are missing or stale, and remove those that belong to no page.

    Where Elasticsearch is used, a new index for each language is then built beside the live one.
    """

    help = "Bring the search documents of all pages up to date. Safe to repeat, and to run while editors work."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the languages, and what is written."""
        parser.add_argument("languages", nargs="*", type=language, metavar="LANGUAGE", help="only these")
        parser.add_argument("--anew", action="store_true", help="write every document, index and vocabulary anew")
        parser.add_argument(
            "--from-keys", action="store_true", help="read no page: build the indices of Elasticsearch from stored keys"
        )
        parser.add_argument(
            "--force", action="store_true", help="send readers to the new indices even if they look suspicious"
        )
        parser.add_argument(
            "--rollback", action="store_true", help="send readers back to the indices before the last rebuild"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the documents, then build the indices; or send searches back to the former indices."""
        languages = options["languages"] or list(LANGUAGES)
        if (options["rollback"] or options["from_keys"]) and not is_used():
            message = "ELASTICSEARCH_URL is not set: there are no indices."
            raise CommandError(message)
        if not (options["rollback"] or options["from_keys"]):
            self.write_documents(languages, options["anew"])
        if is_used():
            self.build_indices(languages, options["rollback"], options["force"])

    def write_documents(self, languages: list[str], anew: bool) -> None:
        """Bring the names of concepts in step, then the documents of all pages, each in a transaction of its own."""
        concept_names.rebuild()
        pages = Page.objects.filter(locale__language_code__in=languages, depth__gt=1).order_by("pk")
        numbers = list(pages.values_list("pk", flat=True))
        written = 0
        for done, number in enumerate(numbers, start=1):
            self.read_files(number)
            with transaction.atomic():
                page = Page.objects.select_for_update().filter(pk=number).specific().first()
                if isinstance(page, BasePage):
                    write_facets(page)
                    written += indexing.index(page, anew=anew)
                else:
                    SearchDocument.objects.filter(page_id=number).delete()
            self.show(done, len(numbers))
        if anew:
            with transaction.atomic():
                database().rebuild()
                for code in languages:
                    vocabulary.rebuild(code)
                SearchChange.objects.create()
        total = SearchDocument.objects.filter(language__in=languages).count()
        self.stdout.write(f"{total} documents, {written} of them written now.")

    def read_files(self, number: int) -> None:
        """Read the files of a page that were not read yet. This may take long, so it is done before the transaction."""
        page = Page.objects.filter(pk=number).specific().first()
        if isinstance(page, BasePage) and texts.is_waited_for(page):
            texts.prepare(page)

    def build_indices(self, languages: list[str], rollback: bool, force: bool) -> None:
        """Send searches in each language to a new index, or back to the former one."""
        failed = []
        for code in languages:
            try:
                index = building.roll_back(code) if rollback else building.build(code, self.show, force)
            except building.SuspiciousError as problem:
                failed.append(str(problem))
            except NotWellError as problem:
                message = f"Elasticsearch is not well: {problem}. Readers have the index that they had; run it again."
                raise CommandError(message) from problem
            else:
                self.stdout.write(f"Readers of {code} are sent to {index.name}.")
        if failed:
            message = "\n".join([*failed, "Readers have the index that they had."])
            raise CommandError(message)

    def show(self, done: int, number: int) -> None:
        """Draw a bar of the progress on a terminal."""
        if self.stdout.isatty() and number:
            filled = BAR * done // number
            end = "\n" if done == number else ""
            self.stdout.write(f"\r[{'#' * filled}{' ' * (BAR - filled)}] {done}/{number}", ending=end)
            self.stdout.flush()
