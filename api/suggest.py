"""What somebody may be about to type, for programs: as below the search field of the site."""

from __future__ import annotations

from typing import Any, Literal

from django.http import HttpRequest
from django.utils.translation import gettext_noop
from pydantic import Field

from api.language_choice import LANGUAGE
from api.lists import Listed
from api.operations import Operation, operation
from api.parameters import text
from api.schemas import Answer, Label, described
from cms.site_addresses import whole
from search.analysis.typed_words import LONGEST_TEXT, clean
from search.generation import state_of_suggestions
from search.request import SearchRequest
from search.results.page import search_facets
from search.suggestions.completion import suggestions


class Suggestion(Answer):
    """What a text may become."""

    model_config = described(gettext_noop("What a text may become."))

    kind: Literal["concept", "search", "page"] = Field(
        description=gettext_noop("“concept”: a name, searched for by all its names. “search”: words. “page”: a title.")
    )
    text: str = Field(description=gettext_noop("The text, or the title of the page."))
    language: str = Field(description=gettext_noop("Code of the language of the text."))
    address: str = Field(description=gettext_noop("Where it leads on the site: to the page, or to a search."))
    detail: Label | None = Field(
        description=gettext_noop("What it is, or its other name; null where that is not known.")
    )


class Suggestions(Listed):
    """What a text may become."""

    model_config = described(gettext_noop("What a text may become, the most probable first."))

    items: list[Suggestion] = Field(description=gettext_noop("The items, in order."))


EXAMPLE = {
    "count": 1,
    "next": None,
    "previous": None,
    "items": [
        {
            "kind": "page",
            "text": "Waste fees",
            "language": "en",
            "address": "https://library.example.org/en/handbooks/waste/fees/",
            "detail": {"text": "Chapter", "language": "en"},
        }
    ],
}


@operation(
    Operation(
        path="suggest",
        name="suggest",
        summary=gettext_noop("Suggestions"),
        description=gettext_noop(
            "What a text may become while somebody types: names of concepts, words, titles of pages. There are none "
            "for fewer than two letters."
        ),
        parameters=(
            text("q", gettext_noop("What is typed so far."), LONGEST_TEXT, "was", is_required=True),
            LANGUAGE,
        ),
        answer=Suggestions,
        example=EXAMPLE,
        cache="public, max-age=30, stale-while-revalidate=300",
        state=state_of_suggestions,
    )
)
def suggest(request: HttpRequest, asked: dict[str, Any]) -> Suggestions:
    """Answer with what the site suggests for a text: three statements."""
    language: str = asked["language"]
    found = suggestions(SearchRequest(language, language, clean(asked["q"])), search_facets())
    items = [
        Suggestion(
            kind=one.kind,
            text=one.text,
            language=one.language,
            address=whole(one.address),
            detail=Label(text=one.detail, language=one.detail_language) if one.detail else None,
        )
        for one in found
    ]
    return Suggestions(count=len(items), next=None, previous=None, items=items)
