"""What the administration checks and shows for every page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.views.generic.base import RedirectView
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.documents.views import chooser
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from cms.admin_api import DocumentsView, ImagesView
from cms.file_rights import is_readable
from cms.guide import CHAPTERS, GuidePanel, GuideView
from cms.previews.links import MADE, WITHDRAWN
from cms.previews.panel import ADDRESS_NAME, PreviewLinksButton
from cms.previews.views import preview_links
from cms.typed.views import said_of
from cms.viewsets import LibraryPageViewSet
from cms.working_language import language_of


class DocumentChooseView(chooser.DocumentChooseView):
    """Offers an upload in the language of the page that is being edited."""

    def get_creation_form_kwargs(self) -> dict[str, Any]:
        """Add the language, which the form shows and which can be changed there."""
        return {**super().get_creation_form_kwargs(), "initial": {"language": language_of(self.request)}}


chooser.viewset.choose_view_class = DocumentChooseView


class LibraryContentCheckerItem(ContentCheckerItem):
    """Wagtail's checks, and those without which a page would shut somebody out."""

    axe_run_only: ClassVar[list[str]] = [
        *ContentCheckerItem.axe_run_only,
        "image-alt",
        "page-has-heading-one",
        "list",
        "table-duplicate-name",
        "valid-lang",
    ]
    axe_messages: ClassVar[dict[str, Any]] = {
        **ContentCheckerItem.axe_messages,
        "image-alt": {
            "error_name": _("A picture has no alternative text"),
            "help_text": _("Say what it shows, or mark it as decorative."),
        },
        "page-has-heading-one": {
            "error_name": _("The page has no title"),
            "help_text": _("Readers and search engines need one."),
        },
        "table-duplicate-name": {
            "error_name": _("A table's caption repeats its summary"),
            "help_text": _("Say in the caption what the table shows."),
        },
        "valid-lang": {
            "error_name": _("A text is marked with a language that does not exist"),
            "help_text": _("Screen readers would read it wrongly."),
        },
    }


@hooks.register("register_admin_viewset", order=10)  # after Wagtail's own, whose place it takes
def edit_pages_one_version_at_a_time() -> LibraryPageViewSet:
    """Let our editor take the place of Wagtail's."""
    return LibraryPageViewSet()


@hooks.register("insert_editor_js")
def let_an_action_be_done_once() -> str:
    """Load the script without which saving by itself sends an action again."""
    return format_html('<script src="{}"></script>', static("cms/editor.js"))


@hooks.register("construct_wagtail_userbar")
def check_content(request: HttpRequest, items: list[Any], page: Any) -> None:
    """Let our checks take the place of Wagtail's own."""
    items[:] = [
        LibraryContentCheckerItem(in_editor=item.in_editor) if isinstance(item, ContentCheckerItem) else item
        for item in items
    ]


@hooks.register("before_copy_page")
def refuse_copy(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Refuse to copy what the user may neither edit nor read, and to make an alias, which no reader would ever see."""
    if not (page.permissions_for_user(request.user).can_edit() or is_readable(request, page)):
        raise PermissionDenied
    if request.method != "POST" or not request.POST.get("alias"):
        return None
    messages.error(request, _("Readers never see an alias here. Copy the page without that option."))
    return redirect("wagtailadmin_pages:copy", page.pk)


@hooks.register("construct_admin_api", order=1)
def files_within_reach(router: Any) -> None:
    """Let the API of the administration give what its choosers give."""
    router.register_endpoint("documents", DocumentsView)
    router.register_endpoint("images", ImagesView)


@hooks.register("construct_help_menu")
def leave_news_of_wagtail_out(request: HttpRequest, menu_items: list[Any]) -> None:
    """Keep from editors what is new in Wagtail, to which a mark at the menu would call, and its guide in English."""
    elsewhere = ("whats-new", "editor-guide")
    menu_items[:] = [item for item in menu_items if not item.name.startswith(elsewhere)]
    for order, (name, title) in enumerate(CHAPTERS.items(), start=100):
        menu_items.append(MenuItem(title, reverse("guide", args=[name]), name=name, icon_name="help", order=order))


@hooks.register("construct_homepage_panels")
def lead_to_the_guide(request: HttpRequest, panels: list[Any]) -> None:
    """Lead who is new to the guide."""
    panels.append(GuidePanel())


@hooks.register("register_admin_urls")
def own_urls() -> list[URLPattern]:
    """Return where forms ask how something that is being typed will be read, the guide, and the links to a draft."""
    return [
        path("said/", said_of, name="said"),
        path("guide/", RedirectView.as_view(pattern_name="guide"), {"chapter": next(iter(CHAPTERS))}),
        path("guide/<slug:chapter>/", GuideView.as_view(), name="guide"),
        path("pages/<int:page_id>/preview-links/", preview_links, name=ADDRESS_NAME),
    ]


@hooks.register("insert_global_admin_js")
def script_of_typed_values() -> str:
    """Load the script that shows it, on every page: filters and dialogs have dates too."""
    return format_html('<script src="{}"></script>', static("cms/typed.js"))


@hooks.register("insert_global_admin_js")
def script_of_preview_links() -> str:
    """Load the script that copies links to drafts."""
    return format_html('<script src="{}"></script>', static("cms/preview-links.js"))


@hooks.register("register_page_listing_more_buttons")
@hooks.register("register_page_header_buttons")
def lead_to_preview_links(page: Page, user: Any, next_url: str = "", view_name: str = "") -> Iterator[Any]:
    """Lead to the links to a page's draft wherever the page is listed, and from the editor of translations."""
    yield PreviewLinksButton(page=page, priority=66)


@hooks.register("register_log_actions")
def name_what_was_done_with_links(actions: LogActionRegistry) -> None:
    """Name in a page's history who let others see its draft."""
    actions.register_action(MADE, _("Make a preview link"), _("A preview link was made"))
    actions.register_action(WITHDRAWN, _("Withdraw a preview link"), _("A preview link was withdrawn"))


@hooks.register("insert_global_admin_css")
def own_styles() -> str:
    """Load what the library adds to the looks of the administration."""
    return format_html('<link rel="stylesheet" href="{}">', static("cms/administration.css"))
