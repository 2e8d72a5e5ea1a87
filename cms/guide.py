"""The guide inside the administration: how something is first published, and how it is first translated.

Its sentences are in `guide_texts/`, a file a language. The words of buttons, menus and fields in them are taken from
the catalogues when the guide is shown, so that they are those of the screen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings
from django.http import Http404
from django.templatetags.static import static
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext, gettext_lazy
from django.views.generic.base import TemplateView
from wagtail.admin.ui.components import Component
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import PageLogEntry

CHAPTERS: dict[str, str | Promise] = {
    "publication": gettext_lazy("Your first publication"),
    "translation": gettext_lazy("Your first translation"),
}
TEXTS = Path(__file__).parent / "guide_texts"
PICTURES = Path(__file__).parent / "static" / "cms" / "guide"
WORD = re.compile(r"\[\[(.+?)\]\]")
_PLACE = re.compile(r"%\(\w+\)s")  # where the screen has a name of its own


@dataclass(frozen=True)
class Step:
    """One thing to do."""

    heading: str
    text: SafeString
    picture: str = ""  # its address, where there is one of the language's screen


def _language() -> str:
    return get_language() or settings.LANGUAGE_CODE


@cache
def texts(language: str) -> dict[str, Any]:
    """Return the guide in a language, in English where nobody has written it."""
    path = TEXTS / f"{language}.yaml"
    if not path.exists():
        path = TEXTS / f"{settings.LANGUAGE_CODE}.yaml"
    read: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return read


def word(message: str) -> str:
    """Return what the screen says for a message, as it begins a label."""
    return str(capfirst(_PLACE.sub("…", gettext(message).strip(" :"))))


def with_words(text: str) -> SafeString:
    """Return a text of the guide with the words of the screen in it, each in bold."""

    def pieces() -> Iterator[str]:
        done = 0
        for found in WORD.finditer(text):
            yield text[done : found.start()]
            yield format_html("<b>{}</b>", word(found[1]))
            done = found.end()
        yield text[done:]

    return format_html_join("", "{}", ((piece,) for piece in pieces()))


def picture_of(name: str) -> str:
    """Return the address of a picture of the active language's screen, "" where none was made."""
    below = f"{_language()}/{name}.png"
    return static(f"cms/guide/{below}") if name and (PICTURES / below).exists() else ""


def chapters() -> list[tuple[str, str]]:
    """Return the address and the title of each chapter."""
    return [(reverse("guide", args=[name]), str(title)) for name, title in CHAPTERS.items()]


class GuidePanel(Component):
    """Leads to the guide on the first page of the administration, whoever has not changed a page yet."""

    name = "guide"
    template_name = "cms/guide_panel.html"
    order = 50

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Return the chapters; none for who knows the way."""
        is_new = not PageLogEntry.objects.filter(user=parent_context["request"].user).exists()
        return {"chapters": chapters() if is_new else []}


class GuideView(WagtailAdminTemplateMixin, TemplateView):
    """A chapter of the guide."""

    template_name = "cms/guide.html"
    header_icon = "help"

    def get_page_title(self) -> str:
        """Return what the menu calls the chapter. Raises Http404 where there is none."""
        try:
            return str(CHAPTERS[self.kwargs["chapter"]])
        except KeyError:
            raise Http404 from None

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the steps, and the chapter that is read next."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        chapter = texts(_language())[self.kwargs["chapter"]]
        own = reverse("guide", args=[self.kwargs["chapter"]])
        return context | {
            "introduction": with_words(chapter["introduction"]),
            "steps": [
                Step(step["heading"], with_words(step["text"]), picture_of(step.get("picture", "")))
                for step in chapter["steps"]
            ],
            "others": [(address, title) for address, title in chapters() if address != own],
        }
