"""The list of documents in the administration, which tells of each whether its text is searched."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.documents.views.documents import IndexView

from cms.models import LibraryDocument
from search.files.text_state import state


class StateColumn(Column):
    """Tells whether a document's text is searched."""

    cell_template_name = "search/document_state.html"

    def get_value(self, instance: LibraryDocument) -> Any:
        """Return the state of the document's text."""
        return state(instance)


class DocumentsView(IndexView):
    """Wagtail's list with one more column."""

    extra_columns: ClassVar[list[Column]] = [StateColumn("text", label=_("Text"))]

    def get_base_queryset(self) -> QuerySet[LibraryDocument]:
        """Return the documents with their texts."""
        documents: QuerySet[LibraryDocument] = super().get_base_queryset()
        return documents.select_related("file_text")

    @cached_property
    def columns(self) -> list[Column]:
        """Return the columns; the state of the text stands after the file."""
        columns: list[Column] = list(super().columns)
        after = next(place for place, column in enumerate(columns) if column.name == "filename") + 1
        return [*columns[:after], *self.extra_columns, *columns[after:]]
