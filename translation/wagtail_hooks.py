"""Translation in the administration."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic.base import RedirectView
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import Page, TranslatableMixin
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation
from wagtail_localize.wagtail_hooks import TranslationsReportMenuItem

from translation import views
from translation.desk.batches import may_hand_over
from translation.desk.panel import QueuePanel
from translation.desk.views import BatchView, MatrixView, NewBatchView, QueueView
from translation.editions import RESTARTED, STOPPED
from translation.editor.views import SETTINGS, DismissView, EditorView, TextView
from translation.group_panel import LanguageRightsPanel
from translation.jobs.account import MailPanel
from translation.jobs.views import JobsView, JobView
from translation.management.commands.publish_scheduled import LOG_ACTION as NOT_PUBLISHED
from translation.privacy import translations
from translation.propagation import LOG_ACTION as VALUES_CORRECTED
from translation.publication import provenance_of
from translation.reading import readable_pages
from translation.reviewing import WAS_REVIEWED
from translation.rights import may_open
from translation.translators import translates, vocabularies_of

RESTART = "localize-restart-translation"  # how the editor's button of localize is called


@hooks.register("register_admin_urls", order=-1)
def localize_urls() -> list[URLPattern]:
    """Take over views of wagtail-localize at its own addresses, whose names stay its own; add those of the desk."""
    return [
        path("localize/submit/page/<int:page_id>/", views.SubmitPageView.as_view()),
        path("localize/submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/", views.SubmitConceptView.as_view()),
        path("localize/update/<int:translation_source_id>/", views.UpdateView.as_view()),
        path(
            "localize/translate/<int:translation_id>/strings/<int:string_segment_id>/edit/",
            views.edit_string,
        ),
        path(
            "localize/translate/<int:translation_id>/overrides/<int:overridable_segment_id>/edit/",
            views.edit_override,
        ),
        path("localize/translate/<int:translation_id>/machine_translate/", views.machine_translate),
        path("localize/translate/<int:translation_id>/source/", views.read_source, name="read_source"),
        path("localize/translate/<int:translation_id>/source/preview/", views.preview_source, name="preview_source"),
        path("localize/translate/<int:translation_id>/pofile/download/", views.download_po),
        path("localize/translate/<int:translation_id>/pofile/upload/", views.upload_po),
        path("localize/translate/<int:translation_id>/disable/", views.stop_translation),
        path("localize/translate/<int:translation_id>/reviewed/", views.review_translation, name="review_translation"),
        path("localize/page/<int:page_id>/convert_to_alias/", views.refuse_alias),
        path("localize/reports/translations/", RedirectView.as_view(pattern_name="translations")),
        path("localize/reports/translations/results/", RedirectView.as_view(pattern_name="translations")),
        path("translations/", MatrixView.as_view(), name="translations"),
        path("translations/mine/", QueueView.as_view(), name="translations_queue"),
        path("translations/changes/<int:source_id>/", views.SourceChangesView.as_view(), name="source_changes"),
        path("translations/<int:translation_id>/", EditorView.as_view(), name="translate"),
        path("translations/<int:translation_id>/texts/<int:segment_id>/", TextView.as_view(), name="translate_text"),
        path(
            "translations/<int:translation_id>/texts/<int:segment_id>/dismiss/",
            DismissView.as_view(),
            name="dismiss_finding",
        ),
        path("translations/jobs/", JobsView.as_view(), name="translations_jobs"),
        path("translations/jobs/<int:pk>/", JobView.as_view(), name="translations_job"),
        path("translations/many/", NewBatchView.as_view(), name="translations_new_batch"),
        path("translations/many/<int:pk>/", BatchView.as_view(), name="translations_batch"),
        path(
            "localize/api/snippets/<slug:app_label>/<slug:model_name>/", views.VisibleEntries.as_view({"get": "list"})
        ),
        path(
            "localize/api/snippets/<slug:app_label>/<slug:model_name>/<str:pk>/",
            views.VisibleEntries.as_view({"get": "retrieve"}),
        ),
    ]


@hooks.register("before_edit_page", order=-1)
@hooks.register("before_edit_snippet", order=-1)
def edit_translation(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """Open the editor of texts; publish and restart with words and questions of our own.

    What is no text is chosen in localize's editor.
    """
    if not isinstance(instance, TranslatableMixin):
        return None
    provenance = provenance_of(instance)
    translation = provenance.translation if provenance else None
    if translation is None:
        return None
    if request.method != "POST":
        if translation.enabled and SETTINGS not in request.GET:
            return redirect("translate", translation.pk)
        views.say_what_holds_up(request, translation)
        return None
    if not translation.enabled:
        return views.restart_translation(request, translation) if RESTART in request.POST else None
    if request.POST.get("action") != "publish":
        return None
    views.publish_translation(request, translation)
    return redirect(request.path)


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def read_source_of_page(page: Page, user: Any, view_name: str = "", next_url: str | None = None) -> Iterator[Button]:
    """Offer the source of a translated page to be read."""
    return _read_source(page, user)


@hooks.register("register_snippet_listing_buttons")
def read_source_of_concept(concept: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """Offer the source of a translated entry to be read."""
    return _read_source(concept, user) if isinstance(concept, TranslatableMixin) else iter(())


def _read_source(instance: Any, user: Any) -> Iterator[Button]:
    translation = Translation.objects.filter(
        source__object_id=instance.translation_key, target_locale_id=instance.locale_id
    ).first()
    if translation is not None and may_open(user, instance):
        yield Button(
            _("Read the original"), reverse("read_source", args=[translation.pk]), icon_name="view", priority=55
        )


@hooks.register("register_page_header_buttons")
def hand_over_page(page: Page, user: Any, view_name: str = "", next_url: str | None = None) -> Iterator[Button]:
    """Offer to hand a page over as a job, from itself."""
    if may_hand_over(user) and page.permissions_for_user(user).can_edit() and page.depth > 1:
        address = f"{reverse('translations_new_batch')}?model=wagtailcore.page&source={page.pk}"
        yield Button(_("Hand over…"), address, icon_name="globe", priority=56)


@hooks.register("register_account_settings_panel")
def mail_about_translations(request: HttpRequest, user: Any, profile: Any) -> MailPanel:
    """Ask in the account which mail about translations somebody wants."""
    return MailPanel(request, user, profile)


@hooks.register("construct_page_chooser_queryset")
def hide_drafts(pages: Any, request: HttpRequest) -> Any:
    """Offer no draft to somebody who has no right to it, nor what lies below one."""
    below = request.resolver_match.kwargs.get("parent_page_id") if request.resolver_match else None
    if below is not None and not readable_pages(Page.objects.filter(pk=below), request.user).exists():
        raise Http404
    return readable_pages(pages, request.user)


@hooks.register("register_group_permission_panel")
def rights_by_language() -> type[LanguageRightsPanel]:
    """Give rights by language in the editor of a group."""
    return LanguageRightsPanel


@hooks.register("after_publish_page")
def say_what_became_older(request: HttpRequest, page: Page) -> None:
    """Say which translations do not say yet what was just published."""
    views.say_what_became_older(request, page)


@hooks.register("after_edit_snippet")
def say_what_became_older_of_an_entry(request: HttpRequest, instance: Any) -> None:
    """Say which translations of an entry do not say yet what was just published."""
    if isinstance(instance, TranslatableMixin) and "action-publish" in request.POST:
        views.say_what_became_older(request, instance)


@hooks.register("construct_translated_pages_to_cascade_actions")
def unpublish_with_source(pages: Iterable[Page], action: str) -> dict[Page, list[Page]] | None:
    """Unpublish the translations with their source; Wagtail's confirmation says how many."""
    if action != "unpublish":
        return None
    return {page: [target.specific for target in translations(page) if target.live] for page in pages}


@hooks.register("before_delete_page")
def refuse_to_delete(request: HttpRequest, page: Page) -> None:
    """Leave deleting to those who may add pages: publishing alone, as translators do, gives no right to it."""
    _require_right_to_add(request, [page])


@hooks.register("before_move_page")
def refuse_to_move(request: HttpRequest, page: Page, destination: Page) -> None:
    """Leave moving to those who may add pages."""
    _require_right_to_add(request, [page])


@hooks.register("before_bulk_action")
def refuse_in_bulk(request: HttpRequest, action_type: str, objects: Iterable[Any], action_class_instance: Any) -> None:
    """Leave deleting and moving several pages to those who may add them."""
    if action_type in ("delete", "move"):
        _require_right_to_add(request, [page for page in objects if isinstance(page, Page)])


def _require_right_to_add(request: HttpRequest, pages: Iterable[Page]) -> None:
    policy = policy_registry.get_by_type(Page)
    if not all(policy.user_has_permission_for_instance(request.user, "add", page) for page in pages):
        raise PermissionDenied


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    """Name in a page's history what happens to translations."""
    actions.register_action(
        VALUES_CORRECTED,
        _("Correct shared values"),
        _("Values that all languages share were corrected from the source"),
    )

    actions.register_action(
        STOPPED, _("Adapted edition"), _("Became an adapted edition: its words no longer follow the source")
    )
    actions.register_action(
        RESTARTED, _("Follow the source"), _("The adapted edition was kept; the translation follows its source again")
    )
    actions.register_action(
        WAS_REVIEWED, _("Translation reviewed"), _("Somebody has read the texts of the translation and approved them")
    )

    @actions.register_action(NOT_PUBLISHED)
    class NotPublished(LogFormatter):
        label = _("Refuse to publish")

        def format_message(self, log_entry: Any) -> str:
            return str(log_entry.data.get("reason", self.label))


@hooks.register("construct_reports_menu")
def leave_the_report_of_localize_out(_request: HttpRequest, items: list[Any]) -> None:
    """Leave localize's report out of the menu: the matrix tells what it told, and more.

    Localize names its entry in the language of whoever reads a menu first.
    """
    items[:] = [item for item in items if not isinstance(item, TranslationsReportMenuItem)]


class TranslationsMenuItem(MenuItem):
    """Leads to the desk."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to who translates or keeps a vocabulary."""
        return translates(request.user) or bool(vocabularies_of(request.user))


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    """Return the way to the desk."""
    return TranslationsMenuItem(
        _("Translations"), reverse_lazy("translations"), name="translations", icon_name="globe", order=200
    )


@hooks.register("construct_homepage_panels")
def show_what_waits(_request: HttpRequest, panels: list[Any]) -> None:
    """Show translators what waits for them where they begin."""
    panels.append(QueuePanel())
