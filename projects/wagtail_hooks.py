"""The library in the administration."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.snippets.models import register_snippet

from projects.models import Concept, TrainingPage
from projects.viewsets import VocabularyViewSetGroup, references_to

register_snippet(VocabularyViewSetGroup)


@hooks.register("before_delete_snippet")
def keep_concepts_in_use(request: HttpRequest, instances: Iterable[Any]) -> HttpResponse | None:
    """Refuse to delete a concept that a page uses in any language, and show where."""
    for concept in instances:
        if not isinstance(concept, Concept):
            continue
        uses = len(references_to(concept).group_by_source_object())
        if uses:
            messages.error(
                request,
                ngettext(
                    "“%(name)s” is used in %(count)s place, so it was not deleted. Remove it there first.",
                    "“%(name)s” is used in %(count)s places, so it was not deleted. Remove it there first.",
                    uses,
                )
                % {"name": concept.name, "count": uses},
            )
            return redirect(concept.snippet_viewset.get_url_name("usage"), concept.pk)
    return None


@hooks.register("register_page_header_buttons")
def copy_training_button(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Offer the next training from this one: the same programme, without dates and participants."""
    is_training = isinstance(page.specific_deferred, TrainingPage)
    if view_name == "edit" and is_training and page.permissions_for_user(user).can_copy():
        yield Button(
            _("Copy this training"), reverse("wagtailadmin_pages:copy", args=[page.pk]), icon_name="copy", priority=25
        )


@hooks.register("after_copy_page")
def open_copied_training(request: HttpRequest, page: Any, new_page: Any) -> HttpResponse | None:
    """Clear the sessions' dates of a copied training and open it, so that its own are entered next."""
    training = new_page.specific
    if not isinstance(training, TrainingPage):
        return None
    sessions = list(training.sessions.all())
    for session in sessions:
        session.start = session.end = None
    setattr(training, "sessions", sessions)  # noqa: B010  the relation takes a list, which its type does not tell
    training.save_revision(user=request.user)
    if training.live:
        training.save()
        said = _(
            "This is the copy, without dates and participants; it is public already. Enter its own, then publish it."
        )
    else:
        said = _("This is the copy, without dates and participants. Enter its own, then publish it.")
    messages.success(request, said)
    return redirect("wagtailadmin_pages:edit", training.pk)
