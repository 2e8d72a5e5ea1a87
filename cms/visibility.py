"""The one rule of what the public may see."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import cache, reduce
from operator import or_
from typing import Any

from django.db.models import (
    BooleanField,
    Case,
    CharField,
    DateTimeField,
    Exists,
    Expression,
    Model,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    When,
)
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast, Coalesce, Length, Substr
from django.utils import timezone
from wagtail.models import (
    BaseViewRestriction,
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
)

from cms.languages import LANGUAGE_CODES
from cms.prepared import Prepared, Slot
from cms.references import references_of_pages
from cms.site_addresses import home_address

NOW = Slot("now", DateTimeField())
WORK = Coalesce("edition_of_id", "pk")  # of a document: the number of its first edition


def of_works(works: Any) -> Q:
    """Return the condition that a document is an edition, the first or another one, of some works (their `WORK`)."""
    return Q(pk__in=works) | Q(edition_of__in=works)


def in_library() -> Q:
    """Return the condition that a page lies in the library: at or below the front page of a language.

    What lies elsewhere in the tree belongs to another site of the same database (docs/decisions/0003).
    """
    # As patterns: of these databases know how many pages have them.
    return reduce(or_, (Q(url_path__startswith=home_address(code)) for code in LANGUAGE_CODES))


def is_in_library(address: str) -> bool:
    """Tell whether a page with this `url_path` lies in the library, see `in_library`."""
    return address.startswith(tuple(map(home_address, LANGUAGE_CODES)))


def lets_through(user: Any, passed: Iterable[int]) -> Q:
    """Return which view restrictions, of pages or collections, let a person through.

    `passed` are the keys of those whose password was given. One who is not signed in passes no other.
    """
    through = Q(restriction_type=BaseViewRestriction.PASSWORD, pk__in=list(passed))
    if user.is_authenticated:
        of_groups = Q() if user.is_superuser else Q(groups__in=user.groups.all())
        through |= Q(restriction_type=BaseViewRestriction.LOGIN)
        through |= Q(of_groups, restriction_type=BaseViewRestriction.GROUPS)
    return through


def restricted(through: Q | None = None) -> Exists:
    """Return an expression for "this page or one above it has a view restriction"; what lets `through` is none."""
    # Not as a join: a database that believes in many restrictions would read all pages for each page.
    path = Subquery(Page.objects.filter(pk=OuterRef("page_id")).values("path"))
    above = PageViewRestriction.objects.annotate(of=path).filter(of=Substr(OuterRef("path"), 1, Length("of")))
    return Exists(_but(above, through))


def _but(restrictions: QuerySet[Any], through: Q | None) -> QuerySet[Any]:
    if through is None:
        return restrictions
    return restrictions.exclude(pk__in=restrictions.model._default_manager.filter(through).values("pk"))


def public_pages(
    pages: QuerySet[Page] | None = None, now: datetime | Expression | None = None, through: Q | None = None
) -> QuerySet[Page]:
    """Return those of `pages` (default: all) that an anonymous reader may read now.

    A page is public when it lies in the library, is live, its time has come and is not over by the
    clock, it is no alias (an alias serves another language's text), and neither it nor a page above
    it is restricted. Decided when the query runs, in the same query. A prepared query has NOW filled in.
    With `through` (see `lets_through`), those that the person may read whom these restrictions let through.
    """
    if pages is None:
        pages = Page.objects.all()
    if now is None:
        now = timezone.now()
    return pages.filter(
        in_library(),
        ~restricted(through),
        Q(expire_at__isnull=True) | Q(expire_at__gt=now),
        live=True,
        alias_of__isnull=True,
        depth__gt=1,
    )


def is_public(now: datetime | Expression | None = None) -> Case:
    """Return an expression for "an anonymous reader may read this page now", for what is told of other pages too."""
    public = public_pages(Page.objects.filter(pk=OuterRef("pk")), now)
    return Case(When(Exists(public), then=True), default=False, output_field=BooleanField())


def public_page_sql(number: str) -> tuple[str, list[Any]]:
    """Return the statement for the public page whose number is this piece of our own SQL, with its parameters."""
    return _page_of_number(number).sql(now=timezone.now())


def public_edition_sql(number: str, language: str) -> tuple[str, list[Any]]:
    """Return the statement for the public page in a language of a page's work; `number` as in `public_page_sql`."""
    return _edition_of_number(number).sql(now=timezone.now(), language=language)


@cache
def _page_of_number(number: str) -> Prepared:
    return Prepared(lambda: _numbers(Page.objects.filter(pk=RawSQL(number, ()))))  # noqa: S611  our own SQL


@cache
def _edition_of_number(number: str) -> Prepared:
    work = RawSQL(f"(SELECT work.translation_key FROM wagtailcore_page work WHERE work.id = {number})", ())  # noqa: S608, S611  our own SQL
    return Prepared(lambda: _numbers(Page.objects.filter(translation_key=work, locale__language_code=Slot("language"))))


def _numbers(pages: QuerySet[Page]) -> QuerySet[Page, Any]:
    return public_pages(pages, NOW).order_by().values_list("pk")


def in_restricted_collection(document: str = "", through: Q | None = None) -> Exists:
    """Return an expression for "this document's collection or one above it has a view restriction".

    Those that let `through` do not count. `document` is the way from the row to the document, with its last
    underscores, as in "file__".
    """
    path = Subquery(Collection.objects.filter(pk=OuterRef("collection_id")).values("path"))
    above = CollectionViewRestriction.objects.annotate(of=path).filter(
        of=Substr(OuterRef(f"{document}collection__path"), 1, Length("of"))
    )
    return Exists(_but(above, through))


def is_offered(files: Iterable[Model]) -> bool:
    """Tell whether a public page shows one of these files (of one model): only then the public may have it.

    Who else may have a file is told by `cms.file_rights`.
    """
    files = list(files)
    if not files:
        return False
    references = references_of_pages(type(files[0])).filter(to_object_id__in=[str(file.pk) for file in files])
    return public_pages(Page.objects.filter(pk__in=references.values("page"))).exists()


def is_named(model: type[Model], *, few: bool = False, now: datetime | Expression | None = None) -> Q:
    """Return the condition on rows of a model that a public page refers to them, in a field, a row or its text.

    With `few` each row is looked up by itself, else what all public pages refer to is found once. `now` as in
    `public_pages`.
    """
    references = references_of_pages(model)
    if few:
        page = public_pages(Page.objects.filter(pk=OuterRef("page")), now).order_by()
        return Q(Exists(references.filter(Exists(page), to_object_id=Cast(OuterRef("pk"), CharField()))))
    public = public_pages(now=now).order_by().annotate(written=Cast("pk", CharField())).values("written")
    return Q(pk__in=references.filter(object_id__in=public).values("row"))


def public_pictures(
    pictures: QuerySet[Any], *, few: bool = False, now: datetime | Expression | None = None
) -> QuerySet[Any]:
    """Return those of some pictures that a public page shows and that no restricted collection keeps."""
    return pictures.filter(is_named(pictures.model, few=few, now=now), ~in_restricted_collection())


def public_documents(
    documents: QuerySet[Any], *, few: bool = False, now: datetime | Expression | None = None
) -> QuerySet[Any]:
    """Return those of some documents that a public page offers, in this or another language; each with its `work`.

    `work` is the number of the first edition. An edition in a restricted collection is not there.
    """
    offered = documents.model._default_manager.filter(is_named(documents.model, few=few, now=now))
    documents = documents.annotate(work=WORK).filter(~in_restricted_collection())
    if few:
        of_work = Q(pk=OuterRef("work")) | Q(edition_of=OuterRef("work"))
        return documents.filter(Exists(offered.filter(of_work)))
    return documents.filter(work__in=offered.values(of=WORK))
