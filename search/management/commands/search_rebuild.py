"""Bring all search documents up to date."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from wagtail.models import Page

from cms.models import BasePage
from search import indexing, vocabulary
from search.analysis import LANGUAGES
from search.engines import database
from search.models import SearchDocument

BAR = 40


def language(code: str) -> str:
    """Return the code of a language of the search."""
    if code not in LANGUAGES:
        message = f"{code!r} is none of {', '.join(LANGUAGES)}"
        raise ArgumentTypeError(message)
    return code


class Command(BaseCommand):
    """Write what is missing or stale, remove what belongs to no page; repeating it changes nothing."""

    help = "Bring the search documents of all pages up to date. Safe to repeat, and to run while editors work."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the languages and whether everything is written."""
        parser.add_argument("languages", nargs="*", type=language, metavar="LANGUAGE", help="only these")
        parser.add_argument("--anew", action="store_true", help="write every document, index and vocabulary anew")

    def handle(self, *args: Any, **options: Any) -> None:
        """Go through all pages, each in a transaction of its own."""
        languages, anew = options["languages"] or list(LANGUAGES), options["anew"]
        pages = Page.objects.filter(locale__language_code__in=languages, depth__gt=1).order_by("pk")
        numbers = list(pages.values_list("pk", flat=True))
        written = 0
        for done, number in enumerate(numbers, start=1):
            with transaction.atomic():
                page = Page.objects.select_for_update().get(pk=number).specific
                if isinstance(page, BasePage):
                    written += indexing.index(page, anew=anew)
                else:
                    SearchDocument.objects.filter(page_id=number).delete()
            self.show(done, len(numbers))
        if anew:
            with transaction.atomic():
                database().rebuild()
                for code in languages:
                    vocabulary.rebuild(code)
        total = SearchDocument.objects.filter(language__in=languages).count()
        self.stdout.write(f"{total} documents, {written} of them written now.")

    def show(self, done: int, number: int) -> None:
        """Draw the progress where a person is looking."""
        if self.stdout.isatty():
            filled = BAR * done // number
            end = "\n" if done == number else ""
            self.stdout.write(f"\r[{'#' * filled}{' ' * (BAR - filled)}] {done}/{number}", ending=end)
            self.stdout.flush()
