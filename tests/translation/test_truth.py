"""A live translation never shows the source's words, never loses a text that was public, and has what all share."""

from __future__ import annotations

import os
import random
import re
from collections import defaultdict
from collections.abc import Callable
from copy import deepcopy
from decimal import Decimal
from typing import Any

import polib
import pytest
from django.core.exceptions import ValidationError
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from projects.models import ProjectIndexPage, ProjectPage
from tests.factories.projects import ProjectPageFactory
from tests.factories.translation import locale, submitted
from translation.content import serialised, texts
from translation.editions import restart, stop
from translation.origins import SLUG

pytestmark = pytest.mark.django_db

HISTORIES = int(os.environ.get("TEST_TRUTH", "20"))
STEPS = 14
LANGUAGES = ("nb", "pl")


class History:
    """A project and its translations, edited by chance; every text of the source says who it is.

    A text of the source reads “Word 12”, its translation “nb 3: Word 12”, the third that was written.
    """

    def __init__(self, index: ProjectIndexPage, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311  nothing secret
        self.words = 0
        self.written = 0
        self.done: list[str] = []
        body = [self.paragraph() for _time in range(3)]
        self.key = ProjectPageFactory(
            parent=index, title=self.word(), slug=f"water-{seed}", summary=self.word(), budget_total=Decimal(1),
            body=ProjectPage.body.field.to_python(body),
        ).translation_key  # fmt: skip
        for language in LANGUAGES:
            submitted(self.source, language)
            self.translate(language)
            self.publish_translation(language)
            assert self.page(language).live
        self.shown = {language: self.said(language) for language in LANGUAGES}

    # ------------------------------------------------------------------------------- what there is

    @property
    def source(self) -> ProjectPage:
        return ProjectPage.objects.get(translation_key=self.key, locale=locale("en"))

    def page(self, language: str) -> ProjectPage:
        return ProjectPage.objects.get(translation_key=self.key, locale=locale(language))

    def translation(self, language: str) -> Translation:
        return Translation.objects.get(source__object_id=self.key, target_locale=locale(language))

    def said(self, language: str) -> dict[str, list[str]]:
        """Return the texts of a live page by their place, none of one that is not live."""
        page, found = self.page(language), defaultdict(list)
        for path, text in texts(ProjectPage, serialised(page)) if page.live else ():
            if path != SLUG:
                found[path].append(text)
        return dict(found)

    def word(self) -> str:
        self.words += 1
        return f"Word {self.words}"

    def paragraph(self) -> dict[str, Any]:
        identity = f"block-{self.words}"
        kind = self.random.choice(["text", "text", "linked", "quote", "table"])
        if kind == "quote":
            return {"type": "quote", "id": identity, "value": {"text": self.word(), "source": self.word()}}
        if kind == "linked":
            address = f"https://example.org/{self.words}/"
            return {"type": "text", "id": identity, "value": f'<p>{self.word()} <a href="{address}">there</a></p>'}
        if kind == "table":
            table = {
                "caption": self.word(), "columns": [{"type": "text", "heading": self.word()}] * 2,
                "rows": [{"values": [self.word(), str(self.random.randint(1, 99))]}],
            }  # fmt: skip
            return {"type": "table", "id": identity, "value": table}
        return {"type": "text", "id": identity, "value": f"<p>{self.word()}</p><p>{self.word()}</p>"}

    # ------------------------------------------------------------------------------- what happens

    def step(self) -> None:
        language = self.random.choice(LANGUAGES)
        happens: list[Callable[[], None]] = [
            *[self.edit] * 6,
            *[lambda: self.translate(language)] * 4,
            *[lambda: self.publish_translation(language)] * 4,
            lambda: self.save_draft(language),
            self.sync,
            lambda: self.take_over(language),
            lambda: self.republish(language),
            lambda: self.forget(language),
            lambda: self.stop_and_start(language),
            self.keep_a_draft,
        ]
        self.random.choice(happens)()

    def edit(self) -> None:
        """Change something of the source and publish it."""
        page = self.source
        body = deepcopy(list(page.body.get_prep_value()))
        kind = self.random.choice(["text", "text", "number", "order", "new", "gone", "again", "title", "link", "cell"])
        if kind == "number":
            page.budget_total = Decimal(self.random.randint(2, 999))
        elif kind == "title":
            page.title = self.word()
        elif kind == "order":
            self.random.shuffle(body)
        elif kind == "new":
            body.insert(self.random.randint(0, len(body)), self.paragraph())
        elif kind == "gone" and len(body) > 1:
            body.pop(self.random.randrange(len(body)))
        elif kind == "again" and body:
            self.random.choice(body)["id"] = f"again-{self.words}-{self.written}-{len(self.done)}"
        elif body:
            self.change(self.random.choice(body), kind)
        page.body = ProjectPage.body.field.to_python(body)
        page.save_revision().publish()
        self.done.append(f"edit {kind}")

    def change(self, block: dict[str, Any], kind: str) -> None:
        value = block["value"]
        if block["type"] == "quote":
            value[self.random.choice(["text", "source"])] = self.word()
        elif block["type"] == "table":
            if kind == "cell":
                value["rows"][0]["values"][1] = str(self.random.randint(100, 999))
            else:
                value["rows"].append({"values": [self.word(), str(self.random.randint(1, 99))]})
        elif kind == "link":
            block["value"] = re.sub(r"example\.org/[^/]*/", f"example.org/l{self.random.randint(1, 999)}/", value)
        else:
            block["value"] = re.sub(r"Word \d+", lambda _found: self.word(), value, count=1)

    def keep_a_draft(self) -> None:
        """Write something into a draft of the source, and drop it again by publishing what is public."""
        page = self.source
        page.title = self.word()
        page.save_revision()
        self.done.append("draft of the source")

    def translate(self, language: str) -> None:
        """Translate most of what is to be translated."""
        segments = StringSegment.objects.filter(source=self.translation(language).source)
        all_of_it = self.random.random() < 0.7 or not self.done
        for segment in segments.select_related("string", "context"):
            if segment.context.path == SLUG or not (all_of_it or self.random.random() < 0.5):
                continue
            known = StringTranslation.objects.filter(
                translation_of=segment.string, context=segment.context, locale=locale(language)
            ).first()
            if known is None or known.has_error or self.random.random() < 0.1:
                StringTranslation.objects.update_or_create(
                    translation_of=segment.string, context=segment.context, locale=locale(language),
                    defaults={"data": self.translated(language, segment.string.data), "translation_type": "manual",
                              "has_error": False, "field_error": "", "tool_name": ""},
                )  # fmt: skip
        self.done.append(f"translate {language}")

    def translated(self, language: str, text: str) -> str:
        if not re.search("[A-Za-z]", text):
            return text
        self.written += 1
        return f"{language} {self.written}: {text}"

    def publish_translation(self, language: str) -> None:
        translation = self.translation(language)
        if not translation.enabled:
            return
        try:
            translation.save_target(publish=True)
            self.done.append(f"publish {language}")
        except ValidationError:
            self.done.append(f"refused {language}")

    def save_draft(self, language: str) -> None:
        if self.translation(language).enabled:
            self.translation(language).save_target(publish=False)
            self.done.append(f"draft {language}")

    def sync(self) -> None:
        TranslationSource.objects.get(object_id=self.key).update_from_db()
        self.done.append("sync")

    def take_over(self, language: str) -> None:
        """Bring back a PO file with some texts translated anew."""
        translation = self.translation(language)
        catalogue: polib.POFile = translation.export_po()
        for entry in catalogue:
            if self.random.random() < 0.3 and entry.msgctxt != SLUG:
                entry.msgstr = self.translated(language, entry.msgid)
        translation.import_po(catalogue)
        self.done.append(f"import {language}")

    def republish(self, language: str) -> None:
        page = self.page(language)
        if not self.translation(language).enabled:
            return
        if page.live:
            page.unpublish()
        else:
            self.publish_translation(language)
        self.done.append(f"unpublish or publish {language}")

    def forget(self, language: str) -> None:
        """Delete rows of localize."""
        which = self.random.choice(["texts", "segments"])
        if which == "texts":
            rows: Any = StringTranslation.objects.filter(context__object_id=self.key, locale=locale(language))
        else:
            rows = StringSegment.objects.filter(source__object_id=self.key)
        keys = list(rows.exclude(context__path=SLUG).order_by("pk").values_list("pk", flat=True))
        rows.model.objects.filter(pk__in=self.random.sample(keys, len(keys) // 3)).delete()
        self.done.append(f"forget {which} {language}")

    def stop_and_start(self, language: str) -> None:
        translation = self.translation(language)
        try:
            (stop if translation.enabled else restart)(translation)
            self.done.append(f"stop or start {language}")
        except ValidationError:
            self.done.append(f"no stop {language}")

    # ------------------------------------------------------------------------------- what must be so

    def check(self) -> None:
        source = self.source
        of_source: defaultdict[str, list[str]] = defaultdict(list)
        for path, text in texts(ProjectPage, serialised(source)):
            of_source[path].append(text)
        order = [block["id"] for block in source.body.get_prep_value()]
        for language in LANGUAGES:
            page, before, now = self.page(language), self.shown[language], self.said(language)
            self.shown[language] = now
            if not page.live or not self.translation(language).enabled:
                continue
            assert page.budget_total == source.budget_total, self.done
            for path, said in now.items():
                for text in said:
                    is_told = text.startswith(f"{language} ") or not re.search("[A-Za-z]", text)
                    assert is_told, (path, text, self.done)
                assert path in of_source, (path, "is no longer in the source", self.done)
            lost = [path for path in before if path in of_source and path not in now]
            assert not lost, (lost, self.done)
            shown = [block["id"] for block in page.body.get_prep_value()]
            assert shown == [one for one in order if one in shown], self.done
            known = {one.split(": ", 1)[-1] for texts_of in before.values() for one in texts_of}
            for path, wanted in of_source.items():
                if path in before and all(text in known for text in wanted) and path.startswith("body"):
                    told = [text.split(": ", 1)[-1] for text in now.get(path, ())]
                    assert told == wanted, (path, told, wanted, self.done)
            if page.source_changed_on is None:
                for path, wanted in of_source.items():
                    if path != SLUG:
                        told = [text.split(": ", 1)[-1] for text in now.get(path, ())]
                        assert told == wanted, (path, told, wanted, self.done)


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_whatever_happens_readers_are_told_the_truth(index: ProjectIndexPage, seed: int) -> None:
    history = History(index, seed)
    for _step in range(STEPS):
        history.step()
        history.check()
