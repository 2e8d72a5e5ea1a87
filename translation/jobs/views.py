"""The screens of jobs: all of them, and one with what is done with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.models import Page

from cms.formats import day
from translation.desk import batches, cells
from translation.desk.queue import of_person
from translation.desk.rows import changeable
from translation.desk.views import DeskView
from translation.enums import JobEventKind, State
from translation.jobs import keeping
from translation.jobs.forms import REMARK, person_of
from translation.jobs.models import Job, JobEvent, JobItem
from translation.jobs.people import name, translators_into
from translation.models import Status

A_PAGE = 50  # jobs
FINISHED = (State.LIVE, State.ADAPTED)


def known_items(user: Any) -> QuerySet[JobItem]:
    """Return the pieces of which a person may know: whose source or translation they may change."""
    if user.is_superuser:
        return JobItem.objects.all()
    sources = changeable(Page, user).filter(
        translation_key=OuterRef("translation__source__object_id"), locale_id=OuterRef("translation__source__locale_id")
    )
    theirs = Status.objects.filter(of_person(user), translation=OuterRef("translation"))
    return JobItem.objects.filter(Q(Exists(sources)) | Q(Exists(theirs)))


def known_jobs(user: Any) -> QuerySet[Job]:
    """Return the jobs of which a person may know: those that they made, and those with a piece of which they may."""
    theirs = known_items(user).filter(job=OuterRef("pk"))
    return Job.objects.filter(Q(Exists(theirs)) | Q(created_by=user))


class JobsView(DeskView):
    """All jobs of which a person may know, those that are due first."""

    template_name = "translation/jobs/list.html"
    page_title = gettext_lazy("Jobs")
    place = "jobs"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the jobs with what is left of each."""
        open_items = Q(items__ended_at=None, items__pk__isnull=False)
        jobs: Any = known_jobs(self.request.user).annotate(
            pieces=Count("items", filter=open_items),
            done=Count("items", filter=open_items & Q(items__translation__status__state__in=FINISHED)),
            left=Sum("items__translation__status__words_left", filter=open_items),
        )
        page = Paginator(
            jobs.order_by(F("closed_at").desc(nulls_first=True), F("due").asc(nulls_last=True), "-pk"), A_PAGE
        ).get_page(self.request.GET.get("page"))
        today = timezone.localdate()
        return super().get_context_data(**kwargs) | {
            "page": page,
            "jobs": [
                {
                    "job": job,
                    "due": day(job.due) if job.due else "",
                    "is_overdue": bool(job.due and job.due < today and not job.closed_at and job.done < job.pieces),
                    "progress": _("%(done)s of %(total)s") % {"done": job.done, "total": job.pieces},
                    "left": cells.words_of(job.left or 0),
                }
                for job in page.object_list
            ],
            "may_hand_over": batches.may_hand_over(self.request.user),
            "parameters": self.with_parameters(),
        }


@dataclass(frozen=True)
class Piece:
    """A piece of a job as its page shows it."""

    item: JobItem
    person: str
    said: cells.Said
    left: str
    is_returned: bool
    changed: str


class JobView(DeskView):
    """One job: how far its pieces are, who has them, and who was told what."""

    template_name = "translation/jobs/job.html"
    place = "jobs"

    @cached_property
    def job(self) -> Job:
        """Return the job. Raises Http404 where there is none of which the person may know."""
        jobs = known_jobs(self.request.user)
        return get_object_or_404(jobs.select_related("created_by"), pk=self.kwargs["pk"])

    @cached_property
    def items(self) -> list[JobItem]:
        """Return the pieces of which the person may know."""
        known = known_items(self.request.user).values("pk")
        return list(keeping.items_of(self.job).filter(pk__in=known))

    @cached_property
    def is_whole(self) -> bool:
        """Tell whether the person knows all pieces of the job."""
        return len(self.items) == keeping.items_of(self.job).count()

    def events(self) -> QuerySet[JobEvent]:
        """Return what happened, the newest first; of others' pieces only to who made the job, for they have titles."""
        events = self.job.events.select_related("by", "told").order_by("-at", "-pk")
        user: Any = self.request.user
        if user.is_superuser or self.job.created_by_id == user.pk:
            return events
        return events.filter(
            Q(told=user) | Q(by=user) | Q(kind=JobEventKind.BEGUN) | Q(kind=JobEventKind.CLOSED, told=None)
        )

    @property
    def may_change(self) -> bool:
        """Tell whether the person may assign, take back and close."""
        return batches.may_hand_over(self.request.user) and not self.job.closed_at

    def get_page_title(self) -> str:
        """Return its name."""
        return self.job.name

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do what was chosen with the pieces that were marked."""
        if not self.may_change:
            raise PermissionDenied
        action = request.POST.get("action", "")
        marked = set(request.POST.getlist("item"))
        chosen = [one for one in self.items if str(one.pk) in marked]
        if action == "close":
            if not self.is_whole:
                raise PermissionDenied
            keeping.close(self.job, request.user)
            messages.success(request, _("The job is closed."))
        elif not chosen:
            messages.error(request, _("Mark pieces first, at their beginning."))
        elif action == "assign":
            self._assign(chosen)
        elif action == "return":
            self._send_back(chosen)
        elif action == "take_back":
            self._take_back(chosen)
        return redirect(request.path)

    def _assign(self, chosen: Sequence[JobItem]) -> None:
        key = self.request.POST.get("person", "")
        person = person_of(key, list({one.translation.target_locale for one in chosen}))
        if key and person is None:
            messages.error(self.request, _("This person does not translate into all of these languages."))
            return
        count = keeping.assign(self.job, chosen, person, self.request.user)
        said = ngettext("%(count)s piece has changed hands.", "%(count)s pieces have changed hands.", count)
        messages.success(self.request, said % {"count": count})

    def _send_back(self, chosen: Sequence[JobItem]) -> None:
        try:
            remark = REMARK.clean(self.request.POST.get("remark"))
        except ValidationError as error:
            messages.error(self.request, " ".join(error.messages))
            return
        count = keeping.send_back(self.job, chosen, remark, self.request.user)
        said = ngettext("%(count)s piece was returned.", "%(count)s pieces were returned.", count)
        messages.success(self.request, said % {"count": count})

    def _take_back(self, chosen: Sequence[JobItem]) -> None:
        taken, kept = keeping.take_back(self.job, chosen, self.request.user)
        if taken:
            said = ngettext("%(count)s piece was taken back.", "%(count)s pieces were taken back.", taken)
            messages.success(self.request, said % {"count": taken})
        if kept:
            said = ngettext(
                "%(count)s piece stays: somebody has begun or locked it.",
                "%(count)s pieces stay: somebody has begun or locked them.",
                kept,
            )
            messages.warning(self.request, said % {"count": kept})

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the pieces, what can be done, and what happened."""
        job = self.job
        today = timezone.localdate()
        statuses = [one.translation.status for one in self.items]
        locales = {one.translation.target_locale_id: one.translation.target_locale for one in self.items}
        people = {person.pk: person for locale in locales.values() for person in translators_into(locale)}
        return super().get_context_data(**kwargs) | {
            "job": job,
            "due": day(job.due) if job.due else "",
            "is_overdue": bool(job.due and job.due < today and any(one.state not in FINISHED for one in statuses)),
            "left": cells.words_of(sum(one.words_left for one in statuses)),
            "pieces": [_piece(one) for one in self.items],
            "may_change": self.may_change,
            "may_close": self.may_change and self.is_whole,
            "people": sorted(((pk, name(person)) for pk, person in people.items()), key=lambda one: one[1]),
            "events": [(one, name(one.by), name(one.told)) for one in self.events()],
        }


def _piece(item: JobItem) -> Piece:
    status = item.translation.status
    changed = status.source_changed_at
    return Piece(
        item, name(item.assignee), cells.of_status(status),
        cells.words_of(status.words_left) if status.words_left else "",
        bool(item.returned_at and (status.changed_at is None or status.changed_at <= item.returned_at)),
        cells.on(changed) if changed and changed > item.given_at else "",
    )  # fmt: skip
