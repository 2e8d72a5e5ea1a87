"""Editing side by side: nobody publishes over a version that they have not seen, no action is done twice.

Wagtail's editors take the last form that arrives. Here a form that changes something is looked at
alone: the rows of a page in all languages are locked while one is saved, so the next one meets what
it left. A form that was made of an older version does nothing but keep what it says as a draft.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.pages.edit import EditView as PageEditView
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.admin.views.pages.workflow import WorkflowActionView
from wagtail.models import Page, Revision, TranslatableMixin
from wagtail.snippets.views.snippets import EditView as SnippetEditView
from wagtail.utils.timestamps import render_timestamp

from cms.incomplete import IncompleteFormError, read_extra_data
from cms.previews.panel import PreviewLinksSidePanel
from cms.signals import RefusedError

READS = {"GET", "HEAD", "OPTIONS"}
# Without any of these a form is saved as a draft.
ACTIONS = [
    "action-publish",
    "action-submit",
    "action-restart-workflow",
    "action-workflow-action",
    "action-cancel-workflow",
]


def lock_editions(model: type[Model], pk: Any) -> None:
    """Wait until nobody else saves the object or one of its translations; needs a transaction.

    All of them, in one order, since what is shared by the languages is written into each.
    """
    rows = model._default_manager.filter(pk=pk)
    if issubclass(model, TranslatableMixin) or model is Page:
        rows = model._default_manager.filter(translation_key__in=rows.values("translation_key"))
    list(rows.order_by("pk").select_for_update(of=("self",)).values_list("pk"))


def comparison_message(theirs: Revision, user: Any) -> str:
    """Return who saved what meanwhile, and that both versions are kept."""
    at = render_timestamp(theirs.created_at)
    if theirs.user_id == user.pk:
        text = _("You have saved another version in another window (%(time)s).") % {"time": at}
    elif theirs.user:
        name = get_user_display_name(theirs.user)
        text = _("%(name)s saved another version after you had opened this one (%(time)s).") % {
            "name": name,
            "time": at,
        }
    else:
        text = _("Another version was saved after you had opened this one (%(time)s).") % {"time": at}
    kept = _("Nothing was published or submitted. Both versions are kept: yours is the draft that you see here.")
    return f"{text} {kept}"


class KeepsWhatIsRefused:
    """An editor that keeps what somebody wrote where they asked for something that may not be."""

    has_content_changes = False

    def look_at(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Do what the form asks for; where that is refused, say why and save the form as a draft."""
        again = copy(self)
        try:
            with transaction.atomic():
                return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]  # Wagtail's view
        except RefusedError as refused:
            if not self.has_content_changes:
                raise
            messages.error(request, refused.reason)
        without_action = request.POST.copy()
        for action in ACTIONS:
            without_action.pop(action, None)
        request.POST = without_action  # type: ignore[assignment]  # Django takes any
        again.setup(request, *args, **kwargs)  # type: ignore[attr-defined]  # Wagtail's view
        return super(KeepsWhatIsRefused, again).dispatch(request, *args, **kwargs)  # type: ignore[misc]  # Wagtail's


class OneVersionAtATime(KeepsWhatIsRefused):
    """An editor whose forms are looked at one after the other, each against the version that it was made of."""

    request: HttpRequest
    expects_json_response: bool
    latest_revision: Revision | None
    revisions_compare_url_name: str  # Wagtail's name for it

    @cached_property
    def is_out_of_date(self) -> bool:
        """Tell whether the form was made of another version than the newest one.

        A form that names no version was made before there was one.
        """
        posted = self.request.POST
        if not posted.get("overwrite_revision_id", "0").isdecimal():
            raise IncompleteFormError("overwrite_revision_id")
        if self.latest_revision and not (posted.get("overwrite_revision_id") or posted.get("loaded_revision_id")):
            return True
        return bool(super().is_out_of_date)  # type: ignore[misc]  # Wagtail's view

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Let a form that is shown again know what it was made of, not what is newest."""
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]  # Wagtail's view
        if self.request.method == "POST" and not self.expects_json_response and self.is_out_of_date:
            context["loaded_revision_created_at"] = ""
        return context

    def keep_beside(self, instance: Any) -> HttpResponse:
        """Keep what the form says as a draft, do nothing else, and show how it differs from the newest version."""
        theirs = self.newest
        mine = instance.save_revision(user=self.request.user, log_action=True, clean=False)
        compare = messages.button(
            reverse(self.revisions_compare_url_name, args=[instance.pk, theirs.pk, mine.pk]),
            _("Compare the two versions"),
        )
        messages.warning(self.request, comparison_message(theirs, self.request.user), buttons=[compare])
        return redirect(self.edit_address(instance))

    @property
    def newest(self) -> Revision:
        """Return the newest version, which a form that is out of date was not made of."""
        if self.latest_revision is None:
            raise LookupError("Nothing is older than no version.")
        return self.latest_revision

    def edit_address(self, instance: Any) -> str:
        """Return where the object is edited."""
        raise NotImplementedError


class LibraryPageEditView(OneVersionAtATime, PageEditView):
    """The editor of a page."""

    revisions_compare_url_name = "wagtailadmin_pages:revisions_compare"

    def dispatch(self, request: HttpRequest, page_id: int, **kwargs: Any) -> HttpResponseBase:
        """Look at the page once nobody else saves it."""
        if request.method in READS:
            return super().dispatch(request, page_id, **kwargs)
        with transaction.atomic():
            lock_editions(Page, page_id)
            return self.look_at(request, page_id, **kwargs)

    @cached_property
    def action_name_and_method(self) -> tuple[str, Any]:
        """Return what the form asks for; saving by itself never asks for more than a draft."""
        if self.expects_json_response:
            return "save", self.save_action
        return super().action_name_and_method

    def perform_workflow_action(self) -> HttpResponse:
        """Decide, with what the dialogue of the decision asked for and nothing else."""
        dialogue = self.page.current_workflow_task.get_form_for_action(self.workflow_action)
        known = set(dialogue.base_fields) if dialogue else set()
        read_extra_data(self.request.POST.get("workflow-action-extra-data", "{}"), known, "workflow-action-extra-data")
        return super().perform_workflow_action()

    def form_valid(self, form: Any) -> HttpResponse:
        """Do what was asked for, where it is still possible and concerns the version that the editor saw."""
        self.has_content_changes = form.has_changed()
        if self.expects_json_response or self.is_cancelling_workflow:
            return self.action_method()
        if self.is_out_of_date and self.has_content_changes:
            return self.keep_beside(form.save(commit=False))
        if self.action_name == "save" and any(map(self.request.POST.get, ACTIONS)):
            return self.tell_that_it_is_over()
        return self.action_method()

    def tell_that_it_is_over(self) -> HttpResponse:
        """Say that somebody was quicker; what the form changes is kept as a draft."""
        said = _("The page is no longer in the state in which you opened it: somebody has already acted on it.")
        if not self.has_content_changes:
            messages.warning(self.request, said)
            return self.redirect_and_remain()
        messages.warning(self.request, f"{said} {_('Your changes are kept as a draft; nothing else was done.')}")
        return self.save_action()

    def edit_address(self, instance: Any) -> str:
        """Return where the page is edited."""
        return str(self.get_edit_url())

    def get_side_panels(self) -> MediaContainer:
        """Add the links to the page's draft, where the whole editor is made."""
        panels = super().get_side_panels()
        if not self.expects_json_response and not self.hydrate_create_view:
            panels.append(PreviewLinksSidePanel(self.page, self.request))
        return panels


class LibraryRevertView(KeepsWhatIsRefused, RevisionsRevertView):
    """The editor of a page that shows an older version of it."""

    def dispatch(self, request: HttpRequest, page_id: int, revision_id: int, **kwargs: Any) -> HttpResponseBase:
        """Look at the page once nobody else saves it."""
        if request.method in READS:
            return super().dispatch(request, page_id, revision_id=revision_id, **kwargs)
        with transaction.atomic():
            lock_editions(Page, page_id)
            return self.look_at(request, page_id, revision_id=revision_id, **kwargs)


class LibraryWorkflowActionView(WorkflowActionView):
    """A decision on a page in a review, made outside its editor."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Look at the state of the review once nobody else decides."""
        if request.method in READS:
            return super().dispatch(request, *args, **kwargs)
        with transaction.atomic():
            lock_editions(Page, self.object.pk)
            self.setup(request, *args, **kwargs)
            return super().dispatch(request, *args, **kwargs)


class OfOneEntry:
    """A view of an entry for those who have the right to it, though not to all entries."""

    object: Any

    def user_has_permission(self, permission: str) -> bool:
        """Tell whether the user has a right to the entry."""
        return bool(self.user_has_permission_for_instance(permission, self.object))  # type: ignore[attr-defined]  # Wagtail's view

    def user_has_any_permission(self, permissions: Iterable[str]) -> bool:
        """Tell whether the user has one of some rights to the entry."""
        return any(self.user_has_permission(permission) for permission in permissions)


class LibrarySnippetEditView(OfOneEntry, OneVersionAtATime, SnippetEditView):
    """The editor of an entry that is drafted, published and translated."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Look at the entry once nobody else saves it."""
        if request.method in READS:
            return super().dispatch(request, *args, **kwargs)
        with transaction.atomic():
            lock_editions(self.model, self.object.pk)
            self.__dict__.pop("latest_revision", None)
            self.setup(request, *args, **kwargs)
            return self.look_at(request, *args, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        """Do what was asked for where it concerns the version that the editor saw."""
        self.has_content_changes = form.has_changed()
        if self.expects_json_response or not self.is_out_of_date or not self.has_content_changes:
            return super().form_valid(form)
        return self.keep_beside(form.save(commit=False))

    def edit_address(self, instance: Any) -> str:
        """Return where the entry is edited."""
        return str(self.get_edit_url())
