"""What the matrix has a row for: each page, or entry of a vocabulary, in the language in which it was written.

All pages, and how far all translations are, are read flat, two statements, and put together in memory: which page is
whose translation hangs on so many conditions that a database takes ten times as long to find out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import F, Q, QuerySet
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation

from cms.visibility import public_pages
from translation.enums import State

PUBLIC = "public"  # live, whether in step or not

Here = tuple[UUID, int]  # an object and a language


def where(name: str) -> Q:
    """Return the condition on statuses for a state; what needs review is also what a machine wrote and is live."""
    unread = Q(state=State.LIVE, review__gt=0)
    if name == State.REVIEW:
        return Q(state=State.REVIEW) | unread
    if name == State.LIVE:
        return Q(state=State.LIVE) & ~unread
    return Q(state=name)


def standing(model: type[Any]) -> QuerySet[Any]:
    """Return all pages but aliases, or all entries of a vocabulary, in whatever language."""
    objects = model._default_manager.all()
    return objects.filter(alias_of__isnull=True, depth__gt=1) if model is Page else objects


def changeable(model: type[Any], user: Any) -> QuerySet[Any]:
    """Return what of all pages, or of a vocabulary, a person may change."""
    return policy_registry.get_by_type(model).instances_user_has_permission_for(user, "change")


def known_pages(user: Any) -> QuerySet[Page]:
    """Return the pages of which a person may know: what is public, and what they may change."""
    pages = Page.objects.filter(depth__gt=1)
    if user.is_superuser:
        return pages
    return pages.filter(Q(pk__in=changeable(Page, user).values("pk")) | Q(pk__in=public_pages().values("pk")))


def is_drafted(model: type[Any]) -> bool:
    """Tell whether a vocabulary has drafts, as pages have."""
    return any(one.name == "live" for one in model._meta.fields)


class Standing(NamedTuple):
    """A page or entry in a language; `path` is "" for an entry."""

    pk: int
    key: UUID
    locale: int
    live: bool
    path: str


class Link(NamedTuple):
    """A translation of an object from one language into another, and how far it is."""

    pk: int
    key: UUID
    source: int
    target: int
    state: str | None
    review: int | None

    @property
    def shown_state(self) -> str:
        """Return the state by which lists find it, see `where`."""
        is_unread = self.state == State.LIVE and bool(self.review)
        return State.REVIEW if is_unread else self.state or State.ABSENT


@dataclass(frozen=True)
class Everything:
    """All pages, or entries of a vocabulary, with their translations, as a person may know of them."""

    model: type[Any]
    user: Any

    @cached_property
    def standing(self) -> dict[Here, Standing]:
        """Return what stands in each language, in the order of the tree, entries by language."""
        columns = ["pk", "translation_key", "locale_id", *(["live"] if is_drafted(self.model) else ["pk"])]
        of_pages = self.model is Page
        rows = standing(self.model).order_by(*(["path"] if of_pages else ["locale__language_code", "pk"]))
        found = {}
        for pk, key, locale, live, *path in rows.values_list(*columns, *(["path"] if of_pages else [])):
            found[key, locale] = Standing(pk, key, locale, bool(live), path[0] if path else "")
        return found

    @cached_property
    def links(self) -> dict[Here, Link]:
        """Return the translation into each language that is not an original: of several, what is in step."""
        found: dict[Here, Link] = {}
        all_links = list(self._links())
        made = {(link.key, link.source, link.target): link.pk for link in all_links}
        for link in all_links:
            back = made.get((link.key, link.target, link.source))
            if (back is None or back > link.pk) and (link.key, link.source) in self.standing:
                found[link.key, link.target] = link
        return found

    def _links(self) -> Iterable[Link]:
        # Through the table of types alone: sources hold the whole content of pages.
        rows = Translation.objects.order_by("enabled", "pk").annotate(key=F("source__object_id"))
        if self.model is not Page:
            label = self.model._meta
            rows = rows.filter(
                source__specific_content_type__app_label=label.app_label,
                source__specific_content_type__model=label.model_name,
            )
        columns = "pk", "key", "source__locale_id", "target_locale_id", "status__state", "status__review"
        return (Link(*row) for row in rows.values_list(*columns))

    @cached_property
    def mine(self) -> frozenset[int] | None:
        """Return the numbers of what the person may change, None for all."""
        if self.user.is_superuser:
            return None
        return frozenset(changeable(self.model, self.user).values_list("pk", flat=True))

    def is_mine(self, pk: int) -> bool:
        """Tell whether the person may change something."""
        return self.mine is None or pk in self.mine

    @cached_property
    def sources(self) -> list[Standing]:
        """Return what was not translated, in order; of several languages of one that were not, the first written.

        Of these, what is public, what the person may change, and what they may change in some language.
        """
        first: dict[UUID, Standing] = {}
        of_key: defaultdict[UUID, list[int]] = defaultdict(list)
        for here, one in self.standing.items():
            of_key[one.key].append(one.pk)
            if here not in self.links and (one.key not in first or one.pk < first[one.key].pk):
                first[one.key] = one
        found = [one for here, one in self.standing.items() if first.get(here[0]) is one]
        if self.mine is None:
            return found
        public = self._public()
        return [one for one in found if one.pk in public or any(map(self.is_mine, of_key[one.key]))]

    def _public(self) -> frozenset[int]:
        if self.model is Page:
            return frozenset(public_pages().values_list("pk", flat=True))
        return frozenset(one.pk for one in self.standing.values() if one.live)

    def state(self, key: UUID, locale: int) -> str:
        """Return the state of an object in a language by which lists find it; "" where it was written there."""
        link = self.links.get((key, locale))
        if link is not None:
            return link.shown_state
        return "" if (key, locale) in self.standing else State.ABSENT

    def is_live(self, key: UUID, locale: int) -> bool:
        """Tell whether an object is live in a language."""
        one = self.standing.get((key, locale))
        return one is not None and one.live

    def matching(self, name: str, locales: Iterable[int]) -> Callable[[Standing], bool]:
        """Return what tells whether a source is in a state in one of some languages."""
        wanted = list(locales)
        if name == PUBLIC:
            return lambda one: any(self.is_live(one.key, locale) for locale in wanted)
        return lambda one: any(self.state(one.key, locale) == name for locale in wanted)
