"""What every page of the library has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import HelpPanel, MultiFieldPanel
from wagtail.compat import HTTPMethod
from wagtail.models import Page, ReferenceIndex
from wagtail_localize.fields import BaseTranslatableField, SynchronizedField

from cms import destinations
from cms.addresses import LibraryCopyForm, taken_by_the_site
from cms.enums import TextOrigin
from cms.file_rights import keep_files_of, keep_files_of_stored
from cms.formats import day
from cms.languages import current_language
from cms.models.facets import PageFacet
from cms.panels import FieldPanel, editor
from cms.passages import passages
from cms.presenting import context_of, presenter_of
from cms.previews.front_ends import FRONT_END, framed, preview_modes
from cms.routing import is_of_a_route
from cms.rules import LibraryPageForm
from cms.searchable import SearchContent
from cms.signals import facets_changed, page_saved, page_saving
from cms.site_addresses import permanent_address
from cms.slugs import ascii_slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django.http import HttpRequest, HttpResponse


class OwnField(BaseTranslatableField):
    """A field that each language keeps for itself: neither translated nor copied from the source."""


class BasePage(Page):
    """A page of the library in one language.

    Its address is its `url_path`: the home page of each language has the language's code as its
    slug. `original_language` is where the page was first written.
    """

    base_form_class: ClassVar[Any] = LibraryPageForm
    copy_form_class: ClassVar[Any] = LibraryCopyForm
    template: ClassVar[str]
    # A list that readers can follow: its address with ?format=atom is a feed.
    has_feed: ClassVar[bool] = False
    # Dates that may be known to the month or the year only, each with the field that says so.
    inexact_dates: ClassVar[Mapping[str, str]] = {}
    allowed_http_methods: ClassVar[list[Any]] = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]
    slug: str

    summary = models.TextField(
        _("summary"),
        blank=True,
        max_length=500,
        help_text=_("One or two sentences for lists, search and link previews."),
    )
    original_language = models.CharField(max_length=5, editable=False, blank=True, default="")
    # Kept by the translators' desk, which computes it from who or what wrote the texts that are published.
    origin = models.CharField(max_length=10, choices=TextOrigin.choices, default="", blank=True, editable=False)
    # Kept by the translators' desk: the identity of the page whose words were translated; a copy keeps it.
    translated_from = models.UUIDField(null=True, blank=True, editable=False)
    reviewed_on = models.DateField(
        _("last reviewed on"), null=True, blank=True, help_text=_("When somebody last checked that the page is right.")
    )
    # Kept by the translators' desk: set on a translation when its source moves on, emptied when it is brought in step.
    source_changed_on = models.DateField(null=True, blank=True, editable=False)
    # And where: its fields, blocks and rows that are older, as the desk names them ("body.<block>").
    older_places = models.JSONField(default=list, blank=True, editable=False)

    content_panels: ClassVar[list[Any]] = [*Page.content_panels, FieldPanel("summary")]
    address_panel = FieldPanel(
        "slug",
        heading=_("Address"),
        help_text=_("Small Latin letters, digits and hyphens. A changed address redirects from the old one."),
    )
    navigation_panel = FieldPanel(
        "show_in_menus", heading=_("In the navigation"), help_text=_("At the head or the foot of every page.")
    )
    about_panels: ClassVar[list[Any]] = [
        MultiFieldPanel(
            [
                FieldPanel("seo_title", heading=_("Title"), help_text=_("Where empty, the page's own.")),
                FieldPanel("search_description", heading=_("Description"), help_text=_("Where empty, the summary.")),
            ],
            heading=_("For search engines"),
        ),
        MultiFieldPanel([FieldPanel("reviewed_on")], heading=_("For readers")),
    ]
    promote_panels: ClassVar[list[Any]] = [address_panel, navigation_panel, *about_panels]
    edit_handler = editor((_("Page"), content_panels), (_("Address and state"), promote_panels))

    override_translatable_fields: ClassVar[list[BaseTranslatableField]] = [
        OwnField("origin"),
        OwnField("translated_from"),
        OwnField("reviewed_on"),
        OwnField("source_changed_on"),
        OwnField("older_places"),
        SynchronizedField("show_in_menus"),
    ]

    class Meta:
        abstract = True

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Make the address from the transliterated title where the editor gave none."""
        if not self.slug and self.title:
            self.slug = self._get_autogenerated_slug(ascii_slug(self.title) or "page")
        super().full_clean(*args, **kwargs)

    @staticmethod
    def _slug_is_available(slug: str, parent_page: Page | None, page: Page | None = None) -> bool:
        """Tell whether an address is free: no sibling has it, and no other part of the site answers there."""
        is_free = Page._slug_is_available(slug, parent_page, page)
        return is_free and (parent_page is None or not is_of_a_route(f"{parent_page.url_path}{slug}/"))

    def _check_slug_is_unique(self) -> None:
        """Refuse an address that is taken, with words for each way to be taken."""
        parent = self.get_parent()
        if parent is not None and is_of_a_route(f"{parent.url_path}{self.slug}/"):
            raise ValidationError({"slug": taken_by_the_site(self.slug)})
        super()._check_slug_is_unique()

    def clean(self) -> None:
        """Check the page as a whole; the rules of all its parts are reported together."""
        super().clean()
        errors = destinations.errors_of(self) | self.rule_errors()
        if errors:
            raise ValidationError(errors)

    def rule_errors(self) -> dict[str, Any]:
        """Return the broken rules of this page type by field, those of rows by relation, in the editor's words."""
        return {}

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the page and everything that is written with it, or nothing of it."""
        from wagtail.signal_handlers import disable_reference_index_auto_update  # asks for loaded models

        if not self.locale_id and self.path:
            self.locale = self.get_default_locale()  # as Wagtail does, but before anybody asks for it
        if not self.original_language and self.locale_id:
            self.original_language = self.locale.language_code
        with transaction.atomic():
            # As when a draft is saved: with `update_fields` the page in memory says what is not stored.
            is_whole = kwargs.get("update_fields") is None
            if is_whole:
                page_saving.send(type(self), page=self)
            # Which files the public may have hangs on these references: now, not when a worker comes to it.
            with disable_reference_index_auto_update():
                super().save(*args, **kwargs)
            stored = self if is_whole else type(self)._default_manager.select_related("locale").get(pk=self.pk)
            stored.was_written(is_whole=is_whole)

    def save_revision(self, *args: Any, **kwargs: Any) -> Any:
        """Save a version, and keep which files it shows, in one."""
        with transaction.atomic():
            revision = super().save_revision(*args, **kwargs)
            keep_files_of(self)
        return revision

    def was_written(self, *, is_whole: bool = True) -> None:
        """Bring in step with the stored page what is kept beside it: references, facets, what other packages add."""
        ReferenceIndex.create_or_update_for_object(self)
        if is_whole:
            keep_files_of_stored(self)
        write_facets(self)
        page_saved.send(type(self), page=self, is_whole=is_whole)

    @property
    def language(self) -> str:
        """Return the code of the page's language."""
        return self.locale.language_code

    @property
    def is_original(self) -> bool:
        """Tell whether the page was first written in this language."""
        return self.original_language == self.language

    @property
    def permanent_address(self) -> str:
        """Return the short address that stays when the page moves; before its first saving, where the page is to be."""
        return permanent_address(self.pk) if self.pk else self.url_path

    def search_content(self) -> SearchContent:
        """Return the page's text by section for the search."""
        return presenter_of(type(self)).search_content(self)

    def counted_facets(self) -> dict[str, tuple[str, ...]]:
        """Return the values of each facet by which lists and search count the page."""
        return {"type": ("page",)}

    def passages(self, body: Iterable[Any] | None = None) -> list[Any]:
        """Return the sections of the body, none where the page type has none; `body` where its blocks are read."""
        return passages(getattr(self, "body", ()) if body is None else body)

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        """Return by what the page can be previewed: this site, and a front end where there is one."""
        return preview_modes(self)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Answer with the page as it is in memory, on this site or in the front end."""
        in_front_end = framed(self, request) if mode_name == FRONT_END else None
        return in_front_end or super().serve_preview(request, mode_name)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what pages of this type show, see `cms.presenting`."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context_of(self, request, context, current_language())


class Withdrawable(models.Model):
    """A page that can be withdrawn: it stays, says since when and why, and names its successor."""

    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)
    withdrawal_reason = models.TextField(
        _("reason for the withdrawal"), blank=True, help_text=_("Readers see it above the page.")
    )
    successor = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("replaced by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    withdrawal_panels: ClassVar[list[Any]] = [
        MultiFieldPanel(
            [
                HelpPanel(_("A withdrawn page stays at its address, so that citations keep working.")),
                FieldPanel("withdrawn_on"),
                FieldPanel("withdrawal_reason"),
                FieldPanel("successor"),
            ],
            heading=_("Withdrawal"),
        )
    ]

    class Meta:
        abstract = True

    def withdrawal_errors(self) -> dict[str, Any]:
        """Return the broken rules of the withdrawal by field."""
        errors: dict[str, Any] = {}
        if self.withdrawn_on and not self.withdrawal_reason:
            errors["withdrawal_reason"] = _("Say why the page was withdrawn on %(date)s.") % {
                "date": day(self.withdrawn_on)
            }
        if self.withdrawal_reason and not self.withdrawn_on:
            errors["withdrawn_on"] = _("Enter the date of the withdrawal, or delete its reason.")
        if self.successor_id and self.successor_id == self.pk:
            errors["successor"] = _("A page cannot be replaced by itself.")
        elif self.successor_id and not self.withdrawn_on:
            errors["withdrawn_on"] = _("Enter the date of the withdrawal, or remove the page that replaces this one.")
        return errors


def write_facets(page: BasePage) -> None:
    """Replace the facet values of a page by those its content says now; writes only what differs."""
    values = page.counted_facets()
    wanted = {(name, value) for name, several in values.items() for value in several}
    stored = {(facet.name, facet.value): facet.pk for facet in PageFacet.objects.filter(page_id=page.pk)}
    if wanted == stored.keys():
        return
    PageFacet.objects.filter(pk__in=[pk for key, pk in stored.items() if key not in wanted]).delete()
    PageFacet.objects.bulk_create(
        [PageFacet(page_id=page.pk, name=name, value=value) for name, value in sorted(wanted - stored.keys())]
    )
    facets_changed.send(type(page), page=page.pk)
