"""What waits for a translator, in the order in which it is done; what is done is out of sight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Locale, Page

from cms.formats import day, number
from translation.desk import cells
from translation.desk.cells import Said
from translation.desk.matrix import address_of
from translation.desk.rows import changeable, where
from translation.enums import Right, State
from translation.jobs.models import JobItem
from translation.models import Status
from translation.rights import languages_of
from translation.translators import vocabularies, vocabularies_of

A_PAGE = 50  # pieces


@dataclass(frozen=True)
class Group:
    """Pieces that ask for the same. `counted` names them beside their number, `head` above the list."""

    state: str
    head: Any
    counted: Any
    note: Any
    action: Any


OVERDUE, RETURNED = "overdue", "returned"
# In the order in which they are done. Of the first two a person has the pieces that are given to nobody else.
GROUPS = (
    Group(
        OVERDUE, gettext_lazy("Overdue"), gettext_lazy("overdue"), gettext_lazy("The coordinator sees this too."),
        gettext_lazy("Go on"),
    ),
    Group(
        RETURNED, gettext_lazy("Returned to you"), gettext_lazy("returned"), "", gettext_lazy("See the remark"),
    ),
    Group(
        State.CHANGED, gettext_lazy("Source changed since the translation"), gettext_lazy("source changed"),
        gettext_lazy("Readers see the last good text, marked as older than the source."),
        gettext_lazy("See the change"),
    ),
    Group(State.DRAFT, gettext_lazy("Begun"), gettext_lazy("begun"), "", gettext_lazy("Go on")),
    Group(
        State.REVIEW, gettext_lazy("Needs review"), gettext_lazy("to review"),
        gettext_lazy("Carried over from earlier words, or written by a machine: a person has to read it."),
        gettext_lazy("Review"),
    ),
    Group(
        State.READY, gettext_lazy("Ready to publish"), gettext_lazy("ready to publish"),
        gettext_lazy("Everything is translated; readers do not have it yet."), gettext_lazy("Look and publish"),
    ),
    Group(State.NOT_BEGUN, gettext_lazy("Not begun"), gettext_lazy("not begun"), "", gettext_lazy("Begin")),
)  # fmt: skip
BY_STATE = {str(group.state): group for group in GROUPS}
_RANKS = {str(group.state): number for number, group in enumerate(GROUPS)}
_MINE, _NOBODYS, _OTHERS = range(3)  # whose a piece is
_UNANSWERED = Q(changed_at__isnull=True) | Q(changed_at__lte=F("returned_at"))  # nothing was written since


@dataclass(frozen=True)
class Piece:
    """A page or entry that waits in a language."""

    group: Group
    title: str
    source_language: str
    language: str
    kind: str
    from_language: str
    into_language: str
    words_left: str
    texts_left: str
    said: Said
    changed: str
    href: str
    due: str
    is_overdue: bool
    job: tuple[int, str] | None
    whose: str
    remark: str


class Queue:
    """What waits for a person, in the languages into which they translate, or in one of them."""

    def __init__(self, user: Any, locales: Sequence[Locale], *, only: Locale | None = None, q: str = "") -> None:
        self.user = user
        self.locales = [only] if only else list(locales)
        self.q = q

    @cached_property
    def waiting(self) -> QuerySet[Any]:
        """Return all that waits, what is done first at the front."""
        rank = Case(
            When(Q(due__lt=timezone.localdate()) & ~Q(whose=_OTHERS), then=Value(0)),
            When(Q(returned_at__isnull=False, whose=_MINE) & _UNANSWERED, then=Value(1)),
            *(When(where(group.state), then=Value(number)) for number, group in enumerate(GROUPS) if number > 1),
            output_field=IntegerField(),
        )
        theirs = Status.objects.filter(
            of_person(self.user), translation__target_locale__in=self.locales, translation__enabled=True
        )
        waits = reduce(or_, (where(group.state) for group in GROUPS[2:]))
        waiting: QuerySet[Any] = theirs.filter(waits).annotate(**_of_job(self.user)).annotate(rank=rank)
        return waiting

    def listed(self, state: str = "") -> QuerySet[Any]:
        """Return the pieces in their order, those of a state alone where one is named."""
        found = self.waiting.filter(rank=_RANKS[state]) if state else self.waiting
        for word in self.q.split():
            found = found.filter(translation__source__object_repr__icontains=word)
        related = (
            "translation__source__locale",
            "translation__source__specific_content_type",
            "translation__target_locale",
        )
        read = found.select_related(*related).defer("translation__source__content_json")
        soonest = F("due").asc(nulls_last=True)
        return read.order_by("rank", "whose", soonest, "source_changed_at", "translation__source__object_repr", "pk")

    @cached_property
    def _sums(self) -> dict[str, int]:
        counts = {f"in_{group.state}": Count("pk", filter=Q(rank=_RANKS[group.state])) for group in GROUPS}
        sums: dict[str, Any] = self.waiting.order_by().aggregate(
            **counts, words_left=Sum("words_left"), everything=Count("pk"),
            texts_left=Sum("missing") + Sum("draft") + Sum("stale"),
        )  # fmt: skip
        return {name: value or 0 for name, value in sums.items()}

    @property
    def total(self) -> int:
        """Return how many pieces wait."""
        return self._sums["everything"]

    @property
    def left(self) -> str:
        """Return how many words are to be written."""
        return cells.words_of(self._sums["words_left"])

    @property
    def words_left(self) -> str:
        """Return the number of words that are to be written, as it is written."""
        return number(self._sums["words_left"])

    @property
    def texts_left(self) -> int:
        """Return the number of texts that are to be written."""
        return self._sums["texts_left"]

    @property
    def counts(self) -> list[tuple[Group, Said, int]]:
        """Return how many pieces each group has, without those that have none."""
        return [
            (
                group,
                cells.said(_look(group.state), str(group.counted)),
                self._sums[f"in_{group.state}"],
            )
            for group in GROUPS
            if self._sums[f"in_{group.state}"]
        ]

    def pieces(self, statuses: Sequence[Any]) -> list[Piece]:
        """Return the pieces of some statuses: a statement for pages, one for jobs, and one a vocabulary."""
        addresses = self._editors(statuses)
        items = JobItem.objects.filter(translation__in=[one.pk for one in statuses], ended_at=None)
        of_status = {one.translation_id: one for one in items.select_related("job", "assignee")}
        return [_piece(status, addresses.get(status.pk, ""), of_status.get(status.pk)) for status in statuses]

    def _editors(self, statuses: Sequence[Any]) -> dict[int, str]:
        """Return the address of the editor of what each status is of."""
        of_base: dict[Any, list[Status]] = {}
        for status in statuses:
            model = status.translation.source.specific_content_type.model_class()
            if model is not None:
                of_base.setdefault(Page if issubclass(model, Page) else model, []).append(status)
        found = {}
        for base, some in of_base.items():
            targets = base._default_manager.filter(
                translation_key__in={one.translation.source.object_id for one in some},
                locale__in={one.translation.target_locale_id for one in some},
            ).values_list("translation_key", "locale_id", "pk")
            numbers = {(key, locale): pk for key, locale, pk in targets}
            for one in some:
                pk = numbers.get((one.translation.source.object_id, one.translation.target_locale_id))
                if pk is not None:
                    in_step = one.translation.enabled
                    found[one.pk] = reverse("translate", args=[one.pk]) if in_step else address_of("edit", base, pk)
        return found


def _of_job(user: Any) -> dict[str, Any]:
    """Return what a status is annotated with of the job to which its translation belongs, and whose it is there."""
    item = JobItem.objects.filter(translation=OuterRef("translation"), ended_at=None)
    mine = Exists(item.filter(assignee=user))
    taken = Exists(item.exclude(assignee=None))
    return {
        "due": Subquery(item.values("job__due")[:1]),
        "returned_at": Subquery(item.values("returned_at")[:1]),
        "whose": Case(When(mine, then=_MINE), When(taken, then=_OTHERS), default=_NOBODYS),
    }


def _look(state: str) -> str:
    return cells.STALE if state in (OVERDUE, RETURNED) else cells.plainly(state).look


def _piece(status: Any, href: str, item: JobItem | None) -> Piece:
    translation = status.translation
    source = translation.source
    kind = source.specific_content_type.model_class()
    group = BY_STATE[GROUPS[status.rank].state]
    texts = {
        str(State.CHANGED): status.left or status.live_stale, str(State.REVIEW): status.review,
    }.get(str(group.state), status.left)  # fmt: skip
    changed = ""
    if status.source_changed_at and group.state in (State.CHANGED, State.DRAFT):
        count = status.stale or status.live_stale
        changed = ngettext(
            "%(count)s text changed in the source on %(day)s", "%(count)s texts changed in the source on %(day)s", count
        ) % {"count": count, "day": cells.on(status.source_changed_at)}
    return Piece(
        group=group,
        title=source.object_repr,
        source_language=source.locale.language_code,
        language=translation.target_locale.language_code,
        kind=capfirst(str(kind._meta.verbose_name)) if kind else "",
        from_language=str(source.locale.get_display_name()),
        into_language=str(translation.target_locale.get_display_name()),
        words_left=cells.words_of(status.words_left) if status.words_left else "",
        texts_left=ngettext("%(left)s of %(count)s text", "%(left)s of %(count)s texts", status.total)
        % {"left": texts, "count": status.total}
        if texts
        else "",
        said=cells.of_status(status),
        changed=changed,
        href=href,
        due=day(item.job.due) if item and item.job.due else "",
        is_overdue=bool(item and item.job.due and item.job.due < timezone.localdate()),
        job=(item.job_id, item.job.name) if item else None,
        whose=get_user_display_name(item.assignee) if item and item.assignee and status.whose == _OTHERS else "",
        remark=item.remark if item and group.state == RETURNED else "",
    )


def of_person(user: Any) -> Q:
    """Return the condition on statuses that a person may change what is translated: a page, or an entry."""
    types = [ContentType.objects.get_for_model(model).pk for model in vocabularies_of(user)]
    theirs = Q(translation__source__specific_content_type__in=types)
    theirs |= Q(
        translation__source__specific_content_type__in=[
            ContentType.objects.get_for_model(model).pk for model in vocabularies()
        ],
        translation__target_locale__in=languages_of(user, Right.TRANSLATE_VOCABULARIES),
    )
    if user.is_superuser:
        return theirs | Q(Exists(Page.objects.filter(translation_key=OuterRef("translation__source__object_id"))))
    mine = changeable(Page, user).filter(
        translation_key=OuterRef("translation__source__object_id"),
        locale_id=OuterRef("translation__target_locale_id"),
    )
    return theirs | Q(Exists(mine))


def into(locales: Sequence[Locale]) -> str:
    """Return into which languages a person translates."""
    names = ", ".join(str(locale.get_display_name()) for locale in locales)
    return _("Into %(languages)s") % {"languages": names}
