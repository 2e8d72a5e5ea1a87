"""The front page, the pages about the site, and the site's settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.fields import StreamField

from cms.blocks import BodyBlock
from cms.facets import Label
from cms.languages import LANGUAGE_CODES
from cms.models import BasePage, OwnField
from cms.navigation import navigation
from cms.panels import FieldPanel, editor
from cms.structured import website

if TYPE_CHECKING:
    from django.http import HttpRequest


class HomePage(BasePage):
    """The front page of a language; its slug is the language's code and begins every address."""

    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    # It comes by translating another language's; one added or copied by hand would have its address.
    is_creatable: ClassVar[bool] = False
    template = "home/home.html"

    examples = models.TextField(
        _("examples of searches"),
        blank=True,
        help_text=_("One a line; shown below the search field. A language may stand before it: “bg: община”."),
    )
    tagline = models.CharField(
        _("tagline"), max_length=200, blank=True, help_text=_("One sentence in the footer of every page.")
    )
    notice = models.TextField(
        _("notice on every page"), blank=True, help_text=_("In the footer, for example what the site is not.")
    )
    publisher = models.CharField(
        _("publisher in citations"),
        max_length=200,
        blank=True,
        help_text=_("Named where a page says how it is cited, and in the catalogue of open data."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels,
        FieldPanel("examples"),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("tagline"), FieldPanel("notice"), FieldPanel("publisher")], heading=_("On every page")
        ),
    ]
    # Neither address nor place in the navigation: both follow from the language.
    promote_panels: ClassVar[list[Any]] = BasePage.about_panels
    edit_handler = editor((_("Page"), content_panels), (_("Address and state"), promote_panels))

    override_translatable_fields: ClassVar[list[Any]] = [*BasePage.override_translatable_fields, OwnField("slug")]

    class Meta:
        verbose_name = _("front page")

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Give the front page its language's code as its address."""
        if self.locale_id:
            self.slug = self.locale.language_code
        super().full_clean(*args, **kwargs)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the language's code as the address, whatever a translation brings."""
        self.slug = self.locale.language_code
        super().save(*args, **kwargs)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the library in short; the navigation is that of every page, with this one for its home."""
        context = super().get_context(request, *args, **kwargs)
        links = navigation(self.language, request.path_info, self)
        context["navigation"] = links
        context["structured_data"] = website(self, context["alternates"])
        context["front"] = import_string(settings.FRONT_PAGE)(self.language, links.links)
        return context

    @property
    def example_list(self) -> list[Label]:
        """Return the examples of searches one by one, each with its language where the line names it ("bg: …")."""
        examples = []
        for line in filter(None, map(str.strip, self.examples.splitlines())):
            code, colon, words = line.partition(":")
            named = colon and code in LANGUAGE_CODES
            examples.append(Label(words.strip(), code) if named else Label(line, self.language))
        return examples


class StandardPage(BasePage):
    """A page about the site: what it is, how it translates, whom to ask."""

    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    template = "home/standard.html"

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels: ClassVar[list[Any]] = [*BasePage.content_panels, FieldPanel("body")]
    edit_handler = editor((_("Page"), content_panels), (_("Address and state"), BasePage.promote_panels))

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")


@register_setting(icon="cog")
class SiteSettings(BaseGenericSetting):
    """What administrators set for the whole site."""

    contact_email = models.EmailField(
        _("contact address"),
        blank=True,
        help_text=_("Offered to readers where a page is missing or refused, and named in the catalogue of open data."),
    )
    licence = models.URLField(
        _("licence"),
        blank=True,
        help_text=_(
            "Address of the licence under which texts and data of the library may be used, for example "
            "https://creativecommons.org/licenses/by/4.0/. The catalogue of open data names it; left empty, it names "
            "none."
        ),
    )

    panels: ClassVar[list[Any]] = [FieldPanel("contact_email"), FieldPanel("licence")]

    class Meta:
        verbose_name = _("site settings")
