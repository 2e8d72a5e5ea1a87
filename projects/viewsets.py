"""The vocabularies in the administration."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.admin.utils import quote
from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm, LocaleFilterMixin, SearchFilterMixin
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import LiveStatusTagColumn, UpdatedAtColumn
from wagtail.models import Locale, ReferenceIndex
from wagtail.permissions import policy_registry
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.views.snippets import (
    CreateView,
    HistoryView,
    IndexView,
    PreviewOnCreateView,
    SnippetViewSet,
    SnippetViewSetGroup,
    UsageView,
)

from cms.editors import LibrarySnippetEditView, OfOneEntry
from cms.slugs import ascii_slug
from cms.working_language import locale_of
from projects.models import Concept, Organisation, Place, Programme, Term, Topic, Unit
from projects.panels import LanguagePanel, SimilarPanel

SEARCHED = {"name", "short_name", "key", "variants"}  # columns, where a vocabulary has them


def references_to(concept: Concept) -> Any:
    """Return where a concept is used, whichever of its languages a page points to."""
    in_all_languages = type(concept)._default_manager.filter(translation_key=concept.translation_key)
    return ReferenceIndex.get_references_to_in_bulk(in_all_languages)


def found(concepts: QuerySet[Any, Any], typed: str) -> QuerySet[Any, Any]:
    """Return those of some concepts whose names hold what was typed, in any alphabet, with or without diacritics.

    Compared here, since SQLite knows upper and lower case of Latin letters only; a vocabulary is short.
    """
    searched = [field.name for field in concepts.model._meta.fields if field.name in SEARCHED]
    wanted = ascii_slug(typed)

    def holds(words: str) -> bool:
        return wanted in ascii_slug(words) if wanted else typed.casefold() in words.casefold()

    rows = concepts.order_by().values_list("pk", *searched)
    return concepts.filter(pk__in=[pk for pk, *words in rows if any(map(holds, words))])


class InOwnLanguage:
    """A list or a form that opens in the language in which somebody works, where none is asked for."""

    request: HttpRequest

    def get_locale(self) -> Locale | None:
        """Return the locale that is asked for, that of the entry, or the person's."""
        asked = self.request.GET.get("locale") or getattr(self, "object", None)
        found: Locale | None = super().get_locale() if asked else locale_of(self.request)  # type: ignore[misc]  # the view has it
        return found


class ConceptIndexView(InOwnLanguage, IndexView):
    """Lists those entries of a vocabulary that somebody may see."""

    def get_base_queryset(self) -> Any:
        """Return the entries that the user may see."""
        seen = self.permission_policy.instances_user_has_any_permission_for(
            self.request.user, self.any_permission_required
        )
        return super().get_base_queryset().filter(pk__in=seen.values("pk"))

    def get_edit_url(self, instance: Concept) -> str | None:
        """Return where an entry is edited, for those who may."""
        if not self.user_has_permission_for_instance("change", instance):
            return None
        return reverse(self.edit_url_name, args=[quote(instance.pk)])

    def search_queryset(self, queryset: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
        """Return what was searched for."""
        return found(queryset, self.search_query) if self.is_searching else queryset


class ConceptSearch(SearchFilterMixin):
    """The search field of a chooser."""

    def filter(self, objects: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
        """Return what was searched for, in the language that was chosen."""
        objects = super(SearchFilterMixin, self).filter(objects)
        typed = self.cleaned_data.get("q")
        if not typed:
            return objects
        self.is_searching, self.search_query = True, typed
        return found(objects, typed)


class ConceptFilterForm(LocaleFilterMixin, ConceptSearch, BaseFilterForm):
    """Language and words of a chooser."""


class VisibleConcepts:
    """Offers the concepts that somebody may see."""

    request: HttpRequest
    model_class: Any

    def get_object_list(self) -> Any:
        """Return the concepts that the user may see."""
        policy = policy_registry.get_by_type(self.model_class)
        return policy.instances_user_has_any_permission_for(self.request.user, {"view"})


class ConceptChooseView(VisibleConcepts, ChooseView):
    """Offers the concepts of a vocabulary."""

    filter_form_class = ConceptFilterForm


class ConceptChooseResultsView(VisibleConcepts, ChooseResultsView):
    """The concepts that fit what was typed."""

    filter_form_class = ConceptFilterForm


class ConceptChooserViewSet(SnippetChooserViewSet):
    """Chooses a concept."""

    choose_view_class = ConceptChooseView
    choose_results_view_class = ConceptChooseResultsView


class ConceptUsageView(OfOneEntry, UsageView):
    """Lists the uses of a concept over all its languages: a page points to any of them."""

    def get_queryset(self) -> Any:
        """Return the references grouped by the page that holds them."""
        return references_to(self.object).group_by_source_object()


class ConceptHistoryView(OfOneEntry, HistoryView):
    """What was done with an entry."""


class ConceptCreateView(InOwnLanguage, CreateView):
    """Makes an entry in one language; the preview has to know which."""

    def get_preview_url(self) -> str:
        """Return where the entry is previewed before it is saved."""
        return f"{super().get_preview_url()}?locale={self.locale.language_code}"


class ConceptPreviewOnCreateView(PreviewOnCreateView):
    """Shows an entry that has never been saved."""

    def get_object(self) -> Concept:
        """Return a new entry in the language of the form."""
        concept: Concept = super().get_object()
        language = self.request.GET.get("locale", settings.LANGUAGE_CODE)
        concept.locale = get_object_or_404(Locale, language_code=language)
        return concept

    def get_form(self, query_dict: Any) -> Any:
        """Return the form, which asks about entries that are called alike only when it is saved."""
        form = super().get_form(query_dict)
        form.asks = False
        return form


class ConceptViewSet(SnippetViewSet):
    """What all vocabularies have in common."""

    index_view_class = ConceptIndexView
    chooser_viewset_class = ConceptChooserViewSet
    usage_view_class = ConceptUsageView
    history_view_class = ConceptHistoryView
    add_view_class = ConceptCreateView
    edit_view_class = LibrarySnippetEditView
    preview_on_add_view_class = ConceptPreviewOnCreateView
    list_display: ClassVar[list[Any]] = ["name", "key", LiveStatusTagColumn(), UpdatedAtColumn()]
    search_fields: ClassVar[list[str]] = ["name", "key"]
    ordering: ClassVar[list[str]] = ["name"]
    copy_view_enabled = False  # a copy would share the key, which is unique

    def get_edit_handler(self) -> Any:
        """Return the model's panels with the entry's language, and what is called alike below its name."""
        name, *others = self.model.panels
        return ObjectList([LanguagePanel(), name, SimilarPanel(), *others]).bind_to_model(self.model)


class OrganisationViewSet(ConceptViewSet):
    """Organisations."""

    model = Organisation
    icon = "group"
    list_display: ClassVar[list[Any]] = ["name", "country", "kind", LiveStatusTagColumn(), UpdatedAtColumn()]
    list_filter: ClassVar[list[str]] = ["kind", "country"]


class ProgrammeViewSet(ConceptViewSet):
    """Funding programmes."""

    model = Programme
    icon = "folder-open-inverse"


class TopicViewSet(ConceptViewSet):
    """Topics."""

    model = Topic
    icon = "tag"


class PlaceViewSet(ConceptViewSet):
    """Places."""

    model = Place
    icon = "site"
    list_display: ClassVar[list[Any]] = ["name", "country", "kind", "nuts", LiveStatusTagColumn(), UpdatedAtColumn()]
    list_filter: ClassVar[list[str]] = ["kind", "country"]


class UnitViewSet(ConceptViewSet):
    """Units of figures."""

    model = Unit
    icon = "order"


class TermViewSet(ConceptViewSet):
    """Terms of the glossary."""

    model = Term
    icon = "openquote"
    list_filter: ClassVar[list[str]] = ["subject"]


class VocabularyViewSetGroup(SnippetViewSetGroup):
    """One menu for all vocabularies."""

    items = (TermViewSet, OrganisationViewSet, PlaceViewSet, ProgrammeViewSet, TopicViewSet, UnitViewSet)
    menu_label = _("Vocabularies")
    menu_icon = "list-ul"
    menu_order = 250
