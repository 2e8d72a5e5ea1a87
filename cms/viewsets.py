"""The administration's views of pages, where ours take the place of Wagtail's."""

from __future__ import annotations

from wagtail.admin.viewsets.pages import PageViewSet

from cms.editors import LibraryPageEditView, LibraryRevertView, LibraryWorkflowActionView


class LibraryPageViewSet(PageViewSet):
    """All pages."""

    edit_view_class = LibraryPageEditView
    revisions_revert_view_class = LibraryRevertView
    workflow_action_view_class = LibraryWorkflowActionView
