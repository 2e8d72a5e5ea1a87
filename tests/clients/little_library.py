"""A little library: three handbooks in English, one of them in Norwegian too."""

from __future__ import annotations

from datetime import date
from typing import Any

from cms.publicity import record
from tests.factories.home import home
from tests.factories.projects import HandbookChapterPageFactory, HandbookPageFactory, index

BODY = [
    {"type": "heading", "value": {"text": "What a fee pays for"}},
    {"type": "text", "value": "<p>The fee for <b>waste</b> pays for nothing else.</p>"},
    {
        "type": "table",
        "value": {
            "caption": "Fees",
            "columns": [{"type": "text", "heading": "Bin"}, {"type": "text", "heading": "Fee"}],
            "rows": [{"values": ["140 litres", "2 100"]}],
        },
    },
]


def make_library() -> dict[str, Any]:
    """Make the pages, note them for those who follow, and return some of them by what they are."""
    english, norwegian = index("handbook", home("en")), index("handbook", home("nb"))
    for title in ("Roads", "Water"):
        HandbookPageFactory(parent=english, title=title, slug=title.lower(), summary=f"About {title.lower()}.")
    waste = HandbookPageFactory(parent=english, title="Waste", slug="waste", summary="About waste.", year=2025)
    avfall = HandbookPageFactory(parent=norwegian, title="Avfall", slug="avfall", translation_of=waste)
    fees = HandbookChapterPageFactory(parent=waste, title="Fees", slug="fees", body=BODY)
    gebyrer = HandbookChapterPageFactory(
        parent=avfall,
        title="Gebyrer",
        slug="gebyrer",
        translation_of=fees,
        body=BODY,
        reviewed_on=date(2026, 5, 4),
        source_changed_on=date(2026, 11, 1),
    )
    sorting = HandbookChapterPageFactory(parent=waste, title="Sorting", slug="sorting", body=BODY)
    record()
    return {"waste": waste, "avfall": avfall, "fees": fees, "gebyrer": gebyrer, "sorting": sorting}
