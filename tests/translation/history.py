"""A page and its translations, to which things happen by chance, and a model of what readers must see of it."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from copy import deepcopy
from decimal import Decimal
from itertools import zip_longest
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from cms.enums import TextOrigin
from projects.models import ProjectFigure, ProjectIndexPage, ProjectPage, ProjectStatement, Unit
from tests.factories.projects import ProjectPageFactory
from tests.factories.translation import locale, submitted
from translation.catalogues import exported
from translation.content import serialised, texts
from translation.editions import restart, stop
from translation.models import SmallCorrection
from translation.origins import SLUG
from translation.small_corrections import declare, declared, older, take_back
from translation.status import together

Texts = dict[str, list[str]]  # by place

LANGUAGES = ("nb", "pl")
EDITS = (
    "text", "text", "text", "number", "order", "new", "gone", "again", "title", "link", "cell", "picture", "row",
)  # fmt: skip
ADDRESS = re.compile(r"example\.org/[^/]*/")


def first_project(index: ProjectIndexPage, unit: Unit) -> UUID:
    """Make a project with every kind of thing that follows, public in all languages; return its key."""
    pictures = [get_image_model().objects.create(title=name, file=get_test_image_file()).pk for name in ("One", "Two")]
    table = {
        "caption": "Word 5",
        "columns": [{"type": "text", "heading": "Word 6"}, {"type": "text", "heading": "Word 7"}],
        "rows": [{"values": ["Word 8", "12"]}],
    }
    body = [
        {"type": "text", "id": "plain", "value": "<p>Word 1</p><p>Word 2</p>"},
        {"type": "text", "id": "linked", "value": '<p>Word 3 <a href="https://example.org/1/">there</a></p>'},
        {"type": "quote", "id": "quoted", "value": {"text": "Word 4", "source": "Word 9"}},
        {"type": "table", "id": "costs", "value": table},
        {"type": "picture", "id": "seen", "value": picture(pictures[0], "Word 10")},
    ]
    source = ProjectPageFactory(
        parent=index, title="Word 11", slug="water", summary="Word 12", budget_total=Decimal(1),
        body=ProjectPage.body.field.to_python(body),
        figures=[ProjectFigure(value=7, unit=unit, what="Word 13", sort_order=0, locale=locale("en"))],
        statements=[ProjectStatement(kind="stage", text="Word 14", sort_order=0, locale=locale("en"))],
    )  # fmt: skip
    source.save_revision().publish()
    for language in LANGUAGES:
        translation = submitted(source, language)
        for segment in StringSegment.objects.filter(source=translation.source).exclude(context__path=SLUG):
            write(translation, segment, said_in(language, 0, segment.string.data))
        translation.save_target(publish=True)
    return source.translation_key


def picture(image: int, alternative: str) -> dict[str, Any]:
    """Return the stored value of a picture."""
    return {"image": {"image": image, "alt_text": alternative, "decorative": False}, "caption": ""}


def said(page: ProjectPage) -> Texts:
    """Return the texts of a live page by their place, none of one that is not live."""
    found = defaultdict(list)
    for path, text in texts(ProjectPage, serialised(page)) if page.live else ():
        if path != SLUG:
            found[path].append(text)
    return dict(found)


def said_in(language: str, number: int, text: str) -> str:
    """Return the translation of a text of the source, “nb 3: Word 12” the third that was written; a number stays."""
    return f"{language} {number}: {text}" if re.search("[A-Za-z]", text) else text


def write(translation: Translation, segment: StringSegment, text: str) -> None:
    """Save a translation as the editor does."""
    StringTranslation.objects.update_or_create(
        translation_of=segment.string, context=segment.context, locale=translation.target_locale,
        defaults={"data": text, "translation_type": "manual", "has_error": False, "field_error": "", "tool_name": ""},
    )  # fmt: skip


class History:
    """What happens to a project that `first_project` has made. `done` says it in words."""

    def __init__(self, key: UUID, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311  nothing secret
        self.key = key
        self.words = 20
        self.written = 0
        self.done: list[str] = [f"seed {seed}"]
        self.newest: dict[tuple[str, str, str], int] = {}
        self.ever: set[tuple[str, str, str]] = set()  # language, place and words of the source: what was public
        self.alike: dict[tuple[str, str, str], set[str]] = {}  # of language, place and words: the words of before
        self.locales = {language: locale(language) for language in ("en", *LANGUAGES)}
        self.shown = {language: said(self.page(language)) for language in LANGUAGES}

    # ------------------------------------------------------------------------------- what there is

    @property
    def source(self) -> ProjectPage:
        return ProjectPage.objects.get(translation_key=self.key, locale=self.locales["en"])

    def page(self, language: str) -> ProjectPage:
        return ProjectPage.objects.get(translation_key=self.key, locale=self.locales[language])

    def translation(self, language: str) -> Translation:
        return Translation.objects.get(source__object_id=self.key, target_locale=self.locales[language])

    def word(self) -> str:
        self.words += 1
        return f"Word {self.words}"

    # ------------------------------------------------------------------------------- what happens

    def step(self) -> None:
        language = self.random.choice(LANGUAGES)
        happens: Sequence[Callable[[], None]] = [
            *[self.edit] * 8,
            *[lambda: self.translate(language)] * 4,
            *[lambda: self.publish_translation(language)] * 4,
            self.sync,
            self.keep_a_draft,
            self.withdraw_or_publish_the_source,
            self.publish_an_older_version_of_the_source,
            self.copy_or_move,
            lambda: self.save_draft(language),
            lambda: self.take_over(language),
            lambda: self.withdraw_or_publish(language),
            lambda: self.publish_an_older_version(language),
            lambda: self.forget(language),
            lambda: self.stop_or_start(language),
            *[lambda: self.declare_small_corrections(language)] * 2,
            self.take_small_corrections_back,
        ]
        self.random.choice(happens)()

    def edit(self) -> None:
        """Change something of the source and publish it."""
        page = self.source
        body = deepcopy(list(page.body.get_prep_value()))
        kind = self.random.choice(EDITS)
        if kind == "number":
            page.budget_total = Decimal(self.random.randint(2, 999))
        elif kind == "title":
            page.title = self.word()
        elif kind == "row":
            self.change_rows(page)
        elif kind == "order":
            self.random.shuffle(body)
        elif kind == "new":
            body.insert(self.random.randint(0, len(body)), self.block())
        elif kind == "gone" and len(body) > 1:
            body.pop(self.random.randrange(len(body)))
        elif kind == "again" and body:
            self.random.choice(body)["id"] = f"again-{len(self.done)}"
        elif body:
            self.change(self.random.choice(body), kind)
        page.body = ProjectPage.body.field.to_python(body)
        page.save_revision().publish()
        self.done.append(f"edit {kind}")

    def block(self) -> dict[str, Any]:
        identity = f"block-{len(self.done)}"
        if self.random.random() < 0.3:
            return {"type": "quote", "id": identity, "value": {"text": self.word(), "source": self.word()}}
        return {"type": "text", "id": identity, "value": f"<p>{self.word()}</p><p>{self.word()}</p>"}

    def change(self, block: dict[str, Any], kind: str) -> None:
        value = block["value"]
        if block["type"] == "quote":
            value[self.random.choice(["text", "source"])] = self.word()
        elif block["type"] == "picture":
            if kind == "picture":
                value["image"]["image"] = self.random.choice(get_image_model().objects.values_list("pk", flat=True))
            else:
                value["image"]["alt_text"] = self.word()
        elif block["type"] == "table":
            if kind == "cell":
                value["rows"][0]["values"][1] = str(self.random.randint(100, 999))
            else:
                value["rows"].append({"values": [self.word(), str(self.random.randint(1, 99))]})
        elif kind == "link":
            block["value"] = ADDRESS.sub(f"example.org/l{self.random.randint(1, 999)}/", value)
        else:
            block["value"] = re.sub(r"Word \d+", lambda _found: self.word(), value, count=1)

    def change_rows(self, page: ProjectPage) -> None:
        rows = list(page.figures.all())
        what = self.random.choice(["value", "words", "new", "gone"])
        if what == "new" or not rows:
            unit = Unit.objects.get(locale=locale("en"))
            rows.append(ProjectFigure(value=3, unit=unit, what=self.word(), sort_order=len(rows), locale=locale("en")))
        elif what == "gone":
            rows.pop(self.random.randrange(len(rows)))
        elif what == "words":
            self.random.choice(rows).what = self.word()
        else:
            self.random.choice(rows).value = self.random.randint(1, 999)
        page.figures = rows

    def keep_a_draft(self) -> None:
        """Write something into a draft of the source, which nobody may see."""
        page = self.source
        page.title = self.word()
        page.save_revision()
        self.done.append("draft of the source")

    def withdraw_or_publish_the_source(self) -> None:
        page = self.source
        if page.live:
            page.unpublish()
        else:
            page.save_revision().publish()
        self.done.append("the source is withdrawn or published")

    def publish_an_older_version_of_the_source(self) -> None:
        self.random.choice(list(self.source.revisions.order_by("pk"))).publish()
        self.done.append("older version of the source")

    def copy_or_move(self) -> None:
        if self.random.random() < 0.5:
            self.source.copy(update_attrs={"slug": f"copy-{len(self.done)}"}, keep_live=False)
        else:
            page = self.source
            page.move(page.get_parent(), pos="first-child")
        self.done.append("copy or move")

    def translate(self, language: str) -> None:
        """Translate what is to be translated, or half of it."""
        translation = self.translation(language)
        all_of_it = self.random.random() < 0.7
        known = {
            (text.context_id, text.translation_of_id): text
            for text in StringTranslation.objects.filter(context__object_id=self.key, locale=self.locales[language])
        }
        segments = StringSegment.objects.filter(source=translation.source).exclude(context__path=SLUG)
        with together():
            for segment in segments.select_related("string", "context").order_by("pk"):
                if not all_of_it and self.random.random() < 0.5:
                    continue
                stored = known.get((segment.context_id, segment.string_id))
                if stored is None or stored.has_error or self.random.random() < 0.1:
                    write(translation, segment, self.translated(language, segment.string.data))
        self.done.append(f"translate {language}")

    def translated(self, language: str, text: str) -> str:
        self.written += 1
        return said_in(language, self.written, text)

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

    def publish_an_older_version(self, language: str) -> None:
        if not self.translation(language).enabled:
            return
        try:
            self.random.choice(list(self.page(language).revisions.order_by("pk"))).publish()
            self.done.append(f"older version {language}")
        except ValidationError:
            self.done.append(f"no older version {language}")

    def sync(self) -> None:
        TranslationSource.objects.get(object_id=self.key).update_from_db()
        self.done.append("sync")

    def take_over(self, language: str) -> None:
        """Bring back a PO file with some texts translated anew."""
        translation = self.translation(language)
        catalogue = exported(translation)
        for entry in catalogue:
            if self.random.random() < 0.3 and entry.msgctxt != SLUG:
                entry.msgstr = self.translated(language, entry.msgid)
                entry.flags = []
        translation.import_po(catalogue)
        self.done.append(f"import {language}")

    def withdraw_or_publish(self, language: str) -> None:
        page = self.page(language)
        if self.translation(language).enabled:
            page.unpublish() if page.live else self.publish_translation(language)
            self.done.append(f"unpublish or publish {language}")

    def forget(self, language: str) -> None:
        """Delete rows of localize."""
        which = self.random.choice(["texts", "segments"])
        if which == "texts":
            rows: Any = StringTranslation.objects.filter(context__object_id=self.key, locale=self.locales[language])
        else:
            rows = StringSegment.objects.filter(source__object_id=self.key)
        keys = list(rows.exclude(context__path=SLUG).order_by("pk").values_list("pk", flat=True))
        rows.model.objects.filter(pk__in=self.random.sample(keys, len(keys) // 3)).delete()
        self.done.append(f"forget {which} {language}")

    def stop_or_start(self, language: str) -> None:
        translation = self.translation(language)
        try:
            (stop if translation.enabled else restart)(translation)
            self.done.append(f"stop or start {language}")
        except ValidationError:
            self.done.append(f"no stop {language}")

    def declare_small_corrections(self, language: str) -> None:
        """Say that some changes of the source change nothing in a language."""
        source = TranslationSource.objects.get(object_id=self.key)
        found = [one for one in older(source) if one.text.locale == self.locales[language]]
        chosen = self.random.sample(found, (len(found) + 1) // 2)
        declare(source, {one.text.pk for one in chosen}, None)
        for one in chosen:
            place = language, one.text.context.path
            self.alike[*place, one.after] = self.alike.get((*place, one.before), set()) | {one.before}
        self.done.append(f"{len(chosen)} small corrections {language}")

    def take_small_corrections_back(self) -> None:
        source = TranslationSource.objects.get(object_id=self.key)
        corrections = list(declared(source))
        chosen = self.random.sample(corrections, (len(corrections) + 1) // 2)
        take_back(source, {one.pk for one in chosen}, None)
        for one in SmallCorrection.objects.filter(object_id=self.key, taken_back_at__isnull=False):
            self.alike.pop((one.locale.language_code, one.path, one.after), None)
        self.done.append(f"{len(chosen)} small corrections taken back")

    # ------------------------------------------------------------------------------- what must be so

    def check(self) -> None:
        """Fail where readers of a language see what they must not, or not what they must."""
        source = self.source
        of_source = said(source)
        enabled = dict(
            Translation.objects.filter(source__object_id=self.key).values_list("target_locale_id", "enabled")
        )
        for language in LANGUAGES:
            page = self.page(language)
            before, self.shown[language] = self.shown[language], said(page)
            # One that began again stays what it was, an adapted edition, until it is published.
            if page.live and source.live and enabled[page.locale_id] and page.origin != TextOrigin.ADAPTED:
                self.check_texts(of_source, page, language, before)
                self.check_shared(source, page)

    def check_texts(self, of_source: Texts, page: ProjectPage, language: str, before: Texts) -> None:
        now = self.shown[language]
        for path, texts_there in now.items():
            assert path in of_source, (path, "is no longer in the source", self.done)
            for text in texts_there:
                number = re.match(rf"{language} (\d+): (.*)", text)
                assert number or not re.search("[A-Za-z]", text), (path, text, "is the source's", self.done)
                if number:
                    pair = (language, path, number[2])
                    assert int(number[1]) >= self.newest.get(pair, 0), (path, text, "is older than before", self.done)
                    self.newest[pair] = int(number[1])
                    self.ever.add(pair)
        assert not [path for path in before if path in of_source and path not in now], ("lost", before, now, self.done)
        known = {meant(text) for texts_there in before.values() for text in texts_there}
        is_behind = page.source_changed_on is not None
        for path, wanted in of_source.items():
            told = [
                text if said in self.alike.get((language, path, text), ()) else said
                for said, text in zip_longest([meant(one) for one in now.get(path, ())], wanted)
                if said is not None
            ]
            is_known = path in before and path.startswith("body") and all(text in known for text in wanted)
            is_known |= path in before and all((language, path, text) in self.ever for text in wanted)
            assert told == wanted or (is_behind and not is_known), (path, told, wanted, is_behind, self.done)

    def check_shared(self, source: ProjectPage, page: ProjectPage) -> None:
        assert page.budget_total == source.budget_total, self.done
        values = {row.translation_key: row.value for row in source.figures.all()}
        rows = {row.translation_key: row.value for row in page.figures.all()}
        assert rows == {key: value for key, value in values.items() if key in rows}, self.done
        body, of_source = (list(one.body.get_prep_value()) for one in (page, source))
        order = [block["id"] for block in of_source]
        assert [block["id"] for block in body] == [one for one in order if one in {block["id"] for block in body}], (
            self.done
        )
        by_id = {block["id"]: block["value"] for block in of_source}
        for block in body:
            value, wanted = block["value"], by_id[block["id"]]
            if block["type"] == "text" and meant(value) == wanted:
                assert ADDRESS.findall(value) == ADDRESS.findall(wanted), self.done
            if block["type"] == "picture" and meant(value["image"]["alt_text"]) == wanted["image"]["alt_text"]:
                assert value["image"]["image"] == wanted["image"]["image"], self.done
            if block["type"] == "table":
                figures = {meant(row["values"][0]): row["values"][1] for row in wanted["rows"]}
                assert all(figures.get(meant(row["values"][0])) == row["values"][1] for row in value["rows"]), self.done


def meant(text: str) -> str:
    """Return a text of a translation as its source says it."""
    return re.sub(r"\b(?:nb|pl) \d+: ", "", text)
