"""One side: a page is handed over, opened, translated, published, and its source changes.

Prints what each step cost: statements, and seconds of processor time.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections import deque
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection

OURS = "ours"
WRITTEN = "Tekst"


def main(side: str, size: int) -> None:
    """Measure the steps with a page of some texts."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["VAR_DIR"] = str(Path(folder))
        django.setup()
        call_command("migrate", verbosity=0)
        connection.queries_log = deque()  # Django keeps the last 9,000 statements; stock has more
        settings.ALLOWED_HOSTS = ["*"]
        steps = Steps(side, size)
        steps.walk()
        sys.stdout.write(f"\n{json.dumps(steps.cost)}\n")


class Steps:
    """What a translator does with a page, in the order in which it is done."""

    def __init__(self, side: str, size: int) -> None:
        """Make the page, and somebody who may do everything."""
        from django.contrib.auth.models import User
        from django.test import Client

        self.is_ours = side == OURS
        self.page = our_page(size) if self.is_ours else stock_page(size)
        self.browser = Client()
        self.browser.force_login(User.objects.create_superuser("admin"))
        self.cost: dict[str, tuple[int, float]] = {}

    def walk(self) -> None:
        """Do all steps; those that can be done twice are, and the second one's time counts."""
        self._measure("hand over", self.hand_over)
        self._measure("open", self.open, self.open)
        first, second, third = self._segments()[1:4]
        self.save(first)
        self._measure("save a text", lambda: self.save(second), lambda: self.save(third))
        self.file = self._translated_file()
        self._measure("take a file back", self.take_back)
        self._measure("publish", self.publish)
        self._measure("changed", self.change)

    def _measure(self, name: str, do: Callable[[], None], again: Callable[[], None] | None = None) -> None:
        from django.test.utils import CaptureQueriesContext

        start = process_time()
        with CaptureQueriesContext(connection) as asked:
            do()
        statements, seconds = len(asked), process_time() - start
        if again is not None:
            start = process_time()
            again()
            seconds = process_time() - start
        self.cost[name] = (statements, seconds)

    def _segments(self) -> list[Any]:
        from wagtail_localize.models import StringSegment

        return list(
            StringSegment.objects.filter(source=self.translation.source).select_related("string").order_by("order")
        )

    def hand_over(self) -> None:
        """Make a draft in Norwegian."""
        from wagtail.models import Locale
        from wagtail_localize.models import Translation, TranslationSource

        source, _created = TranslationSource.update_or_create_from_instance(self.page)
        self.translation = Translation.objects.create(
            source=source, target_locale=Locale.objects.get(language_code="nb")
        )
        self.translation.save_target(publish=False)

    def _editor(self) -> str:
        from django.urls import reverse

        if self.is_ours:
            return reverse("translate", args=[self.translation.pk])
        return f"/admin/pages/{self.translation.get_target_instance().pk}/edit/"

    def open(self) -> None:
        """Open the editor."""
        expect(self.browser.get(self._editor()).status_code == 200, "the editor opens")

    def save(self, segment: Any) -> None:
        """Write a text."""
        from django.urls import reverse

        place = [self.translation.pk, segment.pk]
        if self.is_ours:
            sent = {"text": WRITTEN, "action": "done"}
            where = reverse("translate_text", args=place)
            answer = self.browser.post(where, sent, headers={"Accept": "application/json"})
        else:
            where = reverse("wagtail_localize:edit_string_translation", args=place)
            kind = "application/x-www-form-urlencoded"
            answer = self.browser.put(where, f"value={WRITTEN}", content_type=kind)
        expect(answer.status_code in (200, 201), "a text is saved")

    def _translated_file(self) -> bytes:
        catalogue = self.translation.export_po()
        for entry in catalogue:
            entry.msgstr = "klart-vann" if entry.msgctxt == "slug" else f"nb: {entry.msgid}"
        catalogue.metadata["X-Translation-Origin"] = "human"
        return str(catalogue).encode()

    def take_back(self) -> None:
        """Take a translated PO file back."""
        from django.core.files.uploadedfile import SimpleUploadedFile
        from django.urls import reverse

        where = reverse("wagtail_localize:upload_pofile", args=[self.translation.pk])
        self.browser.post(where, {"file": SimpleUploadedFile("nb.po", self.file), "next": "/admin/"})

    def publish(self) -> None:
        """Publish the translation."""
        self.browser.post(self._editor(), {"action": "publish"})
        expect(self.translation.get_target_instance().live, "the translation is published")

    def change(self) -> None:
        """Publish the source with a new paragraph; stock is told to show it to translators."""
        from django.urls import reverse

        self.page.refresh_from_db()
        self.page.body = [*self.page.body.get_prep_value()[:-1], {"type": "text", "value": "<p>Quite new.</p>"}]
        self.page.save_revision().publish()
        if not self.is_ours:
            self.browser.post(reverse("wagtail_localize:update_translations", args=[self.translation.source_id]))
        expect(any(one.string.data == "Quite new." for one in self._segments()), "translators see what is new")


def expect(is_so: bool, what: str) -> None:
    """Stop where something was measured that did not happen."""
    if not is_so:
        raise SystemExit(f"It is not so that {what}.")


def our_page(size: int) -> Any:
    """Return a public page of ours in English, below a front page that is there in Norwegian."""
    from benchmarks.front_pages import front_page
    from home.models import StandardPage

    front_page("nb")
    body = [
        block
        for number, (heading, text) in enumerate(passages(size))
        for block in (("heading", {"text": heading, "anchor": f"part-{number}"}), ("text", text))
    ]
    return _published(front_page("en"), StandardPage(title="Clean water", summary="Pipes for two towns", body=body))


def stock_page(size: int) -> Any:
    """Return the same page of the stock site."""
    from wagtail.models import Locale, Page

    from benchmarks.translation.stock.models import StockPage

    root = Page.objects.get(depth=1)
    english, norwegian = (Locale.objects.get_or_create(language_code=code)[0] for code in ("en", "nb"))
    front = root.add_child(instance=StockPage(title="English", locale=english))
    root.add_child(instance=StockPage(title="Norsk", locale=norwegian, translation_key=front.translation_key))
    body = [block for heading, text in passages(size) for block in (("heading", heading), ("text", text))]
    return _published(front, StockPage(title="Clean water", summary="Pipes for two towns", body=body))


def passages(size: int) -> list[tuple[str, str]]:
    """Return headings with their paragraphs, as many as make a page of so many texts."""
    return [
        (f"Part {number} of the report", f"<p>Paragraph {number} is about <b>water</b> for {number} towns.</p>")
        for number in range((size - 3) // 2)
    ]


def _published(front: Any, page: Any) -> Any:
    front.add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
