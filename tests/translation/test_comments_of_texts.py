"""What the editor of a translation says about each text is said in the translator's language, the day too."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.utils import translation
from wagtail_localize.models import StringTranslation

from translation.localize import upstream_get_comment

WRITTEN = StringTranslation(
    translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL, updated_at=datetime(2026, 6, 3, 12, tzinfo=UTC)
)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("bg", "Преведено ръчно на 3 юни 2026 г."),
        ("lv", "Iztulkots ar roku (2026. gada 3. jūnijs)"),
        ("nb", "Oversatt manuelt 3. juni 2026"),
        ("pl", "3 czerwca 2026"),
        ("ro", "3 iunie 2026"),
    ],
)
def test_the_day_of_a_text_is_written_in_the_readers_language(language: str, said: str) -> None:
    with translation.override(language):
        assert said in " ".join(WRITTEN.get_comment().split())


def test_localize_itself_still_writes_it_in_english() -> None:
    with translation.override("pl"):
        assert "3 June 2026" in upstream_get_comment(WRITTEN)
