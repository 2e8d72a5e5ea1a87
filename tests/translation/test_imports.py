"""What a PO file brings is what localize would take over, in a number of statements that does not grow."""

from __future__ import annotations

import random
from typing import Any

import polib
import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from projects.models import ProjectPage
from tests.factories.translation import submitted
from translation.localize import upstream_import_po
from translation.origins import HUMAN, MACHINE, REVIEWED

pytestmark = pytest.mark.django_db

CHANGED = ("has_error", "translation_type", "tool_name", "last_translated_by", "data", "context__path")


def entries(translation: Translation, chance: random.Random) -> list[polib.POEntry]:
    """Return entries for a translation, right ones and such as people send."""
    segments = StringSegment.objects.filter(source=translation.source).order_by("order")
    known = list(segments.values_list("string__data", "context__path"))
    answers = ["", "Woda", "<b>Woda</b>", '<a id="a9">no such link</a>', "<script>x</script>", "Woda &amp; rury"]
    made = []
    for _time in range(12):
        text, path = chance.choice(known)
        text = chance.choice([text, text, text, chance.choice(known)[0], "never said"])
        path = chance.choice([path, path, path, chance.choice(known)[1], "never.there"])
        made.append(polib.POEntry(msgid=text, msgctxt=path, msgstr=chance.choice(answers)))
    return made


def state(translation: Translation) -> list[Any]:
    texts = StringTranslation.objects.filter(
        locale=translation.target_locale, context__object_id=translation.source.object_id
    )
    return list(texts.order_by("context__path", "translation_of", "pk").values_list(*CHANGED))


@pytest.mark.parametrize("seed", range(10))
def test_it_is_what_localize_takes_over(project: ProjectPage, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  nothing secret
    user = get_user_model().objects.create_user("somebody")
    ours, theirs = submitted(project, "nb"), submitted(project, "pl")
    for _time in range(3):
        catalogue = polib.POFile()
        catalogue.extend(entries(ours, chance))
        how: dict[str, Any] = {
            "user": chance.choice([user, None]), "translation_type": chance.choice([HUMAN, MACHINE]),
            "tool_name": "PO file", "delete": chance.random() < 0.2,
        }  # fmt: skip
        warnings = ours.import_po(catalogue, **how)
        assert [repr(one) for one in warnings] == [repr(one) for one in upstream_import_po(theirs, catalogue, **how)]
        assert state(ours) == state(theirs)
    titles = Page.objects.filter(translation_key=project.translation_key, locale__language_code__in=("nb", "pl"))
    assert len(set(titles.values_list("draft_title", flat=True))) == 1


def test_what_a_person_sends_over_a_machines_text_is_reviewed(project: ProjectPage) -> None:
    translation = submitted(project, "nb")
    for text, kind in (("Maskin", MACHINE), ("Menneske", HUMAN)):
        catalogue = polib.POFile()
        catalogue.append(polib.POEntry(msgid="Plan", msgctxt=_path(translation, "Plan"), msgstr=text))
        assert translation.import_po(catalogue, translation_type=kind) == []
    assert StringTranslation.objects.get(data="Menneske").translation_type == REVIEWED


def test_the_number_of_statements_does_not_grow_with_the_file(project: ProjectPage) -> None:
    project.body = [("text", f"<p>Sentence {number}.</p>") for number in range(120)]
    project.save()
    translation = submitted(project, "nb")
    segments = list(StringSegment.objects.filter(source=translation.source).select_related("string", "context"))

    def statements(some: list[StringSegment], text: str) -> int:
        catalogue = polib.POFile()
        catalogue.extend(
            polib.POEntry(msgid=one.string.data, msgctxt=one.context.path, msgstr=f"{text} {one.pk}") for one in some
        )
        with CaptureQueriesContext(connection) as asked:
            translation.import_po(catalogue)
        return len(asked)

    # One more each for what SQLite takes at once, 999 values; ten that count how far the translation is.
    assert statements(segments[-5:], "A") <= 8 + 10
    assert statements(segments[-100:-5], "A") <= 9 + 10
    assert statements(segments[-5:], "B") <= 8 + 10
    assert statements(segments[-100:-5], "B") <= 12 + 10


def _path(translation: Translation, text: str) -> str:
    segment = StringSegment.objects.select_related("context").get(source=translation.source, string__data=text)
    return str(segment.context.path)
